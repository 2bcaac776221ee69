package report_test

import (
	"testing"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// FuzzRead changes one cell of a report, as a person might: it is read, or
// refused with a finding, and never both without a word.
func FuzzRead(f *testing.F) {
	book := open(f, write(f, testResult(f)))
	for i := range book.Sheets {
		for _, text := range []string{"", "予以奖补", "20万", "1e400", "-1", "2029-02-30", "东城区", "合计", "granted", "k1"} {
			f.Add(byte(i), uint16(4), byte(9), text)
		}
	}
	f.Fuzz(func(t *testing.T, sheet byte, row uint16, col byte, text string) {
		r, findings := report.Read(changed(book, int(sheet), int(row)%40, int(col)%30, text))
		if r == nil && len(findings) == 0 {
			t.Errorf("refused without a finding: sheet %d row %d column %d: %q", sheet, row, col, text)
		}
	})
}

// changed is the book with one cell changed; an empty text takes it away, a
// text that begins with # is a number.
func changed(b *sheets.Book, sheet, row, col int, text string) *sheets.Book {
	out := &sheets.Book{File: b.File, SHA256: b.SHA256, Sheets: append([]*sheets.Sheet(nil), b.Sheets...)}
	s := out.Sheets[sheet%len(out.Sheets)]
	var lines []sheets.Line
	s.Rows(func(l sheets.Line) bool {
		var cells []calc.Cell
		for _, c := range l.Cells {
			if l.Number == row && c.Col == col {
				c.Text, c.Kind = text, calc.CellText
				if len(text) > 0 && text[0] == '#' {
					c.Text, c.Kind = text[1:], calc.CellNumber
				}
			}
			if !c.IsEmpty() {
				cells = append(cells, c)
			}
		}
		lines = append(lines, sheets.Line{Number: l.Number, Hidden: l.Hidden, Cells: cells})
		return true
	})
	out.Sheets[sheet%len(out.Sheets)] = sheets.NewSheet(s.Name, lines, s.Merges)
	return out
}
