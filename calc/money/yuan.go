package money

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Yuan is an exact sum of money in yuan (人民币元). The zero value is 0. No
// float ever becomes a Yuan. Nearly every sum is a number of fen that an integer
// holds, so that adding up a million of them asks for no memory; one that is
// not stands as a decimal. Each sum has one of the two forms.
type Yuan struct {
	fen  int64
	rare *decimal.Decimal // the whole sum, nil where fen holds it
}

// maxFen bounds the sums that are kept in fen: any nine of them together still
// fit an int64.
const maxFen = 1e18

// inFen is a sum of n fen.
func inFen(n int64) Yuan {
	if n > -maxFen && n < maxFen {
		return Yuan{fen: n}
	}
	d := decimal.New(n, -2)
	return Yuan{rare: &d}
}

// YuanOfDecimal is a sum of d yuan.
func YuanOfDecimal(d decimal.Decimal) Yuan {
	if d.IsZero() { // whatever its exponent
		return Yuan{}
	}
	whole := d.Shift(2)
	if n := whole.IntPart(); whole.NumDigits()+int(whole.Exponent()) <= maxDigits &&
		decimal.NewFromInt(n).Equal(whole) {
		return inFen(n)
	}
	return Yuan{rare: &d}
}

// maxDigits is how many digits an int64 always holds.
const maxDigits = 18

// Decimal is the sum in yuan.
func (y Yuan) Decimal() decimal.Decimal {
	if y.rare != nil {
		return *y.rare
	}
	return decimal.New(y.fen, -2)
}

// plain tells whether both sums stand in fen.
func plain(y, z Yuan) bool { return y.rare == nil && z.rare == nil }

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
			return YuanOfDecimal(n.Shift(x.exp))
		}
	}
	return YuanOfDecimal(n)
}

// YuanOf is n whole yuan.
func YuanOf(n int64) Yuan { return YuanOfDecimal(decimal.NewFromInt(n)) }

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
	if n, ok := fenDigits(digits); ok {
		return inFen(n), nil
	}
	d, err := parseNumber(digits)
	if err != nil {
		return Yuan{}, err
	}
	return YuanOfDecimal(d), nil
}

// fenDigits reads the digits of a sum as String writes it: two decimals, which
// are the fen.
func fenDigits(s string) (n int64, ok bool) {
	digits, negative := strings.CutPrefix(s, "-")
	point := len(digits) - len(".00")
	if point < 1 || point > maxDigits-2 || digits[point] != '.' {
		return 0, false
	}
	for i := range len(digits) {
		if c := digits[i] - '0'; c <= 9 {
			n = 10*n + int64(c)
		} else if i != point {
			return 0, false
		}
	}
	if negative {
		n = -n
	}
	return n, true
}

// Add is y + z.
func (y Yuan) Add(z Yuan) Yuan {
	if plain(y, z) {
		return inFen(y.fen + z.fen)
	}
	return YuanOfDecimal(y.Decimal().Add(z.Decimal()))
}

// Sum adds up what the members of a list come to.
func Sum[T any](list []T, of func(*T) Yuan) (sum Yuan) {
	for i := range list {
		sum = sum.Add(of(&list[i]))
	}
	return sum
}

// Sub is y - z.
func (y Yuan) Sub(z Yuan) Yuan {
	if plain(y, z) {
		return inFen(y.fen - z.fen)
	}
	return YuanOfDecimal(y.Decimal().Sub(z.Decimal()))
}

// Neg is -y.
func (y Yuan) Neg() Yuan { return Yuan{}.Sub(y) }

// Min is the smaller of y and z.
func (y Yuan) Min(z Yuan) Yuan {
	if z.Cmp(y) < 0 {
		return z
	}
	return y
}

// Cmp is -1, 0 or 1 as y is less than, equal to or greater than z.
func (y Yuan) Cmp(z Yuan) int {
	if plain(y, z) {
		return cmp.Compare(y.fen, z.fen)
	}
	return y.Decimal().Cmp(z.Decimal())
}

