package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestTheKindOfABarIsTheLongestThatItsTextNames(t *testing.T) {
	p := townPolicy()
	p.Excluded = []calc.Bar{{Kind: "失信", Effect: calc.BarHold},
		{Kind: "严重失信", Effect: calc.BarRefuse, Aliases: []string{"黑名单", "严重违法失信"}},
		{Kind: "提示", Effect: calc.BarTell}}
	p.Overlaps = []calc.Bar{{Kind: "省", Effect: calc.BarHighest, Aliases: []string{"省级"}},
		{Kind: "县区", Effect: calc.BarDeduct}}
	type named struct {
		Kind   string
		Effect calc.BarEffect
	}
	for _, c := range []struct {
		name string
		find func(string) (string, calc.BarEffect)
		text string
		want named
	}{
		{"a kind by its name", p.Exclusion, "失信被执行人", named{"失信", calc.BarHold}},
		{"a longer name that holds the shorter", p.Exclusion, "严重失信主体", named{"严重失信", calc.BarRefuse}},
		{"another word for it", p.Exclusion, "税务黑名单", named{"严重失信", calc.BarRefuse}},
		{"a longer word against a shorter kind", p.Exclusion, "严重违法失信名单", named{"严重失信", calc.BarRefuse}},
		{"the last of the list", p.Exclusion, "提示", named{"提示", calc.BarTell}},
		{"one that the policy does not know keeps its words and holds", p.Exclusion, " 安全事故 ",
			named{"安全事故", calc.BarHold}},
		{"nothing is an exclusion all the same", p.Exclusion, "  ", named{"排除名单", calc.BarHold}},
		{"a source by its alias", p.Overlap, "省级专项", named{"省", calc.BarHighest}},
		{"another source", p.Overlap, "县区资金", named{"县区", calc.BarDeduct}},
		{"an unknown source holds", p.Overlap, "镇级", named{"镇级", calc.BarHold}},
		{"no source is other money", p.Overlap, "", named{"其他资金", calc.BarHold}},
	} {
		kind, effect := c.find(c.text)
		if diff := cmp.Diff(c.want, named{kind, effect}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestOnlyTheEffectsOfOtherMoneySetAmounts(t *testing.T) {
	for effect, want := range map[calc.BarEffect]bool{calc.BarHighest: true, calc.BarDeduct: true, calc.BarHold: false,
		calc.BarRefuse: false, calc.BarTell: false} {
		if got := effect.SetsAmounts(); got != want {
			t.Errorf("%s sets amounts: %t", effect, got)
		}
	}
}

func TestWhatListsSayDecidesAClaim(t *testing.T) {
	other := func(effect calc.BarEffect, amount int64) calc.Other {
		return calc.Other{Effect: effect, Source: "省", Words: "省级已奖", Where: "已奖.xlsx!A3", Amount: wan(amount)}
	}
	paid := func(others ...calc.Other) *calc.Checked { return &calc.Checked{Others: others} }
	product := calc.Record{Item: "product", Subject: "甲软件"}
	plant := calc.Record{Item: "plant", Level: "省级"}
	for _, c := range []struct {
		name    string
		claim   calc.Record
		checked *calc.Checked
		rulings []calc.Ruling
		want    []string // outcome, then the steps
	}{
		{"nothing", plant, &calc.Checked{}, nil, []string{"granted 400000.00", "省级工厂：最高不超过 40万元"}},
		{"a list bears it out", plant, &calc.Checked{Listed: "见《名单》序号3"}, nil,
			[]string{"granted 400000.00", "见《名单》序号3", "省级工厂：最高不超过 40万元"}},
		{"a list that refuses", plant, &calc.Checked{Barred: "列入严重失信"}, nil,
			[]string{"refused excluded 0.00", "列入严重失信"}},
		{"a person who saw it lets it in", plant, &calc.Checked{Barred: "列入严重失信"},
			[]calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要"}},
			[]string{"granted 400000.00", "经审定予以奖补：纪要（原结论：列入排除名单或其他资金已奖）", "省级工厂：最高不超过 40万元"}},
		{"the others paid a fen less than the standard", plant, paid(calc.Other{Effect: calc.BarHighest,
			Words: "省级已奖", Amount: *exact("399999.99")}), nil,
			[]string{"granted 400000.00", "省级工厂：最高不超过 40万元", "省级已奖，低于本次标准，就高按本次标准奖补"}},
		{"the others paid the standard", plant, paid(other(calc.BarHighest, 40)), nil,
			[]string{"refused excluded 0.00", "省级工厂：最高不超过 40万元", "省级已奖，不低于本次标准，不重复奖补"}},
		{"what they paid is taken off", plant, paid(other(calc.BarDeduct, 30)), nil,
			[]string{"granted 100000.00", "省级工厂：最高不超过 40万元", "省级已奖，按差额奖补"}},
		{"they paid all of it", plant, paid(other(calc.BarDeduct, 40)), nil,
			[]string{"refused excluded 0.00", "省级工厂：最高不超过 40万元", "省级已奖，按差额奖补",
				"省级已奖，不低于本次标准，不重复奖补"}},
		{"they paid more than all of it", plant, paid(other(calc.BarDeduct, 41)), nil,
			[]string{"refused excluded 0.00", "省级工厂：最高不超过 40万元", "省级已奖，按差额奖补",
				"省级已奖，不低于本次标准，不重复奖补"}},
		{"less is taken off, and the rest is higher than another award", plant,
			paid(other(calc.BarDeduct, 10), other(calc.BarHighest, 20)), nil,
			[]string{"granted 300000.00", "省级工厂：最高不超过 40万元", "省级已奖，按差额奖补",
				"省级已奖，低于本次标准，就高按本次标准奖补"}},
		{"of which product nobody can tell", product, paid(other(calc.BarDeduct, 30)), nil,
			[]string{"held overlap/awarded 0.00", "待核：“甲”的软件产品已由省奖补 300000.00 元（见 已奖.xlsx!A3）"}},
		{"a person says that it was another product", product, paid(other(calc.BarDeduct, 30)),
			[]calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要"}},
			[]string{"granted 10000.00",
				"经审定予以奖补：纪要（原待核原因：“甲”的软件产品已由省奖补 300000.00 元（见 已奖.xlsx!A3））",
				"软件产品：每个不超过 1万元"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.claim.Checked = c.checked
			r := calc.Decide(seen(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(c.claim),
				Rulings: c.rulings}))
			got := spell(r)
			for _, s := range r.Decisions[0].Steps {
				got = append(got, s.Text())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if err := calc.Audit(r); err != nil {
				t.Error(err)
			}
		})
	}
}
