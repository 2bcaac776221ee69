package calc

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Yuan is an exact sum of money in yuan (人民币元). The zero value is 0. No
// float ever becomes a Yuan.
type Yuan struct{ d decimal.Decimal }

// Unit is what one counted unit of a written number is worth.
type Unit uint8

// The units that surveys, budgets and policies use. UnitNone means that none
// was written.
const (
	UnitNone Unit = iota
	UnitYuan
	UnitHundred
	UnitThousand
	UnitWan
	UnitMillion
	UnitYi
)

// units lists the written forms, longest first, so that 万元 is found before 元.
var units = []struct {
	text string
	unit Unit
	exp  int32
}{
	{"百万元", UnitMillion, 6}, {"千元", UnitThousand, 3}, {"百元", UnitHundred, 2},
	{"万元", UnitWan, 4}, {"亿元", UnitYi, 8}, {"万", UnitWan, 4}, {"亿", UnitYi, 8}, {"元", UnitYuan, 0},
}

// String is the unit as policies write it: "万元".
func (u Unit) String() string {
	for _, x := range units {
		if x.unit == u {
			return x.text
		}
	}
	return ""
}

// UnitOf reads a unit as written: "万元", "元". An unknown text is UnitNone.
func UnitOf(text string) Unit {
	for _, x := range units {
		if x.text == text {
			return x.unit
		}
	}
	return UnitNone
}

// Of is n units in yuan: UnitWan.Of(2.5) is 25000.
func (u Unit) Of(n decimal.Decimal) Yuan {
	for _, x := range units {
		if x.unit == u {
			return Yuan{n.Shift(x.exp)}
		}
	}
	return Yuan{n}
}

// YuanOf is n whole yuan.
func YuanOf(n int64) Yuan { return Yuan{decimal.NewFromInt(n)} }

// ParseYuan reads an amount with its unit as policies write it: "50万元",
// "1,234.56元". A number without a unit is refused: nobody may guess it.
func ParseYuan(text string) (Yuan, error) {
	s := strings.TrimSpace(text)
	for _, x := range units {
		if n, ok := strings.CutSuffix(s, x.text); ok {
			d, err := parseNumber(strings.TrimSpace(n))
			if err != nil {
				return Yuan{}, fmt.Errorf("amount %q is not a number followed by 元 or 万元", text)
			}
			return x.unit.Of(d), nil
		}
	}
	return Yuan{}, fmt.Errorf("amount %q must end in 元 or 万元", text)
}

// ExactYuan reads plain digits in yuan as reports and JSON store them:
// "100000.00".
func ExactYuan(digits string) (Yuan, error) {
	d, err := parseNumber(digits)
	return Yuan{d}, err
}

// parseNumber reads digits with an optional sign, decimal point and thousands
// separators. It refuses exponents, which no officer writes and which can ask
// for gigabytes.
func parseNumber(s string) (decimal.Decimal, error) {
	if len(s) > 40 {
		return decimal.Decimal{}, fmt.Errorf("number of %d characters", len(s))
	}
	for i, c := range s {
		if (c < '0' || c > '9') && c != '.' && c != ',' && (i > 0 || c != '-' && c != '+') {
			return decimal.Decimal{}, fmt.Errorf("%q is not a number", s)
		}
	}
	plain, ok := dropThousands(s)
	if !ok {
		return decimal.Decimal{}, fmt.Errorf("%q has its thousands separators in the wrong places", s)
	}
	return decimal.NewFromString(plain)
}

// dropThousands removes commas that stand between groups of three (or, as
// some Chinese tables do, four) digits, and refuses any other comma.
func dropThousands(s string) (string, bool) {
	if !strings.Contains(s, ",") {
		return s, true
	}
	whole, frac, _ := strings.Cut(s, ".")
	groups := strings.Split(strings.TrimLeft(whole, "+-"), ",")
	if len(groups) < 2 { // the comma stands behind the point
		return "", false
	}
	size := len(groups[1])
	if size != 3 && size != 4 || len(groups[0]) == 0 || len(groups[0]) > size || strings.Contains(frac, ",") {
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != size {
			return "", false
		}
	}
	return strings.ReplaceAll(s, ",", ""), true
}

// Add is y + z.
func (y Yuan) Add(z Yuan) Yuan {
	switch {
	case z.IsZero():
		return y
	case y.IsZero():
		return z
	case y.d.Exponent() != z.d.Exponent(): // where decimal would bring them together at some cost
		if a, ok := y.inFen(); ok {
			if b, ok := z.inFen(); ok {
				return Yuan{decimal.New(a+b, -2)}
			}
		}
	}
	return Yuan{y.d.Add(z.d)}
}

// Sub is y - z.
func (y Yuan) Sub(z Yuan) Yuan { return Yuan{y.d.Sub(z.d)} }

// Min is the smaller of y and z.
func (y Yuan) Min(z Yuan) Yuan {
	if z.Cmp(y) < 0 {
		return z
	}
	return y
}

