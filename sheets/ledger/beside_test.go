package ledger_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets/ledger"
)

// awardsOf reads earlier awards and shows them in short.
func awardsOf(t *testing.T, sheet string) (got, found []string, accounts []calc.SheetAccount) {
	t.Helper()
	awards, accounts, fs := ledger.ReadPrior(open(t, sheet), town())
	for _, p := range awards {
		got = append(got, fmt.Sprintf("%s!%s %d %s %s %s %s", p.Ref.Sheet, p.Ref.Cell(), p.Year, p.Company, p.Item,
			p.Level, p.Amount))
	}
	for _, f := range fs {
		found = append(found, f.Ref.Cell()+" "+string(f.Code))
	}
	return got, found, accounts
}

func TestEarlierAwardsSideBySideAreReadAlike(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		want, found []string
	}{
		{"under one title", "# 2021年\n省级绿色工厂\n单位名称\t金额（元）\t\t单位名称\t金额（元）\n甲厂\t400000\t\t乙厂\t400000",
			[]string{"2021年!B3 2021 甲厂 green-factory 省级 400000.00", "2021年!E3 2021 乙厂 green-factory 省级 400000.00"}, nil},
		{"each under its level", "# 2021年\n绿色工厂奖补（万元）\n国家级\t\t省级\n企业\t金额\t企业\t金额\n甲厂\t80\t乙厂\t40\n合计\t80\t合计\t40",
			[]string{"2021年!B4 2021 甲厂 green-factory 国家级 800000.00", "2021年!D4 2021 乙厂 green-factory 省级 400000.00"}, nil},
		{"each under its year", "# 历年\n省级绿色工厂\n2021年\t\t2022年\n企业\t金额（元）\t企业\t金额（元）\n甲厂\t400000\t乙厂\t400000",
			[]string{"历年!B4 2021 甲厂 green-factory 省级 400000.00", "历年!D4 2022 乙厂 green-factory 省级 400000.00"}, nil},
		{"one with a level of its own is one table, and asked about",
			"# 2021年\n省级绿色工厂\n单位名称\t金额（元）\t单位名称\t金额（元）\t级别\n甲厂\t400000\t乙厂\t400000\t省级",
			[]string{"2021年!B3 2021 甲厂 green-factory 省级 400000.00"},
			[]string{"C2 table/ambiguous-column", "D2 table/ambiguous-column"}},
		{"sums beside the rows are told and not read",
			"# 2021年\n单位名称\t奖补事项\t金额（元）\t\t单位名称\t金额（元）\n甲厂\t软件产品\t10000\t\t甲厂\t10000",
			[]string{"2021年!C2 2021 甲厂 software  10000.00"}, []string{"E1 table/beside"}},
		{"one amount over two lines is that of the first",
			"# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t20000\n乙厂\t软件产品\n#merge C2:C3",
			[]string{"2021年!C2 2021 甲厂 software  20000.00", "2021年!C3 2021 乙厂 software  0.00"}, []string{"C3 prior/amount"}},
		{"the sign for as above is the amount above", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t〃\t〃",
			[]string{"2021年!C2 2021 甲厂 software  10000.00", "2021年!C3 2021 乙厂 software  10000.00"}, nil},
		{"the year of the title holds for the tables below",
			"# 名单\n2021年度奖补名单\n省级绿色工厂\n单位名称\t金额（元）\n甲厂\t400000\n软件产品名单\n企业名称\t金额（元）\n乙厂\t10000",
			[]string{"名单!B4 2021 甲厂 green-factory 省级 400000.00", "名单!B7 2021 乙厂 software  10000.00"}, nil},
		{"a year above the same headings", "# 历年\n省级绿色工厂\n2021年度\n单位名称\t金额（元）\n甲厂\t400000\n2022年度\n单位名称\t金额（元）\n乙厂\t400000",
			[]string{"历年!B4 2021 甲厂 green-factory 省级 400000.00", "历年!B7 2022 乙厂 green-factory 省级 400000.00"}, nil},
		{"a sheet without headings that names a company is told",
			"# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n# 补充\n乙公司\t软件产品\t10000",
			[]string{"2021年!C2 2021 甲厂 software  10000.00"}, []string{"A1 table/no-heading"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, found, _ := awardsOf(t, c.sheet)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("awards (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.found, found); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestSumsOfEarlierAwardsAreSetAsideWhereTheyAreThat(t *testing.T) {
	const rows = "# 2021年\n单位名称\t信用代码\t奖补事项\t金额（元）\n甲公司\t" + codeA + "\t软件产品\t10000\n甲公司\t" + codeA +
		"\t软件产品\t20000\n乙公司\t\t软件产品\t10000\n"
	const other = "# 2022年\n单位名称\t信用代码\t奖补事项\t金额（元）\n甲公司\t" + codeA + "\t软件产品\t5000\n"
	copies := func(n int) []calc.LineCount {
		return []calc.LineCount{{Kind: calc.LineHeader, Lines: 1}, {Kind: calc.LineCopy, Lines: n}}
	}
	for _, c := range []struct {
		name, sheet string
		awards      int
		found       []string
		others      []calc.LineCount // of the last sheet
	}{
		{"by company", rows + "# 汇总\n单位名称\t金额（万元）\n甲公司\t3\n乙公司\t1", 3, []string{" prior/summary"}, copies(2)},
		{"by company, with a code where the rows have none", rows + "# 汇总\n单位名称\t信用代码\t金额（元）\n乙公司\t" + codeB + "\t10000", 3,
			[]string{" prior/summary"}, copies(1)},
		{"by company, one yuan off", rows + "# 汇总\n单位名称\t金额（元）\n甲公司\t30000\n乙公司\t10001", 3,
			[]string{"B3 prior/summary-differs"}, []calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
		{"by company, changed about", rows + "# 汇总\n单位名称\t金额（元）\n甲公司\t10000\n乙公司\t30000", 3,
			[]string{"B2 prior/summary-differs"}, []calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
		{"a company that no row names", rows + "# 汇总\n单位名称\t金额（元）\n甲公司\t30000\n丙公司\t10000", 3,
			[]string{"B3 prior/summary-differs"}, []calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
		{"of one of two years", rows + other + "# 2021年汇总\n单位名称\t金额（元）\n甲公司\t30000\n乙公司\t10000", 4,
			[]string{" prior/summary"}, copies(2)},
		{"of both", rows + other + "# 汇总\n单位名称\t金额（元）\n甲公司\t35000\n乙公司\t10000", 4, []string{" prior/summary"}, copies(2)},
		{"of neither", rows + other + "# 汇总\n单位名称\t金额（元）\n甲公司\t5000\n乙公司\t10000", 4,
			[]string{"B2 prior/summary-differs"}, []calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
		{"by item", rows + "# 按事项\n奖补事项\t家数\t金额（元）\n软件产品\t2\t40000", 3, []string{" prior/summary"}, copies(1)},
		{"by item, one yuan off", rows + "# 按事项\n奖补事项\t家数\t金额（元）\n软件产品\t2\t40001", 3,
			[]string{"C2 prior/summary-differs"}, []calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
		{"below the rows", rows + "\n按单位\n单位名称\t金额（元）\n甲公司\t30000\n乙公司\t10000", 3, []string{" prior/summary"},
			[]calc.LineCount{{Kind: calc.LineHeader, Lines: 2}, {Kind: calc.LineSection, Lines: 1}, {Kind: calc.LineCopy, Lines: 2}}},
		{"what names an item is an award", rows + "# 汇总\n软件产品\n单位名称\t金额（元）\n甲公司\t30000\n乙公司\t10000", 5,
			[]string{"3 prior/year"},
			[]calc.LineCount{{Kind: calc.LineAbove, Lines: 1}, {Kind: calc.LineHeader, Lines: 1}}},
		{"a hidden copy", rows + "# 备份\n#hide sheet\n" + rows[len("# 2021年\n"):], 3,
			[]string{"2 prior/year", " table/hidden", " table/copy"}, copies(3)},
		{"alone they are awards of nobody knows what", "# 汇总\n单位名称\t金额（元）\n甲公司\t30000", 0, []string{"2 prior/item"},
			[]calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
		{"or of nobody at all", "# 按事项\n奖补事项\t金额（元）\n软件产品\t30000", 0, []string{"2 table/missing-column"},
			[]calc.LineCount{{Kind: calc.LineHeader, Lines: 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, found, accounts := awardsOf(t, c.sheet)
			if len(got) != c.awards {
				t.Errorf("%d awards: %q", len(got), got)
			}
			if d := cmp.Diff(c.found, found); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.others, accounts[len(accounts)-1].Others); d != "" {
				t.Errorf("lines (-want +got):\n%s", d)
			}
		})
	}
}

func TestLedgersSideBySideAreReadAlike(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		want, found []string
	}{
		{"the districts in the headings in front", "# 台账\n东区\t企业\t金额（元）\t\t西区\t企业\t金额（元）\n1\t甲公司\t10000\t\t1\t丙公司\t30000\n2\t乙公司\t20000",
			[]string{"C2 东区 甲公司 paid=10000.00", "C3 东区 乙公司 paid=20000.00", "G2 西区 丙公司 paid=30000.00"}, nil},
		{"a sum of both, the unit above it", "# 台账\n\t\t\t单位：万元\n单位名称\t拨付金额\t单位名称\t拨付金额\n甲公司\t1\t丙公司\t3\n\t\t合计\t4",
			[]string{"B3 甲公司 paid=10000.00", "D3 丙公司 paid=30000.00"}, nil},
		{"districts whose finance offices are paid", "# 台账\n县区\t下达金额（元）\t\t县区\t下达金额（元）\n东区\t10000\t\t西区\t30000",
			[]string{"B2 东区 paid=10000.00", "E2 西区 paid=30000.00"}, nil},
		{"each an instalment", "# 台账\n第一批\t\t第二批\n单位名称\t金额（元）\t单位名称\t金额（元）\n甲公司\t10000\t丙公司\t30000",
			[]string{"B3 甲公司 paid=10000.00", "D3 丙公司 paid=30000.00"}, nil},
		{"the payee beside the company is of the same line", "# 台账\n单位名称\t奖补金额（元）\t收款单位\t拨付金额（元）\n甲公司\t10000\t甲公司\t10000",
			[]string{"D2 甲公司 paid=10000.00 account=甲公司"}, nil},
		{"sums by district beside the firms are told and not read",
			"# 台账\n县区\t单位名称\t拨付金额（元）\t\t县区\t拨付金额（元）\n东区\t甲公司\t10000\t\t东区\t10000",
			[]string{"C2 东区 甲公司 paid=10000.00"}, []string{"E1 table/beside"}},
		{"the sign for as above is a payment of its own", "# 台账\n单位名称\t奖补事项\t拨付金额（元）\n甲公司\t绿色工厂\t400000\n乙公司\t〃\t〃",
			[]string{"C2 甲公司 green-factory paid=400000.00", "C3 乙公司 green-factory paid=400000.00"}, nil},
		{"returns in a table of their own", "# 台账\n单位名称\t拨付金额（元）\n甲公司\t10000\n退回\n单位名称\t退回金额（元）\n甲公司\t10000",
			[]string{"B2 甲公司 paid=10000.00", "5 甲公司 paid=0.00 back=10000.00"}, nil},
		{"a sheet without headings that names a company is told",
			"# 6月\n单位名称\t拨付金额（元）\n甲公司\t10000\n# 7月\n乙公司\t10000\n# 说明\n联系电话\t85801234",
			[]string{"B2 甲公司 paid=10000.00"}, []string{"A1 table/no-heading"}},
		{"who drew up a voucher is paid nothing", "# 台账\n日期\t单位名称\t拨付金额（元）\n2024-06-01\t甲公司\t10000\n制单：张三\t复核：李四",
			[]string{"C2 甲公司 paid=10000.00 date=2024-06-01"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, found := readLedger(t, c.sheet)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("payments (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.found, found); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestSumsBelowTheirRowsAreNoPayments(t *testing.T) {
	const rows = "# 台账\n县区\t单位名称\t奖补事项\t拨付金额（元）\n东区\t甲公司\t软件产品\t10000\n东区\t甲公司\t绿色工厂\t400000\n西区\t乙公司\t软件产品\t10000\n\n"
	for _, c := range []struct {
		name, sums string
		payments   int
		found      []string
	}{
		{"by item", "奖补事项\t拨付金额（元）\n软件产品\t20000\n绿色工厂\t400000", 3, []string{" ledger/summary"}},
		{"by district", "县区\t拨付金额（元）\n东区\t410000\n西区\t10000\n合计\t420000", 3, []string{" ledger/summary"}},
		{"by company", "单位名称\t拨付金额（元）\n甲公司\t410000\n乙公司\t10000", 3, []string{" ledger/summary"}},
		{"by company, one yuan off", "单位名称\t拨付金额（元）\n甲公司\t410001\n乙公司\t10000", 5, nil},
		{"by district, one yuan off", "县区\t拨付金额（元）\n东区\t410001\n西区\t10000", 5, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, found := readLedger(t, rows+c.sums)
			if len(got) != c.payments {
				t.Errorf("%d payments: %q", len(got), got)
			}
			if d := cmp.Diff(c.found, found); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestALedgerThatNobodyFilledInIsToldOnce(t *testing.T) {
	const head = "# 落实\n单位名称\t下达金额（元）\t拨付金额（元）\n"
	for _, c := range []struct {
		name, sheet string
		want        []string
	}{
		{"none is filled in", head + "甲公司\t10000\t\n乙公司\t10000\t\n丙公司\t10000\t", []string{" ledger/unfilled"}},
		{"one is", head + "甲公司\t10000\t10000\n乙公司\t10000\t\n丙公司\t10000\t",
			[]string{"3 ledger/no-amount", "4 ledger/no-amount"}},
		{"there is but one", head + "甲公司\t10000\t", []string{"2 ledger/no-amount"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, found := readLedger(t, c.sheet); cmp.Diff(c.want, found) != "" {
				t.Error(cmp.Diff(c.want, found))
			}
		})
	}
}

func TestBudgetsSideBySideAreReadAlike(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		want        []string
	}{
		{"the same headings, a sum of all", "# 预算\n条款\t金额（元）\t\t条款\t金额（元）\n一\t100\t\t二\t200\n\t\t\t合计\t300",
			[]string{"B2 clause 一 100.00", "E2 clause 二 200.00", "E3 total  300.00"}},
		{"other headings, each with its sum", "# 预算\n条款\t金额（元）\t\t县区\t金额（元）\n一\t100\t\t东区\t60\n二\t200\t\t西区\t240\n合计\t300\t\t合计\t300",
			[]string{"B2 clause 一 100.00", "B3 clause 二 200.00", "E2 district 东区 60.00", "E3 district 西区 240.00",
				"B4 total  300.00"}},
		{"each of a year", "# 预算\n2023年\t\t\t2024年\n条款\t金额（元）\t\t条款\t金额（元）\n一\t100\t\t二\t200\n#merge A1:B1\n#merge D1:E1",
			[]string{"E3 clause 二 200.00"}},
		{"what was spent is told and not read", "# 预算\n条款\t金额（元）\t\t条款\t执行数（元）\n一\t100\t\t二\t200",
			[]string{"B2 clause 一 100.00",
				"! D1 table/beside 右边另有一张表（“条款”“执行数（元）”），表头与左边的不同，没有读取"}},
		{"its lines in columns", "# 预算\n单位：元\n项目\t绿色工厂\t软件产品\t合计\n预算数\t100\t20\t120",
			[]string{"B3 item green-factory 100.00", "C3 item software 20.00", "D3 total  120.00"}},
		{"and adjusted", "# 预算\n单位：元\n项目\t绿色工厂\t软件产品\t合计\n年初预算\t100\t20\t120\n调整数\t10\t0\t10\n调整后\t110\t20\t130",
			[]string{"B3 item green-factory 110.00", "C3 item software 20.00", "D3 total  130.00"}},
		{"a count beside the amounts, a sum without a word", "# 预算\n县区\t家数\t金额（元）\n东区\t5\t100\n西区\t8\t200\n\t13\t300",
			[]string{"C2 district 东区 100.00", "C3 district 西区 200.00", "C4 total  300.00"}},
		{"the word for the sum at the left, its figure at the right", "# 预算\n条款\t金额（元）\t条款\t金额（元）\n一\t100\t二\t200\n合计\t\t\t300",
			[]string{"B2 clause 一 100.00", "D2 clause 二 200.00", "D3 total  300.00"}},
		{"the unit of the title holds for both tables", "# 预算\n预算（万元）\n一、按条款\n条款\t金额\n一\t100\n二、按县区\n县区\t金额\n东区\t60",
			[]string{"B4 clause 一 1000000.00", "B7 district 东区 600000.00"}},
		{"a total by its last word", "# 预算\n名称\t金额（元）\n2024年度奖补资金总额\t500", []string{"B2 total  500.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			limits, _, fs := ledger.ReadBudget(open(t, c.sheet), town(), 2024)
			var got []string
			for _, l := range limits {
				got = append(got, fmt.Sprintf("%s %s %s %s", l.Ref.Cell(), l.Scope, l.Name, l.Limit))
			}
			for _, f := range findings(fs) {
				got = append(got, "! "+f)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
