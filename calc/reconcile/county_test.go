package reconcile_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
)

// toldCounties writes what each district was sent, and the statuses of the
// lines.
func toldCounties(rec *reconcile.Reconciliation) (out []string) {
	for i := range rec.Counties {
		c := &rec.Counties[i]
		out = append(out, fmt.Sprintf("%d %s %s: sent %s back %s direct %s, %s", c.Year, c.Name, c.Awarded, c.Sent,
			c.Returned,
			c.Direct, c.Difference()))
	}
	for i := range rec.Lines {
		out = append(out, string(rec.Lines[i].Status))
	}
	return out
}

// countyPayment is a payment of some yuan to the finance office of a district.
func countyPayment(i int, district, sum string, year int) reconcile.Payment {
	p := payment(i, "- "+district+"财政局 - - "+sum)
	p.County, p.Office, p.Year = district, p.Company, year
	return p
}

func TestWhatADistrictWasSentIsHeldAgainstItsAwards(t *testing.T) {
	two := []string{"2024 东区 甲 91A plant 40", "2024 东区 乙 91B plant 60"}
	for _, c := range []struct {
		name     string
		awards   []string
		sent     []reconcile.Payment
		payments []string
		want     []string
	}{
		{"all of it: the awards are the district's to pay", two,
			[]reconcile.Payment{countyPayment(0, "东区", "100", 0)}, nil,
			[]string{"2024 东区 100.00: sent 100.00 back 0.00 direct 0.00, 0.00", "sent", "sent"}},
		{"one fen less", two, []reconcile.Payment{countyPayment(0, "东区", "99.99", 0)}, nil,
			[]string{"2024 东区 100.00: sent 99.99 back 0.00 direct 0.00, -0.01", "unpaid", "unpaid"}},
		{"in two parts", two,
			[]reconcile.Payment{countyPayment(0, "东区", "30", 0), countyPayment(1, "东区", "70", 0)}, nil,
			[]string{"2024 东区 100.00: sent 100.00 back 0.00 direct 0.00, 0.00", "sent", "sent"}},
		{"the rest was paid to the firm itself", two, []reconcile.Payment{countyPayment(0, "东区", "60", 0)},
			[]string{"东区 甲 91A plant 40"},
			[]string{"2024 东区 100.00: sent 60.00 back 0.00 direct 40.00, 0.00", "matched", "sent"}},
		{"the district's own payments are there too", two, []reconcile.Payment{countyPayment(0, "东区", "100", 0)},
			[]string{"东区 甲 91A plant 40", "东区 乙 91B plant 60"},
			[]string{"2024 东区 100.00: sent 100.00 back 0.00 direct 100.00, 0.00", "matched", "matched"}},
		{"another district was sent nothing", []string{"2024 东区 甲 91A plant 40", "2024 西区 乙 91B plant 60"},
			[]reconcile.Payment{countyPayment(0, "东区", "40", 0)}, nil,
			[]string{"2024 东区 40.00: sent 40.00 back 0.00 direct 0.00, 0.00",
				"2024 西区 60.00: sent 0.00 back 0.00 direct 0.00, -60.00", "sent", "unpaid"}},
		{"a district without awards", []string{"2024 东区 甲 91A plant 40"},
			[]reconcile.Payment{countyPayment(0, "西区", "5", 0)}, []string{"东区 甲 91A plant 40"},
			[]string{"2024 东区 40.00: sent 0.00 back 0.00 direct 40.00, 0.00",
				"2024 西区 0.00: sent 5.00 back 0.00 direct 0.00, 5.00", "matched"}},
		{"an office that was itself awarded is a firm", []string{"2024 东区 东区财政局 11A plant 40"},
			[]reconcile.Payment{countyPayment(0, "东区", "40", 0)}, nil, []string{"matched"}},
		{"the oldest year first", []string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 60"},
			[]reconcile.Payment{countyPayment(0, "东区", "70", 0)}, nil,
			[]string{"2023 东区 40.00: sent 40.00 back 0.00 direct 0.00, 0.00",
				"2024 东区 60.00: sent 30.00 back 0.00 direct 0.00, -30.00", "sent", "unpaid"}},
		{"what is too much is the newest year's", []string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 60"},
			[]reconcile.Payment{countyPayment(0, "东区", "120", 0)}, nil,
			[]string{"2023 东区 40.00: sent 40.00 back 0.00 direct 0.00, 0.00",
				"2024 东区 60.00: sent 80.00 back 0.00 direct 0.00, 20.00", "sent", "unpaid"}},
		{"the year that the row names before that", []string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 60"},
			[]reconcile.Payment{countyPayment(0, "东区", "70", 0), countyPayment(1, "东区", "30", 2023)}, nil,
			[]string{"2023 东区 40.00: sent 40.00 back 0.00 direct 0.00, 0.00",
				"2024 东区 60.00: sent 60.00 back 0.00 direct 0.00, 0.00", "sent", "sent"}},
	} {
		var as []calc.AwardLine
		for i, text := range c.awards {
			a := award(i, text[5:])
			fmt.Sscan(text[:4], &a.Year)
			as = append(as, a)
		}
		ps := c.sent
		for i, text := range c.payments {
			ps = append(ps, payment(10+i, text))
		}
		rec := reconcile.Reconcile(as, ps, 2024)
		if err := reconcile.Audit(rec, as, ps); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, toldCounties(rec)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhatCameBackFromADistrictIsTakenOff(t *testing.T) {
	as := []calc.AwardLine{award(0, "东区 甲 91A plant 40")}
	paid, back, again := countyPayment(0, "东区", "40", 0), countyPayment(1, "东区", "40", 0),
		countyPayment(2, "东区", "40", 0)
	back.Bounced, back.Remark = true, "退汇"
	ps := []reconcile.Payment{paid, back, again}
	rec := reconcile.Reconcile(as, ps, 2024)
	if err := reconcile.Audit(rec, as, ps); err != nil {
		t.Error(err)
	}
	want := []string{"2024 东区 40.00: sent 80.00 back 40.00 direct 0.00, 0.00", "sent"}
	if diff := cmp.Diff(want, toldCounties(rec)); diff != "" {
		t.Error(diff)
	}
}

func TestARowPaysTheFinanceOfficeOfADistrictOrAFirm(t *testing.T) {
	v := standard.NewVocabulary(&calc.Policy{Districts: []calc.District{{Name: "东区"}, {Name: "西区"}}})
	for _, c := range []struct{ company, account, district, want string }{
		{"东区财政局", "", "", "东区"},
		{"望川市东区财政局", "", "", "东区"},
		{"东区财政分局", "", "", "东区"},
		{"东区经发局", "", "", "东区"},
		{"东区经济发展局", "", "", "东区"},
		{"东区财政局（国库）", "", "", "东区"},
		{"东区财政局国库集中支付中心", "", "", "东区"},
		{"东区财政局零余额账户", "", "", "东区"},
		{"东区管委会", "", "", "东区"},
		{"财政局", "", "西区", "西区"},
		{"甲有限公司", "东区财政局", "东区", "东区"},
		{"东区财政局", "", "西区", "东区"},

		{"财政局", "", "", ""},
		{"望川市财政局", "", "东区", ""},
		{"邻县财政局", "", "", ""},
		{"东区财政软件有限公司", "", "东区", ""},
		{"东区财政局招待所", "", "东区", ""},
		{"东区财政印刷厂", "", "东区", ""},
		{"东区财政信息服务中心", "", "东区", ""},
		{"东区国库咨询有限公司", "甲有限公司", "东区", ""},
	} {
		p, _ := reconcile.ReadPayment(v, ledgerRow(map[reconcile.Column]string{reconcile.LedgerCompany: c.company,
			reconcile.LedgerAccount: c.account, reconcile.LedgerDistrict: c.district, reconcile.LedgerPaid: "40"}))
		if p.County != c.want {
			t.Errorf("%s %s in %s: paid to %q, want %q", c.company, c.account, c.district, p.County, c.want)
		}
	}
}

func TestHoweverADistrictIsSentItsSumItIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := drawReport(t)
		sums := map[string]money.Yuan{}
		for i := range awards {
			sums[awards[i].District] = sums[awards[i].District].Add(awards[i].Amount)
		}
		var ps []reconcile.Payment
		for _, d := range []string{"东区", "西区", "南区"} {
			for left := sums[d]; left.Sign() > 0; {
				part := money.YuanOf(rapid.Int64Range(1, 500000).Draw(t, "part")).Min(left)
				ps, left = append(ps, countyPayment(len(ps), d, part.String(), 0)), left.Sub(part)
			}
		}
		ps = rapid.Permutation(ps).Draw(t, "order")
		rec := reconcile.Reconcile(awards, ps, 2024)
		if err := reconcile.Audit(rec, awards, ps); err != nil {
			t.Fatal(err)
		}
		if rec.Open() > 0 || rec.CountyDifferences() > 0 {
			t.Fatalf("%d lines, %d districts: %q", rec.Open(), rec.CountyDifferences(), toldCounties(rec))
		}
	})
}
