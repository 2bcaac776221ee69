package written

import (
	"cmp"
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar date as precise as it was written: Day 0 means that only
// the month is known, Month 0 that only the year is. The zero Date is none.
type Date struct{ Year, Month, Day int }

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 }

// String is the date in its written precision: 2023-05-12, 2023-05, 2023, "".
func (d Date) String() string {
	b, least := make([]byte, 0, 10), 1000 // four digits of a year, two of the others
	for _, n := range [...]int{d.Year, d.Month, d.Day} {
		if n == 0 {
			break
		}
		if len(b) > 0 {
			b, least = append(b, '-'), 10
		}
		for ; least > 1 && n < least; least /= 10 {
			b = append(b, '0')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}

// Compare orders dates, earlier first. What is not known counts as the end of
// its period, so that a vague date never wins over an exact one.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(cmp.Or(d.Year, 10000), cmp.Or(e.Year, 10000)),
		cmp.Compare(cmp.Or(d.Month, 13), cmp.Or(e.Month, 13)),
		cmp.Compare(cmp.Or(d.Day, 32), cmp.Or(e.Day, 32)))
}

// ParseDay reads one exact day as commands and settings write it: 2024-10-08.
func ParseDay(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() == 0 {
		return Date{}, fmt.Errorf("“%s”不是日期，应写作 2024-10-08", text)
	}
	return Date{t.Year(), int(t.Month()), t.Day()}, nil
}

// Chinese is the date as documents write it: 2024年10月8日.
func (d Date) Chinese() (s string) {
	for i, n := range [...]int{d.Year, d.Month, d.Day} {
		if n == 0 {
			break
		}
		s += strconv.Itoa(n) + [...]string{"年", "月", "日"}[i]
	}
	return s
}

// daysIn is the length of a month.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
