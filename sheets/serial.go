package sheets

import (
	"math"
	"strconv"
	"strings"
	"time"

	"jiangbu/calc"
)

// builtinDate tells whether the built-in number format id shows a date or a
// time (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are those of Chinese and
// other East Asian locales).
func builtinDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// dateCode tells whether a number format code shows a date: y, m or d stand in
// it outside quotes, brackets and escapes.
func dateCode(code string) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"':
			i = closing(code, i, '"')
		case '[':
			i = closing(code, i, ']')
		case 'y', 'Y', 'm', 'M', 'd', 'D':
			return true
		}
	}
	return false
}

// closing is where the quote or bracket that opens at i ends.
func closing(code string, i int, end byte) int {
	for i++; i < len(code) && code[i] != end; i++ {
	}
	return i
}

// Serials that have a date: Excel shows #### beyond the year 9999.
const (
	endSerial1900 = 2958466
	endSerial1904 = 2957004
)

// appendSerialDate writes the date that a serial number shows as, 2023-05-12,
// with the time of day behind a blank where it has one. ok is false for a
// number that is no date: negative, below day 1, beyond 9999. Day 60 of the
// 1900 system is 1900-02-29, which never was: the text says so as Excel does.
func appendSerialDate(dst, serial []byte, date1904 bool) (text []byte, ok bool) {
	if n, whole := digits(serial); whole && n < endSerial1904 && (n > 0 || date1904) {
		return appendDay(dst, n, date1904), true // the usual case
	}
	v, err := strconv.ParseFloat(string(serial), 64)
	if err != nil || math.IsNaN(v) {
		return dst, false
	}
	end := float64(endSerial1900)
	if date1904 {
		end = endSerial1904
	}
	if v < 0 || v >= end || v < 1 && !date1904 {
		return dst, false
	}
	days := int(v)
	seconds := int(math.Round((v - float64(days)) * 86400))
	if seconds == 86400 {
		days, seconds = days+1, 0
	}
	if float64(days) >= end {
		return dst, false
	}
	dst = appendDay(dst, days, date1904)
	if seconds == 0 {
		return dst, true
	}
	dst = appendPair(append(dst, ' '), seconds/3600)
	dst = appendPair(append(dst, ':'), seconds/60%60)
	return appendPair(append(dst, ':'), seconds%60), true
}

// appendDay writes day number n of the calendar as 2023-05-12.
func appendDay(dst []byte, n int, date1904 bool) []byte {
	const from1904, from1900 = 24107, 25568 // days from the epochs to 1970-01-01
	switch {
	case date1904:
		n -= from1904
	case n == 60:
		return append(dst, "1900-02-29"...)
	case n > 60:
		n -= from1900 + 1 // Excel counts 1900-02-29
	default:
		n -= from1900
	}
	y, m, d := time.Unix(int64(n)*86400, 0).UTC().Date()
	dst = appendPair(appendPair(dst, y/100), y%100)
	dst = appendPair(append(dst, '-'), int(m))
	return appendPair(append(dst, '-'), d)
}

func appendPair(dst []byte, n int) []byte { return append(dst, byte('0'+n/10), byte('0'+n%10)) }

// isoDate writes a date that is stored as ISO 8601 text the way cells have it:
// a blank for the T, no zone, no time at midnight. Anything else stays text.
func isoDate(value []byte) ([]byte, calc.CellKind) {
	s := strings.TrimSuffix(string(value), "Z")
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05"} {
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() < 1 {
			continue
		}
		if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
			return []byte(t.Format(time.DateOnly)), calc.CellDate
		}
		return []byte(t.Format(time.DateTime)), calc.CellDate
	}
	return value, calc.CellText
}
