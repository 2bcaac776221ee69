package policy

import (
	"strconv"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
)

// covered notes what the cases of a policy touch.
type covered struct {
	items, levels, capped, atCap, readings, reasons, natures, clauses, outcomes map[string]bool
}

func cover(p *calc.Policy, cases []Case) covered {
	c := covered{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{},
		map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	v := standard.NewVocabulary(p)
	for i := range cases {
		for name, value := range cases[i].Readings {
			c.readings[name+"="+value] = true
		}
		for _, rd := range p.Readings {
			if cases[i].Readings[rd.Name] == "" {
				c.readings[rd.Name+"="+rd.Default] = true
			}
		}
		paid := map[string]money.Yuan{}
		for _, cl := range cases[i].Claims {
			item, level := cl.Item, cl.Level
			if item == "" {
				m := v.Item(cl.Text)
				item = m.ID
			}
			c.outcomes[string(cl.Expect.Outcome)], c.reasons[cl.Expect.Reason] = true, true
			c.natures[cl.Fields["nature"]] = true
			if it, ok := p.Item(item); ok {
				c.clauses[it.Clause] = true
				paid[item] = paid[item].Add(cl.Expect.Amount)
				if cl.Expect.Outcome == calc.Granted {
					c.items[item], c.levels[item+" "+level] = true, true
				}
				if cl.Expect.Outcome == calc.Capped {
					c.capped[item] = true
				}
			}
		}
		for item, y := range paid {
			if it, _ := p.Item(item); y.Equal(it.Cap) {
				c.atCap[item] = true
			}
		}
	}
	return c
}

func TestEveryPartOfThePolicyHasACase(t *testing.T) {
	p, cases := builtIn(t, "lyg-2024")
	c := cover(p, cases)
	need := func(set map[string]bool, key, what string) {
		if !set[key] {
			t.Errorf("no case for %s %s", what, key)
		}
	}
	for i := range p.Items {
		it := &p.Items[i]
		need(c.items, it.ID, "the granted item")
		for _, a := range it.Awards {
			need(c.levels, it.ID+" "+a.Level, "the item and level")
		}
		if !it.Cap.IsZero() {
			need(c.atCap, it.ID, "the cap just reached of")
			need(c.capped, it.ID, "the cap overrun of")
		}
	}
	for _, cl := range p.Clauses {
		need(c.clauses, cl.Number, "clause")
	}
	for _, rd := range p.Readings {
		for _, v := range rd.Values {
			need(c.readings, rd.Name+"="+v.Name, "reading")
		}
	}
	for _, n := range p.Natures {
		need(c.natures, n.Name, "nature")
	}
	for _, r := range []string{calc.NotCoveredReason, calc.NotNewReason, calc.RevokedReason, calc.YearReason,
		calc.NotPersonReason, calc.PriorReason, calc.RulingReason} {
		need(c.reasons, r, "the refusal")
	}
	for _, o := range calc.Outcomes {
		need(c.outcomes, string(o), "the outcome")
	}
	if len(cases) < 120 {
		t.Errorf("%d cases; at least 120 are asked for", len(cases))
	}
}

func TestEveryGoldenCaseStandsInTheFile(t *testing.T) {
	_, cases := builtIn(t, "lyg-2024")
	count := map[string]int{}
	for i := range cases {
		count[cases[i].Golden]++
	}
	// the default and, where there is one, the alternative
	least := map[int]int{2: 2, 4: 3, 5: 2, 6: 2, 7: 2, 9: 2, 11: 2, 13: 3, 15: 2, 16: 2, 17: 2, 18: 2, 25: 2}
	for n := 1; n <= 28; n++ {
		if got := count["G"+strconv.Itoa(n)]; got < max(least[n], 1) {
			t.Errorf("G%d has %d cases, needs %d", n, got, max(least[n], 1))
		}
	}
}

func TestEachRefusalHasATwinThatIsGranted(t *testing.T) {
	p, cases := builtIn(t, "lyg-2024")
	granted := map[string]bool{}
	for i := range cases {
		for _, cl := range cases[i].Claims {
			if cl.Expect.Outcome == calc.Granted {
				granted[cl.Item+" "+cl.Level] = true
			}
		}
	}
	for i := range cases {
		for _, cl := range cases[i].Claims {
			it, ok := p.Item(cl.Item)
			if !ok || cl.Expect.Outcome != calc.Refused || cl.Expect.Reason == calc.NotCoveredReason {
				continue
			}
			if !granted[it.ID+" "+cl.Level] {
				t.Errorf("%s: no case grants %s %s", cases[i].Name, it.ID, cl.Level)
			}
		}
	}
}

func TestCasesReadAsSentences(t *testing.T) {
	_, cases := builtIn(t, "lyg-2024")
	for i := range cases {
		if n := len([]rune(cases[i].Name)); n < 6 || n > 50 || strings.ContainsAny(cases[i].Name, "{}_") {
			t.Errorf("line %d: %q does not read as a sentence", cases[i].Line, cases[i].Name)
		}
	}
}
