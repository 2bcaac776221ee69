package sheets

import (
	"fmt"
	"slices"

	"jiangbu/calc"
)

// Grid is a small sheet of several blocks, put together cell by cell before it
// is streamed: a summary, a cover, a page of explanations.
type Grid struct {
	Row     int // the row that is being filled
	cells   map[[2]int]Put
	heights map[int]float64
	merges  []Range
	widths  []int // of the columns, in digits
}

// Put writes one cell with the pen that it is given.
type Put func(*Pen)

// NewGrid begins a grid with these widths of its columns, in digits.
func NewGrid(widths ...int) *Grid {
	return &Grid{cells: map[[2]int]Put{}, heights: map[int]float64{}, widths: widths}
}

// Next moves to the next row and gives its number.
func (g *Grid) Next() int {
	g.Row++
	return g.Row
}

// Put sets a cell of the current row.
func (g *Grid) Put(col int, cell Put) { g.cells[[2]int{g.Row, col}] = cell }

// Span sets a cell that reaches over the columns from left to right, drawn on
// to its right end, and makes the row as high as its text needs.
func (g *Grid) Span(left, right int, look Look, text string) {
	g.Put(left, PutText(look, text))
	for c := left + 1; c <= right; c++ {
		g.Put(c, PutBlank(look))
	}
	g.Merge(left, right)
	room := 0
	for _, w := range g.widths[left-1 : right] {
		room += w
	}
	g.High(15 * float64(LinesIn(text, max(room-2, 1))))
}

// Merge makes one cell of the current row's from left to right.
func (g *Grid) Merge(left, right int) {
	g.merges = append(g.merges, Range{Top: g.Row, Left: left, Bottom: g.Row, Right: right})
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
		g.Put(col+i, PutText(LookHead, n))
		g.Fit(col+i, n)
	}
	g.High(20)
}

// The cells of a grid.

// PutText is a cell of text.
func PutText(look Look, s string) Put { return func(p *Pen) { p.Text(look, s) } }

// PutBlank is an empty cell with a look.
func PutBlank(look Look) Put { return func(p *Pen) { p.Blank(look) } }

// PutMoney is an amount.
func PutMoney(look Look, y calc.Yuan) Put { return func(p *Pen) { p.Money(look, y) } }

// PutCount is a whole number.
func PutCount(look Look, n int) Put { return func(p *Pen) { p.Count(look, n) } }

// PutFormula is a live formula with the digits of its value stored.
func PutFormula(look Look, formula, digits string) Put {
	return func(p *Pen) { p.Formula(look, formula, digits) }
}

// PutMoneyFormula is PutFormula for an amount.
func PutMoneyFormula(look Look, formula string, value calc.Yuan) Put {
	return PutFormula(look, formula, value.String())
}

// PutTextFormula is a formula that gives a text.
func PutTextFormula(look Look, formula, value string) Put {
	return func(p *Pen) { p.TextFormula(look, formula, value) }
}

// draw writes the grid from the top down.
func (g *Grid) draw(p *Pen) {
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
func (d *Draft) FillGrid(sheet string, g *Grid, page PageSetup) error {
	for i, w := range g.widths {
		if err := d.File.SetColWidth(sheet, columnName(i+1), columnName(i+1), float64(w)); err != nil {
			return fmt.Errorf("width of %s: %w", sheet, err)
		}
	}
	if err := d.frame(sheet, g.merges, page); err != nil {
		return err
	}
	return d.Fill(sheet, columnName(len(g.widths))+fmt.Sprint(max(g.Row, 1)), g.draw)
}

// frame merges ranges of a sheet and sets its page.
func (d *Draft) frame(sheet string, merges []Range, page PageSetup) error {
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
