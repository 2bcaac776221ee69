package sheets

import (
	"bytes"
	"math/bits"
)

// code is what an inflater finds in a table for the next bits:
//
//	bits 0-5    how many bits it takes, with the extra bits behind it
//	bits 8-11   how many of them are the code itself
//	bits 12-15  flags
//	bits 16-31  the literal byte, the least length or distance, or where the
//	            rests of the longer codes begin
type code uint32

const (
	codeLiteral code = 1 << (12 + iota) // a byte as it is
	codeLonger                          // more than firstBits bits
	codeEnd                             // the block ends
	codeNone                            // no code begins so
)

// size is how many bits a code takes in all.
func (c code) size() uint { return uint(c & 63) }

// value is what a code with its extra bits stands for.
func (c code) value(b uint64) int {
	return int(c>>16) + int(b&(1<<(c&63)-1)>>(c>>8&15))
}

// firstBits are the bits by which most codes are known.
const firstBits = 10

// codeTable finds the code that the next bits are.
type codeTable struct {
	first [1 << firstBits]code
	rests []code // of longer codes, by the bits behind the first ones
	rest  uint   // how many those are
}

// at is the code at the front of b.
func (t *codeTable) at(b uint64) code {
	c := t.first[b&(1<<firstBits-1)]
	if c&codeLonger != 0 {
		return t.rests[int(c>>16)+int(b>>firstBits&(1<<t.rest-1))]
	}
	return c
}

// The longest codes that deflate has, in bits: alone, and with the extra bits of
// a length and of a distance.
const (
	maxCode         = 15
	maxLengthBits   = maxCode + 5
	maxDistanceBits = maxCode + 13
)

// build makes the table for symbols whose codes have so many bits, none where
// the symbol does not occur. It takes what compress/flate takes: codes that
// leave nothing over, none at all, and a single one of one bit.
func (t *codeTable) build(sizes []uint8, symbols []code) bool {
	var count, next [maxCode + 2]int
	longest := 0
	for _, n := range sizes {
		count[n]++
		longest = max(longest, int(n))
	}
	count[0] = 0
	for n := 1; n <= longest; n++ {
		next[n+1] = (next[n] + count[n]) << 1
	}
	if used := next[longest+1] >> 1; used != 1<<longest && longest > 0 && (used != 1 || longest != 1) {
		return false
	}
	t.rest, t.rests = uint(max(0, longest-firstBits)), t.rests[:0]
	for i := range t.first {
		t.first[i] = codeNone
	}
	for i, n := range sizes {
		if n > 0 {
			t.put(int(bits.Reverse16(uint16(next[n]))>>(16-n)), int(n), symbols[i]+code(n)<<8+code(n))
			next[n]++
		}
	}
	return true
}

// put writes the code whose n bits are b wherever the bits behind it may lead.
func (t *codeTable) put(b, n int, c code) {
	if n <= firstBits {
		for ; b < len(t.first); b += 1 << n {
			t.first[b] = c
		}
		return
	}
	first := &t.first[b&(1<<firstBits-1)]
	if *first&codeLonger == 0 {
		*first = codeLonger | code(len(t.rests))<<16
		t.rests = append(t.rests, make([]code, 1<<t.rest)...)
	}
	rests := t.rests[*first>>16:][:1<<t.rest]
	for b >>= firstBits; b < len(rests); b += 1 << (n - firstBits) {
		rests[b] = c
	}
}

// The symbols of RFC 1951, 3.2.5, each with its least value and extra bits.
var (
	literalSymbols  = allLiterals()
	distanceSymbols = append(rising(1, maxDistances, 2), codeNone, codeNone)
	sizeSymbols     = rising(0, len(sizeOrder), len(sizeOrder))
)

// allLiterals are the bytes, the end of a block, the lengths.
func allLiterals() []code {
	var all []code
	for c := range code(256) {
		all = append(all, c<<16|codeLiteral)
	}
	all = append(append(all, codeEnd), rising(3, 28, 4)...)
	return append(all, 258<<16, codeNone, codeNone)
}

// rising are values from the least on: twice a group without extra bits, then
// group after group with one more.
func rising(least code, n, group int) []code {
	var all []code
	for i := range n {
		extra := code(max(0, i/group-1))
		all = append(all, least<<16|extra)
		least += 1 << extra
	}
	return all
}

// blockCodes are those of a block, and those that their own sizes are
// written in.
type blockCodes struct {
	lit, dist, size codeTable
	sizes           [maxLiterals + maxDistances]uint8
}

// How many symbols a block may have codes for, and in which order the sizes of
// the codes for sizes are written.
const maxLiterals, maxDistances = 286, 30

var sizeOrder = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// fixed are the codes of a block that brings none (3.2.6).
func (c *blockCodes) fixed() {
	var lit [288]uint8
	for i := range lit {
		switch {
		case i < 144 || i >= 280:
			lit[i] = 8
		case i < 256:
			lit[i] = 9
		default:
			lit[i] = 7
		}
	}
	c.lit.build(lit[:], literalSymbols)
	c.dist.build(bytes.Repeat([]byte{5}, 32), distanceSymbols)
}

// readCodes reads the codes of a block (3.2.7).
func (f *inflater) readCodes() error {
	lit, dist, n := f.take(5)+257, f.take(5)+1, f.take(4)+4
	if lit > maxLiterals || dist > maxDistances {
		return errDeflate
	}
	var sizes [len(sizeOrder)]uint8
	for _, i := range sizeOrder[:n] {
		if err := f.refill(); err != nil {
			return err
		}
		sizes[i] = uint8(f.take(3))
	}
	c := &f.codes
	if !c.size.build(sizes[:], sizeSymbols) {
		return errDeflate
	}
	if err := f.readSizes(c.sizes[:lit+dist]); err != nil {
		return err
	}
	if !c.lit.build(c.sizes[:lit], literalSymbols) || !c.dist.build(c.sizes[lit:lit+dist], distanceSymbols) {
		return errDeflate
	}
	return nil
}

// readSizes reads the sizes of the codes, of which runs are written short.
func (f *inflater) readSizes(sizes []uint8) error {
	for i := 0; i < len(sizes); {
		if err := f.refill(); err != nil {
			return err
		}
		e := f.codes.size.at(f.bits)
		size, run := uint8(0), 1
		f.take(e.size())
		switch v := e >> 16; {
		case e&codeNone != 0 || v == 16 && i == 0:
			return errDeflate
		case v == 16:
			size, run = sizes[i-1], 3+f.take(2)
		case v == 17:
			run = 3 + f.take(3)
		case v == 18:
			run = 11 + f.take(7)
		default:
			size = uint8(v)
		}
		if i+run > len(sizes) {
			return errDeflate
		}
		for range run {
			sizes[i] = size
			i++
		}
	}
	return nil
}
