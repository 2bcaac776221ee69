package policy

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// Load reads a policy. The name is used in messages only. The error lists
// every problem with its line; a policy that loads contradicts itself nowhere
// and holds nothing that no rule reads.
func Load(name string, data []byte) (*calc.Policy, error) {
	l := &loader{source: &source{name: name}, p: &calc.Policy{}, lines: map[string]int{}}
	root, err := l.document(data)
	if err != nil {
		return nil, err
	}
	l.policy(root)
	if err := l.err(); err != nil {
		return nil, err
	}
	return l.p, nil
}

// loader builds one policy and remembers where its parts stand.
type loader struct {
	*source
	p     *calc.Policy
	lines map[string]int // "level 省级" -> line

	unpaid []string // levels that stand there to be told apart only
}

// policy reads the file from top to bottom; what later parts refer to stands
// above them.
func (l *loader) policy(root *yaml.Node) {
	m := l.mapping(root, "the policy", policyKeys)
	l.p.ID, l.p.Document, l.p.Title, l.p.City = m.id("id"), m.text("document"), m.text("title"), m.text("city")
	l.p.CheckedOn = m.date("checked_on")
	l.life(m)
	l.levels(m)
	for _, n := range m.list("clauses") {
		l.clause(n)
	}
	l.provisions(m)
	l.notCovered(m)
	l.natures(m)
	l.districts(m)
	l.eligible(m)
	l.issuers(m)
	l.words(m)
	l.p.Province = m.text("province")
	l.p.Excluded, l.p.Overlaps = l.bars(m, "exclusions", "exclusion"), l.bars(m, "overlaps", "overlap")
	for _, n := range m.list("readings") {
		l.reading(n)
	}
	for _, n := range m.list("conditions") {
		l.condition(n)
	}
	for _, n := range m.list("shares") {
		l.countyShare(n)
	}
	l.crossCheck()
}

// part reads a block that the first of its keys names, and that stands once.
func (l *loader) part(n *yaml.Node, what, kind string, keys []Key) (m mapping, name string) {
	m, name = l.named(n, what, kind, keys)
	l.once(kind, name, n.Line)
	return m, name
}

// line is where a named part stands.
func (l *loader) line(kind, name string) int { return l.lines[kind+" "+written.Fold(name)] }

// once notes a name under its kind and says where it stands already.
func (l *loader) once(kind, name string, line int) {
	if name == "" {
		return
	}
	if first, ok := l.lines[kind+" "+written.Fold(name)]; ok {
		l.fault(line, "%s %s stands twice, first in line %d", kind, name, first)
		return
	}
	l.lines[kind+" "+written.Fold(name)] = line
}

// life reads the days the policy is in force and the award years it pays. An
// award year pays the year before it, so the first may be the year the policy
// came into force and the last the year after it ends.
func (l *loader) life(m mapping) {
	if n := m.node("effective"); n != nil {
		e := l.mapping(n, "effective", effectiveKeys)
		l.p.Effective = calc.Period{From: e.date("from"), To: e.date("to")}
		if l.p.Effective.From.Compare(l.p.Effective.To) > 0 {
			l.fault(n.Line, "effective ends on %s, before it begins on %s", l.p.Effective.To, l.p.Effective.From)
		}
	}
	n := m.node("award_years")
	if n == nil {
		return
	}
	y := l.mapping(n, "award_years", yearsKeys)
	l.p.FirstYear, l.p.LastYear = y.number("first"), y.number("last")
	from, to := l.p.Effective.From.Year, l.p.Effective.To.Year
	switch {
	case l.p.FirstYear == 0 || l.p.LastYear == 0: // said already
	case l.p.FirstYear > l.p.LastYear:
		l.fault(n.Line, "award_years end in %d, before they begin in %d", l.p.LastYear, l.p.FirstYear)
	case from != 0 && l.p.FirstYear < from:
		l.fault(n.Line, "award_years begin in %d, before the policy is in force (%s)", l.p.FirstYear,
			l.p.Effective.From)
	case to != 0 && l.p.LastYear > to+1:
		l.fault(n.Line, "award_years end in %d, later than the year after the policy (%s)", l.p.LastYear,
			l.p.Effective.To)
	}
}