// Cmp is -1, 0 or 1 as y is less than, equal to or greater than z.
func (y Yuan) Cmp(z Yuan) int {
	if y == z { // the very same sum, as an award and the policy's amount often are
		return 0
	}
	if a, ok := y.inFen(); ok {
		if b, ok := z.inFen(); ok {
			return cmp.Compare(a, b)
		}
	}
	return y.d.Cmp(z.d)
}

// Equal tells whether both are the same sum, however written (1 = 1.00). It is
// what go-cmp compares by.
func (y Yuan) Equal(z Yuan) bool { return y.Cmp(z) == 0 }

// Sign is -1, 0 or 1.
func (y Yuan) Sign() int { return y.d.Sign() }

// IsZero tells whether the sum is nothing.
func (y Yuan) IsZero() bool { return y.d.IsZero() }

// Share is y times r, rounded down to the fen. Every rounding of money in the
// program goes through RoundDown.
func (y Yuan) Share(r Rate) Yuan { return Yuan{y.d.Mul(r.d)}.RoundDown(fen) }

// ShareOf is y * part / whole, rounded down to whole multiples of unit: what
// an award keeps when a budget of part stands against awards of whole. A whole
// of zero or less gives zero.
func (y Yuan) ShareOf(part, whole, unit Yuan) Yuan {
	if whole.Sign() <= 0 || unit.Sign() <= 0 {
		return Yuan{}
	}
	q, _ := y.d.Mul(part.d).QuoRem(whole.d.Mul(unit.d), 0)
	return Yuan{q.Mul(unit.d)}
}

// fen is the smallest unit of money that is paid: 0.01 yuan.
var fen = Yuan{decimal.New(1, -2)}

// inFen is y in whole fen, for what is done to every amount again and again;
// false where it is none, or so large that it could be more than fits.
func (y Yuan) inFen() (n int64, ok bool) {
	if y.d.IsZero() {
		return 0, true
	}
	shift := int(y.d.Exponent()) + 2
	if shift < 0 || shift >= len(tens) || y.d.NumDigits()+shift >= len(tens) {
		return 0, false
	}
	return y.d.CoefficientInt64() * tens[shift], true
}

// tens are the powers of ten that leave an int64 room to spare.
var tens = func() (p [18]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

// RoundDown cuts y to whole multiples of unit (toward zero). It is the one
// place where money is rounded, and it only goes down: what the policy pays is
// a ceiling (最高不超过).
func (y Yuan) RoundDown(unit Yuan) Yuan {
	if _, whole := y.inFen(); whole && unit == fen {
		return y
	}
	q, _ := y.d.QuoRem(unit.d, 0)
	return Yuan{q.Mul(unit.d)}
}

// IsFen tells whether y has at most two decimals, so that it can be paid.
func (y Yuan) IsFen() bool {
	_, ok := y.inFen()
	return ok || y.d.Equal(y.d.Truncate(2))
}

// String is y in yuan with two decimals, or with all of them where it has
// more: it never rounds.
func (y Yuan) String() string { return string(y.Append(nil)) }

// Append appends what String gives to b.
func (y Yuan) Append(b []byte) []byte {
	n, ok := y.inFen()
	switch {
	case !ok && y.IsFen():
		return append(b, y.d.StringFixed(2)...)
	case !ok:
		return append(b, y.d.String()...)
	case n < 0:
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	return append(b, '.', '0'+byte(n/10%10), '0'+byte(n%10))
}

// Wan is y in 万元 with as many decimals as needed and none wasted: "0.33".
func (y Yuan) Wan() string { return y.d.Shift(-4).String() }

// Words is y as the policy would write it: "50万元", "1234.5元".
func (y Yuan) Words() string {
	w := y.d.Shift(-4)
	if w.Truncate(1).Equal(w) && w.Truncate(0).Sign() != 0 {
		return w.String() + "万元"
	}
	return y.d.String() + "元"
}

// Rate is an exact share, such as 60%.
type Rate struct{ d decimal.Decimal }

// ParseRate reads a share as policies write it: "60%".
func ParseRate(text string) (Rate, error) {
	n, ok := strings.CutSuffix(strings.TrimSpace(text), "%")
	if !ok {
		return Rate{}, fmt.Errorf("rate %q must end in %%", text)
	}
	d, err := parseNumber(strings.TrimSpace(n))
	if err != nil {
		return Rate{}, fmt.Errorf("rate %q is not a number followed by %%", text)
	}
	return Rate{d.Shift(-2)}, nil
}

// String is the rate as policies write it: "60%".
func (r Rate) String() string { return r.d.Shift(2).String() + "%" }

// Equal tells whether both are the same share.
func (r Rate) Equal(s Rate) bool { return r.d.Equal(s.d) }

// IsZero tells whether no rate was given.
func (r Rate) IsZero() bool { return r.d.IsZero() }

// OverOne tells whether the rate is more than the whole.
func (r Rate) OverOne() bool { return r.d.GreaterThan(decimal.NewFromInt(1)) || r.d.Sign() < 0 }
