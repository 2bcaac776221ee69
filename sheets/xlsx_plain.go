package sheets

import (
	"bytes"
)

// This is a second way through the same grammar, for cells as common programs
// write them. A run of 20 workbooks of 10,000 rows takes 6.2 s of processor
// time with it and 9.3 s without; BenchmarkRead guards that, and the tests and
// FuzzSheet hold it against the careful way.

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
	i := p.plainHead(&c, b)
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
	if !ok || !follows(b, i, plainEnd) || index >= p.book.texts.len() || !p.leavesText(c.style) {
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
	if i-first <= points || i-first > 100 || !follows(b, i, plainEnd) || !p.hasStyle(c.style) {
		return 0
	}
	p.putNumber(c, b[start:i], 0)
	return i + len(plainEnd)
}

// plainOther takes any other simple content at b[i].
func (p *sheetParser) plainOther(c *xmlCell, b []byte, i int) (end int) {
	c.keepFormula = p.book.written
	if i = c.plainContent(b, i); i == 0 {
		return 0
	}
	if c.typ == typeFormulaText || c.typ == typeInline {
		p.cell.one = appendCellText(p.cell.one[:0], c.value)
		c.value = p.cell.one
	}
	if len(c.value) > maxText || !p.put(c) {
		return 0
	}
	return i
}

// cellHead is how the head of a cell was written, up to the number of its row and
// from there on, and what it says. It is a good guess of the one below it.
type cellHead struct {
	before, behind []byte
	cell           xmlCell
}

// plainHead reads the head of the cell at the front of b: first it looks
// whether it is written like the one that followed the same column before.
func (p *sheetParser) plainHead(c *xmlCell, b []byte) (end int) {
	if p.lastCol >= len(p.heads) {
		return p.plainAttrs(c, b, len("<c "))
	}
	h := &p.heads[p.lastCol]
	if end = h.fits(b, p.rowText); end > 0 {
		*c = h.cell
	} else if end = p.plainAttrs(c, b, len("<c ")); end > 0 {
		h.learn(b[:end], p.rowText, *c)
	}
	return end
}

// fits tells where the head at the front of b ends if it is written like h, in
// the row whose number and quote are given.
func (h *cellHead) fits(b, row []byte) (end int) {
	i := len(h.before)
	n := i + len(row)
	if i == 0 || !bytes.HasPrefix(b, h.before) || !bytes.HasPrefix(b[i:], row) || !bytes.HasPrefix(b[n:], h.behind) {
		return 0
	}
	return n + len(h.behind)
}

// learn keeps a head that was read; without a reference there is nothing to
// know it by.
func (h *cellHead) learn(head, row []byte, c xmlCell) {
	i := bytes.Index(head, []byte(` r="`))
	if i < 0 {
		h.before = h.before[:0]
		return
	}
	for i += len(` r="`); head[i] >= 'A'; i++ {
	}
	h.before = append(h.before[:0], head[:i]...)
	h.behind = append(h.behind[:0], head[i+len(row):]...)
	h.cell = c
}

// plainRow goes on to the next row if its tag is written like that of the last
// one, and reports whether it did.
func (p *sheetParser) plainRow() bool {
	const between = `</row><row r="`
	s := p.xml
	b := s.buf[s.pos:s.end]
	if len(p.rowTag) == 0 || len(b) < len(between)+20+len(p.rowTag) || string(b[:len(between)]) != between {
		return false
	}
	row, i, ok := plainIndex(b, len(between))
	if !ok || row <= p.row || row > maxRow || !bytes.HasPrefix(b[i:], p.rowTag) {
		return false
	}
	if !p.out.endRow() {
		p.rowsEnd = true
		return false
	}
	s.pos += i + len(p.rowTag)
	p.startRow(row, p.out.hidden)
	return true
}

// learnRow keeps how the tag of the row just opened goes on behind its number.
func (p *sheetParser) learnRow() {
	s := p.xml
	tag := s.buf[bytes.LastIndexByte(s.buf[:s.pos], '<'):s.pos]
	number, ok := bytes.CutPrefix(tag, []byte(`<row r="`))
	i := bytes.IndexByte(number, '"')
	if p.rowTag = p.rowTag[:0]; ok && i > 0 {
		p.rowTag = append(p.rowTag, number[i:]...)
	}
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
	for start := i; b[i] >= 'A' && b[i] <= 'Z' && i < start+4; i++ {
		col = col*26 + int(b[i]-'A') + 1
	}
	row, end, ok := plainIndex(b, i)
	return col, end, ok && row == p.row && b[i] != '0'
}

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
		if c.keepFormula {
			return 0
		}
		n := bytes.IndexByte(b[i:], '/')
		if n < 0 || b[i+n-1] != '<' || !follows(b, i+n-1, "</f>") || !plainBytes(b[i+3:i+n-1]) {
			return 0
		}
		c.formula = true
		c.picture = showsPicture(b[i+len("<f>") : i+n-1])
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
