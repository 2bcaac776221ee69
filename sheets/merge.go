package sheets

import (
	"cmp"
	"slices"
	"strings"

	"jiangbu/calc"
)

// merge adds a merged range to those of a sheet.
func (s *Sheet) merge(m Range) *refusal {
	if len(s.Merges) == maxMerges {
		return tooLarge("合并单元格超过 %d 处", maxMerges)
	}
	s.Merges = append(s.Merges, m)
	return nil
}

// covers follows the merged ranges of a sheet while its lines stream by and
// takes out the cells that a range covers.
type covers struct {
	sheet    *Sheet
	ranges   []Range // by Top, those to come
	active   []cover // by Left: no two of a sound sheet meet
	ends     int     // the first line below one of active
	cells    []calc.Cell
	findings calc.Findings
}

// cover is a range that reaches the line.
type cover struct {
	Range
	shown string // in its first cell
	told  bool
}

func newCovers(s *Sheet) *covers {
	single := func(m Range) bool { return m.Bottom <= m.Top && m.Right <= m.Left }
	c := &covers{sheet: s, ranges: slices.DeleteFunc(slices.Clone(s.Merges), single)}
	slices.SortStableFunc(c.ranges, func(a, b Range) int { return cmp.Compare(a.Top, b.Top) })
	return c
}

// uncovered is a line without the cells that are covered.
func (c *covers) uncovered(l Line) Line {
	c.advance(l)
	if len(c.active) == 0 {
		return l
	}
	out := c.cells[:0]
	for _, cell := range l.Cells {
		if m := c.over(cell); m == nil {
			out = append(out, cell)
		} else {
			c.tell(m, cell)
		}
	}
	c.cells, l.Cells = out, out
	return l
}

// advance finds the ranges that reach a line.
func (c *covers) advance(l Line) {
	if c.ends <= l.Number {
		c.active = slices.DeleteFunc(c.active, func(m cover) bool { return m.Bottom < l.Number })
		c.ends = maxRow + 1
		for _, m := range c.active {
			c.ends = min(c.ends, m.Bottom+1)
		}
	}
	for len(c.ranges) > 0 && c.ranges[0].Top <= l.Number {
		m := cover{Range: c.ranges[0]}
		c.ranges = c.ranges[1:]
		if m.Bottom < l.Number {
			continue
		}
		if m.Top == l.Number {
			m.shown = textAt(l.Cells, m.Left)
		}
		i, _ := slices.BinarySearchFunc(c.active, m.Left,
			func(a cover, left int) int { return cmp.Compare(a.Left, left) })
		c.active = slices.Insert(c.active, i, m)
		c.ends = min(c.ends, m.Bottom+1)
	}
}

// textAt is what stands in a column of a line.
func textAt(cells []calc.Cell, col int) string {
	i, ok := slices.BinarySearchFunc(cells, col, func(c calc.Cell, col int) int { return cmp.Compare(c.Col, col) })
	if !ok {
		return ""
	}
	return cells[i].Text
}

// over is the range that covers a cell without being shown by it.
func (c *covers) over(cell calc.Cell) *cover {
	i, found := slices.BinarySearchFunc(c.active, cell.Col,
		func(a cover, col int) int { return cmp.Compare(a.Left, col) })
	if !found {
		i--
	}
	if i < 0 || cell.Col > c.active[i].Right || cell.Col == c.active[i].Left && cell.Row == c.active[i].Top {
		return nil
	}
	return &c.active[i]
}

// tell says once a range that another value than its own is under it.
func (c *covers) tell(m *cover, cell calc.Cell) {
	if m.told || strings.TrimSpace(cell.Text) == "" || cell.Text == m.shown {
		return
	}
	m.told = true
	at := calc.Ref{File: c.sheet.file, Sheet: c.sheet.Name, Row: cell.Row, Col: cell.Col}
	c.findings.Add("table/under-merge", at, cell.Text, m.shown)
}
