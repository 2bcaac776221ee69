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
	l := write.List{Sheet: SheetDifferences, Title: b.title + "差异清单", Unit: unitYuan, Freeze: 4, Lines: len(list),
		Foot: b.policy.Document,
		Note: b.note("差额从大到小排列；差额＝已拨－退回－奖补，负数为少付，正数为多付"),
		Columns: []write.ListColumn{{Head: "序号", Min: 4, Max: 6}, {Head: "组号", Min: 4, Max: 6},
			{Head: "状态", Min: 8, Max: 12}, {Head: "单位名称", Min: 14, Max: 26}, {Head: "统一社会信用代码", Min: 18, Max: 18},
			{Head: "县区", Min: 6, Max: 10}, {Head: "奖补事项", Min: 10, Max: 18}, {Head: "奖补金额", Min: 12, Max: 18},
			{Head: "已拨金额", Min: 12, Max: 18}, {Head: "退回金额", Min: 10, Max: 18}, {Head: "差额", Min: 12, Max: 18},
			{Head: "说明", Min: 16, Max: 36}, {Head: "报告位置", Min: 10, Max: 24}, {Head: "台账位置", Min: 10, Max: 24},
			{Head: "处理情况", Min: 12, Max: 16}}}
	l.Line = func(p *write.SheetWriter, n int) { b.differenceRow(p, n, list[n], len(list) <= maxLive) }
	var all reconcile.Reckoning
	for _, i := range list {
		line := &b.rec.Lines[i]
		all.Awarded, all.Paid = all.Awarded.Add(line.Awarded), all.Paid.Add(line.Paid)
		all.Returned = all.Returned.Add(line.Returned)
	}
	setTotals(&l, map[string]money.Yuan{lineAwarded: all.Awarded, linePaid: all.Paid, lineReturned: all.Returned,
		lineDifference: all.Difference()})
	return b.draft.FillList(l)
}

func (b *book) differenceRow(p *write.SheetWriter, n, line int, live bool) {
	l := &b.rec.Lines[line]
	at := write.ListFirst + n
	p.Count(write.StyleCount, n+1)
	p.Count(write.StyleCount, line+1)
	writeStatus(p, l.Status)
	p.Text(write.StyleText, l.Company)
	p.Text(write.StyleCentre, l.CreditCode)
	p.Text(write.StyleCentre, b.lineDistricts(l))
	p.Text(write.StyleText, b.lineItems(l))
	for _, c := range []struct {
		col string
		sum money.Yuan
	}{{lineAwarded, l.Awarded}, {linePaid, l.Paid}, {lineReturned, l.Returned}} {
		if live {
			p.MoneyFormula(write.StyleMoney, b.sumif(c.col, lineNumber, "$B"+strconv.Itoa(at)), c.sum)
		} else {
			p.Money(write.StyleMoney, c.sum)
		}
	}
	p.MoneyFormula(write.StyleMoney, fmt.Sprintf("ROUND(I%d-J%d-H%d,2)", at, at, at), l.Difference())
	p.Text(write.StyleWrap, l.Note)
	var awards, payments []calc.Ref
	for _, a := range l.Awards {
		awards = append(awards, b.rec.Awards[a].Ref)
	}
	for _, i := range l.Payments {
		payments = append(payments, b.rec.Payments[i].Ref)
	}
	writePlaces(p, awards)
	writePlaces(p, payments)
	p.Blank(write.StyleInput)
}

// writeProblems writes 台账问题.
func (b *book) writeProblems() error {
	fs := b.rec.Findings
	l := write.List{Sheet: SheetProblems, Title: b.title + "台账问题清单", Freeze: 2, Lines: len(fs), Foot: b.policy.Document,
		Note: b.note("“错误”须更正后重新对账；“提醒”请核对"),
		Columns: []write.ListColumn{{Head: "序号", Min: 4, Max: 6}, {Head: "类别", Min: 4, Max: 6},
			{Head: "问题", Min: 10, Max: 18}, {Head: "文件", Min: 10, Max: 24}, {Head: "工作表", Min: 6, Max: 14},
			{Head: "单元格", Min: 6, Max: 10}, {Head: "说明", Min: 24, Max: 50}, {Head: "处理建议", Min: 20, Max: 40},
			{Head: "代码", Min: 12, Max: 24}}}
	l.Line = func(p *write.SheetWriter, n int) { problemRow(p, n, fs[n]) }
	return b.draft.FillList(l)
}

func problemRow(p *write.SheetWriter, n int, f calc.Finding) {
	p.Count(write.StyleCount, n+1)
	if f.Severity() == calc.Error {
		p.Text(write.StyleBad, "错误")
	} else {
		p.Text(write.StyleCentre, "提醒")
	}
	p.Text(write.StyleText, calc.ReasonName(string(f.Code)))
	p.Text(write.StyleText, f.Ref.File)
	p.Text(write.StyleText, f.Ref.Sheet)
	p.Reference(f.Ref.Cell(), f.Ref)
	p.Text(write.StyleWrap, f.Message())
	p.Text(write.StyleWrap, f.Hint())
	p.Text(write.StyleText, string(f.Code))
}

// writeAccounts writes 读取明细.
func (b *book) writeAccounts() error {
	g := write.Accounts(b.title, b.note("有内容的行＝拨付记录＋其他行。未使用的栏目只在原表中查看，不参加核对"), "拨付行", b.rec.Sheets)
	return b.draft.FillGrid(SheetAccounts, g, write.PageSetup{HeadFirst: 3, HeadLast: 3, Left: SheetAccounts,
		Right: b.policy.Document})
}
