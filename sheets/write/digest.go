package write

import (
	"hash/maphash"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// sheetDigest is what was written on a sheet, kept to be held against what is read
// back: a digest of the cells of each row, and the links.
type sheetDigest struct {
	rows    []rowDigest
	links   []link
	targets []string
}

// rowDigest is a row with the digest of its cells that are not empty: where they
// stand, their kinds, formulas, texts and digits.
type rowDigest struct {
	row int32
	sum uint64
}

// digestSeed is another one in each run: no digest leaves it.
var digestSeed = maphash.MakeSeed()

// digestOf is the digest of a text, or of digits.
func digestOf(text string) uint64 { return maphash.String(digestSeed, text) }

// digestOfFormula is the digest of a formula with its value.
func digestOfFormula(formula, value string) uint64 {
	return digestOf(formula)*digestFactor + digestOf(value) + 1
}

// digestFactor is odd, so that nothing is lost by it.
const digestFactor = 0x9E3779B97F4A7C15

// add puts a cell behind those that the row has.
func (r *rowDigest) add(col int, kind calc.CellKind, digest uint64) {
	r.sum = (r.sum+uint64(col)<<8+uint64(kind)+1)*digestFactor ^ digest
	r.sum *= digestFactor
}

// note keeps a cell that is written.
func (d *sheetDigest) note(row, col int, kind calc.CellKind, digest uint64) {
	if n := len(d.rows); n == 0 || int(d.rows[n-1].row) != row {
		d.rows = append(d.rows, rowDigest{row: int32(row)})
	}
	d.rows[len(d.rows)-1].add(col, kind, digest)
}

// lineDigest is the digest of a line that was read back.
func lineDigest(l *sheets.Line) rowDigest {
	r := rowDigest{row: int32(l.Number)}
	for i := range l.Cells {
		c := &l.Cells[i]
		if !c.Formula {
			r.add(c.Col, c.Kind, digestOf(c.Text))
			continue
		}
		formula, value := sheets.Formula(*c)
		r.add(c.Col, c.Kind, digestOfFormula(formula, value))
	}
	return r
}

// holds reads a sheet back against what was written on it; see looks at each
// line. Where same is false a cell is another one, or one is shown otherwise
// than it is stored: to tell, the sheet must be drawn again.
func (d *sheetDigest) holds(s *sheets.Sheet, see func(sheets.Line) error) (same bool, fault error) {
	n := 0
	same = true
	findings := s.Rows(func(l sheets.Line) bool {
		if len(l.Cells) > 0 {
			same = same && n < len(d.rows) && d.rows[n] == lineDigest(&l)
			n++
		}
		if see != nil && fault == nil {
			fault = see(l)
		}
		return true
	})
	if err := findings.Fault(); err != nil {
		return true, err
	}
	return same && n == len(d.rows), fault
}
