package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestAWhatIfThatChangesOneAmountChangesExactlyTheRecordsThatCarryIt(t *testing.T) {
	records := claims(
		calc.Record{Company: "甲", Item: "plant", Level: "国家级"}, calc.Record{Company: "乙", Item: "plant", Level: "省级"},
		calc.Record{Company: "丙", District: "西区", Item: "park", Level: "省级"},
		calc.Record{Company: "丁", District: "西区", Item: "plant", Level: "省级"},
		calc.Record{Company: "甲", Item: "plant", Level: "省级"})
	other := townPolicy()
	other.ID = "other"
	for i := range other.Items {
		if other.Items[i].ID == "plant" {
			other.Items[i].Awards[1].Amount = wan(30)
		}
	}
	decide := func(p *calc.Policy) *calc.Result {
		return calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: records})
	}
	w, err := calc.NewWhatIf(decide(townPolicy()), decide(other))
	if err != nil {
		t.Fatal(err)
	}
	var changed []string
	for _, c := range w.Changes {
		changed = append(changed, c.Before.Key+" "+c.Before.Amount.Words()+" "+c.After.Amount.Words())
	}
	if diff := cmp.Diff([]string{"k2 40万元 30万元", "k4 40万元 30万元"}, changed); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	loss := func(name string, n int) calc.Difference {
		return calc.Difference{Name: name, Before: wan(int64(40 * n)), After: wan(int64(30 * n)), Losses: n}
	}
	got := [][]calc.Difference{w.Clauses, w.Districts, w.Companies}
	want := [][]calc.Difference{{loss("一", 2)}, {loss("东区", 1), loss("西区", 1)}, {loss("丁", 1), loss("乙", 1)}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sums (-want +got):\n%s", diff)
	}
	if w.Same != 3 || !w.Before.Sub(w.After).Equal(wan(20)) {
		t.Errorf("%d the same, %s before, %s after", w.Same, w.Before, w.After)
	}
}

func TestAWhatIfCountsWhatIsPaidNoMore(t *testing.T) {
	records := claims(calc.Record{Company: "甲", Item: "plant", Level: "省级"},
		calc.Record{Company: "乙", Item: "park", Level: "省级"})
	other := townPolicy()
	other.Items = other.Items[1:] // no plants
	decide := func(p *calc.Policy) *calc.Result {
		return calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: records})
	}
	w, err := calc.NewWhatIf(decide(townPolicy()), decide(other))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]calc.Difference{{Name: "一", Before: wan(40), After: money.Yuan{}, Refused: 1}},
		w.Clauses); diff != "" {
		t.Errorf("clauses (-want +got):\n%s", diff)
	}
}

func TestResultsOfOtherRowsAreNoWhatIf(t *testing.T) {
	decide := func(rs []calc.Record) *calc.Result {
		return calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: rs})
	}
	one := claims(calc.Record{Company: "甲", Item: "plant", Level: "省级"})
	two := claims(calc.Record{Company: "甲", Item: "plant", Level: "省级"},
		calc.Record{Company: "乙", Item: "plant", Level: "省级"})
	if _, err := calc.NewWhatIf(decide(one), decide(two)); err == nil {
		t.Error("one record was set against two")
	}
	if _, err := calc.NewWhatIf(decide(one), decide(two[1:])); err == nil {
		t.Error("one row was set against another")
	}
}

func TestAWhatIfIsOfWhatWasDecidedBeforeTheBudgetCut(t *testing.T) {
	records := claims(calc.Record{Company: "甲", Item: "plant", Level: "省级"})
	other := townPolicy()
	other.Items[0].Awards[1].Amount = wan(30)
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records})
	w, err := calc.NewWhatIf(r, calc.Decide(calc.Batch{Policy: other, AwardYear: 2024, Records: records}))
	if err != nil {
		t.Fatal(err)
	}
	limits := []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: wan(10)}}
	if _, err := calc.Prorate(r, limits, money.YuanOf(100), nil); err != nil {
		t.Fatal(err)
	}
	if got := w.Changes[0].Before.Amount.Words() + " " + w.Changes[0].After.Amount.Words(); got != "40万元 30万元" {
		t.Errorf("got %s after the cut", got)
	}
}
