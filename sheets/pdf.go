package sheets

import (
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/sheets/pdftable"
)

// readPDF reads a document of ruled tables as one sheet, its pages below one
// another.
func readPDF(file string, data []byte) ([]*Sheet, *refusal) {
	doc, fault := pdftable.Read(data)
	if fault != nil {
		return nil, refusedPDF(fault)
	}
	log, out := newRowLog()
	sheet := &Sheet{Name: sheetName(file), rows: log.rows}
	row := 0
	for _, page := range doc.Pages {
		sheet.Pages = append(sheet.Pages, row+1)
		for _, cells := range page.Rows {
			row++
			if r := sheet.writePDF(out, row, cells); r != nil {
				return nil, r.in(sheet.Name)
			}
		}
	}
	out.end()
	return []*Sheet{sheet}, nil
}

// writePDF writes one row of a document.
func (s *Sheet) writePDF(out *rowEncoder, row int, cells pdftable.Row) *refusal {
	if row > maxRow {
		return tooLarge("超过 %d 行", maxRow)
	}
	out.beginRow(row, false)
	last := 0
	for _, c := range cells {
		switch {
		case tooLong([]byte(c.Text)):
			return tooLarge("一格超过 %d 字", maxText)
		case c.Col <= last || c.Col > maxCol:
			return unreadable("PDF 的表格线互相交叠")
		}
		out.text(c.Col, calc.CellText, 0, []byte(c.Text))
		last = c.Col
		if c.Rows > 1 {
			if r := s.merge(Range{Top: row, Left: c.Col, Bottom: row + c.Rows - 1, Right: c.Col}); r != nil {
				return r
			}
		}
	}
	out.endRow()
	return nil
}

// refusedPDF says why a document is refused.
func refusedPDF(f *pdftable.Fault) *refusal {
	switch f.Kind {
	case pdftable.Locked:
		return encrypted()
	case pdftable.TooLarge:
		return tooLarge("PDF 第 %d 页的内容过多", f.Page)
	case pdftable.Scanned:
		return &refusal{code: "list/scanned", text: "第" + strconv.Itoa(f.Page) + "页"}
	case pdftable.Unmapped:
		return unreadable("PDF 第 %d 页有文字没有对应的字符，请用 WPS 转为表格", f.Page)
	case pdftable.Spilled:
		return unreadable("PDF 第 %d 页有文字超出表格的框线，请用 WPS 转为表格", f.Page)
	case pdftable.Unruled:
		return unreadable("PDF 中的表格没有框线，看不出栏目的边界，请用 WPS 转为表格")
	}
	return incomplete("PDF 的结构损坏")
}

// Page is the page on which a row of a document stands, from 1; 0 for sheets,
// which have none.
func (s *Sheet) Page(row int) int {
	first, _ := slices.BinarySearch(s.Pages, row+1)
	return first
}
