package calc

import (
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// serialDate reads a spreadsheet's day number.
func serialDate(digits string, from1904 bool) DateText {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return DateText{Reason: notADate}
	}
	if from1904 {
		n += offset1904
	}
	if n < firstSerial || n > lastSerial {
		return DateText{Reason: notADate}
	}
	// Day 1 is 1900-01-01, and Excel counts a 29 February 1900.
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	return DateText{Date: Date{t.Year(), int(t.Month()), t.Day()}}
}

// dateOf reads a date cell of any kind.
func dateOf(c Cell, from1904 bool) DateText {
	if c.Kind != CellNumber {
		return parseDate(c.Text, from1904)
	}
	s, ok := plainNumber(c.Text)
	if !ok {
		return DateText{Reason: notADate}
	}
	// 2023.10 typed into a number cell is stored as 2023.1.
	if year, month, ok := strings.Cut(s, "."); ok && len(year) == 4 {
		if d := parseDate(year, from1904); month == "1" && d.Reason == "" {
			d.Doubt = monthOrOct
			return d
		}
	}
	return parseDate(s, from1904)
}

// plainNumber writes a stored number without an exponent, as far as anybody
// would store one.
func plainNumber(s string) (string, bool) {
	d, err := storedNumber(s)
	if err != nil {
		return "", false
	}
	return d.String(), true
}

// storedNumber reads the text of a number cell, which may carry an exponent
// (1.2E-05). One that asks for more than forty digits is refused.
func storedNumber(s string) (decimal.Decimal, error) {
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

// yearIn finds the first year of four digits, of this century, in a text.
func yearIn(s string) int {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			j++
		}
		if j-i == 4 && s[i:i+2] == "20" {
			n, _ := strconv.Atoi(s[i:j])
			return n
		}
		i = max(j, i+1)
	}
	return 0
}

// documentYear is the year in brackets of a document number, 〔2023〕, 0 where
// there is none.
func documentYear(document string) int {
	s := fold(document)
	for {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			return 0
		}
		s = s[i+1:]
		if y := yearIn(s[:min(4, len(s))]); y != 0 && strings.HasPrefix(s[4:], ")") {
			return y
		}
	}
}
