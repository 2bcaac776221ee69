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
func DisplayWidth(s string) int { return shapeOf(s).width }

// textShape is what one look at a text tells of it.
type textShape struct {
	width  int  // in digits, of its widest line
	lines  bool // it has several
	plain  bool // XML takes it as it is
	spaced bool // it has blanks that a reader of XML might drop
}

// shapeOf looks at a text: once, since a large report has millions of them.
func shapeOf(s string) textShape {
	t, line := textShape{plain: true}, 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf && plainASCII[c]:
			line++
			i++
		case isCommonWide(s[i:]):
			line += 2
			i += 3
		case c == '\n':
			t.width, line = max(t.width, line), 0
			t.lines, t.spaced = true, true
			i++
		case c == ' ' || c == '\t':
			t.spaced = t.spaced || c == '\t' || i == 0 || i == len(s)-1 || s[i+1] == ' '
			line++
			i++
		default:
			c, size := utf8.DecodeRuneInString(s[i:])
			t.plain = t.plain && escapeOf(s[i:], c, size) == ""
			line += runeWidth(c)
			i += size
		}
	}
	t.width = max(t.width, line)
	return t
}

// runeWidth is how many digits wide a character is shown. A Chinese face draws
// some signs as wide as a character although they are narrow elsewhere.
func runeWidth(c rune) int {
	if c >= 0x1100 || c == '×' || c == '÷' || c == '·' || c == '±' {
		return 2
	}
	return 1
}

// isCommonWide tells whether s begins with three bytes of a Chinese character or
// sign, which XML takes as it is and a cell shows two digits wide.
func isCommonWide(s string) bool {
	return len(s) > 2 && s[0] >= 0xE2 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 && s[0] <= 0xEF && s[0] != 0xED &&
		(s[0] != 0xEF || s[1] != 0xBF)
}

// plainASCII are the characters, blanks aside, that XML and Excel take as they are.
var plainASCII = func() (plain [utf8.RuneSelf]bool) {
	for c := ' ' + 1; c < utf8.RuneSelf; c++ {
		plain[c] = c != '_' && escapeOf("", c, 1) == ""
	}
	return plain
}()

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

// sum is how wide columns are together.
func sum(widths []float64) (all float64) {
	for _, w := range widths {
		all += w
	}
	return all
}

// QuoteSheet writes a sheet's name as formulas and references take it.
func QuoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// footText keeps an ampersand in a page foot a plain sign.
func footText(s string) string { return strings.ReplaceAll(s, "&", "&&") }
