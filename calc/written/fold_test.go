package written

import (
	"testing"

	"pgregory.net/rapid"
)

// odd draws texts in which plain characters stand beside all that plain ones
// are told from.
func oddText(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("连云港原曾用名有限公司一龥㐀鿿豈AZaz09-_.·（）()〔〕【】[]{}、；;，,/ \n\t\u3000\u00a0\u200b\ufeff\u00adＡ９“”\"'无—̂é")), 0, 12, -1),
		rapid.StringOfN(rapid.Rune(), 0, 8, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 12), func(b []byte) string { return string(b) }),
	).Draw(t, "text")
}

func TestThePlainWayFoldsWhatTheLongOneDoes(t *testing.T) {
	slow := func(s string) string {
		for range 4 {
			s = foldAny(s)
		}
		return s
	}
	rapid.Check(t, func(t *rapid.T) {
		s := oddText(t)
		if got := Fold(s); got != slow(s) {
			t.Errorf("%q folds to %q, want %q", s, got, slow(s))
		}
	})
}
