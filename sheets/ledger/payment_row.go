package ledger

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// Take makes payments of a line. Whatever could be one is, unless its words or
// its figures say that it is a sum, a section or a note.
func (s *paymentSheet) Take(k table.Kind, label table.Label, l table.Line) bool {
	row := s.row(l)
	row.Struck = k == table.Struck
	if k == table.Total {
		if label.Cell.Text == "" {
			s.bare[l.Number] = row
		}
		return false
	}
	is := s.isPayment(&row, l) && !(k == table.Example && written.NamesNobody(row.Cells[reconcile.LedgerCompany].Text))
	if is {
		s.pay(&row, l)
	}
	return is
}

// isOpening tells of a text that it says that a balance is carried from the year
// or the month before: nobody is paid by it.
func isOpening(text string) bool {
	switch table.Fold(text) {
	case "上年结转", "上年结余", "上期结转", "上月结转", "上月结余", "期初余额", "年初余额", "期末余额", "结转下年", "结转下期", "结转下月":
		return true
	}
	return false
}

// Moved forgets the row above a new section, which may be of another year.
func (s *paymentSheet) Moved(by table.Kind) {
	if by != table.Section {
		return
	}
	s.above = reconcile.Row{}
	if near, _ := s.Around.Sections(); len(near) > 0 && table.IsPeriod(near[0].Text) {
		if years := written.YearsIn(near[0].Text, false); len(years) > 0 {
			s.ofYear(years, s.At(near[0]), near[0].Text)
		}
	}
}

// Brief is the text of a line, with no number in it that could be an account.
func (s *paymentSheet) Brief(l table.Line) string { return brief(l) }

// row lays the cells of a line under the meaning of their columns. 同上 takes
// the cell above.
func (s *paymentSheet) row(l table.Line) reconcile.Row {
	r := reconcile.Row{Ref: s.Ref, Units: s.lay.unit, Unit: s.Around.Unit, District: s.district(),
		Item: s.item(), Year: s.year, Epoch: written.EpochOf(s.Sheet.Date1904)}
	r.Ref.Row = l.Number
	r.County, r.Less = s.lay.counties(), s.lay.less
	for c, i := range s.lay.field {
		if i < 0 {
			continue
		}
		r.Cells[c] = l.Fields[i]
		if own := r.Cells[c]; table.IsDitto(own.Text) {
			r.Cells[c] = s.above.Cells[c]
			r.Cells[c].Row, r.Cells[c].Col = own.Row, own.Col
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
	s.addAsides(&r, l)
	return r
}

// addAsides puts what stands in no column that is read, and says that something
// was not paid or came back, behind the remark of its line.
func (s *paymentSheet) addAsides(r *reconcile.Row, l table.Line) {
	remark := &r.Cells[reconcile.LedgerRemark]
	for _, a := range saidBeside(&s.Reader, l, s.lay.columns, s.lay.wide) {
		c := a.Cell
		if !table.IsNothing(remark.Text) {
			c.Row, c.Col, c.Text = remark.Row, remark.Col, remark.Text+"；"+c.Text
		}
		*remark = c
	}
}

// tellHeard asks about what a line among or below the payments says of some of
// them: that they were not paid, or came back. A rule of the form (未拨付的请说明)
// is said of none.
func (s *paymentSheet) tellHeard(from int) {
	paid := s.payments[from:]
	listed := func(i int) table.Listed {
		return table.Listed{Number: paid[i].Ref.Row, Name: written.Fold(paid[i].Company)}
	}
	s.EachSaid(len(paid), listed, s.Speaks, func(sentence string, line calc.Cell, of []int) {
		if len(of) > 0 {
			s.findings.Add("ledger/said", s.At(line), sentence)
		}
	})
}

// district is the text around the rows that names their district; who sends the
// table may be its finance office.
func (s *paymentSheet) district() calc.Cell {
	c := s.Around.DistrictIn(s.Sheet.Name)
	if sender := s.Around.Sender; c.Text == "" && s.vocab.NamesDistrict(sender.Text) {
		return sender
	}
	return c
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
	for _, c := range s.Around.Near(s.Sheet.Name) {
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
	if !named && banksOwn.MatchString(r.Cells[reconcile.LedgerUse].Text+r.Cells[reconcile.LedgerRemark].Text) {
		return false
	}
	if named && company.Row == l.Number {
		return len(l.Cells) > 1 || isBody(company.Text)
	}
	for _, c := range []reconcile.Column{reconcile.LedgerPaid, reconcile.LedgerReturned} {
		if cell := r.Cells[c]; cell.Row == l.Number && hasDigit(cell) {
			return true
		}
	}
	return slices.ContainsFunc(slices.Concat(s.lay.wide, s.lay.parts),
		func(w wideColumn) bool { return hasDigit(l.Fields[w.field]) }) ||
		named && !table.IsNothing(r.Cells[reconcile.LedgerItem].Text)
}

// banksOwn finds what a bank books for itself on an account: nobody is paid by it.
var banksOwn = regexp.MustCompile(`^(?:存款)?(?:结息|利息|利息收入|手续费|转账手续费|账户管理费|工本费)$`)

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
		p.Items = calc.AddNew(p.Items, id)
	}
}

// withPaid is the row with a column of sums in the place of what was paid; ok is
// false where the line has nothing of its own there.
func withPaid(r *reconcile.Row, l table.Line, w wideColumn) (one reconcile.Row, ok bool) {
	cell := l.Fields[w.field]
	if cell.Row != l.Number || table.IsNothing(cell.Text) && cell.Kind != calc.CellNoValue {
		return one, false
	}
	one = *r
	one.Cells[reconcile.LedgerPaid], one.Units[reconcile.LedgerPaid] = cell, w.unit
	if w.date > 0 {
		one.Cells[reconcile.LedgerDate] = l.Fields[w.date-1]
	}
	return one, true
}

// payWide makes one payment for each item's column that holds a sum, and one
// without a sum where none does, so that the row is still shown.
func (s *paymentSheet) payWide(r *reconcile.Row, l table.Line) {
	before := len(s.payments)
	whole := r.Cells[reconcile.LedgerPaid]
	for _, w := range s.lay.wide {
		one, ok := withPaid(r, l, w)
		if !ok {
			continue
		}
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

// add reads a row and keeps it. That the unit is assumed is said once a table. A
// row that is crossed out counts in no sum.
func (s *paymentSheet) add(r *reconcile.Row) {
	p, found := reconcile.ReadPayment(s.vocab, r)
	if r.Struck {
		found = append(found, calc.Found("ledger/struck", p.Ref, p.NotPaid.String()))
	} else {
		s.addUp(r)
	}
	for _, f := range found {
		if f.Code == "cell/unit-assumed" {
			if s.noUnit {
				continue
			}
			s.noUnit = true
		}
		s.findings = append(s.findings, f)
	}
	s.payments = append(s.payments, p)
}
