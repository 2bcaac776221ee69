package sheets

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiangbu/calc"
)

// isHTML tells whether a file is a web page: what office systems export under
// the name .xls. It may begin with a mark, blanks or a comment.
func isHTML(data []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 2048)], []byte("\xEF\xBB\xBF")),
		" \t\r\n"))
	begins := func(tag string) bool { return bytes.HasPrefix(head, []byte(tag)) }
	tags := []string{"<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div"}
	return slices.ContainsFunc(tags, begins) || begins("<!--") && bytes.Contains(head, []byte("<table")) ||
		begins("<?xml") && bytes.Contains(head, []byte("<html"))
}

// readHTML reads a page as Excel does: all its tables and the text between
// them stand below one another in one sheet. Every cell is text, but for the
// numbers that Excel (x:num) and LibreOffice (sdval) themselves noted.
func readHTML(file string, data []byte) ([]*Sheet, *refusal) {
	text, r := decodeHTML(data)
	if r != nil {
		return nil, r
	}
	log, out := newRowLog()
	h := &htmlReader{z: html.NewTokenizer(strings.NewReader(text)), out: out,
		sheet: &Sheet{Name: sheetName(file), rows: log.rows}}
	h.z.SetMaxBuf(maxToken)
	if r := h.read(); r != nil {
		return nil, r.in(h.sheet.Name)
	}
	out.end()
	return []*Sheet{h.sheet}, nil
}

// decodeHTML uses the encoding that the page names, if it is a Chinese one.
func decodeHTML(data []byte) (string, *refusal) {
	head := bytes.ToLower(data[:min(len(data), 2048)])
	named := bytes.Contains(head, []byte("charset=gb")) || bytes.Contains(head, []byte(`charset="gb`))
	if named && !utf8.Valid(data) {
		return decodeAs(simplifiedchinese.GB18030, data, "GB18030")
	}
	return decodeText(data)
}

// htmlReader turns a page into rows.
type htmlReader struct {
	z     *html.Tokenizer
	out   *rowEncoder
	sheet *Sheet

	row     int
	open    bool        // a row is open
	taken   map[int]int // columns that a cell above reaches into, and down to which row
	cells   []htmlCell
	col     int
	hidden  bool
	inCell  bool
	text    []byte
	skipped atom.Atom // an element whose text is none
	strikes strikeStack
}

type htmlCell struct {
	col    int
	text   string
	number string
}

