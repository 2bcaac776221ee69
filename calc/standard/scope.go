package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
)

// ScopeOf reads the word that says what a budget line is about: 总额, 条款,
// 奖补事项, 县区, 处室 and their usual variants.
func ScopeOf(text string) (calc.Scope, bool) {
	switch written.Fold(text) {
	case "总额", "总计", "合计", "预算总额", "总预算", "全部", "总", "资金总额", "专项资金总额":
		return calc.ScopeTotal, true
	case "条款", "政策条款", "按条款":
		return calc.ScopeClause, true
	case "奖补事项", "事项", "项目", "奖补项目", "按事项":
		return calc.ScopeItem, true
	case "县区", "板块", "县区(板块)", "区县", "地区", "按县区":
		return calc.ScopeDistrict, true
	case "处室", "责任处室", "科室", "责任科室", "按处室":
		return calc.ScopeOffice, true
	}
	return "", false
}

// Resolve gives the policy's own name for what a budget line names under its
// scope: a clause number, an item id, a district, an office.
func (v *Vocabulary) Resolve(s calc.Scope, text string) (name string, ok bool) {
	switch s {
	case calc.ScopeTotal:
		return "", true
	case calc.ScopeClause:
		return v.policy.ClauseNumber(text)
	case calc.ScopeItem:
		return v.namedItem(text)
	case calc.ScopeDistrict:
		return v.District(text)
	case calc.ScopeOffice:
		return v.office(text)
	}
	return "", false
}

// namedItem takes an id, an exact name, or what the aliases say without a
// doubt.
func (v *Vocabulary) namedItem(text string) (id string, ok bool) {
	word := written.Fold(text)
	for i := range v.policy.Items {
		if it := &v.policy.Items[i]; written.Fold(it.ID) == word || written.Fold(it.Name) == word {
			return it.ID, true
		}
	}
	m := v.Item(text)
	return m.ID, m.ID != "" && len(m.Candidates) <= 1
}

// office finds a responsible office by its exact name.
func (v *Vocabulary) office(text string) (string, bool) {
	word := written.Fold(text)
	for i := range v.policy.Items {
		if o := v.policy.Items[i].Office; o != "" && written.Fold(o) == word {
			return o, true
		}
	}
	return "", false
}
