package sheets_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// built is a workbook of the notation, opened.
func built(t testing.TB, src string) *sheets.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := sheettest.Build(path, src); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

// opened is a workbook of bytes, opened; it must be read.
func opened(t testing.TB, data []byte) *sheets.Book {
	t.Helper()
	book, findings := sheets.OpenBytes("a.xlsx", data)
	if len(findings) > 0 || book == nil {
		t.Fatal(findings)
	}
	return book
}

// linesOf is every line of a sheet.
func linesOf(s *sheets.Sheet) []sheets.Line {
	var lines []sheets.Line
	s.Rows(func(l sheets.Line) bool {
		l.Cells = append([]calc.Cell(nil), l.Cells...)
		lines = append(lines, l)
		return true
	})
	return lines
}

func TestAWorkbookIsReadWithAllThatStandsAroundItsCells(t *testing.T) {
	book := built(t, "# 摸排表\n#merge A1:C1\n#hide row 2-3\n#hide col B\n#hide col D-E\n附件\n\n甲公司\t\t'001\n=F:A1|5\t=F:A1\t=E:#REF!\t=B:TRUE\t=F:A1&\"\"|'\n# 去年\n#hide sheet\n# 深藏\n#hide sheet very\n1\n")
	want := []*sheets.Sheet{
		{Name: "摸排表", Merges: []sheets.Range{{Top: 1, Left: 1, Bottom: 1, Right: 3}},
			HiddenCols: []sheets.Range{{Left: 2, Right: 2}, {Left: 4, Right: 5}},
			Widths:     []sheets.Width{{Left: 2, Right: 2, Characters: 9}, {Left: 4, Right: 5, Characters: 9}}},
		{Name: "去年", Visibility: sheets.Hidden},
		{Name: "深藏", Visibility: sheets.VeryHidden},
	}
	if diff := cmp.Diff(want, book.Sheets, cmpopts.IgnoreUnexported(sheets.Sheet{})); diff != "" {
		t.Error(diff)
	}
	lines := []sheets.Line{
		{Number: 1, Cells: []calc.Cell{{Kind: calc.CellText, Row: 1, Col: 1, Text: "附件"}}},
		{Number: 3, Hidden: true, Cells: []calc.Cell{{Kind: calc.CellText, Row: 3, Col: 1, Text: "甲公司"},
			{Kind: calc.CellText, Row: 3, Col: 3, Text: "001"}}},
		{Number: 4, Cells: []calc.Cell{
			{Kind: calc.CellNumber, Formula: true, Row: 4, Col: 1, Text: "5"},
			{Kind: calc.CellNoValue, Formula: true, Row: 4, Col: 2},
			{Kind: calc.CellError, Row: 4, Col: 3, Text: "#REF!"},
			{Kind: calc.CellBool, Row: 4, Col: 4, Text: "TRUE"}}},
	}
	if diff := cmp.Diff(lines, linesOf(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(lines, linesOf(book.Sheets[0])); diff != "" {
		t.Errorf("a second pass differs: %s", diff)
	}
}

func TestTheSumIsThatOfTheBytes(t *testing.T) {
	data := zipped(t, baseParts(t))
	sum := sha256.Sum256(data)
	if got := opened(t, data).SHA256; got != hex.EncodeToString(sum[:]) {
		t.Errorf("SHA256 = %s", got)
	}
}

func TestAReaderThatHasEnoughIsLeftAlone(t *testing.T) {
	src := "# a\n" + strings.Repeat("x\t1\n", 50_000)
	n := 0
	built(t, src).Sheets[0].Rows(func(sheets.Line) bool { n++; return n < 30_000 })
	if n != 30_000 {
		t.Errorf("%d lines", n)
	}
}

// one is the only cell of a sheet with the given <c> content.
func one(t *testing.T, c string) calc.Cell {
	t.Helper()
	lines := linesOf(opened(t, cell(c)(t)).Sheets[0])
	switch {
	case len(lines) == 0:
		return calc.Cell{}
	case len(lines) > 1 || len(lines[0].Cells) != 1:
		t.Fatalf("%v", lines)
	}
	return lines[0].Cells[0]
}

func TestCellsAreReadAsStored(t *testing.T) {
	tests := []struct {
		name, xml string
		kind      calc.CellKind
		text      string
	}{
		{"digits of a number stay", `<c r="A1"><v>12345678901234567.890</v></c>`, calc.CellNumber,
			"12345678901234567.890"},
		{"float residue stays", `<c r="A1" t="n"><v>419099.99999999994</v></c>`, calc.CellNumber, "419099.99999999994"},
		{"blanks around a number go", "<c r=\"A1\"><v> 5\n</v></c>", calc.CellNumber, "5"},
		{"an exponent stays", `<c r="A1"><v>9.1320700067627405E+17</v></c>`, calc.CellNumber, "9.1320700067627405E+17"},
		{"a negative number", `<c r="A1"><v>-0.50</v></c>`, calc.CellNumber, "-0.50"},
		{"rich text is put together", `<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>`, calc.CellText, "甲 乙"},
		{"phonetic guides are left out",
			`<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="1"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></is></c>`, calc.CellText, "東京"},
		{"entities and CDATA", `<c r="A1" t="inlineStr"><is><t>&lt;&#x7532;&#20844;&gt;<![CDATA[&<]]></t></is></c>`,
			calc.CellText, "<甲公>&<"},
		{"escaped characters", `<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041__x4E00_</t></is></c>`,
			calc.CellText, "a\rb_x0041_一"},
		{"a pair of surrogates is one character", `<c r="A1" t="inlineStr"><is><t>_xD842__xDFB7_</t></is></c>`,
			calc.CellText, "𠮷"},
		{"half a pair stays as written", `<c r="A1" t="inlineStr"><is><t>_xD842_</t></is></c>`, calc.CellText,
			"_xD842_"},
		{"line ends are as XML has them", "<c r=\"A1\" t=\"inlineStr\"><is><t>a\r\nb\rc</t></is></c>", calc.CellText,
			"a\nb\nc"},
		{"comments inside", `<c r="A1"><!-- a --><v>1<!-- b -->2</v></c>`, calc.CellNumber, "12"},
		{"attributes in another order and other quotes", `<c  t = 'n'  r='A1' cm="1" ><v>7</v></c >`, calc.CellNumber,
			"7"},
		{"a boolean in words", `<c r="A1" t="b"><v>false</v></c>`, calc.CellBool, "FALSE"},
		{"an error", `<c r="A1" t="e"><v>#N/A</v></c>`, calc.CellError, "#N/A"},
		{"an ISO date", `<c r="A1" t="d"><v>2021-12-31T23:44:51.894</v></c>`, calc.CellDate, "2021-12-31 23:44:51"},
		{"an ISO date at midnight", `<c r="A1" t="d"><v>2021-12-31T00:00:00Z</v></c>`, calc.CellDate, "2021-12-31"},
		{"an ISO date that is none", `<c r="A1" t="d"><v>2021-02-30</v></c>`, calc.CellText, "2021-02-30"},
		{"a formula's text", `<c r="A1" t="str"><f>B1</f><v>甲</v></c>`, calc.CellText, "甲"},
		{"a formula with less-than", `<c r="A1"><f>B1&lt;2</f><v>1</v></c>`, calc.CellNumber, "1"},
		{"a shared formula", `<c r="A1"><f t="shared" si="0"/><v>1</v></c>`, calc.CellNumber, "1"},
		{"a formula without a value", `<c r="A1"><f>B1</f></c>`, calc.CellNoValue, ""},
		{"a formula with an empty number", `<c r="A1"><f>B1</f><v></v></c>`, calc.CellNoValue, ""},
		{"a formula that gives no text", `<c r="A1" t="str"><f>B1</f><v></v></c>`, calc.CellEmpty, ""},
		{"an empty text", `<c r="A1" t="inlineStr"><is><t/></is></c>`, calc.CellEmpty, ""},
		{"a style alone", `<c r="A1" s="1"/>`, calc.CellEmpty, ""},
		{"an extension", `<c r="A1"><v>1</v><extLst><ext uri="x"><v>2</v></ext></extLst></c>`, calc.CellNumber, "1"},
		{"a date", `<c r="A1" s="1"><v>45058</v></c>`, calc.CellDate, "2023-05-12"},
		{"a date with its time", `<c r="A1" s="2"><v>45058.5625</v></c>`, calc.CellDate, "2023-05-12 13:30:00"},
		{"a time a hair before midnight", `<c r="A1" s="1"><v>45057.9999999999</v></c>`, calc.CellDate, "2023-05-12"},
		{"the day before the day that never was", `<c r="A1" s="1"><v>59</v></c>`, calc.CellDate, "1900-02-28"},
		{"the day that never was", `<c r="A1" s="1"><v>60</v></c>`, calc.CellDate, "1900-02-29"},
		{"the day after it", `<c r="A1" s="1"><v>61</v></c>`, calc.CellDate, "1900-03-01"},
		{"the first day", `<c r="A1" s="1"><v>1</v></c>`, calc.CellDate, "1900-01-01"},
		{"a time without a day stays a number", `<c r="A1" s="1"><v>0.5</v></c>`, calc.CellNumber, "0.5"},
		{"the last day", `<c r="A1" s="1"><v>2958465</v></c>`, calc.CellDate, "9999-12-31"},
		{"beyond the last day stays a number", `<c r="A1" s="1"><v>2958466</v></c>`, calc.CellNumber, "2958466"},
		{"a negative date stays a number", `<c r="A1" s="1"><v>-1</v></c>`, calc.CellNumber, "-1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := one(t, tt.xml)
			if got.Kind != tt.kind || got.Text != tt.text || got.Formula != strings.Contains(tt.xml, "<f") &&
				tt.kind != calc.CellEmpty {
				t.Errorf("got %+v, want %v %q", got, tt.kind, tt.text)
			}
		})
	}
}

func TestThe1904CalendarCountsFromItsOwnDay(t *testing.T) {
	book := built(t, "# a\n#date1904\n=D:2023-05-12\n=D:1904-01-01\n")
	var got []string
	for _, l := range linesOf(book.Sheets[0]) {
		got = append(got, l.Cells[0].Text)
	}
	if diff := cmp.Diff([]string{"2023-05-12", "1904-01-01"}, got); diff != "" || !book.Sheets[0].Date1904 {
		t.Error(diff)
	}
}

func TestNumberFormatsThatShowDates(t *testing.T) {
	tests := map[string]bool{
		`yyyy"年"m"月"d"日"`: true, `yyyy年m月d日`: true, `[$-804]yyyy/m/d;@`: true, `[DBNum1][$-804]yyyy"年"m"月"`: true,
		`m/d`: true, `d-mmm-yy`: true, `mm:ss`: true, `YYYY-MM-DD`: true,
		`General`: false, `0.00`: false, `#,##0.00"元 (yuan, made daily)"`: false, `[Red]0`: false, `0\d`: false,
		`_y0_m`: false, `*d0`: false, `@`: false, `#,##0_);[Red](#,##0)`: false, `0.00E+00`: false, `"d`: false,
		`[d`: false,
	}
	for code, want := range tests {
		src := in(stylesPart, `<fonts`, `<numFmts><numFmt numFmtId="14" formatCode="`+
			strings.ReplaceAll(code, `"`, "&quot;")+`"/></numFmts><fonts`)(t)
		got := linesOf(opened(t, src).Sheets[0])[3].Cells[1].Kind == calc.CellDate
		if got != want {
			t.Errorf("%s shows a date: %v, want %v", code, got, want)
		}
	}
}

func TestFormsOfTheSameWorkbook(t *testing.T) {
	want := cellsOf(opened(t, zipped(t, baseParts(t))))
	all := func(change func(name, content string) (string, string)) []byte {
		parts := map[string]string{}
		for name, content := range baseParts(t) {
			name, content = change(name, content)
			parts[name] = content
		}
		return zipped(t, parts)
	}
	replaced := func(pairs ...string) []byte {
		return all(func(n, c string) (string, string) { return n, strings.NewReplacer(pairs...).Replace(c) })
	}
	tests := map[string][]byte{
		"strict namespaces": replaced("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
			"http://purl.oclc.org/ooxml/spreadsheetml/main",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
			"http://purl.oclc.org/ooxml/officeDocument/relationships"),
		"names in other case and with backslashes": all(func(n, c string) (string,
			string) {
			return strings.ReplaceAll(strings.ToUpper(n), "/", `\`), c
		}),
		"absolute targets":         replaced(`Target="xl/`, `Target="/xl/`, `Target="`, `Target="/xl/`),
		"a byte order mark":        all(func(n, c string) (string, string) { return n, "\uFEFF" + c }),
		"line breaks between tags": replaced("><", ">\r\n<"),
		"a prefix": all(func(n, c string) (string, string) {
			if n == sheetPart || n == stringsPart {
				c = strings.NewReplacer(`<?`, `<?`, `</`, `</x:`, `<`, `<x:`, `xmlns=`, `xmlns:x=`).Replace(c)
			}
			return n, c
		}),
		"an alternate content": replaced("<sheetData>",
			`<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><row r="9"/></mc:Choice></mc:AlternateContent><sheetData>`),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, cellsOf(opened(t, data))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPartsInOtherEncodings(t *testing.T) {
	utf16 := func(s string) string {
		b := []byte{0xff, 0xfe}
		for _, r := range s {
			b = append(b, byte(r), byte(r>>8))
		}
		return string(b)
	}
	sst := `<sst ` + mainNS + `><si><t>%s</t></si></sst>`
	tests := map[string]string{
		"GBK":    fmt.Sprintf(`<?xml version="1.0" encoding="GBK"?>`+sst, "\xbc\xd7"),
		"UTF-16": utf16(fmt.Sprintf(`<?xml version="1.0" encoding="UTF-16"?>`+sst, "甲")),
	}
	for name, content := range tests {
		parts := baseParts(t)
		parts[stringsPart] = content
		parts[sheetPart] = `<worksheet ` + mainNS +
			`><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>`
		if got := linesOf(opened(t, zipped(t, parts)).Sheets[0])[0].Cells[0].Text; got != "甲" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// sample is a small workbook with everything in it.
func sample(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	err := sheettest.Build(path, "# 摸排表\n#merge A1:B1\n#hide row 3\n附件\n单位名称\t金额\n甲公司\t200000.10\n乙 & 丙\t=D:2023-05-12\n=F:SUM(B3)|200000.10\t=B:TRUE\t=E:#N/A\n# 二\n#hide sheet\nx\n")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// dump is all that a book says, to be compared.
func dump(book *sheets.Book) string {
	var b strings.Builder
	for _, s := range book.Sheets {
		fmt.Fprintln(&b, s.Name, s.Visibility, s.Merges, s.HiddenCols, s.Date1904, linesOf(s))
	}
	return b.String()
}

// TestNoChangedByteIsReadAsOtherData changes every byte of a workbook in turn
// (three ways) and cuts it at every length: it is refused, or says the same.
func TestNoChangedByteIsReadAsOtherData(t *testing.T) {
	data := sample(t)
	want := dump(opened(t, data))
	read, refused := 0, 0
	try := func(changed []byte, what string) {
		book, findings := sheets.OpenBytes("a.xlsx", changed)
		switch {
		case book == nil && len(findings) == 1:
			refused++
		case book == nil:
			t.Fatalf("%s: refused with %d findings", what, len(findings))
		default:
			read++
			if got := dump(book); got != want {
				t.Fatalf("%s: read as other data:\n%s", what, cmp.Diff(want, got))
			}
		}
	}
	step := 1
	if testing.Short() {
		step = 7
	}
	for i := 0; i < len(data); i += step {
		for _, flip := range []byte{0x01, 0x20, 0x80} {
			changed := bytes.Clone(data)
			changed[i] ^= flip
			try(changed, fmt.Sprintf("byte %d ^ %#x", i, flip))
		}
		try(data[:i], fmt.Sprintf("cut at %d", i))
		try(append(bytes.Clone(data[:i]), data[i+1:]...), fmt.Sprintf("without byte %d", i))
	}
	t.Logf("%d bytes: %d changes refused, %d read as the same", len(data), refused, read)
}

// FuzzOpen feeds whole files to the reader.
func FuzzOpen(f *testing.F) {
	f.Add(sample(f))
	for _, h := range hostileFiles {
		if h.want != tooLarge { // those are slow
			f.Add(h.bytes(f))
		}
	}
	f.Add(odsCell(`<table:table-cell office:value-type="float" office:value="1"/>`)(f))
	f.Add([]byte(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:spreadsheet/></office:body></office:document>`))
	f.Add(compound(full(smallXLS())))
	f.Add([]byte("<html><table><tr><td>a</table>"))
	f.Add([]byte("单位名称,金额\n甲,1\n"))
	f.Fuzz(func(t *testing.T, data []byte) { refusedOrRead(t, data) })
}

func refusedOrRead(t *testing.T, data []byte) {
	t.Helper()
	book, findings := sheets.OpenBytes("a.xlsx", data)
	if (book == nil) == (len(findings) == 0) {
		t.Fatalf("book %v, findings %v", book != nil, findings)
	}
	if book != nil {
		dump(book)
	}
}
