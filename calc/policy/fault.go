package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
)

// Fault is one thing that is wrong with a file: where it stands, what stands
// there and what may stand there, in both languages of the console.
type Fault struct {
	File   string
	Line   int
	format string // English, the key of its Chinese in inChinese
	args   []any
}

// String is the fault in English, with file and line.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.words(english))
}

// Chinese is the fault in Chinese, with file and line.
func (f Fault) Chinese() string {
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.words(chinese))
}

// language is one of the two that faults are told in.
type language int

const (
	english language = iota
	chinese
)

// words fills the fault's format and adds an example of the key that it is
// about.
func (f Fault) words(in language) string {
	format, lead := f.format, "; example: "
	if in == chinese {
		format, lead = inChinese[format], "。例："
	}
	args, example := f.wordsOfArgs(in)
	text := strings.TrimRight(fmt.Sprintf(format, args...), " ")
	if example == "" {
		return text
	}
	return text + lead + example
}

// wordsOfArgs are the arguments in a language, and the example of the last value
// that has one. What is no name of this package is the same in both languages.
func (f Fault) wordsOfArgs(in language) (args []any, example string) {
	for _, a := range f.args {
		if v, ok := a.(valueName); ok {
			a, example = v.name, cmp.Or(v.example, example)
		}
		if text, ok := a.(string); ok && in == chinese {
			a = blockInChinese(text)
		}
		args = append(args, a)
	}
	return args, example
}

// valueName is how faults call the value of a key: payee of item green-factory.
type valueName struct {
	name    string // in English
	example string // how the key is written, "" where the table of keys has none
}

// String is the name.
func (v valueName) String() string { return v.name }

// blockInChinese translates the name of a block or of a value in it: "payee of
// item green-factory" is 事项 green-factory 的 payee. Other texts are data and
// stay.
func blockInChinese(name string) string {
	if zh, ok := terms[name]; ok {
		return spaced(zh)
	}
	if key, block, ok := strings.Cut(name, " of "); ok {
		return blockInChinese(block) + "的 " + spaced(key)
	}
	kind, rest, ok := strings.Cut(name, " ")
	if zh, known := terms[kind]; ok && known {
		return zh + " " + spaced(rest)
	}
	return name
}

// spaced leaves a blank between Latin letters and the Chinese that follows.
func spaced(name string) string {
	if name != "" && name[len(name)-1] < utf8.RuneSelf {
		return name + " "
	}
	return name
}

// Faults is everything that is wrong with a file, in the order of its lines.
type Faults []Fault

// Error lists the faults in English, one a line.
func (fs Faults) Error() string { return fs.lines(Fault.String) }

// Chinese lists the faults in Chinese, one a line.
func (fs Faults) Chinese() string { return fs.lines(Fault.Chinese) }

func (fs Faults) lines(say func(Fault) string) string {
	return strings.Join(slices.Compact(calc.Mapped(fs, say)), "\n")
}
