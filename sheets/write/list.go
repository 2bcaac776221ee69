package write

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"jiangbu/sheets"
)

// ListColumn is all that is known of one column of a list: its heading, how its
// cells look, the bounds of its width in digits (a Chinese character takes two),
// what stands in each line and in the line of totals, and what may be typed in.
type ListColumn struct {
	Head     string
	Style    Style
	Min, Max int
	Cell     func(w *SheetWriter, style Style, i int) // of line i, from 0
	Total    func(w *SheetWriter, sum string)         // sum is the formula over the column's lines; nil for none
	Allow    *Allowed                                 // what may be typed in, nil for anything
}

// Allowed is what may be typed into the cells of a column.
type Allowed struct {
	Words []string // one of these, or
	Most  float64  // an amount from 0 to this
	Title string
	Hint  string // what a program says to anything else
}

// The rows of a sheet that holds one list.
const (
	listTitle = 1
	listNote  = 2
	listHead  = 3
	ListFirst = 4 // the first line
)

// maxRows is how many rows a sheet has.
const maxRows = 1048576

// measuredLines is how many lines of a list its widths are fitted to.
const measuredLines = 2000

// List is a sheet with one table: title, a line of notes with the unit, the
// heading, the lines, a line of totals. It stays in view, filters and prints
// as our tables do.
type List struct {
	Sheet   string
	Title   string
	Note    string
	Unit    string // 单位：元, "" for none
	Columns []ListColumn
	Lines   int
	Label   string // in the first cell of the line of totals, "" for no totals
	Freeze  int    // columns that stay in view
	Foot    string // in the foot of the page, right
	Wide    int    // pages in width when printed, 0 is 1
	OnGrid  bool   // a sheet to look things up in: grid lines stand for borders
}

// Last is the row of the last line; an empty list keeps one line free, so that
// formulas have a range to stand on.
func (l *List) Last() int { return ListFirst + max(l.Lines, 1) - 1 }

// Range is the lines of a column as formulas name them; head must be one of the
// headings.
func (l *List) Range(head string) string {
	col := "$" + l.letter(head) + "$"
	return l.Sheet + "!" + col + strconv.Itoa(ListFirst) + ":" + col + strconv.Itoa(l.Last())
}

// TotalCell is a column's cell in the line of totals.
func (l *List) TotalCell(head string) string {
	return l.Sheet + "!$" + l.letter(head) + "$" + strconv.Itoa(l.Last()+1)
}

// Below is a column from its first line to the sheet's last row, with the line
// of totals and whatever was typed in under it.
func (l *List) Below(head string) string {
	col := "$" + l.letter(head) + "$"
	return l.Sheet + "!" + col + strconv.Itoa(ListFirst) + ":" + col + strconv.Itoa(maxRows)
}

// In is the cell of a column in a row of the same sheet.
func (l *List) In(head string, row int) string { return l.letter(head) + strconv.Itoa(row) }

// letter is the name of a column.
func (l *List) letter(head string) string { return columnName(l.column(head)) }

func (l *List) column(head string) int {
	i := slices.IndexFunc(l.Columns, func(c ListColumn) bool { return c.Head == head })
	if i < 0 {
		panic(l.Sheet + " has no column " + head) // a formula of ours names it
	}
	return i + 1
}

// line writes the cells of line i.
func (l *List) line(p *SheetWriter, i int) {
	for k := range l.Columns {
		c := &l.Columns[k]
		c.Cell(p, c.Style, i)
	}
}

// totals writes the line of totals.
func (l *List) totals(p *SheetWriter) {
	p.Row(l.end())
	for k := range l.Columns {
		switch c := &l.Columns[k]; {
		case k == 0:
			p.Text(StyleTotal, l.Label)
		case c.Total == nil:
			p.Blank(StyleTotal)
		default:
			name := columnName(k + 1)
			c.Total(p, fmt.Sprintf("SUM(%s%d:%s%d)", name, ListFirst, name, l.Last()))
		}
	}
}

