package calc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// awarded is a result that grants plain sums, given as "clause district yuan".
func awarded(lines ...string) *calc.Result {
	r := &calc.Result{Policy: &calc.Policy{
		Clauses: []calc.Clause{{Number: "一", Title: "支持甲"}, {Number: "二"}, {Number: "十三"}},
		Items: []calc.Item{{ID: "a", Name: "甲项", Clause: "一", Form: calc.FormApproved, Office: "甲处"},
			{ID: "b", Name: "乙项", Clause: "二", Form: calc.FormApproved, Office: "乙处"},
			{ID: "c", Name: "丙项", Clause: "十三", Form: calc.FormApproved}},
		Districts: []calc.District{{Name: "东区"}, {Name: "西区"}},
	}}
	items := map[string]string{"一": "a", "二": "b", "十三": "c"}
	for i, line := range lines {
		var clause, district, sum string
		if _, err := fmt.Sscan(line, &clause, &district, &sum); err != nil {
			panic(err)
		}
		y := exactYuan(sum)
		r.Records = append(r.Records, calc.Record{Key: fmt.Sprint("k", i), Clause: clause, Item: items[clause],
			District: district, Company: fmt.Sprint("公司", i)})
		r.Decisions = append(r.Decisions, calc.Decision{Outcome: calc.Granted, Entitled: y, Amount: y,
			Steps: []calc.Step{{Kind: calc.StepStandard, Format: "标准", Value: y, Amount: y}}})
	}
	r.Totals = calc.Sum(r)
	return r
}

func exactYuan(digits string) money.Yuan {
	y, err := money.ExactYuan(digits)
	if err != nil {
		panic(err)
	}
	return y
}

func amounts(r *calc.Result) string {
	var out []string
	for i := range r.Decisions {
		out = append(out, strings.TrimSuffix(r.Decisions[i].Amount.String(), ".00"))
	}
	return strings.Join(out, " ")
}

func limit(s calc.Scope, name, sum string) calc.BudgetLimit {
	return calc.BudgetLimit{Scope: s, Name: name, Limit: exactYuan(sum)}
}

