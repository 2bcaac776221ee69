package ledger

import (
	"fmt"
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// The columns of 对账明细 that formulas look through.
const (
	lineNumber     = "组号"
	lineStatus     = "状态"
	lineAwardPlace = "奖补县区"
	lineAwardItem  = "奖补事项"
	lineAwarded    = "奖补金额"
	linePaidPlace  = "计入县区"
	linePaidItem   = "计入事项"
	linePaid       = "已拨金额"
	lineReturned   = "退回金额"
	lineDifference = "差额"
)

// lineList is 对账明细: every award and every payment, line by line. A payment
// that covers several awards stands in as many rows, each with its part of the
// sum.
func (b *book) lineList() write.List {
	l := write.List{Sheet: SheetLines, Title: b.title + "对账明细表", Unit: unitYuan, Freeze: 3, Lines: len(b.rows),
		Foot: b.policy.Document, Line: b.lineRow,
		Note: b.note("左为报告的奖补明细，右为台账的拨付；一笔拨付对应几项奖补的，按项分列。差额＝已拨－退回－奖补，列在每组的第一行"),
		Columns: []write.ListColumn{{Head: lineNumber, Min: 4, Max: 6}, {Head: lineStatus, Min: 8, Max: 12},
			{Head: "单位名称", Min: 14, Max: 26}, {Head: "统一社会信用代码", Min: 18, Max: 18},
			{Head: lineAwardPlace, Min: 6, Max: 10}, {Head: lineAwardItem, Min: 10, Max: 18},
			{Head: "认定名称或对象", Min: 8, Max: 16}, {Head: lineAwarded, Min: 12, Max: 18},
			{Head: "报告位置", Min: 10, Max: 22},
			{Head: linePaidPlace, Min: 6, Max: 10}, {Head: linePaidItem, Min: 10, Max: 18},
			{Head: "台账单位名称", Min: 14, Max: 26}, {Head: "拨付日期", Min: 10, Max: 10}, {Head: "凭证号", Min: 6, Max: 14},
			{Head: linePaid, Min: 12, Max: 18}, {Head: lineReturned, Min: 10, Max: 18},
			{Head: "台账位置", Min: 10, Max: 22},
			{Head: lineDifference, Min: 12, Max: 18}, {Head: "说明", Min: 14, Max: 34}}}
	t := &b.rec.Totals
	setTotals(&l, map[string]money.Yuan{lineAwarded: t.Awarded, linePaid: t.Paid, lineReturned: t.Returned,
		lineDifference: t.Difference()})
	return l
}

// setTotals ends a list in a line of totals with these sums, by heading.
func setTotals(l *write.List, sums map[string]money.Yuan) {
	l.Label = "合计"
	for i := range l.Columns {
		if y, ok := sums[l.Columns[i].Head]; ok {
			l.Columns[i].Total = func(p *write.SheetWriter, sum string) {
				p.MoneyFormula(write.StyleTotalMoney, sum, y)
			}
		}
	}
}

func (b *book) lineRow(p *write.SheetWriter, n int) {
	r := &b.rows[n]
	l := &b.rec.Lines[r.line]
	p.Count(write.StyleCount, r.line+1)
	writeStatus(p, l.Status)
	p.Text(write.StyleText, l.Company)
	p.Text(write.StyleCentre, l.CreditCode)
	b.awardSide(p, r.award)
	b.paymentSide(p, l, r.share)
	if !r.first {
		p.Blank(write.StyleMoney)
		p.Blank(write.StyleWrap)
		return
	}
	p.MoneyFormula(write.StyleMoney, b.differenceOf(r.line), l.Difference())
	p.Text(write.StyleWrap, l.Note)
}

func (b *book) awardSide(p *write.SheetWriter, award int) {
	if award < 0 {
		for _, look := range []write.Style{write.StyleCentre, write.StyleText, write.StyleText, write.StyleMoney,
			write.StyleWrap} {
			p.Blank(look)
		}
		return
	}
	a := &b.rec.Awards[award]
	p.Text(write.StyleCentre, named(a.District))
	p.Text(write.StyleText, b.itemName(a.Item))
	p.Text(write.StyleText, a.Subject)
	p.Money(write.StyleMoney, a.Amount)
	writePlaces(p, []calc.Ref{a.Ref})
}

func (b *book) paymentSide(p *write.SheetWriter, l *reconcile.Line, s *reconcile.Share) {
	if s == nil {
		for _, look := range []write.Style{write.StyleCentre, write.StyleText, write.StyleText, write.StyleCentre,
			write.StyleCentre, write.StyleMoney, write.StyleMoney, write.StyleWrap} {
			p.Blank(look)
		}
		return
	}
	pay := &b.rec.Payments[s.Payment]
	district, item := b.rec.Place(l, *s)
	p.Text(write.StyleCentre, named(district))
	p.Text(write.StyleText, b.itemName(item))
	p.Text(write.StyleText, pay.Company)
	p.Text(write.StyleCentre, pay.Date.String())
	p.Text(write.StyleCentre, pay.Voucher)
	p.Money(write.StyleMoney, s.Paid)
	p.Money(write.StyleMoney, s.Returned)
	writePlaces(p, []calc.Ref{pay.Ref})
}

// differenceOf is the formula of a line's difference: over its own rows, which
// stand together.
func (b *book) differenceOf(line int) string {
	from := func(line int) int {
		i, _ := slices.BinarySearchFunc(b.rows, line, func(r row, line int) int { return r.line - line })
		return write.ListFirst + i
	}
	sum := func(head string) string {
		return "SUM(" + b.lines.In(head, from(line)) + ":" + b.lines.In(head, from(line+1)-1) + ")"
	}
	return fmt.Sprintf("ROUND(%s-%s-%s,2)", sum(linePaid), sum(lineReturned), sum(lineAwarded))
}

// sumif is the formula that adds up a column where another meets a criterion.
func (b *book) sumif(sum, by, criterion string) string {
	return "SUMIFS(" + b.lines.Range(sum) + "," + b.lines.Range(by) + "," + criterion + ")"
}
