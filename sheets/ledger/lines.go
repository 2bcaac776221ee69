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
	return write.List{Sheet: SheetLines, Title: b.title + "对账明细表", Unit: unitYuan, Freeze: 3, Lines: len(b.rows),
		Foot: b.policy.Document, Label: "合计",
		Note: b.note("左为报告的奖补明细，右为台账的拨付；一笔拨付对应几项奖补的，按项分列。差额＝已拨－退回－奖补，列在每组的第一行"),
		Columns: slices.Concat(b.groupColumns(func(n int) int { return b.rows[n].line }), b.awardColumns(),
			b.paymentColumns(), b.differenceColumns())}
}

// groupColumns say which line of the reconciliation a row is of.
func (b *book) groupColumns(of func(n int) int) []write.ListColumn {
	line := write.Lines[reconcile.Line](func(n int) *reconcile.Line { return &b.rec.Lines[of(n)] })
	return []write.ListColumn{write.CountColumn(lineNumber, 4, 6, func(n int) int { return of(n) + 1 }),
		line.Column(lineStatus, write.StyleCentre, 8, 12, putStatus),
		line.Text("单位名称", write.StyleText, 14, 26, func(l *reconcile.Line) string { return l.Company }),
		line.Text("统一社会信用代码", write.StyleCentre, 18, 18, func(l *reconcile.Line) string { return l.CreditCode })}
}

// awardColumns are the left side of 对账明细.
func (b *book) awardColumns() []write.ListColumn {
	type line = calc.AwardLine
	award := write.Lines[line](func(n int) *line { return b.rows[n].award })
	return []write.ListColumn{
		award.Text(lineAwardPlace, write.StyleCentre, 6, 10, func(a *line) string { return named(a.District) }),
		award.Text(lineAwardItem, write.StyleText, 10, 18, func(a *line) string { return b.itemName(a.Item) }),
		award.Text("认定名称或对象", write.StyleText, 8, 16, func(a *line) string { return a.Subject }),
		award.Money(lineAwarded, 12, 18, func(a *line) *money.Yuan { return &a.Amount }).
			Summed(b.rec.Totals.Awarded),
		placesColumn(award, "报告位置", 10, 22, func(a *line) []calc.Ref { return []calc.Ref{a.Ref} })}
}

// paymentColumns are the right side of 对账明细.
func (b *book) paymentColumns() []write.ListColumn {
	paid := write.Lines[payment](func(n int) *payment { return b.rows[n].payment })
	return []write.ListColumn{
		paid.Text(linePaidPlace, write.StyleCentre, 6, 10, func(p *payment) string { return named(p.district) }),
		paid.Text(linePaidItem, write.StyleText, 10, 18, func(p *payment) string { return b.itemName(p.item) }),
		paid.Text("台账单位名称", write.StyleText, 14, 26, func(p *payment) string { return p.Company }),
		paid.Text("拨付日期", write.StyleCentre, 10, 10, func(p *payment) string { return p.Date.String() }),
		paid.Text("凭证号", write.StyleCentre, 6, 14, func(p *payment) string { return p.Voucher }),
		paid.Money(linePaid, 12, 18, func(p *payment) *money.Yuan { return &p.share.Paid }).Summed(b.rec.Totals.Paid),
		paid.Money(lineReturned, 10, 18, func(p *payment) *money.Yuan { return &p.share.Returned }).
			Summed(b.rec.Totals.Returned),
		placesColumn(paid, "台账位置", 10, 22, func(p *payment) []calc.Ref { return []calc.Ref{p.Ref} })}
}

// differenceColumns stand in the first row of each line.
func (b *book) differenceColumns() []write.ListColumn {
	first := write.Lines[row](func(n int) *row {
		if n > 0 && b.rows[n].line == b.rows[n-1].line {
			return nil
		}
		return &b.rows[n]
	})
	return []write.ListColumn{
		first.Column(lineDifference, write.StyleMoney, 12, 18, func(p *write.SheetWriter, s write.Style, r *row) {
			p.MoneyFormula(s, b.differenceOf(r.line), b.rec.Lines[r.line].Difference())
		}).Summed(b.rec.Totals.Difference()),
		first.Text("说明", write.StyleWrap, 14, 34, func(r *row) string { return b.rec.Lines[r.line].Note })}
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
