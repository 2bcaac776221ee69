package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	{"note footer", "# 预算\n项目\t金额（万元）\n总额\t3000\n注：含上年结转100万元",
		[]string{"B2 total  30000000.00"}},
}

func TestABudgetIsReadHoweverFinanceDrawsIt(t *testing.T) {
	for _, tt := range budgetFormTests {
		t.Run(tt.name, func(t *testing.T) {
			limits, _, fs := ledger.ReadBudget(open(t, tt.sheet), town())
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
