package report

import (
	"fmt"
	"strconv"

	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// awardsColumn counts the awards that each line's criteria meet.
func (b *book) awardsColumn(criteria func(n int) []string, awards func(n int) int) write.ListColumn {
	return write.ListColumn{Head: headAwards, Style: write.StyleCount, Min: 6, Max: 8,
		Total: write.CountTotal(len(b.awards)),
		Cell: func(w *write.SheetWriter, s write.Style, n int) {
			w.Formula(s, b.countif(criteria(n)...), strconv.Itoa(awards(n)))
		}}
}

// recordsColumn counts the records of each line.
func (b *book) recordsColumn(of func(n int) int) write.ListColumn {
	c := write.CountColumn("认定记录数", 6, 8, of)
	c.Total = write.CountTotal(b.result.Totals.Records)
	return c
}

// differenceColumn takes one column of amounts off another.
func differenceColumn(l *write.List, head, before, after string, of func(n int) money.Yuan,
	total func(*write.SheetWriter, string)) write.ListColumn {
	return write.ListColumn{Head: head, Style: write.StyleMoney, Min: 10, Max: 18,
		Cell: func(w *write.SheetWriter, s write.Style, n int) {
			row := write.ListFirst + n
			w.MoneyFormula(s, fmt.Sprintf("ROUND(%s-%s,2)", l.In(after, row), l.In(before, row)), of(n))
		}, Total: total}
}
