package calc_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestAnAwardOfLessIsNeverCalledGrantedWithoutAWord(t *testing.T) {
	for _, c := range []struct {
		name string
		d    calc.Decision
		want string
	}{
		{"what is due", calc.Decision{Outcome: calc.Granted, Entitled: wan(2), Amount: wan(2)}, "予以奖补"},
		{"a fen less", calc.Decision{Outcome: calc.Granted, Entitled: wan(2), Amount: *exact("19999.99")},
			"予以奖补（少于应奖金额）"},
		{"nothing of something", calc.Decision{Outcome: calc.Granted, Entitled: wan(2)}, "予以奖补（金额为零）"},
		{"nothing of nothing", calc.Decision{Outcome: calc.Granted}, "予以奖补（金额为零）"},
		{"held", calc.Decision{Outcome: calc.Held}, "待核"},
		{"over the cap", calc.Decision{Outcome: calc.Capped, Entitled: wan(2)}, "超出上限"},
	} {
		if got := c.d.Name(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAwardsThatRestOnAConditionAreCounted(t *testing.T) {
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(
		calc.Record{Company: "甲", Item: "plant", Level: "国家级"}, calc.Record{Company: "乙", Item: "plant", Level: "省级"},
		calc.Record{Company: "丙", Item: "firm"}, calc.Record{Company: "丁", Item: "plant", Level: "市级"})})
	for _, c := range []struct {
		name   string
		items  []string
		awards int
		sum    money.Yuan
	}{
		{"of all items", nil, 3, wan(122)},
		{"of one", []string{"plant"}, 2, wan(120)},
		{"of two", []string{"firm", "plant"}, 3, wan(122)},
		{"of one that nobody is paid for", []string{"park"}, 0, money.Yuan{}},
	} {
		awards, sum := r.RestsOn(&calc.Condition{Items: c.items})
		if awards != c.awards || !sum.Equal(c.sum) {
			t.Errorf("%s: %d awards of %s, want %d of %s", c.name, awards, sum, c.awards, c.sum)
		}
	}
}

func TestTwoRulingsSayTheSame(t *testing.T) {
	ruling := func(change func(*calc.Ruling)) *calc.Ruling {
		r := &calc.Ruling{Key: "k1", Grant: true, Amount: yuanOf(5), Basis: "纪要",
			Correct: calc.Correction{Company: "甲公司"}}
		change(r)
		return r
	}
	same := ruling(func(*calc.Ruling) {})
	for _, c := range []struct {
		name string
		a, b *calc.Ruling
		want bool
	}{
		{"none and none", nil, nil, true},
		{"one and none", same, nil, false},
		{"none and one", nil, same, false},
		{"from two places, about two records", same, ruling(func(r *calc.Ruling) {
			r.Ref.Row, r.Key, r.Saw, r.Company = 9, "k2", []calc.Doubt{"year"}, "乙"
		}), true},
		{"one refuses", same, ruling(func(r *calc.Ruling) { r.Grant = false }), false},
		{"another amount", same, ruling(func(r *calc.Ruling) { r.Amount = yuanOf(6) }), false},
		{"an amount and none", same, ruling(func(r *calc.Ruling) { r.Amount = nil }), false},
		{"none and an amount", ruling(func(r *calc.Ruling) { r.Amount = nil }), same, false},
		{"no amount in either", ruling(func(r *calc.Ruling) { r.Amount = nil }),
			ruling(func(r *calc.Ruling) { r.Amount = nil }), true},
		{"another basis", same, ruling(func(r *calc.Ruling) { r.Basis = "批示" }), false},
		{"another correction", same, ruling(func(r *calc.Ruling) { r.Correct.Recognised = day(2023, 1, 1) }), false},
	} {
		if got := c.a.Same(c.b); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

// full is a disk without room for more than some bytes.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestTheJSONOfAResultTellsThatTheDiskIsFull(t *testing.T) {
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
		Records: claims(make([]calc.Record, 60)...)})
	var whole bytes.Buffer
	if err := calc.WriteJSON(&whole, r); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		room int
		want error
	}{"nothing fits": {0, errFull}, "all but a byte": {whole.Len() - 1, errFull}, "all of it": {whole.Len(), nil}} {
		if err := calc.WriteJSON(&full{c.room}, r); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestTheFirstErrorOfAJSONStays(t *testing.T) {
	j := calc.NewJSONWriter(&full{1 << 20})
	j.Key("a", func() {}) // which no JSON holds
	j.Key("b", 1)
	calc.JSONList(j, "c", []int{1, 2}, func(i, n int) any { return i + n })
	if err := j.End(); err == nil || !strings.Contains(err.Error(), "func()") {
		t.Errorf("got %v", err)
	}
}

func TestTheJSONOfWhatMayBeMissing(t *testing.T) {
	p := townPolicy()
	p.Readings = nil
	for _, c := range []struct {
		name       string
		change     func(*calc.Result)
		has, lacks []string
	}{
		{"nothing", func(*calc.Result) {}, []string{`"readings": {},`, `"budget": [],`, `"exposure_unknown": 0`},
			[]string{`"unclaimed"`, `"what_if"`, "\n  \"id\""}},
		{"nobody claimed it", func(r *calc.Result) { r.Unclaimed = &calc.Unclaimed{Count: 2, Amount: wan(3)} },
			[]string{`"unclaimed": {"count":2,"amount":"30000.00"}`}, nil},
		{"a number of the run", func(r *calc.Result) { r.ID = "ab12" }, []string{`"id": "ab12"`}, nil},
		{"a limit of nothing has no share", func(r *calc.Result) {
			r.Budget = []calc.BudgetLine{{BudgetLimit: calc.BudgetLimit{Scope: calc.ScopeTotal}, Status: calc.Within}}
		}, []string{`"used":""`, `"allotted":"0.00"`}, nil},
		{"a limit that funds made states what was allotted", func(r *calc.Result) {
			r.Budget = []calc.BudgetLine{{BudgetLimit: calc.BudgetLimit{Scope: calc.ScopeTotal, Limit: wan(3), Allotted: wan(2),
				Carried: wan(1)}, Amount: wan(1), Remaining: wan(2), Status: calc.Within}}
		}, []string{`"used":"0.3333"`, `"allotted":"20000.00"`, `"carried_over":"10000.00"`}, nil},
		{"outcomes of nobody are counted, too", func(*calc.Result) {},
			[]string{`"outcomes":{"granted":1,"capped":0,"superseded":0,"duplicate":0,"refused":0,"held":0}`}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: claims(calc.Record{Item: "firm"})})
			c.change(r)
			var out strings.Builder
			if err := calc.WriteJSON(&out, r); err != nil {
				t.Fatal(err)
			}
			for _, text := range c.has {
				if !strings.Contains(out.String(), text) {
					t.Errorf("%s is missing in\n%s", text, out.String())
				}
			}
			for _, text := range c.lacks {
				if strings.Contains(out.String(), text) {
					t.Errorf("%s stands in\n%s", text, out.String())
				}
			}
		})
	}
}
