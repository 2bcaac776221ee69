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

// holdExample decides the example year against its official lists, and gives
// the report as text and what the console says.
func holdExample(t *testing.T, more ...string) (report, console string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "report.xlsx")
	var stdout, stderr bytes.Buffer
	args := append([]string{"run", exampleYear + "/submissions", "--year", "2024", "--lists", exampleYear + "/lists", "--firms", exampleYear + "/firms.xlsx", "--out", out}, more...)
	if status := start(args, func(string) string { return "" }, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d:\n%s", status, stderr.String())
	}
	text, err := sheettest.Dump(out)
	if err != nil {
		t.Fatal(err)
	}
	return text, stdout.String()
}

func TestTheListsOfTheExampleYearShowEveryStateAndTouchMoneyOnlyWhereTheyDecide(t *testing.T) {
	shown, console := holdExample(t, "--lists-decide", "no")
	if want := "55,559,380.00"; !strings.Contains(console, want) {
		t.Errorf("lists that are only shown changed the money: want %s\n%s", want, console)
	}
	sheet := onlySheets(shown, []string{roster.SheetCheck})
	for state := range lists.NumStates {
		if !strings.Contains(sheet, "\t"+state.String()+"\t") && !strings.Contains(sheet, state.String()+" 1") {
			t.Errorf("no %s", state)
		}
	}
	decided, console := holdExample(t, "--exclude", exampleYear+"/excluded.xlsx")
	got, path := console[strings.Index(console, "records"):strings.Index(console, "report")]+onlySheets(decided, []string{roster.SheetCheck}), exampleYear+"/expected-lists.txt"
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
