package calc_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestTheTrailPassesTheRulesBeforeTheOneThatDecided(t *testing.T) {
	ruling := &calc.Ruling{}
	for _, c := range []struct {
		name string
		d    calc.Decision
		want string // p passed, r ruled, D decided, - untried
	}{
		{"granted", calc.Decision{Outcome: calc.Granted}, "ppppppppppD"},
		{"capped", calc.Decision{Outcome: calc.Capped}, "pppppppppD-"},
		{"superseded", calc.Decision{Outcome: calc.Superseded}, "ppppppppD--"},
		{"duplicate", calc.Decision{Outcome: calc.Duplicate}, "ppppppppD--"},
		{"refused by an earlier award", calc.Decision{Outcome: calc.Refused, Reason: calc.PriorReason}, "pppppppD---"},
		{"refused as no legal person", calc.Decision{Outcome: calc.Refused, Reason: calc.NotPersonReason},
			"pppppD-----"},
		{"refused for the year", calc.Decision{Outcome: calc.Refused, Reason: calc.YearReason}, "ppppD------"},
		{"refused as revoked", calc.Decision{Outcome: calc.Refused, Reason: calc.RevokedReason}, "pppD-------"},
		{"refused as not new", calc.Decision{Outcome: calc.Refused, Reason: calc.NotNewReason}, "ppD--------"},
		{"refused as not covered", calc.Decision{Outcome: calc.Refused, Reason: calc.NotCoveredReason}, "pD---------"},
		{"held by a cell", calc.Decision{Outcome: calc.Held, Reason: "cell/date"}, "D----------"},
		{"held for its registrar", calc.Decision{Outcome: calc.Held, Reason: "company/not-local"}, "ppppppD----"},
		{"held for its legal person", calc.Decision{Outcome: calc.Held, Reason: "company/legal-person"}, "pppppD-----"},
		{"granted by a ruling", calc.Decision{Outcome: calc.Granted, Ruling: ruling,
			Doubts: []calc.Doubt{"company/not-local"}}, "pppppprpppD"},
		{"let in by a ruling and too late all the same",
			calc.Decision{Outcome: calc.Refused, Reason: calc.YearReason, Ruling: ruling,
				Doubts: []calc.Doubt{"cell/credit-code"}}, "rpppD------"},
		{"refused as excluded", calc.Decision{Outcome: calc.Refused, Reason: calc.ExcludedReason}, "pppppD-----"},
		{"let in although excluded", calc.Decision{Outcome: calc.Granted, Ruling: ruling,
			Doubts: []calc.Doubt{calc.ExcludedReason}}, "ppppprppppD"},
		{"let in although too late", calc.Decision{Outcome: calc.Granted, Ruling: ruling,
			Doubts: []calc.Doubt{calc.YearReason}}, "pppprpppppD"},
		{"held for what looks like an earlier award", calc.Decision{Outcome: calc.Held, Reason: "record/prior-like"},
			"pppppppD---"},
		{"refused by a ruling although nothing was doubtful",
			calc.Decision{Outcome: calc.Refused, Reason: calc.RulingReason, Ruling: ruling}, "ppppppppppD"},
		{"refused by a ruling that saw two doubts, at the first",
			calc.Decision{Outcome: calc.Refused, Reason: calc.RulingReason, Ruling: ruling,
				Doubts: []calc.Doubt{"company/not-local", "cell/date"}}, "ppppppD----"},
		{"refused by a ruling", calc.Decision{Outcome: calc.Refused, Reason: calc.RulingReason, Ruling: ruling,
			Doubts: []calc.Doubt{"company/legal-person"}}, "pppppD-----"},
	} {
		signs := map[calc.Verdict]string{calc.VerdictPassed: "p", calc.VerdictRuled: "r", calc.VerdictDecided: "D",
			calc.VerdictUntried: "-"}
		var got strings.Builder
		for i, trial := range calc.Trail(&c.d) {
			got.WriteString(signs[trial.Verdict])
			if trial.Number != i+1 || trial.Rule != calc.RuleNames[i] {
				t.Errorf("%s: rule %d is %d %s", c.name, i+1, trial.Number, trial.Rule)
			}
		}
		if diff := cmp.Diff(c.want, got.String()); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
