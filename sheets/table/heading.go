package table

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc/money"
)

// Ignored is the ID of headings that are known and never read: contacts,
// telephones, accounts, identity numbers, addresses.
const Ignored = -1

// Heading is one meaning that a column can have and the headings that say so.
type Heading struct {
	ID   int      // the caller's, above 0, or Ignored
	Kind int      // passed on to the column, for the caller's own use
	Rank int      // of two columns with one ID the higher rank keeps it; equal ranks clash
	Else int      // what the outranked column means then; 0: nothing
	Many bool     // several columns may have this meaning; the first is read
	Name []string // the headings, in any form that Fold makes equal
	Ends []string // the same where a longer heading ends in one of them

	leads bool // names what a line is about
}

// Words is a vocabulary of headings, ready for lookup. It is safe for
// concurrent use.
type Words struct {
	names, ends map[string]*Heading
	also        func(heading string) bool
}

// NewWords prepares a vocabulary. A name that two headings claim belongs to
// the first. The function also tells of other texts that can stand as
// headings (a column for each item); it may be nil.
func NewWords(headings []Heading, also func(heading string) bool) *Words {
	w := &Words{names: map[string]*Heading{}, ends: map[string]*Heading{}, also: also}
	if also == nil {
		w.also = func(string) bool { return false }
	}
	for i := range headings {
		h := &headings[i]
		addNames(w.names, h.Name, h)
		addNames(w.names, h.Ends, h)
		addNames(w.ends, h.Ends, h)
	}
	return w
}

// Led says which headings name what a line is about: where one stands again
// further right, with those around it, another table begins.
func (w *Words) Led(ids ...int) *Words {
	for _, by := range [...]map[string]*Heading{w.names, w.ends} {
		for _, h := range by {
			h.leads = h.leads || slices.Contains(ids, h.ID)
		}
	}
	return w
}

// With is the same vocabulary with another function for further headings.
func (w *Words) With(also func(heading string) bool) *Words {
	return &Words{names: w.names, ends: w.ends, also: also}
}

// Also is the same vocabulary with further headings, which win over those that
// it has.
func (w *Words) Also(more []Heading) *Words {
	if len(more) == 0 {
		return w
	}
	also := NewWords(more, w.also)
	names, ends := maps.Clone(w.names), maps.Clone(w.ends)
	maps.Copy(names, also.names)
	maps.Copy(ends, also.ends)
	return &Words{names, ends, w.also}
}

func addNames(to map[string]*Heading, names []string, h *Heading) {
	for _, n := range names {
		if f := Fold(n); to[f] == nil {
			to[f] = h
		}
	}
}

// Find looks a heading up as it stands over a column, with the headings above
// it, and reads the unit that it names. It returns nil for an unknown one.
func (w *Words) Find(group, text string) (*Heading, money.Unit) {
	base, unit := cutUnit(trimMarks(Fold(text)))
	above, groupUnit := cutUnit(trimMarks(Fold(group)))
	if unit == money.UnitNone {
		unit = groupUnit
	}
	if above != "" && !isOutlineNumber(strings.Trim(base, "()")) { // （三） below 条款 is no 条款
		if h := w.find(above + base); h != nil {
			return h, unit
		}
		if h := w.find(withoutTails(above) + base); h != nil {
			return h, unit
		}
	}
	return w.find(base), unit
}

// find tries a folded heading as it is, without brackets, without a leading
// year, and by its end.
func (w *Words) find(base string) *Heading {
	plain := withoutBrackets(base)
	for _, s := range [...]string{base, plain, withoutYear(plain)} {
		if h := w.names[s]; h != nil {
			return h
		}
	}
	return w.findEnd(plain)
}

// maxEnd bounds the headings that are matched by their end; anything longer is
// a sentence.
const maxEnd = 60

func (w *Words) findEnd(s string) *Heading {
	isFront := func(front string) bool { return strings.HasPrefix(s, front) }
	if len(s) > maxEnd || slices.ContainsFunc(otherFronts, isFront) {
		return nil
	}
	for i := range s {
		if h := w.ends[s[i:]]; h != nil {
			return h
		}
	}
	return nil
}

// otherFronts make of a heading one about something else than its end: it asks, or
// is of what was or will be.
var otherFronts = []string{"是否", "有无", "计划", "预计", "拟认定", "原", "变更前", "更名前"}

// exact looks a cell up without making any text: only names as they stand,
// whole or before a bracket.
func (w *Words) exact(text string) *Heading {
	var buf [96]byte
	if len(text) > maxEnd {
		return nil
	}
	folded := appendFold(buf[:0], text)
	for len(folded) > 0 && folded[0] == '*' {
		folded = folded[1:]
	}
	if h := w.names[string(folded)]; h != nil {
		return h
	}
	for i, b := range folded {
		if b == '(' {
			return w.names[string(folded[:i])]
		}
	}
	return nil
}

// marks are signs that say "required" or "see below" around a heading.
const marks = "*★☆※●▲△•·#:.,、。；;\"'“”①②③④⑤⑥⑦⑧⑨⑩¹²³"

// trimMarks takes required marks, a number in front and a colon behind off.
func trimMarks(s string) string {
	s = strings.TrimRight(strings.TrimLeft(s, marks), marks)
	if digits := strings.TrimLeft(s, "0123456789"); digits != s && len(s)-len(digits) <= 2 &&
		strings.IndexAny(digits, ".、") == 0 {
		s = strings.TrimLeft(digits, marks)
	}
	return s
}

// cutUnit splits a unit of money off a folded heading: 费用(万元), 费用/万元,
// 费用:元, 费用万元.
func cutUnit(s string) (string, money.Unit) {
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		if u := unitIn(s[open+1 : len(s)-1]); u != money.UnitNone {
			return s[:open], u
		}
		return s, money.UnitNone
	}
	if money.UnitOf(s) != money.UnitNone {
		return s, money.UnitNone
	}
	for _, u := range [...]money.Unit{money.UnitWan, money.UnitThousand, money.UnitHundred, money.UnitYi,
		money.UnitYuan} {
		base, ok := strings.CutSuffix(s, u.String())
		if !ok || base == "" {
			continue
		}
		if endsInDigit(base) { // 补助5万元 names a sum: neither 万元 nor 元 is its unit
			return s, money.UnitNone
		}
		return strings.TrimRight(base, marks+"/-—"), u
	}
	return s, money.UnitNone
}

func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// withoutBrackets drops whatever stands in brackets: 单位名称(盖章).
func withoutBrackets(s string) string {
	for {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			return s
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			return s[:open]
		}
		s = s[:open] + s[open+end+1:]
	}
}

// withoutYear drops a year in front: 2023年认定日期, 2023年度认定级别.
func withoutYear(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	if len(s)-len(rest) != 4 || !strings.HasPrefix(rest, "年") {
		return s
	}
	return strings.TrimPrefix(strings.TrimPrefix(rest, "年"), "度")
}

// withoutTails drops what a group heading says beyond its subject: 被诊断企业
// 情况, 诊断机构信息.
func withoutTails(s string) string {
	s = withoutBrackets(s)
	for _, tail := range [...]string{"基本情况", "基本信息", "有关情况", "情况", "信息"} {
		if base, ok := strings.CutSuffix(s, tail); ok && utf8.RuneCountInString(base) >= 2 {
			return base
		}
	}
	return s
}
