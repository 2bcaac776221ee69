package sheets

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"jiangbu/calc"
)

// cellType is the t attribute of a cell (ECMA-376 part 1, 18.18.11).
type cellType byte

const (
	typeNumber cellType = iota
	typeShared
	typeFormulaText
	typeInline
	typeBool
	typeError
	typeDate
	typeUnknown
)

func cellTypeOf(t []byte) cellType {
	switch string(t) {
	case "", "n":
		return typeNumber
	case "s":
		return typeShared
	case "str":
		return typeFormulaText
	case "inlineStr":
		return typeInline
	case "b":
		return typeBool
	case "e":
		return typeError
	case "d":
		return typeDate
	}
	return typeUnknown
}

// xmlCell is a cell taken apart: its attributes, and what it holds.
type xmlCell struct {
	col, style  int
	typ         cellType
	formula     bool
	keepFormula bool // its text is asked for, which the careful way alone keeps
	stored      bool // there was a value, be it empty
	picture     bool // its formula shows a picture
	rich        bool // it refers to a value that is no text or number
	value       []byte
}

// anyCell reads the cell just opened in whatever form XML allows.
func (p *sheetParser) anyCell() {
	s := p.xml
	c := xmlCell{col: p.lastCol + 1, typ: cellTypeOf(s.attr("t"))}
	if ref := s.attr("r"); ref != nil {
		col, row, ok := parseCellRef(ref)
		if !ok || row != p.row || col <= p.lastCol {
			p.broken(p.lastCol, "单元格的位置不合规范、重复或次序颠倒："+string(ref))
			return
		}
		c.col = col
	}
	style, ok := 0, true
	if v := s.attr("s"); len(v) > 0 {
		style, ok = digits(v)
	}
	if c.style = style; !ok || c.col > maxCol || c.typ == typeUnknown {
		p.broken(c.col, "单元格的属性不合规范")
		return
	}
	p.lastCol = c.col
	c.rich = s.attr("vm") != nil
	if p.content(&c) && !p.put(&c) {
		p.wrong(&c)
	}
}

// content reads the children of the cell just opened.
func (p *sheetParser) content(c *xmlCell) bool {
	s := p.xml
	depth := s.depth()
	for {
		switch s.next() {
		case tokOpen:
			if !p.contentOf(c) {
				return false
			}
		case tokText, tokCData:
			if !isBlank(s.raw) {
				p.broken(c.col, "单元格的值之外有文字")
				return false
			}
		case tokClose:
			if s.depth() < depth {
				return true
			}
		default:
			return false
		}
	}
}

// contentOf reads one child of a cell.
func (p *sheetParser) contentOf(c *xmlCell) bool {
	s := p.xml
	name := s.local()
	switch {
	case name == "f" && !c.formula:
		c.formula = true
		p.formula.one = p.formula.one[:0]
		p.formula.append()
		c.picture = showsPicture(p.formula.one)
	case name == "v" && !c.stored:
		c.stored = true
		p.cell.one = p.cell.one[:0]
		p.cell.append()
		c.value = p.cell.one
	case name == "is" && !c.stored && c.typ == typeInline:
		c.stored = true
		p.cell.rich()
		c.value = p.cell.one
	case name == "extLst":
		s.skip()
	default:
		p.broken(c.col, "单元格有不应有的内容 "+string(s.name))
		return false
	}
	if s.err != nil && s.err.row == 0 {
		s.err.row, s.err.col = p.row, c.col
	}
	return s.err == nil
}

// put writes a cell to the log. It returns false, and writes nothing, for a
// value that is none of its type.
func (p *sheetParser) put(c *xmlCell) bool {
	tag := byte(0)
	if c.formula {
		tag = tagFormula
	}
	style := p.book.style(c.style)
	if style == nil {
		return false
	}
	value := c.value
	if c.typ != typeInline && c.typ != typeFormulaText {
		value = trimBlanks(value)
		c.stored = len(value) > 0
	}
	if c.picture || c.rich && c.typ == typeError && !c.formula {
		return true
	}
	if !c.stored {
		if c.formula {
			p.out.text(c.col, calc.CellNoValue, tag, nil)
		}
		return true
	}
	if c.formula && p.book.written {
		p.putWritten(c, value)
		return true
	}
	if c.formula && p.book.stale {
		return p.putStale(c, value)
	}
	switch c.typ {
	case typeShared:
		i, ok := digits(value)
		switch {
		case !ok || i >= p.book.texts.len():
			return false
		case style.struck:
			p.out.text(c.col, calc.CellText, tag, appendStruck(nil, []byte(p.book.texts.at(i))))
		default:
			p.out.shared(c.col, i, tag)
		}
	case typeNumber:
		if !validNumber(value) {
			return false
		}
		p.putNumber(c, value, tag)
	case typeBool:
		return p.putBool(c.col, value, tag)
	case typeError:
		p.out.text(c.col, calc.CellError, tag, value)
	case typeDate:
		p.putISODate(c.col, value, tag)
	default:
		if style.struck {
			value = appendStruck(nil, value)
		}
		p.out.text(c.col, calc.CellText, tag, value)
	}
	return true
}

