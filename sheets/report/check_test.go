package report_test

import (
	"archive/zip"
	"bytes"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestACheckSeesEveryDifferenceFromTheResult(t *testing.T) {
	for name, change := range map[string]func(r *calc.Result){
		"an amount":          func(r *calc.Result) { r.Decisions[0].Amount = money.YuanOf(1) },
		"an entitled amount": func(r *calc.Result) { r.Decisions[1].Entitled = money.YuanOf(1) },
		"a claimed amount":   func(r *calc.Result) { y := money.YuanOf(1); r.Records[1].Claimed = &y },
		"an outcome":         func(r *calc.Result) { r.Decisions[1].Outcome = calc.Duplicate },
		"a reason":           func(r *calc.Result) { r.Decisions[9].Reason = calc.PriorReason },
		"who stands":         func(r *calc.Result) { r.Decisions[1].By = "k3" },
		"who is paid":        func(r *calc.Result) { r.Decisions[0].Payee = "个人" },
		"a ruling":           func(r *calc.Result) { r.Decisions[0].Ruling = &calc.Ruling{Grant: true} },
		"a key":              func(r *calc.Result) { r.Records[0].Key = "other" },
		"a code":             func(r *calc.Result) { r.Records[0].CreditCode = "91990100MA00000009" },
		"a place":            func(r *calc.Result) { r.Records[0].Source.Row++ },
		"a total":            func(r *calc.Result) { r.Totals.Amount = money.YuanOf(1) },
		"a count":            func(r *calc.Result) { r.Totals.Outcomes[calc.Held]++ },
		"an input":           func(r *calc.Result) { r.Inputs[0].SHA256 = "00" },
		"a reading":          func(r *calc.Result) { r.Readings = calc.Readings{"same-project": "company"} },
		"the year":           func(r *calc.Result) { r.AwardYear++ },
		"one record less":    func(r *calc.Result) { r.Records = r.Records[1:]; r.Decisions = r.Decisions[1:] },
	} {
		r := testResult(t)
		path := write(t, r)
		change(r)
		if check(path, r) == nil {
			t.Errorf("%s: the check sees no difference", name)
		}
	}
}

func TestACheckSeesEveryCellOfMoney(t *testing.T) {
	r := testResult(t)
	path := write(t, r)
	if err := check(edit(t, path, func(*excelize.File) error { return nil }), r); err != nil {
		t.Fatalf("a report saved again as it was: %v", err)
	}
	for _, c := range []struct {
		sheet, cell string
		value       any
	}{
		{"奖补明细", "L4", 800000.01}, {"奖补明细", "K9", 12345.68}, {"奖补明细", "L9", "12345.67"}, {"奖补明细", "L10", 1},
		{"奖补明细", "K10", 1},
		{"奖补明细", "A4", 2}, {"奖补明细", "F4", "别的"}, {"奖补明细", "N5", "别处"}, {"奖补明细", "A12", 9},
		{"认定记录", "O4", 1}, {"认定记录", "P5", 1}, {"认定记录", "P5", ""}, {"认定记录", "Z11", 1}, {"认定记录", "AB5", 1},
		{"认定记录", "AD5", 1}, {"认定记录", "M5", "待核"},
		{"认定记录", "O19", 1}, {"认定记录", "P19", 1}, {"认定记录", "P3", "别的"},
		{"企业汇总", "H4", 1}, {"县区汇总", "E4", 1}, {"条款汇总", "J4", 1}, {"口径与依据", "B5", "别的"},
	} {
		if check(edit(t, path, set(c.sheet, c.cell, c.value)), r) == nil {
			t.Errorf("%s!%s = %v: the check sees no difference", c.sheet, c.cell, c.value)
		}
	}
}

func TestACheckSeesAnyPartThatIsCutOrChanged(t *testing.T) {
	r := testResult(t)
	path := write(t, r)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		at += int64(f.CompressedSize64 / 2)
		changed := bytes.Clone(data)
		changed[at] ^= 0x55
		for name, damaged := range map[string][]byte{"cut": data[:at], "changed": changed} {
			if err := os.WriteFile(path, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			if check(path, r) == nil {
				t.Errorf("%s %s: the check sees no difference", f.Name, name)
			}
		}
	}
}
