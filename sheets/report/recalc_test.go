package report_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"jiangbu/sheets/sheettest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// alwaysRecalculate makes LibreOffice calculate every formula of a workbook
// anew when it opens it; by itself it trusts the values stored.
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated is a report as LibreOffice calculates and saves it.
func recalculated(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(savedAgain(t, path))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// savedAgain opens a report in LibreOffice, has it calculated and saves it again.
func savedAgain(t *testing.T, path string) string {
	t.Helper()
	sheettest.Slow(t)
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not on the path")
	}
	dir := t.TempDir()
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(alwaysRecalculate),
		0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", dir, path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	return filepath.Join(dir, filepath.Base(path))
}

func TestAReportThatLibreOfficeSavedIsBelieved(t *testing.T) {
	path := write(t, testResult(t))
	want, got := read(t, path), read(t, savedAgain(t, path))
	got.File = want.File
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestALineTypedIntoTheAwardsTurnsTheChecks types an award of 1,000 above, below
// and far below 合计, which stands in row 11.
func TestALineTypedIntoTheAwardsTurnsTheChecks(t *testing.T) {
	for _, c := range []struct {
		name   string
		insert int // a row before this one, 0 for none
		row    int
	}{{"above 合计", 11, 11}, {"among the lines", 9, 9}, {"below 合计", 0, 12}, {"far below", 0, 400}} {
		t.Run(c.name, func(t *testing.T) {
			sheettest.Slow(t)
			path := edit(t, write(t, testResult(t)), func(f *excelize.File) error {
				if c.insert > 0 {
					if err := insertRow(f, c.insert); err != nil {
						return err
					}
				}
				return f.SetCellValue("奖补明细", fmt.Sprintf("L%d", c.row), 1000)
			})
			f := recalculated(t, path)
			var checks []string
			for row := 10; row <= 18; row++ {
				name, err := f.GetCellValue("汇总", fmt.Sprintf("F%d", row))
				word, err2 := f.GetCellValue("汇总", fmt.Sprintf("J%d", row))
				if err := errors.Join(err, err2); err != nil {
					t.Fatal(err)
				}
				if word == "不一致" {
					checks = append(checks, name)
				}
			}
			if !slices.Contains(checks, "奖补明细行数＝予以奖补") {
				t.Errorf("these are not the same: %v", checks)
			}
		})
	}
}

// insertRow inserts a row into 奖补明细 as Excel does: references to the last row
// of a sheet stay, which the library would move beyond it.
func insertRow(f *excelize.File, row int) error {
	for n := 10; n <= 18; n++ {
		for _, cell := range []string{fmt.Sprintf("G%d", n), fmt.Sprintf("H%d", n)} {
			formula, err := f.GetCellFormula("汇总", cell)
			if err != nil {
				return err
			}
			if shorter := strings.ReplaceAll(formula, "$1048576", "$1048000"); shorter != formula {
				if err := f.SetCellFormula("汇总", cell, shorter); err != nil {
					return err
				}
			}
		}
	}
	return f.InsertRows("奖补明细", row, 1)
}

func TestLibreOfficeCalculatesTheSameFigures(t *testing.T) {
	path := write(t, testResult(t))
	f := recalculated(t, path)
	for at, want := range formulas(t, path) {
		got, err := f.GetCellValue(at[0], at[1], excelize.Options{RawCellValue: true})
		if err != nil || !sameValue(got, want) {
			t.Errorf("%s!%s: stored %s, calculated %s (%v)", at[0], at[1], want, got, err)
		}
	}
}

func TestEveryTotalFollowsAnAmendedAmount(t *testing.T) {
	path := write(t, testResult(t))
	f := recalculated(t, replaced(t, path, "xl/worksheets/sheet2.xml", `r="L9"><v>12345.67</v>`,
		`r="L9"><v>12345.78</v>`))
	for at, want := range map[[2]string]string{
		{"奖补明细", "L11"}: "1652345.78", {"企业汇总", "H8"}: "32345.78", {"企业汇总", "H9"}: "1652345.78",
		{"县区汇总", "D5"}: "32345.78", {"县区汇总", "E7"}: "1652345.78",
		{"条款汇总", "J7"}: "32345.78", {"条款汇总", "J9"}: "1652345.78", {"预算核对", "D6"}: "1652345.78",
		{"预算核对", "E6"}: "-652345.78", {"预算核对", "D10"}: "1632345.78",
		{"汇总", "A6"}: "1652345.78", {"汇总", "C24"}: "32345.78", {"汇总", "C30"}: "32345.78", {"汇总", "I10"}: "-0.11",
		{"汇总", "J10"}: "不一致", {"汇总", "J12"}: "一致",
	} {
		got, err := f.GetCellValue(at[0], at[1], excelize.Options{RawCellValue: true})
		if err != nil || !sameValue(got, want) {
			t.Errorf("%s!%s is %s, not %s (%v)", at[0], at[1], got, want, err)
		}
	}
}

// replaced is a copy of a workbook with one text of one part replaced, and
// nothing calculated.
func replaced(t *testing.T, path, name, from, to string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range z.File {
		text := part(t, path, f.Name)
		if f.Name == name {
			if strings.Count(text, from) != 1 {
				t.Fatalf("%q stands %d times in %s", from, strings.Count(text, from), name)
			}
			text = strings.Replace(text, from, to, 1)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return save(t, buf.Bytes())
}
