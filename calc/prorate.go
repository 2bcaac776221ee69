package calc

import (
	"fmt"
	"strings"

	"jiangbu/calc/money"
)

// Cut is what one budget line took off the awards under it.
type Cut struct {
	BudgetLimit
	Before    money.Yuan // the awards under the line before it cut them
	Protected money.Yuan // of these, what is kept whole
	After     money.Yuan
	// Limit - After: what rounding leaves in the budget, negative where what is protected alone exceeds it
	Left   money.Yuan
	Awards int // how many were cut
	Zero   int // of these, to nothing
}

// Prorate fits the awards into the budget: under each limit that they exceed,
// every award keeps the same share, rounded down to whole multiples of unit
// (yuan), so that equal awards stay equal, none grows, and what rounding leaves
// stays in the budget. Awards of the protected clauses (三, 第三条, （三）) keep
// their full amount; what they take is not there for the others.
//
// The lines come first, the narrower before the wider (item, clause, office,
// district), and the total last, over what remains. Each reduction is a step
// of its decision; the totals are added up anew. Budget lines are the caller's
// to check again. An error means that the options make no sense: a unit that
// is not a positive sum of whole fen, a clause that the policy does not have.
func Prorate(r *Result, limits []BudgetLimit, unit money.Yuan, protect []string) ([]Cut, error) {
	if unit.Sign() <= 0 || !unit.IsFen() {
		return nil, fmt.Errorf("awards cannot be rounded to %s yuan: the unit must be 0.01 or more", unit)
	}
	kept := map[string]bool{}
	for _, text := range protect {
		number, ok := r.Policy.ClauseNumber(text)
		if !ok {
			return nil, fmt.Errorf("the policy has no clause %q to protect", text)
		}
		kept[number] = true
	}
	var cuts []Cut
	for _, scope := range []Scope{ScopeItem, ScopeClause, ScopeOffice, ScopeDistrict, ScopeTotal} {
		for _, l := range limits {
			if l.Scope != scope {
				continue
			}
			if c, ok := cut(r, l, unit, kept); ok {
				cuts = append(cuts, c)
			}
		}
	}
	r.Totals = Sum(r)
	r.Cuts = append(r.Cuts, cuts...)
	return cuts, nil
}

// reducedWords stand in every step that a budget cut.
const reducedWords = "同比例安排并舍到"

// IsReduced tells whether the text of a step, also of one read back from a
// report, is that of a cut to fit the budget.
func IsReduced(text string) bool { return strings.Contains(text, reducedWords) }

// Reduced is what the budget took off the awards.
func (r *Result) Reduced() money.Yuan {
	return money.Sum(r.Cuts, func(c *Cut) money.Yuan { return c.Before.Sub(c.After) })
}

// cut applies one limit; ok is false where the awards fit.
func cut(r *Result, l BudgetLimit, unit money.Yuan, kept map[string]bool) (c Cut, ok bool) {
	c.BudgetLimit = l
	var under []int
	for i := range r.Decisions {
		rec, amount := &r.Records[i], r.Decisions[i].Amount
		if amount.IsZero() || !l.Covers(r.Policy, rec) {
			continue
		}
		c.Before = c.Before.Add(amount)
		if kept[rec.Clause] {
			c.Protected = c.Protected.Add(amount)
			continue
		}
		under = append(under, i)
	}
	if c.Before.Cmp(l.Limit) <= 0 {
		return c, false
	}
	c.After = c.Protected
	whole := c.Before.Sub(c.Protected)
	part := AtLeastZero(l.Limit.Sub(c.Protected))
	for _, i := range under {
		d := &r.Decisions[i]
		d.add(Step{Kind: StepReduced, Clause: r.Policy.Governing(GovernsBudget),
			Value:  d.Amount.ShareOf(part, whole, unit),
			Format: "%s预算%s元，可安排%s元，应安排%s元，" + reducedWords + "%s的整数倍",
			Args:   []string{r.Policy.ScopeLabel(l), l.Limit.Grouped(), part.Grouped(), whole.Grouped(), unit.Words()}})
		if d.Amount.IsZero() {
			c.Zero++
			r.Findings.Add("record/zero-award", r.Records[i].Source, r.Records[i].Company, "预算不足，按比例安排后不足"+unit.Words())
		}
		c.After = c.After.Add(d.Amount)
		c.Awards++
	}
	c.Left = l.Limit.Sub(c.After)
	return c, true
}

// AtLeastZero is y, or nothing where y is negative.
func AtLeastZero(y money.Yuan) money.Yuan {
	if y.Sign() < 0 {
		return money.Yuan{}
	}
	return y
}
