package report

import (
	"fmt"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// SheetAccounts is the sheet behind those of the contract that says what became
// of every line of what was submitted; a report has it where that is known.
const SheetAccounts = "读取明细"

// hasAccounts tells whether it is known what became of the lines.
func hasAccounts(r *calc.Result) bool {
	return slices.ContainsFunc(r.Inputs, func(in calc.Input) bool { return len(in.Sheets) > 0 }) ||
		slices.ContainsFunc(r.Beside, func(b calc.BesideFile) bool { return len(b.Sheets) > 0 })
}

// layAccounts writes 读取明细: for each sheet of the submissions, and of earlier
// awards, its lines, the records among them, what the others were taken for, and the columns that nobody read.
func (b *book) layAccounts() error {
	if !hasAccounts(b.result) {
		return nil
	}
	const end = 6
	g := write.NewGrid(26, 16, 10, 8, 36, 46)
	g.Next()
	g.Span(1, end, write.StyleTitle, b.title+"读取明细")
	g.High(30)
	g.Next()
	g.Span(1, end, write.StyleNote, b.note("有内容的行＝认定记录＋其他行。未使用的栏目只在原表中查看，不影响核定"))
	g.Next()
	g.Heads(1, "文件", "工作表", "有内容的行", "记录行", "其他行", "未使用的栏目")
	for i := range b.result.Inputs {
		in := &b.result.Inputs[i]
		for n := range in.Sheets {
			accountLine(g, in.File, &in.Sheets[n])
		}
	}
	for _, f := range b.result.Beside {
		for n := range f.Sheets {
			accountLine(g, f.File+"（"+f.Use+"）", &f.Sheets[n])
		}
	}
	return b.layGrid(SheetAccounts, g, write.PageSetup{HeadFirst: 3, HeadLast: 3})
}

func accountLine(g *write.Grid, file string, a *calc.SheetAccount) {
	var others []string
	for _, o := range a.Others {
		others = append(others, fmt.Sprintf("%s %d", o.Kind.Name(), o.Lines))
	}
	g.Next()
	g.Set(1, write.Text(write.StyleText, file))
	g.Set(2, write.Text(write.StyleText, a.Sheet))
	g.Set(3, write.Count(write.StyleCount, a.Lines))
	g.Set(4, write.Count(write.StyleCount, a.Records))
	other, unread := strings.Join(others, "、"), strings.Join(a.Unread, "、")
	g.Set(5, write.Text(write.StyleWrap, other))
	g.Set(6, write.Text(write.StyleWrap, unread))
	g.Fit(6, unread)
}
