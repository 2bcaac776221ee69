package written

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// DateText is what a text in a date column says. Reason is "" where a date was
// understood, else why none was, in Chinese. Label tells that the text is the
// year of a list (2023年度, 2023年第三批), which need not be the year of the
// document. Doubt says, in Chinese, what about an understood date is unsure.
type DateText struct {
	Date   Date
	Label  bool
	Doubt  string
	Reason string
}

// The reasons why a text is no date.
const (
	NotADate     = "不是日期"
	noSuchDay    = "没有这一天"
	wrongYear    = "年份不合理"
	IsRange      = "有两个日期，像是有效期或一段时间"
	dayOrMonth   = "年、月、日的顺序不明"
	MonthOrOct   = "单元格是数字，可能是1月，也可能是10月"
	emptyDate    = "没有内容"
	firstYear    = 1900
	lastYear     = 2199
	firstSerial  = 20000 // 1954-10-03
	lastSerial   = 80000 // 2119-01-11
	offset1904   = 1462
	maxDateRunes = 60
)

// ParseDate reads a date in the forms that surveys use (2023年12月22日,
// 2023.12.22, 20231222, 2023-12, 2023年, 23.12.22, 二〇二三年十二月二十二日, a serial
// number of the 1900 calendar), as precise as it was written.
func ParseDate(text string) DateText { return ParseDateFrom(text, From1900) }

// Epoch says from which day a workbook counts its serial numbers.
type Epoch uint8

// The two calendars of workbooks (ECMA-376, 18.17.4.1).
const (
	From1900 Epoch = iota
	From1904
)

// EpochOf is the calendar of a workbook that says whether it counts from 1904.
func EpochOf(date1904 bool) Epoch {
	if date1904 {
		return From1904
	}
	return From1900
}

// ParseDateFrom is [ParseDate] for a workbook of either calendar.
func ParseDateFrom(text string, epoch Epoch) DateText {
	s := dateForm(text)
	switch {
	case s == "":
		return DateText{Reason: emptyDate}
	case utf8.RuneCountInString(s) > maxDateRunes:
		return DateText{Reason: NotADate}
	}
	if whole, frac, _ := strings.Cut(s, "."); len(whole) == 5 && IsDigits(whole) && (frac == "" || IsDigits(frac)) {
		return serialDate(whole, epoch)
	}
	lead, nums, ok := splitDate(s)
	if !ok || !isLead(lead) || len(nums) == 0 {
		return DateText{Reason: NotADate}
	}
	return readDate(nums)
}

// dateForm brings a date to plain characters: NFKC, one kind of dash and dot,
// no blanks but those between digits, no heading before a colon and no time of
// day behind.
func dateForm(text string) string {
	s := strings.Map(plainDateRune, Plain(text))
	s = strings.Join(strings.Fields(s), " ")
	if head, rest, ok := strings.Cut(s, ":"); ok && isLead(head) {
		s = strings.TrimSpace(rest)
	}
	return dropTime(s)
}

func plainDateRune(r rune) rune {
	switch {
	case IsInvisible(r) || strings.ContainsRune(quotes, r):
		return -1
	case strings.ContainsRune("—–―‐‑‒−─", r):
		return '-'
	case strings.ContainsRune("。·•", r):
		return '.'
	case r == '∼' || r == '〜':
		return '~'
	case r == '\\':
		return '/'
	}
	return r
}

// dropTime cuts a time of day: "2023-05-12 08:30:00", "2023-05-12T00:00:00".
func dropTime(s string) string {
	day, clock, ok := strings.Cut(s, "T")
	if !ok {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			return s
		}
		day, clock = s[:i], s[i+1:]
	}
	if h, _, ok := strings.Cut(clock, ":"); ok && len(h) <= 2 && IsDigits(h) {
		return day
	}
	return s
}

// IsDateDigit tells of digits and of the Chinese numerals that dates are written
// with.
func IsDateDigit(r rune) bool { return r >= '0' && r <= '9' || isNumeral(r) }

// IsDigits tells whether a text is digits and nothing else.
func IsDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// dateNumber is one number of a date, how many digits it was written with (0
// for a Chinese number) and what stands behind it up to the next.
type dateNumber struct {
	n, digits int
	behind    string
}

// splitDate takes a date apart into its numbers.
func splitDate(s string) (lead string, nums []dateNumber, ok bool) {
	lead, s = cutBefore(s, IsDateDigit)
	for s != "" {
		if len(nums) > 7 {
			return "", nil, false
		}
		var d dateNumber
		if d, s, ok = cutNumber(s); !ok {
			return "", nil, false
		}
		d.behind, s = cutBefore(s, IsDateDigit)
		if behind := strings.ReplaceAll(d.behind, " ", ""); behind != "" {
			d.behind = behind // a blank is kept where nothing else separates two numbers
		}
		nums = append(nums, d)
	}
	return strings.TrimSpace(lead), nums, true
}

// cutBefore cuts a text before the first such character.
func cutBefore(s string, such func(rune) bool) (before, rest string) {
	rest = strings.TrimLeftFunc(s, func(r rune) bool { return !such(r) })
	return s[:len(s)-len(rest)], rest
}

func cutNumber(s string) (d dateNumber, rest string, ok bool) {
	arabic := s[0] < utf8.RuneSelf
	rest = strings.TrimLeftFunc(s, func(r rune) bool { return IsDateDigit(r) && (r < utf8.RuneSelf) == arabic })
	text := s[:len(s)-len(rest)]
	if arabic {
		d.n, d.digits = number(text), len(text)
		return d, rest, d.digits <= 8
	}
	n, ok := ParseNumeral(text)
	if d.n = int(min(n, 99999999)); n >= 1000 {
		d.digits = 4
	}
	return d, rest, ok
}

