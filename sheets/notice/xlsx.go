package notice

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// annexSheet is the sheet of the table.
const annexSheet = "附件"

// WriteXLSX writes the notice as a workbook: the text on one sheet, the table
// on the next, both set up to print in the official layout. Amounts are
// numbers with their exact digits; the sums are values, for a published sum
// does not change by itself.
func WriteXLSX(w io.Writer, n Notice) error {
	annexes := n.annexes()
	names := []string{n.Name}
	for _, a := range annexes {
		names = append(names, a.sheet)
	}
	draft, err := write.NewOutput("公示", n.Title, names...)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if err := identify(draft.File, n.Number); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if err := writeText(draft, &n); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	for _, a := range annexes {
		if err := writeTable(draft, a); err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
	}
	if err := draft.Write(w); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// identify puts the number of the publication into the workbook's properties.
func identify(f *excelize.File, number Number) error {
	properties, err := f.GetDocProps()
	if err != nil {
		return err
	}
	properties.Identifier = string(number)
	return f.SetDocProps(properties)
}

// The paper in points: what margins of 20 mm leave to the annex.
const (
	annexTall = 481.9 // 170 mm
	annexWide = 728.5 // 257 mm
	inch      = 25.4  // mm
	lineText  = 22.0  // of the text, as the programs space 3号
	lineTable = 12.0  // of the table, as 10 points are spaced
	lineHead  = 14.0  // of its heading, which is bold
	rowLeast  = 20.25 // of a row of it
	rowsMost  = 25    // of a page of it
	lineTitle = 31.0  // of the titles
	// A column's digit takes 6 points in the workbook's face, and up to 7 in
	// the faces that stand in for it; the widths are reckoned by the latter,
	// since a column that falls off prints on pages of its own.
	digitWide = 7.0
)

// writeText writes the notice's text in one wide column.
func writeText(d *write.Workbook, n *Notice) error {
	const width = 62 // digits, under the paper's whatever the face
	if err := d.File.SetColWidth(n.Name, "A", "A", width); err != nil {
		return err
	}
	if err := setPage(d.File, n.Name, write.PageSetup{Portrait: true}, 100); err != nil {
		return err
	}
	lines := textLines(n)
	return d.Fill(n.Name, "A"+strconv.Itoa(len(lines)), func(p *write.SheetWriter) {
		for i, l := range lines {
			p.RowHigh(i+1, l.high*float64(write.LinesIn(l.text, l.room))+8)
			p.Text(l.look, l.text)
		}
	})
}

// textLine is one row of the text's sheet.
type textLine struct {
	look write.Style
	text string
	room int     // half characters that fit on a line of it
	high float64 // of a line
}

// titleRoom is how many half characters of a title a line takes.
const titleRoom = 32

// indent is the two characters by which a paragraph begins.
const indent = "　　"

func textLines(n *Notice) []textLine {
	title := strings.Join(linesOf(n.Title, titleRoom), "\n")
	lines := []textLine{{write.StylePaperTitle, title, titleRoom, lineTitle}, {write.StylePaper, "", 44, lineText}}
	for _, p := range n.Body {
		lines = append(lines, textLine{write.StylePaper, indent + p, 44, lineText})
	}
	lines = append(lines, textLine{write.StylePaper, "", 44, lineText})
	for _, s := range []string{n.Unit, n.Date} {
		if s != "" {
			lines = append(lines, textLine{write.StylePaperEnd, s, 44, lineText})
		}
	}
	return lines
}

// The rows above the table's first.
const (
	annexRow = 1
	titleRow = 2
	headRow  = 3
)

// scale is the size at which the table is printed, in percent: its columns are
// read on a screen too, where a narrower one would be all line breaks.
const scale = 80

// sheetHalves is how many half characters stand in the room of a digit, a little
// less than they do, since printers differ.
const sheetHalves = 1.17

// sheetDigits is what the table's columns are wide together, in digits of the
// workbook.
func sheetDigits(columns int) float64 { return annexWide*100/scale/digitWide - float64(columns) }

// sheetRoom is how many half characters of the table's type a column takes: a
// digit of the workbook is 6 points wide, half a character 5.
func sheetRoom(weight int) int {
	return int(sheetDigits(8)*float64(weight)/paperDigits*sheetHalves - 0.5)
}

// writeTable writes the table and breaks its pages.
func writeTable(d *write.Workbook, a annex) error {
	t, f, sheet := a.table, d.File, a.sheet
	widths := t.columnWidths()
	for i, w := range widths {
		if err := f.SetColWidth(sheet, calc.ColumnName(i+1), calc.ColumnName(i+1), w); err != nil {
			return err
		}
	}
	if err := setPage(f, sheet, write.PageSetup{HeadFirst: headRow, HeadLast: headRow}, scale); err != nil {
		return err
	}
	last := calc.ColumnName(len(t.Columns))
	if err := f.MergeCell(sheet, "A"+strconv.Itoa(titleRow), last+strconv.Itoa(titleRow)); err != nil {
		return err
	}
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: "A" +
		strconv.Itoa(headRow+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	heights := t.heights(widths)
	if err := t.frame(f, sheet, heights); err != nil {
		return err
	}
	return d.Fill(sheet, last+strconv.Itoa(headRow+len(t.Rows)),
		func(p *write.SheetWriter) { t.draw(p, a.label, heights) })
}

// setPage sets a sheet up for the official page: margins, page numbers between
// dashes on the outer side.
func setPage(f *excelize.File, sheet string, setup write.PageSetup, percent uint) error {
	if err := write.Print(f, sheet, setup); err != nil {
		return err
	}
	fit, tall, centred := false, 0, true
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{AdjustTo: &percent, FitToHeight: &tall}); err != nil {
		return err
	}
	top, right, bottom, left := 37/inch, 26/inch, 35/inch, 28/inch
	if !setup.Portrait {
		top, right, bottom, left = 20/inch, 20/inch, 20/inch, 20/inch
	}
	head, foot := 15/inch, bottom-12/inch
	err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Top: &top, Right: &right, Bottom: &bottom,
		Left: &left, Header: &head, Footer: &foot, Horizontally: &centred})
	if err != nil {
		return err
	}
	const number = `&"宋体,Regular"&14— &P —`
	return f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{DifferentOddEven: true, OddFooter: "&R" + number,
		EvenFooter: "&L" + number})
}

