package roster_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/roster"
	"jiangbu/sheets/sheettest"
)

// opened opens bytes under a name, as a document.
func opened(t testing.TB, name string, data []byte) *sheets.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), filepath.Base(name))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	book, findings, err := sheets.Open(sheets.Input{Path: path, File: name, Kinds: sheets.Documents})
	if err != nil || book == nil {
		t.Fatal(err, findings)
	}
	return book
}

// workbook is a workbook written as sheettest has it.
func workbook(t testing.TB, text string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := sheettest.Build(path, text); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func wordDocument(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	err := sheettest.WriteParts(&b, []sheettest.Part{{Name: "[Content_Types].xml", Content: "<Types/>"},
		{Name: "word/document.xml", Content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`}})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shownList writes a list as text.
func shownList(l *lists.List) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%d|%s\n", l.Title, l.Count, l.Fault())
	for _, line := range l.Lines {
		fmt.Fprintf(&b, "%d %s", line.Serial, line.Name)
		for _, more := range []string{line.Former, line.Code, line.Region, line.Level, line.Subject} {
			b.WriteString("," + more)
		}
		if line.Page > 0 {
			fmt.Fprintf(&b, " p%d", line.Page)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestListsOfEveryFormatAreRead(t *testing.T) {
	paragraph := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	cells := func(texts ...string) string {
		row := "<w:tr>"
		for _, s := range texts {
			row += "<w:tc>" + paragraph(s) + "</w:tc>"
		}
		return row + "</w:tr>"
	}
	tests := []struct {
		name, file string
		data       []byte
		want       []string
	}{
		{"a workbook with a title that counts", "名单.xlsx",
			workbook(t, "# 名单\n2023年度绿色工厂名单（2家）\n序号\t地区\t企业名称\n1\t江苏\t甲公司\n2\t江苏\t乙公司（原丙厂）\n"),
			[]string{"2023年度绿色工厂名单（2家）|2|\n1 甲公司,,,江苏,,\n2 乙公司,丙厂,,江苏,,\n"}},
		{"text divided by commas, with codes", "名单.csv", []byte("序号,单位名称,统一社会信用代码,星级\n1,甲公司,91320700MA1AAAAA0J,四星级\n"),
			[]string{"|0|\n1 甲公司,,91320700MA1AAAAA0J,,四星级,\n"}},
		{"a web page", "通知.html", []byte("<html><body><p>关于公布绿色工厂名单的通知</p><table><tr><td>序号<td>企业名称<tr><td>1<td>甲公司</table></body></html>"), []string{"关于公布绿色工厂名单的通知|0|\n1 甲公司,,,,,\n"}},
		{"a Word document with its notice", "通知.docx",
			wordDocument(t, paragraph("苏工信节能〔2023〕22号")+paragraph("2023年2月17日")+paragraph("附件：2022年度江苏省绿色工厂名单")+
				"<w:tbl>"+cells("序号", "设区市", "企业名称")+cells("1", "连云港", "甲公司")+"</w:tbl>"),
			[]string{"附件：2022年度江苏省绿色工厂名单|0|\n1 甲公司,,,连云港,,\n"}},
		{"a PDF with the header on its first page only", "名单.pdf",
			sheettest.PDF("附件1\n2023年度绿色工厂名单\n序号\t地区\t工厂名称\n1\t江苏\t甲新材料\\n有限公司", "2\t浙江\t乙公司\n— 2 —"),
			[]string{"2023年度绿色工厂名单|0|\n1 甲新材料有限公司,,,江苏,, p1\n2 乙公司,,,浙江,, p2\n"}},
		{"the word over the names is wrong for them", "名单.csv", []byte("序号,地区,园区名称\n1,江苏,甲公司\n"),
			[]string{"|0|\n1 甲公司,,,江苏,,\n"}},
		{"regions carried down", "名单.xlsx",
			workbook(t, "# 名单\n序号\t设区市\t县区\t企业名称\n1\t连云港市\t海州区\t甲公司\n2\t\t\t乙公司\n3\t徐州市\t\t丙公司\n#merge B2:B3\n"),
			[]string{"|0|\n1 甲公司,,,连云港市 海州区,,\n2 乙公司,,,连云港市,,\n3 丙公司,,,徐州市,,\n"}},
		{"two halves side by side, one behind the other", "名单.csv",
			[]byte("序号,企业名称,序号,企业名称\n1,甲公司,3,丙公司\n2,乙公司,4,丁公司\n"),
			[]string{"|0|\n1 甲公司,,,,,\n2 乙公司,,,,,\n3 丙公司,,,,,\n4 丁公司,,,,,\n"}},
		{"two halves side by side, line by line", "名单.csv", []byte("序号,企业名称,序号,企业名称\n1,甲公司,2,乙公司\n3,丙公司,,\n"),
			[]string{"|0|\n1 甲公司,,,,,\n2 乙公司,,,,,\n3 丙公司,,,,,\n"}},
		{"two lists in one sheet, each counting from one", "名单.xlsx",
			workbook(t, "# 名单\n绿色制造名单\n序号\t企业名称\n一、绿色工厂（1家）\n1\t甲公司\n二、绿色供应链管理企业（2家）\n1\t乙公司\n2\t丙公司\n"),
			[]string{"绿色工厂（1家）|1|\n1 甲公司,,,,,\n", "绿色供应链管理企业（2家）|2|\n1 乙公司,,,,,\n2 丙公司,,,,,\n"}},
		{"new names and old", "更名.csv", []byte("序号,更名前名称,更名后名称\n1,旧厂,新公司\n"), []string{"|0|\n1 新公司,旧厂,,,,\n"}},
		{"products, for which a firm repeats", "名单.csv", []byte("序号,企业名称,产品名称\n1,甲公司,一号\n2,甲公司,二号\n"),
			[]string{"|0|\n1 甲公司,,,,,一号\n2 甲公司,,,,,二号\n"}},
		{"a line is missing", "名单.csv", []byte("序号,企业名称\n1,甲公司\n3,丙公司\n"),
			[]string{"|0|缺少序号 2\n1 甲公司,,,,,\n3 丙公司,,,,,\n"}},
		{"a serial stands twice", "名单.csv", []byte("序号,企业名称\n1,甲公司\n1,乙公司\n"),
			[]string{"|0|序号 1 重复\n1 甲公司,,,,,\n1 乙公司,,,,,\n"}},
		{"a line without its serial", "名单.csv", []byte("序号,企业名称\n1,甲公司\n,乙公司\n"),
			[]string{"|0|“乙公司”一行没有序号\n1 甲公司,,,,,\n0 乙公司,,,,,\n"}},
		{"a line without a name", "名单.csv", []byte("序号,地区,企业名称\n1,江苏,甲公司\n2,江苏,\n"),
			[]string{"|0|序号2没有名称\n1 甲公司,,,江苏,,\n2 ,,,江苏,,\n"}},
		{"fewer than the title counts", "名单.csv", []byte("绿色工厂名单（3家）,\n序号,企业名称\n1,甲公司\n2,乙公司\n"),
			[]string{"绿色工厂名单（3家）|3|标明 3 家，读到 2 家\n1 甲公司,,,,,\n2 乙公司,,,,,\n"}},
		{"the heading again on the next page", "名单.csv", []byte("序号,企业名称\n1,甲公司\n序号,企业名称\n2,乙公司\n"),
			[]string{"|0|\n1 甲公司,,,,,\n2 乙公司,,,,,\n"}},
		{"another heading begins another list", "名单.csv", []byte("序号,企业名称\n1,甲公司\n序号,产品名称,企业名称\n1,一号,乙公司\n"),
			[]string{"|0|\n1 甲公司,,,,,\n", "|0|\n1 乙公司,,,,,一号\n"}},
		{"a page's number is no title", "名单.csv", []byte("绿色工厂,\n第2页,\n序号,企业名称\n1,甲公司\n"),
			[]string{"绿色工厂|0|\n1 甲公司,,,,,\n"}},
		{"a year is one", "名单.csv", []byte("绿色工厂,\n2023年,\n序号,企业名称\n1,甲公司\n"),
			[]string{"2023年|0|\n1 甲公司,,,,,\n"}},
		{"a title that counts two things counts nothing", "名单.csv",
			[]byte("绿色工厂（1家）和绿色供应链（2家）名单,\n序号,企业名称\n1,甲公司\n"),
			[]string{"绿色工厂（1家）和绿色供应链（2家）名单|0|\n1 甲公司,,,,,\n"}},
		{"one that counts it twice counts", "名单.csv", []byte("绿色工厂（1家）名单（共1家）,\n序号,企业名称\n1,甲公司\n"),
			[]string{"绿色工厂（1家）名单（共1家）|1|\n1 甲公司,,,,,\n"}},
		{"a sentence of more than sixty signs is no title", "名单.csv",
			[]byte("绿色工厂,\n" + strings.Repeat("现将名单公布如下", 8) + ",\n序号,企业名称\n1,甲公司\n"),
			[]string{"绿色工厂|0|\n1 甲公司,,,,,\n"}},
		{"no serials and no count", "名单.csv", []byte("地区,企业名称\n江苏,甲公司\n"),
			[]string{"|0|没有序号，也没有标明家数，无法确认是否完整\n0 甲公司,,,江苏,,\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			paper, findings := roster.ReadLists(opened(t, tt.file, tt.data))
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			var got []string
			for i := range paper.Lists {
				got = append(got, shownList(&paper.Lists[i]))
			}
			if d := diff.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestAFileWithoutAListIsSaid(t *testing.T) {
	_, findings := roster.ReadLists(opened(t, "通知.html", []byte("<html><p>现将名单公布如下：甲公司、乙公司。</p></html>")))
	if findings.Worst() != "list/none" {
		t.Error(findings)
	}
}

func TestWhatAListIsIsGuessed(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	tests := []struct {
		name, file string
		data       []byte
		want       lists.Said
	}{
		{"an annex of the country: provinces tell the level", "附件1.csv",
			[]byte("2021年度绿色工厂名单,,\n序号,地区,工厂名称\n1,北京,甲\n2,江苏,乙\n3,浙江,丙\n"),
			lists.Said{Item: "green-factory", Level: "国家级", Nature: lists.New, Whole: true}},
		{"a notice of the province: the document tells it", "通知.csv",
			[]byte("苏工信节能〔2023〕22号,\n各设区市工信局：,\n2023年2月17日,\n2022年度绿色工厂名单（1家）,\n序号,企业名称\n1,甲\n"),
			lists.Said{Item: "green-factory", Level: "省级", Nature: lists.New, Document: "苏工信节能〔2023〕22号",
				Date: written.Date{Year: 2023, Month: 2, Day: 17}, Count: 1, Whole: true}},
		{"a review", "通知.csv", []byte("国家级绿色工厂复核通过名单,\n序号,企业名称\n1,甲\n"),
			lists.Said{Item: "green-factory", Level: "国家级", Nature: lists.Renewed}},
		{"a removal", "移出绿色工厂名单.csv", []byte("序号,企业名称\n1,甲\n"),
			lists.Said{Item: "green-factory", Nature: lists.Removed}},
		{"a proposal", "通知.csv", []byte("2023年江苏省智能制造示范车间拟认定名单,\n序号,企业名称\n1,甲\n"),
			lists.Said{Item: "smart-workshop", Level: "省级", Nature: lists.Proposed}},
		{"nothing of this policy", "通知.csv", []byte("高新技术企业名单,\n序号,企业名称\n1,甲\n"),
			lists.Said{Nature: lists.New, Whole: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			paper, _ := roster.ReadLists(opened(t, tt.file, tt.data))
			roster.Guess(&paper, v)
			if d := diff.Diff(tt.want, paper.Lists[0].Said); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestTheLinesOfAListSayTheirLevelAndNature(t *testing.T) {
	const title = "2023年江苏省星级上云企业名单"
	v := standard.NewVocabulary(policyOf(t))
	for _, tt := range []struct{ name, text, want string }{
		{"sections whose serials run on", title + ",\n序号,企业名称\n一、五星级（1家）,\n1,甲公司\n二、四星级（2家）,\n2,乙公司\n3,丙公司\n",
			title + "|0| 五星级 四星级 四星级"},
		{"serials that begin anew make lists", title + ",\n序号,企业名称\n五星级（1家）,\n1,甲公司\n四星级（1家）,\n1,乙公司\n",
			"五星级（1家）|1|  四星级（1家）|1| "},
		{"what stands between pages is no section", title + ",\n序号,企业名称\n五星级,\n1,甲公司\n四星级,\n2,乙公司\n续表,\n3,丙公司\n",
			title + "|0| 五星级 四星级 四星级"},
		{"a level that leads the line holds for those below", title + ",,\n星级,序号,企业名称\n五星级,1,甲公司\n,2,乙公司\n",
			title + "|0| 五星级 五星级"},
		{"one behind the name does not", title + ",,\n序号,企业名称,星级\n1,甲公司,五星级\n2,乙公司,\n", title + "|0| 五星级 "},
		{"a remark says that one was renewed or taken off", title + ",,\n序号,企业名称,备注\n1,甲公司,通过复核\n2,乙公司,2024年撤销\n3,丙公司,未撤销\n",
			title + "|0| 复核 移出 "},
		{"so may a section", title + ",\n序号,企业名称\n一、新认定,\n1,甲公司\n二、通过复核,\n2,乙公司\n", title + "|0|  复核"},
		{"a name of old says nothing", title + ",,\n序号,企业名称,备注\n1,甲公司,2022年更名\n", title + "|0| "},
	} {
		paper, _ := roster.ReadLists(opened(t, "名单.csv", []byte(tt.text)))
		roster.Guess(&paper, v)
		var got []string
		for _, l := range paper.Lists {
			got = append(got, fmt.Sprintf("%s|%d|", l.Title, l.Count))
			for _, line := range l.Lines {
				got = append(got, line.Level+string(line.Nature))
			}
		}
		if d := diff.Diff(tt.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, d)
		}
	}
}

func TestTheRegistrationIsWrittenConfirmedAndRead(t *testing.T) {
	p := policyOf(t)
	v := standard.NewVocabulary(p)
	paper, _ := roster.ReadLists(opened(t, "通知.csv",
		[]byte("苏工信节能〔2023〕22号,\n2023年2月17日,\n2022年度绿色工厂名单（1家）,\n序号,企业名称\n1,甲\n")))
	roster.Guess(&paper, v)
	var b bytes.Buffer
	if err := roster.WriteRegistration(&b, paper.Lists, p); err != nil {
		t.Fatal(err)
	}
	book := opened(t, roster.RegistrationFile, b.Bytes())
	if !roster.IsRegistration(book) {
		t.Fatal("not known as a registration")
	}
	if roster.IsRegistration(opened(t, "名单.csv", []byte("序号,企业名称\n1,甲\n"))) {
		t.Error("a list is taken for a registration")
	}
	var choices []string
	book.Sheets[1].Rows(func(l sheets.Line) bool { choices = append(choices, l.Cells[0].Text); return true })
	if n := len(p.Items); choices[0] != "事项" || choices[n] != p.Items[n-1].Name || choices[n+1] != "不属于本政策" {
		t.Error(choices)
	}
	registered, findings := roster.ReadRegistration(book, v)
	if len(findings) > 0 || len(registered) != 1 || registered[0].Confirmed {
		t.Fatal(registered, findings)
	}
	want := paper.Lists[0].Said
	if d := diff.Diff(want, registered[0].Said); d != "" {
		t.Errorf("(-written +read)\n%s", d)
	}
	registered[0].Confirmed = true
	if missing, findings := roster.Register(paper.Lists, registered, v); len(missing)+len(findings) > 0 ||
		!paper.Lists[0].Decides() {
		t.Error(missing, findings, paper.Lists[0].Said)
	}
}

func TestWhatAnOfficerWroteIsReadOrAskedAbout(t *testing.T) {
	head := "# 名单登记\n文件\t工作表\t第几张表\t事项\t级别\t性质\t文号\t成文日期\t公布家数\t名单完整\t确认\n"
	tests := []struct {
		name, line string
		confirmed  bool
		want       []calc.Code
	}{
		{"all is well", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t新认定\t文\t2023年11月9日\t662家\t是\t是", true, nil},
		{"of none of the policy's items", "甲.pdf\t甲\t1\t不属于本政策\t\t\t\t\t\t\t是", true, nil},
		{"not confirmed", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t新认定\t\t\t\t是\t", false, nil},
		{"an item that is none", "甲.pdf\t甲\t1\t高新技术企业\t\t\t\t2023-11-09\t\t是\t是", false,
			[]calc.Code{"list/registration"}},
		{"a level that is none", "甲.pdf\t甲\t1\t绿色工厂\t甲级\t\t\t2023-11-09\t\t是\t是", false,
			[]calc.Code{"list/registration"}},
		{"a nature that is none", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t其他\t\t2023-11-09\t\t是\t是", false,
			[]calc.Code{"list/registration"}},
		{"confirmed without a date", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t\t\t\t\t是\t是", false, []calc.Code{"list/registration"}},
		{"a date that is none", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t\t\t去年\t\t是\t是", false,
			[]calc.Code{"cell/date", "list/registration"}},
		{"a count that is none", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t\t\t2023-11-09\t许多\t是\t是", false,
			[]calc.Code{"list/registration"}},
		{"confirmed without an item", "甲.pdf\t甲\t1\t\t\t\t\t2023-11-09\t\t是\t是", false,
			[]calc.Code{"list/registration"}},
		{"no item, and nobody confirmed it", "甲.pdf\t甲\t1\t\t\t\t\t2023-11-09\t\t是\t", false, nil},
		{"neither yes nor no", "甲.pdf\t甲\t1\t绿色工厂\t国家级\t\t\t2023-11-09\t\t也许\t是", false,
			[]calc.Code{"list/registration"}},
	}
	v := standard.NewVocabulary(policyOf(t))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			registered, findings := roster.ReadRegistration(opened(t, "名单登记.xlsx", workbook(t, head+tt.line+"\n")), v)
			var codes []calc.Code
			for _, f := range findings {
				codes = append(codes, f.Code)
			}
			if d := diff.Diff(tt.want, codes); d != "" {
				t.Errorf("findings (-want +got)\n%s", d)
			}
			if len(registered) != 1 || registered[0].Confirmed != tt.confirmed {
				t.Errorf("%+v", registered)
			}
		})
	}
}

func TestRegistrationsThatMeetNoListOrOneTwice(t *testing.T) {
	all := []lists.List{{Ref: calc.Ref{File: "甲.pdf", Sheet: "甲"}, Part: 1},
		{Ref: calc.Ref{File: "乙.pdf", Sheet: "乙"}, Part: 1}}
	said := lists.Said{Confirmed: true}
	missing, findings := roster.Register(all,
		[]roster.Registered{{File: "甲.pdf", Part: 1, Said: said}, {File: "甲.pdf", Part: 1, Said: said},
			{File: "丙.pdf", Part: 1, Said: said}}, standard.NewVocabulary(policyOf(t)))
	if d := diff.Diff([]int{1}, missing); d != "" {
		t.Error(d)
	}
	if len(findings) != 2 || findings[0].Code != "list/registered-twice" || findings[1].Code != "list/unknown" ||
		all[0].Confirmed {
		t.Error(findings, all)
	}
}

// Of what has levels, a confirmed list must say one: else it would bear out any.
func TestAListWithoutItsLevelIsNotConfirmed(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	for level, want := range map[string]bool{"": false, "省级": true} {
		all := []lists.List{{Ref: calc.Ref{File: "甲.pdf"}, Part: 1, Lines: []lists.Line{{Name: "甲"}}}}
		said := lists.Said{Item: "green-factory", Level: level, Date: written.Date{Year: 2023, Month: 1, Day: 1},
			Confirmed: true}
		_, findings := roster.Register(all, []roster.Registered{{File: "甲.pdf", Part: 1, Said: said}}, v)
		if all[0].Confirmed != want || (len(findings) == 0) != want {
			t.Errorf("%q: %v, %v", level, all[0].Confirmed, findings)
		}
	}
}
