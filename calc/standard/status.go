package standard

import (
	"cmp"
	"jiangbu/calc"
	"slices"
	"strings"
)

// status is what a text says about the state of a recognition.
type status struct {
	natures []spoken // the natures that it names, in order
	open    string   // the words by which it is not recognised yet, or not at all: 未通过, 培育
	stop    string   // the words by which nothing is to be paid: 作废
	notice  string   // 公示
	dated   int      // the year in which it says that it was recognised, 0 where it says none
	place   string   // the district that a remark is about
}

// spoken is a nature in the words of a text.
type spoken struct {
	nature int // acted: the bare act of recognising
	text   string
}

// acted stands for the bare act of recognising among natures.
const acted = -1

// standing reads the state of a recognition from a text.
func (v *Vocabulary) standing(c *Covering) (s status) {
	s.dated = v.recognisedIn(c)
	for i := 0; i < len(c.words); i++ {
		w := c.words[i]
		if j := c.denied(i); w.is(Denial) && j >= 0 {
			s.deny(v, c, i, j)
			i = c.listed(j)
			continue
		}
		s.add(w)
	}
	return s
}

// add notes one word that is not denied.
func (s *status) add(w word) {
	switch {
	case w.is(NatureWord):
		s.natures = append(s.natures, spoken{w.sense(NatureWord).target, w.text})
	case w.is(StopWord):
		s.stop = cmp.Or(s.stop, w.text)
	case w.is(PendingWord):
		s.open = cmp.Or(s.open, w.text)
	case w.is(NoticeWord):
		s.notice = cmp.Or(s.notice, w.text)
	case w.is(ActWord):
		s.natures = append(s.natures, spoken{acted, w.text})
	}
}

// deny takes a word with the denial in front of it. What denies a recognition
// leaves it open; what denies a doubt removes it, but for one that is still to
// come: 未撤销, 拟撤销.
func (s *status) deny(v *Vocabulary, c *Covering, denial, denied int) {
	w := c.words[denied]
	said := c.text[c.words[denial].at:w.end()]
	toCome := slices.ContainsFunc(c.words[denial:denied], func(w word) bool { return w.is(Prospect) })
	switch {
	case w.is(NatureWord) && !toCome && !leavesOpen(v.policy.Natures[w.sense(NatureWord).target]):
	case w.is(ActWord), w.is(NatureWord), w.is(PendingWord):
		s.open = cmp.Or(s.open, said)
	case w.is(NoticeWord):
		s.notice = cmp.Or(s.notice, said)
	case toCome:
		s.stop = cmp.Or(s.stop, said)
	}
}

// leavesOpen tells whether a recognition is open that is denied to be of a
// nature: 未复核 leaves it so, 未更名 and 未撤销 do not.
func leavesOpen(n calc.Nature) bool {
	return n.Kind == calc.NatureNew || n.Kind == calc.NatureRenewed && n.Remark
}

// paired is the first pair of words that stop by standing in one breath, with
// all that stands between, "" where there is none. What is not known, denied,
// or said of another award parts them.
func (v *Vocabulary) paired(c *Covering) string {
	for i, w := range c.words {
		for p, pair := range v.policy.Words.Pairs {
			if !w.means(PairFirst, p) || pair.Paid && c.denies(i, w.at) {
				continue
			}
			if len(pair.Then) == 0 {
				return w.text
			}
			j := c.next(i, func(w word) bool { return w.means(PairThen, p) })
			if j > 0 && !(pair.Paid && c.next(j, func(w word) bool { return w.is(Stranger) }) > 0) {
				return c.text[w.at:c.words[j].end()]
			}
		}
	}
	return ""
}

// remarked reads a remark, undone being what it says is missing. What is said of
// another award (专精特新培育企业) is not said of this one.
func (v *Vocabulary) remarked(c *Covering, undone string) status {
	s := v.standing(c)
	s.stop = cmp.Or(s.stop, v.paired(c), undone)
	c.eachKnown(func(part *Covering) {
		if place, ok := v.district(part); ok {
			s.place = place
		}
	})
	if s.stop == "" && c.Has(Stranger) {
		return status{}
	}
	return s
}

