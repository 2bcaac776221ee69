package sheets_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// TestTheCorpusIsReadOrRefused opens every file of the corpus: no panic, each
// read or refused with a code, none over ten seconds or 512 MB.
func TestTheCorpusIsReadOrRefused(t *testing.T) {
	corpus := sheettest.Outside(t, "corpus")
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	outcomes := map[string]int{}
	var slowest time.Duration
	var largest uint64
	for _, e := range entries {
		start, before := time.Now(), allocated()
		outcome, cells := try(t, filepath.Join(corpus, e.Name()))
		took, held := time.Since(start), allocated()-before
		slowest, largest = max(slowest, took), max(largest, held)
		if took > 10*time.Second || held > 512<<20 {
			t.Errorf("%s took %v and allocated %d MB", e.Name(), took, held>>20)
		}
		outcomes[filepath.Ext(e.Name())+" "+outcome]++
		if testing.Verbose() {
			t.Log(e.Name(), outcome, cells)
		}
	}
	keys := make([]string, 0, len(outcomes))
	for k := range outcomes {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		t.Log(k, outcomes[k])
	}
	t.Logf("slowest %v, largest %d MB", slowest, largest>>20)
}

// try reads one file to its end: the code that refuses it, or "read".
func try(t *testing.T, path string) (outcome string, cells int) {
	t.Helper()
	book, findings, err := sheets.Open(sheets.Input{Path: path, File: filepath.Base(path),
		Passwords: []string{"password"}})
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return "error", 0
	}
	if book == nil {
		if len(findings) == 0 {
			t.Errorf("%s is refused without a finding", path)
			return "silent", 0
		}
		if testing.Verbose() {
			t.Log(filepath.Base(path), findings[0].Message())
		}
		return string(findings.Worst()), 0
	}
	for _, s := range book.Sheets {
		s.Rows(func(l sheets.Line) bool { cells += len(l.Cells); return true })
	}
	return "read", cells
}
