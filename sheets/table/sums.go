package table

import (
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Sums adds up the amounts of a table line by line, so that the sums and
// counts which the table states itself can be checked: those of totals, which
// stand below their lines or above them, and those of sections.
type Sums struct {
	Form SumForm

	columns []sumColumn
	lines   span[int]
	heads   []claim      // of the sections that the reading is in
	open    []claim      // of totals that do not equal the lines above them
	leads   bool         // a total of this table stood above its lines
	carried []money.Yuan // by column: what the first page carries on from before; nil for nothing
	beside  bool         // of one of several tables side by side: a sum of the whole may be that of all
}

// SumForm is what the sums of a table need of its form.
type SumForm struct {
	Columns   []int                                            // the fields that hold amounts
	Name      int                                              // the field of the name, -1 for none
	CatchUp   func()                                           // adds the lines that were read since
	Amount    func(column int, c calc.Cell) (money.Yuan, bool) // of a total or a section
	Companies func(lines int) int                              // how many the last lines name
	Report    func(Difference)
}

// Difference is a sum or a count that a table states and its lines do not add
// up to.
type Difference struct {
	Column           int // index of SumForm.Columns, or CountColumn
	Cell             calc.Cell
	Label            string // empty: figures without a word
	Sent, Have, Over string
}

// CountColumn stands for the number of lines.
const CountColumn = -1

// span is a sum over the whole table and since the last subtotal or section.
type span[T any] struct{ whole, part T }

type sumColumn struct {
	sum span[money.Yuan]
	bad bool // an amount could not be read, so that nothing can be checked
}

// claim is a sum or a count that a table states.
type claim struct {
	column   int
	cell     calc.Cell
	label    Label
	sent     money.Yuan
	above    money.Yuan // the sum that it was compared with
	before   money.Yuan // of the whole table when it was met
	count    int
	lines    int // how many stood before it
	sections int // how many sections the reading was in, for heads
}

// NewSums begins a table.
func NewSums(f SumForm) *Sums { return &Sums{Form: f, columns: make([]sumColumn, len(f.Columns))} }

// Line counts a line of records.
func (s *Sums) Line() {
	s.lines.whole++
	s.lines.part++
}

// Add adds the amount of a line; ok tells whether it could be read.
func (s *Sums) Add(column int, y money.Yuan, ok bool) {
	c := &s.columns[column]
	c.bad = c.bad || !ok
	if c.bad {
		return
	}
	c.sum.whole, c.sum.part = c.sum.whole.Add(y), c.sum.part.Add(y)
}

// Carry takes the sums that stand above the first line of a table as carried on
// from before (承前页): sums of the whole may hold them.
func (s *Sums) Carry(l Line) {
	if s.lines.whole > 0 || s.carried != nil {
		return
	}
	s.carried = make([]money.Yuan, len(s.Form.Columns))
	for i, field := range s.Form.Columns {
		s.carried[i], _ = s.sent(l, i, field)
	}
}

// part begins a new block of subtotals.
func (s *Sums) newPart() {
	s.lines.part = 0
	for i := range s.columns {
		s.columns[i].sum.part = money.Yuan{}
	}
}

// Section begins the lines under a section, which left as many sections above
// it, and takes the figures beside its words for a claim about them.
func (s *Sums) Section(l Line, label Label, left int) {
	s.Form.CatchUp()
	s.newPart()
	s.resolveHeads(left)
	if label.Count >= 0 {
		s.heads = append(s.heads, claim{column: CountColumn, cell: label.Cell, label: label, count: label.Count,
			lines: s.lines.whole, sections: left})
	}
	for i, field := range s.Form.Columns {
		if sent, ok := s.sent(l, i, field); ok {
			s.heads = append(s.heads, claim{column: i, cell: l.Fields[field], label: label, sent: sent,
				before: s.columns[i].sum.whole, sections: left})
		}
	}
}

// sent reads the amount that a total or a section states in a column.
func (s *Sums) sent(l Line, column, field int) (money.Yuan, bool) {
	cell := l.Fields[field]
	if _, isLabel := TotalLabel(cell.Text); IsBlank(cell.Text) || l.Merged(field) || cell.Kind == calc.CellText &&
		isLabel || s.columns[column].bad {
		return money.Yuan{}, false
	}
	return s.Form.Amount(column, cell)
}

// resolveHeads compares what sections that end claimed with the lines under
// them.
func (s *Sums) resolveHeads(left int) {
	n := len(s.heads)
	for n > 0 && s.heads[n-1].sections >= left {
		n--
	}
	for _, h := range s.heads[n:] {
		if h.column == CountColumn {
			s.checkCount(h, s.lines.whole-h.lines)
			continue
		}
		c := &s.columns[h.column]
		if h.above = c.sum.whole.Sub(h.before); !c.bad && !h.sent.Equal(h.above) {
			s.report(h)
		}
	}
	s.heads = s.heads[:n]
}

func (s *Sums) checkCount(c claim, have ...int) {
	for _, n := range have {
		if c.count == n || c.count == s.Form.Companies(n) {
			return
		}
	}
	n := have[len(have)-1]
	s.Form.Report(Difference{CountColumn, c.cell, c.label.Name(), strconv.Itoa(c.count), strconv.Itoa(n),
		strconv.Itoa(c.count - n)})
}

// Name is the label as a message quotes it.
func (l Label) Name() string { return oneLine(l.Cell.Text) }

func (s *Sums) report(c claim) {
	s.Form.Report(Difference{c.column, c.cell, c.label.Name(), c.sent.String(), c.above.String(),
		c.sent.Sub(c.above).String()})
}

// Total compares a line of sums with the lines above it.
func (s *Sums) Total(l Line, label Label) {
	s.Form.CatchUp()
	s.resolveOpen(label.Part)
	for i, field := range s.Form.Columns {
		if sent, ok := s.sent(l, i, field); ok {
			s.total(i, l.Fields[field], label, sent)
		}
	}
	if n, cell, ok := s.countOf(l); ok {
		c := claim{column: CountColumn, cell: cell, label: label, count: n}
		switch {
		case label.Part:
			s.checkCount(c, s.lines.part)
		case s.beside && n != s.lines.part && n != s.lines.whole:
			s.open = append(s.open, c)
		default:
			s.checkCount(c, s.lines.part, s.lines.whole)
		}
	}
	if label.Part || label.Core != "" {
		s.newPart()
	}
}

func (s *Sums) total(column int, cell calc.Cell, label Label, sent money.Yuan) {
	sum := &s.columns[column].sum
	if sent.Equal(sum.part) || !label.Part && (sent.Equal(sum.whole) || s.carried != nil &&
		sent.Equal(sum.whole.Add(s.carried[column]))) {
		return
	}
	above := sum.whole
	if label.Part {
		above = sum.part
	}
	s.open = append(s.open, claim{column: column, cell: cell, label: label, sent: sent, above: above,
		before: sum.whole})
}

// countOf reads the number of records or companies in a total line: 共计5家 in
// any text, or a bare number under the name.
func (s *Sums) countOf(l Line) (n int, cell calc.Cell, ok bool) {
	for _, c := range l.Cells {
		if c.Kind == calc.CellText {
			if n, ok := countIn(Fold(c.Text)); ok {
				return n, c, true
			}
		}
	}
	if f := s.Form.Name; f >= 0 && l.Fields[f].Row == l.Number {
		if n, ok := bareNumber(l.Fields[f]); ok {
			return n, l.Fields[f], true
		}
	}
	return 0, calc.Cell{}, false
}

// resolveOpen looks at the totals that did not equal the lines above them: one
// that equals the lines below it, up to here, stands above its lines.
func (s *Sums) resolveOpen(part bool) {
	var still []claim
	for _, o := range s.open {
		if o.column == CountColumn {
			still = append(still, o)
			continue
		}
		below := s.columns[o.column].sum.whole.Sub(o.before)
		switch {
		case o.sent.Equal(below) && !below.IsZero():
			s.leads = true
		case !o.label.Part && (part || s.beside):
			still = append(still, o)
		default:
			if s.leads {
				o.above = below
			}
			s.report(o)
		}
	}
	s.open = still
}

// End settles what is open at the end of the table.
func (s *Sums) End() {
	if len(s.open)+len(s.heads) == 0 {
		return
	}
	s.Form.CatchUp()
	s.beside = false
	s.resolveOpen(false)
	s.resolveHeads(0)
	for _, o := range s.open {
		s.checkCount(o, s.lines.part, s.lines.whole)
	}
}

// endBeside settles what is open in tables side by side: a sum of the whole may
// be that of all of them.
func endBeside(all []*Sums) {
	for _, s := range all {
		s.Form.CatchUp()
	}
	for _, s := range all {
		s.open = slices.DeleteFunc(s.open, func(o claim) bool { return !o.label.Part && o.isOfAll(all) })
		s.End()
	}
}

// isOfAll tells of what a table states of the whole that it is the sum of all
// tables.
func (c *claim) isOfAll(all []*Sums) bool {
	var sum money.Yuan
	lines := 0
	for _, s := range all {
		lines += s.lines.whole
		if c.column >= len(s.columns) {
			return false
		}
		if c.column >= 0 {
			sum = sum.Add(s.columns[c.column].sum.whole)
		}
	}
	return c.column == CountColumn && lines == c.count || c.column >= 0 && sum.Equal(c.sent)
}
