package calc_test

import (
	"jiangbu/calc"
	"testing"
)

func TestCellsAreNamedAsInExcel(t *testing.T) {
	tests := map[string]calc.Ref{
		"a.xlsx:表!C6": {File: "a.xlsx", Sheet: "表", Row: 6, Col: 3}, "a.xlsx:表!6": {File: "a.xlsx", Sheet: "表", Row: 6},
		"a.xlsx:表": {File: "a.xlsx", Sheet: "表"}, "a.xlsx": {File: "a.xlsx"},
		"b:s!Z1": {File: "b", Sheet: "s", Row: 1, Col: 26}, "b:s!AA1": {File: "b", Sheet: "s", Row: 1, Col: 27},
		"b:s!XFD1": {File: "b", Sheet: "s", Row: 1, Col: 16384},
	}
	for want, ref := range tests {
		if got := ref.String(); got != want {
			t.Errorf("%#v prints %q, want %q", ref, got, want)
		}
	}
}
