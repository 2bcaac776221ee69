package report

import (
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// writeGrid puts a sheet of several blocks on its sheet.
func (b *book) writeGrid(sheet string, g *write.Grid, page write.PageSetup) error {
	page.Left, page.Right = sheet, b.policy.Document
	return b.workbook.FillGrid(sheet, g, page)
}

// list is a list of the report, with the document at its foot and totals.
func (b *book) list(l write.List) *write.List {
	l.Foot, l.Label = b.policy.Document, totalWord
	return &l
}

// headed begins a block of a grid: its title, and its headings, each of which
// reaches over the empty ones behind it.
func headed(g *write.Grid, title string, heads ...string) block {
	section(g, title)
	g.Next()
	g.Heads(1, heads...)
	for from := 0; from < len(heads); {
		to := from + 1
		for to < len(heads) && heads[to] == "" {
			to++
		}
		if to > from+1 {
			g.Merge(from+1, to)
		}
		from = to
	}
	return block{head: g.Row, first: g.Row + 1}
}

// shareOf is what part of the grand total a sum is, to the hundredth of a percent.
func (b *book) shareOf(s write.Style, part string, y money.Yuan) write.CellFunc {
	return write.Formula(s, shareFormula(part, b.awardTotalCell()), shareDigits(y, b.result.Totals.Amount))
}
