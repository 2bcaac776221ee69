package survey

import (
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// record makes the rows of a line: one, or in a wide sheet one for each item
// that it claims.
func (s *sheetReader) record(l table.Line) {
	fields := s.fields(l)
	claimed := false
	for i := range s.lay.groups {
		if g := &s.lay.groups[i]; s.counts(g) && g.claims(l.Fields) {
			claimed = true
			s.wideRow(l, g, fields)
		}
	}
	if !claimed {
		s.keep(l, s.reader.keepFields(fields), s.title, &s.lay.units)
	}
}

// counts tells whether a group of a wide sheet is more than a remark: no
// section awards something else.
func (s *sheetReader) counts(g *itemGroup) bool {
	return s.award == "" || awardOf(s.vocab, g.title.Text) == s.award
}

// keep adds one row.
func (s *sheetReader) keep(l table.Line, fields []calc.Field, title calc.Cell, units *headUnits) {
	if title.Text == "" && !hasField(fields, calc.ColItem) {
		s.sayNoItem()
	}
	around := tableKey{title: title, district: s.district, unit: s.Around.Unit, units: *units}
	s.reader.rows = append(s.reader.rows,
		calc.Row{Table: s.shared(around), Fields: fields, Asides: s.asides(l), Number: int32(l.Number),
			Hidden: l.Hidden || s.Sheet.Visibility != sheets.Visible})
}

// asides are the cells of a line that may speak against its records.
func (s *sheetReader) asides(l table.Line) (all []calc.Aside) {
	for _, a := range s.lay.asides {
		c := l.Fields[a.field]
		if !c.IsEmpty() && (a.heard || c.Kind == calc.CellText && s.vocab.MaySpeak(c.Text)) {
			all = append(all, calc.Aside{Heading: s.lay.table.Columns[a.field].Text, Cell: c})
		}
	}
	return append(all, s.Asides(l, s.lay.table.Columns)...)
}

// tableKey is what tells the tables of rows under the same sections apart.
type tableKey struct {
	title, district calc.Cell
	unit            money.Unit
	units           headUnits
}

// shared gives all rows that have the same around them one table.
func (s *sheetReader) shared(k tableKey) *calc.Table {
	if s.table != nil && s.tableKey == k {
		return s.table
	}
	s.tableKey = k
	if s.table = s.known[k]; s.table == nil {
		s.table = &calc.Table{File: s.Ref.File, Sheet: s.Ref.Sheet, Title: k.title, Context: s.contextOf(k.title),
			District: k.district, HasNature: s.lay.at[calc.ColNature] != none, Question: s.lay.question, Unit: k.unit,
			Units: k.units, Epoch: written.EpochOf(s.Sheet.Date1904)}
		s.known[k] = s.table
	}
	return s.table
}

// contextOf is what stands around a row, with the heading of its own where it
// stands under one of a wide table.
func (s *sheetReader) contextOf(title calc.Cell) []calc.Cell {
	if len(s.lay.groups) > 0 && title != s.title {
		return append([]calc.Cell{title}, s.context...)
	}
	return s.context
}

// sayNoItem says once a table that nothing tells what is claimed.
func (s *sheetReader) sayNoItem() {
	if !s.noItem && !s.lay.has(calc.ColItem) {
		s.Missing(s.lay.table, calc.ColItem.String())
	}
	s.noItem = true
}

func hasField(fields []calc.Field, c calc.Column) bool { return fieldIn(fields, c) != nil }

// fields reads the columns of a line in the order of the sheet, and fills in
// what a careful clerk takes from above. They lie in the room of the next
// row's fields.
func (s *sheetReader) fields(l table.Line) []calc.Field {
	out := s.fieldRoom(len(s.lay.slots) + 4)
	for _, slot := range s.lay.slots {
		f, ok := s.field(l, slot)
		if ok {
			out = appendField(out, f)
		}
	}
	if s.lay.place && !hasField(out, calc.ColCompany) {
		out = s.placeAsCompany(out)
	}
	out = s.fillFromAbove(l, out)
	s.remember(out)
	return out
}

// field reads one cell: its own value, the merged one that reaches down here,
// or the one above that 同上 points to.
func (s *sheetReader) field(l table.Line, slot slot) (calc.Field, bool) {
	c := l.Fields[slot.field]
	for _, i := range slot.rivals {
		c = s.joined(c, l.Fields[i], slot.column)
	}
	f := calc.FieldOf(slot.column, c)
	switch {
	case c.IsEmpty() || c.Kind == calc.CellText && table.IsBlank(c.Text):
		return f, false
	case c.Kind == calc.CellText && table.IsDitto(c.Text):
		if above := s.last[slot.column]; above.Text != "" {
			f = above
		}
	case c.Row != l.Number && isAmount(slot.column):
		s.sayMergedAmount(l, slot)
		return f, false
	case slot.kind == kindValidity:
		return f, strings.ContainsAny(c.Text, "0123456789") || s.vocab.MaySpeak(c.Text)
	}
	return f, true
}

// joined is what two columns of one meaning say: the one that is filled in, or both
// where they differ in what decides money; of dates that is the year.
func (s *sheetReader) joined(c, other calc.Cell, column calc.Column) calc.Cell {
	a, b := table.Fold(c.Text), table.Fold(other.Text)
	switch {
	case b == "":
		return c
	case a == "":
		return other
	case column == calc.ColRecognised:
		a, b = strconv.Itoa(written.YearIn(a)), strconv.Itoa(written.YearIn(b))
	case column == calc.ColItem:
		return s.joinedItem(c, other)
	case !slices.Contains(deciding, column):
		return c
	}
	if a != b {
		c.Kind, c.Text = calc.CellText, c.Text+"；"+other.Text
	}
	return c
}

// joinedItem is the cell that says more of what both say, or both where they name
// different awards.
func (s *sheetReader) joinedItem(c, other calc.Cell) calc.Cell {
	a, b := s.vocab.Item(c.Text), s.vocab.Item(other.Text)
	switch one, two := a.ID+a.NotCovered, b.ID+b.NotCovered; {
	case one == "" && len(a.Candidates) == 0, one == two && a.Level == "" && b.Level != "":
		return other
	case two != "" && one != two:
		c.Kind, c.Text = calc.CellText, c.Text+"；"+other.Text
	}
	return c
}

// deciding are the columns that decide money, beside date and item.
var deciding = []calc.Column{calc.ColCompany, calc.ColLevel, calc.ColNature, calc.ColSubject,
	calc.ColCertificate, calc.ColBase, calc.ColApproved}

func isAmount(c calc.Column) bool {
	return c == calc.ColBase || c == calc.ColApproved || c == calc.ColClaimed
}

// sayMergedAmount says that one amount stands for several lines, so that
// nobody can tell how much is for each. The first line keeps a claim, which is only
// compared, but no amount that an award starts from.
func (s *sheetReader) sayMergedAmount(l table.Line, slot slot) {
	isMerged := func(f calc.Field) bool { return f.Column == slot.column && slot.column != calc.ColClaimed }
	rows := s.reader.rows
	for i := len(rows) - 1; i >= 0 && rows[i].Table == s.table && int(rows[i].Number) >= l.Fields[slot.field].Row; i-- {
		rows[i].Fields = slices.DeleteFunc(rows[i].Fields, isMerged)
	}
	at := s.At(calc.Cell{Row: l.Number, Col: l.Fields[slot.field].Col})
	s.findings.Add("table/merged-amount", at, s.lay.table.Columns[slot.field].Text, l.Fields[slot.field].Text)
}

// appendField adds a field; a validity of two dates in one cell becomes two.
func appendField(out []calc.Field, f calc.Field) []calc.Field {
	if f.Column == calc.ColValidTo && f.Kind == calc.CellText {
		if from, to, ok := splitRange(f.Text); ok {
			g := f
			g.Column, g.Text, f.Text = calc.ColValidFrom, from, to
			if !hasField(out, calc.ColValidFrom) {
				out = append(out, g)
			}
		}
	}
	if f.Column == calc.ColValidFrom && hasField(out, calc.ColValidFrom) {
		return out
	}
	return append(out, f)
}

// splitRange parts 2023.1.1-2025.12.31 or 2023年1月1日至2025年12月31日.
func splitRange(text string) (from, to string, ok bool) {
	for _, sep := range [...]string{"至", "到", "~", "～", "—", "–", "－－", "--", " - ", "－"} {
		if from, to, ok = strings.Cut(text, sep); ok {
			return strings.Trim(from, "自从 "), strings.Trim(to, "—-– 止"), strings.TrimSpace(from) != ""
		}
	}
	parts := strings.Split(text, "-")
	half := len(parts) / 2
	if half*2 != len(parts) || half != 1 && half != 3 {
		return "", "", false
	}
	return strings.TrimSpace(strings.Join(parts[:half], "-")), strings.TrimSpace(strings.Join(parts[half:], "-")), true
}

// placeAsCompany names a park as the company, too, where no column does.
func (s *sheetReader) placeAsCompany(out []calc.Field) []calc.Field {
	for _, f := range out {
		if f.Column == calc.ColSubject {
			f.Column = calc.ColCompany
			return append(out, f)
		}
	}
	return out
}

// fillFromAbove gives a line the company and its code of the line above where
// the table writes them once, and the item and the district where they lead
// the line. Dates, amounts and certificates are never filled in.
func (s *sheetReader) fillFromAbove(l table.Line, out []calc.Field) []calc.Field {
	company := fieldIn(out, calc.ColCompany)
	code := hasField(out, calc.ColCreditCode)
	goesOn := false
	switch {
	case company == nil && !code && s.continues(l):
		goesOn = true
		out = s.appendAbove(out, calc.ColCompany)
		out = s.appendAbove(out, calc.ColCreditCode)
	case company != nil && int(company.Row) != l.Number && !code:
		goesOn = true
		if samePlace(company, &s.last[calc.ColCompany]) {
			out = s.appendAbove(out, calc.ColCreditCode)
		}
	}
	if !hasField(out, calc.ColItem) && s.lay.has(calc.ColItem) && (goesOn || s.lay.itemLeads) {
		out = s.appendAbove(out, calc.ColItem)
	}
	if !hasField(out, calc.ColDistrict) && s.lay.has(calc.ColDistrict) && (goesOn || s.lay.placeLeads) {
		out = s.appendAbove(out, calc.ColDistrict)
	}
	if subject := fieldIn(out, calc.ColSubject); subject != nil && int(subject.Row) != l.Number &&
		!hasField(out, calc.ColSubjectCode) &&
		samePlace(subject, &s.last[calc.ColSubject]) {
		out = s.appendAbove(out, calc.ColSubjectCode)
	}
	return out
}

func samePlace(a, b *calc.Field) bool { return a.Row == b.Row && a.Col == b.Col }

// appendAbove appends what stands above in a column, if anything does.
func (s *sheetReader) appendAbove(out []calc.Field, c calc.Column) []calc.Field {
	if above := s.last[c]; above.Text != "" {
		out = append(out, above)
	}
	return out
}

func fieldIn(fields []calc.Field, c calc.Column) *calc.Field {
	for i := range fields {
		if fields[i].Column == c {
			return &fields[i]
		}
	}
	return nil
}

// remember keeps the line's values for the lines below. A company without a
// code forgets the code of the one before.
func (s *sheetReader) remember(fields []calc.Field) {
	if hasField(fields, calc.ColCompany) {
		s.last[calc.ColCreditCode] = calc.Field{}
	}
	if hasField(fields, calc.ColSubject) {
		s.last[calc.ColSubjectCode] = calc.Field{}
	}
	for _, f := range fields {
		s.last[f.Column] = f
	}
}

// wideRow makes the row of one item of a wide sheet: the common columns, the
// item's own, and what its mark tells.
func (s *sheetReader) wideRow(l table.Line, g *itemGroup, common []calc.Field) {
	out := append(make([]calc.Field, 0, len(common)+len(g.slots)+len(g.marks)), common...)
	out = slices.DeleteFunc(out, func(f calc.Field) bool { return g.owns(f.Column) })
	for _, slot := range g.slots {
		if f, ok := s.field(l, slot); ok {
			out = appendField(out, f)
		}
	}
	units := g.units
	for _, m := range g.marks {
		c := l.Fields[m.field]
		column := calc.ColNone
		if !isNoMark(c) {
			column = readMark(c, g.title.Text, s.vocab)
		}
		if column == calc.ColNone {
			continue
		}
		if column == calc.ColRecognised || column == calc.ColLevel {
			// what stands nearer counts
			out = slices.DeleteFunc(out, func(f calc.Field) bool { return f.Column == column })
		}
		if !hasField(out, column) {
			out = append(out, calc.FieldOf(column, c))
			units[column] = m.unit
		}
	}
	s.keep(l, out, g.title, &units)
}

func (g *itemGroup) owns(c calc.Column) bool {
	return slices.ContainsFunc(g.slots, func(s slot) bool { return s.column == c })
}
