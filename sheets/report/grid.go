package report

import (
	"fmt"
	"slices"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// grid is a small sheet of several blocks, put together cell by cell before it
// is streamed: 汇总, 预算核对, 口径与依据.
type grid struct {
	cells   map[[2]int]func(*sheets.Pen) // by row and column
	heights map[int]float64
	merges  []sheets.Range
	widths  []int // of the columns, in digits
	row     int   // the row that is being filled
}

func newGrid(widths ...int) *grid {
	return &grid{cells: map[[2]int]func(*sheets.Pen){}, heights: map[int]float64{}, widths: widths}
}

// next moves to the next row and gives its number.
func (g *grid) next() int {
	g.row++
	return g.row
}

// put sets a cell of the current row.
func (g *grid) put(col int, cell func(*sheets.Pen)) { g.cells[[2]int{g.row, col}] = cell }

// span sets a cell that reaches over the columns from left to right, drawn on
// to its right end, and makes the row as high as its text needs.
func (g *grid) span(left, right int, look sheets.Look, text string) {
	g.put(left, words(look, text))
	for c := left + 1; c <= right; c++ {
		g.put(c, blank(look))
	}
	g.merges = append(g.merges, sheets.Range{Top: g.row, Left: left, Bottom: g.row, Right: right})
	room := 0
	for _, w := range g.widths[left-1 : right] {
		room += w
	}
	g.high(15 * float64(sheets.LinesIn(text, max(room-2, 1))))
}

// high makes the current row at least this high, in points.
func (g *grid) high(points float64) {
	g.heights[g.row] = min(max(g.heights[g.row], points), 400)
}

// fit makes the current row high enough for a text wrapped in one column.
func (g *grid) fit(col int, text string) {
	g.high(15 * float64(sheets.LinesIn(text, max(g.widths[col-1]-2, 1))))
}

// heads writes a line of column headings from col on.
func (g *grid) heads(col int, names ...string) {
	for i, n := range names {
		g.put(col+i, words(sheets.LookHead, n))
		g.fit(col+i, n)
	}
	g.high(20)
}

// cells of a grid, as calls to be made on the pen.

func words(look sheets.Look, s string) func(*sheets.Pen) {
	return func(p *sheets.Pen) { p.Text(look, s) }
}

func blank(look sheets.Look) func(*sheets.Pen) { return func(p *sheets.Pen) { p.Blank(look) } }

func money(look sheets.Look, y calc.Yuan) func(*sheets.Pen) {
	return func(p *sheets.Pen) { p.Money(look, y) }
}

func count(look sheets.Look, n int) func(*sheets.Pen) {
	return func(p *sheets.Pen) { p.Count(look, n) }
}

func live(look sheets.Look, formula, digits string) func(*sheets.Pen) {
	return func(p *sheets.Pen) { p.Formula(look, formula, digits) }
}

func liveMoney(look sheets.Look, formula string, y calc.Yuan) func(*sheets.Pen) {
	return live(look, formula, y.String())
}

func liveText(look sheets.Look, formula, s string) func(*sheets.Pen) {
	return func(p *sheets.Pen) { p.TextFormula(look, formula, s) }
}

// draw writes the grid from the top down.
func (g *grid) draw(p *sheets.Pen) {
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

// layGrid puts a grid on its sheet.
func (b *book) layGrid(sheet string, g *grid, page sheets.PageSetup) error {
	for i, w := range g.widths {
		name := calc.ColumnName(i + 1)
		if err := b.draft.File.SetColWidth(sheet, name, name, float64(w)); err != nil {
			return fmt.Errorf("width of %s: %w", sheet, err)
		}
	}
	page.Left, page.Right = sheet, b.policy.Document
	if err := b.frame(sheet, g.merges, page); err != nil {
		return err
	}
	return b.draft.Fill(sheet, calc.ColumnName(len(g.widths))+fmt.Sprint(max(g.row, 1)), g.draw)
}
