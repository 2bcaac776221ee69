package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets"
)

// Around is what stands around the lines of a table and counts for all of
// them: the titles, who sends it, the unit of money, and the sections that
// the reading is in.
type Around struct {
	Titles []calc.Cell // above the header, from the top
	Sender calc.Cell   // of 填报单位：…
	Unit   money.Unit  // of 单位：…

	Earlier []calc.Cell // titles above the tables before, the nearest last: they may still say whose and of when

	names    Names
	labels   []sheets.Line // that say several things side by side
	several  []int         // lines above a header that do
	sections []section
	inNotes  bool       // 填表说明 began above the header
	titled   money.Unit // that a title or the sheet's name says in brackets
}

// retitle sets other titles above the next table, if there are any.
func (a *Around) retitle(titles []calc.Cell) {
	if len(titles) == 0 {
		return
	}
	for _, c := range a.Titles {
		if a.isAlone(c) && len(a.Earlier) < maxTitles {
			a.Earlier = append(a.Earlier, c)
		}
	}
	a.Titles = titles
}

// isAlone tells of a title that nothing else stands in its line.
func (a *Around) isAlone(c calc.Cell) bool { return !slices.Contains(a.several, c.Row) }

// Names are the words of a policy that can head the lines of a table.
type Names struct {
	Item     func(text string) bool // one thing that is awarded or is known not to be, or several
	District func(text string) bool
	Harmless func(text string) bool // says nothing that could be another title: 新认定, 省级, 名单
}

// section is a line inside a table that heads the lines below it.
type section struct {
	cell     calc.Cell
	depth    int // in the outline
	district bool
	item     bool
	unknown  bool // what it says is not understood: nothing above it counts
	over     bool // a total ended it: nor does it
}

// NewAround is what stands around a table before anything is read.
func NewAround(n Names) Around { return Around{names: n} }

// maxTitles bounds what is kept of a sheet without a header.
const maxTitles = 12

// Add reads a line above a header.
func (a *Around) Add(l sheets.Line) {
	if a.AddLabels(l) {
		for _, c := range l.Cells {
			if c.Text = beforeUnit(c.Text); c.Text != "" && len(a.Titles) < maxTitles {
				a.Titles = append(a.Titles, c)
			}
		}
		return
	}
	if !isAlone(l.Cells) && len(a.several) < maxTitles {
		a.several = append(a.several, l.Number)
	}
	for _, c := range l.Cells {
		if u := bareUnit(c); u != money.UnitNone {
			a.Unit = u
			continue
		}
		if c.Kind != calc.CellText || IsBlank(c.Text) {
			continue
		}
		a.inNotes = IsNote(c.Text) || a.inNotes && IsNumbered(Fold(c.Text))
		if !a.inNotes && isTitleLike(c.Text) && len(a.Titles) < maxTitles {
			a.Titles = append(a.Titles, c)
		}
	}
}

// isTitleLike tells a title from a sentence that explains how to fill in.
func isTitleLike(text string) bool {
	return utf8.RuneCountInString(text) <= maxNumbered && !strings.ContainsAny(text, "。；")
}

// holdsLabels tells whether a cell says 单位：… or 填报单位：….
func holdsLabels(c calc.Cell) bool {
	if !strings.ContainsAny(c.Text, ":：") {
		return false
	}
	_, ok := senderLabel(c)
	return ok || UnitLine(c.Text) != money.UnitNone
}

// AddLabels reads 填报单位：… and 单位：…, and tells whether the line holds one
// of them.
func (a *Around) AddLabels(l sheets.Line) bool {
	found := false
	for i, c := range l.Cells {
		if unit := UnitLine(c.Text); unit != money.UnitNone {
			a.Unit, found = unit, true
		}
		value, ok := senderLabel(c)
		if !ok {
			continue
		}
		found = true
		if IsBlank(value.Text) && i+1 < len(l.Cells) && !strings.ContainsAny(l.Cells[i+1].Text, ":：") {
			value = l.Cells[i+1]
		}
		if !IsBlank(value.Text) {
			a.Sender = value
		}
	}
	if found && len(l.Cells) > 1 && len(a.labels) < maxTitles {
		l.Cells = slices.Clone(l.Cells)
		a.labels = append(a.labels, l)
	}
	return found
}

