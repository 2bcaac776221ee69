package write

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// drawn writes a workbook of one sheet and gives its bytes.
func drawn(t testing.TB, last string, rows func(*SheetWriter)) []byte {
	t.Helper()
	d, err := NewWorkbook("题", "表")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Fill("表", last, rows); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := d.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// xmlOf is a part of the workbook.
func xmlOf(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// cellsOf reads the workbook with our own reader.
func cellsOf(t testing.TB, data []byte) []calc.Cell {
	t.Helper()
	path := filepath.Join(t.TempDir(), "drawn.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	book, fs, err := sheets.Open(sheets.Input{Path: path, File: "drawn.xlsx"})
	if err != nil || len(fs) > 0 {
		t.Fatal(err, fs)
	}
	var cells []calc.Cell
	book.Sheets[0].Rows(func(l sheets.Line) bool { cells = append(cells, l.Cells...); return true })
	return cells
}

func TestWhatIsDrawnReadsBackAsItWas(t *testing.T) {
	y, err := money.ExactYuan("419099.99")
	if err != nil {
		t.Fatal(err)
	}
	got := cellsOf(t, drawn(t, "D3", func(p *SheetWriter) {
		p.Row(1)
		p.Text(StyleText, " 甲 公司 ")
		p.Money(StyleMoney, y)
		p.Skip(1)
		p.Count(StyleCount, 7)
		p.Row(3)
		p.Blank(StyleText)
		p.MoneyFormula(StyleMoney, `SUMIFS(B1:B1,A1:A1,"<>&")`, y)
		p.TextFormula(StyleText, `IF(B1>0,"是","否")`, "是")
	}))
	want := []calc.Cell{{Kind: calc.CellText, Row: 1, Col: 1, Text: " 甲 公司 "},
		{Kind: calc.CellNumber, Row: 1, Col: 2, Text: "419099.99"},
		{Kind: calc.CellNumber, Row: 1, Col: 4, Text: "7"},
		{Kind: calc.CellNumber, Formula: true, Row: 3, Col: 2, Text: "419099.99"},
		{Kind: calc.CellText, Formula: true, Row: 3, Col: 3, Text: "是"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTextStaysTextWhateverItHolds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"=1+1", "=1+1"}, {"+1", "+1"}, {"-1", "-1"}, {"@A1", "@A1"}, {"000123", "000123"}, {"1E5", "1E5"},
		{"<a>&\"b\"'", "<a>&\"b\"'"}, {"_x0041_", "_x0041_"}, {"_x005F_x0041_", "_x005F_x0041_"}, {"_x00", "_x00"},
		{"一\n二", "一\n二"}, {"一\r\n二\r三", "一\n二\n三"}, {"a\tb", "a\tb"},
		{"\x00\x07甲\x1b", "\uFFFD\uFFFD甲\uFFFD"}, {"\u0085", "\uFFFD"}, {"\uFFFF", "\uFFFD"}, {"\xff", "\uFFFD"},
		{"𠮷", "𠮷"},
		{strings.Repeat("甲", MaxCellText), strings.Repeat("甲", MaxCellText)},
	} {
		got := cellsOf(t, drawn(t, "A1", func(p *SheetWriter) { p.Row(1); p.Text(StyleText, c.text) }))
		if diff := cmp.Diff([]calc.Cell{{Kind: calc.CellText, Row: 1, Col: 1, Text: c.want}}, got); diff != "" {
			t.Errorf("%.20q: %s", c.text, diff)
		}
		if clean := CellText(c.text); clean != c.want {
			t.Errorf("CellText(%.20q) = %.20q", c.text, clean)
		}
	}
}

func TestTextThatNoCellHoldsIsCutWithANoteOfItsLength(t *testing.T) {
	for _, c := range []struct {
		text string
		note string
	}{{strings.Repeat("甲", MaxCellText+1), "全文32768字"}, {strings.Repeat("𠮷", MaxCellText), "全文32767字"}} {
		cells := cellsOf(t, drawn(t, "A1", func(p *SheetWriter) { p.Row(1); p.Text(StyleText, c.text) }))
		units := 0
		for _, r := range cells[0].Text {
			units += units16(r)
		}
		if units > MaxCellText || !strings.Contains(cells[0].Text, c.note) {
			t.Errorf("%d units without %q: …%s", units, c.note, cells[0].Text[len(cells[0].Text)-90:])
		}
	}
}

func TestALinkLeadsToAFileBesideTheReportOrToNone(t *testing.T) {
	for _, c := range []struct{ file, target string }{
		{"东城 1.xlsx", "%E4%B8%9C%E5%9F%8E%201.xlsx"}, {"甲/乙#%.xlsx", "%E7%94%B2/%E4%B9%99%23%25.xlsx"},
		{"../a.xlsx", "../a.xlsx"},
		{"", ""}, {"/etc/passwd", ""}, {"C:\\a.xlsx", ""}, {"http://x/a.xlsx", ""}, {`a\b.xlsx`, ""},
	} {
		if got := linkTarget(c.file); got != c.target {
			t.Errorf("linkTarget(%q) = %q, not %q", c.file, got, c.target)
		}
	}
	data := drawn(t, "A4", func(p *SheetWriter) {
		for i, to := range []calc.Ref{{File: "a.xlsx", Sheet: "表'甲", Row: 6, Col: 3},
			{File: "/etc/passwd", Sheet: "表", Row: 6}, {File: "a.xlsx", Sheet: "表", Row: 7}, {File: "a.xlsx"}} {
			p.Row(i + 1)
			p.Reference("x", to)
		}
	})
	if got := strings.Count(xmlOf(t, data, "xl/worksheets/_rels/sheet1.xml.rels"), "<Relationship "); got != 1 {
		t.Errorf("%d targets for one file", got)
	}
	sheet := xmlOf(t, data, "xl/worksheets/sheet1.xml")
	if want := `<hyperlinks><hyperlink ref="A1" r:id="file1" location="'表''甲'!C6"/><hyperlink ref="A3" r:id="file1" location="'表'!A7"/></hyperlinks>`; !strings.Contains(sheet, want) {
		t.Errorf("no %s in %s", want, sheet)
	}
}

func TestASheetHasNoMoreLinksThanExcelOpens(t *testing.T) {
	data := drawn(t, "A60001", func(p *SheetWriter) {
		for i := range maxLinks + 1 {
			p.Row(i + 1)
			p.Reference("x", calc.Ref{File: "a.xlsx", Sheet: "表", Row: 1})
		}
	})
	if n := strings.Count(xmlOf(t, data, "xl/worksheets/sheet1.xml"), "<hyperlink "); n != maxLinks {
		t.Errorf("%d links, not %d", n, maxLinks)
	}
}

func TestOnGridLinesEmptyCellsAreLeftOutAndOthersHaveNoBorder(t *testing.T) {
	d, err := NewWorkbook("题", "表")
	if err != nil {
		t.Fatal(err)
	}
	if err := Print(d.File, "表", PageSetup{}); err != nil {
		t.Fatal(err)
	}
	if err := d.FillOnGrid("表", "C2", func(p *SheetWriter) {
		p.Row(1)
		p.Blank(StyleText)
		p.Text(StyleText, "x")
		p.Row(2)
		p.Blank(StyleTotal)
		p.Money(StyleMoney, money.Yuan{})
	}); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := d.Write(&buf); err != nil {
		t.Fatal(err)
	}
	sheet := xmlOf(t, buf.Bytes(), "xl/worksheets/sheet1.xml")
	for want, n := range map[string]int{`r="A1"`: 0, `r="B1"`: 1, `r="A2"/>`: 1, `gridLines="true"`: 1} {
		if got := strings.Count(sheet, want); got != n {
			t.Errorf("%d times %s, not %d, in %s", got, want, n, sheet)
		}
	}
	f, err := excelize.OpenReader(&buf)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]int{"B1": 0, "A2": 4, "B2": 0} {
		id, err := f.GetCellStyle("表", cell)
		if err != nil {
			t.Fatal(err)
		}
		if st, err := f.GetStyle(id); err != nil || len(st.Border) != want {
			t.Errorf("%s has %d borders, not %d (%v)", cell, len(st.Border), want, err)
		}
	}
}

func TestTheDimensionIsThatOfTheCells(t *testing.T) {
	sheet := xmlOf(t, drawn(t, "C9", func(p *SheetWriter) { p.Row(9); p.Skip(2); p.Text(StyleText, "x") }),
		"xl/worksheets/sheet1.xml")
	if !strings.Contains(sheet, `<dimension ref="A1:C9">`) {
		t.Error("no dimension A1:C9")
	}
}

func TestRowsAreAsHighAsTheirText(t *testing.T) {
	sheet := xmlOf(t, drawn(t, "A3", func(p *SheetWriter) {
		p.Fit([]float64{11})
		p.Row(1)
		p.Text(StyleText, "十个数字宽的")
		p.Row(2)
		p.Text(StyleText, "五个汉字宽")
		p.RowHigh(3, 30)
		p.Text(StyleText, "固定")
	}), "xl/worksheets/sheet1.xml")
	for _, want := range []string{`<row r="1" ht="29">`, `<row r="2" ht="15">`,
		`<row r="3" ht="30.0" customHeight="1">`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in %s", want, sheet)
		}
	}
}

func TestWidthsCountAChineseCharacterAsTwoDigits(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "甲乙": 4, "甲a": 3, "ab\n甲乙丙": 6, "“”": 4, "×": 2, "é": 1} {
		if got := DisplayWidth(text); got != want {
			t.Errorf("DisplayWidth(%q) = %d, not %d", text, got, want)
		}
	}
	for digits, want := range map[string]int{"1": 1, "999.00": 6, "1000.00": 8, "-1000000.00": 13} {
		if got := shownDigits(digits); got != want {
			t.Errorf("shownDigits(%s) = %d, not %d", digits, got, want)
		}
	}
	got := Measure(func(p *SheetWriter) {
		p.Row(1)
		p.Text(StyleText, "甲乙")
		p.Skip(1)
		p.Digits(StyleMoney, "1000.00")
	})
	if diff := cmp.Diff([]int{4, 0, 8}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCellsSetBesideTheRowsAreAnError(t *testing.T) {
	d, err := NewWorkbook("题", "表")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.File.SetCellValue("表", "A1", 1); err != nil {
		t.Fatal(err)
	}
	if err := d.Fill("表", "A1", func(*SheetWriter) {}); err != nil {
		t.Fatal(err)
	}
	if d.Write(io.Discard) == nil {
		t.Error("cells set on the sheet were dropped without an error")
	}
	if d.Fill("没有", "A1", nil) == nil {
		t.Error("a sheet that is not there was filled")
	}
}

func TestExcelizeReadsWhatThePenWrites(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(drawn(t, "B1", func(p *SheetWriter) {
		p.Row(1)
		p.Text(StyleText, "_x0041_")
		p.Digits(StyleMoney, "12345678901234567.89")
	})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "_x0041_", "B1": "12345678901234567.89"} {
		if got, err := f.GetCellValue("表", cell, excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("%s is %q, not %q (%v)", cell, got, want, err)
		}
	}
}

func TestAPatchThatFindsNoPlaceFails(t *testing.T) {
	if _, err := patched([]byte("<Types></Types>"), "</Types>", "x"); err != nil {
		t.Error(err)
	}
	for _, part := range []string{"<types></types>", "</Types></Types>"} {
		if _, err := patched([]byte(part), "</Types>", "x"); err == nil {
			t.Errorf("%s was patched", part)
		}
	}
}
