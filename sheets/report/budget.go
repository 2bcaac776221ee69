package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// budgetFirst is the row of the first line of the budget in 预算核对.
const budgetFirst = 6

// layBudget writes 预算核对: the budget against the awards, what is still open,
// and four views that add up to the same total.
func (b *book) layBudget() error {
	g := write.NewGrid(16, 26, 18, 18, 18, 12, 14, 30)
	g.Next()
	g.Span(1, 8, write.LookTitle, b.title+"预算核对表")
	g.High(30)
	g.Next()
	g.Span(1, 7, write.LookNote, b.note("奖补金额由“奖补明细”计算得出"))
	g.Set(8, write.Text(write.LookUnit, unitYuan))
	b.budgetLines(g)
	b.openAmounts(g)
	b.changes(g)
	for _, v := range b.views {
		b.view(g, v)
	}
	return b.layGrid(SheetBudget, g, write.PageSetup{})
}

// section begins a block of a grid.
func section(g *write.Grid, text string) {
	g.Next()
	g.High(9)
	g.Next()
	g.Set(1, write.Text(write.LookSection, text))
	g.High(20)
}

// budgetLines sets each limit against the awards under it.
func (b *book) budgetLines(g *write.Grid) {
	section(g, "一、预算执行")
	if len(b.result.Budget) == 0 {
		g.Next()
		g.Span(1, 8, write.LookAlarm, "本次未提供预算，未作预算核对。请用 --budget 给出预算总额或预算表。")
		return
	}
	g.Next()
	g.Heads(1, "范围", "名称", "可用预算", "奖补金额", "剩余", "使用比例", "状态", "预算构成")
	for i := range b.result.Budget {
		b.budgetLine(g, &b.result.Budget[i])
	}
	for i := range b.result.Cuts {
		g.Next()
		g.Span(1, 8, write.LookNote, b.cutWords(&b.result.Cuts[i]))
	}
}

// cutWords says what a limit took off its awards and what rounding left.
func (b *book) cutWords(c *calc.Cut) string {
	left := fmt.Sprintf("结余 %s 元", c.Left)
	if c.Left.Sign() < 0 {
		left = fmt.Sprintf("仍超出 %s 元", c.Left.Neg())
	}
	text := fmt.Sprintf("%s“%s”按比例压减 %d 项：压减前 %s 元，压减后 %s 元，%s", c.Scope.Label(), b.limitName(&c.BudgetLimit), c.Awards, c.Before, c.After, left)
	if !c.Protected.IsZero() {
		text += fmt.Sprintf("（其中保留不压减 %s 元）", c.Protected)
	}
	return text
}

func (b *book) budgetLine(g *write.Grid, l *calc.BudgetLine) {
	row := g.Next()
	g.Set(1, write.Text(write.LookCentre, l.Scope.Label()))
	g.Set(2, write.Text(write.LookText, b.limitName(&l.BudgetLimit)))
	g.Set(3, write.Money(write.LookMoney, l.Limit))
	g.Set(4, write.MoneyFormula(write.LookMoney, b.spent(&l.BudgetLimit), l.Amount))
	g.Set(5, write.MoneyFormula(write.LookMoney, fmt.Sprintf("ROUND(C%d-D%d,2)", row, row), l.Remaining))
	g.Set(6, write.Formula(write.LookShare, shareFormula(fmt.Sprintf("D%d", row), fmt.Sprintf("C%d", row)), shareDigits(l.Amount, l.Limit)))
	look := write.LookCentre
	if l.Status == calc.Over {
		look = write.LookBad
	}
	g.Set(7, write.TextFormula(look, fmt.Sprintf(`IF(E%d<0,"%s","%s")`, row, statusNames[calc.Over], statusNames[calc.Within]), statusNames[l.Status]))
	funds := fundWords(&l.BudgetLimit)
	g.Set(8, write.Text(write.LookWrap, funds))
	g.Fit(8, funds)
}

