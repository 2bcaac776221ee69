package notice

import (
	"jiangbu/sheets/write"
)

// linesOfRow is how many lines of type a row of the annex has room for: the
// columns are shared out so that as few rows as can be need more.
const linesOfRow = 2

// paperHalves is how many half characters the columns take together: the paper
// across, less the margins of each column, in the workbook, whose columns are
// narrower than those of document and page.
func paperHalves(columns int) int {
	return int((annexWide*100/scale/digitWide - float64(columns)*sheetMargin) * sheetHalves)
}

// companyColumn is the place of the companies' names.
const companyColumn = 2

// fit shares the paper among the columns so that the table is short. The
// columns begin at their narrowest and the companies' names with all the rest;
// then half characters move between two columns as long as that saves lines.
// Numbers and codes must not break at all.
func (t *Table) fit() {
	rest := paperHalves(len(t.Columns))
	for i := range t.Columns {
		c := &t.Columns[i]
		if i == 0 || c.Align == Right || c.Name == codeColumn {
			c.Weight = max(c.Weight, t.widest(i)+1)
		}
		for _, word := range wordsOf(c.Name) {
			c.Weight = max(c.Weight, write.DisplayWidth(word))
		}
		rest -= c.Weight
	}
	if rest <= 0 {
		return
	}
	f := t.fitting(rest)
	f.extra[companyColumn] = rest
	for f.improve() {
	}
	for c := range t.Columns {
		t.Columns[c].Weight += f.extra[c]
	}
}

// widest is the width of a column's widest text, in half characters; the labels of
// sums, which span columns, stand in none.
func (t *Table) widest(c int) int {
	n := 0
	for i := range t.Rows {
		if t.Rows[i].Kind == AwardRow || c > 0 {
			n = max(n, write.DisplayWidth(t.Rows[i].Cells[c]))
		}
	}
	return n
}

// fitting is a table whose columns are being widened: extra is what each has
// above its narrowest, tall how many lines each cell takes at each of them.
type fitting struct {
	extra []int
	tall  [][][]uint8 // by row, column and extra
}

// measuredRows is how many rows, evenly spread, stand for the whole table.
const measuredRows = 1000

// fitting measures the cells, and the headings but for those of amounts, which
// stand in two lines.
func (t *Table) fitting(rest int) *fitting {
	f := &fitting{extra: make([]int, len(t.Columns))}
	cache := map[string][]uint8{}
	measure := func(c int, text string) []uint8 {
		key := string(rune(c)) + text
		if cache[key] == nil {
			cache[key] = make([]uint8, rest+1)
			for k := range cache[key] {
				cache[key][k] = uint8(min(linesIn(text, t.Columns[c].Weight+k), 255))
			}
		}
		return cache[key]
	}
	heads := make([][]uint8, len(t.Columns))
	for c := range t.Columns {
		head := t.Columns[c].Name
		if t.Columns[c].Align == Right {
			head = ""
		}
		heads[c] = measure(c, head)
	}
	f.tall = append(f.tall, heads)
	for i := 0; i < len(t.Rows); i += 1 + len(t.Rows)/measuredRows {
		if t.Rows[i].Kind != AwardRow {
			continue
		}
		row := make([][]uint8, len(t.Columns))
		for c, text := range t.Rows[i].Cells {
			row[c] = measure(c, text)
		}
		f.tall = append(f.tall, row)
	}
	return f
}

// height is how tall the table is: the lines for which its rows have no room
// and, a hundredth as dear, those of its cells, so that what saves no line yet is
// not lost.
func (f *fitting) height() int {
	all := 0
	for _, row := range f.tall {
		highest, cells := linesOfRow, 0
		for c, lines := range row {
			n := int(lines[f.extra[c]])
			highest, cells = max(highest, n), cells+n*n
		}
		all += 100*highest + cells
	}
	return all
}

// improve moves digits from one column to another where that saves most.
func (f *fitting) improve() bool {
	best, from, to, digits := f.height(), 0, 0, 0
	for a := range f.extra {
		for b := range f.extra {
			for k := 1; a != b && k <= f.extra[a]; k++ {
				f.extra[a], f.extra[b] = f.extra[a]-k, f.extra[b]+k
				if h := f.height(); h < best {
					best, from, to, digits = h, a, b, k
				}
				f.extra[a], f.extra[b] = f.extra[a]+k, f.extra[b]-k
			}
		}
	}
	f.extra[from] -= digits
	f.extra[to] += digits
	return digits > 0
}

// latinWidth and wideWidth are what a letter or a digit and a Chinese character
// take, in tenths of a half character: faces that stand in for the workbook's have
// wider letters.
const (
	latinWidth = 11
	wideWidth  = 20
)

// linesIn is how many lines a text takes in a column of so many half characters. A
// run of letters and digits breaks only where it fills a line alone.
func linesIn(text string, halves int) int {
	room := max(10*halves, wideWidth)
	lines, used, word := 1, 0, 0
	put := func(width int) {
		if used+width > room && used > 0 {
			lines, used = lines+1, 0
		}
		lines += (width - 1) / room
		used += width - (width-1)/room*room
	}
	flush := func() {
		if word > 0 {
			put(word)
			word = 0
		}
	}
	for _, r := range text {
		if r > ' ' && r < 0x7f {
			word += latinWidth
			continue
		}
		flush()
		put(latinWidth + (wideWidth-latinWidth)*(write.DisplayWidth(string(r))-1))
	}
	flush()
	return lines
}
