package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"slices"
	"strconv"
	"strings"
)

// readFreeTexts reads what the free texts of a row say: the names of subject and
// company, and the papers, where a state stands apart; remarks; the nature's
// column for the year that it may give.
func (r *rowReader) readFreeTexts() {
	for _, col := range [...]calc.Column{calc.ColSubject, calc.ColCompany} {
		if text := r.shows(col); col != calc.ColCompany || strings.ContainsAny(text, "(（-—[【?？") {
			r.applySaid(r.said(text, apart), r.at(col), text, "record/nature-differs", true)
		}
	}
	for _, col := range [...]calc.Column{calc.ColCertificate, calc.ColDocument, calc.ColBody, calc.ColValidTo} {
		text := r.text(col)
		r.applySaid(r.said(withoutSerial(text), papers), r.at(col), text, "record/nature-differs", false)
	}
	text := r.text(calc.ColRemark)
	if text != "" && strings.Contains("否×✗✘❌❎", r.fold(text)) {
		r.found("record/stop", calc.ColRemark, text, text)
	}
	r.applySaid(r.said(text, remarked), r.at(calc.ColRemark), text, "record/remark", true)
	r.readAsides()
	text = r.natureText(r.shows(calc.ColNature))
	for _, s := range r.said(text, apart) {
		r.doubtYear(&s, r.at(calc.ColNature), text)
		if s.pair != nil && (s.pair.Again || s.pair.Alone) && len(s.named()) == 0 { // 曾获认定
			r.found("record/stop", calc.ColNature, text, s.stop)
		}
	}
}

// readAsides reads what else a line says beside its record: a further remark, an
// opinion, the answer to a question, whatever stands under a heading that nobody
// knows. It is quoted with the heading.
func (r *rowReader) readAsides() {
	for _, a := range r.row.Asides {
		at, text := r.row.Place(a.Cell.Row, a.Cell.Col), r.shownText(a.Cell.Text)
		if text != "" {
			r.applySaid(r.said(r.answer(a.Heading, text), answered), at, a.Heading+"："+text, "record/remark", true)
		}
	}
}

// answer is what stands under a heading, completed by it where it asks, or where it
// speaks and is marked: √ under 复核.
func (r *rowReader) answer(heading, text string) string {
	switch said := r.said(heading, answered); {
	case IsQuestion(heading):
		return completed(heading, text)
	case text[0] >= '0' && text[0] <= '9':
		return counted(said, heading, text)
	case len(said) > 0:
		return completed("是否"+heading, text)
	}
	return text
}

// counted is a number or a date under a heading, with that where it speaks against an
// award (2 under 处罚次数) or says when something was: 2020 under 首次获评年度.
func counted(said []assertion, heading, text string) string {
	a, err := money.ParseAmount(text)
	isPaid := func(s assertion) bool { return s.paid != 0 }
	isNature := func(s assertion) bool { return len(s.natures) > 0 }
	switch {
	case err == nil && a.Number.IsZero():
	case against(said) != "" || slices.ContainsFunc(said, isPaid):
		return heading + "，" + text
	case slices.ContainsFunc(said, isNature) && written.YearIn(text) != 0:
		return heading + text
	}
	return text
}

// said is what a free text says, remembered.
func (r *rowReader) said(text string, how freeText) []assertion {
	if text == "" || !r.words.told.in(text) {
		return nil
	}
	return r.assertions[how].get(text, func(s string) []assertion { return r.words.assertions(s, how) })
}

// applySaid applies what a text says of this record; messages quote it as it is
// written, and a nature that it mentions is asked about under a code, in a free
// text only where the policy looks for it there.
func (r *rowReader) applySaid(said []assertion, at calc.Ref, quoted string, mention calc.Code, free bool) {
	if len(said) == 0 {
		return
	}
	var all status
	for i := range said {
		all = all.and(r.ofThis(&said[i]))
	}
	r.hold(&all, at, quoted, false)
	r.differs(mention, &all, at, quoted, free)
	for _, s := range said {
		if s.place != "" && r.rec.District != "" && s.place != r.rec.District && mention == "record/remark" {
			r.rec.Findings.Add("record/stop", at, quoted, s.place)
		}
		if s.paid != 0 && s.paid < r.rec.Recognised.Year && !r.namesAnotherItem(&s.part) && s.stop == "" {
			r.rec.Findings.Add("record/stop", at, quoted, strconv.Itoa(s.paid)+"年")
		}
		if !r.isOfAnother(&s.part) {
			r.doubtYear(&s, at, quoted)
		}
	}
}

// ofThis is the state that a part tells of this record's recognition. What is
// said of another award, or of another level, is not said of it; a level that
// the record has is no slip.
func (r *rowReader) ofThis(s *assertion) status {
	out := s.status
	another := r.isOfAnother(&s.part)
	if another {
		out.natures, out.open, out.notice = nil, "", ""
	}
	switch p := s.pair; {
	case s.level != "":
		another = s.level == r.rec.Level
	case s.undone, p != nil && p.Again:
	case p != nil && p.Paid:
		another = r.item != nil && r.namesAnotherItem(&s.part)
	case p != nil && len(p.Then) > 0:
		another = r.isOfAnother(&s.behind)
	default:
		another = false
	}
	if another {
		out.stop = ""
	}
	if r.rec.Recognised.Year > 0 && s.part.lastYear() > r.rec.Recognised.Year {
		out.natures = slices.DeleteFunc(slices.Clone(out.natures), r.words.isRenewal)
	}
	return out
}

// isOfAnother tells whether a part names another award than the record's, or it
// at another level.
func (r *rowReader) isOfAnother(part *Covering) bool {
	if r.item == nil || len(part.words) == 0 {
		return false
	}
	if r.namesAnotherItem(part) {
		return true
	}
	level, _ := r.words.level(part, r.item.ID, false)
	return level != "" && r.rec.Level != "" && level != r.rec.Level
}

func (r *rowReader) namesAnotherItem(part *Covering) bool {
	items := part.named(ItemWord)
	return len(items) > 0 && !slices.ContainsFunc(items, func(i int) bool { return r.policy.Items[i].ID == r.item.ID })
}

// doubtYear asks about a year other than that of the recognition, in which a text
// says that it was recognised.
func (r *rowReader) doubtYear(s *assertion, at calc.Ref, quoted string) {
	if own := r.rec.Recognised.Year; s.dated != 0 && (s.dated < own || s.dated > own && s.issued) {
		r.rec.Findings.Add("record/stop", at, quoted, strconv.Itoa(s.dated)+"年")
	}
}
