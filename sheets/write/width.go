package write

import (
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
)

// columnName is calc.ColumnName without an allocation for the columns that
// our tables have.
func columnName(n int) string {
	if n < len(tableColumnNames) {
		return tableColumnNames[n]
	}
	return calc.ColumnName(n)
}

var tableColumnNames = func() (names [100]string) {
	for i := range names {
		names[i] = calc.ColumnName(i)
	}
	return names
}()

// DisplayWidth is how many digits wide a text is shown: a Chinese character
// or a full-width sign takes two. Of several lines the widest counts.
func DisplayWidth(s string) int {
	widest, n := 0, 0
	for i := 0; i < len(s); {
		if isCommonWide(s[i:]) {
			n += 2
			i += 3
			continue
		}
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case c == '\n':
			widest, n = max(widest, n), 0
		case c < 0x1100 && !wideSign(c):
			n++
		default:
			n += 2
		}
	}
	return max(widest, n)
}

// wideSign tells whether a Chinese face draws the sign as wide as a character
// although it is narrow elsewhere.
func wideSign(c rune) bool { return c == '×' || c == '÷' || c == '·' || c == '±' }

// LinesIn is how many lines a text takes when it is wrapped at width digits.
func LinesIn(s string, width int) int {
	n := 0
	for {
		line, rest, more := strings.Cut(s, "\n")
		n += linesOf(DisplayWidth(line), width)
		if !more {
			return n
		}
		s = rest
	}
}

// linesOf is how many lines so many digits take.
func linesOf(wide, width int) int { return max(1, (wide+width-1)/max(width, 1)) }

// QuoteSheet writes a sheet's name as formulas and references take it.
func QuoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// footText keeps an ampersand in a page foot a plain sign.
func footText(s string) string { return strings.ReplaceAll(s, "&", "&&") }
