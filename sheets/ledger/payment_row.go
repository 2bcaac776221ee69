package ledger

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// read reads a line under a header. Whatever could be a payment is one, unless
// its words or its figures say that it is a sum, a section or a note.
func (s *paymentSheet) read(l table.Line) {
	k, label := s.body.Read(l)
	if k == table.Total && s.around.Leads(label) {
		k = table.Section
	}
	row := s.row(l)
	if (k == table.Total || k == table.Section) && s.paysCounty(&row, label) {
		k = table.Record
	}
	switch {
	case k == table.Total:
		if label.Cell.Text == "" {
			s.bare[l.Number] = row
		}
		s.sums.Total(l, label)
		s.around.Close(label)
	case k == table.Section:
		if left, ok := s.around.Open(label); ok {
			s.above = reconcile.Row{}
			s.sums.Section(l, label, left)
		}
	case k == table.Note:
		s.around.AddLabels(l.Line)
	case s.isPayment(&row, l):
		s.hide(l)
		s.pay(&row, l)
	default:
		at := s.ref
		at.Row, at.Col = l.Number, table.FirstCell(l.Cells).Col
		s.findings.Add("table/unread-row", at, brief(l.Cells))
		if label.Cell.Text != "" {
			s.around.Open(label)
		}
	}
}

// paysCounty tells of a line that looks like the sum or the heading of a
// district that it pays the district's finance office.
func (s *paymentSheet) paysCounty(r *reconcile.Row, label table.Label) bool {
	if !hasDigit(r.Cells[reconcile.LedgerPaid]) {
		return false
	}
	if r.County {
		d := r.Cells[reconcile.LedgerDistrict].Text
		return label.Core != "" && !isTotal(d) && s.vocab.NamesDistrict(d)
	}
	return reconcile.PaysOffice(s.vocab, r)
}

func (s *paymentSheet) hide(l table.Line) {
	if !l.Hidden {
		return
	}
	if s.hides == 0 {
		s.hidden = l.Number
	}
	s.hides++
}

// row lays the cells of a line under the meaning of their columns. 同上 takes
// the cell above.
func (s *paymentSheet) row(l table.Line) reconcile.Row {
	r := reconcile.Row{Ref: s.ref, Units: s.lay.unit, Unit: s.around.Unit, District: s.around.DistrictIn(s.sheet.Name),
		Item: s.item(), Year: s.year, Epoch: written.EpochOf(s.sheet.Date1904)}
	r.Ref.Row = l.Number
	r.County = s.lay.counties()
	for c, i := range s.lay.field {
		if i < 0 {
			continue
		}
		r.Cells[c] = l.Fields[i]
		if table.IsDitto(r.Cells[c].Text) {
			r.Cells[c] = s.above.Cells[c]
		}
	}
	if s.continues(&r) {
		for _, c := range []reconcile.Column{reconcile.LedgerCompany, reconcile.LedgerCode, reconcile.LedgerDistrict,
			reconcile.LedgerAccount} {
			if table.IsNothing(r.Cells[c].Text) {
				r.Cells[c] = s.above.Cells[c]
			}
		}
	}
	return r
}

// continues tells whether a row without company, code and serial goes on with
// the company above: it names another item and a sum.
func (s *paymentSheet) continues(r *reconcile.Row) bool {
	for _, c := range []reconcile.Column{reconcile.LedgerCompany, reconcile.LedgerCode, reconcile.LedgerSerial,
		reconcile.LedgerAccount} {
		if !table.IsNothing(r.Cells[c].Text) {
			return false
		}
	}
	return !table.IsNothing(r.Cells[reconcile.LedgerItem].Text) && hasDigit(r.Cells[reconcile.LedgerPaid]) &&
		!isTotal(r.Cells[reconcile.LedgerItem].Text)
}

// item is the nearest text around the table that names an item.
func (s *paymentSheet) item() calc.Cell {
	for _, c := range s.around.Near(s.sheet.Name) {
		if m := s.vocab.Item(c.Text); m.ID != "" {
			return c
		} else if m.NotCovered != "" {
			break
		}
	}
	return calc.Cell{}
}

