package report

import (
	"cmp"
	"fmt"
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

// viewLine is one line of a view: what it sums, as formulas and as values; its
// records are awards.
type viewLine struct {
	name       string
	count, sum string // formulas
	tally
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
	return []budgetView{clauses, districts,
		b.throughClauses("六、按责任处室", headOffice, func(l *clauseLine) string { return l.office }), b.payeeView(),
		b.throughClauses("八、按奖补事项", headItemName, func(l *clauseLine) string { return l.item })}
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
		t := g.tally
		if !g.granted() {
			t.records = 0
		}
		l := lines[of(g)]
		l.add(t)
		lines[of(g)] = l
	}
	return lines
}

// payeeView sums by who is paid. Where the awards of one line of 条款汇总 go to
// different kinds of payee no formula can tell them apart: the view then holds
// values.
func (b *book) payeeView() budgetView {
	const title = "七、按拨付对象"
	if !slices.ContainsFunc(b.clauses, func(l clauseLine) bool { return l.mixed }) {
		return b.throughClauses(title, headPayee, func(l *clauseLine) string { return l.payee })
	}
	v := budgetView{title: title + "（数值）", head: headPayee}
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

// throughClauses sums by a column of 条款汇总, through its lines.
func (b *book) throughClauses(title, by string, of func(*clauseLine) string) budgetView {
	v := budgetView{title: title, head: by}
	for _, name := range b.distinct(of) {
		l := viewLine{name: cmp.Or(name, unnamed), count: b.sumClauses(headAwards, by, name),
			sum: b.sumClauses(headAmount, by, name)}
		for i := range b.clauses {
			if c := &b.clauses[i]; of(c) == name {
				l.add(tally{c.awards, c.entitled, c.amount})
			}
		}
		v.lines = append(v.lines, l)
	}
	return v
}

// view writes one view with its total and the difference from the grand total.
func (b *book) view(g *write.Grid, v budgetView) {
	bl := headed(g, v.title, v.head, "", "就高和上限前应奖", "核减", "奖补金额", "占比", "项目数")
	var all tally
	for _, l := range v.lines {
		b.viewRow(g, l)
		all.add(l.tally)
	}
	bl.last = g.Row
	b.viewTotal(g, bl, all)
}

func (b *book) viewRow(g *write.Grid, l viewLine) {
	row := g.Next()
	g.Span(1, 2, write.StyleText, l.name)
	amount := write.MoneyFormula(write.StyleMoney, l.sum, l.amount)
	count := write.Formula(write.StyleCount, l.count, strconv.Itoa(l.records))
	if l.sum == "" {
		amount, count = write.Money(write.StyleMoney, l.amount), write.Count(write.StyleCount, l.records)
	}
	g.Put(3, write.Money(write.StyleMoney, l.entitled),
		write.MoneyFormula(write.StyleMoney, fmt.Sprintf("ROUND(C%d-E%d,2)", row, row), l.entitled.Sub(l.amount)),
		amount, b.shareOf(write.StyleShare, fmt.Sprintf("E%d", row), l.amount), count)
}

func (b *book) viewTotal(g *write.Grid, bl block, all tally) {
	row := g.Next()
	g.Span(1, 2, write.StyleTotal, "合计")
	g.Put(3, write.MoneyFormula(write.StyleTotalMoney, bl.sum("C"), all.entitled),
		write.MoneyFormula(write.StyleTotalMoney, bl.sum("D"), all.entitled.Sub(all.amount)),
		write.MoneyFormula(write.StyleTotalMoney, bl.sum("E"), all.amount),
		b.shareOf(write.StyleTotalShare, fmt.Sprintf("E%d", row), all.amount),
		write.Formula(write.StyleTotalCount, bl.sum("G"), strconv.Itoa(all.records)))
	diff := all.amount.Sub(b.result.Totals.Amount)
	g.Set(8, write.TextFormula(write.StyleTotal,
		fmt.Sprintf(`"与奖补明细合计相差 "&TEXT(ROUND(E%d-%s,2),"0.00")`, row, b.awardTotalCell()),
		strings.TrimSpace("与奖补明细合计相差 "+diff.String())))
}
