package ledger_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/standard"
	"jiangbu/sheets/ledger"
)

// readLedger reads a ledger of one sheet and spells its payments and findings.
func readLedger(t *testing.T, sheet string) (payments, found []string) {
	t.Helper()
	ps, _, fs := ledger.ReadPayments(open(t, sheet), standard.NewVocabulary(town()), 2024)
	for _, p := range ps {
		payments = append(payments, shown(p))
	}
	for _, f := range fs {
		found = append(found, f.Ref.Cell()+" "+string(f.Code))
	}
	return payments, found
}

func TestWideLedgers(t *testing.T) {
	for _, c := range []struct {
		name, sheet   string
		want, finding []string
	}{
		{"a sum that is no sum leaves the others unchecked", "# 台账\n单位名称\t绿色工厂\t软件产品\t合计\n甲公司\t400000\t若干\t400000",
			[]string{"B2 甲公司 green-factory paid=400000.00", "C2 甲公司 software paid=0.00"}, []string{"B2 cell/unit-assumed", "C2 cell/amount"}},
		{"a line without a name that fills an item's column", "# 台账\n单位名称\t绿色工厂\t软件产品\n甲公司\t400000\t10000\n\t5\t",
			[]string{"B2 甲公司 green-factory paid=400000.00", "C2 甲公司 software paid=10000.00", "B3 green-factory paid=0.00"}, []string{"B2 cell/unit-assumed", "3 cell/company-missing", "B3 cell/unit"}},
		{"a line without a name that fills none", "# 台账\n单位名称\t绿色工厂\t软件产品\t备注\n甲公司\t400000\t10000\n\t\t\t已核实",
			[]string{"B2 甲公司 green-factory paid=400000.00", "C2 甲公司 software paid=10000.00"}, []string{"B2 cell/unit-assumed", "D3 table/unread-row"}},
		{"a title of what is not covered names no item", "# 台账\n绿色工厂\n绿色设计产品\n单位名称\t拨付金额（元）\n甲公司\t400000",
			[]string{"B4 甲公司 paid=400000.00"}, nil},
		{"the nearest title that is covered does", "# 台账\n绿色设计产品\n绿色工厂\n单位名称\t拨付金额（元）\n甲公司\t400000",
			[]string{"B4 甲公司 green-factory paid=400000.00"}, nil},
		{"an instalment that is no sum", "# 台账\n单位名称\t奖补事项\t第一批（元）\t第二批（元）\t合计（元）\n甲公司\t软件产品\t若干\t4000\t10000",
			[]string{"E2 甲公司 software paid=10000.00"}, []string{"E1 ledger/instalments"}},
		{"instalments that make the sum", "# 台账\n单位名称\t奖补事项\t第一批（元）\t第二批（元）\t合计（元）\n甲公司\t软件产品\t6000\t4000\t10000",
			[]string{"E2 甲公司 software paid=10000.00"}, []string{"E1 ledger/instalments"}},
		{"instalments that do not", "# 台账\n单位名称\t奖补事项\t第一批（元）\t第二批（元）\t合计（元）\n甲公司\t软件产品\t6000\t4001\t10000",
			[]string{"E2 甲公司 software paid=10000.00"}, []string{"E1 ledger/instalments", "E2 table/control-total"}},
		{"a column an item is a payment each", "# 台账\n单位名称\t绿色工厂\t软件产品\n甲公司\t400000\t10000",
			[]string{"B2 甲公司 green-factory paid=400000.00", "C2 甲公司 software paid=10000.00"},
			[]string{"B2 cell/unit-assumed"}},
		{"the unit in the heading of the item", "# 台账\n单位名称\t绿色工厂（万元）\t软件产品（元）\n甲公司\t40\t10000",
			[]string{"B2 甲公司 green-factory paid=400000.00", "C2 甲公司 software paid=10000.00"}, nil},
		{"the unit of the sheet", "# 台账\n单位：万元\n单位名称\t绿色工厂\t软件产品\n甲公司\t40\t1",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00"}, nil},
		{"an empty column is none, a row without any is shown", "# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\n甲公司\t\t10000\n乙公司\t—\t",
			[]string{"C3 甲公司 software paid=10000.00", "4 乙公司 paid=0.00"}, []string{"4 ledger/no-amount"}},
		{"the sum of the row", "# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\t合计\n甲公司\t400000\t10000\t410000",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00"}, nil},
		{"one that is less", "# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\t合计\n甲公司\t400000\t10000\t409999.99",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00"},
			[]string{"D3 table/control-total"}},
		{"one that is more", "# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\t合计\n甲公司\t400000\t10000\t410000.01",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00"},
			[]string{"D3 table/control-total"}},
		{"what came back is a line of its own", "# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\t退回金额\n甲公司\t400000\t10000\t5000",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00",
				"3 甲公司 paid=0.00 back=5000.00"}, nil},
		{"it is not paid the sum of the row again",
			"# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\t合计\t退回金额\n甲公司\t400000\t10000\t410000\t5000",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00",
				"3 甲公司 paid=0.00 back=5000.00"}, nil},
		{"a merged sum is paid once", "# 台账\n单位：元\n单位名称\t绿色工厂\t软件产品\n甲公司\t400000\t10000\n甲公司\t\t20000\n#merge B3:B4",
			[]string{"B3 甲公司 green-factory paid=400000.00", "C3 甲公司 software paid=10000.00",
				"C4 甲公司 software paid=20000.00"}, nil},
		{"beside a column of items the item's is a fact", "# 台账\n单位：元\n单位名称\t奖补事项\t绿色工厂\t拨付金额\n甲公司\t软件产品\t是\t10000",
			[]string{"D3 甲公司 software paid=10000.00"}, []string{"C2 ledger/unread-column"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			payments, found := readLedger(t, c.sheet)
			if diff := cmp.Diff(c.want, payments); diff != "" {
				t.Errorf("payments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.finding, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatIsDueIsNotPaid(t *testing.T) {
	p := town()
	p.Words.Harmless = []string{"应拨金额", "已拨金额"}
	ps, _, fs := ledger.ReadPayments(open(t,
		"# 台账\n单位：元\n单位名称\t应拨金额\t\t已拨金额\t\n\t绿色工厂\t软件产品\t绿色工厂\t软件产品\n甲公司\t400000\t10000\t400000\t5000\n"+
			"#merge A2:A3\n#merge B2:C2\n#merge D2:E2"), standard.NewVocabulary(p), 2024)
	var got []string
	for _, p := range ps {
		got = append(got, shown(p))
	}
	want := []string{"D4 甲公司 green-factory paid=400000.00", "E4 甲公司 software paid=5000.00"}
	if diff := cmp.Diff(want, got); diff != "" || len(fs) != 1 || fs[0].Code != "ledger/unread-column" {
		t.Errorf("payments (-want +got):\n%s%v", diff, fs)
	}
}

func TestSumsThatReachOverRows(t *testing.T) {
	const head = "# 台账\n单位：元\n单位名称\t奖补事项\t拨付金额\n"
	for _, c := range []struct {
		name, sheet   string
		want, finding []string
	}{
		{"a merged sum is one payment for both", head + "甲公司\t绿色工厂\t410000\n甲公司\t软件产品\t\n#merge C3:C4",
			[]string{"C3 甲公司 green-factory+software paid=410000.00"}, nil},
		{"the same sum twice is two", head + "甲公司\t绿色工厂\t10000\n甲公司\t软件产品\t10000",
			[]string{"C3 甲公司 green-factory paid=10000.00", "C4 甲公司 software paid=10000.00"}, nil},
		{"a part that names no item leaves the payment without any", head + "甲公司\t绿色工厂\t410000\n甲公司\t\t\n#merge C3:C4",
			[]string{"C3 甲公司 paid=410000.00"}, nil},
		{"the same item twice is one", head + "甲公司\t绿色工厂\t800000\n甲公司\t绿色工厂\t\n#merge C3:C4",
			[]string{"C3 甲公司 green-factory paid=800000.00"}, nil},
		{"a row without a company goes on with it", head + "甲公司\t绿色工厂\t400000\n\t软件产品\t10000",
			[]string{"C3 甲公司 green-factory paid=400000.00", "C4 甲公司 software paid=10000.00"}, nil},
		{"without a sum it is not", head + "甲公司\t绿色工厂\t400000\n\t软件产品\t待定",
			[]string{"C3 甲公司 green-factory paid=400000.00"}, []string{"B4 table/unread-row"}},
		{"同上 is the company above", head + "甲公司\t绿色工厂\t400000\n同上\t软件产品\t10000",
			[]string{"C3 甲公司 green-factory paid=400000.00", "C4 甲公司 software paid=10000.00"}, nil},
		{"a company alone in its line is one", head + "甲有限公司\t\t", []string{"3 甲有限公司 paid=0.00"},
			[]string{"3 ledger/no-amount"}},
		{"a word alone is none", head + "其他\t\t", nil, []string{"A3 table/unread-row"}},
		{"a total that is not the lines'", head + "甲公司\t绿色工厂\t400000\n合计\t\t400001",
			[]string{"C3 甲公司 green-factory paid=400000.00"}, []string{"C4 table/control-total"}},
		{"a sum below nothing lowers it, and is asked about", head +
			"甲公司\t绿色工厂\t400000\n甲公司\t绿色工厂\t-100000\n合计\t\t300000",
			[]string{"C3 甲公司 green-factory paid=400000.00", "C4 甲公司 green-factory paid=-100000.00"},
			[]string{"C4 ledger/negative"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			payments, found := readLedger(t, c.sheet)
			if diff := cmp.Diff(c.want, payments); diff != "" {
				t.Errorf("payments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.finding, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAWordBesideASumThatReachesDownIsNoPayment(t *testing.T) {
	payments, found := readLedger(t, "# 台账\n单位：元\n单位名称\t奖补事项\t拨付金额\t备注\n甲公司\t绿色工厂\t410000\t\n\t\t\t另附\n#merge C3:C4")
	if diff := cmp.Diff([]string{"C3 甲公司 green-factory paid=410000.00"}, payments); diff != "" {
		t.Errorf("payments (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"D4 table/unread-row"}, found); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestATotalWithoutAUnitIsToldInYuanAsItsLines(t *testing.T) {
	_, _, fs := ledger.ReadPayments(open(t, "# 台账\n单位名称\t奖补事项\t拨付金额\n甲公司\t绿色工厂\t400000\n合计\t\t400001"),
		standard.NewVocabulary(town()), 2024)
	want := []string{"C2 cell/unit-assumed 拨付金额“400000”没有写明单位，按元计算",
		"C3 table/control-total 报送的“合计”拨付金额为 400001.00，逐行相加为 400000.00，相差 1.00"}
	if diff := cmp.Diff(want, findings(fs)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestTheYearOfALedger(t *testing.T) {
	const body = "单位名称\t奖补事项\t拨付金额(元)\n甲公司\t绿色工厂\t400000"
	for _, c := range []struct {
		name, sheet string
		want        []string
	}{
		{"the year of the report", "# 台账\n2024年度台账\n" + body, nil},
		{"another", "# 台账\n2023年度台账\n" + body, []string{"A1 ledger/year"}},
		{"two of which one is", "# 台账\n2023年度至2024年度台账\n" + body, nil},
		{"the sheet's name where no title says one", "# 2023年\n" + body, []string{" ledger/year"}},
		{"the title before the sheet's name", "# 2023年\n2024年度台账\n" + body, nil},
		{"none", "# 台账\n" + body, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := readLedger(t, c.sheet)
			if diff := cmp.Diff(c.want, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTablesAndSectionsOfOtherYearsAreGivenTheirYear(t *testing.T) {
	const head, a, b = "单位名称\t拨付金额(元)\n", "甲公司\t10000\n", "乙公司\t20000\n"
	for _, c := range []struct {
		name, sheet    string
		want, findings []string
	}{
		{"a sheet a year", "# 2023年度\n" + head + a + "# 2024年度\n" + head + b, []string{"甲公司 2023", "乙公司 2024"}, nil},
		{"a year earlier is enough", "# 2023年\n" + head + a + "# 2024年\n" + head + b, []string{"甲公司 2023", "乙公司 0"}, nil},
		{"a year later may be that of the payments", "# 2024年\n" + head + a + "# 2025年\n" + head + b,
			[]string{"甲公司 0", "乙公司 0"}, []string{" ledger/year"}},
		{"a section a year", "# 台账\n" + head + "2023年度\n" + a + "2024年度\n" + b, []string{"甲公司 2023", "乙公司 0"}, nil},
		{"a batch is of the year above it", "# 2024年度\n" + head + "2023年度\n第一批\n" + a, []string{"甲公司 2024"}, nil},
		{"none is of ours", "# 台账\n" + head + "2023年度\n" + a, []string{"甲公司 0"}, []string{"A2 ledger/year"}},
		{"what was recognised in a year is of ours", "# 2024年度\n" + head + "2023年认定的企业\n" + a, []string{"甲公司 2024"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			payments, _, fs := ledger.ReadPayments(open(t, c.sheet), standard.NewVocabulary(town()), 2024)
			var got, found []string
			for _, p := range payments {
				got = append(got, fmt.Sprint(p.Company, " ", p.Year))
			}
			for _, f := range fs {
				found = append(found, f.Ref.Cell()+" "+string(f.Code))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("payments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.findings, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
