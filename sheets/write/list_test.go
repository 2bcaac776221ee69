package write

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/sheets"
)

var sampleAmounts = []string{"400000.00", "0.01", "1250.50"}

// sampleList is a list of three columns with the first n of the sample lines.
func sampleList(t testing.TB, n int) List {
	return List{Sheet: "表", Title: "奖补明细表", Note: "依据：某文", Unit: "单位：元", Lines: n, Label: "合计", Freeze: 1,
		Foot: "某文", Columns: []ListColumn{
			{Head: "单位名称", Style: StyleText, Min: 8, Max: 20,
				Cell: func(w *SheetWriter, style Style, i int) { w.Text(style, fmt.Sprintf("第%d公司", i+1)) }},
			{Head: "奖补金额", Style: StyleMoney, Min: 6, Max: 14,
				Cell:  func(w *SheetWriter, style Style, i int) { w.Money(style, yuan(t, sampleAmounts[i])) },
				Total: func(w *SheetWriter, sum string) { w.Formula(StyleTotalMoney, sum, "401250.51") },
				Allow: &Allowed{Most: 500000, Title: "奖补金额", Hint: "请填写 0 至 500000"}},
			{Head: "审定意见", Style: StyleInput, Min: 10, Max: 10,
				Cell:  func(w *SheetWriter, style Style, i int) { w.Blank(style) },
				Allow: &Allowed{Words: []string{"同意", "不同意"}, Title: "审定意见", Hint: "请选择"}},
		}}
}

