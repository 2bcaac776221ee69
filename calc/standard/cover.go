package standard

import (
	"iter"
	"jiangbu/calc/written"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Covering is a text covered by words, from left to right and each time by the
// longest. Signs and blanks between words stand in none; characters that no
// word covers are words of the kind LeftOver.
type Covering struct {
	text  string // folded
	words []word
}

// word is a word of a covering, at a byte of the folded text.
type word struct {
	text   string
	at     int
	senses []sense
}

func (w word) end() int { return w.at + len(w.text) }

// is tells whether a kind is among the senses of the word.
func (w word) is(k Kind) bool {
	for _, s := range w.senses {
		if s.kind == k {
			return true
		}
	}
	return k == LeftOver && len(w.senses) == 0
}

// means tells whether the word is of a kind and names its target.
func (w word) means(k Kind, target int) bool {
	return slices.ContainsFunc(w.senses, func(s sense) bool { return s.kind == k && s.target == target })
}

// withoutQuality is the word where no denial stands in front of it, an empty one
// where it then is none.
func (w word) withoutQuality() word {
	senses := slices.DeleteFunc(slices.Clone(w.senses), func(s sense) bool { return s.kind == Quality })
	switch {
	case len(senses) == 0:
		return word{}
	case paired(senses):
		senses = append(senses, sense{kind: LeftOver})
	}
	return word{w.text, w.at, senses}
}

// sense is the word's sense of a kind.
func (w word) sense(k Kind) sense {
	for _, s := range w.senses {
		if s.kind == k {
			return s
		}
	}
	return sense{}
}

// Cover covers a text by the words of the policy.
func (v *Vocabulary) Cover(text string) Covering {
	c := Covering{text: written.Simplified(written.Fold(text))}
	for i := 0; i < len(c.text); {
		w := v.wordAt(c.text, i)
		if w.is(Quality) && !c.denies(len(c.words), i) {
			w = w.withoutQuality()
		}
		if w.text != "" {
			c.words = append(c.words, w)
			i = w.end()
			continue
		}
		r, n := utf8.DecodeRuneInString(c.text[i:])
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			c.leave(i, n)
		}
		i += n
	}
	c.joinDocuments()
	return c
}

// wordAt is the longest word at a byte of a folded text, an empty one where
// none stands there.
func (v *Vocabulary) wordAt(s string, at int) word {
	rest := s[at:]
	e := v.lexicon.longest(rest)
	if e != nil && !v.governs(e, rest) {
		e = nil
	}
	kind, size := patternAt(rest)
	switch {
	case e != nil && len(e.text) == size && paired(e.senses):
		return word{e.text, at, append(slices.Clone(e.senses), patternSenses[kind]...)}
	case e != nil && len(e.text) >= size:
		return word{e.text, at, e.senses}
	case size > 0:
		return word{rest[:size], at, patternSenses[kind]}
	}
	return word{}
}

// patternSenses are the senses of words known by their form.
var patternSenses = func() map[Kind][]sense {
	m := map[Kind][]sense{}
	for _, p := range patterns {
		m[p.kind] = []sense{{kind: p.kind}}
	}
	return m
}()

// governs tells whether a word counts where it stands. A level of one
// character (省, 市) does only before another word or at the end: 市场监管 is no
// 市级; a nature (新) only before an act, too.
func (v *Vocabulary) governs(e *entry, rest string) bool {
	kind := e.senses[0].kind
	if utf8.RuneCountInString(e.text) > 1 || kind != LevelWord && kind != NatureWord {
		return true
	}
	next := rest[len(e.text):]
	if r := firstRune(next); r == 0 || !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		return true
	}
	n := v.lexicon.longest(next)
	return n != nil && (kind == LevelWord || word{senses: n.senses}.is(ActWord))
}

// leave adds a character to what is left over.
func (c *Covering) leave(at, size int) {
	if n := len(c.words); n > 0 && len(c.words[n-1].senses) == 0 && c.words[n-1].end() == at {
		c.words[n-1].text = c.text[c.words[n-1].at : at+size]
		return
	}
	c.words = append(c.words, word{text: c.text[at : at+size], at: at})
}

// joinDocuments makes one word of a document's number and of the letters of
// its agency in front of it: 苏工信节能(2023)612号.
func (c *Covering) joinDocuments() {
	for i := 1; i < len(c.words); i++ {
		if !c.words[i].is(DocumentWord) || c.words[i].text[0] != '(' {
			continue
		}
		from := c.agency(i)
		w := &c.words[from]
		senses := c.words[i].senses
		if w.is(IssuerWord) {
			senses = append(slices.Clone(w.senses), senses...)
		}
		*w = word{c.text[w.at:c.words[i].end()], w.at, senses}
		c.words = slices.Delete(c.words, from+1, i+1)
		i = from
	}
}

// agency is the first word of the agency in front of a document's number: a
// known one with all that stands between, else what is left over there.
func (c *Covering) agency(number int) int {
	unknown := number
	for i := number - 1; i >= 0 && c.words[i].end() == c.words[i+1].at; i-- {
		if c.words[i].is(IssuerWord) {
			return i
		}
		if c.words[i].is(LeftOver) && unknown == i+1 {
			unknown = i
		}
		if c.words[i].is(ItemWord) || c.words[i].is(Stranger) {
			break
		}
	}
	return unknown
}

// Has tells whether a word of any of the kinds stands in the text.
func (c *Covering) Has(kinds ...Kind) bool {
	return slices.ContainsFunc(c.words, func(w word) bool { return slices.ContainsFunc(kinds, w.is) })
}