// levels reads the levels from low to high. An unpaid one is known only so
// that nobody takes it for another.
func (l *loader) levels(m mapping) {
	rank := 0
	for _, n := range m.list("levels") {
		v, name := l.part(n, "a level", "level", levelKeys)
		level := calc.Level{Name: name, Rank: v.number("rank")}
		if level.Rank < max(rank, 1) || level.Rank > rank+1 {
			l.fault(v.at("rank"),
				"level %s has rank %d after rank %d; levels stand from low to high, from 1, without gaps", level.Name,
				level.Rank, rank)
		}
		rank = level.Rank
		level.Aliases, level.Regions = l.aliases(v, level.Name), v.texts("regions")
		if v.flag("unpaid") {
			l.unpaid = append(l.unpaid, level.Name)
		}
		l.p.Levels = append(l.p.Levels, level)
	}
}

// isLevel tells whether the level is known, and says so where it is not.
func (l *loader) isLevel(name string, line int, what string) bool {
	if l.p.Rank(name) >= 0 {
		return true
	}
	names := calc.Mapped(l.p.Levels, func(v calc.Level) string { return v.Name })
	l.fault(line, "%s names the level %s; the levels are %s", what, name, orNothing(names))
	return false
}

// aliases is the name itself and the other words for it, the name first.
func (l *loader) aliases(m mapping, name string) []string {
	list := calc.Filled(name)
	for _, a := range m.texts("aliases") {
		if written.Fold(a) != written.Fold(name) {
			list = append(list, a)
		}
	}
	return list
}

// clause reads one numbered clause with the items that it gives.
func (l *loader) clause(n *yaml.Node) {
	m, number := l.part(n, "a clause", "clause", clauseKeys)
	c := calc.Clause{Number: number, Title: m.text("title"), Text: m.text("text")}
	l.p.Clauses = append(l.p.Clauses, c)
	first := len(l.p.Items)
	for _, item := range m.list("items") {
		l.item(item, c.Number)
	}
	l.sentences(c.Number, l.p.Items[first:], n.Line)
}

// provisions reads the general provisions and the rules that rest on them.
func (l *loader) provisions(m mapping) {
	governing := []string{calc.GovernsYear, calc.GovernsHighest, calc.GovernsPersons, calc.GovernsOutside,
		calc.GovernsBudget, calc.GovernsLife}
	for _, n := range m.list("provisions") {
		v, number := l.part(n, "a provision", "provision", provisionKeys)
		p := calc.Provision{Number: number, Text: v.text("text")}
		for _, g := range v.words("governs") {
			if !slices.Contains(governing, g.text) {
				l.fault(g.line, "provision %s governs %s; the rules are %s", p.Number, g.text,
					strings.Join(governing, ", "))
			}
			l.once("rule", g.text, g.line)
			p.Governs = append(p.Governs, g.text)
		}
		l.p.Provisions = append(l.p.Provisions, p)
	}
}

// notCovered reads the things that look like items and are none.
func (l *loader) notCovered(m mapping) {
	for _, n := range m.list("not_covered") {
		v, name := l.named(n, "a thing not covered", "not_covered", notCoveredKeys)
		l.p.NotCovered = append(l.p.NotCovered, calc.NotCovered{Name: name, Aliases: l.aliases(v, name)})
		l.lines["not_covered "+written.Fold(name)] = n.Line
	}
}