// filled is a workbook with the list, opened by the library.
func filled(t testing.TB, l List) *excelize.File {
	t.Helper()
	d, err := NewWorkbook("题", l.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.FillList(l); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t testing.TB, f *excelize.File) [][]string {
	t.Helper()
	rows, err := f.GetRows("表", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestAListIsTitleNoteHeadingsLinesAndTotals(t *testing.T) {
	f := filled(t, sampleList(t, 3))
	want := [][]string{{"奖补明细表"}, {"依据：某文", "单位：元"}, {"单位名称", "奖补金额", "审定意见"},
		{"第1公司", "400000.00"}, {"第2公司", "0.01"}, {"第3公司", "1250.50"}, {"合计", "401250.51"}}
	if diff := cmp.Diff(want, rowsOf(t, f)); diff != "" {
		t.Error(diff)
	}
	if sum, err := f.GetCellFormula("表", "B7"); err != nil || sum != "SUM(B4:B6)" {
		t.Errorf("the total is %q, %v", sum, err)
	}
}

func TestAnEmptyListKeepsOneLineForItsFormulas(t *testing.T) {
	l := sampleList(t, 0)
	f := filled(t, l)
	want := [][]string{{"奖补明细表"}, {"依据：某文", "单位：元"}, {"单位名称", "奖补金额", "审定意见"}, nil, {"合计", "401250.51"}}
	if diff := cmp.Diff(want, rowsOf(t, f)); diff != "" {
		t.Error(diff)
	}
	if sum, _ := f.GetCellFormula("表", "B5"); sum != "SUM(B4:B4)" || l.Last() != 4 {
		t.Errorf("the total is %q, the last line %d", sum, l.Last())
	}
}

func TestFormulasNameTheColumnsOfAList(t *testing.T) {
	l := sampleList(t, 3)
	want := []string{"表!$B$4:$B$6", "表!$B$7", "表!$B$4:$B$1048576", "B9"}
	got := []string{l.Range("奖补金额"), l.TotalCell("奖补金额"), l.Below("奖补金额"), l.In("奖补金额", 9)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	defer func() {
		if recover() == nil {
			t.Error("a column that the list has not was named")
		}
	}()
	l.Range("没有")
}

func TestAListStaysInViewFiltersAndTakesOnlyWhatItMay(t *testing.T) {
	f := filled(t, sampleList(t, 3))
	panes, err := f.GetPanes("表")
	if err != nil || !panes.Freeze || panes.TopLeftCell != "B4" || panes.XSplit != 1 || panes.YSplit != 3 {
		t.Errorf("%+v, %v", panes, err)
	}
	rules, err := f.GetDataValidations("表")
	if err != nil || len(rules) != 2 {
		t.Fatal(rules, err)
	}
	got := []string{rules[0].Sqref, rules[0].Operator, rules[0].Formula1, rules[0].Formula2, *rules[0].Error,
		rules[1].Sqref, rules[1].Formula1, *rules[1].ErrorTitle}
	want := []string{"B4:B6", "between", "0", "500000", "请填写 0 至 500000", "C4:C6", `"同意,不同意"`, "审定意见"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["_xlnm._FilterDatabase"] != "'表'!$A$3:$C$6" && names["_xlnm._FilterDatabase"] != "表!$A$3:$C$6" {
		t.Errorf("the filter is over %v", names)
	}
	if names["_xlnm.Print_Titles"] != "'表'!$3:$3" {
		t.Errorf("repeated on each page: %v", names)
	}
}

func TestTheColumnsOfAListAreAsWideAsTheirTextWithinBounds(t *testing.T) {
	l := sampleList(t, 3)
	l.Columns[0].Cell = func(w *SheetWriter, style Style, i int) { w.Text(style, strings.Repeat("长", 4*(i+1))) }
	f := filled(t, l)
	for col, want := range map[string]float64{"A": 21, "B": 11, "C": 11} { // most, what the total takes, fixed
		if got, err := f.GetColWidth("表", col); err != nil || got != want {
			t.Errorf("%s is %v wide, want %v (%v)", col, got, want, err)
		}
	}
}

func TestAListIsLaidOutAsItAsks(t *testing.T) {
	wide := sampleList(t, 3)
	wide.Wide, wide.Columns[0].Min, wide.Columns[0].Max = 2, 100, 100
	wide.Columns[2].Min, wide.Columns[2].Max = 100, 100
	own := sampleList(t, 2)
	own.Unit, own.Freeze, own.OnGrid, own.Label = "", 0, true, ""
	for _, c := range []struct {
		name, repeated, pane, merges string
		list                         List
		rows                         [][]string
		borders                      int // of the first cell of the lines
	}{
		{"one page wide: only the head is repeated, the note leaves room for the unit", "'表'!$3:$3", "B4 bottomRight",
			"A1:C1 B2:C2", sampleList(t, 1), [][]string{{"奖补明细表"}, {"依据：某文", "单位：元"}, {"单位名称", "奖补金额", "审定意见"},
				{"第1公司", "400000.00"}, {"合计", "401250.51"}}, 4},
		{"two pages wide: the first column too, and the title stands on the first page", "'表'!$A:$A,'表'!$3:$3",
			"B4 bottomRight", "", wide, nil, 4},
		{"on grid lines, no totals, no unit, no column in view", "'表'!$3:$3", "A4 bottomLeft",
			"A1:C1 A2:C2", own, [][]string{{"奖补明细表"}, {"依据：某文"}, {"单位名称", "奖补金额", "审定意见"}, {"第1公司", "400000.00"},
				{"第2公司", "0.01"}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := filled(t, c.list)
			if rows := rowsOf(t, f); c.rows != nil && !cmp.Equal(c.rows, rows) {
				t.Error(cmp.Diff(c.rows, rows))
			}
			var merged []string
			merges, err := f.GetMergeCells("表")
			for _, m := range merges {
				merged = append(merged, m.GetStartAxis()+":"+m.GetEndAxis())
			}
			panes, fault := f.GetPanes("表")
			id, wrong := f.GetCellStyle("表", "A4")
			style, bad := f.GetStyle(id)
			if err = errors.Join(err, fault, wrong, bad); err != nil {
				t.Fatal(err)
			}
			var repeated string
			for _, n := range f.GetDefinedName() {
				if n.Name == "_xlnm.Print_Titles" {
					repeated = n.RefersTo
				}
			}
			got := []any{repeated, panes.TopLeftCell + " " + panes.ActivePane, strings.Join(merged, " "),
				len(style.Border)}
			if diff := cmp.Diff([]any{c.repeated, c.pane, c.merges, c.borders}, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestAListOfMoreLinesThanASheetHasIsAnError(t *testing.T) {
	d, err := NewWorkbook("题", "表")
	if err != nil {
		t.Fatal(err)
	}
	l := sampleList(t, 3)
	l.Lines = maxRows - ListFirst + 1 // all rows, and none for the totals
	if err := d.FillList(l); err == nil || !strings.Contains(err.Error(), "表 would take 1048577 rows") {
		t.Error(err)
	}
}

func TestAGridIsFilledCellByCell(t *testing.T) {
	g := NewGrid(10, 10, 20)
	g.Next()
	g.Span(1, 3, StyleTitle, "封面")
	first := g.Next()
	g.Heads(1, "县区", "项数", "金额")
	g.Next()
	g.Set(3, MoneyFormula(StyleMoney, "SUM(C1:C2)", yuan(t, "1.50"))) // behind what comes later
	g.Set(1, Text(StyleText, "东海县"))
	g.Set(2, Count(StyleCount, 3))
	g.Fit(1, strings.Repeat("字", 12)) // 24 digits in 8: three lines
	g.MergeDown(1, first+1)           // one row only: no merge
	g.Next()
	g.Set(1, TextFormula(StyleText, `IF(B3>0,"一致","不一致")`, "一致"))
	g.Set(2, Blank(StyleTotal))
	g.Even(first, 18)
	d, err := NewWorkbook("题", "表")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.FillGrid("表", g, PageSetup{Portrait: true, Tall: 1, Left: "表&乙"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := [][]string{{"封面"}, {"县区", "项数", "金额"}, {"东海县", "3", "1.50"}, {"一致"}}
	if diff := cmp.Diff(want, rowsOf(t, f)); diff != "" {
		t.Error(diff)
	}
	merges, err := f.GetMergeCells("表")
	if err != nil || len(merges) != 1 || merges[0].GetStartAxis()+":"+merges[0].GetEndAxis() != "A1:C1" {
		t.Errorf("%v %v", merges, err)
	}
	for row, want := range map[int]float64{1: 15, 2: 20, 3: 45, 4: 18} {
		if got, err := f.GetRowHeight("表", row); err != nil || got != want {
			t.Errorf("row %d is %v high, want %v (%v)", row, got, want, err)
		}
	}
	foot, err := f.GetHeaderFooter("表")
	if err != nil || foot.OddFooter != "&L表&&乙&C第 &P 页，共 &N 页&R" {
		t.Errorf("%+v %v", foot, err)
	}
}

func TestAPageTakesThePaperOnWhichNothingIsTooSmall(t *testing.T) {
	for _, c := range []struct {
		name   string
		page   PageSetup
		widths []float64
		want   PageSetup
	}{
		{"as wide as A4", PageSetup{}, []float64{roomA4}, PageSetup{}},
		{"one digit more needs A3", PageSetup{}, []float64{roomA4, 1}, PageSetup{A3: true, Wide: 1}},
		{"as wide as A3", PageSetup{}, []float64{roomA3}, PageSetup{A3: true, Wide: 1}},
		{"one digit more needs two pages", PageSetup{}, []float64{roomA3, 1}, PageSetup{A3: true, Wide: 2}},
		{"two pages of A4 were asked for and do", PageSetup{Wide: 2}, []float64{2 * roomA4}, PageSetup{Wide: 2}},
		{"upright pages are laid by hand", PageSetup{Portrait: true}, []float64{999}, PageSetup{Portrait: true}},
	} {
		if diff := cmp.Diff(c.want, c.page.readable(c.widths)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestACriterionMeetsThisTextAndNothingElse(t *testing.T) {
	for text, want := range map[string]string{
		"": `"="`, "东海县": `"=东海县"`, `甲"乙"`: `"=甲""乙"""`, "A*B?~": `"=A~*B~?~~"`, "91320700": `"91320700*"`,
		"1E5": `"1E5*"`, "9132070X": `"=9132070X"`, ">5": `"=>5"`, "<>": `"=<>"`,
	} {
		if got := Exactly(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestTruthAndErrorsAreCellsOfTheirKind(t *testing.T) {
	got := cellsOf(t, drawn(t, "C1", func(p *SheetWriter) {
		p.Row(1)
		p.Bool(StylePlain, true)
		p.Bool(StylePlain, false)
		p.ErrorValue(StylePlain, "#DIV/0!")
	}))
	var kinds []string
	for _, c := range got {
		kinds = append(kinds, fmt.Sprint(c.Kind, " ", c.Text))
	}
	if diff := cmp.Diff([]string{"4 TRUE", "4 FALSE", "5 #DIV/0!"}, kinds); diff != "" {
		t.Error(diff)
	}
}

func TestAnOutputHasAllItsSheetsInSight(t *testing.T) {
	d, err := NewOutput("报告", "题", "表", "页")
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range []string{"表", "页"} {
		if err := d.Fill(sheet, "A1", func(p *SheetWriter) { p.Row(1); p.Text(StyleText, sheet) }); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	path := saved(t, b.Bytes())
	book, found, err := sheets.Open(sheets.Input{Path: path, File: "w.xlsx"})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	defer book.Close()
	for _, s := range book.Sheets {
		if s.Visibility != sheets.Visible {
			t.Errorf("%s is hidden", s.Name)
		}
	}
}
