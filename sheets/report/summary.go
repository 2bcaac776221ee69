package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// maxRefusedFiles is how many files that could not be read 汇总 names; it
// stays one page, and 问题清单 names them all.
const maxRefusedFiles = 8

// The columns of 汇总: a block of tables at the left (A to D), one of checks
// and charts at the right (F to J).
const (
	leftCol   = 1
	leftEnd   = 4
	rightCol  = 6
	rightEnd  = 10
	plainHigh = 14 // points
)

// writeSummary writes 汇总, two printed pages in a type that can be read: no block
// and no chart is parted.
func (b *book) writeSummary() error {
	g := write.NewGrid(25, 8, 16, 16, 2, 22, 16, 16, 11, 8)
	b.summaryHead(g)
	top := g.Row
	b.outcomeBlock(g)
	after := g.Row
	g.Row = top
	b.checkBlock(g)
	g.Row = max(after, g.Row)
	clauses := b.moneyBlock(g, "三、按条款", "条款", b.views[0].lines)
	districts := b.moneyBlock(g, "四、按县区", "县区", b.views[1].lines)
	readings := b.readingBlock(g)
	b.signatures(g)
	g.Even(3, plainHigh)
	if err := b.writeGrid(SheetSummary, g, write.PageSetup{Breaks: []int{districts.head - 1}}); err != nil {
		return err
	}
	// The charts come last: they are placed by the widths of the columns.
	for _, draw := range []error{b.moneyChart(clauses, "各条款奖补金额（元）"), b.moneyChart(districts, "各县区奖补金额（元）"),
		b.budgetChart(readings)} {
		if draw != nil {
			return fmt.Errorf("chart of %s: %w", SheetSummary, draw)
		}
	}
	return nil
}

// signatures are the lines on which the summary is signed.
func (b *book) signatures(g *write.Grid) {
	g.Next()
	g.Line(leftCol, rightEnd, write.StyleNote, "制表：　　　　　　　　　审核：　　　　　　　　　负责人：　　　　　　　　　日期：　　　　年　　月　　日　　　　　　（盖章）")
	g.High(24)
}

// summaryHead writes the title, what could not be read first and in red, and
// the figures that everybody asks for.
func (b *book) summaryHead(g *write.Grid) {
	g.Line(leftCol, rightEnd, write.StyleTitle, b.title+"汇总表")
	g.High(34)
	b.refusedFiles(g)
	b.unclaimed(g)
	g.Line(leftCol, rightEnd, write.StyleNote, "依据：《"+b.policy.Title+"》（"+b.policy.Document+"）　奖补年度："+
		strconv.Itoa(b.result.AwardYear)+"　"+b.readWords()+"　奖补金额合计 "+b.result.Totals.Amount.GroupedWan()+" 万元")
	g.Next()
	g.High(6)
	g.Next()
	held := len(b.withOutcome(calc.Held))
	g.Heads(leftCol, "奖补金额合计（元）", "项目数", "奖补单位数", "待核记录数")
	g.Next()
	g.Put(leftCol, write.MoneyFormula(write.StyleTotalMoney, b.awardTotalCell(), b.result.Totals.Amount),
		write.Formula(write.StyleTotalCount, fmt.Sprintf("COUNT(%s)", b.lists[SheetAwards].Range(headAmount)),
			strconv.Itoa(len(b.awards))),
		write.Count(write.StyleTotalCount, b.payees()), write.Count(write.StyleTotalCount, held))
	g.High(20)
	g.Row--
	b.budgetLineInWords(g)
}

// budgetLineInWords is the budget in one line, beside the figures.
func (b *book) budgetLineInWords(g *write.Grid) {
	g.Heads(rightCol, "预算总额（元）", "奖补金额（元）", "剩余（元）", "使用比例", "状态")
	g.Next()
	lines := b.result.Budget
	n := slices.IndexFunc(lines, func(l calc.BudgetLine) bool { return l.Scope == calc.ScopeTotal })
	if n < 0 {
		g.Span(rightCol, rightEnd, write.StyleText, "未提供预算总额，未作核对")
		return
	}
	spending(g, rightCol, &lines[n], b.awardTotalCell(), write.StyleTotalMoney, write.StyleTotalShare, write.StyleTotal)
}

// refusedFiles names in red the files that could not be read.
func (b *book) refusedFiles(g *write.Grid) {
	inputs := calc.Those(b.result.Inputs, func(in *calc.Input) bool { return in.Status == calc.InputRefused })
	refused := calc.Mapped(inputs, func(in *calc.Input) string { return in.File })
	if len(refused) == 0 {
		return
	}
	g.Next()
	more := ""
	if n := len(refused); n > maxRefusedFiles {
		refused, more = refused[:maxRefusedFiles], fmt.Sprintf(" 等 %d 个", n)
	}
	g.Span(leftCol, rightEnd, write.StyleAlarm, "以下文件未能读取，没有计入本报告："+strings.Join(refused, "、")+more+
		"。原因见“问题清单”，请更正后重新报送并重新核定。")
}

