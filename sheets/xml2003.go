package sheets

import (
	"bytes"
	"strconv"
	"strings"

	"jiangbu/calc"
)

// xml2003 reads an XML Spreadsheet 2003, which report systems export under the
// name .xls: one XML file with its styles and sheets. Names count without
// their prefixes, since programs give them as they like.
type xml2003 struct {
	*xmlScanner
	styles map[string]cellStyle
	sheets []*Sheet
	names  map[string]bool
}

// readXML2003 reads the file to its last byte.
func readXML2003(data []byte) ([]*Sheet, *refusal) {
	s, p := newScanner(inMemory("Workbook", data), func(string) bool { return false })
	defer p.close()
	x := &xml2003{xmlScanner: s, styles: map[string]cellStyle{}, names: map[string]bool{}}
	if s.next() != tokOpen || x.name() != "Workbook" {
		s.broken("不是应有的内容（Workbook）")
		return nil, s.err
	}
	for s.child(1) {
		switch x.name() {
		case "Styles":
			for s.child(2) {
				x.style()
			}
		case "Worksheet":
			x.worksheet()
		default:
			s.skip()
		}
	}
	if r := s.rest(); r != nil {
		return nil, r
	}
	if len(x.sheets) == 0 {
		return nil, unreadable("工作簿里没有工作表")
	}
	return x.sheets, nil
}

// name is that of the last token without its prefix.
func (x *xml2003) name() string { return string(withoutPrefix(x.xmlScanner.name)) }

