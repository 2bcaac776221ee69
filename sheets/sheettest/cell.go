package sheettest

import (
	"regexp"
	"strings"
)

// kind of value of a cell, in the words of the notation.
type kind uint8

const (
	empty kind = iota
	text
	number
	date
	boolean
	errorValue
)

// cell is one cell of the notation.
type cell struct {
	kind    kind
	value   string
	formula string // "" where the value was typed
}

var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

var (
	escaper   = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\t", `\t`, "\r", `\r`)
	unescaper = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\r`, "\r")
)

// parseCell reads one cell of the notation. There is no wrong cell: what is
// nothing else is text.
func parseCell(s string) cell {
	rest, ok := strings.CutPrefix(s, "=F:")
	if !ok {
		return parseValue(s)
	}
	var c cell
	expr := rest
	if i := strings.LastIndexByte(rest, '|'); i >= 0 {
		expr, c = rest[:i], parseValue(rest[i+1:])
	}
	c.formula = unescaper.Replace(expr)
	return c
}

// parseValue reads a cell that is no formula.
func parseValue(s string) cell {
	switch {
	case s == "":
		return cell{}
	case s[0] == '\'':
		return cell{kind: text, value: unescaper.Replace(s[1:])}
	case strings.HasPrefix(s, "=D:"):
		return cell{kind: date, value: s[3:]}
	case strings.HasPrefix(s, "=B:"):
		return cell{kind: boolean, value: s[3:]}
	case strings.HasPrefix(s, "=E:"):
		return cell{kind: errorValue, value: s[3:]}
	case plainNumber.MatchString(s):
		return cell{kind: number, value: s}
	}
	return cell{kind: text, value: unescaper.Replace(s)}
}

// format writes a cell in the notation; parseCell is its inverse.
func (c cell) format() string {
	v := c.formatValue()
	if c.formula == "" {
		return v
	}
	f := "=F:" + escaper.Replace(c.formula)
	if c.kind == empty && !strings.Contains(c.formula, "|") {
		return f
	}
	return f + "|" + v
}

func (c cell) formatValue() string {
	switch c.kind {
	case text:
		s := escaper.Replace(c.value)
		if parseCell(s) != (cell{kind: text, value: c.value}) || isDirective(s) {
			return "'" + s
		}
		return s
	case date:
		return "=D:" + c.value
	case boolean:
		return "=B:" + c.value
	case errorValue:
		return "=E:" + c.value
	}
	return c.value
}

// isDirective tells whether a line that starts with s is not a row.
func isDirective(s string) bool {
	for _, p := range []string{"# ", "#merge ", "#hide ", "#date1904"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
