package survey

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// The sheets of the form and the lines of its table.
const (
	formSheet  = "摸排表"
	guideSheet = "填报说明"
	listsSheet = "下拉选项"

	formTitle   = 1
	formLabels  = 2
	formNote    = 3
	formHead    = 4
	formExample = 5
	formFirst   = 6
	formPage    = 11 // columns of the first page in width: title and labels keep to it
	// FormRows is how many lines of the form are ready to be filled in. They print
	// on a few pages; a clerk who needs more copies a line and inserts it.
	FormRows = 50
	formLast = formFirst + FormRows - 1
)

// WriteForm writes the blank survey form of one district for an award year:
// the table with drop-downs and checks, how to fill it in, and the lists. It
// is made of the policy alone, the same bytes each time. What is filled in as
// it asks is read by [Read] without a finding.
func WriteForm(w io.Writer, p *calc.Policy, year int, district string) error {
	f := form{policy: p, year: year, district: district}
	d, err := write.NewWorkbook(f.title(), formSheet, guideSheet, listsSheet)
	if err != nil {
		return err
	}
	f.Workbook = d
	for _, step := range []func() error{f.writeTable, f.writeLists, f.writeChecks, f.writeLive, f.writeGuide,
		f.protect} {
		if err := step(); err != nil {
			return fmt.Errorf("form of %s: %w", district, err)
		}
	}
	return d.Write(w)
}

// form is a blank form being made.
type form struct {
	*write.Workbook
	policy   *calc.Policy
	year     int
	district string
}

func (f *form) title() string {
	return f.policy.City + strconv.Itoa(f.year) + "年度奖补项目摸排表"
}

// writeTable sets the table: title, labels, headings, the example, the lines.
func (f *form) writeTable() error {
	n := len(formOrder())
	err := errors.Join(f.setWidths(), f.merge(formTitle, 1, formPage), f.merge(formNote, 1, n))
	for _, l := range f.labels() {
		err = errors.Join(err, f.merge(formLabels, l.left, l.right))
	}
	panes := excelize.Panes{Freeze: true, XSplit: 3, YSplit: formExample, TopLeftCell: "D" + strconv.Itoa(formFirst),
		ActivePane: "bottomRight"}
	page := write.PageSetup{A3: true, Wide: 2, HeadCols: 3, HeadFirst: formHead, HeadLast: formHead, Left: f.district,
		Right: f.policy.Document}
	return errors.Join(err, f.File.SetPanes(formSheet, &panes), write.Print(f.File, formSheet, page),
		f.Fill(formSheet, calc.ColumnName(n)+strconv.Itoa(formLast), f.drawTable))
}

func (f *form) setWidths() (err error) {
	for _, c := range formOrder() {
		name := calc.ColumnName(int(c))
		err = errors.Join(err, f.File.SetColWidth(formSheet, name, name, float64(formColumns[c].width)))
	}
	// A program deletes a protected row only where all its cells are open.
	return errors.Join(err, f.File.SetColStyle(formSheet, calc.ColumnName(len(formOrder())+1)+":XFD",
		f.Styles[write.StyleEntryPlain]))
}

func (f *form) merge(row, left, right int) error {
	return f.File.MergeCell(formSheet, calc.Ref{Row: row, Col: left}.Cell(), calc.Ref{Row: row, Col: right}.Cell())
}

// label is a word above the table and the columns it has to itself.
type label struct {
	left, right int
	text        string
}

func (f *form) labels() []label {
	return []label{{1, 4, "填报单位（盖章）：" + f.district}, {5, 6, "填表人："}, {7, 8, "联系电话："}, {9, formPage, "填报日期："}}
}

