package notice

import (
	"cmp"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// annexSheet is the sheet of the table.
const annexSheet = "附件"

// WriteXLSX writes the notice as a workbook: the text on one sheet, the table
// on the next, both set up to print in the official layout. Amounts are
// numbers with their exact digits; the sums are values, for a published sum
// does not change by itself.
func WriteXLSX(w io.Writer, n Notice) (err error) {
	defer about("xlsx", &err)
	annexes := n.annexes()
	names := calc.Mapped(annexes, func(a Annex) string { return a.sheet })
	draft, err := write.NewOutput("公示", n.Title, append([]string{n.Name}, names...)...)
	if err != nil {
		return err
	}
	err = cmp.Or(draft.File.SetDefaultFont(digitFont), identify(draft.File, n.Number), writeText(draft, &n))
	for i := range annexes {
		err = cmp.Or(err, writeTable(draft, &annexes[i]))
	}
	if err != nil {
		return err
	}
	return draft.Write(w)
}

// digitFont is the face by whose digits the widths of the columns are reckoned:
// one whose digits are 6 points wide whatever the screen.
const digitFont = "Arial"

// identify puts the number of the publication into the workbook's properties.
func identify(f *excelize.File, number Number) error {
	properties, err := f.GetDocProps()
	if err != nil {
		return err
	}
	properties.Identifier = string(number)
	return f.SetDocProps(properties)
}

// Lengths of the sheets, in points at full size.
const (
	inch       = 25.4  // mm
	lineText   = 22.0  // of the text, as the programs space 3号
	lineTitle  = 31.0  // of its title
	lineHead   = 12.5  // of the table's heading, which is bold
	lineAnnex  = 27.75 // of the table's title
	labelAnnex = 20.25 // of 附件1
	// A column's digit takes 6 points in the workbook's face, and up to 7 in
	// the faces that stand in for it; the widths are reckoned by the latter,
	// since a column that falls off prints on pages of its own.
	digitWide   = 7.0
	sheetHalves = 1.2  // half characters of the table's type in a digit
	sheetMargin = 1.05 // digits that a cell's margins take
)

// writeText writes the notice's text in one wide column.
func writeText(d *write.Workbook, n *Notice) error {
	const width = 62 // digits, under the paper's whatever the face
	err := cmp.Or(d.File.SetColWidth(n.Name, "A", "A", width),
		setPage(d.File, n.Name, write.PageSetup{Portrait: true}, 100))
	if err != nil {
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
	for _, s := range calc.Filled(n.Unit, n.Date) {
		lines = append(lines, textLine{write.StylePaperEnd, s, 44, lineText})
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

// writeTable writes the table and breaks its pages.
func writeTable(d *write.Workbook, a *Annex) error {
	t, f, sheet := &a.Table, d.File, a.sheet
	widths := t.columnWidths()
	for i, w := range widths {
		if err := f.SetColWidth(sheet, calc.ColumnName(i+1), calc.ColumnName(i+1), w); err != nil {
			return err
		}
	}
	needs := t.needs(sheetStretch)
	pages, last := t.pages(needs), calc.ColumnName(len(t.Columns))
	err := cmp.Or(setPage(f, sheet, write.PageSetup{HeadFirst: headRow, HeadLast: headRow}, scale),
		f.MergeCell(sheet, "A"+strconv.Itoa(titleRow), last+strconv.Itoa(titleRow)),
		f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headRow,
			TopLeftCell: "A" + strconv.Itoa(headRow+1), ActivePane: "bottomLeft"}),
		t.frame(f, sheet, pages))
	if err != nil {
		return err
	}
	return d.Fill(sheet, last+strconv.Itoa(headRow+len(t.Rows)),
		func(p *write.SheetWriter) { t.draw(p, a.Label, heights(pages, needs)) })
}

// setPage sets a sheet up for the official page: margins, page numbers between
// dashes on the outer side.
func setPage(f *excelize.File, sheet string, setup write.PageSetup, percent uint) error {
	fit, tall, centred := false, 0, true
	top, right, bottom, left, foot := 37/inch, 26/inch, 35/inch, 28/inch, 23/inch
	if !setup.Portrait {
		top, right, bottom, left, foot = 15/inch, 15/inch, 13/inch, 15/inch, 6/inch
	}
	head := 10 / inch
	const number = `&"宋体,Regular"&14— &P —`
	return cmp.Or(write.Print(f, sheet, setup),
		f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetPageLayout(sheet, &excelize.PageLayoutOptions{AdjustTo: &percent, FitToHeight: &tall}),
		f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Top: &top, Right: &right, Bottom: &bottom,
			Left: &left, Header: &head, Footer: &foot, Horizontally: &centred}),
		f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{DifferentOddEven: true, OddFooter: "&R" + number,
			EvenFooter: "&L" + number}))
}

