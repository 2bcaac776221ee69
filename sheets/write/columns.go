package write

import (
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Lines makes columns of a list whose line n, from 0, is what it gives; where that
// is nil, their cells are empty.
type Lines[T any] func(n int) *T

// Column is a column whose cells put writes.
func (line Lines[T]) Column(head string, s Style, least, most int, put func(*SheetWriter, Style, *T)) ListColumn {
	return ListColumn{Head: head, Style: s, Min: least, Max: most, Cell: func(w *SheetWriter, s Style, n int) {
		if x := line(n); x != nil {
			put(w, s, x)
		} else {
			w.Blank(s)
		}
	}}
}

// Text is a column of text.
func (line Lines[T]) Text(head string, s Style, least, most int, of func(*T) string) ListColumn {
	return line.Column(head, s, least, most, func(w *SheetWriter, s Style, x *T) { w.Text(s, of(x)) })
}

// Money is a column of amounts, empty where of gives none.
func (line Lines[T]) Money(head string, least, most int, of func(*T) *money.Yuan) ListColumn {
	return line.Column(head, StyleMoney, least, most, func(w *SheetWriter, s Style, x *T) { w.MoneyOf(s, of(x)) })
}

// CountColumn is a column of whole numbers.
func CountColumn(head string, least, most int, of func(n int) int) ListColumn {
	return ListColumn{Head: head, Style: StyleCount, Min: least, Max: most,
		Cell: func(w *SheetWriter, s Style, n int) { w.Count(s, of(n)) }}
}

// SerialColumn numbers the lines.
func SerialColumn(least, most int) ListColumn {
	return CountColumn("序号", least, most, func(n int) int { return n + 1 })
}

// EmptyColumn is a column for a person to fill in.
func EmptyColumn(head string, s Style, least, most int) ListColumn {
	return ListColumn{Head: head, Style: s, Min: least, Max: most,
		Cell: func(w *SheetWriter, s Style, _ int) { w.Blank(s) }}
}

// SeverityNames are the kinds of findings.
var SeverityNames = map[calc.Severity]string{calc.Error: "错误", calc.Warning: "提醒"}

// SeverityColumn tells of each line's finding which kind it is, red where somebody
// must correct something.
func SeverityColumn(of func(n int) calc.Severity) ListColumn {
	return ListColumn{Head: "类别", Style: StyleCentre, Min: 4, Max: 6, Cell: func(w *SheetWriter, s Style, n int) {
		if of(n) == calc.Error {
			s = StyleBad
		}
		w.Text(s, SeverityNames[of(n)])
	}}
}

// Summed is a column of amounts with its total.
func (c ListColumn) Summed(all money.Yuan) ListColumn {
	c.Total = MoneyTotal(all)
	return c
}

// MoneyTotal writes the formula of a total with its value.
func MoneyTotal(all money.Yuan) func(*SheetWriter, string) {
	return func(w *SheetWriter, sum string) { w.MoneyFormula(StyleTotalMoney, sum, all) }
}

// CountTotal is MoneyTotal for a number.
func CountTotal(all int) func(*SheetWriter, string) {
	return func(w *SheetWriter, sum string) { w.Formula(StyleTotalCount, sum, strconv.Itoa(all)) }
}
