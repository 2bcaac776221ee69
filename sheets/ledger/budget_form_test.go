package ledger_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

// budgetForm is the form as text.
func budgetForm(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := ledger.WriteBudgetForm(&b, town(), 2025); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "预算.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := sheettest.Dump(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTheBudgetFormReadsAsItIsFilledIn(t *testing.T) {
	form := budgetForm(t)
	for _, tt := range []struct {
		name, old, new, want string
	}{
		{"the total alone", "\n总额", "\n总额\t\t3000", "total  30000000.00"},
		{"a clause alone", "条款\t一\t—", "条款\t一\t500", "clause 一 5000000.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(form, tt.old, tt.new, 1)
			limits, _, fs := ledger.ReadBudget(open(t, text), town(), 2025)
			var got []string
			for _, l := range limits {
				got = append(got, strings.Join([]string{string(l.Scope), l.Name, l.Limit.String()}, " "))
			}
			if len(fs) > 0 || !strings.Contains(strings.Join(got, "\n"), tt.want) {
				t.Errorf("read %q with findings %v from\n%s", got, fs, text)
			}
		})
	}
}

func TestTheBudgetFormLeftEmptyLimitsNothing(t *testing.T) {
	limits, _, fs := ledger.ReadBudget(open(t, budgetForm(t)), town(), 2025)
	if len(limits) > 0 || len(fs) > 0 {
		t.Errorf("read %v with findings %v", limits, fs)
	}
}
