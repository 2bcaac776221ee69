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

var severityNames = map[calc.Severity]string{calc.Error: "错误", calc.Warning: "提醒"}

// layFindings writes 问题清单.
func (b *book) layFindings() error {
	list := merge(b.result.Findings)
	t := table{name: SheetFindings, title: b.title + "问题清单", freeze: 2, lines: len(list),
		note: b.note("同一工作表中相同的问题合并为一行；“错误”使记录待核，“提醒”不影响结论，请核对"),
		cols: []column{{"序号", write.StyleCount, 4, 8}, {"类别", write.StyleCentre, 4, 6}, {"问题", write.StyleText, 10, 16},
			{"文件", write.StyleText, 10, 24}, {"工作表", write.StyleText, 6, 14}, {"单元格", write.StyleLink, 8, 24}, {"处数", write.StyleCount, 4, 6},
			{"说明", write.StyleWrap, 30, 50}, {"处理建议", write.StyleWrap, 24, 36}, {"代码", write.StyleText, 12, 24}}}
	t.line = func(p *write.SheetWriter, _, n int) { findingLine(p, n, &list[n]) }
	t.total = func(p *write.SheetWriter, _ int) {
		errs := b.result.Findings.Count(calc.Error)
		countTotal(p, len(b.result.Findings), 2)
		p.Text(write.StyleTotal, fmt.Sprintf("错误 %d 处，提醒 %d 处", errs, len(b.result.Findings)-errs))
		for p.Column() < len(t.cols) {
			p.Blank(write.StyleTotal)
		}
	}
	return b.lay(t)
}

func findingLine(p *write.SheetWriter, n int, c *complaint) {
	p.Count(write.StyleCount, n+1)
	if c.Severity() == calc.Error {
		p.Text(write.StyleBad, severityNames[calc.Error])
	} else {
		p.Text(write.StyleCentre, severityNames[c.Severity()])
	}
	p.Text(write.StyleText, calc.ReasonName(string(c.Code)))
	p.Text(write.StyleText, c.Ref.File)
	p.Text(write.StyleText, c.Ref.Sheet)
	p.Reference(c.where(), c.Ref)
	p.Count(write.StyleCount, len(c.places))
	p.Text(write.StyleWrap, c.message)
	p.Text(write.StyleWrap, c.Hint())
	p.Text(write.StyleText, string(c.Code))
}
