package roster

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// entry is one line of a plain table, whose columns have a meaning each.
type entry struct {
	at      calc.Ref
	titles  []string // above the table
	epoch   written.Epoch
	columns []table.Column
	field   map[int]int // index of the column of each meaning
	fields  []calc.Cell // as columns
}

// cell is what stands in a column, nothing where the table has none.
func (e *entry) cell(id int) calc.Cell {
	if i, ok := e.field[id]; ok {
		return e.fields[i]
	}
	return calc.Cell{}
}

// unit is the unit of money that the heading of a column names.
func (e *entry) unit(id int) money.Unit { return e.columns[e.field[id]].Unit }

// text is the content of a column, "" where it says that there is nothing.
func (e *entry) text(id int) string { return written.Shown(e.cell(id).Text) }

// ref is where a column of the line stands.
func (e *entry) ref(id int) calc.Ref {
	if i, ok := e.field[id]; ok {
		return e.at.At(e.columns[i].Col)
	}
	return e.at
}

// date reads a column as a date; a text that is none is a finding.
func (e *entry) date(id int, what string, found *calc.Findings) written.Date {
	if e.text(id) == "" {
		return written.Date{}
	}
	d := standard.ReadDate(e.cell(id), e.epoch)
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
	if standard.IsDamagedCode(e.cell(id)) {
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
	field  map[int]int // nil where no table that is wanted is open
}

func (r *entryReader) line(l table.Line) {
	switch {
	case l.Header > 0:
		if !l.Repeat {
			r.header(l.Table)
		}
	case r.field == nil || countCells(l.Cells) < 2 && !r.namesAlone(&l):
		r.around(l.Cells)
	case !isTotal(l.Cells):
		r.take(&entry{at: calc.Ref{File: r.file, Sheet: r.sheet.Name, Row: l.Number}, titles: r.titles,
			epoch: written.EpochOf(r.sheet.Date1904), columns: l.Table.Columns, field: r.field, fields: l.Fields})
	}
}

// namesAlone tells of a line that it names a body and leaves all else empty.
func (r *entryReader) namesAlone(l *table.Line) bool {
	return slices.ContainsFunc(r.needed, func(id int) bool {
		i, has := r.field[id]
		return has && (strings.HasSuffix(written.Fold(l.Fields[i].Text), "公司") || table.LooksLikeCode(l.Fields[i].Text))
	})
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
	field := resolve(t.Columns, at, r.found)
	r.field = nil
	if slices.ContainsFunc(r.needed, func(id int) bool { _, has := field[id]; return has }) {
		r.field = field
		r.tables++
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
	return calc.Count(cells, func(c *calc.Cell) bool { return !table.IsBlank(c.Text) })
}

// isTotal tells of a line that sums or ends a table.
func isTotal(cells []calc.Cell) bool {
	for _, c := range cells {
		if table.IsBlank(c.Text) {
			continue
		}
		_, sum := written.CutAny(table.Fold(c.Text), []string{"合计", "总计", "小计", "共计"})
		return sum
	}
	return true
}
