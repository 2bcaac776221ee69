package house

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jiangbu/calc"
)

// expectations are the files whose expected texts can name a finding: tests,
// scripts, golden texts, cases and what the example year must come to.
func expectations(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		slashed := filepath.ToSlash(p)
		hidden := strings.HasPrefix(d.Name(), ".") && p != "."
		if d.IsDir() && (hidden || d.Name() == "out" || slashed == "docs") {
			return filepath.SkipDir
		}
		expects := strings.HasSuffix(p, "_test.go") || strings.Contains(slashed, "/testdata/") ||
			strings.HasSuffix(p, ".cases.yaml") || strings.HasPrefix(d.Name(), "expected")
		if d.IsDir() || !expects || !slices.Contains([]string{".go", ".txtar", ".txt", ".yaml"}, filepath.Ext(p)) {
			return nil
		}
		data, err := os.ReadFile(p)
		all.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// A finding that no test provokes may never come, or come always.
func TestEveryFindingIsProvokedByATest(t *testing.T) {
	expected := expectations(t)
	for _, e := range calc.Catalogue {
		if !strings.Contains(expected, string(e.Code)) {
			t.Errorf("no test expects %s", e.Code)
		}
	}
}
