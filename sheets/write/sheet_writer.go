package write

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// valueEnd closes a value and its cell.
const valueEnd = "</v></c>"

// SheetWriter writes the rows of one sheet, from the top down and from the left to the
// right. Errors of the disk are kept and returned when the workbook is
// written.
type SheetWriter struct {
	w       *bufio.Writer
	opens   [numKinds][numStyles]string // how a cell begins, up to its column
	grid    bool                        // the sheet's grid lines stand for borders
	table   *sharedTexts                // nil where texts stand in their cells
	columns []columnState
	buf     []byte // the current row's cells
	rowText []byte // how the cells of the row go on behind their column: 12"
	head    [128]byte
	high    float64
	lines   int       // that the row's text takes
	room    []float64 // widths of the columns, where rows are fitted to their text
	row     int
	col     int // last column written
	open    bool
	links   []link
	targets []string
	link    func(file string) string // see [Workbook.Link]
	target  map[string]int           // file -> number in targets, from 1; 0 where it can be none
	widths  []int                    // measured instead of written, by column
	found   *readCells               // held against what was read back instead of written, nil for none
	digest  *sheetDigest             // what is written, nil where nobody asks
	digits  []byte                   // room for those of an amount
}

// cellKind is how the value of a cell is written.
type cellKind uint8

const (
	kindNumber cellKind = iota // also an empty cell, and a formula that gives a number
	kindShared
	kindInline
	kindFormulaText
	kindBool
	kindError
	numKinds
)

// kindTypes are the types of the kinds, as attributes.
var kindTypes = [numKinds]string{kindShared: ` t="s"`, kindInline: ` t="inlineStr"`, kindFormulaText: ` t="str"`,
	kindBool: ` t="b"`, kindError: ` t="e"`}

// newSheetWriter is a writer for one part. The reference of a cell is its last attribute,
// so that all before it is the same from cell to cell: that packs better.
func newSheetWriter(w io.Writer, styles *StyleIDs, table *sharedTexts) *SheetWriter {
	p := &SheetWriter{w: bufio.NewWriterSize(w, 64<<10), table: table, target: map[string]int{}}
	for kind := range numKinds {
		for style, id := range styles {
			p.opens[kind][style] = `<c s="` + strconv.Itoa(id) + `"` + kindTypes[kind] + ` r="`
		}
	}
	return p
}

// Measure runs rows without writing them and tells how wide each column's
// widest text is, in digits. Long text counts in full: the caller sets bounds.
func Measure(rows func(*SheetWriter)) []int {
	p := newSheetWriter(io.Discard, new(StyleIDs), nil)
	p.widths = []int{}
	rows(p)
	return p.widths
}

func (p *SheetWriter) raw(s string) { p.buf = append(p.buf, s...) }

// spill hands what was written so far to the file.
func (p *SheetWriter) spill() {
	p.w.Write(p.buf)
	p.buf = p.buf[:0]
}

// spillMuch is spill where that is worth it.
func (p *SheetWriter) spillMuch() {
	if len(p.buf) > 1<<12 {
		p.spill()
	}
}

func (p *SheetWriter) flush() error {
	p.spill()
	return p.w.Flush()
}

// Fit makes rows without a height of their own as high as their wrapped text
// needs in columns of these widths. Not every program does that when it opens
// a file.
func (p *SheetWriter) Fit(widths []float64) { p.room = widths }

// Row begins the next row: number n, from 1, greater than the last.
func (p *SheetWriter) Row(n int) { p.RowHigh(n, 0) }

// RowHigh begins a row of a height in points; 0 fits the row to its text.
func (p *SheetWriter) RowHigh(n int, height float64) {
	p.endRow()
	p.spill()
	p.row, p.col, p.open, p.high, p.lines = n, 0, true, height, 1
	p.rowText = append(strconv.AppendInt(p.rowText[:0], int64(n), 10), '"')
}

// The heights of rows in points: one line, each further line, and the most
// that a row can have.
const (
	lineHigh = 15
	moreHigh = 14
	mostHigh = 409
)

