package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestTheLanguageIsTheFlagThenTheSystemThenEnglish(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want language
	}{
		{"nothing said", nil, nil, english},
		{"the flag wins over the system", []string{"run", "--lang", "en"}, map[string]string{"LANG": "zh_CN.UTF-8"}, english},
		{"the flag with an equals sign", []string{"run", "--lang=zh"}, nil, chinese},
		{"a flag behind -- is a file", []string{"run", "--", "--lang", "zh"}, nil, english},
		{"LC_ALL wins over LANG", nil, map[string]string{"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, english},
		{"LC_MESSAGES wins over LANG", nil, map[string]string{"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, chinese},
		{"LANG alone", nil, map[string]string{"LANG": "zh_CN.UTF-8"}, chinese},
		{"a language that the console does not speak", nil, map[string]string{"LANG": "fr_FR.UTF-8"}, english},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := languageOf(c.args, func(k string) string { return c.env[k] }); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestAMistypedWordIsMetByTheNearest(t *testing.T) {
	names := []string{"run", "check", "policy", "version", "same-project", "software-cap"}
	for _, c := range []struct{ word, want string }{
		{"chek", "check"}, {"polcy", "policy"}, {"RUN", "run"}, {"same-projct", "same-project"},
		{"banana", ""}, {"x", ""}, {"", ""},
	} {
		if got := nearest(c.word, names); got != c.want {
			t.Errorf("nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestColumnsAreAlignedByTheWidthOnTheScreen(t *testing.T) {
	got := aligned("  ", [][]string{{"奖补金额", "1"}, {"ab", "22", "x"}, {"县区", "", "y"}})
	want := "  奖补金额  1\n  ab        22  x\n  县区          y\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSumsHaveSeparators(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"0", "0.00"}, {"999", "999.00"}, {"1000", "1,000.00"}, {"1234567.5", "1,234,567.50"}, {"-1000", "-1,000.00"}, {"-999.99", "-999.99"},
	} {
		y, err := money.ExactYuan(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := thousands(y); got != c.want {
			t.Errorf("thousands(%s) = %s, want %s", c.in, got, c.want)
		}
	}
}

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

func TestTheLastColumnGoesOnBelowItselfInANarrowWindow(t *testing.T) {
	lines := [][]string{{"--out FILE", "write the report to FILE in the current folder"}, {"--年度", "奖补年度奖补上一年认定的项目全部"}, {"-x", ""}}
	got := alignedIn(34, "  ", lines)
	want := "  --out FILE  write the report to\n              FILE in the current\n              folder\n" +
		"  --年度      奖补年度奖补上一年\n              认定的项目全部\n  -x\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := alignedIn(30, "  ", lines); got != aligned("  ", lines) {
		t.Errorf("a window without room for a column still folds:\n%s", got)
	}
	if diff := cmp.Diff([]string{"averylongwo", "rd and on"}, folded("averylongword and on", 11)); diff != "" {
		t.Error(diff)
	}
}
