package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
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
}

func showHere(*console.Console, []string) { console.OpenFolder(".") }

// showOutput opens the folder that stands behind the first flag.
func showOutput(_ *console.Console, argv []string) { console.OpenFolder(argv[2]) }

// menu shows the choices and runs them, until the user leaves.
func menu(ctx context.Context, s *console.Console) (status int) {
	for ctx.Err() == nil {
		here, err := os.Getwd()
		if err != nil {
			here = "."
		}
		showMenu(s, here)
		answer, ok := s.Question(ctx, "menu/ask")
		switch n := numberOf(answer); {
		case !ok || n == 0:
			return console.Done
		case n >= 1 && n <= len(choices):
			follow(ctx, s, &choices[n-1])
		case n == len(choices)+1:
			answer, _ = s.Question(ctx, "menu/which-folder")
			changeFolder(s, answer)
		case filepath.IsAbs(answer): // dropped on the window
			changeFolder(s, answer)
		default:
			s.Say("menu/none", answer, len(choices)+1)
		}
	}
	return s.Report(s.Stopped(ctx))
}

// numberOf is the number of a choice, as a Chinese keyboard may type it, -1 for
// none.
func numberOf(answer string) int {
	n, err := strconv.Atoi(written.Fold(answer))
	if err != nil {
		return -1
	}
	return n
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
	fmt.Fprintf(s.Err, "\n> jiangbu %s\n\n", strings.Join(inQuotes(argv), " "))
	if s.Report(dispatch(ctx, s, argv)) != console.Failed && c.after != nil {
		c.after(s, argv)
	}
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
	ledger := ledgerFolder
	if !holdsSomething(ledger) {
		if ledger, _ = s.Question(ctx, "menu/which-ledger"); ledger == "" {
			return nil, s.Refuse("reconcile/no-ledger", defaultReport)
		}
	}
	return []string{"reconcile", "--out", outfile.FreeName(defaultReconciliation), "--", defaultReport, ledger}, nil
}

func publishLine(ctx context.Context, s *console.Console) ([]string, error) {
	day, _ := s.Question(ctx, "menu/which-day")
	return []string{"publish", "--out", outfile.FreeName(noticeFolder), "--from", day, "--", defaultReport}, nil
}
