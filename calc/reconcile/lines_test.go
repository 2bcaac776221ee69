package reconcile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
)

func TestWhatBalancesWithNothingStandsWhereItMayBelong(t *testing.T) {
	for _, c := range []struct {
		name, awards, payments, want string
	}{
		{"a sum in the wrong unit among two awards", "东区 甲 91A plant 400000/东区 甲 91A chain 80", "东区 甲 91A - 40",
			"unit 1 <- 1: 少付399960.00元；与奖补金额相差一万倍，元与万元可能写错 / unpaid 2 <- : 应拨80.00元，台账中没有拨付"},
		{"two such sums, each with its award", "东区 甲 91A plant 400000/东区 甲 91A chain 800000",
			"东区 甲 91A - 40/东区 甲 91A - 80",
			"unit 1 <- 1: 少付399960.00元；与奖补金额相差一万倍，元与万元可能写错 / unit 2 <- 2: 少付799920.00元；与奖补金额相差一万倍，元与万元可能写错"},
		{"one that names another award is not taken", "东区 甲 91A plant 400000/东区 甲 91A chain 80", "东区 甲 91A chain 40",
			"unpaid 1 <- : 应拨400000.00元，台账中没有拨付 / amount 2 <- 1: 少付40.00元"},
		{"nothing is not ten thousand times nothing", "东区 甲 91A plant 0/东区 甲 91A chain 80", "东区 甲 91A - 0",
			"matched 1 <-  / unpaid 2 <- : 应拨80.00元，台账中没有拨付 / unexpected  <- 1: 报告中该单位没有这项奖补"},
		{"a sum below nothing is not either", "东区 甲 91A plant 400000", "东区 甲 91A plant -40",
			"amount 1 <- 1: 少付400040.00元"},
		{"what was paid and came back in part goes to the award of its gross sum",
			"东区 甲 91A plant 40/东区 甲 91A chain 80", "东区 甲 91A - 80 10",
			"unpaid 1 <- : 应拨40.00元，台账中没有拨付 / returned 2 <- 1: 少付10.00元；退回10.00元"},
		{"what came back whole, too", "东区 甲 91A plant 40/东区 甲 91A chain 80", "东区 甲 91A - 80 80",
			"unpaid 1 <- : 应拨40.00元，台账中没有拨付 / returned 2 <- 1: 少付80.00元；退回80.00元"},
		{"what fits no award ties all that it may be for", "东区 甲 91A plant 40/东区 甲 91A chain 80", "东区 甲 91A - 50",
			"amount 1+2 <- 1: 少付70.00元"},
		{"two that fit none, each of one award, tie nothing", "东区 甲 91A plant 40/东区 甲 91A chain 80",
			"东区 甲 91A plant 50/东区 甲 91A chain 70", "amount 1 <- 1: 多付10.00元 / amount 2 <- 2: 少付10.00元"},
		{"a third ties them", "东区 甲 91A plant 40/东区 甲 91A chain 80",
			"东区 甲 91A plant 50/东区 甲 91A chain 70/东区 甲 91A - 1", "amount 1+2 <- 1+2+3: 多付1.00元"},
		{"nothing ties nothing", "东区 甲 91A plant 40/东区 甲 91A chain 80",
			"东区 甲 91A plant 50/东区 甲 91A chain 70/东区 甲 91A - 0",
			"amount 1 <- 1+3: 多付10.00元 / amount 2 <- 2: 少付10.00元"},
		{"nothing that names one award stands with it", "东区 甲 91A plant 40/东区 甲 91A chain 80",
			"东区 甲 91A plant 50/东区 甲 91A plant 0", "amount 1 <- 1+2: 多付10.00元 / unpaid 2 <- : 应拨80.00元，台账中没有拨付"},
		{"a payment too many of two like awards", "东区 甲 91A plant 40/东区 甲 91A chain 40",
			"东区 甲 91A plant 40/东区 甲 91A chain 40/东区 甲 91A - 40",
			"duplicate 1 <- 1+3: 多付40.00元；同一金额拨付了不止一次 / matched 2 <- 2"},
		{"one that doubles none of two stands alone", "东区 甲 91A plant 40/东区 甲 91A chain 80",
			"东区 甲 91A plant 40/东区 甲 91A chain 80/东区 甲 91A - 7",
			"matched 1 <- 1 / matched 2 <- 2 / unexpected  <- 3: 报告中该单位没有这项奖补"},
		{"one that may be for one only stands with it", "东区 甲 91A plant 40/东区 甲 91A chain 80",
			"东区 甲 91A plant 40/东区 甲 91A chain 80/东区 甲 91A plant 7", "amount 1 <- 1+3: 多付7.00元 / matched 2 <- 2"},
		{"several awards of nothing need no payment", "东区 甲 91A plant 0/东区 甲 91A chain 0", "东区 甲 91A - 0",
			"matched 1 <-  / matched 2 <-  / unexpected  <- 1: 报告中该单位没有这项奖补"},
		{"an award of nothing and one that is paid", "东区 甲 91A plant 0/东区 甲 91A chain 80", "东区 甲 91A - 80",
			"matched 1 <-  / matched 2 <- 1"},
		{"three instalments, one of them twice", "东区 甲 91A plant 60",
			"东区 甲 91A plant 10/东区 甲 91A plant 20/东区 甲 91A plant 30/东区 甲 91A plant 20",
			"duplicate 1 <- 1+2+3+4: 多付20.00元；同一金额拨付了不止一次"},
		{"equal instalments are no double", "东区 甲 91A plant 40", "东区 甲 91A plant 20/东区 甲 91A plant 20",
			"matched 1 <- 1+2"},
		{"but a third is", "东区 甲 91A plant 40", "东区 甲 91A plant 20/东区 甲 91A plant 20/东区 甲 91A plant 20",
			"duplicate 1 <- 1+2+3: 多付20.00元；同一金额拨付了不止一次"},
		{"payments through two districts, one of them the award's", "东区 甲 91A plant 40",
			"东区 甲 91A plant 15/西区 甲 91A plant 25", "district 1 <- 1+2: 由西区拨付"},
		{"the one through another came back", "东区 甲 91A plant 40", "西区 甲 91A plant 40 40/东区 甲 91A plant 40",
			"matched 1 <- 1+2: 退回40.00元"},
		{"strangers of one name with two codes are two", "东区 甲 91A plant 40",
			"东区 甲 91A plant 40/东区 乙 91B plant 5/东区 乙 91C plant 5",
			"matched 1 <- 1 / unexpected  <- 2: 报告中没有该单位 / unexpected  <- 3: 报告中没有该单位"},
		{"a stranger's return stands with its payment, whatever lies between", "东区 甲 91A plant 40",
			"东区 乙 91B plant 5/东区 甲 91A plant 40/东区 丙 91C plant 6/东区 乙 91B plant 0 5",
			"matched 1 <- 2 / returned  <- 1+4: 退回5.00元 / unexpected  <- 3: 报告中没有该单位"},
		{"of another subject it does not", "东区 甲 91A plant 40",
			"东区 甲 91A plant 40/东区 乙 91B plant 5 - 软件一/东区 乙 91B plant 0 5 软件二",
			"matched 1 <- 1 / unexpected  <- 2: 报告中没有该单位 / unexpected  <- 3: 报告中没有该单位；退回5.00元"},
		{"a payment that names no item may be the one that came back", "东区 甲 91A plant 40",
			"东区 甲 91A plant 40/东区 乙 91B - 5/东区 乙 91B plant 0 5", "matched 1 <- 1 / returned  <- 2+3: 退回5.00元"},
		{"a branch of two companies is that of the one awarded what it names",
			"东区 甲公司 91A plant 40/东区 甲公司东区分公司 91B chain 80", "东区 甲公司东区分公司 - chain 80",
			"unpaid 1 <- : 应拨40.00元，台账中没有拨付 / matched 2 <- 1"},
		{"a department is a branch", "东区 甲公司 91A plant 40", "东区 甲公司项目部 - plant 40",
			"payee 1 <- 1: 拨给“甲公司项目部”，是分支机构与总机构的关系"},
		{"a company behind the name of another is none", "东区 甲公司 91A plant 40", "东区 甲公司物业公司 - plant 40",
			"unpaid 1 <- : 应拨40.00元，台账中没有拨付 / unexpected  <- 1: 报告中没有该单位"},
	} {
		got := strings.Join(told(reconciled(t, strings.Split(c.awards, "/"), strings.Split(c.payments, "/"))), " / ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhoWasPaidUnderAFormerName(t *testing.T) {
	for _, c := range []struct{ name, company, former, code, want string }{
		{"the new name, with the awarded one as its former", "新甲", "甲", "",
			"payee 1 <- 1: 拨给“新甲”，与奖补单位名称不同，可能已更名"},
		{"the same with the code", "新甲", "甲", "91A", "payee 1 <- 1: 拨给“新甲”，与奖补单位名称不同，可能已更名"},
		{"another former name is no reason", "新甲", "旧乙", "91A", "payee 1 <- 1: 拨给“新甲”，与奖补单位名称不同，可能已更名"},
		{"and without a code another company",
			"新甲", "旧乙", "", "unpaid 1 <- : 应拨40.00元，台账中没有拨付 / unexpected  <- 1: 报告中没有该单位"},
		{"the awarded name, with a former one behind it", "甲", "旧甲", "", "matched 1 <- 1"},
	} {
		p := payment(0, "东区 "+c.company+" - plant 40")
		p.FormerName, p.CreditCode = c.former, c.code
		as := []calc.AwardLine{award(0, "东区 甲 91A plant 40")}
		rec := reconcile.Reconcile(as, []reconcile.Payment{p}, 2024)
		if diff := cmp.Diff(c.want, strings.Join(told(rec), " / ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestALineNamesItsDistrictsAndItemsOnce(t *testing.T) {
	rec := reconciled(t, []string{"东区 甲 91A plant 40", "西区 甲 91A chain 80", "东区 甲 91A cloud 5"},
		[]string{"南区 甲 91A - 125", "东区 乙 91B plant,chain 7", "西区 乙 91B plant,chain 0 7", "- 丙 91C - 1"})
	rec.Payments[3].OtherItem = "零碳工厂"
	var got []string
	for i := range rec.Lines {
		l := &rec.Lines[i]
		got = append(got, strings.Join(rec.LineDistricts(l), "、")+" "+strings.Join(rec.LineItems(l), "、"))
	}
	if diff := cmp.Diff([]string{"东区、西区 plant、chain、cloud", "东区、西区 plant、chain", " 零碳工厂"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if rec.Open() != 3 || rec.PaymentCount() != 4 {
		t.Errorf("%d lines are open, %d payments", rec.Open(), rec.PaymentCount())
	}
}

func TestAPaymentThatIsCutByYearsCountsOnce(t *testing.T) {
	rec := yearLines(t, []string{"2023 东区 甲 91A plant 40", "2024 东区 甲 91A plant 80"},
		[]string{"---- 东区 甲 91A plant 120"})
	if len(rec.Payments) != 2 || rec.PaymentCount() != 1 {
		t.Errorf("%d parts of %d payments", len(rec.Payments), rec.PaymentCount())
	}
}

func TestADistrictIsLabelledWithItsYearWhereThereAreSeveral(t *testing.T) {
	c := reconcile.County{Year: 2023, Name: "东区"}
	if got := []string{c.Label(1), c.Label(2)}; !cmp.Equal(got, []string{"东区", "2023年度 东区"}) {
		t.Errorf("%q", got)
	}
	v := standard.NewVocabulary(ledgerPolicy)
	for text, want := range map[string]bool{"东区财政局": true, "财政局": false, "南区财政局": false, "甲公司": false, "": false} {
		if got := reconcile.IsOffice(v, text); got != want {
			t.Errorf("%q is a finance office: %t", text, got)
		}
	}
}

// toldIssued writes what each year's districts were sent and paid.
func toldIssued(rec *reconcile.Reconciliation) (out []string) {
	for _, y := range rec.ByYear() {
		for _, d := range append(y.Districts, y.Progress) {
			out = append(out, fmt.Sprintf("%d %s awarded %s issued %s %s paid %s unpaid %s",
				y.Year, d.Name, d.Awarded, d.Issued,
				d.IssuedRate(), d.PaidRate(), d.Unpaid))
		}
	}
	return out
}

func TestWhatWasSentOnIsAtMostWhatWasAwarded(t *testing.T) {
	issued := func(i int, line, sum string) reconcile.Payment {
		p := payment(i, line)
		p.Issued = exactYuan(sum)
		return p
	}
	for _, c := range []struct {
		name     string
		awards   []string
		payments []reconcile.Payment
		want     string
	}{
		{"nothing that the ledger tells", []string{"2024 东区 甲 91A plant 40"},
			[]reconcile.Payment{payment(0, "东区 甲 91A plant 30")},
			"2024 东区 awarded 40.00 issued 0.00  paid 75.00 unpaid 10.00 / 2024  awarded 40.00 issued 0.00  paid 75.00 unpaid 10.00"},
		{"all of it, of which a part is paid", []string{"2024 东区 甲 91A plant 40"},
			[]reconcile.Payment{issued(0, "东区 甲 91A plant 30", "40")},
			"2024 东区 awarded 40.00 issued 40.00 100.00 paid 75.00 unpaid 10.00 / 2024  awarded 40.00 issued 40.00 100.00 paid 75.00 unpaid 10.00"},
		{"more is the award's sum", []string{"2024 东区 甲 91A plant 40"},
			[]reconcile.Payment{issued(0, "东区 甲 91A plant 30", "50")},
			"2024 东区 awarded 40.00 issued 40.00 100.00 paid 75.00 unpaid 10.00 / 2024  awarded 40.00 issued 40.00 100.00 paid 75.00 unpaid 10.00"},
		{"of two awards of a line the first gets it first", []string{"2024 东区 甲 91A plant 40",
			"2024 西区 甲 91A chain 60"},
			[]reconcile.Payment{issued(0, "- 甲 91A - 100", "70")},
			"2024 东区 awarded 40.00 issued 40.00 100.00 paid 100.00 unpaid 0.00 / 2024 西区 awarded 60.00 issued 30.00 50.00 paid 100.00 unpaid 0.00 / 2024  awarded 100.00 issued 70.00 70.00 paid 100.00 unpaid 0.00"},
		{"what the district's office was sent counts, too", []string{"2024 东区 甲 91A plant 40",
			"2024 西区 乙 91B plant 60"},
			[]reconcile.Payment{countyPayment(0, "东区", "30", 0)},
			"2024 东区 awarded 40.00 issued 30.00 75.00 paid 0.00 unpaid 40.00 / 2024 西区 awarded 60.00 issued 0.00  paid 0.00 unpaid 60.00 / 2024  awarded 100.00 issued 30.00 30.00 paid 0.00 unpaid 100.00"},
		{"at most what its firms were awarded", []string{"2024 东区 甲 91A plant 40"},
			[]reconcile.Payment{countyPayment(0, "东区", "50", 0)},
			"2024 东区 awarded 40.00 issued 40.00 100.00 paid 0.00 unpaid 40.00 / 2024  awarded 40.00 issued 40.00 100.00 paid 0.00 unpaid 40.00"},
		{"not less than the rows of its firms tell", []string{"2024 东区 甲 91A plant 40",
			"2024 东区 乙 91B plant 60"},
			[]reconcile.Payment{issued(0, "东区 甲 91A plant 40", "40"), countyPayment(1, "东区", "30", 0)},
			"2024 东区 awarded 100.00 issued 40.00 40.00 paid 40.00 unpaid 60.00 / 2024  awarded 100.00 issued 40.00 40.00 paid 40.00 unpaid 60.00"},
		{"in the year that it was sent for", []string{"2023 东区 甲 91A plant 40", "2024 东区 乙 91B plant 60"},
			[]reconcile.Payment{countyPayment(0, "东区", "30", 2024)},
			"2023 东区 awarded 40.00 issued 0.00  paid 0.00 unpaid 40.00 / 2023  awarded 40.00 issued 0.00  paid 0.00 unpaid 40.00 / 2024 东区 awarded 60.00 issued 30.00 50.00 paid 0.00 unpaid 60.00 / 2024  awarded 60.00 issued 30.00 50.00 paid 0.00 unpaid 60.00"},
		{"an award of nothing has no rate", []string{"2024 东区 甲 91A plant 0"}, nil,
			"2024 东区 awarded 0.00 issued 0.00  paid  unpaid 0.00 / 2024  awarded 0.00 issued 0.00  paid  unpaid 0.00"},
		{"what was paid twice is more than all", []string{"2024 东区 甲 91A plant 30"},
			[]reconcile.Payment{payment(0, "东区 甲 91A plant 30"), payment(1, "东区 甲 91A plant 10")},
			"2024 东区 awarded 30.00 issued 0.00  paid 133.33 unpaid 0.00 / 2024  awarded 30.00 issued 0.00  paid 133.33 unpaid 0.00"},
	} {
		var as []calc.AwardLine
		for i, text := range c.awards {
			a := award(i, text[5:])
			fmt.Sscan(text[:4], &a.Year)
			as = append(as, a)
		}
		rec := reconcile.Reconcile(as, c.payments, 2024)
		if err := reconcile.Audit(rec, as, c.payments); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, strings.Join(toldIssued(rec), " / ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTheAuditSeesWhatIsMovedBetweenYearsDistrictsAndWhatIsSetAside(t *testing.T) {
	awards := []calc.AwardLine{award(0, "东区 甲 91A plant 40"), award(1, "东区 甲 91A plant 80"),
		award(2, "西区 乙 91B plant 60")}
	awards[0].Year, awards[1].Year = 2023, 2024
	payments := []reconcile.Payment{payment(0, "东区 甲 91A plant 120"), payment(1, "东区 丙 91C plant 9"),
		countyPayment(2, "西区", "60", 0), payment(3, "东区 甲 91A plant 7")}
	payments[1].Year, payments[3].NotPaid, payments[3].Paid = 2021, payments[3].Paid, money.Yuan{}
	one := exactYuan("1")
	for name, spoil := range map[string]func(rec *reconcile.Reconciliation){
		"an award is of another year":              func(rec *reconcile.Reconciliation) { rec.Awards[0].Year = 2024 },
		"a payment is":                             func(rec *reconcile.Reconciliation) { rec.Payments[0].Year = 2024 },
		"an award is another company's":            func(rec *reconcile.Reconciliation) { rec.Awards[0].CreditCode = "91X" },
		"what is set aside is lost":                func(rec *reconcile.Reconciliation) { rec.Others = nil },
		"it is another sum":                        func(rec *reconcile.Reconciliation) { rec.Others[0].Paid = one },
		"it is said to have come back":             func(rec *reconcile.Reconciliation) { rec.Others[0].Returned = one },
		"it is one more":                           func(rec *reconcile.Reconciliation) { rec.Others[0].Payments++ },
		"a district was sent another sum":          func(rec *reconcile.Reconciliation) { rec.Counties[2].Sent = one },
		"another came back from it":                func(rec *reconcile.Reconciliation) { rec.Counties[2].Returned = one },
		"it was awarded another":                   func(rec *reconcile.Reconciliation) { rec.Counties[2].Awarded = one },
		"the districts are lost":                   func(rec *reconcile.Reconciliation) { rec.Counties = nil },
		"a payment to one is lost":                 func(rec *reconcile.Reconciliation) { rec.ToCounties = nil },
		"a part of a payment is lost":              func(rec *reconcile.Reconciliation) { rec.Payments[1].Paid = money.Yuan{} },
		"what was not paid is another sum":         func(rec *reconcile.Reconciliation) { rec.Payments[2].NotPaid = one },
		"a line that was not paid is lost":         func(rec *reconcile.Reconciliation) { rec.Lines = rec.Lines[:len(rec.Lines)-1] },
		"a share went to an award of another year": func(rec *reconcile.Reconciliation) { rec.Lines[0].Shares[0].Paid = one },
	} {
		rec := reconcile.Reconcile(awards, payments, 2024)
		if err := reconcile.Audit(rec, awards, payments); err != nil {
			t.Fatalf("before: %v", err)
		}
		spoil(rec)
		if reconcile.Audit(rec, awards, payments) == nil {
			t.Errorf("%s: the audit is content", name)
		}
	}
}
