package write

import (
	"strings"
	"unicode/utf8"
)

// escape writes text as XML: markup escaped, characters that XML cannot hold
// shown as U+FFFD, and a literal _x0041_ kept from being read as an escape
// (ECMA-376 part 1, 22.9.2.19).
func (p *SheetWriter) escape(s string) {
	from := 0
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		if text := escapeOf(s[i:], c, size); text != "" {
			p.raw(s[from:i])
			p.raw(text)
			from = i + size
		}
		i += size
	}
	p.raw(s[from:])
}

// CellText is a text as a cell gives it back: what XML cannot hold is shown as
// U+FFFD, and what no cell can hold is cut with a note.
func CellText(s string) string {
	if len(s) <= MaxCellText && shapeOf(s).plain {
		return s
	}
	return strings.Map(func(c rune) rune {
		if escapeOf("_", c, 0) == "\uFFFD" {
			return '\uFFFD'
		}
		return c
	}, fitCell(s))
}

// escapeOf is what stands for the character at the start of s, "" where it
// stands for itself.
func escapeOf(s string, c rune, size int) string {
	switch {
	case c == '&':
		return "&amp;"
	case c == '<':
		return "&lt;"
	case c == '>':
		return "&gt;"
	case c == '"':
		return "&quot;"
	case c == '_' && isHexEscape(s):
		return "_x005F_"
	case c == '\t' || c == '\n':
		return ""
	case c < 0x20 || c == 0xFFFE || c == 0xFFFF || c >= 0x7F && c < 0xA0 || c == utf8.RuneError && size == 1:
		return "\uFFFD"
	}
	return ""
}

// isHexEscape tells whether s begins with _xHHHH_.
func isHexEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' && s[1] != 'X' || s[6] != '_' {
		return false
	}
	for _, c := range s[2:6] {
		if !strings.ContainsRune("0123456789abcdefABCDEF", c) {
			return false
		}
	}
	return true
}

// attrText is a text as the value of an attribute gives it back.
func attrText(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t' || c == '\n':
			return ' '
		case escapeOf("_", c, 0) == "\uFFFD":
			return '\uFFFD'
		}
		return c
	}, s)
}

// escapeAttr is text as the value of an XML attribute.
func escapeAttr(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch text := escapeOf(s[i:], c, size); {
		case c == '\t' || c == '\n':
			b.WriteByte(' ')
		case text != "" && c != '_':
			b.WriteString(text)
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}
