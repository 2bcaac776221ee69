package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/report"
)

// linesWith are the lines of a sheet with a word in them, without the notes on how
// cells look.
func linesWith(t *testing.T, r *calc.Result, sheet, word string) (all []string) {
	t.Helper()
	for line := range strings.Lines(sheetText(t, r, sheet)) {
		if strings.Contains(line, word) {
			all = append(all, strings.TrimRight(line, "\t\n"))
		}
	}
	return all
}

func TestASheetSaysWhatTheResultHolds(t *testing.T) {
	cut := func(limit int64, protect ...string) func(*calc.Result) {
		return func(r *calc.Result) {
			limits := []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: money.YuanOf(limit)}}
			if _, err := calc.Prorate(r, limits, money.YuanOf(10000), protect); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name        string
		change      func(*calc.Result)
		sheet, word string
		want        []string
	}{
		{"no cut", func(*calc.Result) {}, "预算核对", "压减", nil},
		{"a cut", cut(1000000), "预算核对", "按比例压减", []string{"总额“奖补专项资金”按比例压减 7 项：压减前 1,652,345.67 元，压减后 970,000.00 元，结余 30,000.00 元；其中 3 项不足一个取整单位，压减为零，见“问题清单”"}},
		{"a cut that protects a clause", cut(1000000, "一"), "预算核对", "按比例压减", []string{"总额“奖补专项资金”按比例压减 4 项：压减前 1,652,345.67 元，压减后 1,600,000.00 元，仍超出 600,000.00 元；其中 4 项不足一个取整单位，压减为零，见“问题清单”（其中保留不压减 1,600,000.00 元）"}},
		{"the readings were weighed before a cut", cut(1000000), "预算核对", "口径变动的影响", []string{"三、口径变动的影响（按预算压减之前计算）"}},
		{"nobody forgot anything", func(r *calc.Result) { r.Unclaimed = &calc.Unclaimed{} }, "汇总", "应享未报", nil},
		{"what lists recognise and nobody reported", func(r *calc.Result) {
			r.Unclaimed = &calc.Unclaimed{Count: 2, Amount: money.YuanOf(30000)}
		}, "汇总", "应享未报", []string{"应享未报 2 项，按政策应奖 30,000.00 元，没有计入奖补金额。见“名单核对”，请县区核实补报。"}},
		{"the same beside the budget", func(r *calc.Result) {
			r.Unclaimed = &calc.Unclaimed{Count: 2, Amount: money.YuanOf(30000)}
		}, "预算核对", "应享未报", []string{"官方名单上另有应享未报 2 项，按政策应奖 30,000.00 元，没有计入奖补金额。全部补报并核准后总额为 1,682,345.67 元（不含待核事项）。"}},
		{"one file that could not be read", func(*calc.Result) {}, "汇总", "未能读取，没有", []string{"以下文件未能读取，没有计入本报告：市直.xlsx。原因见“问题清单”，请更正后重新报送并重新核定。"}},
		{"more of them than a page takes", func(r *calc.Result) {
			for i := range 9 {
				r.Inputs = append(r.Inputs, calc.Input{File: strconv.Itoa(i) + ".xlsx", Status: calc.InputRefused})
			}
		}, "汇总", "未能读取，没有", []string{"以下文件未能读取，没有计入本报告：市直.xlsx、0.xlsx、1.xlsx、2.xlsx、3.xlsx、4.xlsx、5.xlsx、6.xlsx 等 10 个。原因见“问题清单”，请更正后重新报送并重新核定。"}},
		{"a file that was sent twice", func(r *calc.Result) {
			r.Inputs = append(r.Inputs, calc.Input{File: "再报.xlsx", Status: calc.InputDuplicate})
		}, "汇总", "重复报送", []string{"依据：《支持工业发展的若干措施》（临工信规〔2030〕9号）　奖补年度：2030　报送文件 4 个，已读取 2 个，未能读取 1 个，重复报送 1 个，认定记录 15 条；问题：错误 2 处，提醒 2 处　奖补金额合计 165.234567 万元"}},
		{"a condition that no column shows", func(r *calc.Result) {
			r.Policy.Conditions = []calc.Condition{{Name: "重点用能企业", Clause: "一", Taken: "按符合计算", Items: []string{"green-factory"}}}
		}, "口径与依据", "重点用能企业", []string{"重点用能企业\t一\t3\t1600000.00\t按符合计算"}},
		{"no other reading", func(r *calc.Result) { r.Alternatives = nil }, "预算核对", "其他口径", []string{"政策文件没有列出其他口径。"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := testResult(t)
			c.change(r)
			if diff := cmp.Diff(c.want, linesWith(t, r, c.sheet, c.word)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnotherPolicyIsHeldAgainstTheReportsOwn(t *testing.T) {
	r, other := testResult(t), testPolicy()
	other.ID, other.Document = "lj-2031", "临工信规〔2031〕1号"
	other.Items[0].Awards[0].Amount = money.YuanOf(500000)
	other.Items[1].Cap = money.YuanOf(30000)
	b := calc.Batch{Policy: other, AwardYear: 2030, Inputs: r.Inputs, Records: slices.Clone(r.Records)}
	var err error
	if r.WhatIf, err = calc.NewWhatIf(r, calc.Decide(b)); err != nil {
		t.Fatal(err)
	}
	if err := check(write(t, r), r); err != nil {
		t.Error(err)
	}
	var got []string
	for line := range strings.Lines(sheetText(t, r, "政策比较")) {
		if !strings.HasPrefix(line, "#") {
			got = append(got, strings.TrimRight(line, "\t\n"))
		}
	}
	want := []string{"临江市2030年度奖补资金核定政策比较表",
		"改用“支持工业发展的若干措施”（临工信规〔2031〕1号，lj-2031）：总额由 1,652,345.67 元变为 1,362,345.67 元，增减 -290,000.00 元；" +
			"2 条变化，13 条不变。只供比较，本报告仍按现政策决定；均为按预算压减之前的金额。" + strings.Repeat("\t", 11) +
			"单位：元",
		"范围\t名称\t奖补事项\t级别\t现政策金额(元)\t另一政策金额(元)\t增减(元)\t增加(条)\t减少(条)\t不再奖补(条)\t现结论\t另一政策结论\t来源",
		"条款\t一\t\t\t800000.00\t500000.00\t=F:ROUND(F4-E4,2)|-300000.00\t0\t1\t0",
		"条款\t二\t\t\t0.00\t10000.00\t=F:ROUND(F5-E5,2)|10000.00\t1\t0\t0",
		"县区\t东城区\t\t\t800000.00\t510000.00\t=F:ROUND(F6-E6,2)|-290000.00\t1\t1\t0",
		"单位\t临江乙软件有限公司\t\t\t0.00\t10000.00\t=F:ROUND(F7-E7,2)|10000.00\t1\t0\t0",
		"单位\t临江甲新材料有限公司\t\t\t800000.00\t500000.00\t=F:ROUND(F8-E8,2)|-300000.00\t0\t1\t0",
		"记录\t临江甲新材料有限公司\t绿色工厂\t国家级\t800000.00\t500000.00\t=F:ROUND(F9-E9,2)|-300000.00\t\t\t\t" +
			"予以奖补\t予以奖补\t东城区.xlsx!摸排 '表'!5",
		"记录\t临江乙软件有限公司\t软件产品\t\t0.00\t10000.00\t=F:ROUND(F10-E10,2)|10000.00\t\t\t\t超出上限\t予以奖补\t东城区.xlsx!摸排 '表'!11"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheAwardsOfAReportArePriorAsTheyStand(t *testing.T) {
	award := calc.AwardLine{Key: "k1", Company: "甲公司", Item: "green-factory", Level: "省级", Certificate: "证1", Document: "文1",
		Amount: money.YuanOf(5)}
	for _, c := range []struct {
		name   string
		change func(*report.Report)
		want   []calc.Prior
	}{
		{"an award", func(*report.Report) {},
			[]calc.Prior{{Year: 2030, Company: "甲公司", Item: "green-factory", Level: "省级", Certificate: "证1", Amount: award.Amount}}},
		{"an award of nothing", func(r *report.Report) { r.Awards[0].Amount = money.Yuan{} }, nil},
		{"a document's number for want of a certificate", func(r *report.Report) { r.Awards[0].Certificate = "文1" },
			[]calc.Prior{{Year: 2030, Company: "甲公司", Item: "green-factory", Level: "省级", Amount: award.Amount}}},
		{"a former name", func(r *report.Report) {
			r.Records = []report.Record{{Record: calc.Record{Key: "k1", FormerName: "甲厂"}}}
		}, []calc.Prior{{Year: 2030, Company: "甲公司", FormerName: "甲厂", Item: "green-factory", Level: "省级", Certificate: "证1",
			Amount: award.Amount}}},
		{"the former name of another record", func(r *report.Report) {
			r.Records = []report.Record{{Record: calc.Record{Key: "k2", FormerName: "甲厂"}}}
		}, []calc.Prior{{Year: 2030, Company: "甲公司", Item: "green-factory", Level: "省级", Certificate: "证1",
			Amount: award.Amount}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep := &report.Report{Year: 2030, Awards: []calc.AwardLine{award}}
			c.change(rep)
			if diff := cmp.Diff(c.want, rep.Prior()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
