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
)

// yearLines tells the lines of awards that are written "2023 东区 甲 91A plant 40"
// against payments written "2023 东区 甲 91A plant 40", a dash for no year.
func yearLines(t testing.TB, awards, payments []string) *reconcile.Reconciliation {
	t.Helper()
	var as []calc.AwardLine
	for i, text := range awards {
		a := award(i, text[5:])
		fmt.Sscan(text[:4], &a.Year)
		as = append(as, a)
	}
	var ps []reconcile.Payment
	for i, text := range payments {
		year, rest := text[:4], text[5:]
		p := payment(i, rest)
		if year[0] == 'd' {
			fmt.Sscan("20"+year[2:], &p.DocumentYear)
		} else if year != "----" {
			fmt.Sscan(year, &p.Year)
		}
		ps = append(ps, p)
	}
	rec := reconcile.Reconcile(as, ps, 2024)
	if err := reconcile.Audit(rec, as, ps); err != nil {
		t.Fatal(err)
	}
	return rec
}

func toldYears(rec *reconcile.Reconciliation) (out []string) {
	for _, y := range rec.ByYear() {
		out = append(out, fmt.Sprintf("%d awarded %s paid %s returned %s unpaid %s in %d, aged %d, rate %s",
			y.Year, y.Awarded, y.Paid, y.Returned, y.Unpaid, y.Open, y.Age, y.PaidRate()))
	}
	return out
}

