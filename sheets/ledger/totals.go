package ledger

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/privacy"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// totals follows the sums of a table, so that the ledger's own totals can be
// checked.
type totals struct {
	lay    *paymentLayout
	paid   span
	back   span
	unread bool // a sum could not be read: nothing can be checked
}

// span is a sum over the whole table and since the last subtotal.
type span struct{ whole, part money.Yuan }

func (s *span) add(y money.Yuan) { s.whole, s.part = s.whole.Add(y), s.part.Add(y) }

func newTotals(l *paymentLayout) totals { return totals{lay: l} }

// add counts a row's sums as the ledger writes them: a return that is booked
// as a negative sum lowers the total of what was paid.
func (t *totals) add(s *paymentSheet, r *reconcile.Row) {
	for _, c := range []struct {
		col reconcile.Column
		to  *span
	}{{reconcile.LedgerPaid, &t.paid}, {reconcile.LedgerReturned, &t.back}} {
		cell := r.Cells[c.col]
		if isNothing(cell.Text) && cell.Kind != calc.CellNoValue {
			continue
		}
		y, ok := s.money(cell, c.col, r.Units[c.col])
		t.unread = t.unread || !ok
		c.to.add(y)
	}
}

// isTotalLine tells whether a line states sums: one of its first cells says
// so, and no credit code stands in it.
func isTotalLine(cells []calc.Cell) bool {
	for i, c := range cells {
		if i > 3 || c.Kind != calc.CellText {
			return false
		}
		if isTotalLabel(c.Text) {
			return true
		}
	}
	return false
}

// check compares a line of sums with the payments above it. A label with 小计
// sums what follows the last one; any other the whole table, or the part where
// it names one (东海县合计).
func (t *totals) check(s *paymentSheet, l table.Line) {
	label := ""
	for _, c := range l.Cells {
		if label == "" && isTotalLabel(c.Text) {
			label = strings.Join(strings.Fields(c.Text), "")
		}
	}
	t.checkColumn(s, l, reconcile.LedgerPaid, label, t.paid)
	t.checkColumn(s, l, reconcile.LedgerReturned, label, t.back)
	t.paid.part, t.back.part = money.Yuan{}, money.Yuan{}
}

func (t *totals) checkColumn(s *paymentSheet, l table.Line, col reconcile.Column, label string, have span) {
	if !t.lay.has(col) || t.unread {
		return
	}
	cell := l.Fields[t.lay.field[col]]
	if isNothing(cell.Text) || cell.Row != l.Number {
		return
	}
	sent, ok := s.money(cell, col, s.lay.unit[col])
	want := have.whole
	if isSubtotal(label) || !bareTotal(label) && sent.Equal(have.part) {
		want = have.part
	}
	if !ok || sent.Equal(want) {
		return
	}
	at := s.ref
	at.Row, at.Col = cell.Row, cell.Col
	s.findings.Add("table/control-total", at, "“"+label+"”"+col.String(), sent.String(), want.String(), sent.Sub(want).String())
}

// bareTotal tells of a label that it names no part: 合计, not 东海县合计.
func bareTotal(label string) bool {
	s, _, _ := strings.Cut(table.Fold(label), "(")
	switch strings.TrimRight(s, ":") {
	case "合计", "总计", "累计", "共计", "总合计":
		return true
	}
	return false
}

// money reads a sum with its sign, in the unit of its heading or of the sheet.
// Sums without any unit are all taken as yuan here: the total has none either.
func (s *paymentSheet) money(cell calc.Cell, col reconcile.Column, head money.Unit) (money.Yuan, bool) {
	unit := s.unit
	if unit == money.UnitNone && head == money.UnitNone {
		unit = money.UnitYuan
	}
	text, negative := strings.CutPrefix(strings.TrimSpace(cell.Text), "-")
	cell.Text = text
	y, found := standard.ReadAmount(cell, col.String(), head, unit, s.ref.At(cell.Col))
	if y == nil || found.Worst() != "" {
		return money.Yuan{}, false
	}
	if negative {
		return y.Neg(), true
	}
	return *y, true
}

// crossfoot compares the sum that a row of a wide table states with its items.
func (t *totals) crossfoot(s *paymentSheet, whole calc.Cell, items []reconcile.Payment) {
	if isNothing(whole.Text) || t.unread {
		return
	}
	var sum money.Yuan
	for i := range items {
		sum = sum.Add(items[i].Paid)
	}
	sent, ok := s.money(whole, reconcile.LedgerPaid, s.lay.unit[reconcile.LedgerPaid])
	if ok && !sent.Equal(sum) {
		at := s.ref
		at.Row, at.Col = whole.Row, whole.Col
		s.findings.Add("table/control-total", at, "本行合计", sent.String(), sum.String(), sent.Sub(sum).String())
	}
}

// brief is the text of a line for a finding, with no number in it that could
// be an account.
func brief(cells []calc.Cell) string {
	var words []string
	for _, c := range cells {
		if !table.IsBlank(c.Text) && len(privacy.Leaks(c.Text)) == 0 {
			words = append(words, strings.Join(strings.Fields(c.Text), " "))
		}
	}
	text := []rune(strings.Join(words, " | "))
	if len(text) > 60 {
		return string(text[:60]) + "…"
	}
	return string(text)
}
