package calc

// Standardise turns rows into records, one a row and in their order: names,
// codes, dates and amounts read, items, levels and districts in the words of
// the policy. It first reads each row by itself, then compares the rows
// (company/…, record/cross-district …). What is found about a record stands in
// Record.Findings; the second value holds what stands on no record.
func Standardise(rows []Row, p *Policy) ([]Record, Findings) {
	r := newRowReader(p)
	records, keys := make([]Record, len(rows)), make([]string, len(rows))
	for i := range rows {
		r.read(&rows[i], &records[i])
		keys[i] = r.companyKey
	}
	tellApart(records)
	b := &crowd{policy: p, records: records, keys: keys}
	b.fillCodes()
	return records, b.compare()
}

// rowReader reads one row after another. Texts that come again and again
// (items, levels, districts, natures, documents) are read once.
type rowReader struct {
	policy *Policy
	words  *Vocabulary

	row    *Row
	rec    *Record
	fields [NumColumns]*Field // an empty one where the row has none
	shown  [NumColumns]shownCell
	table  *Table // of the row
	title  string // of the table, without the city
	none   Field

	item       *Item // of the row; nil where none was understood
	itemCell   Cell  // where the item stands: its column, else the title
	companyKey string
	buf        []byte // of the record's key

	items     memo[itemReading]
	levels    map[string]*memo[levelReading] // by item
	districts memo[nameReading]
	natures   memo[nameReading]
	issuers   map[string]*memo[string] // by item
	companies memo[companyReading]
	dates     [2]memo[DateText] // of texts, of numbers
	documents memo[int]         // the years that they name
	rarely    memo[string]      // texts that are shown otherwise than they are written
	folded    memo[string]
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

type nameReading struct {
	name string
	ok   bool
}

func newRowReader(p *Policy) *rowReader {
	return &rowReader{policy: p, words: NewVocabulary(p), levels: map[string]*memo[levelReading]{}, issuers: map[string]*memo[string]{}}
}

// read standardises one row.
func (r *rowReader) read(row *Row, rec *Record) {
	r.open(row, rec)
	r.readDistrict()
	r.readCompany()
	r.readCode()
	r.readItem()
	r.readPapers()
	r.readLevel()
	r.readSubject()
	r.readNature()
	r.readDates()
	r.readAmounts()
	rec.Key = r.key()
}

// open takes up a row.
func (r *rowReader) open(row *Row, rec *Record) {
	r.row, r.rec, r.item, r.companyKey = row, rec, nil, ""
	r.shown = [NumColumns]shownCell{}
	for c := range r.fields {
		r.fields[c] = &r.none
	}
	for i := range row.Fields {
		if f := &row.Fields[i]; f.Column < NumColumns && r.fields[f.Column] == &r.none {
			r.fields[f.Column] = f
		}
	}
	if r.table != row.Table {
		r.table, r.title = row.Table, r.withoutCity(shownText(row.Title.Text))
	}
	rec.Row, rec.Source = row, row.Ref()
}

// found puts a finding on the record, at a column.
func (r *rowReader) found(code Code, at Column, args ...string) {
	r.rec.Findings.Add(code, r.at(at), args...)
}

// at is where a column of the row stands.
func (r *rowReader) at(c Column) Ref {
	f := r.fields[c]
	return r.row.place(int(f.Row), int(f.Col))
}

// raw is the text under a column as it was written.
func (r *rowReader) raw(c Column) string { return r.fields[c].Text }

// text is what a column says, "" where it says nothing (also where it says 无
// or —). A cell that holds no value, an error or invisible characters is found
// out here.
func (r *rowReader) text(c Column) string {
	f := r.fields[c]
	if !r.sound(c, f) {
		return ""
	}
	s := r.shows(c)
	if r.hasInvisible(s, f.Text) {
		r.found("cell/invisible", c, c.String(), invisible(f.Text))
	}
	return s
}

// shows is what the cell under a column shows, be it sound or not.
func (r *rowReader) shows(c Column) string {
	s := &r.shown[c]
	if !s.asked {
		s.text, s.asked = r.shownText(r.fields[c].Text), true
	}
	return s.text
}

// shownText is shownText, remembered where it is any work.
func (r *rowReader) shownText(s string) string {
	if len(s) > longestBlank && isShown(s) {
		return s
	}
	return r.rarely.get(s, shownText)
}

// shownText is a cell's text for display, "" where it stands for nothing.
func shownText(s string) string {
	if isBlank(s) {
		return ""
	}
	return display(s)
}

func (r *rowReader) hasInvisible(shown, raw string) bool {
	return len(shown) != len(raw) && invisible(raw) != ""
}

// sound tells whether a cell holds a value; where it ought to and does not, it
// says so.
func (r *rowReader) sound(at Column, f *Field) bool {
	switch f.Kind {
	case CellEmpty:
	case CellNoValue:
		r.found("cell/formula", at, at.String())
	case CellError:
		r.found("cell/error-value", at, at.String(), f.Text)
	case CellStale:
		r.found("cell/stale", at, at.String(), display(f.Text))
	default:
		if whole, left, struck := struckText(f.Text); struck {
			r.found("cell/struck", at, at.String(), display(whole), display(left))
			return false
		}
		return f.Kind != CellText || f.Text != ""
	}
	return false
}

// fold is the folded text, remembered.
func (r *rowReader) fold(s string) string {
	if isFolded(s) {
		return s
	}
	return r.folded.get(s, fold)
}
