package policy

import (
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
)

// crossCheck holds the parts of the policy against each other.
func (l *loader) crossCheck() {
	l.namesApart()
	l.levelsUsed()
	l.tracks()
	l.sentenceReading()
	l.outside()
	l.readBack()
}

// namesApart refuses a word that two things claim: nobody could tell which is
// meant.
func (l *loader) namesApart() {
	items := map[string]string{}
	for i := range l.p.Items {
		it := &l.p.Items[i]
		l.claims(items, itemName(it.ID), it.Aliases, l.line("item", it.ID))
	}
	for _, n := range l.p.NotCovered {
		l.claims(items, "not_covered "+n.Name, n.Aliases, l.line("not_covered", n.Name))
	}
	levels, natures, districts := map[string]string{}, map[string]string{}, map[string]string{}
	for _, v := range l.p.Levels {
		l.claims(levels, "level "+v.Name, v.Aliases, l.line("level", v.Name))
	}
	for _, n := range l.p.Natures {
		l.claims(natures, "nature "+n.Name, n.Aliases, l.line("nature", n.Name))
	}
	for _, d := range l.p.Districts {
		l.claims(districts, "district "+d.Name, d.Aliases, l.line("district", d.Name))
	}
}

func (l *loader) claims(taken map[string]string, owner string, words []string, line int) {
	for _, w := range words {
		key := written.Fold(w)
		if first, ok := taken[key]; ok && first != owner {
			l.fault(line, "%s and %s both claim the word %s", owner, first, w)
			continue
		}
		taken[key] = owner
	}
}

// readBack reads every name with the vocabulary that surveys are read with: a
// name that is not read as its own thing, because a must-not word rules it out
// or another name hides it, would never be found.
func (l *loader) readBack() {
	if len(l.faults) > 0 {
		return // the vocabulary of a broken policy would only repeat what is known
	}
	v := standard.NewVocabulary(l.p)
	for i := range l.p.Items {
		it := &l.p.Items[i]
		l.read(it.Aliases, l.line("item", it.ID), itemName(it.ID), func(a string) bool { return v.Item(a).ID == it.ID })
		l.readWithLevel(v, it)
		l.notWords(v, it)
	}
	for _, n := range l.p.NotCovered {
		l.read(n.Aliases, l.line("not_covered", n.Name), "not_covered "+n.Name,
			func(a string) bool { return v.Item(a).NotCovered == n.Name })
	}
	for _, d := range l.p.Districts {
		l.read(d.Aliases, l.line("district", d.Name), "district "+d.Name, func(a string) bool {
			name, _ := v.District(a)
			return name == d.Name
		})
	}
	for _, n := range l.p.Natures {
		l.read(n.Aliases, l.line("nature", n.Name), "nature "+n.Name, func(a string) bool {
			name, _ := v.Nature(a)
			return name == n.Name
		})
	}
	for _, lv := range l.p.Levels {
		l.read(lv.Aliases, l.line("level", lv.Name), "level "+lv.Name, func(a string) bool {
			name, _ := v.Level(a, "")
			return name == lv.Name
		})
	}
}

func (l *loader) read(aliases []string, line int, owner string, asItself func(string) bool) {
	for _, a := range aliases {
		if !asItself(a) {
			l.fault(line, "%s: its name %s is never read as it; a not-word rules it out or another name hides it",
				owner, a)
		}
	}
}

// readWithLevel reads each name behind each level of the item, as districts
// write it: a longer name of another item must not swallow the two. A thing not
// covered may: that is what it stands there for.
func (l *loader) readWithLevel(v *standard.Vocabulary, it *calc.Item) {
	for _, name := range it.Aliases {
		for _, a := range it.Awards {
			if m := v.Item(a.Level + name); a.Level != "" && m.ID != it.ID && m.NotCovered == "" {
				l.fault(l.line("item", it.ID), "%s: its name %s is not read as it where the level stands before it: %s",
					itemName(it.ID), name, a.Level+name)
			}
		}
	}
}

// notWords refuses a word that is to rule the item out and does not: beside no
// name of the item does it keep a text from being read as the item.
func (l *loader) notWords(v *standard.Vocabulary, it *calc.Item) {
	for _, w := range it.Not {
		rules := func(name string) bool { return v.Item(name+w).ID != it.ID || v.Item(w+name).ID != it.ID }
		if !slices.ContainsFunc(it.Aliases, rules) {
			l.fault(l.line("item", it.ID),
				"%s: its not-word %s rules nothing out: a text with it is read as the item all the same",
				itemName(it.ID), w)
		}
	}
}

// levelsUsed refuses a level that no amount and no issuer names, unless it says
// that it is unpaid, and an unpaid one that is.
func (l *loader) levelsUsed() {
	awarded, issued := map[string]bool{}, map[string]bool{}
	for i := range l.p.Items {
		for _, a := range l.p.Items[i].Awards {
			awarded[a.Level] = true
		}
	}
	for _, is := range l.p.Issuers {
		issued[is.Level] = true
	}
	for _, v := range l.p.Levels {
		line := l.line("level", v.Name)
		switch unpaid := contains(l.unpaid, v.Name); {
		case unpaid && awarded[v.Name]:
			l.fault(line, "level %s is unpaid, but an item has an amount for it", v.Name)
		case v.Name != "" && !unpaid && !awarded[v.Name] && !issued[v.Name]:
			l.fault(line,
				"level %s is used by no item and no issuer; say unpaid: true if it is there to be told apart only",
				v.Name)
		}
	}
}

// tracks refuses a track whose items are counted by different things: they
// could never compete.
func (l *loader) tracks() {
	first := map[string]*calc.Item{}
	for i := range l.p.Items {
		it := &l.p.Items[i]
		if it.Track == "" || it.Key == "" {
			continue
		}
		f, ok := first[it.Track]
		if !ok {
			first[it.Track] = it
			continue
		}
		if f.Key != it.Key {
			l.fault(l.line("item", it.ID), "%s and %s share the track %s but are counted by %s and by %s",
				itemName(it.ID), itemName(f.ID), it.Track, it.Key, f.Key)
		}
	}
}

// sentenceReading refuses sentences that no reading asks for, and a reading
// that asks for sentences where no clause has any.
func (l *loader) sentenceReading() {
	divided := ""
	for i := range l.p.Items {
		if len(ownSentences(&l.p.Items[i])) > 0 {
			divided = l.p.Items[i].ID
			break
		}
	}
	for _, r := range l.p.Readings {
		asks := r.Effect == calc.EffectScope &&
			slices.ContainsFunc(r.Values, func(v calc.ReadingValue) bool { return v.Name == "sentence" })
		if asks && divided == "" {
			l.fault(l.line("reading", r.Name), "reading %s has the value sentence, but no item names a sentence",
				r.Name)
		}
		if asks {
			return
		}
	}
	if divided != "" {
		l.fault(l.line("item", divided), "%s names a sentence, but no reading has the value sentence",
			itemName(divided))
	}
}

// outside refuses an exception that no provision grants.
func (l *loader) outside() {
	if l.p.Governing(calc.GovernsOutside) != "" {
		return
	}
	for i := range l.p.Items {
		if it := &l.p.Items[i]; it.Outside {
			l.fault(l.line("item", it.ID), "%s is open to outside bodies, but no provision governs outside",
				itemName(it.ID))
		}
	}
}
