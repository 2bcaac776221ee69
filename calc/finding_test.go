package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestAMessageStaysOnItsLineWhateverTheCellHolds(t *testing.T) {
	for _, c := range []struct{ name, cell, want string }{
		{"plain words", "甲公司", "认定时间“甲公司”无法识别：不是日期"},
		{"single blanks stay", "a b c", "认定时间“a b c”无法识别：不是日期"},
		{"two blanks are one", "a  b", "认定时间“a b”无法识别：不是日期"},
		{"a tab", "a\tb", "认定时间“a b”无法识别：不是日期"},
		{"a line feed", "a\nb", "认定时间“a b”无法识别：不是日期"},
		{"a blank that does not break (U+00A0)", "a\u00a0b", "认定时间“a b”无法识别：不是日期"},
		{"its neighbour (U+00A9)", "a©b", "认定时间“a©b”无法识别：不是日期"},
		{"a full-width blank (U+3000)", "甲　乙", "认定时间“甲 乙”无法识别：不是日期"},
		{"its neighbour (U+3001)", "甲、乙", "认定时间“甲、乙”无法识别：不是日期"},
		{"a thin blank (U+2009)", "a\u2009b", "认定时间“a b”无法识别：不是日期"},
		{"a quote of that row (U+2018)", "a‘b", "认定时间“a‘b”无法识别：不是日期"},
		{"the blank of Ogham (U+1680)", "a\u1680b", "认定时间“a b”无法识别：不是日期"},
		{"a letter of that row (U+1E00)", "aḀb", "认定时间“aḀb”无法识别：不是日期"},
		{"a byte that is no text", "a\xe3b", "认定时间“a\xe3b”无法识别：不是日期"},
		{"nothing is said to be none", "", "认定时间（空）无法识别：不是日期"},
	} {
		f := calc.Found("cell/date", calc.Ref{}, "认定时间", c.cell, "不是日期")
		if diff := cmp.Diff(c.want, f.Message()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	for _, c := range []struct {
		name, format, want string
		args               []string
	}{
		{"a blank at the end goes", "%s元", "5 元", []string{"5 "}},
		{"a blank at the beginning goes", "%s", "甲", []string{" 甲"}},
		{"and one at the end", "%s", "甲", []string{"甲 "}},
		{"an argument that is missing is asked for", "%s和%s", "甲和?", []string{"甲"}},
		{"one too many is not said", "%s", "甲", []string{"甲", "乙"}},
		{"no hole", "甲", "甲", nil},
	} {
		if got := (calc.Step{Format: c.format, Args: c.args}).Text(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFindingsAreWeighedByTheirErrors(t *testing.T) {
	warning, held, other := calc.Found("table/hidden", calc.Ref{}, ""), calc.Found("cell/date", calc.Ref{}),
		calc.Found("cell/item", calc.Ref{})
	for _, c := range []struct {
		name             string
		findings         calc.Findings
		worst            calc.Code
		errors, warnings int
	}{
		{"none", nil, "", 0, 0},
		{"a warning alone", calc.Findings{warning}, "", 0, 1},
		{"the first error, whatever stands before it", calc.Findings{warning, held, other}, "cell/date", 2, 1},
		{"a code that is not in the catalogue is an error", calc.Findings{{Code: "x/y"}}, "x/y", 1, 0},
	} {
		got := []any{c.findings.Worst(), c.findings.Count(calc.Error), c.findings.Count(calc.Warning)}
		if diff := cmp.Diff([]any{c.worst, c.errors, c.warnings}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if got := (calc.Finding{Code: "x/y"}).Message() + calc.ReasonName("x/y"); got != "x/yx/y" {
		t.Errorf("a code that is not in the catalogue is called %q", got)
	}
}

func TestFindingsStandInTheOrderOfTheInputs(t *testing.T) {
	at := func(file, sheet string, row, col int) calc.Finding {
		return calc.Found("cell/date", calc.Ref{File: file, Sheet: sheet, Row: row, Col: col})
	}
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
		Inputs: []calc.Input{{File: "乙.xlsx"}, {File: "甲.xlsx"}},
		Findings: calc.Findings{at("丙.xlsx", "", 0, 0), at("甲.xlsx", "表", 2, 3), at("甲.xlsx", "表", 2, 1), at("", "", 0, 0),
			at("甲.xlsx", "表", 1, 9), at("乙.xlsx", "表", 9, 9), at("甲.xlsx", "单", 9, 1), at("丁.xlsx", "", 0, 0)}})
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.Ref.String())
	}
	want := []string{"乙.xlsx:表!I9", "甲.xlsx:单!A9", "甲.xlsx:表!I1", "甲.xlsx:表!A2", "甲.xlsx:表!C2", "", "丁.xlsx", "丙.xlsx"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTheDoubtsAboutABatchAreThoseThatHold(t *testing.T) {
	doubts := func(year int, records ...calc.Record) (got []string) {
		for _, f := range calc.Doubts(calc.Batch{Policy: townPolicy(), AwardYear: year, Records: claims(records...)}) {
			got = append(got, string(f.Code)+" "+f.Ref.Cell())
		}
		return got
	}
	two := []calc.Record{{Item: "product", Subject: "甲软件", Certificate: "A1"},
		{Item: "product", Subject: "甲软件", Certificate: "A2"}}
	for _, c := range []struct {
		name    string
		year    int
		records []calc.Record
		want    []string
	}{
		{"nothing is doubtful", 2024, []calc.Record{{Item: "firm"}}, nil},
		{"what stands on the record already is not told again", 2024, []calc.Record{{Item: "firm",
			Findings: calc.Findings{calc.Found("cell/item", calc.Ref{})}}}, nil},
		{"an approved sum is missing", 2024, []calc.Record{{Item: "task", Subject: "活动"}},
			[]string{"record/approval-missing 2"}},
		{"a name in doubt", 2024, []calc.Record{{Item: "firm", Company: "甲分公司"}}, []string{"company/legal-person 2"}},
		{"two papers under one name are told, though they hold nobody", 2024, two, []string{"record/one-name 2"}},
		{"a claim that is not the award is no doubt", 2024, []calc.Record{{Item: "firm", Claimed: yuanOf(5)}}, nil},
		{"in a year in which it is refused, the doubts that come after are none", 2026,
			[]calc.Record{{Item: "firm", Company: "甲分公司"}}, nil},
		{"where the year is not known each is tried, and each doubt told once", 0,
			[]calc.Record{{Item: "firm", Company: "甲分公司"}, {Item: "task", Company: "乙", Subject: "活动"}},
			[]string{"company/legal-person 2", "record/approval-missing 3"}},
		{"also one of a later year", 0, []calc.Record{{Item: "firm", Company: "甲分公司", Recognised: day(2026, 3, 1)}},
			[]string{"company/legal-person 2"}},
		{"none of a year beyond the policy", 0, []calc.Record{{Item: "firm", Company: "甲分公司",
			Recognised: day(2027, 3, 1)}}, nil},
	} {
		if diff := cmp.Diff(c.want, doubts(c.year, c.records...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
