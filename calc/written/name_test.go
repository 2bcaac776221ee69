package written

import (
	"testing"
)

func TestSpellingsOfOneNameShareTheirKey(t *testing.T) {
	for _, c := range []struct {
		name string
		same []string
	}{
		{"brackets", []string{"广州立白（番禺）有限公司", "广州立白(番禺)有限公司", "广州立白〔番禺〕有限公司"}},
		{"blanks", []string{"日立电梯（成都）有限公司", "日立电梯 （ 成都 ） 有限公司", "日立电梯\u3000（成都）有限\n公司"}},
		{"width and case", []string{"TCL空调器（中山）有限公司", "ＴＣＬ 空调器(中山)有限公司", "tcl空调器（中山）有限公司"}},
		{"a former name behind", []string{"海滨宝能汽车有限公司", "海滨宝能汽车有限公司（原海滨长安汽车有限公司）", "海滨宝能汽车有限公司(曾用名：海滨长安)",
			"海滨宝能汽车有限公司曾用名海滨长安有限公司"}},
		{"a former name with brackets in it", []string{"海滨宝能汽车有限公司", "海滨宝能汽车有限公司（原长安（海滨）汽车有限公司）"}},
		{"invisible characters", []string{"海滨甲有限公司", "海滨\u200b甲有限公司\ufeff"}},
		{"a full stop", []string{"海滨甲有限公司", "海滨甲有限公司。"}},
	} {
		for _, s := range c.same[1:] {
			if CompanyKey(s) != CompanyKey(c.same[0]) {
				t.Errorf("%s: %q has the key %q, %q has %q", c.name, s, CompanyKey(s), c.same[0], CompanyKey(c.same[0]))
			}
		}
	}
}

func TestDifferentNamesHaveDifferentKeys(t *testing.T) {
	for _, c := range [][2]string{
		{"海滨甲有限公司", "海滨甲有限责任公司"},
		{"海滨甲有限公司", "海滨甲有限公司滨城分公司"},
		{"滦州伊利乳业有限责任公司（二车间）", "滦州伊利乳业有限责任公司"},
		{"海滨医药（原料药）", "海滨医药"},
		{"海滨甲有限公司", "海滨乙有限公司"},
	} {
		if CompanyKey(c[0]) == CompanyKey(c[1]) {
			t.Errorf("%q and %q share the key %q", c[0], c[1], CompanyKey(c[0]))
		}
	}
}

func TestNamesThatArePerhapsOneShareTheirCore(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"another form", "海滨甲有限公司", "海滨甲股份有限公司", true},
		{"no form at all", "海滨甲有限公司", "海滨甲", true},
		{"a site behind it", "海滨甲有限公司", "海滨甲有限公司（二车间）", true},
		{"brackets left out", "海滨甲（集团）有限公司", "海滨甲集团公司", true},
		{"a group is another", "海滨甲有限公司", "海滨甲集团有限公司", false},
		{"what stands before it is another", "海滨甲有限公司", "滨城海滨甲有限公司", false},
	} {
		a, b := CompanyCore(CompanyKey(c.a)), CompanyCore(CompanyKey(c.b))
		if got := a == b; got != c.want {
			t.Errorf("%s: %q and %q share their core: %t (%q, %q)", c.name, c.a, c.b, got, a, b)
		}
	}
}

func TestNamesAreShownWithOneKindOfBracket(t *testing.T) {
	for _, c := range []struct{ text, name, former string }{
		{" 海滨甲(集团) 有限公司 ", "海滨甲（集团）有限公司", ""},
		{"ABB  Engineering 海滨有限公司", "ABB Engineering海滨有限公司", ""},
		{"海滨甲有限公司（原海滨乙（滨城）厂）", "海滨甲有限公司", "海滨乙（滨城）厂"},
		{"海滨甲有限公司（原名称：海滨乙厂）", "海滨甲有限公司", "海滨乙厂"},
		{"太原甲有限公司", "太原甲有限公司", ""},
		{"海滨甲医药有限公司（原料药车间）", "海滨甲医药有限公司（原料药车间）", ""},
		{"ＡＢＣ海滨公司", "ABC海滨公司", ""},
		{"abb engineering 海滨有限公司", "abb engineering海滨有限公司", ""},
		{"a z 0 9 海滨 有限公司", "a z 0 9海滨有限公司", ""},
		{"A & B Co. Ltd 海滨公司", "A & B Co. Ltd海滨公司", ""},
		{"海滨{甲}有限公司 2 厂", "海滨（甲）有限公司2厂", ""},
		{"海滨甲有限公司曾用名：海滨乙厂", "海滨甲有限公司", "海滨乙厂"},
		{"海滨乙厂（现更名为海滨甲有限公司）", "海滨甲有限公司", "海滨乙厂"},
		{"海滨乙厂(现：海滨甲有限公司)", "海滨甲有限公司", "海滨乙厂"},
		{"海滨甲有限公司（现代物流园）", "海滨甲有限公司（现代物流园）", ""},
		{"海滨甲有限公司（现代农业公司）", "海滨甲有限公司（现代农业公司）", ""},
		{"海滨甲有限公司（现有车间）", "海滨甲有限公司（现有车间）", ""},
		{"1、海滨甲有限公司", "海滨甲有限公司", ""},
		{"（2）海滨甲有限公司", "海滨甲有限公司", ""},
		{"58同城海滨有限公司", "58同城海滨有限公司", ""},
		{"【东海县】海滨甲有限公司", "海滨甲有限公司", ""}, {"（新认定）海滨甲有限公司", "海滨甲有限公司", ""},
	} {
		if name, former := CompanyName(c.text); name != c.name || former != c.former {
			t.Errorf("%q is shown as %q, %q, want %q, %q", c.text, name, former, c.name, c.former)
		}
	}
}

