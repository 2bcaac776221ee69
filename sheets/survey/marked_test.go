package survey

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
	"jiangbu/sheets/write"
)

// built is a workbook in the notation of sheettest, as bytes.
func built(t *testing.T, text string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "b.xlsx")
	if err := sheettest.Build(path, text); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// checked are the findings of a workbook, those of its records included.
func checked(t *testing.T, p *calc.Policy, data []byte) calc.Findings {
	t.Helper()
	rows, findings, _ := Read(opened(t, data), standard.NewVocabulary(p))
	records, more := standard.Standardise(rows, p)
	findings = append(findings, more...)
	for _, r := range records {
		findings = append(findings, r.Findings...)
	}
	return findings
}

// marked marks a workbook with its own findings.
func marked(t *testing.T, p *calc.Policy, data []byte) Marked {
	t.Helper()
	m, err := Mark(opened(t, data), data, checked(t, p, data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// faulty is a workbook with a bit of everything, and six things to say about
// it: a hidden column, two bad codes, no date, a formula without a result, no
// such district.
const faulty = `# 摸排表
#merge A1:G1
#hide col G
#hide row 7
东海县2025年度摸排表
序号	单位名称	统一社会信用代码	县区	奖补事项	认定级别	备注	认定日期
1	连云港天地机械有限公司	91320722MAAY4CL12X	东海县	星级上云	三星级		=D:2024-05-12
2	连云港玄黄机械有限公司	91320722MAAY4CL12W	东海县	星级上云	三星级	隐藏的备注
3	连云港宇宙电子有限公司	91320722MAHU49D47M	东海县	星级上云	三星级		=F:DATE(2024,5,12)
4	连云港洪荒电子有限公司	'123	火星	星级上云	三星级		=F:DATE(2024,5,12)|45424

# 隐藏的表
#hide sheet
备忘	12.50	=B:TRUE	=E:#REF!
`

func TestAMarkedCopyHoldsEverythingTheSubmissionHolds(t *testing.T) {
	p := policies(t)["lyg-2024"]
	data := built(t, faulty)
	m := marked(t, p, data)
	if m.Rebuilt || m.Muted {
		t.Fatalf("the copy is not the submission: %+v", Marked{Rebuilt: m.Rebuilt, Muted: m.Muted})
	}
	before, after := opened(t, data), opened(t, m.Data)
	if after.Sheets[0].Name != foundSheetName || len(after.Sheets) != len(before.Sheets)+1 {
		t.Fatalf("the sheets: %v", after.Sheets)
	}
	for i, s := range before.Sheets {
		if diff := cmp.Diff(shownSheet(s), shownSheet(after.Sheets[i+1])); diff != "" {
			t.Errorf("%s (-submitted +copy):\n%s", s.Name, diff)
		}
	}
}

// shownSheet is everything that the reader knows of a sheet.
func shownSheet(s *sheets.Sheet) string {
	var b strings.Builder
	fmt.Fprintln(&b, s.Name, s.Visibility, s.Merges, hiddenIn(s.HiddenCols), s.Date1904)
	s.Rows(func(l sheets.Line) bool { fmt.Fprintln(&b, l.Number, l.Hidden, l.Cells); return true })
	return b.String()
}

func TestEachFindingIsColouredCommentedAndListed(t *testing.T) {
	p := policies(t)["lyg-2024"]
	m := marked(t, p, built(t, faulty))
	f := openForm(t, m.Data)
	var got []string
	comments, err := f.GetComments("摸排表")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		got = append(got, c.Cell+" "+strings.ReplaceAll(textOf(c), "\n", "|"))
		want := write.FillMark
		if strings.Contains(textOf(c), "错误：") {
			want = write.FillWrong
		}
		if colour(t, f, "摸排表", c.Cell) != want {
			t.Errorf("%s is not coloured", c.Cell)
		}
	}
	want := []string{
		"G2 【检查问题】|提醒：G列是隐藏的，其中的数据已照常读取|→ 请取消隐藏后核对；不应报送的请删去",
		"C3 【检查问题】|错误：统一社会信用代码 91320722MAAY4CL12X 有误：校验码不符|→ 请对照营业执照改正；确认无误的，请在备注中说明依据，由市级核定",
		"H4 【检查问题】|错误：没有填写认定日期|→ 请补上认定文件的成文日期或证书的发证日期",
		"H5 【检查问题】|错误：认定日期是公式，但文件里没有保存计算结果|→ 请用 Excel 或 WPS 打开、重新计算并保存",
		"C6 【检查问题】|错误：统一社会信用代码 123 有误：应为 18 位，填了 3 位|→ 请对照营业执照改正；确认无误的，请在备注中说明依据，由市级核定",
		"D6 【检查问题】|错误：县区“火星”无法识别|→ 请填写县区（板块）的规范名称",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("comments (-want +got):\n%s", diff)
	}
	if colour(t, f, "摸排表", "B3") == write.FillMark {
		t.Error("B3 is coloured although nothing is wrong with it")
	}
	text, err := sheettest.Dump(onDisk(t, m.Data))
	if err != nil {
		t.Fatal(err)
	}
	list, _, _ := strings.Cut(text, "\n# 摸排表")
	golden(t, "testdata/marked_list.txt", list+"\n")
	if ok, target, err := f.GetCellHyperLink(foundSheetName, "D6"); !ok || err != nil || target != "'摸排表'!C3" &&
		target != "'摸排表'!G2" {
		t.Errorf("the link of the second line: %v %q %v", ok, target, err)
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(filepath.FromSlash(file), []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func onDisk(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// colour is the fill of a cell, "" for none.
func colour(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.GetStyle(id); err != nil { // reads the styles
		t.Fatal(err)
	}
	p := painter{file: f}
	return p.colourOf(p.fillAt(id))
}

// corrected changes cells of a copy as a clerk does and saves it.
func corrected(t *testing.T, data []byte, cells map[string]any) []byte {
	t.Helper()
	f := openForm(t, data)
	for cell, v := range cells {
		if err := f.SetCellValue("摸排表", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestACopyCorrectedAndSentBackReadsClean(t *testing.T) {
	p := policies(t)["lyg-2024"]
	m := marked(t, p, built(t, faulty))
	again := corrected(t, m.Data, map[string]any{"C3": companyCode(t, p, 3), "H4": "2024年5月12日", "H5": "2024-05-12",
		"C6": companyCode(t, p, 4), "D6": "海州区"})
	f := openForm(t, again)
	if err := f.SetColVisible("摸排表", "G", true); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	again = b.Bytes()
	if diff := cmp.Diff([]string(nil), says(checked(t, p, again))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMarksDoNotPileUp(t *testing.T) {
	p := policies(t)["lyg-2024"]
	own := corrected(t, built(t, faulty), nil)
	f := openForm(t, own)
	style, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1,
		Color: []string{"00B0F0"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		f.SetCellStyle("摸排表", "C3", "C6", style),
		f.AddComment("摸排表", excelize.Comment{Cell: "C3", Author: "张三", Text: "已电话核对"}),
		f.AddComment("摸排表", excelize.Comment{Cell: "B3", Author: "张三", Text: "老朋友"}),
		f.SetColWidth("摸排表", "B", "B", 33.5),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	once := marked(t, p, b.Bytes())
	twice := marked(t, p, once.Data)
	thrice := marked(t, p, twice.Data)
	if once.Rebuilt || twice.Rebuilt || once.Muted || twice.Muted {
		t.Fatal("the dress was not kept")
	}
	a, c := openForm(t, once.Data), openForm(t, thrice.Data)
	if diff := cmp.Diff(a.GetSheetList(), c.GetSheetList()); diff != "" {
		t.Errorf("sheets:\n%s", diff)
	}
	if diff := cmp.Diff(shownComments(t, a), shownComments(t, c)); diff != "" {
		t.Errorf("comments:\n%s", diff)
	}
	if got := shownComments(t, c); !strings.HasPrefix(got["C3"], "已电话核对\n【检查问题】\n错误") || got["B3"] != "老朋友" {
		t.Errorf("the district's own words: %q", got)
	}
	if w, err := c.GetColWidth("摸排表", "B"); err != nil || w != 33.5 {
		t.Errorf("width %v %v", w, err)
	}

	// What is put right loses its colour and its comment; the rest keeps both.
	right := marked(t, p, corrected(t, thrice.Data, map[string]any{"C3": companyCode(t, p, 3)}))
	r := openForm(t, right.Data)
	if got := colour(t, r, "摸排表", "C3"); got != "00B0F0" {
		t.Errorf("C3 had the colour 00B0F0 and has %q", got)
	}
	if got := colour(t, r, "摸排表", "C6"); got != write.FillWrong {
		t.Errorf("C6 has the colour %q", got)
	}
	if got := shownComments(t, r)["C3"]; got != "已电话核对" {
		t.Errorf("C3 says %q", got)
	}
}

func shownComments(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	comments, err := f.GetComments("摸排表")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, c := range comments {
		if all[c.Cell] != "" {
			t.Errorf("%s has two comments", c.Cell)
		}
		all[c.Cell] = textOf(c)
	}
	return all
}

func TestTheSameSubmissionGivesTheSameCopy(t *testing.T) {
	p := policies(t)["lyg-2024"]
	data := built(t, faulty)
	first := marked(t, p, data).Data
	for range 5 {
		if !bytes.Equal(first, marked(t, p, data).Data) {
			t.Fatal("two runs differ")
		}
	}
}

func TestAWorkbookThatTakesTooMuchToLoadIsBuiltAnew(t *testing.T) {
	p := policies(t)["lyg-2024"]
	for _, tt := range []struct {
		size    int
		rebuilt bool
	}{{1 << 20, false}, {25 << 20, true}} {
		parts, err := sheettest.Parts(faulty)
		if err != nil {
			t.Fatal(err)
		}
		for i := range parts {
			if parts[i].Name == "xl/workbook.xml" {
				parts[i].Content += strings.Repeat("<!--"+strings.Repeat(" ", 1017)+"-->", tt.size>>10)
			}
		}
		var b bytes.Buffer
		if err := sheettest.WriteParts(&b, parts); err != nil {
			t.Fatal(err)
		}
		if m := marked(t, p, b.Bytes()); m.Rebuilt != tt.rebuilt {
			t.Errorf("%d MB: rebuilt %v", tt.size>>20, m.Rebuilt)
		}
	}
}

func TestAFormatThatCannotBeMarkedIsBuiltAnewAndSaysSo(t *testing.T) {
	p := policies(t)["lyg-2024"]
	data := built(t, faulty)
	book := opened(t, data)
	m, err := Mark(book, []byte("no workbook at all"), checked(t, p, data))
	if err != nil || !m.Rebuilt {
		t.Fatalf("%v %v", m.Rebuilt, err)
	}
	text, err := sheettest.Dump(onDisk(t, m.Data))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"【问题清单】b.xlsx", "本文件按原文件的内容重新生成", "91320722MAAY4CL12X\t东海县",
		"12.50\t=B:TRUE\t=E:#REF!",
		"三星级\t\t=D:2024-05-12", "#merge A1:G1"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	f := openForm(t, m.Data)
	if colour(t, f, "摸排表", "C3") != write.FillWrong || len(shownComments(t, f)) != 6 {
		t.Error("the marks are missing")
	}
}

func TestASheetOfTheDistrictsOwnKeepsItsName(t *testing.T) {
	p := policies(t)["lyg-2024"]
	m := marked(t, p, built(t, strings.ReplaceAll(faulty, "# 隐藏的表\n#hide sheet", "# 问题清单")))
	f := openForm(t, m.Data)
	if diff := cmp.Diff([]string{"问题清单(2)", "摸排表", "问题清单"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
}

func TestNamesThatBelongToASheetStayWithIt(t *testing.T) {
	p := policies(t)["lyg-2024"]
	f := openForm(t, built(t, faulty))
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "摸排表!$1:$2",
		Scope: "摸排表"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	m := marked(t, p, b.Bytes())
	scopes := map[string]string{}
	for _, n := range openForm(t, marked(t, p, m.Data).Data).GetDefinedName() {
		scopes[n.Scope] = n.RefersTo
	}
	want := map[string]string{"摸排表": "摸排表!$1:$2", "问题清单": "'问题清单'!$4:$4"}
	if diff := cmp.Diff(want, scopes); diff != "" {
		t.Error(diff)
	}
}

func TestAFilledFormCanBeMarkedAndSentBack(t *testing.T) {
	p := policies(t)["lyg-2024"]
	f := openForm(t, writtenForm(t, p, "东海县"))
	fillLine(t, f, p, 0, &p.Items[0], levelsOf(&p.Items[0])[0])
	fillLine(t, f, p, 1, &p.Items[3], levelsOf(&p.Items[3])[0])
	if err := f.SetCellValue(formSheet, "D6", "91320722MAAY4CL12X"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	m := marked(t, p, b.Bytes())
	if m.Rebuilt || m.Muted {
		t.Fatal("the form's dress was not kept")
	}
	c := openForm(t, m.Data)
	checks, err := c.GetDataValidations(formSheet)
	if err != nil || len(checks) != len(formOrder())-1 {
		t.Errorf("%d checks, %v", len(checks), err)
	}
	if o, err := c.GetSheetProtection(formSheet); err != nil || !o.SelectUnlockedCells {
		t.Errorf("protection: %+v %v", o, err)
	}
	again := corrected(t, m.Data, map[string]any{"D6": companyCode(t, p, 9)})
	if fs := checked(t, p, again); len(fs) > 0 {
		t.Errorf("corrected: %v", says(fs))
	}
}

func TestACleanWorkbookGetsACopyThatSaysSo(t *testing.T) {
	p := policies(t)["lyg-2024"]
	data := writtenForm(t, p, "市直")
	m, err := Mark(opened(t, data), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, err := sheettest.Dump(onDisk(t, m.Data))
	if err != nil || !strings.Contains(text, "没有发现问题。") {
		t.Errorf("%v\n%.300s", err, text)
	}
}

func TestTheDressOfASubmissionStays(t *testing.T) {
	p := policies(t)["lyg-2024"]
	f := openForm(t, built(t, faulty))
	list := excelize.NewDataValidation(true)
	list.Sqref = "F3:F6"
	red, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9A0511"}})
	if err != nil {
		t.Fatal(err)
	}
	dress, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Family: "楷体", Size: 14}, NumFmt: 49,
		Border: []excelize.Border{{Type: "left", Style: 2, Color: "FF0000"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		list.SetDropList([]string{"三星级", "四星级"}),
		f.AddDataValidation("摸排表", list),
		f.SetConditionalFormat("摸排表", "A3:A6",
			[]excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Format: &red, Value: "6"}}),
		f.SetRowHeight("摸排表", 3, 41),
		f.SetColWidth("摸排表", "A", "C", 23),
		f.SetCellStyle("摸排表", "C3", "C3", dress),
		f.SetCellHyperLink("摸排表", "B3", "https://example.org/", "External"),
		f.SetPanes("摸排表", &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}),
		f.AutoFilter("摸排表", "A2:H6", nil),
		f.SetCellFormula("摸排表", "J3", "SUM(A3:A6)"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	m := marked(t, p, b.Bytes())
	if m.Rebuilt || m.Muted {
		t.Fatal("the dress was not kept")
	}
	if diff := cmp.Diff(shownDress(t, openForm(t, b.Bytes())), shownDress(t, openForm(t, m.Data))); diff != "" {
		t.Errorf("(-submitted +copy):\n%s", diff)
	}
}

// shownDress is what a workbook looks like beyond its values.
func shownDress(t *testing.T, f *excelize.File) string {
	t.Helper()
	const sheet = "摸排表"
	var b strings.Builder
	tell := func(what string, v any, err error) {
		if err != nil {
			t.Fatal(what, err)
		}
		fmt.Fprintf(&b, "%s: %+v\n", what, v)
	}
	checks, err := f.GetDataValidations(sheet)
	tell("checks", len(checks), err)
	conditions, err := f.GetConditionalFormats(sheet)
	tell("conditions", len(conditions["A3:A6"]), err)
	panes, err := f.GetPanes(sheet)
	tell("panes", panes.TopLeftCell, err)
	for _, col := range "ABCDEFGH" {
		w, err := f.GetColWidth(sheet, string(col))
		tell("width "+string(col), w, err)
		v, err := f.GetColVisible(sheet, string(col))
		tell("shown "+string(col), v, err)
	}
	for row := 1; row <= 7; row++ {
		h, err := f.GetRowHeight(sheet, row)
		tell("height", h, err)
		v, err := f.GetRowVisible(sheet, row)
		tell("shown", v, err)
	}
	formula, err := f.GetCellFormula(sheet, "J3")
	tell("formula", formula, err)
	_, link, err := f.GetCellHyperLink(sheet, "B3")
	tell("link", link, err)
	for _, n := range f.GetDefinedName() {
		if n.Scope == sheet {
			tell("name", n.Name+n.RefersTo, nil)
		}
	}
	id, err := f.GetCellStyle(sheet, "C3")
	tell("style", nil, err)
	st, err := f.GetStyle(id)
	tell("font", *st.Font, err)
	tell("format", st.NumFmt, nil)
	tell("border", st.Border, nil)
	return b.String()
}

func TestPartsWhoseNumbersAreNotThoseOfTheSheetsAreKept(t *testing.T) {
	p := policies(t)["lyg-2024"]
	parts, err := sheettest.Parts(faulty)
	if err != nil {
		t.Fatal(err)
	}
	for i := range parts { // as if a sheet had been deleted
		parts[i].Name = strings.ReplaceAll(parts[i].Name, "sheet2.xml", "sheet3.xml")
		parts[i].Content = strings.ReplaceAll(parts[i].Content, "sheet2.xml", "sheet3.xml")
	}
	var b bytes.Buffer
	if err := sheettest.WriteParts(&b, parts); err != nil {
		t.Fatal(err)
	}
	m := marked(t, p, b.Bytes())
	if m.Rebuilt || m.Muted {
		t.Fatal("the dress was not kept")
	}
	if got := len(opened(t, m.Data).Sheets); got != 3 {
		t.Errorf("%d sheets", got)
	}
}

func TestACopyWithVeryManyFindingsListsThemAllAndCommentsOnSome(t *testing.T) {
	var b strings.Builder
	b.WriteString("# 摸排表\n单位名称\t统一社会信用代码\t县区\t奖补事项\t认定级别\t认定日期\n")
	var fs calc.Findings
	for i := range maxComments + 5 {
		fmt.Fprintf(&b, "单位%d\t%d\n", i, i)
		fs.Add("cell/credit-code", calc.Ref{File: "b.xlsx", Sheet: "摸排表", Row: i + 2, Col: 2}, "1", "应为 18 位")
	}
	data := built(t, b.String())
	m, err := Mark(opened(t, data), data, fs)
	if err != nil || m.Rebuilt || m.Muted {
		t.Fatalf("%v %v %v", m.Rebuilt, m.Muted, err)
	}
	f := openForm(t, m.Data)
	if got := len(shownComments(t, f)); got != maxComments {
		t.Errorf("%d comments", got)
	}
	last := fmt.Sprint("B", maxComments+6)
	if colour(t, f, "摸排表", last) != write.FillWrong {
		t.Error("the last cell is not coloured")
	}
	if v, err := f.GetCellValue(foundSheetName, fmt.Sprint("D", foundFirst+maxComments+4)); v != last || err != nil {
		t.Errorf("the last line names %q, %v", v, err)
	}
	if v, _ := f.GetCellValue(foundSheetName, "A3"); !strings.Contains(v, "只在前 2000 个单元格加了批注") {
		t.Errorf("the limit is not told: %s", v)
	}
}

func TestACommentThatPeopleTalkInIsLeftAlone(t *testing.T) {
	p := policies(t)["lyg-2024"]
	f := openForm(t, built(t, faulty))
	if err := f.AddComment("摸排表", excelize.Comment{Cell: "C3", Author: "tc={1-2-3}", Text: "[线程批注]"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	m := marked(t, p, b.Bytes())
	c := openForm(t, m.Data)
	if got := shownComments(t, c)["C3"]; m.Rebuilt || m.Muted || got != "[线程批注]" ||
		colour(t, c, "摸排表", "C3") != write.FillWrong {
		t.Errorf("%v %v %q", m.Rebuilt, m.Muted, got)
	}
}

func TestSheetNamesThatNoProgramTakesAreChangedInARebuiltCopy(t *testing.T) {
	b := &sheets.Book{File: "b.ods"}
	for _, n := range []string{"甲/乙", "甲:乙", "", strings.Repeat("长", 40), "'引号'"} {
		b.Sheets = append(b.Sheets, sheets.NewSheet(n, nil, nil))
	}
	want := []string{"甲-乙", "甲-乙(2)", "Sheet", strings.Repeat("长", 30) + "…", "引号"}
	if diff := cmp.Diff(want, copyNames(b)); diff != "" {
		t.Error(diff)
	}
	if _, err := Mark(b, nil, nil); err != nil {
		t.Error(err)
	}
}

func FuzzMarkedCopiesHoldTheirText(f *testing.F) {
	for _, s := range []string{"连云港天地机械有限公司", "=1+1", " a ", "_x0041_", "a\r\nb", "\x01", "1E5", "【检查问题】",
		strings.Repeat("长", 200)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line := sheets.Line{Number: 3, Cells: []calc.Cell{{Kind: calc.CellText, Row: 3, Col: 2, Text: text}}}
		b := &sheets.Book{File: "b.csv", Sheets: []*sheets.Sheet{sheets.NewSheet("表", []sheets.Line{line}, nil)}}
		fs := calc.Findings{calc.Found("cell/item", calc.Ref{File: "b.csv", Sheet: "表", Row: 3, Col: 2}, text)}
		m, err := Mark(b, nil, fs)
		if err != nil || !m.Rebuilt {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

func TestARebuiltCopyKeepsDatesTruthErrorsAndWidths(t *testing.T) {
	cell := func(col int, kind calc.CellKind, text string) calc.Cell {
		return calc.Cell{Kind: kind, Row: 2, Col: col, Text: text}
	}
	title := sheets.Line{Number: 1, Cells: []calc.Cell{{Kind: calc.CellText, Row: 1, Col: 1, Text: "标题"}}}
	values := sheets.Line{Number: 2, Cells: []calc.Cell{
		cell(1, calc.CellDate, "2024-02-29"), cell(2, calc.CellDate, "2024-05-12 10:30:00"),
		cell(3, calc.CellDate, "1900-02-28"), cell(4, calc.CellText, "2024-05-12"),
		cell(5, calc.CellBool, "FALSE"), cell(6, calc.CellText, "TRUE"),
		cell(7, calc.CellError, "#DIV/0!"), cell(8, calc.CellError, "#EXTERNAL!"), cell(9, calc.CellNumber, "1.50"),
		cell(10, calc.CellNoValue, ""), cell(11, calc.CellStale, "7"), cell(12, calc.CellText, "末"),
	}}
	s := sheets.NewSheet("表", []sheets.Line{title, values}, nil)
	s.Widths = []sheets.Width{{Left: 2, Right: 3, Characters: 30.5}, {Left: 99, Right: 16384, Characters: 9}}
	m, err := Mark(&sheets.Book{File: "b.xls", Sheets: []*sheets.Sheet{s}}, nil, nil)
	if err != nil || !m.Rebuilt {
		t.Fatal(m.Rebuilt, err)
	}
	want := values.Cells
	want[2].Kind, want[7].Kind = calc.CellText, calc.CellText // no workbook stores these so
	want = append(want[:9:9], want[11])
	copied := opened(t, m.Data).Sheets[1]
	copied.Rows(func(l sheets.Line) bool {
		if diff := cmp.Diff(want, l.Cells); l.Number == 2 && diff != "" {
			t.Error(diff)
		}
		return true
	})
	if diff := cmp.Diff(sheets.Width{Left: 2, Right: 3, Characters: 30.5}, copied.Widths[1]); diff != "" {
		t.Error(diff)
	}
}

func TestACopyOfAnEndlessTableListsItsFirstFindingsAndCountsAll(t *testing.T) {
	p := policies(t)["lyg-2024"]
	data := built(t, faulty)
	book := opened(t, data)
	fs := checked(t, p, data)
	for range maxMarked {
		fs.Add("cell/credit-code", calc.Ref{File: "b.xlsx", Sheet: "摸排表", Row: 6, Col: 2}, "1", "应为 18 位")
	}
	m := marking{book: book, findings: fs[:maxMarked], errors: 6 + maxMarked, warnings: 1}
	if want := "错误 20006 处，须改正；提醒 1 处"; !strings.HasPrefix(m.whatToDo(), want) ||
		!strings.HasSuffix(m.whatToDo(), "问题很多，本表只列前 20000 处。") {
		t.Error(m.whatToDo())
	}
	if m.errors, m.warnings = maxMarked, 0; strings.Contains(m.whatToDo(), "只列前") {
		t.Errorf("all are listed: %s", m.whatToDo())
	}
}

func TestAWorkbookThatTakesTooMuchToLoadEvenBuiltAnewHasNoCopy(t *testing.T) {
	var lines []sheets.Line
	for row := 1; row <= 60000; row++ {
		var cells []calc.Cell
		for col := 1; col <= 16; col++ {
			cells = append(cells, calc.Cell{Kind: calc.CellText, Row: row, Col: col, Text: "长"})
		}
		lines = append(lines, sheets.Line{Number: row, Cells: cells})
	}
	for n, want := range map[int]error{1000: nil, len(lines): ErrTooLarge} {
		b := &sheets.Book{File: "b.csv", Sheets: []*sheets.Sheet{sheets.NewSheet("表", lines[:n], nil)}}
		if _, err := Mark(b, nil, nil); !errors.Is(err, want) {
			t.Errorf("%d lines: %v", n, err)
		}
	}
}
