package standard

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
)

// eachCollision finds the items, of n, that agree in a hash, and gives visit each set of
// them, in their order. hashes tells the hashes of item i; size is about how
// many there are in all. Most items agree with no other, so that only hashes
// that may have come twice are sorted.
func eachCollision(n, size int, hashes func(i int, tell func(uint64)), visit func(met []int)) {
	once, again := newBitTable(size), newBitTable(size)
	hashed, at := make([]hashedItem, 0, size), 0
	tell := func(h uint64) {
		hashed = append(hashed, hashedItem{h, at})
		if once.add(h) {
			again.add(h)
		}
	}
	for at = range n {
		hashes(at, tell)
	}
	visitSets(slices.DeleteFunc(hashed, func(h hashedItem) bool { return !again.has(h.hash) }), visit)
}

// hashedItem is an item under one of its hashes.
type hashedItem struct {
	hash uint64
	at   int
}

// visitSets gives visit the items of each hash that two or more have.
func visitSets(hashed []hashedItem, visit func(met []int)) {
	slices.SortFunc(hashed, func(x, y hashedItem) int {
		if x.hash != y.hash {
			return cmp.Compare(x.hash, y.hash)
		}
		return cmp.Compare(x.at, y.at)
	})
	hashed = slices.Compact(hashed) // an item may have a hash twice
	var met []int
	for from, to := range runs(len(hashed), func(i int) bool { return hashed[i].hash == hashed[i-1].hash }) {
		met = met[:0]
		for _, h := range hashed[from:to] {
			met = append(met, h.at)
		}
		if len(met) > 1 {
			visit(met)
		}
	}
}

// eachSame gives visit each set of items, of n, that have the same key, in their
// order. Items whose key is not ok meet nobody.
func eachSame[K comparable](n int, key func(i int) (k K, ok bool), hash func(K) uint64, visit func(same []int)) {
	tell := func(i int, tell func(uint64)) {
		if k, ok := key(i); ok {
			tell(hash(k))
		}
	}
	eachCollision(n, n, tell, func(met []int) {
		for len(met) > 0 {
			first, _ := key(met[0])
			same, others := met[:0], []int(nil)
			for _, i := range met {
				if k, _ := key(i); k == first {
					same = append(same, i)
				} else {
					others = append(others, i)
				}
			}
			if len(same) > 1 {
				visit(same)
			}
			met = others
		}
	})
}

// eachSameText is eachSame by a text, where there is one.
func eachSameText(n int, text func(i int) string, visit func(same []int)) {
	key := func(i int) (string, bool) { s := text(i); return s, s != "" }
	eachSame(n, key, func(s string) uint64 { return hashOf(s) }, visit)
}

// runs are where neighbours among n begin and end that hang together: joined
// tells whether one does with the one before it.
func runs(n int, joined func(i int) bool) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for from := 0; from < n; {
			to := from + 1
			for to < n && joined(to) {
				to++
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}

// bitTable remembers hashes by one bit each: it may take one for another, but
// forgets none.
type bitTable struct {
	words []uint64
	shift int
}

// bitsPerHash keeps mistaken hashes few.
const bitsPerHash = 8

func newBitTable(size int) bitTable {
	log := max(bits.Len(uint(size)*bitsPerHash), 6)
	return bitTable{make([]uint64, 1<<(log-6)), 64 - log}
}

// place spreads the hashes over the table.
func (b bitTable) place(hash uint64) (word int, bit uint64) {
	n := hash * 0x9E3779B97F4A7C15 >> b.shift
	return int(n / 64), 1 << (n % 64)
}

// add tells whether the hash was there before.
func (b bitTable) add(hash uint64) bool {
	word, bit := b.place(hash)
	was := b.words[word]&bit != 0
	b.words[word] |= bit
	return was
}

func (b bitTable) has(hash uint64) bool {
	word, bit := b.place(hash)
	return b.words[word]&bit != 0
}

// hashOf is the FNV-1a hash of texts in a row: the same from run to run.
func hashOf(texts ...string) uint64 {
	h := uint64(14695981039346656037)
	for _, s := range texts {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
		h *= 1099511628211 // the end of a text is a sign of its own
	}
	return h
}
