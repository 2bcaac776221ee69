package report

import (
	"jiangbu/sheets/write"
)

// column is one column of a table: its heading, how its cells look, and the
// bounds of its width in digits (a Chinese character takes two).
type column struct {
	head     string
	style    write.Style
	min, max int
}

// firstRow is the row of a table's first line.
const firstRow = write.ListFirst

// table is a sheet with one table: title, a line of notes with the unit, the
// heading, the lines, a line of totals.
type table struct {
	name   string
	title  string
	note   string
	unit   string
	cols   []column
	lines  int
	line   func(p *write.SheetWriter, row, i int)
	total  func(p *write.SheetWriter, row int) // nil for none
	freeze int                                 // columns that stay in view
	wide   int                                 // pages in width when printed
	grid   bool                                // grid lines stand for borders: a sheet to look things up in
}

// last is the row of the table's last line; an empty table keeps one line
// free, so that formulas have a range to stand on.
func (t *table) last() int { return firstRow + max(t.lines, 1) - 1 }

// lay puts the table on its sheet.
func (b *book) lay(t table) error {
	l := write.List{Sheet: t.name, Title: t.title, Note: t.note, Unit: t.unit, Lines: t.lines, Freeze: t.freeze,
		Wide: t.wide, OnGrid: t.grid, Foot: b.policy.Document,
		Line: func(p *write.SheetWriter, i int) { t.line(p, firstRow+i, i) }}
	if t.total != nil {
		l.Total = func(p *write.SheetWriter, end int) { t.total(p, end+1) }
	}
	for _, c := range t.cols {
		l.Columns = append(l.Columns, write.ListColumn{Head: c.head, Style: c.style, Min: c.min, Max: c.max})
	}
	return b.workbook.FillList(l)
}

// layGrid puts a sheet of several blocks on its sheet.
func (b *book) layGrid(sheet string, g *write.Grid, page write.PageSetup) error {
	page.Left, page.Right = sheet, b.policy.Document
	return b.workbook.FillGrid(sheet, g, page)
}
