package report

import (
	"cmp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
)

// readRulings reads what a person filled into 待核事项. Lines without an
// opinion are left for another day; one with an amount or a basis but no
// opinion, with a word that is neither of the two, or with an amount that is
// none, is a finding and rules nothing.
func (rd *reader) readRulings() {
	open, seen := calc.ByKey(rd.out.Records, func(r *Record) string { return r.Key }), map[string]calc.Ref{} // by key
	rd.table(SheetHeld, []string{headKey, headRuling, headRulingAmount, headRulingBasis},
		func(t *tableRow) { rd.ruling(t, open, seen) }, nil)
}

func (rd *reader) ruling(t *tableRow, open map[string]*Record, seen map[string]calc.Ref) {
	word, allowed := opinionIn(t.text(headRuling))
	key := t.text(headKey)
	if word == "" && t.cell(headRulingAmount).IsEmpty() && t.text(headRulingBasis) == "" && !t.corrects() {
		return
	}
	if key == "" { // a line of the person's own
		if key = rd.onlyKey(t); key == "" {
			rd.findings.Add("ruling/no-key", t.at(headRuling), t.text("单位名称"))
			return
		}
	}
	rec, at := open[key], t.at(headRuling)
	if rec == nil || t.text("单位名称") != rec.Company { // a key that was copied over belongs to another line
		rd.findings.Add("ruling/unmatched", t.at(headKey), cmp.Or(key, t.text("单位名称")))
		return
	}
	if first, twice := seen[key]; twice {
		rd.findings.Add("ruling/twice", at, rec.Company, first.String())
		rd.out.Rulings = slices.DeleteFunc(rd.out.Rulings, func(r calc.Ruling) bool { return r.Key == key })
		return
	}
	seen[key] = at
	r := calc.Ruling{Ref: at, Key: key, Grant: word == RuleGrant, Basis: t.text(headRulingBasis),
		Company: rec.Company, Item: rec.Item, Source: rec.Source, Saw: rec.Against()}
	if word != RuleGrant && word != RuleRefuse {
		rd.unclear(t)
		return
	}
	if rd.rulingAmount(t, &r, allowed) && rd.correction(t, &r) {
		rd.out.Rulings = append(rd.out.Rulings, r)
	}
}

// unclear asks what an opinion means.
func (rd *reader) unclear(t *tableRow) bool {
	word := strings.Join(strings.Fields(t.text(headRuling)), "")
	rd.findings.Add("ruling/unclear", t.at(headRuling), cmp.Or(word, "（未填写）"))
	return false
}

// onlyKey is the key of the one record of the line's company, item and level, as
// far as they are given; "" where there are none or several.
func (rd *reader) onlyKey(t *tableRow) (key string) {
	company, item, level := t.text("单位名称"), t.text("奖补事项"), t.text("级别")
	for i := range rd.out.Records {
		r := &rd.out.Records[i]
		if r.Company != company || item != "" && item != r.ItemName || level != "" && level != r.Level {
			continue
		}
		if key != "" {
			return ""
		}
		key = r.Key
	}
	return key
}

// rulingAmount reads 审定金额, or the amount that the opinion allows; both must say
// the same. A number is in yuan, as the sheet says; text must name its unit, because
// nobody knows what a text that Excel did not take for a number was meant to be.
func (rd *reader) rulingAmount(t *tableRow, r *calc.Ruling, allowed string) bool {
	c, at := t.cell(headRulingAmount), t.at(headRulingAmount)
	said, _ := standard.ReadAmount(calc.Cell{Kind: calc.CellText, Text: allowed}, headRuling, money.UnitNone,
		money.UnitNone, at)
	if c.IsEmpty() {
		r.Amount = said
		return said != nil || allowed == "" || rd.unclear(t)
	}
	unit := money.UnitNone
	if c.Kind == calc.CellNumber {
		unit = money.UnitYuan
	}
	amount, fs := standard.ReadAmount(c, headRulingAmount, unit, money.UnitNone, at)
	for _, f := range fs {
		if f.Code == "cell/rounded" {
			rd.findings = append(rd.findings, f)
			continue
		}
		amount = nil
	}
	r.Amount = amount
	switch {
	case amount != nil && allowed != "" && (said == nil || !said.Equal(*amount)):
		return rd.unclear(t)
	case amount != nil:
		return true
	case c.Kind == calc.CellNoValue:
		rd.findings.Add("ruling/amount", at, c.Text, "是公式，没有计算结果")
	case c.Kind == calc.CellNumber:
		rd.findings.Add("ruling/amount", at, c.Text, "不是可以支付的金额")
	default:
		rd.findings.Add("ruling/amount", at, c.Text, "不是数字，也没有写明单位")
	}
	return false
}

// corrects tells whether a line says what the record ought to say.
func (t *tableRow) corrects() bool {
	return t.text(headCorrectCode) != "" || t.text(headCorrectName) != "" || t.text(headCorrectDate) != ""
}

// correction reads what a record ought to say. What is no code, no day, or stands
// beside an opinion that refuses, is a finding and rules nothing.
func (rd *reader) correction(t *tableRow, r *calc.Ruling) bool {
	if !t.corrects() {
		return true
	}
	r.Correct.Company, _ = written.CompanyName(t.text(headCorrectName))
	wrong := func(head, why string) bool {
		rd.findings.Add("ruling/correction", t.at(head), head, t.text(head), why)
		return false
	}
	if text := t.text(headCorrectCode); text != "" {
		code, fault := written.ParseCreditCode(text)
		if fault != "" {
			return wrong(headCorrectCode, fault)
		}
		r.Correct.CreditCode = code
	}
	if c := t.cell(headCorrectDate); !c.IsEmpty() {
		d := standard.ReadDate(c, written.EpochOf(rd.sheet[SheetHeld].Date1904))
		if d.Reason != "" || d.Doubt != "" {
			return wrong(headCorrectDate, cmp.Or(string(d.Reason), "不明确"))
		}
		r.Correct.Recognised = d.Date
	}
	if !r.Grant {
		rd.findings.Add("ruling/correction", t.at(headRuling), headRuling, RuleRefuse, "不予奖补的不必更正")
		return false
	}
	return true
}
