package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	// maxNear is how many pairs of near names are listed; a person would not
	// read more, and where there are more they are no slips of the pen.
	maxNear = 200
	// nearWindow is how many names of one block each is compared with, which
	// bounds the work however alike the names are.
	nearWindow = 4
	// leastNear is the length of the shortest name that is compared.
	leastNear = 6
)

// nearNames suggests names that may mean one company although their codes
// differ: alike but for 有限责任公司 against 有限公司, brackets, or one character.
// Numbers that differ (第一分厂, 第二分厂) are no slip. Names are never merged.
func (b *batch) nearNames(holders []namedCode) calc.Findings {
	names := nearForms(holders)
	pairs := nearPairs(names)
	slices.SortFunc(pairs, func(x, y nearPair) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), strings.Compare(names[x.i].key, names[y.i].key),
			strings.Compare(names[x.j].key, names[y.j].key))
	})
	for _, p := range pairs[:min(len(pairs), maxNear)] {
		b.foundNames("company/near-name", names[p.i].namedCode, names[p.j].namedCode)
	}
	var rest calc.Findings
	if n := len(pairs) - maxNear; n > 0 {
		rest.Add("company/near-names", calc.Ref{}, strconv.Itoa(n))
	}
	return rest
}

// nearForm is a name as near names are compared: without what says little.
type nearForm struct {
	namedCode
	core string
}

var littleWords = strings.NewReplacer("有限责任公司", "有限公司", "(", "", ")", "", "·", "", ".", "", "-", "")

// nearForms lists each name once, with one code ("" before any).
func nearForms(holders []namedCode) []nearForm {
	out := make([]nearForm, 0, len(holders))
	for i, h := range holders {
		if i > 0 && holders[i-1].key == h.key || utf8.RuneCountInString(h.key) < leastNear {
			continue
		}
		out = append(out, nearForm{h, littleWords.Replace(h.key)})
	}
	return out
}

// nearPair are two names by their number. Pairs that are more likely one
// company weigh more.
type nearPair struct{ i, j, weight int }

// nearPairs finds the pairs without comparing all with all: two texts are one
// character apart only if they agree after dropping one character from either
// or both, so that names meet by the hashes of all such droppings.
func nearPairs(names []nearForm) []nearPair {
	size := 0
	for i := range names {
		size += 1 + len(names[i].core)/3
	}
	seen := map[[2]int]bool{}
	var pairs []nearPair
	eachCollision(len(names), size, func(i int, tell func(uint64)) { names[i].droppingHashes(tell) }, func(met []int) {
		slices.SortFunc(met, func(x, y int) int { return strings.Compare(names[x].key, names[y].key) })
		for n, i := range met {
			for _, j := range met[n+1 : min(len(met), n+1+nearWindow)] {
				if w := nearness(names[i], names[j]); w > 0 && !seen[[2]int{i, j}] {
					seen[[2]int{i, j}] = true
					pairs = append(pairs, nearPair{i, j, w})
				}
			}
		}
	})
	return pairs
}

// droppingHashes are those of the name; nothing of 有限公司 at its end is dropped.
func (x *nearForm) droppingHashes(tell func(uint64)) {
	written.DroppingHashes(x.core, utf8.RuneCountInString(strings.TrimSuffix(x.core, "有限公司")), tell)
}

// nearness is 0 where two names are not near, or say the same code.
func nearness(x, y nearForm) int {
	if x.key == y.key || x.code == y.code && x.code != "" {
		return 0
	}
	weight := 1
	switch {
	case x.core == y.core:
		weight = 3
	case !written.OneWordApart(x.core, y.core):
		return 0
	}
	if !written.IsCreditCode(x.code) || !written.IsCreditCode(y.code) {
		weight++
	}
	return weight
}
