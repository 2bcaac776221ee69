package survey

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// maxRows is how many rows a workbook may give: a hundred times of what a
// district reports. More are refused, and with them what they take of memory.
const maxRows = 250_000

// Read finds the records of a workbook: one row for each certification that a
// line claims, in the order of the sheets and lines, what a careful clerk
// would say about the tables, and what became of every line, by sheet. A
// workbook that cannot be read to its end gives no rows, only the findings that
// say why.
func Read(b *sheets.Book, v *standard.Vocabulary) ([]calc.Row, calc.Findings, []calc.SheetAccount) {
	return readUpTo(maxRows, b, v)
}

// readUpTo refuses a workbook that gives more than so many rows.
func readUpTo(most int, b *sheets.Book, v *standard.Vocabulary) ([]calc.Row, calc.Findings, []calc.SheetAccount) {
	if b.Output != "" {
		return nil, calc.Findings{calc.Found("file/own", calc.Ref{File: b.File}, b.Output)}, nil
	}
	r := &reader{book: b, vocab: v, most: most}
	r.words = words.With(r.namesItem).Also(baseHeadings(v.Policy()))
	r.names = table.Names{Item: v.NamesItem, District: v.NamesDistrict, Harmless: v.IsHarmless}
	for _, s := range b.Sheets {
		sr, refused := r.sheet(s)
		if refused != nil {
			return nil, refused, nil
		}
		r.done = append(r.done, sr)
	}
	r.judgeSheets()
	return r.rows, r.findings, r.accounts()
}

// reader reads one workbook.
type reader struct {
	book     *sheets.Book
	vocab    *standard.Vocabulary
	words    *table.Words
	names    table.Names
	rows     []calc.Row
	most     int // rows that the workbook may give
	findings calc.Findings
	slab     []calc.Field // memory for the fields of many rows
	done     []*sheetReader
}

// namesItem tells whether a heading names an item: the column of a wide sheet.
func (r *reader) namesItem(heading string) bool {
	m := r.vocab.Item(heading)
	return m.ID != "" || m.NotCovered != ""
}

// sheet reads one sheet; refused are the findings that say that the workbook
// cannot be read to its end.
func (r *reader) sheet(s *sheets.Sheet) (sr *sheetReader, refused calc.Findings) {
	sr, from := &sheetReader{reader: r, example: table.IsExampleSheet(s.Name)}, len(r.rows)
	sr.Reader = table.NewReader(sr, r.book.File, s, r.names, &sr.findings)
	sr.Speaks = r.vocab.MaySpeak
	found := r.words.Tables(s, func(l table.Line) bool { sr.line(l); return len(r.rows) <= r.most })
	if found.Worst() != "" {
		return nil, found
	}
	if len(r.rows) > r.most {
		return nil, calc.Findings{calc.Found("file/too-large", calc.Ref{File: r.book.File},
			fmt.Sprintf("超过 %d 项认定", r.most))}
	}
	sr.finish()
	slices.SortStableFunc(r.rows[from:], func(a, b calc.Row) int { // tables side by side were read one by one
		return cmp.Compare(a.Number, b.Number)
	})
	sr.passOn(r.rows[from:])
	r.findings = append(r.findings, found...)
	return sr, nil
}

// judgeSheets decides what to say about sheets without a survey table. Beside
// a sheet with records, instructions, option lists and summaries need no word.
func (r *reader) judgeSheets() {
	records := r.has(table.Record)
	tables := slices.ContainsFunc(r.done, func(s *sheetReader) bool { return s.Tables > 0 })
	for _, s := range r.done {
		own := s.Account.Of(table.Record)
		if records && own+s.Account.Of(table.Unread) == 0 { // nothing was lost of it: a list of contents
			s.findings = slices.DeleteFunc(s.findings, isMissingColumn)
		}
		if s.Tables > 0 && (!records || own > 0 || !s.summary) {
			r.findings = append(r.findings, s.findings...)
			continue
		}
		s.Account.AsNoTable()
		if s.Tables == 0 && s.heavy() && tables {
			r.findings.Add("table/none", s.Ref, "工作表“"+s.Sheet.Name+"”有较多内容")
		}
	}
	switch {
	case !tables:
		r.findings.Add("table/none", calc.Ref{File: r.book.File}, r.emptiness())
	case !records && !r.has(table.Unread):
		r.findings.Add("table/empty", calc.Ref{File: r.book.File})
	}
}

// has tells whether lines of a kind stand in any sheet.
func (r *reader) has(k table.Kind) bool {
	return slices.ContainsFunc(r.done, func(s *sheetReader) bool { return s.Account.Of(k) > 0 })
}

func isMissingColumn(f calc.Finding) bool { return f.Code == "table/missing-column" }

// emptiness says what a workbook without a table holds instead.
func (r *reader) emptiness() string {
	if slices.ContainsFunc(r.done, func(s *sheetReader) bool { return s.Account.Lines() > 0 }) {
		return "各工作表都没有认得出的表头"
	}
	return "各工作表都是空的"
}

func (r *reader) accounts() []calc.SheetAccount {
	return calc.Mapped(r.done, func(s *sheetReader) calc.SheetAccount { return s.Account.Told() })
}

// fileWords is the file's name without folders and extension, which may say
// the district and the item where nothing inside does.
func (r *reader) fileWords() string {
	name := path.Base(r.book.File)
	return strings.TrimSuffix(name, path.Ext(name))
}

// slabSize is how many fields are allocated at once.
const slabSize = 4096

// fieldRoom gives an empty slice with room for n fields out of a slab, so that
// a row costs no allocation of its own.
func (r *reader) fieldRoom(n int) []calc.Field {
	if cap(r.slab)-len(r.slab) < n {
		r.slab = make([]calc.Field, 0, max(slabSize, n))
	}
	at := len(r.slab)
	return r.slab[at:at:cap(r.slab)]
}

// keepFields takes the fields that were laid into the room out of the slab.
func (r *reader) keepFields(fields []calc.Field) []calc.Field {
	r.slab = r.slab[:len(r.slab)+len(fields)]
	return slices.Clip(fields)
}
