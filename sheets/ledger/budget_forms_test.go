package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets/ledger"
)

// budgetFormTests are budgets as finance draws them: each limit with what was
// allotted, carried, clawed back and held back, then the findings.
var budgetFormTests = []struct {
	name, sheet string
	want        []string
}{
	{"funds as columns", "# 预算\n单位：万元\n条款\t年初预算\t上年结转\t收回\t预留\t调整数\t调整后\n一\t2000\t100\t\t50\t-10\t2040\n二\t1000\t\t20\t\t\t1020\n合计\t3000\t100\t20\t50\t-10\t3060",
		[]string{"B3 clause 一 20400000.00 = 19900000.00 1000000.00 0.00 500000.00",
			"B4 clause 二 10200000.00 = 10000000.00 0.00 200000.00 0.00",
			"B5 total  30600000.00 = 29900000.00 1000000.00 200000.00 500000.00"}},
	{"two-row headings", "# 预算\n奖补事项\t2024年预算（万元）\t\t\t备注\n\t年初预算\t上年结转\t合计\t\n绿色工厂\t200\t10\t210\t\n软件产品\t10\t\t10\t\n合计\t210\t10\t220\t\n#merge B1:D1\n#merge A1:A2\n#merge E1:E2",
		[]string{"B3 item green-factory 2100000.00 = 2000000.00 100000.00 0.00 0.00", "B4 item software 100000.00",
			"B5 total  2200000.00 = 2100000.00 100000.00 0.00 0.00"}},
	{"item by level", "# 预算\n奖补事项\t级别\t预算金额（万元）\n绿色工厂\t国家级\t200\n绿色工厂\t省级\t100\n软件产品\t\t10\n合计\t\t310",
		[]string{"C2 item green-factory 3000000.00", "C4 item software 100000.00", "C5 total  3100000.00"}},
	{"office over items merged", "# 预算\n处室\t奖补事项\t预算数（万元）\n节能处\t绿色工厂\t200\n\t绿色供应链\t100\n信息处\t软件产品\t10\n合计\t\t310\n#merge A2:A3",
		[]string{"C2 office 节能处 3000000.00", "C2 item green-factory 2000000.00", "C3 item green-chain 1000000.00",
			"C4 office 信息处 100000.00", "C4 item software 100000.00", "C5 total  3100000.00"}},
	{"office over items unmerged + subtotals",
		"# 预算\n处室\t奖补事项\t预算数（万元）\n节能处\t绿色工厂\t200\n\t绿色供应链\t100\n\t小计\t300\n信息处\t软件产品\t10\n\t小计\t10\n合计\t\t310",
		[]string{"C2 office 节能处 3000000.00", "C2 item green-factory 2000000.00", "C3 item green-chain 1000000.00",
			"C5 office 信息处 100000.00", "C5 item software 100000.00", "C7 total  3100000.00"}},
	{"county by clause rows", "# 预算\n县区\t条款\t金额（万元）\n东区\t一\t100\n东区\t二\t20\n西区\t一\t30\n合计\t\t150",
		[]string{"C2 district 东区 1200000.00", "C2 clause 一 1300000.00", "C3 clause 二 200000.00",
			"C4 district 西区 300000.00", "C5 total  1500000.00"}},
	{"county by clause matrix", "# 预算\n单位：万元\n县区\t第一条\t第二条\t合计\n东区\t100\t20\t120\n西区\t30\t\t30\n合计\t130\t20\t150",
		[]string{"B3 clause 一 1300000.00", "C3 clause 二 200000.00", "D3 district 东区 1200000.00",
			"D4 district 西区 300000.00", "D5 total  1500000.00"}},
	{"sum in serial", "# 预算\n序号\t奖补事项\t金额（万元）\n1\t绿色工厂\t200\n2\t软件产品\t10\n合计\t\t210",
		[]string{"C2 item green-factory 2000000.00", "C3 item software 100000.00", "C4 total  2100000.00"}},
	{"fund own name", "# 预算\n项目名称\t金额（万元）\n工业和信息产业转型升级专项资金\t3000\n其中：绿色工厂\t200\n软件产品\t10",
		[]string{"B3 item green-factory 2000000.00", "B4 item software 100000.00", "B2 total  30000000.00"}},
	{"unit in title", "# 预算\n某市2024年度奖补资金预算表（万元）\n项目\t金额\n总额\t3000",
		[]string{"B3 total  30000000.00"}},
	{"unit in title 2", "# 预算\n某市2024年度奖补资金预算表\n\t\t金额单位：人民币万元\n项目\t\t金额\n总额\t\t3000",
		[]string{"C4 total  30000000.00"}},
	{"no unit", "# 预算\n项目\t金额\n总额\t30000000\n第一条\t10000000",
		[]string{"! B2 budget/amount 预算金额“30000000”无法识别：没有写明单位", "! B3 budget/amount 预算金额“10000000”无法识别：没有写明单位"}},
	{"heading unit slash", "# 预算\n项目\t预算金额/万元\n总额\t3000",
		[]string{"B2 total  30000000.00"}},
	{"heading unit colon", "# 预算\n项目\t预算（单位：万元）\n总额\t3000",
		[]string{"B2 total  30000000.00"}},
	{"funds as rows", "# 预算\n项目\t金额（万元）\n年初预算\t3000\n上年结转\t100\n收回资金\t20\n预留\t50\n调整数\t-10\n调整后预算\t3060",
		[]string{"B2 total  30600000.00 = 29900000.00 1000000.00 200000.00 500000.00"}},
	{"sheet name unit", "# 预算(万元)\n项目\t金额\n总额\t3000",
		[]string{"B2 total  30000000.00"}},
	{"item bracket level", "# 预算\n项目\t金额（万元）\n绿色工厂（国家级）\t200\n绿色工厂（省级）\t100",
		[]string{"B2 item green-factory 3000000.00"}},
	{"office lines above items", "# 预算\n项目\t金额（万元）\n节能处\t300\n绿色工厂\t200\n绿色供应链\t100\n信息处\t10\n软件产品\t10\n合计\t310",
		[]string{"B2 office 节能处 3000000.00", "B3 item green-factory 2000000.00", "B4 item green-chain 1000000.00",
			"B5 office 信息处 100000.00", "B6 item software 100000.00", "B7 total  3100000.00"}},
	{"chinese serial clause", "# 预算\n序号\t政策条款\t资金需求（万元）\n1\t支持绿色制造\t300\n2\t支持软件\t10",
		[]string{"C2 clause 一 3000000.00", "C3 clause 二 100000.00"}},
	{"the later figure alone", "# 预算\n单位：万元\n项目\t年初预算\t调整后\n总额\t5000\t5200", []string{"B3 total  52000000.00"}},
	{"the later figure in a row", "# 预算\n项目\t金额（万元）\n年初预算\t5000\n调整后预算\t5200", []string{"B2 total  52000000.00"}},
	{"an adjustment that makes the later figure", "# 预算\n单位：万元\n项目\t年初预算\t调整数\t调整后\n总额\t5000\t100\t5100",
		[]string{"B3 total  51000000.00"}},
	{"one that makes another", "# 预算\n单位：万元\n项目\t年初预算\t调整数\t调整后\n总额\t5000\t100\t5000",
		[]string{"! D3 budget/sums “调整后”写明 50,000,000.00 元，按其余各数应为 51,000,000.00 元，相差 -1,000,000.00 元"}},
	{"one that makes another, in rows", "# 预算\n项目\t金额（万元）\n年初预算\t5000\n调整数\t100\n调整后\t5000",
		[]string{"! B4 budget/sums “调整后”写明 50,000,000.00 元，按其余各数应为 51,000,000.00 元，相差 -1,000,000.00 元"}},
	{"what can be used", "# 预算\n项目\t金额（万元）\n年初预算\t5000\n上年结转\t30\n预留\t50\n可用\t4980",
		[]string{"B2 total  49800000.00 = 50000000.00 300000.00 0.00 500000.00"}},
	{"another than the rest makes", "# 预算\n项目\t金额（万元）\n年初预算\t5000\n上年结转\t30\n预留\t50\n可用\t4970",
		[]string{"! B5 budget/sums “可用”写明 49,700,000.00 元，按其余各数应为 49,800,000.00 元，相差 -100,000.00 元"}},
	{"one fund without a name", "# 预算\n单位：万元\n年初预算\t调整数\t调整后\n5000\t100\t5100", []string{"A3 total  51000000.00"}},
	{"one column without a name is nobody's", "# 预算\n单位：万元\n预算金额\t备注\n5000\t略",
		[]string{"! 2 table/missing-column 表头缺少“名称”一栏", "! A3 budget/unknown 预算行（空）对应不到条款、事项、县区或处室"}},
	{"taken from the budget, and held back, with a minus", "# 预算\n项目\t金额（万元）\n总额\t5000\n收回\t-30\n减：预留\t-50\n可用资金\t4920",
		[]string{"B2 total  49200000.00 = 49700000.00 0.00 0.00 500000.00"}},
	{"the same as columns", "# 预算\n单位：万元\n项目\t年初预算\t收回\t预留\t可用\n总额\t5000\t-30\t-50\t4920",
		[]string{"B3 total  49200000.00 = 49700000.00 0.00 0.00 500000.00"}},
	{"nothing can be left over from last year with a minus", "# 预算\n项目\t金额（万元）\n总额\t5000\n上年结转\t-30",
		[]string{"B2 total  50000000.00", "! B3 budget/amount 预算金额“-30”无法识别：不是金额"}},
	{"a third of a fen", "# 预算\n项目\t金额（万元）\n绿色工厂\t333.33333333\n软件产品\t333.333333",
		[]string{"B3 item software 3333333.33", "! B2 budget/amount 预算金额“333.33333333”无法识别：不是整分，可能是除法的结果"}},
	{"items across levels", "# 预算\n单位：万元\n奖补事项\t国家级\t省级\t合计\n绿色工厂\t800\t400\t1200\n绿色供应链\t80\t\t80\n合计\t880\t400\t1280",
		[]string{"D3 item green-factory 12000000.00", "D4 item green-chain 800000.00", "D5 total  12800000.00"}},
	{"items across levels, without a sum", "# 预算\n单位：万元\n奖补事项\t国家级\t省级\n绿色工厂\t800\t400",
		[]string{"3 item green-factory 12000000.00"}},
	{"across levels to another sum", "# 预算\n单位：万元\n奖补事项\t国家级\t省级\t合计\n绿色工厂\t800\t400\t1300",
		[]string{"! D3 budget/sums “合计”写明 13,000,000.00 元，按其余各数应为 12,000,000.00 元，相差 1,000,000.00 元"}},
	{"levels across items", "# 预算\n单位：万元\n级别\t绿色工厂\t绿色供应链\n国家级\t800\t80\n省级\t400\t",
		[]string{"B3 item green-factory 12000000.00", "C3 item green-chain 800000.00"}},
	{"the unit in a note below", "# 预算\n项目\t金额\n总额\t5000\n注：金额单位为万元", []string{"B2 total  50000000.00"}},
	{"the unit alone above", "# 预算\n\t（万元）\n项目\t金额\n总额\t5000", []string{"B3 total  50000000.00"}},
	{"a clause in other words", "# 预算\n项目\t金额（万元）\n（一）支持绿色工厂建设\t500\n（二）支持芯片\t10",
		[]string{"B2 clause 一 5000000.00", "! B3 budget/unknown 预算行“（二）支持芯片”对应不到条款、事项、县区或处室"}},
	{"a number that is no clause's", "# 预算\n项目\t金额（万元）\n（二）绿色工厂\t500\n（一）软件产品\t10",
		[]string{"B2 item green-factory 5000000.00", "B3 item software 100000.00"}},
	{"an office by a part of its name", "# 预算\n处室\t金额（万元）\n信处\t500\n能源处\t10",
		[]string{"! B2 budget/unknown 预算行“信处”对应不到条款、事项、县区或处室", "! B3 budget/unknown 预算行“能源处”对应不到条款、事项、县区或处室"}},
	{"a line that is crossed out", "# 预算\n项目\t金额（万元）\n" + crossed("总额") + "\t" + crossed("5000") + "\n总额\t6000",
		[]string{"B3 total  60000000.00", "! A2 table/struck-row 这一行有删除线，没有计入：总额 | 5000"}},
	{"an amount that is crossed out", "# 预算\n项目\t金额（万元）\n总额\t" + crossed("5000") + "6000\n第一条\t10",
		[]string{"B3 clause 一 100000.00", "! B2 cell/struck 金额（万元）有删除线：原文为“50006000”，划去后为“6000”"}},
	{"a name that is crossed out", "# 预算\n项目\t金额（万元）\n总额\t6000\n" + crossed("第一条") + "\t10",
		[]string{"B2 total  60000000.00", "! A3 cell/struck 项目有删除线：原文为“第一条”，划去后为（空）"}},
	{"two sums of the whole", "# 预算\n项目\t金额（万元）\n总额\t5000\n合计\t4000",
		[]string{"! B3 budget/sums “合计”写明 40,000,000.00 元，按其余各数应为 50,000,000.00 元，相差 -10,000,000.00 元"}},
	{"a sheet without a heading", "# 总表\n总额\t5000\n# 明细\n条款\t金额（万元）\n一\t1000",
		[]string{"B2 clause 一 10000000.00", "! A1 budget/no-heading “总额 | 5000”所在的工作表没有认得出的表头，没有读取"}},
	{"a sheet of something else", "# 说明\n联系电话\t85801234\n# 明细\n条款\t金额（万元）\n一\t1000",
		[]string{"B2 clause 一 10000000.00"}},
	{"note footer", "# 预算\n项目\t金额（万元）\n总额\t3000\n注：含上年结转100万元",
		[]string{"B2 total  30000000.00"}},
}

