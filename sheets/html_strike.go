package sheets

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// strikeStack follows which elements of a page strike their text through.
type strikeStack struct {
	classes map[string]bool // of the style sheet
	opened  []strikingTag
}

// maxStrikes is how many such elements may be open in one another; those of a
// real page are two or three.
const maxStrikes = 100

// strikingTag is an open element that strikes through, with how many of its
// name are open inside it.
type strikingTag struct {
	name   atom.Atom
	inside int
}

// on tells whether text is struck through.
func (s *strikeStack) on() bool { return len(s.opened) > 0 }

var (
	cssRule  = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	cssClass = regexp.MustCompile(`\.([A-Za-z0-9_-]+)`)
)

const lineThrough = "line-through"

// learn takes the classes that strike through from a style sheet.
func (s *strikeStack) learn(css []byte) {
	if !bytes.Contains(css, []byte(lineThrough)) {
		return
	}
	s.classes = map[string]bool{}
	for _, rule := range cssRule.FindAllSubmatch(css, -1) {
		if bytes.Contains(rule[2], []byte(lineThrough)) {
			for _, class := range cssClass.FindAllSubmatch(rule[1], -1) {
				s.classes[string(class[1])] = true
			}
		}
	}
}

// open is an opening tag.
func (s *strikeStack) open(name atom.Atom, attrs map[string]string) {
	struck := name == atom.S || name == atom.Strike || name == atom.Del ||
		strings.Contains(attrs["style"], lineThrough) ||
		slices.ContainsFunc(strings.Fields(attrs["class"]), func(c string) bool { return s.classes[c] })
	switch n := len(s.opened); {
	case name == atom.Col || name == atom.Br || name == atom.Img: // these never close
	case struck && len(s.opened) < maxStrikes:
		s.opened = append(s.opened, strikingTag{name: name})
	case n > 0 && s.opened[n-1].name == name:
		s.opened[n-1].inside++
	}
}

// close is a closing tag. The end of a cell or a row also closes what was left
// open in it.
func (s *strikeStack) close(name atom.Atom) {
	switch n := len(s.opened); {
	case n == 0:
	case name == atom.Td || name == atom.Th:
		s.opened = slices.DeleteFunc(s.opened,
			func(t strikingTag) bool { return t.name != atom.Tr && t.name != atom.Table })
	case name == atom.Tr:
		s.opened = slices.DeleteFunc(s.opened, func(t strikingTag) bool { return t.name != atom.Table })
	case name == atom.Table:
		s.opened = nil
	case s.opened[n-1].name != name:
	case s.opened[n-1].inside > 0:
		s.opened[n-1].inside--
	default:
		s.opened = s.opened[:n-1]
	}
}