// unclaimed says what official lists recognise and nobody reported.
func (b *book) unclaimed(g *write.Grid) {
	if u := b.result.Unclaimed; u != nil && u.Count > 0 {
		g.Line(leftCol, rightEnd, write.StyleAlarm, unclaimedWords(u)+"见“名单核对”，请县区核实补报。")
	}
}

// unclaimedTotal says it beside the budget, with what all would come to.
func (b *book) unclaimedTotal(g *write.Grid) {
	if u := b.result.Unclaimed; u != nil && u.Count > 0 {
		g.Line(1, 8, write.StyleNote, "官方名单上另有"+unclaimedWords(u)+"全部补报并核准后总额为 "+
			b.result.Totals.Amount.Add(u.Amount).Grouped()+" 元（不含待核事项）。")
	}
}

func unclaimedWords(u *calc.Unclaimed) string {
	return fmt.Sprintf("应享未报 %d 项，按政策应奖 %s 元，没有计入奖补金额。", u.Count, u.Amount.Grouped())
}

// readWords says how many files were read and what came out of them.
func (b *book) readWords() string {
	n := map[calc.InputStatus]int{}
	rows := 0
	for _, in := range b.result.Inputs {
		n[in.Status]++
		rows += in.Rows
	}
	s := fmt.Sprintf("报送文件 %d 个，已读取 %d 个", len(b.result.Inputs), n[calc.InputRead])
	if n[calc.InputRefused] > 0 {
		s += fmt.Sprintf("，未能读取 %d 个", n[calc.InputRefused])
	}
	if n[calc.InputDuplicate] > 0 {
		s += fmt.Sprintf("，重复报送 %d 个", n[calc.InputDuplicate])
	}
	errs := b.result.Findings.Count(calc.Error)
	return s + fmt.Sprintf("，认定记录 %d 条；问题：错误 %d 处，提醒 %d 处", b.result.Totals.Records, errs, len(b.result.Findings)-errs)
}

// span of rows that a block covers in column A.
type block struct{ head, first, last int }

// outcomeBlock counts the records by outcome, with what each was entitled to
// and what it is paid.
func (b *book) outcomeBlock(g *write.Grid) {
	bl := headed(g, "一、按结论", "结论", "记录数", "应奖金额（元）", "奖补金额（元）")
	all := b.all(func(*group) bool { return true })
	for _, o := range calc.Outcomes {
		row := g.Next()
		who := fmt.Sprintf("%s,$A%d", b.lists[SheetRecords].Range(headOutcome), row)
		of := b.all(func(g *group) bool { return g.outcome == o })
		sum := func(head string) string { return fmt.Sprintf("SUMIFS(%s,%s)", b.lists[SheetRecords].Range(head), who) }
		amount := sum(headAmount)
		if o == calc.Granted {
			amount = b.awardTotalCell()
		}
		g.Put(leftCol, write.Text(write.StyleText, o.Name()),
			write.Formula(write.StyleCount, "COUNTIFS("+who+")", strconv.Itoa(b.result.Totals.Outcomes[o])),
			write.MoneyFormula(write.StyleMoney, sum(headEntitled), of.entitled),
			write.MoneyFormula(write.StyleMoney, amount, of.amount))
	}
	bl.last = g.Row
	g.Next()
	g.Put(leftCol, write.Text(write.StyleTotal, "合计"),
		write.Formula(write.StyleTotalCount, bl.sum("B"), strconv.Itoa(b.result.Totals.Records)),
		write.MoneyFormula(write.StyleTotalMoney, bl.sum("C"), all.entitled),
		write.MoneyFormula(write.StyleTotalMoney, bl.sum("D"), all.amount))
}

func (bl block) sum(col string) string {
	if bl.last < bl.first {
		return "0"
	}
	return fmt.Sprintf("SUM(%s%d:%s%d)", col, bl.first, col, bl.last)
}

