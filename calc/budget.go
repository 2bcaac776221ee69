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

// BudgetLimit is one line of a budget: a ceiling for a scope.
type BudgetLimit struct {
	Ref   Ref
	Scope Scope
	Name  string // clause number, item id, district or office; "" for the total
	Limit Yuan
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
