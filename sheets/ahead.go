package sheets

import "io"

// aheadFrom is the size from which a part is inflated beside what reads it: a
// report's largest sheet is more than half of it, and one processor would read it
// while the others wait. A run of 20 workbooks of 10,000 rows takes two processors
// 6.75 s instead of 7.2 so, with the longest sheet read first; wall-of-cpu of
// BenchmarkRun guards that.
const aheadFrom = 16 << 20

// The buffers between the two sides.
const (
	aheadBuffers = 4
	aheadBytes   = 1 << 17
)

// ahead reads from a source while somebody works on what it gave before.
type ahead struct {
	full chan []byte // in the order of the source
	free chan []byte
	last []byte // being read, nil at first
	rest []byte // of it
	err  error  // of the source; to be asked for once full is closed
}

func readAhead(src io.Reader) *ahead {
	a := &ahead{full: make(chan []byte, aheadBuffers), free: make(chan []byte, aheadBuffers)}
	for range aheadBuffers {
		a.free <- make([]byte, aheadBytes)
	}
	go a.fill(src)
	return a
}

// fill reads the source until it ends, or until nobody wants more.
func (a *ahead) fill(src io.Reader) {
	defer close(a.full)
	for b := range a.free {
		n := 0
		for n < len(b) && a.err == nil {
			var more int
			more, a.err = src.Read(b[n:])
			n += more
		}
		a.full <- b[:n]
		if a.err != nil {
			return
		}
	}
}

func (a *ahead) Read(b []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.last != nil {
			a.free <- a.last[:aheadBytes]
		}
		next, more := <-a.full
		if !more {
			a.last = nil
			return 0, a.err
		}
		a.last, a.rest = next, next
	}
	n := copy(b, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// close ends the reading; the source may be used again behind it.
func (a *ahead) close() {
	close(a.free)
	for range a.full {
	}
}
