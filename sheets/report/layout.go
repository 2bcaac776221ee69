package report

import "jiangbu/sheets/write"

// firstRow is the row of a list's first line.
const firstRow = write.ListFirst

// layGrid puts a sheet of several blocks on its sheet.
func (b *book) layGrid(sheet string, g *write.Grid, page write.PageSetup) error {
	page.Left, page.Right = sheet, b.policy.Document
	return b.workbook.FillGrid(sheet, g, page)
}
