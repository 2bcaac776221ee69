package ledger

import (
	"fmt"
	"io"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// budgetFormSheet is the sheet of the budget form.
const budgetFormSheet = "预算"

// WriteBudgetForm writes a budget to be filled in: the total, each clause of
// the policy, and the funds beside the budget, in 万元. Only the total is empty;
// the dash that stands everywhere else says that there is no budget of its own.
// With the total filled in [ReadBudget] reads it without a finding.
func WriteBudgetForm(w io.Writer, p *calc.Policy, year int) error {
	title := fmt.Sprintf("%d年度奖补资金预算", year)
	d, err := write.NewWorkbook(title, budgetFormSheet)
	if err == nil {
		err = d.FillGrid(budgetFormSheet, budgetFormGrid(title, p),
			write.PageSetup{Portrait: true, HeadFirst: 3, HeadLast: 3, Right: p.Document})
	}
	if err != nil {
		return fmt.Errorf("budget form: %w", err)
	}
	return d.Write(w)
}

func budgetFormGrid(title string, p *calc.Policy) *write.Grid {
	g := write.NewGrid(12, 12, 18, 70)
	g.Next()
	g.Set(1, write.Text(write.StyleTitle, title))
	g.Merge(1, 4)
	g.Next()
	g.Set(1, write.Text(write.StyleNote, "填写总额；条款有单独预算的，把“—”改成金额。可以加行：范围填 奖补事项、县区 或 处室，名称照政策填写。"))
	g.Merge(1, 4)
	g.Next()
	g.Put(1, write.Text(write.StyleHead, "范围"), write.Text(write.StyleHead, "名称"),
		write.Text(write.StyleHead, "金额（万元）"), write.Text(write.StyleHead, "备注"))
	for _, l := range budgetFormLines(p) {
		g.Next()
		g.Put(1, write.Text(write.StyleCentre, l.scope), write.Text(write.StyleCentre, l.name),
			write.Text(write.StyleInputMoney, l.amount), write.Text(write.StyleWrap, l.note))
	}
	return g
}

// budgetFormLine is one line of the form.
type budgetFormLine struct{ scope, name, amount, note string }

func budgetFormLines(p *calc.Policy) []budgetFormLine {
	lines := []budgetFormLine{{"总额", "", "", ""}}
	for _, c := range p.Clauses {
		lines = append(lines, budgetFormLine{"条款", c.Number, "—", c.Title})
	}
	return append(lines, budgetFormLine{"结转", "", "—", "上年结转的资金，计入可用的预算"},
		budgetFormLine{"收回", "", "—", "收回的资金，计入可用的预算"}, budgetFormLine{"预留", "", "—", "预留不用的资金，从可用的预算中扣除"})
}
