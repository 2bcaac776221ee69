package survey

import (
	"os"
	"path/filepath"
	"testing"

	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// TestRealSheets reads whatever real workbooks lie outside the
// project: no panic, every line accounted for.
func TestRealSheets(t *testing.T) {
	dir := sheettest.Outside(t, "corpus")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, _, err := sheets.Open(sheets.Input{Path: filepath.Join(dir, e.Name()), File: e.Name()})
		if err != nil || b == nil {
			continue
		}
		rows, findings, accounts := Read(b, testVocabulary)
		checkAccounts(t, b, accounts)
		for _, r := range rows {
			checkFields(t, r)
		}
		if len(rows) > 0 {
			t.Logf("%s: %d rows, %d findings, first %v", e.Name(), len(rows), len(findings), rows[0].Ref())
		}
	}
}
