package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
)

// Kind is what a word of the lexicon is.
type Kind uint8

// The kinds of words. LeftOver is what no word of the lexicon covers.
const (
	LeftOver    Kind = iota
	ItemWord         // a name of an item
	NotItem          // a word that rules an item out
	Stranger         // an award by name that the policy does not cover
	LevelWord        // 省级
	RegionWord       // a region that stands for a level where none is stated: 江苏省
	CityWord         // the policy's city
	IssuerWord       // who recognises: 苏工信
	NatureWord       // 新认定, 复核, 撤销
	ActWord          // what a recognition is said to be: 认定, 通过
	PendingWord      // not recognised yet: 培育, 入围
	NoticeWord       // published for objections: 公示
	Denial           // 未, 不予
	Prospect         // a denial of what is still to come: 拟, 待
	Undone           // a denial that stops a remark whatever it denies: 未
	Joint            // between a denial and what it denies: 经, 能
	Quality          // of what is denied: 重大 of 无重大事故
	StopWord         // do not pay: 作废
	PairFirst        // of words that stop together: 已
	PairThen         // 奖补
	PairExcept       // of those, what takes their meaning
	Support          // what a pair about money ends in: 奖补, 兑现
	ProjectWord      // has a state of its own: 二期
	CureWord         // undoes what it stands with: 已修复
	CheckWord        // makes a review a clerk's, or one to come: 数据, 三年后
	Topic            // harmless, but not where it touches an item: 信息化
	DistrictWord
	NotDistrict // a word that holds the name of a district and means another place
	ClauseWord  // the title of a clause
	YearWord
	BatchWord
	DateWord
	DocumentWord
	NumberWord // a serial number, a count, a number of a certificate
	Harmless   // says nothing about what is decided
)

// sense is one meaning of a word: its kind and the number of what it names.
// Proper is set on a standard name, as against other spellings.
type sense struct {
	kind   Kind
	target int
	proper bool
}

// entry is a folded word with all its senses.
type entry struct {
	text   string
	senses []sense
}

// lexicon finds words by their first character, the longest first.
type lexicon struct{ first map[rune][]entry }

// add registers a word. One that folds to nothing is ignored.
func (l *lexicon) add(word string, s sense) {
	text := written.Fold(word)
	if text == "" {
		return
	}
	r := firstRune(text)
	list := l.first[r]
	i, found := slices.BinarySearchFunc(list, text, func(e entry, t string) int {
		return cmp.Or(len(t)-len(e.text), strings.Compare(e.text, t))
	})
	if !found {
		list = slices.Insert(list, i, entry{text: text})
	}
	if !slices.ContainsFunc(list[i].senses, func(o sense) bool { return o.kind == s.kind && o.target == s.target }) {
		list[i].senses = append(list[i].senses, s)
	}
	l.first[r] = list
}

func (l *lexicon) addAll(words []string, kind Kind) {
	for i, w := range words {
		l.add(w, sense{kind: kind, target: i, proper: true})
	}
}

// names registers a standard name and its other spellings.
func (l *lexicon) names(kind Kind, target int, name string, others []string) {
	l.add(name, sense{kind, target, true})
	for _, o := range others {
		l.add(o, sense{kind, target, false})
	}
}

// longest is the longest word that the text begins with, nil where there is
// none.
func (l *lexicon) longest(text string) *entry {
	list := l.first[firstRune(text)]
	for i := range list {
		if strings.HasPrefix(text, list[i].text) {
			return &list[i]
		}
	}
	return nil
}