// read takes the page apart, tag by tag.
func (h *htmlReader) read() *refusal {
	h.taken = map[int]int{}
	for {
		switch h.z.Next() {
		case html.ErrorToken:
			if h.z.Err() != io.EOF {
				return tooLarge("网页中有一项超过 %d MB", maxToken>>20)
			}
			return h.endRow()
		case html.TextToken:
			switch h.skipped {
			case 0:
				h.addText(h.z.Text())
			case atom.Style:
				h.strikes.learn(h.z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if r := h.start(); r != nil {
				return r
			}
		case html.EndTagToken:
			if r := h.end(); r != nil {
				return r
			}
		}
	}
}

// addText appends text with its blanks folded, as a browser shows it.
func (h *htmlReader) addText(raw []byte) {
	for _, c := range html.UnescapeString(string(raw)) {
		if c < utf8.RuneSelf && blank(byte(c)) {
			if n := len(h.text); n == 0 || h.text[n-1] == ' ' || h.text[n-1] == '\n' {
				continue
			}
			c = ' '
		}
		h.text = utf8.AppendRune(h.text, c)
		if c != ' ' && h.strikes.on() {
			h.text = utf8.AppendRune(h.text, calc.Strike)
		}
	}
}

// start is an opening tag.
func (h *htmlReader) start() *refusal {
	tag, more := h.z.TagName()
	name := atom.Lookup(tag)
	if h.skipped != 0 {
		return nil
	}
	var attrs map[string]string
	if more {
		attrs = h.attrs()
	}
	if name == atom.Td || name == atom.Th || name == atom.Tr {
		h.endCell()
		h.strikes.close(name)
	}
	h.strikes.open(name, attrs)
	switch name {
	case atom.Script, atom.Style, atom.Title:
		h.skipped = name
	case atom.Br:
		if len(h.text) > 0 {
			h.text = append(bytes.TrimRight(h.text, " "), '\n')
		}
	case atom.Table:
		if h.inCell {
			return unsupported("网页表格里套有表格")
		}
		return h.endRow()
	case atom.Tr:
		r := h.endRow()
		h.open = true
		h.hidden = isHiddenTag(attrs)
		return r
	case atom.Td, atom.Th:
		return h.beginCell(attrs)
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.Li:
		return h.block()
	}
	return nil
}

// block is the edge of a paragraph: a new line in a cell, a new row outside.
func (h *htmlReader) block() *refusal {
	if h.inCell {
		if len(h.text) > 0 && h.text[len(h.text)-1] != '\n' {
			h.text = append(h.text, '\n')
		}
		return nil
	}
	return h.endRow()
}

// end is a closing tag.
func (h *htmlReader) end() *refusal {
	tag, _ := h.z.TagName()
	name := atom.Lookup(tag)
	if h.skipped != 0 {
		if name == h.skipped {
			h.skipped = 0
		}
		return nil
	}
	defer h.strikes.close(name)
	switch name {
	case atom.Td, atom.Th:
		h.endCell()
	case atom.Tr:
		return h.endRow()
	case atom.Table:
		r := h.endRow()
		h.taken = map[int]int{}
		return r
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.Li:
		return h.block()
	}
	return nil
}

func (h *htmlReader) attrs() map[string]string {
	attrs := map[string]string{}
	for more := true; more; {
		var k, v []byte
		k, v, more = h.z.TagAttr()
		if len(k) > 0 {
			attrs[string(k)] = string(v)
		}
	}
	return attrs
}

func isHiddenTag(attrs map[string]string) bool {
	style := strings.ReplaceAll(strings.ToLower(attrs["style"]), " ", "")
	return strings.Contains(style, "display:none") || strings.HasPrefix(style, "height:0") &&
		!strings.HasPrefix(style, "height:0.")
}

// beginCell places a cell in the next free column and notes what it spans.
func (h *htmlReader) beginCell(attrs map[string]string) *refusal {
	if !h.open {
		h.open = true // a cell without <tr>
	}
	h.col++
	for h.taken[h.col] > h.row {
		h.col++
	}
	wide, high := span(attrs["colspan"], maxCol), span(attrs["rowspan"], maxRow)
	if h.col+wide-1 > maxCol {
		return tooLarge("一行超过 %d 列", maxCol)
	}
	h.inCell, h.text = true, h.text[:0]
	h.cells = append(h.cells, htmlCell{col: h.col, number: cmp.Or(attrs["x:num"], attrs["sdval"])})
	if wide == 1 && high == 1 {
		return nil
	}
	top := h.row + 1
	bottom := min(top+high-1, maxRow)
	r := h.sheet.merge(Range{Top: top, Left: h.col, Bottom: bottom, Right: h.col + wide - 1})
	for c := h.col; c < h.col+wide; c++ {
		h.taken[c] = bottom
	}
	h.col += wide - 1
	return r
}

// span reads colspan or rowspan; anything odd is 1, as in a browser.
func span(v string, limit int) int {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

func (h *htmlReader) endCell() {
	if !h.inCell {
		return
	}
	h.inCell = false
	h.cells[len(h.cells)-1].text = strings.TrimRight(string(h.text), " \n")
	h.text = h.text[:0]
}

// endRow writes the row that is open, or the text that stands outside tables
// as a row of one cell.
func (h *htmlReader) endRow() *refusal {
	h.endCell()
	outside := strings.TrimRight(string(h.text), " \n")
	h.text = h.text[:0]
	if !h.open {
		if outside == "" {
			return nil
		}
		h.cells = append(h.cells[:0], htmlCell{col: 1, text: outside})
	}
	if h.row++; h.row > maxRow {
		return tooLarge("超过 %d 行", maxRow)
	}
	h.out.beginRow(h.row, h.hidden)
	for _, c := range h.cells {
		kind, text := calc.CellText, []byte(c.text)
		if c.number != "" && validNumber([]byte(c.number)) && !strings.ContainsRune(c.text, calc.Strike) {
			kind, text = numberShownAs([]byte(c.number), text)
		}
		if tooLong(text) {
			return tooLarge("一格超过 %d 字", maxText).at(h.row, c.col)
		}
		h.out.text(c.col, kind, 0, text)
	}
	h.out.endRow()
	h.open, h.hidden, h.col = false, false, 0
	h.cells = h.cells[:0]
	return nil
}
