package written

import (
	"slices"
	"strings"
)

// DroppingHashes tells a hash of the text and one of what is left after dropping
// each of its first n characters; two texts that are one character apart have one
// in common. Character k counts as itself times the k-th power of a base, so that
// what is left after dropping the next character differs by these two alone.
func DroppingHashes(s string, n int, tell func(uint64)) {
	const base = 0x9E3779B97F4A7C15
	text := []rune(s)
	var whole, left uint64
	for k := len(text) - 1; k >= 0; k-- {
		whole, left = whole*base+uint64(text[k]), whole
	}
	tell(whole)
	power := uint64(1)
	for k := range n {
		tell(left)
		if k+1 < len(text) {
			left += uint64(text[k]-text[k+1]) * power
		}
		power *= base
	}
}

// Apart are the characters in which two texts differ, between what both begin
// and what both end with.
func Apart(x, y string) (a, b []rune) {
	a, b = []rune(x), []rune(y)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// OneWordApart tells whether one character, none that numbers things, is another,
// too many or missing.
func OneWordApart(x, y string) bool {
	a, b := Apart(x, y)
	isWord := func(r rune) bool { return !isSerial(r) }
	return len(a) <= 1 && len(b) <= 1 && (slices.ContainsFunc(a, isWord) || slices.ContainsFunc(b, isWord))
}

// isSerial tells of characters that number things.
func isSerial(r rune) bool {
	return IsDateDigit(r) || r >= 'A' && r <= 'Z' || strings.ContainsRune("甲乙丙丁戊东南西北中", r)
}
