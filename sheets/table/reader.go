package table

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// Form is what is done with the lines of one kind of table, once it is known
// what each of them is: a survey, a ledger, earlier awards, a budget.
type Form interface {
	// Begin begins a table: it sets the body of the reader and its sums. Without
	// a body the table is none of this form, and its lines are read by nobody.
	Begin(t *Table)
	// Take is offered each record, and what may be one: an example, a line that
	// only has a serial, one that is not understood, one that is crossed out.
	// False says that there is nothing in it. It is shown the totals too.
	Take(k Kind, label Label, l Line) bool
	// Moved says that what stands around the lines has changed: by a section,
	// a total, the label of a note, a line that is not understood.
	Moved(by Kind)
	// Brief is the text of a line for a finding, without private numbers.
	Brief(l Line) string
}

// Reader reads the lines of one sheet for a form: what each of them is, what
// stands around them, what their sums say, what was hidden, and what became of
// each. Begin with [NewReader].
type Reader struct {
	Form     Form
	Sheet    *sheets.Sheet
	Ref      calc.Ref // the sheet
	Around   Around
	Account  Account
	Body     *Body // of the table that the reading is in
	Sums     *Sums // nil where the form follows none
	Tables   int   // of the form, begun so far
	Findings *calc.Findings
	Speaks   func(text string) bool // of a text beside the rows; nil where nobody listens
	Heard    []calc.Cell            // lines of one text that speak, in their order

	noted       map[int][]sheets.Note // comments by row, once a line asked for them
	hidden      hiddenLines
	block       block // of tables side by side
	left        bool  // the table that the reading is in is not of the form
	headed      bool  // the sheet has a heading, of the form or not
	held        *heldLine
	pending     []unread
	sinceRecord []calc.Cell // sections and unread lines since the last record
	before      int         // records above the table
	unitBelow   money.Unit  // of a note below the lines, where no unit stands above them
	noHeading   []Line      // of a sheet without a table: the first lines that hold figures behind words
	numbered    calc.Cell   // the last line among notes that begins with a number of an outline and no more
}

// NewReader begins a sheet of a file.
func NewReader(f Form, file string, s *sheets.Sheet, n Names, findings *calc.Findings) Reader {
	return Reader{Form: f, Sheet: s, Ref: calc.Ref{File: file, Sheet: s.Name}, Around: NewAround(n),
		Account: Account{Sheet: s.Name}, Findings: findings}
}

// Read reads the sheet from the top down. The findings are those of
// [Sheet.Rows]; errors among them say that it could not be read to its end.
func (r *Reader) Read(w *Words) calc.Findings {
	r.unitBelow = unitBelow(r.Sheet)
	found := w.Tables(r.Sheet, func(l Line) bool { r.Line(l); return true })
	r.Finish()
	return found
}

// Line reads the next line.
func (r *Reader) Line(l Line) {
	r.settle(l)
	r.hear(l)
	switch {
	case l.Header > 0:
		r.header(l)
	case IsEmptyLine(l.Cells):
	case r.left:
		r.pass(l)
	case r.Body == nil:
		r.Account.Count(Above, 1)
		r.Around.Add(l.Line)
		r.keepFigures(l)
	default:
		r.read(l)
	}
}

// header begins a table, or goes on with it after a page break.
func (r *Reader) header(l Line) {
	first := l.Table.Beside == 0
	if first {
		r.Account.Count(Header, l.Header)
		r.rejoin()
	}
	switch {
	case l.Repeat, first:
		r.retitle(l.Number-l.Header+1, l.Repeat)
	default:
		r.setAside()
	}
	if l.Repeat {
		if r.Body != nil {
			r.Body.Resume()
		}
		return
	}
	if first {
		r.endTable()
		r.block.around = r.Around.clone()
	}
	r.Around.standOver(l.Table)
	r.begin(l.Table)
}