func TestAPaymentGoesToTheYearThatItNamesElseToTheOldestThatIsUnpaid(t *testing.T) {
	both := []string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 80"}
	for _, tt := range []struct {
		name             string
		awards, payments []string
		want, findings   []string
	}{
		{"the year that the row names", both, []string{"2024 东区 甲 91A plant 80"},
			[]string{"2023 awarded 40.00 paid 0.00 returned 0.00 unpaid 40.00 in 1, aged 1, rate 0.00",
				"2024 awarded 80.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 100.00"}, nil},
		{"the year of the document's number", both, []string{"d-24 东区 甲 91A plant 80"},
			[]string{"2023 awarded 40.00 paid 0.00 returned 0.00 unpaid 40.00 in 1, aged 1, rate 0.00",
				"2024 awarded 80.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 100.00"}, nil},
		{"the oldest that is unpaid, cut where it ends", both, []string{"---- 东区 甲 91A plant 80"},
			[]string{"2023 awarded 40.00 paid 40.00 returned 0.00 unpaid 0.00 in 0, aged 1, rate 100.00",
				"2024 awarded 80.00 paid 40.00 returned 0.00 unpaid 40.00 in 1, aged 0, rate 50.00"}, nil},
		{"what names its year goes first", both, []string{"---- 东区 甲 91A plant 80", "2023 东区 甲 91A plant 40"},
			[]string{"2023 awarded 40.00 paid 40.00 returned 0.00 unpaid 0.00 in 0, aged 1, rate 100.00",
				"2024 awarded 80.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 100.00"}, nil},
		{"where all is paid it is asked about", both,
			[]string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 80", "---- 东区 甲 91A plant 7"},
			[]string{"2023 awarded 40.00 paid 40.00 returned 0.00 unpaid 0.00 in 0, aged 1, rate 100.00",
				"2024 awarded 80.00 paid 87.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 108.75"},
			[]string{"ledger/year-open E5"}},
		{"money does not pay an award of a later year than its own day", both,
			[]string{"---- 东区 甲 91A plant 80 - - - 2023-06-01"},
			[]string{"2023 awarded 40.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 1, rate 200.00",
				"2024 awarded 80.00 paid 0.00 returned 0.00 unpaid 80.00 in 1, aged 0, rate 0.00"}, nil},
		{"of the day of a later year it may pay both", both,
			[]string{"---- 东区 甲 91A plant 80 - - - 2024-01-01"},
			[]string{"2023 awarded 40.00 paid 40.00 returned 0.00 unpaid 0.00 in 0, aged 1, rate 100.00",
				"2024 awarded 80.00 paid 40.00 returned 0.00 unpaid 40.00 in 1, aged 0, rate 50.00"}, nil},
		{"a year that no report is of takes no part", both[1:],
			[]string{"2024 东区 甲 91A plant 80", "2021 东区 甲 91A plant 7", "2021 东区 乙 91B plant 8"},
			[]string{"2024 awarded 80.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 100.00"},
			[]string{"ledger/other-year E4"}},
		{"a document of another year takes no part beside one of a report's", both[1:],
			[]string{"d-24 东区 甲 91A plant 80", "d-25 东区 甲 91A plant 7"},
			[]string{"2024 awarded 80.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 100.00"},
			[]string{"ledger/other-year E4"}},
		{"documents that are all younger than the award pay it", both[1:], []string{"d-25 东区 甲 91A plant 80"},
			[]string{"2024 awarded 80.00 paid 80.00 returned 0.00 unpaid 0.00 in 0, aged 0, rate 100.00"}, nil},
		{"what came back leaves its year unpaid", both, []string{"2023 东区 甲 91A plant 40 40", "---- 东区 甲 91A plant 80"},
			[]string{"2023 awarded 40.00 paid 80.00 returned 40.00 unpaid 0.00 in 0, aged 1, rate 100.00",
				"2024 awarded 80.00 paid 40.00 returned 0.00 unpaid 40.00 in 1, aged 0, rate 50.00"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rec := yearLines(t, tt.awards, tt.payments)
			if d := cmp.Diff(tt.want, toldYears(rec)); d != "" {
				t.Errorf("years (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.findings, codes(rec.Findings)); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

// drawYears draws the reports of three years.
func drawYears(t *rapid.T) []calc.AwardLine {
	var all []calc.AwardLine
	for year := 2022; year <= 2024; year++ {
		for _, a := range drawReport(t) {
			a.Year, a.Key, a.Ref.Row = year, fmt.Sprint(year, a.Key), len(all)+4
			all = append(all, a)
		}
	}
	return all
}

func TestThreeYearsThatArePaidMatchHoweverTheyAreBooked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := drawYears(t)
		ledger := payAll(awards)
		for i := range ledger {
			ledger[i].Date.Year = 2024
			if rapid.Bool().Draw(t, "named") {
				ledger[i].Year = awards[i].Year
			}
		}
		var payments []reconcile.Payment
		for _, year := range []int{0, 2022, 2023, 2024} { // rows that name one year are merged with each other
			payments = append(payments, disguise(t,
				slices.DeleteFunc(slices.Clone(ledger), func(p reconcile.Payment) bool { return p.Year != year }))...)
		}
		rec := reconcile.Reconcile(awards, payments, 2024)
		if err := reconcile.Audit(rec, awards, payments); err != nil {
			t.Fatal(err)
		}
		for _, l := range rec.Lines {
			if l.Status != reconcile.StatusMatched {
				t.Fatalf("%q", told(rec))
			}
		}
	})
}

// paidByYear is what each company was paid in each year.
func paidByYear(rec *reconcile.Reconciliation) map[string]string {
	sums := map[string]money.Yuan{}
	for _, l := range rec.Lines {
		for _, s := range l.Shares {
			key := fmt.Sprint(l.CreditCode, rec.Payments[s.Payment].Year)
			sums[key] = sums[key].Add(s.Paid)
		}
	}
	out := map[string]string{}
	for k, y := range sums {
		if !y.IsZero() {
			out[k] = y.String()
		}
	}
	return out
}

func TestAPartlyPaidLedgerOverThreeYearsComesToTheSameHoweverItIsBooked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var awards []calc.AwardLine
		for _, a := range drawYears(t) {
			if a.Item != "product" && a.Item != "diagnosis" {
				awards = append(awards, a)
			}
		}
		var plain, booked []reconcile.Payment
		for _, p := range payAll(awards) {
			p.Date.Year = 2024
			p.Paid = money.YuanOf(rapid.Int64Range(1, 900000).Draw(t, "paid"))
			if rapid.IntRange(0, 2).Draw(t, "named") == 0 {
				p.Year = rapid.IntRange(2022, 2024).Draw(t, "year")
			}
			plain = append(plain, p)
			i := slices.IndexFunc(booked, func(q reconcile.Payment) bool {
				return q.CreditCode == p.CreditCode && q.Items[0] == p.Items[0] && q.Year == p.Year &&
					q.District == p.District
			})
			switch part := money.YuanOf(rapid.Int64Range(1, 900).Draw(t, "part")); {
			case i >= 0 && rapid.Bool().Draw(t, "merge"):
				booked[i].Paid = booked[i].Paid.Add(p.Paid)
			case rapid.Bool().Draw(t, "split") && p.Paid.Cmp(part) > 0:
				q := rename(t, p)
				q.Paid, p.Paid = part, p.Paid.Sub(part)
				booked = append(booked, p, q)
			default:
				booked = append(booked, rename(t, p))
			}
		}
		booked = rapid.Permutation(booked).Draw(t, "order")
		var got []map[string]string
		for _, ps := range [][]reconcile.Payment{plain, booked} {
			rec := reconcile.Reconcile(awards, ps, 2024)
			if err := reconcile.Audit(rec, awards, ps); err != nil {
				t.Fatal(err)
			}
			got = append(got, paidByYear(rec))
		}
		if d := cmp.Diff(got[0], got[1]); d != "" {
			t.Fatalf("paid by company and year (-plain +booked):\n%s", d)
		}
	})
}

