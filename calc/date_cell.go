package calc

import (
	"strings"
)

// dateOf reads a date cell of any kind.
func dateOf(c Cell, from1904 bool) DateText {
	if c.Kind != CellNumber {
		return parseDate(c.Text, from1904)
	}
	s, ok := plainNumber(c.Text)
	if !ok {
		return DateText{Reason: notADate}
	}
	// 2023.10 typed into a number cell is stored as 2023.1.
	if year, month, ok := strings.Cut(s, "."); ok && len(year) == 4 {
		if d := parseDate(year, from1904); month == "1" && d.Reason == "" {
			d.Doubt = monthOrOct
			return d
		}
	}
	return parseDate(s, from1904)
}
