package survey

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// foundSheetName is what the list of findings is called in a copy.
const foundSheetName = "问题清单"

// The columns of the list, and its lines.
const (
	foundNumber = 1 + iota
	foundSeverity
	foundSheet
	foundCell
	foundMessage
	foundHint
	foundCode
	foundFill // the colour that the cell had before it was marked
)

const (
	foundTitle = 1
	foundNote  = 2 // and what was kept, below
	foundHead  = 4
	foundFirst = 5
)

var foundColumns = []struct {
	head  string
	width float64
}{
	foundNumber - 1: {"序号", 6}, foundSeverity - 1: {"程度", 8}, foundSheet - 1: {"工作表", 16}, foundCell - 1: {"单元格", 9},
	foundMessage - 1: {"问题", 52}, foundHint - 1: {"怎么办", 46}, foundCode - 1: {"代码", 22}, foundFill - 1: {"原底色", 9},
}

// maxLinks is how many lines of a list lead to their cells: the library takes
// longer for each further link, and Excel opens no sheet with 65,530 of them.
const maxLinks = 5000

// addList puts the list before the other sheets and opens the copy on it.
func (m *marking) addList() error {
	m.list = m.freeName(foundSheetName)
	if err := m.newSheet(); err != nil {
		return err
	}
	// The library's own way to move a sheet stumbles over sheets without a
	// view, and leaves the names behind that belong to a sheet.
	all := m.file.WorkBook.Sheets.Sheet
	last := len(all) - 1
	m.file.WorkBook.Sheets.Sheet = append(append(all[:0:0], all[last]), all[:last]...)
	m.shiftNames()
	w := listWriter{file: m.file, sheet: m.list, styles: map[write.Style]int{}}
	m.writeHead(&w)
	for i, f := range m.findings {
		m.writeFound(&w, foundFirst+i, f, m.places[i])
	}
	if w.err != nil {
		return w.err
	}
	if err := m.file.SetPanes(m.list, &excelize.Panes{Freeze: true, YSplit: foundHead, TopLeftCell: "A" +
		strconv.Itoa(foundFirst), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	m.file.SetActiveSheet(0)
	return write.Print(m.file, m.list, write.PageSetup{HeadFirst: foundHead, HeadLast: foundHead, Left: m.list})
}

// newSheet makes the sheet of the list. The library numbers its part by the
// ids of the sheets and would write over a part that has the number already,
// as parts have after sheets were deleted; so it is shown a higher id.
func (m *marking) newSheet() error {
	highest := 0
	m.file.Pkg.Range(func(name, _ any) bool {
		var n int
		if _, err := fmt.Sscanf(name.(string), "xl/worksheets/sheet%d.xml", &n); err == nil {
			highest = max(highest, n)
		}
		return true
	})
	first := &m.file.WorkBook.Sheets.Sheet[0]
	id := first.SheetID
	first.SheetID = max(id, highest)
	_, err := m.file.NewSheet(m.list)
	m.file.WorkBook.Sheets.Sheet[0].SheetID = id
	return err
}

// freeName is a sheet name that the workbook does not use.
func (m *marking) freeName(name string) string {
	free := name
	for n := 2; ; n++ {
		if i, err := m.file.GetSheetIndex(free); err != nil || i < 0 {
			return free
		}
		free = name + "(" + strconv.Itoa(n) + ")"
	}
}

// shiftNames keeps the names that belong to a sheet (print areas, filters) with
// their sheets, which all moved by one.
func (m *marking) shiftNames() {
	if m.file.WorkBook.DefinedNames == nil {
		return
	}
	names := m.file.WorkBook.DefinedNames.DefinedName
	for i := range names {
		if id := names[i].LocalSheetID; id != nil {
			next := *id + 1
			names[i].LocalSheetID = &next
		}
	}
}

// writeHead writes title, what to do, what was kept, and the headings.
func (m *marking) writeHead(w *listWriter) {
	last := len(foundColumns)
	room := 0
	for i, c := range foundColumns {
		w.width(i+1, c.width)
		room += int(c.width)
	}
	w.line(foundTitle, 1, last, write.StyleTitle, foundMark+m.book.File, 32)
	for i, text := range []string{m.whatToDo(), m.whatWasKept()} {
		w.line(foundNote+i, 1, last, write.StyleNote, text, 15*float64(write.LinesIn(text, room-4)))
	}
	for i, c := range foundColumns {
		w.text(foundHead, i+1, write.StyleHead, c.head)
	}
	w.height(foundHead, 20)
}

func (m *marking) whatToDo() string {
	if len(m.findings) == 0 {
		return "没有发现问题。本表不作为报送数据。"
	}
	text := fmt.Sprintf("错误 %d 处，须改正；提醒 %d 处，请核对。有问题的单元格已经着色，点“单元格”一栏可以跳到该处。"+
		"改正后把整个文件发回；本表和批注可以保留，不作为报送数据。", m.errors, m.warnings)
	if m.errors+m.warnings > len(m.findings) {
		text += fmt.Sprintf("问题很多，本表只列前 %d 处。", len(m.findings))
	}
	return text
}

// whatWasKept says how far the copy is the submission.
func (m *marking) whatWasKept() string {
	if m.rebuilt {
		return "原文件的格式不能照样保留，本文件按原文件的内容重新生成：文字、数值、日期和合并单元格与原文件相同；公式只保留结果，字体、隐藏、图片、批注没有保留。"
	}
	text := "除着色、批注和本表外，各工作表的数值、公式、合并和隐藏状态与报送的文件逐格核对相同。"
	if _, order := m.commentTexts(); m.muted {
		text += "原文件的批注不能改动，问题没有写成批注，请看本表。"
	} else if len(order) > maxComments {
		text += fmt.Sprintf("问题较多，只在前 %d 个单元格加了批注，其余见本表。", maxComments)
	}
	if m.shortened {
		text += fmt.Sprintf("最后一行内容以下只有格式的空行超过 %d 行，没有保留。", keptEmpty)
	}
	if len(m.findings) > maxLinks {
		text += fmt.Sprintf("前 %d 行可以跳转。", maxLinks)
	}
	return text
}

// writeFound writes the line of one finding.
func (m *marking) writeFound(w *listWriter, row int, f calc.Finding, at place) {
	severity, sheet, cell := write.StyleCentre, at.sheet, at.cell
	if f.Severity() == calc.Error {
		severity = write.StyleBad
	}
	switch {
	case f.Ref.Sheet == "":
		sheet, cell = "整个文件", ""
	case cell == "":
		sheet = m.nameOf(f.Ref.Sheet)
	}
	texts := []string{"", write.SeverityNames[f.Severity()], sheet, cell, f.Message(), clerkHint(f), string(f.Code), ""}
	if colour := m.before[at]; cell != "" && colour != "" {
		texts[foundFill-1] = "#" + colour
	}
	lines := 1
	for i, text := range texts {
		look := write.StyleText
		if i+1 == foundSeverity {
			look = severity
		}
		w.text(row, i+1, look, text)
		lines = max(lines, write.LinesIn(text, int(foundColumns[i].width)-2))
	}
	w.number(row, foundNumber, row-foundFirst+1)
	w.height(row, float64(min(lines, 20)*14+4))
	if at.cell != "" && row < foundFirst+maxLinks {
		w.link(row, foundCell, write.QuoteSheet(at.sheet)+"!"+at.cell)
	}
}

// listWriter writes cells of the list and keeps the first fault.
type listWriter struct {
	file   *excelize.File
	sheet  string
	styles map[write.Style]int
	err    error
}

func (w *listWriter) do(f func() error) {
	if w.err == nil {
		w.err = f()
	}
}

func (w *listWriter) width(col int, width float64) {
	name := calc.ColumnName(col)
	w.do(func() error { return w.file.SetColWidth(w.sheet, name, name, width) })
}

func (w *listWriter) height(row int, points float64) {
	w.do(func() error { return w.file.SetRowHeight(w.sheet, row, min(points, 400)) })
}

// text writes a text, never a formula, and never what no cell can hold.
func (w *listWriter) text(row, col int, look write.Style, s string) {
	cell := calc.Ref{Row: row, Col: col}.Cell()
	if s != "" {
		w.do(func() error { return w.file.SetCellStr(w.sheet, cell, write.CellText(s)) })
	}
	w.look(cell, cell, look)
}

func (w *listWriter) number(row, col, n int) {
	cell := calc.Ref{Row: row, Col: col}.Cell()
	w.do(func() error { return w.file.SetCellInt(w.sheet, cell, int64(n)) })
	w.look(cell, cell, write.StyleCount)
}

func (w *listWriter) look(from, to string, look write.Style) {
	id, ok := w.styles[look]
	if !ok {
		w.do(func() (err error) { id, err = w.file.NewStyle(look.Style()); return err })
		w.styles[look] = id
	}
	w.do(func() error { return w.file.SetCellStyle(w.sheet, from, to, id) })
}

// line writes a text over several columns.
func (w *listWriter) line(row, left, right int, look write.Style, s string, high float64) {
	w.text(row, left, look, s)
	from, to := calc.Ref{Row: row, Col: left}.Cell(), calc.Ref{Row: row, Col: right}.Cell()
	w.do(func() error { return w.file.MergeCell(w.sheet, from, to) })
	w.height(row, high)
}

// link makes a cell lead to a place in the workbook.
func (w *listWriter) link(row, col int, place string) {
	cell := calc.Ref{Row: row, Col: col}.Cell()
	w.do(func() error { return w.file.SetCellHyperLink(w.sheet, cell, place, "Location") })
	w.look(cell, cell, write.StyleLink)
}
