package report

import (
	"fmt"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// SheetWhatIf is the sheet that a report has when another policy was named to
// compare with; it stands after all others.
const SheetWhatIf = "政策比较"

// whatIfList is 政策比较: what the other policy would change, by clause, by
// district, by company and record by record.
func (b *book) whatIfList() *write.List {
	w := b.result.WhatIf
	lines := whatIfLines(w)
	l := &write.List{Sheet: SheetWhatIf, Title: b.title + "政策比较表", Unit: unitYuan, Freeze: 3, Lines: len(lines),
		Wide: 1, Note: whatIfNote(w),
		Foot: b.policy.Document}
	line := write.Lines[whatIfLine](func(n int) *whatIfLine { return &lines[n] })
	text := line.Text
	sum := write.Lines[calc.Difference](func(n int) *calc.Difference {
		if lines[n].change != noChange {
			return nil
		}
		return &lines[n].Difference
	})
	count := func(head string, most int, of func(*calc.Difference) int) write.ListColumn {
		return sum.Column(head, write.StyleCount, 6, most,
			func(p *write.SheetWriter, s write.Style, d *calc.Difference) { p.Count(s, of(d)) })
	}
	const before, after = "现政策金额(元)", "另一政策金额(元)"
	l.Columns = []write.ListColumn{text("范围", write.StyleCentre, 6, 8, func(x *whatIfLine) string { return x.kind }),
		text("名称", write.StyleText, 14, 24, func(x *whatIfLine) string { return x.Name }),
		text(headItemName, write.StyleText, 10, 16, func(x *whatIfLine) string { return x.change.Before.ItemName }),
		text(headLevel, write.StyleCentre, 6, 8, func(x *whatIfLine) string { return x.change.Before.Level }),
		line.Money(before, 10, 18, func(x *whatIfLine) *money.Yuan { return &x.Before }),
		line.Money(after, 10, 18, func(x *whatIfLine) *money.Yuan { return &x.After }),
		differenceColumn(l, "增减(元)", before, after,
			func(n int) money.Yuan { return lines[n].After.Sub(lines[n].Before) }, nil),
		count("增加(条)", 10, func(d *calc.Difference) int { return d.Gains }),
		count("减少(条)", 10, func(d *calc.Difference) int { return d.Losses }),
		count("不再奖补(条)", 12, func(d *calc.Difference) int { return d.Refused }),
		text("现结论", write.StyleCentre, 8, 10, func(x *whatIfLine) string { return x.change.Before.Outcome.Name() }),
		text("另一政策结论", write.StyleCentre, 8, 14,
			func(x *whatIfLine) string { return x.change.After.Outcome.Name() }),
		{Head: headSource, Style: write.StyleLink, Min: 12, Max: 18,
			Cell: func(p *write.SheetWriter, _ write.Style, n int) {
				if c := lines[n].change; c != noChange {
					p.Reference(source(c.Before.Source), c.Before.Source)
				} else {
					p.Blank(write.StyleText)
				}
			}}}
	return l
}

// whatIfLine is a line of 政策比较: a sum, or a record that changes.
type whatIfLine struct {
	kind string
	calc.Difference
	change *calc.Change
}

// noChange stands for the record in the line of a sum.
var noChange = &calc.Change{Before: &calc.Snapshot{Record: &calc.Record{}},
	After: &calc.Snapshot{Record: &calc.Record{}}}

func whatIfLines(w *calc.WhatIf) []whatIfLine {
	var lines []whatIfLine
	for _, g := range []struct {
		kind string
		list []calc.Difference
	}{{"条款", w.Clauses}, {"县区", w.Districts}, {"单位", w.Companies}} {
		of := func(d calc.Difference) whatIfLine { return whatIfLine{g.kind, d, noChange} }
		lines = append(lines, calc.Mapped(g.list, of)...)
	}
	for i := range w.Changes {
		c := &w.Changes[i]
		lines = append(lines, whatIfLine{kind: "记录", change: c,
			Difference: calc.Difference{Name: c.Before.Company, Before: c.Before.Amount, After: c.After.Amount}})
	}
	return lines
}

// whatIfNote says what is compared and what it comes to.
func whatIfNote(w *calc.WhatIf) string {
	return fmt.Sprintf("改用“%s”（%s，%s）：总额由 %s 元变为 %s 元，增减 %s 元；%d 条变化，%d 条不变。只供比较，本报告仍按现政策决定；均为按预算压减之前的金额。",
		w.Policy.Title, w.Policy.Document, w.Policy.ID, w.Before.Grouped(), w.After.Grouped(),
		Signed(w.After.Sub(w.Before)), len(w.Changes), w.Same)
}
