package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestTheRuleBookSaysEachFormInWords(t *testing.T) {
	rate, err := money.ParseRate("60%")
	if err != nil {
		t.Fatal(err)
	}
	p := &calc.Policy{Items: []calc.Item{
		{ID: "plant", Name: "工厂", Clause: "一", Form: calc.FormFixed, Counted: "企业", Payee: "企业", Track: "工厂", Key: calc.KeyCompany, Office: "甲处",
			Awards: []calc.Award{{Level: "国家级", Amount: money.YuanOf(800000)}, {Level: "省级", Amount: money.YuanOf(400000)}}},
		{ID: "product", Name: "软件产品", Clause: "二", Form: calc.FormEach, Counted: "产品", Payee: "企业", Track: "软件产品", Key: calc.KeyCompanySubject,
			Office: "乙处", Awards: []calc.Award{{Amount: money.YuanOf(10000)}}, Cap: money.YuanOf(100000)},
		{ID: "diagnosis", Name: "诊断", Clause: "三", Form: calc.FormCost, Counted: "被诊断企业", Payee: "第三方机构", Track: "诊断", Key: calc.KeySubject,
			Office: "丙处", Outside: true, Awards: []calc.Award{{Amount: money.YuanOf(1234)}}},
		{ID: "manager", Name: "经理人", Clause: "四", Form: calc.FormRate, Counted: "人员", Payee: "用人单位", Track: "经理人", Key: calc.KeyCompanySubject,
			Office: "丁处", Awards: []calc.Award{{Rate: rate}}},
		{ID: "task", Name: "任务", Clause: "五", Form: calc.FormApproved, Counted: "任务", Payee: "承办单位", Track: "任务", Key: calc.KeyCompanySubject, Office: "戊处"},
	}}
	want := []calc.Rule{
		{Clause: "一", Item: "工厂", ID: "plant", Level: "国家级", Form: "定额", Amount: "最高80万元", Counted: "企业", Payee: "企业", Track: "工厂：每家企业一项", Local: "限本市注册", Office: "甲处"},
		{Clause: "一", Item: "工厂", ID: "plant", Level: "省级", Form: "定额", Amount: "最高40万元", Counted: "企业", Payee: "企业", Track: "工厂：每家企业一项", Local: "限本市注册", Office: "甲处"},
		{Clause: "二", Item: "软件产品", ID: "product", Form: "按件计算", Amount: "每个产品1万元", Counted: "产品", Payee: "企业", Cap: "每家企业每年最高10万元", Track: "软件产品：每家单位每个产品一项", Local: "限本市注册", Office: "乙处"},
		{Clause: "三", Item: "诊断", ID: "diagnosis", Form: "按实际费用", Amount: "实际费用，最高1234元", Counted: "被诊断企业", Payee: "第三方机构", Track: "诊断：每个被诊断企业一项", Local: "不限本地", Office: "丙处"},
		{Clause: "四", Item: "经理人", ID: "manager", Form: "按比例", Amount: "费用的60%", Counted: "人员", Payee: "用人单位", Track: "经理人：每家单位每个人员一项", Local: "限本市注册", Office: "丁处"},
		{Clause: "五", Item: "任务", ID: "task", Form: "按核定金额", Amount: "核定金额", Counted: "任务", Payee: "承办单位", Track: "任务：每家单位每个任务一项", Local: "限本市注册", Office: "戊处"},
	}
	if diff := cmp.Diff(want, p.RuleBook()); diff != "" {
		t.Errorf("RuleBook (-want +got):\n%s", diff)
	}
}
