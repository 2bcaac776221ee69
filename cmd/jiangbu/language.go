package main

import "strings"

// language is what the console speaks. What officers keep (reports, findings)
// is Chinese whatever stands here.
type language uint8

const (
	english language = iota
	chinese
)

// languageOf finds the language before anything is parsed, so that even a slip
// on the command line is told in it: --lang, else the system's, else English.
func languageOf(args []string, getenv func(string) string) language {
	if asked, ok := langFlag(args); ok {
		lang, _ := languageNamed(asked)
		return lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			lang, _ := languageNamed(v)
			return lang
		}
	}
	lang, _ := languageNamed(systemLanguage())
	return lang
}

// langFlag finds the value of --lang wherever it stands.
func langFlag(args []string) (value string, ok bool) {
	for i, a := range args {
		name, value, has := strings.Cut(strings.TrimLeft(a, "-"), "=")
		switch {
		case a == "--":
			return "", false
		case name != "lang" || !strings.HasPrefix(a, "-"):
		case has:
			return value, true
		case i+1 < len(args):
			return args[i+1], true
		}
	}
	return "", false
}

// languageNamed reads "zh", "zh_CN.UTF-8", "en-GB"; ok is false for a language
// that the console does not speak.
func languageNamed(name string) (lang language, ok bool) {
	head, _, _ := strings.Cut(strings.ToLower(name), ".")
	head, _, _ = strings.Cut(strings.ReplaceAll(head, "-", "_"), "_")
	switch head {
	case "zh":
		return chinese, true
	case "en", "c", "posix":
		return english, true
	}
	return english, false
}
