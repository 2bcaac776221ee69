package sheets_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiangbu/calc"
	"jiangbu/sheets"
)

func TestPagesNamedXLSAreReadAsExcelReadsThem(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
		merges     []sheets.Range
	}{
		{"a table", "<html><head><title>x</title><style>td{}</style></head><body><table><tr><th>单位<th>金额</tr><tr><td> 甲 \n 公司 </td><td>1.50</td></tr></table></body></html>",
			[]string{"单位|金额", "甲 公司|1.50"}, nil},
		{"text between tables", "<table><tr><td>a</td></tr></table><p>单位：<b>万元</b></p><h3>二</h3><table><tr><td>b</td></tr></table>", []string{"a", "单位：万元", "二", "b"}, nil},
		{"spans", "<table><tr><td rowspan=2>县区</td><td colspan='2'>认定</td></tr><tr><td>级别</td><td>文号</td></tr></table>",
			[]string{"县区|认定", "|级别|文号"},
			[]sheets.Range{{Top: 1, Left: 1, Bottom: 2, Right: 1}, {Top: 1, Left: 2, Bottom: 1, Right: 3}}},
		{"entities and line breaks", "<table><tr><td>a&lt;b&nbsp;&amp;<br/>c<p>d</p></td></tr></table>",
			[]string{"a<b\u00a0&\nc\nd"}, nil},
		{"numbers that Excel noted", `<table><tr><td x:num="200000.10">200,000.1</td><td x:num>5</td></tr></table>`,
			[]string{"200000.10|5"}, nil},
		{"numbers that LibreOffice noted", `<table><tr><td sdval="45085" sdnum="1033;0;M/D/YYYY">6/8/2023</td></tr></table>`,
			[]string{"45085"}, nil},
		{"scripts and comments", "<table><tr><td>a<script>b()</script><!-- c --></td></tr></table>", []string{"a"},
			nil},
		{"tags that are never closed", "<table><tr><td>a<td>b<tr><td>c", []string{"a|b", "c"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := opened(t, []byte(tt.page))
			if diff := cmp.Diff(tt.want, grid(book)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.merges, book.Sheets[0].Merges); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAPageInGB2312(t *testing.T) {
	page := encoded(t, simplifiedchinese.GB18030,
		`<html><meta charset=gb2312><table><tr style="display: none"><td>甲公司</td></tr></table>`)
	want := []sheets.Line{{Number: 1, Hidden: true,
		Cells: []calc.Cell{{Kind: calc.CellText, Row: 1, Col: 1, Text: "甲公司"}}}}
	if diff := cmp.Diff(want, linesOf(opened(t, page).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestHostilePages(t *testing.T) {
	checkHostile(t, []hostile{
		{"a table in a table", plain("<table><tr><td><table><tr><td>a"), unknown, "套有表格", ""},
		{"a text of 32768 characters", plain("<table><tr><td>a<tr><td>" + strings.Repeat("x", 32768)), tooLarge,
			"32767", "A2"},
		{"more columns than a sheet has", plain("<table><tr><td colspan=16384>a<td>b"), tooLarge, "16384", ""},
		{"a tag of five megabytes", plain("<table a='" + strings.Repeat("x", 5<<20) + "'>"), tooLarge, "4 MB", ""},
		{"20001 merges", plain("<table><tr>" + strings.Repeat("<tr><td colspan=2>a", 20001)), tooLarge, "20000", ""},
		{"an archive without parts", plain("MIME-Version: 1.0\n"), unreadable, "网页存档", ""},
		{"an archive without a table", plain("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x\n--b--\n"), unreadable, "没有表格", ""},
		{"an archive that stops short", plain("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<table><tr><td>x"), incomplete, "网页存档", ""},
		{"bytes that are no text", plain("<table><tr><td>\xff\xff\xff"), unreadable, "GB18030", ""},
	})
}

func FuzzHTML(f *testing.F) {
	f.Add("<table><tr><td rowspan=3>a<td colspan=2>b</table>c<br>d<p>")
	f.Add("<html><table><tr><td x:num=1>2</td></tr></table>")
	f.Fuzz(func(t *testing.T, page string) { refusedOrRead(t, []byte("<table>"+page)) })
}

func TestAWebArchiveNamedXLSIsReadSheetBySheet(t *testing.T) {
	archive := strings.ReplaceAll(`MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="----=_Next"

这是一个存档。

------=_Next
Content-Location: file:///C:/x/a.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="utf-8"

<html><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>=E8=A1=A8</x:Name>
<x:WorksheetSource HRef=3D"a.files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></xml></html>

------=_Next
Content-Location: file:///C:/x/a.files/tabstrip.htm
Content-Type: text/html; charset="utf-8"

<table><tr><td>标签</td></tr></table>

------=_Next
Content-Location: file:///C:/x/a.files/sheet001.htm
Content-Transfer-Encoding: base64
Content-Type: text/html; charset="gb2312"

`, "\n", "\r\n")
	page := encoded(t, simplifiedchinese.GB18030,
		`<html><meta charset=gb2312><table><tr><td>甲公司</td><td x:num>20</td></tr></table>`)
	book := opened(t, []byte(archive+base64.StdEncoding.EncodeToString(page)+"\r\n------=_Next--\r\n"))
	if diff := cmp.Diff([]string{"甲公司|20"}, grid(book)); diff != "" || len(book.Sheets) != 1 ||
		book.Sheets[0].Name != "表" {
		t.Errorf("%d sheets, %s: %s", len(book.Sheets), book.Sheets[0].Name, diff)
	}
}

func FuzzMHT(f *testing.F) {
	f.Add([]byte("\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>=E8=A1=A8</td></tr></table>\n--b--\n"))
	f.Fuzz(func(t *testing.T, data []byte) { refusedOrRead(t, append([]byte("MIME-Version: 1.0"), data...)) })
}

func TestThePageOfANoticeIsKnown(t *testing.T) {
	const page = `<!doctype html><head><meta charset="utf-8">%s</head><table><tr><td>甲公司</td></tr></table>`
	for meta, want := range map[string]string{`<meta name="generator" content="jiangbu">`: "公示",
		`<meta name="generator" content="Excel">`: ""} {
		if got := opened(t, []byte(strings.Replace(page, "%s", meta, 1))).Output; got != want {
			t.Errorf("%s: %q, want %q", meta, got, want)
		}
	}
}
