package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/report"
)

// On Windows people drop a folder on the program instead of typing. Explorer
// then starts it with the full paths of what was dropped and no command.

// dropped tells whether the arguments are nothing but full paths of things that
// exist. A name that somebody typed is not taken for that: it may be a slip.
func dropped(args []string) bool {
	for _, a := range args {
		if _, err := os.Stat(a); err != nil || !filepath.IsAbs(a) {
			return false
		}
	}
	return len(args) > 0
}

// runDropped turns what was dropped into a command line and the folder that it
// runs in, by what it is. A year's folder, or the submissions in one, is decided
// with its settings; a report gives its rulings to the year in whose folder it
// lies; with other workbooks beside it, these are ledgers to be held against it.
// Anything else is submissions, decided where they lie, and a new report stands
// beside them under a free name.
func runDropped(ctx context.Context, s *console.Console, args []string) (dir string, argv []string, err error) {
	dir = filepath.Dir(args[0])
	reports, others := reportsApart(ctx, s, args)
	switch {
	case len(args) == 1 && isYearFolder(args[0]):
		return args[0], []string{"run"}, nil
	case len(reports) > 1:
		return "", nil, s.Refuse("drop/reports", strings.Join(reports, "\n"))
	case len(reports) == 1 && len(others) > 0:
		out := filepath.Base(outfile.FreeName(filepath.Join(dir, defaultReconciliation)))
		return dir, append([]string{"reconcile", "--out", out, "--", within(dir, reports[0])},
			allWithin(dir, others)...), nil
	case len(reports) == 1 && !isYearFolder(dir):
		return "", nil, s.Refuse("drop/report", reports[0])
	case len(reports) == 1 && filepath.Base(reports[0]) == defaultReport:
		return dir, []string{"run"}, nil
	case len(reports) == 1:
		return dir, []string{"run", "--rulings", within(dir, reports[0])}, nil
	case len(args) == 1 && isYearFolder(dir):
		return dir, []string{"run", "--", within(dir, args[0])}, nil
	}
	return dir, append([]string{"run", "--out", freeIn(dir), "--"}, allWithin(dir, args)...), nil
}

// isYearFolder tells whether a folder has the settings of a year, or its
// submissions.
func isYearFolder(dir string) bool {
	return holdsSomething(filepath.Join(dir, settingsName)) || holdsSomething(filepath.Join(dir, submissionsFolder))
}

// reportsApart parts the reports of ours from what else was dropped.
func reportsApart(ctx context.Context, s *console.Console, args []string) (reports, others []string) {
	for _, a := range args {
		if isReport(ctx, s, a) {
			reports = append(reports, a)
		} else {
			others = append(others, a)
		}
	}
	return reports, others
}

// isReport tells a report of ours from all else, whatever a person made of it.
func isReport(ctx context.Context, s *console.Console, path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	book, _, err := openSideInput(ctx, s, path)
	if err != nil {
		return false
	}
	defer book.Close()
	return report.Is(book)
}

// within is a path as it is seen from a folder.
func within(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil {
		return rel
	}
	return path
}

func allWithin(dir string, paths []string) []string {
	var all []string
	for _, p := range paths {
		all = append(all, within(dir, p))
	}
	return all
}

// freeIn is the name for a new report in a folder.
func freeIn(dir string) string {
	return filepath.Base(outfile.FreeName(filepath.Join(dir, defaultReport)))
}

// arguments are the command line, or what was dropped made into one: then the
// program goes to the folder, and asks for the year where no settings say it.
func arguments(ctx context.Context, s *console.Console, args []string) ([]string, error) {
	if !dropped(args) {
		return args, nil
	}
	dir, argv, err := runDropped(ctx, s, args)
	if err != nil {
		return nil, err
	}
	if err := workIn(s, dir); err != nil || argv[0] != "run" {
		return argv, err
	}
	return withYear(ctx, s, argv)
}

// workIn makes a folder the one that commands see: its settings are in force,
// and names are names in it.
func workIn(s *console.Console, dir string) error {
	if err := os.Chdir(dir); err != nil {
		return s.Refuse("path-unreadable", dir, reasonOf(err))
	}
	return nil
}

// withYear is a command line with the award year, asked for where no settings
// say it.
func withYear(ctx context.Context, s *console.Console, argv []string) ([]string, error) {
	y, err := readYearSettings(s)
	if err != nil || y.one("year") != "" {
		return argv, err
	}
	year, err := askYear(ctx, s)
	return append([]string{argv[0], "--year", year}, argv[1:]...), err
}

// askYear asks for the award year, until the answer is one or there is none.
func askYear(ctx context.Context, s *console.Console) (string, error) {
	p, err := loadPolicy(s, "")
	if err != nil {
		return "", err
	}
	for range 3 {
		year, ok := s.Question(ctx, "drop/year", awardYears(p))
		if !ok {
			break
		}
		if _, err := chooseYear(s, p, year); err == nil && year != "" {
			return year, nil
		}
	}
	return "", s.Refuse("drop/no-year", awardYears(p), settingsName)
}
