package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// TestTheCorpusGoesTheWholeWay takes each file of the corpus from its bytes to
// an audited result, and then all of them to a report: no panic, each read or
// refused with a code, none over ten seconds or 512 MB.
func TestTheCorpusGoesTheWholeWay(t *testing.T) {
	corpus := sheettest.Outside(t, "corpus")
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	p, err := loadPolicy(&console.Console{}, "")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, e := range entries {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		rows += wholeWay(t, p, corpus, e.Name())
		runtime.ReadMemStats(&after)
		took, used := time.Since(start), after.TotalAlloc-before.TotalAlloc
		if took > 10*time.Second || used > 512<<20 {
			t.Errorf("%s took %v and allocated %d MB", e.Name(), took, used>>20)
		}
	}
	t.Logf("%d rows taken for records", rows)
	runCorpus(t, corpus)
}

// wholeWay decides on one file alone and gives the number of its rows.
func wholeWay(t *testing.T, p *calc.Policy, corpus, name string) int {
	t.Helper()
	in := sheets.Input{Path: filepath.Join(corpus, name), File: name, Passwords: []string{"password"}}
	sub, err := readSubmissions(t.Context(), &console.Console{}, []sheets.Input{in}, p)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 0
	}
	if sub.inputs[0].Status == calc.InputRefused && sub.findings.Worst() == "" {
		t.Errorf("%s is refused without a code", name)
	}
	if err := calc.Audit(calc.Decide(calc.Batch{Policy: p, AwardYear: p.FirstYear, Inputs: sub.inputs,
		Records: sub.records, Findings: sub.findings})); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return len(sub.records)
}

// runCorpus decides on the whole folder, as a run does.
func runCorpus(t *testing.T, corpus string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	out := filepath.Join(t.TempDir(), "r.xlsx")
	status := start([]string{"run", corpus, "--year", "2024", "--out", out}, func(string) string { return "" }, &stdout,
		&stderr)
	if _, err := os.Stat(out); err != nil || status != console.Look ||
		strings.Contains(stderr.String(), "program error") {
		t.Errorf("status %d, %v\n%s", status, err, stderr.String())
	}
}
