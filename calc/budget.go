package calc

// Scope is what a budget line is about.
type Scope string

// The scopes of budget lines.
const (
	ScopeTotal    Scope = "total"
	ScopeClause   Scope = "clause"
	ScopeItem     Scope = "item"
	ScopeDistrict Scope = "district"
	ScopeOffice   Scope = "office"
)

// BudgetLimit is one line of a budget: a ceiling for a scope. Where the budget
// names funds beside it, Limit = Allotted + Carried + Clawed - Reserved; where
// an amount alone was given, all four are zero.
type BudgetLimit struct {
	Ref   Ref
	Scope Scope
	Name  string // clause number, item id, district or office; "" for the total
	Limit Yuan   // what the awards may take

	Allotted Yuan // 本年预算安排
	Carried  Yuan // 结转: left over from earlier years
	Clawed   Yuan // 收回: taken back from earlier awards
	Reserved Yuan // 预留: held back, not to be spent on awards
}

// HasFunds tells whether funds beside the budget made the limit.
func (l *BudgetLimit) HasFunds() bool {
	return !l.Carried.IsZero() || !l.Clawed.IsZero() || !l.Reserved.IsZero()
}

// Covers tells whether an award of this district, clause and item counts
// against the limit.
func (l *BudgetLimit) Covers(p *Policy, r *Record) bool {
	switch l.Scope {
	case ScopeTotal:
		return true
	case ScopeClause:
		return r.Clause == l.Name
	case ScopeItem:
		return r.Item == l.Name
	case ScopeDistrict:
		return r.District == l.Name
	case ScopeOffice:
		it, ok := p.Item(r.Item)
		return ok && it.Office == l.Name
	}
	return false
}

// BudgetStatus compares awards with their limit.
type BudgetStatus string

// The statuses of a budget line.
const (
	Within BudgetStatus = "within"
	Over   BudgetStatus = "over"
)

// BudgetLine is one limit with what the awards take of it.
type BudgetLine struct {
	BudgetLimit
	Amount    Yuan
	Remaining Yuan // Limit - Amount, negative when over
	Status    BudgetStatus
}
