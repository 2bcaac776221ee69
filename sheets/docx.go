package sheets

import (
	"bytes"
	"strconv"

	"jiangbu/calc"
)

// docxPart is the part that makes a zip a Word document.
const docxPart = "word/document.xml"

func isWordMain(uri string) bool {
	return uri == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
		uri == "http://purl.oclc.org/ooxml/wordprocessingml/main"
}

// readDOCX reads a Word document as one sheet: its tables and the paragraphs
// between them below one another. What is marked as deleted is left out.
func readDOCX(file string, c *container) ([]*Sheet, *refusal) {
	s, part := newScanner(c.find(docxPart), isWordMain)
	defer part.close()
	log, out := newRowLog()
	d := &docxReader{xmlScanner: s, out: out, sheet: &Sheet{Name: sheetName(file), rows: log.rows},
		counts: map[string]int{}}
	if s.root("document") {
		d.blocks()
	}
	if r := s.rest(); r != nil {
		return nil, r.in(d.sheet.Name)
	}
	out.end()
	return []*Sheet{d.sheet}, c.check()
}

// docxReader turns a document into rows.
type docxReader struct {
	*xmlScanner
	out    *rowEncoder
	sheet  *Sheet
	row    int
	counts map[string]int // numbered paragraphs so far, by the list that they are of
}

// docxCell is one cell of a table's row.
type docxCell struct {
	wide      int
	continues bool // the merge above reaches down into it
	begins    bool // a merge downwards begins
	text      []byte
}

// blocks reads the element just opened: paragraphs, tables, and what only
// wraps them.
func (d *docxReader) blocks() {
	for depth := d.depth(); d.child(depth); {
		switch d.local() {
		case "p":
			if text := d.paragraph(nil, false); !isBlank(text) {
				d.write([]docxCell{{wide: 1, text: text}}, 0)
			}
		case "tbl":
			d.tableRows(map[int]int{})
		case "body", "sdt", "sdtContent", "customXml", "ins", "moveTo":
			d.blocks()
		default:
			d.skip()
		}
	}
}

// tableRows reads the rows of a table; open is the merge that reaches down in each column, by
// its number among those of the sheet.
func (d *docxReader) tableRows(open map[int]int) {
	for depth := d.depth(); d.child(depth); {
		switch d.local() {
		case "tr":
			cells, before, deleted := d.cellsOfRow()
			if !deleted {
				d.write(cells, before)
				d.merge(cells, before, open)
			}
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			d.tableRows(open)
		default:
			d.skip()
		}
	}
}

// cellsOfRow reads a row: its cells, how many columns it leaves out before
// them, and whether it was deleted.
func (d *docxReader) cellsOfRow() (cells []docxCell, before int, deleted bool) {
	for depth := d.depth(); d.child(depth); {
		switch d.local() {
		case "trPr":
			for depth := d.depth(); d.child(depth); {
				switch d.local() {
				case "gridBefore":
					before = span(string(d.attrLocal("val")), maxCol)
				case "del":
					deleted = true
				}
				d.skip()
			}
		case "tc":
			cells = append(cells, d.cell())
		case "sdt", "sdtContent", "customXml":
			more, _, _ := d.cellsOfRow()
			cells = append(cells, more...)
		default:
			d.skip()
		}
		if len(cells) > maxCol {
			d.fail(tooLarge("一行超过 %d 列", maxCol))
		}
	}
	return cells, before, deleted
}

// cell reads the cell just opened.
func (d *docxReader) cell() docxCell {
	c := docxCell{wide: 1}
	for depth := d.depth(); d.child(depth); {
		switch d.local() {
		case "tcPr":
			d.cellProperties(&c)
		case "p":
			if text := d.paragraph(nil, true); len(text) > 0 {
				if len(c.text) > 0 {
					c.text = append(c.text, '\n')
				}
				c.text = append(c.text, text...)
			}
		case "tbl":
			d.fail(unsupported("Word 表格里套有表格"))
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			inner := d.cell()
			c.text = append(c.text, inner.text...)
		default:
			d.skip()
		}
	}
	if tooLong(c.text) {
		d.fail(tooLarge("一格超过 %d 字", maxText))
	}
	return c
}

func (d *docxReader) cellProperties(c *docxCell) {
	for depth := d.depth(); d.child(depth); {
		switch d.local() {
		case "gridSpan":
			c.wide = span(string(d.attrLocal("val")), maxCol)
		case "vMerge":
			c.begins = string(d.attrLocal("val")) == "restart"
			c.continues = !c.begins
		}
		d.skip()
	}
}

// paragraph appends the text of the paragraph just opened. A cell that holds
// nothing but the number of a list shows that number.
func (d *docxReader) paragraph(text []byte, inCell bool) []byte {
	list := ""
	text = d.runs(text, &list)
	if list == "" || list == "0" {
		return text
	}
	d.counts[list]++
	if inCell && len(text) == 0 {
		return strconv.AppendInt(text, int64(d.counts[list]), 10)
	}
	return text
}

// runs appends the text inside the element just opened.
func (d *docxReader) runs(text []byte, list *string) []byte {
	for depth := d.depth(); d.child(depth); {
		switch d.local() {
		case "t":
			text = d.plain(text)
		case "tab":
			text = append(text, ' ')
			d.skip()
		case "br", "cr":
			text = append(text, '\n')
			d.skip()
		case "noBreakHyphen":
			text = append(text, '-')
			d.skip()
		case "numId":
			*list = string(d.attrLocal("val"))
			d.skip()
		case "r", "pPr", "numPr", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple",
			"customXml":
			text = d.runs(text, list)
		default:
			d.skip()
		}
	}
	return bytes.TrimSpace(text)
}

// plain appends the characters of the element just opened.
func (d *docxReader) plain(text []byte) []byte {
	for depth := d.depth(); ; {
		switch d.next() {
		case tokText:
			text = appendXMLText(text, d.raw)
		case tokCData:
			text = append(text, d.raw...)
		case tokClose:
			if d.depth() < depth {
				return text
			}
		case tokEnd:
			return text
		}
	}
}

// write writes one row.
func (d *docxReader) write(cells []docxCell, before int) {
	if d.row++; d.row > maxRow {
		d.fail(tooLarge("超过 %d 行", maxRow))
		return
	}
	d.out.beginRow(d.row, false)
	col := before + 1
	for _, c := range cells {
		if col+c.wide-1 > maxCol {
			d.fail(tooLarge("一行超过 %d 列", maxCol))
			return
		}
		d.out.text(col, calc.CellText, 0, c.text)
		col += c.wide
	}
	d.out.endRow()
}

// merge keeps the ranges of the cells of a row that span others.
func (d *docxReader) merge(cells []docxCell, before int, open map[int]int) {
	col := before + 1
	for _, c := range cells {
		above, reaches := open[col]
		switch {
		case c.continues && reaches:
			d.sheet.Merges[above].Bottom = d.row
		case c.begins || c.wide > 1:
			d.check(d.sheet.merge(Range{Top: d.row, Left: col, Bottom: d.row, Right: col + c.wide - 1}))
			delete(open, col)
			if c.begins {
				open[col] = len(d.sheet.Merges) - 1
			}
		default:
			delete(open, col)
		}
		col += c.wide
	}
}
