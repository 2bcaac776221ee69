package write

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// Check reads the workbook back that Write wrote to path, and holds every cell
// of every sheet that was filled against what is to stand there: its kind, its
// text or digits, its formula, its link; nothing may stand beside. Then every
// part is read to its last byte. A difference is a fault of the program, and the
// file must not be handed on.
//
// Of what was written a digest of each row is kept. Where a row that is read has
// another one, or where this workbook was not written itself, the sheet is drawn
// once more, straight against what is read, to name the cell. Each sheet is held
// by itself, as many at a time as there are processors.
// See says what else is done with a line that is as it should be.
func (d *Workbook) Check(path string, see map[string]func(sheets.Line) error) error {
	book, err := sheets.OpenWritten(path)
	if err != nil {
		return fmt.Errorf("the written workbook cannot be read back: %w", err)
	}
	defer book.Close()
	if err := d.checkNames(&book.Book); err != nil {
		return err
	}
	faults := make([]error, len(book.Sheets))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				s := book.Sheets[i]
				faults[i] = d.checkSheet(s, see[s.Name])
			}
		})
	}
	for _, i := range d.longestFirst(book.Sheets) {
		next <- i
	}
	close(next)
	wait.Wait()
	for _, err := range faults { // in the order of the sheets: the same fault each time
		if err != nil {
			return fmt.Errorf("the written workbook, read back: %w", err)
		}
	}
	return book.Check()
}

// longestFirst lists the sheets by how many rows were written on them: with the
// longest at the end one processor would hold it while the others wait.
func (d *Workbook) longestFirst(all []*sheets.Sheet) []int {
	rows := map[string]int{}
	for _, f := range d.fills {
		if f.digest != nil {
			rows[f.sheet] = len(f.digest.rows)
		}
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rows[all[b].Name], rows[all[a].Name]) })
	return order
}

// checkNames holds the list of sheets.
func (d *Workbook) checkNames(book *sheets.Book) error {
	want := d.File.GetSheetList()
	if len(book.Sheets) != len(want) {
		return fmt.Errorf("the written workbook has %d sheets, not %d", len(book.Sheets), len(want))
	}
	for i, s := range book.Sheets {
		if s.Name != want[i] {
			return fmt.Errorf("the written workbook has the sheet %s, not %s", s.Name, want[i])
		}
	}
	return nil
}

// checkSheet holds one sheet.
func (d *Workbook) checkSheet(s *sheets.Sheet, see func(sheets.Line) error) error {
	for _, f := range d.fills {
		if f.sheet == s.Name {
			return d.checkFill(s, f, see)
		}
	}
	return fmt.Errorf("nothing was written on sheet %s", s.Name)
}

// checkFill holds a sheet against the digests of what was written, and draws it
// once more where they are not those of what is read.
func (d *Workbook) checkFill(s *sheets.Sheet, f *fill, see func(sheets.Line) error) error {
	if f.digest == nil {
		return d.checkRows(s, f.rows, see)
	}
	same, fault := f.digest.holds(s, see)
	if !same {
		return cmp.Or(d.checkRows(s, f.rows, nil), fault)
	}
	if fault != nil {
		return fault
	}
	return checkLinks(s, f.digest)
}

// checkRows holds a sheet against what is drawn.
func (d *Workbook) checkRows(s *sheets.Sheet, rows func(*SheetWriter), see func(sheets.Line) error) error {
	var findings calc.Findings
	next, stop := iter.Pull(func(yield func(sheets.Line) bool) { findings = s.Rows(yield) })
	defer stop()
	w := newSheetWriter(io.Discard, new(StyleIDs), nil)
	w.link = d.Link
	w.found = &readCells{sheet: s.Name, next: next, see: see}
	rows(w)
	fault := w.found.end()
	if err := cmp.Or(findings.Fault(), fault); err != nil {
		return err
	}
	return checkLinks(s, &sheetDigest{links: w.links, targets: w.targets})
}

// checkLinks holds the links of a sheet against those that were to be written.
func checkLinks(s *sheets.Sheet, w *sheetDigest) error {
	if len(s.Links) != len(w.links) {
		return fmt.Errorf("%s has %d links, not %d", s.Name, len(s.Links), len(w.links))
	}
	for i, got := range s.Links {
		if want := w.stated(&w.links[i]); got != want {
			return fmt.Errorf("%s: the link is %v, not %v", s.Name, got, want)
		}
	}
	return nil
}

// stated is a link as the file states it.
func (p *sheetDigest) stated(l *link) sheets.Link {
	return sheets.Link{Cell: calc.Ref{Row: int(l.row), Col: int(l.col)}.Cell(), Target: p.targets[l.target-1],
		Location: attrText(l.location())}
}

// readCells are the cells of a written sheet as they are read back, beside the
// cells that are drawn once more.
type readCells struct {
	sheet string
	next  func() (sheets.Line, bool)
	see   func(sheets.Line) error
	line  sheets.Line
	at    int  // the first of the line's cells that was not asked for
	open  bool // there is a line
	fault error
}

// cell holds a cell that is drawn, which is not empty.
func (f *readCells) cell(row, col int, kind calc.CellKind, text, formula string) {
	if f.reach(row); f.fault != nil {
		return
	}
	if !f.open || f.line.Number > row || f.line.Cells[min(f.at, len(f.line.Cells)-1)].Col > col ||
		f.at == len(f.line.Cells) {
		f.wrong(row, col, "empty", text)
		return
	}
	c := &f.line.Cells[f.at]
	f.at++
	if c.Col < col {
		f.wrong(row, c.Col, c.Text, "empty")
		return
	}
	if c.Kind == kind && formula == "" && !c.Formula && c.Text == text {
		return
	}
	gotFormula, got := sheets.Formula(*c)
	if stored, _, shown := (calc.Cell{Text: got}).Shown(); shown && c.Kind == calc.CellShown {
		got = stored
	} else if c.Kind != kind {
		f.wrong(row, col, fmt.Sprintf("%q of another kind", got), text)
		return
	}
	if gotFormula != formula {
		f.wrong(row, col, "="+gotFormula, "="+formula)
	} else if got != text && strings.TrimSpace(got) != strings.TrimSpace(text) {
		f.wrong(row, col, got, text)
	}
}

// reach goes on to the line of a row; one before it must have been drawn in
// full.
func (f *readCells) reach(row int) {
	for f.fault == nil {
		if f.open && f.line.Number >= row {
			return
		}
		if f.open {
			f.close()
		}
		if f.fault != nil {
			return
		}
		if f.line, f.open = f.next(); !f.open {
			return
		}
		f.at = 0
	}
}

// close ends a line.
func (f *readCells) close() {
	if f.at < len(f.line.Cells) {
		c := f.line.Cells[f.at]
		f.wrong(f.line.Number, c.Col, c.Text, "empty")
	} else if f.see != nil {
		f.fault = f.see(f.line)
	}
}

// end closes the last line; nothing may stand below it.
func (f *readCells) end() error {
	f.reach(maxRows + 1)
	return f.fault
}

func (f *readCells) wrong(row, col int, got, want string) {
	f.fault = fmt.Errorf("%s!%s is %s, not %s", f.sheet, calc.Ref{Row: row, Col: col}.Cell(), got, want)
}
