package survey

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// Marked is the copy of a submitted workbook that goes back to its district.
type Marked struct {
	Data    []byte // an .xlsx, or an .xlsm where the submission was one
	Rebuilt bool   // the submission's own format could not be kept: only values, merges and widths stand in the copy
	Muted   bool   // the cells are coloured and listed, but could not be given comments
}

// Mark makes the copy of a workbook for its district: the cells that findings
// stand on are coloured and say in a comment what was found and what to do,
// and a first sheet 问题清单 lists everything with links. Findings about other
// files are left out; marks of an earlier copy are taken off first.
//
// data are the bytes that book was read from. They are marked by a library
// that also writes them, so the result is read again and held against book:
// every value, formula, merge and hidden line must still be there, and every
// comment of the district's own. Where that fails, or the format is none that
// can be marked (.xls, .ods, .csv), the copy is built anew from the values,
// and its first sheet says so.
func Mark(book *sheets.Book, data []byte, findings calc.Findings) (Marked, error) {
	m := marking{book: book, findings: about(book, findings)}
	m.errors, m.warnings = m.findings.Count(calc.Error), m.findings.Count(calc.Warning)
	m.findings = m.findings[:min(len(m.findings), maxMarked)]
	m.data, m.shortened = withoutEmptyEnd(data)
	var fault error
	for _, try := range []struct{ rebuilt, muted bool }{{false, false}, {false, true}, {true, false}} {
		m.rebuilt, m.muted = try.rebuilt, try.muted
		out, err := m.make()
		if err == nil {
			return Marked{Data: out, Rebuilt: m.rebuilt, Muted: m.muted}, nil
		}
		fault = err
	}
	return Marked{}, fmt.Errorf("marked copy of %s: %w", book.File, fault)
}

// maxMarked is how many findings a copy lists: nobody mends more at a time.
const maxMarked = 20000

// ErrTooLarge is why no copy was made of a workbook with more in it than the
// library can hold within reason.
var ErrTooLarge = errors.New("the workbook is too large to be marked")

// about are the findings of the book's own file, in the order of its sheets
// and cells, those of the whole file first.
func about(book *sheets.Book, findings calc.Findings) calc.Findings {
	rank := calc.Places(book.Sheets, func(s *sheets.Sheet) string { return s.Name })
	own := slices.DeleteFunc(slices.Clone(findings), func(f calc.Finding) bool { return f.Ref.File != book.File })
	slices.SortStableFunc(own, func(a, b calc.Finding) int {
		return cmp.Or(cmp.Compare(rank[a.Ref.Sheet], rank[b.Ref.Sheet]), cmp.Compare(a.Ref.Row, b.Ref.Row),
			cmp.Compare(a.Ref.Col, b.Ref.Col))
	})
	return own
}

// marking is one attempt at a copy.
type marking struct {
	book     *sheets.Book
	data     []byte
	findings calc.Findings // of them the first maxMarked
	errors   int           // of all
	warnings int
	rebuilt  bool
	muted    bool

	shortened bool // empty rows were left out of data

	file   *excelize.File
	paint  painter
	places []place          // of the findings, one a finding
	before map[place]string // the fill that each marked cell had
	kept   map[place]string // comments of the district's own
	list   string           // the name of 问题清单 in the copy
	names  []string         // of the book's sheets in the copy

	conversations int // places without a comment of ours, because people talk there
}

// place is where the mark of a finding goes: its cell; the empty cell to be
// filled in, else the first cell that shows something, where it is about a
// whole line; nowhere where it is about a sheet or the file.
type place struct{ sheet, cell string }

// make makes the copy and checks it. A fault of the library, a panic too, is
// an error: there is another way to make the copy.
func (m *marking) make() (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	data := m.data
	m.names, m.conversations = calc.Mapped(m.book.Sheets, func(s *sheets.Sheet) string { return s.Name }), 0
	if m.rebuilt {
		m.names = copyNames(m.book)
		if data, err = rebuild(m.book); err != nil {
			return nil, err
		}
	}
	if err := loadable(data); err != nil {
		return nil, err
	}
	if m.file, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true}); err != nil {
		return nil, err
	}
	defer m.file.Close()
	for _, step := range []func() error{m.clean, m.locate, m.colour, m.comment, m.addList} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := m.file.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), m.verify(b.Bytes())
}

// maxLoaded is how many bytes of XML the library is given, which takes up to
// twenty times as much memory to hold them.
const maxLoaded = 24 << 20

// loadable tells whether the library can load a workbook within reason; what is
// no zip it refuses itself.
func loadable(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	size := uint64(0)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ".xml") {
			size += f.UncompressedSize64
		}
	}
	if size > maxLoaded {
		return fmt.Errorf("%w: %d MB of XML", ErrTooLarge, size>>20)
	}
	return nil
}

// locate finds the place of each finding's mark.
func (m *marking) locate() error {
	lines := m.wholeLines()
	m.places = make([]place, len(m.findings))
	for i, f := range m.findings {
		r := f.Ref
		if r.Sheet == "" || r.Row == 0 {
			continue
		}
		if r.Col == 0 {
			r.Col = lines[r.Sheet].column(f)
		}
		m.places[i] = place{m.nameOf(r.Sheet), r.Cell()}
	}
	return nil
}

// nameOf is what a sheet of the book is called in the copy.
func (m *marking) nameOf(sheet string) string {
	if i := slices.IndexFunc(m.book.Sheets, func(s *sheets.Sheet) bool { return s.Name == sheet }); i >= 0 {
		return m.names[i]
	}
	return sheet
}
