package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
)

// Vocabulary reads the names that a policy knows: items, levels, districts,
// natures and issuers, in the spellings that people use. It is made once from
// the policy's words and may be used by many at once.
type Vocabulary struct {
	policy     *calc.Policy
	lexicon    lexicon
	scale      []int // by level: levels of one scale have one number, 0: on every scale
	issued     int   // the scale of the levels that issuers tell
	cityLevel  int   // the level that the city's name stands for, -1 where none
	stateRunes runes // what words about the state of a recognition begin with
	told       runes // the same in a remark, with what names a district
	items      runes // what the names of items begin with
}

// ItemMatch is what a text says about the item. ID is "" where it names none
// or where Candidates (more than one id or name of a thing not covered) leave
// a choice; NotCovered is the name of a thing that the policy does not pay
// for; Level is "" where the text states none, or more than one.
type ItemMatch struct {
	ID, Level, NotCovered string
	Candidates            []string
}

// NewVocabulary prepares the words of a policy.
func NewVocabulary(p *calc.Policy) *Vocabulary {
	v := &Vocabulary{policy: p, cityLevel: -1}
	v.findCityLevel()
	v.lexicon = newLexicon(p)
	v.addRegionLevels()
	v.findScales()
	v.stateRunes = v.lexicon.starts(NatureWord, ActWord, PendingWord, NoticeWord, Denial, StopWord, PairFirst)
	v.told = v.lexicon.starts(NatureWord, ActWord, PendingWord, NoticeWord, Denial, StopWord, PairFirst, Support,
		DistrictWord)
	v.items = v.lexicon.starts(ItemWord, Stranger)
	return v
}

// Policy is the policy whose names are read.
func (v *Vocabulary) Policy() *calc.Policy { return v.policy }

func (v *Vocabulary) levelIndex(name string) int {
	return slices.IndexFunc(v.policy.Levels, func(l calc.Level) bool { return l.Name == name })
}

// findCityLevel finds the level that the city's name ends in: 市 of 某市.
func (v *Vocabulary) findCityLevel() {
	longest := 0
	for i, l := range v.policy.Levels {
		for _, a := range append(slices.Clone(l.Aliases), l.Regions...) {
			if strings.HasSuffix(v.policy.City, a) && len(a) > longest {
				v.cityLevel, longest = i, len(a)
			}
		}
	}
}

// addRegionLevels lets 某省级 and 某市级 be words of their own.
func (v *Vocabulary) addRegionLevels() {
	const suffix = "级"
	for i, l := range v.policy.Levels {
		for _, r := range l.Regions {
			v.lexicon.add(r+suffix, sense{LevelWord, i, true})
		}
	}
	if v.cityLevel >= 0 {
		v.lexicon.add(v.policy.City+suffix, sense{LevelWord, v.cityLevel, true})
	}
}

// Item reads the item that a cell, a title, a sheet name or a heading names,
// and the level where the text states it. Things that are not covered compete
// with the items; a word of Item.Not rules its item out.
func (v *Vocabulary) Item(text string) ItemMatch {
	c := v.Cover(text)
	return v.item(&c)
}

// item reads the item out of a covering. The title of a clause stands for the
// only item of the clause.
func (v *Vocabulary) item(c *Covering) ItemMatch {
	found := c.named(ItemWord)
	ruledOut := c.named(NotItem)
	found = slices.DeleteFunc(found, func(i int) bool { return slices.Contains(ruledOut, i) })
	strangers := c.named(Stranger)
	switch {
	case len(found) == 1 && len(strangers) == 0:
		m := ItemMatch{ID: v.policy.Items[found[0]].ID}
		m.Level, _ = v.level(c, m.ID, true)
		return m
	case len(found) == 0 && len(strangers) == 1:
		m := ItemMatch{NotCovered: v.policy.NotCovered[strangers[0]].Name}
		if m.Level, _ = v.level(c, "", true); m.Level == "" {
			m.Level = v.strangerLevel(c)
		}
		return m
	case len(found)+len(strangers) == 0:
		return v.clauseItem(c)
	}
	var m ItemMatch
	for _, i := range found {
		m.Candidates = append(m.Candidates, v.policy.Items[i].ID)
	}
	for _, i := range strangers {
		m.Candidates = append(m.Candidates, v.policy.NotCovered[i].Name)
	}
	return m
}

