package sheets

import (
	"bytes"
	"strconv"

	"jiangbu/calc"
)

// Limits of a sheet: those of the format, and a number of merged cells that no
// survey comes near.
const (
	maxRow    = 1_048_576
	maxCol    = 16_384
	maxMerges = 20_000
)

// sheetParser reads one worksheet part.
type sheetParser struct {
	xml     *xmlScanner
	book    *xlsx
	sheet   *Sheet
	out     rowEncoder
	cell    stringsParser // for texts inside cells
	formula stringsParser
	row     int                              // the row being read, or the last one
	lastCol int                              // of the cells of that row seen so far
	rowText []byte                           // how references of the row end, 12"
	rowTag  []byte                           // how the tag of a row goes on behind its number
	heads   [64]cellHead                     // of the cells that last followed each column
	date    [len("2006-01-02 15:04:05")]byte // room for the text of one
	rowsEnd bool                             // the reader wants no more rows
}

// readSheet reads a worksheet to its end, so that whatever is wrong with it is
// known before the first row is given. Its rows are kept as a log; those of a
// sheet too large for that are read again when they are asked for.
func (x *xlsx) readSheet(sheet *Sheet, e *entry) *refusal {
	if x.written {
		sheet.rows = func(yield func(Line) bool) calc.Findings { return x.writtenRows(sheet, e, yield) }
		return nil
	}
	texts := x.texts // so that the log keeps neither x nor the bytes of the file
	log := &rowLog{texts: &texts}
	keep := func(chunk string) bool {
		if x.left -= len(chunk); x.left >= 0 {
			log.chunks = append(log.chunks, chunk)
		} else {
			log.chunks = nil
		}
		return true
	}
	r := x.scanSheet(sheet, e, keep)
	if r == nil {
		r = x.notes(sheet, e)
	}
	if r != nil {
		return r
	}
	sheet.rows = log.rows
	if x.left < 0 {
		x.left = 0
		sheet.rows = func(yield func(Line) bool) calc.Findings { return x.again(e, yield) }
	}
	return nil
}

// again reads a large sheet once more, straight to yield. It has been checked
// and its bytes have not changed since.
func (x *xlsx) again(e *entry, yield func(Line) bool) calc.Findings {
	p := rowDecoder{texts: &x.texts}
	r := x.scanSheet(&Sheet{}, e, func(chunk string) bool { return p.decode(chunk, yield) })
	if r != nil {
		return calc.Findings{r.finding("")}
	}
	return nil
}

// scanSheet reads the part e into sheet and hands its rows to flush.
func (x *xlsx) scanSheet(sheet *Sheet, e *entry, flush func(string) bool) *refusal {
	s, part := newScanner(e, isMain)
	defer part.close()
	p := &sheetParser{xml: s, book: x, sheet: sheet, out: rowEncoder{flush: flush}, cell: stringsParser{xml: s},
		formula: stringsParser{xml: s}}
	if !s.root("worksheet") {
		return s.err
	}
	data := false
	for s.child(1) {
		switch s.local() {
		case "cols":
			p.columns()
		case "sheetData":
			if data {
				return unreadable("部件 %s 有两份单元格数据", s.part)
			}
			data = true
			p.rows()
			if p.rowsEnd {
				return nil
			}
		case "mergeCells":
			p.merges()
		case "hyperlinks":
			p.hyperlinks()
		default:
			s.skip()
		}
	}
	return s.rest()
}

// broken is a fault in the cell or row being read.
func (p *sheetParser) broken(col int, what string) {
	p.xml.fail(unreadable("部件 %s 中%s", p.xml.part, what).at(p.row, col))
}

// columns finds the hidden columns.
func (p *sheetParser) columns() {
	s := p.xml
	for s.child(2) {
		first, ok1 := parseIndex(s.attr("min"), maxCol)
		last, ok2 := parseIndex(s.attr("max"), maxCol)
		if s.local() != "col" || !ok1 || !ok2 || first > last {
			s.broken("列的设置不合规范")
			return
		}
		if isTrue(s.attr("hidden")) || isZero(s.attr("width")) {
			p.sheet.HiddenCols = append(p.sheet.HiddenCols, Range{Left: first, Right: last})
		}
		width, _ := strconv.ParseFloat(string(s.attr("width")), 64)
		p.sheet.addWidth(first, last, width)
		s.skip()
	}
}

// The widest column that a workbook may have, and the narrowest that is seen.
const (
	maxWidth = 255
	minWidth = 1
)