// allow says what may be typed into the columns.
func (d *Workbook) allow(l *List) error {
	for k, c := range l.Columns {
		if c.Allow == nil {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s%d:%s%d", columnName(k+1), ListFirst, columnName(k+1), l.Last()))
		var err error
		if c.Allow.Words != nil {
			err = v.SetDropList(c.Allow.Words)
		} else {
			err = v.SetRange(0, c.Allow.Most, excelize.DataValidationTypeDecimal,
				excelize.DataValidationOperatorBetween)
		}
		v.SetError(excelize.DataValidationErrorStyleStop, c.Allow.Title, c.Allow.Hint)
		if err = errors.Join(err, d.File.AddDataValidation(l.Sheet, v)); err != nil {
			return fmt.Errorf("validation of %s: %w", l.Sheet, err)
		}
	}
	return nil
}

func (l *List) end() int {
	if l.Label == "" {
		return l.Last()
	}
	return l.Last() + 1
}

// FillList puts a list on its sheet of the draft.
func (d *Workbook) FillList(l List) error {
	if l.end() > maxRows {
		return fmt.Errorf("%s would take %d rows; a sheet has %d", l.Sheet, l.end(), maxRows)
	}
	widths, n := l.widths(), len(l.Columns)
	for i, w := range widths {
		if err := d.File.SetColWidth(l.Sheet, columnName(i+1), columnName(i+1), w); err != nil {
			return fmt.Errorf("width of %s: %w", l.Sheet, err)
		}
	}
	titleEnd := l.titleEnd(widths)
	noteEnd := titleEnd
	if l.Unit != "" {
		noteEnd = max(titleEnd-2, 1)
	}
	if err := d.File.AutoFilter(l.Sheet, fmt.Sprintf("A%d:%s%d", listHead, columnName(n), l.Last()), nil); err != nil {
		return fmt.Errorf("filter of %s: %w", l.Sheet, err)
	}
	// The page comes after the filter, which sets the sheet's properties anew.
	err := d.frame(l.Sheet, []sheets.Range{{Top: listTitle, Left: 1, Bottom: listTitle, Right: titleEnd},
		{Top: listNote, Left: 1, Bottom: listNote, Right: noteEnd},
		{Top: listNote, Left: noteEnd + 1, Bottom: listNote, Right: titleEnd}},
		l.page(widths))
	if err != nil {
		return err
	}
	if err := d.freeze(l.Sheet, listHead, l.Freeze); err != nil {
		return err
	}
	if err := d.allow(&l); err != nil {
		return err
	}
	fill := d.Fill
	if l.OnGrid {
		fill = d.FillOnGrid
	}
	return fill(l.Sheet, columnName(n)+fmt.Sprint(l.end()), func(p *SheetWriter) { l.draw(p, widths, noteEnd) })
}

// page is how the list prints; the frozen columns are repeated on the pages of
// one that is wider than a page.
func (l *List) page(widths []float64) PageSetup {
	p := PageSetup{Wide: l.Wide, HeadFirst: listHead, HeadLast: listHead, HeadCols: l.Freeze, Left: l.Sheet,
		Right: l.Foot}.readable(widths)
	if p.Wide < 2 {
		p.HeadCols = 0
	}
	return p
}

// titleEnd is the last column that title and note stand over: those of the first
// page where the list is wider, or a page would part them.
func (l *List) titleEnd(widths []float64) int {
	room := sum(widths) / float64(max(l.page(widths).Wide, 1))
	for i, w := range widths {
		if room -= w; room < -0.5 {
			return max(i, 1)
		}
	}
	return len(widths)
}

// draw writes the whole sheet.
func (l *List) draw(p *SheetWriter, widths []float64, noteEnd int) {
	p.Fit(widths)
	p.RowHigh(listTitle, 30)
	p.Text(StyleTitle, l.Title)
	p.RowHigh(listNote, 15*float64(LinesIn(l.Note, int(sum(widths[:noteEnd]))-2)))
	p.Text(StyleNote, l.Note)
	if l.Unit != "" {
		p.Skip(noteEnd - 1)
		p.Text(StyleUnit, l.Unit)
	}
	p.Row(listHead)
	for _, c := range l.Columns {
		p.Text(StyleHead, c.Head)
	}
	for i := range l.Lines {
		p.Row(ListFirst + i)
		l.line(p, i)
	}
	if l.Lines == 0 {
		p.Row(ListFirst)
		for _, c := range l.Columns {
			p.Blank(c.Style)
		}
	}
	if l.Label != "" {
		l.totals(p)
	}
}

// widths fits the columns to the first lines, within their bounds; a heading
// that is wider is wrapped.
func (l *List) widths() []float64 {
	seen := Measure(func(p *SheetWriter) {
		for i := range min(l.Lines, measuredLines) {
			p.Row(ListFirst + i)
			l.line(p, i)
		}
		if l.Label != "" {
			l.totals(p)
		}
	})
	widths := make([]float64, len(l.Columns))
	for i, c := range l.Columns {
		w := c.Min
		if i < len(seen) {
			w = max(w, seen[i])
		}
		widths[i] = float64(min(w, c.Max) + 1)
	}
	return widths
}

// freeze keeps the first rows and columns of a sheet in view.
func (d *Workbook) freeze(sheet string, rows, cols int) error {
	corner, where := fmt.Sprint(columnName(cols+1), rows+1), "bottomRight"
	if cols == 0 {
		where = "bottomLeft"
	}
	err := d.File.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: corner,
		ActivePane: where})
	if err != nil {
		return fmt.Errorf("pane of %s: %w", sheet, err)
	}
	return nil
}