// checkBlock claims every total twice and shows the difference.
func (b *book) checkBlock(g *write.Grid) {
	g.Next()
	g.Next()
	g.Set(rightCol, write.Text(write.StyleSection, "二、核对（两方独立计算，差异应为 0.00）"))
	g.Next()
	g.Heads(rightCol, "核对内容", "一方", "另一方", "差异", "结果")
	amount, total := b.result.Totals.Amount, b.awardTotalCell()
	rows := 0
	for _, in := range b.result.Inputs {
		rows += in.Rows
	}
	b.check(g, "程序决定总额＝奖补明细", cellOf("", amount), cellOf(total, amount))
	b.check(g, "认定记录＝奖补明细", cellOf(b.lists[SheetRecords].TotalCell(headAmount), amount), cellOf(total, amount))
	b.check(g, "企业汇总＝奖补明细", cellOf(b.lists[SheetCompanies].TotalCell(headAmount), amount), cellOf(total, amount))
	b.check(g, "县区汇总＝奖补明细", cellOf(b.lists[SheetDistricts].TotalCell(headSum), amount), cellOf(total, amount))
	b.check(g, "条款汇总＝奖补明细", cellOf(b.lists[SheetClauses].TotalCell(headAmount), amount), cellOf(total, amount))
	n := len(b.result.Records)
	b.check(g, "报送行数＝认定记录数", number("", rows), number("COUNTA("+b.lists[SheetRecords].Range(headKey)+")", n))
	awards := b.lists[SheetAwards]
	b.check(g, "奖补明细行数＝予以奖补", number("COUNT("+awards.Below(headAmount)+")-1", len(b.awards)),
		number("", b.result.Totals.Outcomes[calc.Granted]))
	b.check(g, "奖补明细各行之和＝合计", cellOf("SUM("+awards.Below(headAmount)+")-"+total, amount), cellOf(total, amount))
	b.check(g, "各结论之和＝认定记录数", number("", b.outcomeSum()),
		number("COUNTA("+b.lists[SheetRecords].Range(headOutcome)+")", n))
}

func (b *book) outcomeSum() int {
	n := 0
	for _, o := range calc.Outcomes {
		n += b.result.Totals.Outcomes[o]
	}
	return n
}

// claim is one side of a check: a value, or a formula with its value.
type claim struct {
	formula string
	value   money.Yuan
	style   write.Style
	digits  string
}

func cellOf(formula string, y money.Yuan) claim {
	return claim{formula, y, write.StyleMoney, y.String()}
}

// number is a claim about a count.
func number(formula string, n int) claim {
	return claim{formula, money.YuanOf(int64(n)), write.StyleCount, strconv.Itoa(n)}
}

func (c claim) cell() func(*write.SheetWriter) {
	if c.formula == "" {
		return func(p *write.SheetWriter) { p.Digits(c.style, c.digits) }
	}
	return write.Formula(c.style, c.formula, c.digits)
}

// The words for a check that holds, and for one that does not.
const (
	checkHolds = "一致"
	checkFails = "不一致"
)

func (b *book) check(g *write.Grid, name string, x, y claim) {
	row := g.Next()
	diff, word := x.value.Sub(y.value), checkHolds
	if !diff.IsZero() {
		word = checkFails
	}
	g.Put(rightCol, write.Text(write.StyleText, name), x.cell(), y.cell(),
		write.MoneyFormula(write.StyleMoney, fmt.Sprintf("ROUND(G%d-H%d,2)", row, row), diff),
		write.TextFormula(write.StyleCentre, fmt.Sprintf(`IF(I%d=0,"%s","%s")`, row, checkHolds, checkFails), word))
}

// moneyBlock writes a view at the left; its chart goes beside it.
func (b *book) moneyBlock(g *write.Grid, title, head string, lines []viewLine) block {
	bl := headed(g, title, head, "项目数", "奖补金额（元）", "占比")
	awards := 0
	for _, l := range lines {
		row := g.Next()
		awards += l.records
		g.Put(leftCol, write.Text(write.StyleText, l.name),
			write.Formula(write.StyleCount, l.count, strconv.Itoa(l.records)),
			write.MoneyFormula(write.StyleMoney, l.sum, l.amount),
			b.shareOf(write.StyleShare, fmt.Sprintf("C%d", row), l.amount))
	}
	bl.last = g.Row
	row := g.Next()
	g.Put(leftCol, write.Text(write.StyleTotal, "合计"),
		write.Formula(write.StyleTotalCount, bl.sum("B"), strconv.Itoa(awards)),
		write.MoneyFormula(write.StyleTotalMoney, bl.sum("C"), b.result.Totals.Amount),
		b.shareOf(write.StyleTotalShare, fmt.Sprintf("C%d", row), b.result.Totals.Amount))
	return bl
}

// readingBlock lists the readings in force; the chart of the budget goes
// beside it.
func (b *book) readingBlock(g *write.Grid) block {
	section(g, "五、采用的口径（其他口径的影响见“口径与依据”）")
	bl := block{head: g.Row, first: g.Row + 1}
	for _, rd := range b.policy.Readings {
		value := b.result.Readings[rd.Name]
		question, meaning := b.readingWords(rd.Name, value)
		mark := ""
		if value != rd.Default {
			mark = "（非默认）"
		}
		g.Line(leftCol, leftEnd, write.StyleNote, question+meaning+mark)
	}
	if n := b.budgetBars(); n > 0 { // room for the chart
		g.Row = max(g.Row, bl.first+2*n+2)
	}
	bl.last = g.Row
	return bl
}