// recognisedIn is the year in which a text says that this was recognised, and
// nothing else or at another level: 2022年首次认定. The year of a list (2022年度)
// is none.
func (v *Vocabulary) recognisedIn(c *Covering) (year int) {
	c.eachKnown(func(part *Covering) {
		if v.recognises(part) && !part.Has(ItemWord, Stranger, LevelWord, Denial, NoticeWord) &&
			!slices.ContainsFunc(part.words,
				func(w word) bool { return w.is(YearWord) && strings.Contains(w.text, "度") }) {
			year = cmp.Or(part.year(), year)
		}
	})
	return year
}

// recognises tells of words that they say that something was recognised anew.
func (v *Vocabulary) recognises(c *Covering) bool {
	natures := c.named(NatureWord)
	return (len(natures) > 0 || c.Has(ActWord)) &&
		!slices.ContainsFunc(natures, func(n int) bool { return v.policy.Natures[n].Kind != calc.NatureNew })
}

// eachKnown visits the parts of a text, between two signs, that hold nothing
// unknown but what means something beside another word.
func (c *Covering) eachKnown(visit func(part *Covering)) {
	unknown := func(w word) bool { return w.is(LeftOver) && !w.is(PairFirst) && !w.is(PairThen) }
	c.eachPart(func(from, to int) {
		if !slices.ContainsFunc(c.words[from:to], unknown) {
			visit(&Covering{c.text, c.words[from:to]})
		}
	})
}

// undone is the first denial in a remark, with all that it says, of what ought
// to be or, as they say, is not known: 未盖章, 不是我区企业, 拟申报.
func (c *Covering) undone(unknown bool) string {
	for i, w := range c.words {
		if w.is(Denial) && c.lacks(i, unknown) {
			return c.text[w.at:c.breath(i)]
		}
	}
	return ""
}

// lacks tells whether something is missing by the denial at i. That no money
// was given is no harm, nor that something else was not applied for.
func (c *Covering) lacks(i int, unknown bool) bool {
	j := c.denied(i)
	if j >= 0 {
		return c.words[j].is(NoticeWord) &&
			(!c.follows(j+1) || isSupport(c.words[j+1]) || c.words[j+1].is(Harmless))
	}
	if !c.words[i].is(Undone) || c.next(i, isSupport) > 0 {
		return false
	}
	if k := c.behind(i); c.follows(k) {
		return unknown || c.words[k].is(Harmless)
	} else {
		return c.words[k-1].is(Joint)
	}
}

// behind is the number after those that only join what is denied at i.
func (c *Covering) behind(i int) int {
	for i++; c.follows(i) && slices.ContainsFunc(between, c.words[i].is); i++ {
	}
	return i
}

// breath is where the words end that follow the one at i without a sign.
func (c *Covering) breath(i int) int {
	for c.follows(i + 1) {
		i++
	}
	return c.words[i].end()
}

// follows tells whether a word stands at once behind the one before it.
func (c *Covering) follows(i int) bool {
	return i < len(c.words) && c.words[i].at == c.words[i-1].end()
}

// next is the number of the next such word in one breath with the one at i, 0
// where there is none.
func (c *Covering) next(i int, such func(word) bool) int {
	for j := i + 1; c.follows(j); j++ {
		if such(c.words[j]) {
			return j
		}
		if slices.ContainsFunc(parting, c.words[j].is) {
			break
		}
	}
	return 0
}

var parting = []Kind{LeftOver, Denial, Stranger, NoticeWord, PendingWord, StopWord}

// standingApart reads a free text, such as the name of a product: a word
// counts there only where all that stands with it between two signs is known.
func (v *Vocabulary) standingApart(c *Covering) (s status) {
	c.eachKnown(func(part *Covering) {
		s = s.and(v.standing(part))
		s.stop = cmp.Or(s.stop, v.paired(part))
	})
	if strings.HasSuffix(c.text, "?") {
		s.stop = cmp.Or(s.stop, c.text)
	}
	return s
}

func (s status) and(o status) status {
	return status{natures: append(s.natures, o.natures...), open: cmp.Or(s.open, o.open),
		stop: cmp.Or(s.stop, o.stop), notice: cmp.Or(s.notice, o.notice)}
}

// isOpen tells whether a text says that nothing is recognised yet, or that
// nothing is to be paid.
func (s *status) isOpen() bool { return s.open != "" || s.stop != "" || s.notice != "" }

// named are the natures that a text names beyond the bare act of recognising.
func (s *status) named() []spoken {
	var out []spoken
	for _, n := range s.natures {
		if n.nature != acted {
			out = append(out, n)
		}
	}
	return out
}
