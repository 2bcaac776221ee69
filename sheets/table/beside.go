package table

import (
	"math"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// Tables that stand side by side share the lines of a sheet: the same headings
// are written again further right (企业 | 金额 | | 企业 | 金额), or others behind an
// empty column. Each is a table of its own. They are read one after the other,
// from the left: the lines of those further right wait until the first ends.

// besideTable is a table right of the one that the reading is in, with the lines
// that wait for it.
type besideTable struct {
	table *Table
	lines []besideLine
}

// besideLine is what a line holds of a table; header is how many lines of a
// header end with it.
type besideLine struct {
	headerLine
	header int
}

// abreast cuts a table into those that stand side by side in it; one that is
// none of these is itself.
func (w *Words) abreast(t *Table) []*Table {
	starts, other := w.repeated(t.Columns), false
	if len(starts) < 2 {
		starts, other = apart(t.Columns), true
	}
	if len(starts) < 2 {
		return []*Table{t}
	}
	var all []*Table
	for n, from := range starts {
		to, right := len(t.Columns), math.MaxInt
		if n+1 < len(starts) {
			to = starts[n+1]
			right = t.Columns[to].Col - 1
		}
		one := &Table{Sheet: t.Sheet, Top: t.Top, Bottom: t.Bottom, Columns: slices.Clone(t.Columns[from:to]),
			Left: t.Columns[from].Col, Right: right, Beside: n, Other: other && n > 0}
		one.index = indexColumns(one.Columns)
		all = append(all, one)
	}
	all[0].Left = 1
	return all
}

// begin begins the table of a header, or the first of those side by side.
func (sc *scanner) begin(t *Table) {
	sc.whole = t
	all := sc.words.abreast(t)
	sc.table, sc.fields = all[0], make([]calc.Cell, len(all[0].Columns))
	sc.beside = calc.Mapped(all[1:], func(b *Table) *besideTable { return &besideTable{table: b} })
}

// repeated tells where the headings of a table begin again: at each heading that
// names what a line is about and stands there as it stood before, with the same
// headings around it; behind an empty column they may be other words for the same.
// One under a heading that is itself known says another role of the same line:
// 诊断机构 and 被诊断企业 over 单位名称.
func (w *Words) repeated(columns []Column) (starts []int) {
	lead := slices.IndexFunc(columns, func(c Column) bool { return c.Heading != nil && c.Heading.leads })
	if lead < 0 {
		return nil
	}
	for i := lead; i < len(columns); i++ {
		if columns[i].Heading == columns[lead].Heading {
			starts = append(starts, i-lead)
		}
	}
	if len(starts) < 2 {
		return nil
	}
	first := columns[:starts[1]]
	for n, from := range starts {
		to := len(columns)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		gap := n > 0 && columns[from].Col-columns[from-1].Col > 1
		if n > 0 && from-starts[n-1] <= lead || !w.repeats(first, columns[from:to], lead, gap) {
			return nil
		}
	}
	return starts
}

// repeats tells whether columns have the headings of the first table, as far as
// both go. Before the one that leads, headings that nobody knows may differ, such
// as the names of districts; what one has beyond the other says nothing new.
func (w *Words) repeats(first, columns []Column, lead int, gap bool) bool {
	said := false
	n := min(len(first), len(columns))
	for i := range n {
		a, b := &first[i], &columns[i]
		known := a.Heading != nil || b.Heading != nil
		if a.Heading != b.Heading || Fold(a.Text) != Fold(b.Text) && !(known && gap || !known && i < lead) {
			return false
		}
		said = said || i != lead && known && b.Heading.ID != Ignored
		if h, _ := w.Find("", b.Group); h != nil && h.leads {
			return false
		}
	}
	for _, c := range append(slices.Clone(first[n:]), columns[n:]...) {
		if c.Heading != nil && c.Heading.ID != Ignored && !c.Heading.Many && !slices.ContainsFunc(first[:n],
			func(d Column) bool { return d.Heading != nil && d.Heading.ID == c.Heading.ID }) {
			return false
		}
	}
	return said && lead < n
}

func sameHeading(a, b *Column) bool { return a.Heading == b.Heading && Fold(a.Text) == Fold(b.Text) }

// leastBeside is how many columns another table has at least.
const leastBeside = 2

// apart tells where a table with headings of its own begins behind an empty
// column: one of its headings stands left of it, too.
func apart(columns []Column) []int {
	for i := 1; i <= len(columns)-leastBeside; i++ {
		gap := columns[i].Col-columns[i-1].Col > 1
		if gap && slices.ContainsFunc(columns[i:], func(c Column) bool {
			tells := c.Heading != nil && c.Heading.ID != Ignored && (c.Heading.leads || !c.Heading.Many)
			return tells && slices.ContainsFunc(columns[:i], func(d Column) bool { return sameHeading(&c, &d) })
		}) {
			return []int{0, i}
		}
	}
	return nil
}

// headings are those of a table, as a message quotes them.
func (t *Table) headings() string {
	return strings.Join(calc.Mapped(t.Columns, func(c Column) string { return "“" + c.Path() + "”" }), "")
}

// within are the cells that stand in the columns of a table, or between it and
// the next.
func (t *Table) within(cells []calc.Cell) []calc.Cell {
	from := slices.IndexFunc(cells, func(c calc.Cell) bool { return c.Col >= t.Left })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(cells) && cells[to].Col <= t.Right {
		to++
	}
	return cells[from:to:to]
}

// wait keeps what a line holds of the tables further right, and leaves what it
// holds of the first.
func (sc *scanner) wait(l sheets.Line, header int) sheets.Line {
	for _, b := range sc.beside {
		part := l
		if part.Cells = b.table.within(l.Cells); header > 0 {
			b.headed(sc.before, l.Number-header)
		} else if sc.reaches(l, b.table) {
			part.Cells = l.Cells
		} else if own := sc.table.within(l.Cells); isSumAlone(own) && areFigures(part.Cells) {
			part.Cells = append(slices.Clone(own), part.Cells...)
		}
		if len(part.Cells) > 0 || header > 0 {
			b.lines = append(b.lines, besideLine{keepLine(part, nil), header})
		}
	}
	if isAlone(l.Cells) {
		sc.before = keepLine(l, nil)
	}
	l.Cells = sc.table.within(l.Cells)
	return l
}

// isSumAlone tells of what a line holds of a table that it is the word for a sum and
// no more.
func isSumAlone(cells []calc.Cell) bool {
	if !isAlone(cells) {
		return false
	}
	_, ok := TotalLabel(FirstCell(cells).Text)
	return ok
}

// areFigures tells of cells that they hold figures and nothing else.
func areFigures(cells []calc.Cell) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(c calc.Cell) bool { return !isFigure(c) })
}

