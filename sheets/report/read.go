package report

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
)

// Read reads a report of ours back, but for what [ReadDetails] reads. Where a person edited it into something
// that contradicts itself (a sheet or column gone, a code changed, an amount
// that is text, a total that is not the sum) the findings name each cell and
// the Report is nil: nothing is guessed. An award that a person changed or took
// out is a finding beside a Report that has it as it stands (report/edited); so
// is a ruling that is not understood, beside a Report that holds the others.
func Read(book *sheets.Book) (*Report, calc.Findings) {
	rd := newReader(book)
	if !rd.isReport() {
		return nil, calc.Findings{calc.Found("report/foreign", calc.Ref{File: book.File})}
	}
	for _, name := range Sheets {
		if rd.sheet[name] == nil {
			rd.bad("report/sheet-missing", calc.Ref{File: book.File}, name)
		}
	}
	for _, read := range []func(){rd.readBasis, rd.readRecords, rd.readAwards, rd.readSums,
		rd.readRulings, rd.readFindings} {
		if rd.broken {
			return nil, rd.findings
		}
		read()
	}
	if rd.broken {
		return nil, rd.findings
	}
	return rd.out, rd.findings
}

// Is tells a report of ours from another workbook.
func Is(book *sheets.Book) bool { return newReader(book).isReport() }

// reader is a report being read.
type reader struct {
	book     *sheets.Book
	sheet    map[string]*sheets.Sheet
	out      *Report
	findings calc.Findings
	broken   bool                  // a contradiction was found: there will be no Report
	bySerial map[int]int           // 序号 -> index in out.Records
	byPlace  map[string][]int      // source and certification -> indexes in out.Records; nil until a line needs it
	words    map[string]string     // texts kept before, nil where none need to stay
	amounts  map[string]money.Yuan // numbers read before without a finding, by their digits
	stated   map[string]basisLine  // the labelled values of 口径与依据
}

func newReader(book *sheets.Book) *reader {
	rd := &reader{book: book, out: &Report{File: book.File}, sheet: map[string]*sheets.Sheet{},
		words: map[string]string{}}
	for _, s := range book.Sheets {
		rd.sheet[s.Name] = s
	}
	return rd
}

// bad notes a contradiction.
func (rd *reader) bad(code calc.Code, at calc.Ref, args ...string) {
	rd.broken = true
	rd.findings.Add(code, at, args...)
}

// isReport tells a report of ours by most of its sheets, so that one from
// which a sheet was deleted is named for that.
func (rd *reader) isReport() bool {
	return calc.Count(Sheets, func(name *string) bool { return rd.sheet[*name] != nil }) > len(Sheets)/2
}

// tableRow is one line of a table in a report.
type tableRow struct {
	rd    *reader
	sheet string
	row   int
	cols  map[string]int // heading -> column
	cells []calc.Cell    // by column, from 1
	asked []askedColumn  // of a line, in their order: the next line is asked for the same
	next  int            // of them
}

// askedColumn is a heading that was asked for, and its column.
type askedColumn struct {
	head string
	col  int
}

// column is the column of a heading, 0 where there is none.
func (t *tableRow) column(head string) int {
	if t.next == len(t.asked) || t.asked[t.next].head != head {
		t.asked = append(t.asked[:t.next], askedColumn{head, t.cols[head]})
	}
	t.next++
	return t.asked[t.next-1].col
}

// headTop is how far down a heading is looked for.
const headTop = 20

// totalWord begins the line of totals.
const totalWord = "合计"

// table reads the lines of a sheet's table: each under the headings, total the
// line of totals. want are the headings that must be there.
func (rd *reader) table(name string, want []string, each, total func(*tableRow)) {
	t := &tableRow{rd: rd, sheet: name}
	ended := false
	fs := rd.sheet[name].Rows(func(l sheets.Line) bool {
		if ended { // a person's notes; a sheet is read to its end
			return true
		}
		t.row = l.Number
		t.set(l.Cells)
		switch {
		case t.cols == nil:
			t.header(want)
			return t.cols != nil || l.Number < headTop
		case t.text1() == totalWord:
			if ended = name != SheetHeld; total != nil { // where a person rules below the totals too
				total(t)
			}
			return true
		}
		each(t)
		return true
	})
	rd.take(fs)
	if t.cols == nil && !rd.broken {
		rd.bad("report/column-missing", calc.Ref{File: rd.book.File, Sheet: name}, name, strings.Join(want, "、"))
	}
}

// take keeps the findings of a sheet's rows; an error ends the reading.
func (rd *reader) take(fs calc.Findings) {
	rd.findings = append(rd.findings, fs...)
	rd.broken = rd.broken || fs.Count(calc.Error) > 0
}

// set spreads a line's cells over their columns.
func (t *tableRow) set(cells []calc.Cell) {
	t.next = 0
	clear(t.cells)
	for _, c := range cells {
		for len(t.cells) <= c.Col {
			t.cells = append(t.cells, calc.Cell{})
		}
		if c.Formula {
			_, c.Text = sheets.Formula(c)
		}
		t.cells[c.Col] = c
	}
}

