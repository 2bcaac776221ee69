package notice

import "jiangbu/sheets"

// The width of the paper in digits of the table's 10 points: 156 mm upright,
// 225 mm across.
const (
	digitsUpright = 88
	digitsAcross  = 127
)

// companyColumn is the place of the companies' names.
const companyColumn = 2

// fit shares the paper among the columns so that the rows take few lines. The
// columns begin at their narrowest; what is left goes, piece by piece, to the
// column that saves most lines by it. An amount must not break at all.
func (t *Table) fit() {
	left := digitsUpright
	if t.landscape() {
		left = digitsAcross
	}
	costs := make([][]int, len(t.Columns))
	for c := range t.Columns {
		if c == t.amountColumn() {
			t.Columns[c].Weight = max(t.Columns[c].Weight, t.widest(c)*9/8+2)
		}
		left -= t.Columns[c].Weight
	}
	for c := range t.Columns {
		if c != t.amountColumn() {
			costs[c] = t.costs(c, left)
		}
	}
	for left > 0 {
		c, more := mostSaved(costs, left)
		t.Columns[c].Weight += more
		costs[c] = costs[c][more:]
		left -= more
	}
}

// widest is the width of a column's widest text, in digits.
func (t *Table) widest(c int) int {
	n := 0
	for i := range t.Rows {
		n = max(n, sheets.DisplayWidth(t.Rows[i].Cells[c]))
	}
	return n
}

// costs tells what a column costs at its narrowest and at each width above it:
// the lines of its texts, squared, for the highest cell makes the row. Two
// digits of a column are its margins and what is left over at a line's end.
func (t *Table) costs(c, more int) []int {
	texts := map[string]int{}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Kind == AwardRow {
			texts[r.Cells[c]]++
		}
	}
	costs := make([]int, max(more, 0)+1)
	for k := range costs {
		for text, n := range texts {
			l := linesIn(text, t.Columns[c].Weight+k-2)
			costs[k] += n * l * l
		}
	}
	return costs
}

// mostSaved finds the column that gains most by being widened, and by how
// much. Where nothing is gained the names of the companies get the rest.
func mostSaved(costs [][]int, left int) (column, more int) {
	column, more = companyColumn, left
	best, per := 0, 1
	for c := range costs {
		for k := 1; k < len(costs[c]) && k <= left; k++ {
			if saved := costs[c][0] - costs[c][k]; saved*per > best*k {
				best, per, column, more = saved, k, c, k
			}
		}
	}
	return column, more
}

// linesIn is how many lines a text takes in a column of so many digits. A run
// of letters and digits breaks only where it fills a line alone.
func linesIn(text string, room int) int {
	room = max(room, 2)
	lines, used, word := 1, 0, 0
	put := func(width int) {
		if used+width > room && used > 0 {
			lines, used = lines+1, 0
		}
		lines += (width - 1) / room
		used += width - (width-1)/room*room
	}
	for _, r := range text {
		if r > ' ' && r < 0x7f {
			word++
			continue
		}
		if word > 0 {
			put(word)
			word = 0
		}
		put(sheets.DisplayWidth(string(r)))
	}
	if word > 0 {
		put(word)
	}
	return lines
}
