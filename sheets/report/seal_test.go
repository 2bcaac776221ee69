package report_test

import (
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/sheets/report"
)

func TestAReportThatIsEditedEverywhereAtOnceIsNotBelieved(t *testing.T) {
	swap := func(a, b string) func(string) string {
		return strings.NewReplacer(a, b, b, a).Replace
	}
	for _, c := range []struct {
		name   string
		change func(strings string) string
		place  string
	}{
		{"one digit of a code, 全部替换", swap("91990100MA00000002", "91990100MA00000009"), "认定记录!AH"},
		{"two firms change places", swap("临江甲新材料有限公司", "临江乙软件有限公司"), "认定记录!AH4"},
		{"a name loses a character", swap("临江甲新材料有限公司", "临江甲材料有限公司"), "认定记录!AH4"},
		{"a level is another", swap("国家级", "省级"), "认定记录!AH4"},
		{"a district is another", swap("东城区", "西山县"), "认定记录!AH"},
		{"the document is another", swap("临工信规〔2030〕9号", "临工信规〔2030〕8号"), "口径与依据!B"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, testResult(t))
			before := part(t, path, "xl/sharedStrings.xml")
			after := c.change(before)
			if after == before {
				t.Fatal("nothing is changed")
			}
			rep, fs := report.Read(open(t, replaced(t, path, "xl/sharedStrings.xml", before, after)))
			if rep != nil {
				t.Error("it is read all the same")
			}
			for _, f := range fs {
				if f.Code == "report/seal" {
					if !strings.HasPrefix(strings.TrimPrefix(f.Ref.String(), "report.xlsx:"), c.place) {
						t.Errorf("%s is named, not %s", f.Ref, c.place)
					}
					return
				}
			}
			t.Errorf("found %v", fs)
		})
	}
}

func TestWhatTheRecordsRestOnIsHeldToo(t *testing.T) {
	for _, c := range []struct{ name, cell, value string }{
		{"a reading is another", "H26", "same-project=clause"},
		{"the number of the result is another", "B21", strings.Repeat("0", 32)},
		{"it is that of a result with another budget", "B21", resultID(t, otherLimit(t))},
	} {
		rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), set("口径与依据", c.cell, c.value))))
		if rep != nil || fs.Worst() != "report/seal" {
			t.Errorf("%s: found %v", c.name, fs)
		}
	}
	for _, cell := range []string{"A6", "B6", "C6", "H10"} {
		rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), set("预算核对", cell, "1"))))
		if rep != nil || fs.Worst() != "report/seal" {
			t.Errorf("the budget's %s: found %v", cell, fs)
		}
	}
}

func TestTheSameResultHasTheSameNumberAndAnotherAnother(t *testing.T) {
	first := resultID(t, testResult(t))
	if again := resultID(t, testResult(t)); again != first {
		t.Errorf("%s, then %s", first, again)
	}
	if rep := read(t, write(t, testResult(t))); rep.ID != first {
		t.Errorf("the report has %s, not %s", rep.ID, first)
	}
	for name, change := range map[string]func(r *calc.Result){
		"the year":   func(r *calc.Result) { r.AwardYear++ },
		"an outcome": func(r *calc.Result) { r.Decisions[0].Outcome = calc.Held },
		"a key":      func(r *calc.Result) { r.Records[3].Key += "0" },
		"a limit":    func(r *calc.Result) { r.Budget[1].Limit = r.Budget[2].Limit },
		"no budget":  func(r *calc.Result) { r.Budget = nil },
		"an input":   func(r *calc.Result) { r.Inputs[0].SHA256 += "0" },
		"the order":  func(r *calc.Result) { r.Records[0], r.Records[1] = r.Records[1], r.Records[0] },
	} {
		r := testResult(t)
		change(r)
		if resultID(t, r) == first {
			t.Errorf("%s changes nothing", name)
		}
	}
}

// otherLimit is the tests' result under another budget that cuts as little.
func otherLimit(t *testing.T) *calc.Result {
	r := testResult(t)
	r.Budget[0].Limit = r.Budget[0].Limit.Add(r.Budget[0].Limit)
	return r
}

// The number covered no budget once; reports of then are read all the same.
func TestANumberThatDoesNotCoverTheBudgetIsThatOfAnOlderReport(t *testing.T) {
	older := testResult(t)
	older.Budget = nil
	path := edit(t, write(t, testResult(t)), set("口径与依据", "B21", resultID(t, older)))
	if rep, fs := report.Read(open(t, path)); rep == nil || len(fs) > 0 {
		t.Errorf("found %v", fs)
	}
}

func resultID(t *testing.T, r *calc.Result) string {
	t.Helper()
	laid, err := report.Lay(r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return laid.ID()
}

// The seals stand before nothing else: with those of the edited cells a report
// is read to its end, and what contradicts itself is found there.
func TestAReportThatIsSealedAnewIsReadToItsEnd(t *testing.T) {
	path := write(t, testResult(t))
	amended := edit(t, path, set("认定记录", "C4", "临江丙机械有限公司"))
	if r, fs := report.Read(open(t, amended)); r != nil || fs.Worst() != "report/seal" {
		t.Errorf("as it is: %v", fs)
	}
	_, fs := report.Read(report.Resealed(open(t, amended)))
	for _, f := range fs {
		if f.Code == "report/seal" {
			t.Errorf("%s %s", f.Ref, f.Message())
		}
	}
	if same, fs := report.Read(report.Resealed(open(t, path))); same == nil || len(fs) > 0 {
		t.Errorf("a report that nobody edited: %v", fs)
	}
}