func TestWhatCameBackStaysWithOneYear(t *testing.T) {
	both := []string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 80"}
	for _, c := range []struct {
		name     string
		payments []string
		want     string
	}{
		{"of a payment that is cut it stays with the oldest year", []string{"---- 东区 甲 91A plant 130 10"}, "2023: 50.00 back 10.00, 2024: 80.00 back 0.00"},
		{"what came back without a payment is the newest year's", []string{"---- 东区 甲 91A plant 0 5"}, "2024: 0.00 back 5.00"},
		{"beside one it is that payment's", []string{"---- 东区 甲 91A plant 40", "---- 东区 甲 91A plant 0 40"}, "2023: 40.00 back 0.00, 2023: 0.00 back 40.00"},
		{"nothing is of the oldest year that still wants something",
			[]string{"2023 东区 甲 91A plant 40", "---- 东区 甲 91A plant 0"}, "2023: 40.00 back 0.00, 2024: 0.00 back 0.00"},
		{"where none does it is the oldest year's",
			[]string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 80", "---- 东区 甲 91A plant 0"}, "2023: 40.00 back 0.00, 2024: 80.00 back 0.00, 2023: 0.00 back 0.00"},
		{"three parts, of which one came back", []string{"---- 东区 甲 91A plant 50", "---- 东区 甲 91A plant 50",
			"---- 东区 甲 91A plant 50 30"}, "2023: 40.00 back 0.00, 2024: 10.00 back 0.00, 2024: 50.00 back 0.00, 2024: 50.00 back 30.00"},
	} {
		var got []string
		for _, p := range yearLines(t, both, c.payments).Payments {
			got = append(got, fmt.Sprintf("%d: %s back %s", p.Year, p.Paid, p.Returned))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAPaymentForAnotherYearTakesNoPart(t *testing.T) {
	for _, c := range []struct {
		name     string
		year     int
		forAward bool
		want     string
	}{
		{"the year of the awards", 2024, true, "paid"},
		{"the year of what was recognised", 2023, true, "paid"},
		{"an earlier one", 2022, true, "other"},
		{"a later one", 2025, true, "other"},
		{"an earlier one, of awards or of payments", 2022, false, "other"},
		{"a later one may be that of the payment", 2025, false, "paid"},
		{"none", 0, false, "paid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := payment(0, "东区 甲 91A plant 40")
			p.PurposeYear, p.ForAward = c.year, c.forAward
			got := "paid"
			rec := reconcile.Reconcile([]calc.AwardLine{award(0, "东区 甲 91A plant 40")}, []reconcile.Payment{p}, 2024)
			if len(rec.Others) > 0 {
				got = "other"
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
