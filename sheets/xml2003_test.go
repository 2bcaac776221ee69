package sheets_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiangbu/calc"
	"jiangbu/sheets"
)

const xml2003Head = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
	`<Styles><Style ss:ID="Default"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="w"><NumberFormat ss:Format="0.00&quot;万元&quot;"/></Style>` +
	`<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="s2" ss:Parent="s"/></Styles>`

func xml2003(sheetXML string) func(testing.TB) []byte {
	return plain(xml2003Head + sheetXML + `</Workbook>`)
}

func TestAnXMLSpreadsheetOf2003IsReadWithAllThatStandsAroundItsCells(t *testing.T) {
	book := opened(t, xml2003(`<Worksheet ss:Name="摸排表"><Table><Column ss:Hidden="1"/><Column ss:Index="3" ss:Span="1" ss:Width="0"/>`+
		`<Row><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">附件&amp;一</Data></Cell><Cell><Data ss:Type="Number">1.50</Data></Cell></Row>`+
		`<Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="2" ss:StyleID="d"><Data ss:Type="Number">45058</Data></Cell><Cell><Data ss:Type="DateTime">2023-05-12T00:00:00.000</Data></Cell>`+
		`<Cell ss:Formula="=R1C1"><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Formula="=R1C1"/><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:StyleID="w"><Data ss:Type="Number">20</Data></Cell></Row>`+
		`<Row ss:StyleID="s2"><Cell><Data ss:Type="String">甲</Data></Cell><Cell ss:StyleID="Default"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>15</S><B>20</B></ss:Data></Cell></Row></Table></Worksheet>`+
		`<Worksheet ss:Name="去年"><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`)(t))
	want := []*sheets.Sheet{
		{Name: "摸排表", Merges: []sheets.Range{{Top: 1, Left: 1, Bottom: 2, Right: 3}},
			HiddenCols: []sheets.Range{{Left: 1, Right: 1}, {Left: 3, Right: 4}}},
		{Name: "去年", Visibility: sheets.Hidden},
	}
	if diff := cmp.Diff(want, book.Sheets, cmpopts.IgnoreUnexported(sheets.Sheet{})); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, l := range linesOf(book.Sheets[0]) {
		for _, c := range l.Cells {
			got = append(got, fmt.Sprintf("%s %d %t %s", calc.Ref{Row: c.Row, Col: c.Col}.Cell(), c.Kind, l.Hidden,
				c.Text))
		}
	}
	cells := []string{"A1 1 false 附件&一", "D1 2 false 1.50", "B4 3 true 2023-05-12", "C4 3 true 2023-05-12",
		"D4 5 true #REF!", "E4 6 true ", "F4 4 true TRUE",
		"G4 8 true 20，显示为20万元", "A5 1 false " + stroke("甲"), "B5 1 false " + stroke("15") + "20"}
	if diff := cmp.Diff(cells, got); diff != "" {
		t.Error(diff)
	}
}

func TestHostileXMLSpreadsheets(t *testing.T) {
	row := func(r string) func(testing.TB) []byte {
		return xml2003(`<Worksheet ss:Name="表"><Table>` + r + `</Table></Worksheet>`)
	}
	checkHostile(t, []hostile{
		{"no name", xml2003(`<Worksheet><Table/></Worksheet>`), unreadable, "没有名称", ""},
		{"one name twice", xml2003(`<Worksheet ss:Name="a"/><Worksheet ss:Name="A"/>`), unreadable, "重名", ""},
		{"cut short", plain(xml2003Head), unreadable, "", ""},
		{"rows upside down", row(`<Row ss:Index="5"/><Row ss:Index="2"/>`), unreadable, "行号", ""},
		{"a row beyond the sheet", row(`<Row ss:Index="1048577"/>`), unreadable, "位置", ""},
		{"cells upside down", row(`<Row><Cell ss:Index="5"/><Cell ss:Index="2"/></Row>`), unreadable, "次序", ""},
		{"a merge beyond the sheet", row(`<Row><Cell ss:MergeAcross="16384"/></Row>`), unreadable, "位置", ""},
		{"no number", row(`<Row><Cell><Data ss:Type="Number">x</Data></Cell></Row>`), unreadable, "不合规范", ""},
	})
}

func FuzzXML2003(f *testing.F) {
	f.Add([]byte(`<Worksheet ss:Name="a"><Table><Row ss:Index="2"><Cell ss:MergeDown="1"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		refusedOrRead(t, append([]byte(xml2003Head+string(data)), "</Workbook>"...))
	})
}
