package report

import (
	"slices"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/write"
)

// LayBroken lays out a result with one column of one list writing something
// else, and tells the heading; false where there is no such column.
func LayBroken(r *calc.Result, sheet string, col int) (o *Output, head string, err error) {
	b, err := newBook(r, nil)
	if err != nil {
		return nil, "", err
	}
	l := b.lists[sheet]
	if l == nil || col >= len(l.Columns) {
		return nil, "", nil
	}
	c := &l.Columns[col]
	c.Cell = func(w *write.SheetWriter, s write.Style, i int) {
		if s == write.StyleMoney || s == write.StyleCount {
			w.Digits(s, "999999")
		} else {
			w.Text(s, "1999-01-01")
		}
	}
	for _, name := range sheetNames(r, nil) {
		if err := b.writeSheet(name, nil); err != nil {
			return nil, "", err
		}
	}
	return &Output{b}, c.Head, nil
}

// ReadBack are the headings of 认定记录 that the reader understands, so that a
// column that says something else of a record is seen whoever wrote it.
func ReadBack() (heads []string) {
	for _, f := range recordFields {
		if f.get != nil {
			heads = append(heads, f.head)
		}
	}
	return append(heads, headSteps)
}

// ReadSteps and ReadCells are the readers of two columns of 认定记录.
var (
	ReadSteps = readSteps
	ReadCells = readCells
)

// Resealed is a report, edited by hand, with the seals that whoever has the
// program can make for it: what else holds its cells together is tried by it.
func Resealed(book *sheets.Book) *sheets.Book {
	rd, seals := newReader(book), newSealer()
	rd.readBasis()
	text := map[[2]int]string{} // of 认定记录, by row and column
	rd.table(SheetRecords, recordHeads, func(t *tableRow) {
		if t.text(headKey) == "" && t.text(headOutcome) == "" {
			return
		}
		var r Record
		t.record(&r)
		text[[2]int{t.row, t.cols[headSeal]}] = seals.record(&r.Record, &r.Decision, r.ItemName).String()
	}, nil)
	o := rd.out
	id := seals.id(o.Policy, o.Document, o.Year, o.Readings, o.Inputs, rd.budgetTexts())
	out := &sheets.Book{File: book.File, SHA256: book.SHA256, Sheets: slices.Clone(book.Sheets)}
	for i, s := range out.Sheets {
		switch s.Name {
		case SheetRecords:
			out.Sheets[i] = retyped(s, text)
		case SheetBasis:
			out.Sheets[i] = retyped(s, map[[2]int]string{{rd.stated[labelID].row, 2}: id})
		}
	}
	return out
}

// retyped is a sheet with other texts in cells that there are.
func retyped(s *sheets.Sheet, text map[[2]int]string) *sheets.Sheet {
	var lines []sheets.Line
	s.Rows(func(l sheets.Line) bool {
		cells := slices.Clone(l.Cells)
		for i := range cells {
			if t, ok := text[[2]int{l.Number, cells[i].Col}]; ok {
				cells[i].Text = t
			}
		}
		lines = append(lines, sheets.Line{Number: l.Number, Hidden: l.Hidden, Cells: cells})
		return true
	})
	return sheets.NewSheet(s.Name, lines, s.Merges)
}
