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
