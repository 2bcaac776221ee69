package write

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// The typefaces of official documents (GB/T 9704), by name. A workbook cannot
// list fallbacks; the charset and family that stand with each name make Excel,
// WPS and LibreOffice choose a Chinese face of the same kind where it is not
// installed. Nothing is embedded.
const (
	FontTitle = "方正小标宋简体"
	FontHead  = "黑体"
	FontBody  = "宋体"
	FontPaper = "仿宋_GB2312"
)

// Style names one of the cell styles that all our workbooks share.
type Style uint8

// The styles. Those from StyleHead on have borders and belong to tables.
const (
	StyleTitle       Style = iota // the sheet's title, centred
	StyleNote                     // a line under the title, wrapped
	StyleUnit                     // 单位：元, right
	StyleAlarm                    // what a person must see first, red
	StyleSection                  // the heading of a block
	StyleHead                     // column headings
	StyleText                     // short text, kept as text when edited
	StyleWrap                     // long text, wrapped
	StylePlain                    // long text on one line
	StyleCentre                   // short text, centred
	StyleLink                     // text that leads somewhere
	StyleMoney                    // #,##0.00, right
	StyleCount                    // #,##0, right
	StyleShare                    // 0.00%, right
	StyleBad                      // text that a person must see, red
	StyleInput                    // to be filled in
	StyleInputMoney               // an amount to be filled in
	StyleTotal                    // text of a total
	StyleTotalMoney               // an amount of a total
	StyleTotalCount               // a count of a total
	StyleTotalShare               // a share of a total
	StylePaperTitle               // the title of an official document, 2号
	StylePaper                    // its text, 3号
	StylePaperHead                // 附件, 3号
	StylePaperEnd                 // who and when, right
	StyleWan                      // an amount with as many decimals as it has, right
	StyleTotalLabel               // the label of a sum that spans columns
	StyleTotalWan                 // StyleWan of a sum
	StyleHeadMore                 // the heading of a column that may stay empty
	StyleExample                  // a line that shows how to fill in, grey
	StyleEntry                    // to be typed in, kept as text; the four stay open where a sheet is protected
	StyleEntryCount               // a number to be typed in, centred
	StyleEntryDate                // a date to be typed in, yyyy-mm-dd
	StyleEntryMoney               // an amount to be typed in
	StyleEntryPlain               // words on a line of their own, without a border
	StyleMoneyOrDash              // an amount, a dash for nothing
	StyleDate                     // a date, yyyy-mm-dd
	StyleDateTime                 // a date with its time of day
	StyleMark                     // a cell that a finding is about
	numStyles
)

// StyleIDs are the style numbers of the styles in one workbook.
type StyleIDs [numStyles]int

// The built-in number formats that Excel, WPS and LibreOffice show alike.
const (
	numText  = 49 // @
	numCount = 3  // #,##0
	numMoney = 4  // #,##0.00
	numShare = 10 // 0.00%
	numDash  = -1 // dashShown

	numDate     = -2
	numDateTime = -3
)

// customFormats are the formats that no program brings; dates are shown alike
// whatever the language of the program.
var customFormats = map[int]string{numDash: dashShown, numDate: "yyyy-mm-dd", numDateTime: "yyyy-mm-dd hh:mm:ss"}

// dashShown shows an amount, or a dash for nothing.
const dashShown = `#,##0.00;-#,##0.00;"—"`

// The colours, few and printable in grey.
const (
	colourRed  = "C00000"
	colourBlue = "0563C1"
	colourLine = "808080"
	fillHead   = "DDEBF7"
	fillTotal  = "F2F2F2"
	fillInput  = "FFF8DC"
	colourGrey = "808080"
)

// FillMark is the colour of the cells that a finding is about; no style of ours
// and none of the palettes of Excel and WPS has exactly this one.
const FillMark = "FFD9B4"

// FillWrong is the colour of the cells that an error is about, as much its own.
const FillWrong = "FF9D9B"

// styleSpec is one line of the table of styles.
type styleSpec struct {
	font   string
	size   float64
	bold   bool
	colour string
	fill   string
	align  string // horizontal
	wrap   bool
	border bool
	format int
}

