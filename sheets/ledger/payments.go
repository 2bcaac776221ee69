package ledger

import (
	"cmp"
	"regexp"
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
// what to ask. years are those of the reports that it is set against. A
// workbook that cannot be read to its end gives no payments. The accounts say
// what became of the lines of each sheet.
func ReadPayments(b *sheets.Book, v *standard.Vocabulary, years ...int) ([]reconcile.Payment, []calc.SheetAccount,
	calc.Findings) {
	r := &paymentReader{workbook: workbook{file: b.File}, vocab: v, names: payeesOf(v), years: years}
	words := paymentWords.With(r.namesItem)
	for _, s := range b.Sheets {
		sr, from := &paymentSheet{paymentReader: r}, len(r.payments)
		sr.Reader = table.NewReader(sr, b.File, s, r.names, &r.findings)
		sr.Speaks = reconcile.SaysUnpaid
		if refused := r.read(&sr.Reader, words, sr.Headless); refused != nil {
			return nil, nil, refused
		}
		sr.tellHeard(from)
	}
	r.leaveOtherYears()
	r.leaveSums()
	r.leaveUnfilled()
	r.end("ledger/no-table", "各工作表都没有认得出的表头")
	return r.payments, r.accounts, r.findings
}

// paymentReader reads one workbook.
type paymentReader struct {
	workbook
	vocab    *standard.Vocabulary
	names    table.Names
	years    []int
	payments []reconcile.Payment
	begun    []begunTable
	others   []otherYear
	ours     bool // a table says that it is of a report's year
}

// leaveUnfilled says once of a workbook in which nobody filled in what was paid
// that it is empty, instead of once of each line.
func (r *paymentReader) leaveUnfilled() {
	others := slices.DeleteFunc(slices.Clone(r.findings),
		func(f calc.Finding) bool { return f.Code == "ledger/no-amount" })
	if lines := len(r.findings) - len(others); lines > 1 && lines == len(r.payments) {
		r.findings = others
		r.findings.Add("ledger/unfilled", calc.Ref{File: r.file}, strconv.Itoa(lines))
	}
}

// begunTable is a table of a workbook, with where its payments begin.
type begunTable struct {
	sheet     string
	top, left int // the last line of its header; 0 or its first column, of several side by side
	from      int
	items     bool // it lists items and nobody who was paid
}

// otherYear is a year of no report that a table or a section says it is of, 0 for
// none, with where and its first payment; award tells that it can only be that of
// the awards, not that of the payments.
type otherYear struct {
	year  int
	at    calc.Ref
	award bool
	from  int
}

// namesItem tells whether a heading names an item: the column of a wide sheet.
func (r *paymentReader) namesItem(heading string) bool {
	return headsItem(r.vocab, heading)
}

// headsItem tells whether a heading is an item of the policy and no more.
func headsItem(v *standard.Vocabulary, heading string) bool {
	return v.Item(heading).ID != "" && v.IsHeading(heading)
}

// paymentSheet reads one sheet from the top down.
type paymentSheet struct {
	*paymentReader
	table.Reader
	lay    *paymentLayout
	above  reconcile.Row         // the row before, for 同上
	last   calc.Cell             // the sum read last, to know it again where it is merged downwards
	bare   map[int]reconcile.Row // lines of figures without a word, until a sum explains them
	year   int                   // the award year that the title or the sheet's name says, 0 for none
	noUnit bool                  // said once that the unit is assumed
}

// paymentLayout is what the columns of one table mean.
type paymentLayout struct {
	columns []table.Column
	field   [reconcile.NumLedgerColumns]int // index into the table's columns, -1 for none
	unit    [reconcile.NumLedgerColumns]money.Unit
	wide    []wideColumn
	parts   []wideColumn   // instalments
	dates   map[string]int // 1 + the columns of their days, by the heading over both
	whole   bool           // the column of what was paid is the sum of the parts
	less    bool           // the column of what was paid is of what was to be: what was not is taken off
}

// wideColumn is a column of sums for one item.
type wideColumn struct {
	field int
	title calc.Cell
	unit  money.Unit
	date  int // 1 + the column of its day, 0 for none
}

// Begin begins a table; another one beside a ledger is none.
func (s *paymentSheet) Begin(t *table.Table) {
	if t.Other {
		return
	}
	s.lay = s.newLayout(t)
	s.Sums = s.newSums()
	s.above, s.last = reconcile.Row{}, calc.Cell{}
	s.Body.Listing = s.lay.counties()
	s.begun = append(s.begun, begunTable{sheet: s.Sheet.Name, top: t.Bottom, left: t.Left, from: len(s.payments),
		items: s.lay.items()})
	if !s.lay.has(reconcile.LedgerCompany) && !s.lay.has(reconcile.LedgerCode) && !s.lay.counties() {
		s.Missing(t, reconcile.LedgerCompany.String())
	}
	if !s.lay.has(reconcile.LedgerPaid) && !s.lay.has(reconcile.LedgerReturned) &&
		len(s.lay.wide)+len(s.lay.parts) == 0 {
		s.Missing(t, reconcile.LedgerPaid.String())
	}
	s.checkYear()
}

// checkYear compares the year in the titles, or else in the sheet's name, with
// that of the report.
func (s *paymentSheet) checkYear() {
	var years []int
	at, text := s.Ref, s.Sheet.Name
	for _, c := range s.Around.Titles {
		text += " " + c.Text
		if found := written.YearsIn(c.Text, false); len(found) > 0 {
			if len(years) == 0 {
				at = s.At(c)
			}
			years = append(years, found...)
		}
	}
	if len(years) == 0 {
		years = written.YearsIn(s.Sheet.Name, false)
	}
	s.year = 0
	if s.ofYear(years, at, text); s.others[len(s.others)-1].year == 0 &&
		len(slices.Compact(slices.Sorted(slices.Values(years)))) == 1 && awardYear.MatchString(text) {
		s.year = years[0]
	}
}

// ofYear marks that the payments from here on are of these years, as a text says.
func (s *paymentSheet) ofYear(years []int, at calc.Ref, text string) {
	other := otherYear{at: at, from: len(s.payments)}
	switch ours := slices.ContainsFunc(years, func(y int) bool { return slices.Contains(s.years, y) }); {
	case ours:
		s.ours = true
	case len(years) > 0:
		other.year, other.award = years[0], awardYear.MatchString(text) || years[0] < slices.Min(s.years)
	}
	s.others = append(s.others, other)
}

// leaveOtherYears gives the payments of tables and sections of another year that
// year, where the workbook has such of ours, too; else it says which year they are of.
func (r *paymentReader) leaveOtherYears() {
	for i, o := range r.others {
		to := len(r.payments)
		if i+1 < len(r.others) {
			to = r.others[i+1].from
		}
		switch {
		case o.year == 0:
		case !r.ours || !o.award:
			r.findings.Add("ledger/year", o.at, strconv.Itoa(o.year), yearNames(r.years))
		default:
			for n := o.from; n < to; n++ {
				r.payments[n].Year = cmp.Or(r.payments[n].Year, o.year)
			}
		}
	}
}

// awardYear tells of a title that it names an award year rather than the year
// of the payments: 2024年度.
var awardYear = regexp.MustCompile(`20[0-9]{2}\s*年?度`)

// yearNames are award years as messages write them.
func yearNames(years []int) string {
	return strings.Join(calc.Mapped(years, strconv.Itoa), "、")
}

// counties tells of a table that it lists districts rather than firms.
func (l *paymentLayout) counties() bool {
	return l.lacks(reconcile.LedgerCompany, reconcile.LedgerCode, reconcile.LedgerAccount, reconcile.LedgerItem,
		reconcile.LedgerSubject) &&
		l.has(reconcile.LedgerDistrict) && (l.has(reconcile.LedgerPaid) || len(l.parts) > 0) && len(l.wide) == 0
}

// items tells of a table that it lists items rather than firms.
func (l *paymentLayout) items() bool {
	return l.lacks(reconcile.LedgerCompany, reconcile.LedgerCode, reconcile.LedgerAccount, reconcile.LedgerDistrict,
		reconcile.LedgerSubject) &&
		l.has(reconcile.LedgerItem) && l.has(reconcile.LedgerPaid) && len(l.wide) == 0
}

// lacks tells of a table that it has none of these columns.
func (l *paymentLayout) lacks(columns ...reconcile.Column) bool {
	return !slices.ContainsFunc(columns, l.has)
}

func (l *paymentLayout) has(c reconcile.Column) bool { return l.field[c] >= 0 }

// newLayout gives the columns of a table their meaning.
func (s *paymentSheet) newLayout(t *table.Table) *paymentLayout {
	lay := &paymentLayout{columns: t.Columns}
	for i := range lay.field {
		lay.field[i] = -1
	}
	lay.dates = leaveDates(t)
	plain := s.Columns(t)
	hasItem := slices.ContainsFunc(plain, func(c *table.Column) bool {
		return c.Heading != nil && c.Heading.ID == int(reconcile.LedgerItem)
	})
	roles := table.RolesOf(plain, paymentRoles[:])
	var parts []int
	for i, c := range plain {
		if c.ID > 0 && c.ID < int(reconcile.NumLedgerColumns) && lay.field[c.ID] < 0 {
			lay.field[c.ID], lay.unit[c.ID] = i, c.Unit
		}
		if c.Heading != nil && c.Heading.ID == int(reconcile.LedgerInstalment) {
			parts, lay.field[reconcile.LedgerInstalment] = append(parts, i), -1
			roles[i] = table.RoleAmount
		}
		if c.Heading == nil && !hasItem && s.namesItem(c.Path()) && !isDue(c.Group) {
			roles[i] = table.RoleMark
			lay.wide = append(lay.wide, wideColumn{field: i, title: c.Cell(), unit: unitOver(c)})
		}
	}
	lay.field[reconcile.LedgerInstalment] = -1
	s.sumPaid(lay, plain, parts)
	lay.less = lay.takesOff(plain)
	s.nameUnread(plain, lay)
	s.Body = table.NewBody(t, roles, &s.Around)
	s.Body.Strikes, s.Body.Opening = true, isOpening
	return lay
}

// takesOff tells of a table that no column says what was paid, and one what was not.
func (l *paymentLayout) takesOff(columns []*table.Column) bool {
	if !l.has(reconcile.LedgerUnpaid) || !l.has(reconcile.LedgerPaid) {
		return false
	}
	h := columns[l.field[reconcile.LedgerPaid]].Heading
	return h.Else > 0 || h.Rank <= wholeRank
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
