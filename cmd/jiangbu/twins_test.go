package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/sheets/sheettest"
)

// twinBooks are workbooks whose decision hangs on more than the values of
// their cells; what is done to them afterwards, by name.
var twinBooks = map[string]string{
	"sections": "# 绿色工厂\n2024年省级绿色工厂汇总表\n序号\t单位名称\t统一社会信用代码\t级别\t认定日期\t金额（万元）\n" +
		"一、东海县（1家）\t\t\t\t\t40\n1\t连云港海岳机械有限公司\t91320722MAAY4CL12W\t省级\t2023-05-12\t40\n二、连云区\n" +
		"1\t连云港正源电子有限公司\t91320703MAHU49D475\t省级\t2023-05-12\t40\n合\t计\t\t\t\t80\n#merge A5:F5\n",
	"seen": "# 摸排表\n县区\t任务名称\t单位名称\t统一社会信用代码\t奖补事项\t认定日期\t核定金额（元）\n" +
		"东海县\t节能宣传周\t连云港海岳机械有限公司\t91320722MAAY4CL12W\t重要活动或重大任务\t2023-05-12\t30000\n" +
		"东海县\t新能源汽车下乡\t连云港海岳机械有限公司\t91320722MAAY4CL12W\t重要活动或重大任务\t2023-05-12\t30000\n" +
		"东海县\t产业链对接会\t连云港海岳机械有限公司\t91320722MAAY4CL12W\t重要活动或重大任务\t2023-05-12\t30000\n" +
		"东海县\t工业设计大赛\t连云港海岳机械有限公司\t91320722MAAY4CL12W\t重要活动或重大任务\t2023-05-12\t30000\n",
}

// dress gives the cells of the workbook "seen" what the eye sees: a unit in a
// number format that contradicts, one that agrees, a stroke.
func dress(t *testing.T, path string) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	wrong, right := `0.00"万元"`, `0"."0,"万元"`
	for cell, style := range map[string]*excelize.Style{"G2": {CustomNumFmt: &wrong}, "G3": {CustomNumFmt: &right},
		"G4": {Font: &excelize.Font{Strike: true}}} {
		id, err := f.NewStyle(style)
		if err == nil {
			err = f.SetCellStyle("摸排表", cell, cell, id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// twins saves a workbook in the other formats by another office.
func twins(t *testing.T, path string) (all []string) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not on the path")
	}
	dir := t.TempDir()
	for _, format := range []string{"xls", "ods", "fods"} {
		out, err := exec.Command(soffice, "-env:UserInstallation=file://"+
			filepath.ToSlash(filepath.Join(dir, "profile")),
			"--headless", "--convert-to", format, "--outdir", dir, path).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		all = append(all, filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), "xlsx")+format))
	}
	return all
}

// decided are the decisions on a workbook, a row each.
func decided(t *testing.T, path string) (rows []string) {
	result := filepath.Join(t.TempDir(), "result.json")
	var out, errs bytes.Buffer
	start([]string{"run", path, "--year", "2024", "--out", result + ".xlsx", "--json", result},
		func(string) string { return "" }, &out, &errs)
	data, err := os.ReadFile(result)
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	var doc struct {
		Records []struct {
			Source                                  struct{ Row int }
			Outcome, Reason, Item, District, Amount string
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	for _, r := range doc.Records {
		rows = append(rows, fmt.Sprintf("%d %s %s %s %s %s", r.Source.Row, r.Outcome, r.Reason, r.Item, r.District,
			r.Amount))
	}
	return rows
}

func TestTheSameWorkbookInAnotherFormatIsDecidedAlike(t *testing.T) {
	sheettest.Slow(t)
	want := map[string][]string{
		"sections": {"4 granted  green-factory 东海县 400000.00", "6 granted  green-factory 连云区 400000.00"},
		"seen": {"2 held cell/shown major-activity 东海县 0.00", "3 granted  major-activity 东海县 30000.00",
			"4 held cell/struck major-activity 东海县 0.00", "5 granted  major-activity 东海县 30000.00"},
	}
	for name, text := range twinBooks {
		path := filepath.Join(t.TempDir(), "全市.xlsx")
		if err := sheettest.Build(path, text); err != nil {
			t.Fatal(err)
		}
		if name == "seen" {
			dress(t, path)
		}
		for _, p := range append([]string{path}, twins(t, path)...) {
			if diff := cmp.Diff(want[name], decided(t, p)); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s", name, filepath.Ext(p), diff)
			}
		}
	}
}