var styleSpecs = [numStyles]styleSpec{
	StyleTitle:       {FontTitle, 18, false, "", "", "center", false, false, 0},
	StyleNote:        {FontBody, 10, false, "", "", "left", true, false, 0},
	StyleUnit:        {FontBody, 10, false, "", "", "right", false, false, 0},
	StyleAlarm:       {FontBody, 10, true, colourRed, "", "left", true, false, 0},
	StyleSection:     {FontHead, 11, false, "", "", "left", false, false, 0},
	StyleHead:        {FontHead, 10, false, "", fillHead, "center", true, true, 0},
	StyleText:        {FontBody, 10, false, "", "", "left", true, true, numText},
	StyleWrap:        {FontBody, 10, false, "", "", "left", true, true, 0},
	StylePlain:       {FontBody, 10, false, "", "", "left", false, true, 0},
	StyleCentre:      {FontBody, 10, false, "", "", "center", true, true, numText},
	StyleLink:        {FontBody, 10, false, colourBlue, "", "left", true, true, 0},
	StyleMoney:       {FontBody, 10, false, "", "", "right", false, true, numMoney},
	StyleCount:       {FontBody, 10, false, "", "", "right", false, true, numCount},
	StyleShare:       {FontBody, 10, false, "", "", "right", false, true, numShare},
	StyleBad:         {FontBody, 10, true, colourRed, "", "center", true, true, 0},
	StyleInput:       {FontBody, 10, false, "", fillInput, "left", true, true, numText},
	StyleInputMoney:  {FontBody, 10, false, "", fillInput, "right", false, true, numMoney},
	StyleTotal:       {FontHead, 10, false, "", fillTotal, "center", false, true, 0},
	StyleTotalMoney:  {FontHead, 10, false, "", fillTotal, "right", false, true, numMoney},
	StyleTotalCount:  {FontHead, 10, false, "", fillTotal, "right", false, true, numCount},
	StyleTotalShare:  {FontHead, 10, false, "", fillTotal, "right", false, true, numShare},
	StylePaperTitle:  {FontTitle, 22, false, "", "", "center", true, false, 0},
	StylePaper:       {FontPaper, 16, false, "", "", "left", true, false, 0},
	StylePaperHead:   {FontHead, 16, false, "", "", "left", false, false, 0},
	StylePaperEnd:    {FontPaper, 16, false, "", "", "right", false, false, 0},
	StyleWan:         {FontBody, 10, false, "", "", "right", false, true, 0},
	StyleTotalLabel:  {FontHead, 10, false, "", fillTotal, "left", true, true, 0},
	StyleTotalWan:    {FontHead, 10, false, "", fillTotal, "right", false, true, 0},
	StyleHeadMore:    {FontHead, 10, false, "", fillTotal, "center", true, true, 0},
	StyleExample:     {FontBody, 10, false, colourGrey, fillTotal, "left", true, true, numText},
	StyleEntry:       {FontBody, 10, false, "", "", "left", true, true, numText},
	StyleEntryCount:  {FontBody, 10, false, "", "", "center", false, true, 0},
	StyleEntryDate:   {FontBody, 10, false, "", "", "center", false, true, numDate},
	StyleEntryMoney:  {FontBody, 10, false, "", "", "right", false, true, numMoney},
	StyleEntryPlain:  {FontBody, 10, false, "", "", "left", false, false, 0},
	StyleMoneyOrDash: {FontBody, 10, false, "", "", "right", false, true, numDash},
	StyleDate:        {FontBody, 10, false, "", "", "center", false, true, numDate},
	StyleDateTime:    {FontBody, 10, false, "", "", "center", false, true, numDateTime},
	StyleMark:        {FontBody, 10, false, "", FillMark, "left", true, true, numText},
}

// NewStyleIDs registers the shared styles in f and makes our body face its
// default, so that column widths count in its digits.
func NewStyleIDs(f *excelize.File) (StyleIDs, error) {
	var styles StyleIDs
	if err := f.SetDefaultFont(FontBody); err != nil {
		return styles, fmt.Errorf("default font: %w", err)
	}
	for i := range styleSpecs {
		id, err := f.NewStyle(Style(i).Style())
		if err != nil {
			return styles, fmt.Errorf("style %d: %w", i, err)
		}
		styles[i] = id
	}
	return styles, nil
}

