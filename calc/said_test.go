package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// lastSteps are the words of the last step of each decision.
func lastSteps(b calc.Batch) (words []string) {
	b.Policy, b.AwardYear = townPolicy(), 2024
	r := calc.Decide(b)
	for i := range r.Decisions {
		steps := r.Decisions[i].Steps
		words = append(words, steps[len(steps)-1].Text())
	}
	return words
}

func TestWhatDisplacesARecordIsSaid(t *testing.T) {
	plant := func(level, district string) calc.Record {
		return calc.Record{Item: "plant", Level: level, District: district}
	}
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
	}{
		{"a higher level", []calc.Record{plant("国家级", ""), plant("省级", "")},
			[]string{"同一项目共申报 2 条，就高取本条",
				"同一项目就高且不重复：由国家级工厂（东区.xlsx:表!2，800,000.00 元）奖补"}},
		{"the same once more", []calc.Record{plant("省级", ""), plant("省级", "")},
			[]string{"同一项目共申报 2 条，就高取本条", "同一项目不重复：省级工厂已由另一条记录申报（东区.xlsx:表!2，400,000.00 元）"}},
		{"the same in another district, with the order among districts",
			[]calc.Record{plant("省级", "西区"), plant("省级", "东区")},
			[]string{"同一项目不重复：省级工厂已由另一条记录申报（东区.xlsx:表!3，400,000.00 元）；" +
				"两地申报的依次按级别、认定日期、证书编号和政策所列县区的顺序取一条", "同一项目共申报 2 条，就高取本条"}},
		{"a higher level in another district needs no order", []calc.Record{plant("省级", "西区"), plant("国家级", "东区")},
			[]string{"同一项目就高且不重复：由国家级工厂（东区.xlsx:表!3，800,000.00 元）奖补", "同一项目共申报 2 条，就高取本条"}},
		{"a district that the policy does not have comes last", []calc.Record{plant("省级", "南区"), plant("省级", "西区")},
			[]string{"同一项目不重复：省级工厂已由另一条记录申报（东区.xlsx:表!3，400,000.00 元）；" +
				"两地申报的依次按级别、认定日期、证书编号和政策所列县区的顺序取一条", "同一项目共申报 2 条，就高取本条"}},
	} {
		if diff := cmp.Diff(c.want, lastSteps(calc.Batch{Records: claims(c.records...)})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAContradictionNamesWhatIsDoubtful(t *testing.T) {
	paper := func(company string) calc.Record {
		return calc.Record{Item: "plant", Level: "省级", Company: company, Certificate: "JS-17"}
	}
	park := func(company, subject string) calc.Record {
		return calc.Record{Item: "park", Level: "省级", Company: company, Subject: subject}
	}
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
	}{
		{"one certificate of two companies", []calc.Record{paper("甲"), paper("乙")},
			[]string{"待核：证书“JS-17”另由 乙（东区.xlsx:表!3） 申报，是否同一项认定须核实",
				"待核：证书“JS-17”另由 甲（东区.xlsx:表!2） 申报，是否同一项认定须核实"}},
		{"names of one park", []calc.Record{park("甲", "高新园区"), park("乙", "某市高新园区")},
			[]string{"待核：“高新园区”与 乙（东区.xlsx:表!3） 申报的对象名称相近，是否同一对象须核实",
				"待核：“某市高新园区”与 甲（东区.xlsx:表!2） 申报的对象名称相近，是否同一对象须核实"}},
		{"a park without a name beside one with", []calc.Record{park("甲管委会", ""), park("甲管委会", "高新园区")},
			[]string{"待核：“甲管委会”没有填写对象名称，同一单位另有 甲管委会（东区.xlsx:表!3） 申报，是否同一对象须核实",
				"省级园区：最高不超过 40万元"}},
		{"two parks", []calc.Record{park("甲", "高新园区"), park("乙", "科技园区")},
			[]string{"省级园区：最高不超过 40万元", "省级园区：最高不超过 40万元"}},
	} {
		if diff := cmp.Diff(c.want, lastSteps(calc.Batch{Records: claims(c.records...)})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAnEarlierAwardForAParkIsComparedByTheParksName(t *testing.T) {
	for _, c := range []struct {
		name, subject, paidTo, paidFor string
		want                           string
	}{
		{"the same park, whoever was paid", "高新园区", "乙", "高新园区", "refused prior 0.00"},
		{"nearly the same name", "高新园区", "乙", "某市高新园区", "held record/prior-like 0.00"},
		{"with the end of its body", "高新园区管委会", "乙", "高新园区", "held record/prior-like 0.00"},
		{"another park", "高新园区", "甲", "科技园区", "granted 400000.00"},
		{"neither names one: the company was paid", "", "甲", "", "refused prior 0.00"},
		{"neither names one: another company was paid", "", "乙", "", "granted 400000.00"},
		{"the award names none, its company is called as the park", "高新园区", "某市高新园区管委会", "",
			"held record/prior-like 0.00"},
		{"the award names none, and was paid to the claimant", "高新园区", "甲", "", "held record/prior-like 0.00"},
		{"the award names none, and was paid to another", "高新园区", "乙", "", "granted 400000.00"},
		{"the claim names none, and the claimant was paid for one", "", "甲", "高新园区", "held record/prior-like 0.00"},
		{"the claim names none, and another was paid for one", "", "乙", "高新园区", "granted 400000.00"},
	} {
		got := decided(t, calc.Batch{Records: claims(calc.Record{Item: "park", Level: "省级", Subject: c.subject}),
			Prior: []calc.Prior{{Year: 2022, Item: "park", Level: "省级", Company: c.paidTo, Subject: c.paidFor,
				Amount: wan(40)}}})
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
