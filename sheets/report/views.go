package report

import (
	"cmp"
	"fmt"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// headSum is the heading of the total of a line of 县区汇总.
const headSum = "合计(元)"

// districtList is 县区汇总: districts down, clauses across.
func (b *book) districtList() *write.List {
	l := b.list(write.List{Sheet: SheetDistricts, Title: b.title + "县区汇总表", Unit: unitYuan, Freeze: 1,
		Lines: len(b.result.Totals.Districts), Note: b.note("单位数按统一社会信用代码计算")})
	cells := awardsBy(b, func(g *group) [2]string { return [2]string{g.district, g.clause} })
	districts := awardsBy(b, func(g *group) string { return g.district })
	clauses := awardsBy(b, func(g *group) string { return g.clause })
	name := func(i int) string { return b.result.Totals.Districts[i].Name }
	companies := write.CountColumn("奖补单位数", 6, 8, func(i int) int { return b.result.Totals.Districts[i].Companies })
	companies.Total = func(w *write.SheetWriter, _ string) { w.Count(write.StyleTotalCount, b.payees()) }
	l.Columns = []write.ListColumn{{Head: headDistrict, Style: write.StyleCentre, Min: 8, Max: 14,
		Cell: func(w *write.SheetWriter, s write.Style, i int) { w.Text(s, cmp.Or(name(i), unnamed)) }}}
	for _, c := range b.policy.Clauses {
		l.Columns = append(l.Columns, write.ListColumn{Head: "（" + c.Number + "）" + c.Title,
			Style: write.StyleMoneyOrDash, Min: 9, Max: 20,
			Cell: func(w *write.SheetWriter, s write.Style, i int) {
				w.MoneyFormula(s, b.sumif(headDistrict, ofDistrict(name(i), write.ListFirst+i), headClause,
					write.Exactly(c.Number)), cells[[2]string{name(i), c.Number}].amount)
			}, Total: write.MoneyTotal(clauses[c.Number].amount)})
	}
	l.Columns = append(l.Columns, write.ListColumn{Head: headSum, Style: write.StyleMoney, Min: 10, Max: 20,
		Cell: b.districtSum, Total: write.MoneyTotal(b.result.Totals.Amount)},
		b.awardsColumn(func(i int) []string { return []string{headDistrict, ofDistrict(name(i), write.ListFirst+i)} },
			func(i int) int { return districts[name(i)].records }),
		companies, b.recordsColumn(func(i int) int { return b.result.Totals.Districts[i].Records }))
	return l
}

// districtSum is the total of a line, over its clauses.
func (b *book) districtSum(w *write.SheetWriter, s write.Style, i int) {
	row, end := write.ListFirst+i, calc.ColumnName(len(b.policy.Clauses)+1)
	w.MoneyFormula(s, fmt.Sprintf("SUM(B%d:%s%d)", row, end, row), b.result.Totals.Districts[i].Amount)
}

// awardsBy adds the awards up by what of says.
func awardsBy[K comparable](b *book, of func(*group) K) map[K]tally {
	sums := map[K]tally{}
	for i := range b.groups {
		if g := &b.groups[i]; g.granted() {
			t := sums[of(g)]
			t.add(g.tally)
			sums[of(g)] = t
		}
	}
	return sums
}

// unnamed is what stands for a name that the row did not give.
const unnamed = "（未列明）"

// ofDistrict is the criterion for the district of a line, whose name stands in
// column A.
func ofDistrict(name string, row int) string {
	if name == "" {
		return write.Exactly("")
	}
	return "$A" + strconv.Itoa(row)
}

// payees is how many companies are paid anything: a company paid in two
// districts counts once here.
func (b *book) payees() int {
	return calc.Count(b.companies, func(c *company) bool { return !c.amount.IsZero() })
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
	l := clauseLine{clause: it.Clause, item: it.Name, level: level, office: it.Office, payee: it.Payee,
		standard: "政策没有这一级别"}
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

// The headings of 条款汇总 that formulas look through.
const headOffice = "责任处室"

// clauseList is 条款汇总: one line an item and level.
func (b *book) clauseList() *write.List {
	l := b.list(write.List{Sheet: SheetClauses, Title: b.title + "条款汇总表", Unit: unitYuan, Note: b.note(""), Freeze: 4,
		Lines: len(b.clauses)})
	column := write.Lines[clauseLine](func(i int) *clauseLine { return &b.clauses[i] }).Text
	l.Columns = []write.ListColumn{column(headClause, write.StyleCentre, 5, 8,
		func(c *clauseLine) string { return c.clause }),
		column("条款名称", write.StyleText, 14, 18, func(c *clauseLine) string { return c.title }),
		column(headItemName, write.StyleText, 14, 22, func(c *clauseLine) string { return c.item }),
		column(headLevel, write.StyleCentre, 7, 10, func(c *clauseLine) string { return c.level }),
		column(headOffice, write.StyleText, 8, 12, func(c *clauseLine) string { return c.office }),
		column(headPayee, write.StyleText, 8, 12, func(c *clauseLine) string { return c.payee }),
		column("奖补标准", write.StyleText, 12, 20, func(c *clauseLine) string { return c.standard }),
		b.recordsColumn(func(i int) int { return b.clauses[i].records }),
		b.awardsColumn(func(i int) []string { return b.clauses[i].criteria() },
			func(i int) int { return b.clauses[i].awards }),
		{Head: headAmount, Style: write.StyleMoney, Min: 15, Max: 20,
			Cell: func(w *write.SheetWriter, s write.Style, i int) {
				w.MoneyFormula(s, b.sumif(b.clauses[i].criteria()...), b.clauses[i].amount)
			},
			Total: write.MoneyTotal(b.result.Totals.Amount)},
		{Head: "占比", Style: write.StyleShare, Min: 8, Max: 8,
			Cell: func(w *write.SheetWriter, s write.Style, i int) {
				b.shareOf(s, l.In(headAmount, write.ListFirst+i), b.clauses[i].amount)(w)
			},
			Total: func(w *write.SheetWriter, _ string) {
				b.shareOf(write.StyleTotalShare, l.In(headAmount, l.Last()+1), b.result.Totals.Amount)(w)
			}}}
	return l
}

// criteria are what the awards of a line have in common.
func (l *clauseLine) criteria() []string {
	return []string{headClause, write.Exactly(l.clause), headItemName, write.Exactly(l.item), headLevel,
		write.Exactly(l.level)}
}

func shareFormula(part, whole string) string {
	return fmt.Sprintf("IF(%s=0,0,ROUND(%s/%s,4))", whole, part, whole)
}
