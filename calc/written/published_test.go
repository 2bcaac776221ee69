package written

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// published reads a table of real published data; the test is skipped where
// the data is not there.
func published(t *testing.T, name string) [][]string {
	t.Helper()
	dir := os.Getenv("JIANGBU_DATA")
	if dir == "" {
		t.Skip("JIANGBU_DATA names no folder of public data")
	}
	data, err := os.ReadFile(filepath.Join(dir, "data", name))
	if err != nil {
		t.Skip(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestPublishedCreditCodes(t *testing.T) {
	for _, r := range published(t, "credit_codes.csv") {
		code, fault := ParseCreditCode(r[0])
		if (fault == "") != (r[3] == "true") {
			t.Errorf("%s %s: %q", r[0], r[2], fault)
		}
		if fault == "" && orgDigit(code[8:16]) != code[16] {
			t.Errorf("%s fails the check of the organisation code", code)
		}
	}
}

func TestPublishedNames(t *testing.T) {
	for _, r := range published(t, "enterprise_name_variants.csv") {
		name, former := CompanyName(r[2])
		switch {
		case (former != "") != (r[4] == "括注原名"):
			t.Errorf("%q (%s) is shown as %q, formerly %q", r[2], r[4], name, former)
		case strings.ContainsAny(name, " ()") && r[4] != "法人+场所":
			t.Errorf("%q is shown as %q", r[2], name)
		case CompanyKey(name) != CompanyKey(r[2]):
			t.Errorf("%q and %q differ", name, r[2])
		case SeveralNames(r[2]):
			t.Errorf("%q is no list", r[2])
		}
	}
}

func TestPublishedDates(t *testing.T) {
	for _, r := range published(t, "recognition_dates.csv") {
		for _, text := range []string{r[3], r[4], r[5], r[6]} {
			plain := text == "" || strings.ContainsAny(text, "(公")
			if d := ParseDate(text); (d.Reason == "") == plain {
				t.Errorf("%q is read as %v, %q", text, d.Date, d.Reason)
			}
		}
		if y := DocumentYear(r[2]); r[2] != "" && !strings.HasPrefix(r[3], Date{Year: y}.String()) {
			t.Errorf("%q is of the year %d, its date %q", r[2], y, r[3])
		}
	}
}