var statusNames = map[calc.BudgetStatus]string{calc.Within: "预算内", calc.Over: "超出预算"}

// limitName is the name of a limit as people know it.
func (b *book) limitName(l *calc.BudgetLimit) string {
	switch l.Scope {
	case calc.ScopeTotal:
		return "奖补专项资金"
	case calc.ScopeItem:
		if it, ok := b.policy.Item(l.Name); ok {
			return it.Name
		}
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
	s := "本年安排 " + l.Allotted.String()
	for _, f := range []struct {
		sign, name string
		sum        money.Yuan
	}{{"＋", "结转", l.Carried}, {"＋", "收回", l.Clawed}, {"－", "预留", l.Reserved}} {
		if !f.sum.IsZero() {
			s += f.sign + f.name + " " + f.sum.String()
		}
	}
	return s
}

// spent is the formula of the awards under a limit.
func (b *book) spent(l *calc.BudgetLimit) string {
	switch l.Scope {
	case calc.ScopeClause:
		return b.sumif(awardClause, exactly(l.Name))
	case calc.ScopeItem:
		return b.sumif(awardClause, exactly(b.clauseOfItem(l.Name)), awardItem, exactly(b.limitName(l)))
	case calc.ScopeDistrict:
		return b.sumif(awardDistrict, exactly(l.Name))
	case calc.ScopeOffice:
		return b.sumClauses(clauseAmount, clauseOffice, l.Name)
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
	return fmt.Sprintf("SUMIFS(%s,%s,%s)", b.clauseRange(sum), b.clauseRange(by), exactly(name))
}

// openAmounts says what the held records could still cost.
func (b *book) openAmounts(g *write.Grid) {
	list := b.withOutcome(calc.Held)
	most, unknown := b.exposure(list)
	section(g, "二、待核事项的影响")
	g.Next()
	g.Heads(1, "待核记录", "无法估算", "全部核准增加", "逐条上限合计", "全部核准后总额")
	g.Next()
	g.Set(1, write.Count(write.LookCount, len(list)))
	g.Set(2, write.Count(write.LookCount, unknown))
	g.Set(3, write.Money(write.LookMoney, b.result.Exposure))
	g.Set(4, write.Money(write.LookMoney, most))
	g.Set(5, write.MoneyFormula(write.LookMoney, fmt.Sprintf("%s+C%d", b.awardTotalCell(), g.Row), b.result.Totals.Amount.Add(b.result.Exposure)))
	g.Next()
	g.Span(1, 8, write.LookNote, "“全部核准增加”是待核记录全部予以奖补时重新计算的增加额，已扣除就高不重复和单位上限；“逐条上限合计”没有扣除；“无法估算”是事项不明或缺少费用、核定金额的记录。")
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
	section(g, title)
	if len(b.result.Alternatives) == 0 {
		g.Next()
		g.Span(1, 8, write.LookNote, "政策文件没有列出其他口径。")
		return
	}
	g.Next()
	g.Heads(1, "口径", "问题", "奖补金额变动", "变动后总额", "涉及记录数", "采用", "改为", "改后的含义")
	for _, a := range b.result.Alternatives {
		row := g.Next()
		question, meaning := b.readingWords(a.Reading, a.Value)
		g.Set(1, write.Text(write.LookText, a.Reading))
		g.Set(2, write.Text(write.LookWrap, question))
		g.Set(3, write.Money(write.LookMoney, a.Difference))
		g.Set(4, write.MoneyFormula(write.LookMoney, fmt.Sprintf("%s+C%d", total, row), value.Add(a.Difference)))
		g.Set(5, write.Count(write.LookCount, len(a.Touched)))
		g.Set(6, write.Text(write.LookCentre, b.result.Readings[a.Reading]))
		g.Set(7, write.Text(write.LookCentre, a.Value))
		g.Set(8, write.Text(write.LookWrap, meaning))
		g.Fit(1, a.Reading)
		g.Fit(2, question)
		g.Fit(8, meaning)
	}
}

// readingWords are the question of a reading and the meaning of one answer.
func (b *book) readingWords(name, value string) (question, meaning string) {
	rd, ok := b.policy.Reading(name)
	if !ok {
		return "", ""
	}
	for _, v := range rd.Values {
		if v.Name == value {
			meaning = v.Meaning
		}
	}
	return rd.Question, meaning
}

// budgetView is one of the ways to add up the same awards.
type budgetView struct {
	title, head string
	lines       []viewLine
}

// viewLine is one line of a view: what it sums, as formulas and as values.
type viewLine struct {
	name             string
	count, sum       string // formulas
	awards           int
	entitled, amount money.Yuan
}

// budgetViews sums the awards in each way.
func (b *book) budgetViews() []budgetView {
	clauses := budgetView{title: "四、按条款", head: "条款"}
	sums := b.viewLines(func(g *group) string { return g.clause })
	for _, c := range b.policy.Clauses {
		l := sums[c.Number]
		l.name = "（" + c.Number + "）" + c.Title
		l.count, l.sum = b.countif(awardClause, exactly(c.Number)), b.sumif(awardClause, exactly(c.Number))
		clauses.lines = append(clauses.lines, l)
	}
	districts := budgetView{title: "五、按县区", head: "县区"}
	sums = b.viewLines(func(g *group) string { return g.district })
	for _, t := range b.result.Totals.Districts {
		l := sums[t.Name]
		l.name = orUnnamed(t.Name)
		l.count, l.sum = b.countif(awardDistrict, exactly(t.Name)), b.sumif(awardDistrict, exactly(t.Name))
		districts.lines = append(districts.lines, l)
	}
	return []budgetView{clauses, districts, b.officeView(), b.payeeView(), b.itemView()}
}

// viewLines sums what would be paid but for 就高 and caps, and what is paid, by
// a name.
func (b *book) viewLines(of func(*group) string) map[string]viewLine {
	lines := map[string]viewLine{}
	for i := range b.groups {
		g := &b.groups[i]
		if !g.open() {
			continue
		}
		l := lines[of(g)]
		l.entitled, l.amount = l.entitled.Add(g.entitled), l.amount.Add(g.amount)
		if g.granted() {
			l.awards += g.records
		}
		lines[of(g)] = l
	}
	return lines
}

// officeView sums by 责任处室, through the lines of 条款汇总.
func (b *book) officeView() budgetView {
	v := budgetView{title: "六、按责任处室", head: "责任处室"}
	for _, name := range b.distinct(func(l *clauseLine) string { return l.office }) {
		v.lines = append(v.lines, b.throughClauses(name, clauseOffice, func(l *clauseLine) string { return l.office }))
	}
	return v
}

// itemView sums by 奖补事项, through the lines of 条款汇总.
func (b *book) itemView() budgetView {
	v := budgetView{title: "八、按奖补事项", head: "奖补事项"}
	for _, name := range b.distinct(func(l *clauseLine) string { return l.item }) {
		v.lines = append(v.lines, b.throughClauses(name, clauseItem, func(l *clauseLine) string { return l.item }))
	}
	return v
}

// payeeView sums by who is paid. Where the awards of one line of 条款汇总 go to
// different kinds of payee no formula can tell them apart: the view then holds
// values.
func (b *book) payeeView() budgetView {
	v := budgetView{title: "七、按拨付对象", head: "拨付对象"}
	mixed := false
	for i := range b.clauses {
		mixed = mixed || b.clauses[i].mixed
	}
	if !mixed {
		for _, name := range b.distinct(func(l *clauseLine) string { return l.payee }) {
			v.lines = append(v.lines, b.throughClauses(name, clausePayee, func(l *clauseLine) string { return l.payee }))
		}
		return v
	}
	v.title += "（数值）"
	sums := b.viewLines(func(g *group) string { return g.payee })
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		l := sums[name]
		l.name = orUnnamed(name)
		v.lines = append(v.lines, l)
	}
	return v
}

// distinct lists a column of 条款汇总, each name once, as far as it has awards
// or the policy names it.
func (b *book) distinct(of func(*clauseLine) string) []string {
	var names []string
	seen := map[string]bool{}
	for i := range b.clauses {
		l := &b.clauses[i]
		if name := of(l); !seen[name] && (name != "" || l.awards > 0) {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

func (b *book) throughClauses(name, by string, of func(*clauseLine) string) viewLine {
	l := viewLine{name: orUnnamed(name), count: b.sumClauses(clauseAwards, by, name), sum: b.sumClauses(clauseAmount, by, name)}
	for i := range b.clauses {
		if c := &b.clauses[i]; of(c) == name {
			l.awards += c.awards
			l.entitled = l.entitled.Add(c.entitled)
			l.amount = l.amount.Add(c.amount)
		}
	}
	return l
}

// view writes one view with its total and the difference from the grand total.
func (b *book) view(g *write.Grid, v budgetView) {
	section(g, v.title)
	g.Next()
	g.Heads(1, v.head, "", "就高和上限前应奖", "核减", "奖补金额", "占比", "项目数")
	g.Merge(1, 2)
	first := g.Row + 1
	var all viewLine
	for _, l := range v.lines {
		b.viewRow(g, l)
		all.awards += l.awards
		all.entitled, all.amount = all.entitled.Add(l.entitled), all.amount.Add(l.amount)
	}
	b.viewTotal(g, first, all)
}

func (b *book) viewRow(g *write.Grid, l viewLine) {
	row := g.Next()
	g.Span(1, 2, write.LookText, l.name)
	g.Set(3, write.Money(write.LookMoney, l.entitled))
	g.Set(4, write.MoneyFormula(write.LookMoney, fmt.Sprintf("ROUND(C%d-E%d,2)", row, row), l.entitled.Sub(l.amount)))
	if l.sum == "" {
		g.Set(5, write.Money(write.LookMoney, l.amount))
		g.Set(7, write.Count(write.LookCount, l.awards))
	} else {
		g.Set(5, write.MoneyFormula(write.LookMoney, l.sum, l.amount))
		g.Set(7, write.Formula(write.LookCount, l.count, strconv.Itoa(l.awards)))
	}
	g.Set(6, write.Formula(write.LookShare, shareFormula(fmt.Sprintf("E%d", row), b.awardTotalCell()), shareDigits(l.amount, b.result.Totals.Amount)))
}

func (b *book) viewTotal(g *write.Grid, first int, all viewLine) {
	row := g.Next()
	end := row - 1
	sum := func(col string) string {
		if end < first {
			return "0"
		}
		return fmt.Sprintf("SUM(%s%d:%s%d)", col, first, col, end)
	}
	g.Span(1, 2, write.LookTotal, "合计")
	g.Set(3, write.MoneyFormula(write.LookTotalMoney, sum("C"), all.entitled))
	g.Set(4, write.MoneyFormula(write.LookTotalMoney, sum("D"), all.entitled.Sub(all.amount)))
	g.Set(5, write.MoneyFormula(write.LookTotalMoney, sum("E"), all.amount))
	g.Set(6, write.Formula(write.LookTotalShare, shareFormula(fmt.Sprintf("E%d", row), b.awardTotalCell()), shareDigits(all.amount, b.result.Totals.Amount)))
	g.Set(7, write.Formula(write.LookTotalCount, sum("G"), strconv.Itoa(all.awards)))
	diff := all.amount.Sub(b.result.Totals.Amount)
	g.Set(8, write.TextFormula(write.LookTotal, fmt.Sprintf(`"与奖补明细合计相差 "&TEXT(ROUND(E%d-%s,2),"0.00")`, row, b.awardTotalCell()),
		strings.TrimSpace("与奖补明细合计相差 "+diff.String())))
}
