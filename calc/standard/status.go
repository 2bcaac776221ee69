package standard

import (
	"cmp"
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
			s.deny(c, i, j)
			i = j
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
// leaves it open; what denies a doubt removes it.
func (s *standing) deny(c *Covering, denial, denied int) {
	w := c.words[denied]
	said := c.text[c.words[denial].at:w.end()]
	switch {
	case w.is(ActWord), w.is(NatureWord):
		s.open = cmp.Or(s.open, said)
	case w.is(NoticeWord):
		s.notice = cmp.Or(s.notice, said)
	}
}

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
