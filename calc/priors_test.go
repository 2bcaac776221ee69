package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestAwardsThatAreNotEarlierAreNotHeldAgainstAnything(t *testing.T) {
	at := func(file string) calc.Ref { return calc.Ref{File: file, Sheet: "奖补明细", Row: 4} }
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
		Records: claims(calc.Record{Item: "plant", Level: "省级"}), Prior: []calc.Prior{
			{Ref: at("今年.xlsx"), Year: 2024, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)},
			{Ref: at("今年.xlsx"), Year: 2024, Company: "乙", Item: "plant", Level: "省级", Amount: wan(40)},
			{Ref: at("明年.xlsx"), Year: 2025, Company: "乙", Item: "plant", Level: "省级", Amount: wan(40)},
			{Ref: at("去年.xlsx"), Year: 2023, Company: "丙", Item: "plant", Level: "省级", Amount: wan(40)},
			{Ref: at("以前.xlsx"), Company: "丙", Item: "plant", Level: "省级", Amount: wan(40)}}})
	var got []string
	for _, f := range r.Findings {
		got = append(got, string(f.Code)+" "+f.Ref.String()+" "+f.Message())
	}
	want := []string{"prior/later 今年.xlsx 其中 2 项是 2024 奖补年度的，不早于本次 2024 年度，未用于比对",
		"prior/later 明年.xlsx 其中 1 项是 2025 奖补年度的，不早于本次 2024 年度，未用于比对"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if r.Decisions[0].Outcome != calc.Granted {
		t.Errorf("an award of the same year refuses a claim: %s %s", r.Decisions[0].Outcome, r.Decisions[0].Reason)
	}
}

func TestOfSeveralEarlierAwardsTheOneNamedIsTheSameInAnyOrder(t *testing.T) {
	paid := func(year int, wanted int64, file string) calc.Prior {
		return calc.Prior{Ref: calc.Ref{File: file, Sheet: "名单", Row: 2}, Year: year, Company: "甲", Item: "plant",
			Level: "省级", Amount: wan(wanted)}
	}
	a, b := "a.xlsx", "b.xlsx"
	for _, c := range []struct {
		name  string
		prior [2]calc.Prior
		want  string
	}{
		{"the lower amount", [2]calc.Prior{paid(2022, 30, a), paid(2022, 40, a)}, "2022年度已奖补300,000.00元（见a.xlsx:名单!2）"},
		{"of one amount the earlier year", [2]calc.Prior{paid(2022, 40, b), paid(2023, 40, a)},
			"2022年度已奖补400,000.00元（见b.xlsx:名单!2）"},
		{"of one year the first file", [2]calc.Prior{paid(2022, 40, a), paid(2022, 40, b)},
			"2022年度已奖补400,000.00元（见a.xlsx:名单!2）"},
	} {
		for _, prior := range [][]calc.Prior{{c.prior[0], c.prior[1]}, {c.prior[1], c.prior[0]}} {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Prior: prior,
				Records: claims(calc.Record{Item: "plant", Level: "省级"})})
			if got := r.Decisions[0].Steps[0].Text(); got != c.want {
				t.Errorf("%s, beginning with %s: %s, want %s", c.name, prior[0].Ref.File, got, c.want)
			}
		}
	}
}

func TestAnAwardUnderANameThatIsNearlyTheClaimsIsAskedAbout(t *testing.T) {
	const asked, paid = "held record/prior-like", "granted "
	for _, c := range []struct{ name, claim, award, code, want string }{
		{"the form is another", "海滨甲乙丙有限公司", "海滨甲乙丙股份有限公司", "", asked},
		{"the form is left out", "海滨甲乙丙有限公司", "海滨甲乙丙", "", asked},
		{"the city is left out, too", "某市海鸥电子有限公司", "海鸥电子", "", asked},
		{"a slip of the pen", "海滨海鸥电子有限公司", "海滨海欧电子有限公司", "", asked},
		{"its site stands behind", "海滨海鸥电子有限公司", "海滨海鸥电子有限公司（二车间）", "", asked},
		{"another code is another company", "海滨海鸥电子有限公司", "海滨海欧电子有限公司", codeOf("某某"), paid},
		{"a number that differs is no slip", "海滨海鸥1电子有限公司", "海滨海鸥2电子有限公司", "", paid},
		{"two signs differ", "海滨海鸥电子有限公司", "海滨海燕电器有限公司", "", paid},
		{"a group is another company", "海滨海鸥电子有限公司", "海滨海鸥电子集团有限公司", "", paid},
		{"another city is another company", "滨城海鸥电子有限公司", "海滨海鸥电子有限公司", "", paid},
		{"a core that says too little", "海滨有限公司", "海滨股份有限公司", "", paid},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
				Records: claims(calc.Record{Company: c.claim, Item: "plant", Level: "省级"}),
				Prior: []calc.Prior{{Year: 2022, Company: c.award, CreditCode: c.code, Item: "plant", Level: "省级",
					Amount: wan(40)}}})
			got := string(r.Decisions[0].Outcome) + " " + r.Decisions[0].Reason
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestANearlyEqualNameIsNotAskedAboutWhereTheAwardsOwnCompanyClaimsToo(t *testing.T) {
	claim := func(company string) calc.Record { return calc.Record{Company: company, Item: "plant", Level: "省级"} }
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
		Records: claims(claim("海滨海鸥电子有限公司"), claim("海滨海欧电子有限公司")),
		Prior:   []calc.Prior{{Year: 2022, Company: "海滨海欧电子有限公司", Item: "plant", Level: "省级", Amount: wan(40)}}})
	got := []string{string(r.Decisions[0].Outcome), string(r.Decisions[1].Outcome) + " " + r.Decisions[1].Reason}
	if diff := cmp.Diff([]string{"granted", "refused prior"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
