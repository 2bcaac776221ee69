package notice

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// The headings of a notice of payments that are told from others; paidColumn
// begins one.
const (
	companiesColumn = "单位数（家）"
	awardsColumn    = "项目数（项）"
	paidColumn      = "已兑现金额"
)

// Paid is what a notice of payments (兑现情况) is made of: a year's awards, and
// what of them stayed with the payees, by item.
type Paid struct {
	Year   int
	Result string // 结果编号 of the report
	Awards []calc.AwardLine
	ByItem map[string]money.Yuan
}

// MakePaid builds the notice of what was paid, item by item and without
// companies. Its date is the day up to which payments are counted.
func MakePaid(s Settings, p *calc.Policy, a Paid) (Notice, calc.Findings, error) {
	var fs calc.Findings
	s = s.withDefaults()
	s.Final = true
	awards := slices.DeleteFunc(slices.Clone(a.Awards), func(l calc.AwardLine) bool { return l.Amount.IsZero() })
	if len(awards) == 0 {
		fs.Add("notice/none", calc.Ref{})
	}
	o := newOrder(p, awards)
	slices.SortStableFunc(awards, o.by(ByClause))
	said := facts(s, p, Awards{Year: a.Year}, awards, s.Date)
	said.To, said.Paid, said.Share = s.Date.Chinese(), s.Amounts.text(a.total(awards)),
		share(a.total(awards), sum(awards))
	text, err := phrase(paidNotice, said)
	if err != nil {
		return Notice{}, nil, err
	}
	n := Notice{Name: text.file, Title: text.title, Body: text.body, Unit: plain(s.Unit), Date: s.Date.Chinese(),
		Table: a.table(s, text.table, awards)}
	checkAddresses(&fs, s)
	scan(&fs, s, p, &n, nil)
	n.Number = n.numbered(a.Year, a.Result)
	return n, fs, nil
}

// total is what was paid of the items of the awards.
func (a *Paid) total(awards []calc.AwardLine) (total money.Yuan) {
	seen := map[string]bool{}
	for i := range awards {
		if item := awards[i].Item; !seen[item] {
			seen[item], total = true, total.Add(a.ByItem[item])
		}
	}
	return total
}

// table is what was paid, a line for each item.
func (a *Paid) table(s Settings, title string, awards []calc.AwardLine) Table {
	unit := "（" + string(s.Amounts) + "）"
	t := Table{Title: title, Amounts: s.Amounts, Columns: []Column{{"序号", 8, Centre}, {"奖补事项", 46, Left},
		{companiesColumn, 18, Centre}, {awardsColumn, 18, Centre}, {"奖补金额" + unit, 22, Right},
		{paidColumn + unit, 24, Right}, {"兑现率", 18, Centre}}}
	for group := range calc.Runs(awards, func(a, b *calc.AwardLine) bool { return a.Item == b.Item }) {
		t.addPaid(AwardRow, strconv.Itoa(len(t.Rows)+1), itemText(&group[0]), group, a.ByItem[group[0].Item])
	}
	t.addPaid(TotalRow, fmt.Sprintf("合计（%d项，%d家）", len(awards), companies(awards)), "", awards, a.total(awards))
	return t
}

// addPaid adds the awards of one item, or all of them.
func (t *Table) addPaid(kind RowKind, first, item string, awards []calc.AwardLine, paid money.Yuan) {
	r := Row{Kind: kind, Group: 1, Amount: sum(awards), Entitled: paid, Cells: []string{first, item,
		strconv.Itoa(companies(awards)), strconv.Itoa(len(awards)), t.Amounts.text(sum(awards)), t.Amounts.text(paid),
		cmp.Or(share(paid, sum(awards)), "—")}}
	if kind != AwardRow {
		r.Label, r.Group = "合计", 0
		clear(r.Cells[1:t.amountColumn()])
	}
	t.Rows = append(t.Rows, r)
}

// itemText is an item as a table names it: （三）星级上云企业.
func itemText(l *calc.AwardLine) string { return "（" + l.Clause + "）" + plain(l.ItemName) }
