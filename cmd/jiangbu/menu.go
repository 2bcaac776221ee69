package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
)

// Whoever starts the program without a word, by a double click or at a terminal,
// gets a menu. Each choice makes a command line, shows it and runs it, in the
// folder that the menu stands in.

// choice is one line of the menu.
type choice struct {
	name  string                                   // in the catalogue
	needs func(*console.Console) (settings, error) // what must be there
	line  func(context.Context, *console.Console, settings) (argv []string, err error)

	// after is what follows when the command has done its work; nil: nothing.
	after func(s *console.Console, argv []string)
}

// choices are the lines of the menu, numbered from 1.
var choices = []choice{
	{"init", wantNothing, initLine,
		func(s *console.Console, argv []string) { s.Report(workIn(s, argv[len(argv)-1])) }},
	{"form", wantNothing, formLine, showOutput}, {"check", wantYearFolder, checkLine, showOutput},
	{"run", wantYearFolder, runLine, showHere}, {"explain", wantReport, explainLine, nil},
	{"reconcile", wantReport, reconcileLine, showHere}, {"publish", wantReport, publishLine, showOutput},
	{"final", wantReport, finalLine, showOutput}, {"paid", wantReport, paidLine, showOutput},
}

func showHere(*console.Console, []string) { console.OpenFolder(".") }

// showOutput opens the folder that the command wrote.
func showOutput(_ *console.Console, argv []string) {
	at := slices.IndexFunc(argv, func(a string) bool { return a == "--out" || a == "--return" })
	console.OpenFolder(argv[at+1])
}

// menu shows the choices and runs them, until the user leaves.
func menu(ctx context.Context, s *console.Console) (status int) {
	s.AtMenu = menuWords(s)
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
			goElsewhere(ctx, s)
		case len(droppedOn(answer)) > 0:
			takeDropped(ctx, s, droppedOn(answer))
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
	if wantsBack(s, answer) {
		return 0
	}
	for i, c := range choices {
		if answer == s.Text("menu/"+c.name) {
			return i + 1
		}
	}
	return -1
}

// takeDropped goes to a folder that was dropped, and does with files what is done
// when they are dropped on the program.
func takeDropped(ctx context.Context, s *console.Console, paths []string) {
	info, err := os.Stat(paths[0])
	if len(paths) == 1 && (err != nil || info.IsDir()) {
		goTo(s, paths[0])
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
	var argv []string
	y, err := c.needs(s)
	if err == nil {
		argv, err = c.line(ctx, s, y)
	}
	switch {
	case errors.Is(err, errBack):
	case err != nil:
		s.Report(err)
	case follows(ctx, s, argv) != console.Failed && c.after != nil:
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
	return calc.Mapped(argv, func(word string) string {
		if strings.ContainsAny(word, " \t") || word == "" {
			return `"` + word + `"`
		}
		return word
	})
}
