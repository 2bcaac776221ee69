package sheets

import (
	"bytes"
	"io"
)

// token is what xmlScanner.next found.
type token uint8

const (
	tokEnd    token = iota // the end of the document, or a fault: see err
	tokOpen                // <name ...>
	tokClose               // </name>, also behind every <name/>
	tokText                // text between tags, entities as they stand in raw
	tokCData               // text in which nothing is an entity
	maxDepth  = 128
	minBuffer = 1 << 17
	maxToken  = 4 << 20 // bytes of one tag or one text
	maxAttrs  = 256
)

// xmlScanner takes an XML part apart. It is strict: every byte of the part
// must be well-formed XML 1.0 in valid UTF-8, to the end, with no DOCTYPE; and
// it is quick: it works on the inflated bytes and copies nothing.
//
// The first fault sticks in err; from then on next gives tokEnd.
type xmlScanner struct {
	part string
	src  io.Reader
	bad  func() *refusal // what a fault of src means
	err  *refusal

	buf              []byte
	pos, end, filled int   // [pos:end] is checked and whole runes, [end:filled] is not yet
	base             int64 // where buf[0] stands in the part
	eof              bool
	lossy            bool // decoded from another encoding: U+FFFD is a loss

	names   []byte // of the open elements, one behind the other
	ends    []int  // of each of them in names
	started bool   // the root was opened
	empty   bool   // the next token closes an empty element
	foreign int    // depth from which the main namespace is another one

	// of the last token
	name      []byte
	attrs     []attr
	raw       []byte
	lastLocal string // what local gave, to be given again

	ns       func(uri string) bool // is it the namespace that we read
	prefix   string                // its prefix in this part, "" or "x:"
	rootOurs bool                  // the root stands in it
}

type attr struct{ name, value []byte }

// newScanner reads part e as XML. The caller closes the reader it returns.
func newScanner(e *entry, ns func(string) bool) (*xmlScanner, *partReader) {
	p := e.open()
	s := &xmlScanner{part: e.name, src: p, bad: e.refusal, ns: ns,
		buf: make([]byte, min(max(e.size+1, 1024), minBuffer))}
	s.begin()
	return s, p
}

// fail keeps the first fault.
func (s *xmlScanner) fail(r *refusal) token {
	if s.err == nil {
		s.err = r
	}
	s.pos, s.end = 0, 0
	s.eof = true
	return tokEnd
}

// check ends the reading where there is a refusal.
func (s *xmlScanner) check(r *refusal) {
	if r != nil {
		s.fail(r)
	}
}

// broken is a fault at the present place.
func (s *xmlScanner) broken(what string) token {
	return s.fail(unreadable("部件 %s 第 %d 字节处%s", s.part, s.base+int64(s.pos)+1, what))
}

