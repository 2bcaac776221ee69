package table

import (
	"cmp"
	"slices"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// mergeWalk follows the merged ranges that reach over several lines while a
// sheet streams by.
type mergeWalk struct {
	ranges []sheets.Range // Bottom > Top, by Top
	next   int
	active []reach
}

// reach is one merged range in force: its column, its end and its first cell.
type reach struct {
	col, bottom int
	anchor      calc.Cell
}

func newMergeWalk(merges []sheets.Range) *mergeWalk {
	low := slices.DeleteFunc(slices.Clone(merges), func(m sheets.Range) bool { return m.Bottom <= m.Top })
	w := &mergeWalk{ranges: low}
	slices.SortFunc(w.ranges, func(a, b sheets.Range) int {
		return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Left, b.Left))
	})
	return w
}

// at moves on to a line and gives the ranges that began above it and reach it.
// A range is wanted from the line of its first cell on, so every line below
// a header must be shown here.
func (w *mergeWalk) at(l sheets.Line) []reach {
	if w.next == len(w.ranges) && len(w.active) == 0 {
		return nil
	}
	w.active = slices.DeleteFunc(w.active, func(r reach) bool { return r.bottom < l.Number })
	reaching := len(w.active)
	for w.next < len(w.ranges) && w.ranges[w.next].Top <= l.Number {
		m := w.ranges[w.next]
		w.next++
		if m.Top != l.Number {
			continue // its first line holds no value
		}
		if c := cellAt(l.Cells, m.Left); !c.IsEmpty() {
			w.active = append(w.active, reach{m.Left, m.Bottom, c})
		}
	}
	return w.active[:reaching]
}

// mergeFrom is the range that is merged from a cell on, the cell itself where none is.
func mergeFrom(merges []sheets.Range, c calc.Cell) sheets.Range {
	i := slices.IndexFunc(merges, func(m sheets.Range) bool { return m.Top == c.Row && m.Left == c.Col })
	if i < 0 {
		return sheets.Range{Top: c.Row, Left: c.Col, Bottom: c.Row, Right: c.Col}
	}
	return merges[i]
}

// mergeIndex answers which range covers a cell of a few lines.
type mergeIndex []sheets.Range

// mergesIn are the ranges that touch the lines from top to bottom.
func mergesIn(merges []sheets.Range, top, bottom int) mergeIndex {
	var in mergeIndex
	for _, m := range merges {
		if m.Top <= bottom && m.Bottom >= top {
			in = append(in, m)
		}
	}
	return in
}

func (x mergeIndex) covering(row, col int) (sheets.Range, bool) {
	for _, m := range x {
		if m.Top <= row && row <= m.Bottom && m.Left <= col && col <= m.Right {
			return m, true
		}
	}
	return sheets.Range{}, false
}
