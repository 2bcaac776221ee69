package notice

import (
	"jiangbu/calc/written"
	"strings"
	"testing"
	"time"
)

func day(t testing.TB, text string) written.Date {
	t.Helper()
	d, err := written.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The days off and worked of 2024, as the State Council arranged them.
const days2024 = `
# 2024
2024-01-01 休
2024-02-10 2024-02-17 休   # 春节
2024-02-04 班
2024-02-18 班
2024-04-04 至 2024-04-06 休
2024-04-07 班
2024-05-01~2024-05-05 休
2024-04-28 班
2024-05-11 班
2024-06-10 休
2024-09-15 2024-09-17 休
2024-09-14 班
2024-10-01，2024-10-07 休
2024-09-29 班
2024-10-12 班
`

func TestAPeriodEndsOnTheLastOfItsWorkingDays(t *testing.T) {
	holidays, err := ParseCalendar(days2024)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		calendar Calendar
		from     string
		days     int
		want     string
	}{
		{"five days from a Monday end on its Friday", Calendar{}, "2024-11-04", 5, "2024-11-08"},
		{"six days from a Monday end on the next Monday", Calendar{}, "2024-11-04", 6, "2024-11-11"},
		{"one day is the day itself", Calendar{}, "2024-11-04", 1, "2024-11-04"},
		{"a Saturday does not count", Calendar{}, "2024-11-09", 1, "2024-11-11"},
		{"the worked Sunday before a notice of Xuzhou counts", holidays, "2024-04-07", 5, "2024-04-11"},
		{"without the arrangement the same Sunday does not", Calendar{}, "2024-04-07", 5, "2024-04-12"},
		{"the holiday in October is passed over", holidays, "2024-09-30", 2, "2024-10-08"},
		{"the worked Saturday behind it counts", holidays, "2024-10-08", 5, "2024-10-12"},
		{"a leap day is a day", Calendar{}, "2024-02-28", 3, "2024-03-01"},
		{"the turn of the year", Calendar{}, "2024-12-31", 2, "2025-01-01"},
		{"a century without a leap day", Calendar{}, "2100-02-26", 2, "2100-03-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.calendar.LastWorkday(day(t, c.from), c.days)
			if err != nil || got != day(t, c.want) {
				t.Errorf("LastWorkday(%s, %d) = %v, %v; want %s", c.from, c.days, got, err, c.want)
			}
		})
	}
}

func TestACountOfDaysThatMakesNoPeriodIsAnError(t *testing.T) {
	var off strings.Builder
	for y := 2024; y < 2032; y++ { // every day off: the search must end
		off.WriteString(written.Date{Year: y, Month: 1, Day: 1}.String() + " " +
			written.Date{Year: y, Month: 12, Day: 31}.String() + " 休\n")
	}
	never, err := ParseCalendar(off.String())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		calendar Calendar
		days     int
	}{{Calendar{}, 0}, {Calendar{}, -1}, {Calendar{}, 367}, {never, 1}} {
		if got, err := c.calendar.LastWorkday(written.Date{Year: 2024, Month: 1, Day: 1}, c.days); err == nil {
			t.Errorf("%d days end on %v, want an error", c.days, got)
		}
	}
	if got, err := (Calendar{}).LastWorkday(written.Date{Year: 2024, Month: 1, Day: 1}, 366); err != nil ||
		got != (written.Date{Year: 2025, Month: 5, Day: 26}) {
		t.Errorf("366 days end on %v, %v", got, err)
	}
}

func TestTheCalendarNamesTheLineItCannotRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no mark", "2024-10-01", "第 1 行"},
		{"a mark alone", "\n休", "第 2 行"},
		{"no such day", "2024-02-30 休", "“2024-02-30”不是日期"},
		{"another form", "2024/10/1 休", "不是日期"},
		{"backwards", "2024-10-07 2024-10-01 休", "不是一段假期"},
		{"too long", "2024-01-01 2025-01-01 休", "不是一段假期"},
		{"both off and worked", "2024-10-01 2024-10-07 休\n2024-10-07 班", "第 2 行：2024-10-07 既是休息日又是工作日"},
		{"three days", "2024-10-01 2024-10-02 2024-10-03 休", "应写作"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseCalendar(c.text)
			if f, ok := err.(written.Fault); !ok || !strings.Contains(f.Chinese(), c.want) ||
				!strings.HasPrefix(f.Error(), "line ") {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
	if _, err := ParseCalendar("2024-01-01 2024-12-31 休"); err != nil {
		t.Errorf("a whole year: %v", err)
	}
}

func TestACalendarCoversTheYearsItSpeaksOf(t *testing.T) {
	c, err := ParseCalendar("\ufeff2024-12-31 2025-01-01 休\r\n")
	if err != nil {
		t.Fatal(err)
	}
	for year, want := range map[int]bool{2023: false, 2024: true, 2025: true, 2026: false} {
		if c.Covers(year) != want {
			t.Errorf("Covers(%d) = %v", year, !want)
		}
	}
}

// The standard library's calendar is the second opinion.
func TestDaysAgreeWithTheStandardCalendar(t *testing.T) {
	d := written.Date{Year: 1899, Month: 12, Day: 31}
	for at := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC); at.Year() < 2101; at = at.AddDate(0, 0, 1) {
		want := written.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
		weekend := at.Weekday() == time.Saturday || at.Weekday() == time.Sunday
		if d != want || (Calendar{}).IsWorkday(d) == weekend {
			t.Fatalf("%v is %v to us, workday %v", want, d, !weekend)
		}
		d = dayAfter(d)
	}
}

func FuzzParseCalendar(f *testing.F) {
	f.Add(days2024)
	f.Add("2024-10-01 9999-12-31 休")
	f.Fuzz(func(t *testing.T, text string) {
		if c, err := ParseCalendar(text); err == nil {
			_, _ = c.LastWorkday(written.Date{Year: 2024, Month: 1, Day: 1}, 5)
		}
	})
}
