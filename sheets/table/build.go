package table

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// maxColumns bounds a header; Excel has no more columns than this.
const maxColumns = 16384

// headerGrid is the text of a header's lines, group lines included.
type headerGrid struct {
	lines  []headerLine
	merges mergeIndex
}

// buildTable names the columns under a header. The groups are lines above it
// that lend their text to the headings below.
func buildTable(w *Words, s *sheets.Sheet, groups, lines []headerLine) *Table {
	all := append(slices.Clip(groups), lines...)
	t := &Table{Sheet: s, Top: lines[0].Number, Bottom: lines[len(lines)-1].Number}
	g := headerGrid{all, mergesIn(s.Merges, all[0].Number, t.Bottom)}
	t.Columns = calc.Mapped(g.columns(w, t.Top), func(col int) Column { return g.column(w, col, t.Top) })
	t.index = indexColumns(t.Columns)
	return t
}

func indexColumns(columns []Column) []int16 {
	if len(columns) == 0 {
		return nil
	}
	index := slices.Repeat([]int16{-1}, columns[len(columns)-1].Col+1)
	for i, c := range columns {
		index[c.Col] = int16(i)
	}
	return index
}

// columns lists the columns that have a text in a line from top on, and those
// with a known heading above it and nothing below (序号 beside groups).
func (g headerGrid) columns(w *Words, top int) []int {
	var cols []int
	for _, l := range g.lines {
		for _, c := range l.cells {
			if IsBlank(c.Text) || c.Col < 1 || c.Col > maxColumns || g.groupOnly(l, c) {
				continue
			}
			if l.Number >= top || !g.hasBelow(l.Number, c.Col, c.Col) && w.exact(c.Text) != nil {
				cols = append(cols, c.Col)
			}
		}
	}
	slices.Sort(cols)
	return slices.Compact(cols)
}

// groupOnly tells whether a cell is merged over other columns whose headings
// stand below while its own column has none there.
func (g headerGrid) groupOnly(l headerLine, c calc.Cell) bool {
	m, ok := g.merges.covering(l.Number, c.Col)
	return ok && m.Right > m.Left && !g.hasBelow(m.Bottom, c.Col, c.Col) && g.hasBelow(m.Bottom, m.Left, m.Right)
}

func (g headerGrid) hasBelow(row, left, right int) bool {
	for _, l := range g.lines {
		for _, c := range l.cells {
			if l.Number > row && c.Col >= left && c.Col <= right && !IsBlank(c.Text) {
				return true
			}
		}
	}
	return false
}

// column reads the headings over one column from the top down: the last is
// its own, those above are its groups.
func (g headerGrid) column(w *Words, col, top int) Column {
	var path []string
	row := 0
	for _, l := range g.lines {
		text := cellAt(l.cells, col).Text
		own := !IsBlank(text)
		if !own && g.hasBelow(l.Number, col, col) {
			text = g.group(l, col)
		}
		if IsBlank(text) || len(path) > 0 && path[len(path)-1] == text {
			continue
		}
		path = append(path, text)
		row = l.Number
	}
	last := len(path) - 1
	c := Column{Col: col, Text: oneLine(path[last]), Group: oneLine(strings.Join(path[:last], "/")), Row: max(row, top)}
	c.Heading, c.Unit = w.Find("", c.Text)
	for i := range last {
		if h, unit := w.Find(path[i], c.Text); h != nil && (h != c.Heading || c.Unit == money.UnitNone) {
			c.Heading, c.Unit = h, unit // the nearest group counts last
		}
	}
	return c
}

// group is the heading that spans a column without standing over it: by a
// merge, or, where the line has none, from the left over blanks.
func (g headerGrid) group(l headerLine, col int) string {
	if m, ok := g.merges.covering(l.Number, col); ok {
		if m.Right > m.Left && m.Left <= col {
			for _, above := range g.lines {
				if above.Number == m.Top {
					return cellAt(above.cells, m.Left).Text
				}
			}
		}
		return ""
	}
	left := cellBefore(l.cells, col)
	if _, merged := g.merges.covering(l.Number, left.Col); merged || left.Col == 0 ||
		!g.hasBelow(l.Number, left.Col, left.Col) {
		return ""
	}
	return left.Text
}

// oneLine takes line breaks and runs of blanks out of a heading for display.
func oneLine(s string) string { return strings.Join(strings.Fields(s), "") }
