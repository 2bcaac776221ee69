package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/lists"
	"jiangbu/sheets/roster"
	"jiangbu/sheets/sheettest"
)

// holdExample decides the example year with these flags, and gives 名单核对 as
// text and the line of the console that says the amount.
func holdExample(t *testing.T, flags ...string) (sheet, amount string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "report.xlsx")
	var stdout, stderr bytes.Buffer
	args := append([]string{"run", exampleYear + "/submissions", "--year", "2024", "--out", out}, flags...)
	if status := start(args, func(string) string { return "" }, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d:\n%s", status, stderr.String())
	}
	text, err := sheettest.Dump(out)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(stdout.String()) {
		if strings.HasPrefix(line, "amount") {
			amount = line
		}
	}
	return onlySheets(text, []string{roster.SheetCheck}), amount
}

func TestTheListsOfTheExampleYearShowEveryStateAndTouchMoneyOnlyWhereTheyDecide(t *testing.T) {
	held := []string{"--lists", exampleYear + "/lists", "--firms", exampleYear + "/firms.xlsx"}
	_, plain := holdExample(t)
	sheet, shown := holdExample(t, append(held, "--lists-decide", "no")...)
	if shown != plain || plain == "" {
		t.Errorf("lists that are only shown changed the money: %q, want %q", shown, plain)
	}
	for state := range lists.NumStates {
		if !strings.Contains(sheet, "\t"+state.String()+"\t") && !strings.Contains(sheet, state.String()+" 1") {
			t.Errorf("no %s", state)
		}
	}
	got, decided := holdExample(t, append(held, "--exclude", exampleYear+"/excluded.xlsx")...)
	if decided == plain {
		t.Errorf("lists that decide changed nothing: %q", decided)
	}
	path := exampleYear + "/expected-lists.txt"
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("(-want +got); if it should differ, run with UPDATE=1 and review the diff:\n%s", diff)
	}
}
