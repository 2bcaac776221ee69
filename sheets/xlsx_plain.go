package sheets

import (
	"bytes"

	"jiangbu/calc"
)

// plainCell takes the cell at the present place if it is written as common
// programs write it (attributes r, s and t in double quotes, then <v>, <f><v>
// or <is><t>), and reports whether it did. It changes nothing otherwise, and
// leaves every doubt to anyCell.
func (p *sheetParser) plainCell() bool {
	s := p.xml
	if s.end-s.pos < 1<<12 {
		s.fill()
	}
	b := s.buf[s.pos:s.end]
	if len(b) < 64 || b[0] != '<' || b[1] != 'c' || b[2] != ' ' {
		return false
	}
	c := xmlCell{col: p.lastCol + 1}
	i := p.plainAttrs(&c, b, 3)
	if i == 0 {
		return false
	}
	n := i
	switch {
	case b[i-2] == '/': // a style without a value
	case c.typ == typeShared && follows(b, i, "<v>"):
		n = p.plainShared(&c, b, i+3)
	case c.typ == typeNumber && follows(b, i, "<v>"):
		n = p.plainNumber(&c, b, i+3)
	default:
		n = p.plainOther(&c, b, i)
	}
	if n == 0 {
		return false
	}
	p.lastCol = c.col
	s.pos += n
	return true
}

// plainEnd is what stands behind a value.
const plainEnd = "</v></c>"

// plainShared takes the index of a shared string at b[i].
func (p *sheetParser) plainShared(c *xmlCell, b []byte, i int) (end int) {
	index, i, ok := plainIndex(b[:len(b)-20], i)
	if !ok || !follows(b, i, plainEnd) || index >= p.book.texts.len() || !p.styleHolds(c.style) {
		return 0
	}
	p.out.shared(c.col, index, 0)
	return i + len(plainEnd)
}

// plainNumber takes a number without an exponent at b[i].
func (p *sheetParser) plainNumber(c *xmlCell, b []byte, i int) (end int) {
	start, points := i, 0
	if i < len(b) && b[i] == '-' {
		i++
	}
	first := i
	for ; i < len(b) && (b[i] >= '0' && b[i] <= '9' || b[i] == '.' && points == 0); i++ {
		if b[i] == '.' {
			points = 1
		}
	}
	if i-first <= points || i-first > 100 || !follows(b, i, plainEnd) || !p.styleHolds(c.style) {
		return 0
	}
	p.putNumber(c, b[start:i], 0)
	return i + len(plainEnd)
}

// plainOther takes any other simple content at b[i].
func (p *sheetParser) plainOther(c *xmlCell, b []byte, i int) (end int) {
	if i = c.plainContent(b, i); i == 0 {
		return 0
	}
	if p.out.leftOut(c.col) {
		return i
	}
	if c.typ == typeFormulaText || c.typ == typeInline {
		p.cell.one = appendCellText(p.cell.one[:0], c.value, false)
		c.value = p.cell.one
	}
	if len(c.value) > maxText || !p.put(c) {
		return 0
	}
	return i
}

// plainAttrs reads the attributes from b[i] up to and with the '>'. end is 0
// for anything out of the ordinary.
func (p *sheetParser) plainAttrs(c *xmlCell, b []byte, i int) (end int) {
	seen := byte(0)
	for i+20 < len(b) && b[i+1] == '=' && b[i+2] == '"' {
		var bit byte
		ok := false
		switch b[i] {
		case 'r':
			bit = 1
			c.col, i, ok = p.plainRef(b, i+3)
		case 's':
			bit = 2
			c.style, i, ok = plainIndex(b, i+3)
		case 't':
			bit = 4
			c.typ, i, ok = plainType(b, i+3)
		}
		if !ok || seen&bit != 0 || c.col <= p.lastCol || c.col > maxCol || b[i] != '"' {
			return 0
		}
		seen |= bit
		i++
		switch {
		case b[i] == '>':
			return i + 1
		case b[i] == '/' && b[i+1] == '>':
			return i + 2
		case b[i] != ' ':
			return 0
		}
		i++
	}
	return 0
}

// plainRef reads a reference at b[i] that is in the present row. There are
// more bytes behind it than it can have.
func (p *sheetParser) plainRef(b []byte, i int) (col, end int, ok bool) {
	// the common case is the next column of this row, in so many bytes
	if name := columnNames[p.lastCol%len(columnNames)]; p.lastCol < len(columnNames) && follows(b, i, name) {
		if n := i + len(name); bytes.HasPrefix(b[n:], p.rowText) {
			return p.lastCol + 1, n + len(p.rowText) - 1, true
		}
	}
	for start := i; b[i] >= 'A' && b[i] <= 'Z' && i < start+4; i++ {
		col = col*26 + int(b[i]-'A') + 1
	}
	row, end, ok := plainIndex(b, i)
	return col, end, ok && row == p.row && b[i] != '0'
}

// columnNames are the letters of the first columns.
var columnNames = func() (names [64]string) {
	for i := range names {
		names[i] = calc.ColumnName(i + 1)
	}
	return names
}()

// plainIndex reads a number of one to eight digits at b[i].
func plainIndex(b []byte, i int) (n, end int, ok bool) {
	start := i
	for ; b[i] >= '0' && b[i] <= '9' && i < start+8; i++ {
		n = n*10 + int(b[i]-'0')
	}
	return n, i, i > start
}

// plainType reads the type of a number, a shared string or the two kinds of
// text at b[i].
func plainType(b []byte, i int) (t cellType, end int, ok bool) {
	switch {
	case b[i+1] == '"' && b[i] == 's':
		return typeShared, i + 1, true
	case b[i+1] == '"' && b[i] == 'n':
		return typeNumber, i + 1, true
	case follows(b, i, "str"):
		return typeFormulaText, i + 3, true
	case follows(b, i, "inlineStr"):
		return typeInline, i + 9, true
	}
	return typeUnknown, i, false
}

// digits reads a short number without a sign.
func digits(b []byte) (n int, ok bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// trimBlanks is b without the blanks around it, of which there are hardly ever
// any.
func trimBlanks(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && blank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// plainContent reads what stands between <c> and behind </c>.
func (c *xmlCell) plainContent(b []byte, i int) (end int) {
	if c.typ == typeInline {
		text, n, ok := plainText(b[i:], "<is>", "</is>")
		i += n
		if !ok || !follows(b, i, "</c>") {
			return 0
		}
		c.value, c.stored = text, true
		return i + len("</c>")
	}
	if follows(b, i, "<f>") {
		n := bytes.IndexByte(b[i:], '/')
		if n < 0 || b[i+n-1] != '<' || !follows(b, i+n-1, "</f>") || !plainBytes(b[i+3:i+n-1]) {
			return 0
		}
		c.formula = true
		i += n - 1 + len("</f>")
	}
	if follows(b, i, "<v>") {
		i += len("<v>")
		n := bytes.IndexByte(b[i:], '<')
		if n < 0 || !plainBytes(b[i:i+n]) || !follows(b, i+n, "</v>") {
			return 0
		}
		c.value, c.stored = b[i:i+n], true
		i += n + len("</v>")
	}
	if !follows(b, i, "</c>") {
		return 0
	}
	return i + len("</c>")
}

func follows(b []byte, i int, s string) bool { return len(b) >= i+len(s) && string(b[i:i+len(s)]) == s }

// plainBytes tells whether nothing in b needs a second look.
func plainBytes(b []byte) bool {
	for _, c := range b {
		if c == '&' || c == '<' || c == ']' || c == '\r' {
			return false
		}
	}
	return true
}
