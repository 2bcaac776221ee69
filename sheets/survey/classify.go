package survey

import (
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/sheets/table"
)

// classify tells what a line under a header is.
func (s *sheetReader) classify(l table.Line) kind {
	f := s.weights(l)
	first := firstCell(l)
	switch {
	case s.isExample(l, first):
		return kindExample
	case f.named && f.coded && len(s.lay.groups) == 0:
		return kindRecord
	case s.isTotal(l):
		return kindTotal
	case f.serials && f.own == 0 && f.known == f.shown:
		return kindPlaceholder
	case isColumnNumbers(l):
		return kindPlaceholder
	case holdsLabels(first) && !f.coded:
		return kindNote
	case !f.coded && (isNote(first.Text) || isSignedLine(l) || f.shown == 1 && isSeal(first.Text)), s.inNotes && f.shown == 1 && isNumbered(table.Fold(first.Text)):
		return kindNote
	case f.shown == 1 && s.isSection(l, first):
		return kindSection
	case s.lay.summary(), len(s.lay.groups) > 0 && !f.claims && !s.lay.has(calc.ColItem):
		return kindUnread
	case f.named || f.coded || f.claims || f.facts > 1 || f.facts > 0 && s.continues(l):
		return kindRecord
	}
	return kindUnread
}

// weight is what the cells of a line amount to.
type weight struct {
	serials bool // a number under 序号
	shown   int  // cells that show something in this line
	known   int  // of them under a column that is known
	own     int  // of them beyond serial, district and contacts
	facts   int  // of them certificates, dates, subjects, amounts, levels, items
	named   bool // a company or subject, here or reaching down by a merge
	coded   bool // a code of some length
	claims  bool // a mark under an item of a wide sheet
}

func (s *sheetReader) weights(l table.Line) (w weight) {
	for _, c := range l.Cells {
		if !table.IsBlank(c.Text) || c.Kind > calc.CellText {
			w.shown++
		}
	}
	for i := range l.Fields {
		c := &l.Fields[i]
		if c.IsEmpty() || c.Kind == calc.CellText && table.IsBlank(c.Text) {
			continue
		}
		merged := c.Row != l.Number
		if !merged {
			w.known++
		}
		s.weighField(&w, i, *c, merged)
	}
	for i := range s.lay.groups {
		w.claims = w.claims || s.lay.groups[i].claims(l.Fields)
	}
	return w
}

func (s *sheetReader) weighField(w *weight, i int, c calc.Cell, merged bool) {
	id := s.lay.kinds[i]
	switch calc.Column(max(id, 0)) {
	case calc.ColSerial:
		if _, number := bareNumber(c); number {
			w.serials = true
		} else {
			w.own++
		}
		return
	case calc.ColNone, calc.ColDistrict:
		if id == 0 && !merged {
			w.known--
		}
		return
	case calc.ColCompany, calc.ColSubject:
		w.named = true
	case calc.ColCreditCode, calc.ColSubjectCode:
		code := hasCode(c.Text)
		w.coded = w.coded || code
		w.named = w.named || !merged && !code && len(c.Text) < 9
	case calc.ColRemark, calc.ColNature, calc.ColBody:
	default:
		if !merged {
			w.facts++
		}
	}
	if !merged {
		w.own++
	}
}

// isExample tells whether the line is marked as the form's example, in its
// first cell, its serial number or its remark.
func (s *sheetReader) isExample(l table.Line, first calc.Cell) bool {
	if isExampleText(first.Text) {
		return true
	}
	for _, c := range [...]calc.Column{calc.ColSerial, calc.ColCompany, calc.ColRemark} {
		if i := s.lay.at[c]; i != none && isExampleText(l.Fields[i].Text) {
			return true
		}
	}
	return false
}

// isTotal tells whether a cell before the amounts says 合计 or its like.
func (s *sheetReader) isTotal(l table.Line) bool {
	_, ok := totalCell(l)
	return ok
}

// totalReach is how many cells that show something are searched for 合计.
const totalReach = 3

func totalCell(l table.Line) (label string, ok bool) {
	seen := 0
	for _, c := range l.Cells {
		if c.Kind != calc.CellText || table.IsBlank(c.Text) {
			continue
		}
		if label, ok := totalLabel(c.Text); ok {
			return label, true
		}
		if seen++; seen == totalReach {
			break
		}
	}
	return "", false
}

// isColumnNumbers tells of a line that numbers the columns: 1 2 3 4 5.
func isColumnNumbers(l table.Line) bool {
	before, n := 0, 0
	for _, c := range l.Cells {
		if table.IsBlank(c.Text) {
			continue
		}
		number, ok := bareNumber(c)
		if !ok || n > 0 && number != before+1 || n == 0 && number > 2 {
			return false
		}
		before = number
		n++
	}
	return n >= 3
}

// The lengths of section lines, in characters.
const (
	maxSection  = 40
	maxNumbered = 80
	maxBare     = 8 // under 单位名称, where a company could stand
	wideSection = 3 // columns that a section's merge spans at least
)

// isSection tells whether the only cell of a line heads the lines below it: it
// is numbered, names an item or a district, or spans the table.
func (s *sheetReader) isSection(l table.Line, c calc.Cell) bool {
	if c.Kind != calc.CellText {
		return false
	}
	text := table.Fold(c.Text)
	n := utf8.RuneCountInString(text)
	named := s.standsIn(c, calc.ColCompany) || s.standsIn(c, calc.ColSubject)
	switch {
	case isNumbered(text):
		return n <= maxNumbered && !s.inNotes && (!named || !endsInAny(text, firmEnds) || s.reader.namesItem(c.Text))
	case n > maxSection:
		return false
	case s.spans(c) >= wideSection:
		return true
	}
	_, district := s.vocab.District(c.Text)
	if named {
		return n <= maxBare && (district || s.reader.namesItem(c.Text))
	}
	m := s.vocab.Item(c.Text)
	return m.ID != "" || m.NotCovered != "" || len(m.Candidates) > 0 || district
}

// standsIn tells whether a cell stands in the column.
func (s *sheetReader) standsIn(c calc.Cell, column calc.Column) bool {
	i := s.lay.at[column]
	return i != none && s.lay.table.Columns[i].Col == c.Col
}

// spans is how many columns a cell takes.
func (s *sheetReader) spans(c calc.Cell) int {
	for _, m := range s.sheet.Merges {
		if m.Top == c.Row && m.Left == c.Col {
			return m.Right - m.Left + 1
		}
	}
	return 1
}

// continues tells whether a line without a name goes on with the company above
// it: nothing names another one, no serial number begins a new entry.
func (s *sheetReader) continues(l table.Line) bool {
	if i := s.lay.at[calc.ColSerial]; i != none && !table.IsBlank(l.Fields[i].Text) && !l.Merged(i) {
		return false
	}
	return s.lay.has(calc.ColCompany) && s.last[calc.ColCompany].Text != ""
}
