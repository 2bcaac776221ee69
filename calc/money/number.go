package money

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// PlainNumber writes a stored number without an exponent, as far as anybody
// would store one.
func PlainNumber(s string) (string, bool) {
	d, err := StoredNumber(s)
	if err != nil {
		return "", false
	}
	return d.String(), true
}

// StoredNumber reads the text of a number cell, which may carry an exponent
// (1.2E-05). One that asks for more than forty digits is refused.
func StoredNumber(s string) (decimal.Decimal, error) {
	mantissa, exp := s, "0"
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exp = s[:i], s[i+1:]
	}
	e, err := strconv.Atoi(exp)
	if err != nil || e > 40 || e < -40 {
		return decimal.Decimal{}, errExponent
	}
	d, err := parseNumber(mantissa)
	if err != nil {
		return d, err
	}
	return d.Shift(int32(e)), nil
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

// thousands are groups of three (or, as some Chinese tables do, four) digits
// with commas between, and nothing of the kind behind the point.
var thousands = regexp.MustCompile(`^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:,[0-9]{4})+)(?:\.[^,]*)?$`)

// dropThousands removes commas that stand between thousands, and refuses any
// other comma.
func dropThousands(s string) (string, bool) {
	if !strings.Contains(s, ",") {
		return s, true
	}
	return strings.ReplaceAll(s, ",", ""), thousands.MatchString(s)
}
