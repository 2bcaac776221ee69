package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
)

// errBack says that whoever was asked wants back to where the question came from.
var errBack = errors.New("back")

// asked asks a question until the answer will do: take gives what it says, or why
// it will not do. 0, at the menu an empty answer, and the end of the input lead back.
func asked[T any](ctx context.Context, s *console.Console, key string,
	take func(s *console.Console, answer string) (T, error), args ...any) (T, error) {
	for {
		answer, ok := s.Question(ctx, key, args...)
		switch {
		case ok && answer == "" && s.AtMenu == nil:
			continue
		case !ok || wantsBack(s, answer):
			var none T
			return none, errBack
		}
		v, err := take(s, answer)
		if err == nil {
			return v, nil
		}
		s.Report(err)
	}
}

// wantsBack tells whether an answer leads back: 0, as any keyboard types it, or
// nothing at all.
func wantsBack(s *console.Console, answer string) bool {
	return slices.Contains([]string{"", "0", "q", "quit", "exit", s.Text("menu/leave")},
		strings.ToLower(written.Fold(answer)))
}

func asTyped(_ *console.Console, answer string) (string, error) { return answer, nil }

// exactDay is a day as commands take it, however it was typed.
func exactDay(s *console.Console, answer string) (string, error) {
	d, ok := typedDay(answer)
	if !ok {
		return "", s.Refuse("menu/no-day", answer)
	}
	return d.String(), nil
}

// workdays is a number of working days.
func workdays(s *console.Console, answer string) (string, error) {
	n, err := strconv.Atoi(written.Fold(answer))
	if err != nil || n < 1 {
		return "", s.Refuse("menu/no-days", answer)
	}
	return strconv.Itoa(n), nil
}

// publishedAt is the published notice at a path.
func publishedAt(s *console.Console, answer string) (string, error) {
	paths, _ := pathsIn(answer)
	if found := publishedIn(paths[0]); found != "" {
		return found, nil
	}
	return "", s.Refuse("menu/no-notice", answer)
}

// existing are the paths that an answer names, of things that are there.
func existing(s *console.Console, answer string) ([]string, error) {
	paths, ok := pathsIn(answer)
	if !ok {
		return nil, s.Refuse("path-missing", answer)
	}
	return paths, nil
}

// pathsIn are what was typed, or dropped on the window, as paths: a terminal puts
// names with blanks in quotes, or a backslash before what is not a letter. ok is
// false where there are no such things.
func pathsIn(answer string) (paths []string, ok bool) {
	for _, paths := range [][]string{{answer}, {unescaped(answer)}, wordsOf(answer)} {
		if allExist(paths) {
			return paths, true
		}
	}
	return []string{answer}, false
}

// unescaped is a word as a terminal had it, where backslashes part no folders.
func unescaped(word string) string {
	if os.PathSeparator != '/' {
		return word
	}
	return escapedSign.ReplaceAllString(word, "$1")
}

var escapedSign = regexp.MustCompile(`\\([^\\\pL\pN])`)

func allExist(paths []string) bool {
	return len(paths) > 0 && !slices.ContainsFunc(paths, func(path string) bool {
		_, err := os.Stat(path)
		return err != nil
	})
}

// wordsOf are the words of a line, those in quotes whole.
func wordsOf(line string) []string {
	return calc.Mapped(quotedWord.FindAllStringSubmatch(line, -1),
		func(m []string) string { return m[1] + m[2] + unescaped(m[3]) })
}

var quotedWord = regexp.MustCompile(`"([^"]*)"|'([^']*)'|((?:\\ |\S)+)`)

// droppedOn are the full paths of what was dropped on the window, none where
// something else was typed.
func droppedOn(answer string) []string {
	paths, _ := pathsIn(answer) // or one where there is nothing, which is said
	if !slices.ContainsFunc(paths, func(path string) bool { return !filepath.IsAbs(path) }) {
		return paths
	}
	return nil
}
