package written

import (
	"iter"
	"regexp"
	"strings"
)

// yearsAt visits the runs of four digits in a text that are a year of this
// century, by their first byte.
func yearsAt(s string) iter.Seq2[int, int] {
	return func(yield func(at, year int) bool) {
		for from := 0; from < len(s); {
			to := from
			for to < len(s) && s[to] >= '0' && s[to] <= '9' {
				to++
			}
			if to-from == 4 && s[from:from+2] == "20" && !yield(from, number(s[from:to])) {
				return
			}
			from = max(to, from+1)
		}
	}
}

// YearIn finds the first year of four digits, of this century, in a text.
func YearIn(s string) int {
	for _, year := range yearsAt(s) {
		return year
	}
	return 0
}

// DocumentYear is the year in brackets of a document number, 〔2023〕, 0 where
// there is none.
func DocumentYear(document string) int {
	s := Fold(document)
	for at, year := range yearsAt(s) {
		if strings.HasSuffix(s[:at], "(") && strings.HasPrefix(s[at+4:], ")") {
			return year
		}
	}
	return 0
}

// YearsIn lists the years of this century that a text names as years: 2024年;
// bare ones (2024) as well where the text is about years only.
func YearsIn(text string, bare bool) (years []int) {
	s := Fold(text)
	for at, year := range yearsAt(s) {
		if rest := s[at+4:]; strings.HasPrefix(rest, "年") || bare && rest == "" {
			years = append(years, year)
		}
	}
	return years
}

// YearsOfNoDay lists the years that a text names with no month or day behind them
// (2022年度奖补, not 2022年3月), and tells whether one says 年度: it is no year of
// payments.
func YearsOfNoDay(text string) (years []int, award bool) {
	for _, m := range yearOfNoDay.FindAllStringSubmatch(Fold(text), -1) {
		years, award = append(years, number(m[1])), award || m[2] != ""
	}
	return years, award
}

var yearOfNoDay = regexp.MustCompile(`(20[0-9]{2})年(度?)(?:[^0-9]|$)`)
