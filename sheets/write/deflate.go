package write

import (
	"archive/zip"
	"bytes"
	"io"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"
)

// deflateBlock is how much of a part is compressed by itself. The blocks do not
// depend on how many processors there are, and so neither do the bytes.
const deflateBlock = 256 << 10

// newPacker is a zip writer that compresses blocks of a part side by side while
// the next ones are made, on the deflater's quickest level: of a large report the
// fifth would take off a fifth of the size and add as much to the time of the
// whole run as reading does.
func newPacker(w io.Writer) *zip.Writer {
	zw := zip.NewWriter(w)
	d := &deflaters{most: runtime.GOMAXPROCS(0) + 1}
	zw.RegisterCompressor(zip.Deflate, func(part io.Writer) (io.WriteCloser, error) {
		return &blockWriter{deflaters: d, part: part, block: d.room()}, nil
	})
	return zw
}

// deflaters are what the parts of one file are compressed with.
type deflaters struct {
	idle sync.Pool // of *flate.Writer
	free sync.Pool // of *bytes.Buffer
	most int       // blocks that may be under way
}

func (d *deflaters) room() *bytes.Buffer {
	if b, ok := d.free.Get().(*bytes.Buffer); ok {
		b.Reset()
		return b
	}
	return bytes.NewBuffer(make([]byte, 0, deflateBlock))
}

// deflate compresses a block; only the last ends the part.
func (d *deflaters) deflate(block *bytes.Buffer, last bool) deflated {
	out := d.room()
	w, ok := d.idle.Get().(*flate.Writer)
	if !ok {
		var err error
		if w, err = flate.NewWriter(out, flate.BestSpeed); err != nil {
			return deflated{err: err}
		}
	} else {
		w.Reset(out)
	}
	_, err := w.Write(block.Bytes())
	if err == nil && last {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	d.idle.Put(w)
	d.free.Put(block)
	return deflated{out, err}
}

// deflated is a block that was compressed.
type deflated struct {
	bytes *bytes.Buffer
	err   error
}

// blockWriter compresses one part.
type blockWriter struct {
	*deflaters
	part  io.Writer
	block *bytes.Buffer
	under []chan deflated // blocks under way, in their order
}

func (b *blockWriter) Write(p []byte) (int, error) {
	n := len(p)
	for len(p) > 0 {
		part := p[:min(len(p), deflateBlock-b.block.Len())]
		b.block.Write(part)
		p = p[len(part):]
		if b.block.Len() == deflateBlock {
			if err := b.hand(false); err != nil {
				return 0, err
			}
		}
	}
	return n, nil
}

// hand hands the block on, once there is room for one more under way.
func (b *blockWriter) hand(last bool) error {
	done, block := make(chan deflated, 1), b.block
	b.under = append(b.under, done)
	go func() { done <- b.deflate(block, last) }()
	if b.block = nil; !last {
		b.block = b.room()
	}
	if len(b.under) < b.most {
		return nil
	}
	return b.write()
}

// write writes the oldest block under way.
func (b *blockWriter) write() error {
	d := <-b.under[0]
	if b.under = b.under[1:]; d.err != nil {
		return d.err
	}
	_, err := b.part.Write(d.bytes.Bytes())
	b.free.Put(d.bytes)
	return err
}

// Close ends the part.
func (b *blockWriter) Close() error {
	err := b.hand(true)
	for len(b.under) > 0 && err == nil {
		err = b.write()
	}
	return err
}
