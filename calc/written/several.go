package written

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SeveralCodes tells whether a cell holds more than one credit code. Blanks
// within one code do not part it.
func SeveralCodes(text string) bool {
	isLong := func(part string) bool { return utf8.RuneCountInString(FoldCode(part)) >= 15 }
	return several(text, strongMarks, nil) || several(text, weakMarks, isLong)
}

// SeveralPapers tells whether a cell holds more than one certificate number,
// also as a range. A number wrapped at its dash is one.
func SeveralPapers(text string) bool {
	if strings.Contains(text, "\n") {
		text = wrappedDash.Replace(text)
	}
	return several(text, "、；;，,\n\r至到~～", func(part string) bool { return digits(part) >= 2 })
}

var wrappedDash = strings.NewReplacer("-\r\n", "-", "-\n", "-", "－\r\n", "-", "－\n", "-", "—\r\n", "-", "—\n", "-")

// SeveralSubjects tells whether a cell lists more than one product, person or
// body; a stroke or a comma parts them only where each is a whole name.
func SeveralSubjects(text string) bool {
	return several(text, strongMarks+"\n", nil) ||
		several(text, ",，/", func(part string) bool { return IsWholeName(part) || wholeSubject.MatchString(part) })
}

// wholeSubject is a product with its version, or the name of a person.
var wholeSubject = regexp.MustCompile(`[Vv]\d[\d.]*\s*$|^\s*\p{Han}{2,4}\s*$`)

// The marks that part a list whatever stands between them, and those that do only
// between parts that are each whole.
const (
	strongMarks = "、；;"
	weakMarks   = "\n\r \u3000，,/"
)

// several tells whether marks outside brackets part a text into more than one
// such part, nil for any.
func several(text, marks string, such func(part string) bool) bool {
	if !strings.ContainsAny(text, marks) {
		return false
	}
	parts := SplitOutside(text, marks)
	if such != nil {
		parts = slices.DeleteFunc(parts, func(part string) bool { return !such(part) })
	}
	return len(parts) > 1
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
