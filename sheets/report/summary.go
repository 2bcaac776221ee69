package report

import (
	"fmt"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets"
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
	plainHigh = 15 // points; the charts count on it
)

// laySummary writes 汇总, one printed page.
func (b *book) laySummary() error {
	g := newGrid(28, 8, 18, 17, 2, 25, 17, 17, 12, 9)
	b.summaryHead(g)
	top := g.row
	b.outcomeBlock(g)
	after := g.row
	g.row = top
	b.checkBlock(g)
	g.row = max(after, g.row)
	clauses := b.moneyBlock(g, "三、按条款", "条款", b.views[0].lines)
	districts := b.moneyBlock(g, "四、按县区", "县区", b.views[1].lines)
	readings := b.readingBlock(g)
	for row := 3; row <= g.row; row++ {
		if g.heights[row] == 0 {
			g.heights[row] = plainHigh
		}
	}
	if err := b.layGrid(SheetSummary, g, sheets.PageSetup{Tall: 1}); err != nil {
		return err
	}
	// The charts come last: they are placed by the widths of the columns.
	for _, draw := range []error{b.moneyChart(clauses, "各条款奖补金额（元）"), b.moneyChart(districts, "各县区奖补金额（元）"), b.budgetChart(readings)} {
		if draw != nil {
			return fmt.Errorf("chart of %s: %w", SheetSummary, draw)
		}
	}
	return nil
}

// summaryHead writes the title, what could not be read first and in red, and
// the figures that everybody asks for.
func (b *book) summaryHead(g *grid) {
	g.next()
	g.span(leftCol, rightEnd, sheets.LookTitle, b.title+"汇总表")
	g.high(34)
	b.refusedFiles(g)
	g.next()
	g.span(leftCol, rightEnd, sheets.LookNote, "依据：《"+b.policy.Title+"》（"+b.policy.Document+"）　奖补年度："+strconv.Itoa(b.result.AwardYear)+"　"+b.readWords())
	g.next()
	g.high(6)
	g.next()
	held := len(b.withOutcome(calc.Held))
	g.heads(leftCol, "奖补金额合计（元）", "项目数", "奖补单位数", "待核记录数")
	g.next()
	g.put(1, liveMoney(sheets.LookTotalMoney, b.awardTotalCell(), b.result.Totals.Amount))
	g.put(2, live(sheets.LookTotalCount, fmt.Sprintf("COUNT(%s)", b.awardRange(awardAmount)), strconv.Itoa(len(b.awards))))
	g.put(3, count(sheets.LookTotalCount, b.payees()))
	g.put(4, count(sheets.LookTotalCount, held))
	g.high(20)
	g.row--
	b.budgetLineInWords(g)
}

// budgetLineInWords is the budget in one line, beside the figures.
func (b *book) budgetLineInWords(g *grid) {
	g.heads(rightCol, "预算总额（元）", "奖补金额（元）", "剩余（元）", "使用比例", "状态")
	row := g.next()
	total := b.totalBudget()
	if total == nil {
		g.span(rightCol, rightEnd, sheets.LookText, "未提供预算总额，未作核对")
		return
	}
	g.put(rightCol, money(sheets.LookTotalMoney, total.Limit))
	g.put(rightCol+1, liveMoney(sheets.LookTotalMoney, b.awardTotalCell(), total.Amount))
	g.put(rightCol+2, liveMoney(sheets.LookTotalMoney, fmt.Sprintf("ROUND(F%d-G%d,2)", row, row), total.Remaining))
	g.put(rightCol+3, live(sheets.LookTotalShare, shareFormula(fmt.Sprintf("G%d", row), fmt.Sprintf("F%d", row)), shareDigits(total.Amount, total.Limit)))
	look := sheets.LookTotal
	if total.Status == calc.Over {
		look = sheets.LookBad
	}
	g.put(rightCol+4, liveText(look, fmt.Sprintf(`IF(H%d<0,"%s","%s")`, row, statusNames[calc.Over], statusNames[calc.Within]), statusNames[total.Status]))
}

