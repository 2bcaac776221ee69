// Package pdftable reads the ruled tables of a PDF document as rows of cells:
// what an authority publishes as the annex of a notice.
//
// Begin with [Read]. A cell is what four ruling lines enclose, never what
// blanks between words suggest: an edge that is guessed cuts names, and nobody
// notices. What stands outside the lines (titles, page numbers) is a row of one
// cell in column 1; the columns of tables begin with 2, the same edge being the
// same column on every page.
//
// It is not for pictures: a page that was scanned has no text and refuses the
// whole document, and so does a text whose characters nobody can know. What the
// rows mean is for others.
package pdftable

import "strconv"

// Document is what was read, page by page.
type Document struct{ Pages []Page }

// Page is the rows of one page, from the top down.
type Page struct{ Rows []Row }

// Row is one row, its cells in the order of their columns.
type Row []Cell

// Cell is the text of one cell, wrapped lines divided by line breaks.
type Cell struct {
	Col  int
	Rows int // how many rows it reaches down, itself included
	Text string
}

// Kind says why a document is refused.
type Kind uint8

// The kinds of fault. Broken: the structure of the file; Locked: it needs a
// password; TooLarge: it asks for more than anybody prints; Scanned: a page is
// a picture; Unmapped: a font does not tell which characters it shows; Unruled:
// no table has ruling lines; Spilled: beside a row stands text in no cell, which
// ran over an edge or belongs to a column without one.
const (
	Broken Kind = iota
	Locked
	TooLarge
	Scanned
	Unmapped
	Unruled
	Spilled
)

// Fault is why a document is refused, and on which page that was seen, 0 for
// none.
type Fault struct {
	Kind Kind
	Page int
}

// Error is for programmers; users are told by the kind.
func (f *Fault) Error() string {
	words := [...]string{"broken", "locked", "too large", "scanned", "unmapped", "unruled", "spilled"}
	return "pdf " + words[f.Kind] + " on page " + strconv.Itoa(f.Page)
}
