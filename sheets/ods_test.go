package sheets_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiangbu/calc"
	"jiangbu/sheets"
)

const odfHead = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">` +
	`<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>` +
	`<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="3.8cm"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`

const odfTail = `</office:spreadsheet></office:body></office:document-content>`

// ods is an OpenDocument spreadsheet with the given tables.
func ods(tables string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
			"content.xml": odfHead + tables + odfTail})
	}
}

// odsRows is one table of rows.
func odsRows(content string) func(testing.TB) []byte {
	return ods(`<table:table table:name="表">` + content + `</table:table>`)
}

func odsCell(c string) func(testing.TB) []byte {
	return odsRows(`<table:table-row>` + c + `</table:table-row>`)
}

func TestAnOpenDocumentIsReadWithAllThatStandsAroundItsCells(t *testing.T) {
	book := opened(t, ods(`<table:table table:name="摸排表"><table:table-column table:style-name="co1"/><table:table-column-group><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/></table:table-column-group>`+
		`<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>附件<text:s text:c="2"/>一</text:p><text:p>第二行</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>`+
		`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
		`<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="200000.10"><text:p>200,000.10</text:p></table:table-cell></table:table-row>`+
		`<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`+
		`<table:table table:name="去年" table:style-name="ta2"/>`)(t))
	want := []*sheets.Sheet{
		{Name: "摸排表", Merges: []sheets.Range{{Top: 1, Left: 1, Bottom: 2, Right: 2}},
			HiddenCols: []sheets.Range{{Left: 2, Right: 3}},
			Widths:     []sheets.Width{{Left: 1, Right: 1, Characters: 20}}},
		{Name: "去年", Visibility: sheets.Hidden},
	}
	if diff := cmp.Diff(want, book.Sheets, cmpopts.IgnoreUnexported(sheets.Sheet{})); diff != "" {
		t.Error(diff)
	}
	number := func(row, col int) calc.Cell {
		return calc.Cell{Kind: calc.CellNumber, Row: row, Col: col, Text: "200000.10"}
	}
	lines := []sheets.Line{
		{Number: 1, Cells: []calc.Cell{{Kind: calc.CellText, Row: 1, Col: 1, Text: "附件  一\n第二行"}}},
		{Number: 5, Hidden: true, Cells: []calc.Cell{number(5, 1), number(5, 2)}},
		{Number: 6, Hidden: true, Cells: []calc.Cell{number(6, 1), number(6, 2)}},
	}
	if diff := cmp.Diff(lines, linesOf(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestCellsOfAnOpenDocument(t *testing.T) {
	tests := []struct {
		name, attrs, text string
		want              calc.Cell
	}{
		{"a date", `office:value-type="date" office:date-value="2023-05-12"`, "23/5/12",
			calc.Cell{Kind: calc.CellDate, Text: "2023-05-12"}},
		{"a date with its time", `office:value-type="date" office:date-value="2023-05-12T13:30:00"`, "x",
			calc.Cell{Kind: calc.CellDate, Text: "2023-05-12 13:30:00"}},
		{"a currency keeps its digits", `office:value-type="currency" office:value="1234.50"`, "¥1,234.50",
			calc.Cell{Kind: calc.CellNumber, Text: "1234.50"}},
		{"a share", `office:value-type="percentage" office:value="0.6"`, "60%",
			calc.Cell{Kind: calc.CellNumber, Text: "0.6"}},
		{"a boolean", `office:value-type="boolean" office:boolean-value="true"`, "TRUE",
			calc.Cell{Kind: calc.CellBool, Text: "TRUE"}},
		{"a text of its own", `office:value-type="string" office:string-value="甲"`, "乙",
			calc.Cell{Kind: calc.CellText, Text: "甲"}},
		{"a formula", `table:formula="of:=[.A1]" office:value-type="float" office:value="5"`, "5",
			calc.Cell{Kind: calc.CellNumber, Formula: true, Text: "5"}},
		{"a formula with an error", `table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"`, "#DIV/0!", calc.Cell{Kind: calc.CellError, Formula: true, Text: "#DIV/0!"}},
		{"an error as old writers store it", `table:formula="of:=1/0" office:value-type="float" office:value="0"`,
			"#DIV/0!", calc.Cell{Kind: calc.CellError, Formula: true, Text: "#DIV/0!"}},
		{"a number of an error", `table:formula="of:=1/0" office:value-type="float" office:value="0"`, "Err:502",
			calc.Cell{Kind: calc.CellError, Formula: true, Text: "Err:502"}},
		{"a typed text like an error", `office:value-type="string"`, "#N/A",
			calc.Cell{Kind: calc.CellText, Text: "#N/A"}},
		{"a boolean as a digit", `office:value-type="boolean" office:boolean-value="1"`, "TRUE",
			calc.Cell{Kind: calc.CellBool, Text: "TRUE"}},
		{"a formula without a value", `table:formula="of:=[.A1]"`, "",
			calc.Cell{Kind: calc.CellNoValue, Formula: true}},
		{"links, spans and rubies", `office:value-type="string"`,
			`a<text:a>b</text:a><text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby><text:line-break/><text:tab/>&amp;`, calc.Cell{Kind: calc.CellText, Text: "ab東\n\t&"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.want.Row, tt.want.Col = 1, 1
			p := ""
			if tt.text != "" {
				p = `<text:p>` + tt.text + `</text:p>`
			}
			lines := linesOf(opened(t, odsCell(`<table:table-cell `+tt.attrs+
				`><office:annotation><text:p>批注</text:p></office:annotation>`+p+`</table:table-cell>`)(t)).Sheets[0])
			if diff := cmp.Diff([]sheets.Line{{Number: 1, Cells: []calc.Cell{tt.want}}}, lines); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAFlatOpenDocumentIsReadAsWell(t *testing.T) {
	flat := strings.NewReplacer("document-content", "document").Replace(odfHead +
		`<table:table table:name="表"><table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>` + odfTail)
	if diff := cmp.Diff([]string{"甲"}, grid(opened(t, []byte(`<?xml version="1.0"?>`+flat)))); diff != "" {
		t.Error(diff)
	}
}

func TestHostileOpenDocuments(t *testing.T) {
	value := `<table:table-cell office:value-type="float" office:value="1" `
	tests := []hostile{
		{"no content", func(t testing.TB) []byte {
			return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
		}, unknown, "压缩包", ""},
		{"a lock on nothing", func(t testing.TB) []byte {
			return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
				"content.xml": "\x01", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
		}, incomplete, "加密信息", ""},
		{"a text document", func(t testing.TB) []byte {
			return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text",
				"content.xml": "<a/>"})
		}, unknown, "压缩包", ""},
		{"a bomb of rows", odsRows(`<table:table-row table:number-rows-repeated="1048576">` + value +
			`table:number-columns-repeated="16384"/></table:table-row>`), tooLarge, "5000000", ""},
		{"more rows than a sheet has", odsRows(`<table:table-row table:number-rows-repeated="1048577">` + value +
			`/></table:table-row>`), tooLarge, "1048576", ""},
		{"more columns than a sheet has",
			odsRows(`<table:table-row>` + value + `table:number-columns-repeated="16385"/></table:table-row>`),
			tooLarge, "16384", ""},
		{"repeated minus one time", odsRows(`<table:table-row table:number-rows-repeated="-1"/>`), unreadable, "重复次数",
			""},
		{"a cell repeated no time", odsCell(value + `table:number-columns-repeated="0"/>`), unreadable, "重复次数", ""},
		{"a number that is none", odsCell(`<table:table-cell office:value-type="float" office:value="1,5"/>`),
			unreadable, "不合规范", ""},
		{"a number without a value", odsCell(`<table:table-cell office:value-type="float"/>`), unreadable, "不合规范", ""},
		{"a boolean that is none", odsCell(`<table:table-cell office:value-type="boolean" office:boolean-value="maybe"/>`), unreadable, "不合规范", ""},
		{"a merge beyond the sheet", odsCell(value + `table:number-columns-spanned="16385"/>`), unreadable, "合并", ""},
		{"a text of blanks without end",
			odsCell(`<table:table-cell><text:p><text:s text:c="1000000000"/></text:p></table:table-cell>`), unreadable,
			"空格", ""},
		{"a text of 32768 characters", odsCell(`<table:table-cell><text:p>` + strings.Repeat("x", 32768) +
			`</text:p></table:table-cell>`), tooLarge, "32767", ""},
		{"a million times 32767 blanks",
			odsCell(`<table:table-cell><text:p>` + strings.Repeat(`<text:s text:c="32767"/>`, 1e6) +
				`</text:p></table:table-cell>`), tooLarge, "32767", ""},
		{"two sheets of one name", ods(`<table:table table:name="a"/><table:table table:name="A"/>`), unreadable, "重名",
			""},
		{"no sheets", ods(``), unreadable, "没有工作表", ""},
		{"cut in half", ods(`<table:table table:name="a">`), unreadable, "不配对", ""},
		{"a DOCTYPE", func(t testing.TB) []byte {
			return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
				"content.xml": "<!DOCTYPE a>" + odfHead + odfTail})
		}, unreadable, "DOCTYPE", ""},
	}
	checkHostile(t, tests)
}

// checkHostile opens each of the files in memory and checks its refusal.
func checkHostile(t *testing.T, tests []hostile) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := tt.bytes(t)
			book, findings := sheets.OpenBytes("a.xlsx", data)
			if book != nil || len(findings) != 1 {
				t.Fatalf("read, or %d findings; want %s", len(findings), tt.want)
			}
			checkRefusal(t, findings[0], tt)
		})
	}
}

func FuzzODS(f *testing.F) {
	f.Add(`<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`)
	f.Add(`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"><text:p>a<text:s/></text:p></table:table-cell></table:table-row>`)
	f.Fuzz(func(t *testing.T, content string) { refusedOrRead(t, odsRows(content)(t)) })
}
