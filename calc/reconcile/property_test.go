package reconcile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/written"
)

// drawReport draws the awards of a report: a few companies with awards of
// different items, among them several products and a service in several
// districts.
func drawReport(t *rapid.T) []calc.AwardLine {
	var awards []calc.AwardLine
	add := func(district string, firm int, item, subject string, y money.Yuan) {
		i := len(awards)
		awards = append(awards, calc.AwardLine{Ref: calc.Ref{File: "报告.xlsx", Sheet: "奖补明细", Row: i + 4},
			Key:      fmt.Sprint("k", i),
			District: district, Company: fmt.Sprintf("某市（%02d）有限公司", firm),
			CreditCode: fmt.Sprintf("91339900MA0000%04d", firm),
			Item:       item, ItemName: item, Subject: subject, Amount: y})
	}
	district := rapid.SampledFrom([]string{"东区", "西区"})
	sum := rapid.SampledFrom([]money.Yuan{money.YuanOf(800000), money.YuanOf(400000), money.YuanOf(200000),
		money.YuanOf(20000), exactYuan("11880.55")})
	for firm := range rapid.IntRange(1, 5).Draw(t, "companies") {
		home := district.Draw(t, "district")
		for _, item := range []string{"plant", "chain", "cloud"} {
			if rapid.Bool().Draw(t, item) {
				add(home, firm, item, "", sum.Draw(t, "sum"))
			}
		}
		for n := range rapid.IntRange(0, 3).Draw(t, "products") {
			add(home, firm, "product", fmt.Sprintf("软件%d", n), money.YuanOf(10000))
		}
		for n := range rapid.IntRange(0, 2).Draw(t, "diagnoses") {
			add(district.Draw(t, "of"), firm, "diagnosis", fmt.Sprintf("厂%d", n), sum.Draw(t, "fee"))
		}
	}
	return awards
}

// payAll is the ledger that pays every award in one row that says everything.
func payAll(awards []calc.AwardLine) []reconcile.Payment {
	var ps []reconcile.Payment
	for i, a := range awards {
		ps = append(ps, reconcile.Payment{Ref: calc.Ref{File: "台账.xlsx", Sheet: "台账", Row: i + 3, Col: 5},
			District: a.District, Company: a.Company,
			CreditCode: a.CreditCode, Items: []string{a.Item}, Subject: a.Subject, Paid: a.Amount,
			Date: written.Date{Year: 2024, Month: 10, Day: 9}})
	}
	return ps
}

// disguise splits, merges, renames and reorders payments without changing who
// is paid how much in all.
func disguise(t *rapid.T, ps []reconcile.Payment) []reconcile.Payment {
	var out []reconcile.Payment
	for i := 0; i < len(ps); i++ {
		p := ps[i]
		for i+1 < len(ps) && ps[i+1].CreditCode == p.CreditCode && rapid.Bool().Draw(t, "merge") {
			i++
			p = merge(t, p, ps[i])
		}
		for rapid.IntRange(0, 3).Draw(t, "split") == 0 && p.Paid.Cmp(money.YuanOf(1000)) > 0 {
			part := p
			part.Paid = money.YuanOf(rapid.Int64Range(1, 900).Draw(t, "part"))
			p.Paid = p.Paid.Sub(part.Paid)
			out = append(out, rename(t, part))
		}
		out = append(out, rename(t, p))
	}
	return rapid.Permutation(out).Draw(t, "order")
}

// merge pays two awards of one company in one row, which says no more than
// what holds of both.
func merge(t *rapid.T, p, q reconcile.Payment) reconcile.Payment {
	p.Paid = p.Paid.Add(q.Paid)
	p.Subject, p.Certificate = "", ""
	if p.District != q.District {
		p.District = ""
	}
	if len(p.Items) > 0 && rapid.Bool().Draw(t, "name both") {
		p.Items = append(slices.Clone(p.Items), q.Items...)
	} else {
		p.Items = nil
	}
	return p
}

func rename(t *rapid.T, p reconcile.Payment) reconcile.Payment {
	p.Company = rapid.SampledFrom([]string{p.Company, strings.NewReplacer("（", "(", "）", ")").Replace(p.Company),
		strings.ReplaceAll(p.Company, "（", " （ "), "　" + p.Company + " "}).Draw(t, "name")
	return p
}

func sumsByName(rs []reconcile.Reckoning) map[string]string {
	m := map[string]string{}
	for _, r := range rs {
		m[r.Name] = fmt.Sprint(r.Awarded, r.Paid, r.Returned, r.Difference())
	}
	return m
}

