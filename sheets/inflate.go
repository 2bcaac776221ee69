package sheets

import (
	"encoding/binary"
	"errors"
	"io"
)

// Sizes of an inflater: how many bytes it reads at a time, how far back deflate
// may repeat, how many it inflates at a time, and what one step may write
// beyond that.
const (
	inflateInput  = 1 << 16
	inflateWindow = 1 << 15
	inflateOutput = 1 << 16
	inflateSlack  = 258 + 16
	inputSlack    = 16 // noughts behind the end of the input
)

// inflater undoes deflate (RFC 1951). It takes its input and writes its output
// eight bytes at a time, which for XML, nearly all of which is repetition, takes
// half the time of one that goes by the byte: of a run of 20 workbooks of 10,000
// rows 0.4 s in 10, and as much again where it replaces its report. BenchmarkRead
// guards that (x-before on the line sheets). It accepts and refuses what
// compress/flate does.
type inflater struct {
	src  io.Reader
	in   [inflateInput + inputSlack]byte
	pos  int    // of the next byte to go into bits
	end  int    // of what is read
	last int    // the last pos at which eight bytes stand
	eof  bool   // there is nothing behind end but noughts
	bits uint64 // the next bits, lowest first
	n    uint   // how many of them count

	out      [inflateWindow + inflateOutput + inflateSlack]byte
	from, to int // out[from:to] is inflated and not yet given

	step   func(*inflater) error // inflates more of the block, or begins one
	final  bool                  // the block is the last one
	stored int                   // bytes of a stored block that are to come
	codes  blockCodes
	err    error
}

// errDeflate is said of bytes that deflate did not write.
var errDeflate = errors.New("deflate: corrupt input")

// reset begins with another input.
func (f *inflater) reset(src io.Reader) {
	f.src, f.pos, f.end, f.last, f.eof, f.bits, f.n = src, 0, 0, -1, false, 0, 0
	f.from, f.to, f.step, f.final, f.err = 0, 0, (*inflater).begin, false, nil
}

// Read gives the inflated bytes, and io.EOF behind the last block.
func (f *inflater) Read(b []byte) (int, error) {
	for f.from == f.to {
		if f.err != nil {
			return 0, f.err
		}
		f.err = f.inflate()
	}
	n := copy(b, f.out[f.from:f.to])
	f.from += n
	return n, nil
}

// inflate fills what is free of the output.
func (f *inflater) inflate() error {
	if f.to > len(f.out)-inflateSlack {
		copy(f.out[:], f.out[f.to-inflateWindow:f.to])
		f.from, f.to = inflateWindow, inflateWindow
	}
	for f.to <= len(f.out)-inflateSlack {
		err := f.step(f)
		if f.eof && f.pos-int(f.n>>3) > f.end {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// fill reads until eight bytes stand at pos, where the input has ended noughts.
// Those in bits stay, since a stored block begins with what bits does not need.
func (f *inflater) fill() error {
	if f.eof {
		return io.ErrUnexpectedEOF
	}
	kept := max(0, f.pos-8)
	f.end, f.pos = copy(f.in[:], f.in[kept:f.end]), f.pos-kept
	for f.end < f.pos+8 && !f.eof {
		n, err := f.src.Read(f.in[f.end:inflateInput])
		f.end += n
		if f.eof = err == io.EOF; err != nil && !f.eof {
			return err
		}
	}
	f.last = f.end - 8
	if f.eof {
		clear(f.in[f.end : f.end+inputSlack])
		f.last = f.end + inputSlack - 8
	}
	return nil
}

// refill makes at least 56 bits count.
func (f *inflater) refill() error {
	if f.pos > f.last {
		if err := f.fill(); err != nil {
			return err
		}
	}
	f.bits |= binary.LittleEndian.Uint64(f.in[f.pos:]) << f.n
	f.pos += int(63-f.n) >> 3
	f.n |= 56
	return nil
}

// take gives the next few bits, which must count.
func (f *inflater) take(n uint) int {
	v := int(f.bits & (1<<n - 1))
	f.bits >>= n
	f.n -= n
	return v
}

// begin reads the head of the next block. Behind the last one is the end.
func (f *inflater) begin() error {
	if f.final {
		return io.EOF
	}
	if err := f.refill(); err != nil {
		return err
	}
	f.final = f.take(1) == 1
	switch f.take(2) {
	case 0:
		return f.beginStored()
	case 1:
		f.codes.fixed()
	case 2:
		if err := f.readCodes(); err != nil {
			return err
		}
	default:
		return errDeflate
	}
	f.step = (*inflater).coded
	return nil
}

// beginStored goes to the next whole byte and reads how many are stored.
func (f *inflater) beginStored() error {
	f.take(f.n & 7)
	n := f.take(16)
	if f.take(16) != n^0xFFFF {
		return errDeflate
	}
	f.pos -= int(f.n >> 3) // the rest was not needed
	f.bits, f.n = 0, 0
	f.stored, f.step = n, (*inflater).copyStored
	return nil
}

// copyStored copies bytes that are stored as they are.
func (f *inflater) copyStored() error {
	if f.stored > 0 && f.pos >= f.end {
		if err := f.fill(); err != nil {
			return err
		}
	}
	n := copy(f.out[f.to:len(f.out)-inflateSlack+1], f.in[f.pos:min(f.end, f.pos+f.stored)])
	f.pos, f.to, f.stored = f.pos+n, f.to+n, f.stored-n
	if f.stored == 0 {
		f.step = (*inflater).begin
	} else if n == 0 && f.eof {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// coded decodes until the output is full or the block ends. All that a byte
// costs, it costs here: one long function on variables of its own is twice as
// fast as short ones on the fields.
func (f *inflater) coded() (err error) {
	bits, n, pos, to := f.bits, f.n, f.pos, f.to
	lit, dist := &f.codes.lit, &f.codes.dist
	for to <= len(f.out)-inflateSlack {
		if pos > f.last { // as refill does
			f.pos = pos
			err = f.fill()
			if pos = f.pos; err != nil {
				break
			}
		}
		bits |= binary.LittleEndian.Uint64(f.in[pos:]) << (n & 63)
		pos += int(63-n) >> 3
		n |= 56
		c := lit.at(bits)
		if c&codeLiteral != 0 {
			f.out[to] = byte(c >> 16)
			to++
			bits, n = bits>>(c&63), n-c.size()
			if c = lit.at(bits); c&codeLiteral != 0 {
				f.out[to] = byte(c >> 16)
				to++
				bits, n = bits>>(c&63), n-c.size()
				continue
			}
			if n < maxLengthBits+maxDistanceBits {
				continue
			}
		}
		if c&codeNone != 0 {
			err = errDeflate
			break
		}
		length := c.value(bits)
		bits, n = bits>>(c&63), n-c.size()
		if c&codeEnd != 0 {
			f.step = (*inflater).begin
			break
		}
		c = dist.at(bits)
		far := c.value(bits)
		bits, n = bits>>(c&63), n-c.size()
		if c&codeNone != 0 || far > to {
			err = errDeflate
			break
		}
		f.repeat(to, far, length)
		to += length
	}
	f.bits, f.n, f.pos, f.to = bits, n, pos, to
	return err
}

// repeat writes length bytes at to, the same that stand far before it, and
// perhaps some more behind them.
func (f *inflater) repeat(to, far, length int) {
	if far < 8 {
		for i := range length {
			f.out[to+i] = f.out[to+i-far]
		}
		return
	}
	for end := to + length; to < end; to += 8 {
		binary.LittleEndian.PutUint64(f.out[to:], binary.LittleEndian.Uint64(f.out[to-far:]))
	}
}
