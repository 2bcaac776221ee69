package sheets

import "bytes"

// openTag is <name attributes> or <name attributes/>.
func (s *xmlScanner) openTag() token {
	n := s.tagEnd()
	if n < 0 {
		if s.err == nil {
			s.broken("XML 不完整")
		}
		return tokEnd
	}
	tag := s.buf[s.pos+1 : s.pos+n]
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.empty = true
		tag = tag[:len(tag)-1]
	}
	name, rest := cutName(tag)
	if len(name) == 0 || !s.attributes(rest) {
		s.empty = false
		return s.broken("XML 标记有语法错误")
	}
	if !s.push(name) {
		s.empty = false
		return tokEnd
	}
	s.name = s.top()
	s.pos += n + 1
	s.namespaces()
	return tokOpen
}

// tagEnd is where the tag at pos has its '>', which may not be one inside a
// quoted value.
func (s *xmlScanner) tagEnd() int {
	quote := byte(0)
	for i := 1; ; i++ {
		if s.pos+i >= s.end && !s.fill() {
			return -1
		}
		switch c := s.buf[s.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		case c == '<':
			s.broken("XML 标记有语法错误")
			return -1
		}
	}
}

// cutName takes the name off the front of a tag.
func cutName(b []byte) (name, rest []byte) {
	i := 0
	for i < len(b) && nameByte(b[i], i == 0) {
		i++
	}
	return b[:i], b[i:]
}

// nameByte tells whether c may stand in a name. Letters beyond ASCII all may;
// no name that we look for has one.
func nameByte(c byte, first bool) bool {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c == ':', c >= 0x80:
		return true
	case c >= '0' && c <= '9', c == '-', c == '.':
		return !first
	}
	return false
}

// attributes takes the attributes apart: each behind a blank, quoted, without
// '<', with sound entities, no name twice.
func (s *xmlScanner) attributes(b []byte) bool {
	s.attrs = s.attrs[:0]
	for {
		trimmed := skipBlanks(b)
		if len(trimmed) == 0 {
			return true
		}
		if len(trimmed) == len(b) || len(s.attrs) == maxAttrs {
			return false
		}
		name, rest := cutName(trimmed)
		rest = skipBlanks(rest)
		if len(name) == 0 || len(rest) == 0 || rest[0] != '=' {
			return false
		}
		rest = skipBlanks(rest[1:])
		if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
			return false
		}
		n := bytes.IndexByte(rest[1:], rest[0])
		if n < 0 {
			return false
		}
		value := rest[1 : 1+n]
		if bytes.IndexByte(value, '<') >= 0 || !validEntities(value) || s.attr(string(name)) != nil {
			return false
		}
		s.attrs = append(s.attrs, attr{name, value})
		b = rest[n+2:]
	}
}

func skipBlanks(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	return b
}

// attr is the raw value of an attribute of the last opened element, nil where
// it has none (an empty value is not nil).
func (s *xmlScanner) attr(name string) []byte {
	for i := range s.attrs {
		if string(s.attrs[i].name) == name {
			return s.attrs[i].value
		}
	}
	return nil
}

// text value of an attribute, entities resolved.
func (s *xmlScanner) attrText(name string) string {
	return string(appendAttrText(nil, s.attr(name)))
}

// attrLocal is an attribute by its name without prefix, for r:id, whose
// prefix is free.
func (s *xmlScanner) attrLocal(name string) []byte {
	for i := range s.attrs {
		_, local, ok := bytes.Cut(s.attrs[i].name, []byte(":"))
		if ok && string(local) == name {
			return s.attrs[i].value
		}
	}
	return nil
}

// namespaces looks at the declarations of the element just opened. On the root
// it finds the prefix of the namespace that we read; further in, an element
// that gives that prefix to another namespace is foreign with all it holds.
func (s *xmlScanner) namespaces() {
	for _, a := range s.attrs {
		prefix, ok := declares(a.name)
		if !ok {
			continue
		}
		ours := s.ns(string(a.value))
		switch {
		case s.depth() == 1:
			tag, _, _ := bytes.Cut(s.name, []byte(":"))
			if len(tag) == len(s.name) {
				tag = nil
			}
			if ours && string(tag) == prefix {
				s.prefix = ""
				if prefix != "" {
					s.prefix = prefix + ":"
				}
				s.rootOurs = true
			}
		case prefix+":" == s.prefix || prefix == "" && s.prefix == "":
			if !ours && s.foreign == 0 {
				s.foreign = s.depth()
			}
		}
	}
}

// declares tells whether an attribute declares a namespace, and its prefix.
func declares(name []byte) (prefix string, ok bool) {
	if string(name) == "xmlns" {
		return "", true
	}
	p, ok := bytes.CutPrefix(name, []byte("xmlns:"))
	return string(p), ok
}

// local is the name of the last token inside our namespace, "" for any other.
func (s *xmlScanner) local() string {
	if s.foreign > 0 || !s.rootOurs {
		return ""
	}
	name, ok := bytes.CutPrefix(s.name, []byte(s.prefix))
	if !ok || bytes.IndexByte(name, ':') >= 0 {
		return ""
	}
	if string(name) != s.lastLocal {
		s.lastLocal = string(name)
	}
	return s.lastLocal
}

// root opens the document, whose root must be called name in our namespace.
func (s *xmlScanner) root(name string) bool {
	if s.next() != tokOpen {
		if s.err == nil {
			s.broken("没有内容")
		}
		return false
	}
	if s.local() != name {
		s.broken("不是应有的内容（" + name + "）")
		return false
	}
	return true
}

// child goes to the next element inside the one that was opened at depth; text
// between elements is passed over. It returns false at the end of that
// element, or after a fault.
func (s *xmlScanner) child(depth int) bool {
	for {
		switch s.next() {
		case tokOpen:
			return true
		case tokClose:
			if s.depth() < depth {
				return false
			}
		case tokEnd:
			return false
		}
	}
}

// skip passes over the rest of the element just opened.
func (s *xmlScanner) skip() {
	for depth := s.depth(); s.depth() >= depth; {
		if s.next() == tokEnd {
			return
		}
	}
}

// rest checks what stands behind the root, to the last byte.
func (s *xmlScanner) rest() *refusal {
	for s.next() != tokEnd {
	}
	return s.err
}
