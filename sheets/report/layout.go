package report

import "jiangbu/sheets/write"

// writeGrid puts a sheet of several blocks on its sheet.
func (b *book) writeGrid(sheet string, g *write.Grid, page write.PageSetup) error {
	page.Left, page.Right = sheet, b.policy.Document
	return b.workbook.FillGrid(sheet, g, page)
}
