package calc

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ClauseNumber finds the clause that a person names: by its number however
// written (三, 第三条, （三）, 三、, 3), with its title behind it, or by the title
// alone.
func (p *Policy) ClauseNumber(text string) (number string, ok bool) {
	key := clauseKey(text)
	if key == "" {
		return "", false
	}
	for i := range p.Clauses {
		c := &p.Clauses[i]
		if n := clauseKey(c.Number); key == n || key == clauseKey(c.Title) || key == n+clauseKey(c.Title) {
			return c.Number, true
		}
	}
	return "", false
}

// clauseKey strips a clause's name to what tells it apart: 第（三）条 is 三, 3 is
// 三.
func clauseKey(text string) string {
	s := strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[]〔〕【】、.:, \u3000\u00a0", r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
	s = strings.TrimPrefix(s, "条款")
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

// ScopeOf reads the word that says what a budget line is about: 总额, 条款,
// 奖补事项, 县区, 处室 and their usual variants.
func ScopeOf(text string) (Scope, bool) {
	switch plainWord(text) {
	case "总额", "总计", "合计", "预算总额", "总预算", "全部", "总", "资金总额", "专项资金总额":
		return ScopeTotal, true
	case "条款", "政策条款", "按条款":
		return ScopeClause, true
	case "奖补事项", "事项", "项目", "奖补项目", "按事项":
		return ScopeItem, true
	case "县区", "板块", "县区(板块)", "区县", "地区", "按县区":
		return ScopeDistrict, true
	case "处室", "责任处室", "科室", "责任科室", "按处室":
		return ScopeOffice, true
	}
	return "", false
}

// plainWord folds width and drops all blanks.
func plainWord(text string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(text)), "")
}

// Resolve gives the policy's own name for what a budget line names under its
// scope: a clause number, an item id, a district, an office.
func (s Scope) Resolve(p *Policy, v *Vocabulary, text string) (name string, ok bool) {
	switch s {
	case ScopeTotal:
		return "", true
	case ScopeClause:
		return p.ClauseNumber(text)
	case ScopeItem:
		return resolveItem(p, v, text)
	case ScopeDistrict:
		return v.District(text)
	case ScopeOffice:
		return p.office(text)
	}
	return "", false
}

// resolveItem takes an id, an exact name, or what the aliases say without a
// doubt.
func resolveItem(p *Policy, v *Vocabulary, text string) (id string, ok bool) {
	word := plainWord(text)
	for i := range p.Items {
		if it := &p.Items[i]; it.ID == word || plainWord(it.Name) == word {
			return it.ID, true
		}
	}
	m := v.Item(text)
	return m.ID, m.ID != "" && len(m.Candidates) <= 1
}

// office finds a responsible office by its exact name.
func (p *Policy) office(text string) (string, bool) {
	word := plainWord(text)
	for i := range p.Items {
		if o := p.Items[i].Office; o != "" && plainWord(o) == word {
			return o, true
		}
	}
	return "", false
}
