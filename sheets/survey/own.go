package survey

import (
	"strings"

	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The sheets that this program itself puts beside the table: how to fill in,
// the drop-down lists, the list of findings of a marked copy. Each says in its
// first cell what it is; a sheet that does is passed over without a word, so
// that a form filled in and a copy corrected read as the table alone. The
// names of the sheets do not count: a district's own 问题清单 is read.
const (
	guideMark = "【填报说明】"
	listsMark = "【下拉选项】"
	foundMark = "【问题清单】"
)

// ownMark is the mark in the first line of a sheet of ours, "" in any other line.
func ownMark(l sheets.Line) string {
	if len(l.Cells) == 0 || l.Cells[0].Row != 1 || l.Cells[0].Col != 1 {
		return ""
	}
	for _, mark := range [...]string{guideMark, listsMark, foundMark} {
		if strings.HasPrefix(l.Cells[0].Text, mark) {
			return mark
		}
	}
	return ""
}

// isFoundList tells of a sheet that it is the list of findings of a marked copy, and
// of which file.
func isFoundList(s *sheets.Sheet) (is bool, file string) {
	s.Rows(func(l sheets.Line) bool {
		if is = ownMark(l) == foundMark; is {
			file = strings.TrimPrefix(l.Cells[0].Text, foundMark)
		}
		return false
	})
	return is, file
}

// ownLine passes over a line of our own sheets. A credit code in a cell of its
// own is noted all the same: somebody may have put records there, and then the
// sheet is asked about.
func (s *sheetReader) ownLine(l table.Line) {
	s.Account.Count(table.Above, max(l.Header, 1))
	for _, c := range l.Cells {
		s.shown = s.shown || len(c.Text) >= 18 && table.LooksLikeCode(c.Text)
	}
}

// MarkedFrom is the file that a workbook is the marked copy of, as it was
// called when it was checked; "" where the workbook is none.
func MarkedFrom(b *sheets.Book) string {
	for _, s := range b.Sheets {
		if _, file := isFoundList(s); file != "" {
			return file
		}
	}
	return ""
}
