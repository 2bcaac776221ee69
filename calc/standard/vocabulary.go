package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
	"unicode/utf8"
)

// Vocabulary reads the names that a policy knows: items, levels, districts,
// natures and issuers, in the spellings that people use. It is made once from
// the policy's aliases and may be used by many at once.
type Vocabulary struct {
	policy    *calc.Policy
	items     aliases // targets: the items, then what is not covered
	levels    aliases
	districts aliases
	natures   aliases
	issuers   aliases

	notItem     [][]string // by item: folded words that rule it out
	notDistrict []notWords // by district
	scale       []int      // by level: levels of one scale have one number, 0: on every scale
}

// notWords are the words that keep a district from being meant: those that
// contain one of its aliases blot out the alias where they stand (连云港 is
// not 连云), the others rule the district out altogether.
type notWords struct {
	blot aliases
	wide int // bytes of the longest of blot
	rule []string
}

// ItemMatch is what a text says about the item. ID is "" where it names none
// or where Candidates (more than one id or name of a thing not covered) leave
// a choice; NotCovered is the name of a thing that the policy does not pay
// for; Level is "" where the text states none, or more than one.
type ItemMatch struct {
	ID, Level, NotCovered string
	Candidates            []string
}

// NewVocabulary prepares the names of a policy.
func NewVocabulary(p *calc.Policy) *Vocabulary {
	v := &Vocabulary{policy: p}
	for i, it := range p.Items {
		v.items.names(it.Name, it.Aliases, i)
		v.notItem = append(v.notItem, foldAll(it.Not))
	}
	for i, n := range p.NotCovered {
		v.items.names(n.Name, n.Aliases, len(p.Items)+i)
	}
	for i, l := range p.Levels {
		v.levels.names(l.Name, l.Aliases, i)
	}
	for i, d := range p.Districts {
		v.districts.names(d.Name, d.Aliases, i)
		v.notDistrict = append(v.notDistrict, newNotWords(d))
	}
	for i, n := range p.Natures {
		v.natures.names(n.Name, n.Aliases, i)
	}
	for _, s := range p.Issuers {
		if i := v.levelIndex(s.Level); i >= 0 {
			v.issuers.add(s.Word, i, true)
		}
	}
	v.findScales()
	return v
}

// Policy is the policy whose names are read.
func (v *Vocabulary) Policy() *calc.Policy { return v.policy }

// names registers a standard name and its other spellings.
func (a *aliases) names(name string, others []string, target int) {
	a.add(name, target, true)
	for _, o := range others {
		if written.Fold(o) != written.Fold(name) {
			a.add(o, target, false)
		}
	}
}

func newNotWords(d calc.District) notWords {
	var n notWords
	own := foldAll(append([]string{d.Name}, d.Aliases...))
	for _, w := range foldAll(d.Not) {
		if slices.ContainsFunc(own, func(a string) bool { return strings.Contains(w, a) }) {
			n.blot.add(w, 0, true)
			n.wide = max(n.wide, len(w))
		} else {
			n.rule = append(n.rule, w)
		}
	}
	return n
}

func foldAll(words []string) []string {
	var out []string
	for _, w := range words {
		if f := written.Fold(w); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func hasWord(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

func (v *Vocabulary) levelIndex(name string) int {
	return slices.IndexFunc(v.policy.Levels, func(l calc.Level) bool { return l.Name == name })
}

// Item reads the item that a cell, a title, a sheet name or a heading names,
// and the level where the text states it. The longest alias wins; things that
// are not covered compete with the items; a word of Item.Not rules its item
// out.
func (v *Vocabulary) Item(text string) ItemMatch {
	s := written.Fold(text)
	found := distinct(v.itemHits(s))
	switch len(found) {
	case 0:
		return ItemMatch{}
	case 1:
		m := ItemMatch{NotCovered: v.notCovered(found[0])}
		if m.NotCovered == "" {
			m.ID = v.policy.Items[found[0]].ID
		}
		m.Level, _ = v.Level(text, m.ID)
		return m
	}
	var m ItemMatch
	for _, t := range found {
		m.Candidates = append(m.Candidates, v.itemName(t))
	}
	return m
}

// distinct lists what the hits name, each once: of items no spelling is more
// proper than another.
func distinct(hits []hit) []int {
	var out []int
	for _, h := range hits {
		out = append(out, h.target)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (v *Vocabulary) itemHits(s string) []hit {
	hits := unruled(v.items.all(s), func(target int) bool { return target < len(v.notItem) && hasWord(s, v.notItem[target]) })
	return longest(hits, len(s))
}

// notCovered is the name of a thing not covered, "" where the target is an item.
func (v *Vocabulary) notCovered(target int) string {
	if n := len(v.policy.Items); target >= n {
		return v.policy.NotCovered[target-n].Name
	}
	return ""
}

// itemName is the id of an item or the name of a thing not covered.
func (v *Vocabulary) itemName(target int) string {
	if name := v.notCovered(target); name != "" {
		return name
	}
	return v.policy.Items[target].ID
}

// District reads the district that a text names: the longest alias, unless the
// text says that another place is meant or names two.
func (v *Vocabulary) District(text string) (name string, ok bool) {
	s := written.Fold(text)
	hits := unruled(v.districts.all(s), func(target int) bool { return hasWord(s, v.notDistrict[target].rule) })
	hits = slices.DeleteFunc(hits, func(h hit) bool { return v.notDistrict[h.target].blots(s, h) })
	found := distinct(longest(hits, len(s)))
	if len(found) != 1 {
		return "", false
	}
	return v.policy.Districts[found[0]].Name, true
}

// unruled drops the hits of targets that are ruled out. Each target is asked
// about once, however often a text names it: a cell can hold a name ten
// thousand times.
func unruled(hits []hit, ruledOut func(target int) bool) []hit {
	var room [2][8]int // most texts name one or two
	in, out := room[0][:0], room[1][:0]
	return slices.DeleteFunc(hits, func(h hit) bool {
		switch {
		case slices.Contains(in, h.target):
			return false
		case slices.Contains(out, h.target):
			return true
		case ruledOut(h.target):
			out = append(out, h.target)
			return true
		}
		in = append(in, h.target)
		return false
	})
}

// blots tells whether a longer word of another place covers the hit. Only what
// is near the hit can.
func (n *notWords) blots(s string, h hit) bool {
	from, to := max(0, h.end()-n.wide), min(len(s), h.at+n.wide)
	if from > h.at || to < h.end() {
		return false
	}
	return slices.ContainsFunc(n.blot.all(s[from:to]), func(b hit) bool {
		at := b.at + from
		return at <= h.at && h.end() <= at+len(b.text) && len(b.text) > len(h.text)
	})
}

// Nature reads 认定类型. The standard names count before other spellings; two
// natures of one kind are as good as one, the first.
func (v *Vocabulary) Nature(text string) (name string, ok bool) {
	found := targets(v.natures.find(written.Fold(text)))
	if len(found) == 0 {
		return "", false
	}
	natures := v.policy.Natures
	for _, t := range found[1:] {
		if natures[t].Kind != natures[found[0]].Kind {
			return "", false
		}
	}
	return natures[found[0]].Name, true
}

// remark is the word by which 备注 mentions a nature that is worth asking about
// and of another kind than the record's, "" where it mentions none.
func (v *Vocabulary) remark(text string, than calc.NatureKind) string {
	for _, h := range v.natures.find(written.Fold(text)) {
		if n := &v.policy.Natures[h.target]; n.Remark && n.Kind != than {
			return h.text
		}
	}
	return ""
}

// firstRune is the first character of a text, 0 where it is empty.
func firstRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
