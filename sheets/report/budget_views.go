package report

import (
	"cmp"
	"fmt"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
	"maps"
	"slices"
	"strconv"
	"strings"
)

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
		l.count, l.sum = b.countif(headClause, write.Exactly(c.Number)), b.sumif(headClause, write.Exactly(c.Number))
		clauses.lines = append(clauses.lines, l)
	}
	districts := budgetView{title: "五、按县区", head: "县区"}
	sums = b.viewLines(func(g *group) string { return g.district })
	for _, t := range b.result.Totals.Districts {
		l := sums[t.Name]
		l.name = cmp.Or(t.Name, unnamed)
		l.count, l.sum = b.countif(headDistrict, write.Exactly(t.Name)), b.sumif(headDistrict, write.Exactly(t.Name))
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
		v.lines = append(v.lines, b.throughClauses(name, headOffice, func(l *clauseLine) string { return l.office }))
	}
	return v
}

// itemView sums by 奖补事项, through the lines of 条款汇总.
func (b *book) itemView() budgetView {
	v := budgetView{title: "八、按奖补事项", head: "奖补事项"}
	for _, name := range b.distinct(func(l *clauseLine) string { return l.item }) {
		v.lines = append(v.lines, b.throughClauses(name, headItemName, func(l *clauseLine) string { return l.item }))
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
			v.lines = append(v.lines, b.throughClauses(name, headPayee, func(l *clauseLine) string { return l.payee }))
		}
		return v
	}
	v.title += "（数值）"
	sums := b.viewLines(func(g *group) string { return g.payee })
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		l := sums[name]
		l.name = cmp.Or(name, unnamed)
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
	l := viewLine{name: cmp.Or(name, unnamed), count: b.sumClauses(headAwards, by, name),
		sum: b.sumClauses(headAmount, by, name)}
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
	g.Span(1, 2, write.StyleText, l.name)
	g.Set(3, write.Money(write.StyleMoney, l.entitled))
	g.Set(4, write.MoneyFormula(write.StyleMoney, fmt.Sprintf("ROUND(C%d-E%d,2)", row, row), l.entitled.Sub(l.amount)))
	if l.sum == "" {
		g.Set(5, write.Money(write.StyleMoney, l.amount))
		g.Set(7, write.Count(write.StyleCount, l.awards))
	} else {
		g.Set(5, write.MoneyFormula(write.StyleMoney, l.sum, l.amount))
		g.Set(7, write.Formula(write.StyleCount, l.count, strconv.Itoa(l.awards)))
	}
	g.Set(6, write.Formula(write.StyleShare, shareFormula(fmt.Sprintf("E%d", row), b.awardTotalCell()),
		shareDigits(l.amount, b.result.Totals.Amount)))
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
	g.Span(1, 2, write.StyleTotal, "合计")
	g.Set(3, write.MoneyFormula(write.StyleTotalMoney, sum("C"), all.entitled))
	g.Set(4, write.MoneyFormula(write.StyleTotalMoney, sum("D"), all.entitled.Sub(all.amount)))
	g.Set(5, write.MoneyFormula(write.StyleTotalMoney, sum("E"), all.amount))
	g.Set(6, write.Formula(write.StyleTotalShare, shareFormula(fmt.Sprintf("E%d", row), b.awardTotalCell()),
		shareDigits(all.amount, b.result.Totals.Amount)))
	g.Set(7, write.Formula(write.StyleTotalCount, sum("G"), strconv.Itoa(all.awards)))
	diff := all.amount.Sub(b.result.Totals.Amount)
	g.Set(8, write.TextFormula(write.StyleTotal,
		fmt.Sprintf(`"与奖补明细合计相差 "&TEXT(ROUND(E%d-%s,2),"0.00")`, row, b.awardTotalCell()),
		strings.TrimSpace("与奖补明细合计相差 "+diff.String())))
}
