package sheets

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"path"
	"runtime"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// container is a zip file whose directory holds.
type container struct {
	entries []*entry
	byName  map[string]*entry // by name in lower case
	limits  bounds
}

// entry is one file of a container.
type entry struct {
	name    string
	deflate bool
	sum     uint32
	size    int64 // inflated, as declared
	file    io.ReaderAt
	off     int64 // in file, of so many bytes as stored
	stored  int64
	checked bool // it was read to its end and its sum agreed
}

// inMemory is an entry of its own, whose content is in memory as it is.
func inMemory(name string, content []byte) *entry {
	size := int64(len(content))
	return &entry{name: name, sum: crc32.ChecksumIEEE(content), size: size, file: bytes.NewReader(content),
		stored: size}
}

// openBytes opens a zip file in memory.
func openBytes(data []byte) (*container, *refusal) {
	return openContainer(bytes.NewReader(data), int64(len(data)), SurveyLimits)
}

// openContainer reads the directory of a zip file of so many bytes and holds it
// against the limits before a byte is inflated.
func openContainer(file io.ReaderAt, size int64, l Limits) (*container, *refusal) {
	if n := declaredEntries(file, size); n > maxEntries {
		return nil, tooLarge("压缩包内有 %d 个部件，最多 %d 个", n, maxEntries)
	}
	z, err := zip.NewReader(file, size)
	if err != nil {
		return nil, incomplete("压缩包的目录不完整")
	}
	if len(z.File) > maxEntries {
		return nil, tooLarge("压缩包内有 %d 个部件，最多 %d 个", len(z.File), maxEntries)
	}
	c := &container{byName: map[string]*entry{}, limits: l.bounds()}
	limit, total := uint64(c.limits.total), uint64(0)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if total += f.UncompressedSize64; total > limit || f.UncompressedSize64 > limit {
			return nil, tooLarge("解压后超过 %d MB", limit>>20)
		}
		if r := c.add(f, file, size); r != nil {
			return nil, r
		}
	}
	return c, nil
}

// declaredEntries is the number of entries that the end record claims, so that
// a directory of a million entries is not even read. 0 where there is no end
// record.
func declaredEntries(file io.ReaderAt, size int64) int {
	tail := make([]byte, min(size, 66_000))
	if _, err := file.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return 0 // the directory cannot be read either
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || len(tail) < i+12 {
		return 0
	}
	return int(binary.LittleEndian.Uint16(tail[i+10:]))
}

// add checks one entry of the directory and keeps it.
func (c *container) add(f *zip.File, file io.ReaderAt, length int64) *refusal {
	size, stored, max := int64(f.UncompressedSize64), int64(f.CompressedSize64), c.limits
	name := strings.TrimPrefix(strings.ReplaceAll(entryName(f.Name), `\`, "/"), "/")
	key := strings.ToLower(name)
	switch {
	case name == "" || strings.ContainsRune(name, 0) || path.Clean(name) != name || name == ".." ||
		strings.HasPrefix(name, "../"):
		return unreadable("压缩包内的部件名 %q 不合规范", f.Name)
	case c.byName[key] != nil:
		return unreadable("压缩包内部件 %s 出现两次，内容以哪一个为准不能确定", name)
	case f.Flags&1 != 0:
		return encrypted()
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return unsupported("部件 %s 的压缩方式（%d）", name, f.Method)
	case size > max.part:
		return tooLarge("部件 %s 解压后为 %d MB，最多 %d MB", name, size>>20, max.part>>20)
	case size > ratioFrom && size/max.ratio > stored:
		return tooLarge("部件 %s 的压缩比超过 %d 倍", name, max.ratio)
	}
	off, err := f.DataOffset()
	if err != nil || off < 0 || off > length || stored < 0 || stored > length-off {
		return incomplete("部件 %s 的数据不完整", name)
	}
	e := &entry{name: name, deflate: f.Method == zip.Deflate, sum: f.CRC32, size: size, file: file, off: off,
		stored: stored}
	c.entries = append(c.entries, e)
	c.byName[key] = e
	return nil
}

// find is the entry called name, whatever the case of its letters; nil where
// there is none.
func (c *container) find(name string) *entry { return c.byName[strings.ToLower(name)] }

// inflater undoes deflate; each holds some 100 KB and is used again. The
// library has ways of its own for a bufio.Reader.
type inflater struct {
	in  *bufio.Reader
	out io.ReadCloser
}

var inflaters = sync.Pool{New: func() any {
	in := bufio.NewReaderSize(nil, 1<<16)
	return &inflater{in, flate.NewReader(in)}
}}

func (z *inflater) reset(src io.Reader) error {
	z.in.Reset(src)
	return z.out.(flate.Resetter).Reset(z.in, nil)
}

// partReader gives the inflated bytes of an entry and, at the end, an error
// unless they are exactly those that were stored.
type partReader struct {
	e   *entry
	src io.Reader
	z   *inflater // nil for a stored entry
	a   *ahead    // nil where src is read when it is asked for
	sum uint32
	n   int64
}

// open begins to read an entry. The reader must be closed.
func (e *entry) open() *partReader {
	p := &partReader{e: e, src: io.NewSectionReader(e.file, e.off, e.stored)}
	if e.deflate {
		p.z = inflaters.Get().(*inflater)
		if err := p.z.reset(p.src); err != nil {
			panic(err) // it takes no dictionary that could be wrong
		}
		p.src = p.z.out
	}
	if e.size >= aheadFrom && runtime.GOMAXPROCS(0) > 1 {
		p.a = readAhead(p.src)
		p.src = p.a
	}
	return p
}

func (p *partReader) close() {
	if p.a != nil {
		p.a.close()
		p.a = nil
	}
	if p.z != nil {
		p.z.in.Reset(nil) // so that it keeps nothing alive
		inflaters.Put(p.z)
		p.z = nil
	}
}

// errPart is what a partReader fails with; the refusal says the rest.
var errPart = errors.New("part does not hold")

// Read reads and sums. It never gives more bytes than were declared.
func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.src.Read(b)
	p.n += int64(n)
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b[:n])
	switch {
	case p.n > p.e.size, err != nil && err != io.EOF:
		return 0, errPart
	case err == io.EOF && (p.n != p.e.size || p.sum != p.e.sum):
		return 0, errPart
	case err == io.EOF:
		p.e.checked = true
	}
	return n, err
}

// refusal is what to say when Read failed.
func (e *entry) refusal() *refusal {
	return incomplete("部件 %s 的内容与校验和不符", e.name)
}

// check reads every entry that nobody has read to its end, so that a file of
// which a single byte was changed is not taken, whatever part it is in.
func (c *container) check() *refusal {
	buf := make([]byte, 1<<15)
	for _, e := range c.entries {
		if e.checked {
			continue
		}
		if r := e.drain(buf); r != nil {
			return r
		}
	}
	return nil
}

func (e *entry) drain(buf []byte) *refusal {
	p := e.open()
	defer p.close()
	for {
		switch _, err := p.Read(buf); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return e.refusal()
		}
	}
}

// bytes is the whole content of an entry, for the small parts of formats that
// are not XML.
func (e *entry) bytes() ([]byte, *refusal) {
	p := e.open()
	defer p.close()
	b, err := io.ReadAll(p)
	if err != nil {
		return nil, e.refusal()
	}
	return b, nil
}
