package write

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// The typefaces of official documents (GB/T 9704), by name. A workbook cannot
// list fallbacks; the charset and family that stand with each name make Excel,
// WPS and LibreOffice choose a Chinese face of the same kind where it is not
// installed. Nothing is embedded.
const (
	FaceTitle = "方正小标宋简体"
	FaceHead  = "黑体"
	FaceBody  = "宋体"
	FacePaper = "仿宋_GB2312"
)

// Style names one of the cell styles that all our workbooks share.
type Style uint8

// The looks. Those from LookHead on have borders and belong to tables.
const (
	LookTitle      Style = iota // the sheet's title, centred
	LookNote                    // a line under the title, wrapped
	LookUnit                    // 单位：元, right
	LookAlarm                   // what a person must see first, red
	LookSection                 // the heading of a block
	LookHead                    // column headings
	LookText                    // short text, kept as text when edited
	LookWrap                    // long text, wrapped
	LookPlain                   // long text on one line
	LookCentre                  // short text, centred
	LookLink                    // text that leads somewhere
	LookMoney                   // #,##0.00, right
	LookCount                   // #,##0, right
	LookShare                   // 0.00%, right
	LookBad                     // text that a person must see, red
	LookInput                   // to be filled in
	LookInputMoney              // an amount to be filled in
	LookTotal                   // text of a total
	LookTotalMoney              // an amount of a total
	LookTotalCount              // a count of a total
	LookTotalShare              // a share of a total
	LookPaperTitle              // the title of an official document, 2号
	LookPaper                   // its text, 3号
	LookPaperHead               // 附件, 3号
	LookPaperEnd                // who and when, right
	LookWan                     // an amount with as many decimals as it has, right
	LookTotalLabel              // the label of a sum that spans columns
	LookTotalWan                // LookWan of a sum
	LookHeadMore                // the heading of a column that may stay empty
	LookExample                 // a line that shows how to fill in, grey
	LookEntry                   // to be typed in, kept as text; the four stay open where a sheet is protected
	LookEntryCount              // a number to be typed in, centred
	LookEntryDate               // a date to be typed in, yyyy-mm-dd
	LookEntryMoney              // an amount to be typed in
	LookEntryPlain              // words on a line of their own, without a border
	LookMark                    // a cell that a finding is about
	numLooks
)

// StyleIDs are the style numbers of the looks in one workbook.
type StyleIDs [numLooks]int

// The built-in number formats that Excel, WPS and LibreOffice show alike.
const (
	numText  = 49 // @
	numCount = 3  // #,##0
	numMoney = 4  // #,##0.00
	numShare = 10 // 0.00%
)

// The colours, few and printable in grey.
const (
	inkRed    = "C00000"
	inkBlue   = "0563C1"
	inkLine   = "808080"
	fillHead  = "DDEBF7"
	fillTotal = "F2F2F2"
	fillInput = "FFF8DC"
	inkGrey   = "808080"
)

// FillMark is the colour of the cells that a finding is about; no look of ours
// and none of the palettes of Excel and WPS has exactly this one.
const FillMark = "FFD9B4"

// lookSpec is one line of the table of looks.
type lookSpec struct {
	face   string
	size   float64
	bold   bool
	ink    string
	fill   string
	align  string // horizontal
	wrap   bool
	border bool
	format int
}

