package notice

import (
	"fmt"
	"jiangbu/calc/written"
	"strings"
	"time"
)

// Calendar tells working days from days off. The plain week has Saturday and
// Sunday off; the yearly notice of the State Council moves some of them
// (调休), so that a working day may be off and a weekend day worked. The zero
// Calendar is the plain week.
type Calendar struct {
	off  map[written.Date]bool
	work map[written.Date]bool
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
	c := Calendar{off: map[written.Date]bool{}, work: map[written.Date]bool{}}
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(strings.NewReplacer("至", " ", "~", " ", "，", " ", ",", " ").Replace(line))
		if len(words) == 0 {
			continue
		}
		if err := c.add(words); err != nil {
			return Calendar{}, written.Fault{En: fmt.Sprintf("line %d: %s", i+1, err.En),
				Zh: fmt.Sprintf("第 %d 行：%s", i+1, err.Zh)}
		}
	}
	return c, nil
}

// add takes in one line: a day or two, and the mark.
func (c Calendar) add(words []string) *written.Fault {
	mark := words[len(words)-1]
	if line := strings.Join(words, " "); mark != "休" && mark != "班" || len(words) < 2 || len(words) > 3 {
		return &written.Fault{En: fmt.Sprintf("%q is no line such as 2024-10-01 2024-10-07 休", line),
			Zh: "“" + line + "”应写作“2024-10-01 2024-10-07 休”或“2024-09-29 班”"}
	}
	var days [2]written.Date
	for i, text := range []string{words[0], words[len(words)-2]} {
		var err error
		if days[i], err = written.ParseDay(text); err != nil {
			return &written.Fault{En: fmt.Sprintf("%q is not a day; write 2024-10-08", text), Zh: err.Error()}
		}
	}
	return c.mark(days[0], days[1], mark == "班")
}

// mark enters the days of a range, and refuses a day that is both.
func (c Calendar) mark(from, to written.Date, worked bool) *written.Fault {
	if n := int(midnight(to).Sub(midnight(from)).Hours()) / 24; n < 0 || n >= maxSpan {
		return &written.Fault{En: fmt.Sprintf("%s to %s is no holiday", from, to),
			Zh: fmt.Sprintf("%s 至 %s 不是一段假期", from, to)}
	}
	these, others := c.off, c.work
	if worked {
		these, others = c.work, c.off
	}
	for d := from; d.Compare(to) <= 0; d = dayAfter(d) {
		if others[d] {
			return &written.Fault{En: d.String() + " is both off and worked", Zh: d.String() + " 既是休息日又是工作日"}
		}
		these[d] = true
	}
	return nil
}

// Covers tells whether the calendar says anything about the year.
func (c Calendar) Covers(year int) bool {
	for _, days := range []map[written.Date]bool{c.off, c.work} {
		for d := range days {
			if d.Year == year {
				return true
			}
		}
	}
	return false
}

// IsWorkday tells whether d is worked.
func (c Calendar) IsWorkday(d written.Date) bool {
	if c.work[d] {
		return true
	}
	weekday := midnight(d).Weekday()
	return !c.off[d] && weekday != time.Saturday && weekday != time.Sunday
}

// LastWorkday is the last of n working days counted from the day from, which
// counts itself where it is one: five working days from a Monday end on its
// Friday. n below one or over a year is an error.
func (c Calendar) LastWorkday(from written.Date, n int) (written.Date, error) {
	if n < 1 || n > maxSpan {
		return written.Date{}, fmt.Errorf("%d 个工作日不在 1 至 %d 之间", n, maxSpan)
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
			return written.Date{}, fmt.Errorf("%s 之后没有足够的工作日", from)
		}
		d = dayAfter(d)
	}
}

// midnight is the beginning of an exact day.
func midnight(d written.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// dayAfter is the day after an exact day.
func dayAfter(d written.Date) written.Date {
	t := midnight(d).AddDate(0, 0, 1)
	return written.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