// strangerLevel is the level that the name of a thing not covered begins with.
func (v *Vocabulary) strangerLevel(c *Covering) string {
	for _, w := range c.words {
		if !w.is(Stranger) {
			continue
		}
		for _, e := range v.lexicon.first[firstRune(w.text)] {
			if e.senses[0].kind == LevelWord && strings.HasPrefix(w.text, e.text) {
				return v.policy.Levels[e.senses[0].target].Name
			}
		}
	}
	return ""
}

// clauseItem is the item of the clause whose title the text names.
func (v *Vocabulary) clauseItem(c *Covering) ItemMatch {
	clauses := c.named(ClauseWord)
	if len(clauses) != 1 {
		return ItemMatch{}
	}
	return v.onlyItem(v.policy.Clauses[clauses[0]].Number, c)
}

// onlyItem is the item of a clause that has one.
func (v *Vocabulary) onlyItem(clause string, c *Covering) ItemMatch {
	ids := v.policy.ItemsUnder(clause)
	if len(ids) != 1 {
		return ItemMatch{}
	}
	m := ItemMatch{ID: ids[0]}
	m.Level, _ = v.level(c, m.ID, true)
	return m
}

// District reads the district that a text names; two are none.
func (v *Vocabulary) District(text string) (name string, ok bool) {
	c := v.Cover(text)
	return v.district(&c)
}

func (v *Vocabulary) district(c *Covering) (name string, ok bool) {
	found := slices.DeleteFunc(c.named(DistrictWord), func(d int) bool { return v.isElsewhere(d, c) })
	if len(found) != 1 {
		return "", false
	}
	return v.policy.Districts[found[0]].Name, true
}

// isElsewhere tells whether a word of another place rules a district out. One
// that holds the district's own name only covers it where it stands: 连云港 is
// not 连云.
func (v *Vocabulary) isElsewhere(district int, c *Covering) bool {
	d := &v.policy.Districts[district]
	return slices.ContainsFunc(c.words, func(w word) bool {
		return slices.Contains(w.senses, sense{NotDistrict, district, true}) &&
			!anyName(d.Name, d.Aliases, func(name string) bool { return strings.Contains(w.text, name) })
	})
}

// Nature reads 认定类型. Two natures of one kind are as good as one, the first;
// the bare act of recognising (认定, 通过) is a new recognition.
func (v *Vocabulary) Nature(text string) (name string, ok bool) {
	c := v.Cover(text)
	s := v.standing(&c)
	if s.isOpen() {
		return "", false
	}
	return v.oneNature(s.natures)
}

// oneNature is the nature that natures of one kind come down to.
func (v *Vocabulary) oneNature(natures []spoken) (name string, ok bool) {
	all := v.policy.Natures
	at := acted
	for _, named := range natures {
		switch n := named.nature; {
		case n == acted:
		case at == acted:
			at = n
		case all[n].Kind != all[at].Kind:
			return "", false
		default:
			at = min(at, n)
		}
	}
	switch {
	case at != acted:
		return all[at].Name, true
	case len(natures) > 0 && len(all) > 0:
		return all[0].Name, true
	}
	return "", false
}

// runes is a set of characters.
type runes [1 << 10]uint64

func (s *runes) add(r rune) {
	if r < 1<<16 {
		s[r>>6] |= 1 << (r & 63)
	}
}

// in tells whether one of the characters stands in a text.
func (s *runes) in(text string) bool {
	for _, r := range text {
		if r >= 1<<16 || s.has(r) {
			return true
		}
	}
	return false
}

func (s *runes) has(r rune) bool { return s[r>>6]&(1<<(r&63)) != 0 }

// starts are the first characters of the words of some kinds.
func (l *lexicon) starts(kinds ...Kind) (set runes) {
	for r, list := range l.first {
		for _, e := range list {
			if slices.ContainsFunc(e.senses, func(s sense) bool { return slices.Contains(kinds, s.kind) }) {
				set.add(r)
			}
		}
	}
	set.addSpellings()
	return set
}

// addSpellings adds the characters that folding makes one with those of the set.
func (s *runes) addSpellings() {
	for from, to := range written.Spellings() {
		if s.has(to) {
			s.add(from)
		}
	}
}

// MaySpeak tells whether a text can hold a word about the state of a
// recognition, mayNameItem whether it can name an item.
func (v *Vocabulary) MaySpeak(text string) bool { return v.stateRunes.in(text) }

func (v *Vocabulary) mayNameItem(text string) bool { return v.items.in(text) }
