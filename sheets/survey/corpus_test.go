package survey

import (
	"os"
	"path/filepath"
	"testing"

	"jiangbu/sheets"
)

// TestRealSheets reads whatever real workbooks lie beside the checkout: no
// panic, every line accounted for. It is skipped where there are none.
func TestRealSheets(t *testing.T) {
	dir := filepath.FromSlash("../../../shared/corpus")
	entries, err := os.ReadDir(dir)
	if err != nil || testing.Short() {
		t.Skip("no corpus")
	}
	for _, e := range entries {
		b, _, err := sheets.Open(sheets.Input{Path: filepath.Join(dir, e.Name()), File: e.Name()})
		if err != nil || b == nil {
			continue
		}
		rows, findings, accounts := ReadCounted(b, testVocabulary)
		checkAccounts(t, accounts)
		for _, r := range rows {
			checkFields(t, r)
		}
		if len(rows) > 0 {
			t.Logf("%s: %d rows, %d findings, first %v", e.Name(), len(rows), len(findings), rows[0].Ref())
		}
	}
}
