package report

import (
	"jiangbu/calc"
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
		if err := b.lay(name, nil); err != nil {
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
