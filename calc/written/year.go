package written

import (
	"strconv"
	"strings"
)

// YearIn finds the first year of four digits, of this century, in a text.
func YearIn(s string) int {
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

// DocumentYear is the year in brackets of a document number, 〔2023〕, 0 where
// there is none.
func DocumentYear(document string) int {
	s := Fold(document)
	for {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			return 0
		}
		s = s[i+1:]
		if y := YearIn(s[:min(4, len(s))]); y != 0 && strings.HasPrefix(s[4:], ")") {
			return y
		}
	}
}

// YearsIn lists the years of this century that a text names as years: 2024年;
// bare ones (2024) as well where the text is about years only.
func YearsIn(text string, bare bool) []int {
	var years []int
	s := Fold(text)
	for i := 0; i+4 <= len(s); i++ {
		if (i > 0 && s[i-1] >= '0' && s[i-1] <= '9') || !strings.HasPrefix(s[i:], "20") || !IsDigits(s[i:i+4]) {
			continue
		}
		if rest := s[i+4:]; strings.HasPrefix(rest, "年") || bare && rest == "" {
			n, _ := strconv.Atoi(s[i : i+4])
			years = append(years, n)
		}
	}
	return years
}