// columnWidths shares the paper among the columns, in digits.
func (t *Table) columnWidths() []float64 {
	wide := func(c Column) float64 { return float64(c.Weight)/sheetHalves + sheetMargin }
	all := 0.0
	for _, c := range t.Columns {
		all += wide(c)
	}
	return calc.Mapped(t.Columns,
		func(c Column) float64 { return math.Floor(10*annexWide*100/scale/digitWide*wide(c)/all) / 10 })
}

// maxBreaks is how many page breaks Excel takes.
const maxBreaks = 1000

// frame merges the labels of the sums and breaks the pages.
func (t *Table) frame(f *excelize.File, sheet string, pages []paperPage) error {
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
	for _, p := range pages[1:min(len(pages), maxBreaks)] {
		if err := f.InsertPageBreak(sheet, "A"+strconv.Itoa(headRow+1+p.first)); err != nil {
			return err
		}
	}
	return nil
}

// annexRoom is how many half characters of the table's title a line takes.
const annexRoom = 68

// titleLines is the table's title as it stands above it, and titleHeight how
// tall.
func (t *Table) titleLines() []string { return linesOf(t.Title, annexRoom) }

func (t *Table) titleHeight() float64 { return float64(len(t.titleLines()))*lineAnnex + 3 }

// headHeight is how tall the heading is.
func (t *Table) headHeight() float64 {
	lines := 1
	for _, c := range t.Columns {
		lines = max(lines, len(linesOf(c.Name, c.Weight)))
	}
	return float64(lines)*lineHead + 1
}

// draw writes the rows of the table's sheet.
func (t *Table) draw(p *write.SheetWriter, label string, heights []float64) {
	p.RowHigh(annexRow, labelAnnex)
	p.Text(write.StylePaperHead, label)
	p.RowHigh(titleRow, t.titleHeight())
	p.Text(write.StylePaperTitle, strings.Join(t.titleLines(), "\n"))
	p.RowHigh(headRow, t.headHeight())
	for _, c := range t.Columns {
		p.Text(write.StyleHead, strings.Join(linesOf(c.Name, c.Weight), "\n"))
	}
	for i := range t.Rows {
		p.RowHigh(headRow+1+i, heights[i]*100/scale)
		t.drawRow(p, &t.Rows[i])
	}
}

func (t *Table) drawRow(p *write.SheetWriter, r *Row) {
	look := looks[t.Amounts]
	for i, text := range r.Cells {
		y, isAmount := t.amount(r, i)
		switch {
		case isAmount && r.Kind == AwardRow:
			p.Digits(look.award, look.digits(y))
		case isAmount:
			p.Digits(look.sum, look.digits(y))
		case r.Kind != AwardRow:
			p.Text(write.StyleTotalLabel, text)
		case i == 0:
			p.Digits(write.StyleCentre, text)
		case t.Columns[i].Align == Centre:
			p.Text(write.StyleCentre, strings.TrimSpace(text))
		default:
			p.Text(write.StyleText, text)
		}
	}
}
