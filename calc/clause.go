package calc

import (
	"jiangbu/calc/written"
	"strconv"
	"strings"
)

// ClauseNumber finds the clause that a person names: by its number however
// written (三, 第三条, （三）, 三、, 3), with its title behind it, or by the title
// alone.
func (p *Policy) ClauseNumber(text string) (number string, ok bool) {
	key := clauseKey(text)
	c, ok := find(p.Clauses, func(c *Clause) bool {
		n, title := clauseKey(c.Number), clauseKey(c.Title)
		return key != "" && (key == n || key == title || key == n+title)
	})
	if !ok {
		return "", false
	}
	return c.Number, true
}

// clauseKey strips a clause's name to what tells it apart: 第（三）条 is 三, 3 is
// 三.
func clauseKey(text string) string {
	s := strings.Map(func(r rune) rune {
		if strings.ContainsRune("()、.:,", r) {
			return -1
		}
		return r
	}, written.Fold(text))
	s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "本"), "政策"), "条款")
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		if n, title, ok := strings.Cut(rest, "条"); ok {
			s = n + strings.TrimPrefix(title, "款")
		}
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n, err := strconv.Atoi(s[:digits]); err == nil && n > 0 && n < 100 {
		s = chineseNumber(n) + s[digits:]
	}
	return s
}

// chineseNumber writes 1 to 99 as clauses are numbered: 十三.
func chineseNumber(n int) string {
	digits := [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	s := digits[n%10]
	if n >= 10 {
		s = "十" + s
	}
	if n >= 20 {
		s = digits[n/10] + s
	}
	return s
}
