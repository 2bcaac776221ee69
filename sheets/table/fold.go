package table

import (
	"unicode"
	"unicode/utf8"
)

// Fold writes a text the way headings and the words of a table's structure are
// compared: without blanks, line breaks and invisible characters, full-width
// letters and brackets as plain ones, in lower case. It is for structure only;
// names and numbers are normalised in calc.
func Fold(s string) string {
	var buf [96]byte
	folded := appendFold(buf[:0], s)
	if string(folded) == s {
		return s
	}
	return string(folded)
}

// IsBlank tells whether a text shows nothing to a person.
func IsBlank(s string) bool {
	for _, r := range s {
		if !invisible(r) {
			return false
		}
	}
	return true
}

// appendFold appends the folded s to buf, so that a lookup needs no memory.
func appendFold(buf []byte, s string) []byte {
	for _, r := range s {
		if r = foldRune(r); r >= 0 {
			buf = utf8.AppendRune(buf, r)
		}
	}
	return buf
}

// foldRune folds one rune; -1 means that it is dropped.
func foldRune(r rune) rune {
	switch {
	case r > ' ' && r < 'A', r > 'Z' && r < 0x7f:
		return foldBracket(r)
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case isHan(r):
		return r
	case invisible(r):
		return -1
	case r >= 0xff01 && r <= 0xff5e:
		return foldRune(r - 0xfee0)
	}
	return foldBracket(r)
}

func foldBracket(r rune) rune {
	switch r {
	case '[', '{', '〔', '【', '〖', '﹝', '〈', '《', '﹙', '〘':
		return '('
	case ']', '}', '〕', '】', '〗', '﹞', '〉', '》', '﹚', '〙':
		return ')'
	case '﹕', '∶', '︰':
		return ':'
	case '﹡', '＊', '∗':
		return '*'
	}
	return r
}

// invisible tells whether a rune is a blank, a control or a format character.
func invisible(r rune) bool {
	if r < 0x7f {
		return r <= ' '
	}
	if isHan(r) {
		return false
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == 0x3164 || r == utf8.RuneError
}

// isHan tells of the common Chinese characters.
func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }
