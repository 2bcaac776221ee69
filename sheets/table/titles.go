package table

import (
	"jiangbu/calc"
)

// unread is a line that nobody understood; a header below makes it a title.
type unread struct {
	cell calc.Cell
	text string
}

// retitle makes the lines between the last record and a header the titles of
// what follows: those that nobody understood are none after all, and sections
// above another table name that one. So does a numbered line among notes, where
// it stands right above the header.
func (r *Reader) retitle(top int, repeat bool) {
	r.Account.Move(Unread, Above, len(r.pending))
	r.pending = nil
	n := r.numbered
	heads := n.Row > 0 && n.Row == top-1
	switch {
	case !repeat:
		if heads {
			r.sinceRecord = append(r.sinceRecord, n)
		}
		r.Around.retitle(r.sinceRecord)
		r.Around.Leave()
	case heads && r.Body != nil:
		r.Around.Open(labelIn(n))
		if r.Sums != nil {
			r.Sums.Form.CatchUp()
			r.Sums.newPart()
		}
		r.Form.Moved(Section)
	}
	r.sinceRecord = nil
}

// heldLine is a line that may be a record or a title of the table below it.
type heldLine struct {
	line  Line
	label Label
}

// mayHead tells of a record that says one thing only, which is no name of a body:
// right above a header it is a title.
func mayHead(l Line) bool {
	c := FirstCell(l.Cells)
	return isAlone(l.Cells) && c.Kind == calc.CellText && isTitleLike(c.Text) && !endsInAny(Fold(c.Text), firmEnds)
}

// settle tells what a held line is when the next is known.
func (r *Reader) settle(next Line) {
	h := r.held
	if h == nil {
		return
	}
	r.held = nil
	k := Record
	if next.Header > 0 && next.Number-next.Header == h.line.Number {
		k = Unread
	}
	r.take(k, h.label, h.line)
}

// leave keeps a line that nobody understood. One that begins like a section
// ends the section above it.
func (r *Reader) leave(l Line, label Label) {
	first := FirstCell(l.Cells)
	r.pending = append(r.pending, unread{first, r.Form.Brief(l)})
	if !r.Body.Nameless || isAlone(l.Cells) { // a line of a summary is no title of what follows
		r.sinceRecord = append(r.sinceRecord, first)
	}
	if label.Cell.Text != "" {
		r.Around.Open(label)
		r.Form.Moved(Unread)
	}
}

// flush reports the lines that nobody understood.
func (r *Reader) flush() {
	for _, u := range r.pending {
		r.Findings.Add("table/unread-row", r.At(u.cell), u.text)
	}
	r.pending = nil
}

// pass passes over a line of a table that is not of the form. One that says one
// thing only may be a title of what follows.
func (r *Reader) pass(l Line) {
	r.Account.Count(NoTable, 1)
	if c := FirstCell(l.Cells); isAlone(l.Cells) && c.Kind == calc.CellText && isTitleLike(c.Text) {
		r.sinceRecord = append(r.sinceRecord, c)
	}
}
