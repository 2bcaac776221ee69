package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
)

// The command line of each choice of the menu, in a folder of these settings: what
// is open is asked for.

// initLine lays out the folder of a year, beside that of another where the menu
// stands in one, and the menu goes there.
func initLine(ctx context.Context, s *console.Console, _ settings) ([]string, error) {
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

func formLine(ctx context.Context, s *console.Console, _ settings) ([]string, error) {
	return withYear(ctx, s, []string{"form", "--out", outfile.FreeName(formsFolder)})
}

func checkLine(context.Context, *console.Console, settings) ([]string, error) {
	return []string{"check", "--return", outfile.FreeName(returnFolder)}, nil
}

func runLine(ctx context.Context, s *console.Console, _ settings) ([]string, error) {
	return withYear(ctx, s, []string{"run"})
}

func explainLine(ctx context.Context, s *console.Console, y settings) ([]string, error) {
	query, err := asked(ctx, s, "menu/which-company", asTyped)
	return []string{"explain", "--", y.report(), query}, err
}

func reconcileLine(ctx context.Context, s *console.Console, y settings) ([]string, error) {
	ledgers, err := askLedgers(ctx, s)
	out := outfile.FreeName(defaultReconciliation)
	return append([]string{"reconcile", "--out", out, "--", y.report()}, ledgers...), err
}

func publishLine(ctx context.Context, s *console.Console, y settings) ([]string, error) {
	day, err := asked(ctx, s, "menu/which-day", exactDay)
	argv := []string{"publish", "--out", outfile.FreeName(noticeFolder), "--from", day}
	if err == nil && y.one("notice.days") == "" {
		var days string
		days, err = asked(ctx, s, "menu/how-long", workdays)
		argv = append(argv, "--days", days)
	}
	return append(argv, "--", y.report()), err
}

// finalLine makes the final notice, held against what was published: of several
// notices somebody must say which that was.
func finalLine(ctx context.Context, s *console.Console, y settings) (argv []string, err error) {
	published := publishedIn(noticeFolder)
	if published == "" || outfile.FreeName(noticeFolder) != noticeFolder+"(2)" {
		if published, err = asked(ctx, s, "menu/which-notice", publishedAt); err != nil {
			return nil, err
		}
	}
	day, err := asked(ctx, s, "menu/which-date", exactDay)
	return []string{"publish", "--out", outfile.FreeName(finalFolder), "--final", "--proposed",
		filepath.ToSlash(published), "--date", day, "--", y.report()}, err
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

func paidLine(ctx context.Context, s *console.Console, y settings) ([]string, error) {
	ledgers, err := askLedgers(ctx, s)
	if err != nil {
		return nil, err
	}
	argv := []string{"publish", "--out", outfile.FreeName(paidFolder)}
	for _, l := range ledgers {
		argv = append(argv, "--paid", l)
	}
	day, err := asked(ctx, s, "menu/paid-until", exactDay)
	return append(argv, "--date", day, "--", y.report()), err
}

// wantNothing is for what can be done anywhere.
func wantNothing(*console.Console) (y settings, err error) { return y, nil }

// wantYearFolder refuses what is for a year's folder elsewhere.
func wantYearFolder(s *console.Console) (y settings, err error) {
	if info, err := os.Stat(submissionsFolder); err == nil && info.IsDir() || isYearFolder(".") {
		return y, nil
	}
	return y, s.Refuse("menu/no-year-folder", settingsName, submissionsFolder)
}

// wantReport refuses what is for a report where the folder has none.
func wantReport(s *console.Console) (settings, error) {
	y, err := readYearSettings(s)
	if name := y.report(); err == nil && !holdsSomething(name) {
		return y, s.Refuse("menu/no-report", name)
	}
	return y, err
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
