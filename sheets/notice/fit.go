package notice

import "jiangbu/sheets"

// The width of the paper in digits of 五号: 156 mm upright, 225 mm across.
const (
	digitsUpright = 84
	digitsAcross  = 121
)

// fit shares the paper among the columns so that the rows take few lines. The
// columns begin at their narrowest; what is left goes, piece by piece, to the
// column that saves most lines by it. An amount must not break at all.
func (t *Table) fit() {
	left := digitsUpright
	if t.landscape() {
		left = digitsAcross
	}
	texts := make([]map[int]int, len(t.Columns))
	for c := range t.Columns {
		texts[c] = t.textWidths(c)
		if c == t.amountColumn() {
			t.Columns[c].Weight = max(t.Columns[c].Weight, longest(texts[c])*9/8+2)
			texts[c] = nil
		}
		left -= t.Columns[c].Weight
	}
	for left > 0 {
		c, more := t.mostSaved(texts, left)
		t.Columns[c].Weight += more
		left -= more
	}
}

// textWidths counts the widths of a column's texts. Of the sums only the
// amount stands in a column of its own.
func (t *Table) textWidths(c int) map[int]int {
	widths := map[int]int{sheets.DisplayWidth(t.Columns[c].Name) / 2: 1}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Kind == AwardRow || c == t.amountColumn() {
			widths[sheets.DisplayWidth(r.Cells[c])]++
		}
	}
	return widths
}

func longest(widths map[int]int) int {
	n := 0
	for w := range widths {
		n = max(n, w)
	}
	return n
}

// mostSaved finds the column that gains most by being widened, and by how
// much. Where nothing is gained the names of the companies get the rest.
func (t *Table) mostSaved(texts []map[int]int, left int) (column, more int) {
	column, more = 2, left
	best, per := 0, 1
	for c := range t.Columns {
		w := t.Columns[c].Weight
		now := lines(texts[c], w)
		for k := 1; k <= left; k++ {
			if saved := now - lines(texts[c], w+k); saved*per > best*k {
				best, per, column, more = saved, k, c, k
			}
		}
	}
	return column, more
}

// lines is what a column of some width costs: the lines of each text, squared,
// for the highest cell makes the row. Two digits of a column are its margins
// and the half character that is left over at the end of a line.
func lines(widths map[int]int, weight int) int {
	all := 0
	for w, n := range widths {
		l := (w + weight - 3) / (weight - 2)
		all += n * l * l
	}
	return all
}