// newLexicon gathers all that a policy knows.
func newLexicon(p *calc.Policy) lexicon {
	l := lexicon{first: map[rune][]entry{}}
	for i := range p.Items {
		it := &p.Items[i]
		l.names(ItemWord, i, it.Name, it.Aliases)
		for _, n := range it.Not {
			l.add(n, sense{NotItem, i, true})
		}
	}
	for i, n := range p.NotCovered {
		l.names(Stranger, i, n.Name, n.Aliases)
	}
	for i, v := range p.Levels {
		l.names(LevelWord, i, v.Name, v.Aliases)
		for _, r := range v.Regions {
			l.add(r, sense{RegionWord, i, true})
		}
	}
	l.addDistricts(p)
	for i, n := range p.Natures {
		l.names(NatureWord, i, n.Name, n.Aliases)
	}
	for i, s := range p.Issuers {
		l.add(s.Word, sense{IssuerWord, i, true})
	}
	for i, c := range p.Clauses {
		l.add(c.Title, sense{ClauseWord, i, true})
	}
	l.addWords(&p.Words)
	l.leavePaired()
	return l
}

// addDistricts registers the districts and the city. A word that means another
// place than one district can begin with the name of the other: 沙洲开发区.
func (l *lexicon) addDistricts(p *calc.Policy) {
	for i, d := range p.Districts {
		l.names(DistrictWord, i, d.Name, d.Aliases)
		for _, n := range d.Not {
			l.add(n, sense{NotDistrict, i, true})
			for k, o := range p.Districts {
				begins := func(name string) bool { return strings.HasPrefix(n, name) }
				if k != i && anyName(o.Name, o.Aliases, begins) {
					l.add(n, sense{DistrictWord, k, false})
				}
			}
		}
	}
	l.add(p.City, sense{CityWord, 0, true})
}

func (l *lexicon) addWords(w *calc.Words) {
	l.addAll(w.Acts, ActWord)
	l.addAll(w.Pending, PendingWord)
	l.addAll(w.Notices, NoticeWord)
	l.addAll(w.Denials, Denial)
	l.addAll(w.Joints, Joint)
	l.addAll(w.Stops, StopWord)
	l.addAll(w.Undone, Denial)
	l.addAll(w.Undone, Undone)
	l.addAll(w.Prospects, Denial)
	l.addAll(w.Prospects, Prospect)
	l.addAll(w.Qualities, Quality)
	for i, p := range w.Pairs {
		l.names(PairFirst, i, "", p.First)
		l.addDenials(w, p.First)
		l.names(PairThen, i, "", p.Then)
		l.names(PairExcept, i, "", p.Except)
		if p.Paid && slices.ContainsFunc(p.First, w.Denies) { // 不奖补 as well as 已奖补
			l.names(Support, i, "", p.Then)
		}
	}
	l.addAll(w.Projects, ProjectWord)
	l.addAll(w.Checks, CheckWord)
	l.addAll(w.Cures, CureWord)
	l.addAll(w.Harmless, Harmless)
	l.addAll(w.Topics, Topic)
}

// addDenials makes denials of the words that begin with one: 不打算 denies, too,
// where 不 does.
func (l *lexicon) addDenials(w *calc.Words, words []string) {
	for _, word := range words {
		begins := func(denial string) bool { return strings.HasPrefix(word, denial) }
		if slices.ContainsFunc(w.Denials, begins) {
			l.add(word, sense{kind: Denial})
		}
		if slices.ContainsFunc(w.Undone, begins) {
			l.add(word, sense{kind: Undone})
		}
	}
}

// leavePaired leaves over, where texts are accounted for, the words that mean
// something beside another word or in a free text only.
func (l *lexicon) leavePaired() {
	for _, list := range l.first {
		for i, e := range list {
			if paired(e.senses) {
				list[i].senses = append(e.senses, sense{kind: LeftOver})
			}
		}
	}
}

// paired tells of senses that there is none but beside another word.
func paired(senses []sense) bool {
	return !slices.ContainsFunc(senses, func(s sense) bool { return !slices.Contains(besideOthers, s.kind) })
}

var besideOthers = []Kind{LeftOver, PairFirst, PairThen, PairExcept, Support, ProjectWord, CheckWord, CureWord}

// firstRune is the first character of a text, 0 where it is empty.
func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// anyName tells whether a name or another spelling of it is such.
func anyName(name string, others []string, such func(string) bool) bool {
	return such(name) || slices.ContainsFunc(others, such)
}
