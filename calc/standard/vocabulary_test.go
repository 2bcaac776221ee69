package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shorePolicy is an invented city's policy, small, with every kind of item,
// level, district and nature that reading has to tell apart.
func shorePolicy() *calc.Policy {
	wan := func(n int64) money.Yuan { return money.YuanOf(n * 10000) }
	return &calc.Policy{
		ID: "shore", City: "海滨市", FirstYear: 2024, LastYear: 2027,
		Levels: []calc.Level{
			{Name: "二星级", Rank: 0, Aliases: []string{"二星"}, Regions: nil},
			{Name: "市级", Rank: 1, Aliases: []string{"市"}, Regions: nil},
			{Name: "三星级", Rank: 2, Aliases: []string{"三星", "3星", "★★★"}, Regions: nil},
			{Name: "四星级", Rank: 3, Aliases: []string{"四星", "★★★★"}, Regions: nil},
			{Name: "省级", Rank: 4, Aliases: []string{"省"}, Regions: []string{"滨海省"}},
			{Name: "企业级", Rank: 4, Aliases: nil, Regions: nil},
			{Name: "行业级", Rank: 4, Aliases: []string{"行业级或区域级"}, Regions: nil},
			{Name: "区域级", Rank: 4, Aliases: nil, Regions: nil},
			{Name: "国家级", Rank: 5, Aliases: []string{"国家"}, Regions: nil},
		},
		Items: []calc.Item{
			{ID: "factory", Name: "绿色工厂", Clause: "一", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}, {Level: "省级", Amount: wan(40)}},
				Bodies: []string{"工信"}},
			{ID: "chain", Name: "绿色供应链管理企业", Clause: "一", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}}, Aliases: []string{"绿色供应链"}},
			{ID: "design", Name: "绿色设计示范企业", Clause: "一", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}}, Implied: "国家级", Aliases: []string{"绿色设计"},
				Not: []string{"绿色设计产品"}},
			{ID: "near-zero", Name: "近零碳工厂", Clause: "一", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards: []calc.Award{{Level: "省级", Amount: wan(40)}, {Level: "市级", Amount: wan(20)}}},
			{ID: "cloud", Name: "星级上云企业", Clause: "二", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards:  []calc.Award{{Level: "三星级", Amount: wan(2)}, {Level: "四星级", Amount: wan(4)}},
				Aliases: []string{"上云企业", "上云"}},
			{ID: "platform", Name: "重点工业互联网平台", Clause: "二", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards: []calc.Award{{Level: "企业级", Amount: wan(10)}, {Level: "行业级", Amount: wan(20)},
					{Level: "区域级", Amount: wan(20)}}, Aliases: []string{"工业互联网平台"}},
			{ID: "software", Name: "软件企业评估", Clause: "三", Form: calc.FormFixed, Key: calc.KeyCompany,
				Awards: []calc.Award{{Level: "", Amount: wan(2)}}, Aliases: []string{"软件企业", "双软"}},
			{ID: "product", Name: "软件产品评估", Clause: "三", Form: calc.FormEach, Key: calc.KeyCompanySubject,
				Counted: "产品", Awards: []calc.Award{{Level: "", Amount: wan(1)}}, Cap: wan(10),
				Aliases: []string{"软件产品", "双软"}},
			{ID: "park", Name: "绿色园区", Clause: "四", Form: calc.FormFixed, Key: calc.KeySubject,
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}, {Level: "省级", Amount: wan(40)}}},
			{ID: "diagnosis", Name: "节能诊断服务", Clause: "五", Form: calc.FormCost, Key: calc.KeySubject,
				Awards: []calc.Award{{Level: "", Amount: wan(2)}}, Aliases: []string{"节能诊断"}},
			{ID: "training", Name: "人才培养", Clause: "六", Form: calc.FormApproved, Key: calc.KeyCompanySubject,
				Counted: "任务"},
		},
		NotCovered: []calc.NotCovered{{Name: "市级绿色工厂", Aliases: []string{"市绿色工厂"}}, {Name: "绿色设计产品", Aliases: nil},
			{Name: "零碳工厂", Aliases: nil}},
		Natures: []calc.Nature{
			{Name: "新认定", Kind: calc.NatureNew, Aliases: []string{"首次认定"}, Remark: false},
			{Name: "复核", Kind: calc.NatureRenewed, Aliases: []string{"复核通过", "复审"}, Remark: true},
			{Name: "更名", Kind: calc.NatureRenewed, Aliases: []string{"名称变更"}, Remark: false},
			{Name: "撤销", Kind: calc.NatureRevoked, Aliases: []string{"已撤销"}, Remark: true},
		},
		Districts: []calc.District{
			{Name: "东山县", Aliases: []string{"东山", "东山开发区", "东山县开发区"}, Not: []string{"东山证券"}, Codes: []string{"320722"}},
			{Name: "滨城区", Aliases: []string{"滨城"}, Not: []string{"滨城港"}, Codes: []string{"320706"}},
			{Name: "市开发区", Aliases: []string{"滨城港开发区", "经开区", "开发区"}, Not: []string{"东山开发区", "东山县开发区", "高新技术"},
				Codes: nil}, {Name: "高新区", Aliases: []string{"高新技术产业开发区"}, Not: nil, Codes: nil},
			{Name: "市直", Aliases: []string{"市本级"}, Not: nil, Codes: nil},
		},
		Issuers: []calc.Issuer{{Word: "工信部", Level: "国家级"}, {Word: "滨工信", Level: "省级"}, {Word: "省工信厅", Level: "省级"},
			{Word: "海工信", Level: "市级"}},
		Words: calc.Words{
			Harmless: []string{"企业", "证书", "名单", "摸排表", "奖补", "工信局", "填报单位", "申报表", "的", "和"},
			Acts:     []string{"认定", "通过", "入选", "公布", "发文"}, Pending: []string{"培育", "创建", "公示中"},
			Notices: []string{"公示"},
			Denials: []string{"未", "不", "非", "待", "拟", "不予", "暂缓", "无"}, Undone: []string{"未"}, Joints: []string{"经", "能", "存在"},
			Stops:     []string{"作废", "放弃", "待核实", "失信", "已奖补", "事故", "处罚", "注销", "?"},
			Prospects: []string{"将", "拟"}, Qualities: []string{"重大", "安全"}, Topics: []string{"数字化"},
			Pairs: []calc.WordPair{{First: []string{"已", "不"}, Then: []string{"奖补", "兑现"}, Paid: true},
				{First: []string{"请"}, Then: []string{"核实"}}, {First: []string{"是否"}, Then: nil}},
		},
	}
}