// totalBudget is the line of the budget that is about everything.
func (b *book) totalBudget() *calc.BudgetLine {
	for i := range b.result.Budget {
		if b.result.Budget[i].Scope == calc.ScopeTotal {
			return &b.result.Budget[i]
		}
	}
	return nil
}

// refusedFiles names in red the files that could not be read.
func (b *book) refusedFiles(g *grid) {
	var refused []string
	for _, in := range b.result.Inputs {
		if in.Status == calc.InputRefused {
			refused = append(refused, in.File)
		}
	}
	if len(refused) == 0 {
		return
	}
	g.next()
	more := ""
	if n := len(refused); n > maxRefusedFiles {
		refused, more = refused[:maxRefusedFiles], fmt.Sprintf(" 等 %d 个", n)
	}
	g.span(leftCol, rightEnd, sheets.LookAlarm, "以下文件未能读取，没有计入本报告："+strings.Join(refused, "、")+more+"。原因见“问题清单”，请更正后重新报送并重新核定。")
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
func (b *book) outcomeBlock(g *grid) {
	g.section("一、按结论")
	g.next()
	g.heads(leftCol, "结论", "记录数", "应奖金额（元）", "奖补金额（元）")
	bl := block{head: g.row, first: g.row + 1}
	all := b.all(func(*group) bool { return true })
	for _, o := range calc.Outcomes {
		row := g.next()
		who := fmt.Sprintf("%s,$A%d", b.recordRange(headOutcome), row)
		of := b.all(func(g *group) bool { return g.outcome == o })
		g.put(1, words(sheets.LookText, o.Name()))
		g.put(2, live(sheets.LookCount, "COUNTIFS("+who+")", strconv.Itoa(b.result.Totals.Outcomes[o])))
		g.put(3, liveMoney(sheets.LookMoney, fmt.Sprintf("SUMIFS(%s,%s)", b.recordRange(headEntitled), who), of.entitled))
		if o == calc.Granted {
			g.put(4, liveMoney(sheets.LookMoney, b.awardTotalCell(), of.amount))
		} else {
			g.put(4, liveMoney(sheets.LookMoney, fmt.Sprintf("SUMIFS(%s,%s)", b.recordRange(headAmount), who), of.amount))
		}
	}
	bl.last = g.row
	g.next()
	g.put(1, words(sheets.LookTotal, "合计"))
	g.put(2, live(sheets.LookTotalCount, bl.sum("B"), strconv.Itoa(b.result.Totals.Records)))
	g.put(3, liveMoney(sheets.LookTotalMoney, bl.sum("C"), all.entitled))
	g.put(4, liveMoney(sheets.LookTotalMoney, bl.sum("D"), all.amount))
}

func (bl block) sum(col string) string {
	if bl.last < bl.first {
		return "0"
	}
	return fmt.Sprintf("SUM(%s%d:%s%d)", col, bl.first, col, bl.last)
}

// checkBlock claims every total twice and shows the difference.
func (b *book) checkBlock(g *grid) {
	g.section2(rightCol, "二、核对（两方独立计算，差异应为 0.00）")
	g.next()
	g.heads(rightCol, "核对内容", "一方", "另一方", "差异", "结果")
	amount, total := b.result.Totals.Amount, b.awardTotalCell()
	rows := 0
	for _, in := range b.result.Inputs {
		rows += in.Rows
	}
	b.check(g, "程序决定总额＝奖补明细", fixed(amount), cellOf(total, amount))
	b.check(g, "认定记录＝奖补明细", cellOf(b.recordTotalCell(), amount), cellOf(total, amount))
	b.check(g, "企业汇总＝奖补明细", cellOf(b.companyTotalCell(), amount), cellOf(total, amount))
	b.check(g, "县区汇总＝奖补明细", cellOf(b.districtTotalCell(), amount), cellOf(total, amount))
	b.check(g, "条款汇总＝奖补明细", cellOf(b.clauseTotalCell(), amount), cellOf(total, amount))
	n := len(b.result.Records)
	b.check(g, "报送行数＝认定记录数", number("", rows), number("COUNTA("+b.recordRange(headKey)+")", n))
	b.check(g, "各结论之和＝认定记录数", number("", b.outcomeSum()), number("COUNTA("+b.recordRange(headOutcome)+")", n))
}

func (b *book) outcomeSum() int {
	n := 0
	for _, o := range calc.Outcomes {
		n += b.result.Totals.Outcomes[o]
	}
	return n
}

// section2 begins a block that does not stand at the left.
func (g *grid) section2(col int, text string) {
	g.next()
	g.next()
	g.put(col, words(sheets.LookSection, text))
}

// claim is one side of a check: a value, or a formula with its value.
type claim struct {
	formula string
	value   calc.Yuan
	look    sheets.Look
	digits  string
}

func fixed(y calc.Yuan) claim { return cellOf("", y) }

func cellOf(formula string, y calc.Yuan) claim {
	return claim{formula, y, sheets.LookMoney, y.String()}
}

// number is a claim about a count.
func number(formula string, n int) claim {
	return claim{formula, calc.YuanOf(int64(n)), sheets.LookCount, strconv.Itoa(n)}
}

func (c claim) cell() func(*sheets.Pen) {
	if c.formula == "" {
		return func(p *sheets.Pen) { p.Digits(c.look, c.digits) }
	}
	return live(c.look, c.formula, c.digits)
}

// The words for a check that holds, and for one that does not.
const (
	checkHolds = "一致"
	checkFails = "不一致"
)

func (b *book) check(g *grid, name string, x, y claim) {
	row := g.next()
	diff := x.value.Sub(y.value)
	g.put(rightCol, words(sheets.LookText, name))
	g.put(rightCol+1, x.cell())
	g.put(rightCol+2, y.cell())
	g.put(rightCol+3, liveMoney(sheets.LookMoney, fmt.Sprintf("ROUND(G%d-H%d,2)", row, row), diff))
	word := checkHolds
	if !diff.IsZero() {
		word = checkFails
	}
	g.put(rightCol+4, liveText(sheets.LookCentre, fmt.Sprintf(`IF(I%d=0,"%s","%s")`, row, checkHolds, checkFails), word))
}

// moneyBlock writes a view at the left; its chart goes beside it.
func (b *book) moneyBlock(g *grid, title, head string, lines []viewLine) block {
	g.section(title)
	g.next()
	g.heads(leftCol, head, "项目数", "奖补金额（元）", "占比")
	bl := block{head: g.row, first: g.row + 1}
	awards := 0
	for _, l := range lines {
		row := g.next()
		awards += l.awards
		g.put(1, words(sheets.LookText, l.name))
		g.put(2, live(sheets.LookCount, l.count, strconv.Itoa(l.awards)))
		g.put(3, liveMoney(sheets.LookMoney, l.sum, l.amount))
		g.put(4, live(sheets.LookShare, shareFormula(fmt.Sprintf("C%d", row), b.awardTotalCell()), shareDigits(l.amount, b.result.Totals.Amount)))
	}
	bl.last = g.row
	row := g.next()
	g.put(1, words(sheets.LookTotal, "合计"))
	g.put(2, live(sheets.LookTotalCount, bl.sum("B"), strconv.Itoa(awards)))
	g.put(3, liveMoney(sheets.LookTotalMoney, bl.sum("C"), b.result.Totals.Amount))
	g.put(4, live(sheets.LookTotalShare, shareFormula(fmt.Sprintf("C%d", row), b.awardTotalCell()), shareDigits(b.result.Totals.Amount, b.result.Totals.Amount)))
	return bl
}

// readingBlock lists the readings in force; the chart of the budget goes
// beside it.
func (b *book) readingBlock(g *grid) block {
	g.section("五、采用的口径（其他口径的影响见“口径与依据”）")
	bl := block{head: g.row, first: g.row + 1}
	for _, rd := range b.policy.Readings {
		value := b.result.Readings[rd.Name]
		question, meaning := b.readingWords(rd.Name, value)
		mark := ""
		if value != rd.Default {
			mark = "（非默认）"
		}
		g.next()
		g.span(leftCol, leftEnd, sheets.LookNote, question+meaning+mark+"（"+rd.Name+"＝"+value+"）")
	}
	bl.last = g.row
	return bl
}
