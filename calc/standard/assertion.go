package standard

import (
	"cmp"
	"jiangbu/calc"
	"slices"
	"strings"
)

// assertion is what one part of a free text, between two signs, says of the state
// of a recognition: of a remark, an opinion, a subject, a paper. Which award it
// is said of shows only beside the record (see free_text.go).
type assertion struct {
	status
	part   Covering
	dated  int            // the year in which it says that this was recognised, 0 where it says none
	issued bool           // by a document, as it says; a plate may be handed over years later
	paid   int            // the year in which it says that money was given
	place  string         // the district that it is about
	pair   *calc.WordPair // whose words stop, nil where others do
	behind Covering       // what stands behind the pair
	level  string         // that the pair ends in: 市级 of 只是市级
	undone bool           // it stops by a denial
}

// freeText is how much of a free text is stateRunes.
type freeText uint8

const (
	remarked freeText = iota // all of it; a denial stops whatever it denies
	answered                 // all of it; one of what nobody knows does not: 不是中小企业
	papers                   // all of it, but a nature only where all is known: the title of a document
	apart                    // parts whose words are all known: the name of a product is none
	freeTexts
)

// assertions are the parts of a free text that say anything.
func (v *Vocabulary) assertions(text string, how freeText) []assertion {
	c := v.Cover(text)
	var out []assertion
	for part := range c.parts(c.continues) {
		if known := !slices.ContainsFunc(part.words, unknown); known || how != apart {
			if s := v.assertion(part, known, how); s.speaks() {
				out = append(out, s)
			}
		}
	}
	if how == apart && strings.HasSuffix(c.text, "?") {
		out = append(out, assertion{status: status{stop: c.text}})
	}
	return out
}

// Speaks tells whether a text beside a record says anything of the state of a
// recognition, or against an award.
func (v *Vocabulary) Speaks(text string) bool { return len(v.assertions(text, answered)) > 0 }

// Stops tells whether the name of a file or folder says that nothing in it is to
// be paid: 海州区-作废. It says nothing else of its rows: what is called 复核 may
// have been looked through.
func (v *Vocabulary) Stops(name string) bool { return against(v.assertions(name, apart)) != "" }

// against is by which words something that was said stops an award, "" for none.
func against(said []assertion) string {
	for _, a := range said {
		if a.stop != "" && !a.undone {
			return a.stop
		}
	}
	return ""
}

// pairs tells of an assertion that a pair of words makes, which a title may hold
// without saying it: 已认定企业奖补名单, and not 备选企业.
func (s assertion) pairs() bool { return s.pair != nil && !s.pair.Alone }

// speaks tells whether a part says anything at all.
func (s *assertion) speaks() bool {
	return s.isOpen() || len(s.natures) > 0 || s.place != "" || s.paid != 0
}

// assertion reads one part. Beside a word of checking (数据已复核) a review is a
// clerk's.
func (v *Vocabulary) assertion(part *Covering, known bool, how freeText) assertion {
	s := assertion{status: v.standing(part), part: *part}
	if !v.stops(&s, known, how) {
		return assertion{}
	}
	if part.Has(CheckWord) {
		s.natures = slices.DeleteFunc(s.natures, v.isRenewal)
	}
	v.limit(&s, known, how)
	if known || part.Has(ItemWord) {
		s.dated = v.recognisedIn(part)
		issues := func(w word) bool { return w.is(ActWord) && !w.is(Harmless) }
		s.issued = known && slices.ContainsFunc(part.words, issues)
	}
	s.paid = part.paidIn()
	if known {
		s.place, _ = v.district(part)
	}
	s.place = cmp.Or(s.place, v.placed(part))
	return s
}

// stops reads by which words nothing is to be paid; false where what is wrong is
// over (处罚已修复). That something is wrong with the company stops beside
// another award by its name, too; of a project of its own (二期) nothing is asked.
func (v *Vocabulary) stops(s *assertion, known bool, how freeText) bool {
	part := &s.part
	if v.deniesStop(part, s.stop) {
		s.stop = ""
	}
	paid := v.isPaid(part, s.stop)
	if s.stop == "" || paid {
		v.addPaired(s, known && (how != apart || !part.Has(ItemWord))) // 样例节能宣传周 is a name
		paid = s.pair != nil && s.pair.Paid
	}
	if s.stop != "" && !paid && part.Has(CureWord) {
		return false
	}
	if s.stop == "" && !part.Has(Stranger, ProjectWord) {
		s.stop = v.undone(part, how)
		s.undone = s.stop != ""
	}
	return true
}

// limit leaves out what is not said of this recognition: but of another award by
// its name (专精特新培育企业), of a project, or in the title of a document.
func (v *Vocabulary) limit(s *assertion, known bool, how freeText) {
	switch {
	case how == papers && !known:
		s.natures = nil
	case s.part.Has(Stranger):
		s.natures, s.open, s.notice = nil, "", ""
	case s.part.Has(ProjectWord):
		s.open = ""
	}
	if how == apart || how == papers && known { // a name says 公示 only of itself
		s.open, s.notice = cmp.Or(s.open, s.notice), ""
	}
}

