package report

import "jiangbu/calc/money"

// shareDigits is x/y rounded half up to four decimals, as ROUND gives it: the
// stored value of a share. A whole of nothing has no share.
func shareDigits(x, y money.Yuan) string {
	if y.IsZero() {
		return "0"
	}
	return x.Decimal().DivRound(y.Decimal(), 4).StringFixed(4)
}

// Signed writes a difference with its direction: +800,000.00, -800,000.00.
func Signed(y money.Yuan) string {
	if y.Sign() > 0 {
		return "+" + y.Grouped()
	}
	return y.Grouped()
}