func withoutPrefix(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// get is an attribute by its name without prefix, "" where there is none.
func (x *xml2003) get(name string) string {
	for i := range x.attrs {
		if string(withoutPrefix(x.attrs[i].name)) == name {
			return string(appendAttrText(nil, x.attrs[i].value))
		}
	}
	return ""
}

// style reads a style; one that builds on another changes that.
func (x *xml2003) style() {
	id, style := x.get("ID"), x.styles[x.get("Parent")]
	for depth := x.depth(); x.child(depth); {
		switch x.name() {
		case "NumberFormat":
			code := x.get("Format")
			named := strings.HasSuffix(code, " Date") || strings.HasSuffix(code, " Time")
			style = styleOf(0, code, true, style.struck)
			style.date = style.date || named
		case "Font":
			style.struck = x.get("StrikeThrough") == "1"
		}
		x.skip()
	}
	x.styles[id] = style
}

// xml2003Sheet is a sheet being read.
type xml2003Sheet struct {
	*xml2003
	sheet    *Sheet
	out      *rowEncoder
	row, col int
	rowStyle string
}

func (x *xml2003) worksheet() {
	t := &xml2003Sheet{xml2003: x, sheet: &Sheet{Name: x.get("Name")}}
	key := strings.ToLower(t.sheet.Name)
	if key == "" || x.names[key] {
		x.broken("工作表没有名称或重名（" + t.sheet.Name + "）")
		return
	}
	x.names[key] = true
	log, out := newRowLog()
	t.out, t.sheet.rows = out, log.rows
	for depth := x.depth(); x.child(depth); {
		switch x.name() {
		case "Table":
			t.table()
		case "WorksheetOptions":
			t.options()
		default:
			x.skip()
		}
	}
	out.end()
	x.sheets = append(x.sheets, t.sheet)
	if x.err != nil && x.err.sheet == "" {
		x.err.sheet, x.err.row, x.err.col = t.sheet.Name, t.row, t.col
	}
}

// options tells whether the sheet is hidden.
func (t *xml2003Sheet) options() {
	for depth := t.depth(); t.child(depth); {
		if t.name() != "Visible" {
			t.skip()
			continue
		}
		switch string(t.text(false)) {
		case "SheetHidden":
			t.sheet.Visibility = Hidden
		case "SheetVeryHidden":
			t.sheet.Visibility = VeryHidden
		}
	}
}

func (t *xml2003Sheet) table() {
	col := 0
	for depth := t.depth(); t.child(depth); {
		switch t.name() {
		case "Column":
			first := t.index("Index", col+1, maxCol)
			col = first + t.index("Span", 0, maxCol)
			if t.get("Hidden") == "1" || t.get("Width") == "0" {
				t.sheet.HiddenCols = append(t.sheet.HiddenCols, Range{Left: first, Right: min(col, maxCol)})
			}
			t.skip()
		case "Row":
			t.tableRow()
		default:
			t.skip()
		}
	}
}

// index reads a number up to a limit, or is what it is without one.
func (t *xml2003Sheet) index(name string, without, limit int) int {
	v := t.get(name)
	if v == "" {
		return without
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 || n > limit {
		t.broken("行、列或合并单元格的位置不合规范")
	}
	return n
}

func (t *xml2003Sheet) tableRow() {
	row := t.index("Index", t.row+1, maxRow)
	if row <= t.row || row > maxRow {
		t.broken("行号不合规范或次序颠倒")
		return
	}
	t.row, t.col, t.rowStyle = row, 0, t.get("StyleID")
	span := t.index("Span", 0, maxRow)
	t.out.beginRow(row, t.get("Hidden") == "1" || t.get("Height") == "0")
	for depth := t.depth(); t.child(depth); {
		if t.name() == "Cell" {
			t.cell()
			continue
		}
		t.skip()
	}
	t.out.endRow()
	t.row += span
}

// cell reads the cell just opened.
func (t *xml2003Sheet) cell() {
	col := t.index("Index", t.col+1, maxCol)
	if col <= t.col || col > maxCol {
		t.broken("单元格的位置不合规范、重复或次序颠倒")
		return
	}
	t.col = col
	across, down := t.index("MergeAcross", 0, maxCol-col), t.index("MergeDown", 0, maxRow-t.row)
	style := t.styles[t.get("StyleID")]
	if t.get("StyleID") == "" {
		style = t.styles[t.rowStyle]
	}
	tag, stored := byte(0), false
	if t.get("Formula") != "" {
		tag = tagFormula
	}
	if across+down > 0 {
		t.check(t.sheet.merge(Range{Top: t.row, Left: col, Bottom: t.row + down, Right: col + across}))
	}
	for depth := t.depth(); t.child(depth); {
		switch t.name() {
		case "Data":
			stored = true
			t.data(tag, &style)
		case "Comment":
			author := t.get("Author")
			t.sheet.note(t.row, col, author, string(t.text(false)))
		default:
			t.skip()
		}
	}
	if tag != 0 && !stored {
		t.out.text(col, calc.CellNoValue, tag, nil)
	}
	t.col += across
}

// data reads the value of a cell.
func (t *xml2003Sheet) data(tag byte, style *cellStyle) {
	kind := t.get("Type")
	text := t.text(style.struck)
	switch {
	case tooLong(bytes.ReplaceAll(text, []byte(string(calc.Strike)), nil)):
		t.fail(tooLarge("一格超过 %d 字", maxText))
	case kind == "Number" && style.struck:
		t.out.text(t.col, calc.CellText, tag, text)
	case kind == "Number":
		if !validNumber(text) {
			t.broken("单元格的值不合规范")
			return
		}
		k, shown := style.number(nil, text, false)
		t.out.text(t.col, k, tag, shown)
	case kind == "DateTime":
		date, k := isoDate(bytes.TrimSuffix(text, []byte(".000")))
		t.out.text(t.col, k, tag, date)
	case kind == "Boolean":
		t.out.text(t.col, calc.CellBool, tag,
			[]byte(map[bool]string{true: "TRUE", false: "FALSE"}[string(text) == "1"]))
	case kind == "Error":
		t.out.text(t.col, calc.CellError, tag, text)
	default:
		t.out.text(t.col, calc.CellText, tag, text)
	}
}

// text is all that stands in the element just opened, with what its elements
// <S> strike through.
func (t *xml2003Sheet) text(struck bool) []byte {
	var text []byte
	strikes := 0
	for depth := t.depth(); ; {
		start := len(text)
		switch t.next() {
		case tokText:
			text = appendXMLText(text, t.raw)
		case tokCData:
			text = append(text, t.raw...)
		case tokOpen:
			if t.name() == "S" && strikes == 0 {
				strikes = t.depth()
			}
		case tokClose:
			if t.depth() < strikes {
				strikes = 0
			}
			if t.depth() < depth {
				return text
			}
		default:
			return text
		}
		if (struck || strikes > 0) && len(text) > start {
			text = appendStruck(text[:start], bytes.Clone(text[start:]))
		}
		if len(text) > 16*maxText { // no cell can hold it
			t.fail(tooLarge("一格超过 %d 字", maxText))
			return text
		}
	}
}
