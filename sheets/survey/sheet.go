package survey

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// sheetReader reads one sheet from the top down.
type sheetReader struct {
	*reader
	sheet    *sheets.Sheet
	ref      calc.Ref // the sheet
	findings calc.Findings
	account  table.Account
	tables   int
	summary  bool // every table of the sheet names nobody: a summary
	example  bool // the sheet shows how to fill in the form
	own      bool // a sheet of ours beside the table, see own.go
	hidden   hiddenBlock
	shown    bool // it holds a credit code or many cells, see heavy
	cells    int

	around   table.Around
	lay      *layout
	body     *table.Body
	title    calc.Cell // the item in force, where no column says one
	district calc.Cell // the district in force
	award    string    // what the sections award
	last     [calc.NumColumns]calc.Field
	context  []calc.Cell // what stands around the rows, the nearest first
	table    *calc.Table // what is around the row before
	tableKey tableKey
	known    map[tableKey]*calc.Table // since the last section
	noItem   bool                     // said once a table that its item is unknown
	pending  []unread

	sinceRecord []calc.Cell // sections and unread lines since the last record
	sums        sums
}

// unread is a line that nobody understood; a header below makes it a title.
type unread struct {
	cell calc.Cell
	text string
}

func (s *sheetReader) line(l table.Line) {
	s.own = s.own || s.account.Lines == 0 && isOwn(l.Line)
	switch {
	case s.own:
		s.ownLine(l)
	case l.Header > 0:
		s.header(l)
	case table.IsEmptyLine(l.Cells):
	case l.Table == nil:
		s.weigh(l)
		s.account.Count(table.Above, 1)
		s.around.Add(l.Line)
	case s.example:
		s.account.Count(table.Example, 1)
	default:
		s.read(l)
	}
}

// header begins a table, or goes on with it after a page break.
func (s *sheetReader) header(l table.Line) {
	s.account.Count(table.Header, l.Header)
	s.retitle(l.Repeat)
	if l.Repeat {
		s.body.Resume()
		return
	}
	s.endTable()
	lay, findings := newLayout(l.Table, s.vocab, s.titledAward(), s.ref)
	s.lay = lay
	s.tables++
	s.summary = (s.tables == 1 || s.summary) && lay.summary()
	s.findings = append(s.findings, findings...)
	s.noItem = false
	s.last = [calc.NumColumns]calc.Field{}
	s.account.Headings = append(s.account.Headings, lay.unread()...)
	s.body = s.newBody()
	s.sums = s.newSums()
	s.missing()
	s.hiddenColumns()
	s.place()
}

// missing says which columns a table cannot do without.
func (s *sheetReader) missing() {
	if !s.lay.has(calc.ColCompany) && !s.lay.place {
		s.missingColumn(calc.ColCompany)
	}
	if !s.lay.has(calc.ColRecognised) && len(s.lay.groups) == 0 {
		s.missingColumn(calc.ColRecognised)
	}
}

func (s *sheetReader) missingColumn(c calc.Column) {
	at := s.ref
	at.Row = s.lay.table.Bottom
	s.findings.Add("table/missing-column", at, c.String())
}

// read reads a line under a header.
func (s *sheetReader) read(l table.Line) {
	k, label := s.body.Read(l)
	if k == table.Total && s.around.Leads(label) {
		k = table.Section
	}
	if k == table.Example {
		s.checkExample(l)
	}
	s.hide(l, k)
	if k == table.Record || k == table.Total {
		s.flushPending()
	}
	s.account.Count(k, 1)
	switch k {
	case table.Record:
		s.sinceRecord = nil
		s.record(l)
	case table.Section:
		s.openSection(l, label)
	case table.Total:
		s.sums.Total(l, label)
		s.around.Close(label)
		s.place()
	case table.Note:
		if s.around.AddLabels(l.Line) {
			s.body.Resume()
			s.place()
		}
	case table.Unread:
		first := table.FirstCell(l.Cells)
		s.pending = append(s.pending, unread{first, s.describe(l)})
		s.sinceRecord = append(s.sinceRecord, first)
		if label.Cell.Text != "" {
			s.around.Open(label)
			s.place()
		}
	}
}

// nobodies are the words of an example's company, folded.
var nobodies = []string{"某", "xx", "××", "**", "示例", "样例", "举例", "例如"}

// checkExample asks about a line that is marked as an example and names a
// company: somebody filled it in and left the mark.
func (s *sheetReader) checkExample(l table.Line) {
	name, code := s.lay.at[calc.ColCompany], s.lay.at[calc.ColCreditCode]
	if name == none || code == none || !table.LooksLikeCode(l.Fields[code].Text) {
		return
	}
	company := table.Fold(l.Fields[name].Text)
	if company == "" || slices.ContainsFunc(nobodies, func(w string) bool { return strings.Contains(company, w) }) {
		return
	}
	at := s.ref
	at.Row, at.Col = l.Number, l.Fields[name].Col
	s.findings.Add("table/example-filled", at, l.Fields[name].Text)
}

// retitle makes the lines between the last record and a header the titles of
// what follows: those that nobody understood are none after all, and sections
// above another table name that one.
func (s *sheetReader) retitle(repeat bool) {
	s.account.Move(table.Unread, table.Above, len(s.pending))
	s.pending = nil
	if !repeat {
		if len(s.sinceRecord) > 0 {
			s.around.Titles = s.sinceRecord
		}
		s.around.Leave()
	}
	s.sinceRecord = nil
}

// flushPending reports the lines that nobody understood.
func (s *sheetReader) flushPending() {
	for _, u := range s.pending {
		at := s.ref
		at.Row, at.Col = u.cell.Row, u.cell.Col
		s.findings.Add("table/unread-row", at, u.text)
	}
	s.pending = nil
}

// endTable closes what is open when a table ends.
func (s *sheetReader) endTable() {
	if s.lay == nil {
		return
	}
	s.flushPending()
	s.sums.End()
}

// finish closes the sheet.
func (s *sheetReader) finish() {
	s.endTable()
	s.closeHidden()
	s.hiddenSheet()
	if s.example && s.account.Example > 0 {
		s.findings.Add("table/example", s.ref, s.sheet.Name)
	}
}

// weigh notes whether a sheet without a table holds what should be in one.
func (s *sheetReader) weigh(l table.Line) {
	s.cells += len(l.Cells)
	for _, c := range l.Cells {
		s.shown = s.shown || len(c.Text) >= 18 && table.LooksLikeCode(c.Text)
	}
}

// manyCells is more than instructions and option lists hold.
const manyCells = 600

// heavy tells whether a sheet without a table should be looked at.
func (s *sheetReader) heavy() bool { return s.shown || s.cells > manyCells }

// maxShown bounds the text of a line in a finding.
const maxShown = 60

// describe is the text of a line for a finding, without the cells under
// contacts and accounts.
func (s *sheetReader) describe(l table.Line) string {
	var parts []string
	for _, c := range l.Cells {
		if !table.IsBlank(c.Text) && !s.private(c.Col) {
			parts = append(parts, strings.Join(strings.Fields(c.Text), " "))
		}
	}
	text := strings.Join(parts, " | ")
	if text == "" {
		return "（只填写了联系方式等栏目）"
	}
	if utf8.RuneCountInString(text) > maxShown {
		text = string([]rune(text)[:maxShown]) + "…"
	}
	return text
}

// private tells whether a column is known and never read.
func (s *sheetReader) private(col int) bool {
	for i, c := range s.lay.table.Columns {
		if c.Col == col {
			return s.lay.kinds[i] == table.Ignored
		}
	}
	return false
}
