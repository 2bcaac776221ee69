package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
)

// Whoever starts the program without a word, by a double click or at a terminal,
// gets a menu. Each choice makes a command line, shows it and runs it, in the
// folder that the menu stands in.

// choice is one line of the menu.
type choice struct {
	name string // in the catalogue
	line func(context.Context, *console.Console) (argv []string, err error)

	// after is what follows when the command has done its work; nil: nothing.
	after func(s *console.Console, argv []string)
}

// choices are the lines of the menu, numbered from 1.
var choices = []choice{
	{"init", initLine, func(s *console.Console, argv []string) { s.Report(workIn(s, argv[len(argv)-1])) }},
	{"form", formLine, showOutput}, {"check", checkLine, showOutput}, {"run", runLine, showHere},
	{"explain", explainLine, nil}, {"reconcile", reconcileLine, showHere}, {"publish", publishLine, showOutput},
	{"final", finalLine, showOutput}, {"paid", paidLine, showOutput},
}

func showHere(*console.Console, []string) { console.OpenFolder(".") }

// showOutput opens the folder that stands behind the first flag.
func showOutput(_ *console.Console, argv []string) { console.OpenFolder(argv[2]) }

// menu shows the choices and runs them, until the user leaves.
func menu(ctx context.Context, s *console.Console) (status int) {
	s.Guided = true
	for ctx.Err() == nil {
		here, err := os.Getwd()
		if err != nil {
			here = "."
		}
		showMenu(s, here)
		answer, ok := s.Question(ctx, "menu/ask")
		switch n := numberOf(s, answer); {
		case ctx.Err() != nil || ok && answer == "":
		case !ok || n == 0:
			return console.Done
		case n >= 1 && n <= len(choices):
			follow(ctx, s, &choices[n-1])
		case n == len(choices)+1:
			answer, _ = s.Question(ctx, "menu/which-folder")
			changeFolder(s, answer)
		case len(droppedOn(answer)) > 0:
			decideDropped(ctx, s, droppedOn(answer))
		default:
			s.Say("menu/none", answer, len(choices)+1)
		}
	}
	return s.Report(s.Stopped(ctx))
}

// numberOf is the number of a choice, as a Chinese keyboard may type it, or by
// its name; -1 for none.
func numberOf(s *console.Console, answer string) int {
	if n, err := strconv.Atoi(written.Fold(answer)); err == nil {
		return n
	}
	if slices.Contains([]string{"q", "quit", "exit", s.Text("menu/leave")}, strings.ToLower(answer)) {
		return 0
	}
	for i, c := range choices {
		if answer == s.Text("menu/"+c.name) {
			return i + 1
		}
	}
	return -1
}

// droppedOn are the full paths of what was dropped on the window, none where
// something else was typed. A terminal puts names with blanks in quotes, or a
// backslash before each blank.
func droppedOn(answer string) []string {
	for _, paths := range [][]string{{answer}, {strings.ReplaceAll(answer, `\ `, " ")}, wordsOf(answer)} {
		if dropped(paths) {
			return paths
		}
	}
	if filepath.IsAbs(answer) { // and there is no such thing, which is said
		return []string{answer}
	}
	return nil
}

// wordsOf are the words of a line, those in quotes whole.
func wordsOf(line string) (all []string) {
	for _, m := range quotedWord.FindAllStringSubmatch(line, -1) {
		all = append(all, m[1]+m[2]+m[3])
	}
	return all
}

var quotedWord = regexp.MustCompile(`"([^"]*)"|'([^']*)'|(\S+)`)

// decideDropped goes to a folder that was dropped, and does with files what is done
// when they are dropped on the program.
func decideDropped(ctx context.Context, s *console.Console, paths []string) {
	info, err := os.Stat(paths[0])
	if len(paths) == 1 && (err != nil || info.IsDir()) {
		changeFolder(s, paths[0])
		return
	}
	runDrop(ctx, s, paths)
}

func showMenu(s *console.Console, here string) {
	var lines [][]string
	for i, c := range choices {
		lines = append(lines, []string{fmt.Sprint(i + 1), s.Text("menu/" + c.name), s.Text("does/" + c.name)})
	}
	lines = append(lines, []string{fmt.Sprint(len(choices) + 1), s.Text("menu/folder"), s.Text("does/folder")},
		[]string{"0", s.Text("menu/leave"), ""})
	fmt.Fprintf(s.Err, "\n%s\n\n%s\n", s.Text("menu/head", here), console.AlignedIn(s.Columns, "  ", lines))
}

// follow runs a choice: it says the command first and what became of it last.
func follow(ctx context.Context, s *console.Console, c *choice) {
	argv, err := c.line(ctx, s)
	if err != nil {
		s.Report(err)
		return
	}
	if follows(ctx, s, argv) != console.Failed && c.after != nil {
		c.after(s, argv)
	}
}

