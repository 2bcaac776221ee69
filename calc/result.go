package calc

import (
	"jiangbu/calc/money"
	"slices"
)

// Outcome is what became of a record.
type Outcome string

// The outcomes of the contract.
const (
	Granted    Outcome = "granted"
	Capped     Outcome = "capped"
	Superseded Outcome = "superseded"
	Duplicate  Outcome = "duplicate"
	Refused    Outcome = "refused"
	Held       Outcome = "held"
)

// Outcomes lists them in the order of reports.
var Outcomes = []Outcome{Granted, Capped, Superseded, Duplicate, Refused, Held}

var outcomeNames = map[Outcome]string{
	Granted: "予以奖补", Capped: "超出上限", Superseded: "就高不重复", Duplicate: "重复申报", Refused: "不予奖补", Held: "待核",
}

// Name is the outcome in Chinese, as reports print it.
func (o Outcome) Name() string { return outcomeNames[o] }

// The words of a refusal (Decision.Reason).
const (
	NotCoveredReason = "not-covered"
	NotNewReason     = "not-new"
	RevokedReason    = "revoked"
	ExcludedReason   = "excluded"
	YearReason       = "year"
	NotPersonReason  = "not-legal-person"
	PriorReason      = "prior"
	RulingReason     = "ruling" // a person ruled 不予奖补
)

var reasonNames = map[string]string{
	NotCoveredReason: "不在政策支持范围", NotNewReason: "不属于新认定", RevokedReason: "认定已被撤销或移出", ExcludedReason: "列入排除名单或其他资金已奖",
	YearReason: "不属于本奖补年度", NotPersonReason: "不具有独立法人资格", PriorReason: "以前年度已奖补", RulingReason: "经审定不予奖补",
}

// ReasonName is a refusal's reason in Chinese; for a held record's finding
// code it is the finding's title.
func ReasonName(reason string) string {
	if name, ok := reasonNames[reason]; ok {
		return name
	}
	return entryOf(Code(reason)).Title
}

// Decision is the one decision on one record, with outcome and amount in one
// value so that neither can be read without the other.
type Decision struct {
	Outcome  Outcome    `json:"outcome"`
	Reason   string     `json:"reason"`   // a refusal's word, or the code of the finding that holds it
	By       string     `json:"by"`       // key of the record that stands, for superseded and duplicate
	Entitled money.Yuan `json:"entitled"` // before caps per company, rulings and the budget
	Amount   money.Yuan `json:"amount"`
	Payee    string     `json:"-"` // who is paid, in words
	Steps    []Step     `json:"-"` // those that say the same are shared between decisions: append, never change
	Ruling   *Ruling    `json:"-"` // the person's word that was applied, nil where none was
	Doubts   []Doubt    `json:"-"` // all that stood against paying the record; with a Ruling, what it answered
}

// Name is the outcome in Chinese; an award that is less than what was due, or
// nothing, is never called granted without a word.
func (d *Decision) Name() string {
	switch {
	case d.Outcome != Granted || d.Amount.Equal(d.Entitled) && !d.Amount.IsZero():
		return d.Outcome.Name()
	case d.Amount.IsZero():
		return d.Outcome.Name() + "（金额为零）"
	}
	return d.Outcome.Name() + "（少于应奖金额）"
}

// RestsOn tells how many awards rest on a condition, and their sum.
func (r *Result) RestsOn(c *Condition) (awards int, sum money.Yuan) {
	for i := range r.Decisions {
		if d := &r.Decisions[i]; d.Outcome == Granted &&
			(len(c.Items) == 0 || slices.Contains(c.Items, r.Records[i].Item)) {
			awards, sum = awards+1, sum.Add(d.Amount)
		}
	}
	return awards, sum
}

// Unclaimed is what official lists recognise and nobody reported: how many
// recognitions, and what the policy would pay for them beyond the awards.
type Unclaimed struct {
	Count  int        `json:"count"`
	Amount money.Yuan `json:"amount"`
}

// Result is everything that one run decided.
type Result struct {
	ID           string // by which the outputs of one result know each other, "" before any is written
	Policy       *Policy
	AwardYear    int
	Readings     Readings // all of the policy's, each with the value in force
	Inputs       []Input
	Records      []Record
	Decisions    []Decision // parallel to Records
	Findings     Findings   // all of them, in the order of the inputs
	Totals       Totals
	Budget       []BudgetLine
	Cuts         []Cut // what the budget took off, in order
	Alternatives []Alternative
	Exposure     money.Yuan   // what the held records would add if all were granted
	Unclaimed    *Unclaimed   // what official lists recognise and nobody reported, nil where no list was given
	Unestimated  int          // held records that nobody can put a figure on, not in Exposure
	Beside       []BesideFile // what the decisions rest on beside the inputs
	Changes      *Comparison  // against an earlier run, nil where none was named
	WhatIf       *WhatIf      // against another policy, nil where none was named

	who *identity // of the records, nil where Decide did not make the result
}

// Alternative is what another value of a reading would change.
type Alternative struct {
	Reading    string     `json:"reading"`
	Value      string     `json:"value"`
	Difference money.Yuan `json:"difference"` // total under it less the total of the result
	Touched    []string   `json:"-"`          // keys of the records whose amount would change
}

// Totals are the sums of a result, each view adding up to Amount.
type Totals struct {
	Records   int           `json:"records"`
	Outcomes  OutcomeCounts `json:"outcomes"`
	Amount    money.Yuan    `json:"amount"`
	Districts []Total       `json:"districts"` // all of the policy's in its order, then what stands in none
	Clauses   []Total       `json:"clauses"`
	Items     []Total       `json:"items"`
}

// OutcomeCounts are how many records came to each outcome.
type OutcomeCounts map[Outcome]int

// Total is one line of a view.
type Total struct {
	Name      string     `json:"name"`
	Records   int        `json:"records"`   // decided, whatever the outcome
	Companies int        `json:"companies"` // that are paid
	Amount    money.Yuan `json:"amount"`
}
