package roster

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// entry is one line of a plain table: its cells by what their columns mean.
type entry struct {
	at     calc.Ref
	cells  map[int]calc.Cell
	cols   map[int]int // where each meaning stands in the sheet
	titles []string    // above the table
	units  map[int]money.Unit
	epoch  written.Epoch
}

// text is the content of a column, "" where it says that there is nothing.
func (e *entry) text(id int) string {
	s := written.Shown(e.cells[id].Text)
	if written.IsBlank(s) {
		return ""
	}
	return s
}

// ref is where a column of the line stands.
func (e *entry) ref(id int) calc.Ref { return e.at.At(e.cols[id]) }

// date reads a column as a date; a text that is none is a finding.
func (e *entry) date(id int, what string, found *calc.Findings) written.Date {
	if e.text(id) == "" {
		return written.Date{}
	}
	d := standard.ReadDate(e.cells[id], e.epoch)
	if d.Reason != "" {
		found.Add("cell/date", e.ref(id), what, e.text(id), d.Reason)
	}
	return d.Date
}

// code reads a column as a credit code. One that does not hold is a finding and
// identifies nobody.
func (e *entry) code(id int, found *calc.Findings) string {
	if e.text(id) == "" {
		return ""
	}
	if standard.IsDamagedCode(e.cells[id]) {
		found.Add("cell/credit-code-damaged", e.ref(id), e.text(id))
		return ""
	}
	code, fault := written.ParseCreditCode(e.text(id))
	if fault != "" {
		found.Add("cell/credit-code", e.ref(id), written.MaskCode(code), fault)
		return ""
	}
	return code
}

// eachEntry reads the plain tables of a workbook, those that have one of the
// needed columns, and tells how many there are. Lines of one text, totals and
// notes are none.
func eachEntry(b *sheets.Book, words *table.Words, needed []int, take func(*entry)) (tables int, found calc.Findings) {
	for _, s := range b.Sheets {
		r := entryReader{sheet: s, file: b.File, needed: needed, take: take, found: &found}
		words.Tables(s, func(l table.Line) bool { r.line(l); return true })
		tables += r.tables
		if s.Visibility != sheets.Visible && r.tables > 0 {
			found.Add("table/hidden", calc.Ref{File: b.File, Sheet: s.Name}, "工作表“"+s.Name+"”")
		}
	}
	return tables, found
}

// entryReader reads one sheet.
type entryReader struct {
	sheet  *sheets.Sheet
	file   string
	needed []int
	take   func(*entry)
	found  *calc.Findings
	tables int
	titles []string
	cols   map[int]int // nil where no table that is wanted is open
	field  map[int]int
	units  map[int]money.Unit // that the headings name
}

func (r *entryReader) line(l table.Line) {
	switch {
	case l.Header > 0:
		if !l.Repeat {
			r.header(l.Table)
		}
	case r.cols == nil || countCells(l.Cells) < 2:
		r.around(l.Cells)
	case !isTotal(l.Cells):
		e := entry{at: calc.Ref{File: r.file, Sheet: r.sheet.Name, Row: l.Number}, cells: map[int]calc.Cell{},
			cols: r.cols, titles: r.titles, units: r.units, epoch: written.EpochOf(r.sheet.Date1904)}
		for id, i := range r.field {
			e.cells[id] = l.Fields[i]
		}
		r.take(&e)
	}
}

func (r *entryReader) around(cells []calc.Cell) {
	for _, c := range cells {
		if s := written.Shown(c.Text); s != "" && len(r.titles) < maxTitles {
			r.titles = append(r.titles, s)
		}
	}
}

// header begins a table, where it has one of the columns that are needed.
func (r *entryReader) header(t *table.Table) {
	at := calc.Ref{File: r.file, Sheet: r.sheet.Name, Row: t.Bottom}
	r.cols, r.field = nil, nil
	field := resolve(t.Columns, at, r.found)
	for _, id := range r.needed {
		if i, ok := field[id]; ok && r.cols == nil && i >= 0 {
			r.field, r.cols, r.units = field, map[int]int{}, map[int]money.Unit{}
			r.tables++
		}
	}
	for id, i := range r.field {
		r.cols[id], r.units[id] = t.Columns[i].Col, t.Columns[i].Unit
	}
}

// resolve gives columns their meaning, the first of each; two that clash are a
// finding.
func resolve(columns []table.Column, at calc.Ref, found *calc.Findings) map[int]int {
	all := table.Pointers(columns)
	for _, p := range table.ResolveHeadings(all) {
		clash := at
		clash.Row, clash.Col = p[1].Row, p[1].Col
		found.Add("table/ambiguous-column", clash, p[0].Path(), p[1].Path())
	}
	field := map[int]int{}
	for i, c := range all {
		if _, known := field[c.ID]; c.ID > 0 && !known {
			field[c.ID] = i
		}
	}
	return field
}

// maxTitles bounds the lines around tables that are kept.
const maxTitles = 200

func countCells(cells []calc.Cell) int {
	n := 0
	for _, c := range cells {
		if !table.IsBlank(c.Text) {
			n++
		}
	}
	return n
}

// isTotal tells of a line that sums or ends a table.
func isTotal(cells []calc.Cell) bool {
	for _, c := range cells {
		if table.IsBlank(c.Text) {
			continue
		}
		s := table.Fold(c.Text)
		return strings.HasPrefix(s, "合计") || strings.HasPrefix(s, "总计") || strings.HasPrefix(s, "小计") ||
			strings.HasPrefix(s, "共计")
	}
	return true
}
