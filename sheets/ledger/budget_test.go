package ledger_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets/ledger"
)

var budgetTests = []struct {
	name, sheet    string
	want, findings []string
}{
	{"lines by scope, the unit in the heading",
		"# 预算\n2024年度奖补资金预算表\n范围\t名称\t金额（万元）\t备注\n总额\t\t3000\t\n条款\t第一条\t2000\t\n奖补事项\t绿色工厂\t1500.5\t\n县区\t东区工信局\t800\t\n处室\t节能处\t2100\t",
		[]string{"C3 total  30000000.00", "C4 clause 一 20000000.00", "C5 item green-factory 15005000.00",
			"C6 district 东区 8000000.00", "C7 office 节能处 21000000.00"}, nil},
	{"the unit in the cell, ids and bracketed clauses",
		"# 预算\n类别\t名称\t金额\n总额\t\t3000万元\n条款\t（二）\t5000000元\n奖补事项\tsoftware\t贰佰万元整",
		[]string{"C2 total  30000000.00", "C3 clause 二 5000000.00", "C4 item software 2000000.00"}, nil},
	{"the unit in a line above", "# 预算\n单位：万元\n范围\t名称\t金额\n总额\t\t3000\n条款\t一\t1",
		[]string{"C3 total  30000000.00", "C4 clause 一 10000.00"}, nil},
	{"funds beside the budget make the limit",
		"# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n结转\t\t100\n收回\t收回以前年度资金\t73\n预留\t\t150\n条款\t一\t500\n结转\t第一条\t20",
		[]string{"C2 total  30230000.00 = 30000000.00 + 1000000.00 + 730000.00 - 1500000.00",
			"C6 clause 一 5200000.00 = 5000000.00 + 200000.00 + 0.00 - 0.00"}, nil},
	{"a table by district with its sum as the total", "# 预算\n县区\t预算金额（万元）\n东区\t100\n西区\t50.25\n合计\t150.25",
		[]string{"B2 district 东区 1000000.00", "B3 district 西区 502500.00", "B4 total  1502500.00"}, nil},
	{"names alone", "# 预算\n项目\t预算数（万元）\n第二条\t10\n信息处\t20\n软件产品\t5\n东区\t7\n总额\t100",
		[]string{"B2 clause 二 100000.00", "B3 office 信息处 200000.00", "B4 item software 50000.00",
			"B5 district 东区 70000.00", "B6 total  1000000.00"}, nil},
	{"a sum that is not the total", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n条款\t一\t500\n合计\t\t3500",
		[]string{"C2 total  30000000.00", "C3 clause 一 5000000.00"},
		[]string{"C4 table/control-total 报送的“合计”为 35000000.00，逐行相加为 30000000.00，相差 5000000.00"}},
	{"a sum that is the total with its funds", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n结转\t\t500\n合计\t\t3500",
		[]string{"C2 total  35000000.00 = 30000000.00 + 5000000.00 + 0.00 - 0.00"}, nil},

	{"a line that names nothing known", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n条款\t十四\t1\n奖补事项\t专精特新\t1\n县区\t北区\t1\n处室\t财务处\t1\n项目库\t一\t1", []string{"C2 total  30000000.00"},
		[]string{"C3 budget/unknown 预算行“条款 十四”对应不到条款、事项、县区或处室", "C4 budget/unknown 预算行“奖补事项 专精特新”对应不到条款、事项、县区或处室",
			"C5 budget/unknown 预算行“县区 北区”对应不到条款、事项、县区或处室",
			"C6 budget/unknown 预算行“处室 财务处”对应不到条款、事项、县区或处室", "C7 budget/unknown 预算行“项目库 一”对应不到条款、事项、县区或处室"}},
	{"funds that belong to no line", "# 预算\n范围\t名称\t金额（万元）\n条款\t一\t100\n结转\t\t100\n预留\t第二条\t1\n收回\t第九条\t1",
		[]string{"C2 clause 一 1000000.00"},
		[]string{"C5 budget/unknown 预算行“收回 第九条”对应不到条款、事项、县区或处室", "C3 budget/unknown 预算行“结转”对应不到条款、事项、县区或处室",
			"C4 budget/unknown 预算行“预留 第二条”对应不到条款、事项、县区或处室"}},
	{"twice the same line", "# 预算\n范围\t名称\t金额（万元）\n条款\t一\t100\n条款\t第一条\t200", []string{"C2 clause 一 1000000.00"},
		[]string{"C3 budget/twice “条款 第一条”的预算出现两次（另见 台账.xlsx:预算!C2）"}},
	{"parts that exceed the whole by one fen",
		"# 预算\n范围\t名称\t金额（元）\n总额\t\t300\n条款\t一\t200\n条款\t二\t100.01\n奖补事项\t绿色工厂\t150\n奖补事项\t绿色供应链\t50.01",
		[]string{"C2 total  300.00", "C3 clause 一 200.00", "C4 clause 二 100.01", "C5 item green-factory 150.00",
			"C6 item green-chain 50.01"},
		[]string{"C2 budget/parts 条款分项预算合计 300.01 元，超过总额 300.00 元",
			"C3 budget/parts 第一条各事项分项预算合计 200.01 元，超过总额 200.00 元"}},
	{"parts that make exactly the whole", "# 预算\n范围\t名称\t金额（元）\n总额\t\t300\n条款\t一\t200\n条款\t二\t100",
		[]string{"C2 total  300.00", "C3 clause 一 200.00", "C4 clause 二 100.00"}, nil},
	{"amounts that cannot be read", "# 预算\n范围\t名称\t金额\n总额\t\t三千多万\n条款\t一\t500\n条款\t二\t\n县区\t东区\t-5万元", nil,
		[]string{"C2 budget/amount 预算金额“三千多万”无法识别：不是金额", "C3 budget/amount 预算金额“500”无法识别：可能是元，也可能是万元",
			"4 budget/amount 预算金额（空）无法识别：没有填写金额", "C5 budget/amount 预算金额“-5万元”无法识别：不是金额"}},
	{"a dash says that there is none, an empty cell does not",
		"# 预算\n范围\t名称\t金额（万元）\n总额\t\t100\n条款\t一\t—\n条款\t二\t无\n条款\t三\t\n结转\t\t—", []string{"C2 total  1000000.00"},
		[]string{"5 budget/amount 预算金额（空）无法识别：没有填写金额"}},
	{"all of it held back", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t100\n预留\t\t100",
		[]string{"C2 total  0.00 = 1000000.00 + 0.00 + 0.00 - 1000000.00"}, nil},
	{"a sum that is the total before its funds", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n结转\t\t500\n合计\t\t3000",
		[]string{"C2 total  35000000.00 = 30000000.00 + 5000000.00 + 0.00 - 0.00"}, nil},
	{"a sum with a name beside it is that of the name", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n合计\t第一条\t500",
		[]string{"C2 total  30000000.00", "C3 clause 一 5000000.00"}, nil},
	{"nor is it the total where no line states one", "# 预算\n范围\t名称\t金额（万元）\n条款\t二\t100\n合计\t第一条\t500",
		[]string{"C2 clause 二 1000000.00", "C3 clause 一 5000000.00"}, nil},
	{"nor where its name stands in the same cell", "# 预算\n名称\t金额（万元）\n第二条\t100\n东区合计\t500",
		[]string{"B2 clause 二 1000000.00", "B3 district 东区 5000000.00"}, nil},
	{"the sum of nobody knows what", "# 预算\n名称\t金额（万元）\n第二条\t100\n信息类合计\t500", []string{"B2 clause 二 1000000.00"},
		[]string{"B3 budget/unknown 预算行“信息类合计”对应不到条款、事项、县区或处室"}},
	{"the sum of the whole by another name", "# 预算\n名称\t金额（万元）\n第二条\t100\n支出合计\t100",
		[]string{"B2 clause 二 1000000.00", "B3 total  1000000.00"}, nil},
	{"a sum of more than its lines", "# 预算\n名称\t金额（万元）\n第一条\t30\n第二条\t70\n合计\t101",
		[]string{"B2 clause 一 300000.00", "B3 clause 二 700000.00", "B4 total  1010000.00"},
		[]string{"B4 table/control-total 报送的“合计”为 1010000.00，逐行相加为 1000000.00，相差 10000.00"}},
	{"one 小计 is the total", "# 预算\n名称\t金额（万元）\n第一条\t30\n第二条\t70\n小计\t100",
		[]string{"B2 clause 一 300000.00", "B3 clause 二 700000.00", "B4 total  1000000.00"}, nil},
	{"of several none is", "# 预算\n名称\t金额（万元）\n第一条\t30\n小计\t30\n第二条\t70\n小计\t71",
		[]string{"B2 clause 一 300000.00", "B4 clause 二 700000.00"},
		[]string{"B5 table/control-total 报送的“小计”为 710000.00，逐行相加为 700000.00，相差 10000.00"}},
	{"clauses below each county", "# 预算\n项目\t金额（万元）\n东区\t\n第一条\t100\n第二条\t20\n小计\t120\n西区\t\n第一条\t30\n合计\t150",
		[]string{"B3 clause 一 1300000.00", "B3 district 东区 1200000.00", "B4 clause 二 200000.00",
			"B7 district 西区 300000.00", "B8 total  1500000.00"}, nil},
	{"levels below an item", "# 预算\n项目\t金额（万元）\n绿色工厂\n国家级\t200\n省级\t100\n合 计\t300",
		[]string{"B3 item green-factory 3000000.00", "B5 total  3000000.00"}, nil},
	{"a chapter above clauses is none of them", "# 预算\n项目\t金额（万元）\n一、加快推动转型升级\n第一条\t200\n二、支持信息产业\n第二条\t100",
		[]string{"B3 clause 一 2000000.00", "B5 clause 二 1000000.00"}, nil},
	{"a chapter with the sum of its clauses", "# 预算\n项目\t金额（万元）\n一、加快推动转型升级\t300\n第一条\t200\n第二条\t100\n合计\t300",
		[]string{"B3 clause 一 2000000.00", "B4 clause 二 1000000.00", "B5 total  3000000.00"}, nil},
	{"a chapter with another sum", "# 预算\n项目\t金额（万元）\n一、加快推动转型升级\t301\n第一条\t200\n第二条\t100",
		[]string{"B3 clause 一 2000000.00", "B4 clause 二 1000000.00"},
		[]string{"B2 budget/unknown 预算行“一、加快推动转型升级”对应不到条款、事项、县区或处室"}},
	{"a hidden copy", "# 预算\n条款\t金额（万元）\n一\t200\n合计\t200\n# 备份\n条款\t金额（万元）\n一\t200\n合计\t200",
		[]string{"B2 clause 一 2000000.00", "B3 total  2000000.00"},
		[]string{" table/copy 工作表“备份”的 1 行与工作表“预算”的内容相同，没有重复计入"}},
	{"another version on another sheet", "# 预算\n条款\t金额（万元）\n一\t200\n# 备份\n条款\t金额（万元）\n一\t150",
		[]string{"B2 clause 一 2000000.00"}, []string{"B2 budget/twice “一”的预算出现两次（另见 台账.xlsx:预算!B2）"}},
	{"合 and 计 in two cells", "# 预算\n条款\t名称\t金额（万元）\n一\t支持绿色制造\t200\n合\t计\t200",
		[]string{"C2 clause 一 2000000.00", "C3 total  2000000.00"}, nil},
	{"figures without a word are the sum", "# 预算\n名称\t金额（万元）\n第一条\t30\n第二条\t70\n\t100",
		[]string{"B2 clause 一 300000.00", "B3 clause 二 700000.00", "B4 total  1000000.00"}, nil},
	{"figures without a word that are no sum", "# 预算\n名称\t金额（万元）\n第一条\t30\n第二条\t70\n\t99",
		[]string{"B2 clause 一 300000.00", "B3 clause 二 700000.00"},
		[]string{"B4 budget/unknown 预算行“990000.00”对应不到条款、事项、县区或处室"}},
	{"signatures and notes below", "# 预算\n名称\t金额（万元）\n总额\t3000\n填表人：张三\t审核人：李四\n2024年3月5日\n备注\t以上金额含上年结转100万元",
		[]string{"B2 total  30000000.00"}, nil},
	{"the unit stands below the heading", "# 预算\n名称\t金额\n\t单位：万元\n总额\t3000", []string{"B3 total  30000000.00"}, nil},
	{"funds of a scope that names nothing", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t3000\n条款\t结转\t5",
		[]string{"C2 total  30000000.00"}, []string{"C3 budget/unknown 预算行“条款 结转”对应不到条款、事项、县区或处室"}},
	{"items of another clause are no part of it", "# 预算\n范围\t名称\t金额（元）\n条款\t二\t100\n奖补事项\t绿色工厂\t150\n奖补事项\t软件产品\t100",
		[]string{"C2 clause 二 100.00", "C3 item green-factory 150.00", "C4 item software 100.00"}, nil},
	{"more held back than there is", "# 预算\n范围\t名称\t金额（万元）\n总额\t\t100\n预留\t\t101",
		[]string{"C2 total  0.00 = 1000000.00 + 0.00 + 0.00 - 1010000.00"},
		[]string{"C3 budget/reserved 预留 1,010,000.00 元，超过可用的预算 1,000,000.00 元"}},
	{"a formula without its result", "# 预算\n名称\t金额（万元）\n总额\t=F:SUM(A1:A3)",
		nil, []string{"B2 budget/amount 预算金额（空）无法识别：公式没有保存结果"}},
	{"a formula with one", "# 预算\n名称\t金额（万元）\n总额\t=F:SUM(A1:A3)|300",
		[]string{"B2 total  3000000.00"}, nil},
	{"an error in place of an amount", "# 预算\n名称\t金额（万元）\n总额\t=E:#REF!",
		nil, []string{"B2 budget/amount 预算金额“#REF!”无法识别：单元格出错"}},
	{"a word in place of an amount", "# 预算\n名称\t金额（万元）\n总额\t待定",
		nil, []string{"B2 budget/amount 预算金额“待定”无法识别：不是金额"}},
	{"a part of a limit stands twice", "# 预算\n县区\t条款\t金额（万元）\n东区\t一\t100\n东区\t一\t20",
		[]string{"C2 district 东区 1000000.00", "C2 clause 一 1000000.00"}, []string{"C3 budget/twice “东区 一”的预算出现两次（另见 台账.xlsx:预算!C2）"}},
	{"two parts of a limit", "# 预算\n县区\t条款\t金额（万元）\n东区\t一\t100\n西区\t一\t20",
		[]string{"C2 district 东区 1000000.00", "C2 clause 一 1200000.00", "C3 district 西区 200000.00"}, nil},
	{"the sum of one thing is another than its parts", "# 预算\n县区\t条款\t金额（万元）\n东区\t一\t100\n东区\t二\t20\n东区小计\t\t130",
		[]string{"C2 district 东区 1200000.00", "C2 clause 一 1000000.00", "C3 clause 二 200000.00"}, []string{"C4 table/control-total 报送的“东区小计”为 1300000.00，逐行相加为 1200000.00，相差 100000.00"}},
	{"what is added and what is cut", "# 预算\n单位：万元\n条款\t年初预算\t追加\t调减\t调整后\n一\t100\t20\t\t120\n二\t200\t\t10\t190\n合计\t300\t20\t10\t310",
		[]string{"B3 clause 一 1200000.00", "B4 clause 二 1900000.00", "B5 total  3100000.00"}, nil},
	{"cut without a column of what is left", "# 预算\n条款\t年初预算（万元）\t调减（万元）\n一\t100\t20\n二\t200\t-10\n合计\t300\t30",
		[]string{"B2 clause 一 800000.00", "B3 clause 二 1900000.00", "B4 total  2700000.00"}, nil},
	{"a line that cuts the total", "# 预算\n项目\t金额（万元）\n年初预算\t300\n压减\t30\n调整后预算\t270",
		[]string{"B2 total  2700000.00"}, nil},
	{"with its sign", "# 预算\n项目\t金额（万元）\n总额\t300\n年中调减\t-30\n合计\t270", []string{"B2 total  2700000.00"}, nil},
	{"of a matrix nobody knows what is cut", "# 预算\n单位：万元\n项目\t第一条\t第二条\n总额\t100\t200\n压减\t10\t20",
		[]string{"B3 clause 一 1000000.00", "C3 clause 二 2000000.00", "3 total  3000000.00"},
		[]string{"4 budget/unknown 预算行“压减”对应不到条款、事项、县区或处室"}},
	{"clauses below a heading of clauses are columns",
		"# 预算\n单位：万元\n县区\t条款\t\t合计\n\t（一）\t（二）\n东区\t4\t6\t10\n合计\t4\t6\t10\n#merge A2:A3\n#merge B2:C2\n#merge D2:D3",
		[]string{"B4 clause 一 40000.00", "C4 clause 二 60000.00", "D4 district 东区 100000.00", "D5 total  100000.00"}, nil},
	{"a part of a clause's title behind its number", "# 预算\n项目\t金额（万元）\n（一）绿色制造\t100",
		[]string{"B2 clause 一 1000000.00"}, nil},
	{"one of another clause's is none", "# 预算\n项目\t金额（万元）\n总额\t100\n（二）绿色制造\t100", []string{"B2 total  1000000.00"},
		[]string{"B3 budget/unknown 预算行“（二）绿色制造”对应不到条款、事项、县区或处室"}},
	{"lines of other years", "# 预算\n年度\t条款\t金额（万元）\n2023年\t一\t90\n\t二\t150\n2024\t一\t100\n\t二\t200",
		[]string{"C4 clause 一 1000000.00", "C5 clause 二 2000000.00"}, nil},
	{"a sheet of another year", "# 2023年预算\n条款\t金额（万元）\n一\t90\n# 2024年预算\n条款\t金额（万元）\n一\t100",
		[]string{"B2 clause 一 1000000.00"}, nil},
	{"a title of another year, and none of ours", "# 预算\n2023年度预算\n条款\t金额（万元）\n一\t90", []string{"B3 clause 一 900000.00"},
		[]string{"A1 budget/year 预算表写明的是 2023 年度，本次是 2024 奖补年度"}},
	{"a title with the day of the paper", "# 预算\n2023年12月30日下达\n条款\t金额（万元）\n一\t90",
		[]string{"B3 clause 一 900000.00"}, nil},
	{"what was spent last year", "# 预算\n条款\t2023年执行数\t2024年预算数（万元）\t增减\n一\t90\t100\t10", []string{"C2 clause 一 1000000.00"}, nil},
	{"a note that something was added is asked about", "# 预算\n项目\t金额（万元）\n总额\t300\n注：8月追加50万元。",
		[]string{"B2 total  3000000.00"}, []string{"A3 budget/said 预算表中写着“注：8月追加50万元。”，没有计入预算"}},
	{"one that says that it is in is not", "# 预算\n项目\t金额（万元）\n总额\t350\n注：已含8月追加的50万元。", []string{"B2 total  3500000.00"}, nil},
	{"nor one of what a column holds", "# 预算\n项目\t年初预算（万元）\t追加（万元）\n总额\t300\t50\n注：8月追加50万元。",
		[]string{"B2 total  3500000.00"}, nil},
	{"no table", "# 封面\n预算", nil, []string{" budget/no-table 没有找到预算表"}},
	{"no column of amounts", "# 预算\n范围\t名称\n总额\t全部", nil,
		[]string{"1 table/missing-column 表头缺少“金额”一栏", "2 budget/amount 预算金额（空）无法识别：没有填写金额"}},
}

func TestReadBudget(t *testing.T) {
	for _, tt := range budgetTests {
		t.Run(tt.name, func(t *testing.T) {
			limits, _, fs := ledger.ReadBudget(open(t, tt.sheet), town(), 2024)
			var got []string
			for _, l := range limits {
				s := strings.Join([]string{l.Ref.Cell(), string(l.Scope), l.Name, l.Limit.String()}, " ")
				if l.HasFunds() {
					s += " = " + l.Allotted.String() + " + " + l.Carried.String() + " + " + l.Clawed.String() + " - " +
						l.Reserved.String()
				}
				got = append(got, s)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("limits (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.findings, findings(fs)); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestBudgetErrorsMustBeMended(t *testing.T) {
	for _, code := range []calc.Code{"budget/unknown", "budget/twice", "budget/parts", "budget/amount",
		"budget/no-table", "budget/reserved"} {
		if calc.Found(code, calc.Ref{}).Severity() != calc.Error {
			t.Errorf("%s does not stop the run", code)
		}
	}
}
