package survey

import (
	"cmp"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// sheetReader reads one sheet from the top down.
type sheetReader struct {
	*reader
	table.Reader
	findings calc.Findings
	summary  bool // every table of the sheet names nobody: a summary
	example  bool // the sheet shows how to fill in the form
	own      bool // a sheet of ours beside the table, see own.go
	shown    bool // it holds a credit code or many cells, see heavy
	cells    int

	lay      *layout
	title    calc.Cell // the item in force, where no column says one
	district calc.Cell // the district in force
	award    string    // what the sections award
	last     [calc.NumColumns]calc.Field
	context  []calc.Cell // what stands around the rows, the nearest first
	table    *calc.Table // what is around the row before
	tableKey tableKey
	known    map[tableKey]*calc.Table // since the last section
	noItem   bool                     // said once a table that its item is unknown
	sums     sums
}

func (s *sheetReader) line(l table.Line) {
	s.own = s.own || s.Account.Lines() == 0 && ownMark(l.Line) != ""
	switch {
	case s.own:
		s.ownLine(l)
	case s.example && l.Header == 0 && l.Table != nil && !table.IsEmptyLine(l.Cells):
		s.Account.Count(table.Example, 1)
	default:
		if l.Table == nil {
			s.noteContents(l)
		}
		s.Line(l)
	}
}

// Begin begins a table. Another one beside a survey is none; nor is one that names
// nobody, beside or below: a summary.
func (s *sheetReader) Begin(t *table.Table) {
	lay, clashes := newLayout(t, s.vocab, s.titledAward())
	if t.Other || s.Tables > 0 && !s.summary && lay.summary() {
		if lay.summary() {
			s.Leave(t, "（汇总）")
		}
		return
	}
	if s.Tables > 0 && s.summary && !lay.summary() { // what stands above was a summary
		s.findings = s.findings[:0]
		s.Account.Move(table.Unread, table.NoTable, s.Account.Of(table.Unread))
	}
	s.lay = lay
	s.summary = (s.Tables == 0 || s.summary) && lay.summary()
	s.Clash(clashes)
	s.noItem = false
	s.last = [calc.NumColumns]calc.Field{}
	s.Account.Headings = append(s.Account.Headings, lay.unread()...)
	s.Body = s.newBody()
	s.sums = s.newSums()
	s.Sums = s.sums.Sums
	s.missing()
	s.place()
}

// missing says which columns a table cannot do without.
func (s *sheetReader) missing() {
	if !s.lay.has(calc.ColCompany) && !s.lay.place {
		s.Missing(s.lay.table, calc.ColCompany.String())
	}
	if !s.lay.has(calc.ColRecognised) && len(s.lay.groups) == 0 {
		s.Missing(s.lay.table, calc.ColRecognised.String())
	}
}

// Take makes rows of a record, and looks at an example that names somebody.
func (s *sheetReader) Take(k table.Kind, _ table.Label, l table.Line) bool {
	switch k {
	case table.Record:
		s.record(l)
		return true
	case table.Example:
		s.checkExample(l)
	}
	return false
}

// Moved looks again for what stands around the rows; under a new section
// nothing is taken from above but the district.
func (s *sheetReader) Moved(by table.Kind) {
	if by == table.Section {
		district := s.last[calc.ColDistrict]
		s.last = [calc.NumColumns]calc.Field{}
		s.last[calc.ColDistrict] = district
	}
	s.place()
}

// checkExample asks about a line that is marked as an example and names a
// company: somebody filled it in and left the mark.
func (s *sheetReader) checkExample(l table.Line) {
	name, code := s.lay.at[calc.ColCompany], s.lay.at[calc.ColCreditCode]
	if name == none || code == none || !table.LooksLikeCode(l.Fields[code].Text) {
		return
	}
	if written.NamesNobody(l.Fields[name].Text) {
		return
	}
	s.findings.Add("table/example-filled", s.At(calc.Cell{Row: l.Number, Col: l.Fields[name].Col}), l.Fields[name].Text)
}

// finish closes the sheet.
func (s *sheetReader) finish() {
	s.Finish()
	if s.example && s.Account.Of(table.Example) > 0 {
		s.findings.Add("table/example", s.Ref, s.Sheet.Name)
	}
}

// noteContents notes whether a sheet without a table holds what should be in one.
func (s *sheetReader) noteContents(l table.Line) {
	s.cells += len(l.Cells)
	for _, c := range l.Cells {
		s.shown = s.shown || len(c.Text) >= 18 && table.LooksLikeCode(c.Text)
	}
}

// manyCells is more than instructions and option lists hold.
const manyCells = 600

// heavy tells whether a sheet without a table should be looked at.
func (s *sheetReader) heavy() bool { return s.shown || s.cells > manyCells }

// Brief is the text of a line for a finding, without the cells under contacts
// and accounts.
func (s *sheetReader) Brief(l table.Line) string {
	text := table.Brief(l, func(c calc.Cell) bool { return s.Body.RoleAt(c.Col) == table.RoleIgnored })
	return cmp.Or(text, "（只填写了联系方式等栏目）")
}
