package calc

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestATallyIsTheSumOfItsParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want Yuan
		var got, first tally
		parts := rapid.IntRange(0, 40).Draw(t, "parts")
		for i := range parts {
			n := rapid.SampledFrom([]int64{1, 50_000_000, -7, 99_999_999_999_999_999, -99_999_999_999_999_999, 9_000_000_000_000_000_000}).Draw(t, "n")
			y := Yuan{decimal.New(n, rapid.Int32Range(-4, 6).Draw(t, "exponent"))}
			want = Yuan{want.d.Add(y.d)}
			if got.add(y); i == parts/2 {
				first, got = got, tally{}
			}
		}
		got.join(first)
		if !got.sum().d.Equal(want.d) {
			t.Fatalf("%s, want %s", got.sum().d, want.d)
		}
	})
}