// isPayment tells whether a row could be a payment: it names somebody, or it
// holds a sum where sums stand.
func (s *paymentSheet) isPayment(r *reconcile.Row, l table.Line) bool {
	company := r.Cells[reconcile.LedgerCompany]
	named := !table.IsNothing(company.Text) || !table.IsNothing(r.Cells[reconcile.LedgerCode].Text)
	if named && company.Row == l.Number {
		return len(l.Cells) > 1 || isBody(company.Text)
	}
	for _, c := range []reconcile.Column{reconcile.LedgerPaid, reconcile.LedgerReturned} {
		if cell := r.Cells[c]; cell.Row == l.Number && hasDigit(cell) {
			return true
		}
	}
	for _, w := range slices.Concat(s.lay.wide, s.lay.parts) {
		if hasDigit(l.Fields[w.field]) {
			return true
		}
	}
	return named && !table.IsNothing(r.Cells[reconcile.LedgerItem].Text)
}

// isBody tells of a text that stands alone in its line that it is a company's
// name rather than the heading of a section.
func isBody(text string) bool {
	s := table.Fold(text)
	return slices.ContainsFunc([]string{"公司", "厂", "集团", "中心", "院", "合作社", "委员会", "协会"},
		func(end string) bool { return strings.HasSuffix(s, end) })
}

func hasDigit(c calc.Cell) bool {
	return c.Kind == calc.CellNumber || c.Kind == calc.CellNoValue || c.Kind == calc.CellError ||
		slices.ContainsFunc([]rune(c.Text), func(r rune) bool {
			return r >= '0' && r <= '9' || r >= '０' && r <= '９'
		})
}

// pay makes the payments of a row: one, or one for each filled column of a
// wide table. A sum that reaches down by a merge is the payment above, for
// one more item.
func (s *paymentSheet) pay(r *reconcile.Row, l table.Line) {
	s.above = *r
	if len(s.lay.wide) > 0 {
		s.payWide(r, l)
		return
	}
	if len(s.lay.parts) > 0 {
		s.payParts(r, l)
		return
	}
	paid := r.Cells[reconcile.LedgerPaid]
	if paid.Row != 0 && paid.Row != l.Number && paid == s.last && len(s.payments) > 0 {
		s.joinAbove(r)
		return
	}
	s.last = paid
	s.add(r)
}

// joinAbove adds what a row names to the payment whose sum reaches down to it.
func (s *paymentSheet) joinAbove(r *reconcile.Row) {
	more, found := reconcile.ReadPayment(s.vocab, r)
	for _, f := range found {
		if f.Ref.Row == r.Ref.Row {
			s.findings = append(s.findings, f)
		}
	}
	p := &s.payments[len(s.payments)-1]
	p.Subject, p.Certificate, p.Level = "", "", ""
	if len(more.Items) == 0 || len(p.Items) == 0 {
		p.Items = nil
		return
	}
	for _, id := range more.Items {
		if !slices.Contains(p.Items, id) {
			p.Items = append(p.Items, id)
		}
	}
}

// payWide makes one payment for each item's column that holds a sum, and one
// without a sum where none does, so that the row is still shown.
func (s *paymentSheet) payWide(r *reconcile.Row, l table.Line) {
	before := len(s.payments)
	whole := r.Cells[reconcile.LedgerPaid]
	for _, w := range s.lay.wide {
		cell := l.Fields[w.field]
		if cell.Row != l.Number || table.IsNothing(cell.Text) && cell.Kind != calc.CellNoValue {
			continue
		}
		one := *r
		one.Cells[reconcile.LedgerPaid], one.Units[reconcile.LedgerPaid] = cell, w.unit
		one.Cells[reconcile.LedgerItem] = w.title
		one.Cells[reconcile.LedgerReturned] = calc.Cell{}
		s.add(&one)
	}
	if len(s.payments) == before || !table.IsNothing(r.Cells[reconcile.LedgerReturned].Text) {
		one := *r
		if len(s.payments) > before {
			one.Cells[reconcile.LedgerPaid] = calc.Cell{}
		}
		s.add(&one)
		return
	}
	s.crossfoot(whole, s.payments[before:])
}

// add reads a row and keeps it. That the unit is assumed is said once a table.
func (s *paymentSheet) add(r *reconcile.Row) {
	p, found := reconcile.ReadPayment(s.vocab, r)
	for _, f := range found {
		if f.Code == "cell/unit-assumed" {
			if s.noUnit {
				continue
			}
			s.noUnit = true
		}
		s.findings = append(s.findings, f)
	}
	s.addUp(r)
	s.payments = append(s.payments, p)
}