// header takes the line as the heading where it holds the first two headings
// wanted, and points out those that it lacks.
func (t *tableRow) header(want []string) {
	cols := map[string]int{}
	for i, c := range t.cells {
		if c.Kind == calc.CellText {
			cols[strings.Join(strings.Fields(c.Text), "")] = i
		}
	}
	if cols[want[0]] == 0 || cols[want[1]] == 0 {
		return
	}
	t.cols, t.asked, t.next = cols, nil, 0
	for _, name := range want {
		if cols[name] == 0 {
			t.rd.bad("report/column-missing", calc.Ref{File: t.rd.book.File, Sheet: t.sheet, Row: t.row}, t.sheet, name)
		}
	}
}

// text1 is the text of the line's first column.
func (t *tableRow) text1() string {
	if len(t.cells) < 2 {
		return ""
	}
	return t.cells[1].Text
}

// cell under a heading; an empty one where there is none.
func (t *tableRow) cell(head string) calc.Cell {
	if col := t.column(head); col > 0 && col < len(t.cells) {
		return t.cells[col]
	}
	return calc.Cell{}
}

func (t *tableRow) text(head string) string { return strings.TrimSpace(t.cell(head).Text) }

// kept is a text that stays when the row is gone. Texts of a row lie in one piece
// of memory with all others of the sheet; one that many rows have is kept once.
func (t *tableRow) kept(head string) string {
	text := t.text(head)
	if t.rd.words == nil {
		return text
	}
	if same, ok := t.rd.words[text]; ok {
		return same
	}
	own := strings.Clone(text)
	if len(t.rd.words) < maxWords {
		t.rd.words[own] = own
	}
	return own
}

// maxWords is how many texts are kept to be given again: names of companies,
// items, files. What comes behind so many hardly repeats.
const maxWords = 1 << 17

// at is where a heading's cell of this line stands.
func (t *tableRow) at(head string) calc.Ref { return t.ref().At(t.column(head)) }

// ref is the line.
func (t *tableRow) ref() calc.Ref {
	return calc.Ref{File: t.rd.book.File, Sheet: t.sheet, Row: t.row}
}

// number is a whole number, 0 where the cell is empty.
func (t *tableRow) number(head string) int {
	c := t.cell(head)
	if c.IsEmpty() {
		return 0
	}
	n, err := strconv.Atoi(c.Text)
	if err != nil || n < 0 {
		t.rd.bad("report/value", t.at(head), head, c.Text)
	}
	return n
}

// money is an amount, which must stand as a number.
func (t *tableRow) money(head string) money.Yuan {
	y := t.moneyOr(head)
	if y == nil {
		if !t.rd.broken {
			t.rd.bad("report/amount", t.at(head), head, t.cell(head).Text)
		}
		return money.Yuan{}
	}
	return *y
}

// moneyOr is an amount, or nil where the cell is empty.
func (t *tableRow) moneyOr(head string) *money.Yuan {
	return t.rd.yuan(t.cell(head), head, t.at(head))
}

// yuan reads a number cell as yuan; text in its place is a contradiction.
func (rd *reader) yuan(c calc.Cell, what string, at calc.Ref) *money.Yuan {
	switch {
	case c.Kind == calc.CellEmpty:
		return nil
	case c.Kind == calc.CellNoValue:
		rd.bad("cell/formula", at, what)
		return nil
	case c.Kind != calc.CellNumber && c.Kind != calc.CellShown: // a person may have chosen another format
		rd.bad("report/amount", at, what, c.Text)
		return nil
	}
	if y, known := rd.amounts[c.Text]; known && c.Kind == calc.CellNumber {
		return &y
	}
	y, fs := standard.ReadAmount(c, what, money.UnitYuan, money.UnitNone, at)
	rd.take(fs)
	if y != nil && len(fs) == 0 && c.Kind == calc.CellNumber && len(rd.amounts) < maxWords {
		if rd.amounts == nil {
			rd.amounts = map[string]money.Yuan{}
		}
		rd.amounts[strings.Clone(c.Text)] = *y
	}
	return y
}

// date reads a date as the report writes it, or as a program stored it anew.
func (t *tableRow) date(head string) written.Date {
	text := t.text(head)
	if text == "" {
		return written.Date{}
	}
	d, ok := readDate(text)
	if !ok {
		t.rd.bad("report/value", t.at(head), head, text)
	}
	return d
}

// readDate reads 2023-05-12, 2023-05 or 2023.
func readDate(text string) (written.Date, bool) {
	text, _, _ = strings.Cut(text, " ")
	parts := strings.Split(text, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return written.Date{}, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 1 || i > 0 && len(p) != 2 {
			return written.Date{}, false
		}
		n[i] = v
	}
	return written.Date{Year: n[0], Month: n[1], Day: n[2]}, n[1] <= 12 && n[2] <= 31
}
