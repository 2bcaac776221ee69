package ledger

import (
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// ReadPayments reads the payments of a ledger: any workbook that names
// companies and what was paid to them, one row a payment, several rows under
// one merged sum, or one column an item. Every row that could be a payment
// becomes one, with or without a sum, so that nothing is lost; findings say
// what to ask. awardYear is that of the report that it is set against. A
// workbook that cannot be read to its end gives no payments.
func ReadPayments(b *sheets.Book, v *standard.Vocabulary, awardYear int) ([]reconcile.Payment, calc.Findings) {
	r := &paymentReader{book: b, vocab: v, year: awardYear}
	words := paymentWords.With(r.namesItem)
	for _, s := range b.Sheets {
		sr := &paymentSheet{paymentReader: r, sheet: s, ref: calc.Ref{File: b.File, Sheet: s.Name}}
		found := words.Tables(s, func(l table.Line) bool { sr.line(l); return true })
		if found.Worst() != "" {
			return nil, found
		}
		r.findings = append(r.findings, found...)
		sr.finish()
	}
	if r.tables == 0 {
		r.findings.Add("ledger/no-table", calc.Ref{File: b.File}, "各工作表都没有认得出的表头")
	}
	return r.payments, r.findings
}

// paymentReader reads one workbook.
type paymentReader struct {
	book     *sheets.Book
	vocab    *standard.Vocabulary
	year     int
	payments []reconcile.Payment
	findings calc.Findings
	tables   int
}

// namesItem tells whether a heading names an item: the column of a wide sheet.
func (r *paymentReader) namesItem(heading string) bool { return r.vocab.Item(heading).ID != "" }

// paymentSheet reads one sheet from the top down.
type paymentSheet struct {
	*paymentReader
	sheet  *sheets.Sheet
	ref    calc.Ref
	titles []calc.Cell
	unit   money.Unit
	payer  calc.Cell // 填报单位：…
	lay    *paymentLayout
	above  reconcile.Row // the row before, for 同上
	last   calc.Cell     // the sum read last, to know it again where it is merged downwards
	sums   totals
	hidden int  // first hidden line with a payment
	hides  int  // how many
	noUnit bool // said once that the unit is assumed
}

// paymentLayout is what the columns of one table mean.
type paymentLayout struct {
	field [reconcile.NumLedgerColumns]int // index into the table's columns, -1 for none
	unit  [reconcile.NumLedgerColumns]money.Unit
	wide  []wideColumn
}

// wideColumn is a column of sums for one item.
type wideColumn struct {
	field int
	title calc.Cell
	unit  money.Unit
}

func (s *paymentSheet) line(l table.Line) {
	switch {
	case isEmpty(l.Cells):
	case l.Header > 0:
		if !l.Repeat {
			s.header(l.Table)
		}
	case l.Table == nil:
		s.around(l.Cells)
	default:
		s.body(l)
	}
}

func isEmpty(cells []calc.Cell) bool {
	return !slices.ContainsFunc(cells, func(c calc.Cell) bool { return c.Kind != calc.CellText || !table.IsBlank(c.Text) })
}

// around reads a line above a table: titles, 填报单位 and the unit of money.
func (s *paymentSheet) around(cells []calc.Cell) {
	for _, c := range cells {
		if u := table.UnitLine(c.Text); u != money.UnitNone {
			s.unit = u
			continue
		}
		folded := table.Fold(c.Text)
		if strings.HasPrefix(folded, "填报单位") || strings.HasPrefix(folded, "报送单位") || strings.HasPrefix(folded, "编制单位") {
			s.payer = c
			continue
		}
		if c.Kind == calc.CellText && !strings.Contains(folded, "日期") && len(s.titles) < 8 {
			s.titles = append(s.titles, c)
		}
	}
}

// header begins a table.
func (s *paymentSheet) header(t *table.Table) {
	s.tables++
	s.lay = s.newLayout(t)
	s.sums = newTotals(s.lay)
	s.above, s.last = reconcile.Row{}, calc.Cell{}
	at := s.ref
	at.Row = t.Bottom
	if !s.lay.has(reconcile.LedgerCompany) && !s.lay.has(reconcile.LedgerCode) {
		s.findings.Add("table/missing-column", at, reconcile.LedgerCompany.String())
	}
	if !s.lay.has(reconcile.LedgerPaid) && len(s.lay.wide) == 0 {
		s.findings.Add("table/missing-column", at, reconcile.LedgerPaid.String())
	}
	s.checkYear()
}

// checkYear compares the year in the titles, or else in the sheet's name, with
// that of the report.
func (s *paymentSheet) checkYear() {
	var years []int
	at := s.ref
	for i, c := range s.titles {
		if found := written.YearsIn(c.Text, false); len(found) > 0 {
			if len(years) == 0 {
				at.Row, at.Col = s.titles[i].Row, s.titles[i].Col
			}
			years = append(years, found...)
		}
	}
	if len(years) == 0 {
		years = written.YearsIn(s.sheet.Name, false)
	}
	if len(years) > 0 && !slices.Contains(years, s.year) {
		s.findings.Add("ledger/year", at, strconv.Itoa(years[0]), strconv.Itoa(s.year))
	}
}

func (l *paymentLayout) has(c reconcile.Column) bool { return l.field[c] >= 0 }

// newLayout gives the columns of a table their meaning.
func (s *paymentSheet) newLayout(t *table.Table) *paymentLayout {
	lay := &paymentLayout{}
	for i := range lay.field {
		lay.field[i] = -1
	}
	var plain []*table.Column
	hasItem := false
	for i := range t.Columns {
		c := &t.Columns[i]
		plain = append(plain, c)
		hasItem = hasItem || c.Heading != nil && c.Heading.ID == int(reconcile.LedgerItem)
	}
	for _, p := range table.ResolveHeadings(plain) {
		at := s.ref
		at.Row, at.Col = p[1].Row, p[1].Col
		s.findings.Add("table/ambiguous-column", at, p[0].Path(), p[1].Path())
	}
	for i, c := range plain {
		if c.ID > 0 && c.ID < int(reconcile.NumLedgerColumns) && lay.field[c.ID] < 0 {
			lay.field[c.ID], lay.unit[c.ID] = i, c.Unit
		}
		if c.Heading == nil && !hasItem && s.namesItem(c.Path()) && !isDue(c.Group) {
			lay.wide = append(lay.wide, wideColumn{i, calc.Cell{Kind: calc.CellText, Row: c.Row, Col: c.Col, Text: c.Path()}, unitOver(c)})
		}
	}
	return lay
}

// isDue tells of the heading over a group of columns that these hold what
// should be paid, not what was.
func isDue(group string) bool {
	h, _ := paymentWords.Find("", group)
	return h != nil && h.ID == int(reconcile.LedgerDue)
}

// unitOver is the unit of a column of sums, which may stand in brackets behind
// the item's name.
func unitOver(c *table.Column) money.Unit {
	if c.Unit != money.UnitNone {
		return c.Unit
	}
	for _, u := range []money.Unit{money.UnitWan, money.UnitYuan} {
		if strings.HasSuffix(strings.TrimRight(table.Fold(c.Text), ")"), "("+u.String()) {
			return u
		}
	}
	return money.UnitNone
}

// finish reports what was hidden.
func (s *paymentSheet) finish() {
	if s.hides > 0 {
		at := s.ref
		at.Row = s.hidden
		what := "第" + strconv.Itoa(s.hidden) + "行"
		if s.hides > 1 {
			what += "等" + strconv.Itoa(s.hides) + "行"
		}
		s.findings.Add("table/hidden", at, what)
	}
	if s.sheet.Visibility != sheets.Visible && s.lay != nil {
		s.findings.Add("table/hidden", s.ref, "工作表“"+s.sheet.Name+"”")
	}
}
