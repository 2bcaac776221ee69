package standard

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// those are the texts of a list for which a question is answered with yes.
func those(texts []string, such func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return !such(s) })
}

func TestAHeadingIsAnItemOrMerelyHoldsItsName(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	items := []string{"绿色工厂", "省级绿色工厂", "绿色工厂（认定日期）", "绿色工厂金额（万元）", "零碳工厂", "市级绿色工厂", "2023年度绿色工厂",
		"绿色工厂2023年度", "绿色工厂星级", "绿色工厂家数", "绿色工厂企业", "绿色工厂是"}
	others := []string{"", "单位名称", "是否绿色工厂", "绿色工厂投入", "绿色工厂获评", "绿色工厂年度", "绿色工厂类型", "绿色工厂类别", "未通过绿色工厂",
		"绿色工厂培育", "绿色工厂公示", "绿色工厂处罚", "东山县绿色工厂", "绿色工厂滨工信〔2023〕8号", "绿色设计示范企业（不含绿色设计产品）", "双软"}
	if diff := cmp.Diff(items, those(slices.Concat(items, others), v.IsHeading)); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
}

func TestATextThatHeadsLinesNamesNothingOrSomething(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	harmless := []string{"", "名单", "2023年度摸排表", "省级", "东山县", "填报单位", "第三批", "（一）", "公示"}
	awards := []string{"绿色工厂", "零碳工厂", "双软", "绿色工厂、绿色供应链", "东山县绿色工厂名单"}
	others := []string{"设备更新", "石化名单", "东山县设备"}
	all := slices.Concat(harmless, awards, others)
	if diff := cmp.Diff(harmless, those(all, v.IsHarmless)); diff != "" {
		t.Errorf("harmless (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(awards, those(all, v.NamesItem)); diff != "" {
		t.Errorf("names an award (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"东山县", "东山县绿色工厂名单", "东山县设备"}, those(all, v.NamesDistrict)); diff != "" {
		t.Errorf("names a district (-want +got):\n%s", diff)
	}
}

func TestAHeadingAsksByHowItBegins(t *testing.T) {
	questions := []string{"是否复核", "有无处罚", " 是 否 规上", "是否为新认定"}
	others := []string{"", "复核", "是否", "备注（是否复核）", "有处罚"}
	if diff := cmp.Diff(questions, those(slices.Concat(questions, others), IsQuestion)); diff != "" {
		t.Errorf("questions (-want +got):\n%s", diff)
	}
}

func TestABudgetLineSaysWhatItIsAbout(t *testing.T) {
	for text, want := range map[string]calc.Scope{"总额": calc.ScopeTotal, " 合 计 ": calc.ScopeTotal, "条款": calc.ScopeClause,
		"按条款": calc.ScopeClause, "项目": calc.ScopeItem, "县区（板块）": calc.ScopeDistrict, "处室": calc.ScopeOffice,
		"单位名称": "", "": "", "总额1": ""} {
		got, ok := ScopeOf(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q is about %q, %t, want %q", text, got, ok, want)
		}
	}
}

func TestABudgetLineIsNamedAsThePolicyNamesIt(t *testing.T) {
	p := shorePolicy()
	p.Items[0].Office, p.Items[4].Office = "节能处", "信息化处"
	p.Clauses = []calc.Clause{{Number: "一", Title: "绿色制造"}, {Number: "三", Title: "软件产业"}}
	v := NewVocabulary(p)
	const nothing = "-"
	for _, c := range []struct {
		scope      calc.Scope
		text, want string
	}{
		{calc.ScopeTotal, "", ""}, {calc.ScopeTotal, "随便", ""},
		{calc.ScopeClause, "条款三", "三"}, {calc.ScopeClause, "第（三）条", "三"}, {calc.ScopeClause, "条款九", nothing},
		{calc.ScopeItem, "FACTORY", "factory"}, {calc.ScopeItem, "绿色 工厂", "factory"}, {calc.ScopeItem, "绿色供应链",
			"chain"},
		{calc.ScopeItem, "省级绿色工厂", "factory"}, {calc.ScopeItem, "双软", nothing}, {calc.ScopeItem, "零碳工厂", nothing},
		{calc.ScopeItem, "", nothing},
		{calc.ScopeDistrict, "东山", "东山县"}, {calc.ScopeDistrict, "西湖区", nothing},
		{calc.ScopeOffice, "节能 处", "节能处"}, {calc.ScopeOffice, "信息化处", "信息化处"}, {calc.ScopeOffice, "节能", nothing},
		{calc.ScopeOffice, "", nothing},
		{"别的", "绿色工厂", nothing},
	} {
		got, ok := v.Resolve(c.scope, c.text)
		if !ok {
			got = nothing
		}
		if got != c.want {
			t.Errorf("%s %q is %q, want %q", c.scope, c.text, got, c.want)
		}
	}
}
