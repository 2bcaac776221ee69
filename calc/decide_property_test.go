package calc_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// payeeOf is what tells the record's company apart: its code, else its name.
func payeeOf(r *calc.Record) string {
	if r.CreditCode != "" {
		return r.CreditCode
	}
	return written.CompanyKey(r.Company)
}

// anyClaims draws a batch of claims of few companies, so that they meet.
func anyClaims(t *rapid.T) []calc.Record {
	items := townPolicy().Items
	n := rapid.IntRange(1, 30).Draw(t, "n")
	rs := make([]calc.Record, n)
	for i := range rs {
		it := items[rapid.IntRange(0, len(items)-1).Draw(t, "item")]
		rs[i] = calc.Record{Item: it.ID,
			Company:    rapid.SampledFrom([]string{"甲", "乙", "丙分公司"}).Draw(t, "company"),
			Subject:    rapid.SampledFrom([]string{"", "一", "二", "三"}).Draw(t, "subject"),
			District:   rapid.SampledFrom([]string{"东区", "西区"}).Draw(t, "district"),
			Nature:     rapid.SampledFrom([]string{"新认定", "新认定", "新认定", "复核", "撤销"}).Draw(t, "nature"),
			Recognised: written.Date{Year: 2023, Month: rapid.IntRange(0, 3).Draw(t, "month")},
			LabelYear:  rapid.SampledFrom([]int{0, 0, 2022, 2023}).Draw(t, "label"),
			ValidFrom:  written.Date{Year: rapid.SampledFrom([]int{0, 0, 2022, 2023}).Draw(t, "valid")},

			Certificate: rapid.SampledFrom([]string{"", "A", "B", "C"}).Draw(t, "certificate"),

			Base:     yuanOf(rapid.Int64Range(1, 30000).Draw(t, "base")),
			Approved: yuanOf(rapid.Int64Range(1, 30000).Draw(t, "approved"))}
		if it.HasLevels() {
			rs[i].Level = rapid.SampledFrom([]string{"国家级", "省级", "市级"}).Draw(t, "level")
		}
	}
	return claims(rs...)
}

func anyReadings(t *rapid.T) calc.Readings {
	rs := calc.Readings{}
	for _, rd := range townPolicy().Readings {
		rs[rd.Name] = rapid.SampledFrom(calc.EffectValues[rd.Effect]).Draw(t, rd.Name)
	}
	return rs
}

func total(records []calc.Record, rs calc.Readings) money.Yuan {
	return calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Readings: rs, Records: records}).Totals.Amount
}

func TestTheOrderOfRecordsNeverChangesTheMoney(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records, rs := anyClaims(t), anyReadings(t)
		shuffled := rapid.Permutation(records).Draw(t, "order")
		if a, b := total(records, rs), total(shuffled, rs); !a.Equal(b) {
			t.Fatalf("%s in one order, %s in another", a, b)
		}
	})
}

func TestALowerLevelNeverAddsMoney(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records, rs := anyClaims(t), anyReadings(t)
		rs["plant-count"] = "company"
		before := total(append(claims(calc.Record{Item: "plant", Level: "国家级"}), records...), rs)
		both := append(claims(calc.Record{Item: "plant", Level: "国家级"}, calc.Record{Item: "plant", Level: "省级"}),
			records...)
		for i := range both {
			both[i].Key = fmt.Sprintf("k%d", i+1)
		}
		if after := total(both, rs); !after.Equal(before) {
			t.Fatalf("adding a lower level moves the total from %s to %s", before, after)
		}
	})
}

// anyBatch draws claims with earlier awards and rulings; some bodies go by their
// names.
func anyBatch(t *rapid.T) calc.Batch {
	b := calc.Batch{Policy: townPolicy(), AwardYear: 2024, Readings: anyReadings(t), Records: anyClaims(t),
		Prior: []calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)},
			{Year: 2023, Company: "乙", Item: "firm", Amount: wan(2)}},
		Rulings: []calc.Ruling{{Key: "k1", Grant: true}, {Key: "k2", Grant: true, Amount: yuanOf(5000)}, {Key: "k3"}}}
	for i := range b.Records {
		switch rapid.IntRange(0, 5).Draw(t, "code") {
		case 0:
			b.Records[i].CreditCode = ""
		case 1:
			b.Records[i].SubjectCode = b.Records[i].CreditCode
		}
	}
	return b
}

func TestAnAlternativeIsWhatDecidingFromTheStartGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBatch(t)
		r := calc.Decide(b)
		for _, a := range r.Alternatives {
			b.Readings = r.Readings.With(a.Reading, a.Value)
			want := calc.Decide(b)
			if d := want.Totals.Amount.Sub(r.Totals.Amount); !d.Equal(a.Difference) {
				t.Fatalf("%s=%s: %s, from the start %s", a.Reading, a.Value, a.Difference, d)
			}
			var touched []string
			for i := range r.Decisions {
				if !r.Decisions[i].Amount.Equal(want.Decisions[i].Amount) {
					touched = append(touched, r.Records[i].Key)
				}
			}
			if diff := cmp.Diff(touched, a.Touched); diff != "" {
				t.Fatalf("%s=%s touches (-from the start +said):\n%s", a.Reading, a.Value, diff)
			}
		}
	})
}

func TestRecordsOfTwoCasesNeverMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBatch(t)
		if diff := cmp.Diff(calc.DecideAsOneCase(b), calc.Decide(b).Decisions); diff != "" {
			t.Fatalf("decided in cases (-as one +in cases):\n%s", diff)
		}
	})
}

func TestDecisionsThatShareTheirStepsPartWhenOneGoesOn(t *testing.T) {
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(
		calc.Record{Item: "plant", Level: "国家级"}, calc.Record{Item: "plant", Level: "国家级", Company: "乙"})})
	a, b := &r.Decisions[0], &r.Decisions[1]
	if &a.Steps[0] != &b.Steps[0] {
		t.Error("equal steps are kept twice")
	}
	if _, err := calc.Prorate(r, []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: wan(100)}}, money.YuanOf(1),
		nil); err != nil {
		t.Fatal(err)
	}
	if len(a.Steps) != 2 || len(b.Steps) != 2 || &a.Steps[1] == &b.Steps[1] {
		t.Errorf("cut to %v and %v", a.Steps, b.Steps)
	}
	if err := calc.Audit(r); err != nil {
		t.Error(err)
	}
}

func TestPayeesAreNumberedAsPayeeNamesThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBatch(t)
		// a code in the cell of the name
		b.Records[0].CreditCode, b.Records[0].Company = "", b.Records[len(b.Records)-1].CreditCode
		r := calc.Decide(b)
		if rapid.Bool().Draw(t, "changed") {
			r.Records = append([]calc.Record{}, r.Records...)
			r.Records[0].CreditCode = "91339900MA00000000"
		}
		payee, count := r.Payees()
		number := map[string]int{}
		taken := map[int]string{}
		for i := range r.Records {
			n, who := payee(i), payeeOf(&r.Records[i])
			if old, ok := number[who]; ok && old != n || n >= count {
				t.Fatalf("%q is %d and %d of %d", who, old, n, count)
			}
			if other, ok := taken[n]; ok && other != who {
				t.Fatalf("%q and %q are both %d", who, other, n)
			}
			number[who], taken[n] = n, who
		}
	})
}
