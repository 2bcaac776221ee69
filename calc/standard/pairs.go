package standard

import (
	"iter"
	"jiangbu/calc"
	"slices"
)

// pairs visits the words that begin a pair, from one number to before another, by
// their number and that of the pair, in order.
func (c *Covering) pairs(from, to int) iter.Seq2[int, int] {
	return func(yield func(at, pair int) bool) {
		for i := from; i < to; i++ {
			for _, s := range c.words[i].senses {
				if s.kind == PairFirst && !yield(i, s.target) {
					return
				}
			}
		}
	}
}

// addPaired adds the first pair of words that stop by standing in one endOfRun,
// with all that stands between.
func (v *Vocabulary) addPaired(said *assertion, known bool) {
	part := &said.part
	said.stop = ""
	for i, p := range part.pairs(0, len(part.words)) {
		w, pair := part.words[i], &v.policy.Words.Pairs[p]
		j := v.pairEnd(part, i, p)
		if j < 0 || pair.Alone && !known || part.refuses(i, w.at) {
			continue
		}
		end := part.words[j]
		said.stop, said.behind = part.text[w.at:end.end()], Covering{part.text, part.words[j+1:]}
		if said.undone = w.is(Denial); !said.undone {
			said.pair = pair
			if j > i && end.is(LevelWord) {
				said.level = v.policy.Levels[end.sense(LevelWord).target].Name
			}
		}
		return
	}
}

// pairEnd is where the pair p ends that begins with the word at i, -1 where it is
// none: another award or a word that takes its meaning stands by, or what it
// says was recognised is not known.
func (v *Vocabulary) pairEnd(part *Covering, i, p int) int {
	pair := &v.policy.Words.Pairs[p]
	if pair.Place || pair.Leads && (i > 0 || len(part.words) == 1) || pair.Ends && (i == 0 || i < len(part.words)-1) {
		return -1
	}
	j := i
	if len(pair.Then) > 0 {
		then := func(w word) bool { return w.means(PairThen, p) }
		if j = part.next(i, then, pair.Across); j == 0 {
			return -1
		}
	}
	if slices.ContainsFunc(part.words, func(w word) bool { return w.means(PairExcept, p) }) || v.goesOn(part, j, pair) {
		return -1
	}
	return j
}

// goesOn tells whether what stands behind the pair that ends at j makes it of
// something else: another award or, of a recognition, what nobody knows.
func (v *Vocabulary) goesOn(part *Covering, j int, pair *calc.WordPair) bool {
	isStranger := func(w word) bool { return w.is(Stranger) }
	return (pair.Paid || pair.Again) && part.next(j, isStranger, true) > 0 ||
		pair.Again && part.follows(j+1) && unknown(part.words[j+1])
}

// placed is the district that a part says that the record is of or goes to:
// 应报至东海县.
func (v *Vocabulary) placed(part *Covering) string {
	for i, p := range part.pairs(0, len(part.words)) {
		if !v.policy.Words.Pairs[p].Place || part.refuses(i, part.words[i].at) {
			continue
		}
		isDistrict := func(w word) bool { return w.is(DistrictWord) }
		if j := part.next(i, isDistrict, true); j > 0 {
			name, _ := v.district(&Covering{part.text, part.words[j : j+1]})
			return name
		}
	}
	return ""
}

// isPaid tells of a word that stops that it says of money that it was paid.
func (v *Vocabulary) isPaid(part *Covering, stop string) bool {
	for i, p := range part.pairs(0, len(part.words)) {
		if part.words[i].text == stop && v.policy.Words.Pairs[p].Paid {
			return true
		}
	}
	return false
}

// deniesStop tells whether a denied pair ends in a word that stops: 未被环保部门处罚.
func (v *Vocabulary) deniesStop(part *Covering, stop string) bool {
	for i, p := range part.pairs(0, len(part.words)) {
		if part.refuses(i, part.words[i].at) {
			if j := v.pairEnd(part, i, p); j > i && part.words[j].text == stop {
				return true
			}
		}
	}
	return false
}

// deniesPair tells whether the denial at i denies words that would stop: 不缺材料.
func (v *Vocabulary) deniesPair(part *Covering, i int) bool {
	if part.words[i].is(Prospect) {
		return false
	}
	for k, p := range part.pairs(i+1, min(len(part.words), part.behind(i)+1)) {
		if v.pairEnd(part, k, p) > k {
			return true
		}
	}
	return false
}

// partsPaid tells whether the denial at i stands within a pair that says of money
// that it was paid: 奖补资金未到位.
func (v *Vocabulary) partsPaid(part *Covering, i int) bool {
	if !part.follows(i + 1) {
		return false
	}
	for _, p := range part.pairs(max(0, i-reach), i) {
		if v.policy.Words.Pairs[p].Paid && part.words[i+1].means(PairThen, p) {
			return true
		}
	}
	return false
}
