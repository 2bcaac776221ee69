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

	"jiangbu/calc"
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

// things are what was dropped, by kind.
type things map[string][]string

// What a thing may be. A workbook of which nothing tells is a ledger beside a
// report, and submitted elsewhere.
const (
	aYear       = "year"       // the folder of one
	aReport     = "report"     // of ours, whatever a person made of it
	aLedger     = "ledger"     // its name or first lines speak of paying out
	aPart       = "part"       // of a year's folder, where it is in force by its place
	ownOutput   = "own"        // what else this program wrote
	aSubmission = "submission" // a folder, or a table of recognitions
	unknown     = "unknown"
)

// only tells whether nothing but these kinds was dropped.
func (t things) only(kinds ...string) bool {
	for kind := range t {
		if !slices.Contains(kinds, kind) {
			return false
		}
	}
	return true
}

// runDropped turns what was dropped into command lines and the folder that they
// run in, by what it is. A year's folder is decided with its settings; a report
// gives its rulings to the year in whose folder it lies; with other workbooks
// beside it, these are ledgers to be held against it, as ledgers alone are
// against the report of their year's folder. Anything else is submissions: they
// are checked, and decided where that is wanted (the second line), with their
// year where they lie in its folder, else beside themselves under a free name.
// What does not go together is refused, each named with what it was taken for.
func runDropped(ctx context.Context, s *console.Console, args []string) (dir string, lines [][]string, err error) {
	dir = filepath.Dir(args[0])
	kinds := sorted(ctx, s, args)
	year := yearAround(dir)
	reports, ledgers := kinds[aReport], append(kinds[aLedger], kinds[unknown]...)
	switch {
	case len(args) == 1 && len(kinds[aYear]) == 1:
		return args[0], [][]string{{"run"}}, nil
	case len(reports) == 1 && len(ledgers) > 0 && kinds.only(aReport, aLedger, unknown):
		return dir, [][]string{againstReport(dir, reports[0], ledgers)}, nil
	case len(reports) == 1 && kinds.only(aReport):
		return ofReport(s, dir, year, reports[0])
	case len(ledgers) > 0 && kinds.only(aLedger):
		if !holdsReport(filepath.Join(year, defaultReport)) {
			return "", nil, s.Refuse("drop/ledger", strings.Join(ledgers, "\n"))
		}
		return year, [][]string{againstReport(year, filepath.Join(year, defaultReport), ledgers)}, nil
	case !kinds.only(aSubmission, unknown):
		return "", nil, s.Refuse("drop/mixed", kinds.named(s, args))
	case year != "" && !slices.ContainsFunc(args, func(a string) bool {
		return !outfile.Inside(a, filepath.Join(year, submissionsFolder))
	}):
		return year, [][]string{append([]string{"check", "--"}, allWithin(year, args)...), {"run"}}, nil
	}
	names := allWithin(dir, args)
	return dir, [][]string{append([]string{"check", "--"}, names...),
		append([]string{"run", "--out", freeIn(dir, defaultReport), "--"}, names...)}, nil
}

// ofReport gives the rulings of a report to the year in whose folder it lies.
func ofReport(s *console.Console, dir, year, report string) (string, [][]string, error) {
	switch {
	case year != dir:
		return "", nil, s.Refuse("drop/report", report)
	case filepath.Base(report) == defaultReport:
		return dir, [][]string{{"run"}}, nil
	}
	return dir, [][]string{{"run", "--rulings", within(dir, report)}}, nil
}

// named lists what was dropped, each with what it was taken for.
func (t things) named(s *console.Console, args []string) string {
	var lines []string
	for _, a := range args {
		for kind, all := range t {
			if slices.Contains(all, a) {
				lines = append(lines, s.Text("drop/one", a, s.Text("kind/"+kind)))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// againstReport is the command that holds ledgers against a report.
func againstReport(dir, report string, ledgers []string) []string {
	return append([]string{"reconcile", "--out", freeIn(dir, defaultReconciliation), "--", within(dir, report)},
		allWithin(dir, ledgers)...)
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

// sorted puts what was dropped apart by kind.
func sorted(ctx context.Context, s *console.Console, args []string) things {
	t := things{}
	for _, a := range args {
		kind := kindOf(ctx, s, a)
		t[kind] = append(t[kind], a)
	}
	return t
}

// kindOf tells what a file or folder is.
func kindOf(ctx context.Context, s *console.Console, path string) string {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir() && isYearFolder(path):
		return aYear
	case err == nil && filepath.Base(path) == ledgerFolder:
		return aLedger
	case isYearFolder(filepath.Dir(path)) && slices.Contains(partsOfYear, filepath.Base(path)):
		return aPart
	case err != nil || !info.Mode().IsRegular():
		return aSubmission
	}
	book, _, err := openSideInput(ctx, s, path)
	if err != nil {
		return aSubmission // and the check says what is wrong with it
	}
	defer book.Close()
	switch {
	case report.Is(book):
		return aReport
	case book.Output != "":
		return ownOutput
	case speaksOf(book, payingWords):
		return aLedger
	case speaksOf(book, recognitionWords):
		return aSubmission
	}
	return unknown
}

// partsOfYear are what works in a year's folder by its name, and is nothing to be
// checked or reconciled.
var partsOfYear = []string{settingsName, priorFolder, budgetFile, listsFolder, firmsFile, formsFolder,
	noticeFolder, finalFolder, paidFolder, holidaysFile, readMeFile}

// payingWords are in the titles and headings of ledgers and in no survey;
// recognitionWords in those of surveys and in no ledger.
var (
	payingWords      = regexp.MustCompile(`台账|拨付|拨款|已拨|下达金额|支付金额`)
	recognitionWords = regexp.MustCompile(`(认定|发证|批准|评定|公布)(日期|时间)|摸排`)
)

// headLines is how far down titles and headings are looked for.
const headLines = 8

func speaksOf(book *sheets.Book, words *regexp.Regexp) bool {
	found := words.MatchString(filepath.Base(book.File))
	for _, sheet := range book.Sheets {
		found = found || words.MatchString(sheet.Name)
		sheet.Rows(func(l sheets.Line) bool {
			for _, c := range l.Cells {
				found = found || words.MatchString(c.Text)
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
	return calc.Mapped(paths, func(path string) string { return within(dir, path) })
}

// freeIn is the name for a new file in a folder.
func freeIn(dir, name string) string {
	return filepath.Base(outfile.FreeName(filepath.Join(dir, name)))
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
