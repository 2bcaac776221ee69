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
		{ID: "plant", Name: "工厂", Clause: "一", Form: calc.FormFixed, Counted: "企业", Payee: "企业", Track: "工厂",
			Key: calc.KeyCompany, Office: "甲处",
			Awards: []calc.Award{{Level: "国家级", Amount: money.YuanOf(800000)},
				{Level: "省级", Amount: money.YuanOf(400000)}}},
		{ID: "product", Name: "软件产品", Clause: "二", Form: calc.FormEach, Counted: "产品", Payee: "企业", Track: "软件产品",
			Key:    calc.KeyCompanySubject,
			Office: "乙处", Awards: []calc.Award{{Amount: money.YuanOf(10000)}}, Cap: money.YuanOf(100000)},
		{ID: "diagnosis", Name: "诊断", Clause: "三", Form: calc.FormCost, Counted: "被诊断企业", Payee: "第三方机构", Track: "诊断",
			Key:    calc.KeySubject,
			Office: "丙处", Outside: true, Awards: []calc.Award{{Amount: money.YuanOf(1234)}}},
		{ID: "manager", Name: "经理人", Clause: "四", Form: calc.FormRate, Counted: "人员", Payee: "用人单位", Track: "经理人",
			Key:    calc.KeyCompanySubject,
			Office: "丁处", Awards: []calc.Award{{Rate: rate}}},
		{ID: "plant-investment", Name: "投资", Clause: "四", Form: calc.FormRate, Counted: "项目", Payee: "企业", Track: "投资",
			Key:    calc.KeyCompanySubject,
			Office: "丁处", Base: calc.Base{Name: "设备投资额"}, Cap: money.YuanOf(5000000),
			Awards: []calc.Award{{Rate: rate, Floor: money.YuanOf(1000000), Ceiling: money.YuanOf(3000000)}}},
		{ID: "task", Name: "任务", Clause: "五", Form: calc.FormApproved, Counted: "任务", Payee: "承办单位", Track: "任务",
			Key: calc.KeyCompanySubject, Office: "戊处"},
	}}
	want := []calc.Rule{
		{Clause: "一", Item: "工厂", ID: "plant", Level: "国家级", Form: "定额", Amount: "最高80万元", Payee: "企业",
			Track: "工厂：每家企业一项", Local: "限本市注册", Office: "甲处", Example: "一项80万元"},
		{Clause: "一", Item: "工厂", ID: "plant", Level: "省级", Form: "定额", Amount: "最高40万元", Payee: "企业",
			Track: "工厂：每家企业一项", Local: "限本市注册", Office: "甲处", Example: "一项40万元"},
		{Clause: "二", Item: "软件产品", ID: "product", Form: "按件计算", Amount: "每个产品1万元", Payee: "企业",
			Cap: "每家企业每年最高10万元", Track: "软件产品：每家单位每个产品一项", Local: "限本市注册", Office: "乙处",
			Example: "1个产品1万元；11个产品10万元（上限）"},
		{Clause: "三", Item: "诊断", ID: "diagnosis", Form: "按实际费用", Amount: "实际费用，最高1234元",
			Payee: "第三方机构", Track: "诊断：每个被诊断企业一项", Local: "不限本地", Office: "丙处",
			Example: "费用123.4元，奖补123.4元；费用2468元，奖补1234元"},
		{Clause: "四", Item: "经理人", ID: "manager", Form: "按比例", Amount: "费用的60%", Payee: "用人单位",
			Track: "经理人：每家单位每个人员一项", Local: "限本市注册", Office: "丁处", Example: "费用1万元，奖补6000元"},
		{Clause: "四", Item: "投资", ID: "plant-investment", Form: "按比例", Amount: "设备投资额100万元及以上的，设备投资额的60%，每个项目最高300万元",
			Payee: "企业", Cap: "每家企业每年最高500万元", Track: "投资：每家单位每个项目一项", Local: "限本市注册", Office: "丁处",
			Example: "设备投资额100万元，奖补60万元；设备投资额30000万元，奖补300万元；不足100万元不予奖补"},
		{Clause: "五", Item: "任务", ID: "task", Form: "按核定金额", Amount: "核定金额", Payee: "承办单位",
			Track: "任务：每家单位每个任务一项", Local: "限本市注册", Office: "戊处", Example: "核定多少，奖补多少"},
	}
	if diff := cmp.Diff(want, p.RuleBook()); diff != "" {
		t.Errorf("RuleBook (-want +got):\n%s", diff)
	}
}
