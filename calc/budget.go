package calc

import "jiangbu/calc/money"

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

// scopeNames are the scopes as budgets write them.
var scopeNames = map[Scope]string{ScopeTotal: "总额", ScopeClause: "条款", ScopeItem: "奖补事项", ScopeDistrict: "县区",
	ScopeOffice: "处室"}

// Label is the scope in Chinese.
func (s Scope) Label() string { return scopeNames[s] }

// BudgetLimit is one line of a budget: a ceiling for a scope. Where the budget
// names funds beside it, Limit = Allotted + Carried + Clawed - Reserved; where
// an amount alone was given, all four are zero.
type BudgetLimit struct {
	Ref   Ref
	Scope Scope
	Name  string     // clause number, item id, district or office; "" for the total
	Limit money.Yuan // what the awards may take

	Allotted money.Yuan // 本年预算安排
	Carried  money.Yuan // 结转: left over from earlier years
	Clawed   money.Yuan // 收回: taken back from earlier awards
	Reserved money.Yuan // 预留: held back, not to be spent on awards
}

// AddPart adds a part of the same limit.
func (l *BudgetLimit) AddPart(p BudgetLimit) {
	l.Limit, l.Allotted = l.Limit.Add(p.Limit), l.Allotted.Add(p.Allotted)
	l.Carried, l.Clawed, l.Reserved = l.Carried.Add(p.Carried), l.Clawed.Add(p.Clawed), l.Reserved.Add(p.Reserved)
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
	Amount    money.Yuan
	Remaining money.Yuan // Limit - Amount, negative when over
	Status    BudgetStatus
}

// CheckBudget sets the awards against each limit. A line that is exceeded is
// a finding.
func CheckBudget(r *Result, limits []BudgetLimit) ([]BudgetLine, Findings) {
	var lines []BudgetLine
	var fs Findings
	for _, l := range limits {
		line := BudgetLine{BudgetLimit: l, Amount: r.Spent(l), Status: Within}
		line.Remaining = l.Limit.Sub(line.Amount)
		if line.Remaining.Sign() < 0 {
			line.Status = Over
			code := Code("budget/over")
			if len(r.Cuts) > 0 {
				code = "budget/over-kept" // another cut would take nothing more
			}
			fs.Add(code, l.Ref, r.Policy.ScopeLabel(l), l.Limit.Grouped(), line.Amount.Grouped(),
				money.YuanOf(0).Sub(line.Remaining).Grouped())
		}
		lines = append(lines, line)
	}
	return lines, fs
}

// ScopeLabel names a limit for people: 总额, 条款三, 绿色工厂.
func (p *Policy) ScopeLabel(l BudgetLimit) string {
	if it, ok := p.Item(l.Name); ok && l.Scope == ScopeItem {
		return it.Name
	}
	return l.Scope.Label() + l.Name
}

// Spent is what the awards under a limit add up to.
func (r *Result) Spent(l BudgetLimit) money.Yuan {
	var y money.Yuan
	for i := range r.Decisions {
		if l.Covers(r.Policy, &r.Records[i]) {
			y = y.Add(r.Decisions[i].Amount)
		}
	}
	return y
}
