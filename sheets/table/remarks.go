package table

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// CommentMark begins what the program writes into a comment of a marked copy;
// everything from it on is not the sender's.
const CommentMark = "【检查问题】"

// hear keeps a line of one text and nothing else among or below the rows, which
// may say something of them: 注：第2家已停产, 以上款项均未支付.
func (r *Reader) hear(l Line) {
	if r.Speaks == nil || !r.headed {
		return
	}
	c := FirstCell(l.Cells)
	others := slices.ContainsFunc(l.Cells, func(o calc.Cell) bool { return o.Col != c.Col && !IsBlank(o.Text) })
	if !others && c.Kind == calc.CellText && r.Speaks(c.Text) {
		r.Heard = append(r.Heard, c)
	}
}

// What a comment on a cell, and a text in a column without a heading, are quoted
// under.
const (
	noteHeading   = "批注"
	besideHeading = "表外文字"
)

// Asides are what may say something of the row of a line and stands in none of
// its columns: the comments on the cells of its own table, where several stand
// side by side, and the texts left or right of it.
func (r *Reader) Asides(l Line, columns []Column) (all []calc.Aside) {
	if r.Speaks == nil || len(columns) == 0 {
		return nil
	}
	inside := func(col int) bool { return col >= columns[0].Col && col <= columns[len(columns)-1].Col }
	for _, n := range r.notes(l.Number) {
		text, _, _ := strings.Cut(n.Text, CommentMark)
		if inside(n.Col) && r.Speaks(text) {
			all = append(all, calc.Aside{Heading: noteHeading,
				Cell: calc.Cell{Kind: calc.CellText, Row: n.Row, Col: n.Col, Text: strings.TrimSpace(text)}})
		}
	}
	for _, c := range l.Cells {
		if !inside(c.Col) && c.Kind == calc.CellText && r.Speaks(c.Text) {
			all = append(all, calc.Aside{Heading: besideHeading, Cell: c})
		}
	}
	return all
}

// notes are the comments on the cells of a row.
func (r *Reader) notes(row int) []sheets.Note {
	if r.noted == nil && len(r.Sheet.Notes) > 0 {
		r.noted = map[int][]sheets.Note{}
		for _, n := range r.Sheet.Notes {
			r.noted[n.Row] = append(r.noted[n.Row], n)
		}
	}
	return r.noted[row]
}
