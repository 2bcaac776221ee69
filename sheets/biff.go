package sheets

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The records of a BIFF8 stream that we read ([MS-XLS] 2.3).
const (
	recFormula    = 0x0006
	recFormula3   = 0x0206 // as programs of before write it
	recFormula4   = 0x0406
	recEOF        = 0x000A
	recNote       = 0x001C
	recDate1904   = 0x0022
	recFilePass   = 0x002F
	recFont       = 0x0031
	recContinue   = 0x003C
	recObj        = 0x005D
	recColInfo    = 0x007D
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recXF         = 0x00E0
	recMergeCells = 0x00E5
	recTxO        = 0x01B6
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

// biff is a workbook of Excel 97-2003 being read.
type biff struct {
	data     []byte
	pos      int
	texts    stringTable
	formats  map[int]string
	fonts    []bool // they strike through
	used     []usedStyle
	styles   []cellStyle
	date1904 bool
	bounds   []biffBound
}

// biffBound is a sheet as the workbook lists it.
type biffBound struct {
	name       string
	at         int
	kind       byte // 0 is a worksheet
	visibility Visibility
}

var le = binary.LittleEndian

// readBIFF reads the stream of a workbook.
func readBIFF(data []byte) ([]*Sheet, *refusal) {
	b := &biff{data: data, formats: map[int]string{}}
	if r := b.begin(0, "工作簿"); r != nil {
		return nil, r
	}
	if r := b.globals(); r != nil {
		return nil, r
	}
	for _, u := range b.used {
		code, custom := b.formats[u.format]
		b.styles = append(b.styles, styleOf(u.format, code, custom, b.strikes(u.font)))
	}
	var sheets []*Sheet
	seen := map[string]bool{}
	for _, bound := range b.bounds {
		if bound.kind != 0 {
			continue // charts and macros hold no cells of ours
		}
		if key := strings.ToLower(bound.name); bound.name == "" || seen[key] {
			return nil, unreadable("工作表目录不合规范（%s）", bound.name)
		} else {
			seen[key] = true
		}
		sheet, r := b.sheet(bound)
		if r != nil {
			return nil, r.in(bound.name)
		}
		sheets = append(sheets, sheet)
	}
	if len(sheets) == 0 {
		return nil, unreadable("工作簿里没有工作表")
	}
	return sheets, nil
}

// begin goes to the start of a substream, whose version must be that of
// Excel 97-2003.
func (b *biff) begin(at int, what string) *refusal {
	if at < 0 || at > len(b.data) {
		return incomplete("%s的位置超出文件", what)
	}
	b.pos = at
	id, body, r := b.record()
	switch {
	case r != nil:
		return r
	case id&0xFF == 0x09 && (id != recBOF || len(body) >= 2 && le.Uint16(body) < 0x0600):
		return unsupported("Excel 5.0/95 或更早的格式")
	case id != recBOF || len(body) < 4 || le.Uint16(body) != 0x0600:
		return unreadable("%s的开头不合规范", what)
	}
	return nil
}

// record is the next record.
func (b *biff) record() (id int, body []byte, r *refusal) {
	if b.pos+4 > len(b.data) {
		return 0, nil, incomplete("工作簿的数据在第 %d 字节处中断", b.pos)
	}
	id, n := int(le.Uint16(b.data[b.pos:])), int(le.Uint16(b.data[b.pos+2:]))
	if b.pos+4+n > len(b.data) {
		return 0, nil, incomplete("工作簿的数据在第 %d 字节处中断", b.pos)
	}
	body = b.data[b.pos+4 : b.pos+4+n]
	b.pos += 4 + n
	return id, body, nil
}

// continued is a record's body with those that continue it.
func (b *biff) continued(body []byte) *biffReader {
	r := &biffReader{seg: body}
	for b.pos+4 <= len(b.data) && le.Uint16(b.data[b.pos:]) == recContinue {
		_, more, refused := b.record()
		if refused != nil {
			break // the next record says so again
		}
		r.more = append(r.more, more)
	}
	return r
}

// globals reads what all sheets share.
func (b *biff) globals() *refusal {
	for {
		id, body, r := b.record()
		if r != nil {
			return r
		}
		ok := true
		switch id {
		case recEOF:
			return nil
		case recDate1904:
			b.date1904 = len(body) >= 2 && le.Uint16(body) == 1
		case recBoundSheet:
			ok = b.bound(body)
		case recFormat:
			ok = b.format(body)
		case recFont:
			if ok = len(body) >= 4; ok {
				b.fonts = append(b.fonts, le.Uint16(body[2:])&0x08 != 0)
			}
		case recXF:
			if ok = len(body) >= 4; ok {
				b.used = append(b.used, usedStyle{format: int(le.Uint16(body[2:])), font: int(le.Uint16(body))})
			}
		case recSST:
			ok = b.sst(body)
		}
		if !ok {
			return unreadable("工作簿的数据不合规范（第 %d 字节前）", b.pos)
		}
	}
}

func (b *biff) bound(body []byte) bool {
	if len(body) < 8 {
		return false
	}
	r := &biffReader{seg: body[8:]}
	flags := body[7]
	bound := biffBound{at: int(le.Uint32(body)), kind: body[5], visibility: Visibility(body[4] & 3)}
	bound.name = string(r.chars(nil, int(body[6]), flags&1 != 0))
	b.bounds = append(b.bounds, bound)
	return !r.short && bound.visibility <= VeryHidden
}

func (b *biff) format(body []byte) bool {
	r := b.continued(body)
	id, n, flags := r.u16(), r.u16(), r.u8()
	b.formats[id] = string(r.chars(nil, n, flags&1 != 0))
	return !r.short
}

// sst reads the shared strings.
func (b *biff) sst(body []byte) bool {
	r := b.continued(body)
	r.u32()
	count := r.u32()
	var text strings.Builder
	var buf []byte
	for i := 0; r.left(); i++ { // the count may be wrong
		buf = r.rich(buf[:0], b.strikes)
		if r.short && i >= count {
			break // no string: what fills the record up
		}
		if r.short || tooLong(buf) {
			return false
		}
		text.Write(buf)
		b.texts.ends = append(b.texts.ends, uint32(text.Len()))
	}
	b.texts.text = text.String()
	return true
}

// biffReader reads a record's body across those that continue it. short tells
// that it asked for more than there is.
type biffReader struct {
	seg   []byte
	more  [][]byte
	short bool
}

// advance goes to the next piece.
func (r *biffReader) advance() bool {
	if len(r.more) == 0 {
		r.short = true
		return false
	}
	r.seg, r.more = r.more[0], r.more[1:]
	return true
}

// left tells whether there is more to read.
func (r *biffReader) left() bool {
	for len(r.seg) == 0 && len(r.more) > 0 {
		r.seg, r.more = r.more[0], r.more[1:]
	}
	return len(r.seg) > 0
}

func (r *biffReader) u8() byte {
	for len(r.seg) == 0 {
		if !r.advance() {
			return 0
		}
	}
	c := r.seg[0]
	r.seg = r.seg[1:]
	return c
}

func (r *biffReader) u16() int { lo := int(r.u8()); return lo | int(r.u8())<<8 }
func (r *biffReader) u32() int { lo := r.u16(); return lo | r.u16()<<16 }

// skip passes over n bytes.
func (r *biffReader) skip(n int) {
	for n > len(r.seg) {
		n -= len(r.seg)
		if !r.advance() {
			return
		}
	}
	r.seg = r.seg[n:]
}

// chars appends n characters, of one byte or two. A piece that continues them
// begins by saying which of the two it has.
func (r *biffReader) chars(dst []byte, n int, wide bool) []byte {
	var high rune
	for n > 0 {
		if len(r.seg) == 0 {
			if !r.advance() {
				return dst
			}
			wide = r.u8()&1 != 0
			continue
		}
		c := rune(r.u8())
		if wide {
			if len(r.seg) == 0 {
				r.short = true
				return dst
			}
			c |= rune(r.u8()) << 8
		}
		n--
		dst, high = appendUTF16(dst, high, c)
	}
	if high != 0 {
		dst = utf8.AppendRune(dst, utf8.RuneError)
	}
	return dst
}

// appendUTF16 appends one unit of UTF-16; the first half of a pair is handed
// back to be given with the second.
func appendUTF16(dst []byte, high, c rune) ([]byte, rune) {
	const surrogates, low = 0xD800, 0xDC00
	if high != 0 {
		pair := utf16.DecodeRune(high, c)
		if dst = utf8.AppendRune(dst, pair); pair != utf8.RuneError {
			return dst, 0
		}
	}
	if c >= surrogates && c < low {
		return dst, c
	}
	return utf8.AppendRune(dst, c), 0
}

// strikes tells whether a font strikes through. No font has the number 4.
func (b *biff) strikes(font int) bool {
	if font > 4 {
		font--
	}
	return font < len(b.fonts) && b.fonts[font]
}

// rich reads a shared string; of its formatting counts what is struck through,
// and its phonetic guide is passed over.
func (r *biffReader) rich(dst []byte, strikes func(font int) bool) []byte {
	n, flags := r.u16(), r.u8()
	runs, ext := 0, 0
	if flags&0x08 != 0 {
		runs = r.u16()
	}
	if flags&0x04 != 0 {
		ext = r.u32()
	}
	start := len(dst)
	dst = r.chars(dst, n, flags&1 != 0)
	dst = r.runs(dst, start, runs, strikes)
	r.skip(ext)
	return dst
}

// runs reads where the font of the text behind start changes, in units of
// UTF-16, and strikes what is struck.
func (r *biffReader) runs(dst []byte, start, runs int, strikes func(font int) bool) []byte {
	from, struck := 0, false
	text := dst[start:]
	var out []byte
	for range runs {
		at, font := r.u16(), r.u16()
		if r.short {
			return dst
		}
		if strikes(font) == struck {
			continue
		}
		if out == nil {
			text = bytes.Clone(text)
			out = dst[:start]
		}
		out, text = appendRun(out, text, at-from, struck)
		from, struck = at, !struck
	}
	if out == nil {
		return dst
	}
	out, _ = appendRun(out, text, len(text), struck)
	return out
}

// appendRun appends the first n units of text and hands back what is left.
func appendRun(dst, text []byte, n int, struck bool) (out, rest []byte) {
	end := 0
	for end < len(text) && n > 0 {
		r, size := utf8.DecodeRune(text[end:])
		n -= utf16.RuneLen(r)
		end += size
	}
	if struck {
		return appendStruck(dst, text[:end]), text[end:]
	}
	return append(dst, text[:end]...), text[end:]
}
