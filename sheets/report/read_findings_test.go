package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets/report"
)

func TestTheFindingsAndTheClausesReadBack(t *testing.T) {
	rep := read(t, write(t, testResult(t)))
	var got []report.Complaint
	for _, c := range rep.Complaints {
		if c.Code == "company/not-local" {
			got = append(got, c)
		}
	}
	want := []report.Complaint{{Code: "company/not-local", Severity: calc.Error,
		File: "西山县/报送 100%#1.xlsx", Sheet: "摸排 '表'",
		Places: []string{"10"}, Message: "信用代码 91880100MA00000008 的登记机关不在临江市",
		Hint: calc.Found("company/not-local", calc.Ref{}).Hint()}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c := want[0]; len(c.In(rep.Records[12].Record.Source)) != 1 || len(c.In(rep.Records[11].Record.Source)) != 0 {
		t.Error("the finding is not on its own row alone")
	}
	p := testPolicy()
	if len(rep.Clauses) != 4 || rep.Clauses["二"] != p.Clauses[1].Text ||
		rep.Clauses["其他事项（一）"] != p.Provisions[0].Text {
		t.Errorf("clauses read back as %q", rep.Clauses)
	}
}