func TestSeveralNamesInOneCell(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"one", "海滨甲有限公司", false},
		{"a list", "海滨甲有限公司、海滨乙厂", true},
		{"a mark within brackets", "海滨甲（乙、丙）有限公司", false},
		{"a mark at the end", "海滨甲有限公司；", false},
		{"two lines, two names", "海滨甲有限公司\n海滨乙研究院", true},
		{"two lines, one name", "海滨甲科技\n股份有限公司", false},
		{"an institute's company wrapped", "海滨设计研究院\n有限公司", false},
		{"a branch behind its company", "海滨甲有限公司\n滨城分公司", false},
		{"blanks within", "日立电梯 （ 成都 ） 有限公司", false},
		{"a blank between two", "海滨甲有限公司 海滨乙有限公司", true},
	} {
		if got := SeveralNames(c.text); got != c.want {
			t.Errorf("%s: %q is several: %v", c.name, c.text, got)
		}
	}
}

func TestAWordMayJoinTwoNames(t *testing.T) {
	for text, want := range map[string]bool{"海滨甲有限公司或海滨乙有限公司": true, "海滨甲有限公司和海滨乙厂": true,
		"海滨甲有限公司及分公司": false, "海滨甲有限公司和平路店": false, "海滨甲有限公司": false, "公司或海滨乙有限公司": false, "海滨和平有限公司": false,
		"海滨甲有限公司海滨乙有限公司": false, "": false} {
		if got := JoinsNames(text); got != want {
			t.Errorf("%q joins two names: %t", text, got)
		}
	}
}

func TestMatchingTakesTraditionalAndWideCharactersForPlainOnes(t *testing.T) {
	for text, want := range map[string]string{"省級綠色工廠": "省级绿色工厂", "省级绿色工厂": "省级绿色工厂", "ABC臺灣": "ABC台湾", "": ""} {
		if got := Simplified(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	spellings := map[rune]rune{}
	for from, to := range Spellings() {
		spellings[from] = to
		if from == to {
			t.Errorf("%q is a spelling of itself", from)
		}
	}
	for from, to := range map[rune]rune{'級': '级', 'Ａ': 'A', '！': '!', '～': '~', '（': '('} {
		if spellings[from] != to {
			t.Errorf("%q is a spelling of %q, want %q", from, spellings[from], to)
		}
	}
	for from := range Spellings() { // it may be left at any time
		if from != '！' {
			t.Errorf("the first spelling is %q", from)
		}
		break
	}
}

func FuzzCompanyKey(f *testing.F) {
	for _, s := range []string{"海滨甲（集团）有限公司", "甲(原乙)", "(原乙)", "曾用名", "甲曾用名", "((", "））", "a\u0301", "ﬁ\u200d",
		"甲（原乙（丙）丁）", "\xff甲"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := CompanyKey(s)
		if again := Fold(key); again != key && again != Fold(again) {
			t.Errorf("%q folds without end: %q, %q", s, key, again)
		}
		CompanyName(s)
		SeveralNames(s)
		SeveralPapers(s)
		IsBlank(s)
	})
}

func TestDotsAndDashesOfNamesAreOneKindEach(t *testing.T) {
	for _, same := range [][]string{
		{"上海某某电机·上菱空调有限公司", "上海某某电机•上菱空调有限公司", "上海某某电机・上菱空调有限公司", "上海某某电机.上菱空调有限公司"},
		{"某某—北方有限公司", "某某-北方有限公司", "某某－北方有限公司", "某某–北方有限公司"},
	} {
		for _, s := range same[1:] {
			if CompanyKey(s) != CompanyKey(same[0]) {
				t.Errorf("%q and %q have the keys %q and %q", s, same[0], CompanyKey(s), CompanyKey(same[0]))
			}
		}
	}
	if CompanyKey("某某·北方有限公司") == CompanyKey("某某北方有限公司") {
		t.Error("a name without the dot is another name")
	}
}
