package sheets

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// slowXMLText is validXMLText by single characters.
func slowXMLText(b []byte) (n int, ok bool) {
	for n < len(b) {
		r, size := utf8.DecodeRune(b[n:])
		switch {
		case r == utf8.RuneError && size == 1:
			return n, !utf8.FullRune(b[n:])
		case r < ' ' && r != '\n' && r != '\t' && r != '\r', r == 0xFFFE, r == 0xFFFF:
			return n, false
		}
		n += size
	}
	return n, true
}

func TestCharactersOfXMLAreThoseOfASlowReader(t *testing.T) {
	pieces := []string{"a", "<c r=\"A1\">", "0123456789abcdef", "\x7f", "\n", "\r", "\t", "字", "，", "（绿色工厂）", "é",
		"\uFFFD", "\U0001F600", "\u0800", "\uD7FF", "\uE000", "\uFFBF", "\uFFC0"}
	faults := []string{"\x00", "\x1f", "\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xEF\xBF\xBE",
		"\xEF\xBF\xBF", "\xEF\xBE", "\xF4\x90\x80\x80", "\xE5", "\xE5\xAD", "\xE5a", "\xE5\xADa", "\xF0\x9F\x98"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		var text []byte
		for range r.IntN(12) {
			text = append(text, pieces[r.IntN(len(pieces))]...)
		}
		if r.IntN(2) == 0 {
			text = append(text, faults[r.IntN(len(faults))]...)
			text = append(text, pieces[r.IntN(len(pieces))]...)
			text = text[:max(0, len(text)-r.IntN(3))]
		}
		n, ok := validXMLText(text)
		if want, wantOK := slowXMLText(text); n != want || ok != wantOK {
			t.Fatalf("%q: %d %t, not %d %t", text, n, ok, want, wantOK)
		}
	}
}
