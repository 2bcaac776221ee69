package standard

import (
	"cmp"
	"jiangbu/calc/written"
	"slices"
	"strings"
	"unicode/utf8"
)

// aliases finds names in running text, the longest first.
type aliases struct{ first map[rune][]alias }

// alias is one folded name and the number of what it names. Proper is set on
// the standard name itself, as against its other spellings.
type alias struct {
	text   string
	target int
	proper bool
}

// hit is an alias found at a byte position of a folded text.
type hit struct {
	alias
	at int
}

func (h hit) end() int { return h.at + len(h.text) }

// add registers a name for a target. A name that folds to nothing is ignored.
func (a *aliases) add(name string, target int, proper bool) {
	text := written.Fold(name)
	if text == "" {
		return
	}
	if a.first == nil {
		a.first = map[rune][]alias{}
	}
	r, _ := utf8.DecodeRuneInString(text)
	a.first[r] = append(a.first[r], alias{text, target, proper})
}

// all lists every place of a folded text where an alias stands.
func (a *aliases) all(text string) []hit {
	var hits []hit
	for i, r := range text {
		for _, x := range a.first[r] {
			if strings.HasPrefix(text[i:], x.text) {
				hits = append(hits, hit{x, i})
			}
		}
	}
	return hits
}

// find lists the aliases of a folded text, leaving out each that a longer one
// overlaps, in the order of the text.
func (a *aliases) find(text string) []hit { return longest(a.all(text), len(text)) }

// longest drops each hit that a longer one overlaps. n is the length of the
// text.
func longest(hits []hit, n int) []hit {
	if len(hits) < 2 {
		return hits
	}
	slices.SortStableFunc(hits, func(x, y hit) int {
		return cmp.Or(cmp.Compare(len(y.text), len(x.text)), cmp.Compare(x.at, y.at), cmp.Compare(x.target, y.target))
	})
	covered, kept := make([]int, n), hits[:0]
	for _, h := range hits {
		if slices.Max(covered[h.at:h.end()]) > len(h.text) {
			continue
		}
		for i := h.at; i < h.end(); i++ {
			covered[i] = len(h.text)
		}
		kept = append(kept, h)
	}
	slices.SortStableFunc(kept, func(x, y hit) int { return cmp.Compare(x.at, y.at) })
	return kept
}

// targets lists what the hits name, each once, in the order of their numbers;
// where a standard name is among them, other spellings do not count.
func targets(hits []hit) []int {
	var proper, any []int
	for _, h := range hits {
		any = append(any, h.target)
		if h.proper {
			proper = append(proper, h.target)
		}
	}
	if len(proper) > 0 {
		any = proper
	}
	slices.Sort(any)
	return slices.Compact(any)
}
