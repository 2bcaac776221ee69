package sheets

import (
	"bytes"
	"strings"
)

// maxText is the longest text that a cell can hold, in UTF-16 units: Excel's own
// limit.
const maxText = 32_767

// stringsParser reads the part of shared strings, or the text of one cell.
type stringsParser struct {
	xml  *xmlScanner
	text strings.Builder
	ends []uint32
	one  []byte // the text being put together
}

// read takes all <si> elements of the opened root.
func (t *stringsParser) read() {
	s := t.xml
	for {
		if t.plain() {
			continue
		}
		if !s.child(1) {
			return
		}
		if s.local() != "si" {
			s.skip()
			continue
		}
		if !t.rich() {
			return
		}
		t.keep()
	}
}

func (t *stringsParser) keep() {
	t.text.Write(t.one)
	t.ends = append(t.ends, uint32(t.text.Len()))
}

// plain takes one <si><t>text</t></si> in the form that every program writes
// it, and reports whether it did; it changes nothing otherwise.
func (t *stringsParser) plain() bool {
	s := t.xml
	if s.prefix != "" || s.empty || s.foreign > 0 || s.depth() != 1 {
		return false
	}
	if s.end-s.pos < 1<<12 {
		s.fill()
	}
	text, n, ok := plainText(s.buf[s.pos:s.end], "<si>", "</si>")
	if !ok {
		return false
	}
	t.one = appendCellText(t.one[:0], text)
	if tooLong(t.one) {
		return false // the careful way says where
	}
	s.pos += n
	t.keep()
	return true
}

// plainText finds the text in before<t>text</t>after at the front of b, and
// how long all of it is.
func plainText(b []byte, before, after string) (text []byte, n int, ok bool) {
	const open, preserve, end = "<t>", `<t xml:space="preserve">`, "</t>"
	if len(b) < len(before) || string(b[:len(before)]) != before {
		return nil, 0, false
	}
	n = len(before)
	switch rest := b[n:]; {
	case len(rest) > len(open) && string(rest[:len(open)]) == open:
		n += len(open)
	case len(rest) > len(preserve) && string(rest[:len(preserve)]) == preserve:
		n += len(preserve)
	default:
		return nil, 0, false
	}
	i := bytes.IndexByte(b[n:], '<')
	if i < 0 || len(b) < n+i+len(end)+len(after) {
		return nil, 0, false
	}
	text = b[n : n+i]
	n += i
	if string(b[n:n+len(end)]) != end || string(b[n+len(end):n+len(end)+len(after)]) != after {
		return nil, 0, false
	}
	if bytes.IndexByte(text, '&') >= 0 && !validEntities(text) || endsCData(text) {
		return nil, 0, false
	}
	return text, n + len(end) + len(after), true
}

// rich takes the text of the element just opened (<si> or <is>): plain, or in
// runs; phonetic guides are left out.
func (t *stringsParser) rich() bool {
	s := t.xml
	t.one = t.one[:0]
	depth := s.depth()
	for s.child(depth) {
		switch s.local() {
		case "t":
			t.append()
		case "r":
			t.run(depth + 1)
		default:
			s.skip() // rPh, phoneticPr: how to pronounce it
		}
	}
	return s.err == nil
}

// run takes the text of the run just opened, whose children are at depth.
func (t *stringsParser) run(depth int) {
	s, struck := t.xml, false
	for s.child(depth) {
		switch s.local() {
		case "rPr":
			struck = s.strikes(depth + 1)
		case "t":
			start := len(t.one)
			t.append()
			if struck {
				t.one = appendStruck(t.one[:start], bytes.Clone(t.one[start:]))
			}
		default:
			s.skip()
		}
	}
}

// append adds the content of the <t> just opened.
func (t *stringsParser) append() {
	s := t.xml
	for {
		switch s.next() {
		case tokText:
			t.one = appendCellText(t.one, s.raw)
		case tokCData:
			t.one = appendCellCData(t.one, s.raw)
		case tokOpen:
			s.broken("文本中有不应有的标记")
			return
		case tokClose:
			if tooLong(t.one) {
				s.fail(tooLarge("部件 %s 中有一段文字超过 %d 字", s.part, maxText))
			}
			return
		default:
			return
		}
	}
}

// tooLong tells whether no cell can hold the text.
func tooLong(text []byte) bool { return len(text) > maxText && utf16Len(text) > maxText }