// borderlessStyles registers the styles once more without their borders, but for those
// with a fill, which hides the grid lines behind it.
func borderlessStyles(f *excelize.File, bordered StyleIDs) (*StyleIDs, error) {
	styles := bordered
	for i, spec := range styleSpecs {
		if !spec.border || spec.fill != "" {
			continue
		}
		st := Style(i).Style()
		st.Border = nil
		var err error
		if styles[i], err = f.NewStyle(st); err != nil {
			return nil, fmt.Errorf("style %d without a border: %w", i, err)
		}
	}
	return &styles, nil
}

func (s styleSpec) style() *excelize.Style {
	charset := 134 // GB 2312
	st := &excelize.Style{
		Font:      &excelize.Font{Family: s.font, Size: s.size, Bold: s.bold, Color: s.colour, Charset: &charset},
		Alignment: &excelize.Alignment{Horizontal: s.align, Vertical: "center", WrapText: s.wrap},
		NumFmt:    max(s.format, 0),
	}
	if shown, custom := customFormats[s.format]; custom {
		st.CustomNumFmt = &shown
	}
	if s.colour == colourBlue {
		st.Font.Underline = "single"
	}
	if s.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.fill}}
	}
	if s.border {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: colourLine, Style: 1})
		}
	}
	return st
}

// PageSetup prints a sheet as our tables are printed: A4, as wide as it says
// in pages, head rows repeated, page numbers in the foot. Head rows count from
// 1; first 0 repeats none.
type PageSetup struct {
	Portrait  bool
	A3        bool
	Wide      int // pages in width, 0 is 1
	Tall      int // pages in height, 0 is as many as it takes
	HeadFirst int
	HeadLast  int
	Breaks    []int // rows that begin a page
	HeadCols  int   // columns repeated at the left, for sheets wider than a page
	Left      string
	Right     string // words in the foot, left and right of the page number
}

// How many digits in width a landscape page holds in a type of eight points, four
// fifths of ours: a digit takes 8 pixels in our body face, 9 in the widest that
// programs put in its place.
const (
	roomA4 = 142
	roomA3 = 204
)

// readable chooses the paper, and as many pages in width as it takes, so that
// nothing of columns of these widths is printed in less than eight points.
func (p PageSetup) readable(widths []float64) PageSetup {
	if p.Portrait {
		return p
	}
	all := sum(widths)
	p.A3 = all/float64(max(p.Wide, 1)) > roomA4
	if !p.A3 {
		return p
	}
	again := sum(widths[:p.HeadCols]) // columns that each further page repeats
	p.Wide = max(p.Wide, int(math.Ceil((all-again)/(roomA3-again))))
	return p
}

// Print applies a page setup to a sheet of f.
func Print(f *excelize.File, sheet string, p PageSetup) error {
	size, wide, tall, fit, orient := 9, max(p.Wide, 1), p.Tall, true, "landscape"
	if p.Portrait {
		orient = "portrait"
	}
	if p.A3 {
		size = 8
	}
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orient, FitToWidth: &wide,
		FitToHeight: &tall}); err != nil {
		return fmt.Errorf("page layout of %s: %w", sheet, err)
	}
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return fmt.Errorf("page of %s: %w", sheet, err)
	}
	for _, row := range p.Breaks {
		if err := f.InsertPageBreak(sheet, fmt.Sprintf("A%d", row)); err != nil {
			return fmt.Errorf("page break of %s: %w", sheet, err)
		}
	}
	side, edge, head, centre := 0.25, 0.5, 0.25, true
	if err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge,
		Bottom: &edge,
		Header: &head, Footer: &head, Horizontally: &centre}); err != nil {
		return fmt.Errorf("margins of %s: %w", sheet, err)
	}
	foot := "&L" + footText(p.Left) + "&C第 &P 页，共 &N 页&R" + footText(p.Right)
	if err := f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: foot}); err != nil {
		return fmt.Errorf("footer of %s: %w", sheet, err)
	}
	return printTitles(f, sheet, p)
}

func printTitles(f *excelize.File, sheet string, p PageSetup) error {
	if p.HeadFirst == 0 {
		return nil
	}
	ref := fmt.Sprintf("%s!$%d:$%d", QuoteSheet(sheet), p.HeadFirst, p.HeadLast)
	if p.HeadCols > 0 {
		ref = fmt.Sprintf("%s!$A:$%s,%s", QuoteSheet(sheet), columnName(p.HeadCols), ref)
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: ref,
		Scope: sheet}); err != nil {
		return fmt.Errorf("print titles of %s: %w", sheet, err)
	}
	return nil
}
