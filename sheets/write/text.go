package write

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
)

// MaxCellText is how much text a cell holds, in UTF-16 units.
const MaxCellText = 32767

// columnState is what a writer remembers of a column: how often its texts came back,
// and the last one of the shared texts with its number and the lines that it
// takes, since a name or a file often stands in row upon row.
type columnState struct {
	repeats
	last   string
	style  Style
	number int
	lines  int
	digest uint64
}

// Text is a cell of text, whatever it begins with: never a formula. Control
// characters are shown as U+FFFD, and text that no cell can hold is cut with a
// note of its length.
func (p *SheetWriter) Text(style Style, s string) {
	switch {
	case s == "":
		p.Blank(style)
		return
	case p.widths != nil:
		p.measures(DisplayWidth(fitCell(s)))
		return
	case p.found != nil:
		p.col++
		p.found.cell(p.row, p.col, calc.CellText, CellText(s), "")
		return
	}
	for len(p.columns) <= p.col {
		p.columns = append(p.columns, columnState{})
	}
	c := &p.columns[p.col]
	if s != c.last || style != c.style {
		s, t := p.shared(c, s)
		lines := p.needs(style, s, t.textShape)
		p.note(calc.CellText, t.digest)
		if t.number == notShared {
			p.inline(style, s, t.textShape)
			p.lines = max(p.lines, lines)
			return
		}
		c.last, c.style, c.number, c.lines, c.digest = s, style, t.number, lines, t.digest
	} else {
		p.note(calc.CellText, c.digest)
		c.seen++
	}
	p.cell(style, kindShared)
	p.raw(`><v>`)
	p.number(c.number)
	p.raw(valueEnd)
	p.lines = max(p.lines, c.lines)
}

// inline writes a text into its cell.
func (p *SheetWriter) inline(style Style, s string, shape textShape) {
	p.cell(style, kindInline)
	p.raw(`><is>`)
	p.textElement(s, shape)
	p.raw(`</is></c>`)
}

// needs is how many lines a text takes in the next column.
func (p *SheetWriter) needs(style Style, s string, shape textShape) int {
	if p.col >= len(p.room) || !styleSpecs[style].wrap {
		return 1
	}
	room := int(p.room[p.col]) - 1
	if shape.lines {
		return LinesIn(s, room)
	}
	return linesOf(shape.width, room)
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
