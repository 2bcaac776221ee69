package sheets

import (
	"bytes"
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"jiangbu/calc"
)

// odfTable reads the rows of one table.
type odfTable struct {
	*odf
	sheet *Sheet
	out   *rowEncoder
	row   int // the row being read, or the last one
	col   int // the last column of it that was read
	cols  int // columns declared so far

	colStyles []odfStyleRange // of the cells that have none of their own
	rowStyle  string
}

// odfStyleRange is the style of the columns up to one.
type odfStyleRange struct {
	last  int
	style string
}

// odfCell is one cell with its repetitions.
type odfCell struct {
	kind      calc.CellKind
	tag       byte
	text      []byte
	col, wide int
}

// body reads the children of a table or of a group of rows or columns.
func (t *odfTable) body(depth int) {
	for t.child(depth) {
		switch t.our(t.name) {
		case "table:table-column":
			t.column()
		case "table:table-row":
			t.tableRow()
		case "table:table-row-group", "table:table-rows", "table:table-header-rows",
			"table:table-column-group", "table:table-columns", "table:table-header-columns":
			t.body(t.depth())
		default:
			t.skip()
		}
	}
}

// times reads how often an element stands for itself.
func (t *odfTable) times(name string, limit int) (int, bool) {
	v := t.get(name)
	if v == "" {
		return 1, true
	}
	n, err := strconv.Atoi(v)
	return n, err == nil && n >= 1 && n <= limit
}

func (t *odfTable) column() {
	n, ok := t.times("table:number-columns-repeated", maxRow)
	if !ok {
		t.broken("列的设置不合规范")
		return
	}
	if v := t.get("table:visibility"); v == "collapse" || v == "filter" {
		t.sheet.HiddenCols = append(t.sheet.HiddenCols, Range{Left: t.cols + 1, Right: min(t.cols+n, maxCol)})
	}
	t.sheet.addWidth(t.cols+1, min(t.cols+n, maxCol), t.widths["table-column "+t.get("table:style-name")])
	t.cols += n
	t.colStyles = append(t.colStyles, odfStyleRange{t.cols, t.get("table:default-cell-style-name")})
	t.skip()
}

// struckCell tells whether the cell just opened, in a column, strikes through.
func (t *odfTable) struckCell(col int) bool {
	if len(t.struck) == 0 {
		return false
	}
	style := cmp.Or(t.get("table:style-name"), t.rowStyle)
	for i := 0; style == "" && i < len(t.colStyles); i++ {
		if r := t.colStyles[i]; col <= r.last {
			style = cmp.Or(r.style, "-")
		}
	}
	return t.struck["table-cell "+style]
}

// tableRow reads a row and writes it as often as it is repeated.
func (t *odfTable) tableRow() {
	n, ok := t.times("table:number-rows-repeated", 1<<30)
	v := t.get("table:visibility")
	t.rowStyle = t.get("table:default-cell-style-name")
	if t.row++; !ok {
		t.broken("行的重复次数不合规范")
		return
	}
	cells := t.cellsOfRow()
	if len(cells) == 0 {
		t.row += n - 1 // empty rows up to the end of the sheet cost nothing
		return
	}
	if t.row+n-1 > maxRow {
		t.fail(tooLarge("超过 %d 行", maxRow))
		return
	}
	for i := range n {
		t.write(t.row+i, v == "collapse" || v == "filter", cells)
		if t.err != nil {
			return
		}
	}
	t.row += n - 1
}

func (t *odfTable) write(row int, hidden bool, cells []odfCell) {
	t.out.beginRow(row, hidden)
	for i := range cells {
		c := &cells[i]
		if t.cells += c.wide; t.cells > maxCells || c.col+c.wide-1 > maxCol {
			t.fail(tooLarge("重复的单元格超过 %d 个，或超过 %d 列", maxCells, maxCol))
			return
		}
		for j := range c.wide {
			t.out.text(c.col+j, c.kind, c.tag, c.text)
		}
	}
	t.out.endRow()
}

// cellsOfRow reads the cells of the row just opened; empty ones are left out.
func (t *odfTable) cellsOfRow() []odfCell {
	var cells []odfCell
	t.col = 0
	for depth := t.depth(); t.child(depth); {
		if name := t.our(t.name); name != "table:table-cell" && name != "table:covered-table-cell" {
			t.skip()
			continue
		}
		n, ok := t.times("table:number-columns-repeated", 1<<30)
		if !ok {
			t.broken("单元格的重复次数不合规范")
			return nil
		}
		t.merge()
		struck := t.struckCell(t.col + 1)
		c, ok := t.cell()
		if !ok {
			t.broken("单元格的值不合规范")
			return nil
		}
		if struck && c.kind != calc.CellError && c.kind != calc.CellNoValue {
			c.kind, c.text = calc.CellText, appendStruck(nil, c.text)
		}
		c.col, c.wide = t.col+1, n
		if len(c.text) > 0 || c.kind == calc.CellNoValue {
			cells = append(cells, c)
		}
		t.col += n
	}
	return cells
}