// begin hands a table to the form.
func (r *Reader) begin(t *Table) {
	r.Body, r.Sums, r.left, r.headed, r.before = nil, nil, false, true, r.Account.Of(Record)
	r.Around.takeUnit(r.Sheet.Name, r.unitBelow)
	r.Form.Begin(t)
	if r.Sums != nil && t.Right > 0 {
		r.Sums.beside = true
		r.block.sums = append(r.block.sums, r.Sums)
	}
	switch {
	case r.Body != nil:
		r.Tables++
		r.hiddenColumns()
	case t.Other && !r.left:
		r.left = true
		r.Findings.Add("table/beside", r.At(calc.Cell{Row: t.Bottom, Col: t.Left}), t.headings())
	}
}

// Leave says of a table that begins that it is not of the form, and that this
// needs no finding: its lines are booked as such, its headings named with the why.
func (r *Reader) Leave(t *Table, why string) {
	r.left = true
	for i := range t.Columns {
		r.Account.Headings = append(r.Account.Headings, t.Columns[i].Told()+why)
	}
}

// read reads a line under a header.
func (r *Reader) read(l Line) {
	if r.Body.Strikes && r.Body.struck(l) {
		r.crossedOut(asBefore(l))
		return
	}
	k, label := r.Body.Read(l)
	if k == Total && !r.Body.Listing && (r.Around.Leads(label) || r.leads(l, label)) {
		k = Section
	}
	if k == Record && !r.Body.Listing && mayHead(l) {
		l.Cells, l.Fields = slices.Clone(l.Cells), slices.Clone(l.Fields)
		r.held = &heldLine{l, labelIn(FirstCell(l.Cells))}
		return
	}
	r.take(k, label, l)
}

// take takes a line for what it is.
func (r *Reader) take(k Kind, label Label, l Line) {
	if k == Record || k == Total {
		r.flush()
	}
	k = r.offer(k, label, l)
	r.hide(l, k)
	r.Account.Count(k, 1)
	switch k {
	case Record:
		r.sinceRecord = nil
	case Section:
		r.open(l, label)
	case Total:
		if r.Sums != nil {
			r.Sums.Total(l, label)
		}
		r.Around.Close(label)
		r.Form.Moved(Total)
	case Note:
		if r.Sums != nil && r.Body.joinsPages(l) {
			r.Sums.Carry(l)
		}
		if r.Around.AddLabels(l.Line) {
			r.Body.Resume()
			r.Form.Moved(Note)
		}
		if c := FirstCell(l.Cells); IsNumbered(Fold(c.Text)) && isAlone(l.Cells) && isTitleLike(c.Text) {
			r.numbered = c
		}
	case Unread:
		r.leave(l, label)
	}
}

// crossedOut offers the form a line that is crossed out, as it was; one that it
// does not take is named.
func (r *Reader) crossedOut(l Line) {
	k := Unread
	if r.Form.Take(Struck, Label{}, l) {
		k = Record
	} else {
		r.Findings.Add("table/struck-row", r.At(FirstCell(l.Cells)), r.Form.Brief(l))
	}
	r.hide(l, k)
	r.Account.Count(k, 1)
}

// leads tells of a line of sums above the first record of its table that it
// heads the lines below: it names a district or an item, and states an amount.
func (r *Reader) leads(l Line, label Label) bool {
	n := &r.Around.names
	if r.Account.Of(Record) > r.before || label.Core == "" || !n.District(label.Core) && !n.Item(label.Core) {
		return false
	}
	for i, role := range r.Body.roles {
		if role == RoleAmount && strings.ContainsAny(l.Fields[i].Text, "123456789") {
			return true
		}
	}
	return false
}

// offer shows a line to the form and tells what it is now.
func (r *Reader) offer(k Kind, label Label, l Line) Kind {
	switch k {
	case Section, Note:
		return k
	case Total:
		r.Form.Take(k, label, l)
		return k
	}
	switch taken := r.Form.Take(k, label, l); {
	case taken:
		return Record
	case k == Record:
		return Unread
	}
	return k
}

// open takes a section's words for what follows, and begins a new block of
// subtotals.
func (r *Reader) open(l Line, label Label) {
	r.sinceRecord = append(r.sinceRecord, label.Cell)
	left, ok := r.Around.Open(label)
	if !ok {
		return
	}
	if r.Sums != nil {
		r.Sums.Section(l, label, left)
	}
	r.Form.Moved(Section)
}

