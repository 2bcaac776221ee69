package main

import (
	"path/filepath"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets"
)

// isLetter tells of a file among the ledgers that it is a Word document without
// a table, such as the letter that they came with: nothing is paid in it. One with
// a table may be a ledger, and cannot be read as one.
func isLetter(i sheets.Input) bool {
	if !strings.EqualFold(filepath.Ext(i.Path), ".docx") {
		return false
	}
	i.Kinds = sheets.Documents
	book, _, err := sheets.Open(i)
	if err != nil || book == nil || book.Output != "" {
		return false
	}
	defer book.Close()
	table := false
	for _, s := range book.Sheets {
		s.Rows(func(l sheets.Line) bool {
			table = table || calc.Count(l.Cells, func(c *calc.Cell) bool { return !written.IsBlank(c.Text) }) > 1
			return !table
		})
	}
	return !table
}