// fill reads more bytes behind those that are left. It returns false at the
// end of the part or after a fault.
func (s *xmlScanner) fill() bool {
	if s.eof {
		return false
	}
	if s.pos > 0 {
		s.base += int64(s.pos)
		copy(s.buf, s.buf[s.pos:s.filled])
		s.end, s.filled, s.pos = s.end-s.pos, s.filled-s.pos, 0
	}
	if s.filled == len(s.buf) {
		if len(s.buf) >= maxToken {
			s.fail(tooLarge("部件 %s 第 %d 字节处有一项超过 %d MB", s.part, s.base+1, maxToken>>20))
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for s.filled < len(s.buf) && !s.eof {
		n, err := s.src.Read(s.buf[s.filled:])
		s.filled += n
		switch {
		case err == io.EOF:
			s.eof = true
		case err != nil:
			s.fail(s.bad())
			return false
		}
	}
	return s.admit()
}

// admit checks the bytes that were read: UTF-8, no control characters.
func (s *xmlScanner) admit() bool {
	n, ok := validXMLText(s.buf[s.end:s.filled])
	if ok && s.lossy && bytes.Contains(s.buf[s.end:s.filled], []byte("\uFFFD")) {
		ok = false
	}
	if !ok || s.eof && s.end+n < s.filled {
		s.pos = s.end + n
		s.broken("有无效的字符或编码")
		return false
	}
	s.end += n
	return true
}

// find is where sep stands at or behind offset from (counted from pos), with
// as many bytes read as that takes; -1 where the part ends before it.
func (s *xmlScanner) find(sep string, from int) int {
	for {
		if i := bytes.Index(s.buf[s.pos+from:s.end], []byte(sep)); i >= 0 {
			return from + i
		}
		from = max(from, s.end-s.pos-len(sep)+1)
		if !s.fill() {
			return -1
		}
	}
}

// has makes sure that n bytes are there.
func (s *xmlScanner) has(n int) bool {
	for s.end-s.pos < n {
		if !s.fill() {
			return false
		}
	}
	return true
}

// next is the next token that matters: comments and instructions are checked
// and passed over.
func (s *xmlScanner) next() token {
	if s.empty {
		s.empty = false
		return s.pop()
	}
	for {
		if !s.has(1) {
			return s.finish()
		}
		if s.buf[s.pos] != '<' {
			if t := s.text(); t != 0 || s.err != nil {
				return t
			}
			continue
		}
		if !s.has(2) {
			return s.broken("XML 不完整")
		}
		switch s.buf[s.pos+1] {
		case '/':
			return s.closeTag()
		case '?':
			if !s.instruction() {
				return tokEnd
			}
		case '!':
			if t, again := s.exclamation(); !again {
				return t
			}
		default:
			return s.openTag()
		}
	}
}

// finish is the end of the part: all elements must be closed.
func (s *xmlScanner) finish() token {
	if s.err == nil && (len(s.ends) > 0 || !s.started) {
		return s.broken("XML 不完整，后面的内容缺失")
	}
	return tokEnd
}

// text is what stands up to the next tag. Outside the root only blanks may
// stand, and they are no token.
func (s *xmlScanner) text() token {
	n := s.find("<", 0)
	if n < 0 {
		if s.err != nil {
			return tokEnd
		}
		n = s.end - s.pos
	}
	raw := s.buf[s.pos : s.pos+n]
	if len(s.ends) == 0 {
		if !isBlank(raw) {
			return s.broken("有不属于 XML 的内容")
		}
		s.pos += n
		return 0
	}
	if endsCData(raw) || !validEntities(raw) {
		return s.broken("XML 有语法错误")
	}
	s.raw = raw
	s.pos += n
	return tokText
}

// instruction passes over <?...?>; the XML declaration may only come first.
func (s *xmlScanner) instruction() bool {
	n := s.find("?>", 2)
	if n < 0 {
		s.broken("XML 不完整")
		return false
	}
	if body := s.buf[s.pos+2 : s.pos+n]; len(body) == 0 || isDeclaration(body) && s.base+int64(s.pos) > 0 {
		s.broken("XML 有语法错误")
		return false
	}
	s.pos += n + 2
	return true
}

func isDeclaration(body []byte) bool {
	return len(body) >= 3 && bytes.EqualFold(body[:3], []byte("xml")) && (len(body) == 3 || blank(body[3]))
}

// exclamation is a comment, a CDATA section, or what no part may hold.
func (s *xmlScanner) exclamation() (t token, again bool) {
	s.has(9)
	rest := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		n := s.find("--", 4)
		if n < 0 || !s.has(n+3) || s.buf[s.pos+n+2] != '>' {
			return s.broken("XML 注释不完整"), false
		}
		s.pos += n + 3
		return 0, true
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.ends) > 0:
		n := s.find("]]>", 9)
		if n < 0 {
			return s.broken("XML 不完整"), false
		}
		s.raw = s.buf[s.pos+9 : s.pos+n]
		s.pos += n + 3
		return tokCData, false
	case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
		return s.broken("含有 DOCTYPE 声明，表格文件不应有此内容"), false
	}
	return s.broken("XML 有语法错误"), false
}

// closeTag is </name>.
func (s *xmlScanner) closeTag() token {
	n := s.find(">", 2)
	if n < 0 {
		return s.broken("XML 不完整")
	}
	name := bytes.TrimRight(s.buf[s.pos+2:s.pos+n], " \t\r\n")
	if len(s.ends) == 0 || !bytes.Equal(name, s.top()) {
		return s.broken("XML 标记不配对")
	}
	s.pos += n + 1
	return s.pop()
}

func (s *xmlScanner) top() []byte {
	start := 0
	if len(s.ends) > 1 {
		start = s.ends[len(s.ends)-2]
	}
	return s.names[start:s.ends[len(s.ends)-1]]
}

// push opens an element.
func (s *xmlScanner) push(name []byte) bool {
	if len(s.ends) == 0 && s.started {
		s.broken("有不属于 XML 的内容")
		return false
	}
	if len(s.ends) >= maxDepth {
		s.fail(tooLarge("部件 %s 的层次超过 %d 层", s.part, maxDepth))
		return false
	}
	s.started = true
	s.names = append(s.names, name...)
	s.ends = append(s.ends, len(s.names))
	return true
}

// pop closes the innermost element.
func (s *xmlScanner) pop() token {
	top := s.top()
	s.name = top
	s.ends = s.ends[:len(s.ends)-1]
	s.names = s.names[:len(s.names)-len(top)]
	if s.foreign > len(s.ends) {
		s.foreign = 0
	}
	return tokClose
}

// depth is how many elements are open.
func (s *xmlScanner) depth() int { return len(s.ends) }
