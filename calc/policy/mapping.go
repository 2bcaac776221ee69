package policy

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// mapping is one "key: value" block under the keys that it may have.
type mapping struct {
	*source
	line   int
	what   string                // names the block in messages: item green-factory
	known  []Key                 // the table of its keys
	keys   []string              // those written
	values map[string]*yaml.Node // nil where the block is no mapping at all
}

// mapping reads a block by the table of its keys. Keys that are not in it and
// keys that stand twice are faults; a table of none lets every key pass.
func (s *source) mapping(n *yaml.Node, what string, known []Key) mapping {
	m := mapping{source: s, line: n.Line, what: what, known: known}
	allowed := calc.Mapped(known, func(k Key) string { return k.Name })
	switch {
	case n.Kind != yaml.MappingNode && known == nil:
		s.fault(n.Line, "%s is %s; it must be a mapping: key: value", what, kindNames[n.Kind])
		return m
	case n.Kind != yaml.MappingNode:
		s.fault(n.Line, "%s is %s; it must be a mapping with the keys %s", what, kindNames[n.Kind],
			strings.Join(allowed, ", "))
		return m
	}
	m.values = make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := s.scalar(n.Content[i], "a key of "+what)
		if !ok {
			continue
		}
		if first := m.values[key.text]; first != nil {
			s.fault(key.line, "%s has %s twice, first in line %d", what, key.text, first.Line)
			continue
		}
		if before, _, wide := strings.Cut(key.text, "："); wide && known != nil {
			s.fault(key.line, "%s has %s with the full-width colon ：; write %s: and a blank before the value", what,
				key.text, before)
		} else if known != nil && !slices.Contains(allowed, key.text) {
			s.fault(key.line, "%s has no key %s; allowed: %s", what, key.text, strings.Join(allowed, ", "))
		}
		m.keys = append(m.keys, key.text)
		m.values[key.text] = n.Content[i+1]
	}
	return m
}

// named reads a block that the first of its keys names: messages call it by that
// name then.
func (s *source) named(n *yaml.Node, what, kind string, keys []Key) (m mapping, name string) {
	m = s.mapping(n, what, keys)
	if name = m.text(keys[0].Name); name != "" {
		m.what = kind + " " + name
	}
	return m, name
}

// has tells whether the key is written.
func (m mapping) has(key string) bool { return m.values[key] != nil }

// at is the line of the key's value, or of the block where the key is missing.
func (m mapping) at(key string) int {
	if n := m.values[key]; n != nil {
		return n.Line
	}
	return m.line
}

// name is how messages call a value: "payee of item green-factory".
func (m mapping) name(key string) valueName {
	v := valueName{name: key + " of " + m.what}
	if i := slices.IndexFunc(m.known, func(k Key) bool { return k.Name == key }); i >= 0 {
		v.example = m.known[i].Example
	}
	return v
}

// needs tells whether the table asks for the key.
func (m mapping) needs(key string) bool {
	return slices.ContainsFunc(m.known, func(k Key) bool { return k.Name == key && k.Needed })
}

// node is the value of a key, nil where it is not written: a fault where the
// table asks for it.
func (m mapping) node(key string) *yaml.Node {
	n := m.values[key]
	if n == nil && m.needs(key) {
		m.require(key)
	}
	return n
}

// require tells whether a key is written: a fault where it is not, but in what is
// no mapping and has said so.
func (m mapping) require(key string) bool {
	if !m.has(key) && m.values != nil {
		m.fault(m.line, "%s is missing", m.name(key))
	}
	return m.has(key)
}

// text is the text of a key, "" where it is not written.
func (m mapping) text(key string) string {
	n := m.node(key)
	if n == nil {
		return ""
	}
	w, ok := m.scalar(n, m.name(key))
	if ok && prose[key] && n.Style == 0 && n.ShortTag() != "!!str" {
		m.fault(n.Line, "%s is %s; it must be words, in quotes where they look like a number", m.name(key), w.text)
	}
	return w.text
}

// prose are the keys whose values are words: a number, a day, true or nothing in
// their place is a slip.
var prose = map[string]bool{"document": true, "title": true, "city": true, "province": true, "name": true, "text": true,
	"counted": true, "payee": true, "track": true, "office": true, "question": true, "sentence": true}

// list is the elements of a list, which may not be empty.
func (m mapping) list(key string) []*yaml.Node {
	n := m.node(key)
	switch {
	case n == nil:
		return nil
	case n.Kind != yaml.SequenceNode:
		m.fault(n.Line, "%s is %s; it must be a list", m.name(key), kindNames[n.Kind])
		return nil
	case len(n.Content) == 0 && m.needs(key):
		m.fault(n.Line, "%s is an empty list; it needs at least one entry", m.name(key))
	case len(n.Content) == 0:
		m.fault(n.Line, "%s is an empty list; leave the key out", m.name(key))
	}
	return n.Content
}

