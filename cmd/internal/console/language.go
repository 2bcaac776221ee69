package console

import (
	"cmp"
	"strings"
)

// Language is what the console speaks. What officers keep (reports, findings)
// is Chinese whatever stands here.
type Language uint8

// The languages.
const (
	English Language = iota
	Chinese
)

// languageOf finds the language before anything is parsed, so that even a slip
// on the command line is told in it: --lang, else the system's, else English.
func languageOf(args []string, getenv func(string) string) Language {
	lang, _ := languageNamed(cmp.Or(langFlag(args), getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"),
		systemLanguage()))
	return lang
}

// langFlag finds the value of --lang wherever it stands, "" for none.
func langFlag(args []string) string {
	for i, a := range args {
		name, value, has := strings.Cut(strings.TrimLeft(a, "-"), "=")
		switch {
		case a == "--":
			return ""
		case name != "lang" || !strings.HasPrefix(a, "-"):
		case has:
			return value
		case i+1 < len(args):
			return args[i+1]
		}
	}
	return ""
}

// languageNamed reads "zh", "zh_CN.UTF-8", "en-GB"; ok is false for a language
// that the console does not speak.
func languageNamed(name string) (lang Language, ok bool) {
	head, _, _ := strings.Cut(strings.ToLower(name), ".")
	head, _, _ = strings.Cut(strings.ReplaceAll(head, "-", "_"), "_")
	switch head {
	case "zh":
		return Chinese, true
	case "en", "c", "posix":
		return English, true
	}
	return English, false
}

// Speaks tells whether the console speaks the language of that name.
func Speaks(name string) bool {
	_, ok := languageNamed(name)
	return ok
}
