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
