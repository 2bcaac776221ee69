package report

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// Complaint is one line of 问题清单: what was found in one or more cells of a
// submitted sheet.
type Complaint struct {
	Code     calc.Code
	Severity calc.Severity
	File     string
	Sheet    string
	Places   []string // addresses, "" for the sheet or file itself; of many only the first forty
	Message  string
	Hint     string
}

// In lists the complaint's cells in a row, as far as its addresses are listed.
func (c *Complaint) In(source calc.Ref) []string {
	if c.File != source.File || c.Sheet != source.Sheet {
		return nil
	}
	row := calc.Ref{Row: source.Row}.Cell()
	return slices.DeleteFunc(slices.Clone(c.Places),
		func(p string) bool { return strings.TrimLeft(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != row })
}

// readFindings reads 问题清单. Nothing rests on it, so that a line that a
// person wrote into it is only one more line.
func (rd *reader) readFindings() {
	rd.table(SheetFindings, []string{"序号", "类别", "问题", "文件", "工作表", "单元格", "说明", "处理建议", "代码"}, func(t *tableRow) {
		c := Complaint{Code: calc.Code(t.text("代码")), Severity: calc.Warning, File: t.text("文件"),
			Sheet: t.text("工作表"), Message: t.text("说明"), Hint: t.text("处理建议")}
		if t.text("类别") == write.SeverityNames[calc.Error] {
			c.Severity = calc.Error
		}
		listed, _, _ := strings.Cut(t.text("单元格"), " 等 ")
		c.Places = strings.Split(listed, "、")
		if c.Message != "" {
			rd.out.Complaints = append(rd.out.Complaints, c)
		}
	}, nil)
}
