package write

import (
	"fmt"
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// Grid is a small sheet of several blocks, put together cell by cell before it
// is streamed: a summary, a cover, a page of explanations.
type Grid struct {
	Row     int // the row that is being filled
	cells   map[[2]int]CellFunc
	heights map[int]float64
	merges  []sheets.Range
	widths  []int // of the columns, in digits
}

// CellFunc writes one cell with the writer that it is given.
type CellFunc func(*SheetWriter)

// NewGrid begins a grid with these widths of its columns, in digits.
func NewGrid(widths ...int) *Grid {
	return &Grid{cells: map[[2]int]CellFunc{}, heights: map[int]float64{}, widths: widths}
}

// Next moves to the next row and gives its number.
func (g *Grid) Next() int {
	g.Row++
	return g.Row
}

// Set sets a cell of the current row.
func (g *Grid) Set(col int, cell CellFunc) { g.cells[[2]int{g.Row, col}] = cell }

// Put sets cells of the current row from a column on.
func (g *Grid) Put(col int, cells ...CellFunc) {
	for i, cell := range cells {
		g.Set(col+i, cell)
	}
}

// Wrap sets a cell of wrapped text and makes the row high enough for it.
func (g *Grid) Wrap(col int, text string) {
	g.Set(col, Text(StyleWrap, text))
	g.Fit(col, text)
}

// Title writes a title over all columns, in a row at least so high, and below it
// a note, at whose right end the unit stands where there is one.
func (g *Grid) Title(points float64, title, note, unit string) {
	end := len(g.widths)
	g.Line(1, end, StyleTitle, title)
	g.High(points)
	if unit == "" {
		g.Line(1, end, StyleNote, note)
		return
	}
	g.Line(1, end-1, StyleNote, note)
	g.Set(end, Text(StyleUnit, unit))
}

// Section begins a block under its title, behind a free row.
func (g *Grid) Section(title string) {
	g.Row += 2
	g.Set(1, Text(StyleSection, title))
	g.Next()
}

// Line goes on to the next row and sets one cell in it, as Span does.
func (g *Grid) Line(left, right int, style Style, text string) {
	g.Next()
	g.Span(left, right, style, text)
}

// Span sets a cell that reaches over the columns from left to right, drawn on
// to its right end, and makes the row as high as its text needs.
func (g *Grid) Span(left, right int, style Style, text string) {
	g.Set(left, Text(style, text))
	for c := left + 1; c <= right; c++ {
		g.Set(c, Blank(style))
	}
	g.Merge(left, right)
	room := 0
	for _, w := range g.widths[left-1 : right] {
		room += w
	}
	// a column counts in digits of 11 points, our text has 10
	g.High(15 * float64(LinesIn(text, max(room*11/10-2, 1))))
}

// Merge makes one cell of the current row's from left to right.
func (g *Grid) Merge(left, right int) {
	g.merges = append(g.merges, sheets.Range{Top: g.Row, Left: left, Bottom: g.Row, Right: right})
}

// MergeDown makes one cell of a column from a row above to the current.
func (g *Grid) MergeDown(col, from int) {
	g.merges = append(g.merges, sheets.Range{Top: from, Left: col, Bottom: g.Row, Right: col})
}

// High makes the current row at least this high, in points.
func (g *Grid) High(points float64) {
	g.heights[g.Row] = min(max(g.heights[g.Row], points), 400)
}

// Even gives all rows from one on, up to the current, this height in points
// where they have none.
func (g *Grid) Even(from int, points float64) {
	for row := from; row <= g.Row; row++ {
		if g.heights[row] == 0 {
			g.heights[row] = points
		}
	}
}

// Fit makes the current row high enough for a text wrapped in one column.
func (g *Grid) Fit(col int, text string) {
	g.High(15 * float64(LinesIn(text, max(g.widths[col-1]-2, 1))))
}

// Heads writes a line of column headings from col on.
func (g *Grid) Heads(col int, names ...string) {
	for i, n := range names {
		g.Set(col+i, Text(StyleHead, n))
		g.Fit(col+i, n)
	}
	g.High(20)
}

// The cells of a grid.

// Text is a cell of text.
func Text(style Style, s string) CellFunc { return func(p *SheetWriter) { p.Text(style, s) } }

// Blank is an empty cell with a style.
func Blank(style Style) CellFunc { return func(p *SheetWriter) { p.Blank(style) } }

// Money is an amount.
func Money(style Style, y money.Yuan) CellFunc { return func(p *SheetWriter) { p.Money(style, y) } }

// Count is a whole number.
func Count(style Style, n int) CellFunc { return func(p *SheetWriter) { p.Count(style, n) } }

// Formula is a live formula with the digits of its value stored.
func Formula(style Style, formula, digits string) CellFunc {
	return func(p *SheetWriter) { p.Formula(style, formula, digits) }
}

// MoneyFormula is Formula for an amount.
func MoneyFormula(style Style, formula string, value money.Yuan) CellFunc {
	return Formula(style, formula, value.String())
}

// TextFormula is a formula that gives a text.
func TextFormula(style Style, formula, value string) CellFunc {
	return func(p *SheetWriter) { p.TextFormula(style, formula, value) }
}

// draw writes the grid from the top down.
func (g *Grid) draw(p *SheetWriter) {
	at := make([][2]int, 0, len(g.cells))
	for k := range g.cells {
		at = append(at, k)
	}
	slices.SortFunc(at, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	row := 0
	for _, k := range at {
		if k[0] != row {
			row = k[0]
			p.RowHigh(row, g.heights[row])
		}
		p.Skip(k[1] - 1 - p.Column())
		g.cells[k](p)
	}
}

// FillGrid puts a grid on a sheet of the draft and sets its page.
func (d *Workbook) FillGrid(sheet string, g *Grid, page PageSetup) error {
	for i, w := range g.widths {
		if err := d.File.SetColWidth(sheet, columnName(i+1), columnName(i+1), float64(w)); err != nil {
			return fmt.Errorf("width of %s: %w", sheet, err)
		}
	}
	widths := calc.Mapped(g.widths, func(w int) float64 { return float64(w) })
	if err := d.frame(sheet, g.merges, page.readable(widths)); err != nil {
		return err
	}
	return d.Fill(sheet, columnName(len(g.widths))+fmt.Sprint(max(g.Row, 1)), g.draw)
}

// frame merges ranges of a sheet and sets its page.
func (d *Workbook) frame(sheet string, merges []sheets.Range, page PageSetup) error {
	for _, m := range merges {
		if m.Left >= m.Right && m.Top >= m.Bottom {
			continue
		}
		from, to := fmt.Sprint(columnName(m.Left), m.Top), fmt.Sprint(columnName(m.Right), m.Bottom)
		if err := d.File.MergeCell(sheet, from, to); err != nil {
			return fmt.Errorf("merge %s:%s of %s: %w", from, to, sheet, err)
		}
	}
	return Print(d.File, sheet, page)
}
