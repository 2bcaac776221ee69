package written

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SeveralCodes tells whether a cell holds more than one credit code. Blanks
// within one code do not part it.
func SeveralCodes(text string) bool {
	if len(SplitOutside(text, "、；;")) > 1 {
		return true
	}
	long := 0
	for _, p := range SplitOutside(text, "\n\r \u3000，,/") {
		if utf8.RuneCountInString(FoldCode(p)) >= 15 {
			long++
		}
	}
	return long > 1
}

// SeveralPapers tells whether a cell holds more than one certificate number,
// also as a range. A number wrapped at its dash is one.
func SeveralPapers(text string) bool {
	if !strings.ContainsAny(text, "、；;，,/\n\r至到~～") {
		return false
	}
	s := strings.ReplaceAll(text, "\r\n", "\n")
	s = strings.NewReplacer("-\n", "-", "－\n", "-", "—\n", "-").Replace(s)
	numbered := 0
	for _, p := range SplitOutside(s, "、；;，,\n\r至到~～") {
		if digits(p) >= 2 {
			numbered++
		}
	}
	return numbered > 1
}

// SeveralSubjects tells whether a cell lists more than one product.
func SeveralSubjects(text string) bool { return len(SplitOutside(text, "；;、\n")) > 1 }

func digits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
