package report

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// extras are the sheets that a report may have beside [Sheets].
var extras = []string{SheetChanges, SheetWhatIf, SheetRules, SheetAccounts}

// columnsOf is how many columns the lists have.
var columnsOf = map[string]int{SheetAwards: len(awardFields), SheetDisplaced: len(displacedFields),
	SheetRefused: len(refusedFields), SheetHeld: len(heldFields), SheetRecords: len(recordFields),
	SheetFindings: len(complaintColumns(nil, nil))}

// Notes are what a person added to a report where nothing of ours stands, so
// that a new report would not have it: sheets, but for those that are known, and
// cells to the right of a list or below its totals.
func Notes(book *sheets.Book, known ...string) (notes calc.Findings) {
	known = slices.Concat(known, extras, Sheets)
	for _, s := range book.Sheets {
		added, below := !slices.Contains(known, s.Name), false
		s.Rows(func(l sheets.Line) bool {
			for _, c := range l.Cells {
				beside := columnsOf[s.Name] > 0 && c.Col > columnsOf[s.Name]
				if (added || beside || below && !ruled(s.Name, l)) && strings.TrimSpace(c.Text) != "" {
					notes.Add("report/note", calc.Ref{File: book.File, Sheet: s.Name, Row: l.Number, Col: c.Col},
						c.Text)
					if added { // its first cell stands for all
						return false
					}
				}
			}
			below = below || columnsOf[s.Name] > 0 && len(l.Cells) > 0 && l.Cells[0].Text == totalWord
			return true
		})
	}
	return notes
}

// ruled tells whether a line below the totals is one of 待核事项 with an opinion,
// which is read as a ruling.
func ruled(sheet string, l sheets.Line) bool {
	return sheet == SheetHeld && slices.ContainsFunc(l.Cells, func(c calc.Cell) bool {
		return c.Col == rulingColumn && c.Text != ""
	})
}

var rulingColumn = 1 + slices.Index(headsOf(heldFields), headRuling)
