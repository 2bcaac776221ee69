package ledger

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// progressHeads are the columns of 年度进度.
var progressHeads = []string{"奖补年度", "县区", "奖补金额", "下达金额", "下达率", "已拨金额", "退回金额", "支付率", "未拨金额", "未拨项数", "账龄（年）"}

// The columns of 年度进度 by their number.
const (
	progressYear = iota + 1
	progressDistrict
	progressAwarded
	progressIssued
	progressIssuedRate
	progressPaid
	progressReturned
	progressPaidRate
	progressUnpaid
	progressOpen
	progressAge
)

// writeProgress writes 年度进度: each award year by district, what was sent on,
// paid and is still open, and what the ledgers hold of other years.
func (b *book) writeProgress() error {
	g := write.NewGrid(10, 12, 17, 17, 9, 17, 15, 9, 17, 9, 10)
	g.Title(34, b.title+"支付进度表", b.note("支付率＝（已拨－退回）÷奖补；下达率只在台账另有下达金额时列出；账龄从最新的奖补年度起算"), unitYuan)
	g.Next()
	g.Heads(1, progressHeads...)
	for _, y := range b.rec.ByYear() {
		yearBlock(g, &y)
	}
	for _, o := range b.rec.Others {
		g.Line(1, progressAge, write.StyleNote, fmt.Sprintf("%s 起另有 %d 笔属于 %d 年度，拨付 %s 元、退回 %s 元，没有参加核对",
			o.Ref, o.Payments, o.Year, o.Paid, o.Returned))
	}
	return b.draft.FillGrid(SheetProgress, g, write.PageSetup{Tall: 1, Left: SheetProgress, Right: b.policy.Document})
}

// yearBlock writes the districts of one year and their sum.
func yearBlock(g *write.Grid, y *reconcile.Year) {
	name, first := unnamed, g.Row+1
	if y.Year > 0 {
		name = strconv.Itoa(y.Year)
	}
	district := progressLooks{write.StyleCentre, write.StyleMoney, write.StyleShare, write.StyleCount}
	for i := range y.Districts {
		d := &y.Districts[i]
		g.Next()
		district.line(g, name, named(d.Name), y.Age)
		district.sums(g, d, func(_ int, y money.Yuan) write.CellFunc { return write.Money(write.StyleMoney, y) })
	}
	g.Next()
	total := progressLooks{write.StyleTotal, write.StyleTotalMoney, write.StyleTotalShare, write.StyleTotalCount}
	total.line(g, name, "小计", y.Age)
	last := g.Row - 1
	total.sums(g, &y.Progress, func(col int, y money.Yuan) write.CellFunc {
		c := calc.ColumnName(col)
		if last < first {
			return write.MoneyFormula(write.StyleTotalMoney, "0", y)
		}
		return write.MoneyFormula(write.StyleTotalMoney, fmt.Sprintf("SUM(%s%d:%s%d)", c, first, c, last), y)
	})
}

// progressLooks are the looks of a line's texts, sums, rates and counts.
type progressLooks struct{ text, money, share, count write.Style }

// line writes what a line is about.
func (l progressLooks) line(g *write.Grid, year, district string, age int) {
	g.Put(progressYear, write.Text(l.text, year), write.Text(l.text, district))
	g.Set(progressAge, write.Count(l.count, age))
}

// sums writes a line's money, its rates as formulas over it, and how many
// awards are open.
func (l progressLooks) sums(g *write.Grid, p *reconcile.Progress, cell func(col int, y money.Yuan) write.CellFunc) {
	for col, y := range map[int]money.Yuan{progressAwarded: p.Awarded, progressIssued: p.Issued, progressPaid: p.Paid,
		progressReturned: p.Returned, progressUnpaid: p.Unpaid} {
		g.Set(col, cell(col, y))
	}
	g.Set(progressOpen, write.Count(l.count, p.Open))
	l.rate(g, progressIssuedRate, p.IssuedRate(), fmt.Sprintf("D%d/C%d", g.Row, g.Row))
	l.rate(g, progressPaidRate, p.PaidRate(), fmt.Sprintf("(F%d-G%d)/C%d", g.Row, g.Row, g.Row))
}

// rate writes a rate, a dash where there is none.
func (l progressLooks) rate(g *write.Grid, col int, percent, formula string) {
	if percent == "" {
		g.Set(col, write.Text(l.text, "—"))
		return
	}
	fraction := decimal.RequireFromString(percent).Shift(-2).String()
	g.Set(col, write.Formula(l.share, "ROUNDDOWN("+formula+",4)", fraction))
}