// pictureFormulas are the functions whose result is a picture in the cell: that
// of WPS, and that of Excel for one on the web. A picture that Excel keeps in
// the file is an error value to older programs, which refers to what it really
// is.
var pictureFormulas = []string{"DISPIMG(", "IMAGE("}

// showsPicture tells whether a formula, or a text that stands for one, begins
// with one of them.
func showsPicture(formula []byte) bool {
	if len(formula) < len("IMAGE(") || formula[0] >= utf8.RuneSelf {
		return false
	}
	formula = bytes.TrimPrefix(bytes.TrimPrefix(formula, []byte("=")), []byte("_xlfn."))
	return slices.ContainsFunc(pictureFormulas, func(f string) bool { return bytes.HasPrefix(formula, []byte(f)) })
}

// putWritten writes the formula of a cell of our own with its stored value; see
// [Formula].
func (p *sheetParser) putWritten(c *xmlCell, value []byte) {
	kind := calc.CellText
	if c.typ == typeNumber {
		kind = calc.CellNumber
	}
	text := append(append(append([]byte{}, p.formula.one...), formulaEnd...), value...)
	p.out.text(c.col, kind, tagFormula, text)
}

// putStale writes the old result of a formula that is to be worked out anew.
func (p *sheetParser) putStale(c *xmlCell, value []byte) bool {
	if c.typ == typeShared {
		i, ok := digits(value)
		if !ok || i >= p.book.texts.len() {
			return false
		}
		value = []byte(p.book.texts.at(i))
	}
	if c.typ == typeNumber && !validNumber(value) {
		return false
	}
	p.out.text(c.col, calc.CellStale, tagFormula, value)
	return true
}

// wrong says what is wrong with a cell that put did not take.
func (p *sheetParser) wrong(c *xmlCell) {
	value := string(c.value[:min(len(c.value), 40)])
	switch {
	case !p.hasStyle(c.style):
		p.broken(c.col, "单元格样式序号 "+strconv.Itoa(c.style)+" 超出范围")
	case c.typ == typeShared:
		p.broken(c.col, "单元格的文本序号 "+value+" 超出范围")
	default:
		p.broken(c.col, "单元格的值 "+value+" 不合规范")
	}
}

// putNumber writes a number with the digits of the file, or what its style
// shows.
func (p *sheetParser) putNumber(c *xmlCell, value []byte, tag byte) {
	if c.style < len(p.book.styles) {
		if style := &p.book.styles[c.style]; *style != (cellStyle{}) {
			kind, text := style.number(p.date[:0], value, p.book.date1904)
			p.out.text(c.col, kind, tag, text)
			return
		}
	}
	p.out.text(c.col, calc.CellNumber, tag, value)
}

// style is the style with a number, nil where there is none. Where the workbook
// has no styles at all the number means nothing.
func (x *xlsx) style(i int) *cellStyle {
	switch {
	case i < len(x.styles):
		return &x.styles[i]
	case i == 0 || !x.styled:
		return &cellStyle{}
	}
	return nil
}

// hasStyle tells whether there is such a style.
func (p *sheetParser) hasStyle(i int) bool { return p.book.style(i) != nil }

// leavesText tells whether there is such a style and it does nothing to a text.
func (p *sheetParser) leavesText(i int) bool {
	style := p.book.style(i)
	return style != nil && !style.struck
}

func (p *sheetParser) putBool(col int, value []byte, tag byte) bool {
	switch string(value) {
	case "1", "true":
		p.out.text(col, calc.CellBool, tag, []byte("TRUE"))
	case "0", "false":
		p.out.text(col, calc.CellBool, tag, []byte("FALSE"))
	default:
		return false
	}
	return true
}

// putISODate writes a date stored as text, "2021-12-31T23:44:51".
func (p *sheetParser) putISODate(col int, value []byte, tag byte) {
	text, kind := isoDate(value)
	p.out.text(col, kind, tag, text)
}

// maxDigits is the longest number a cell may hold; an honest one has 17 digits.
const maxDigits = 400

// validNumber tells whether b is a decimal number as XML writes it, within the
// range that spreadsheets can hold.
func validNumber(b []byte) bool {
	i, whole, frac := 0, 0, 0
	if len(b) > maxDigits {
		return false
	}
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		i++
	}
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
		whole++
	}
	if i < len(b) && b[i] == '.' {
		for i++; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
			frac++
		}
	}
	if whole+frac == 0 {
		return false
	}
	if i == len(b) {
		return whole <= 309
	}
	if b[i] != 'e' && b[i] != 'E' {
		return false
	}
	exp, err := strconv.Atoi(string(b[i+1:]))
	return err == nil && exp >= -400 && exp+whole <= 309
}
