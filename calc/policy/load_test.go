package policy

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// TestTheBuiltInPolicyPaysWhatTheContractSays repeats the contract by hand:
// others build on these ids and amounts, so no update switch rewrites them.
func TestTheBuiltInPolicyPaysWhatTheContractSays(t *testing.T) {
	p, _ := builtIn(t, "lyg-2024")
	type line struct {
		Clause, ID, Level string
		Form              calc.Form
		Amount, Cap, Rate string
		Key               calc.Key
	}
	fixed := func(clause, id, level, amount string) line {
		return line{clause, id, level, calc.FormFixed, amount, "0.00", "0%", calc.KeyCompany}
	}
	by := func(l line, k calc.Key) line { l.Key = k; return l }
	want := []line{
		fixed("一", "tech-innovation-demo", "国家级", "500000.00"), fixed("一", "tech-innovation-demo", "省级", "200000.00"),
		fixed("二", "smart-workshop", "省级", "200000.00"),
		fixed("三", "cloud-star", "三星级", "20000.00"), fixed("三", "cloud-star", "四星级", "40000.00"),
		fixed("三", "cloud-star", "五星级", "100000.00"),
		fixed("三", "industrial-internet-platform", "企业级", "100000.00"),
		fixed("三", "industrial-internet-platform", "行业级", "200000.00"),
		fixed("三", "industrial-internet-platform", "区域级", "200000.00"),
		fixed("三", "industrial-internet-platform", "双跨", "200000.00"),
		fixed("四", "software-enterprise", "", "20000.00"),
		{"四", "software-product", "", calc.FormEach, "10000.00", "100000.00", "0%", calc.KeyCompanySubject},
		fixed("五", "industrial-design-center", "国家级", "500000.00"),
		fixed("五", "industrial-design-center", "省级", "200000.00"),
		by(fixed("六", "industrial-heritage", "国家级", "500000.00"), calc.KeySubject),
		by(fixed("六", "industrial-heritage", "省级", "200000.00"), calc.KeySubject),
		by(fixed("七", "green-park", "国家级", "800000.00"), calc.KeySubject),
		by(fixed("七", "green-park", "省级", "400000.00"), calc.KeySubject),
		fixed("七", "green-factory", "国家级", "800000.00"), fixed("七", "green-factory", "省级", "400000.00"),
		fixed("七", "green-supply-chain", "国家级", "800000.00"), fixed("七", "green-design", "国家级", "800000.00"),
		fixed("七", "near-zero-carbon-factory", "省级", "400000.00"),
		fixed("七", "near-zero-carbon-factory", "市级", "200000.00"),
		fixed("七", "energy-efficiency-leader", "国家级", "200000.00"),
		{"八", "energy-diagnosis", "", calc.FormCost, "20000.00", "0.00", "0%", calc.KeySubject},
		fixed("九", "green-building-material", "国家级", "50000.00"),
		by(fixed("十", "sme-innovation-base", "国家级", "500000.00"), calc.KeySubject),
		by(fixed("十", "sme-innovation-base", "省级", "200000.00"), calc.KeySubject),
		{"十一", "professional-manager", "", calc.FormRate, "0.00", "0.00", "60%", calc.KeyCompanySubject},
		{"十二", "talent-training", "", calc.FormApproved, "0.00", "0.00", "0%", calc.KeyCompanySubject},
		{"十三", "major-activity", "", calc.FormApproved, "0.00", "0.00", "0%", calc.KeyCompanySubject},
	}
	var got []line
	for i := range p.Items {
		it := &p.Items[i]
		awards := it.Awards
		if len(awards) == 0 {
			awards = []calc.Award{{}}
		}
		for _, a := range awards {
			got = append(got, line{it.Clause, it.ID, a.Level, it.Form, a.Amount.String(), it.Cap.String(),
				a.Rate.String(), it.Key})
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("items (-contract +policy):\n%s", diff)
	}
}

func TestTheBuiltInPolicyHasTheDistrictsAndReadingsOfTheContract(t *testing.T) {
	p, _ := builtIn(t, "lyg-2024")
	var districts []string
	for _, d := range p.Districts {
		districts = append(districts, d.Name)
	}
	if diff := cmp.Diff([]string{"东海县", "灌云县", "灌南县", "赣榆区", "海州区", "连云区", "市开发区", "徐圩新区", "高新区", "云台山景区", "市直"},
		districts); diff != "" {
		t.Errorf("districts (-contract +policy):\n%s", diff)
	}
	defaults := map[string]string{}
	for _, r := range p.Readings {
		defaults[r.Name] = r.Default
	}
	want := map[string]string{"same-project": "track", "workshop-count": "company", "platform-count": "company",
		"material-count": "company",
		"software-cap":   "products", "upgrade": "full", "diagnosis": "cost", "manager-payee": "employer",
		"recognised-by": "document", "assessment": "first",
		"re-recognition": "first", "diagnosis-of": "subject", "site-count": "company", "design-count": "company",
		"park-authority": "pay", "in-force": "year"}
	if diff := cmp.Diff(want, defaults); diff != "" {
		t.Errorf("readings (-contract +policy):\n%s", diff)
	}
}

// TestTheTableOfKeysSaysWhichMustBeThere takes each key of the sound policy out
// in turn: one that must be there is missed, another is not.
func TestTheTableOfKeysSaysWhichMustBeThere(t *testing.T) {
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []struct {
		path []any // from the root to the block
		keys []Key
	}{
		{nil, policyKeys}, {[]any{"effective"}, effectiveKeys}, {[]any{"award_years"}, yearsKeys},
		{[]any{"levels", 0}, levelKeys},
		{[]any{"clauses", 4}, clauseKeys}, {[]any{"clauses", 4, "items", 0}, itemKeys},
		{[]any{"provisions", 1}, provisionKeys},
		{[]any{"not_covered", 0}, notCoveredKeys}, {[]any{"natures", 1}, natureKeys},
		{[]any{"districts", 0}, districtKeys},
		{[]any{"eligible"}, eligibleKeys}, {[]any{"issuers", 0}, issuerKeys}, {[]any{"readings", 0}, readingKeys},
	} {
		for _, k := range b.keys {
			text, stood := without(t, sound, append(slices.Clone(b.path), k.Name)...)
			if !stood {
				if k.Needed {
					t.Errorf("%v: the sound policy lacks %s", b.path, k.Name)
				}
				continue
			}
			_, err := Load("p.yaml", text)
			if missed := err != nil && strings.Contains(err.Error(), k.Name+" of") &&
				strings.Contains(err.Error(), "is missing"); missed != k.Needed {
				t.Errorf("%v: without %s (needed: %v) loading says %v", b.path, k.Name, k.Needed, err)
			}
		}
	}
}

// without is the text without the key at the end of the path, and whether it
// stood there.
func without(t *testing.T, text []byte, path ...any) (rest []byte, stood bool) {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	n := doc.Content[0]
	for _, step := range path[:len(path)-1] {
		if i, ok := step.(int); ok {
			n = n.Content[i]
			continue
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				n = n.Content[i+1]
				break
			}
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == path[len(path)-1] {
			n.Content = slices.Delete(n.Content, i, i+2)
			out, err := yaml.Marshal(&doc)
			if err != nil {
				t.Fatal(err)
			}
			return out, true
		}
	}
	return nil, false
}
