package standard

import (
	"jiangbu/calc/written"
	"testing"

	"pgregory.net/rapid"
)

// odd draws texts in which plain characters stand beside all that plain ones
// are told from.
func odd(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("连云港原曾用名有限公司一龥㐀鿿豈AZaz09-_.·（）()〔〕【】[]{}、；;，,/ \n\t\u3000\u00a0\u200b\ufeff\u00adＡ９“”\"'无—̂é")), 0, 12, -1),
		rapid.StringOfN(rapid.Rune(), 0, 8, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 12), func(b []byte) string { return string(b) }),
	).Draw(t, "text")
}

func TestThePlainWayReadsWhatTheLongOneDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := odd(t)
		r := newRowReader(shorePolicy())
		if got := string(r.appendFolded([]byte("x"), s)); got != "x"+written.Fold(s) {
			t.Errorf("%q is appended as %q, want %q", s, got, "x"+written.Fold(s))
		}
		if got, want := r.shownText(s), chosen(written.Shown(s)); got != want {
			t.Errorf("%q is shown as %q, want %q", s, got, want)
		}
		if written.Shown(s) == "" {
			return
		}
		if got, want := r.company(s), readCompanyName(s); got != want {
			t.Errorf("%q is the company %+v, want %+v", s, got, want)
		}
	})
}
