package ledger

import (
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/table"
)

// instalmentNames are the headings of columns that hold a part of what was paid:
// 前期已拨付, 本次拨付, 第二批拨付金额.
func instalmentNames() (names []string) {
	var stems []string
	for _, n := range strings.Split("一 二 三 四 五 六 七 八 1 2 3 4 5 6 7 8", " ") {
		for _, of := range []string{"批", "次", "期", "笔"} {
			stems = append(stems, "第"+n+of)
		}
	}
	stems = append(stems, "首批", "首次", "首期", "尾款", "前期", "前期已", "以前已", "此前已", "前次", "前次已", "上期", "上期已", "已拨前期", "本次",
		"本期", "本批", "本次已", "本期已", "末次", "末批", "末期", "二次", "再次", "首拨", "预拨", "预付", "清算", "补拨", "追加")
	for _, q := range strings.Split("一 二 三 四 1 2 3 4", " ") {
		stems = append(stems, q+"季度", "第"+q+"季度")
	}
	for m := 1; m <= 12; m++ {
		stems = append(stems, strconv.Itoa(m)+"月", strconv.Itoa(m)+"月份")
	}
	stems = append(stems, "上半年", "下半年")
	names = append(names, stems...)
	for y := 2020; y < 2040; y++ {
		stems = append(stems, strconv.Itoa(y)+"年")
	}
	for _, stem := range stems {
		for _, tail := range []string{"拨付", "拨付金额", "拨款", "拨", "拨金额", "已拨", "已拨付", "已拨金额", "支付", "支付金额", "资金", "金额",
			"实拨"} {
			names = append(names, stem+tail)
		}
	}
	return names
}

// leaveDates takes the meaning from the days that stand in groups with
// instalments (第一次/时间): each is of its instalment. The columns count from 1.
func leaveDates(t *table.Table) (byGroup map[string]int) {
	byGroup = map[string]int{}
	for i := range t.Columns {
		c := &t.Columns[i]
		h, _ := paymentWords.Find("", c.Group)
		if c.Heading != nil && c.Heading.ID == int(reconcile.LedgerDate) && h != nil &&
			h.ID == int(reconcile.LedgerInstalment) {
			c.Heading = &table.Heading{ID: table.Ignored}
			byGroup[c.Group] = i + 1
		}
	}
	return byGroup
}

// sumPaid settles which column says what was paid where instalments stand
// beside a sum. A column of the whole (累计拨付, 合计, 已拨金额) is the sum, and the
// instalments are held against it; where only 下达金额 or 奖补金额 stands beside
// them, or nothing, each instalment is a payment. One instalment beside 已拨金额
// may be in it or not: that is asked.
func (s *paymentSheet) sumPaid(lay *paymentLayout, columns []*table.Column, parts []int) {
	paid := lay.field[reconcile.LedgerPaid]
	if len(parts) > 0 && paid >= 0 && columns[paid].Heading.Else > 0 {
		lay.move(reconcile.LedgerPaid, reconcile.Column(columns[paid].Heading.Else))
		paid = -1
	}
	for _, i := range parts {
		c := columns[i]
		lay.parts = append(lay.parts, wideColumn{field: i, unit: unitOver(c), date: lay.dates[c.Group]})
	}
	switch {
	case len(parts) == 0:
	case paid < 0 && len(parts) == 1:
		lay.field[reconcile.LedgerPaid], lay.unit[reconcile.LedgerPaid] = parts[0], columns[parts[0]].Unit
		lay.parts = nil
	case paid < 0:
		s.findings.Add("ledger/instalments", s.At(columns[parts[0]].Cell()), quoted(columns, parts), "各列相加")
	case len(parts) == 1 && columns[paid].Heading.Rank != cumulativeRank && columns[paid].Heading.Rank > wholeRank:
		s.Clash([][2]*table.Column{{columns[paid], columns[parts[0]]}})
		lay.parts = nil
	default:
		s.findings.Add("ledger/instalments", s.At(columns[paid].Cell()), quoted(columns, parts),
			"取“"+columns[paid].Path()+"”")
		lay.whole = len(parts) > 1
		if !lay.whole {
			lay.parts = nil
		}
	}
}

// The ranks of headings that say the whole of what was paid: 累计拨付 above all,
// 金额 and 合计 below.
const (
	cumulativeRank = 10
	wholeRank      = 2
)

// move gives the column of one meaning another, unless that has one.
func (l *paymentLayout) move(from, to reconcile.Column) {
	if l.field[to] < 0 {
		l.field[to], l.unit[to] = l.field[from], l.unit[from]
	}
	l.field[from] = -1
}

// quoted names columns.
func quoted(columns []*table.Column, which []int) string {
	var b strings.Builder
	for _, i := range which {
		b.WriteString("“" + columns[i].Path() + "”")
	}
	return b.String()
}

// payParts makes the payments of a row with instalments: the whole where it
// states one, held against its parts, else each part.
func (s *paymentSheet) payParts(r *reconcile.Row, l table.Line) {
	var parts []reconcile.Row
	for _, w := range s.lay.parts {
		if one, ok := withPaid(r, l, w); ok {
			parts = append(parts, one)
		}
	}
	if s.lay.whole && !table.IsNothing(r.Cells[reconcile.LedgerPaid].Text) || len(parts) == 0 {
		s.add(r)
		s.crossParts(r, parts)
		return
	}
	for i := range parts {
		if i > 0 {
			parts[i].Cells[reconcile.LedgerReturned] = calc.Cell{}
		}
		s.add(&parts[i])
	}
}

// crossParts compares the sum that a row states with its instalments.
func (s *paymentSheet) crossParts(r *reconcile.Row, parts []reconcile.Row) {
	var sum money.Yuan
	for i := range parts {
		y, ok := s.money(parts[i].Cells[reconcile.LedgerPaid], reconcile.LedgerPaid,
			parts[i].Units[reconcile.LedgerPaid])
		if !ok {
			return
		}
		sum = sum.Add(y)
	}
	whole := r.Cells[reconcile.LedgerPaid]
	sent, ok := s.money(whole, reconcile.LedgerPaid, r.Units[reconcile.LedgerPaid])
	if ok && len(parts) > 0 && !sent.Equal(sum) {
		s.findings.Add("table/control-total", s.At(whole), "本行合计", sent.String(), sum.String(), sent.Sub(sum).String())
	}
}

// nameUnread names the columns that nobody reads: those with an unknown heading,
// and those that another of the same meaning outranks. One as good as that other
// was asked about.
func (s *paymentSheet) nameUnread(columns []*table.Column, lay *paymentLayout) {
	rank := 0
	for _, c := range columns {
		if c.ID == int(reconcile.LedgerPaid) {
			rank = c.Heading.Rank
		}
	}
	var unread []int
	for i, c := range columns {
		wide := slices.ContainsFunc(lay.wide, func(w wideColumn) bool { return w.field == i })
		outranked := c.Heading != nil && c.Heading.ID == int(reconcile.LedgerPaid) && c.ID == 0 &&
			c.Heading.Rank != rank
		if !wide && strings.TrimSpace(c.Text) != "" && (c.Heading == nil || outranked) {
			unread = append(unread, i)
			s.Account.Headings = append(s.Account.Headings, c.Told())
		}
	}
	if len(unread) > 0 {
		s.findings.Add("ledger/unread-column", s.At(columns[unread[0]].Cell()), quoted(columns, unread))
	}
}
