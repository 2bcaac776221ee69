package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// judge runs a judgement of texts over those that it holds for and those that
// look alike.
func judge(t *testing.T, name string, holds func(string) bool, yes, no []string) {
	t.Helper()
	for want, texts := range map[bool][]string{true: yes, false: no} {
		for _, text := range texts {
			if got := holds(text); got != want {
				t.Errorf("%s(%q) = %t", name, text, got)
			}
		}
	}
}

func TestWordsOfTheStructureAreKnownFromThoseThatLookAlike(t *testing.T) {
	judge(t, "IsDitto", IsDitto, []string{"同上", " 同 上 ", "同上行", "〃", "″", "\"", "“", "如上", "同前"},
		[]string{"", "同", "同上公司", "同济大学", "上", "如上海公司", "\"甲公司\""})
	judge(t, "IsNothing", IsNothing, []string{"", " ", "-", "——", "—", "/", "\\", "无", "N/A", "　无　"},
		[]string{"0", "无锡", "暂无", "---", "//", "NA"})
	judge(t, "IsNote", IsNote, []string{"备注：略", "备注", "注：略", "注1.略", "注（1）略", "说明：略", "填表说明", "填表人：王某", "填表人",
		"负责人（签字）：", "联系电话：010"},
		[]string{"注塑机厂", "说明书软件", "备注栏目", "填表人王某", "负责人培训", "日期推算软件", ""})
	judge(t, "IsNumbered", func(s string) bool { return IsNumbered(Fold(s)) },
		[]string{"一、工厂", "（七）工厂", "1.工厂", "（1）工厂", "第三条", "①工厂", "十二、工厂", "3）工厂", "第一项"},
		[]string{"一", "三星级", "1.5万元", "12", "360公司", "第三方", "工厂一、二", ""})
	judge(t, "TotalLabel", func(s string) bool { _, ok := TotalLabel(s); return ok },
		[]string{"合计", " 合 计 ", "合计：", "总计", "东区小计", "本页小计", "合计（万元）", "合计5家", "共5家", "合计金额", "绿色工厂小计（2家）", "合计共5家",
			"小计一"},
		[]string{"", "合计公司", "累计计费软件", "共享中心", "共建", "合计师事务所有限公司", "总计划", "东区小计算机厂"})
	judge(t, "LooksLikeCode", LooksLikeCode,
		[]string{"91320722MAAY4CL12W", "９1320722MAAY4CL12W", " 91320722MAAY4CL12W ", "913207000000012345"},
		[]string{"91320722MAAY4CL12", "91320722MAAY4CL12WX", "ABCDEFGHIJ12345678", "91320722MAAY4CL12甲", ""})
	judge(t, "IsExampleSheet", IsExampleSheet, []string{"填写示例", "样例", "范例（勿填）"}, []string{"案例企业", "例会", "表一"})
	judge(t, "isExampleText", isExampleText, []string{"示例", "例", "例1", "（示例）", "示例：甲公司", "例如：甲公司", "填写示例"},
		[]string{"案例", "典型案例企业", "例会纪要", "条例", "甲公司"})
	judge(t, "isSeal", isSeal, []string{"东区工信局", "东区工业和信息化局", "2024年3月5日", "二〇二四年三月", "年 月 日", "（盖章）"},
		[]string{"东区工信局下属公司", "2024年", "3月5日", "2024年3月5日认定", "甲公司"})
	judge(t, "IsBlank", IsBlank, []string{"", " ", "\n", "\u200b", "\u3000", "\ufeff"}, []string{"-", "无", ".", "0"})
	judge(t, "hasCode", hasCode, []string{"91320722MAAY4CL12W", "123456789", "１２３４５６７８９"},
		[]string{"12345678", "甲乙丙丁戊己庚辛壬癸", ""})
}

func TestALabelWithoutItsNumberItsCountAndTheWordForASum(t *testing.T) {
	for _, c := range []struct{ name, text, core string }{
		{"a number of an outline", "三、东区", "东区"},
		{"in brackets", "（三）东区", "东区"},
		{"a digit", "3.东区", "东区"},
		{"a count in brackets", "东区（2家）", "东区"},
		{"a count behind", "东区2家", "东区"},
		{"a count with 共", "东区共2家", "东区"},
		{"a sum", "东区小计", "东区"},
		{"a sum after a colon", "东区：小计", "东区"},
		{"all of it", "三、东区（2家） 小计", "东区"},
		{"nothing but a sum", "合计", ""},
		{"a unit that is no count stays", "绿色农家", "绿色农家"},
		{"a number that is no outline's stays", "三星级上云", "三星级上云"},
	} {
		if got := coreOf(c.text); got != c.core {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.text, got, c.core)
		}
	}
}

func TestACountStandsBeforeItsUnit(t *testing.T) {
	type count struct {
		N  int
		OK bool
	}
	for text, want := range map[string]count{
		"东区（3家）": {3, true}, "共12户": {12, true}, "5项": {5, true}, "2个": {2, true}, "7条": {7, true},
		"东区（家）": {}, "专家": {}, "1.5个百分点": {}, "3": {}, "": {}, "三家": {},
	} {
		n, ok := countIn(Fold(text))
		if diff := cmp.Diff(want, count{n, ok}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestTheDepthOfAnOutline(t *testing.T) {
	for text, want := range map[string]int{"一、东区": 1, "十二、东区": 1, "第三条": 1, "（一）东区": 2, "(十)东区": 2, "1.东区": 3,
		"1、东区": 3, "（1）东区": 4, "①东区": 5, "东区": unnumbered, "1.5倍": unnumbered} {
		if got := depthOf(text); got != want {
			t.Errorf("%q is %d deep, want %d", text, got, want)
		}
	}
}

func TestAFigureIsANumberWithOrWithoutAUnit(t *testing.T) {
	text := func(s string) calc.Cell { return calc.Cell{Kind: calc.CellText, Text: s} }
	judge(t, "isFigure", func(s string) bool { return isFigure(text(s)) },
		[]string{"5", "1,234.50", "￥5", "5万元", "5家", "12项", "0"}, []string{"", "万元", "5号楼", "约5", "5-6", "-", "2024年"})
	for kind, want := range map[calc.CellKind]bool{calc.CellNumber: true, calc.CellShown: true, calc.CellStale: true,
		calc.CellNoValue: true,
		calc.CellDate:    false, calc.CellBool: false, calc.CellError: false} {
		if got := isFigure(calc.Cell{Kind: kind, Text: "x"}); got != want {
			t.Errorf("a cell of kind %d is a figure: %t", kind, got)
		}
	}
}

func TestASerialIsASmallWholeNumber(t *testing.T) {
	type serial struct {
		N  int
		OK bool
	}
	for _, c := range []struct {
		kind calc.CellKind
		text string
		want serial
	}{
		{calc.CellNumber, "7", serial{7, true}}, {calc.CellNumber, "7.0", serial{7, true}},
		{calc.CellNumber, "7.5", serial{}},
		{calc.CellText, "（7）", serial{7, true}}, {calc.CellText, "7.", serial{7, true}},
		{calc.CellText, "7、", serial{7, true}},
		{calc.CellText, "1234567", serial{1234567, true}}, {calc.CellText, "12345678", serial{}},
		{calc.CellText, "七", serial{}},
		{calc.CellText, "7-1", serial{}}, {calc.CellText, "", serial{}},
	} {
		n, ok := bareNumber(calc.Cell{Kind: c.kind, Text: c.text})
		if !ok {
			n = 0
		}
		if diff := cmp.Diff(c.want, serial{n, ok}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}
