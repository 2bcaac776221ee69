package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/sheettest"
)

func TestTheRuleBookHasEachClauseItsRulesAndPlacesToSign(t *testing.T) {
	wan := func(n int64) money.Yuan { return money.YuanOf(n * 10000) }
	rate, err := money.ParseRate("10%")
	if err != nil {
		t.Fatal(err)
	}
	p := &calc.Policy{Title: "若干政策", Clauses: []calc.Clause{{Number: "一", Title: "绿色", Text: "国家级80万元、省级40万元。"},
		{Number: "二", Title: "投资", Text: "按10%补助。"}},
		Items: []calc.Item{
			{ID: "plant", Name: "绿色工厂", Clause: "一", Form: calc.FormFixed, Track: "工厂", Key: calc.KeyCompany,
				Counted: "企业", Payee: "企业",
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}, {Level: "省级", Amount: wan(40)}}},
			{ID: "machines", Name: "设备投资", Clause: "二", Form: calc.FormRate, Track: "投资", Key: calc.KeyCompanySubject,
				Counted: "项目", Payee: "企业",
				Base: calc.Base{Name: "设备投资额"}, Cap: wan(300),
				Awards: []calc.Award{{Rate: rate, Floor: wan(500), Ceiling: wan(100)}}},
		},
		Provisions: []calc.Provision{{Number: "附则", Text: "从高不重复。"}}}
	path := filepath.Join(t.TempDir(), "rules.xlsx")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteRuleBook(file, p); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := sheettest.Dump(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"#merge B4:B5", "一\t绿色：国家级80万元、省级40万元。\t绿色工厂\t国家级\t最高80万元",
		"设备投资额500万元及以上的，设备投资额的10%，每个项目最高100万元\t最高300万元",
		"设备投资额500万元，奖补50万元；设备投资额10000万元，奖补100万元；不足500万元不予奖补",
		"其他\t附则：从高不重复。", "责任处室（签字）：", "法制审核（签字）：", "分管领导（签字）：",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