// merge keeps the range of a cell that spans others.
func (t *odfTable) merge() {
	wide, ok1 := t.times("table:number-columns-spanned", maxCol)
	high, ok2 := t.times("table:number-rows-spanned", maxRow)
	switch {
	case !ok1 || !ok2 || t.row+high-1 > maxRow || t.col+wide > maxCol:
		t.broken("合并单元格的区域不合规范")
	case wide == 1 && high == 1:
	default:
		t.check(t.sheet.merge(Range{Top: t.row, Left: t.col + 1, Bottom: t.row + high - 1, Right: t.col + wide}))
	}
}

// cell reads the cell just opened: its stored value, or its text.
func (t *odfTable) cell() (c odfCell, ok bool) {
	valueType := t.get("office:value-type")
	c.kind = kindOfODF(valueType)
	value := map[calc.CellKind]string{calc.CellNumber: t.get("office:value"), calc.CellDate: t.get("office:date-value"),
		calc.CellBool: t.get("office:boolean-value"), calc.CellText: t.get("office:string-value")}[c.kind]
	formula, isError := t.has("table:formula"), t.get("calcext:value-type") == "error"
	stored := c.kind == calc.CellText && t.has("office:string-value")
	shown := t.paragraphs()
	if formula {
		c.tag = tagFormula
	}
	switch {
	case tooLong(shown) || tooLong([]byte(value)):
		t.fail(tooLarge("一格超过 %d 字", maxText))
		return c, true
	case isError, formula && odfErrors.Match(shown): // old writers store 0 beside it
		c.kind, c.text = calc.CellError, shown
	case c.kind == calc.CellNumber:
		if ok = validNumber([]byte(value)); ok {
			c.kind, c.text = numberShownAs([]byte(value), shown)
		}
		return c, ok
	case c.kind == calc.CellDate:
		c.text, c.kind = isoDate([]byte(value))
	case c.kind == calc.CellBool:
		c.text = []byte(strings.ToUpper(value))
		if value == "1" || value == "0" { // of programs that write all of XML's forms
			c.text = []byte(map[string]string{"1": "TRUE", "0": "FALSE"}[value])
		}
		return c, string(c.text) == "TRUE" || string(c.text) == "FALSE"
	case formula && valueType == "" && len(shown) == 0:
		c.kind = calc.CellNoValue
	case stored && value != "" && !bytes.ContainsRune(shown, calc.Strike):
		c.text = []byte(value)
	default:
		c.text = shown
	}
	return c, true
}

// odfErrors are the errors that a formula shows.
var odfErrors = regexp.MustCompile(`^(#(DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|NULL!)|(Err|错误):[0-9]{3})$`)

// paragraphs is the text of the cell just opened, one line a paragraph.
// Comments are kept apart, drawings left out.
func (t *odfTable) paragraphs() []byte {
	var text []byte
	first := true
	for depth := t.depth(); t.child(depth); {
		switch t.our(t.name) {
		case "text:p":
			if !first {
				text = append(text, '\n')
			}
			first = false
			text = t.paragraph(text)
		case "office:annotation":
			t.sheet.note(t.row, t.col+1, "", string(t.paragraphs()))
		default:
			t.skip()
		}
	}
	return text
}

// paragraph appends the text of the <text:p> just opened; <text:s> stands for
// a number of blanks.
func (t *odfTable) paragraph(text []byte) []byte {
	start, from := len(text), -1 // from: where struck text began
	inner := 0                   // how deep inside the span that strikes
	for depth := t.depth(); ; {
		switch t.next() {
		case tokText:
			text = appendFolded(text, start, appendXMLText(nil, t.raw))
		case tokCData:
			text = appendFolded(text, start, t.raw)
		case tokOpen:
			switch t.our(t.name) {
			case "text:s":
				n, ok := t.times("text:c", maxText)
				if !ok {
					t.broken("空格的个数不合规范")
					return text
				}
				text = append(text, bytes.Repeat([]byte(" "), n)...)
			case "text:tab":
				text = append(text, '\t')
			case "text:line-break":
				text = append(text, '\n')
			case "office:annotation", "text:ruby-text":
				t.skip()
			case "text:span":
				if from < 0 && t.struck["text "+t.get("text:style-name")] {
					from, inner = len(text), t.depth()
				}
			}
		case tokClose:
			if from >= 0 && t.depth() < inner {
				text, from = appendStruck(text[:from], bytes.Clone(text[from:])), -1
			}
			if t.depth() < depth {
				return text
			}
		default:
			return text
		}
		if len(text) > 4*maxText { // no cell can hold it, and blanks are cheap to write
			t.fail(tooLarge("一格超过 %d 字", maxText))
			return text
		}
	}
}

// appendFolded appends a run of text. A line break or tab in the XML is a blank
// of its layout; blanks themselves stay, as LibreOffice has it.
func appendFolded(text []byte, start int, run []byte) []byte {
	for _, c := range run {
		if c != ' ' && blank(c) {
			if len(text) == start || text[len(text)-1] == ' ' {
				continue
			}
			c = ' '
		}
		text = append(text, c)
	}
	return text
}
