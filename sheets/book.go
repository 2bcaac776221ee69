package sheets

import (
	"io"

	"jiangbu/calc"
)

// Input is one file of a batch: where it lies and what it is called.
type Input struct {
	Path  string // on the disk
	Entry string // inside the zip at Path, "" for a file of its own
	File  string // as seen from the argument that led to it, forward slashes

	Passwords []string // tried in turn where the workbook is locked
	Limits    Limits   // what the file may ask of us
	Kinds     Kinds    // which kinds of file are read

	zip *container // of Entry, where Find has read its directory
}

// Kinds are the kinds of file that are read as tables. What a district submits
// must be a spreadsheet; what an authority publishes may be a document.
type Kinds uint8

// Documents are spreadsheets and web pages, Word documents, and PDF files with
// a layer of text and ruled tables.
const (
	Spreadsheets Kinds = iota
	Documents
)

// Book is an open spreadsheet file.
type Book struct {
	File   string // Input.File
	SHA256 string // lower-case hex of the bytes
	Sheets []*Sheet
	Output string    // what of this program's own outputs it is (奖补报告), "" for any other file
	disk   io.Closer // what Rows reads from, nil where all is in memory
}

// Program is how this program calls itself in what it writes.
const Program = "jiangbu"

// Close gives back what the rows are read from; nobody may ask for rows behind it.
func (b *Book) Close() error {
	if b.disk == nil {
		return nil
	}
	return b.disk.Close()
}

// Visibility tells whether a person who opens the file sees a sheet.
type Visibility uint8

// Hidden sheets can be shown from the menu, very hidden ones only by a macro.
const (
	Visible Visibility = iota
	Hidden
	VeryHidden
)

// Range is a rectangle of cells, all four ends included, counted from 1.
type Range struct{ Top, Left, Bottom, Right int }

// Sheet is one worksheet. Its values are streamed by Rows; what stands here is
// known before the first row.
type Sheet struct {
	Name       string
	Visibility Visibility
	Merges     []Range // merged ranges, in the order of the file
	HiddenCols []Range // hidden columns, Left to Right; Top and Bottom are 0
	Widths     []Width // of the columns that have one of their own, where the format is .xlsx, .xls or .ods
	Date1904   bool    // bare serial numbers count from 1904
	Notes      []Note  // comments on cells, in the order of the file
	Links      []Link  // known of a [Written] workbook alone, once its rows were read
	Pages      []int   // the first row of each page, of a document that has pages
	file       string  // the book's
	rows       func(yield func(Line) bool) calc.Findings
}

// Width is how wide the columns from Left to Right are, in characters.
type Width struct {
	Left, Right int
	Characters  float64
}

// Line is one row of a sheet that holds at least one value. Cells are in the
// order of their columns, empty ones left out. The slice is only valid until
// the next line.
type Line struct {
	Number int // from 1
	Hidden bool
	Cells  []calc.Cell
}

// Rows streams the rows in order until yield returns false, as often as it is
// called. [Open] has read the sheet to its last byte before, so that no row is
// given of a file that is refused. Of a merged range only the first cell is
// given, as only that one is seen; another value under it is a finding.
// Findings of severity error mean that the rows already given must not be used.
func (s *Sheet) Rows(yield func(Line) bool) calc.Findings {
	if len(s.Merges) == 0 {
		return s.rows(yield)
	}
	c := newCovers(s)
	findings := s.rows(func(l Line) bool {
		l = c.uncovered(l)
		return len(l.Cells) == 0 || yield(l)
	})
	return append(findings, c.findings...)
}

// NewSheet is a sheet held in memory, for readers of formats without a stream
// and for tests. The lines must be in the order of their numbers.
func NewSheet(name string, lines []Line, merges []Range) *Sheet {
	return &Sheet{Name: name, Merges: merges, rows: func(yield func(Line) bool) calc.Findings {
		for _, l := range lines {
			if !yield(l) {
				break
			}
		}
		return nil
	}}
}
