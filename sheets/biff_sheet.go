package sheets

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"jiangbu/calc"
)

// biffCell is a cell before the rows are put in order: files of some programs
// have them in another one.
type biffCell struct {
	row, col int
	kind     calc.CellKind
	tag      byte
	index    int // of the shared string, where tag says so
	text     []byte
}

// biffSheet reads one sheet.
type biffSheet struct {
	*biff
	sheet   *Sheet
	cells   []biffCell
	hidden  map[int]bool
	pending bool // the last cell is a formula whose text is in the next STRING

	pendingStyle int // of that cell

	object   int            // the number of the comment whose text comes next, 0 for another object
	comments map[int]string // by number
	notes    [][]byte       // the records that say whose they are
}

// sheet reads the substream of a sheet.
func (b *biff) sheet(bound biffBound) (*Sheet, *refusal) {
	if r := b.begin(bound.at, "工作表"); r != nil {
		return nil, r
	}
	s := &biffSheet{biff: b, hidden: map[int]bool{}, comments: map[int]string{},
		sheet: &Sheet{Name: bound.name, Visibility: bound.visibility, Date1904: b.date1904}}
	for depth := 1; depth > 0; {
		id, body, r := b.record()
		switch {
		case r != nil:
			return nil, r
		case id == recBOF:
			depth++ // a chart inside the sheet
		case id == recEOF:
			depth--
		case depth == 1:
			if r := s.take(id, body); r != nil {
				return nil, r
			}
		}
	}
	return s.sheet, s.finish()
}

// take reads one record of the sheet.
func (s *biffSheet) take(id int, body []byte) *refusal {
	need, ok := biffSizes[id]
	if !ok {
		return nil
	}
	if len(body) < need {
		return unreadable("工作表的数据不合规范（第 %d 字节前）", s.pos)
	}
	switch id {
	case recRow:
		if le.Uint16(body[12:])&0x20 != 0 {
			s.hidden[int(le.Uint16(body))+1] = true
		}
		return nil
	case recColInfo:
		return s.column(body)
	case recMergeCells:
		return s.merges(body)
	case recString:
		return s.text(body)
	case recObj, recTxO, recNote:
		s.comment(id, body)
		return nil
	}
	return s.cell(id, body)
}

// biffSizes are the records that a sheet is read from, with the bytes that
// each must have at least.
var biffSizes = map[int]int{recRow: 14, recColInfo: 10, recMergeCells: 2, recString: 3, recFormula: 20, recFormula3: 18,
	recFormula4: 18, recNumber: 14, recObj: 8, recTxO: 12, recNote: 8,
	recRK: 10, recMulRK: 6, recLabelSST: 10, recLabel: 8, recRString: 8, recBoolErr: 8}

// comment reads what a comment is made of: an object with a number, the text of
// the object, and a record that puts the number on a cell ([MS-XLS] 2.4.179).
func (s *biffSheet) comment(id int, body []byte) {
	const isNote = 0x19
	switch id {
	case recObj:
		if s.object = 0; le.Uint16(body[4:]) == isNote {
			s.object = int(le.Uint16(body[6:]))
		}
	case recTxO:
		r := s.continued(nil)
		s.comments[s.object] = string(r.chars(nil, int(le.Uint16(body[10:])), false))
	case recNote:
		s.notes = append(s.notes, body)
	}
}

// placeNotes puts the comments on their cells.
func (s *biffSheet) placeNotes() {
	for _, body := range s.notes {
		r := &biffReader{seg: body[min(8, len(body)):]}
		n, flags := r.u16(), r.u8()
		author := string(r.chars(nil, n, flags&1 != 0))
		s.sheet.note(int(le.Uint16(body))+1, int(le.Uint16(body[2:]))+1, author, s.comments[int(le.Uint16(body[6:]))])
	}
}

func (s *biffSheet) column(body []byte) *refusal {
	if le.Uint16(body[8:])&1 != 0 || le.Uint16(body[4:]) == 0 {
		s.sheet.HiddenCols = append(s.sheet.HiddenCols,
			Range{Left: int(le.Uint16(body)) + 1, Right: min(int(le.Uint16(body[2:]))+1, 256)})
	}
	s.sheet.addWidth(int(le.Uint16(body))+1, min(int(le.Uint16(body[2:]))+1, 256), float64(le.Uint16(body[4:]))/256)
	return nil
}

func (s *biffSheet) merges(body []byte) *refusal {
	n := int(le.Uint16(body))
	if len(body) < 2+8*n {
		return unreadable("合并单元格的区域不合规范")
	}
	for i := range n {
		m := body[2+8*i:]
		r := Range{Top: int(le.Uint16(m)) + 1, Bottom: int(le.Uint16(m[2:])) + 1, Left: int(le.Uint16(m[4:])) + 1,
			Right: int(le.Uint16(m[6:])) + 1}
		if r.Top > r.Bottom || r.Left > r.Right {
			return unreadable("合并单元格的区域不合规范")
		}
		if r := s.sheet.merge(r); r != nil {
			return r
		}
	}
	return nil
}

