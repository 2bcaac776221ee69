package policy

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestACaseThatIsDecidedOtherwiseFails(t *testing.T) {
	p, _ := invented(t)
	for _, tt := range []struct{ name, text, want string }{
		{"another amount", `records: [{company: 甲, item: brand, level: 国优, expect: 29万元}]`,
			"2: 一例: record 1: expected 29万元, decided 30万元"},
		{"another outcome", `records: [{company: 甲, item: brand, level: 国优, expect: refused year}]`,
			"2: 一例: record 1: expected refused year, decided 30万元"},
		{"another reason", `records: [{company: 甲, item: brand, level: 国优, nature: 废止, expect: refused not-new}]`,
			"2: 一例: record 1: expected refused not-new, decided refused revoked"},
		{"another payee", `records: [{company: 甲, item: brand, level: 国优, expect: 30万元, payee: 个人}]`,
			"2: 一例: record 1: expected to be paid to 个人, decided 企业"},
		{"another record that stands", `records: [{company: 甲, item: brand, level: 国优, expect: 30万元, by: 1}]`,
			"2: 一例: record 1: expected record 1 to stand, decided none"},
		{"another total", `{records: [{company: 甲, item: brand, level: 国优, expect: 30万元}], total: 31万元}`,
			"2: 一例: expected 31万元 in all, decided 30万元"},
		{"another district", `{records: [{company: 甲, item: brand, level: 国优, expect: 30万元}], districts: {沙洲县: 30万元}}`,
			"2: 一例: expected 30万元 for 沙洲县, decided otherwise"},
		{"a rest that is not left", `{records: [{company: 甲, item: brand, level: 国优, expect: 10万元}], budget: 10万元, left: 1元}`,
			"2: 一例: expected 1元 left of the budget, found 0元"},
		{"a finding that nobody expected", `records: [{company: 甲, text: 国优品牌, claimed: 31万元, expect: 30万元}]`,
			"2: 一例: expected the findings [], found [record/claim-differs]"},
		{"a finding that did not come", `{records: [{company: 甲, item: brand, level: 国优, expect: 30万元}], findings: [record/claim-differs]}`,
			"2: 一例: expected the findings [record/claim-differs], found []"},
		{"an unknown item", `records: [{company: 甲, item: brand-x, level: 国优, expect: 30万元}]`,
			"2: 一例: the policy has no item brand-x"},
		{"an unknown level", `records: [{company: 甲, item: brand, level: 国家级, expect: 30万元}]`,
			"2: 一例: the policy has no level 国家级"},
		{"an unknown reading", `{readings: {one-project: company}, records: [{company: 甲, item: brand, level: 国优, expect: 30万元}]}`,
			"2: 一例: the policy has no reading one-project with the value company"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.TrimSuffix(strings.TrimPrefix(tt.text, "{"), "}")
			if !strings.HasPrefix(tt.text, "{") {
				text = tt.text
			}
			cases, err := LoadCases("c.yaml", []byte("cases:\n- {name: 一例, "+text+"}\n"))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range RunCases(p, cases) {
				got = append(got, f.String())
			}
			if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
				t.Errorf("failures (-want +got):\n%s", diff)
			}
		})
	}
}

func TestABrokenCaseIsRefusedWithItsLine(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"no records", "- {name: 甲}", "c.yaml:2: records of case 甲 is missing"},
		{"a name twice", "- {name: 甲, records: [{item: a, expect: 1元}]}\n- {name: 甲, records: [{item: a, expect: 1元}]}",
			"c.yaml:3: case 甲 stands twice, first in line 2"},
		{"an unknown key", "- {name: 甲, records: [{item: a, expect: 1元}], note: 无}",
			"c.yaml:2: a case has no key note; allowed: name, golden, year, readings, prior, records, budget, left, total, districts, findings"},
		{"item and text", "- {name: 甲, records: [{item: a, text: b, expect: 1元}]}",
			"c.yaml:2: record 1 needs either item (an id) or text (as a district writes it)"},
		{"an amount without a unit", "- {name: 甲, records: [{item: a, expect: 1000}]}",
			"c.yaml:2: expect is 1000; allowed: an amount, superseded, duplicate, capped, refused REASON, held CODE"},
		{"a refusal without its reason", "- {name: 甲, records: [{item: a, expect: refused}]}",
			"c.yaml:2: refused of what? write refused and the reason, such as refused year or held cell/date"},
		{"a date that does not exist", "- {name: 甲, records: [{item: a, recognised: 2023-02-30, expect: 1元}]}",
			"c.yaml:2: recognised of record 1 is 2023-02-30; it must be a date such as 2023-05-12, 2023-05 or 2023; example: recognised: 2030-06-15"},
		{"a base without a unit", "- {name: 甲, records: [{item: a, base: 100, expect: 1元}]}",
			"c.yaml:2: base of record 1 is 100; it must be a number with its unit 元 or 万元, such as 50万元; example: base: 100万元"},
		{"a remark on a record", "- {name: 甲, records: [{item: a, remark: 复核, expect: 1元}]}",
			"c.yaml:2: remark goes with text only"},
		{"a budget without its rest", "- {name: 甲, budget: 1元, records: [{item: a, expect: 1元}]}",
			"c.yaml:2: case 甲 needs budget and left together"},
		{"a budget of nothing said", "- {name: 甲, budget: , left: 1元, records: [{item: a, expect: 1元}]}",
			"c.yaml:2: budget of case 甲 is empty; write a value or leave the key out; example: budget: 100万元"},
		{"a ruling of another word", "- {name: 甲, records: [{item: a, ruling: 同意, expect: 1元}]}",
			"c.yaml:2: ruling is 同意; allowed: grant, refuse"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := LoadCases("c.yaml", []byte("cases:\n"+tt.text+"\n"))
			got := ""
			if err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMadeUpCodesAreValidAndTellCompaniesApart(t *testing.T) {
	a, b := madeUpCode("91", "990100", "甲有限公司"), madeUpCode("91", "990100", "乙有限公司")
	if a == b || len(a) != 18 || a != madeUpCode("91", "990100", "甲有限公司") {
		t.Errorf("made up %s and %s", a, b)
	}
}
