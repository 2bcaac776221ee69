package write

import (
	"fmt"
	"strings"

	"jiangbu/calc"
)

// SheetAccounts is the sheet that says what became of every line of what was
// read.
const SheetAccounts = "读取明细"

// Accounts lays 读取明细: for each sheet its lines, those that are what it is read
// for (认定记录, 拨付), what the others were taken for, and the columns that
// nobody read.
func Accounts(title, note, records string, sheets []calc.FileAccount) *Grid {
	g := NewGrid(26, 16, 10, 8, 36, 46)
	g.Title(30, title+SheetAccounts, note, "")
	g.Next()
	g.Heads(1, "文件", "工作表", "有内容的行", records, "其他行", "未使用的栏目")
	for i := range sheets {
		accountLine(g, &sheets[i])
	}
	return g
}

func accountLine(g *Grid, a *calc.FileAccount) {
	file := a.File
	if a.Use != "" {
		file += "（" + a.Use + "）"
	}
	others := calc.Mapped(a.Others,
		func(o calc.LineCount) string { return fmt.Sprintf("%s %d", o.Kind.Name(), o.Lines) })
	g.Next()
	g.Put(1, Text(StyleText, file), Text(StyleText, a.Sheet), Count(StyleCount, a.Lines), Count(StyleCount, a.Records))
	g.Wrap(5, strings.Join(others, "、"))
	g.Wrap(6, strings.Join(a.Unread, "、"))
}
