package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// column is one column of a table: its heading, how its cells look, and the
// bounds of its width in digits (a Chinese character takes two).
type column struct {
	head     string
	look     sheets.Look
	min, max int
}

// The rows of a sheet that holds one table.
const (
	titleRow = 1
	noteRow  = 2
	headRow  = 3
	firstRow = 4
)

// maxRows is how many rows a sheet has.
const maxRows = 1048576

// measured is how many lines of a table its widths are fitted to.
const measured = 2000

// table is a sheet with one table: title, a line of notes with the unit, the
// heading, the lines, a line of totals.
type table struct {
	name   string
	title  string
	note   string
	unit   string
	cols   []column
	lines  int
	line   func(p *sheets.Pen, row, i int)
	total  func(p *sheets.Pen, row int) // nil for none
	freeze int                          // columns that stay in view
	wide   int                          // pages in width when printed
	grid   bool                         // grid lines stand for borders: a sheet to look things up in
}

// last is the row of the table's last line; an empty table keeps one line
// free, so that formulas have a range to stand on.
func (t *table) last() int { return firstRow + max(t.lines, 1) - 1 }

// end is the last row of the sheet.
func (t *table) end() int {
	if t.total == nil {
		return t.last()
	}
	return t.last() + 1
}

// lay puts the table on its sheet.
func (b *book) lay(t table) error {
	if t.end() > maxRows {
		return fmt.Errorf("%s would take %d rows; a sheet has %d", t.name, t.end(), maxRows)
	}
	widths := t.widths()
	f, n := b.draft.File, len(t.cols)
	for i, w := range widths {
		name := calc.ColumnName(i + 1)
		if err := f.SetColWidth(t.name, name, name, w); err != nil {
			return fmt.Errorf("width of %s: %w", t.name, err)
		}
	}
	noteEnd := max(n-2, 1)
	if t.unit == "" {
		noteEnd = n
	}
	if err := f.AutoFilter(t.name, fmt.Sprintf("A%d:%s%d", headRow, calc.ColumnName(n), t.last()), nil); err != nil {
		return fmt.Errorf("filter of %s: %w", t.name, err)
	}
	// The page comes after the filter, which sets the sheet's properties anew.
	err := b.frame(t.name, []sheets.Range{
		{Top: titleRow, Left: 1, Bottom: titleRow, Right: n}, {Top: noteRow, Left: 1, Bottom: noteRow, Right: noteEnd},
		{Top: noteRow, Left: noteEnd + 1, Bottom: noteRow, Right: n}},
		sheets.PageSetup{Wide: t.wide, HeadFirst: headRow, HeadLast: headRow, HeadCols: wideCols(t), Left: t.name, Right: b.policy.Document})
	if err != nil {
		return err
	}
	if err := b.pane(t.name, headRow, t.freeze); err != nil {
		return err
	}
	fill := b.draft.Fill
	if t.grid {
		fill = b.draft.FillOnGrid
	}
	return fill(t.name, calc.ColumnName(n)+fmt.Sprint(t.end()), func(p *sheets.Pen) { t.draw(p, widths, noteEnd) })
}

// wideCols repeats the frozen columns on the pages of a sheet wider than one.
func wideCols(t table) int {
	if t.wide > 1 {
		return t.freeze
	}
	return 0
}

// draw writes the whole sheet.
func (t *table) draw(p *sheets.Pen, widths []float64, noteEnd int) {
	p.Fit(widths)
	p.RowHigh(titleRow, 30)
	p.Text(sheets.LookTitle, t.title)
	room := 0.0
	for _, w := range widths[:noteEnd] {
		room += w
	}
	p.RowHigh(noteRow, 15*float64(sheets.LinesIn(t.note, int(room)-2)))
	p.Text(sheets.LookNote, t.note)
	if t.unit != "" {
		p.Skip(noteEnd - 1)
		p.Text(sheets.LookUnit, t.unit)
	}
	p.Row(headRow)
	for _, c := range t.cols {
		p.Text(sheets.LookHead, c.head)
	}
	for i := range t.lines {
		p.Row(firstRow + i)
		t.line(p, firstRow+i, i)
	}
	if t.lines == 0 {
		p.Row(firstRow)
		for _, c := range t.cols {
			p.Blank(c.look)
		}
	}
	if t.total != nil {
		p.Row(t.end())
		t.total(p, t.end())
	}
}

// widths fits the columns to the first lines, within their bounds; a heading
// that is wider is wrapped.
func (t *table) widths() []float64 {
	seen := sheets.Measure(func(p *sheets.Pen) {
		for i := range min(t.lines, measured) {
			p.Row(firstRow + i)
			t.line(p, firstRow+i, i)
		}
		if t.total != nil {
			p.Row(t.end())
			t.total(p, t.end())
		}
	})
	widths := make([]float64, len(t.cols))
	for i, c := range t.cols {
		w := c.min
		if i < len(seen) {
			w = max(w, seen[i])
		}
		widths[i] = float64(min(w, c.max) + 2)
	}
	return widths
}

// frame merges ranges of a sheet and sets its page.
func (b *book) frame(sheet string, merges []sheets.Range, page sheets.PageSetup) error {
	for _, m := range merges {
		if m.Left >= m.Right && m.Top >= m.Bottom {
			continue
		}
		from, to := fmt.Sprint(calc.ColumnName(m.Left), m.Top), fmt.Sprint(calc.ColumnName(m.Right), m.Bottom)
		if err := b.draft.File.MergeCell(sheet, from, to); err != nil {
			return fmt.Errorf("merge %s:%s of %s: %w", from, to, sheet, err)
		}
	}
	return sheets.Print(b.draft.File, sheet, page)
}

// pane keeps the first rows and columns of a sheet in view.
func (b *book) pane(sheet string, rows, cols int) error {
	corner := fmt.Sprint(calc.ColumnName(cols+1), rows+1)
	where := "bottomRight"
	if cols == 0 {
		where = "bottomLeft"
	}
	err := b.draft.File.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: corner, ActivePane: where})
	if err != nil {
		return fmt.Errorf("pane of %s: %w", sheet, err)
	}
	return nil
}
