package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/report"
)

// threeHeld is a batch in which three records are held: two for their
// registrar, one for what is missing in it.
func threeHeld(t *testing.T) calc.Batch {
	b := calc.Batch{Policy: testPolicy(), AwardYear: 2030,
		Inputs: []calc.Input{{File: "东城区.xlsx", SHA256: hash("东城区"), Rows: 5, Status: calc.InputRead}}}
	for i, c := range []claim{
		{"东城区.xlsx", "东城区", "临江甲新材料有限公司", "91990100MA00000001", "green-factory", "国家级", "", "文1", 2029, "新认定", ""},
		{"东城区.xlsx", "东城区", "临江庚机械有限公司", "91880100MA00000008", "green-factory", "国家级", "", "文3", 2029, "新认定", ""},
		{"东城区.xlsx", "东城区", "临江壬机械有限公司", "91880100MA00000010", "green-factory", "省级", "", "文4", 2029, "新认定", ""},
		{"东城区.xlsx", "东城区", "外地节能服务有限公司", "91880100MA00000004", "diagnosis", "", "临江丁机械有限公司", "诊断-2", 2029, "新认定", ""},
		{"东城区.xlsx", "东城区", "临江戊机械有限公司", "91990100MA00000006", "green-factory", "省级", "", "文2", 2029, "复核", ""},
	} {
		b.Records = append(b.Records, c.record(t, i, i+5))
	}
	return b
}

// round decides a batch with the rulings of an earlier report and gives the
// path of its report.
func round(t *testing.T, b calc.Batch) (*calc.Result, string) {
	t.Helper()
	r := calc.Decide(b)
	if err := calc.Audit(r); err != nil {
		t.Fatal(err)
	}
	path := write(t, r)
	if err := check(path, r); err != nil {
		t.Fatal(err)
	}
	return r, path
}

func TestThreeHeldRecordsGetRulingsAndTheNextReportDiffersExactlyThere(t *testing.T) {
	b := threeHeld(t)
	first, path := round(t, b)
	filled := edit(t, path, all(
		set("待核事项", "O4", "予以奖补"), set("待核事项", "Q4", "会议纪要3号"),
		set("待核事项", "O5", "不予奖补"), set("待核事项", "Q5", "注册地在外市"),
		set("待核事项", "O6", "予以奖补"), set("待核事项", "P6", 15000.5), set("待核事项", "Q6", "补交发票")))
	b.Rulings = read(t, filled).Rulings
	second, again := round(t, b)
	var differ []string
	for i := range first.Decisions {
		x, y := &first.Decisions[i], &second.Decisions[i]
		if !cmp.Equal(x, y) {
			differ = append(differ, first.Records[i].Key+" "+string(x.Outcome)+" > "+string(y.Outcome)+" "+
				y.Amount.String())
		}
	}
	if diff := cmp.Diff([]string{"k2 held > granted 800000.00", "k3 held > refused 0.00", "k4 held > granted 15000.50"},
		differ); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	c, err := calc.Compare(read(t, filled).Earlier(), second)
	if err != nil || len(c.Changes) != 3 || c.Same != 2 {
		t.Errorf("%d changes and %d the same, %v", len(c.Changes), c.Same, err)
	}

	// A third round with the second report knows the rulings still, and one
	// that is cleared there is withdrawn.
	b.Rulings = read(t, again).Rulings
	third, _ := round(t, b)
	if diff := cmp.Diff(amounts(second), amounts(third)); diff != "" {
		t.Errorf("the third round differs (-second +third):\n%s", diff)
	}
	b.Rulings = read(t, edit(t, again, all(set("待核事项", "O4", ""), set("待核事项", "Q4", "")))).Rulings
	withdrawn, _ := round(t, b)
	if d := withdrawn.Decisions[1]; d.Outcome != calc.Held || d.Ruling != nil {
		t.Errorf("a ruling that was cleared leads to %s", d.Outcome)
	}
}

func amounts(r *calc.Result) []string {
	var list []string
	for i := range r.Decisions {
		list = append(list, r.Records[i].Key+" "+string(r.Decisions[i].Outcome)+" "+r.Decisions[i].Amount.String())
	}
	return list
}

func TestTheStepsShowTheRulingAndItsCap(t *testing.T) {
	b := threeHeld(t)
	amount := money.YuanOf(900000)
	b.Rulings = []calc.Ruling{{Key: "k2", Grant: true, Amount: &amount, Basis: "会议纪要3号",
		Saw: []calc.Doubt{"company/not-local"}}}
	r, path := round(t, b)
	rec := read(t, path).Records[1]
	var steps []string
	for i := range rec.Steps {
		steps = append(steps, rec.Steps[i].Text()+" → "+rec.Steps[i].Amount.String())
	}
	want := []string{"经审定予以奖补：会议纪要3号（原待核原因：信用代码 91880100MA00000008 的登记机关不在临江市） → 0.00",
		"审定金额 900,000.00 元 → 900000.00", "最高不超过 80万元 → 800000.00"}
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Error(diff)
	}
	if rec.Ruling == nil || !rec.Ruling.Amount.Equal(amount) || len(rec.Doubts) != 1 ||
		rec.Doubts[0] != "company/not-local" {
		t.Errorf("认定记录 keeps %v for %q", rec.Ruling, rec.Doubts)
	}
	if f := r.Findings; f[len(f)-1].Code != "ruling/over-cap" && !strings.Contains(codes(f), "ruling/over-cap") {
		t.Errorf("found %s", codes(f))
	}
}

func codes(fs calc.Findings) string {
	var list []string
	for _, f := range fs {
		list = append(list, string(f.Code))
	}
	return strings.Join(list, " ")
}

func TestTwoRulingsOnOneRecordCancelEachOther(t *testing.T) {
	_, path := round(t, threeHeld(t))
	twice := edit(t, path, all(set("待核事项", "O4", "予以奖补"),
		func(f *excelize.File) error { return f.DuplicateRow("待核事项", 4) }))
	rep, fs := report.Read(open(t, twice))
	if rep == nil || len(rep.Rulings) != 0 || codes(fs) != "ruling/twice" || fs[0].Ref.Cell() != "O5" {
		t.Fatalf("%v, found %v", rep, fs)
	}
}
