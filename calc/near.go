package calc

import (
	"cmp"
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
func (b *crowd) nearNames(holders []holder) Findings {
	names := nearForms(holders)
	pairs := nearPairs(names)
	slices.SortFunc(pairs, func(x, y nearPair) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), strings.Compare(names[x.i].key, names[y.i].key), strings.Compare(names[x.j].key, names[y.j].key))
	})
	for _, p := range pairs[:min(len(pairs), maxNear)] {
		b.pair(names[p.i].holder, names[p.j].holder, func(later int, first, second string) {
			b.found(later, "company/near-name", ColCompany, first, second)
		})
	}
	var rest Findings
	if n := len(pairs) - maxNear; n > 0 {
		rest.Add("company/near-names", Ref{}, strconv.Itoa(n))
	}
	return rest
}

// nearForm is a name as near names are compared: without what says little.
type nearForm struct {
	holder
	core string
}

var littleWords = strings.NewReplacer("有限责任公司", "有限公司", "(", "", ")", "", "·", "", ".", "", "-", "")

// nearForms lists each name once, with one code ("" before any).
func nearForms(holders []holder) []nearForm {
	var out []nearForm
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
// or both, so names are sorted by the hashes of all such droppings.
func nearPairs(names []nearForm) []nearPair {
	blocks := dropBlocks(names)
	seen := map[[2]int]bool{}
	var pairs []nearPair
	for from := 0; from < len(blocks); {
		to := from + 1
		for to < len(blocks) && blocks[to].hash == blocks[from].hash {
			to++
		}
		for x := from; x < to; x++ {
			for y := x + 1; y < min(to, x+1+nearWindow); y++ {
				p := [2]int{min(blocks[x].name, blocks[y].name), max(blocks[x].name, blocks[y].name)}
				if w := nearness(names[p[0]], names[p[1]]); w > 0 && !seen[p] {
					seen[p] = true
					pairs = append(pairs, nearPair{p[0], p[1], w})
				}
			}
		}
		from = to
	}
	return pairs
}

type dropBlock struct {
	hash uint64
	name int
}

func dropBlocks(names []nearForm) []dropBlock {
	size := 0
	for _, x := range names {
		size += 1 + len(x.core)/3
	}
	blocks := make([]dropBlock, 0, size)
	for n, x := range names {
		blocks = append(blocks, dropBlock{hash2(x.core, ""), n})
		for i, r := range strings.TrimSuffix(x.core, "有限公司") {
			blocks = append(blocks, dropBlock{hash2(x.core[:i], x.core[i+utf8.RuneLen(r):]), n})
		}
	}
	slices.SortFunc(blocks, func(x, y dropBlock) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.name, y.name)) })
	return slices.Compact(blocks)
}

// hash2 is the FNV-1a hash of two texts in a row: the same from run to run.
func hash2(a, b string) uint64 {
	h := uint64(14695981039346656037)
	for _, s := range [2]string{a, b} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return h
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
	case !oneApart(x.core, y.core):
		return 0
	}
	if !validCode(x.code) || !validCode(y.code) {
		weight++
	}
	return weight
}

// oneApart tells whether one character, no digit or numeral, is another, too
// many or missing.
func oneApart(x, y string) bool {
	from := 0
	for from < min(len(x), len(y)) && x[from] == y[from] {
		from++
	}
	for from > 0 && !utf8.RuneStart(byteAt(x, from)) || from > 0 && !utf8.RuneStart(byteAt(y, from)) {
		from--
	}
	x, y = x[from:], y[from:]
	a, b := firstRune(x), firstRune(y)
	behindA, behindB := x[runeSize(x):], y[runeSize(y):]
	switch {
	case x == y:
		return false
	case behindA == behindB:
		return !(isSerial(a) && isSerial(b))
	case behindA == y:
		return !isSerial(a)
	}
	return behindB == x && !isSerial(b)
}

// byteAt is a byte of a text; its end counts as the start of a character.
func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// runeSize is how many bytes the first character takes.
func runeSize(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// isSerial tells of characters that number things.
func isSerial(r rune) bool {
	return isDateDigit(r) || r >= 'A' && r <= 'Z' || strings.ContainsRune("甲乙丙丁戊东南西北中", r)
}