// cell reads a record that holds one cell, or several numbers of a row.
func (s *biffSheet) cell(id int, body []byte) *refusal {
	s.pending = false
	c := biffCell{row: int(le.Uint16(body)) + 1, col: int(le.Uint16(body[2:])) + 1}
	style := int(le.Uint16(body[4:]))
	ok := true
	switch id {
	case recNumber:
		ok = s.number(&c, style, math.Float64frombits(le.Uint64(body[6:])))
	case recRK:
		ok = s.number(&c, style, rk(le.Uint32(body[6:])))
	case recMulRK:
		return s.mulRK(c, body[4:])
	case recLabelSST:
		c.kind, c.tag, c.index = calc.CellText, tagShared, int(le.Uint32(body[6:]))
		if ok = c.index < s.texts.len(); ok && s.struck(style) {
			c.tag, c.text = 0, appendStruck(nil, []byte(s.texts.at(c.index)))
		}
	case recLabel, recRString:
		ok = s.label(&c, style, body[6:], id == recRString)
	case recBoolErr:
		ok = c.boolOrError(body[6], body[7])
	case recFormula, recFormula3, recFormula4:
		ok = s.formula(&c, style, body)
	}
	return s.keep(c, ok)
}

// struck tells whether a style strikes through.
func (s *biffSheet) struck(style int) bool { return style < len(s.styles) && s.styles[style].struck }

// label reads a text that stands in its cell, with its fonts where it has some.
func (s *biffSheet) label(c *biffCell, style int, body []byte, rich bool) bool {
	r := s.continued(body)
	n, flags := r.u16(), r.u8()
	c.kind, c.text = calc.CellText, r.chars(nil, n, flags&1 != 0)
	if r.short || tooLong(c.text) {
		return false
	}
	if rich {
		c.text = r.runs(c.text, 0, r.u16(), s.strikes)
	}
	if s.struck(style) {
		c.text = appendStruck(nil, c.text)
	}
	return true
}

// keep adds a cell that was read, or says where one was not.
func (s *biffSheet) keep(c biffCell, ok bool) *refusal {
	if !ok || c.col > 256 {
		return unreadable("单元格的内容不合规范").at(c.row, c.col)
	}
	s.cells = append(s.cells, c)
	return nil
}

func (s *biffSheet) mulRK(c biffCell, body []byte) *refusal {
	for ; len(body) >= 8; body = body[6:] {
		if r := s.keep(c, s.number(&c, int(le.Uint16(body)), rk(le.Uint32(body[2:])))); r != nil {
			return r
		}
		c = biffCell{row: c.row, col: c.col + 1}
	}
	return nil
}

// rk is a number packed into four bytes ([MS-XLS] 2.5.217).
func rk(v uint32) float64 {
	var f float64
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	} else {
		f = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}

// number writes a number in the shortest digits that mean it, or the date that
// its style shows.
func (s *biffSheet) number(c *biffCell, style int, v float64) bool {
	if math.IsNaN(v) || math.IsInf(v, 0) || style >= len(s.styles) && len(s.styles) > 0 {
		return false
	}
	c.kind, c.text = calc.CellNumber, appendFloat(nil, v)
	if style < len(s.styles) {
		c.kind, c.text = s.styles[style].number(nil, c.text, s.date1904)
	}
	return true
}

func appendFloat(dst []byte, v float64) []byte {
	if a := math.Abs(v); a != 0 && (a < 1e-5 || a >= 1e21) {
		return strconv.AppendFloat(dst, v, 'E', -1, 64)
	}
	return strconv.AppendFloat(dst, v, 'f', -1, 64)
}

var biffErrors = map[byte]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
	0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA"}

func (c *biffCell) boolOrError(v, isError byte) bool {
	if isError != 0 {
		c.kind, c.text = calc.CellError, []byte(biffErrors[v])
		return len(c.text) > 0
	}
	c.kind, c.text = calc.CellBool, []byte("FALSE")
	if v != 0 {
		c.text = []byte("TRUE")
	}
	return v <= 1
}

// formula reads the stored value of a formula: a number, or what the first
// byte says where the last two are FF.
func (s *biffSheet) formula(c *biffCell, style int, body []byte) bool {
	c.tag = tagFormula
	v := body[6:14]
	if le.Uint16(v[6:]) != 0xFFFF {
		return s.number(c, style, math.Float64frombits(le.Uint64(v)))
	}
	switch v[0] {
	case 0:
		s.pending, s.pendingStyle = true, style
		c.kind = calc.CellNoValue
		return true
	case 1, 2:
		return c.boolOrError(v[2], v[0]-1)
	case 3:
		c.kind = calc.CellText // an empty text
		return true
	}
	return false
}

// text is the value of the formula before it.
func (s *biffSheet) text(body []byte) *refusal {
	if !s.pending {
		return nil
	}
	s.pending = false
	c := &s.cells[len(s.cells)-1]
	r := s.continued(body)
	n, flags := r.u16(), r.u8()
	c.kind, c.text = calc.CellText, r.chars(nil, n, flags&1 != 0)
	if r.short || tooLong(c.text) {
		return unreadable("公式的结果不完整").at(c.row, c.col)
	}
	if s.struck(s.pendingStyle) {
		c.text = appendStruck(nil, c.text)
	}
	return nil
}

// finish puts the cells in order and writes the log.
func (s *biffSheet) finish() *refusal {
	slices.SortStableFunc(s.cells, func(a,
		b biffCell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	log, out := newRowLog()
	log.texts = &s.texts
	for i := range s.cells {
		c := &s.cells[i]
		if i == 0 || c.row != s.cells[i-1].row {
			if i > 0 {
				out.endRow()
			}
			out.beginRow(c.row, s.hidden[c.row])
		} else if c.col == s.cells[i-1].col {
			return unreadable("同一单元格有两个值").at(c.row, c.col)
		}
		if c.tag&tagShared != 0 {
			out.shared(c.col, c.index, 0)
		} else {
			out.text(c.col, c.kind, c.tag, c.text)
		}
	}
	if len(s.cells) > 0 {
		out.endRow()
	}
	out.end()
	s.sheet.rows = log.rows
	s.placeNotes()
	return nil
}
