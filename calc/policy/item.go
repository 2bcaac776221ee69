package policy

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// formKeys are the keys that each form takes beside those of every item. Of a
// key and its plural (by level) at most one stands, of the first exactly one.
var formKeys = map[calc.Form][]string{
	calc.FormFixed:    {"amount", "amounts"},
	calc.FormEach:     {"amount", "amounts", "floor", "floors", "company_cap", "base"},
	calc.FormCost:     {"amount", "amounts", "floor", "floors", "company_cap", "base"},
	calc.FormRate:     {"rate", "rates", "ceiling", "ceilings", "floor", "floors", "company_cap", "base"},
	calc.FormApproved: {},
}

// moneyKeys are those of any form.
var moneyKeys = []string{"amount", "amounts", "rate", "rates", "ceiling", "ceilings", "floor", "floors", "company_cap",
	"base"}

var formNames = []string{string(calc.FormFixed), string(calc.FormEach), string(calc.FormCost), string(calc.FormRate),
	string(calc.FormApproved)}

// item reads one award item.
func (l *loader) item(n *yaml.Node, clause string) {
	m := l.mapping(n, "an item", itemKeys)
	it := calc.Item{ID: m.id("id"), Name: m.text("name"), Clause: clause}
	m.what = itemName(it.ID)
	l.once("item", it.ID, n.Line)
	it.Form = calc.Form(m.oneOf("form", formNames...))
	it.Counted, it.Payee, it.Track, it.Office = m.text("counted"), m.text("payee"), m.text("track"), m.text("office")
	it.Key = calc.Key(m.oneOf("key", string(calc.KeyCompany), string(calc.KeySubject), string(calc.KeyCompanySubject)))
	l.money(m, &it)
	it.Outside, it.Bodies, it.Not = m.flag("outside"), m.texts("bodies"), m.texts("not")
	it.Aliases = l.aliases(m, it.Name)
	l.implied(m, &it)
	if it.Authority = m.text("authority"); it.Authority != "" {
		l.isLevel(it.Authority, m.at("authority"), m.what)
	}
	it.Beyond = m.yuan("beyond")
	l.allow(m, &it)
	l.sentence(m, &it)
	l.derived(m, &it)
	l.p.Items = append(l.p.Items, it)
}

// money reads the amounts that the form takes and refuses those of another.
func (l *loader) money(m mapping, it *calc.Item) {
	keys, known := formKeys[it.Form]
	if !known {
		return
	}
	for _, k := range moneyKeys {
		if m.has(k) && !slices.Contains(keys, k) {
			l.fault(m.at(k), "%s is of the form %s, which takes no %s; it takes %s", m.what, it.Form, k,
				orNothing(keys))
		}
	}
	if len(keys) == 0 {
		return
	}
	l.awards(m, it, keys[0])
	for _, k := range []string{"ceiling", "floor"} {
		if slices.Contains(keys, k) {
			l.limit(m, it, k)
		}
	}
	if slices.Contains(keys, "company_cap") {
		l.companyCap(m, it)
	}
	l.base(m, it)
}

func orNothing(keys []string) string {
	if len(keys) == 0 {
		return "none"
	}
	return strings.Join(keys, ", ")
}

// limitOf is the limit of an award that a key sets.
func limitOf(a *calc.Award, key string) *money.Yuan {
	if key == "ceiling" {
		return &a.Ceiling
	}
	return &a.Floor
}

// awards reads what the item pays: one for all, or one for each level.
func (l *loader) awards(m mapping, it *calc.Item, key string) {
	byLevel := key + "s"
	if m.has(key) == m.has(byLevel) {
		l.fault(m.line, "%s needs either %s or %s (by level)", m.what, key, byLevel)
		return
	}
	fill := func(a calc.Award, n *yaml.Node, what any) {
		if key == "rate" {
			a.Rate = l.share(n, what)
		} else {
			a.Amount = l.sum(n, what)
		}
		it.Awards = append(it.Awards, a)
	}
	if m.has(key) {
		fill(calc.Award{}, m.values[key], m.name(key))
		return
	}
	for _, p := range m.pairs(byLevel) {
		if l.isLevel(p.key.text, p.key.line, m.what) {
			fill(calc.Award{Level: p.key.text}, p.value, p.key.text+" of "+m.name(byLevel).String())
		}
	}
	l.rising(m, it, byLevel)
}

// limit reads a ceiling or a floor: one for all levels, or one for each of
// those that have one.
func (l *loader) limit(m mapping, it *calc.Item, key string) {
	if !m.has(key + "s") {
		y := m.yuan(key)
		for i := range it.Awards {
			*limitOf(&it.Awards[i], key) = y
		}
	}
	l.byLevel(m, it, key, func(a *calc.Award, n *yaml.Node, what string) { *limitOf(a, key) = l.sum(n, what) })
}

// byLevel reads the values that the plural of a key has for levels of the item:
// it stands instead of the key.
func (l *loader) byLevel(m mapping, it *calc.Item, key string, fill func(a *calc.Award, n *yaml.Node, what string)) {
	plural := key + "s"
	if m.has(key) && m.has(plural) {
		l.fault(m.at(plural), "%s has %s and %s; it takes one of them", m.what, key, plural)
		return
	}
	for _, p := range m.pairs(plural) {
		i := slices.IndexFunc(it.Awards, func(a calc.Award) bool { return a.Level == p.key.text })
		if i < 0 {
			l.fault(p.key.line, "%s of %s names %s, a level it has no amount for", plural, m.what, p.key.text)
			continue
		}
		fill(&it.Awards[i], p.value, p.key.text+" of "+m.name(plural).String())
	}
}

