package calc

import (
	"fmt"
	"strings"
)

// Calendar tells working days from days off. The plain week has Saturday and
// Sunday off; the yearly notice of the State Council moves some of them
// (调休), so that a working day may be off and a weekend day worked. The zero
// Calendar is the plain week.
type Calendar struct {
	off  map[Date]bool
	work map[Date]bool
}

// maxSpan bounds a written range of holidays and a count of working days: more
// is a slip of the pen.
const maxSpan = 366

// ParseCalendar reads the arrangement of holidays: one day or one range a
// line, followed by 休 (off) or 班 (worked); # begins a comment.
//
//	2024-10-01 2024-10-07 休
//	2024-09-29 班
//
// Days are written 2024-10-01; 至 or ~ may stand between the two of a range.
// The error names the line.
func ParseCalendar(text string) (Calendar, error) {
	c := Calendar{off: map[Date]bool{}, work: map[Date]bool{}}
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(strings.NewReplacer("至", " ", "~", " ", "，", " ", ",", " ").Replace(line))
		if len(words) == 0 {
			continue
		}
		if err := c.add(words); err != nil {
			return Calendar{}, fmt.Errorf("第 %d 行：%w", i+1, err)
		}
	}
	return c, nil
}

// add takes in one line: a day or two, and the mark.
func (c Calendar) add(words []string) error {
	mark := words[len(words)-1]
	if mark != "休" && mark != "班" || len(words) < 2 || len(words) > 3 {
		return fmt.Errorf("“%s”应写作“2024-10-01 2024-10-07 休”或“2024-09-29 班”", strings.Join(words, " "))
	}
	from, err := ParseDay(words[0])
	if err != nil {
		return err
	}
	to, err := ParseDay(words[len(words)-2])
	if err != nil {
		return err
	}
	return c.mark(from, to, mark == "班")
}

// mark enters the days of a range, and refuses a day that is both.
func (c Calendar) mark(from, to Date, worked bool) error {
	if n := to.dayNumber() - from.dayNumber(); n < 0 || n >= maxSpan {
		return fmt.Errorf("%s 至 %s 不是一段假期", from, to)
	}
	these, others := c.off, c.work
	if worked {
		these, others = c.work, c.off
	}
	for d := from; d.Compare(to) <= 0; d = d.Next() {
		if others[d] {
			return fmt.Errorf("%s 既是休息日又是工作日", d)
		}
		these[d] = true
	}
	return nil
}

// Covers tells whether the calendar says anything about the year.
func (c Calendar) Covers(year int) bool {
	for _, days := range []map[Date]bool{c.off, c.work} {
		for d := range days {
			if d.Year == year {
				return true
			}
		}
	}
	return false
}

// IsWorkday tells whether d is worked.
func (c Calendar) IsWorkday(d Date) bool {
	if c.work[d] {
		return true
	}
	weekday := d.dayNumber() % 7 // day 0 was a Monday
	return !c.off[d] && weekday < 5
}

// LastWorkday is the last of n working days counted from the day from, which
// counts itself where it is one: five working days from a Monday end on its
// Friday. n below one or over a year is an error.
func (c Calendar) LastWorkday(from Date, n int) (Date, error) {
	if n < 1 || n > maxSpan {
		return Date{}, fmt.Errorf("%d 个工作日不在 1 至 %d 之间", n, maxSpan)
	}
	d := from
	for tries := 0; ; tries++ {
		if c.IsWorkday(d) {
			n--
		}
		if n == 0 {
			return d, nil
		}
		if tries > 4*maxSpan {
			return Date{}, fmt.Errorf("%s 之后没有足够的工作日", from)
		}
		d = d.Next()
	}
}

// ParseDay reads one exact day as commands and settings write it: 2024-10-08.
func ParseDay(text string) (Date, error) {
	var d Date
	n, err := fmt.Sscanf(text, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day)
	if err != nil || n != 3 || d.String() != text || !d.isDay() {
		return Date{}, fmt.Errorf("“%s”不是日期，应写作 2024-10-08", text)
	}
	return d, nil
}

// Next is the day after d, which must be an exact day.
func (d Date) Next() Date {
	switch {
	case d.Day < daysIn(d.Year, d.Month):
		d.Day++
	case d.Month < 12:
		d.Month, d.Day = d.Month+1, 1
	default:
		d = Date{d.Year + 1, 1, 1}
	}
	return d
}

// Chinese is the date as documents write it: 2024年10月8日.
func (d Date) Chinese() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%d年", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%d年%d月", d.Year, d.Month)
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// isDay tells whether d is an exact day that exists.
func (d Date) isDay() bool {
	return d.Year > 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// dayNumber counts the days since Monday, 1 January of the year 1 (proleptic
// Gregorian).
func (d Date) dayNumber() int {
	y := d.Year - 1
	n := 365*y + y/4 - y/100 + y/400
	for m := 1; m < d.Month; m++ {
		n += daysIn(d.Year, m)
	}
	return n + d.Day - 1
}

// daysIn is the length of a month.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
