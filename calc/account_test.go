package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestASheetOnWhichMoreMayStandIsTold(t *testing.T) {
	taken := func(kinds ...calc.LineKind) calc.SheetAccount {
		a := calc.SheetAccount{Sheet: "表", Lines: 9, Records: 1}
		for _, k := range kinds {
			a.Others = append(a.Others, calc.LineCount{Kind: k, Lines: 2})
		}
		return a
	}
	unread := taken()
	unread.Unread = []string{"F3 天气"}
	for _, c := range []struct {
		name    string
		account calc.SheetAccount
		want    bool
	}{
		{"records alone", taken(), false},
		{"a column that nobody reads", unread, true},
		{"a title", taken(calc.LineAbove), false},
		{"the header", taken(calc.LineHeader), false},
		{"empty lines of the form", taken(calc.LinePlaceholder), false},
		{"the line of example", taken(calc.LineExample), false},
		{"a sheet of instructions", taken(calc.LineNoTable), false},
		{"a line for a section", taken(calc.LineSection), true},
		{"a sum", taken(calc.LineTotal), true},
		{"a note", taken(calc.LineNote), true},
		{"a line that was not understood", taken(calc.LineUnread), true},
		{"copies", taken(calc.LineCopy), true},
		{"a sum behind what looks like none", taken(calc.LineAbove, calc.LineHeader, calc.LineTotal), true},
		{"nothing of the kind, however much", taken(calc.LineAbove, calc.LineHeader, calc.LineNoTable), false},
	} {
		if got := c.account.HasMore(); got != c.want {
			t.Errorf("%s: more may stand there: %t, want %t", c.name, got, c.want)
		}
	}
}

func TestSheetsThatAreLeftOutAsCopiesAreBookedAsSuch(t *testing.T) {
	copied := func(file, sheet string) calc.Finding {
		return calc.Found("table/copy", calc.Ref{File: file, Sheet: sheet}, sheet, "3", "甲")
	}
	for _, c := range []struct {
		name   string
		copies calc.Findings
		want   []calc.FileAccount
	}{
		{"no finding, no copy", nil, []calc.FileAccount{
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "甲", Lines: 4, Records: 3}},
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "乙", Lines: 1}}}},
		{"a finding on the sheet", calc.Findings{copied("a.xlsx", "甲")}, []calc.FileAccount{
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "甲", Lines: 4,
				Others: []calc.LineCount{{Kind: calc.LineCopy, Lines: 3}}}},
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "乙", Lines: 1}}}},
		{"one on a sheet of that name in another file", calc.Findings{copied("b.xlsx", "甲")}, []calc.FileAccount{
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "甲", Lines: 4, Records: 3}},
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "乙", Lines: 1}}}},
		{"one on a sheet without records books nothing", calc.Findings{copied("a.xlsx", "乙")}, []calc.FileAccount{
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "甲", Lines: 4, Records: 3}},
			{File: "a.xlsx", SheetAccount: calc.SheetAccount{Sheet: "乙", Lines: 1}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheets := calc.AccountsOf("a.xlsx", "", []calc.SheetAccount{{Sheet: "甲", Lines: 4, Records: 3},
				{Sheet: "乙", Lines: 1}})
			calc.LeaveOut(sheets, c.copies)
			if diff := cmp.Diff(c.want, sheets); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTheAccountsOfAResultAreThoseOfItsFilesAndWhatStandsBeside(t *testing.T) {
	r := calc.Result{Inputs: []calc.Input{{File: "东区.xlsx", Sheets: []calc.SheetAccount{{Sheet: "一"}, {Sheet: "二"}}},
		{File: "西区.xlsx"}},
		Beside: []calc.BesideFile{{File: "budget.xlsx", Use: "预算", Sheets: []calc.SheetAccount{{Sheet: "三"}}}}}
	var got []string
	for _, a := range r.Accounts() {
		got = append(got, a.File+" "+a.Use+" "+a.Sheet)
	}
	if diff := cmp.Diff([]string{"东区.xlsx  一", "东区.xlsx  二", "budget.xlsx 预算 三"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