// base reads what the item's base is called and where it stands.
func (l *loader) base(m mapping, it *calc.Item) {
	n := m.values["base"]
	if n == nil || !slices.Contains(formKeys[it.Form], "base") {
		return
	}
	b := l.mapping(n, "base of "+m.what, baseKeys)
	it.Base.Name = b.text("name")
	it.Base.Headings = append([]string{it.Base.Name}, b.texts("headings")...)
	if !it.NeedsBase() {
		l.fault(n.Line, "%s has a base, but neither its form nor a floor asks for one", m.what)
	}
}

// rising refuses an amount that falls as the level rises: 就高 would then not
// mean the higher level.
func (l *loader) rising(m mapping, it *calc.Item, key string) {
	for _, low := range it.Awards {
		for _, high := range it.Awards {
			if l.p.Rank(low.Level) < l.p.Rank(high.Level) && !high.Amount.IsZero() && high.Amount.Cmp(low.Amount) < 0 {
				l.fault(m.at(key), "%s pays %s for %s and %s for %s; the higher level must not be paid less",
					m.what, high.Amount.Words(), high.Level, low.Amount.Words(), low.Level)
			}
		}
	}
}

// companyCap reads the most that one company may get for the item in a year. An
// award by the piece needs one.
func (l *loader) companyCap(m mapping, it *calc.Item) {
	if it.Form == calc.FormEach {
		m.require("company_cap")
	}
	if it.Cap = m.yuan("company_cap"); it.Cap.IsZero() {
		return
	}
	for _, a := range it.Awards {
		most := a.Amount.Add(a.Ceiling) // no form has both
		if it.Cap.Cmp(most) < 0 {
			l.fault(m.at("company_cap"), "%s has a company_cap of %s, less than one award of %s", m.what,
				it.Cap.Words(), most.Words())
		}
	}
}

// implied reads the level that the item's name alone stands for.
func (l *loader) implied(m mapping, it *calc.Item) {
	it.Implied = m.text("implied")
	if it.Implied == "" {
		return
	}
	if _, ok := it.Award(it.Implied); !ok || !it.HasLevels() {
		l.fault(m.at("implied"), "%s implies %s, a level it has no amount for", m.what, it.Implied)
	}
}

// allow reads the legal forms that the item accepts beyond the general rule.
func (l *loader) allow(m mapping, it *calc.Item) {
	n := m.values["allow"]
	if n == nil {
		return
	}
	a := l.mapping(n, "allow of "+m.what, allowKeys)
	it.Allow = calc.Allow{Codes: a.codes("codes"), Names: a.texts("names")}
	if len(it.Allow.Codes)+len(it.Allow.Names) == 0 {
		l.fault(n.Line, "allow of %s allows nothing; leave it out", m.what)
	}
}

// sentence reads the sentence of the clause that the item's ceiling stands in,
// one for the item or one for each of its levels.
func (l *loader) sentence(m mapping, it *calc.Item) {
	it.Sentence = m.text("sentence")
	seen := map[string]bool{}
	l.byLevel(m, it, "sentence", func(a *calc.Award, n *yaml.Node, what string) {
		w, _ := l.scalar(n, what)
		a.Sentence, seen[w.text] = w.text, true
	})
	if !m.has("sentences") || m.has("sentence") {
		return
	}
	for _, a := range it.Awards {
		if a.Sentence == "" {
			l.fault(m.at("sentences"), "sentences of %s leaves out %s", m.what, a.Level)
		}
	}
	if len(seen) < 2 {
		l.fault(m.at("sentences"), "sentences of %s puts all levels into one; write sentence", m.what)
	}
}

// sentences completes the sentences of one clause to names that are unique in
// the policy, and refuses a division that divides nothing.
func (l *loader) sentences(clause string, items []calc.Item, line int) {
	names, without := map[string]bool{}, ""
	for i := range items {
		it := &items[i]
		own := ownSentences(it)
		if len(own) == 0 {
			without = it.ID
		}
		for _, s := range own {
			names[*s] = true
			*s = clause + *s
		}
	}
	switch {
	case len(names) == 0:
	case without != "":
		l.fault(line, "clause %s is divided into sentences, but %s names none", clause, itemName(without))
	case len(names) == 1:
		l.fault(line, "clause %s has all its items in one sentence, which means the clause itself; leave sentence out",
			clause)
	default:
		l.sentencesOfText(clause, names, line)
	}
}

// sentencesOfText refuses more names than the clause's text has sentences: one
// of them is mistyped, and what it names shares its ceiling with nothing.
func (l *loader) sentencesOfText(clause string, names map[string]bool, line int) {
	c, _ := l.p.Clause(clause)
	has := strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune("；;。", r) })
	if len(names) > len(has) {
		l.fault(line, "clause %s names the sentences %s; its text has only %d, so that one name is mistyped",
			clause, strings.Join(slices.Sorted(maps.Keys(names)), ", "), len(has))
	}
}

// ownSentences are the sentences that an item names: its own or its levels'.
func ownSentences(it *calc.Item) []*string {
	var own []*string
	if it.Sentence != "" {
		own = append(own, &it.Sentence)
	}
	for i := range it.Awards {
		if it.Awards[i].Sentence != "" {
			own = append(own, &it.Awards[i].Sentence)
		}
	}
	return own
}
