package money

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// anySum draws a sum of any size and precision, also around what fen hold.
func anySum(t *rapid.T, name string) decimal.Decimal {
	n := rapid.OneOf(rapid.SampledFrom([]int64{0, 1, -7, maxFen - 1, maxFen, -maxFen, 999_999_999_999_999_999,
		9_000_000_000_000_000_000}),
		rapid.Int64Range(-1e6, 1e6), rapid.Int64()).Draw(t, name)
	return decimal.New(n, rapid.Int32Range(-5, 6).Draw(t, name+"'s exponent"))
}

func TestSumsInFenAreWhatDecimalsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anySum(t, "a"), anySum(t, "b")
		y, z := YuanOfDecimal(a), YuanOfDecimal(b)
		for name, c := range map[string]struct {
			got  Yuan
			want decimal.Decimal
		}{
			"a": {y, a}, "sum": {y.Add(z), a.Add(b)}, "difference": {y.Sub(z), a.Sub(b)},
			"smaller":        {y.Min(z), decimal.Min(a, b)},
			"whole fen":      {y.RoundDown(Fen), a.Truncate(2)},
			"whole hundreds": {y.RoundDown(YuanOf(100)), a.Shift(-2).Truncate(0).Shift(2)},
			"half":           {y.Share(Rate{decimal.New(5, -1)}), a.Mul(decimal.New(5, -1)).Truncate(2)},
		} {
			if !c.got.Decimal().Equal(c.want) {
				t.Errorf("%s: %s, want %s", name, c.got, c.want)
			}
			if whole := c.want.Truncate(2).Equal(c.want); c.got.rare == nil != (whole &&
				c.want.Abs().Cmp(decimal.New(maxFen, -2)) < 0) {
				t.Errorf("%s: %s is kept in the wrong form", name, c.want)
			}
		}
		if y.Cmp(z) != a.Cmp(b) || y.Sign() != a.Sign() || y.IsZero() != a.IsZero() || y.Equal(z) != a.Equal(b) ||
			y.IsFen() != a.Truncate(2).Equal(a) {
			t.Errorf("%s and %s compare otherwise than decimals", a, b)
		}
	})
}

func TestASumIsReadAsItIsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anySum(t, "a")
		text := YuanOfDecimal(want).String()
		if decimals := max(2, -int(want.Exponent())); len(text) > 40 || decimals > 2 && !want.Truncate(2).Equal(want) &&
			text != want.String() {
			t.Fatalf("%s prints %s", want, text)
		}
		if got, err := ExactYuan(text); err != nil || !got.Decimal().Equal(want) {
			t.Errorf("%s is read %s, %v", text, got, err)
		}
	})
}

func TestDigitsOfFenAreOnlyWhatStringWrites(t *testing.T) {
	for text, want := range map[string]int64{"0.00": 0, "-0.05": -5, "12.34": 1234, "007.00": 700,
		"9999999999999999.99": maxFen - 1,
		"":                    -1, ".00": -1, "1.0": -1, "1.000": -1, "1,00": -1, "1:00": -1, "1.:0": -1, "--1.00": -1,
		"+1.00": -1,
		"1.00 ": -1, "１.00": -1, "1..0": -1, "10000000000000000.00": -1} {
		n, ok := fenDigits(text)
		if ok != (want != -1) || ok && n != want {
			t.Errorf("%q: %d, %v", text, n, ok)
		}
	}
}