func TestItemsAreReadFromTheirNames(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for _, c := range []struct {
		name, text string
		want       ItemMatch
	}{
		{"a name with its level", "国家级绿色工厂", ItemMatch{ID: "factory", Level: "国家级"}},
		{"级 may be left out", "滨海省绿色工厂（第三批）", ItemMatch{ID: "factory", Level: "省级"}},
		{"blanks and line breaks do not matter", "省级\n绿 色　工厂", ItemMatch{ID: "factory", Level: "省级"}},
		{"quotes do not matter", "市级“近零碳”工厂", ItemMatch{ID: "near-zero", Level: "市级"}},
		{"no level stated", "绿色工厂", ItemMatch{ID: "factory"}},
		{"the longer name of a thing not covered wins", "市级绿色工厂", ItemMatch{NotCovered: "市级绿色工厂", Level: "市级"}},
		{"the longer name of an item wins", "近零碳工厂", ItemMatch{ID: "near-zero"}},
		{"the shorter one is another thing", "零碳工厂", ItemMatch{NotCovered: "零碳工厂"}},
		{"a word rules an item out", "国家级绿色设计产品", ItemMatch{NotCovered: "绿色设计产品", Level: "国家级"}},
		{"without the word it is in", "国家级绿色设计", ItemMatch{ID: "design", Level: "国家级"}},
		{"one name for two items leaves a choice", "双软", ItemMatch{Candidates: []string{"software", "product"}}},
		{"two names leave a choice", "绿色工厂、绿色供应链", ItemMatch{Candidates: []string{"factory", "chain"}}},
		{"an item and a thing not covered leave a choice", "绿色供应链和零碳工厂",
			ItemMatch{Candidates: []string{"chain", "零碳工厂"}}},
		{"the item's own scale counts, not the authority", "省级重点工业互联网平台（企业级）", ItemMatch{ID: "platform", Level: "企业级"}},
		{"the authority alone is no level of the item", "省级重点工业互联网平台", ItemMatch{ID: "platform"}},
		{"stars", "★★★★上云企业", ItemMatch{ID: "cloud", Level: "四星级"}},
		{"a level without an amount is still a level", "省级绿色供应链", ItemMatch{ID: "chain", Level: "省级"}},
		{"two levels are none", "国家级、省级绿色工厂", ItemMatch{ID: "factory"}},
		{"equal levels that pay alike are one", "工业互联网平台（行业级或区域级）", ItemMatch{ID: "platform", Level: "行业级"}},
		{"a standard name counts before other spellings", "国家级绿色工厂（滨海省）", ItemMatch{ID: "factory", Level: "国家级"}},
		{"市 in 市场 is no level", "绿色工厂（市场监管）", ItemMatch{ID: "factory"}},
		{"市 before the name is one", "海滨市近零碳工厂", ItemMatch{ID: "near-zero", Level: "市级"}},
		{"something else", "高新技术企业", ItemMatch{}},
		{"nothing", "", ItemMatch{}},
	} {
		if diff := cmp.Diff(c.want, v.Item(c.text)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

func TestLevelsAreClearOrNot(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for _, c := range []struct {
		name, text, item, level string
		clear                   bool
	}{
		{"a level of the item", "省", "factory", "省级", true},
		{"one of another scale does not count", "三星级", "factory", "", true},
		{"two of its scale are unclear", "国家级/省级", "factory", "", false},
		{"an item without levels has none", "省级", "software", "", true},
		{"a level that no item awards is one still", "二星级", "cloud", "二星级", true},
		{"but not of an item whose name implies its level", "二星级", "design", "", true},
		{"without an item any level counts", "三星级", "", "三星级", true},
	} {
		level, clear := v.Level(c.text, c.item)
		if level != c.level || clear != c.clear {
			t.Errorf("%s: Level(%q, %q) = %q, %v", c.name, c.text, c.item, level, clear)
		}
	}
}

func TestDistrictsAreReadFromTheirNames(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for _, c := range []struct{ name, text, want string }{
		{"the name", "东山县", "东山县"},
		{"a short form", " 东山 ", "东山县"},
		{"the longest alias wins", "滨城港开发区", "市开发区"},
		{"a bare word", "开发区", "市开发区"},
		{"a district's own zone belongs to it", "东山县开发区", "东山县"},
		{"a word of another place rules a district out", "高新技术产业开发区", "高新区"},
		{"a city's name is no district although it holds one", "滨城港市", ""},
		{"behind the city's name the district still counts", "滨城港市滨城区", "滨城区"},
		{"two districts are none", "东山县、滨城区", ""},
		{"a company is no district", "东山证券", ""},
		{"something else", "西湖区", ""},
		{"nothing", "", ""},
	} {
		if got, ok := v.District(c.text); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: District(%q) = %q, %v, want %q", c.name, c.text, got, ok, c.want)
		}
	}
}

func TestNaturesAreReadFromTheirNames(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for _, c := range []struct{ name, text, want string }{
		{"the name", "新认定", "新认定"},
		{"another spelling", "首次 认定", "新认定"},
		{"the standard name counts before other spellings", "复核（通过）", "复核"},
		{"two of one kind are as good as one", "复核、更名", "复核"},
		{"two of different kinds are none", "新认定、复核", ""},
		{"something else", "待定", ""},
	} {
		if got, ok := v.Nature(c.text); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: Nature(%q) = %q, %v, want %q", c.name, c.text, got, ok, c.want)
		}
	}
}

func TestAVocabularyOfNothingReadsNothing(t *testing.T) {
	v := NewVocabulary(&calc.Policy{})
	if diff := cmp.Diff(ItemMatch{}, v.Item("绿色工厂")); diff != "" {
		t.Error(diff)
	}
	if _, ok := v.District("东山县"); ok {
		t.Error("a district out of nothing")
	}
}

// A cell may hold 32,767 characters; whatever they are, reading them takes no
// time that grows with their square, else this test does not end.
func TestATextThatNamesOneThingTenThousandTimesIsReadAtOnce(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for _, word := range []string{"东山", "滨城港", "绿色设计产品", "国家级绿色工厂、", "双软", "复核", "未", "未东山", "不属于", "已",
		"已奖", "等", "缺", "2023年", "未被处罚"} {
		text := strings.Repeat(word, 32767/len([]rune(word)))
		v.District(text)
		v.Item(text)
		v.Nature(text)
		for how := range freeTexts {
			v.assertions(text, how)
		}
	}
}
