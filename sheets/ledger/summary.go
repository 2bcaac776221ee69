package ledger

import (
	"fmt"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// writeSummary writes 对账汇总, one printed page: what was awarded and paid in
// all, by status, by district and by item, and that the sums agree.
func (b *book) writeSummary() error {
	g := write.NewGrid(26, 8, 18, 18, 18, 18)
	g.Title(34, b.title+"对账汇总表", b.note(b.words()), unitYuan)
	b.verdict(g)
	statuses := b.statusBlock(g)
	districts := b.reckoningBlock(g, "二、按县区", "县区", b.rec.Districts, lineAwardPlace, linePaidPlace,
		named)
	items := b.reckoningBlock(g, "三、按奖补事项", "奖补事项", b.rec.Items, lineAwardItem, linePaidItem, b.itemName)
	b.checkBlock(g, statuses, districts, items)
	b.countyBlock(g)
	g.Line(1, 6, write.StyleNote, "对账编号："+reconcile.ID(b.rec))
	return b.draft.FillGrid(SheetSummary, g,
		write.PageSetup{Tall: 1, Portrait: true, Left: SheetSummary, Right: b.policy.Document})
}

// words says what was compared.
func (b *book) words() string {
	errs := b.rec.Findings.Count(calc.Error)
	return fmt.Sprintf("奖补 %d 项，拨付 %d 笔，对账 %d 组；台账问题：错误 %d 处，提醒 %d 处",
		len(b.rec.Awards), b.rec.PaymentCount(), len(b.rec.Lines), errs, len(b.rec.Findings)-errs)
}

// verdict says first of all whether anything is left to do.
func (b *book) verdict(g *write.Grid) {
	n, counties := b.rec.Open(), b.rec.CountyDifferences()
	g.Next()
	switch {
	case n > 0 && counties > 0:
		g.Span(1, 6, write.StyleAlarm, fmt.Sprintf("有 %d 组不相符，见“差异清单”；拨付县区财政的有 %d 个县区不相符。", n, counties))
	case n > 0:
		g.Span(1, 6, write.StyleAlarm, fmt.Sprintf("有 %d 组不相符，见“差异清单”。", n))
	case counties > 0:
		g.Span(1, 6, write.StyleAlarm, fmt.Sprintf("拨付县区财政的有 %d 个县区不相符。", counties))
	default:
		g.Span(1, 6, write.StyleNote, "全部相符，没有差异。")
	}
}

var sumHeads = []string{"奖补金额", "已拨金额", "退回金额", "差额"}

// statusBlock counts the lines by status, with their money. It gives the row of
// its total.
func (b *book) statusBlock(g *write.Grid) int {
	g.Section("一、按状态")
	g.Heads(1, append([]string{"状态", "组数"}, sumHeads...)...)
	first := g.Row + 1
	for _, s := range b.rec.ByStatus() {
		g.Next()
		is := write.Exactly(s.Status.Name())
		g.Set(1, write.Text(write.StyleText, s.Status.Name()))
		g.Set(2, write.Formula(write.StyleCount, "COUNTIFS("+b.lines.Range(lineStatus)+","+is+","+
			b.lines.Range(lineDifference)+`,"<>")`, strconv.Itoa(s.Lines)))
		b.putSums(g, &s.Sums, lineStatus, lineStatus, is)
	}
	b.totalRow(g, first)
	g.Set(2, write.Formula(write.StyleTotalCount, fmt.Sprintf("SUM(B%d:B%d)", first, g.Row-1),
		strconv.Itoa(len(b.rec.Lines))))
	return g.Row
}

// putSums writes the sums of the rows of 对账明细 that say what is wanted in these
// columns, and their difference.
func (b *book) putSums(g *write.Grid, r *reconcile.Sums, awarded, paid, is string) {
	g.Put(3, write.MoneyFormula(write.StyleMoney, b.sumif(lineAwarded, awarded, is), r.Awarded),
		write.MoneyFormula(write.StyleMoney, b.sumif(linePaid, paid, is), r.Paid),
		write.MoneyFormula(write.StyleMoney, b.sumif(lineReturned, paid, is), r.Returned),
		write.MoneyFormula(write.StyleMoney, fmt.Sprintf("ROUND(D%d-E%d-C%d,2)", g.Row, g.Row, g.Row), r.Difference()))
}

// totalRow closes a block that began at the row first.
func (b *book) totalRow(g *write.Grid, first int) {
	g.Next()
	g.Put(1, write.Text(write.StyleTotal, "合计"), write.Blank(write.StyleTotal))
	t := &b.rec.Totals
	for i, y := range []money.Yuan{t.Awarded, t.Paid, t.Returned, t.Difference()} {
		formula := "0"
		if col := calc.ColumnName(3 + i); g.Row > first {
			formula = fmt.Sprintf("SUM(%s%d:%s%d)", col, first, col, g.Row-1)
		}
		g.Set(3+i, write.MoneyFormula(write.StyleTotalMoney, formula, y))
	}
}

// reckoningBlock writes the sums by district or item: awarded by the award's,
// paid and returned by the one that the payment counts under. It gives the row
// of its total.
func (b *book) reckoningBlock(g *write.Grid, title, head string, lines []reconcile.Reckoning, awarded, paid string,
	name func(string) string) int {
	g.Section(title)
	g.Heads(3, sumHeads...)
	g.Span(1, 2, write.StyleHead, head)
	first := g.Row + 1
	for i := range lines {
		r := &lines[i]
		g.Line(1, 2, write.StyleText, name(r.Name))
		b.putSums(g, &r.Sums, awarded, paid, write.Exactly(name(r.Name)))
	}
	b.totalRow(g, first)
	return g.Row
}

// checkBlock claims the totals twice and shows that they agree.
func (b *book) checkBlock(g *write.Grid, statuses, districts, items int) {
	g.Section("四、核对（各项差异应为 0.00）")
	g.Heads(3, "一方", "另一方", "差异", "结果")
	g.Span(1, 2, write.StyleHead, "核对内容")
	t := &b.rec.Totals
	type check struct {
		name, x, y string
		value      money.Yuan
	}
	total := b.lines.TotalCell
	for _, c := range []check{
		{"报告奖补合计＝对账明细", "", total(lineAwarded), t.Awarded}, {"台账已拨合计＝对账明细", "", total(linePaid), t.Paid},
		{"台账退回合计＝对账明细", "", total(lineReturned), t.Returned},
		{"按状态差额＝对账明细", fmt.Sprintf("F%d", statuses), total(lineDifference), t.Difference()},
		{"按县区差额＝按状态差额", fmt.Sprintf("F%d", districts), fmt.Sprintf("F%d", statuses), t.Difference()},
		{"按事项差额＝按状态差额", fmt.Sprintf("F%d", items), fmt.Sprintf("F%d", statuses), t.Difference()},
	} {
		row := g.Next()
		g.Span(1, 2, write.StyleText, c.name)
		if c.x == "" {
			g.Set(3, write.Money(write.StyleMoney, c.value))
		} else {
			g.Set(3, write.MoneyFormula(write.StyleMoney, c.x, c.value))
		}
		g.Put(4, write.MoneyFormula(write.StyleMoney, c.y, c.value),
			write.MoneyFormula(write.StyleMoney, fmt.Sprintf("ROUND(C%d-D%d,2)", row, row), money.Yuan{}),
			write.TextFormula(write.StyleCentre, fmt.Sprintf(`IF(E%d=0,"一致","不一致")`, row), "一致"))
	}
}
