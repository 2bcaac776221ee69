package policy

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc"
)

var effectNames = calc.Mapped(slices.Sorted(maps.Keys(calc.EffectValues)),
	func(e calc.Effect) string { return string(e) })

// reading reads one choice that the text leaves open.
func (l *loader) reading(n *yaml.Node) {
	m := l.mapping(n, "a reading", readingKeys)
	r := calc.Reading{Name: m.id("name"), Question: m.text("question"), Default: m.text("default")}
	m.what = "reading " + r.Name
	l.once("reading", r.Name, n.Line)
	r.Effect = calc.Effect(m.oneOf("effect", effectNames...))
	l.readingItems(m, &r)
	l.readingValues(m, &r)
	l.p.Readings = append(l.p.Readings, r)
}

// readingValues reads the answers: those that the effect knows, the default
// among them, at least two.
func (l *loader) readingValues(m mapping, r *calc.Reading) {
	known := calc.EffectValues[r.Effect]
	for _, p := range m.pairs("values") {
		if known != nil && !slices.Contains(known, p.key.text) {
			l.fault(p.key.line, "%s has the value %s; the effect %s takes %s", m.what, p.key.text, r.Effect,
				strings.Join(known, ", "))
		}
		meaning, _ := l.scalar(p.value, p.key.text+" of "+m.name("values").String())
		r.Values = append(r.Values, calc.ReadingValue{Name: p.key.text, Meaning: meaning.text})
	}
	if len(r.Values) == 1 {
		l.fault(m.at("values"), "%s has one value only, so there is no choice", m.what)
	}
	isDefault := func(v calc.ReadingValue) bool { return v.Name == r.Default }
	if len(r.Values) > 0 && r.Default != "" && !slices.ContainsFunc(r.Values, isDefault) {
		l.fault(m.at("default"), "%s has the default %s, which is not among its values", m.what, r.Default)
	}
}

// readingItems reads the items that the reading is about and checks that it
// can change something for each of them.
func (l *loader) readingItems(m mapping, r *calc.Reading) {
	for _, w := range m.words("items") {
		it, ok := l.p.Item(w.text)
		if !ok {
			l.fault(w.line, "%s names the item %s, which is unknown", m.what, w.text)
			continue
		}
		if slices.Contains(r.Items, it.ID) {
			l.fault(m.at("items"), "%s names %s twice", m.what, itemName(it.ID))
		}
		if why := cannotAffect(r.Effect, it); why != "" {
			l.fault(w.line, "%s cannot change %s: %s", m.what, itemName(it.ID), why)
		}
		r.Items = append(r.Items, it.ID)
	}
	l.readingScope(m, r)
	l.effectOnce(m, r)
}

// readingScope checks whether the effect is about single items or about all.
func (l *loader) readingScope(m mapping, r *calc.Reading) {
	switch r.Effect {
	case calc.EffectScope, calc.EffectPrior, calc.EffectLife:
		if m.has("items") {
			l.fault(m.at("items"), "%s has the effect %s, which is about all items; leave items out", m.what, r.Effect)
		}
	case calc.EffectCount, calc.EffectCost, calc.EffectPayee, calc.EffectFirst, calc.EffectEach, calc.EffectAuthority:
		m.require("items")
	case calc.EffectCap:
		capped := len(slices.DeleteFunc(slices.Clone(r.Items), func(id string) bool {
			it, _ := l.p.Item(id)
			return it.Cap.IsZero()
		}))
		if m.require("items") && (capped != 1 || len(r.Items) < 2) {
			l.fault(m.at("items"), "%s has the effect cap; it needs one item with a company_cap and at least one "+
				"without, found %d of %d with one", m.what, capped, len(r.Items))
		}
	}
}

// effectOnce refuses a second reading of one effect over the same item: which
// of the two would hold?
func (l *loader) effectOnce(m mapping, r *calc.Reading) {
	for _, other := range l.p.Readings {
		if other.Effect != r.Effect || r.Effect == "" {
			continue
		}
		if len(other.Items) == 0 || len(r.Items) == 0 {
			l.fault(m.line, "%s and reading %s both set %s for all items", m.what, other.Name, r.Effect)
			continue
		}
		for _, id := range r.Items {
			if slices.Contains(other.Items, id) {
				l.fault(m.at("items"), "%s and reading %s both set %s for %s", m.what, other.Name, r.Effect,
					itemName(id))
			}
		}
	}
}

// cannotAffect says why an effect would be without any for an item, "" where
// it has one.
func cannotAffect(e calc.Effect, it *calc.Item) string {
	switch {
	case e == calc.EffectCount && it.Key != calc.KeyCompany:
		return "it is counted by subject already"
	case e == calc.EffectCost && it.Form != calc.FormCost:
		return "it is not of the form cost"
	case e == calc.EffectEach && (it.Form != calc.FormCost || it.Key != calc.KeySubject):
		return "it is not a cost for somebody else"
	case e == calc.EffectAuthority && len(it.Allow.Codes) == 0:
		return "it lets no authority in"
	case e == calc.EffectPayee && it.Key != calc.KeyCompanySubject:
		return "nobody but the company is named, as its key is " + string(it.Key)
	}
	return ""
}

// condition reads what the text asks for and no column shows.
func (l *loader) condition(n *yaml.Node) {
	m := l.mapping(n, "a condition", conditionKeys)
	c := calc.Condition{Name: m.text("name"), Clause: m.text("clause"), Taken: m.text("taken")}
	m.what = "condition " + c.Name
	l.once("condition", c.Name, n.Line)
	if _, ok := l.p.Clause(c.Clause); c.Clause != "" && !ok {
		l.fault(m.at("clause"), "%s names the clause %s, which is unknown", m.what, c.Clause)
	}
	for _, w := range m.words("items") {
		if _, ok := l.p.Item(w.text); !ok {
			l.fault(w.line, "%s names the item %s, which is unknown", m.what, w.text)
			continue
		}
		c.Items = append(c.Items, w.text)
	}
	l.p.Conditions = append(l.p.Conditions, c)
}
