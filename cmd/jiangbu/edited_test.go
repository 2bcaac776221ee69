package main

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangbu/sheets/sheettest"
)

// told runs a command line and gives its status and what it said.
func told(args ...string) (status int, said string) {
	var out, e strings.Builder
	status = start(args, func(string) string { return "" }, &out, &e)
	return status, out.String() + e.String()
}

// readers are the commands that read a report, each as it would write something.
var readers = [][]string{
	{"run", "in", "--year", "2024", "--out", "new.xlsx", "--rulings", "REPORT"},
	{"run", "in", "--year", "2024", "--out", "new.xlsx", "--compare", "REPORT"},
	{"run", "in", "--year", "2025", "--out", "new.xlsx", "--prior", "REPORT"},
	{"run", "in", "--year", "2024", "--out", "REPORT", "--force"},
	{"explain", "REPORT", "连云港海岳机械有限公司"},
	{"publish", "REPORT", "--out", "new", "--from", "2024-08-01"},
	{"reconcile", "REPORT", "in/a.xlsx", "--out", "new.xlsx"},
	{"reconcile", "other.xlsx", "REPORT", "in/a.xlsx", "--out", "new.xlsx"},
	{"allot", "REPORT", "--out", "new"},
}

// One rule for all: what a person changes in 奖补明细 has no ground beside it, so
// that no command goes on with it, and each says the same.
func TestAReportThatWasEditedStopsEveryCommandInTheSameWords(t *testing.T) {
	t.Chdir(smallBatch(t))
	for _, args := range [][]string{{"--year", "2024", "--out", "sound.xlsx"},
		{"--year", "2025", "--out", "other.xlsx"}} {
		if status, said := told(append([]string{"run", "in"}, args...)...); status != 0 {
			t.Fatal(status, said)
		}
	}
	cell := func(sheet, cell, value string) func(*excelize.File) error {
		return func(f *excelize.File) error { return overwrite(f, sheet, cell, value) }
	}
	for _, c := range []struct {
		name   string
		stale  bool // saved by a program that does not recalculate
		change func(*excelize.File) error
		says   string // "" where nothing is wrong
	}{
		{"an amount", false, cell("奖补明细", "L4", "600000"),
			"奖补明细!L4 连云港海岳机械有限公司的国家级绿色工厂由“800,000.00 元”改为“600,000.00 元”，没有依据"},
		{"an amount, not recalculated", true, cell("奖补明细", "L4", "600000"),
			"奖补明细!L4 连云港海岳机械有限公司的国家级绿色工厂由“800,000.00 元”改为“600,000.00 元”，没有依据"},
		{"a name", false, cell("奖补明细", "C4", "连云港海岳集团"), "奖补明细!C4 单位名称由“连云港海岳机械有限公司”改为“连云港海岳集团”，没有依据"},
		{"a district", false, cell("奖补明细", "B4", "灌云县"), "奖补明细!B4 县区由“东海县”改为“灌云县”，没有依据"},
		{"a date", false, cell("奖补明细", "J4", "2023-06-12"), "奖补明细!J4 认定日期由“2023-05-12”改为“2023-06-12”，没有依据"},
		{"a code", false, cell("奖补明细", "D4", "91320722MA2TH3BJ36"),
			"奖补明细!D4 统一社会信用代码由“91320722MAAY4CL12W”改为“91320722MA2TH3BJ36”"},
		{"a level", false, cell("奖补明细", "G4", "省级"), "奖补明细!G4 级别由“国家级”改为“省级”"},
		{"the amount due", false, cell("奖补明细", "K4", "1"), "奖补明细!K4 应奖金额由“800,000.00”改为“1.00”"},
		{"an amount in words", false, cell("奖补明细", "L4", "六十万"), "奖补明细!L4 奖补金额(元)“六十万”不是数字"},
		{"a total", true, cell("企业汇总", "H4", "1"), "企业汇总!H4 企业汇总的奖补金额(元)为 1.00"},
		{"a record", true, cell("认定记录", "D4", "灌云县"), "校验码不符"},
		{"a sheet that is gone", true, func(f *excelize.File) error { return f.DeleteSheet("条款汇总") }, "报告缺少工作表“条款汇总”"},
		{"twin: nothing", false, func(*excelize.File) error { return nil }, ""},
		{"twin: other serial numbers", false, cell("奖补明细", "A4", "7"), ""},
		{"twin: a wider column", false, func(f *excelize.File) error { return f.SetColWidth("奖补明细", "C", "C", 60) },
			""},
	} {
		t.Run(c.name, func(t *testing.T) {
			copyFile(t, "sound.xlsx", "edited.xlsx")
			if err := amend("edited.xlsx", c.stale, c.change); err != nil {
				t.Fatal(err)
			}
			heldAgainst(t, "edited.xlsx", c.says)
		})
	}
	text, err := sheettest.Dump("sound.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	awards := regexp.MustCompile(`(?s)(# 奖补明细\n.*?\n)(1\t[^\n]*\n)(2\t[^\n]*\n)`)
	for _, c := range []struct{ name, lines, says string }{
		{"a line that was added", "$1$2$2$3", "奖补明细!5 “连云港海岳机械有限公司”“绿色工厂”这一行在认定记录中没有对应"},
		{"a line that was deleted", "$1$2", "连云港海岳机械有限公司的国家级绿色供应链管理企业由“800,000.00 元”改为“删去”，没有依据"},
		{"twin: lines in another order", "$1$3$2", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := sheettest.Build("edited.xlsx", awards.ReplaceAllString(text, c.lines)); err != nil {
				t.Fatal(err)
			}
			heldAgainst(t, "edited.xlsx", c.says)
		})
	}
	t.Run("one text in all sheets at once", func(t *testing.T) {
		replacedEverywhere(t, "sound.xlsx", "edited.xlsx", "91320722MAAY4CL12W", "91320722MAAY4CL13W")
		heldAgainst(t, "edited.xlsx", "认定记录!AH4 “连云港海岳机械有限公司”的认定记录与生成时不同，校验码不符")
	})
}

