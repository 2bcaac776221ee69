package survey

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// noteHeading is what a comment on a cell is quoted under.
const noteHeading = "批注"

// notes are the comments on the cells of a line that may speak against its
// records: those of its own table, where several stand side by side, and of each
// what stands before our own words of a marked copy.
func (s *sheetReader) notes(l table.Line) (all []calc.Aside) {
	if len(s.Sheet.Notes) == 0 {
		return nil
	}
	if s.noted == nil {
		s.noted = map[int][]sheets.Note{}
		for _, n := range s.Sheet.Notes {
			s.noted[n.Row] = append(s.noted[n.Row], n)
		}
	}
	columns := s.lay.table.Columns
	for _, n := range s.noted[l.Number] {
		text, _, _ := strings.Cut(n.Text, commentMark)
		if n.Col >= columns[0].Col && n.Col <= columns[len(columns)-1].Col && s.vocab.MaySpeak(text) {
			all = append(all, calc.Aside{Heading: noteHeading,
				Cell: calc.Cell{Kind: calc.CellText, Row: n.Row, Col: n.Col, Text: strings.TrimSpace(text)}})
		}
	}
	return all
}
