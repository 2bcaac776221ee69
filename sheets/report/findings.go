package report

import (
	"fmt"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// complaint is one line of 问题清单: the same thing said of one or many cells
// of a sheet.
type complaint struct {
	calc.Finding
	message string
	places  []string // addresses in the sheet, "" for the sheet or file itself
}

// maxPlaces is how many addresses a line lists before it counts the rest.
const maxPlaces = 40

// merge brings findings that say the same of one sheet together, errors first,
// in the order of the inputs.
func merge(fs calc.Findings) []complaint {
	type same struct {
		code                 calc.Code
		file, sheet, message string
	}
	var list []complaint
	at := map[same]int{}
	for _, f := range fs {
		k := same{f.Code, f.Ref.File, f.Ref.Sheet, f.Message()}
		n, ok := at[k]
		if !ok {
			n = len(list)
			at[k] = n
			list = append(list, complaint{Finding: f, message: k.message})
		}
		list[n].places = append(list[n].places, f.Ref.Cell())
	}
	slices.SortStableFunc(list, func(a, b complaint) int { return int(b.Severity()) - int(a.Severity()) })
	return list
}

// where lists the addresses, or as many as fit and how many there are.
func (c *complaint) where() string {
	if len(c.places) <= maxPlaces {
		return strings.Join(c.places, "、")
	}
	return fmt.Sprintf("%s 等 %d 处", strings.Join(c.places[:maxPlaces], "、"), len(c.places))
}

// complaintColumns are the columns of 问题清单.
func complaintColumns(list []complaint, all calc.Findings) []write.ListColumn {
	column := write.Lines[complaint](func(n int) *complaint { return &list[n] }).Text
	columns := []write.ListColumn{write.SerialColumn(4, 8),
		write.SeverityColumn(func(n int) calc.Severity { return list[n].Severity() }),
		column("问题", write.StyleText, 10, 16, func(c *complaint) string { return calc.ReasonName(string(c.Code)) }),
		column("文件", write.StyleText, 10, 24, func(c *complaint) string { return c.Ref.File }),
		column("工作表", write.StyleText, 6, 14, func(c *complaint) string { return c.Ref.Sheet }),
		{Head: "单元格", Style: write.StyleLink, Min: 8, Max: 24,
			Cell: func(w *write.SheetWriter, _ write.Style, n int) { w.Reference(list[n].where(), list[n].Ref) }},
		write.CountColumn("处数", 4, 6, func(n int) int { return len(list[n].places) }),
		column("说明", write.StyleWrap, 30, 50, func(c *complaint) string { return c.message }),
		column("处理建议", write.StyleWrap, 24, 36, func(c *complaint) string { return c.Hint() }),
		column("代码", write.StyleText, 12, 24, func(c *complaint) string { return string(c.Code) })}
	columns[1].Total = func(w *write.SheetWriter, _ string) { w.Text(write.StyleTotal, countWords(len(all))) }
	columns[2].Total = func(w *write.SheetWriter, _ string) {
		errs := all.Count(calc.Error)
		w.Text(write.StyleTotal, fmt.Sprintf("错误 %d 处，提醒 %d 处", errs, len(all)-errs))
	}
	return columns
}

// findingList is 问题清单.
func (b *book) findingList() *write.List {
	list := merge(b.result.Findings)
	return b.list(write.List{Sheet: SheetFindings, Title: b.title + "问题清单", Freeze: 2, Lines: len(list),
		Note:    b.note("同一工作表中相同的问题合并为一行；“错误”使记录待核，“提醒”不影响结论，请核对"),
		Columns: complaintColumns(list, b.result.Findings)})
}
