package ledger

import (
	"cmp"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/privacy"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// summed are the columns whose sums a ledger states.
var summed = [...]reconcile.Column{reconcile.LedgerPaid, reconcile.LedgerReturned}

// newSums begins the sums of a table.
func (s *paymentSheet) newSums() *table.Sums {
	bare := map[int]reconcile.Row{}
	s.bare = bare
	form := table.SumForm{Name: s.lay.field[reconcile.LedgerCompany], CatchUp: func() {}, Companies: s.companies,
		Report: func(d table.Difference) { s.reportSum(d, bare) }}
	var columns []reconcile.Column
	for _, c := range summed {
		if s.lay.has(c) {
			columns = append(columns, c)
			form.Columns = append(form.Columns, s.lay.field[c])
		}
	}
	form.Amount = func(i int, c calc.Cell) (money.Yuan, bool) {
		if table.IsNothing(c.Text) {
			return money.Yuan{}, false
		}
		return s.money(c, columns[i], s.lay.unit[columns[i]])
	}
	return table.NewSums(form)
}

// addUp counts a row's sums as the ledger writes them: a return that is booked
// as a negative sum lowers the total of what was paid.
func (s *paymentSheet) addUp(r *reconcile.Row) {
	if s.Sums == nil { // of a line that is settled when its table has ended
		return
	}
	s.Sums.Line()
	i := 0
	for _, c := range summed {
		if !s.lay.has(c) {
			continue
		}
		if cell := r.Cells[c]; !table.IsNothing(cell.Text) || cell.Kind == calc.CellNoValue {
			y, ok := s.money(cell, c, r.Units[c])
			s.Sums.Add(i, y, ok)
		}
		i++
	}
}

// companies counts the companies of the last n payments.
func (s *paymentSheet) companies(n int) int {
	last := s.payments[max(0, len(s.payments)-n):]
	return len(calc.Places(last, func(p reconcile.Payment) string { return cmp.Or(p.CreditCode, p.Company) }))
}

// reportSum says what a total states otherwise than its lines. A line of
// figures without a word that no sum explains is a payment to somebody.
func (s *paymentSheet) reportSum(d table.Difference, figures map[int]reconcile.Row) {
	row, bare := figures[d.Cell.Row]
	switch {
	case bare:
		delete(figures, d.Cell.Row)
		s.add(&row)
	case d.Label == "", s.goesOn(d): // said with another column, or with the sheets before
	case d.Column == table.CountColumn:
		s.Differs(d, "", "")
	default:
		s.Differs(d, "“"+d.Label+"”"+summed[d.Column].String(), "")
	}
}

// goesOn tells of a sum of all so far (累计) that it holds what the sheets before
// paid.
func (s *paymentSheet) goesOn(d table.Difference) bool {
	if d.Column < 0 || summed[d.Column] != reconcile.LedgerPaid || !strings.Contains(d.Label, "累计") {
		return false
	}
	all, err := money.ExactYuan(d.Have)
	for i := range s.payments {
		if p := &s.payments[i]; p.Ref.Sheet != s.Ref.Sheet {
			all = all.Add(p.Paid).Add(p.NotPaid)
		}
	}
	return err == nil && all.String() == d.Sent
}

// money reads a sum with its sign, in the unit of its heading or of the sheet.
// Sums without any unit are all taken as yuan here: the total has none either.
func (s *paymentSheet) money(cell calc.Cell, col reconcile.Column, head money.Unit) (money.Yuan, bool) {
	unit := s.Around.Unit
	if unit == money.UnitNone && head == money.UnitNone {
		unit = money.UnitYuan
	}
	var negative bool
	cell.Text, negative = reconcile.CutMinus(cell.Text)
	y, found := standard.ReadAmount(cell, col.String(), head, unit, s.Ref.At(cell.Col))
	if y == nil || found.Worst() != "" {
		return money.Yuan{}, false
	}
	if negative {
		return y.Neg(), true
	}
	return *y, true
}

// crossfoot compares the sum that a row of a wide table states with its items.
func (s *paymentSheet) crossfoot(whole calc.Cell, items []reconcile.Payment) {
	if table.IsNothing(whole.Text) {
		return
	}
	sum := money.Sum(items, func(p *reconcile.Payment) money.Yuan { return p.Paid })
	sent, ok := s.money(whole, reconcile.LedgerPaid, s.lay.unit[reconcile.LedgerPaid])
	if ok && !sent.Equal(sum) {
		s.findings.Add("table/control-total", s.At(whole), "本行合计", sent.String(), sum.String(), sent.Sub(sum).String())
	}
}

// brief is the text of a line for a finding, with no number in it that could
// be an account.
func brief(l table.Line) string {
	return table.Brief(l, func(c calc.Cell) bool { return len(privacy.Leaks(c.Text)) > 0 })
}