// readDate puts the numbers together.
func readDate(nums []dateNumber) DateText {
	first := nums[0]
	years := 0
	for _, d := range nums {
		if d.digits == 4 && d.n >= firstYear {
			years++
		}
	}
	switch {
	case len(nums) == 1 && (first.digits == 8 || first.digits == 6) && isTail(first.behind):
		return packedDate(first)
	case years > 1:
		return DateText{Reason: IsRange}
	case isLabel(first) && !(len(nums) == 2 && strings.HasPrefix(nums[1].behind, "季")):
		y, ok := fullYear(first)
		if !ok {
			return DateText{Reason: NotADate}
		}
		return DateText{Date: Date{Year: y}, Label: true}
	case len(nums) > 3 || first.digits == 4 && len(nums) > 1 && strings.ContainsAny(first.behind, "~至到"):
		return DateText{Reason: IsRange}
	}
	return writtenDate(nums)
}

// isLabel tells whether the year is that of a list: 2023年度, 2023年第三批,
// 2023年（第三批）.
func isLabel(d dateNumber) bool {
	b := strings.TrimLeft(d.behind, "(")
	rest, ok := strings.CutPrefix(b, "年")
	if !ok {
		return strings.HasPrefix(b, "第") || strings.HasPrefix(b, "批")
	}
	rest = strings.TrimLeft(rest, "(,")
	return strings.HasPrefix(rest, "度") || strings.HasPrefix(rest, "第") || strings.Contains(rest, "批")
}

// packedDate reads 20231222 and 202312.
func packedDate(d dateNumber) DateText {
	if d.digits == 6 {
		return checkDate(d.n/100, d.n%100)
	}
	return checkDate(d.n/10000, d.n/100%100, d.n%100)
}

// behindLast are the words that may stand behind the last number of a year, of a
// year and a month, and of a day.
var behindLast = [][]string{{"年"}, {"月份", "月", "."}, {"日", "号", "."}}

// writtenDate reads a year, year and month, or year, month and day with
// something between them.
func writtenDate(nums []dateNumber) DateText {
	y, ok := fullYear(nums[0])
	n, behind := len(nums), nums[0].behind
	behindDay := func() string {
		rest, _ := CutAny(nums[n-1].behind, behindLast[n-1])
		return rest
	}
	switch {
	case ok && n == 2 && strings.HasPrefix(behind, "年第") && strings.HasPrefix(nums[1].behind, "季度"):
		return checkDate(y)
	case !ok, n > 1 && !isSeparator(behind, "年") && !listed(nums), n == 3 && nums[2].digits == 4,
		nums[0].digits != 4 && behind == "/" && nums[0].n <= 12:
		return notYearFirst(nums)
	case n == 1 && nums[0].digits != 4 && !strings.HasPrefix(behind, "年"),
		n == 3 && !isSeparator(nums[1].behind, "月") && !listed(nums),
		n == 3 && (nums[1].digits > 2 || nums[2].digits > 2), n == 2 && strings.HasPrefix(nums[1].behind, "日"),
		!isTail(behindDay()):
		return DateText{Reason: NotADate}
	}
	parts := []int{y}
	for _, d := range nums[1:] {
		parts = append(parts, d.n)
	}
	return checkDate(parts...)
}

// notYearFirst says why a text does not begin with its year.
func notYearFirst(nums []dateNumber) DateText {
	if len(nums) == 3 && strings.ContainsAny(nums[0].behind, "./-") {
		return DateText{Reason: dayOrMonth}
	}
	return DateText{Reason: NotADate}
}

// fullYear is a year of four digits, or of two, which are of this century.
func fullYear(d dateNumber) (int, bool) {
	switch {
	case d.digits == 4 && d.n >= firstYear && d.n <= lastYear:
		return d.n, true
	case d.digits == 2 && d.n >= 10, d.digits == 0 && d.n >= 10 && d.n <= 99:
		return 2000 + d.n, true
	}
	return 0, false
}

// listed tells whether year, month and day stand in a list: 2023、5、12.
func listed(nums []dateNumber) bool {
	sign := nums[0].behind
	return len(nums) == 3 && (sign == "、" || sign == ",") && nums[1].behind == sign
}

func isSeparator(s, word string) bool {
	return slices.Contains([]string{word, ".", "/", "-", " ", "_"}, s)
}

// checkDate is a year, a year and a month, or a day, if it is in the calendar.
func checkDate(parts ...int) DateText {
	var p [3]int
	copy(p[:], parts)
	d, n := Date{p[0], p[1], p[2]}, len(parts)
	switch {
	case d.Year < firstYear || d.Year > lastYear:
		return DateText{Reason: wrongYear}
	case n > 1 && (d.Month < 1 || d.Month > 12), n > 2 && (d.Day < 1 || d.Day > daysIn(d.Year, d.Month)):
		return DateText{Reason: noSuchDay}
	}
	return DateText{Date: d}
}

// RangeStart reads the first date of a range: 2024.1.1-2026.12.31.
func RangeStart(text string) DateText {
	s := []rune(dateForm(text))
	for i := min(len(s), maxDateRunes) - 1; i > 3; i-- {
		if d := ParseDate(string(s[:i])); d.Reason == "" && !IsDateDigit(s[i]) {
			return d
		}
	}
	return DateText{Reason: NotADate}
}

// serialDate reads a spreadsheet's day number.
func serialDate(digits string, epoch Epoch) DateText {
	n := number(digits)
	if epoch == From1904 {
		n += offset1904
	}
	if n < firstSerial || n > lastSerial {
		return DateText{Reason: NotADate}
	}
	// Day 1 is 1900-01-01, and Excel counts a 29 February 1900.
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	return DateText{Date: Date{t.Year(), int(t.Month()), t.Day()}}
}
