package standard

import (
	"cmp"
	"jiangbu/calc"
	"slices"
)

// standing is what a text says about the state of a recognition.
type standing struct {
	natures []spoken // the natures that it names, in order
	open    string   // the words by which it is not recognised yet, or not at all: 未通过, 培育
	stop    string   // the words by which nothing is to be paid: 作废
	notice  string   // 公示
}

// spoken is a nature in the words of a text.
type spoken struct {
	nature int // acted: the bare act of recognising
	text   string
}

// acted stands for the bare act of recognising among natures.
const acted = -1

// standing reads the state of a recognition from a text.
func (v *Vocabulary) standing(c *Covering) standing { return v.standingIn(c, 0, len(c.words)) }

// standingIn reads the words from one number to another.
func (v *Vocabulary) standingIn(c *Covering, from, to int) (s standing) {
	for i := from; i < to; i++ {
		w := c.words[i]
		if j := c.denied(i); w.is(Denial) && j >= 0 && j < to {
			s.deny(v, c, i, j)
			i = c.listed(j)
			continue
		}
		s.hear(w)
	}
	return s
}

// hear takes one word that is not denied.
func (s *standing) hear(w word) {
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
func (s *standing) deny(v *Vocabulary, c *Covering, denial, denied int) {
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
			if !w.means(PairFirst, p) {
				continue
			}
			if len(pair.Then) == 0 {
				return w.text
			}
			if j := c.next(i, func(w word) bool { return w.means(PairThen, p) }); j > 0 {
				return c.text[w.at:c.words[j].end()]
			}
		}
	}
	return ""
}

// next is the number of the next such word in one breath with the one at i, 0
// where there is none.
func (c *Covering) next(i int, such func(word) bool) int {
	for j := i + 1; j < len(c.words) && c.words[j].at == c.words[j-1].end(); j++ {
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
func (v *Vocabulary) standingApart(c *Covering) (s standing) {
	c.eachPart(func(from, to int) {
		if !slices.ContainsFunc(c.words[from:to], func(w word) bool { return w.is(LeftOver) }) {
			s = s.and(v.standingIn(c, from, to))
		}
	})
	return s
}

func (s standing) and(o standing) standing {
	return standing{append(s.natures, o.natures...), cmp.Or(s.open, o.open), cmp.Or(s.stop, o.stop),
		cmp.Or(s.notice, o.notice)}
}

// isOpen tells whether a text says that nothing is recognised yet, or that
// nothing is to be paid.
func (s *standing) isOpen() bool { return s.open != "" || s.stop != "" || s.notice != "" }

// named are the natures that a text names beyond the bare act of recognising.
func (s *standing) named() []spoken {
	var out []spoken
	for _, n := range s.natures {
		if n.nature != acted {
			out = append(out, n)
		}
	}
	return out
}
