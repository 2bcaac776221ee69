package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
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

// runDropped turns what was dropped into command lines and the folder that they
// run in, by what it is. A year's folder is decided with its settings; a report
// gives its rulings to the year in whose folder it lies; with other workbooks
// beside it, these are ledgers to be held against it, as ledgers alone are
// against the report of their year's folder. Anything else is submissions: they
// are checked, and decided where that is wanted (the second line), with their
// year where they lie in its folder, else beside themselves under a free name.
func runDropped(ctx context.Context, s *console.Console, args []string) (dir string, lines [][]string, err error) {
	dir = filepath.Dir(args[0])
	reports, ledgers, others := apart(ctx, s, args)
	year := yearAround(dir)
	switch {
	case len(args) == 1 && isYearFolder(args[0]):
		return args[0], [][]string{{"run"}}, nil
	case len(reports) > 1:
		return "", nil, s.Refuse("drop/reports", strings.Join(reports, "\n"))
	case len(reports) == 1 && len(ledgers)+len(others) > 0:
		return dir, [][]string{againstReport(dir, reports[0], append(ledgers, others...))}, nil
	case len(reports) == 1 && year != dir:
		return "", nil, s.Refuse("drop/report", reports[0])
	case len(reports) == 1 && filepath.Base(reports[0]) == defaultReport:
		return dir, [][]string{{"run"}}, nil
	case len(reports) == 1:
		return dir, [][]string{{"run", "--rulings", within(dir, reports[0])}}, nil
	case len(ledgers) > 0 && len(others) > 0:
		return "", nil, s.Refuse("drop/mixed", strings.Join(ledgers, "\n"), strings.Join(others, "\n"))
	case len(ledgers) > 0 && !holdsReport(filepath.Join(year, defaultReport)):
		return "", nil, s.Refuse("drop/ledger", strings.Join(ledgers, "\n"))
	case len(ledgers) > 0:
		return year, [][]string{againstReport(year, filepath.Join(year, defaultReport), ledgers)}, nil
	case year != "" && !slices.ContainsFunc(args, func(a string) bool {
		return !outfile.Inside(a, filepath.Join(year, submissionsFolder))
	}):
		return year, [][]string{append([]string{"check", "--"}, allWithin(year, args)...), {"run"}}, nil
	}
	names := allWithin(dir, args)
	return dir, [][]string{append([]string{"check", "--"}, names...),
		append([]string{"run", "--out", freeIn(dir), "--"}, names...)}, nil
}

// againstReport is the command that holds ledgers against a report.
func againstReport(dir, report string, ledgers []string) []string {
	out := filepath.Base(outfile.FreeName(filepath.Join(dir, defaultReconciliation)))
	return append([]string{"reconcile", "--out", out, "--", within(dir, report)}, allWithin(dir, ledgers)...)
}

// yearAround is the year's folder that something lies in, directly or in one of
// its folders; "" for none.
func yearAround(dir string) string {
	for _, d := range []string{dir, filepath.Dir(dir)} {
		if isYearFolder(d) {
			return d
		}
	}
	return ""
}

// isYearFolder tells whether a folder has the settings of a year, or its
// submissions.
func isYearFolder(dir string) bool {
	return holdsSomething(filepath.Join(dir, settingsName)) || holdsSomething(filepath.Join(dir, submissionsFolder))
}

// apart parts reports of ours and ledgers from what else was dropped.
func apart(ctx context.Context, s *console.Console, args []string) (reports, ledgers, others []string) {
	for _, a := range args {
		switch kind := kindOf(ctx, s, a); kind {
		case "report":
			reports = append(reports, a)
		case "ledger":
			ledgers = append(ledgers, a)
		default:
			others = append(others, a)
		}
	}
	return reports, ledgers, others
}

// kindOf tells what a file or folder is: a report of ours, whatever a person made
// of it; a ledger, whose name or first lines speak of paying out; "" for all else.
func kindOf(ctx context.Context, s *console.Console, path string) string {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		if err == nil && filepath.Base(path) == ledgerFolder {
			return "ledger"
		}
		return ""
	}
	book, _, err := openSideInput(ctx, s, path)
	if err != nil {
		return ""
	}
	defer book.Close()
	switch {
	case report.Is(book):
		return "report"
	case book.Output == "" && speaksOfPaying(book):
		return "ledger"
	}
	return ""
}

// payingWords are in the titles and headings of ledgers and in no survey.
var payingWords = regexp.MustCompile(`台账|拨付|拨款|已拨|下达金额|支付金额`)

// headLines is how far down titles and headings are looked for.
const headLines = 8

func speaksOfPaying(book *sheets.Book) bool {
	found := payingWords.MatchString(filepath.Base(book.File))
	for _, sheet := range book.Sheets {
		found = found || payingWords.MatchString(sheet.Name)
		sheet.Rows(func(l sheets.Line) bool {
			for _, c := range l.Cells {
				found = found || payingWords.MatchString(c.Text)
			}
			return !found && l.Number < headLines
		})
	}
	return found
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

// runDrop does with what was dropped what it is for: the program goes to the
// folder and says each command that it runs. What is submitted is checked, and
// decided where that is wanted; the year is asked for where no settings say it.
func runDrop(ctx context.Context, s *console.Console, args []string) (status int) {
	dir, lines, err := runDropped(ctx, s, args)
	if err == nil {
		err = workIn(s, dir)
	}
	if err != nil {
		return s.Report(err)
	}
	last := len(lines) - 1
	for _, argv := range lines[:last] {
		if status = follows(ctx, s, argv); status == console.Failed || !wanted(ctx, s) {
			return status
		}
	}
	argv := lines[last]
	if argv[0] == "run" {
		if argv, err = withYear(ctx, s, argv); err != nil {
			return s.Report(err)
		}
	}
	return follows(ctx, s, argv)
}

// wanted asks whether what was checked is to be decided.
func wanted(ctx context.Context, s *console.Console) bool {
	answer, ok := s.Question(ctx, "drop/decide")
	return ok && !slices.Contains([]string{"n", "no", "0", "不", "否"}, strings.ToLower(answer))
}

// workIn makes a folder the one that commands see: its settings are in force,
// and names are names in it. It goes there as a person would who types the lines
// that are said: what a report, a lock or a message names is then the same as if
// they had. Nothing of the program runs beside them.
func workIn(s *console.Console, dir string) error {
	if err := os.Chdir(dir); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return s.Refuse("path-missing", dir)
		}
		return unreadablePath(s, dir, err)
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

// askYear asks for the award year; where nobody answers, a drop ends, and the menu
// comes back.
func askYear(ctx context.Context, s *console.Console) (string, error) {
	p, err := loadPolicy(s, "")
	if err != nil {
		return "", err
	}
	year, err := asked(ctx, s, "drop/year", func(s *console.Console, answer string) (string, error) {
		year, err := chooseYear(s, p, answer)
		return strconv.Itoa(year), err
	}, awardYears(p))
	if err != nil && s.AtMenu == nil {
		return "", s.Refuse("drop/no-year", awardYears(p), settingsName)
	}
	return year, err
}
