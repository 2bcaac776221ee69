package calc

import (
	"strings"
	"testing"
)

func TestStruckTextHasTwoReadings(t *testing.T) {
	for _, c := range []struct{ text, whole, left string }{
		{"1\u03365\u033620", "1520", "20"},
		{"甲\u0336 乙\u0336", "甲 乙", ""},
		{"甲公司", "甲公司", "甲公司"},
		{"\u0336甲", "甲", "甲"},
	} {
		whole, left, struck := StruckText(c.text)
		if whole != c.whole || left != c.left || struck != strings.ContainsRune(c.text, Strike) {
			t.Errorf("%q is %q and %q (%v), want %q and %q", c.text, whole, left, struck, c.whole, c.left)
		}
	}
}
