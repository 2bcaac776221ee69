package policy

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheFiguresThatAClauseStates(t *testing.T) {
	type stated struct{ Amounts, Rates []string }
	for _, c := range []struct {
		name, text string
		want       stated
	}{
		{"a sum", "最高3万元", stated{[]string{"30000.00"}, nil}},
		{"a sum in yuan", "每个5000元", stated{[]string{"5000.00"}, nil}},
		{"a sum in words", "奖补五十万元", stated{[]string{"500000.00"}, nil}},
		{"a sum with separators", "奖补1,200,000元", stated{[]string{"1200000.00"}, nil}},
		{"a share", "按利息的37.5%贴息", stated{nil, []string{"37.5%"}}},
		{"a share in full width", "按６０％补贴", stated{nil, []string{"60%"}}},
		{"points of a hundred", "贴息2个百分点", stated{nil, []string{"2%"}}},
		{"figures that share a unit", "分别奖补2、4、10万元", stated{[]string{"100000.00", "20000.00", "40000.00"}, nil}},
		{"a sum and a share keep theirs", "按30%补贴，最高20万元", stated{[]string{"200000.00"}, []string{"30%"}}},
		{"nothing", "按核定金额补助", stated{nil, nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			amounts, rates := figures(c.text)
			if diff := cmp.Diff(c.want, stated{slices.Sorted(maps.Keys(amounts)),
				slices.Sorted(maps.Keys(rates))}); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// loanInterest loads the sound policy with other amounts of its fourth clause
// and gives the awards of that item, or the faults.
func loanInterest(t *testing.T, text, amounts string) (awards []string, faults string) {
	t.Helper()
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s := strings.Replace(string(sound), "text: 对技改贷款按利息的37.5%贴息，每家企业最高5万元。", "text: "+text, 1)
	s = strings.Replace(s, "        rate: 37.5%\n        company_cap: 5万元\n", amounts, 1)
	p, err := Load("p.yaml", []byte(s))
	if err != nil {
		return nil, err.Error()
	}
	it, _ := p.Item("loan-interest")
	for _, a := range it.Awards {
		awards = append(awards, strings.Join([]string{a.Level, a.Rate.String(), a.Floor.String(), a.Ceiling.String(),
			it.Cap.String()}, " "))
	}
	return awards, ""
}

func TestAHigherLevelIsNotPaidLess(t *testing.T) {
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	const old, text = "        amount: 1万元\n        counted: 企业\n", "        derived: 奖补\n        counted: 企业\n"
	if strings.Count(string(sound), old) != 1 {
		t.Fatal("the sound policy has no single award of 1万元 to be replaced")
	}
	for amounts, want := range map[string]bool{"{甲等: 2万元, 乙等: 1万元}": false, "{甲等: 1万元, 乙等: 1万元}": false,
		"{甲等: 1万元, 乙等: 2万元}": true} {
		_, err := Load("p.yaml", []byte(strings.Replace(string(sound), old, "        amounts: "+amounts+"\n"+text, 1)))
		if got := err != nil && strings.Contains(err.Error(), "the higher level must not be paid less"); got != want {
			t.Errorf("%s is refused for it: %t, want %t (%v)", amounts, got, want, err)
		}
	}
}

func TestACapHoldsAtLeastOneAward(t *testing.T) {
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for limit, want := range map[string]bool{"3万元": false, "29999.99元": true} {
		text := strings.Replace(string(sound), "company_cap: 7万元", "company_cap: "+limit, 1)
		_, err := Load("p.yaml", []byte(text))
		if got := err != nil && strings.Contains(err.Error(), "less than one award of 3万元"); got != want {
			t.Errorf("a cap of %s is refused for it: %t, want %t (%v)", limit, got, want, err)
		}
	}
}

func TestFloorsAndCeilingsOfLevels(t *testing.T) {
	const text = "按利息的20%、30%贴息，利息1万元起，最高2万元、5万元，每家企业最高6万元。"
	const base = "        base: {name: 利息}\n"
	for _, c := range []struct {
		name, amounts string
		want          []string
		fault         string
	}{
		{"one of each for the item", "        rate: 30%\n        floor: 1万元\n        ceiling: 5万元\n" + base,
			[]string{" 30% 10000.00 50000.00 0.00"}, ""},
		{"one of each for all levels", "        rates: {乙等: 20%, 甲等: 30%}\n        floor: 1万元\n        ceiling: 5万元\n" +
			base,
			[]string{"乙等 20% 10000.00 50000.00 0.00", "甲等 30% 10000.00 50000.00 0.00"}, ""},
		{"one for each level", "        rates: {乙等: 20%, 甲等: 30%}\n        floors: {甲等: 1万元}\n        ceilings: {乙等: 2万元, 甲等: 5万元}\n" + base,
			[]string{"乙等 20% 0.00 20000.00 0.00", "甲等 30% 10000.00 50000.00 0.00"}, ""},
		{"a cap of exactly the ceiling", "        rate: 30%\n        ceiling: 5万元\n        company_cap: 5万元\n" + base,
			[]string{" 30% 0.00 50000.00 50000.00"}, ""},
		{"a cap below the ceiling", "        rate: 30%\n        ceiling: 5万元\n        company_cap: 2万元\n" + base, nil,
			"company_cap of 2万元, less than one award of 5万元"},
		{"a ceiling that the text does not state", "        rate: 30%\n        ceiling: 4万元\n" + base, nil,
			"has 4万元, which the text of clause 第四条 does not state"},
		{"a floor that it does not state", "        rate: 30%\n        floor: 3万元\n" + base, nil,
			"has 3万元, which the text of clause 第四条 does not state"},
		{"a rate that it does not state", "        rate: 25%\n" + base, nil,
			"has 25%, which the text of clause 第四条 does not state"},
		{"a floor for the item and for levels",
			"        rates: {乙等: 20%, 甲等: 30%}\n        floor: 1万元\n        floors: {甲等: 1万元}\n" + base, nil,
			"has floor and floors; it takes one of them"},
		{"a ceiling of no level of the item", "        rates: {乙等: 20%, 甲等: 30%}\n        ceilings: {国优: 5万元}\n" + base,
			nil, "names 国优, a level it has no amount for"},
		{"a rate for the item and for levels", "        rate: 30%\n        rates: {甲等: 30%}\n" + base, nil,
			"needs either rate or rates (by level)"},
		{"neither", base, nil, "needs either rate or rates (by level)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := loanInterest(t, text, c.amounts)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("awards (-want +got):\n%s\n%s", diff, faults)
			}
			if c.fault != "" && !strings.Contains(faults, c.fault) {
				t.Errorf("faults %q, want %q", faults, c.fault)
			}
		})
	}
}