func (f *form) drawTable(p *write.SheetWriter) {
	p.RowHigh(formTitle, 32)
	p.Text(write.StyleTitle, f.title())
	p.RowHigh(formLabels, 22)
	for _, l := range f.labels() {
		p.Skip(l.left - 1 - p.Column())
		p.Text(write.StyleEntryPlain, l.text)
		for range l.right - l.left {
			p.Blank(write.StyleEntryPlain)
		}
	}
	p.RowHigh(formNote, 20)
	p.Text(write.StyleNote, fmt.Sprintf(
		"一行填一项%d年认定的项目。蓝色栏目必填，灰色栏目按事项填写，选中单元格有提示；信用代码标红的校验不符，标橙的尚未填写；行数不够时复制一整行，在最后一行之上插入；第%d行是示例，不读取。填法和附件见“%s”。",
		f.year-1, formExample, guideSheet))
	p.RowHigh(formHead, 34)
	for _, c := range formOrder() {
		p.Text(headLook(c), f.heading(c))
	}
	p.RowHigh(formExample, 32)
	for _, c := range formOrder() {
		p.Text(write.StyleExample, f.example(c))
	}
	for i := range FormRows {
		f.drawLine(p, i+1)
	}
}

func headLook(c calc.Column) write.Style {
	if formColumns[c].must {
		return write.StyleHead
	}
	return write.StyleHeadMore
}

// drawLine writes an empty line: its number and the district stand there.
func (f *form) drawLine(p *write.SheetWriter, n int) {
	p.RowHigh(formExample+n, 20)
	for _, c := range formOrder() {
		switch c {
		case calc.ColSerial:
			p.Count(write.StyleEntryCount, n)
		case calc.ColDistrict:
			p.Text(write.StyleEntry, f.district)
		default:
			p.Blank(formColumns[c].look())
		}
	}
}

// example is the cell of the line that shows how to fill in. Its first cell
// says that it is one; the credit code is of nobody.
func (f *form) example(c calc.Column) string {
	it := f.exampleItem()
	switch c {
	case calc.ColSerial:
		return "示例"
	case calc.ColDistrict:
		return f.district
	case calc.ColCompany:
		return f.policy.City + "某某有限公司"
	case calc.ColCreditCode:
		return f.exampleCode()
	case calc.ColItem:
		return it.Name
	case calc.ColLevel:
		return levelsOf(it)[0]
	case calc.ColNature:
		return f.natures()[0]
	case calc.ColDocument:
		return fmt.Sprintf("某某〔%d〕1号", f.year-1)
	case calc.ColRecognised:
		return fmt.Sprintf("%d-05-12", f.year-1)
	case calc.ColRemark:
		return "本行为示例，不读取"
	}
	return ""
}

// exampleItem is the first item with levels, since those show most.
func (f *form) exampleItem() *calc.Item {
	i := slices.IndexFunc(f.policy.Items,
		func(it calc.Item) bool { return it.HasLevels() && it.Key == calc.KeyCompany })
	if len(f.policy.Items) == 0 {
		return &calc.Item{}
	}
	return &f.policy.Items[max(i, 0)]
}

// exampleCode has the form of a credit code; its organisation is all noughts
// and its check digit wrong on purpose.
func (f *form) exampleCode() string {
	code := "91"
	if len(f.policy.Eligible.Local) > 0 {
		code += f.policy.Eligible.Local[0]
	}
	return (code + "000000")[:8] + "MA00000000"
}

// protect keeps the headings and lists as they are; the cells to be filled in
// stay open. There is no password: whoever must can lift it.
func (f *form) protect() error {
	open := excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true,
		FormatColumns: true,
		FormatRows:    true, InsertRows: true, DeleteRows: true, Sort: true, AutoFilter: true, EditObjects: true,
		EditScenarios: true}
	return errors.Join(f.File.ProtectSheet(formSheet, &open), f.File.ProtectSheet(listsSheet, &open))
}

// serialDay is a day as a spreadsheet counts it.
func serialDay(year int, month time.Month, day int) int {
	return int(time.Date(year, month, day, 0, 0, 0, 0,
		time.UTC).Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}
