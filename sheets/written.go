package sheets

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jiangbu/calc"
)

// Written is a workbook that this program has just written, opened to be held
// against what it was written from. It is read once: each sheet straight from
// the disk when its rows are asked for, so that whatever is wrong with it is a
// finding of Rows. No size is too large, merged ranges and hidden columns are not
// known, and the cells of formulas hold both, to be parted by [Formula].
type Written struct {
	Book
	zip *container
}

// OpenWritten opens a workbook of ours. The caller closes it.
func OpenWritten(path string) (*Written, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	w := &Written{Book: Book{File: filepath.Base(path), disk: file}}
	if err := w.list(file); err != nil {
		file.Close()
		return nil, err
	}
	return w, nil
}

// list finds the sheets.
func (w *Written) list(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	zip, r := openContainer(file, info.Size(), unlimited)
	if r != nil {
		return r.fault()
	}
	w.zip = zip
	x := &xlsx{zip: w.zip, written: true}
	sheets, r := x.read()
	if r != nil {
		return r.fault()
	}
	w.Sheets = sheets
	return nil
}

// Check reads the parts that nobody has read to their ends and says what is
// wrong with the first that does not hold.
func (w *Written) Check() error {
	if r := w.zip.check(); r != nil {
		return r.fault()
	}
	return nil
}

// fault is a refusal of a file that is our own.
func (r *refusal) fault() error {
	f := r.finding("")
	return fmt.Errorf("%s: %s", f.Code, f.Message())
}

// Link is a cell that leads elsewhere: to a file, or to a place in one.
type Link struct {
	Cell     string // C6
	Target   string // the file as the link states it, "" for a place in this workbook
	Location string // '摸排表'!A6
}

// formulaEnd stands between a formula and its value.
const formulaEnd = "\x00"

// Formula parts the text of a formula's cell of a [Written] workbook: the
// formula and the value that is stored; of any other cell what it says.
func Formula(c calc.Cell) (formula, value string) {
	if formula, value, both := strings.Cut(c.Text, formulaEnd); both && c.Formula {
		return formula, value
	}
	return "", c.Text
}

// writtenRows streams the rows of a sheet that this program wrote, and then
// knows its links.
func (x *xlsx) writtenRows(sheet *Sheet, e *entry, yield func(Line) bool) calc.Findings {
	p, seen := rowDecoder{texts: &x.texts}, &Sheet{}
	r := x.scanSheet(seen, e, func(chunk string) bool { return p.decode(chunk, yield) })
	if r == nil && len(seen.Links) > 0 {
		r = x.linkTargets(seen, e)
	}
	if r != nil {
		return calc.Findings{r.finding("")}
	}
	sheet.Links = seen.Links
	return nil
}

// hyperlinks notes the links of a sheet, with the id of a relation in place of
// the target.
func (p *sheetParser) hyperlinks() {
	s := p.xml
	for s.child(2) {
		if p.book.written {
			p.sheet.Links = append(p.sheet.Links,
				Link{Cell: s.attrText("ref"), Target: string(appendAttrText(nil, s.attrLocal("id"))),
					Location: s.attrText("location")})
		}
		s.skip()
	}
}

// linkTargets puts the targets in the place of the relations.
func (x *xlsx) linkTargets(sheet *Sheet, e *entry) *refusal {
	rels, r := x.relations(e)
	if r != nil {
		return r
	}
	target := map[string]string{"": ""}
	for _, rel := range rels {
		target[rel.id] = rel.target
	}
	for i := range sheet.Links {
		l := &sheet.Links[i]
		file, known := target[l.Target]
		if !known {
			return unreadable("部件 %s 的链接没有去处", e.name)
		}
		l.Target = file
	}
	return nil
}