// follows says a command and runs it.
func follows(ctx context.Context, s *console.Console, argv []string) (status int) {
	fmt.Fprintf(s.Err, "\n> jiangbu %s\n\n", strings.Join(inQuotes(argv), " "))
	return s.Report(dispatch(ctx, s, argv))
}

// inQuotes puts words with blanks in quotes, as they would have to be typed.
func inQuotes(argv []string) []string {
	list := make([]string, len(argv))
	for i, a := range argv {
		if list[i] = a; strings.ContainsAny(a, " \t") || a == "" {
			list[i] = `"` + a + `"`
		}
	}
	return list
}

// changeFolder goes to a folder, or to that of a file.
func changeFolder(s *console.Console, path string) {
	if path == "" {
		return
	}
	if paths := droppedOn(path); len(paths) == 1 {
		path = paths[0]
	}
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		path = filepath.Dir(path)
	}
	if err := workIn(s, path); err != nil {
		s.Report(err)
	}
}

// initLine lays out the folder of a year, and the menu goes there.
func initLine(ctx context.Context, s *console.Console) ([]string, error) {
	year, err := askYear(ctx, s)
	if err != nil {
		return nil, err
	}
	return []string{"init", "--year", year, year + "年度"}, nil
}

func formLine(ctx context.Context, s *console.Console) ([]string, error) {
	return withYear(ctx, s, []string{"form", "--out", outfile.FreeName(formsFolder)})
}

func checkLine(context.Context, *console.Console) ([]string, error) {
	return []string{"check", "--return", outfile.FreeName(returnFolder), "--", submissionsFolder}, nil
}

func runLine(ctx context.Context, s *console.Console) ([]string, error) {
	return withYear(ctx, s, []string{"run"})
}

func explainLine(ctx context.Context, s *console.Console) ([]string, error) {
	query, _ := s.Question(ctx, "menu/which-company")
	if query == "" {
		return nil, s.Refuse("explain/no-query", defaultReport)
	}
	return []string{"explain", "--", defaultReport, query}, nil
}

func reconcileLine(ctx context.Context, s *console.Console) ([]string, error) {
	ledger, err := askLedger(ctx, s)
	if err != nil {
		return nil, err
	}
	return []string{"reconcile", "--out", outfile.FreeName(defaultReconciliation), "--", defaultReport, ledger}, nil
}

func publishLine(ctx context.Context, s *console.Console) ([]string, error) {
	day, _ := s.Question(ctx, "menu/which-day")
	argv := []string{"publish", "--out", outfile.FreeName(noticeFolder), "--from", day}
	if y, err := readYearSettings(s); err == nil && y.one("notice.days") == "" {
		if days, _ := s.Question(ctx, "menu/how-long"); days != "" {
			argv = append(argv, "--days", written.Fold(days))
		}
	}
	return append(argv, "--", defaultReport), nil
}

// askLedger is the year's folder of ledgers, or what is named where it is empty.
func askLedger(ctx context.Context, s *console.Console) (string, error) {
	if holdsSomething(ledgerFolder) {
		return ledgerFolder, nil
	}
	ledger, _ := s.Question(ctx, "menu/which-ledger")
	if ledger == "" {
		return "", s.Refuse("reconcile/no-ledger", defaultReport)
	}
	return ledger, nil
}

// finalLine makes the final notice, held against what was published: of several
// notices somebody must say which that was.
func finalLine(ctx context.Context, s *console.Console) ([]string, error) {
	published := publishedIn(noticeFolder)
	if published == "" || outfile.FreeName(noticeFolder) != noticeFolder+"(2)" {
		answer, _ := s.Question(ctx, "menu/which-notice")
		if published = publishedIn(answer); published == "" {
			return nil, s.Refuse("menu/no-notice", answer)
		}
	}
	day, _ := s.Question(ctx, "menu/which-date")
	return []string{"publish", "--out", outfile.FreeName(finalFolder), "--final", "--proposed",
		filepath.ToSlash(published), "--date", day, "--", defaultReport}, nil
}

// publishedIn is the published notice in a folder, or the file itself; "" for
// none.
func publishedIn(path string) string {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return ""
	case !info.IsDir():
		return path
	}
	for _, name := range proposedFiles {
		if file := filepath.Join(path, name); holdsSomething(file) {
			return file
		}
	}
	return ""
}

func paidLine(ctx context.Context, s *console.Console) ([]string, error) {
	ledger, err := askLedger(ctx, s)
	if err != nil {
		return nil, err
	}
	day, _ := s.Question(ctx, "menu/paid-until")
	return []string{"publish", "--out", outfile.FreeName(paidFolder), "--paid", ledger, "--date", day, "--",
		defaultReport}, nil
}
