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
	c := FirstCell(l.Cells)
	others := slices.ContainsFunc(l.Cells, func(o calc.Cell) bool { return o.Col != c.Col && !IsBlank(o.Text) })
	if r.Speaks != nil && r.headed && !others && c.Kind == calc.CellText && r.Speaks(c.Text) {
		r.Heard = append(r.Heard, c)
	}
}

// Notes are the comments on the cells of a line that may say something of its
// row: those of its own table, where several stand side by side.
func (r *Reader) Notes(l Line, columns []Column) (all []calc.Cell) {
	if len(r.Sheet.Notes) == 0 || r.Speaks == nil {
		return nil
	}
	if r.noted == nil {
		r.noted = map[int][]sheets.Note{}
		for _, n := range r.Sheet.Notes {
			r.noted[n.Row] = append(r.noted[n.Row], n)
		}
	}
	for _, n := range r.noted[l.Number] {
		text, _, _ := strings.Cut(n.Text, CommentMark)
		if n.Col >= columns[0].Col && n.Col <= columns[len(columns)-1].Col && r.Speaks(text) {
			all = append(all, calc.Cell{Kind: calc.CellText, Row: n.Row, Col: n.Col, Text: strings.TrimSpace(text)})
		}
	}
	return all
}
