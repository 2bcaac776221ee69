package main

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/cmd/internal/console"
)

// chooseDistricts reads the districts that somebody named, by any name that the
// policy knows; all where nobody named one.
func chooseDistricts(s *console.Console, p *calc.Policy, texts []string) ([]string, error) {
	all := p.DistrictNames()
	if len(texts) == 0 {
		return all, nil
	}
	v := standard.NewVocabulary(p)
	var chosen []string
	for _, text := range texts {
		name, ok := v.District(text)
		if !ok {
			return nil, s.Refuse("district/unknown", p.ID, text, strings.Join(all, ", "), s.DidYouMean(text, all))
		}
		chosen = calc.AddNew(chosen, name)
	}
	return chosen, nil
}

// onlyItem is the policy with one of its items alone, named by its id, its name
// or an alias.
func onlyItem(s *console.Console, p *calc.Policy, text string) (*calc.Policy, error) {
	id, ok := standard.NewVocabulary(p).Resolve(calc.ScopeItem, text)
	if !ok {
		names := calc.Mapped(p.Items, func(it calc.Item) string { return it.Name })
		ids := calc.Mapped(p.Items, func(it calc.Item) string { return it.ID })
		return nil, s.Refuse("item/unknown", p.ID, text, strings.Join(ids, ", "),
			s.DidYouMean(text, append(names, ids...)))
	}
	it, _ := p.Item(id)
	one := *p
	one.Items = []calc.Item{*it}
	one.Clauses = slices.DeleteFunc(slices.Clone(p.Clauses), func(c calc.Clause) bool { return c.Number != it.Clause })
	return &one, nil
}
