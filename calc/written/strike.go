package written

import "strings"

// Strike stands behind each character of a text that is struck through, as
// Unicode writes it: no reader takes such a text for what it was before.
const Strike = '\u0336'

// Struck parts a text with struck characters into what was written first and
// what is left; ok is false where nothing is struck.
func Struck(s string) (whole, left string, ok bool) {
	if strings.IndexByte(s, string(Strike)[0]) < 0 || !strings.ContainsRune(s, Strike) {
		return s, s, false
	}
	var all, rest []rune
	for _, r := range s {
		if r != Strike {
			all, rest = append(all, r), append(rest, r)
		} else if len(rest) > 0 {
			rest = rest[:len(rest)-1]
		}
	}
	return string(all), strings.TrimSpace(string(rest)), true
}
