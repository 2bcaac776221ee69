// Command generate writes the example year: eleven submissions, what came
// late and cannot be used, the budget, the awards of the year before, official
// lists with the register of firms, the finance office's ledger, and a small
// second year with a ledger over both, always the same bytes.
//
//	go run ./examples/generate examples/2024
//
// Every company, person, certificate and code in it is made up: the names all
// carry the word 样例, and the codes are computed to pass their check digits.
// Begin with [districts], which lists one workbook after the other; a layout
// is a function in layouts.go. It is not for tests of single behaviours: those
// stand as text beside the code they test.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"jiangbu/sheets/sheettest"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate DIR")
		os.Exit(2)
	}
	if err := generate(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(2)
	}
}

// generate writes the whole example year into dir.
func generate(dir string) error {
	for name, text := range workbooks() {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := sheettest.Build(path, text); err != nil {
			return err
		}
	}
	text, err := ledger(dir)
	if err != nil {
		return err
	}
	if err := sheettest.Build(filepath.Join(dir, "ledger.xlsx"), text); err != nil {
		return err
	}
	if text, err = twoYears(dir); err != nil {
		return err
	}
	if err := sheettest.Build(filepath.Join(dir, "two-years.xlsx"), text); err != nil {
		return err
	}
	return late(filepath.Join(dir, "late"), filepath.Join(dir, "submissions", "东海县.xlsx"))
}

// late writes what arrives after the deadline and cannot be used: the same
// file again, a file cut off on its way, a binary workbook, a workbook without
// a table and the lock file of a workbook that is open somewhere.
func late(dir, sent string) error {
	whole, err := os.ReadFile(sent)
	if err != nil {
		return err
	}
	var binary bytes.Buffer
	if err := sheettest.WriteParts(&binary, []sheettest.Part{{Name: "xl/workbook.bin", Content: "样例"}}); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, data := range map[string][]byte{"东海县（再报）.xlsx": whole, "赣榆区-补报.xlsx": whole[:len(whole)/2],
		"灌云县-补报.xlsb": binary.Bytes(), "~$东海县.xlsx": []byte("样例")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return sheettest.Build(filepath.Join(dir, "海州区-说明.xlsx"), "# 说明\n海州区本次没有补报项目。\n")
}

// workbooks are the texts of all workbooks of the year, by their names.
func workbooks() map[string]string {
	books := map[string]string{"budget.xlsx": budget(), "awards-2023.xlsx": awards2023()}
	books["firms.xlsx"], books["excluded.xlsx"] = register(), exclusion()
	for name, text := range officialLists() {
		books["lists/"+name] = text
	}
	books["next/2025.xlsx"] = nextYear()
	for _, d := range districts() {
		books["submissions/"+d.file] = d.text
	}
	return books
}

// budget is the year's budget as a finance office would send it.
func budget() string {
	s := newSheet("预算")
	s.line("2024年度工业和信息化发展奖补专项资金预算表")
	s.line("单位：万元")
	s.line("范围", "名称", "金额", "备注")
	s.line("总额", "", "5900", "市级财政预算安排")
	s.line("结转", "", "120", "上年结转")
	s.line("预留", "", "20", "机动")
	s.line("条款", "第四条", "60", "双软")
	s.line("条款", "（七）", "3300", "绿色制造")
	s.line("奖补事项", "节能诊断服务", "30", "")
	s.line("县区", "东海县", "900", "")
	s.line("县区", "赣榆区", "500", "")
	return s.text()
}

// awards2023 is the award table of the year before: a certification that comes
// again, one that has since risen a level, a heritage that another body was paid
// for, a base under a name that is near one of this year, and two awards that
// have nothing to do with this year.
func awards2023() string {
	again := company("赣榆", "320707", 90) // 省级技术创新示范企业 in both years
	risen := company("东海", "320722", 4)  // 三星级, now 四星级
	owner := company("云台山", "320706", 399)
	base := company("连云", "320703", 158)
	other := company("灌南", "320724", 89)
	s := newSheet("奖补名单")
	s.line("2023年度工业和信息化发展奖补名单")
	s.line("序号", "年度", "单位名称", "统一社会信用代码", "奖补事项", "级别", "认定名称", "奖补金额（万元）")
	s.line("1", "2023", again.name, again.code, "技术创新示范企业", "省级", "", "20")
	s.line("2", "2023", risen.name, risen.code, "星级上云企业", "三星级", "", "2")
	s.line("3", "2023", owner.name, owner.code, "工业遗产", "省级", "云台样例盐坨旧址", "20")
	s.line("4", "2023", base.name, base.code, "小微企业创新创业示范基地", "省级", "江苏连云样例创业园", "20")
	s.line("5", "2023", other.name, other.code, "绿色工厂", "省级", "", "40")
	s.line("6", "2023", other.name, other.code, "专精特新", "省级", "", "5")
	s.line("合计", "", "", "", "", "", "", "107")
	return s.text()
}
