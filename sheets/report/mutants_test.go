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
	writer := heldBy(t, r)
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
			broken++
			drawn, held := check(path, r), writer.Check(path)
			if drawn == nil || held == nil || drawn.Error() != held.Error() {
				t.Errorf("%s, %s: the check sees %v, by its digests %v", sheet, head, drawn, held)
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
	n, writer := 0, heldBy(t, r)
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
			n++
			edited := edit(t, path, set(sheet, at, "别的"))
			if check(edited, r) == nil || writer.Check(edited) == nil {
				t.Errorf("%s!%s: the check sees no difference", sheet, at)
			}
		}
	}
	t.Logf("%d cells broken", n)
}

func TestABrokenFormulaOrLinkIsSeen(t *testing.T) {
	r := testResult(t)
	path, writer := write(t, r), heldBy(t, r)
	if err := writer.Check(path); err != nil {
		t.Error("an untouched report:", err)
	}
	for name, change := range map[string]func(*excelize.File) error{
		"a formula": func(f *excelize.File) error { return f.SetCellFormula("县区汇总", "B4", "1+1") },
		"a link": func(f *excelize.File) error {
			return f.SetCellHyperLink("奖补明细", "N4", "别处.xlsx", "External")
		},
		"a sheet's place": func(f *excelize.File) error { return f.MoveSheet("口径与依据", "汇总") },
		"one sheet more":  func(f *excelize.File) error { _, err := f.NewSheet("别的"); return err },
	} {
		edited := edit(t, path, change)
		if check(edited, r) == nil || writer.Check(edited) == nil {
			t.Errorf("%s: the check sees no difference", name)
		}
	}
}
