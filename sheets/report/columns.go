package report

import (
	"fmt"
	"strconv"

	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// textColumns makes the columns of text of a list whose line n is line(n).
func textColumns[T any](line func(n int) *T) func(head string, s write.Style, least, most int,
	of func(*T) string) write.ListColumn {
	return func(head string, s write.Style, least, most int, of func(*T) string) write.ListColumn {
		return write.ListColumn{Head: head, Style: s, Min: least, Max: most,
			Cell: func(w *write.SheetWriter, s write.Style, n int) { w.Text(s, of(line(n))) }}
	}
}

// countColumn is a column of whole numbers.
func countColumn(head string, least, most int, of func(n int) int) write.ListColumn {
	return write.ListColumn{Head: head, Style: write.StyleCount, Min: least, Max: most,
		Cell: func(w *write.SheetWriter, s write.Style, n int) { w.Count(s, of(n)) }}
}

// awardsColumn counts the awards that each line's criteria meet.
func (b *book) awardsColumn(criteria func(n int) []string, awards func(n int) int) write.ListColumn {
	return write.ListColumn{Head: headAwards, Style: write.StyleCount, Min: 6, Max: 8, Total: countTotal(len(b.awards)),
		Cell: func(w *write.SheetWriter, s write.Style, n int) {
			w.Formula(s, b.countif(criteria(n)...), strconv.Itoa(awards(n)))
		}}
}

// recordsColumn counts the records of each line.
func (b *book) recordsColumn(of func(n int) int) write.ListColumn {
	c := countColumn("认定记录数", 6, 8, of)
	c.Total = countTotal(b.result.Totals.Records)
	return c
}

// serialColumn numbers the lines.
func serialColumn(least int) write.ListColumn {
	return countColumn(headSerial, least, 8, func(n int) int { return n + 1 })
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

// moneyTotal writes the formula of a total with its value.
func moneyTotal(all money.Yuan) func(*write.SheetWriter, string) {
	return func(w *write.SheetWriter, sum string) { w.MoneyFormula(write.StyleTotalMoney, sum, all) }
}

// countTotal is moneyTotal for a number.
func countTotal(all int) func(*write.SheetWriter, string) {
	return func(w *write.SheetWriter, sum string) { w.Formula(write.StyleTotalCount, sum, strconv.Itoa(all)) }
}
