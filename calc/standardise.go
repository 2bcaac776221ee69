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
	fields [NumColumns]*Field

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
	shown     memo[string]
	folded    memo[string]
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
	r.row, r.rec, r.item, r.companyKey = row, rec, nil, ""
	r.fields = [NumColumns]*Field{}
	for i := range row.Fields {
		if f := &row.Fields[i]; f.Column < NumColumns && r.fields[f.Column] == nil {
			r.fields[f.Column] = f
		}
	}
	rec.Row, rec.Source = row, row.Ref
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

// found puts a finding on the record, at a column.
func (r *rowReader) found(code Code, at Column, args ...string) {
	r.rec.Findings.Add(code, r.row.At(at), args...)
}

// cell is the cell under a column, an empty one where there is none.
func (r *rowReader) cell(c Column) Cell {
	if f := r.fields[c]; f != nil {
		return f.Cell
	}
	return Cell{}
}

// text is what a column says, "" where it says nothing (also where it says 无
// or —). A cell that holds no value, an error or invisible characters is found
// out here.
func (r *rowReader) text(c Column) string {
	f := r.fields[c]
	if f == nil || !r.sound(c, f.Cell) {
		return ""
	}
	s := r.shownText(f.Cell.Text)
	if r.hasInvisible(s, f.Cell.Text) {
		r.found("cell/invisible", c, c.String(), invisible(f.Cell.Text))
	}
	return s
}

// shownText is shownText, remembered where it is any work.
func (r *rowReader) shownText(s string) string {
	if len(s) > longestBlank && isShown(s) {
		return s
	}
	return r.shown.get(s, shownText)
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
func (r *rowReader) sound(at Column, c Cell) bool {
	switch c.Kind {
	case CellNoValue:
		r.found("cell/formula", at, at.String())
	case CellError:
		r.found("cell/error-value", at, at.String(), c.Text)
	default:
		return !c.IsEmpty()
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
