package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
)

// The command line of each choice of the menu: what must be there is looked for
// first, then what is open is asked for.

// initLine lays out the folder of a year, beside that of another where the menu
// stands in one, and the menu goes there.
func initLine(ctx context.Context, s *console.Console) ([]string, error) {
	year, err := askYear(ctx, s)
	if err != nil {
		return nil, err
	}
	dir := year + "年度"
	if isYearFolder(".") {
		dir = filepath.Join("..", dir)
	}
	if isYearFolder(dir) {
		s.Say("menu/year-there", dir)
		if err := workIn(s, dir); err != nil {
			return nil, err
		}
		return nil, errBack
	}
	return []string{"init", "--year", year, dir}, nil
}

func formLine(ctx context.Context, s *console.Console) ([]string, error) {
	return withYear(ctx, s, []string{"form", "--out", outfile.FreeName(formsFolder)})
}

func checkLine(_ context.Context, s *console.Console) ([]string, error) {
	return []string{"check", "--return", outfile.FreeName(returnFolder)}, wantYearFolder(s)
}

func runLine(ctx context.Context, s *console.Console) ([]string, error) {
	if err := wantYearFolder(s); err != nil {
		return nil, err
	}
	return withYear(ctx, s, []string{"run"})
}

func explainLine(ctx context.Context, s *console.Console) ([]string, error) {
	report, err := wantReport(s)
	if err != nil {
		return nil, err
	}
	query, err := asked(ctx, s, "menu/which-company", asTyped)
	return []string{"explain", "--", report, query}, err
}

func reconcileLine(ctx context.Context, s *console.Console) ([]string, error) {
	report, err := wantReport(s)
	if err != nil {
		return nil, err
	}
	ledgers, err := askLedgers(ctx, s)
	out := outfile.FreeName(defaultReconciliation)
	return append([]string{"reconcile", "--out", out, "--", report}, ledgers...), err
}

func publishLine(ctx context.Context, s *console.Console) ([]string, error) {
	report, err := wantReport(s)
	if err != nil {
		return nil, err
	}
	y, err := readYearSettings(s)
	if err != nil {
		return nil, err
	}
	day, err := asked(ctx, s, "menu/which-day", exactDay)
	argv := []string{"publish", "--out", outfile.FreeName(noticeFolder), "--from", day}
	if err == nil && y.one("notice.days") == "" {
		var days string
		days, err = asked(ctx, s, "menu/how-long", workdays)
		argv = append(argv, "--days", days)
	}
	return append(argv, "--", report), err
}

// finalLine makes the final notice, held against what was published: of several
// notices somebody must say which that was.
func finalLine(ctx context.Context, s *console.Console) ([]string, error) {
	report, err := wantReport(s)
	if err != nil {
		return nil, err
	}
	published := publishedIn(noticeFolder)
	if published == "" || outfile.FreeName(noticeFolder) != noticeFolder+"(2)" {
		if published, err = asked(ctx, s, "menu/which-notice", publishedAt); err != nil {
			return nil, err
		}
	}
	day, err := asked(ctx, s, "menu/which-date", exactDay)
	return []string{"publish", "--out", outfile.FreeName(finalFolder), "--final", "--proposed",
		filepath.ToSlash(published), "--date", day, "--", report}, err
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
	report, err := wantReport(s)
	if err != nil {
		return nil, err
	}
	ledgers, err := askLedgers(ctx, s)
	if err != nil {
		return nil, err
	}
	argv := []string{"publish", "--out", outfile.FreeName(paidFolder)}
	for _, l := range ledgers {
		argv = append(argv, "--paid", l)
	}
	day, err := asked(ctx, s, "menu/paid-until", exactDay)
	return append(argv, "--date", day, "--", report), err
}

// wantYearFolder refuses what is for a year's folder elsewhere.
func wantYearFolder(s *console.Console) error {
	if info, err := os.Stat(submissionsFolder); err == nil && info.IsDir() || isYearFolder(".") {
		return nil
	}
	return s.Refuse("menu/no-year-folder", settingsName, submissionsFolder)
}

// wantReport is the report of the year's folder, refused where none stands.
func wantReport(s *console.Console) (string, error) {
	y, err := readYearSettings(s)
	if err != nil {
		return "", err
	}
	if name := y.report(); !holdsSomething(name) {
		return "", s.Refuse("menu/no-report", name)
	}
	return y.report(), nil
}

// askLedgers is the year's folder of ledgers, or what is named where it is empty.
func askLedgers(ctx context.Context, s *console.Console) ([]string, error) {
	if holdsSomething(ledgerFolder) {
		return []string{ledgerFolder}, nil
	}
	return asked(ctx, s, "menu/which-ledger", existing)
}

// goElsewhere goes to another folder, or to that of a file.
func goElsewhere(ctx context.Context, s *console.Console) {
	paths, err := asked(ctx, s, "menu/which-folder", existing)
	if err != nil {
		return
	}
	goTo(s, paths[0])
}

// goTo goes to a folder, or to that of a file: within a year's folder to it, where
// all choices are for.
func goTo(s *console.Console, path string) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		path = filepath.Dir(path)
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if err := workIn(s, cmp.Or(yearAround(path), path)); err != nil {
		s.Report(err)
	}
}
