package sheets_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/sheets"
)

// commented is a workbook with comments on cells, by author and text.
func commented(t testing.TB, comments ...excelize.Comment) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellStr("Sheet1", "A1", "甲"); err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		if err := f.AddComment("Sheet1", c); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const conversation = "[线程批注]\n\n你的 Excel 版本可读取此线程批注。了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n\n注释:\n    已停产"

func TestACommentOnACellIsReadWithoutTheNameInFront(t *testing.T) {
	for _, c := range []struct {
		name string
		data func(testing.TB) []byte
		want []sheets.Note
	}{
		{"of Excel, in runs", func(t testing.TB) []byte {
			return commented(t, excelize.Comment{Cell: "B3", Author: "张三",
				Paragraph: []excelize.RichTextRun{{Text: "张三:\n"}, {Text: "已停产"}}})
		}, []sheets.Note{{Row: 3, Col: 2, Text: "已停产"}}},
		{"of two cells", func(t testing.TB) []byte {
			return commented(t, excelize.Comment{Cell: "A1", Author: "张三", Text: "一"},
				excelize.Comment{Cell: "AA20", Author: "李四", Text: "二"})
		}, []sheets.Note{{Row: 1, Col: 1, Text: "一"}, {Row: 20, Col: 27, Text: "二"}}},
		{"that only begins like the name", func(t testing.TB) []byte {
			return commented(t, excelize.Comment{Cell: "A1", Author: "张三", Text: "李四说已停产"})
		}, []sheets.Note{{Row: 1, Col: 1, Text: "李四说已停产"}}},
		{"of a conversation, without Excel's words", func(t testing.TB) []byte {
			return commented(t, excelize.Comment{Cell: "A1", Author: "tc={1}", Text: conversation})
		}, []sheets.Note{{Row: 1, Col: 1, Text: "注释:\n    已停产"}}},
		{"without a word", func(t testing.TB) []byte {
			return commented(t, excelize.Comment{Cell: "A1", Author: "张三", Text: "张三:\n "})
		}, nil},
		{"no comment", func(t testing.TB) []byte { return commented(t) }, nil},
		{"of an OpenDocument", odsRows(`<table:table-row><table:table-cell/><table:table-cell office:value-type="string">` +
			`<office:annotation><dc:date xmlns:dc="x">2024-01-01T00:00:00</dc:date><text:p>已停产</text:p><text:p>见文件</text:p>` +
			`</office:annotation><text:p>甲</text:p></table:table-cell></table:table-row>`),
			[]sheets.Note{{Row: 1, Col: 2, Text: "已停产\n见文件"}}},
		{"of an XML Spreadsheet 2003", xml2003(`<Worksheet ss:Name="表"><Table><Row ss:Index="4"><Cell>` +
			`<Data ss:Type="String">甲</Data><Comment ss:Author="张三"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">` +
			`<B>张三:</B>&#10;已停产</ss:Data></Comment></Cell></Row></Table></Worksheet>`),
			[]sheets.Note{{Row: 4, Col: 1, Text: "已停产"}}},
		{"of an .xls, beside another object", func(testing.TB) []byte {
			text := func(s string) []byte { return rec(0x003C, wide(s)) }
			return xls(sst("甲"), bytes.Join([][]byte{rec(0x00FD, 0, 0, 0, uint32(0)),
				rec(0x005D, 0x15, 0x12, 0x06, 7), rec(0x01B6, 0, 0, 0, 0, 0, 2, 0), text("框里"), rec(0x003C, 0),
				rec(0x005D, 0x15, 0x12, 0x19, 8), rec(0x01B6, 0, 0, 0, 0, 0, 6, 0), text("张三:已停产"), rec(0x003C, 0),
				rec(0x001C, 2, 3, 0, 8, "张三")}, nil))
		}, []sheets.Note{{Row: 3, Col: 4, Text: "已停产"}}},
		{"of an .xls whose object is gone", func(testing.TB) []byte {
			return xls(sst("甲"), bytes.Join([][]byte{rec(0x00FD, 0, 0, 0, uint32(0)), rec(0x001C, 2, 3, 0, 8, "张三")}, nil))
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, opened(t, c.data(t)).Sheets[0].Notes); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