// Left is what no word covers, the parts joined by 、. A denial that denies
// nothing known is left over, too, and a topic that touches an item.
func (c *Covering) Left() string {
	var b strings.Builder
	end := 0
	for i, w := range c.words {
		if w.is(LeftOver) || w.is(Denial) && c.denied(i) < 0 || w.is(Topic) && c.touchesItem(i) {
			if b.Len() > 0 && w.at != end {
				b.WriteString("、")
			}
			b.WriteString(w.text)
			end = w.end()
		}
	}
	return b.String()
}

// touchesItem tells whether the word at i stands at once before or behind the
// name of an item: then it is part of another name.
func (c *Covering) touchesItem(i int) bool {
	return i > 0 && c.words[i-1].is(ItemWord) && c.follows(i) || c.follows(i+1) && c.words[i+1].is(ItemWord)
}

// reach is how many words on one may be about another: no sentence is longer, and
// the time that a cell takes does not grow with the square of its text.
const reach = 60

// within is the number behind the last word that the one at i reaches.
func (c *Covering) within(i int) int { return min(len(c.words), i+1+reach) }

// denied is the number of the word that the denial at i denies, -1 where it
// denies none. To get money is no act of recognising: 未获得奖补.
func (c *Covering) denied(i int) int {
	for j := i + 1; j < c.within(i) && c.joined(j); j++ {
		w := c.words[j]
		if slices.ContainsFunc(deniable, w.is) && !(w.is(Joint) && c.next(j, isSupport, false) > 0) {
			return j
		}
		if !slices.ContainsFunc(between, w.is) {
			return -1
		}
	}
	return -1
}

// joined tells whether a word follows the one before it at once, or a quality
// before it in a list: 重大安全、环保事故.
func (c *Covering) joined(i int) bool {
	before := c.words[i-1]
	return before.end() == c.words[i].at || before.is(Quality) && c.text[before.end():c.words[i].at] == "、"
}

// denies tells whether a denial, with what may stand behind it, stands among the
// first n words in front of a byte of the text.
func (c *Covering) denies(n, at int) bool { return c.denial(n, at) >= 0 }

// refuses is denies, but for a denial of what is still to come.
func (c *Covering) refuses(n, at int) bool {
	i := c.denial(n, at)
	return i >= 0 && !c.words[i].is(Prospect)
}

// denial is the number of that denial, -1 where there is none.
func (c *Covering) denial(n, at int) int {
	for i := n - 1; i >= max(0, n-reach); i-- {
		w := c.words[i]
		if w.end() != at && !(w.is(Quality) && c.text[w.end():at] == "、") {
			return -1
		}
		if w.is(Denial) {
			return i
		}
		if !w.is(Joint) && !w.is(Quality) && !w.is(ActWord) {
			return -1
		}
		at = w.at
	}
	return -1
}

// listed is the last of the stops that follow the one at i in a list, and that
// are denied with it: 无安全事故、环保处罚, 无违法违规.
func (c *Covering) listed(i int) int {
	for c.words[i].is(StopWord) && i+1 < len(c.words) && c.words[i+1].is(StopWord) &&
		(c.text[c.words[i].end():c.words[i+1].at] == "、" || c.words[i].is(Quality) && c.joined(i+1)) {
		i++
	}
	return i
}

// isSupport tells of a word that it is money that is given, or giving it.
func isSupport(w word) bool { return w.is(Support) && !w.is(Joint) }

// deniable are the kinds of words that a denial in front of them is part of,
// between those that may stand in between: 待省厅发文.
var (
	deniable = []Kind{ActWord, NatureWord, PendingWord, NoticeWord, StopWord}
	between  = []Kind{Joint, Denial, Quality, IssuerWord, LevelWord, RegionWord, CityWord, DistrictWord, YearWord,
		DateWord,
		BatchWord}
)

// named are the targets of the words of a kind, each once, in the order of
// their numbers.
func (c *Covering) named(k Kind) []int {
	var out []int
	for _, w := range c.words {
		for _, s := range w.senses {
			if s.kind == k {
				out = append(out, s.target)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// leftBeside is what is left over but for parts that stand apart, between two
// signs, behind a part that names the item.
func (c *Covering) leftBeside() string {
	var parts []string
	named := false
	for part := range c.parts(c.follows) {
		item := part.Has(ItemWord, ClauseWord)
		if left := part.Left(); left != "" && (item || !named) {
			parts = append(parts, left)
		}
		named = named || item
	}
	return strings.Join(parts, "、")
}

// parts are the runs of words that hang together, each with the one before it.
func (c *Covering) parts(joined func(i int) bool) iter.Seq[*Covering] {
	return func(yield func(part *Covering) bool) {
		for from, to := range runs(len(c.words), joined) {
			if !yield(&Covering{c.text, c.words[from:to]}) {
				return
			}
		}
	}
}

// year is the first year that a text names.
func (c *Covering) year() int {
	for _, w := range c.words {
		if w.is(YearWord) || w.is(DateWord) || w.is(NumberWord) {
			if y := written.YearIn(w.text); y != 0 {
				return y
			}
		}
	}
	return 0
}

// date is the only date of a text, "" where it has none or more than one.
func (c *Covering) date() string {
	date := ""
	for _, w := range c.words {
		if w.is(DateWord) {
			if date != "" {
				return ""
			}
			date = w.text
		}
	}
	return date
}
