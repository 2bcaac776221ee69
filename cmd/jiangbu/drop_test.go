package main

import (
	"bytes"
	"jiangbu/cmd/internal/console"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangbu/sheets/sheettest"
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
		status, stdout, stderr := drop(t, "\n", c.path)
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
	status, stdout, stderr := drop(t, "\nnext year\n2099\n2024\n", filepath.Join(dir, "in"))
	if status != console.Done || strings.Count(stderr, "award year (2024, 2025, 2026, 2027): ") != 3 {
		t.Errorf("status %d, said %s%s", status, stdout, stderr)
	}
	status, _, stderr = drop(t, "\n2024\n", filepath.Join(dir, "in", "a.xlsx"))
	if status != console.Done {
		t.Errorf("a workbook: status %d, said %s", status, stderr)
	}
	for _, report := range []string{"奖补报告.xlsx", "in/奖补报告.xlsx"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(report))); err != nil {
			t.Error(err)
		}
	}
	status, _, stderr = drop(t, "\n", filepath.Join(dir, "in"))
	if status != console.Failed || !strings.Contains(stderr, "no award year given") {
		t.Errorf("without a year: status %d, said %s", status, stderr)
	}
	before := listing(t, dir)
	for _, answers := range []string{"", "n\n", "否\n"} { // they are checked, and no more
		status, stdout, stderr := drop(t, answers, filepath.Join(dir, "in"))
		if status != console.Done || !strings.Contains(stderr, "> jiangbu check -- in\n") || listing(t, dir) != before {
			t.Errorf("%q: status %d, said %s%s", answers, status, stdout, stderr)
		}
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
	if status, _, stderr := drop(t, "\n2024\n", filepath.Join(dir, "in")); status != console.Done {
		t.Fatal(stderr)
	}
	year, made := filepath.Join(dir, "2024年度"), filepath.Join(dir, defaultReport)
	if err := os.MkdirAll(filepath.Join(year, submissionsFolder), 0o755); err != nil {
		t.Fatal(err)
	}
	copyFile(t, filepath.Join(dir, "in", "a.xlsx"), filepath.Join(year, submissionsFolder, "a.xlsx"))
	copyFile(t, made, filepath.Join(year, "审定.xlsx"))
	copyFile(t, made, filepath.Join(dir, "再来.xlsx"))
	copyFile(t, made, filepath.Join(dir, "改过.xlsx"))
	if err := amend(filepath.Join(dir, "改过.xlsx"), true, func(f *excelize.File) error {
		return overwrite(f, "奖补明细", "L4", "1")
	}); err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{"拨付.xlsx", "2024年度/台账/一.xlsx"} {
		if err := os.MkdirAll(filepath.Join(year, ledgerFolder), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := sheettest.Build(filepath.Join(dir, at), "# 表\n单位名称\t统一社会信用代码\t奖补事项\t拨付金额（元）\n"+
			"连云港海岳机械有限公司\t91320722MAAY4CL12W\t绿色工厂\t800000\n"); err != nil {
			t.Fatal(err)
		}
	}
	for at, text := range map[string]string{"表.xlsx": "# 表\n单位名称\t奖补事项\t实付（元）\n" +
		"连云港海岳机械有限公司\t绿色工厂\t800000\n", "2024年度/预算.xlsx": "# 预算\n范围\t名称\t金额（元）\n总额\t\t30000000\n"} {
		if err := sheettest.Build(filepath.Join(dir, at), text); err != nil {
			t.Fatal(err)
		}
	}
	if status, said := told("reconcile", made, filepath.Join(dir, "拨付.xlsx"), "--out",
		filepath.Join(dir, "对账.xlsx")); status != console.Look {
		t.Fatal(said)
	}
	for _, c := range []struct {
		name   string
		paths  []string
		status int
		says   string // on either stream
	}{
		{"alone, in no year's folder", []string{made}, console.Failed, "is a report, and no year's folder"},
		{"in a year's folder", []string{filepath.Join(year, "审定.xlsx")}, console.Done, "report        奖补报告.xlsx"},
		{"with another", []string{made, filepath.Join(dir, "再来.xlsx")}, console.Failed, "再来.xlsx: a report\n"},
		{"edited", []string{filepath.Join(dir, "改过.xlsx")}, console.Failed, "is a report, and no year's folder"},
		{"a ledger alone", []string{filepath.Join(dir, "拨付.xlsx")}, console.Failed,
			"a ledger, and no report of its year"},
		{"a ledger in its year's folder", []string{filepath.Join(year, ledgerFolder, "一.xlsx")}, console.Look,
			"> jiangbu reconcile --out 对账.xlsx -- 奖补报告.xlsx 台账/一.xlsx\n"},
		{"the folder of ledgers", []string{filepath.Join(year, ledgerFolder)}, console.Look,
			"> jiangbu reconcile --out 对账(2).xlsx -- 奖补报告.xlsx 台账\n"},
		{"a ledger and a submission", []string{filepath.Join(dir, "拨付.xlsx"), filepath.Join(dir, "in", "a.xlsx")},
			console.Failed, filepath.Join(dir, "拨付.xlsx") + ": a ledger\n  " + filepath.Join(dir, "in", "a.xlsx") +
				": submissions\n"},
		{"a year's folder and a submission", []string{year, filepath.Join(dir, "in", "a.xlsx")}, console.Failed,
			year + ": a year's folder\n"},
		{"a budget in its year's folder", []string{filepath.Join(year, budgetFile)}, console.Failed,
			budgetFile + ": belongs to a year's folder\n"},
		{"an output", []string{filepath.Join(dir, "对账.xlsx")}, console.Failed, "对账.xlsx: an output of jiangbu\n"},
		{"a report and a submission", []string{made, filepath.Join(dir, "in", "a.xlsx")}, console.Failed,
			": submissions\n"},
		{"no ledger by its words, beside a report", []string{made, filepath.Join(dir, "表.xlsx")}, console.Look,
			"-- 奖补报告.xlsx 表.xlsx\n"},
		{"the same alone", []string{filepath.Join(dir, "表.xlsx")}, console.Done, "> jiangbu check -- 表.xlsx\n"},
		{"one submission of a year", []string{filepath.Join(year, submissionsFolder, "a.xlsx")}, console.Done,
			"> jiangbu check -- 报送/a.xlsx\n"},
		{"with a ledger", []string{made, filepath.Join(dir, "拨付.xlsx")}, console.Look, "reconciliation  对账"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := drop(t, "\n2024\n", c.paths...)
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