// isRenewal tells of a nature that it recognises again what was recognised.
func (v *Vocabulary) isRenewal(n spoken) bool {
	return n.nature != acted && v.policy.Natures[n.nature].Kind == calc.NatureRenewed
}

// undone is the first denial in a part, with all that it says, of what ought to
// be or, as they say, is not known: 未盖章, 不是我区企业, 拟申报.
func (v *Vocabulary) undone(part *Covering, how freeText) string {
	for i, w := range part.words {
		if w.is(Denial) && part.lacks(i, how) && !v.deniesPair(part, i) && !v.partsPaid(part, i) {
			return part.text[w.at:part.endOfRun(i)]
		}
	}
	return ""
}

// lacks tells whether something is missing by the denial at i. That no money
// was given is no harm, nor that something else was not applied for.
func (c *Covering) lacks(i int, how freeText) bool {
	j := c.denied(i)
	if j >= 0 {
		return c.words[j].is(NoticeWord) &&
			(c.words[i].is(Undone) || c.words[i].is(Prospect)) &&
			(!c.follows(j+1) || isSupport(c.words[j+1]) || c.words[j+1].is(Harmless) || c.words[j+1].is(LevelWord))
	}
	if !c.words[i].is(Undone) || c.next(i, isSupport, false) > 0 && how != papers {
		return false
	}
	k := c.behind(i)
	switch {
	case c.follows(k):
		return how != answered || c.words[k].is(Harmless)
	case k == i+1: // 名单里没有
		return how != answered && i > 0 && c.follows(i)
	}
	return c.words[k-1].is(Joint) || c.words[k-1].is(LevelWord) || c.words[k-1].is(Prospect)
}

// behind is the number after those that only join what is denied at i.
func (c *Covering) behind(i int) int {
	for end := c.within(i); i+1 < end && c.follows(i+1) && slices.ContainsFunc(between, c.words[i+1].is); i++ {
	}
	return i + 1
}

// recognisedIn is the year in which a part says that something was recognised
// anew, 0 where it says none. The year of a list (2022年度) is none.
func (v *Vocabulary) recognisedIn(part *Covering) int {
	natures := part.named(NatureWord)
	switch {
	case len(natures) == 0 && !part.Has(ActWord), part.Has(Stranger, Denial, NoticeWord),
		slices.ContainsFunc(natures, func(n int) bool { return v.policy.Natures[n].Kind != calc.NatureNew }),
		slices.ContainsFunc(part.words,
			func(w word) bool { return w.is(YearWord) && strings.Contains(w.text, "度") }):
		return 0
	}
	return part.year()
}

// unknown tells of a word that it is left over, and means nothing beside
// another.
func unknown(w word) bool { return w.is(LeftOver) && !w.is(PairFirst) && !w.is(PairThen) }

// paidIn is the year in which a part says that money was given, and which or how
// much at most: 2022年奖补40万元, but not 2022年奖补标准. 0 where it says none.
func (c *Covering) paidIn() int {
	i := slices.IndexFunc(c.words, isSupport)
	isSum := func(w word) bool { return w.is(NumberWord) || isSupport(w) || slices.Contains(sums, w.text) }
	if i < 0 || slices.ContainsFunc(c.words[:i], unknown) || c.Has(Stranger, Denial, NoticeWord) ||
		slices.ContainsFunc(c.words[i:], func(w word) bool { return !isSum(w) }) {
		return 0
	}
	return c.year()
}

var sums = []string{"金额", "资金", "款", "元", "万元"}

// continues tells whether a word is of one assertion with the one before it, also
// in a list: 无安全、环保事故.
func (c *Covering) continues(i int) bool {
	return c.follows(i) || c.text[c.words[i-1].end():c.words[i].at] == "、"
}

// next is the number of the next such word in one endOfRun with the one at i, 0
// where there is none. What is denied or not known parts them, the latter not
// where across is set.
func (c *Covering) next(i int, such func(word) bool, across bool) int {
	for j := i + 1; j < c.within(i) && c.follows(j); j++ {
		w := c.words[j]
		if such(w) {
			return j
		}
		if !across && unknown(w) || slices.ContainsFunc(parting, w.is) {
			break
		}
	}
	return 0
}

var parting = []Kind{Denial, Stranger, NoticeWord, PendingWord, StopWord}

// endOfRun is where the words end that follow the one at i without a sign.
func (c *Covering) endOfRun(i int) int {
	for c.follows(i + 1) {
		i++
	}
	return c.words[i].end()
}

// follows tells whether a word stands at once behind the one before it.
func (c *Covering) follows(i int) bool {
	return i > 0 && i < len(c.words) && c.words[i].at == c.words[i-1].end()
}

// lastYear is the last year that a part names, 0 where it names none.
func (c *Covering) lastYear() (year int) {
	for _, w := range c.words {
		if w.is(YearWord) || w.is(DateWord) {
			year = max(year, (&Covering{c.text, []word{w}}).year())
		}
	}
	return year
}
