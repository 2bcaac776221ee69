package ledger

import (
	"fmt"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// The columns of 县区财政拨付 that formulas look through.
const (
	countyYear     = "奖补年度"
	countyName     = "县区"
	countyPaid     = "拨付金额"
	countyReturned = "退回金额"
)

// countyList is 县区财政拨付: each payment to the finance office of a district.
func (b *book) countyList() write.List {
	all := b.rec.ToCounties
	var paid, returned money.Yuan
	for i := range all {
		paid, returned = paid.Add(all[i].Paid), returned.Add(all[i].Returned)
	}
	type sent = reconcile.Payment
	line := write.Lines[sent](func(n int) *sent { return &all[n] })
	return write.List{Sheet: SheetCounties, Title: b.title + "县区财政拨付表", Unit: unitYuan, Freeze: 3, Lines: len(all),
		Foot: b.policy.Document, Note: b.note("拨给县区财政部门的，不与单位核对，按县区合计核对，见“对账汇总”"), Label: "合计",
		Columns: []write.ListColumn{write.SerialColumn(4, 6),
			line.Text(countyYear, write.StyleCentre, 8, 8, func(c *sent) string { return strconv.Itoa(c.Year) }),
			line.Text(countyName, write.StyleCentre, 8, 12, func(c *sent) string { return c.County }),
			line.Text("收款部门", write.StyleText, 16, 26, func(c *sent) string { return c.Office }),
			line.Text("拨付日期", write.StyleCentre, 10, 10, func(c *sent) string { return c.Date.String() }),
			line.Money(countyPaid, 12, 18, func(c *sent) *money.Yuan { return &c.Paid }).Summed(paid),
			line.Money(countyReturned, 12, 18, func(c *sent) *money.Yuan { return &c.Returned }).Summed(returned),
			placesColumn(line, "台账位置", 12, 24, func(c *sent) []calc.Ref { return []calc.Ref{c.Ref} })}}
}

// countyBlock holds what was sent to the districts' finance offices against
// the districts' totals, where anything was.
func (b *book) countyBlock(g *write.Grid) {
	counties := b.rec.Counties
	if len(counties) == 0 {
		return
	}
	years := calc.Places(counties, func(c reconcile.County) int { return c.Year })
	g.Section("五、按县区财政（差额＝拨付－退回－奖补；直接拨给单位的补足时为零）")
	g.Heads(3, "奖补金额", "拨付县区财政（净额）", "直接拨付单位", "差额")
	g.Span(1, 2, write.StyleHead, "县区")
	first := g.Row + 1
	for i := range counties {
		c := &counties[i]
		row := g.Next()
		g.Span(1, 2, write.StyleText, named(c.Label(len(years))))
		g.Put(3, write.Money(write.StyleMoney, c.Awarded),
			write.MoneyFormula(write.StyleMoney, b.sentTo(c.Year, c.Name), c.Sent.Sub(c.Returned)),
			write.Money(write.StyleMoney, c.Direct))
		d := fmt.Sprintf("IF(OR(D%d=0,ROUND(D%d+E%d-C%d,2)=0),ROUND(D%d+E%d-C%d,2),ROUND(D%d-C%d,2))", row, row, row,
			row,
			row, row, row, row, row)
		g.Set(6, write.MoneyFormula(write.StyleMoney, d, c.Difference()))
	}
	g.Line(1, 2, write.StyleTotal, "合计")
	for i, y := range countyTotals(counties) {
		col := calc.ColumnName(3 + i)
		g.Set(3+i, write.MoneyFormula(write.StyleTotalMoney, fmt.Sprintf("SUM(%s%d:%s%d)", col, first, col, g.Row-1),
			y))
	}
}

// countyTotals are what all districts were awarded, sent and paid directly,
// and their differences.
func countyTotals(counties []reconcile.County) (sums [4]money.Yuan) {
	for i := range counties {
		c := &counties[i]
		for n, y := range []money.Yuan{c.Awarded, c.Sent.Sub(c.Returned), c.Direct, c.Difference()} {
			sums[n] = sums[n].Add(y)
		}
	}
	return sums
}

// sentTo is the formula of what a district was sent for a year, less what came
// back.
func (b *book) sentTo(year int, name string) string {
	where := "," + b.sent.Range(countyYear) + "," + write.Exactly(strconv.Itoa(year)) + "," +
		b.sent.Range(countyName) + "," + write.Exactly(name)
	return "ROUND(SUMIFS(" + b.sent.Range(countyPaid) + where + ")-SUMIFS(" + b.sent.Range(countyReturned) + where +
		"),2)"
}
