package calc_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestEveryResultPassesItsAudit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Readings: anyReadings(t),
			Records: anyClaims(t)})
		if err := calc.Audit(r); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheAuditFindsATamperedResult(t *testing.T) {
	tamper := map[string]func(*calc.Result){
		"an amount that its steps do not give": func(r *calc.Result) { r.Decisions[0].Amount = wan(79) },
		"an amount over what is entitled":      func(r *calc.Result) { r.Decisions[0].Entitled = wan(1) },
		"a record without a decision":          func(r *calc.Result) { r.Decisions = r.Decisions[:1] },
		"two awards in one track": func(r *calc.Result) {
			r.Decisions[1] = r.Decisions[0]
		},
		"a total that is not the sum":  func(r *calc.Result) { r.Totals.Amount = wan(1) },
		"a district that was left out": func(r *calc.Result) { r.Totals.Districts = nil },
		"a row that became no record":  func(r *calc.Result) { r.Inputs = []calc.Input{{Rows: 4}} },
		"one key for two records":      func(r *calc.Result) { r.Records[1].Key = r.Records[0].Key },
		"a winner that does not exist": func(r *calc.Result) { r.Decisions[1].By = "k9" },
		"a company that became another": func(r *calc.Result) {
			r.Records[2].CreditCode = r.Records[0].CreditCode
		},
		"an award for no item":                func(r *calc.Result) { r.Records[2].Item = "" },
		"a total by item that is not the sum": func(r *calc.Result) { r.Totals.Items[0].Amount = wan(1) },
	}
	for name, change := range tamper {
		t.Run(name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
				Records: claims(calc.Record{Item: "plant", Level: "国家级"}, calc.Record{Item: "plant", Level: "省级"},
					calc.Record{Item: "plant", Level: "省级", Company: "乙"})})
			if err := calc.Audit(r); err != nil {
				t.Fatal(err)
			}
			change(r)
			if calc.Audit(r) == nil {
				t.Error("the audit passed")
			}
		})
	}
}

func TestTheAuditSeesWhatIsPaidTwiceAndWhatIsOverACap(t *testing.T) {
	park := calc.Record{Item: "park", Level: "省级", Subject: "园"}
	other := park
	other.Company = "乙"
	products := make([]calc.Record, 11)
	for i := range products {
		products[i] = calc.Record{Item: "product", Subject: fmt.Sprint("产品", i)}
	}
	one := func(value string) calc.Readings { return calc.Readings{"same-project": value} }
	two := []calc.Record{{Item: "plant", Level: "省级"}, {Item: "chain", Level: "省级"}}
	for name, c := range map[string]struct {
		readings calc.Readings
		records  []calc.Record
		want     string // "" where the audit has nothing to say
	}{
		"a subject of two companies": {nil, []calc.Record{park, other}, "are one project and both granted"},
		"one product too many": {nil, products,
			"one company is granted 110000.00 for product, over its cap 100000.00"},
		"two items of one clause where an item is a project": {one("track"), two, ""},
		"two items of one clause where that is one project": {one("clause"), two,
			"are one project and both granted"},
		"two items of one company where that is one project": {one("company"), two,
			"are one project and both granted"},
		"a piece of one number twice": {nil, []calc.Record{{Item: "product", Subject: "一", Certificate: "C1"},
			{Item: "product", Subject: "一", Certificate: "C1"}}, "are one project and both granted"},
		"two pieces of one name and two numbers": {nil, []calc.Record{{Item: "product", Subject: "一", Certificate: "C1"},
			{Item: "product", Subject: "一", Certificate: "C2"}}, ""},
	} {
		r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Readings: c.readings,
			Records: claims(c.records...)})
		if err := calc.Audit(r); err != nil {
			t.Fatal(err)
		}
		r.Decisions[len(r.Decisions)-1] = r.Decisions[0]
		r.Totals = calc.Sum(r)
		err := calc.Audit(r)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: the audit says %v", name, err)
		}
	}
}

// paidAs has a decision pay a sum by a step that gives it.
func paidAs(d *calc.Decision, sum money.Yuan) {
	d.Amount, d.Entitled = sum, sum
	d.Steps = []calc.Step{{Kind: calc.StepApproved, Value: sum, Amount: sum}}
}

func TestTheAuditSeesASumThatNobodyMayGet(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper func(r *calc.Result)
		says   string // "" where the audit has nothing to say
	}{
		{"exactly the amount of the level", func(r *calc.Result) { paidAs(&r.Decisions[0], wan(40)) }, ""},
		{"a fen over it", func(r *calc.Result) { paidAs(&r.Decisions[0], *exact("400000.01")) }, "over the cap"},
		{"a refused record that is paid", func(r *calc.Result) { paidAs(&r.Decisions[1], wan(1)) },
			"refused with amount"},
		{"more than it is entitled to", func(r *calc.Result) { r.Decisions[0].Entitled = wan(39) }, "cannot be paid"},
		{"below nothing", func(r *calc.Result) { paidAs(&r.Decisions[0], wan(-1)) }, "cannot be paid"},
		{"no outcome", func(r *calc.Result) { r.Decisions[1].Outcome = "" }, "not decided"},
		{"more rows read than decided", func(r *calc.Result) { r.Inputs = []calc.Input{{Rows: 3}} },
			"3 rows read but 2 records"},
		{"fewer rows read", func(r *calc.Result) { r.Inputs = []calc.Input{{Rows: 1}} }, "1 rows read but 2 records"},
		{"as many", func(r *calc.Result) { r.Inputs = []calc.Input{{Rows: 1}, {Rows: 1}} }, ""},
		{"one that gives way to nobody", func(r *calc.Result) { r.Decisions[1].By = "k9" }, "which is no record"},
		{"one key for two", func(r *calc.Result) { r.Records[1].Key = "k1" }, "stands for two records"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
				Records: claims(calc.Record{Item: "plant", Level: "省级"}, calc.Record{Item: "plant", Level: "市级"})})
			c.tamper(r)
			err := calc.Audit(r)
			if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
				t.Errorf("the audit says %v, want %q", err, c.says)
			}
		})
	}
}
