package sheets

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
)

// Pen writes the rows of one sheet, from the top down and from the left to the
// right. Errors of the disk are kept and returned when the workbook is
// written.
type Pen struct {
	w       *bufio.Writer
	styles  [numLooks]string // the number of each look's style
	table   *sharedTexts     // nil where texts stand in their cells
	repeats []repeats        // by column
	buf     []byte           // the current row's cells
	rowText []byte           // how the cells of the row go on behind their column: 12" s="
	head    [128]byte
	high    float64
	lines   int       // that the row's text takes
	room    []float64 // widths of the columns, where rows are fitted to their text
	row     int
	col     int // last column written
	open    bool
	links   []link
	targets []string
	target  map[string]int // file -> number in targets, from 1; 0 where it can be none
	widths  []int          // measured instead of written, by column
}

type link struct {
	row, col int
	target   int
	place    string
}

// maxLinks keeps a sheet under the 65,530 links that Excel opens.
const maxLinks = 60000

// MaxCellText is how much text a cell holds, in UTF-16 units.
const MaxCellText = 32767

func newPen(w io.Writer, looks *Looks, table *sharedTexts) *Pen {
	p := &Pen{w: bufio.NewWriterSize(w, 64<<10), table: table, target: map[string]int{}}
	for i, n := range looks {
		p.styles[i] = strconv.Itoa(n)
	}
	return p
}

// Measure runs rows without writing them and tells how wide each column's
// widest text is, in digits. Long text counts in full: the caller sets bounds.
func Measure(rows func(*Pen)) []int {
	p := newPen(io.Discard, new(Looks), nil)
	p.widths = []int{}
	rows(p)
	return p.widths
}

func (p *Pen) raw(s string) { p.buf = append(p.buf, s...) }

// spill hands what was written so far to the file.
func (p *Pen) spill() {
	p.w.Write(p.buf)
	p.buf = p.buf[:0]
}

func (p *Pen) flush() error {
	p.spill()
	return p.w.Flush()
}

// Fit makes rows without a height of their own as high as their wrapped text
// needs in columns of these widths. Not every program does that when it opens
// a file.
func (p *Pen) Fit(widths []float64) { p.room = widths }

// Row begins the next row: number n, from 1, greater than the last.
func (p *Pen) Row(n int) { p.RowHigh(n, 0) }

// RowHigh begins a row of a height in points; 0 fits the row to its text.
func (p *Pen) RowHigh(n int, height float64) {
	p.endRow()
	p.spill()
	p.row, p.col, p.open, p.high, p.lines = n, 0, true, height, 1
	p.rowText = append(strconv.AppendInt(p.rowText[:0], int64(n), 10), `" s="`...)
}

// The heights of rows in points: one line, each further line, and the most
// that a row can have.
const (
	lineHigh = 15
	moreHigh = 14
	mostHigh = 409
)

// endRow writes the row that is open, now that its height is known.
func (p *Pen) endRow() {
	if !p.open {
		return
	}
	p.open = false
	if p.widths != nil {
		return
	}
	cells := p.buf
	p.buf = p.head[:0]
	p.raw(`<row r="`)
	p.number(p.row)
	switch {
	case p.high > 0:
		p.raw(`" ht="`)
		p.buf = strconv.AppendFloat(p.buf, p.high, 'f', 1, 64)
		p.raw(`" customHeight="1`)
	case p.room != nil:
		p.raw(`" ht="`)
		p.buf = strconv.AppendInt(p.buf, int64(min(lineHigh+(p.lines-1)*moreHigh, mostHigh)), 10)
	}
	p.raw(`">`)
	p.w.Write(p.buf)
	p.buf = append(cells, `</row>`...)
	p.spill()
}

// needs notes how many lines a text takes in the column written last.
func (p *Pen) needs(look Look, s string) {
	if p.col > len(p.room) || !lookSpecs[look].wrap {
		return
	}
	room := int(p.room[p.col-1]) - 1
	if len(s) > room || strings.IndexByte(s, '\n') >= 0 {
		p.lines = max(p.lines, LinesIn(s, room))
	}
}

func (p *Pen) number(n int) { p.buf = strconv.AppendInt(p.buf, int64(n), 10) }

// Skip leaves n cells out.
func (p *Pen) Skip(n int) { p.col += n }

// Column is the column of the cell written last.
func (p *Pen) Column() int { return p.col }

// cell opens the next cell and measures its text.
func (p *Pen) cell(look Look, kind string, shown string) bool {
	p.col++
	if p.widths != nil {
		for len(p.widths) < p.col {
			p.widths = append(p.widths, 0)
		}
		p.widths[p.col-1] = max(p.widths[p.col-1], DisplayWidth(shown))
		return false
	}
	p.raw(`<c r="`)
	p.raw(columnName(p.col))
	p.buf = append(p.buf, p.rowText...)
	p.raw(p.styles[look])
	p.raw(kind)
	return true
}

// Blank is an empty cell with a look.
func (p *Pen) Blank(look Look) { p.cell(look, `"/>`, "") }