// reaches tells of a line that says one thing only that it is merged over further
// tables, too.
func (sc *scanner) reaches(l sheets.Line, t *Table) bool {
	m := mergeFrom(sc.sheet.Merges, FirstCell(l.Cells))
	return isAlone(l.Cells) && m.Left < t.Left && m.Right >= t.Columns[len(t.Columns)-1].Col
}

// headed gives a table the line that stands alone right above its header on a new
// page, wherever it stands.
func (b *besideTable) headed(before headerLine, number int) {
	if n := len(b.lines); n > 0 && before.Number == number && b.lines[n-1].Number != number {
		b.lines = append(b.lines, besideLine{before, 0})
	}
}

// giveBeside yields the tables further right when the first has ended.
func (sc *scanner) giveBeside() {
	for _, b := range sc.beside {
		merges, fields := newMergeWalk(sc.sheet.Merges), make([]calc.Cell, len(b.table.Columns))
		for i, l := range b.lines {
			out := Line{Line: l.Line, Table: b.table, Header: l.header, Repeat: i > 0 && l.header > 0}
			reach := merges.at(l.Line)
			if l.header > 0 {
				b.table.Bottom = l.Number
			} else {
				out.Fields = b.table.resolve(l.Line, reach, fields)
			}
			sc.give(out)
		}
	}
	sc.beside = nil
}

// block is what is kept while tables side by side are read, one after the other.
type block struct {
	around  Around      // as it was above them
	pending []unread    // below the first: what may be titles of what follows
	since   []calc.Cell // likewise
	sums    []*Sums
	open    bool // the reading is in a further one
}

// setAside leaves a table for the one right of it: what stands below the former
// waits, and what stands above both counts again.
func (r *Reader) setAside() {
	b := &r.block
	b.pending, b.since = append(b.pending, r.pending...), append(b.since, r.sinceRecord...)
	r.pending, r.sinceRecord, b.open = nil, nil, true
	r.closeHidden()
	if r.Sums != nil {
		r.Sums.Form.CatchUp()
		r.Sums.Form.CatchUp = func() {}
	}
	r.Around = b.around.clone()
}

// rejoin takes up what stands below tables side by side.
func (r *Reader) rejoin() {
	b := &r.block
	if !b.open {
		return
	}
	r.pending, r.sinceRecord = append(b.pending, r.pending...), append(b.since, r.sinceRecord...)
	r.Around.Titles = b.around.Titles
	b.pending, b.since, b.open = nil, nil, false
}

// isOverOne tells of a title right above a header that it is merged over some
// columns and no further than one of several tables goes.
func (t *Table) isOverOne(c calc.Cell) bool {
	m := mergeFrom(t.Sheet.Merges, c)
	return c.Row == t.Top-1 && m.Right > m.Left &&
		(m.Right < t.Left || m.Left > t.Right || m.Left >= t.Left && m.Right <= t.Right)
}

// clone is a copy that goes its own way.
func (a *Around) clone() Around {
	c := *a
	c.Titles, c.labels, c.sections = slices.Clone(a.Titles), slices.Clone(a.labels), slices.Clone(a.sections)
	c.Earlier, c.several = slices.Clone(a.Earlier), slices.Clone(a.several)
	return c
}

// standOver leaves what stands over one of several tables side by side: of lines
// that say something over each, what they say over this one. Headings that nobody
// knows in front of its others may name its district or its item.
func (a *Around) standOver(t *Table) {
	if t.Right == 0 {
		return
	}
	titles := a.Titles
	a.Titles = nil
	for _, c := range titles {
		if a.isAlone(c) && !t.isOverOne(c) || len(t.within([]calc.Cell{c})) > 0 {
			a.Titles = append(a.Titles, c)
		}
	}
	for _, l := range slices.Clone(a.labels) {
		if l.Cells = t.within(l.Cells); len(l.Cells) > 0 {
			a.AddLabels(l)
		}
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading != nil && c.Heading.leads {
			break
		}
		if c.Heading == nil && (a.names.District(c.Text) || a.names.Item(c.Text)) {
			a.Titles = append(a.Titles, calc.Cell{Kind: calc.CellText, Row: c.Row, Col: c.Col, Text: c.Text})
			c.Heading = &Heading{ID: Ignored}
		}
	}
}
