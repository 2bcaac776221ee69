package survey

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/write"
)

// verify reads a copy as any submission is read and holds it against the
// workbook that it was made of.
func (m *marking) verify(data []byte) error {
	if err := m.verifyParts(data); err != nil {
		return err
	}
	after, findings := sheets.OpenBytes(m.book.File, data)
	if after == nil {
		return fmt.Errorf("the copy cannot be read: %s", findings[0].Message())
	}
	want, err := m.contents(m.book, m.copied(m.book))
	if err != nil {
		return err
	}
	got, err := m.contents(after, after.Sheets[1:])
	if err != nil {
		return err
	}
	if !slices.Equal(want, got) {
		return fmt.Errorf("the copy does not hold what the workbook holds")
	}
	if err := m.verifyFormulas(data); err != nil {
		return err
	}
	return m.verifyComments(data)
}

// copied are the sheets of the book that stand in a copy of it: not the lists
// of an earlier copy.
func (m *marking) copied(b *sheets.Book) []*sheets.Sheet {
	all := slices.DeleteFunc(slices.Clone(b.Sheets), func(s *sheets.Sheet) bool {
		is, _ := isFoundList(s)
		return is
	})
	if len(all) == 0 {
		return b.Sheets // the last sheet cannot be taken away
	}
	return all
}

// contents is what each sheet holds, as far as the copy must hold it too.
func (m *marking) contents(b *sheets.Book, list []*sheets.Sheet) ([]string, error) {
	var all []string
	for _, s := range list {
		name := s.Name
		if b == m.book {
			name = m.nameOf(name)
		}
		h := sha256.New()
		if fs := s.Rows(func(l sheets.Line) bool { m.writeLine(h, l); return true }); fs.Worst() != "" {
			return nil, fmt.Errorf("sheet %s: %s", s.Name, fs[0].Message())
		}
		if !m.rebuilt {
			fmt.Fprint(h, s.Visibility, s.Date1904, hiddenIn(s.HiddenCols), sortedRanges(s.Merges))
		}
		all = append(all, name+" "+hex.EncodeToString(h.Sum(nil)))
	}
	return all, nil
}

// writeLine writes a line's cells; of a rebuilt copy only what they say.
func (m *marking) writeLine(w io.Writer, l sheets.Line) {
	for _, c := range l.Cells {
		switch {
		case !m.rebuilt:
			fmt.Fprintf(w, "%t %d %t %d %d %q\n", l.Hidden, c.Kind, c.Formula, c.Row, c.Col, c.Text)
		case keptKind(c) != calc.CellNoValue && c.Text != "":
			fmt.Fprintf(w, "%d %d %d %q\n", keptKind(c), c.Row, c.Col, write.CellText(c.Text))
		}
	}
}

// hiddenIn are the hidden columns, one by one: a program may part a range.
func hiddenIn(ranges []sheets.Range) []int {
	var columns []int
	for _, r := range ranges {
		for c := r.Left; c <= r.Right; c++ {
			columns = append(columns, c)
		}
	}
	slices.Sort(columns)
	return slices.Compact(columns)
}

func sortedRanges(ranges []sheets.Range) []sheets.Range {
	sorted := slices.DeleteFunc(slices.Clone(ranges),
		func(r sheets.Range) bool { return r.Top == r.Bottom && r.Left == r.Right })
	slices.SortFunc(sorted, func(a, b sheets.Range) int {
		return slices.Compare([]int{a.Top, a.Left, a.Bottom, a.Right}, []int{b.Top, b.Left, b.Bottom, b.Right})
	})
	return sorted
}

// verifyComments makes sure that each comment is found where it belongs: ours,
// and the district's own words.
func (m *marking) verifyComments(data []byte) error {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer f.Close()
	all, err := commentsIn(f)
	if err != nil {
		return err
	}
	found, ours := map[place]string{}, 0
	for _, c := range all {
		rest, marked := beforeMark(c.Comment)
		found[c.at] = runsText(rest)
		if marked {
			ours++
		}
	}
	for at, words := range m.kept {
		if found[at] != words {
			return fmt.Errorf("the comment at %s!%s was lost", at.sheet, at.cell)
		}
	}
	if want := m.commentCount(); ours != want {
		return fmt.Errorf("%d comments of %d stand in the copy", ours, want)
	}
	return nil
}

// commentCount is how many comments of ours the copy must have.
func (m *marking) commentCount() int {
	if m.muted {
		return 0
	}
	_, order := m.commentTexts()
	return min(len(order), maxComments) - m.conversations
}