// columnWidths shares the paper among the columns, in digits.
func (t *Table) columnWidths() []float64 {
	all := 0
	for _, c := range t.Columns {
		all += c.Weight
	}
	digits := sheetDigits(len(t.Columns))
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = float64(int(10*digits*float64(c.Weight)/float64(all))) / 10
	}
	return widths
}

// heights are those of the rows, the heading first: enough for the text
// wrapped in its column. They are set, not left to whoever opens the file, so
// that the page breaks can be.
func (t *Table) heights(widths []float64) []float64 {
	height := func(cells []string, label, line float64) float64 {
		lines := 1
		for i, text := range cells {
			room := widths[i]
			if i == 0 && label > 0 {
				room = label
			}
			lines = max(lines, linesIn(text, int(room*sheetHalves-0.5)))
		}
		return max(line*float64(lines)+2, rowLeast)
	}
	heads, label := make([]string, len(t.Columns)), 0.0
	for i, c := range t.Columns {
		heads[i] = c.Name
		if i < t.amountColumn() {
			label += widths[i]
		}
	}
	all := []float64{height(heads, 0, lineHead)}
	for i := range t.Rows {
		if t.Rows[i].Kind == AwardRow {
			all = append(all, height(t.Rows[i].Cells, 0, lineTable))
		} else {
			all = append(all, height(t.Rows[i].Cells, label, lineTable))
		}
	}
	return all
}

// maxBreaks is how many page breaks Excel takes.
const maxBreaks = 1000

