package report

import (
	"jiangbu/sheets/write"
)

// SheetAccounts is the sheet behind those of the contract that says what became
// of every line of what was submitted; a report has it where that is known.
const SheetAccounts = write.SheetAccounts

// writeAccounts writes 读取明细: for each sheet of the submissions, of the budget and
// of earlier awards, what became of its lines.
func (b *book) writeAccounts() error {
	g := write.Accounts(b.title, b.note("有内容的行＝认定记录＋其他行。未使用的栏目只在原表中查看，不影响核定"), "记录行",
		b.result.Accounts())
	return b.writeGrid(SheetAccounts, g, write.PageSetup{HeadFirst: 3, HeadLast: 3})
}