// senderLabels begin the cells that say who fills the table in, folded.
var senderLabels = []string{"填报单位", "报送单位", "填表单位", "上报单位", "申报县区", "填报县区", "推荐单位", "填报地区", "报送县区", "县区", "县(区)",
	"所属县区", "地区", "单位名称",
	"单位(盖章)", "单位(公章)", "填报部门", "报送部门", "制表单位", "编制单位", "汇总单位", "填报板块"}

// senderLabel reads 填报单位(盖章)：东海县工信局; the value is empty where it
// stands in the next cell.
func senderLabel(c calc.Cell) (value calc.Cell, ok bool) {
	rest, ok := written.CutAny(Fold(c.Text), senderLabels)
	if !ok || len(c.Text) > 300 {
		return calc.Cell{}, false
	}
	for strings.HasPrefix(rest, "(") && strings.Contains(rest, ")") {
		rest = rest[strings.IndexByte(rest, ')')+1:]
	}
	rest, colon := strings.CutPrefix(rest, ":")
	if !colon && rest != "" {
		return calc.Cell{}, false
	}
	for _, more := range [...]string{"填报日期", "填报时间", "报送日期", "日期:", "单位:", "填表人", "联系"} {
		rest, _, _ = strings.Cut(rest, more)
	}
	c.Text = strings.TrimSpace(rest)
	return c, true
}

// Leave ends the sections: a table of its own begins.
func (a *Around) Leave() { a.sections = a.sections[:0] }

// Open enters a section. It ends those of its kind that stand as deep or
// deeper, and all that these held; a district ends the district before it
// wherever that stood in the outline. One whose words are not understood keeps
// what is said further up from the lines below. It tells how many sections are
// left above it; a title that is printed again on the next page opens none.
func (a *Around) Open(l Label) (left int, ok bool) {
	if a.isTitle(l.Cell.Text) {
		return 0, false
	}
	next := section{cell: l.Cell, depth: depthOf(l.Cell.Text), district: a.names.District(l.Core),
		item: a.names.Item(l.Core)}
	next.unknown = !next.item && !next.district && !a.names.Harmless(l.Core)
	n := slices.IndexFunc(a.sections, func(s section) bool { return s.endsBefore(next) })
	if n < 0 {
		n = len(a.sections)
	}
	a.sections = append(a.sections[:n], next)
	return n, true
}

func (s *section) endsBefore(next section) bool {
	switch {
	case s.district && next.district:
		return true
	case s.district && !s.item:
		return next.unknown && next.depth == s.depth && s.depth < unnumbered
	case next.district && !next.item:
		return next.depth == s.depth && s.depth < unnumbered
	}
	named := next.item || next.unknown
	return s.depth >= next.depth && (s.depth < unnumbered || next.depth == unnumbered || named)
}

// Close ends the sections from the nearest on that names what the label of a
// total names: what follows is no longer under it. A name that nobody knows
// ends the nearest.
func (a *Around) Close(l Label) {
	n := len(a.sections)
	if l.Core == "" || n == 0 {
		return
	}
	for i := n - 1; i >= 0; i-- {
		if s := &a.sections[i]; coreOf(s.cell.Text) == l.Core {
			s.over = true
			a.sections = a.sections[:i+1]
			return
		}
	}
	if !a.names.Item(l.Core) && !a.names.District(l.Core) && !a.names.Harmless(l.Core) {
		a.sections[n-1].over = true
	}
}