// heldAgainst wants every command to stop at a report with what it says, and to
// leave nothing; where it says nothing, none stops for the sake of the report.
func heldAgainst(t *testing.T, path, says string) {
	t.Helper()
	before, old := listing(t, "."), contents(t, ".", path)
	first := ""
	for _, args := range readers {
		line := strings.Join(args, " ")
		status, said := told(strings.Split(strings.ReplaceAll(strings.Join(args, "\x00"), "REPORT", path), "\x00")...)
		if says == "" {
			if strings.Contains(said, path+" was changed") || strings.Contains(said, path+" cannot be read") {
				t.Errorf("%s: %s", line, said)
			}
			for _, name := range []string{"new.xlsx", "new"} {
				if err := os.RemoveAll(name); err != nil {
					t.Fatal(err)
				}
			}
			continue
		}
		sentence, _, _ := strings.Cut(said, "\n  The report that stands there") // how to go on with another name
		if sentence = strings.TrimSpace(sentence); first == "" {
			first = sentence
		}
		if status != 2 || !strings.Contains(said, says) || sentence != first {
			t.Errorf("%s: status %d: %s", line, status, said)
		}
		if now := listing(t, "."); now != before || contents(t, ".", path) != old {
			t.Errorf("%s left %s", line, now)
		}
	}
}

func TestAReportIsNotReplacedWhileANoteWouldBeLost(t *testing.T) {
	t.Chdir(smallBatch(t))
	again := []string{"run", "in", "--year", "2024", "--out", "r.xlsx", "--force"}
	if status, said := told(again...); status != 0 {
		t.Fatal(status, said)
	}
	copyFile(t, "r.xlsx", "fresh.xlsx")
	write := func(sheet, cell, text string) func(*excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellStr(sheet, cell, text) }
	}
	for _, c := range []struct {
		name   string
		change func(*excelize.File) error
		says   string // "" where the report is replaced
	}{
		{"a sheet", func(f *excelize.File) error {
			_, err := f.NewSheet("会议记录")
			return errors.Join(err, write("会议记录", "B2", "分管局长：先放一放")(f))
		}, "会议记录!B2 人工另加的内容：分管局长：先放一放"},
		{"a column beside the awards", write("奖补明细", "O4", "已电话核实"), "奖补明细!O4 人工另加的内容：已电话核实"},
		{"a line below the awards", write("奖补明细", "B9", "经办人：王"), "奖补明细!B9 人工另加的内容：经办人：王"},
		{"what was done about a finding", write("问题清单", "K4", "已改"), "问题清单!K4 人工另加的内容：已改"},
		{"a comment", func(f *excelize.File) error {
			return f.AddComment("奖补明细", excelize.Comment{Cell: "C4", Text: "再问"})
		}, "单元格批注 [report/note]"},
		{"twin: an empty sheet", func(f *excelize.File) error { _, err := f.NewSheet("Sheet1"); return err }, ""},
		{"twin: nothing", func(*excelize.File) error { return nil }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			copyFile(t, "fresh.xlsx", "r.xlsx")
			if err := amend("r.xlsx", true, c.change); err != nil {
				t.Fatal(err)
			}
			before := contents(t, ".", "r.xlsx")
			status, said := told(again...)
			if c.says == "" {
				if status != 0 {
					t.Error(status, said)
				}
				return
			}
			if status != 2 || !strings.Contains(said, c.says) || contents(t, ".", "r.xlsx") != before {
				t.Error(status, said)
			}
		})
	}
}

// After publication an objection meets a record that was granted: its line is
// added to 待核事项, above or below the totals.
func TestAnyRecordIsRuledOnByALineOfItsOwn(t *testing.T) {
	t.Chdir(smallBatch(t))
	again := []string{"run", "in", "--year", "2024", "--out", "r.xlsx", "--force"}
	if status, said := told(again...); status != 0 {
		t.Fatal(status, said)
	}
	fresh := contents(t, ".", "r.xlsx")
	for _, c := range []struct {
		name, row, item string
		keyed           bool
		status          int
		says            string
	}{
		{"with its key", "4", "", true, 0, "refused +1"},
		{"with its key, below the totals", "12", "", true, 0, "refused +1"},
		{"without its key, by company and item", "12", "绿色工厂", false, 0, "refused +1"},
		{"twin: the company has two records", "4", "", false, 2,
			`“连云港海岳机械有限公司”这一行没有记录键，无法确定是哪一条记录 \[ruling/no-key\]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile("r.xlsx", []byte(fresh), 0o600); err != nil {
				t.Fatal(err)
			}
			line := map[string]string{"C": "连云港海岳机械有限公司", "F": c.item, "O": "不予奖补", "Q": "异议成立"}
			err := amend("r.xlsx", true, func(f *excelize.File) (err error) {
				if c.keyed {
					line["U"], err = f.GetCellValue("认定记录", keyCell)
				}
				for column, text := range line {
					err = errors.Join(err, f.SetCellStr("待核事项", column+c.row, text))
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if status, said := told(again...); status != c.status || !regexp.MustCompile(c.says).MatchString(said) {
				t.Errorf("status %d: %s", status, said)
			}
		})
	}
}

// keyCell is where 认定记录 has the key of its first record.
const keyCell = "AG4"
