package ledger_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

func wan(n int64) money.Yuan { return money.YuanOf(n * 10000) }

// town is an invented policy.
func town() *calc.Policy {
	return &calc.Policy{
		ID:      "town",
		Levels:  []calc.Level{{Name: "省级", Rank: 1}, {Name: "国家级", Rank: 2}},
		Clauses: []calc.Clause{{Number: "一", Title: "支持绿色制造"}, {Number: "二", Title: "支持软件"}},
		Items: []calc.Item{
			{ID: "green-factory", Name: "绿色工厂", Clause: "一", Office: "节能处",
				Awards: []calc.Award{{Level: "省级", Amount: wan(40)}, {Level: "国家级", Amount: wan(80)}}},
			{ID: "green-chain", Name: "绿色供应链", Clause: "一", Office: "节能处",
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}}},
			{ID: "software", Name: "软件产品", Clause: "二", Office: "信息处", Awards: []calc.Award{{Amount: wan(1)}}},
		},
		NotCovered: []calc.NotCovered{{Name: "绿色设计产品"}},
		Districts:  []calc.District{{Name: "东区", Aliases: []string{"东区工信局"}}, {Name: "西区"}},
	}
}

// open makes a workbook of a text and opens it.
func open(t testing.TB, text string) *sheets.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := sheettest.Build(path, text); err != nil {
		t.Fatal(err)
	}
	b, fs, err := sheets.Open(sheets.Input{Path: path, File: "台账.xlsx"})
	if err != nil || b == nil {
		t.Fatalf("open: %v %v", err, fs)
	}
	return b
}

// shown writes a payment as one line, leaving out what is empty.
func shown(p reconcile.Payment) string {
	parts := []string{p.Ref.Cell(), p.District, p.Company, p.FormerName, p.CreditCode, strings.Join(p.Items, "+")}
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	add("paid", p.Paid.String())
	if !p.Returned.IsZero() {
		add("back", p.Returned.String())
	}
	if p.Bounced {
		add("bounced", "yes")
	}
	add("other", p.OtherItem)
	add("level", p.Level)
	add("subject", p.Subject)
	add("certificate", p.Certificate)
	add("date", p.Date.String())
	add("voucher", p.Voucher)
	add("account", p.Account)
	add("remark", p.Remark)
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func findings(fs calc.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %s %s", f.Ref.Cell(), f.Code, f.Message()))
	}
	return out
}

