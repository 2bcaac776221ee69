package report

import (
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

// serialColumn numbers the lines.
func serialColumn(least int) write.ListColumn {
	return countColumn(headSerial, least, 8, func(n int) int { return n + 1 })
}

// moneyColumn is a column of amounts, each a formula with its value.
func moneyColumn(head string, least, most int, of func(n int) (formula string, value money.Yuan)) write.ListColumn {
	return write.ListColumn{Head: head, Style: write.StyleMoney, Min: least, Max: most,
		Cell: func(w *write.SheetWriter, s write.Style, n int) {
			formula, value := of(n)
			w.MoneyFormula(s, formula, value)
		}}
}

// moneyTotal writes the formula of a total with its value.
func moneyTotal(all money.Yuan) func(*write.SheetWriter, string) {
	return func(w *write.SheetWriter, sum string) { w.MoneyFormula(write.StyleTotalMoney, sum, all) }
}

// countTotal is moneyTotal for a number.
func countTotal(all int) func(*write.SheetWriter, string) {
	return func(w *write.SheetWriter, sum string) { w.Formula(write.StyleTotalCount, sum, strconv.Itoa(all)) }
}