var lookSpecs = [numLooks]lookSpec{
	LookTitle:      {FaceTitle, 18, false, "", "", "center", false, false, 0},
	LookNote:       {FaceBody, 10, false, "", "", "left", true, false, 0},
	LookUnit:       {FaceBody, 10, false, "", "", "right", false, false, 0},
	LookAlarm:      {FaceBody, 10, true, inkRed, "", "left", true, false, 0},
	LookSection:    {FaceHead, 11, false, "", "", "left", false, false, 0},
	LookHead:       {FaceHead, 10, false, "", fillHead, "center", true, true, 0},
	LookText:       {FaceBody, 10, false, "", "", "left", true, true, numText},
	LookWrap:       {FaceBody, 10, false, "", "", "left", true, true, 0},
	LookPlain:      {FaceBody, 10, false, "", "", "left", false, true, 0},
	LookCentre:     {FaceBody, 10, false, "", "", "center", true, true, numText},
	LookLink:       {FaceBody, 10, false, inkBlue, "", "left", true, true, 0},
	LookMoney:      {FaceBody, 10, false, "", "", "right", false, true, numMoney},
	LookCount:      {FaceBody, 10, false, "", "", "right", false, true, numCount},
	LookShare:      {FaceBody, 10, false, "", "", "right", false, true, numShare},
	LookBad:        {FaceBody, 10, true, inkRed, "", "center", true, true, 0},
	LookInput:      {FaceBody, 10, false, "", fillInput, "left", true, true, numText},
	LookInputMoney: {FaceBody, 10, false, "", fillInput, "right", false, true, numMoney},
	LookTotal:      {FaceHead, 10, false, "", fillTotal, "center", false, true, 0},
	LookTotalMoney: {FaceHead, 10, false, "", fillTotal, "right", false, true, numMoney},
	LookTotalCount: {FaceHead, 10, false, "", fillTotal, "right", false, true, numCount},
	LookTotalShare: {FaceHead, 10, false, "", fillTotal, "right", false, true, numShare},
	LookPaperTitle: {FaceTitle, 22, false, "", "", "center", true, false, 0},
	LookPaper:      {FacePaper, 16, false, "", "", "left", true, false, 0},
	LookPaperHead:  {FaceHead, 16, false, "", "", "left", false, false, 0},
	LookPaperEnd:   {FacePaper, 16, false, "", "", "right", false, false, 0},
	LookWan:        {FaceBody, 10, false, "", "", "right", false, true, 0},
	LookTotalLabel: {FaceHead, 10, false, "", fillTotal, "left", true, true, 0},
	LookTotalWan:   {FaceHead, 10, false, "", fillTotal, "right", false, true, 0},
	LookHeadMore:   {FaceHead, 10, false, "", fillTotal, "center", true, true, 0},
	LookExample:    {FaceBody, 10, false, inkGrey, fillTotal, "left", true, true, numText},
	LookEntry:      {FaceBody, 10, false, "", "", "left", true, true, numText},
	LookEntryCount: {FaceBody, 10, false, "", "", "center", false, true, 0},
	LookEntryDate:  {FaceBody, 10, false, "", "", "center", false, true, 0},
	LookEntryMoney: {FaceBody, 10, false, "", "", "right", false, true, numMoney},
	LookEntryPlain: {FaceBody, 10, false, "", "", "left", false, false, 0},
	LookMark:       {FaceBody, 10, false, "", FillMark, "left", true, true, numText},
}

// NewStyleIDs registers the shared styles in f and makes our body face its
// default, so that column widths count in its digits.
func NewStyleIDs(f *excelize.File) (StyleIDs, error) {
	var looks StyleIDs
	if err := f.SetDefaultFont(FaceBody); err != nil {
		return looks, fmt.Errorf("default font: %w", err)
	}
	for i := range lookSpecs {
		id, err := f.NewStyle(Style(i).Style())
		if err != nil {
			return looks, fmt.Errorf("style %d: %w", i, err)
		}
		looks[i] = id
	}
	return looks, nil
}

// openLooks registers the looks once more without their borders, but for those
// with a fill, which hides the grid lines behind it.
func openLooks(f *excelize.File, bordered StyleIDs) (*StyleIDs, error) {
	looks := bordered
	for i, spec := range lookSpecs {
		if !spec.border || spec.fill != "" {
			continue
		}
		st := Style(i).Style()
		st.Border = nil
		var err error
		if looks[i], err = f.NewStyle(st); err != nil {
			return nil, fmt.Errorf("style %d without a border: %w", i, err)
		}
	}
	return &looks, nil
}

func (s lookSpec) style() *excelize.Style {
	charset := 134 // GB 2312
	st := &excelize.Style{
		Font:      &excelize.Font{Family: s.face, Size: s.size, Bold: s.bold, Color: s.ink, Charset: &charset},
		Alignment: &excelize.Alignment{Horizontal: s.align, Vertical: "center", WrapText: s.wrap},
		NumFmt:    s.format,
	}
	if s.ink == inkBlue {
		st.Font.Underline = "single"
	}
	if s.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.fill}}
	}
	if s.border {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: inkLine, Style: 1})
		}
	}
	return st
}

// PageSetup prints a sheet as our tables are printed: A4, as wide as it says
// in pages, head rows repeated, page numbers in the foot. Head rows count from
// 1; first 0 repeats none.
type PageSetup struct {
	Portrait  bool
	Wide      int // pages in width, 0 is 1
	Tall      int // pages in height, 0 is as many as it takes
	HeadFirst int
	HeadLast  int
	HeadCols  int // columns repeated at the left, for sheets wider than a page
	Left      string
	Right     string // words in the foot, left and right of the page number
}

// Print applies a page setup to a sheet of f.
func Print(f *excelize.File, sheet string, p PageSetup) error {
	size, wide, tall, fit, orient := 9, max(p.Wide, 1), p.Tall, true, "landscape"
	if p.Portrait {
		orient = "portrait"
	}
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orient, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return fmt.Errorf("page layout of %s: %w", sheet, err)
	}
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return fmt.Errorf("page of %s: %w", sheet, err)
	}
	side, edge, head, centre := 0.5, 0.6, 0.3, true
	if err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge,
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
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: ref, Scope: sheet}); err != nil {
		return fmt.Errorf("print titles of %s: %w", sheet, err)
	}
	return nil
}
