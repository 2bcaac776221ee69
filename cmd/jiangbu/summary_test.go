package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestFindingsThatDifferInTheirRowAloneAreOne(t *testing.T) {
	at := func(row, col int) calc.Ref { return calc.Ref{File: "a.xlsx", Sheet: "表", Row: row, Col: col} }
	var fs calc.Findings
	for _, row := range []int{6, 7, 8, 10} {
		fs.Add("cell/credit-code-missing", at(row, 3))
	}
	fs.Add("cell/credit-code-missing", at(9, 4)) // another column
	fs.Add("cell/date", at(6, 5), "认定日期", "去年", "不是日期")
	fs.Add("cell/date", at(7, 5), "认定日期", "前年", "不是日期") // other words
	fs.Add("table/none", calc.Ref{File: "b.xlsx"}, "空")
	fs.Add("table/none", calc.Ref{File: "c.xlsx"}, "空")
	var got []string
	for _, m := range merge(fs) {
		got = append(got, m.place())
	}
	want := []string{"a.xlsx:表!C6-C8,C10", "a.xlsx:表!D9", "a.xlsx:表!E6", "a.xlsx:表!E7", "b.xlsx", "c.xlsx"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
