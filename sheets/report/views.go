package report

import (
	"fmt"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// layDistricts writes 县区汇总: districts down, clauses across.
func (b *book) layDistricts() error {
	t := table{name: SheetDistricts, title: b.title + "县区汇总表", unit: unitYuan, freeze: 1, lines: len(b.result.Totals.Districts),
		note: b.note("单位数按统一社会信用代码计算"),
		cols: []column{{"县区", write.StyleCentre, 8, 14}}}
	for _, c := range b.policy.Clauses {
		t.cols = append(t.cols, column{"（" + c.Number + "）" + c.Title, write.StyleMoney, 9, 20})
	}
	t.cols = append(t.cols, column{"合计(元)", write.StyleMoney, 10, 20}, column{"奖补项目数", write.StyleCount, 6, 8},
		column{"奖补单位数", write.StyleCount, 6, 8}, column{"认定记录数", write.StyleCount, 6, 8})
	cells := b.districtCells()
	t.line = func(p *write.SheetWriter, row, i int) { b.districtLine(p, row, i, cells) }
	t.total = func(p *write.SheetWriter, _ int) { b.districtTotal(p, t.last(), cells) }
	return b.lay(t)
}

// districtSums are the amounts by district and clause, and the awards by
// district.
type districtSums struct {
	amount map[[2]string]money.Yuan
	clause map[string]money.Yuan // of all districts
	awards map[string]int
}

func (b *book) districtCells() districtSums {
	s := districtSums{map[[2]string]money.Yuan{}, map[string]money.Yuan{}, map[string]int{}}
	for i := range b.groups {
		g := &b.groups[i]
		if !g.granted() {
			continue
		}
		k := [2]string{g.district, g.clause}
		s.amount[k] = s.amount[k].Add(g.amount)
		s.clause[g.clause] = s.clause[g.clause].Add(g.amount)
		s.awards[g.district] += g.records
	}
	return s
}

// unnamed is what stands for a name that the row did not give.
const unnamed = "（未列明）"

// ofDistrict is the criterion for the district of a line, whose name stands in
// column A.
func ofDistrict(name string, row int) string {
	if name == "" {
		return exactly("")
	}
	return "$A" + strconv.Itoa(row)
}

func orUnnamed(s string) string {
	if s == "" {
		return unnamed
	}
	return s
}

func (b *book) districtLine(p *write.SheetWriter, row, i int, s districtSums) {
	d := &b.result.Totals.Districts[i]
	p.Text(write.StyleCentre, orUnnamed(d.Name))
	who := ofDistrict(d.Name, row)
	for _, c := range b.policy.Clauses {
		p.MoneyFormula(write.StyleMoney, b.sumif(awardDistrict, who, awardClause, exactly(c.Number)), s.amount[[2]string{d.Name, c.Number}])
	}
	end := calc.ColumnName(len(b.policy.Clauses) + 1)
	p.MoneyFormula(write.StyleMoney, fmt.Sprintf("SUM(B%d:%s%d)", row, end, row), d.Amount)
	p.Formula(write.StyleCount, b.countif(awardDistrict, who), strconv.Itoa(s.awards[d.Name]))
	p.Count(write.StyleCount, d.Companies)
	p.Count(write.StyleCount, d.Records)
}

func (b *book) districtTotal(p *write.SheetWriter, end int, s districtSums) {
	p.Text(write.StyleTotal, "合计")
	sum := func() string {
		col := calc.ColumnName(p.Column() + 1)
		return fmt.Sprintf("SUM(%s%d:%s%d)", col, firstRow, col, end)
	}
	for _, c := range b.policy.Clauses {
		p.MoneyFormula(write.StyleTotalMoney, sum(), s.clause[c.Number])
	}
	p.MoneyFormula(write.StyleTotalMoney, sum(), b.result.Totals.Amount)
	p.Formula(write.StyleTotalCount, sum(), strconv.Itoa(len(b.awards)))
	p.Count(write.StyleTotalCount, b.payees())
	p.Formula(write.StyleTotalCount, sum(), strconv.Itoa(b.result.Totals.Records))
}

// payees is how many companies are paid anything: a company paid in two
// districts counts once here.
func (b *book) payees() int {
	n := 0
	for i := range b.companies {
		if !b.companies[i].amount.IsZero() {
			n++
		}
	}
	return n
}

// districtTotalCell is the total of 县区汇总, for the checks.
func (b *book) districtTotalCell() string {
	return fmt.Sprintf("%s!$%s$%d", SheetDistricts, calc.ColumnName(len(b.policy.Clauses)+2), firstRow+max(len(b.result.Totals.Districts), 1))
}

// clauseLine is one line of 条款汇总: an item at a level.
type clauseLine struct {
	clause, title, item, level, office, payee, standard string
	mixed                                               bool // its awards are paid to different kinds of payee
	records, awards                                     int
	entitled                                            money.Yuan // of all that would be paid but for 就高 and caps
	amount                                              money.Yuan
}

// listClauses lists every item and level of the policy, then what the records
// claim beside them.
func (b *book) listClauses() []clauseLine {
	var lines []clauseLine
	at := map[[2]string]int{}
	for _, rule := range b.policy.RuleBook() {
		at[[2]string{rule.ID, rule.Level}] = len(lines)
		it, _ := b.policy.Item(rule.ID)
		l := b.clauseLineOf(it, rule.Level)
		l.standard = amountWithCap(rule)
		lines = append(lines, l)
	}
	for i := range b.groups {
		g := &b.groups[i]
		k := [2]string{g.item, g.level}
		it, ok := b.policy.Item(g.item)
		if !ok {
			k = [2]string{}
		}
		n, known := at[k]
		if !known {
			n = len(lines)
			at[k] = n
			lines = append(lines, b.clauseLineOf(it, k[1]))
		}
		lines[n].add(g)
	}
	return lines
}

func (b *book) clauseLineOf(it *calc.Item, level string) clauseLine {
	if it == nil {
		return clauseLine{item: "不在政策范围或未能识别的事项"}
	}
	l := clauseLine{clause: it.Clause, item: it.Name, level: level, office: it.Office, payee: it.Payee, standard: "政策没有这一级别"}
	if c, ok := b.policy.Clause(it.Clause); ok {
		l.title = c.Title
	}
	return l
}

// amountWithCap is what a rule pays, with its cap where it has one.
func amountWithCap(r calc.Rule) string {
	if r.Cap == "" {
		return r.Amount
	}
	return r.Amount + "，" + r.Cap
}

func (l *clauseLine) add(g *group) {
	l.records += g.records
	if g.open() {
		l.entitled = l.entitled.Add(g.entitled)
	}
	if !g.granted() {
		return
	}
	if l.awards > 0 && g.payee != l.payee {
		l.mixed = true
	}
	l.payee = g.payee
	l.awards += g.records
	l.amount = l.amount.Add(g.amount)
}

// The columns of 条款汇总 that formulas look through.
const (
	clauseItem   = "C"
	clauseOffice = "E"
	clausePayee  = "F"
	clauseAwards = "I"
	clauseAmount = "J"
)

// layClauses writes 条款汇总: one line an item and level.
func (b *book) layClauses() error {
	t := table{name: SheetClauses, title: b.title + "条款汇总表", unit: unitYuan, note: b.note(""), freeze: 4, lines: len(b.clauses),
		cols: []column{{"条款", write.StyleCentre, 5, 8}, {"条款名称", write.StyleText, 16, 26}, {"奖补事项", write.StyleText, 16, 28},
			{"级别", write.StyleCentre, 7, 10}, {"责任处室", write.StyleText, 10, 18}, {"拨付对象", write.StyleText, 8, 14},
			{"奖补标准", write.StyleText, 12, 24}, {"认定记录数", write.StyleCount, 6, 8}, {"奖补项目数", write.StyleCount, 6, 8},
			{"奖补金额(元)", write.StyleMoney, 15, 20}, {"占比", write.StyleShare, 8, 8}}}
	t.line = func(p *write.SheetWriter, row, i int) { b.clauseRow(p, row, i) }
	t.total = func(p *write.SheetWriter, _ int) { b.clauseTotal(p, t.last()) }
	return b.lay(t)
}

func (b *book) clauseRow(p *write.SheetWriter, row, i int) {
	l := &b.clauses[i]
	p.Text(write.StyleCentre, l.clause)
	p.Text(write.StyleText, l.title)
	p.Text(write.StyleText, l.item)
	p.Text(write.StyleCentre, l.level)
	p.Text(write.StyleText, l.office)
	p.Text(write.StyleText, l.payee)
	p.Text(write.StyleText, l.standard)
	p.Count(write.StyleCount, l.records)
	pairs := []string{awardClause, exactly(l.clause), awardItem, exactly(l.item), awardLevel, exactly(l.level)}
	p.Formula(write.StyleCount, b.countif(pairs...), strconv.Itoa(l.awards))
	p.MoneyFormula(write.StyleMoney, b.sumif(pairs...), l.amount)
	b.share(p, write.StyleShare, fmt.Sprintf("J%d", row), b.awardTotalCell(), l.amount, b.result.Totals.Amount)
}

func (b *book) clauseTotal(p *write.SheetWriter, end int) {
	p.Text(write.StyleTotal, "合计")
	for range 6 {
		p.Blank(write.StyleTotal)
	}
	sum := func() string {
		col := calc.ColumnName(p.Column() + 1)
		return fmt.Sprintf("SUM(%s%d:%s%d)", col, firstRow, col, end)
	}
	p.Formula(write.StyleTotalCount, sum(), strconv.Itoa(b.result.Totals.Records))
	p.Formula(write.StyleTotalCount, sum(), strconv.Itoa(len(b.awards)))
	p.MoneyFormula(write.StyleTotalMoney, sum(), b.result.Totals.Amount)
	b.share(p, write.StyleTotalShare, fmt.Sprintf("J%d", end+1), b.awardTotalCell(), b.result.Totals.Amount, b.result.Totals.Amount)
}

// share writes what part of a whole a sum is, to the hundredth of a percent.
func (b *book) share(p *write.SheetWriter, style write.Style, part, whole string, x, y money.Yuan) {
	p.Formula(style, shareFormula(part, whole), shareDigits(x, y))
}

func shareFormula(part, whole string) string {
	return fmt.Sprintf("IF(%s=0,0,ROUND(%s/%s,4))", whole, part, whole)
}

// clauseRange is a column of 条款汇总 as formulas name it.
func (b *book) clauseRange(col string) string {
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", SheetClauses, col, firstRow, col, firstRow+max(len(b.clauses), 1)-1)
}

// clauseTotalCell is the total of 条款汇总, for the checks.
func (b *book) clauseTotalCell() string {
	return fmt.Sprintf("%s!$%s$%d", SheetClauses, clauseAmount, firstRow+max(len(b.clauses), 1))
}
