package report

import (
	"cmp"
	"strings"

	"jiangbu/calc"
)

// A ruling that was applied is carried forward: 待核事项 lists its record below
// those that are held, with the ruling filled in, so that the next round knows
// it and a person can amend or withdraw it. 认定记录 keeps it beside the
// decision.

// ruledPrefix marks the lines of 待核事项 that a ruling has settled.
const ruledPrefix = "已审定："

// settledByRuling lists the records that would be held but for a ruling.
func (b *book) settledByRuling() []int {
	return b.recordsThat(func(d *calc.Decision) bool { return d.Ruling != nil && d.Outcome != calc.Held })
}

// ruledWords say what a ruling led to: its steps, and the outcome.
func ruledWords(d *calc.Decision) string {
	lines := calc.Mapped(d.Steps, func(s calc.Step) string { return s.Text() })
	return strings.Join(lines, "\n") + "\n结论：" + d.Name() + " " + d.Amount.Grouped() + " 元"
}

// The doubts of a decision stand in one cell, parted by blanks.
func joinDoubts(ds []calc.Doubt) string {
	if len(ds) == 0 {
		return ""
	}
	return strings.Join(calc.Mapped(ds, func(d calc.Doubt) string { return string(d) }), " ")
}

func splitDoubts(text string) []calc.Doubt {
	var ds []calc.Doubt
	for _, s := range strings.Fields(text) {
		ds = append(ds, calc.Doubt(s))
	}
	return ds
}

// doubtNames are the doubts in words.
func doubtNames(ds []calc.Doubt) string {
	return strings.Join(calc.Mapped(ds, func(d calc.Doubt) string { return calc.ReasonName(d.Code()) }), "、")
}

// rulingOf is the ruling on a record, one that says nothing where there is none.
func rulingOf(d *calc.Decision) *calc.Ruling { return cmp.Or(d.Ruling, noRuling) }

var noRuling = &calc.Ruling{}

// rulingWord is a ruling as 审定意见 states it, "" for none.
func rulingWord(r *calc.Ruling) string {
	switch {
	case r == nil:
		return ""
	case r.Grant:
		return RuleGrant
	}
	return RuleRefuse
}

// ruled begins the ruling that 认定记录 keeps beside a decision.
func (t *tableRow) ruled() *calc.Ruling {
	word := t.text(headRuling)
	if word == "" {
		return nil
	}
	if word != RuleGrant && word != RuleRefuse {
		t.rd.bad("report/value", t.at(headRuling), headRuling, word)
	}
	return &calc.Ruling{Ref: t.at(headRuling), Grant: word == RuleGrant}
}

// isRuled tells whether the line has a ruling; what belongs to one must not
// stand without it.
func (t *tableRow) isRuled(head string, r *Record) bool {
	if r.Ruling == nil && !t.cell(head).IsEmpty() {
		t.rd.bad("report/value", t.at(head), head, t.cell(head).Text)
	}
	return r.Ruling != nil
}
