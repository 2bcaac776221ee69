package calc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// named spells the findings that name other records: of which record, why, and
// the records that it is held with.
func named(r *calc.Result) []string {
	var all []string
	for _, f := range r.Findings {
		if len(f.With) > 0 {
			all = append(all, fmt.Sprintf("k%d %s %s", f.Ref.Row-1, f.Code, strings.Join(f.With, " ")))
		}
	}
	return all
}

func TestAClaimThatCannotBeDecidedNamesAllForWhomItWaits(t *testing.T) {
	manager := func(company, number string, base int64) calc.Record {
		return calc.Record{Item: "manager", Subject: "张三", Company: company, Certificate: number, Base: yuanOf(base)}
	}
	shared := func(company string) calc.Record {
		return calc.Record{Item: "plant", Level: "国家级", Company: company, Certificate: "A1"}
	}
	byName := func(r calc.Record) calc.Record { r.CodeByName = true; return r }
	plant := calc.Record{Item: "plant", Level: "省级"}
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
		named   []string
	}{
		{"a code from a row whose project another row contests",
			[]calc.Record{byName(calc.Record{Item: "firm"}), plant, byName(shared("甲")), shared("乙")},
			[]string{"held company/code-from-held 0.00", "held record/awaits 0.00",
				"held record/certificate-shared 0.00", "held record/certificate-shared 0.00"},
			[]string{"k1 company/code-from-held k2 k3 k4", "k2 record/awaits k3 k4",
				"k3 record/certificate-shared k4", "k4 record/certificate-shared k3"}},
		{"a piece that may be either of two and is not above them has neither wait",
			[]calc.Record{manager("甲", "C1", 100), manager("甲", "C2", 100), manager("甲", "", 100)},
			[]string{"granted 60.00", "granted 60.00", "held record/piece-unclear 0.00"},
			[]string{"k1 record/one-name k2", "k3 record/piece-unclear k1 k2"}},
		{"one that is above one of them has that one wait",
			[]calc.Record{manager("甲", "C1", 100), manager("甲", "C2", 101), manager("甲", "", 101)},
			[]string{"held record/awaits 0.00", "granted 60.60", "held record/piece-unclear 0.00"},
			[]string{"k1 record/one-name k2", "k1 record/awaits k3 k1 k2", "k3 record/piece-unclear k1 k2"}},
		{"and no other piece of the company", []calc.Record{manager("甲", "C1", 100), manager("甲", "C2", 101),
			manager("甲", "", 101), {Item: "manager", Subject: "李四", Certificate: "C3", Base: yuanOf(50)},
			{Item: "manager", Subject: "王五", Base: yuanOf(50)}},
			[]string{"held record/awaits 0.00", "granted 60.60", "held record/piece-unclear 0.00", "granted 30.00",
				"granted 30.00"},
			[]string{"k1 record/one-name k2", "k1 record/awaits k3 k1 k2", "k3 record/piece-unclear k1 k2"}},
		{"who waits for a piece that took its number waits for all that it may have it from, itself not named",
			[]calc.Record{manager("甲", "C1", 200), manager("甲", "C1", 100), manager("甲", "", 300),
				manager("乙", "C9", 100)},
			[]string{"held record/awaits 0.00", "held record/awaits 0.00", "held record/person-twice 0.00",
				"held record/person-twice 0.00"},
			[]string{"k1 record/awaits k2 k3 k4", "k2 record/awaits k1 k3 k4 k2 k3 k4",
				"k3 record/person-twice k4", "k4 record/person-twice k3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(c.records...)})
			if diff := cmp.Diff(c.want, spell(r)); diff != "" {
				t.Errorf("decisions (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.named, named(r)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSubjectsThatMayBeOneAreAskedAbout(t *testing.T) {
	site := func(company, subject, code string) calc.Record {
		return calc.Record{Item: "park", Level: "省级", Company: company, Subject: subject, SubjectCode: code}
	}
	visit := func(subject string) calc.Record {
		return calc.Record{Item: "diagnosis", Subject: subject, Base: yuanOf(9)}
	}
	one, other := codeOf("一园"), codeOf("二园")
	near, paid := "held record/near-subject 0.00", "granted 400000.00"
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
		rulings []calc.Ruling
	}{
		{"names that differ in a level", []calc.Record{site("甲", "东海园区", ""), site("乙", "市级东海园区", "")},
			[]string{near, near}, nil},
		{"names that differ in a word", []calc.Record{site("甲", "东海园区", ""), site("乙", "西海园区", "")},
			[]string{paid, paid}, nil},
		{"companies are told apart to the letter", []calc.Record{visit("东海园区"), visit("市级东海园区")},
			[]string{"granted 9.00", "granted 9.00"}, nil},
		{"one that is not named beside one of the company that is",
			[]calc.Record{site("甲", "", ""), site("甲", "园", "")},
			[]string{"held record/subject-unnamed 0.00", paid}, nil},
		{"beside one of another company", []calc.Record{site("甲", "", ""), site("乙", "园", "")}, []string{paid, paid},
			nil},
		{"one with a code and one without are one of the name", []calc.Record{site("甲", "园", one), site("乙", "园", "")},
			[]string{paid, "duplicate by k1 0.00"}, nil},
		{"two codes are two", []calc.Record{site("甲", "园", one), site("乙", "园", other)}, []string{paid, paid}, nil},
		{"and one without may be either",
			[]calc.Record{site("甲", "园", one), site("乙", "园", other), site("丙", "园", "")}, []string{paid, paid, near},
			nil},
		{"not where it has another name",
			[]calc.Record{site("甲", "园", one), site("乙", "园", other), site("丙", "港", "")}, []string{paid, paid, paid},
			nil},
		{"one code is one whatever the name", []calc.Record{site("甲", "园", one), site("乙", "港", one)},
			[]string{paid, "duplicate by k1 0.00"}, nil},
		{"whoever saw that may let one in", []calc.Record{site("甲", "东海园区", ""), site("乙", "市级东海园区", "")},
			[]string{paid, near}, []calc.Ruling{{Key: "k1", Grant: true}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(c.records...), Rulings: c.rulings}
			if diff := cmp.Diff(c.want, decided(t, seen(b))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
