package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

func idOf(h *Heading) int {
	if h == nil {
		return 0
	}
	return h.ID
}

func TestAHeadingThatTwoClaimIsTheFirsts(t *testing.T) {
	w := NewWords([]Heading{{ID: 1, Name: []string{"名称"}}, {ID: 2, Name: []string{"名称", "全称"}, Ends: []string{"名称"}}},
		nil)
	var got []int
	for _, text := range []string{"名称", "全称", "单位名称"} {
		h, _ := w.Find("", text)
		got = append(got, idOf(h))
	}
	if diff := cmp.Diff([]int{1, 2, 2}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFurtherHeadingsWinOverThoseThatAreThere(t *testing.T) {
	w := NewWords([]Heading{{ID: 1, Name: []string{"费用"}}, {ID: 2, Name: []string{"日期"}, Ends: []string{"时间"}}},
		func(s string) bool { return s == "列" })
	also := w.Also([]Heading{{ID: 3, Name: []string{"费用", "诊断费"}, Ends: []string{"起始时间"}}})
	var got []int
	for _, words := range []*Words{w, also} {
		for _, text := range []string{"费用", "诊断费", "日期", "认定时间", "贷款起始时间"} {
			h, _ := words.Find("", text)
			got = append(got, idOf(h))
		}
	}
	if diff := cmp.Diff([]int{1, 0, 2, 2, 2, 3, 3, 2, 2, 3}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if w.Also(nil) != w {
		t.Error("no further headings make another vocabulary")
	}
	if !also.also("列") || also.With(func(string) bool { return false }).also("列") {
		t.Error("other texts that can stand as headings are lost, or not replaced")
	}
}

func TestANumberBelowAHeadingIsNotThatHeading(t *testing.T) {
	w := NewWords([]Heading{{ID: 1, Name: []string{"条款"}}}, nil)
	for _, c := range []struct {
		below string
		want  int
	}{{"（三）", 0}, {"三", 0}, {"（全称）", 1}, {"", 1}, {"（万元）", 1}} {
		h, _ := w.Find("条款", c.below)
		if diff := cmp.Diff(c.want, idOf(h)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.below, diff)
		}
	}
}

func TestTheUnitIsCutOffAHeading(t *testing.T) {
	type cut struct {
		Base string
		Unit money.Unit
	}
	for text, want := range map[string]cut{
		"费用(万元)": {"费用", money.UnitWan}, "费用(单位:万元)": {"费用", money.UnitWan}, "费用(人民币元)": {"费用", money.UnitYuan},
		"费用(以万元计)": {"费用", money.UnitWan},
		"费用/元":     {"费用", money.UnitYuan}, "费用:万元": {"费用", money.UnitWan}, "费用万元": {"费用", money.UnitWan},
		"费用(元/人)": {"费用", money.UnitYuan}, "费用亿元": {"费用", money.UnitYi},
		"费用(含税)": {"费用(含税)", money.UnitNone}, "费用": {"费用", money.UnitNone}, "万元": {"万元", money.UnitNone},
		"补助5万元": {"补助5万元", money.UnitNone}, "(万元)": {"(万元)", money.UnitNone},
	} {
		base, unit := cutUnit(Fold(text))
		if diff := cmp.Diff(want, cut{base, unit}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestMarksAroundAHeadingSayNothing(t *testing.T) {
	for text, want := range map[string]string{
		"*金额": "金额", "★金额": "金额", "金额：": "金额", "1.金额": "金额", "2、金额": "金额", "12.*金额": "金额", "“金额”": "金额",
		"123.金额": "123.金额", "2024年金额": "2024年金额", "5G设备": "5g设备", "金额": "金额",
	} {
		if got := trimMarks(Fold(text)); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestTheQuickLookUpKnowsOnlyWholeNames(t *testing.T) {
	for text, want := range map[string]int{
		"拨付金额": headAmount, "拨付金额（万元）": headAmount, "*拨付金额": headAmount, "拨 付 金 额": headAmount, "立项事项名称": 0,
		"事项名称": headName, "2024年度拨付日期": 0, "": 0, "拨付金额合计": 0,
	} {
		if got := idOf(ledgerWords.exact(text)); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}

func TestAHeadingTakesOneToThreeRows(t *testing.T) {
	whole := []sheets.Range{{Top: 1, Left: 1, Bottom: 3, Right: 1}, {Top: 1, Left: 2, Bottom: 1, Right: 4},
		{Top: 2, Left: 2, Bottom: 2, Right: 3}}
	for _, c := range []struct {
		name, text string
		merges     []sheets.Range
		want       string
	}{
		{"three rows, the first a group over both", "项目|资金||\n|金额（元）||备注\n|预算金额|拨付金额|\n甲|1|2|无\n", whole,
			"1 above\n3 header of 2 repeat=false A=项目:1 B=资金/金额（元）/预算金额[元]:2 C=资金/金额（元）/拨付金额[元]:2 D=资金/备注:5\n4 甲 1 2 无\n"},
		{"a merge over four rows makes no header of four", "项目|收款单位\n拨付日期|备注\n金额|账号\n项目名称|开户行\n",
			[]sheets.Range{{Top: 1, Left: 1, Bottom: 4, Right: 1}},
			"1 header of 1 repeat=false A=项目:1 B=收款单位:4\n2  备注\n3  账号\n4  开户行\n"},
		{"two rows without merges, the group over blanks", "项目|收款人|\n|名称|账号\n甲|乙|1\n", nil,
			"1 above\n2 above\n3 above\n"},
		{"a line of figures is no second row", "项目|金额\n甲|1\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n"},
		{"a line of words is none", "项目|金额\n甲|若干\n", nil, "1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 若干\n"},
		{"one heading is no header", "项目|天气\n甲|1\n", nil, "1 above\n2 above\n"},
		{"two that do not stand side by side are, with nothing behind the last", "项目|天气|金额\n甲|晴|1\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=天气 C=金额:2\n2 甲 晴 1\n"},
		{"with a value behind it they are labels", "项目|天气|金额|晴\n甲|晴|1\n", nil, "1 above\n2 above\n"},
		{"with the name of a company between them, too", "项目|甲公司|金额\n甲|晴|1\n", nil, "1 above\n2 above\n"},
		{"one and known ones that fill the line are", "项目|账号|开户行\n甲|1|2\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=账号:-1 C=开户行:-1\n2 甲 1 2\n"},
		{"with a word that nobody knows they are not", "项目|账号|天气\n甲|1|2\n", nil, "1 above\n2 above\n"},
		{"a merge that begins in it takes the next row in", "项目|金额\n甲|1\n",
			[]sheets.Range{{Top: 1, Left: 1, Bottom: 2, Right: 1}}, "2 header of 2 repeat=false A=项目:1 B=金额/1\n"},
		{"the same headings in other columns are another header", "项目|金额\n甲|1\n|项目|金额\n|乙|2\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n3 header of 1 repeat=false B=项目:1 C=金额:2\n4 乙 2\n"},
		{"with a blank in a name it is the same", "项目|金额\n甲|1\n项 目|金 额\n乙|2\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n3 header of 1 repeat=true A=项目:1 B=金额:2\n4 乙 2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := showTables(ledgerWords, sheets.NewSheet("表", tableLines(c.text), c.merges))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAReaderThatStopsIsGivenNoMoreLines(t *testing.T) {
	told := 0
	ledgerWords.Tables(sheets.NewSheet("表", tableLines("项目|金额\n甲|1\n乙|2\n"), nil), func(l Line) bool {
		told++
		return l.Number < 2
	})
	if told != 2 {
		t.Errorf("%d lines after it stopped at the second", told)
	}
}

func TestFoldingIsForTheStructureOnly(t *testing.T) {
	for text, want := range map[string]string{
		"Ａ 公司【甲】": "a公司(甲)", "金额：": "金额:", "金额﹕": "金额:", "甲\u200b乙": "甲乙", "〔2023〕": "(2023)", "＊甲": "*甲", "ABC": "abc",
		"甲、乙": "甲、乙", "": "",
	} {
		if got := Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAMergeOverLinesReachesFromItsFirstCell(t *testing.T) {
	walk := newMergeWalk([]sheets.Range{{Top: 2, Left: 1, Bottom: 4, Right: 1}, {Top: 3, Left: 2, Bottom: 4, Right: 2},
		{Top: 2, Left: 3, Bottom: 2, Right: 5}, {Top: 5, Left: 1, Bottom: 6, Right: 1}})
	cell := func(row, col int, text string) calc.Cell {
		return calc.Cell{Kind: calc.CellText, Row: row, Col: col, Text: text}
	}
	got := map[int][]string{}
	for _, l := range []sheets.Line{
		{Number: 2, Cells: []calc.Cell{cell(2, 1, "甲"), cell(2, 3, "宽")}},
		{Number: 3, Cells: []calc.Cell{cell(3, 2, "乙")}}, {Number: 4, Cells: nil},
		{Number: 6, Cells: []calc.Cell{cell(6, 2, "丙")}},
	} {
		for _, r := range walk.at(l) {
			got[l.Number] = append(got[l.Number], r.anchor.Text)
		}
	}
	if diff := cmp.Diff(map[int][]string{3: {"甲"}, 4: {"甲", "乙"}}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
