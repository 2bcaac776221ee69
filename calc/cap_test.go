package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestWhatMayTakeThePlaceOfAContestedClaimMayFillItsCompanysCap(t *testing.T) {
	diagnosis := func(company, subject, certificate string, base int64, month int) calc.Record {
		return calc.Record{Item: "diagnosis", Company: company, Subject: subject, Certificate: certificate,
			Base: yuanOf(base), Recognised: day(2023, month, 1)}
	}
	// Two firms claim under one number; 甲's first claim would lose to the one of them.
	contested := []calc.Record{diagnosis("乙", "一", "B", 22000, 6), diagnosis("丙", "二", "B", 5000, 6),
		diagnosis("甲", "一", "", 10022, 5)}
	held := []string{"held record/certificate-shared 0.00", "held record/certificate-shared 0.00",
		"held record/awaits 0.00"}
	for _, c := range []struct {
		name string
		more []calc.Record
		want []string
	}{
		{"a claim waits that is paid less where that one is paid", []calc.Record{diagnosis("甲", "三", "", 9979, 7)},
			[]string{"held record/awaits 0.00"}},
		{"and stands where the cap has room for both", []calc.Record{diagnosis("甲", "三", "", 9978, 7)},
			[]string{"granted 9978.00"}},
		{"and where it comes first under the cap", []calc.Record{diagnosis("甲", "三", "", 9979, 4)},
			[]string{"granted 9979.00"}},
		{"what would take the place of one that waits has others of its own cap wait",
			[]calc.Record{diagnosis("甲", "三", "", 15000, 7), diagnosis("丁", "三", "", 12000, 5),
				diagnosis("丁", "四", "", 9000, 7)},
			[]string{"held record/awaits 0.00", "held record/awaits 0.00", "held record/awaits 0.00"}},
		{"also those of a firm that comes before it",
			[]calc.Record{diagnosis("丙", "四", "", 5000, 7), diagnosis("丙", "三", "", 12000, 5),
				diagnosis("甲", "三", "", 15000, 7)},
			[]string{"held record/awaits 0.00", "held record/awaits 0.00", "held record/awaits 0.00"}},
		{"but not where both fit under it",
			[]calc.Record{diagnosis("甲", "三", "", 15000, 7), diagnosis("丁", "三", "", 12000, 5),
				diagnosis("丁", "四", "", 8000, 7)},
			[]string{"held record/awaits 0.00", "held record/awaits 0.00", "granted 8000.00"}},
		{"one that lost to a claim that stands takes nothing",
			[]calc.Record{diagnosis("甲", "三", "", 9978, 7), diagnosis("丁", "三", "", 9000, 4),
				diagnosis("丁", "四", "", 20000, 7)},
			[]string{"granted 9978.00", "duplicate by k4 0.00", "granted 20000.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := decided(t, calc.Batch{Records: claims(append(contested[:3:3], c.more...)...),
				Readings: calc.Readings{"diagnosis-of": "payee"}})
			if diff := cmp.Diff(append(held[:3:3], c.want...), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestOfOneProjectOneTakesItsPartOfACap(t *testing.T) {
	diagnosis := func(company, subject, certificate string, base int64) calc.Record {
		return calc.Record{Item: "diagnosis", Company: company, Subject: subject, Certificate: certificate,
			Base: yuanOf(base)}
	}
	for base, want := range map[int64]string{8000: "granted 8000.00", 8001: "held record/awaits 0.00"} {
		records := claims(diagnosis("甲", "一", "B", 12000), diagnosis("丙", "二", "B", 5000),
			diagnosis("甲", "一", "", 11000), diagnosis("甲", "三", "", base))
		records[3].Recognised = day(2023, 9, 1)
		got := decided(t, calc.Batch{Records: records, Readings: calc.Readings{"diagnosis-of": "payee"}})
		held := "held record/certificate-shared 0.00"
		if diff := cmp.Diff([]string{held, held, "held record/awaits 0.00", want}, got); diff != "" {
			t.Errorf("%d (-want +got):\n%s", base, diff)
		}
	}
}

func TestACodeIsVouchedForByAClaimThatNoCapCanCut(t *testing.T) {
	product := func(subject, certificate string, month int) calc.Record {
		return calc.Record{Item: "product", Subject: subject, Certificate: certificate, Recognised: day(2023, month, 1)}
	}
	p := townPolicy()
	for limit, want := range map[string][]string{
		"30000":    {"granted 20000.00", "granted 10000.00"},
		"19999.99": {"held company/code-from-held 0.00", "held record/awaits 0.00"},
	} {
		p.Items[4].Cap = *exact(limit)
		got := decided(t, calc.Batch{Policy: p, Records: claims(calc.Record{Item: "firm", CodeByName: true},
			product("三", "C3", 9), product("一", "C1", 5), product("二", "C1", 5))})
		held := "held record/certificate-shared 0.00"
		if diff := cmp.Diff(append(want, held, held), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", limit, diff)
		}
	}
}

func TestAClaimThatWaitsNamesAllThatItWaitsFor(t *testing.T) {
	diagnosis := func(company, subject, certificate string, base int64) calc.Record {
		return calc.Record{Item: "diagnosis", Company: company, Subject: subject, Certificate: certificate,
			Base: yuanOf(base)}
	}
	records := claims(diagnosis("甲", "园", "B", 20000), diagnosis("甲", "一", "A", 7500), diagnosis("乙", "一", "", 7000),
		diagnosis("甲", "一", "B", 500), diagnosis("丙", "二", "A", 100))
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records,
		Readings: calc.Readings{"same-project": "company"}})
	var named []string
	for i := range records[:3] {
		if names(&r.Decisions[3], &records[i]) {
			named = append(named, records[i].Key)
		}
	}
	if diff := cmp.Diff([]string{"k1", "k2", "k3"}, named); diff != "" {
		t.Errorf("what k4 waits for (-want +got):\n%s", diff)
	}
}
