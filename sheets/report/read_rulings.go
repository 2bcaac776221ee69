package report

import (
	"strings"

	"jiangbu/calc"
)

// readRulings reads what a person filled into 待核事项. Lines without an
// opinion are left for another day; one with an amount or a basis but no
// opinion, or with a word that is neither of the two, is a finding.
func (rd *reader) readRulings() {
	held := map[string]bool{}
	for i := range rd.out.Records {
		if r := &rd.out.Records[i]; r.Outcome == calc.Held {
			held[r.Key] = true
		}
	}
	rd.table(SheetHeld, []string{headKey, headRuling, headRulingAmount, headRulingBasis}, func(t *tableRow) { rd.ruling(t, held) }, nil)
}

func (rd *reader) ruling(t *tableRow, held map[string]bool) {
	word, key := strings.Join(strings.Fields(t.text(headRuling)), ""), t.text(headKey)
	if word == "" && t.cell(headRulingAmount).IsEmpty() && t.text(headRulingBasis) == "" {
		return
	}
	if key == "" || !held[key] {
		rd.findings.Add("ruling/unmatched", t.at(headKey), cmpOr(key, t.text("单位名称")))
		return
	}
	r := calc.Ruling{Ref: t.at(headRuling), Key: key, Grant: word == RuleGrant, Basis: t.text(headRulingBasis)}
	if word != RuleGrant && word != RuleRefuse {
		rd.findings.Add("ruling/unclear", r.Ref, cmpOr(word, "（未填写）"))
		return
	}
	if !t.cell(headRulingAmount).IsEmpty() {
		amount, fs := calc.ReadAmount(t.cell(headRulingAmount), headRulingAmount, calc.UnitNone, calc.UnitYuan, t.at(headRulingAmount))
		rd.findings = append(rd.findings, fs...)
		if amount == nil {
			return
		}
		r.Amount = amount
	}
	rd.out.Rulings = append(rd.out.Rulings, r)
}
