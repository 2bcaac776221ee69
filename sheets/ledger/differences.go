package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// maxLive is the number of differences up to which 差异清单 stands in
// formulas: each looks through all of 对账明细.
const maxLive = 2000

// differences are the lines to act on, the largest difference first, then the
// largest sum.
func (b *book) differences() []int {
	var list []int
	for i := range b.rec.Lines {
		if !b.rec.Lines[i].Status.Settled() {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(i, j int) int {
		x, y := &b.rec.Lines[i], &b.rec.Lines[j]
		return cmp.Or(size(y.Difference()).Cmp(size(x.Difference())), y.Awarded.Add(y.Paid).Cmp(x.Awarded.Add(x.Paid)))
	})
	return list
}

// size is a sum without its sign.
func size(y money.Yuan) money.Yuan {
	if y.Sign() < 0 {
		return y.Neg()
	}
	return y
}

// writeDifferences writes 差异清单, with a column for what was done about each.
func (b *book) writeDifferences() error {
	list := b.differences()
	return b.fill(write.List{Sheet: SheetDifferences, Title: b.title + "差异清单", Unit: unitYuan, Freeze: 4,
		Lines: len(list), Foot: b.policy.Document, Label: "合计",
		Note: b.note("差额从大到小排列；差额＝已拨－退回－奖补，负数为少付，正数为多付"), Columns: b.openColumns(list)})
}

// openColumns are the columns of 差异清单.
func (b *book) openColumns(list []int) []write.ListColumn {
	type line = reconcile.Line
	lines := write.Lines[line](func(n int) *line { return &b.rec.Lines[list[n]] })
	return slices.Concat([]write.ListColumn{write.SerialColumn(4, 6)},
		b.groupColumns(func(n int) int { return list[n] }), []write.ListColumn{
			lines.Text("县区", write.StyleCentre, 6, 10, b.lineDistricts),
			lines.Text("奖补事项", write.StyleText, 10, 18, b.lineItems),
			b.openSum(list, lineAwarded, 12, func(l *line) money.Yuan { return l.Awarded }),
			b.openSum(list, linePaid, 12, func(l *line) money.Yuan { return l.Paid }),
			b.openSum(list, lineReturned, 10, func(l *line) money.Yuan { return l.Returned }),
			b.openDifference(list),
			lines.Text("说明", write.StyleWrap, 16, 36, func(l *line) string { return l.Note }),
			placesColumn(lines, "报告位置", 10, 24, func(l *line) []calc.Ref {
				return calc.Mapped(l.Awards, func(a int) calc.Ref { return b.rec.Awards[a].Ref })
			}),
			placesColumn(lines, "台账位置", 10, 24, func(l *line) []calc.Ref {
				return calc.Mapped(l.Payments, func(i int) calc.Ref { return b.rec.Payments[i].Ref })
			}),
			write.EmptyColumn("处理情况", write.StyleInput, 12, 16)})
}

// openSum adds up a column of 对账明细 by line.
func (b *book) openSum(list []int, head string, least int, of func(*reconcile.Line) money.Yuan) write.ListColumn {
	return write.ListColumn{Head: head, Style: write.StyleMoney, Min: least, Max: 18,
		Cell: func(p *write.SheetWriter, s write.Style, n int) {
			if y := of(&b.rec.Lines[list[n]]); len(list) <= maxLive {
				p.MoneyFormula(s, b.sumif(head, lineNumber, "$B"+strconv.Itoa(write.ListFirst+n)), y)
			} else {
				p.Money(s, y)
			}
		}}.Summed(b.sumOf(list, of))
}

// openDifference is the difference of each line, from the sums before it.
func (b *book) openDifference(list []int) write.ListColumn {
	return write.ListColumn{Head: lineDifference, Style: write.StyleMoney, Min: 12, Max: 18,
		Cell: func(p *write.SheetWriter, s write.Style, n int) {
			at := write.ListFirst + n
			p.MoneyFormula(s, fmt.Sprintf("ROUND(I%d-J%d-H%d,2)", at, at, at), b.rec.Lines[list[n]].Difference())
		}}.Summed(b.sumOf(list, (*reconcile.Line).Difference))
}

// sumOf adds up what of says of some lines.
func (b *book) sumOf(list []int, of func(*reconcile.Line) money.Yuan) (all money.Yuan) {
	for _, i := range list {
		all = all.Add(of(&b.rec.Lines[i]))
	}
	return all
}

// writeProblems writes 台账问题.
func (b *book) writeProblems() error {
	fs := b.rec.Findings
	line := write.Lines[calc.Finding](func(n int) *calc.Finding { return &fs[n] })
	return b.fill(write.List{Sheet: SheetProblems, Title: b.title + "台账问题清单", Freeze: 2, Lines: len(fs),
		Foot: b.policy.Document, Note: b.note("“错误”须更正后重新对账；“提醒”请核对"),
		Columns: []write.ListColumn{write.SerialColumn(4, 6),
			write.SeverityColumn(func(n int) calc.Severity { return fs[n].Severity() }),
			line.Text("问题", write.StyleText, 10, 18,
				func(f *calc.Finding) string { return calc.ReasonName(string(f.Code)) }),
			line.Text("文件", write.StyleText, 10, 24, func(f *calc.Finding) string { return f.Ref.File }),
			line.Text("工作表", write.StyleText, 6, 14, func(f *calc.Finding) string { return f.Ref.Sheet }),
			line.Column("单元格", write.StyleLink, 6, 10,
				func(p *write.SheetWriter, _ write.Style, f *calc.Finding) { p.Reference(f.Ref.Cell(), f.Ref) }),
			line.Text("说明", write.StyleWrap, 24, 50, func(f *calc.Finding) string { return f.Message() }),
			line.Text("处理建议", write.StyleWrap, 20, 40, func(f *calc.Finding) string { return f.Hint() }),
			line.Text("代码", write.StyleText, 12, 24, func(f *calc.Finding) string { return string(f.Code) })}})
}

// writeAccounts writes 读取明细.
func (b *book) writeAccounts() error {
	g := write.Accounts(b.title, b.note("有内容的行＝拨付记录＋其他行。未使用的栏目只在原表中查看，不参加核对"), "拨付行", b.rec.Sheets)
	return b.draft.FillGrid(SheetAccounts, g, write.PageSetup{HeadFirst: 3, HeadLast: 3, Left: SheetAccounts,
		Right: b.policy.Document})
}