// Equal tells whether both are the same sum, however written (1 = 1.00). It is
// what go-cmp compares by.
func (y Yuan) Equal(z Yuan) bool { return y.Cmp(z) == 0 }

// Sign is -1, 0 or 1.
func (y Yuan) Sign() int { return y.Cmp(Yuan{}) }

// IsZero tells whether the sum is nothing.
func (y Yuan) IsZero() bool { return y == Yuan{} }

// Share is y times r, rounded down to the fen. Every rounding of money in the
// program goes through RoundDown.
func (y Yuan) Share(r Rate) Yuan { return YuanOfDecimal(y.Decimal().Mul(r.d)).RoundDown(Fen) }

// ShareOf is y * part / whole, rounded down to whole multiples of unit: what
// an award keeps when a budget of part stands against awards of whole. A whole
// of zero or less gives zero.
func (y Yuan) ShareOf(part, whole, unit Yuan) Yuan {
	if whole.Sign() <= 0 || unit.Sign() <= 0 {
		return Yuan{}
	}
	q, _ := y.Decimal().Mul(part.Decimal()).QuoRem(whole.Decimal().Mul(unit.Decimal()), 0)
	return YuanOfDecimal(q.Mul(unit.Decimal()))
}

// Fen is the smallest unit of money that is paid: 0.01 yuan.
var Fen = Yuan{fen: 1}

// RoundDown cuts y to whole multiples of unit (toward zero). It is the one
// place where money is rounded, and it only goes down: what the policy pays is
// a ceiling (最高不超过).
func (y Yuan) RoundDown(unit Yuan) Yuan {
	if plain(y, unit) {
		return Yuan{fen: y.fen - y.fen%unit.fen}
	}
	q, _ := y.Decimal().QuoRem(unit.Decimal(), 0)
	return YuanOfDecimal(q.Mul(unit.Decimal()))
}

// IsFen tells whether y has at most two decimals, so that it can be paid.
func (y Yuan) IsFen() bool { return y.rare == nil || y.rare.Equal(y.rare.Truncate(2)) }

// String is y in yuan with two decimals, or with all of them where it has
// more: it never rounds.
func (y Yuan) String() string { return string(y.Append(nil)) }

// Grouped is the amount as a sentence says it: 1,652,345.67.
func (y Yuan) Grouped() string { return grouped(y.String()) }

// GroupedWan is the amount in 万元 as a sentence says it: 5,475.938.
func (y Yuan) GroupedWan() string { return grouped(y.Wan()) }

// grouped is a number with separators between its thousands.
func grouped(digits string) string {
	unsigned := strings.TrimPrefix(digits, "-")
	whole, _, _ := strings.Cut(unsigned, ".")
	rest := unsigned[len(whole):]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return digits[:len(digits)-len(unsigned)] + whole + rest
}

// MarshalText has JSON hold what String gives.
func (y Yuan) MarshalText() ([]byte, error) { return y.Append(nil), nil }

// Append appends what String gives to b.
func (y Yuan) Append(b []byte) []byte {
	n := y.fen
	switch {
	case y.rare != nil && y.IsFen():
		return append(b, y.rare.StringFixed(2)...)
	case y.rare != nil:
		return append(b, y.rare.String()...)
	case n < 0:
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	return append(b, '.', '0'+byte(n/10%10), '0'+byte(n%10))
}

// Wan is y in 万元 with as many decimals as needed and none wasted: "0.33".
func (y Yuan) Wan() string { return y.Decimal().Shift(-4).String() }

// Words is y as the policy would write it: "50万元", "1234.5元".
func (y Yuan) Words() string {
	w := y.Decimal().Shift(-4)
	if w.Truncate(1).Equal(w) && w.Truncate(0).Sign() != 0 {
		return w.String() + "万元"
	}
	return y.Decimal().String() + "元"
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
