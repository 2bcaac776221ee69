package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
)

// DoubtBeyondBudget asks about each approved sum that is above a limit of the
// budget all by itself: more likely its unit is another than the budget wrong.
// The findings stand on the records, so it must come before they are decided.
func DoubtBeyondBudget(records []calc.Record, p *calc.Policy, limits []calc.BudgetLimit) {
	for i := range records {
		r := &records[i]
		if r.Approved == nil || doubted(r) {
			continue
		}
		if l := lowest(limits, p, r); l != nil && r.Approved.Cmp(l.Limit) > 0 {
			shown := r.Row.Field(calc.ColApproved).Text
			r.Findings.Add("cell/amount-doubtful", r.At(calc.ColApproved), calc.ColApproved.String(),
				written.Display(shown), r.Approved.Words(), asYuan(shown, p.ScopeLabel(*l)+"预算", l.Limit))
		}
	}
}

// doubted tells whether a record's amount is asked about already.
func doubted(r *calc.Record) bool {
	return slices.ContainsFunc(r.Findings, func(f calc.Finding) bool {
		return f.Code == "cell/amount-doubtful" || f.Code == "cell/amount-zero"
	})
}

// lowest is the lowest limit that covers a record, nil where none does.
func lowest(limits []calc.BudgetLimit, p *calc.Policy, r *calc.Record) *calc.BudgetLimit {
	var low *calc.BudgetLimit
	for i := range limits {
		if l := &limits[i]; l.Covers(p, r) && (low == nil || l.Limit.Cmp(low.Limit) < 0) {
			low = l
		}
	}
	return low
}
