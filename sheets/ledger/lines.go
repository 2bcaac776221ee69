package ledger

import (
	"fmt"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// The columns of 对账明细 that formulas look through.
const (
	lineNumber      = "A"
	lineStatus      = "B"
	lineAwardPlace  = "E"
	lineAwardItem   = "F"
	lineAwarded     = "H"
	linePaidPlace   = "J"
	linePaidItem    = "K"
	linePaid        = "O"
	lineReturned    = "P"
	lineDifference  = "R"
	lineColumnCount = 19
)

// writeLines writes 对账明细: every award and every payment, line by line. A
// payment that covers several awards stands in as many rows, each with its
// part of the sum.
func (b *book) writeLines() error {
	l := write.List{Sheet: SheetLines, Title: b.title + "对账明细表", Unit: unitYuan, Freeze: 3, Lines: len(b.rows),
		Foot: b.policy.Document,
		Note: b.note("左为报告的奖补明细，右为台账的拨付；一笔拨付对应几项奖补的，按项分列。差额＝已拨－退回－奖补，列在每组的第一行"),
		Columns: []write.ListColumn{{Head: "组号", Min: 4, Max: 6}, {Head: "状态", Min: 8, Max: 12},
			{Head: "单位名称", Min: 14, Max: 26}, {Head: "统一社会信用代码", Min: 18, Max: 18},
			{Head: "奖补县区", Min: 6, Max: 10}, {Head: "奖补事项", Min: 10, Max: 18}, {Head: "认定名称或对象", Min: 8, Max: 16},
			{Head: "奖补金额", Min: 12, Max: 18}, {Head: "报告位置", Min: 10, Max: 22},
			{Head: "计入县区", Min: 6, Max: 10}, {Head: "计入事项", Min: 10, Max: 18}, {Head: "台账单位名称", Min: 14, Max: 26},
			{Head: "拨付日期", Min: 10, Max: 10}, {Head: "凭证号", Min: 6, Max: 14},
			{Head: "已拨金额", Min: 12, Max: 18}, {Head: "退回金额", Min: 10, Max: 18}, {Head: "台账位置", Min: 10, Max: 22},
			{Head: "差额", Min: 12, Max: 18}, {Head: "说明", Min: 14, Max: 34}}}
	l.Line = b.lineRow
	l.Total = b.lineTotal
	return b.draft.FillList(l)
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
	first, last := b.spanOf(line)
	sum := func(col string) string { return fmt.Sprintf("SUM(%s%d:%s%d)", col, first, col, last) }
	return fmt.Sprintf("ROUND(%s-%s-%s,2)", sum(linePaid), sum(lineReturned), sum(lineAwarded))
}

// spanOf are the first and the last row of a line.
func (b *book) spanOf(line int) (first, last int) {
	first = -1
	for i := b.from(line); i < len(b.rows) && b.rows[i].line == line; i++ {
		if first < 0 {
			first = i
		}
		last = i
	}
	return write.ListFirst + first, write.ListFirst + last
}

// from is the index of a line's first row.
func (b *book) from(line int) int {
	lo, hi := 0, len(b.rows)
	for lo < hi {
		if mid := (lo + hi) / 2; b.rows[mid].line < line {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func (b *book) lineTotal(p *write.SheetWriter, end int) {
	sums := map[int]money.Yuan{8: b.rec.Totals.Awarded, 15: b.rec.Totals.Paid, 16: b.rec.Totals.Returned,
		18: b.rec.Totals.Difference()}
	p.Text(write.StyleTotal, "合计")
	for c := 2; c <= lineColumnCount; c++ {
		if y, ok := sums[c]; ok {
			name := calc.ColumnName(c)
			p.MoneyFormula(write.StyleTotalMoney, fmt.Sprintf("SUM(%s%d:%s%d)", name, write.ListFirst, name, end), y)
			continue
		}
		p.Blank(write.StyleTotal)
	}
}

// lineRange is a column of 对账明细 as formulas name it; lineTotalCell is its
// total.
func (b *book) lineRange(col string) string {
	end := write.ListFirst + max(len(b.rows), 1) - 1
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", SheetLines, col, write.ListFirst, col, end)
}

func (b *book) lineTotalCell(col string) string {
	return fmt.Sprintf("%s!$%s$%d", SheetLines, col, write.ListFirst+max(len(b.rows), 1))
}

// sumif is the formula that adds up a column where another meets a criterion.
func (b *book) sumif(sum, by, criterion string) string {
	return "SUMIFS(" + b.lineRange(sum) + "," + b.lineRange(by) + "," + criterion + ")"
}