var paymentTests = []struct {
	name, sheet    string
	want, findings []string
}{
	{"a ledger with a title, a unit line, a total and signatures",
		"# 台账\n某市2024年度奖补资金拨付台账\n单位：万元\n序号\t县区\t单位名称\t统一社会信用代码\t奖补事项\t应奖金额\t已拨金额\t拨付日期\t凭证号\t收款户名\t开户行\t账号\t备注\n" +
			"1\t东区工信局\t甲（东区）有限公司\t91320700MA1MYQFX0C\t国家级绿色工厂\t80\t80\t2024.10.9\t记-12\t甲(东区)有限公司\t工行\t6222021001116245702\t\n" +
			"合计\t\t\t\t\t80\t80\n制表人：王某\t\t\t审核：李某",
		[]string{"G4 东区 甲（东区）有限公司 91320700MA1MYQFX0C green-factory paid=800000.00 level=国家级 date=2024-10-09 voucher=记-12 account=甲（东区）有限公司"}, nil},
	{"the unit stands in the heading; the total is wrong",
		"# 台账\n县区\t单位名称\t奖补事项\t拨付金额（元）\n西区\t乙公司\t软件产品\t10000.5\n小计\t\t\t10000.5\n东区\t丙公司\t软件产品\t'10,000\n合计\t\t\t20000",
		[]string{"D2 西区 乙公司 software paid=10000.50", "D4 东区 丙公司 software paid=10000.00"},
		[]string{"D5 table/control-total 报送的“合计”拨付金额为 20000.00，逐行相加为 20000.50，相差 -0.50"}},
	{"a subtotal that is wrong",
		"# 台账\n单位名称\t奖补事项\t拨付金额（元）\n乙公司\t软件产品\t10000\n东区小计\t\t9000\n丙公司\t软件产品\t20000\n西区小计\t\t20000\n总计\t\t30000",
		[]string{"C2 乙公司 software paid=10000.00", "C4 丙公司 software paid=20000.00"},
		[]string{"C3 table/control-total 报送的“东区小计”拨付金额为 9000.00，逐行相加为 10000.00，相差 -1000.00"}},
	{"a merged sum pays several items", "# 台账\n单位名称\t奖补事项\t拨付金额(万元)\n乙公司\t绿色工厂\t120\n\t绿色供应链\n丙公司\t软件产品\t1\n合计\t\t121\n#merge A2:A3\n#merge C2:C3",
		[]string{"C2 乙公司 green-factory+green-chain paid=1200000.00", "C4 丙公司 software paid=10000.00"}, nil},
	{"one column an item", "# 台账\n单位名称\t绿色工厂（万元）\t软件产品（万元）\t合计（万元）\n乙公司\t40\t2\t42\n丙公司\t\t1\t2\n丁公司\t\t\t",
		[]string{"B2 乙公司 green-factory paid=400000.00", "C2 乙公司 software paid=20000.00",
			"C3 丙公司 software paid=10000.00", "4 丁公司 paid=0.00"},
		[]string{"D3 table/control-total 报送的本行合计为 20000.00，逐行相加为 10000.00，相差 10000.00",
			"4 ledger/no-amount “丁公司”没有填写拨付金额，按未拨付处理"}},
	{"blank names below go on with the company, 同上 repeats",
		"# 台账\n序号\t单位名称\t奖补事项\t拨付金额(万元)\n1\t乙公司\t绿色工厂\t40\n\t\t绿色供应链\t80\n2\t丙公司\t软件产品\t1\n3\t同上\t同上\t1",
		[]string{"D2 乙公司 green-factory paid=400000.00", "D3 乙公司 green-chain paid=800000.00",
			"D4 丙公司 software paid=10000.00", "D5 丙公司 software paid=10000.00"}, nil},
	{"下达金额 counts where nothing says what was paid", "# 下达表\n单位名称\t条款/项目\t应奖金额(万元)\t下达金额(万元)\n乙公司\t第一条\t120\t100",
		[]string{"D2 乙公司 green-factory+green-chain paid=1000000.00"}, nil},
	{"a sum carried from page to page is nobody's",
		"# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t软件产品\t10000\n本页小计\t\t10000\n承前页\t\t10000\n丙公司\t软件产品\t20000\n合计\t\t30000",
		[]string{"C2 乙公司 software paid=10000.00", "C5 丙公司 software paid=20000.00"}, nil},
	{"a bank's list of what went out and came in",
		"# 流水\n单位：元\n交易日期\t对方户名\t支出金额\t收入金额\t余额\t摘要\n2024-10-09\t乙公司\t10000\t\t90000\t软件产品\n2024-10-12\t乙公司\t\t10000\t100000\t退汇",
		[]string{"C3 乙公司 software paid=10000.00 date=2024-10-09",
			"4 乙公司 paid=0.00 back=10000.00 date=2024-10-12"}, nil},
	{"the day and the hour of a bank's list, and which side a sum is on",
		"# 流水\n单位：元\n交易日期\t交易时间\t借贷标志\t交易金额\t对方户名\n20241009\t09:12:33\t借\t10000\t乙公司\n20241012\t10:00:00\t贷\t10000\t乙公司",
		[]string{"D3 乙公司 paid=10000.00 date=2024-10-09",
			"D4 乙公司 paid=10000.00 bounced=yes date=2024-10-12 remark=贷"}, nil},
	{"one column a month", "# 台账\n单位名称\t9月拨付（元）\t10月拨付（元）\n乙公司\t10000\t\n丙公司\t10000\t20000",
		[]string{"B2 乙公司 paid=10000.00", "B3 丙公司 paid=10000.00", "C3 丙公司 paid=20000.00"},
		[]string{"B1 ledger/instalments 表中有分次拨付的栏目“9月拨付（元）”“10月拨付（元）”，已拨金额各列相加"}},
	{"one column a year, with its sum", "# 台账\n单位名称\t2024年拨付（元）\t2025年拨付（元）\t合计（元）\n丙公司\t10000\t20000\t30000",
		[]string{"D2 丙公司 paid=30000.00"},
		[]string{"D1 ledger/instalments 表中有分次拨付的栏目“2024年拨付（元）”“2025年拨付（元）”，已拨金额取“合计（元）”"}},
	{"a numbered company beside its item", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n1、乙公司\t绿色工厂\t400000",
		[]string{"C2 乙公司 green-factory paid=400000.00"}, nil},
	{"what stands under a heading that nobody knows is heard",
		"# 台账\n单位名称\t拨付金额(元)\t审核意见\n乙公司\t10000\t暂缓拨付\n丙公司\t10000\t同意拨付",
		[]string{"B2 乙公司 paid=0.00 remark=暂缓拨付", "B3 丙公司 paid=10000.00"},
		[]string{"C1 ledger/unread-column 栏目“审核意见”没有读取", "C2 ledger/not-paid 10000.00 元没有计为已拨：台账写着“暂缓拨付”"}},
	{"the answer to a question that nobody knows says nothing",
		"# 台账\n单位名称\t拨付金额(元)\t是否规上\n乙公司\t10000\t否", []string{"B2 乙公司 paid=10000.00"},
		[]string{"C1 ledger/unread-column 栏目“是否规上”没有读取"}},
	{"what was not paid is taken off what was to be", "# 台账\n单位名称\t奖补金额(元)\t尚未拨付(元)\n乙公司\t20000\t\n丙公司\t20000\t20000\n丁公司\t20000\t5000\n合计\t60000\t25000",
		[]string{"B2 乙公司 paid=20000.00", "B3 丙公司 paid=0.00", "B4 丁公司 paid=15000.00"}, nil},
	{"not where a column says what was paid", "# 台账\n单位名称\t奖补金额(元)\t已拨金额(元)\t未拨金额(元)\n乙公司\t20000\t15000\t5000",
		[]string{"C2 乙公司 paid=15000.00"}, nil},
	{"what a bank books for itself is no payment", "# 流水\n单位：元\n日期\t对方户名\t支出金额\t收入金额\t摘要\n2024-10-09\t乙公司\t10000\t\t奖补\n2024-10-09\t\t5\t\t手续费\n2024-10-09\t\t7\t\t奖补",
		[]string{"C3 乙公司 paid=10000.00 date=2024-10-09", "C5 paid=7.00 date=2024-10-09"},
		[]string{"A4 table/unread-row 这一行不像认定记录，没有计入：2024-10-09 | 5 | 手续费", "5 cell/company-missing 没有填写单位名称"}},
	{"核定, 已拨付 and 未拨付 side by side",
		"# 台账\n单位名称\t奖补事项\t核定金额(元)\t已拨付(元)\t未拨付(元)\n乙公司\t软件产品\t20000\t10000\t10000",
		[]string{"D2 乙公司 software paid=10000.00"}, nil},
	{"beside 已拨金额 it does not", "# 台账\n单位名称\t条款/项目\t下达金额(万元)\t已拨金额(万元)\n乙公司\t绿色工厂、软件产品\t100\t30",
		[]string{"D2 乙公司 green-factory+software paid=300000.00"}, nil},
	{"a sum that is missing leaves the row unpaid", "# 台账\n单位名称\t奖补事项\t下达金额(万元)\t已拨金额(万元)\n乙公司\t绿色工厂\t100\t-",
		[]string{"D2 乙公司 green-factory paid=0.00"},
		[]string{"D2 ledger/no-amount “乙公司”没有填写拨付金额，按未拨付处理"}},
	{"the sheet's name says the item", "# 绿色工厂\n单位名称\t拨付金额(万元)\n乙公司\t40",
		[]string{"B2 乙公司 green-factory paid=400000.00"}, nil},
	{"an item that the policy does not pay", "# 台账\n单位名称\t奖补事项\t拨付金额(万元)\n乙公司\t绿色设计产品\t40",
		[]string{"C2 乙公司 paid=400000.00 other=绿色设计产品"}, nil},
	{"an item that nobody knows", "# 台账\n单位名称\t奖补事项\t拨付金额(万元)\n乙公司\t专精特新\t40", []string{"C2 乙公司 paid=400000.00"},
		[]string{"B2 cell/item 奖补事项“专精特新”无法对应到政策条款"}},
	{"a use that names no item is no matter", "# 台账\n单位名称\t用途\t拨付金额(万元)\n乙公司\t奖补资金\t40",
		[]string{"C2 乙公司 paid=400000.00"}, nil},
	{"returns: a column, a negative sum, a remark",
		"# 台账\n单位名称\t奖补事项\t拨付金额(元)\t退回金额(元)\t备注\n乙公司\t绿色工厂\t400000\t400000\t\n丙公司\t绿色工厂\t-400000\t\t退回\n丁公司\t绿色工厂\t400000\t\t户名有误退汇\n戊公司\t绿色工厂\t400000\t\t退汇后重新拨付\n合计\t\t800000\t400000",
		[]string{"C2 乙公司 green-factory paid=400000.00 back=400000.00",
			"C3 丙公司 green-factory paid=0.00 back=400000.00 remark=退回",
			"C4 丁公司 green-factory paid=400000.00 bounced=yes remark=户名有误退汇",
			"C5 戊公司 green-factory paid=400000.00 remark=退汇后重新拨付"}, nil},
	{"a negative sum that is not called a return", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t-400000",
		[]string{"C2 乙公司 green-factory paid=-400000.00"},
		[]string{"C2 ledger/negative 拨付金额 -400000.00 元是负数，又没有注明退回"}},
	{"mixed units", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t40万元\n丙公司\t绿色工厂\t400000",
		[]string{"C2 乙公司 green-factory paid=0.00", "C3 丙公司 green-factory paid=400000.00"},
		[]string{"C2 cell/unit 拨付金额“40万元”的单位不明确：表头是元，单元格是万元"}},
	{"no unit: a large number is yuan, said once; a small one is asked about",
		"# 台账\n单位名称\t奖补事项\t拨付金额\n乙公司\t绿色工厂\t400000\n丙公司\t绿色工厂\t800000\n丁公司\t绿色工厂\t40",
		[]string{"C2 乙公司 green-factory paid=400000.00", "C3 丙公司 green-factory paid=800000.00",
			"C4 丁公司 green-factory paid=0.00"},
		[]string{"C2 cell/unit-assumed 拨付金额“400000”没有写明单位，按元计算", "C4 cell/unit 拨付金额“40”的单位不明确：可能是元，也可能是万元"}},
	{"no amounts at all", "# 台账\n单位名称\t统一社会信用代码\t奖补事项\n乙公司\t91320700MA1MYQFX0C\t绿色工厂",
		[]string{"2 乙公司 91320700MA1MYQFX0C green-factory paid=0.00"},
		[]string{"1 table/missing-column 表头缺少“拨付金额”一栏", "2 ledger/no-amount “乙公司”没有填写拨付金额，按未拨付处理"}},
	{"a sum without a company is still shown", "# 台账\n序号\t单位名称\t奖补事项\t拨付金额(元)\n1\t\t绿色工厂\t400000",
		[]string{"D2 green-factory paid=400000.00"}, []string{"2 cell/company-missing 没有填写单位名称"}},
	{"codes: wrong, damaged, a resident's number",
		"# 台账\n单位名称\t信用代码\t奖补事项\t拨付金额(元)\n乙公司\t91320700MA1MYQFX1C\t绿色工厂\t400000\n丙公司\t9.13207006762743E+17\t绿色工厂\t400000\n丁公司\t'11010519491231002X\t绿色工厂\t400000",
		[]string{"D2 乙公司 91320700MA1MYQFX1C green-factory paid=400000.00", "D3 丙公司 green-factory paid=400000.00",
			"D4 丁公司 110*************2X green-factory paid=400000.00"},
		[]string{"B2 cell/credit-code 统一社会信用代码 91320700MA1MYQFX1C 有误：校验码不符",
			"B3 cell/credit-code-damaged 统一社会信用代码 9.13207006762743E+17 以数字保存，末几位已经丢失",
			"B4 cell/credit-code 统一社会信用代码 110*************2X 有误：校验码不符"}},
	{"former names and private numbers",
		"# 台账\n单位名称\t奖补事项\t拨付金额(元)\t收款户名\t凭证号\t备注\n乙公司（原老乙公司）\t绿色工厂\t400000\t丙公司\t20241009000123\t电话13812345678",
		[]string{"C2 乙公司 老乙公司 green-factory paid=400000.00 voucher=20241009000123 account=丙公司 remark=（含有个人信息或账号，未列出）"},
		nil},
	{"another year in the title, in a row, and dates",
		"# 台账\n某市2023年度奖补资金拨付台账\n单位名称\t奖补事项\t拨付金额(元)\t奖补年度\t拨付日期\n乙公司\t绿色工厂\t400000\t2023\t2023年10月\n丙公司\t绿色工厂\t400000\t2024年\t十月",
		[]string{"C3 乙公司 green-factory paid=400000.00 date=2023-10", "C4 丙公司 green-factory paid=400000.00"},
		[]string{"E4 cell/date 拨付日期“十月”无法识别：不是日期", "A1 ledger/year 台账写明的是 2023 年度，报告是 2024 奖补年度"}},
	{"a district that nobody knows", "# 台账\n县区\t单位名称\t奖补事项\t拨付金额(元)\n北区\t乙公司\t绿色工厂\t400000",
		[]string{"D2 乙公司 green-factory paid=400000.00"}, []string{"A2 cell/district 县区“北区”无法识别"}},
	{"填报单位 says the district", "# 台账\n填报单位：东区工信局\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t400000",
		[]string{"C3 东区 乙公司 green-factory paid=400000.00"}, nil},
	{"formulas without a value and errors", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t=F:SUM(A1:A2)\n丙公司\t绿色工厂\t=E:#REF!",
		[]string{"C2 乙公司 green-factory paid=0.00", "C3 丙公司 green-factory paid=0.00"},
		[]string{"C2 cell/formula 拨付金额是公式，但文件里没有保存计算结果", "C3 cell/error-value 拨付金额的值是错误 #REF!"}},
	{"hidden rows are read and said so", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t400000\n丙公司\t绿色工厂\t400000\n#hide row 3",
		[]string{"C2 乙公司 green-factory paid=400000.00", "C3 丙公司 green-factory paid=400000.00"},
		[]string{"3 table/hidden 第3行是隐藏的，其中的数据已照常读取"}},
	{"a hidden sheet is read and said so", "# 台账\n#hide sheet\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t400000\n# 说明\n略",
		[]string{"C2 乙公司 green-factory paid=400000.00"}, []string{" table/hidden 工作表“台账”是隐藏的，其中的数据已照常读取"}},
	{"two columns of the same meaning", "# 台账\n单位名称\t奖补事项\t已拨金额(元)\t拨付金额(元)\n乙公司\t绿色工厂\t400000\t1",
		[]string{"C2 乙公司 green-factory paid=400000.00"},
		[]string{"D1 table/ambiguous-column 表头“已拨金额(元)”与“拨付金额(元)”是同一栏目，无法确定以哪一栏为准"}},
	{"no table", "# 封面\n某市工信局", nil, []string{" ledger/no-table 没有找到拨付台账：各工作表都没有认得出的表头"}},
	{"sections with figures are no payments, the nearest district counts",
		"# 台账\n单位名称\t奖补事项\t拨付金额(元)\n一、东区\n乙公司\t绿色工厂\t400000\n二、西区（1家）\t\t400000\n丙公司\t绿色工厂\t400000\n三\t东区\t400000\n丁公司\t绿色工厂\t400000\n合\t计\t1200000",
		[]string{"C3 东区 乙公司 green-factory paid=400000.00", "C5 西区 丙公司 green-factory paid=400000.00",
			"C7 东区 丁公司 green-factory paid=400000.00"}, nil},
	{"what a section claims is checked", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n东区（2家）\t\t500000\n乙公司\t绿色工厂\t400000",
		[]string{"C3 东区 乙公司 green-factory paid=400000.00"},
		[]string{"A2 table/control-total 报送的数量“东区（2家）”为 2，逐行相加为 1，相差 1",
			"C2 table/control-total 报送的“东区（2家）”拨付金额为 500000.00，逐行相加为 400000.00，相差 100000.00"}},
	{"after a title that nobody knows no item of the section above holds",
		"# 台账\n单位名称\t拨付金额(元)\n一、绿色工厂\n乙公司\t400000\n二、瞪羚企业\t10000\n丙公司\t10000",
		[]string{"B3 乙公司 green-factory paid=400000.00", "B5 丙公司 paid=10000.00"}, nil},
	{"figures without a word that add up what stands above or below are no payment",
		"# 台账\n单位名称\t奖补事项\t拨付金额(元)\n\t\t410000\n乙公司\t绿色工厂\t400000\n丙公司\t软件产品\t10000\n\t\t410000",
		[]string{"C3 乙公司 green-factory paid=400000.00", "C4 丙公司 software paid=10000.00"}, nil},
	{"figures without a word that add up nothing are a payment to somebody",
		"# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t400000\n\t\t10000",
		[]string{"C2 乙公司 green-factory paid=400000.00", "C3 paid=10000.00"},
		[]string{"3 cell/company-missing 没有填写单位名称"}},
	{"signatures are notes wherever they begin",
		"# 台账\n序号\t单位名称\t奖补事项\t拨付金额(元)\n1\t乙公司\t绿色工厂\t400000\n\t填表人：王某\t审核人：李某\t2024年10月",
		[]string{"D2 乙公司 green-factory paid=400000.00"}, nil},
	{"a company whose name holds a district is one", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n东区机械有限公司\t\t400000",
		[]string{"C2 东区机械有限公司 paid=400000.00"}, nil},
	{"前期, 本次 and 累计: the cumulative sum is what was paid",
		"# 台账\n单位名称\t奖补事项\t前期已拨付（元）\t本次拨付（元）\t累计拨付（元）\n乙公司\t绿色工厂\t100000\t300000\t400000\n丙公司\t绿色工厂\t100000\t300000\t300000",
		[]string{"E2 乙公司 green-factory paid=400000.00", "E3 丙公司 green-factory paid=300000.00"},
		[]string{"E1 ledger/instalments 表中有分次拨付的栏目“前期已拨付（元）”“本次拨付（元）”，已拨金额取“累计拨付（元）”",
			"E3 table/control-total 报送的本行合计为 300000.00，逐行相加为 400000.00，相差 -100000.00"}},
	{"batches beside what was sent on are payments, each",
		"# 台账\n单位名称\t奖补事项\t下达金额（元）\t第一批（元）\t第二批（元）\n乙公司\t绿色工厂\t400000\t100000\t300000\n丙公司\t绿色工厂\t400000\t100000\t\n合计\t\t800000\t200000\t300000",
		[]string{"D2 乙公司 green-factory paid=100000.00", "E2 乙公司 green-factory paid=300000.00",
			"D3 丙公司 green-factory paid=100000.00"},
		[]string{"D1 ledger/instalments 表中有分次拨付的栏目“第一批（元）”“第二批（元）”，已拨金额各列相加"}},
	{"batches and their sum", "# 台账\n单位名称\t奖补事项\t第一批（万元）\t第二批（万元）\t合计（万元）\n乙公司\t绿色工厂\t10\t30\t40\n合计\t\t10\t30\t40",
		[]string{"E2 乙公司 green-factory paid=400000.00"},
		[]string{"E1 ledger/instalments 表中有分次拨付的栏目“第一批（万元）”“第二批（万元）”，已拨金额取“合计（万元）”"}},
	{"本次 alone is what was paid", "# 台账\n单位名称\t奖补事项\t本次拨付金额（元）\n乙公司\t绿色工厂\t400000",
		[]string{"C2 乙公司 green-factory paid=400000.00"}, nil},
	{"本次 beside 已拨 may be in it or not", "# 台账\n单位名称\t奖补事项\t本次拨付（元）\t已拨金额（元）\n乙公司\t绿色工厂\t300000\t400000",
		[]string{"D2 乙公司 green-factory paid=400000.00"},
		[]string{"C1 table/ambiguous-column 表头“已拨金额（元）”与“本次拨付（元）”是同一栏目，无法确定以哪一栏为准"}},
	{"debit and credit of an account", "# 明细账\n日期\t摘要\t单位名称\t借方金额（元）\t贷方金额（元）\t余额（元）\n2024-10-09\t绿色工厂\t乙公司\t400000\t\t400000\n2024-10-10\t绿色工厂\t乙公司\t\t400000\t0",
		[]string{"D2 乙公司 green-factory paid=400000.00 date=2024-10-09",
			"3 乙公司 green-factory paid=0.00 back=400000.00 date=2024-10-10"}, nil},
	{"a third of a fen is a fault of the cell, a whole fen is none",
		"# 台账\n单位名称\t奖补事项\t拨付金额（元）\n乙公司\t绿色工厂\t133333.335\n丙公司\t绿色工厂\t133333.33",
		[]string{"C2 乙公司 green-factory paid=133333.335", "C3 丙公司 green-factory paid=133333.33"},
		[]string{"C2 ledger/fraction 拨付金额 133333.335 元不是整分"}},
	{"columns that nobody reads are named", "# 台账\n单位名称\t奖补事项\t拨付金额（元）\t街道\t金额（元）\n乙公司\t绿色工厂\t400000\t某街\t1",
		[]string{"C2 乙公司 green-factory paid=400000.00"},
		[]string{"D1 ledger/unread-column 栏目“街道”“金额（元）”没有读取"}},
	{"a line that nobody understands", "# 台账\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t400000\n\t绿色\t待定",
		[]string{"C2 乙公司 green-factory paid=400000.00"}, []string{"B3 table/unread-row 这一行不像认定记录，没有计入：绿色 | 待定"}},
}