func TestAFullyPaidReportMatchesHoweverItIsBooked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := drawReport(t)
		plain := reconcile.Reconcile(awards, payAll(awards), 2024)
		payments := disguise(t, payAll(awards))
		rec := reconcile.Reconcile(awards, payments, 2024)
		if err := reconcile.Audit(rec, awards, payments); err != nil {
			t.Fatal(err)
		}
		if rec.Open() > 0 || len(rec.Findings) > 0 {
			t.Fatalf("lines %q, findings %q", told(rec), codes(rec.Findings))
		}
		if d := cmp.Diff(sumsByName(plain.Districts), sumsByName(rec.Districts)); d != "" {
			t.Fatalf("districts (-plain +disguised):\n%s", d)
		}
		if d := cmp.Diff(sumsByName(plain.Items), sumsByName(rec.Items)); d != "" {
			t.Fatalf("items (-plain +disguised):\n%s", d)
		}
	})
}

// defects are the ways in which one payment goes wrong, the status that its
// line must get, and the findings that go with it.
var defects = []struct {
	name     string
	spoil    func(p reconcile.Payment) []reconcile.Payment // the rows instead of the right one
	status   reconcile.Status
	findings []string
}{
	{"a fen short", func(p reconcile.Payment) []reconcile.Payment { p.Paid = p.Paid.Sub(exactYuan("0.01")); return rows(p) }, reconcile.StatusAmount, nil},
	{"a fen over", func(p reconcile.Payment) []reconcile.Payment { p.Paid = p.Paid.Add(exactYuan("0.01")); return rows(p) }, reconcile.StatusAmount, nil},
	{"a second, other sum", func(p reconcile.Payment) []reconcile.Payment { q := p; q.Paid = exactYuan("7.77"); return rows(p, q) }, reconcile.StatusAmount, nil},
	{"not paid", func(p reconcile.Payment) []reconcile.Payment { return nil }, reconcile.StatusUnpaid, nil},
	{"a row without an amount", func(p reconcile.Payment) []reconcile.Payment { p.Paid = money.Yuan{}; return rows(p) },
		reconcile.StatusUnpaid, nil},
	{"paid twice", func(p reconcile.Payment) []reconcile.Payment { return rows(p, p) }, reconcile.StatusDuplicate, nil},
	{"an instalment paid twice", func(p reconcile.Payment) []reconcile.Payment {
		q := p
		q.Paid = exactYuan("1000.01")
		p.Paid = p.Paid.Sub(q.Paid)
		return rows(q, p, q)
	}, reconcile.StatusDuplicate, nil},
	{"a company that was awarded nothing, beside", func(p reconcile.Payment) []reconcile.Payment {
		q := p
		q.Company, q.CreditCode = "外来有限公司", "91339900MA00009999"
		return rows(p, q)
	}, reconcile.StatusUnexpected, []string{"ledger/unknown-company"}},
	{"an item that was not awarded, beside", func(p reconcile.Payment) []reconcile.Payment {
		q := p
		q.Items, q.Subject = []string{"heritage"}, ""
		return rows(p, q)
	}, reconcile.StatusUnexpected, nil},
	{"a thing that is no item, beside", func(p reconcile.Payment) []reconcile.Payment {
		q := p
		q.Items, q.OtherItem = nil, "绿色设计产品"
		return rows(p, q)
	}, reconcile.StatusUnexpected, nil},
	{"another code", func(p reconcile.Payment) []reconcile.Payment { p.CreditCode = "91339900MA00008888"; return rows(p) }, reconcile.StatusPayee, nil},
	{"a branch", func(p reconcile.Payment) []reconcile.Payment {
		p.Company, p.CreditCode = p.Company+"城南分公司", "91339900MA00008888"
		return rows(p)
	}, reconcile.StatusPayee, nil},
	{"a former name", func(p reconcile.Payment) []reconcile.Payment { p.Company = "旧名有限公司"; return rows(p) },
		reconcile.StatusPayee, nil},
	{"a new name that states the old one", func(p reconcile.Payment) []reconcile.Payment {
		p.FormerName, p.Company, p.CreditCode = p.Company, "新名有限公司", ""
		return rows(p)
	}, reconcile.StatusPayee, nil},
	{"another's account", func(p reconcile.Payment) []reconcile.Payment { p.Account = "别家有限公司"; return rows(p) },
		reconcile.StatusPayee, nil},
	{"another district", func(p reconcile.Payment) []reconcile.Payment { p.District = "南区"; return rows(p) },
		reconcile.StatusDistrict, nil},
	{"万元 for 元", func(p reconcile.Payment) []reconcile.Payment { p.Paid = shift(p.Paid, "0.0001"); return rows(p) },
		reconcile.StatusUnit, nil},
	{"元 for 万元", func(p reconcile.Payment) []reconcile.Payment { p.Paid = shift(p.Paid, "10000"); return rows(p) },
		reconcile.StatusUnit, nil},
	{"sent back, in its own column", func(p reconcile.Payment) []reconcile.Payment { p.Returned = p.Paid; return rows(p) }, reconcile.StatusReturned, nil},
	{"a part sent back", func(p reconcile.Payment) []reconcile.Payment { p.Returned = exactYuan("99.5"); return rows(p) }, reconcile.StatusReturned, nil},
	{"sent back, in a row of its own", func(p reconcile.Payment) []reconcile.Payment {
		q := p
		q.Returned, q.Paid = p.Paid, money.Yuan{}
		return rows(p, q)
	}, reconcile.StatusReturned, nil},
	{"sent back, by its remark", func(p reconcile.Payment) []reconcile.Payment {
		p.Bounced, p.Remark = true,
			"退汇"
		return rows(p)
	},
		reconcile.StatusReturned, []string{"ledger/returned-row"}},
	{"no code", func(p reconcile.Payment) []reconcile.Payment { p.CreditCode = ""; return rows(p) },
		reconcile.StatusMatched, []string{"ledger/by-name"}},
	{"paid the year before", func(p reconcile.Payment) []reconcile.Payment { p.Date.Year = 2023; return rows(p) },
		reconcile.StatusMatched, []string{"ledger/before-award"}},
}

