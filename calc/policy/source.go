package policy

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// maxSize is far beyond any policy and keeps a wrong file from being chewed
// on.
const maxSize = 4 << 20

// source is one YAML file being read, and what was found wrong with it. The
// tree is read node by node rather than into structs, because only a node
// knows its line and because a key nobody asked for must not pass.
type source struct {
	name     string
	problems []problem
}

type problem struct {
	line int
	text string
}

// fault notes a problem. Reading goes on, so that one run shows them all.
func (s *source) fault(line int, format string, args ...any) {
	s.problems = append(s.problems, problem{line, fmt.Sprintf(format, args...)})
}

// err is all problems in the order of their lines, nil where there are none.
func (s *source) err() error {
	slices.SortStableFunc(s.problems, func(a, b problem) int { return cmp.Compare(a.line, b.line) })
	errs := make([]error, 0, len(s.problems))
	for i, p := range s.problems {
		if i == 0 || p != s.problems[i-1] {
			errs = append(errs, fmt.Errorf("%s:%d: %s", s.name, p.line, p.text))
		}
	}
	return errors.Join(errs...)
}

// document parses the bytes to the root of the one document in them. What
// YAML offers beyond plain data (anchors, aliases, merge keys, tags, several
// documents) is refused: a policy is read by people.
func (s *source) document(data []byte) (*yaml.Node, error) {
	if len(data) > maxSize {
		return nil, fmt.Errorf("%s:1: the file has %d bytes; a policy has at most %d", s.name, len(data), maxSize)
	}
	var root, second yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(data))
	switch err := d.Decode(&root); {
	case errors.Is(err, io.EOF) || err == nil && len(root.Content) == 0:
		return nil, fmt.Errorf("%s:1: the file is empty", s.name)
	case err != nil:
		return nil, s.broken(err)
	}
	switch err := d.Decode(&second); {
	case err == nil:
		s.fault(second.Line, "a second document begins here; a file holds one")
	case !errors.Is(err, io.EOF):
		return nil, s.broken(err)
	}
	s.plain(root.Content[0])
	return root.Content[0], nil
}

// broken says where the text is no YAML.
func (s *source) broken(err error) error {
	line, text := 1, err.Error()
	var le *yaml.LoadError
	if errors.As(err, &le) {
		line, text = max(le.Mark.Line, 1), le.Message
	}
	return fmt.Errorf("%s:%d: not YAML: %s", s.name, line, text)
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
func (s *source) scalar(n *yaml.Node, what string) (word, bool) {
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
	yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "a single value", yaml.AliasNode: "an alias",
}