func TestProrate(t *testing.T) {
	g26 := []string{"一 东区 800000", "一 东区 400000", "一 西区 200000", "一 东区 200000", "二 东区 100000", "二 东区 40000",
		"十三 西区 20000"}
	total := func(sum string) []calc.BudgetLimit { return []calc.BudgetLimit{limit(calc.ScopeTotal, "", sum)} }
	tests := []struct {
		name    string
		awards  []string
		limits  []calc.BudgetLimit
		unit    int64
		protect []string
		want    string
		left    []string
	}{
		{"G26: every award keeps the same share, rounded down to 100 yuan, 300 stay in the budget", g26,
			total("1500000"), 100, nil,
			"681800 340900 170400 170400 85200 34000 17000", []string{"总额 300.00"}},
		{"a budget of exactly the awards cuts nothing", g26, total("1760000"), 100, nil,
			"800000 400000 200000 200000 100000 40000 20000", nil},
		{"a budget one fen short cuts every award by one unit", g26[:1], total("799999.99"), 100, nil, "799900",
			[]string{"总额 99.99"}},
		{"rounding to ten thousand", g26, total("1500000"), 10000, nil, "680000 340000 170000 170000 80000 30000 10000",
			[]string{"总额 20000.00"}},
		{"a protected clause keeps its awards and its share of the budget", g26, total("1500000"), 100, []string{"第二条"},
			"671600 335800 167900 167900 100000 40000 16700", []string{"总额 100.00"}},
		{"protected awards over the budget leave nothing for the others and show what is missing", g26[3:],
			total("130000"), 100, []string{"二"},
			"0 100000 40000 0", []string{"总额 -10000.00"}},
		{"only the line that is over is cut", g26,
			[]calc.BudgetLimit{limit(calc.ScopeClause, "二", "70000"), limit(calc.ScopeDistrict, "西区", "500000")}, 100,
			nil,
			"800000 400000 200000 200000 50000 20000 20000", []string{"条款二 0.00"}},
		{"lines come first, the total over what remains",
			[]string{"一 东区 100000", "二 东区 100000"},
			[]calc.BudgetLimit{limit(calc.ScopeTotal, "", "120000"), limit(calc.ScopeItem, "b", "50000")}, 100, nil,
			"80000 40000", []string{"乙项 0.00", "总额 0.00"}},
		{"an office's line covers its items", g26, []calc.BudgetLimit{limit(calc.ScopeOffice, "甲处", "800000")}, 1, nil,
			"400000 200000 100000 100000 100000 40000 20000", []string{"处室甲处 0.00"}},
		{"a budget of nothing pays nothing", g26[5:], total("0"), 100, nil, "0 0", []string{"总额 0.00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := awarded(tt.awards...)
			cuts, err := calc.Prorate(r, tt.limits, money.YuanOf(tt.unit), tt.protect)
			if err != nil {
				t.Fatal(err)
			}
			if got := amounts(r); got != tt.want {
				t.Errorf("amounts\n got %s\nwant %s", got, tt.want)
			}
			var left []string
			for _, c := range cuts {
				left = append(left, label(r.Policy, c.BudgetLimit)+" "+c.Left.String())
			}
			if d := cmp.Diff(tt.left, left); d != "" {
				t.Errorf("left in the budget (-want +got):\n%s", d)
			}
			if err := calc.Audit(r); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestProrateSaysWhyInTheStep(t *testing.T) {
	r := awarded("一 东区 800000", "二 东区 400000")
	if _, err := calc.Prorate(r, []calc.BudgetLimit{limit(calc.ScopeTotal, "", "1000000")}, money.YuanOf(100),
		[]string{"二"}); err != nil {
		t.Fatal(err)
	}
	steps := r.Decisions[0].Steps
	want := "总额预算1,000,000.00元，可安排600,000.00元，应安排800,000.00元，同比例安排并舍到100元的整数倍"
	if got := steps[len(steps)-1].Text(); got != want {
		t.Errorf("step\n got %s\nwant %s", got, want)
	}
	if len(r.Decisions[1].Steps) != 1 {
		t.Error("a protected award has a step of reduction")
	}
}

func TestProrateRefusesSenselessOptions(t *testing.T) {
	r := awarded("一 东区 800000")
	for name, try := range map[string]func() ([]calc.Cut, error){
		"a unit of nothing": func() ([]calc.Cut,
			error) {
			return calc.Prorate(r, nil, money.YuanOf(0), nil)
		},
		"a unit below the fen": func() ([]calc.Cut,
			error) {
			return calc.Prorate(r, nil, exactYuan("0.001"), nil)
		},
		"a clause the policy has not": func() ([]calc.Cut,
			error) {
			return calc.Prorate(r, nil, money.YuanOf(1), []string{"十四"})
		},
		"no clause at all to protect": func() ([]calc.Cut,
			error) {
			return calc.Prorate(r, nil, money.YuanOf(1), []string{""})
		},
		"an item instead of a clause": func() ([]calc.Cut,
			error) {
			return calc.Prorate(r, nil, money.YuanOf(1), []string{"甲项"})
		},
		"a number that is no clause's": func() ([]calc.Cut,
			error) {
			return calc.Prorate(r, nil, money.YuanOf(1), []string{"99"})
		},
	} {
		if _, err := try(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if got := amounts(r); got != "800000" {
		t.Errorf("a refused call changed the awards to %s", got)
	}
}

func TestProrateKeepsEqualAwardsEqualAndWithinTheBudget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clause := rapid.SampledFrom([]string{"一", "二", "十三"})
		district := rapid.SampledFrom([]string{"东区", "西区"})
		sum := rapid.SampledFrom([]string{"800000", "400000", "200000", "50000", "18000.55", "0.01"})
		var lines []string
		for range rapid.IntRange(1, 30).Draw(t, "awards") {
			lines = append(lines, clause.Draw(t, "clause")+" "+district.Draw(t, "district")+" "+sum.Draw(t, "sum"))
		}
		r := awarded(lines...)
		before := awarded(lines...)
		unit := rapid.SampledFrom([]money.Yuan{exactYuan("0.01"), money.YuanOf(1), money.YuanOf(100),
			money.YuanOf(10000)}).Draw(t, "unit")
		limits := []calc.BudgetLimit{{Scope: calc.ScopeTotal,
			Limit: money.YuanOf(rapid.Int64Range(0, 3_000_000).Draw(t, "total"))}}
		if rapid.Bool().Draw(t, "line") {
			limits = append(limits, calc.BudgetLimit{Scope: calc.ScopeClause, Name: clause.Draw(t, "of"),
				Limit: money.YuanOf(rapid.Int64Range(0, 1_000_000).Draw(t, "limit"))})
		}
		cuts, err := calc.Prorate(r, limits, unit, nil)
		if err != nil {
			t.Fatal(err)
		}
		same := map[string]money.Yuan{}
		for i := range r.Decisions {
			got := r.Decisions[i].Amount
			if got.Cmp(before.Decisions[i].Amount) > 0 {
				t.Fatalf("award %d grew from %s to %s", i, before.Decisions[i].Amount, got)
			}
			what := lines[i][:strings.Index(lines[i], " ")] + " " + before.Decisions[i].Amount.String()
			if old, ok := same[what]; ok && !old.Equal(got) {
				t.Fatalf("equal awards %s became %s and %s", what, old, got)
			}
			same[what] = got
		}
		if err := calc.Audit(r); err != nil {
			t.Fatal(err)
		}
		for _, l := range limits {
			if spent := r.Spent(l); spent.Cmp(l.Limit) > 0 {
				t.Fatalf("%s pays %s of %s", l.Scope, spent, l.Limit)
			}
		}
		for _, c := range cuts {
			var slack money.Yuan
			for range c.Awards {
				slack = slack.Add(unit)
			}
			if c.Left.Cmp(slack) >= 0 || c.Left.Sign() < 0 {
				t.Fatalf("%d awards rounded to %s leave %s", c.Awards, unit, c.Left)
			}
		}
	})
}

func TestClausesAreNamedInManyWays(t *testing.T) {
	p := awarded().Policy
	for text, want := range map[string]string{
		"一": "一", "第一条": "一", "（一）": "一", "(一)": "一", "一、": "一", "1": "一", "第1条": "一", "条款一": "一", "支持甲": "一",
		"一、支持甲": "一", "第一条 支持甲": "一",
		"十三": "十三", "13": "十三", "第十三条": "十三", "三": "", "十": "", "第": "", "": "", "0": "", "甲项": "", "一百": "",
	} {
		if got, _ := p.ClauseNumber(text); got != want {
			t.Errorf("ClauseNumber(%q) = %q, want %q", text, got, want)
		}
	}
}

// label names a limit as its finding does.
func label(p *calc.Policy, l calc.BudgetLimit) string {
	over := l
	over.Limit = exactYuan("-1")
	_, fs := calc.CheckBudget(&calc.Result{Policy: p}, []calc.BudgetLimit{over})
	return fs[0].Args[0]
}

// What is kept whole exceeds the budget alone: nobody is told to cut again.
func TestAfterACutNothingAdvisesToCut(t *testing.T) {
	for _, c := range []struct {
		name  string
		cuts  []calc.Cut
		codes []calc.Code
	}{
		{"before a cut", nil, []calc.Code{"budget/over"}},
		{"after one", []calc.Cut{{}}, []calc.Code{"budget/over-kept"}},
	} {
		r := &calc.Result{Policy: &calc.Policy{}, Records: []calc.Record{{Item: "plant"}},
			Decisions: []calc.Decision{{Outcome: calc.Granted, Amount: money.YuanOf(2)}}, Cuts: c.cuts}
		_, fs := calc.CheckBudget(r, []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: money.YuanOf(1)}})
		var codes []calc.Code
		for _, f := range fs {
			codes = append(codes, f.Code)
		}
		if diff := cmp.Diff(c.codes, codes); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