// frame merges the labels of the sums and breaks the pages: no page begins
// with a sum, so that the total never stands alone.
func (t *Table) frame(f *excelize.File, sheet string, heights []float64) error {
	end := calc.ColumnName(t.amountColumn())
	for i := range t.Rows {
		if t.Rows[i].Kind == AwardRow {
			continue
		}
		row := strconv.Itoa(headRow + 1 + i)
		if err := f.MergeCell(sheet, "A"+row, end+row); err != nil {
			return err
		}
	}
	for n, i := range t.pages(heights) {
		if n >= maxBreaks {
			break
		}
		if err := f.InsertPageBreak(sheet, "A"+strconv.Itoa(headRow+1+i)); err != nil {
			return err
		}
	}
	return nil
}

const (
	annexHeight = 27.0
	annexRoom   = 60 // half characters of the table's title on a line
)

// titleLines is the table's title as it stands above it, and titleHeight how
// tall.
func (t *Table) titleLines() []string { return linesOf(t.Title, annexRoom) }

func (t *Table) titleHeight() float64 { return float64(len(t.titleLines()))*lineTitle + 8 }

// pages gives the rows that begin a page, the first page's left out. The room
// is taken a little smaller than it is, for programs differ by a pixel a row.
func (t *Table) pages(heights []float64) []int {
	const room = annexTall * 100 / scale * 0.96
	var breaks []int
	used, first := annexHeight+t.titleHeight()+heights[0], 0
	for i := range t.Rows {
		if (used+heights[i+1] > room || i-first == rowsMost) && i > first {
			from := i
			for from > first+1 && t.Rows[from].Kind != AwardRow {
				from--
			}
			breaks = append(breaks, from)
			used, first = heights[0], from
			for j := from; j < i; j++ {
				used += heights[j+1]
			}
		}
		used += heights[i+1]
	}
	return breaks
}

// draw writes the rows of the table's sheet.
func (t *Table) draw(p *write.SheetWriter, label string, heights []float64) {
	p.RowHigh(annexRow, annexHeight)
	p.Text(write.StylePaperHead, label)
	p.RowHigh(titleRow, t.titleHeight())
	p.Text(write.StylePaperTitle, strings.Join(t.titleLines(), "\n"))
	p.RowHigh(headRow, heights[0])
	for _, c := range t.Columns {
		p.Text(write.StyleHead, strings.Join(linesOf(c.Name, sheetRoom(c.Weight)), "\n"))
	}
	for i := range t.Rows {
		p.RowHigh(headRow+1+i, heights[i+1])
		t.drawRow(p, &t.Rows[i])
	}
}

func (t *Table) drawRow(p *write.SheetWriter, r *Row) {
	for i, text := range r.Cells {
		switch {
		case i == t.amountColumn() && r.Kind == AwardRow:
			p.Digits(t.Amounts.style(), t.Amounts.digits(r.Amount))
		case i == t.amountColumn():
			p.Digits(t.Amounts.sumStyle(), t.Amounts.digits(r.Amount))
		case r.Kind != AwardRow && text != "" && t.Columns[i].isEntitled():
			p.Digits(t.Amounts.sumStyle(), t.Amounts.digits(r.Entitled))
		case r.Kind != AwardRow:
			p.Text(write.StyleTotalLabel, text)
		case i == 0:
			p.Digits(write.StyleCentre, text)
		case t.Columns[i].isEntitled():
			p.Digits(t.Amounts.style(), t.Amounts.digits(r.Entitled))
		case t.Columns[i].Align == Centre:
			p.Text(write.StyleCentre, strings.TrimSpace(text))
		default:
			p.Text(write.StyleText, text)
		}
	}
}

// digits are an amount in the unit as a number cell holds it.
func (a Amounts) digits(y money.Yuan) string {
	if a == InYuan {
		return y.String()
	}
	return y.Wan()
}

func (a Amounts) style() write.Style {
	if a == InYuan {
		return write.StyleMoney
	}
	return write.StyleWan
}

func (a Amounts) sumStyle() write.Style {
	if a == InYuan {
		return write.StyleTotalMoney
	}
	return write.StyleTotalWan
}