// natures reads the words of 认定类型. The first stands for rows that state
// none, so it must be new.
func (l *loader) natures(m mapping) {
	for i, n := range m.list("natures") {
		v, name := l.part(n, "a nature", "nature", natureKeys)
		nature := calc.Nature{Name: name}
		kind := v.oneOf("kind", string(calc.NatureNew), string(calc.NatureRenewed), string(calc.NatureRevoked))
		nature.Kind, nature.Remark = calc.NatureKind(kind), v.flag("remark")
		nature.Aliases = l.aliases(v, nature.Name)
		if i == 0 && kind != "" && nature.Kind != calc.NatureNew {
			l.fault(v.at("kind"), "the first nature, %s, stands for rows that state none; it must be of kind new",
				nature.Name)
		}
		l.p.Natures = append(l.p.Natures, nature)
	}
}

// districts reads the districts in the order of reports.
func (l *loader) districts(m mapping) {
	for _, n := range m.list("districts") {
		v, name := l.part(n, "a district", "district", districtKeys)
		l.p.Districts = append(l.p.Districts, calc.District{Name: name, Not: v.texts("not"), Codes: v.texts("codes"),
			Aliases: l.aliases(v, name)})
	}
}

// eligible reads who may be supported at all.
func (l *loader) eligible(m mapping) {
	n := m.node("eligible")
	if n == nil {
		return
	}
	v, e := l.mapping(n, "eligible", eligibleKeys), &l.p.Eligible
	e.Local = v.texts("local", func(w word) {
		if len(w.text) < 2 || len(w.text) > 6 || strings.Trim(w.text, "0123456789") != "" {
			l.fault(w.line,
				"eligible.local has %s; it must be the first two to six digits of a registrar's region, such as 1101",
				w.text)
		}
	})
	e.Persons, e.Doubt = v.codes("persons"), v.texts("doubt")
	e.Refused = v.codes("refused", func(w word) {
		if slices.Contains(e.Persons, w.text) {
			l.fault(w.line, "eligible: %s is in persons and in refused", w.text)
		}
	})
}

// codes reads first-two-characters of credit codes.
func (m mapping) codes(key string, checks ...func(word)) []string {
	return m.texts(key, append(checks, func(w word) {
		if len(w.text) != 2 || strings.Trim(w.text, written.CodeAlphabet) != "" {
			m.fault(w.line, "%s has %s; it must be the first two characters of a credit code, such as 91", m.name(key),
				w.text)
		}
	})...)
}

// issuers reads the words that tell a level by the document's number or body.
func (l *loader) issuers(m mapping) {
	for _, n := range m.list("issuers") {
		v, word := l.part(n, "an issuer", "issuer", issuerKeys)
		i := calc.Issuer{Word: word, Level: v.text("level")}
		if i.Level != "" {
			l.isLevel(i.Level, v.at("level"), v.what)
		}
		l.p.Issuers = append(l.p.Issuers, i)
	}
}

// words reads the closed lists of words that texts hold beside names.
func (l *loader) words(m mapping) {
	n := m.node("words")
	if n == nil {
		return
	}
	v := l.mapping(n, "words", wordsKeys)
	w := calc.Words{Harmless: v.texts("harmless"), Topics: v.texts("topics"), Acts: v.texts("acts"),
		Pending: v.texts("pending"),
		Notices: v.texts("notices"),
		Denials: v.texts("denials"), Undone: v.texts("undone"), Joints: v.texts("joints"), Stops: v.texts("stops"),
		Prospects: v.texts("prospects"), Qualities: v.texts("qualities"),
		Projects: v.texts("projects"), Checks: v.texts("checks"), Cures: v.texts("cures")}
	for _, n := range v.list("pairs") {
		p := l.mapping(n, "a pair of words", pairKeys)
		w.Pairs = append(w.Pairs, calc.WordPair{First: p.texts("first"), Then: p.texts("then"),
			Except: p.texts("except"), Paid: p.flag("paid"), Again: p.flag("again"), Alone: p.flag("alone"),
			Leads: p.flag("leads"), Ends: p.flag("ends"), Place: p.flag("place"), Across: p.flag("across")})
	}
	l.p.Words = w
}

func itemName(id string) string { return "item " + id }
