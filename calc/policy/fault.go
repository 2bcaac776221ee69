package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
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
	format, args := f.format, make([]any, len(f.args))
	example := ""
	for i, a := range f.args {
		args[i] = wordsFor(a, in)
		if v, ok := a.(valueName); ok && v.example() != "" {
			example = v.example()
		}
	}
	if in == chinese {
		format = inChinese[format]
	}
	text := fmt.Sprintf(format, args...)
	text = strings.TrimRight(text, " ")
	switch {
	case example == "":
	case in == chinese:
		text += "。例：" + example
	default:
		text += "; example: " + example
	}
	return text
}

// wordsFor is an argument in a language. What is not a name of this package is
// the same in both.
func wordsFor(a any, in language) any {
	if in == english {
		return a
	}
	switch a := a.(type) {
	case valueName:
		return blockInChinese(a.String())
	case string:
		return blockInChinese(a)
	}
	return a
}

// valueName is how faults call the value of a key: payee of item green-factory.
type valueName struct {
	key, block string
	keys       []Key // of the block
}

// String is the name in English.
func (v valueName) String() string { return v.key + " of " + v.block }

// example is how the key is written, "" where the table of keys has none.
func (v valueName) example() string {
	for _, k := range v.keys {
		if k.Name == v.key && k.Example != "" {
			return k.Example
		}
	}
	return ""
}

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
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = say(f)
	}
	return strings.Join(slices.Compact(lines), "\n")
}

// sorted brings the faults into the order of their lines.
func (fs Faults) sorted() Faults {
	slices.SortStableFunc(fs, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return fs
}