func TestABudgetIsReadHoweverFinanceDrawsIt(t *testing.T) {
	for _, tt := range budgetFormTests {
		t.Run(tt.name, func(t *testing.T) {
			limits, _, fs := ledger.ReadBudget(open(t, tt.sheet), town(), 2024)
			var got []string
			for _, l := range limits {
				funds := fmt.Sprintf(" = %s %s %s %s", l.Allotted, l.Carried, l.Clawed, l.Reserved)
				if !l.HasFunds() {
					funds = ""
				}
				got = append(got, fmt.Sprintf("%s %s %s %s%s", l.Ref.Cell(), l.Scope, l.Name, l.Limit, funds))
			}
			for _, f := range findings(fs) {
				got = append(got, strings.TrimSpace("! "+f))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// crossed is a text that is struck through.
func crossed(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteRune(r)
		b.WriteRune(calc.Strike)
	}
	return b.String()
}

func TestOfSeveralYearsSideBySideThatOfTheAwardsIsRead(t *testing.T) {
	for _, tt := range []struct {
		name, sheet  string
		want, unread []string
	}{
		{"two years", "# 预算\n单位：万元\n条款\t2023年预算\t2024年预算\n一\t100\t200", []string{"C3 clause 一 2000000.00"},
			[]string{"B2 2023年预算（不是2024年度的，取C2 2024年预算）"}},
		{"with the difference", "# 预算\n单位：万元\n条款\t2023年预算\t2024年预算\t增减\n一\t100\t200\t100",
			[]string{"C3 clause 一 2000000.00"}, []string{"B2 2023年预算（不是2024年度的，取C2 2024年预算）", "D2 增减"}},
		{"a difference within the year adjusts it", "# 预算\n单位：万元\n条款\t年初预算\t增减\n一\t100\t20",
			[]string{"B3 clause 一 1200000.00"}, nil},
		{"the difference to last year", "# 预算\n单位：万元\n条款\t上年预算\t本年预算\t增减\n一\t100\t200\t100",
			[]string{"C3 clause 一 2000000.00"}, []string{"B2 上年预算", "D2 增减"}},
		{"groups of columns", "# 预算\n单位：万元\n条款\t2023年\t\t2024年\t\n\t年初预算\t调整后\t年初预算\t调整后\n一\t10\t11\t20\t22\n#merge B2:C2\n#merge D2:E2\n#merge A2:A3",
			[]string{"D4 clause 一 220000.00"}, []string{"B3 2023年/年初预算（不是2024年度的，取D3 2024年/年初预算）",
				"C3 2023年/调整后（不是2024年度的，取E3 2024年/调整后）"}},
		{"two other years are asked about", "# 预算\n单位：万元\n条款\t2022年预算\t2023年预算\n一\t100\t200",
			[]string{"B3 clause 一 1000000.00", "! C2 table/ambiguous-column 表头“2022年预算”与“2023年预算”是同一栏目，无法确定以哪一栏为准"},
			nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			limits, accounts, fs := ledger.ReadBudget(open(t, tt.sheet), town(), 2024)
			var got []string
			for _, l := range limits {
				got = append(got, fmt.Sprintf("%s %s %s %s", l.Ref.Cell(), l.Scope, l.Name, l.Limit))
			}
			for _, f := range findings(fs) {
				got = append(got, "! "+f)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.unread, accounts[0].Unread); d != "" {
				t.Errorf("not read (-want +got):\n%s", d)
			}
		})
	}
}

func TestAnOfficeIsKnownByAPartOfItsName(t *testing.T) {
	p := town()
	p.Items[0].Office, p.Items[1].Office = "节能与综合利用处", "节能与综合利用处"
	p.Items[2].Office = "信息化推进处"
	for name, want := range map[string]string{"节能处": "节能与综合利用处", "节能与综合利用处": "节能与综合利用处", "信息化处": "信息化推进处",
		"信推处": "信息化推进处", "能利处": "", "节处": "", "节能": "", "节能科": "节能与综合利用处", "综合处": "", "信节处": ""} {
		limits, _, fs := ledger.ReadBudget(open(t, "# 预算\n处室\t金额（万元）\n"+name+"\t500"), p, 2024)
		got := ""
		if len(limits) == 1 {
			got = limits[0].Name
		}
		if got != want || (want == "") != (len(fs) == 1 && fs[0].Code == "budget/unknown") {
			t.Errorf("%s is %q with %v, want %q", name, got, findings(fs), want)
		}
	}
	p.Items[1].Office = "节能监察处"
	if limits, _, _ := ledger.ReadBudget(open(t, "# 预算\n处室\t金额（万元）\n节能处\t500"), p, 2024); len(limits) > 0 {
		t.Errorf("one of two is chosen: %v", limits)
	}
}