// Text is a cell of text, whatever it begins with: never a formula. Control
// characters are shown as U+FFFD, and text that no cell can hold is cut with a
// note of its length.
func (p *Pen) Text(look Look, s string) {
	if s == "" {
		p.Blank(look)
		return
	}
	s = fitCell(s)
	if !p.cell(look, `" t="`, s) {
		return
	}
	if n, ok := p.shared(s); ok {
		p.raw(`s"><v>`)
		p.number(n)
		p.raw(`</v></c>`)
	} else {
		p.raw(`inlineStr"><is>`)
		p.textElement(s)
		p.raw(`</is></c>`)
	}
	p.needs(look, s)
}

// Money is a number cell with the amount's exact digits.
func (p *Pen) Money(look Look, y calc.Yuan) {
	if p.widths != nil {
		p.Digits(look, y.String())
	} else if p.cell(look, `"><v>`, "") {
		p.buf = append(y.Append(p.buf), plainEnd...)
	}
}

// MoneyOf is Money, or an empty cell where there is no amount.
func (p *Pen) MoneyOf(look Look, y *calc.Yuan) {
	if y == nil {
		p.Blank(look)
		return
	}
	p.Money(look, *y)
}

// Count is a whole number.
func (p *Pen) Count(look Look, n int) {
	if p.widths != nil {
		p.Digits(look, strconv.Itoa(n))
	} else if p.cell(look, `"><v>`, "") {
		p.number(n)
		p.raw(plainEnd)
	}
}

// Digits is a number cell with exactly these digits. An amount is measured
// with the separators that its format shows.
func (p *Pen) Digits(look Look, digits string) {
	if p.cell(look, `"><v>`, digits) {
		p.raw(digits)
		p.raw(`</v></c>`)
	} else {
		p.widths[p.col-1] = max(p.widths[p.col-1], shownDigits(digits))
	}
}

// Formula is a live formula (without its "=") with the digits of its value
// stored, so that readers which do not calculate see it too.
func (p *Pen) Formula(look Look, formula, digits string) {
	if p.cell(look, `"><f>`, digits) {
		p.escape(formula)
		p.raw(`</f><v>`)
		p.raw(digits)
		p.raw(`</v></c>`)
	} else {
		p.widths[p.col-1] = max(p.widths[p.col-1], shownDigits(digits))
	}
}

// MoneyFormula is Formula for an amount.
func (p *Pen) MoneyFormula(look Look, formula string, value calc.Yuan) {
	p.Formula(look, formula, value.String())
}

// TextFormula is a formula that gives a text.
func (p *Pen) TextFormula(look Look, formula, value string) {
	if p.cell(look, `" t="str"><f>`, value) {
		p.escape(formula)
		p.raw(`</f><v>`)
		p.escape(value)
		p.raw(`</v></c>`)
	}
}

// Link makes the cell written last lead to a place: file is relative to the
// report ("" for a sheet of this workbook), place is 'sheet'!A6 or "". It
// tells whether the cell could be made a link.
func (p *Pen) Link(file, place string) bool {
	if p.widths != nil || len(p.links) >= maxLinks {
		return false
	}
	n := 0
	if file != "" {
		if n = p.targetOf(file); n == 0 {
			return false
		}
	}
	p.links = append(p.links, link{p.row, p.col, n, place})
	return true
}

func (p *Pen) targetOf(file string) int {
	n, known := p.target[file]
	if !known {
		if t := linkTarget(file); t != "" {
			p.targets = append(p.targets, t)
			n = len(p.targets)
		}
		p.target[file] = n
	}
	return n
}

func (p *Pen) writeLinks() {
	if len(p.links) == 0 {
		return
	}
	p.raw(`<hyperlinks>`)
	for _, l := range p.links {
		p.raw(`<hyperlink ref="` + columnName(l.col))
		p.number(l.row)
		if l.target > 0 {
			p.raw(`" r:id="file`)
			p.number(l.target)
		}
		if l.place != "" {
			p.raw(`" location="` + escapeAttr(l.place))
		}
		p.raw(`"/>`)
	}
	p.raw(`</hyperlinks>`)
}

// lineEnds are the ways to end a line; a cell knows one.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// fitCell cuts a text to what a cell holds, and says so at its end.
func fitCell(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = lineEnds.Replace(s)
	}
	if len(s) <= MaxCellText {
		return s
	}
	units := 0
	for _, c := range s {
		units += units16(c)
	}
	if units <= MaxCellText {
		return s
	}
	note := "……（全文" + strconv.Itoa(utf8.RuneCountInString(s)) + "字，超出单元格容量，以下从略）"
	room := MaxCellText - utf8.RuneCountInString(note)
	for i, c := range s {
		if room -= units16(c); room < 0 {
			return s[:i] + note
		}
	}
	return s
}

func units16(c rune) int {
	if c > 0xFFFF {
		return 2
	}
	return 1
}

// shownDigits is how wide a number is with the separators that its format
// shows.
func shownDigits(digits string) int {
	whole, _, _ := strings.Cut(strings.TrimPrefix(digits, "-"), ".")
	return len(digits) + (len(whole)-1)/3
}
