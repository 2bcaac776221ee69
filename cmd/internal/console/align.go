package console

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// width measures text in columns of a terminal. Ambiguous characters count one
// whatever the machine's locale, so that the output is the same everywhere.
var width = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// Aligned sets lines in columns two blanks apart, wide characters counted as
// two; the last column is left ragged.
func Aligned(indent string, lines [][]string) string { return AlignedIn(0, indent, lines) }

// AlignedIn is aligned in a window of so many columns, 0 for any number: the
// last column goes on below itself, as long as that leaves it room to be read.
func AlignedIn(columns int, indent string, lines [][]string) string {
	var widths []int
	for _, l := range lines {
		for i, cell := range l[:max(len(l)-1, 0)] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width.StringWidth(cell))
		}
	}
	var b strings.Builder
	for _, l := range lines {
		var text strings.Builder
		for i, cell := range l {
			if used := width.StringWidth(indent + text.String()); i == len(l)-1 && columns-used >= 20 {
				cell = strings.Join(Folded(cell, columns-used-1), "\n"+strings.Repeat(" ", used))
			}
			text.WriteString(cell)
			if i < len(l)-1 {
				text.WriteString(strings.Repeat(" ", widths[i]-width.StringWidth(cell)+2))
			}
		}
		b.WriteString(strings.TrimRight(indent+text.String(), " ") + "\n")
	}
	return b.String()
}

// closing are the signs that begin no line.
const closing = "，。；：、！？）》”’,.;:!?)"

// Folded breaks a text into lines of at most so many columns: at blanks, and
// between wide characters, which need none.
func Folded(text string, columns int) []string {
	var lines []string
	line, used := "", 0
	before, breakAt := 0, 0 // where the line may end, the last place and the one before it; 0 for nowhere
	for _, r := range text {
		w, closes := width.RuneWidth(r), strings.ContainsRune(closing, r)
		if closes && breakAt == len(line) {
			breakAt = before
		}
		if used+w > columns && line != "" {
			if r == ' ' || breakAt == 0 {
				breakAt = len(line)
			}
			lines = append(lines, strings.TrimRight(line[:breakAt], " "))
			line = strings.TrimLeft(line[breakAt:], " ")
			used, before, breakAt = width.StringWidth(line), 0, 0
		}
		if r == ' ' && line == "" {
			continue
		}
		line, used = line+string(r), used+w
		if r == ' ' || w == 2 || closes && r >= utf8.RuneSelf {
			before, breakAt = breakAt, len(line)
		}
	}
	return append(lines, line)
}

// Hung breaks a text that is wider than so many columns, 0 for any number; what
// is broken off goes on below, behind its indent.
func Hung(columns int, indent, text string) string {
	if columns == 0 {
		return text
	}
	return strings.Join(Folded(text, max(columns-1-len(indent), len(indent))), "\n"+indent)
}