// maxShown bounds the text of a line in a finding.
const maxShown = 60

// Brief is the text of a line for a finding, without the cells that are private.
func Brief(l Line, private func(c calc.Cell) bool) string {
	var words []string
	for _, c := range l.Cells {
		if !IsBlank(c.Text) && !private(c) {
			words = append(words, strings.Join(strings.Fields(c.Text), " "))
		}
	}
	text := []rune(strings.Join(words, " | "))
	if len(text) > maxShown {
		return string(text[:maxShown]) + "…"
	}
	return string(text)
}

// At is where a cell of the sheet stands.
func (r *Reader) At(c calc.Cell) calc.Ref {
	return calc.Ref{File: r.Ref.File, Sheet: r.Ref.Sheet, Row: c.Row, Col: c.Col}
}

// endTable closes what is open when a table ends, or several side by side.
func (r *Reader) endTable() {
	r.flush()
	if len(r.block.sums) > 0 {
		endBeside(r.block.sums)
	} else if r.Sums != nil {
		r.Sums.End()
	}
	r.block = block{}
}

// Finish closes the sheet.
func (r *Reader) Finish() {
	r.settle(Line{})
	r.rejoin()
	r.endTable()
	r.closeHidden()
	if r.Sheet.Visibility != sheets.Visible && r.Account.Of(Record) > 0 {
		r.Findings.Add("table/hidden", r.Ref, "工作表“"+r.Sheet.Name+"”")
	}
	if r.Tables == 0 {
		r.Account.AsNoTable()
	}
}

// Columns gives the columns of a table their meaning and says which clash.
func (r *Reader) Columns(t *Table) []*Column {
	columns := t.All()
	r.Clash(ResolveHeadings(columns))
	return columns
}

// Clash says of pairs of columns that they have one meaning.
func (r *Reader) Clash(pairs [][2]*Column) {
	for _, p := range pairs {
		r.Findings.Add("table/ambiguous-column", r.At(p[1].Cell()), p[0].Path(), p[1].Path())
	}
}

// Missing says that a table lacks a column.
func (r *Reader) Missing(t *Table, column string) {
	r.Findings.Add("table/missing-column", r.At(calc.Cell{Row: t.Bottom}), column)
}

// Differs says what a total or a section states otherwise than its lines, in a
// column of this title. A line of figures without a word that no sum explains
// was not read.
func (r *Reader) Differs(d Difference, title, unit string) {
	at := r.At(d.Cell)
	switch {
	case d.Label == "":
		r.Findings.Add("table/unread-row", at, d.Cell.Text)
	case d.Column == CountColumn:
		r.Findings.Add("table/control-total", at, "数量“"+d.Label+"”", d.Sent, d.Have, d.Over)
	default:
		r.Findings.Add("table/control-total", at, title, d.Sent+unit, d.Have+unit, d.Over+unit)
	}
}

// keepFigures keeps a line that no table holds and that says figures behind its
// words (总额 | 5000).
func (r *Reader) keepFigures(l Line) {
	words := false
	for _, c := range l.Cells {
		switch figure := isFigure(c); {
		case words && figure && len(r.noHeading) < maxTitles:
			l.Cells = slices.Clone(l.Cells)
			r.noHeading = append(r.noHeading, l)
			return
		case !figure && !IsBlank(c.Text):
			words = true
		}
	}
}

// Headless says of a sheet without a table that a line of it names a body and a
// figure: such lines were not read.
func (r *Reader) Headless() (found calc.Findings) {
	for _, l := range r.WithoutHeading() {
		if i := slices.IndexFunc(l.Cells, func(c calc.Cell) bool {
			return endsInAny(Fold(c.Text), companyEnds) || LooksLikeCode(c.Text)
		}); i >= 0 {
			found.Add("table/no-heading", r.At(l.Cells[i]), r.Sheet.Name, l.Cells[i].Text)
			break
		}
	}
	return found
}

// WithoutHeading are lines of a sheet without a table that hold figures behind
// words: they may be money that was not read.
func (r *Reader) WithoutHeading() []Line {
	if r.headed {
		return nil
	}
	return r.noHeading
}
