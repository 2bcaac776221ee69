package calc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code names a kind of finding, "stage/what". A code is never reused for
// another meaning; the catalogue holds its severity, message and hint.
type Code string

// Severity tells what a finding does to the record it stands on.
type Severity uint8

// A Warning leaves the record decided, and a person should look; an Error
// holds it.
const (
	Warning Severity = iota
	Error
)

// String is the word of the contract: "warning" or "error".
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Finding is one thing in the user's data that a careful clerk would point
// out: what (the code), where, and the values that the message names. The
// prose is made from the catalogue only when somebody reads it.
type Finding struct {
	Code Code
	Ref  Ref
	Args []string
	With []string // keys of the other records that the finding is about, or marks of earlier awards
}

// Found makes a finding. The args fill the holes of the catalogue's message,
// in order.
func Found(code Code, at Ref, args ...string) Finding {
	return Finding{Code: code, Ref: at, Args: args}
}

// Severity is that of the code.
func (f Finding) Severity() Severity { return entryOf(f.Code).Severity }

// Message says in one Chinese line what was found, with the value; one that is
// not there is said to be none.
func (f Finding) Message() string {
	return strings.ReplaceAll(oneLine(filled(entryOf(f.Code).Message, f.Args)), "“”", "（空）")
}

// Hint says in Chinese what to do.
func (f Finding) Hint() string { return entryOf(f.Code).Hint }

// oneLine keeps a message on its line whatever the cell that it quotes holds.
func oneLine(s string) string {
	if isLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isLine tells of a text in which all blanks are plain and single, none of
// them at an end.
func isLine(s string) bool {
	blank := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' && blank || c < ' ' || c == 0xC2 || c == 0xE1 || c >= 0xE2 && c <= 0xE3 && !isLineMark(s[i:]) {
			return false
		}
		blank = c == ' '
	}
	return !blank
}

// isLineMark tells of a character from U+2000 to U+3FFF that is no blank.
func isLineMark(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 1 && !unicode.IsSpace(r)
}

// Findings are collected and carried along; no stage stops at the first.
type Findings []Finding

// Add appends one finding.
func (fs *Findings) Add(code Code, at Ref, args ...string) {
	*fs = append(*fs, Found(code, at, args...))
}

// Worst is the code of the first error among them, or "".
func (fs Findings) Worst() Code {
	if i := fs.firstError(); i >= 0 {
		return fs[i].Code
	}
	return ""
}

// Fault is the first error among them where only a fault of the program can be
// behind it, nil for none.
func (fs Findings) Fault() error {
	if i := fs.firstError(); i >= 0 {
		return fmt.Errorf("%s at %s: %s", fs[i].Code, fs[i].Ref, fs[i].Message())
	}
	return nil
}

func (fs Findings) firstError() int {
	return slices.IndexFunc(fs, func(f Finding) bool { return f.Severity() == Error })
}

// Count tells how many have the severity s.
func (fs Findings) Count(s Severity) int {
	return Count(fs, func(f *Finding) bool { return f.Severity() == s })
}

// Sort puts them in the order of the inputs (given by rank), then of the
// place; findings of one cell stay in the order they were found.
func (fs Findings) Sort(rank func(file string) int) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(rank(a.Ref.File), rank(b.Ref.File)), cmp.Compare(a.Ref.File, b.Ref.File),
			cmp.Compare(a.Ref.Sheet, b.Ref.Sheet), cmp.Compare(a.Ref.Row, b.Ref.Row), cmp.Compare(a.Ref.Col, b.Ref.Col))
	})
}
