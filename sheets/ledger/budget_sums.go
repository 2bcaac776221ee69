package ledger

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
)

// addFunds puts the money beside the budget into the limits that it belongs
// to.
func (r *budgetReader) addFunds() {
	r.totalFromSum()
	for _, f := range r.funds {
		i := r.find(f.scope, f.name)
		if i < 0 {
			r.findings.Add("budget/unknown", f.ref, f.label)
			continue
		}
		l := &r.limits[i]
		switch f.fund {
		case carried:
			l.Carried = l.Carried.Add(f.amount)
		case clawed:
			l.Clawed = l.Clawed.Add(f.amount)
		case reserved:
			l.Reserved = l.Reserved.Add(f.amount)
		}
		l.Limit = l.Allotted.Add(l.Carried).Add(l.Clawed).Sub(l.Reserved)
		if l.Limit.Sign() < 0 {
			r.findings.Add("budget/reserved", f.ref, l.Reserved.String(), l.Limit.Add(l.Reserved).String())
			l.Limit = money.Yuan{}
		}
	}
}

// totalFromSum takes the sum of the lines (合计) for the total where no line
// states one.
func (r *budgetReader) totalFromSum() {
	if r.find(calc.ScopeTotal, "") >= 0 || len(r.sums) == 0 {
		return
	}
	s := r.sums[0]
	r.sums = r.sums[1:]
	r.limits = append(r.limits, calc.BudgetLimit{Ref: s.ref, Scope: calc.ScopeTotal, Limit: s.sum, Allotted: s.sum})
}

// checkSums compares the stated sums with the total, before or after funds.
func (r *budgetReader) checkSums() {
	i := r.find(calc.ScopeTotal, "")
	for _, s := range r.sums {
		if l := r.limits[i]; !s.sum.Equal(l.Limit) && !s.sum.Equal(l.Allotted) {
			r.findings.Add("table/control-total", s.ref, "“"+s.label+"”", s.sum.String(), l.Limit.String(),
				s.sum.Sub(l.Limit).String())
		}
	}
}

// checkParts says where the parts exceed the whole: clauses, items, districts
// or offices the total, the items of a clause the clause.
func (r *budgetReader) checkParts() {
	if i := r.find(calc.ScopeTotal, ""); i >= 0 {
		for _, s := range []calc.Scope{calc.ScopeClause, calc.ScopeItem, calc.ScopeDistrict, calc.ScopeOffice} {
			r.checkSum(r.limits[i], s.Label(), func(l calc.BudgetLimit) bool { return l.Scope == s })
		}
	}
	for _, whole := range r.limits {
		if whole.Scope == calc.ScopeClause {
			r.checkSum(whole, "第"+whole.Name+"条各事项", func(l calc.BudgetLimit) bool {
				it, ok := r.policy.Item(l.Name)
				return l.Scope == calc.ScopeItem && ok && it.Clause == whole.Name
			})
		}
	}
}

func (r *budgetReader) checkSum(whole calc.BudgetLimit, what string, part func(calc.BudgetLimit) bool) {
	var sum money.Yuan
	for _, l := range r.limits {
		if part(l) {
			sum = sum.Add(l.Limit)
		}
	}
	if sum.Cmp(whole.Limit) > 0 {
		r.findings.Add("budget/parts", whole.Ref, what, sum.String(), whole.Limit.String())
	}
}
