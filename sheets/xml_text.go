package sheets

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// begin looks at the first bytes for the encoding and, where it is not UTF-8,
// puts a decoder in between.
func (s *xmlScanner) begin() {
	for s.filled < 512 && !s.eof {
		n, err := s.src.Read(s.buf[s.filled:])
		s.filled += n
		if err == io.EOF {
			s.eof = true
		} else if err != nil {
			s.fail(s.bad())
			return
		}
	}
	head := s.buf[:s.filled]
	if bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")) {
		s.pos, s.end, s.base = 3, 3, -3 // the mark is no byte of the document
		head = head[3:]
	}
	enc, known := xmlEncoding(head)
	switch {
	case !known:
		s.fail(unsupported("部件 %s 的字符编码", s.part))
	case enc != nil:
		s.src = enc.NewDecoder().Reader(io.MultiReader(bytes.NewReader(bytes.Clone(head)), s.src))
		s.pos, s.end, s.filled, s.eof, s.lossy = 0, 0, 0, false, true
	default:
		s.admit()
	}
}

// xmlEncoding is the decoder that a document needs, nil for UTF-8.
func xmlEncoding(head []byte) (enc encoding.Encoding, known bool) {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), true
	}
	decl, _, ok := bytes.Cut(head, []byte("?>"))
	if !ok || !bytes.HasPrefix(decl, []byte("<?xml")) {
		return nil, true
	}
	_, rest, ok := bytes.Cut(decl, []byte("encoding"))
	rest = bytes.TrimLeft(rest, " \t\r\n=")
	if !ok || len(rest) < 2 {
		return nil, true
	}
	name, _, _ := bytes.Cut(rest[1:], rest[:1])
	switch string(bytes.ToLower(name)) {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return nil, true
	case "gb18030", "gbk", "gb2312":
		return simplifiedchinese.GB18030, true
	}
	return nil, false
}

// validXMLText tells how many bytes at the front of b are whole characters of
// XML 1.0 in UTF-8, and whether none is a fault. What is left then is the
// beginning of a character.
func validXMLText(b []byte) (n int, ok bool) {
	i := 0
	for {
		i += printable(b[i:])
		for i+2 < len(b) && chinese(b[i], b[i+1], b[i+2]) {
			i += 3
		}
		if i == len(b) {
			return i, true
		}
		size, ok := validXMLRune(b[i:])
		if size == 0 {
			return i, ok
		}
		i += size
	}
}

// chinese tells the usual Chinese character or sign: three bytes, none of the
// ranges in which some are not allowed.
func chinese(a, b, c byte) bool {
	return (a >= 0xE1 && a <= 0xEC || a == 0xEF && b != 0xBF) && b&0xC0 == 0x80 && c&0xC0 == 0x80
}

// validXMLRune is the length of the character at the front of b; of one that is
// cut or not allowed, for which ok is false, it is 0.
func validXMLRune(b []byte) (size int, ok bool) {
	if c := b[0]; c < utf8.RuneSelf {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' {
			return 0, false
		}
		return 1, true
	}
	r, size := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && size == 1:
		return 0, !utf8.FullRune(b)
	case r == 0xFFFE || r == 0xFFFF:
		return 0, false
	}
	return size, true
}

// printable tells how many bytes at the front of b are printable ASCII, less
// some of the last seven.
func printable(b []byte) int {
	const high, low = 0x8080808080808080, 0x2020202020202020
	i := 0
	for ; i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		if odd := (x | (x - low)) & high; odd != 0 { // the first of them is, those behind it may be
			return i + bits.TrailingZeros64(odd)/8
		}
	}
	return i
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isBlank(b []byte) bool { return len(bytes.TrimLeft(b, " \n\t\r")) == 0 }

// entity reads the entity at the front of b, which begins with '&': one of the
// five of XML or a character. n is 0 for anything else.
func entity(b []byte) (r rune, n int) {
	i := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if i < 0 {
		return 0, 0
	}
	name := string(b[1:i])
	if r, named := entities[name]; named {
		return r, i + 1
	}
	digits, numbered := strings.CutPrefix(name, "#")
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		base, digits = 16, hex
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if !numbered || err != nil || !utf8.ValidRune(rune(v)) || v > utf8.MaxRune || v < ' ' && v != '\n' && v != '\t' &&
		v != '\r' || v == 0xFFFE || v == 0xFFFF {
		return 0, 0
	}
	return rune(v), i + 1
}

var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// endsCData tells whether ]]> is in b, which no text may hold.
func endsCData(b []byte) bool {
	return bytes.IndexByte(b, '>') >= 0 && bytes.Contains(b, []byte("]]>"))
}

// validEntities tells whether every & in b begins an entity that we know.
func validEntities(b []byte) bool {
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return true
		}
		_, n := entity(b[i:])
		if n == 0 {
			return false
		}
		b = b[i+n:]
	}
}

// appendXMLText writes raw text with its entities resolved and its line ends
// as XML has them: every \r\n and \r is \n.
func appendXMLText(dst, raw []byte) []byte { return appendResolved(dst, raw, '\n') }

// appendAttrText writes the raw value of an attribute, in which every blank is a
// space.
func appendAttrText(dst, raw []byte) []byte { return appendResolved(dst, raw, ' ') }

// appendResolved resolves entities and writes lineEnd for the end of a line;
// where that is a space, for any blank.
func appendResolved(dst, raw []byte, lineEnd byte) []byte {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '&':
			r, n := entity(raw[i:])
			dst = utf8.AppendRune(dst, r)
			i += max(n, 1) - 1
		case c == '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			dst = append(dst, lineEnd)
		case lineEnd == ' ' && blank(c):
			dst = append(dst, ' ')
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// appendCellText writes the text of a cell or a shared string: besides
// entities, _xHHHH_ stands for a character (ECMA-376 part 1, 22.9.2.19).
func appendCellText(dst, raw []byte) []byte {
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return appendCellCData(dst, raw)
	}
	start := len(dst)
	dst = appendXMLText(dst, raw)
	return dst[:start+unescapeX(dst[start:])]
}

// appendCellCData writes what stands in a CDATA section, which has no entities.
func appendCellCData(dst, raw []byte) []byte {
	start := len(dst)
	dst = append(dst, raw...)
	return dst[:start+unescapeX(dst[start:])]
}

// unescapeX resolves _xHHHH_ in place and returns the new length. A pair of
// surrogates is one character; half a pair stays as it is written.
func unescapeX(b []byte) int {
	i := bytes.Index(b, []byte("_x"))
	if i < 0 {
		return len(b)
	}
	n := i
	for i < len(b) {
		r, size := escapedRune(b[i:])
		if size == 0 {
			b[n] = b[i]
			n, i = n+1, i+1
			continue
		}
		n += utf8.EncodeRune(b[n:], r) // never longer than the seven bytes read
		i += size
	}
	return n
}

// escapedRune reads _xHHHH_ at the front of b; size is 0 where there is none.
func escapedRune(b []byte) (r rune, size int) {
	u, ok := escapedUnit(b)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(u) {
		return u, 7
	}
	low, ok := escapedUnit(b[7:])
	if r = utf16.DecodeRune(u, low); !ok || r == utf8.RuneError {
		return 0, 0
	}
	return r, 14
}

func escapedUnit(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	v, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(v), err == nil
}

// utf16Len is the length of a text as spreadsheets count it.
func utf16Len(b []byte) int {
	n := 0
	for _, r := range string(b) {
		n += utf16.RuneLen(r)
	}
	return n
}
