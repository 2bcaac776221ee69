package sheets_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// seenStyles are two fonts, the second one struck through, and the styles:
// 0 general, 1 struck, 2 scaled to 万元.
const seenStyles = `<styleSheet ` + mainNS +
	`><numFmts><numFmt numFmtId="164" formatCode="0!.0,&quot;万元&quot;"/></numFmts>` +
	`<fonts><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts>` +
	`<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="164" fontId="0"/></cellXfs></styleSheet>`

// seenXLSX is a workbook of one row with those styles.
func seenXLSX(cells, texts string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		parts := baseParts(t)
		parts["xl/styles.xml"] = seenStyles
		parts["xl/sharedStrings.xml"] = `<sst ` + mainNS + `>` + texts + `</sst>`
		parts[sheetPart] = `<worksheet ` + mainNS + `><sheetData><row r="1">` + cells + `</row></sheetData></worksheet>`
		return zipped(t, parts)
	}
}

// seenXLS is the same of Excel 97: fonts 0 to 3 and 5, which is struck through.
func seenXLS(cells ...[]byte) func(testing.TB) []byte {
	return func(testing.TB) []byte {
		font := func(flags int) []byte { return rec(0x0031, 220, flags, 0x7FFF, 400, uint32(0), uint32(0)) }
		globals := bytes.Join([][]byte{font(0), font(0), font(0), font(0), font(8), rec(0x041E, 165, `0!.0,"万元"`),
			rec(0x00E0, 5, 0), rec(0x00E0, 0, 165), // styles 3 and 4
			rec(0x00FC, uint32(2), uint32(2), 4, uint8(9), 2, wide("20万元")[1:], []byte{2, 0, 5, 0, 3, 0, 0, 0}, "甲")},
			nil)
		return xls(globals, bytes.Join(cells, nil))
	}
}

