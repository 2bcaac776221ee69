package ledger

import (
	"fmt"
	"io"
	"strconv"

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
	if err != nil {
		return fmt.Errorf("budget form: %w", err)
	}
	for i, width := range []float64{12, 12, 18, 70} {
		name := calc.ColumnName(i + 1)
		if err := d.File.SetColWidth(budgetFormSheet, name, name, width); err != nil {
			return fmt.Errorf("budget form: %w", err)
		}
	}
	for _, row := range []string{"1", "2"} {
		if err := d.File.MergeCell(budgetFormSheet, "A"+row, "D"+row); err != nil {
			return fmt.Errorf("budget form: %w", err)
		}
	}
	if err := write.Print(d.File, budgetFormSheet,
		write.PageSetup{Portrait: true, HeadFirst: 3, HeadLast: 3, Right: p.Document}); err != nil {
		return err
	}
	lines := budgetFormLines(p)
	err = d.Fill(budgetFormSheet, "D"+strconv.Itoa(3+len(lines)), func(pen *write.SheetWriter) {
		pen.Row(1)
		pen.Text(write.StyleTitle, title)
		pen.Row(2)
		pen.Text(write.StyleNote, "填写总额；条款有单独预算的，把“—”改成金额。可以加行：范围填 奖补事项、县区 或 处室，名称照政策填写。")
		pen.Row(3)
		for _, h := range []string{"范围", "名称", "金额（万元）", "备注"} {
			pen.Text(write.StyleHead, h)
		}
		for i, l := range lines {
			l.draw(pen, 4+i)
		}
	})
	if err != nil {
		return fmt.Errorf("budget form: %w", err)
	}
	return d.Write(w)
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

func (l budgetFormLine) draw(pen *write.SheetWriter, row int) {
	pen.Row(row)
	pen.Text(write.StyleCentre, l.scope)
	pen.Text(write.StyleCentre, l.name)
	if l.amount == "" {
		pen.Blank(write.StyleInputMoney)
	} else {
		pen.Text(write.StyleInputMoney, l.amount)
	}
	pen.Text(write.StyleWrap, l.note)
}
