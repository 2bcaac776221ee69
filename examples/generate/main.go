// Command generate writes the example year: the submissions of eleven
// invented districts' workbooks and the budget, always the same bytes.
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
	return nil
}

// workbooks are the texts of all workbooks of the year, by their names.
func workbooks() map[string]string {
	books := map[string]string{"budget.xlsx": budget()}
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
	s.line("总额", "", "3600", "市级财政预算安排")
	s.line("结转", "", "120", "上年结转")
	s.line("预留", "", "20", "机动")
	s.line("条款", "第四条", "60", "双软")
	s.line("条款", "（七）", "2200", "绿色制造")
	s.line("奖补事项", "节能诊断服务", "30", "")
	s.line("县区", "东海县", "300", "")
	s.line("县区", "赣榆区", "400", "")
	return s.text()
}
