package sheets

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"jiangbu/calc"
)

// cellStyle is what a style makes of the values that a person sees.
type cellStyle struct {
	date   bool // numbers are shown as dates
	struck bool // texts and numbers are struck through
	format *numberFormat
}

// styleOf is the style with a number format, given by its code where the file
// has one of its own.
func styleOf(id int, code string, custom, struck bool) cellStyle {
	if !custom {
		return cellStyle{date: builtinDate(id), struck: struck}
	}
	if dateCode(code) {
		return cellStyle{date: true, struck: struck}
	}
	return cellStyle{struck: struck, format: parseNumberFormat(code)}
}

// number is what a number stored with these digits is shown as: itself, a
// date, or a number on another scale. The text may stand in
// the digits' memory or in that behind buf.
func (s *cellStyle) number(buf, digits []byte, date1904 bool) (calc.CellKind, []byte) {
	kind, text := calc.CellNumber, digits
	switch {
	case s.date:
		if day, ok := appendSerialDate(buf, digits, date1904); ok {
			kind, text = calc.CellDate, day
		}
	case s.format != nil:
		kind, text = s.format.cell(digits)
	}
	if s.struck {
		return calc.CellText, appendStruck(nil, text)
	}
	return kind, text
}

// appendStruck appends a text that is struck through the way Unicode writes
// it: a stroke behind every character that shows something.
func appendStruck(dst, text []byte) []byte {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		dst = append(dst, text[:n]...)
		if !unicode.IsSpace(r) && r != calc.Strike && !bytes.HasPrefix(text[n:], []byte(string(calc.Strike))) {
			dst = utf8.AppendRune(dst, calc.Strike)
		}
		text = text[n:]
	}
	return dst
}