// endRow writes the row that is open, now that its height is known.
func (p *SheetWriter) endRow() {
	if !p.open {
		return
	}
	p.open = false
	if p.widths != nil || p.found != nil {
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

func (p *SheetWriter) number(n int) { p.buf = strconv.AppendInt(p.buf, int64(n), 10) }

// Skip leaves n cells out.
func (p *SheetWriter) Skip(n int) { p.col += n }

// Column is the column of the cell written last.
func (p *SheetWriter) Column() int { return p.col }

// cell opens the next cell: what follows is the rest of its tag.
func (p *SheetWriter) cell(style Style, kind cellKind) {
	p.col++
	b := append(p.buf, p.opens[kind][style]...)
	b = append(b, columnName(p.col)...)
	p.buf = append(b, p.rowText...)
}

// measures notes how wide the next cell is shown, where rows are measured
// instead of written.
func (p *SheetWriter) measures(width int) {
	p.col++
	for len(p.widths) < p.col {
		p.widths = append(p.widths, 0)
	}
	p.widths[p.col-1] = max(p.widths[p.col-1], width)
}

// apart takes the next cell where the sheet is measured, or held against what was
// read back, instead of written; of one that is written it keeps the digest.
func (p *SheetWriter) apart(width int, kind calc.CellKind, text, formula string) bool {
	switch {
	case p.widths != nil:
		p.measures(width)
	case p.found != nil:
		p.col++
		p.found.cell(p.row, p.col, kind, text, formula)
	default:
		if formula == "" {
			p.note(kind, digestOf(text))
		} else {
			p.note(kind, digestOfFormula(formula, text))
		}
		return false
	}
	return true
}

// note keeps the digest of the next cell.
func (p *SheetWriter) note(kind calc.CellKind, digest uint64) {
	if p.digest != nil {
		p.digest.note(p.row, p.col+1, kind, digest)
	}
}

// Blank is an empty cell with a style. Where grid lines stand for borders there
// is nothing to be seen of it, and it is left out.
func (p *SheetWriter) Blank(style Style) {
	switch {
	case p.widths != nil:
		p.measures(0)
	case p.found != nil:
		p.col++
	case p.grid && styleSpecs[style].fill == "":
		p.col++
	default:
		p.cell(style, kindNumber)
		p.raw(`/>`)
	}
}

// Money is a number cell with the amount's exact digits.
func (p *SheetWriter) Money(style Style, y money.Yuan) {
	p.digits = y.Append(p.digits[:0])
	p.Digits(style, string(p.digits))
}

// MoneyOf is Money, or an empty cell where there is no amount.
func (p *SheetWriter) MoneyOf(style Style, y *money.Yuan) {
	if y == nil {
		p.Blank(style)
		return
	}
	p.Money(style, *y)
}

// Count is a whole number.
func (p *SheetWriter) Count(style Style, n int) {
	p.digits = strconv.AppendInt(p.digits[:0], int64(n), 10)
	p.Digits(style, string(p.digits))
}

// Digits is a number cell with exactly these digits. An amount is measured
// with the separators that its format shows.
func (p *SheetWriter) Digits(style Style, digits string) {
	if p.apart(shownDigits(digits), calc.CellNumber, digits, "") {
		return
	}
	p.cell(style, kindNumber)
	p.raw(`><v>`)
	p.raw(digits)
	p.raw(valueEnd)
}

// Bool is a cell of a truth value, as it stands in another workbook.
func (p *SheetWriter) Bool(style Style, is bool) {
	text, digit := "FALSE", `><v>0`
	if is {
		text, digit = "TRUE", `><v>1`
	}
	if p.apart(len(text), calc.CellBool, text, "") {
		return
	}
	p.cell(style, kindBool)
	p.raw(digit)
	p.raw(valueEnd)
}

// ErrorValue is a cell of an error value that stands in another workbook, such
// as #DIV/0!.
func (p *SheetWriter) ErrorValue(style Style, text string) {
	if p.apart(len(text), calc.CellError, text, "") {
		return
	}
	p.cell(style, kindError)
	p.raw(`><v>`)
	p.escape(text)
	p.raw(valueEnd)
}

// Formula is a live formula (without its "=") with the digits of its value
// stored, so that readers which do not calculate see it too.
func (p *SheetWriter) Formula(style Style, formula, digits string) {
	if p.apart(shownDigits(digits), calc.CellNumber, digits, formula) {
		return
	}
	p.cell(style, kindNumber)
	p.formula(formula)
	p.raw(digits)
	p.raw(valueEnd)
}

func (p *SheetWriter) formula(formula string) {
	p.raw(`><f>`)
	p.escape(formula)
	p.raw(`</f><v>`)
}

// MoneyFormula is Formula for an amount.
func (p *SheetWriter) MoneyFormula(style Style, formula string, value money.Yuan) {
	p.Formula(style, formula, value.String())
}

// TextFormula is a formula that gives a text.
func (p *SheetWriter) TextFormula(style Style, formula, value string) {
	if p.apart(DisplayWidth(value), calc.CellText, value, formula) {
		return
	}
	p.cell(style, kindFormulaText)
	p.formula(formula)
	p.escape(value)
	p.raw(valueEnd)
}

// shownDigits is how wide a number is with the separators that its format
// shows.
func shownDigits(digits string) int {
	whole, _, _ := strings.Cut(strings.TrimPrefix(digits, "-"), ".")
	return len(digits) + (len(whole)-1)/3
}
