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

// eachName tells all things that texts are read as, by their kinds, with the words
// for each.
func (l *loader) eachName(tell func(kind, name string, words []string)) {
	for i := range l.p.Items {
		tell("item", l.p.Items[i].ID, l.p.Items[i].Aliases)
	}
	for _, n := range l.p.NotCovered {
		tell("not_covered", n.Name, n.Aliases)
	}
	for _, v := range l.p.Levels {
		tell("level", v.Name, v.Aliases)
	}
	for _, n := range l.p.Natures {
		tell("nature", n.Name, n.Aliases)
	}
	for _, d := range l.p.Districts {
		tell("district", d.Name, d.Aliases)
	}
}

// namesApart refuses a word that two things claim: nobody could tell which is
// meant.
func (l *loader) namesApart() {
	taken := map[string]string{}
	l.eachName(func(kind, name string, words []string) {
		owner, among := kind+" "+name, kind
		if kind == "not_covered" {
			among = "item" // a text is read as one or as the other
		}
		for _, w := range words {
			key := among + " " + written.Fold(w)
			if first, ok := taken[key]; ok && first != owner {
				l.fault(l.line(kind, name), "%s and %s both claim the word %s", owner, first, w)
				continue
			}
			taken[key] = owner
		}
	})
}

// readBack reads every name with the vocabulary that surveys are read with: a
// name that is not read as its own thing, because a must-not word rules it out
// or another name hides it, would never be found.
func (l *loader) readBack() {
	if len(l.faults) > 0 {
		return // the vocabulary of a broken policy would only repeat what is known
	}
	v := standard.NewVocabulary(l.p)
	l.eachName(func(kind, name string, words []string) {
		for _, w := range words {
			if readAs(v, kind, w) != name {
				l.fault(l.line(kind, name),
					"%s: its name %s is never read as it; a not-word rules it out or another name hides it",
					kind+" "+name, w)
			}
		}
	})
	for i := range l.p.Items {
		l.readWithLevel(v, &l.p.Items[i])
		l.notWords(v, &l.p.Items[i])
	}
}

// readAs is the thing of a kind that a text is read as.
func readAs(v *standard.Vocabulary, kind, text string) (name string) {
	switch kind {
	case "item":
		return v.Item(text).ID
	case "not_covered":
		return v.Item(text).NotCovered
	case "level":
		name, _ = v.Level(text, "")
	case "nature":
		name, _ = v.Nature(text)
	case "district":
		name, _ = v.District(text)
	}
	return name
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
	for _, v := range l.p.Levels {
		line := l.line("level", v.Name)
		awarded := slices.ContainsFunc(l.p.Items, func(it calc.Item) bool {
			_, ok := it.Award(v.Name)
			return ok
		})
		issued := slices.ContainsFunc(l.p.Issuers, func(is calc.Issuer) bool { return is.Level == v.Name })
		switch unpaid := slices.Contains(l.unpaid, v.Name); {
		case unpaid && awarded:
			l.fault(line, "level %s is unpaid, but an item has an amount for it", v.Name)
		case v.Name != "" && !unpaid && !awarded && !issued:
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
		f := first[it.Track]
		switch {
		case it.Track == "" || it.Key == "":
		case f == nil:
			first[it.Track] = it
		case f.Key != it.Key:
			l.fault(l.line("item", it.ID), "%s and %s share the track %s but are counted by %s and by %s",
				itemName(it.ID), itemName(f.ID), it.Track, it.Key, f.Key)
		}
	}
}

// sentenceReading refuses sentences that no reading asks for, and a reading
// that asks for sentences where no clause has any.
func (l *loader) sentenceReading() {
	divided := slices.IndexFunc(l.p.Items, func(it calc.Item) bool { return len(ownSentences(&it)) > 0 })
	asks := slices.IndexFunc(l.p.Readings, func(r calc.Reading) bool {
		return r.Effect == calc.EffectScope &&
			slices.ContainsFunc(r.Values, func(v calc.ReadingValue) bool { return v.Name == "sentence" })
	})
	switch {
	case divided < 0 && asks >= 0:
		name := l.p.Readings[asks].Name
		l.fault(l.line("reading", name), "reading %s has the value sentence, but no item names a sentence", name)
	case divided >= 0 && asks < 0:
		id := l.p.Items[divided].ID
		l.fault(l.line("item", id), "%s names a sentence, but no reading has the value sentence", itemName(id))
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