// words is a list of texts.
func (m mapping) words(key string) []word {
	var ws []word
	for _, n := range m.list(key) {
		if w, ok := m.scalar(n, m.name(key)); ok {
			m.listed(key, w)
			ws = append(ws, w)
		}
	}
	return ws
}

// listed refuses an entry in which a Chinese mark joins what were to be two.
func (m mapping) listed(key string, w word) {
	for _, mark := range []string{"，", "：", "；"} {
		if strings.Contains(w.text, mark) {
			m.fault(w.line,
				"%s has the one entry %s with %s in it; entries are parted by the half-width comma and a blank",
				m.name(key), w.text, mark)
			return
		}
	}
}

// texts are words without their lines, each once after folding. The checks see
// each with its line.
func (m mapping) texts(key string, checks ...func(word)) []string {
	seen := map[string]bool{}
	var list []string
	for _, w := range m.words(key) {
		for _, check := range checks {
			check(w)
		}
		if seen[written.Fold(w.text)] {
			m.fault(w.line, "%s names %s twice", m.name(key), w.text)
			continue
		}
		seen[written.Fold(w.text)] = true
		list = append(list, w.text)
	}
	return list
}

// pair is one entry of a mapping whose keys are data.
type pair struct {
	key   word
	value *yaml.Node
}

// pairs is a mapping whose keys are data, in its order.
func (m mapping) pairs(key string) []pair {
	n := m.node(key)
	if n == nil {
		return nil
	}
	inner := m.mapping(n, m.name(key).String(), nil)
	ps := calc.Mapped(inner.keys, func(k string) pair { return pair{word{k, inner.values[k].Line}, inner.values[k]} })
	if len(ps) == 0 && n.Kind == yaml.MappingNode {
		m.fault(n.Line, "%s is empty; write a value or leave the key out", m.name(key))
	}
	return ps
}

// yuan reads the amount of a key, nothing where none is written.
func (m mapping) yuan(key string) money.Yuan {
	n := m.node(key)
	if n == nil {
		return money.Yuan{}
	}
	return m.sum(n, m.name(key))
}

// sum reads an amount with its unit; it must be money that can be paid.
func (s *source) sum(n *yaml.Node, what any) money.Yuan {
	w, ok := s.scalar(n, what)
	if !ok {
		return money.Yuan{}
	}
	y, err := money.ParseYuan(w.text)
	switch {
	case err != nil:
		s.fault(w.line, notMoney, what, w.text)
	case y.Sign() <= 0 || !y.IsFen():
		s.fault(w.line, "%s is %s; it must be more than nothing and in whole fen", what, w.text)
	default:
		return y
	}
	return money.Yuan{}
}

// notMoney is the fault of an amount that is none.
const notMoney = "%s is %s; it must be a number with its unit 元 or 万元, such as 50万元"

// share reads a rate.
func (s *source) share(n *yaml.Node, what any) money.Rate {
	w, ok := s.scalar(n, what)
	if !ok {
		return money.Rate{}
	}
	r, err := money.ParseRate(w.text)
	switch {
	case err != nil:
		s.fault(w.line, "%s is %s; it must be a number with the sign %%, such as 60%%", what, w.text)
	case r.OverOne() || r.IsZero():
		s.fault(w.line, "%s is %s; it must be more than 0%% and at most 100%%", what, w.text)
	}
	return r
}

// number reads a small whole number, 0 where none is written.
func (m mapping) number(key string) int {
	text := m.text(key)
	n, err := strconv.Atoi(text)
	if text != "" && (err != nil || n < 1 || n > 9999) {
		m.fault(m.at(key), "%s is %s; it must be a whole number, 1 to 9999", m.name(key), text)
	}
	return n
}

// flag reads true or false; a missing key is false.
func (m mapping) flag(key string) bool {
	text := m.text(key)
	if text != "" && text != "true" && text != "false" {
		m.fault(m.at(key), "%s is %s; it must be true or false", m.name(key), text)
	}
	return text == "true"
}

// date reads a day.
func (m mapping) date(key string) written.Date {
	text := m.text(key)
	d, err := written.ParseDay(text)
	if err != nil && text != "" {
		m.fault(m.at(key), "%s is %s; it must be a day such as 2024-04-22", m.name(key), text)
	}
	return d
}

var identifier = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// id reads a kebab-case name.
func (m mapping) id(key string) string {
	text := m.text(key)
	if text != "" && !identifier.MatchString(text) {
		m.fault(m.at(key), "%s is %s; it must be lower-case words joined by hyphens", m.name(key), text)
	}
	return text
}

// oneOf reads a text from a closed set.
func (m mapping) oneOf(key string, allowed ...string) string {
	text := m.text(key)
	if text != "" && !slices.Contains(allowed, text) {
		m.fault(m.at(key), "%s is %s; allowed: %s", m.name(key), text, strings.Join(allowed, ", "))
		return ""
	}
	return text
}
