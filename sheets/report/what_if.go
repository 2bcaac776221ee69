package report

import (
	"fmt"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// SheetWhatIf is the sheet that a report has when another policy was named to
// compare with; it stands after all others.
const SheetWhatIf = "政策比较"

// layWhatIf writes 政策比较: what the other policy would change, by clause, by
// district, by company and record by record.
func (b *book) layWhatIf() error {
	w := b.result.WhatIf
	if w == nil {
		return nil
	}
	groups := []whatIfGroup{{"条款", w.Clauses}, {"县区", w.Districts}, {"单位", w.Companies}}
	sums := 0
	for _, g := range groups {
		sums += len(g.list)
	}
	t := table{name: SheetWhatIf, title: b.title + "政策比较表", unit: unitYuan, freeze: 3, lines: sums + len(w.Changes), wide: 1, note: whatIfNote(w),
		cols: []column{{"范围", write.LookCentre, 6, 8}, {"名称", write.LookText, 14, 24}, {"奖补事项", write.LookText, 10, 16}, {"级别", write.LookCentre, 6, 8},
			{"现政策金额(元)", write.LookMoney, 10, 18}, {"另一政策金额(元)", write.LookMoney, 10, 18}, {"增减(元)", write.LookMoney, 10, 18},
			{"增加(条)", write.LookCount, 6, 10}, {"减少(条)", write.LookCount, 6, 10}, {"不再奖补(条)", write.LookCount, 6, 12},
			{"现结论", write.LookCentre, 8, 10}, {"另一政策结论", write.LookCentre, 8, 14}, {"来源", write.LookLink, 12, 18}}}
	t.line = func(p *write.SheetWriter, row, n int) {
		for _, g := range groups {
			if n < len(g.list) {
				g.line(p, row, &g.list[n])
				return
			}
			n -= len(g.list)
		}
		whatIfRecord(p, row, &w.Changes[n])
	}
	return b.lay(t)
}

// whatIfGroup is the differences of one kind.
type whatIfGroup struct {
	kind string
	list []calc.Difference
}

func (g whatIfGroup) line(p *write.SheetWriter, row int, d *calc.Difference) {
	p.Text(write.LookCentre, g.kind)
	p.Text(write.LookText, d.Name)
	p.Blank(write.LookText)
	p.Blank(write.LookCentre)
	p.Money(write.LookMoney, d.Before)
	p.Money(write.LookMoney, d.After)
	p.MoneyFormula(write.LookMoney, fmt.Sprintf("ROUND(F%d-E%d,2)", row, row), d.After.Sub(d.Before))
	p.Count(write.LookCount, d.Gains)
	p.Count(write.LookCount, d.Losses)
	p.Count(write.LookCount, d.Refused)
	p.Blank(write.LookCentre)
	p.Blank(write.LookCentre)
	p.Blank(write.LookText)
}

func whatIfRecord(p *write.SheetWriter, row int, c *calc.Change) {
	p.Text(write.LookCentre, "记录")
	p.Text(write.LookText, c.Before.Company)
	p.Text(write.LookText, c.Before.ItemName)
	p.Text(write.LookCentre, c.Before.Level)
	p.Money(write.LookMoney, c.Before.Amount)
	p.Money(write.LookMoney, c.After.Amount)
	p.MoneyFormula(write.LookMoney, fmt.Sprintf("ROUND(F%d-E%d,2)", row, row), c.Difference)
	for range 3 {
		p.Blank(write.LookCount)
	}
	p.Text(write.LookCentre, c.Before.Outcome.Name())
	p.Text(write.LookCentre, c.After.Outcome.Name())
	writeSource(p, c.Before.Source)
}

// whatIfNote says what is compared and what it comes to.
func whatIfNote(w *calc.WhatIf) string {
	return fmt.Sprintf("改用“%s”（%s，%s）：总额由 %s 元变为 %s 元，增减 %s 元；%d 条变化，%d 条不变。只供比较，本报告仍按现政策决定；均为按预算压减之前的金额。",
		w.Policy.Title, w.Policy.Document, w.Policy.ID, w.Before, w.After, signed(w.After.Sub(w.Before)), len(w.Changes), w.Same)
}
