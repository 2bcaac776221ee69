package main

import (
	"bytes"
	"jiangbu/cmd/internal/console"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// drop starts the program as Explorer does, with full paths, and answers what
// it asks.
func drop(t *testing.T, answers string, paths ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir()) // the program's own folder; it goes where the paths lead
	var out, err bytes.Buffer
	status = begin(t.Context(), paths, func(string) string { return "" }, strings.NewReader(answers), &out, &err)
	return status, out.String(), err.String()
}

func TestAYearsFolderDroppedOnTheProgramIsDecidedThere(t *testing.T) {
	dir := filepath.Join(smallBatch(t), "2024年度 (新)")
	if status := start([]string{"init", dir, "--year", "2024"}, func(string) string { return "" }, new(bytes.Buffer),
		os.Stderr); status != 0 {
		t.Fatal("init failed")
	}
	if err := os.Rename(filepath.Join(dir, "..", "in", "a.xlsx"),
		filepath.Join(dir, submissionsFolder, "a.xlsx")); err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct{ path, report string }{
		{dir, "奖补报告.xlsx"}, {dir, "奖补报告.xlsx"}, // a year has one report, which goes on
		{filepath.Join(dir, submissionsFolder), "奖补报告.xlsx"}, // the folder of submissions in it
	} {
		status, stdout, stderr := drop(t, "", c.path)
		if status != console.Done || !strings.Contains(stdout, "report        "+c.report+"\n") {
			t.Fatalf("drop %d: status %d, said %s%s", i, status, stdout, stderr)
		}
		if _, err := os.Stat(filepath.Join(dir, c.report)); err != nil {
			t.Error(err)
		}
	}
}

func TestSubmissionsDroppedOnTheProgramAreDecidedWhereTheyLie(t *testing.T) {
	dir := smallBatch(t)
	status, stdout, stderr := drop(t, "next year\n2099\n2024\n", filepath.Join(dir, "in"))
	if status != console.Done || strings.Count(stderr, "award year (2024, 2025, 2026, 2027): ") != 3 {
		t.Errorf("status %d, said %s%s", status, stdout, stderr)
	}
	status, _, stderr = drop(t, "2024\n", filepath.Join(dir, "in", "a.xlsx"))
	if status != console.Done {
		t.Errorf("a workbook: status %d, said %s", status, stderr)
	}
	for _, report := range []string{"奖补报告.xlsx", "in/奖补报告.xlsx"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(report))); err != nil {
			t.Error(err)
		}
	}
	status, _, stderr = drop(t, "", filepath.Join(dir, "in"))
	if status != console.Failed || !strings.Contains(stderr, "no award year given") {
		t.Errorf("without an answer: status %d, said %s", status, stderr)
	}
}

func TestWhatSomebodyTypedIsNotTakenForADrop(t *testing.T) {
	dir := smallBatch(t)
	t.Chdir(dir)
	for _, args := range [][]string{nil, {"in"}, {"run", "in"}, {filepath.Join(dir, "gone")},
		{filepath.Join(dir, "in"), "--year"}} {
		if dropped(args) {
			t.Errorf("%q is taken for a drop", args)
		}
	}
}

func TestAReportIsNeverDroppedAsASubmission(t *testing.T) {
	dir := smallBatch(t)
	if status, _, stderr := drop(t, "2024\n", filepath.Join(dir, "in")); status != console.Done {
		t.Fatal(stderr)
	}
	year, made := filepath.Join(dir, "2024年度"), filepath.Join(dir, defaultReport)
	if err := os.MkdirAll(filepath.Join(year, submissionsFolder), 0o755); err != nil {
		t.Fatal(err)
	}
	copyFile(t, filepath.Join(dir, "in", "a.xlsx"), filepath.Join(year, submissionsFolder, "a.xlsx"))
	copyFile(t, made, filepath.Join(year, "审定.xlsx"))
	copyFile(t, made, filepath.Join(dir, "再来.xlsx"))
	for _, c := range []struct {
		name   string
		paths  []string
		status int
		says   string // on either stream
	}{
		{"alone, in no year's folder", []string{made}, console.Failed, "is a report, and no year's folder"},
		{"in a year's folder", []string{filepath.Join(year, "审定.xlsx")}, console.Done, "report        奖补报告.xlsx"},
		{"with another", []string{made, filepath.Join(dir, "再来.xlsx")}, console.Failed, "several reports were dropped"},
		{"with a ledger", []string{made, filepath.Join(dir, "in", "a.xlsx")}, console.Look, "reconciliation  对账.xlsx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := drop(t, "2024\n", c.paths...)
			if status != c.status || !strings.Contains(stdout+stderr, c.says) {
				t.Errorf("status %d, said %s%s", status, stdout, stderr)
			}
		})
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
