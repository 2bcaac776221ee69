package report

import (
	"cmp"
	"fmt"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// headScope is the first heading of the lines that set the budget against the
// awards.
const headScope = "范围"

// budgetFirst is the row of the first line of the budget in 预算核对.
const budgetFirst = 6

// fewChanges is how many alternatives still fit on the page of the budget.
const fewChanges = 8

// writeBudget writes 预算核对: the budget against the awards, what is still open,
// and four views that add up to the same total.
func (b *book) writeBudget() error {
	g := write.NewGrid(15, 24, 17, 17, 17, 10, 12, 30)
	g.Title(30, b.title+"预算核对表", b.note("奖补金额由“奖补明细”计算得出"), unitYuan)
	b.budgetLines(g)
	b.openAmounts(g)
	var pages []int
	if len(b.result.Alternatives) > fewChanges {
		pages = append(pages, g.Row+1)
	}
	b.changes(g)
	for i, v := range b.views {
		if i%2 == 0 { // two views fill a page
			pages = append(pages, g.Row+1)
		}
		b.view(g, v)
	}
	return b.writeGrid(SheetBudget, g, write.PageSetup{Breaks: pages})
}

// section begins a block of a grid.
func section(g *write.Grid, text string) {
	g.Next()
	g.High(9)
	g.Next()
	g.Set(1, write.Text(write.StyleSection, text))
	g.High(20)
}

// budgetLines sets each limit against the awards under it.
func (b *book) budgetLines(g *write.Grid) {
	const title = "一、预算执行"
	if len(b.result.Budget) == 0 {
		section(g, title)
		g.Line(1, 8, write.StyleAlarm, "本次未提供预算，未作预算核对。请提供预算总额或预算表后重新核定。")
		return
	}
	headed(g, title, headScope, "名称", "可用预算", "奖补金额", "剩余", "使用比例", "状态", "预算构成")
	for i := range b.result.Budget {
		b.budgetLine(g, &b.result.Budget[i])
	}
	for i := range b.result.Cuts {
		g.Line(1, 8, write.StyleNote, b.cutWords(&b.result.Cuts[i]))
	}
}

// cutWords says what a limit took off its awards and what rounding left.
func (b *book) cutWords(c *calc.Cut) string {
	left := fmt.Sprintf("结余 %s 元", c.Left.Grouped())
	if c.Left.Sign() < 0 {
		left = fmt.Sprintf("仍超出 %s 元", c.Left.Neg().Grouped())
	}
	text := fmt.Sprintf("%s“%s”按比例压减 %d 项：压减前 %s 元，压减后 %s 元，%s", c.Scope.Label(), b.limitName(&c.BudgetLimit), c.Awards,
		c.Before.Grouped(), c.After.Grouped(), left)
	if c.Zero > 0 {
		text += fmt.Sprintf("；其中 %d 项不足一个取整单位，压减为零，见“问题清单”", c.Zero)
	}
	if !c.Protected.IsZero() {
		text += fmt.Sprintf("（其中保留不压减 %s 元）", c.Protected.Grouped())
	}
	return text
}

func (b *book) budgetLine(g *write.Grid, l *calc.BudgetLine) {
	g.Next()
	g.Put(1, write.Text(write.StyleCentre, l.Scope.Label()),
		write.Text(write.StyleText, b.limitName(&l.BudgetLimit)))
	spending(g, 3, l, b.spent(&l.BudgetLimit), write.StyleMoney, write.StyleShare, write.StyleCentre)
	g.Wrap(8, fundWords(&l.BudgetLimit))
}

// spending sets a limit against the awards under it, whose formula is spent, in
// five cells from a column on.
func spending(g *write.Grid, col int, l *calc.BudgetLine, spent string, sum, share, state write.Style) {
	cell := func(n int) string { return fmt.Sprintf("%s%d", calc.ColumnName(col+n), g.Row) }
	if l.Status == calc.Over {
		state = write.StyleBad
	}
	g.Put(col, write.Money(sum, l.Limit), write.MoneyFormula(sum, spent, l.Amount),
		write.MoneyFormula(sum, fmt.Sprintf("ROUND(%s-%s,2)", cell(0), cell(1)), l.Remaining),
		write.Formula(share, shareFormula(cell(1), cell(0)), shareDigits(l.Amount, l.Limit)),
		write.TextFormula(state, fmt.Sprintf(`IF(%s<0,"%s","%s")`, cell(2), statusNames[calc.Over],
			statusNames[calc.Within]), statusNames[l.Status]))
}

var statusNames = map[calc.BudgetStatus]string{calc.Within: "预算内", calc.Over: "超出预算"}

// limitName is the name of a limit as people know it.
func (b *book) limitName(l *calc.BudgetLimit) string {
	switch l.Scope {
	case calc.ScopeTotal:
		return "奖补专项资金"
	case calc.ScopeItem:
		return cmp.Or(b.policy.ItemName(l.Name), l.Name)
	case calc.ScopeClause:
		if c, ok := b.policy.Clause(l.Name); ok {
			return "（" + c.Number + "）" + c.Title
		}
	}
	return l.Name
}

// fundWords says what a limit is made of, "" where one amount was given.
func fundWords(l *calc.BudgetLimit) string {
	if !l.HasFunds() {
		return ""
	}
	s := "本年安排 " + l.Allotted.Grouped()
	for _, f := range []struct {
		sign, name string
		sum        money.Yuan
	}{{"＋", "结转", l.Carried}, {"＋", "收回", l.Clawed}, {"－", "预留", l.Reserved}} {
		if !f.sum.IsZero() {
			s += f.sign + f.name + " " + f.sum.Grouped()
		}
	}
	return s
}

// spent is the formula of the awards under a limit.
func (b *book) spent(l *calc.BudgetLimit) string {
	switch l.Scope {
	case calc.ScopeClause:
		return b.sumif(headClause, write.Exactly(l.Name))
	case calc.ScopeItem:
		return b.sumif(headClause, write.Exactly(b.clauseOfItem(l.Name)), headItemName, write.Exactly(b.limitName(l)))
	case calc.ScopeDistrict:
		return b.sumif(headDistrict, write.Exactly(l.Name))
	case calc.ScopeOffice:
		return b.sumClauses(headAmount, headOffice, l.Name)
	}
	return b.awardTotalCell()
}

func (b *book) clauseOfItem(id string) string {
	if it, ok := b.policy.Item(id); ok {
		return it.Clause
	}
	return ""
}

// sumClauses adds up a column of 条款汇总 over the lines with a name in
// another: what an office or a kind of payee gets follows 奖补明细 through it.
func (b *book) sumClauses(sum, by, name string) string {
	return fmt.Sprintf("SUMIFS(%s,%s,%s)", b.lists[SheetClauses].Range(sum), b.lists[SheetClauses].Range(by),
		write.Exactly(name))
}

// openAmounts says what the held records could still cost.
func (b *book) openAmounts(g *write.Grid) {
	list := b.withOutcome(calc.Held)
	most, unknown := b.exposure(list)
	headed(g, "二、待核事项的影响", "待核记录", "无法估算", "全部核准增加", "逐条上限合计", "全部核准后总额")
	g.Next()
	g.Put(1, write.Count(write.StyleCount, len(list)), write.Count(write.StyleCount, unknown),
		write.Money(write.StyleMoney, b.result.Exposure), write.Money(write.StyleMoney, most),
		write.MoneyFormula(write.StyleMoney, fmt.Sprintf("%s+C%d", b.awardTotalCell(), g.Row),
			b.result.Totals.Amount.Add(b.result.Exposure)))
	g.Line(1, 8, write.StyleNote, "“全部核准增加”是待核记录全部予以奖补时重新计算的增加额，已扣除就高不重复和单位上限；“逐条上限合计”没有扣除；“无法估算”是事项不明或缺少费用、核定金额的记录。")
	b.unclaimedTotal(g)
}

// changes lists what each alternative reading would add or take away.
func (b *book) changes(g *write.Grid) {
	title, total, value := "三、口径变动的影响", b.awardTotalCell(), b.result.Totals.Amount
	if cut := b.result.Reduced(); !cut.IsZero() {
		// The readings were weighed before the budget cut the awards.
		value = value.Add(cut)
		title, total = "三、口径变动的影响（按预算压减之前计算）", total+"+"+cut.String()
	}
	if len(b.result.Alternatives) == 0 {
		section(g, title)
		g.Line(1, 8, write.StyleNote, "政策文件没有列出其他口径。")
		return
	}
	headed(g, title, "问题", "", "奖补金额变动", "变动后总额", "涉及记录数", "采用", "", "改为")
	for _, a := range b.result.Alternatives {
		row := g.Next()
		question, meaning := b.readingWords(a.Reading, a.Value)
		_, adopted := b.readingWords(a.Reading, b.result.Readings[a.Reading])
		g.Span(1, 2, write.StyleWrap, question)
		g.Put(3, write.Money(write.StyleMoney, a.Difference),
			write.MoneyFormula(write.StyleMoney, fmt.Sprintf("%s+C%d", total, row), value.Add(a.Difference)),
			write.Count(write.StyleCount, len(a.Touched)))
		g.Span(6, 7, write.StyleWrap, adopted)
		g.Wrap(8, meaning)
	}
}

// readingWords are the question of a reading and the meaning of one answer.
func (b *book) readingWords(name, value string) (question, meaning string) {
	rd, ok := b.policy.Reading(name)
	if !ok {
		return "", ""
	}
	return rd.Question, rd.Meaning(value)
}
