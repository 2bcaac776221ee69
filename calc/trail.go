package calc

import "slices"

// RuleCheck is one of the rules of deciding (ARCHITECTURE.md) and what it made
// of a record.
type RuleCheck struct {
	Number  int      `json:"number"` // 1 to 11
	Rule    RuleName `json:"rule"`
	Verdict Verdict  `json:"verdict"`
}

// RuleName names a rule of deciding.
type RuleName string

// The rules in their order; the first that holds decides.
const (
	RuleHeld       RuleName = "held"
	RuleNotCovered RuleName = "not-covered"
	RuleNotNew     RuleName = "not-new"
	RuleRevoked    RuleName = "revoked"
	RuleYear       RuleName = "year"
	RulePerson     RuleName = "legal-person"
	RuleLocal      RuleName = "local"
	RulePrior      RuleName = "prior"
	RuleHighest    RuleName = "highest"
	RuleCap        RuleName = "cap"
	RuleGranted    RuleName = "granted"
)

// RuleNames lists them.
var RuleNames = []RuleName{RuleHeld, RuleNotCovered, RuleNotNew, RuleRevoked, RuleYear, RulePerson, RuleLocal,
	RulePrior, RuleHighest, RuleCap, RuleGranted}

// Verdict is what one rule made of a record.
type Verdict string

// A rule let the record pass, would have held it but for a person's ruling,
// decided it, or was never tried because one before it decided.
const (
	VerdictPassed  Verdict = "passed"
	VerdictRuled   Verdict = "ruled"
	VerdictDecided Verdict = "decided"
	VerdictUntried Verdict = "untried"
)

// Trail tells each rule's verdict on a record from its decision alone: the
// rules before the one that decided were passed. A later reader (explain) has
// nothing else to go by.
func Trail(d *Decision) []RuleCheck {
	decided, ruled := d.rule(), RuleName("")
	if d.Ruling != nil && len(d.Doubts) > 0 {
		ruled = ruleOf(d.Doubts[0].Code())
	}
	trials, verdict := make([]RuleCheck, len(RuleNames)), VerdictPassed
	for i, name := range RuleNames {
		trials[i] = RuleCheck{i + 1, name, verdict}
		switch {
		case name == decided:
			trials[i].Verdict, verdict = VerdictDecided, VerdictUntried
		case name == ruled && verdict == VerdictPassed:
			trials[i].Verdict = VerdictRuled
		}
	}
	return trials
}

// rule is the one that decided. A person's refusal stands at the rule that held
// the record, at the last one where none did.
func (d *Decision) rule() RuleName {
	switch {
	case d.Outcome == Superseded, d.Outcome == Duplicate:
		return RuleHighest
	case d.Outcome == Capped:
		return RuleCap
	case d.Outcome == Granted, d.Reason == RulingReason && len(d.Doubts) == 0:
		return RuleGranted
	case d.Reason == RulingReason:
		return ruleOf(d.Doubts[0].Code())
	}
	return ruleOf(d.Reason)
}

// ruleOf is the rule behind the code of a doubt or the word of a refusal.
func ruleOf(code string) RuleName {
	switch code {
	case "record/prior-like":
		return RulePrior
	case NotPersonReason, ExcludedReason, "company/legal-person":
		return RulePerson
	case "company/not-local":
		return RuleLocal
	}
	if name := RuleName(code); slices.Contains(RuleNames, name) {
		return name // the other words of refusals are the rules' own names
	}
	return RuleHeld
}
