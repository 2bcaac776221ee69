package main

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// replacedEverywhere is a report in which one text is another in all sheets at
// once, as 全部替换 makes it.
func replacedEverywhere(t *testing.T, from, to, old, text string) {
	t.Helper()
	z, err := zip.OpenReader(from)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, changed := zip.NewWriter(f), false
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		after := strings.ReplaceAll(string(data), old, text)
		changed = changed || after != string(data)
		w, err := out.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, after); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil || !changed {
		t.Fatal("nothing is replaced", err)
	}
}

// told runs a command line and gives its status and what it said.
func told(args ...string) (status int, said string) {
	var out, e strings.Builder
	status = start(args, func(string) string { return "" }, &out, &e)
	return status, out.String() + e.String()
}

func TestEveryCommandStopsAtAReportThatWasEditedEverywhere(t *testing.T) {
	t.Chdir(smallBatch(t))
	if status, said := told("run", "in", "--year", "2024", "--out", "sound.xlsx"); status != 0 {
		t.Fatal(status, said)
	}
	replacedEverywhere(t, "sound.xlsx", "edited.xlsx", "91320722MAAY4CL12W", "91320722MAAY4CL13W")
	before := listing(t, ".")
	for _, args := range [][]string{
		{"run", "in", "--year", "2025", "--out", "new.xlsx", "--prior", "REPORT"},
		{"run", "in", "--year", "2024", "--out", "new.xlsx", "--compare", "REPORT"},
		{"run", "in", "--year", "2024", "--out", "new.xlsx", "--rulings", "REPORT"},
		{"explain", "REPORT", "连云港海岳机械有限公司"}, {"publish", "REPORT", "--out", "notice", "--from", "2024-08-01"},
		{"reconcile", "REPORT", "in/a.xlsx", "--out", "new.xlsx"}, {"allot", "REPORT", "--out", "allot"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			with := func(report string) []string {
				return strings.Split(strings.ReplaceAll(strings.Join(args, "\x00"), "REPORT", report), "\x00")
			}
			status, said := told(with("edited.xlsx")...)
			if status != 2 || !strings.Contains(said, "认定记录!AL4") || !strings.Contains(said, "校验码不符") {
				t.Errorf("status %d: %s", status, said)
			}
			if now := listing(t, "."); now != before {
				t.Errorf("left %s", now)
			}
			if _, said := told(with("sound.xlsx")...); strings.Contains(said, "校验码") {
				t.Errorf("the twin is stopped: %s", said)
			}
			for _, name := range []string{"new.xlsx", "notice", "allot"} {
				if err := os.RemoveAll(name); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestAReportAndAJSONOfTwoRunsAreToldApart(t *testing.T) {
	dir := smallBatch(t)
	t.Chdir(dir)
	run := []string{"run", "in", "--year", "2024", "--out", "r.xlsx", "--json", "r.json", "--force"}
	if status, said := told(run...); status != 0 || strings.Contains(said, "not of one run") {
		t.Fatal(status, said)
	}
	if status, said := told(run...); status != 0 || strings.Contains(said, "not of one run") {
		t.Fatalf("the twin is told: %d %s", status, said)
	}
	old := contents(t, dir, "r.json")
	if status, said := told(append(run, "--reading", "same-project=clause")...); status != 0 {
		t.Fatal(status, said)
	}
	if err := os.WriteFile(filepath.Join(dir, "r.json"), []byte(old), 0o600); err != nil { // as after a kill
		t.Fatal(err)
	}
	if status, said := told(run...); status != 0 || !strings.Contains(said, "r.xlsx and r.json are not of one run") {
		t.Errorf("%d: %s", status, said)
	}
}
