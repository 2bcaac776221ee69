package policy

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// maxSize is far beyond any policy and keeps a wrong file from being chewed
// on.
const maxSize = 4 << 20

// source is one YAML file being read, and what was found wrong with it. The
// tree is read node by node rather than into structs, because only a node
// knows its line and because a key nobody asked for must not pass.
type source struct {
	name   string
	faults Faults
}

// fault notes a fault. Reading goes on, so that one run shows them all.
func (s *source) fault(line int, format string, args ...any) {
	s.faults = append(s.faults, Fault{s.name, line, format, args})
}

// err is all faults in the order of their lines, nil where there are none.
func (s *source) err() error {
	if len(s.faults) == 0 {
		return nil
	}
	slices.SortStableFunc(s.faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return s.faults
}

// stop notes a fault after which nothing can be read.
func (s *source) stop(line int, format string, args ...any) error {
	s.fault(line, format, args...)
	return s.err()
}

// document parses the bytes to the root of the one document in them. What
// YAML offers beyond plain data (anchors, aliases, merge keys, tags, several
// documents) is refused: a policy is read by people.
func (s *source) document(data []byte) (*yaml.Node, error) {
	if len(data) > maxSize {
		return nil, s.stop(1, "the file has %d bytes; a policy has at most %d", len(data), maxSize)
	}
	if err := s.readable(data); err != nil {
		return nil, err
	}
	var root, second yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(data))
	switch err := d.Decode(&root); {
	case errors.Is(err, io.EOF) || err == nil && len(root.Content) == 0:
		return nil, s.stop(1, "the file is empty")
	case err != nil:
		return nil, s.broken(data, err)
	}
	switch err := d.Decode(&second); {
	case err == nil:
		s.fault(second.Line, "a second document begins here; a file holds one")
	case !errors.Is(err, io.EOF):
		return nil, s.broken(data, err)
	}
	s.plain(root.Content[0])
	return root.Content[0], nil
}

// broken says where the text is no YAML, and what of the line looks like the
// reason.
func (s *source) broken(data []byte, err error) error {
	line, text := 1, err.Error()
	var le *yaml.LoadError
	if errors.As(err, &le) {
		line, text = max(le.Mark.Line, 1), le.Message
	}
	for _, at := range []int{line, line - 1} { // a colon is missed on the line after it
		if strings.ContainsAny(lineOf(data, at), "：") {
			return s.stop(at, "not YAML: here stands the full-width colon ：; keys end in the half-width : and a "+
				"blank, such as name: 绿色工厂")
		}
	}
	return s.stop(line, "not YAML: %s; write key: value, indent with blanks, close every [ and {", reasonOf(text))
}

// yamlReasons say what the library's words mean to whoever wrote the file. The
// first that fits counts; terms has them in Chinese.
var yamlReasons = []struct{ words, reason string }{
	{"',' or ']'", "a [ is not closed, or a comma is missing in it"},
	{"',' or '}'", "a { is not closed, or a comma is missing in it"},
	{"mapping values are not allowed",
		"a second colon stands in the line, or it is indented deeper than the key above"},
	{"could not find expected ':'", "a key has no colon behind it"},
	{"cannot start any token", "a value begins with a sign that needs quotes around it"},
	{"unknown escape", "a backslash stands in double quotes; use single ones"},
	{"end of stream", "a quote is not closed"},
	{"document indicator", "a quote is not closed"},
	{"block sequence entries", "a list begins in the line of its key; begin it below"},
	{"depth", "too many [ or { in each other"},
	{"tag", "a value begins with ! and needs quotes around it"},
	{"anchor", "a value begins with * or & and needs quotes around it"},
	{"alphabetic or numeric", "a value begins with * or & and needs quotes around it"},
	{"directive", "a line begins with %, which needs quotes around it"},
	{"UTF", "a character cannot be read"},
	{"nicode", "a character cannot be read"},
	{"control characters", "a character cannot be read"},
	{"", "the line is not indented like those around it"},
}

func reasonOf(text string) string {
	for _, r := range yamlReasons {
		if strings.Contains(text, r.words) {
			return r.reason
		}
	}
	return text
}

// lineOf is a line of the file, from 1.
func lineOf(data []byte, line int) string {
	lines := strings.Split(string(data), "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return lines[line-1]
}

// readable refuses what is no text in UTF-8, and lines that begin with
// something that looks like blanks.
func (s *source) readable(data []byte) error {
	for i, line := range bytes.Split(data, []byte("\n")) {
		if utf8.Valid(line) {
			s.indent(i+1, string(line))
			continue
		}
		if text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil &&
			!bytes.ContainsRune(text, utf8.RuneError) {
			return s.stop(i+1, "the file is in GB18030; save it as UTF-8: in Notepad or WPS, Save As, encoding UTF-8")
		}
		return s.stop(i+1, "the file is no text in UTF-8; a policy is a text file, saved as UTF-8")
	}
	return s.err()
}

// indent refuses tabs and full-width blanks before the first word of a line.
func (s *source) indent(line int, text string) {
	rest := strings.TrimLeft(text, " ")
	before := rest[:len(rest)-len(strings.TrimLeft(rest, " \t\u3000\u00a0"))]
	switch {
	case strings.TrimSpace(rest) == "" || before == "":
	case strings.Contains(before, "\t"):
		s.fault(line, "the line begins with a tab; indent with half-width blanks, two a step")
	default:
		s.fault(line, "the line begins with a full-width blank; indent with half-width blanks, two a step")
	}
}

// plain walks the tree for what is more than plain data.
func (s *source) plain(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		s.fault(n.Line, "alias *%s: write the value out; a policy has no anchors and aliases", n.Value)
	case n.Anchor != "":
		s.fault(n.Line, "anchor &%s: a policy has no anchors and aliases", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		s.fault(n.Line, "tag %s: a policy has no tags", n.Tag)
	}
	for _, c := range n.Content {
		s.plain(c)
	}
}

// word is a text and the line it stands in.
type word struct {
	text string
	line int
}

// scalar is the text of a single value as typed: 12 and "12" are the same.
func (s *source) scalar(n *yaml.Node, what any) (word, bool) {
	if n.Kind != yaml.ScalarNode {
		s.fault(n.Line, "%s is %s; it must be a single value", what, kindNames[n.Kind])
		return word{line: n.Line}, false
	}
	text := strings.TrimSpace(n.Value)
	if text == "" || n.ShortTag() == "!!null" {
		s.fault(n.Line, "%s is empty; write a value or leave the key out", what)
		return word{line: n.Line}, false
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
		s.fault(n.Line, "%s runs over several lines; write it on one", what)
		return word{line: n.Line}, false
	}
	return word{text, n.Line}, true
}

var kindNames = map[yaml.Kind]string{
	yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "a single value",
	yaml.AliasNode: "an alias",
}
