package report_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangbu/sheets/report"
)

func TestABrokenColumnOfAnySheetIsSeen(t *testing.T) {
	r, broken := testResult(t), 0
	for _, sheet := range report.Sheets {
		for col := 0; ; col++ {
			o, head, err := report.LayBroken(r, sheet, col)
			if err != nil {
				t.Fatal(err)
			}
			if o == nil {
				break
			}
			var buf bytes.Buffer
			if err := o.Write(&buf); err != nil {
				t.Fatal(err)
			}
			path := save(t, buf.Bytes())
			if broken++; check(path, r) == nil {
				t.Errorf("%s, %s: the check sees no difference", sheet, head)
			}
			if sheet == report.SheetRecords && slices.Contains(report.ReadBack(), head) && o.Check(path) == nil {
				t.Errorf("%s, %s: a column that is itself broken passes", sheet, head)
			}
		}
	}
	if broken < 120 {
		t.Errorf("only %d columns were broken", broken)
	}
	t.Logf("%d columns broken", broken)
}

func TestABrokenCellOfAnyBlockIsSeen(t *testing.T) {
	r := testResult(t)
	path := write(t, r)
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for _, sheet := range []string{"汇总", "预算核对", "口径与依据"} {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			x := slices.IndexFunc(row, func(s string) bool { return s != "" })
			if x < 0 || y%2 == 1 {
				continue
			}
			at, _ := excelize.CoordinatesToCellName(x+1, y+1)
			if n++; check(edit(t, path, set(sheet, at, "别的")), r) == nil {
				t.Errorf("%s!%s: the check sees no difference", sheet, at)
			}
		}
	}
	t.Logf("%d cells broken", n)
}

func TestABrokenFormulaOrLinkIsSeen(t *testing.T) {
	r := testResult(t)
	path := write(t, r)
	for name, change := range map[string]func(*excelize.File) error{
		"a formula": func(f *excelize.File) error { return f.SetCellFormula("县区汇总", "B4", "1+1") },
		"a link": func(f *excelize.File) error {
			return f.SetCellHyperLink("奖补明细", "N4", "别处.xlsx", "External")
		},
		"a sheet's place": func(f *excelize.File) error { return f.MoveSheet("口径与依据", "汇总") },
		"one sheet more":  func(f *excelize.File) error { _, err := f.NewSheet("别的"); return err },
	} {
		if check(edit(t, path, change), r) == nil {
			t.Errorf("%s: the check sees no difference", name)
		}
	}
}
