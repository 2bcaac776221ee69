package main

import (
	"context"
	"os"
	"path/filepath"

	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
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
// runs in. A year's folder, or the submissions in one, runs with its settings;
// anything else is decided where it lies, and a new report stands beside it
// under a free name.
func runDropped(args []string) (dir string, argv []string) {
	dir = filepath.Dir(args[0])
	if len(args) == 1 {
		if _, err := os.Stat(filepath.Join(args[0], settingsName)); err == nil {
			return args[0], []string{"run"}
		}
		if _, err := os.Stat(filepath.Join(dir, settingsName)); err == nil {
			return dir, []string{"run", "--", filepath.Base(args[0])}
		}
	}
	argv = []string{"run", "--out", freeIn(dir), "--"}
	for _, a := range args {
		if rel, err := filepath.Rel(dir, a); err == nil {
			a = rel
		}
		argv = append(argv, a)
	}
	return dir, argv
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
	dir, argv := runDropped(args)
	if err := workIn(s, dir); err != nil {
		return nil, err
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
