package report

import (
	"fmt"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// SheetChanges is the sheet that a report has when an earlier one was named to
// compare it with; it stands behind the others.
const SheetChanges = "变动情况"

// sheetNames are the sheets of this report.
func sheetNames(r *calc.Result, extra []Extra) []string {
	names := append([]string{}, Sheets...)
	if hasAccounts(r) {
		names = append(names, SheetAccounts)
	}
	if r.Changes != nil {
		names = append(names, SheetChanges)
	}
	if r.WhatIf != nil {
		names = append(names, SheetWhatIf)
	}
	for _, x := range extra {
		names = append(names, x.Name)
	}
	return names
}

// The columns of 变动情况 that its formulas look through.
const (
	changeBefore = "K"
	changeAfter  = "M"
	changeDiff   = "N"
)

// layChanges writes 变动情况: every record that differs from the earlier run,
// one line for those that do not, and totals that tie.
func (b *book) layChanges() error {
	c := b.result.Changes
	if c == nil {
		return nil
	}
	t := table{name: SheetChanges, title: b.title + "变动情况表", unit: unitYuan, freeze: 4, lines: len(c.Changes) + 1, note: changeNote(c),
		cols: []column{{"序号", write.LookCount, 4, 8}, {"变动", write.LookCentre, 6, 8}, {"县区", write.LookCentre, 6, 10},
			{"单位名称", write.LookText, 14, 22}, {"统一社会信用代码", write.LookCentre, 18, 18}, {"奖补事项", write.LookText, 10, 14},
			{"级别", write.LookCentre, 6, 8}, {"认定名称或对象", write.LookText, 8, 12}, {"证书编号或文号", write.LookText, 8, 14},
			{"原结论", write.LookCentre, 8, 10}, {"原奖补金额(元)", write.LookMoney, 10, 18}, {"现结论", write.LookCentre, 8, 10},
			{"现奖补金额(元)", write.LookMoney, 10, 18}, {"变动金额(元)", write.LookMoney, 10, 18}, {"变动内容", write.LookWrap, 20, 36},
			{"现来源", write.LookLink, 12, 16}, {"原来源", write.LookText, 12, 16}}}
	t.line = func(p *write.SheetWriter, row, n int) {
		if n == len(c.Changes) {
			sameLine(p, row, c, len(t.cols))
			return
		}
		b.changeLine(p, row, n, &c.Changes[n])
	}
	t.total = func(p *write.SheetWriter, _ int) { changeTotal(p, c, t.last(), len(t.cols)) }
	return b.lay(t)
}

// changeNote says in a line what changed by kind, that the totals tie, and what
// else differs between the runs.
func changeNote(c *calc.Comparison) string {
	var parts []string
	for _, k := range calc.ChangeKinds {
		n, y := c.Sum(k)
		parts = append(parts, fmt.Sprintf("%s %d 条 %s 元", k.Name(), n, signed(y)))
	}
	s := "与“" + c.Earlier.Name + "”比较：" + strings.Join(parts, "，") + fmt.Sprintf("，未变动 %d 条。", c.Same) +
		"原总额 " + c.Before.String() + " 元，变动 " + signed(c.After.Sub(c.Before)) + " 元，现总额 " + c.After.String() + " 元，逐条相加核对一致。"
	for _, r := range c.Readings {
		s += "口径 " + r.Name + " 由 " + r.Before + " 改为 " + r.After + "。"
	}
	if n := c.Earlier.Amended; n > 0 {
		s += fmt.Sprintf("原报告的奖补明细有 %d 处人工改动，本表按程序决定的金额比较。", n)
	}
	return s
}

func (b *book) changeLine(p *write.SheetWriter, row, n int, c *calc.Change) {
	shown := c.After
	if shown == nil {
		shown = c.Before
	}
	p.Count(write.LookCount, n+1)
	p.Text(write.LookCentre, c.Kind.Name())
	p.Text(write.LookCentre, shown.District)
	p.Text(write.LookText, shown.Company)
	p.Text(write.LookCentre, shown.CreditCode)
	p.Text(write.LookText, shown.ItemName)
	p.Text(write.LookCentre, shown.Level)
	p.Text(write.LookText, shown.Subject)
	p.Text(write.LookText, shown.Certificate)
	changeSide(p, c.Before)
	changeSide(p, c.After)
	p.MoneyFormula(write.LookMoney, diffFormula(row), c.Difference)
	p.Text(write.LookWrap, changeWords(c))
	if c.After != nil {
		writeSource(p, c.After.Source)
	} else {
		p.Blank(write.LookText)
	}
	if c.Before != nil {
		p.Text(write.LookText, source(c.Before.Source))
	} else {
		p.Blank(write.LookText)
	}
}

// changeSide writes outcome and amount of one run, empty where it has no such
// record.
func changeSide(p *write.SheetWriter, s *calc.Snapshot) {
	if s == nil {
		p.Blank(write.LookCentre)
		p.Blank(write.LookMoney)
		return
	}
	p.Text(write.LookCentre, s.Outcome.Name())
	p.Money(write.LookMoney, s.Amount)
}

func diffFormula(row int) string {
	return fmt.Sprintf("ROUND(%s%d-%s%d,2)", changeAfter, row, changeBefore, row)
}

// sameLine is the line of the records that do not differ.
func sameLine(p *write.SheetWriter, row int, c *calc.Comparison, cols int) {
	p.Blank(write.LookCount)
	p.Text(write.LookCentre, "未变动")
	p.Blank(write.LookCentre)
	p.Text(write.LookText, fmt.Sprintf("%d 条记录", c.Same))
	for p.Column() < 10 {
		p.Blank(write.LookCentre)
	}
	p.Money(write.LookMoney, c.SameYuan)
	p.Blank(write.LookCentre)
	p.Money(write.LookMoney, c.SameYuan)
	p.MoneyFormula(write.LookMoney, diffFormula(row), money.Yuan{})
	for p.Column() < cols {
		p.Blank(write.LookCentre)
	}
}

func changeTotal(p *write.SheetWriter, c *calc.Comparison, end, cols int) {
	sum := func(col string) string { return fmt.Sprintf("SUM(%s%d:%s%d)", col, firstRow, col, end) }
	p.Text(write.LookTotal, "合计")
	for p.Column() < 10 {
		p.Blank(write.LookTotal)
	}
	p.MoneyFormula(write.LookTotalMoney, sum(changeBefore), c.Before)
	p.Blank(write.LookTotal)
	p.MoneyFormula(write.LookTotalMoney, sum(changeAfter), c.After)
	p.MoneyFormula(write.LookTotalMoney, sum(changeDiff), c.After.Sub(c.Before))
	for p.Column() < cols {
		p.Blank(write.LookTotal)
	}
}

// changeWords say what differs in a record that both runs have.
func changeWords(c *calc.Change) string {
	switch c.Kind {
	case calc.ChangeNew:
		return "原报告没有这条记录"
	case calc.ChangeGone:
		return "本次没有这条记录"
	}
	var parts []string
	x, y := c.Before, c.After
	for _, f := range []struct{ name, was, now string }{
		{"县区", x.District, y.District}, {"单位名称", x.Company, y.Company}, {"信用代码", x.CreditCode, y.CreditCode}, {"事项", x.ItemName, y.ItemName},
		{"级别", x.Level, y.Level}, {"对象", x.Subject, y.Subject}, {"证书或文号", x.Certificate, y.Certificate}, {"认定日期", x.Recognised, y.Recognised},
		{"结论", verdictWords(x), verdictWords(y)}, {"金额", x.Amount.String(), y.Amount.String()}} {
		if clean(f.was) != clean(f.now) {
			parts = append(parts, f.name+"："+cmpOr(f.was, "（空）")+" → "+cmpOr(f.now, "（空）"))
		}
	}
	if len(parts) == 0 {
		return "报送内容有改动，结论和金额不变"
	}
	return strings.Join(parts, "；")
}

// verdictWords is an outcome with its reason.
func verdictWords(s *calc.Snapshot) string {
	if s.Reason == "" {
		return s.Outcome.Name()
	}
	return s.Outcome.Name() + "（" + calc.ReasonName(s.Reason) + "）"
}