func rows(ps ...reconcile.Payment) []reconcile.Payment { return ps }

// shift multiplies by a power of ten.
func shift(y money.Yuan, by string) money.Yuan {
	if by == "10000" {
		var sum money.Yuan
		for range 10000 {
			sum = sum.Add(y)
		}
		return sum
	}
	return y.ShareOf(money.YuanOf(1), money.YuanOf(10000), exactYuan("0.000001"))
}

func TestEveryDefectIsFoundUnderItsStatusAndNothingElse(t *testing.T) {
	for _, d := range defects {
		t.Run(d.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				awards := drawReport(t)
				if len(awards) == 0 {
					t.Skip()
				}
				victim := rapid.IntRange(0, len(awards)-1).Draw(t, "victim")
				var own, others []reconcile.Payment
				for i, p := range payAll(awards) {
					switch {
					case i == victim:
						own = append(own, d.spoil(p)...)
					case p.CreditCode == awards[victim].CreditCode:
						own = append(own, p)
					default:
						others = append(others, p)
					}
				}
				payments := rapid.Permutation(append(disguise(t, others), own...)).Draw(t, "rows")
				rec := reconcile.Reconcile(awards, payments, 2024)
				if err := reconcile.Audit(rec, awards, payments); err != nil {
					t.Fatal(err)
				}
				var bad []reconcile.Status
				for _, l := range rec.Lines {
					if l.Status != reconcile.StatusMatched {
						bad = append(bad, l.Status)
					}
				}
				var want []reconcile.Status
				if d.status != reconcile.StatusMatched {
					want = append(want, d.status)
				}
				if !slices.Equal(bad, want) {
					t.Fatalf("statuses %q, want %q; lines %q", bad, want, told(rec))
				}
				var found []string
				for _, f := range rec.Findings {
					if f.Code != "ledger/nothing-matches" || len(awards) > 1 {
						found = append(found, string(f.Code))
					}
				}
				if !slices.Equal(found, d.findings) {
					t.Fatalf("findings %q, want %q", found, d.findings)
				}
			})
		})
	}
}

func TestNoMoneyIsLostWhateverTheLedgerHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := drawReport(t)
		payments := payAll(awards)
		for i := range payments {
			p := &payments[i]
			switch rapid.IntRange(0, 9).Draw(t, "mischief") {
			case 0:
				p.Paid = money.YuanOf(rapid.Int64Range(-500, 500).Draw(t, "paid"))
			case 1:
				p.Returned = money.YuanOf(rapid.Int64Range(0, 900000).Draw(t, "returned"))
			case 2:
				p.Paid, p.Returned = money.Yuan{}, p.Paid
			case 3:
				p.Items, p.Subject = nil, ""
			case 4:
				p.Bounced = true
			case 5:
				p.CreditCode, p.Company = "", "谁"
			case 6:
				p.CreditCode = ""
			case 7:
				p.District, p.Items = "南区", []string{"plant", "chain", "product"}
			}
		}
		payments = append(payments, disguise(t, payments)...)
		rec := reconcile.Reconcile(awards, payments, 2024)
		if err := reconcile.Audit(rec, awards, payments); err != nil {
			t.Fatal(err)
		}
	})
}

func exactYuan(digits string) money.Yuan {
	y, err := money.ExactYuan(digits)
	if err != nil {
		panic(err)
	}
	return y
}
