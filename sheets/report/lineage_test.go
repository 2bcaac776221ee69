package report_test

import (
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/sheettest"
)

// sheetText is one sheet of a report as text.
func sheetText(t *testing.T, r *calc.Result, name string) string {
	t.Helper()
	text, err := sheettest.Dump(write(t, r))
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(text, "# "+name+"\n")
	if !ok {
		t.Fatalf("there is no sheet %s", name)
	}
	text, _, _ = strings.Cut(text, "\n# ")
	return text
}

func TestEachAlternativeNamesWhomItTouches(t *testing.T) {
	r := testResult(t)
	r.Alternatives = []calc.Alternative{{Reading: "same-project", Value: "company", Difference: money.YuanOf(-20000),
		Touched: []string{"k5", "k6"}}}
	text := sheetText(t, r, "口径与依据")
	for _, want := range []string{"临江乙软件有限公司：软件产品（东城区.xlsx!摸排 '表'!9）；临江乙软件有限公司：软件产品（东城区.xlsx!摸排 '表'!10）；共 1 家单位 2 条记录"} {
		if !strings.Contains(text, want) {
			t.Errorf("口径与依据 does not say %q:\n%s", want, text)
		}
	}
}

func TestALongListOfTouchedRecordsIsCounted(t *testing.T) {
	r := manyAwards(t, 30)
	a := calc.Alternative{Reading: "same-project", Value: "company"}
	for i := range r.Records {
		a.Touched = append(a.Touched, r.Records[i].Key)
	}
	r.Alternatives = []calc.Alternative{a}
	text := sheetText(t, r, "口径与依据")
	if n := strings.Count(text, "（全市.xlsx!"); !strings.Contains(text, "；等共 ") || !strings.Contains(text, "30 条记录") ||
		n != 10 {
		t.Errorf("%d records named, not ten and a count:\n%s", n, text)
	}
}

func TestAnAwardNamesWhatGaveWayToIt(t *testing.T) {
	text := sheetText(t, testResult(t), "奖补明细")
	first, _, _ := strings.Cut(text[strings.Index(text, "\n1\t"):][1:], "\n")
	if want := "；同一项目另有 2 条未奖补，见“就高去重”序号 1、3"; !strings.Contains(first, want) {
		t.Errorf("the award does not say %q: %s", want, first)
	}
}

func TestTheFilesBesideTheSubmissionsStandWithTheirHashes(t *testing.T) {
	r := testResult(t)
	r.Beside = []calc.BesideFile{{Use: "政策数据", File: "lj-2030.yaml", SHA256: hash("policy")},
		{Use: "预算", File: "预算.xlsx", SHA256: hash("budget")}}
	text := sheetText(t, r, "口径与依据")
	for _, f := range r.Beside {
		if want := f.File + "\t\t" + f.Use + "\t\t" + f.SHA256; !strings.Contains(text, want) {
			t.Errorf("口径与依据 does not list %q", want)
		}
	}
	if rep := read(t, write(t, r)); len(rep.Inputs) != len(r.Inputs) {
		t.Errorf("%d inputs read back, not %d: the files beside them are none", len(rep.Inputs), len(r.Inputs))
	}
}