// addWidth keeps the width of columns, if it is one to be seen, and no more of
// them than a sheet has columns.
func (s *Sheet) addWidth(left, right int, characters float64) {
	if characters >= minWidth && characters <= maxWidth && len(s.Widths) < maxCol {
		s.Widths = append(s.Widths, Width{left, right, characters})
	}
}

// isZero tells whether a width or a height makes a column or row invisible.
func isZero(v []byte) bool { return len(v) > 0 && len(bytes.Trim(v, "0.")) == 0 }

// parseIndex reads a number from 1 to limit.
func parseIndex(v []byte, limit int) (int, bool) {
	n, ok := digits(bytes.TrimSpace(v))
	return n, ok && n >= 1 && n <= limit
}

// merges reads the merged ranges.
func (p *sheetParser) merges() {
	s := p.xml
	for s.child(2) {
		m, ok := parseRange(s.attr("ref"))
		if s.local() != "mergeCell" || !ok {
			s.broken("合并单元格的区域不合规范")
			return
		}
		s.check(p.sheet.merge(m))
		s.skip()
	}
}

// parseRange reads A1:C3, or A1 alone.
func parseRange(ref []byte) (Range, bool) {
	first, last, two := bytes.Cut(ref, []byte(":"))
	if !two {
		last = first
	}
	left, top, ok1 := parseCellRef(first)
	right, bottom, ok2 := parseCellRef(last)
	return Range{Top: min(top, bottom), Left: min(left, right), Bottom: max(top, bottom), Right: max(left, right)},
		ok1 && ok2
}

// parseCellRef reads C6 as column 3, row 6.
func parseCellRef(ref []byte) (col, row int, ok bool) {
	i := 0
	for i < len(ref) && i < 4 && ref[i]&^0x20 >= 'A' && ref[i]&^0x20 <= 'Z' { // small letters are read as Excel does
		col = col*26 + int(ref[i]&^0x20-'A') + 1
		i++
	}
	if i == len(ref) || ref[i] == '0' || len(ref)-i > 7 {
		return 0, 0, false
	}
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(ref[i]-'0')
	}
	return col, row, col >= 1 && col <= maxCol && row >= 1 && row <= maxRow
}

// rows reads <sheetData>.
func (p *sheetParser) rows() {
	s := p.xml
	for s.child(2) {
		if s.local() != "row" {
			s.broken("单元格数据中有不应有的标记")
			return
		}
		if !p.beginRow() {
			return
		}
		p.cells()
		if s.err != nil || p.rowsEnd {
			return
		}
		if !p.out.endRow() {
			p.rowsEnd = true
			return
		}
	}
	if s.err == nil && !p.out.end() {
		p.rowsEnd = true
	}
}

// beginRow reads the attributes of <row>. Rows without a number follow on.
func (p *sheetParser) beginRow() bool {
	s := p.xml
	row, ok := p.row+1, p.row < maxRow
	if v := s.attr("r"); v != nil {
		row, ok = parseIndex(v, maxRow)
	}
	if !ok || row <= p.row {
		s.broken("行号不合规范或次序颠倒：" + string(s.attr("r")))
		return false
	}
	p.startRow(row, isTrue(s.attr("hidden")) || isZero(s.attr("ht")) && isTrue(s.attr("customHeight")))
	p.learnRow()
	return true
}

// startRow goes to the cells of a row.
func (p *sheetParser) startRow(row int, hidden bool) {
	p.row, p.lastCol = row, 0
	p.rowText = append(strconv.AppendInt(p.rowText[:0], int64(row), 10), '"')
	p.out.beginRow(row, hidden)
}

// cells reads the cells of the row just opened, and of as many behind it as are
// written like it, to </row>.
func (p *sheetParser) cells() {
	s := p.xml
	plain := s.prefix == "" && s.foreign == 0
	depth := s.depth()
	for {
		if plain && !s.empty {
			for p.plainCell() || p.plainRow() {
			}
			if p.rowsEnd {
				return
			}
		}
		switch s.next() {
		case tokOpen:
			switch s.local() {
			case "c":
				p.anyCell()
			case "extLst":
				s.skip()
			default:
				p.broken(p.lastCol, "有不应有的标记 "+string(s.name))
				return
			}
		case tokText, tokCData:
			if !isBlank(s.raw) {
				p.broken(p.lastCol, "单元格之外有文字")
				return
			}
		case tokClose:
			if s.depth() < depth {
				return
			}
		default:
			return
		}
	}
}
