package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/sheets/report"
)

func TestWhatAPersonAddedWhereNothingOfOursStandsIsANote(t *testing.T) {
	sheet := func(name string, cells ...string) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			_, err := f.NewSheet(name)
			for i := 0; err == nil && i < len(cells); i += 2 {
				err = f.SetCellValue(name, cells[i], cells[i+1])
			}
			return err
		}
	}
	at := func(place, text string) string {
		return "report/note report.xlsx:" + place + " 人工另加的内容：" + text
	}
	for _, c := range []struct {
		name   string
		change func(f *excelize.File) error
		want   []string
	}{
		{"nothing", set("待核事项", "R1", ""), nil},
		{"a sheet, once", sheet("核对记录", "B3", "已核", "B4", "再核"), []string{at("核对记录!B3", "已核")}},
		{"an empty sheet", sheet("核对记录"), nil},
		{"a sheet of blanks", sheet("核对记录", "B3", " "), nil},
		{"a sheet that is known", sheet("名单核对", "B3", "甲"), nil},
		{"a sheet that a report may have", sheet("变动情况", "B3", "甲"), nil},
		{"a cell beside a list", set("不予奖补", "M4", "已函告"), []string{at("不予奖补!M4", "已函告")}},
		{"the last cell of a list", set("不予奖补", "L4", "已函告"), nil},
		{"a blank beside a list", set("不予奖补", "M4", "  "), nil},
		{"a cell below the totals of a list", set("不予奖补", "B12", "以上已函告"), []string{at("不予奖补!B12", "以上已函告")}},
		{"a cell beside what is no list", set("汇总", "Z3", "附注"), nil},
		{"a line below the totals of the held records without an opinion", set("待核事项", "C12", "另有一家"),
			[]string{at("待核事项!C12", "另有一家")}},
		{"such a line with an opinion is a ruling", all(set("待核事项", "C12", "另有一家"), set("待核事项", "O12", "不予奖补")), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			notes := report.Notes(open(t, edit(t, write(t, testResult(t)), c.change)), "名单核对")
			if diff := cmp.Diff(c.want, sayings(notes)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