// Leads tells of a line of sums that it heads the lines below it: it has a
// number in the outline, or names a district or an item that the sections of
// the lines above do not (高新区合计 above those of 高新区).
func (a *Around) Leads(l Label) bool {
	if l.Core == "" || !IsNumbered(Fold(l.Cell.Text)) && !a.names.District(l.Core) && !a.names.Item(l.Core) {
		return false
	}
	return len(a.sections) > 0 &&
		!slices.ContainsFunc(a.sections, func(s section) bool { return coreOf(s.cell.Text) == l.Core })
}

// Sections are those that the reading is in, the nearest first. The second
// value tells that the last of them ends what stands further up.
func (a *Around) Sections() (near []calc.Cell, ends bool) {
	for i := len(a.sections) - 1; i >= 0; i-- {
		s := &a.sections[i]
		if !s.over {
			near = append(near, s.cell)
		}
		if s.over || s.unknown {
			return near, true
		}
	}
	return near, false
}

// Near is all that stands around, the nearest first: the sections, the titles
// and the sheet's name.
func (a *Around) Near(sheet string) []calc.Cell {
	near, ends := a.Sections()
	if ends {
		return near
	}
	for _, t := range slices.Backward(a.Titles) {
		near = append(near, t)
	}
	return append(near, calc.Cell{Kind: calc.CellText, Text: sheet})
}

// WithLevel adds to the i-th of the texts around, which names an item alone, the
// level that a nearer one names: 绿色工厂 above a section 一、国家级. The function
// reads the item and the level of a text.
func WithLevel(near []calc.Cell, i int, read func(text string) (item, level string)) calc.Cell {
	item, level := read(near[i].Text)
	if level != "" {
		return near[i]
	}
	for _, n := range near[:i] {
		both := n
		both.Text = near[i].Text + " " + n.Text
		if m, level := read(both.Text); m == item && level != "" {
			return both
		}
	}
	return near[i]
}

// DistrictIn is the text that names the district of the lines: a section, who
// sends the table, the titles and the sheet's name. An empty cell where none
// does.
func (a *Around) DistrictIn(sheet string) calc.Cell {
	near := []calc.Cell{a.District(), a.Sender}
	for _, t := range slices.Backward(slices.Concat(a.Earlier, a.Titles)) {
		near = append(near, t)
	}
	for _, c := range append(near, calc.Cell{Kind: calc.CellText, Text: sheet}) {
		if c.Text != "" && a.names.District(c.Text) {
			return c
		}
	}
	return calc.Cell{}
}

// District is the nearest section that names a district; where one that is not
// understood stands nearer, it ends that.
func (a *Around) District() calc.Cell {
	for i := len(a.sections) - 1; i >= 0; i-- {
		if s := &a.sections[i]; s.district {
			if s.over {
				return calc.Cell{}
			}
			return s.cell
		}
	}
	return calc.Cell{}
}

// isTitle tells whether a text repeats a line above the first header, with or
// without (续).
func (a *Around) isTitle(text string) bool {
	plain := func(s string) string {
		return strings.TrimSuffix(strings.TrimSuffix(Fold(s), "(续)"), "(续表)")
	}
	return slices.ContainsFunc(a.Titles, func(t calc.Cell) bool { return plain(t.Text) == plain(text) })
}

// unnumbered is the depth of a section without a number.
const unnumbered = 6

// depthOf orders the ways to number an outline: 一、 （一） 1. （1） ①, none.
func depthOf(text string) int {
	s := Fold(text)
	if !IsNumbered(s) {
		return unnumbered
	}
	inner, bracket := strings.CutPrefix(s, "(")
	digit := startsWithDigit(inner)
	switch {
	case !bracket && !digit && (strings.ContainsAny(s[:3], romanNumbers) || !strings.ContainsAny(s[:3], otherNumbers)):
		return 1
	case bracket && !digit:
		return 2
	case digit && !bracket:
		return 3
	case digit:
		return 4
	}
	return 5
}
