package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
)

// Standardise turns rows into records, one a row and in their order, but for the
// rows of a sheet that is a copy of another: names, codes, dates and amounts
// read, items, levels and districts in the words of the policy. It first reads
// each row by itself, then compares the rows (company/…, record/cross-district …).
// What is found about a record stands in Record.Findings; the second value holds
// what stands on no record.
func Standardise(rows []calc.Row, p *calc.Policy) ([]calc.Record, calc.Findings) {
	records, keys := make([]calc.Record, len(rows)), make([]string, len(rows))
	readRows(rows, p, records, keys)
	records, keys, copies := leaveOutCopies(records, keys)
	numberEqualKeys(records)
	b := &batch{policy: p, records: records, keys: keys}
	b.fillCodes()
	return records, append(copies, b.compare()...)
}

// readRows reads each row by itself, as many at a time as there are processors:
// what one says does not depend on the others, so neither do the records on how
// many there are.
func readRows(rows []calc.Row, p *calc.Policy, records []calc.Record, keys []string) {
	calc.EachPart(len(rows), leastRows, func(from, to int) {
		r := newRowReader(p)
		for i := from; i < to; i++ {
			r.read(&rows[i], &records[i])
			keys[i] = r.companyKey
		}
	})
}

// leastRows is how many rows are worth a reader of their own.
const leastRows = 1 << 10

// rowReader reads one row after another. Texts that come again and again
// (items, levels, districts, natures, documents) are read once.
type rowReader struct {
	policy *calc.Policy
	words  *Vocabulary

	row    *calc.Row
	rec    *calc.Record
	fields [calc.NumColumns]*calc.Field // an empty one where the row has none
	shown  [calc.NumColumns]shownCell
	none   calc.Field
	table  *calc.Table // of the row
	near   []nearText  // what stands around its rows, the nearest first

	item       *calc.Item // of the row; nil where none was understood
	itemCell   calc.Cell  // where the item stands: its column, else another one, else around the row
	around     bool       // the item stands around the row
	companyKey string
	buf        []byte // of the record's key

	texts      memo[*textReading]
	levels     map[string]*memo[*levelReading] // by item
	districts  memo[districtReading]
	assertions [freeTexts]memo[[]assertion] // of free texts
	papers     memo[documentReading]
	places     memo[bool] // of bodies: whether they are of this place
	levelDates memo[written.Date]
	companies  memo[companyReading]
	dates      [2]memo[written.DateText] // of texts, of numbers
	rarely     memo[string]              // texts that are shown otherwise than they are written
	folded     memo[string]
}

// shownCell is what a cell of the row shows, once somebody asked.
type shownCell struct {
	text  string
	asked bool
}

// memo keeps what repeated texts were read as, up to a number of texts that
// bounds its memory.
type memo[T any] struct{ known map[string]T }

const maxMemo = 1 << 16

func (m *memo[T]) get(text string, read func(string) T) T {
	if v, ok := m.known[text]; ok {
		return v
	}
	v := read(text)
	if m.known == nil {
		m.known = map[string]T{}
	}
	if len(m.known) < maxMemo {
		m.known[text] = v
	}
	return v
}

func newRowReader(p *calc.Policy) *rowReader {
	return &rowReader{policy: p, words: NewVocabulary(p), levels: map[string]*memo[*levelReading]{}}
}

// read standardises one row.
func (r *rowReader) read(row *calc.Row, rec *calc.Record) {
	r.begin(row, rec)
	r.readDistrict()
	r.readCompany()
	r.readCode()
	r.readItem()
	r.readDocuments()
	r.readLevel()
	r.titleDiffers()
	r.readSubject()
	r.readNature()
	r.readDates()
	r.readFreeTexts()
	r.readAmounts()
	rec.Key = r.key()
}

// begin takes up a row.
func (r *rowReader) begin(row *calc.Row, rec *calc.Record) {
	r.row, r.rec, r.item, r.around, r.companyKey = row, rec, nil, false, ""
	r.shown = [calc.NumColumns]shownCell{}
	for c := range r.fields {
		r.fields[c] = &r.none
	}
	for i := range row.Fields {
		if f := &row.Fields[i]; f.Column < calc.NumColumns && r.fields[f.Column] == &r.none {
			r.fields[f.Column] = f
		}
	}
	if r.table != row.Table {
		r.table, r.near = row.Table, r.surroundings(row.Table)
	}
	rec.Row, rec.Source = row, row.Ref()
}

// found puts a finding on the record, at a column.
func (r *rowReader) found(code calc.Code, at calc.Column, args ...string) {
	r.rec.Findings.Add(code, r.at(at), args...)
}

// at is where a column of the row stands.
func (r *rowReader) at(c calc.Column) calc.Ref {
	f := r.fields[c]
	return r.row.Place(int(f.Row), int(f.Col))
}

// raw is the text under a column as it was written.
func (r *rowReader) raw(c calc.Column) string { return r.fields[c].Text }

// text is what a column says, "" where it says nothing (also where it says 无
// or —). A cell that holds no value, an error or invisible characters is found
// out here.
func (r *rowReader) text(c calc.Column) string {
	f := r.fields[c]
	if !r.sound(c, f) {
		return ""
	}
	s := r.shows(c)
	if len(s) != len(f.Text) {
		if invisible := written.Invisible(f.Text); invisible != "" {
			r.found("cell/invisible", c, c.String(), invisible)
		}
	}
	return s
}

// shows is what the cell under a column shows, be it sound or not.
func (r *rowReader) shows(c calc.Column) string {
	s := &r.shown[c]
	if !s.asked {
		s.text, s.asked = r.shownText(r.fields[c].Text), true
	}
	return s.text
}

// shownText is what a text shows and its boxes choose, remembered where it is any
// work.
func (r *rowReader) shownText(s string) string {
	if len(s) > written.LongestBlank && written.IsShown(s) {
		return s
	}
	return r.rarely.get(s, func(s string) string { return chosen(written.Shown(s)) })
}

// sound tells whether a cell holds a value; where it ought to and does not, it
// says so.
func (r *rowReader) sound(at calc.Column, f *calc.Field) bool {
	if code, said := fault(f.Kind, f.Text); code != "" {
		r.found(code, at, append([]string{at.String()}, said...)...)
		return false
	}
	return f.Kind != calc.CellEmpty && (f.Kind != calc.CellText || f.Text != "")
}

// unsound tells whether a cell was already found to hold no value.
func (r *rowReader) unsound(c calc.Column) bool {
	code, _ := fault(r.fields[c].Kind, r.fields[c].Text)
	return code != ""
}

// fault is the finding on a cell that ought to hold a value and does not, with
// what it says behind the cell's name; "" where there is none.
func fault(kind calc.CellKind, text string) (code calc.Code, said []string) {
	switch kind {
	case calc.CellNoValue:
		return "cell/formula", nil
	case calc.CellError:
		return "cell/error-value", []string{text}
	case calc.CellStale:
		return "cell/stale", []string{written.Display(text)}
	}
	if whole, left, struck := calc.StruckText(text); struck {
		return "cell/struck", []string{written.Display(whole), written.Display(left)}
	}
	return "", nil
}

// fold is the folded text, remembered.
func (r *rowReader) fold(s string) string {
	if written.IsFolded(s) {
		return s
	}
	return r.folded.get(s, written.Fold)
}