func TestReadPayments(t *testing.T) {
	v := standard.NewVocabulary(town())
	for _, tt := range paymentTests {
		t.Run(tt.name, func(t *testing.T) {
			ps, _, fs := ledger.ReadPayments(open(t, tt.sheet), v, 2024)
			var got []string
			for _, p := range ps {
				got = append(got, shown(p))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("payments (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.findings, findings(fs)); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

// FuzzReadPayments reads whatever a sheet may hold: no input panics, and no
// money that was read is lost by the reconciliation.
func FuzzReadPayments(f *testing.F) {
	for _, tt := range paymentTests {
		f.Add(tt.sheet)
	}
	v := standard.NewVocabulary(town())
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "台账.xlsx")
		if sheettest.Build(path, text) != nil {
			t.Skip()
		}
		b, _, err := sheets.Open(sheets.Input{Path: path, File: "台账.xlsx"})
		if err != nil || b == nil {
			t.Skip()
		}
		ps, _, _ := ledger.ReadPayments(b, v, 2024)
		rec := reconcile.Reconcile(nil, ps, 2024)
		if err := reconcile.Audit(rec, nil, ps); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzReadBudget reads whatever a sheet may hold: a limit that is read is
// positive or nought, and a sheet that gives none says why.
func FuzzReadBudget(f *testing.F) {
	for _, text := range []string{
		"# 预算\n范围\t名称\t预算金额（元）\n总额\t\t30000000\n条款\t三\t100\n",
		"# 预算\n单位：万元\n县区\t预算\n东海县\t12.5\n合计\t12.5\n", "# 预算\n范围\t名称\t预算金额\n总额\t\t无\n", "# 预算\n",
		"# 预算\n范围\t名称\t预算金额（元）\n总额\t\t=E:#DIV/0!\n总额\t\t-5\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "预算.xlsx")
		if sheettest.Build(path, text) != nil {
			t.Skip()
		}
		b, _, err := sheets.Open(sheets.Input{Path: path, File: "预算.xlsx"})
		if err != nil || b == nil {
			t.Skip()
		}
		limits, _, _ := ledger.ReadBudget(b, town(), 2024)
		for _, l := range limits {
			if l.Limit.Sign() < 0 {
				t.Errorf("a limit of %s", l.Limit)
			}
		}
	})
}
