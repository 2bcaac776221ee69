package notice

import (
	"fmt"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// The tests publish an invented city's year.

func testPolicy() *calc.Policy {
	yuan := money.YuanOf
	return &calc.Policy{
		ID: "test", Document: "示工信规〔2024〕1号", Title: "支持工业发展的若干政策",
		Levels: []calc.Level{{Name: "市级", Rank: 1}, {Name: "省级", Rank: 2}, {Name: "国家级", Rank: 3}},
		Clauses: []calc.Clause{{Number: "一", Title: "支持企业技术创新"}, {Number: "二", Title: "支持软件评估"},
			{Number: "三", Title: "支持节能诊断"}, {Number: "四", Title: "支持人才培养"}},
		Items: []calc.Item{
			{ID: "demo", Name: "技术创新示范企业", Clause: "一", Form: calc.FormFixed, Counted: "企业",
				Awards: []calc.Award{{Level: "国家级", Amount: yuan(500000)}, {Level: "省级", Amount: yuan(200000)}}},
			{ID: "product", Name: "软件产品评估", Clause: "二", Form: calc.FormEach, Counted: "产品", Cap: yuan(30000),
				Awards: []calc.Award{{Amount: yuan(10000)}}},
			{ID: "diagnosis", Name: "节能诊断服务", Clause: "三", Form: calc.FormCost, Counted: "被诊断企业",
				Awards: []calc.Award{{Amount: yuan(20000)}}},
			{ID: "manager", Name: "职业经理人", Clause: "四", Form: calc.FormRate, Counted: "人员"},
			{ID: "training", Name: "专业人才培养", Clause: "四", Form: calc.FormApproved, Counted: "任务"},
		},
		Districts: []calc.District{{Name: "东山县"}, {Name: "西河区"}, {Name: "高新区"}},
	}
}

// code is a credit code for tests: the notice only tells codes apart.
func code(n int) string { return fmt.Sprintf("91320700MA%07dX", n) }

func amount(t testing.TB, digits string) money.Yuan {
	t.Helper()
	y, err := money.ExactYuan(digits)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

// line is one line of 奖补明细 as the program decided it.
func line(t testing.TB, serial int, district, company string, company18 int, clause, item, name, level, subject,
	certificate, digits string) calc.AwardLine {
	y := amount(t, digits)
	return calc.AwardLine{Ref: calc.Ref{File: "报告.xlsx", Sheet: "奖补明细", Row: serial + 3}, Serial: serial,
		Key:      fmt.Sprint("k", serial),
		District: district, Company: company, CreditCode: code(company18), Clause: clause, Item: item, ItemName: name,
		Level:   level,
		Subject: subject, Certificate: certificate, Entitled: y, Amount: y}
}

func testAwards(t testing.TB) Awards {
	return Awards{Year: 2024, Lines: []calc.AwardLine{
		line(t, 1, "东山县", "东山一号机械有限公司", 1, "一", "demo", "技术创新示范企业", "国家级", "", "工信部政法函〔2023〕88号", "500000"),
		line(t, 2, "东山县", "东山一号机械有限公司", 1, "二", "product", "软件产品评估", "", "一号数控系统 V1.0", "示RC-2023-A0001", "10000"),
		line(t, 3, "东山县", "东山一号机械有限公司", 1, "二", "product", "软件产品评估", "", "一号“云表”<移动版>", "示RC-2023-A0002", "10000"),
		line(t, 4, "西河区", "西河化工股份有限公司", 2, "一", "demo", "技术创新示范企业", "省级", "", "示工信技〔2023〕12号", "200000"),
		line(t, 5, "西河区", "外省诊断研究院", 3, "三", "diagnosis", "节能诊断服务", "", "西河化工股份有限公司", "", "18000.5"),
		line(t, 6, "西河区", "西河化工股份有限公司", 2, "四", "manager", "职业经理人", "", "王小明", "JL-0007", "11880"),
		line(t, 7, "高新区", "=高新&软件有限公司", 4, "二", "product", "软件产品评估", "", "＋互联网平台", "示RC-2023-A0003", "10000"),
		line(t, 8, "高新区", "高新培训中心", 5, "四", "training", "专业人才培养", "", "工信干部培训班", "示工信办〔2023〕5号", "33333.33"),
	}}
}

func testSettings(t testing.TB) Settings {
	t.Helper()
	c, err := ParseCalendar("2024-10-01 2024-10-07 休\n2024-10-12 班")
	if err != nil {
		t.Fatal(err)
	}
	return Settings{From: written.Date{Year: 2024, Month: 10, Day: 8}, Days: 5, Calendar: c,
		Unit: "示范市工业和信息化局", Contact: "规划处，0599-8580000，示范市朝阳路1号", Supervision: "0599-8581111"}
}

// made is the notice of the tests' year; findings that a case does not expect
// fail it.
func made(t testing.TB, s Settings, a Awards) Notice {
	t.Helper()
	n, fs, err := Make(s, testPolicy(), a)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		t.Errorf("unexpected finding %s %s: %s", f.Code, f.Ref, f.Message())
	}
	return n
}

// manyAwards is a year with n awards, for pages that fill up.
func manyAwards(t testing.TB, n int) Awards {
	var a Awards
	a.Year = 2024
	for i := 1; i <= n; i++ {
		district := testPolicy().Districts[i%3].Name
		a.Lines = append(a.Lines, line(t, i, district, fmt.Sprintf("%s第%03d号精密机械制造有限公司", district, i), i, "一", "demo",
			"技术创新示范企业", "省级", "", fmt.Sprintf("示工信技〔2023〕%d号", i), "200000"))
	}
	return a
}
