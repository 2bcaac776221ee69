package notice

import (
	"jiangbu/sheets/write"
)

// paperDigits is the width of the paper, 257 mm across, in digits of the table's
// 9 points, a little wider than they are, since faces that stand in are.
const paperDigits = 154

// companyColumn is the place of the companies' names.
const companyColumn = 2

// fit shares the paper among the columns so that the table is short. The
// columns begin at their narrowest and the companies' names with all the rest;
// then digits move between two columns as long as that saves lines. An amount
// must not break at all, so its column is not part of it.
func (t *Table) fit() {
	rest := paperDigits
	amount := &t.Columns[t.amountColumn()]
	amount.Weight = max(amount.Weight, t.widest(t.amountColumn())*5/4+2)
	for _, c := range t.Columns {
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
	t.fitHeadings()
}

// fitHeadings widens the columns whose headings would break inside a word, in
// any of the programs, at the cost of the companies' names.
func (t *Table) fitHeadings() {
	for i := range t.Columns {
		c, more := &t.Columns[i], 0
		for more < 10 && !t.headingFits(c.Name, c.Weight+more) {
			more++
		}
		if more < 10 && i != companyColumn {
			c.Weight += more
			t.Columns[companyColumn].Weight -= more
		}
	}
}

// headingFits tells whether a heading breaks between words in a column of so
// many digits, in a workbook in its own face and in a wider one.
func (t *Table) headingFits(heading string, weight int) bool {
	for room := sheetRoom(weight); room <= sheetRoom(weight)*6/5; room++ {
		if !breaksBetweenWords(heading, room) {
			return false
		}
	}
	return true
}

// widest is the width of a column's widest text, in digits.
func (t *Table) widest(c int) int {
	n := 0
	for i := range t.Rows {
		n = max(n, write.DisplayWidth(t.Rows[i].Cells[c]))
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

// cellMargins is what a column loses to its margins, and to digits of faces that
// are wider, in digits.
const cellMargins = 3

// fitting measures the cells. Some digits of a column are its margins and what
// is left over at a line's end.
func (t *Table) fitting(rest int) *fitting {
	f := &fitting{extra: make([]int, len(t.Columns))}
	cache := map[string][]uint8{}
	for i := 0; i < len(t.Rows); i += 1 + len(t.Rows)/measuredRows {
		if t.Rows[i].Kind != AwardRow {
			continue
		}
		row := make([][]uint8, len(t.Columns))
		for c, text := range t.Rows[i].Cells {
			key := string(rune(c)) + text
			if cache[key] == nil {
				cache[key] = make([]uint8, rest+1)
				for k := range cache[key] {
					cache[key][k] = uint8(min(linesIn(text, t.Columns[c].Weight+k-cellMargins), 255))
				}
			}
			row[c] = cache[key]
		}
		f.tall = append(f.tall, row)
	}
	return f
}

// height is how tall the table is: the lines of its rows and, a hundredth as
// dear, those of its cells, so that what saves no line yet is not lost.
func (f *fitting) height() int {
	all := 0
	for _, row := range f.tall {
		highest, cells := 0, 0
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
		put(write.DisplayWidth(string(r)))
	}
	if word > 0 {
		put(word)
	}
	return lines
}
