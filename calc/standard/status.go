package standard

import (
	"cmp"
	"jiangbu/calc"
	"slices"
)

// status is what a text says about the state of a recognition.
type status struct {
	natures []spoken // the natures that it names, in order
	open    string   // the words by which it is not recognised yet, or not at all: 未通过, 培育
	stop    string   // the words by which nothing is to be paid: 作废
	notice  string   // 公示
	same    bool     // it denies a change and says no more: 未变更
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
	for i := 0; i < len(c.words); i++ {
		j := -1
		if c.words[i].is(Denial) {
			j = c.denied(i)
		}
		if j < 0 {
			s.add(c.words[i])
			continue
		}
		s.deny(v, c, i, j)
		i = c.listed(j)
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
	case w.is(NatureWord) && !toCome && !v.leavesOpen(w, c.words[denial]):
		n := v.policy.Natures[w.sense(NatureWord).target]
		s.same = s.same || n.Kind == calc.NatureRenewed && !n.Remark
	case w.is(ActWord), w.is(NatureWord), w.is(PendingWord):
		s.open = cmp.Or(s.open, said)
	case w.is(NoticeWord):
		s.notice = cmp.Or(s.notice, said)
	case toCome:
		s.stop = cmp.Or(s.stop, said)
	}
}

// leavesOpen tells whether a recognition is open that is denied, by a word of what
// was not done, to be of a nature: 未复核 leaves it so, 不涉及复核 and 未更名 do not.
func (v *Vocabulary) leavesOpen(nature, denial word) bool {
	n := v.policy.Natures[nature.sense(NatureWord).target]
	return n.Kind == calc.NatureNew || n.Kind == calc.NatureRenewed && n.Remark && denial.is(Undone)
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
	return slices.DeleteFunc(slices.Clone(s.natures), func(n spoken) bool { return n.nature == acted })
}
