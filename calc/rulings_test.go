package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestARulingSaysWhatBecameOfIt(t *testing.T) {
	missing := calc.Findings{calc.Found("cell/item", calc.Ref{}, "飞天奖")}
	was := func(r calc.Ruling, company, item string, row int) calc.Ruling {
		r.Company, r.Item, r.Source, r.Basis = company, item, calc.Ref{File: "东区.xlsx", Sheet: "表", Row: row}, "纪要"
		return r
	}
	grant, refuse := calc.Ruling{Key: "k1", Grant: true}, calc.Ruling{Key: "k1"}
	for _, c := range []struct {
		name   string
		record calc.Record
		ruling calc.Ruling
		want   string // outcome, code, message
	}{
		{"a record without an item cannot be granted", calc.Record{Item: "", NotCovered: "飞天奖", Findings: missing},
			was(grant, "甲", "", 2),
			"held ruling/no-item 审定意见对 甲（东区.xlsx:表!2） 予以奖补，但奖补事项不明确，金额无法确定"},
		{"but it can be refused", calc.Record{Item: "", NotCovered: "飞天奖", Findings: missing}, was(refuse, "甲", "", 2),
			"refused"},
		{"a record that says something else now", calc.Record{Item: "plant", Level: "省级", Company: "甲分公司"},
			was(calc.Ruling{Key: "k0", Grant: true}, "乙分公司", "plant", 2),
			"held ruling/changed 审定意见针对的记录 乙分公司（东区.xlsx:表!2） 内容已变（现为 东区.xlsx:表!2），审定意见未采用"},
		{"one that moved and was corrected", calc.Record{Item: "plant", Level: "省级", Company: "甲分公司"},
			was(calc.Ruling{Key: "k0", Grant: true}, "甲分公司", "plant", 9),
			"held ruling/changed 审定意见针对的记录 甲分公司（东区.xlsx:表!9） 内容已变（现为 东区.xlsx:表!2），审定意见未采用"},
		{"one that is gone", calc.Record{Item: "plant", Level: "省级", Company: "甲分公司"},
			was(calc.Ruling{Key: "k0", Grant: true}, "丙分公司", "plant", 9),
			"held ruling/unmatched 审定意见针对的记录 丙分公司（东区.xlsx:表!9） 在本次数据中不存在或内容已变"},
		{"without a basis it holds, and is asked about", calc.Record{Item: "plant", Level: "省级", Company: "甲分公司"},
			grant,
			"granted ruling/no-basis 对 k1 的审定意见没有写明审定依据"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(seen(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(c.record),
				Rulings: []calc.Ruling{c.ruling}}))
			got := string(r.Decisions[0].Outcome)
			for _, f := range r.Findings {
				if f.Code[:7] == "ruling/" {
					got += " " + string(f.Code) + " " + f.Message()
				}
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if err := calc.Audit(r); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestADecisionKeepsTheRulingAndWhatItAnswers(t *testing.T) {
	ruling := calc.Ruling{Key: "k1", Grant: true, Basis: "会议纪要3号",
		Saw: []calc.Doubt{"company/legal-person", "company/not-local"}}
	records := claims(calc.Record{Item: "plant", Level: "省级", Company: "甲分公司", CreditCode: "913301000000000000"},
		calc.Record{Item: "plant", Level: "国家级"})
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records,
		Rulings: []calc.Ruling{ruling}})
	d := r.Decisions[0]
	if diff := cmp.Diff(&ruling, d.Ruling); diff != "" || len(d.Doubts) != 2 || d.Doubts[0] != "company/legal-person" {
		t.Errorf("ruling %v for %q; -want +got:\n%s", d.Ruling, d.Doubts, diff)
	}
	if r.Decisions[1].Ruling != nil {
		t.Error("a record without a ruling has one")
	}
}

func TestARecordThatIsHeldAgainSaysWhatItsRowSays(t *testing.T) {
	records := claims(calc.Record{Item: "plant", Level: "省级", Company: "旧"})
	b := calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records,
		Prior: []calc.Prior{{Year: 2023, Company: "甲", CreditCode: codeOf("甲"), Item: "plant", Level: "省级",
			Amount: wan(40)}},
		Rulings: []calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要", Correct: calc.Correction{Company: "甲"}}}}
	r := calc.Decide(b)
	if r.Decisions[0].Outcome != calc.Held || r.Records[0].Company != "旧" || records[0].Company != "旧" {
		t.Errorf("%s %s", r.Decisions[0].Outcome, r.Records[0].Company)
	}
	if err := calc.Audit(r); err != nil {
		t.Error(err)
	}
	b.Prior = nil
	if r = calc.Decide(b); r.Decisions[0].Outcome != calc.Granted || r.Records[0].Company != "甲" ||
		records[0].Company != "旧" {
		t.Errorf("%s %s", r.Decisions[0].Outcome, r.Records[0].Company)
	}
}