const odsStyles = `<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
	`<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>` +
	`<style:style style:name="ce2" style:family="table-cell"><style:text-properties style:text-line-through-style="none"/></style:style></office:automatic-styles>`

func seenODS(columns, cells string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		from, to := strings.Index(odfHead, "<office:automatic-styles>"), strings.Index(odfHead, "<office:body>")
		content := odfHead[:from] + odsStyles + odfHead[to:] + `<table:table table:name="表">` + columns +
			`<table:table-row>` + cells + `</table:table-row></table:table>` + odfTail
		return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
			"content.xml": content})
	}
}

// stroke is a text struck through.
func stroke(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteRune(calc.Strike)
	}
	return b.String()
}

func TestACellSaysWhatTheEyeSees(t *testing.T) {
	for _, tt := range []struct {
		name string
		data func(testing.TB) []byte
		want []string
	}{
		{"xlsx: a font strikes through",
			seenXLSX(`<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"><v>20</v></c><c r="C1" s="1" t="inlineStr"><is><t>甲 乙</t></is></c><c r="D1" t="s"><v>0</v></c>`, `<si><t>甲</t></si>`),
			[]string{"1 " + stroke("甲"), "1 " + stroke("20"), "1 " + stroke("甲") + " " + stroke("乙"), "1 甲"}},
		{"xlsx: a run strikes through", seenXLSX(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r></is></c>`,
			`<si><r><rPr><strike/><sz val="11"/></rPr><t>15</t></r><r><rPr><sz val="11"/></rPr><t>20万元</t></r></si><si><r><rPr><strike val="0"/></rPr><t>甲</t></r></si>`),
			[]string{"1 " + stroke("15") + "20万元", "1 甲", "1 甲" + stroke("乙")}},
		{"xlsx: a format names a unit", seenXLSX(`<c r="A1" s="2"><v>200000</v></c><c r="B1"><v>200000</v></c><c r="C1" s="2"><f>B1</f><v>200000</v></c>`, ""),
			[]string{"8 200000，显示为20万元", "2 200000", "8 200000，显示为20万元"}},
		{"xls: a font strikes through", seenXLS(rec(0x00FD, 0, 0, 3, uint32(1)), rec(0x0203, 0, 1, 3, 20.0),
			rec(0x0204, 0, 2, 3, "乙"), rec(0x00FD, 0, 3, 0, uint32(1)),
			rec(0x0006, 0, 4, 3, []byte{0, 0, 0, 0, 0, 0, 255, 255}, 0, uint32(0), 0), rec(0x0207, "丙")),
			[]string{"1 " + stroke("甲"), "1 " + stroke("20"), "1 " + stroke("乙"), "1 甲", "1 " + stroke("丙")}},
		{"xls: a run strikes through", seenXLS(rec(0x00FD, 0, 0, 0, uint32(0)), rec(0x00D6, 0, 1, 0, "甲乙", 1, 1, 5)),
			[]string{"1 20" + stroke("万") + "元", "1 甲" + stroke("乙")}},
		{"xls: a format names a unit", seenXLS(rec(0x0203, 0, 0, 4, 200000.0), rec(0x0203, 0, 1, 0, 200000.0)),
			[]string{"8 200000，显示为20万元", "2 200000"}},
		{"ods: a style strikes through",
			seenODS(`<table:table-column/><table:table-column table:default-cell-style-name="ce1"/><table:table-column/>`,
				`<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>甲</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="20"><text:p>20</text:p></table:table-cell>`+
					`<table:table-cell table:style-name="ce2" office:value-type="string"><text:p>乙</text:p></table:table-cell>`),
			[]string{"1 " + stroke("甲"), "1 " + stroke("20"), "1 乙"}},
		{"ods: a span strikes through", seenODS("",
			`<table:table-cell office:value-type="string"><text:p><text:span text:style-name="T1">15<text:span>元</text:span></text:span>20<text:span>万</text:span></text:p></table:table-cell>`),
			[]string{"1 " + stroke("15元") + "20万"}},
		{"ods: what is shown has a unit",
			seenODS("", `<table:table-cell office:value-type="float" office:value="200000"><text:p>20.0万元</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="200000"><text:p>200,000.00</text:p></table:table-cell>`),
			[]string{"8 200000，显示为20万元", "2 200000"}},
		{"html: tags and styles strike through",
			plain(`<html><style>.xl65{color:red}.xl66, .xl67{mso-x:y;text-decoration:line-through}</style><table><tr><td class=xl66>甲</td><td class=xl65>乙</td><td><s>15</s>20</td><td><span style="text-decoration: line-through">a<span>b</span></span>c<td><del>d<td>e</tr></table>`),
			[]string{"1 " + stroke("甲"), "1 乙", "1 " + stroke("15") + "20", "1 " + stroke("ab") + "c", "1 " +
				stroke("d"), "1 e"}},
		{"html: what is shown has a unit",
			plain(`<table><tr><td x:num="200000">20.0万元</td><td x:num="200000">200,000</td></tr></table>`),
			[]string{"8 200000，显示为20万元", "2 200000"}},
		{"a picture of WPS is no number of a certificate",
			seenXLSX(`<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_A1",1)</f><v>=DISPIMG("ID_A1",1)</v></c><c r="B1" t="e"><f>_xlfn.DISPIMG("ID_A1",1)</f><v>#NAME?</v></c><c r="C1" t="e"><f>A1</f><v>#NAME?</v></c>`, ""),
			[]string{"5 #NAME?"}},
		{"the careful way sees it too", seenXLSX(`<c r="A1" t="str"><f t="normal">_xlfn.DISPIMG("ID_A1",1)</f><v>=DISPIMG("ID_A1",1)</v></c><c r="B1" t="e"><f t="normal">DISPIMG("ID_A1",1)</f><v>#NAME?</v></c>`, ""), nil},
		{"a picture of Excel is no error",
			seenXLSX(`<c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="e"><v>#VALUE!</v></c><c r="C1" t="e" vm="1"><f>A1:A2</f><v>#VALUE!</v></c>`, ""), []string{"5 #VALUE!", "5 #VALUE!"}},
		{"a picture in a text file", plain("\"=DISPIMG(\"\"x\"\",1)\",甲\n,DISPIMG(\n"), []string{"1 甲", "1 DISPIMG("}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, l := range linesOf(opened(t, tt.data(t)).Sheets[0]) {
				for _, c := range l.Cells {
					got = append(got, fmt.Sprintf("%d %s", c.Kind, c.Text))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFormulasToBeWorkedOutAnewAreStale(t *testing.T) {
	const cells = `<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="s"><f>C1</f><v>0</v></c><c r="C1"><v>2</v></c><c r="D1"><f>1</f></c>`
	for _, tt := range []struct {
		calc string
		want []calc.CellKind
	}{
		{`<calcPr calcId="1" fullCalcOnLoad="1"/>`,
			[]calc.CellKind{calc.CellStale, calc.CellStale, calc.CellNumber, calc.CellNoValue}},
		{`<calcPr calcId="1" fullCalcOnLoad="0"/>`,
			[]calc.CellKind{calc.CellNumber, calc.CellText, calc.CellNumber, calc.CellNoValue}},
	} {
		parts := baseParts(t)
		parts[sheetPart] = `<worksheet ` + mainNS + `><sheetData><row r="1">` + cells + `</row></sheetData></worksheet>`
		parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], `</sheets>`, `</sheets>`+tt.calc, 1)
		var got []calc.CellKind
		for _, c := range linesOf(opened(t, zipped(t, parts)).Sheets[0])[0].Cells {
			got = append(got, c.Kind)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.calc, diff)
		}
	}
}

func TestUnderAMergeOnlyTheFirstCellCounts(t *testing.T) {
	book := built(t, "# 表\n#merge A1:C1\n#merge A3:A5\n#merge B3:B4\n标题\n单位\t金额\t备注\n甲公司\t20\tx\n乙公司\t20\ty\n\t9\t\n丙公司\t\tz\n")
	var got []string
	findings := book.Sheets[0].Rows(func(l sheets.Line) bool {
		for _, c := range l.Cells {
			got = append(got, calc.Ref{Row: c.Row, Col: c.Col}.Cell()+" "+c.Text)
		}
		return true
	})
	want := []string{"A1 标题", "A2 单位", "B2 金额", "C2 备注", "A3 甲公司", "B3 20", "C3 x", "C4 y", "B5 9", "A6 丙公司", "C6 z"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	told := calc.Findings{calc.Found("table/under-merge", calc.Ref{File: book.File, Sheet: "表", Row: 4, Col: 1}, "乙公司",
		"甲公司")}
	if diff := cmp.Diff(told, findings); diff != "" {
		t.Error(diff)
	}
}
