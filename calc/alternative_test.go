package calc_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestAnotherReadingChangesWhatItIsAboutAndNoMore(t *testing.T) {
	plant := func(change func(*calc.Record)) []calc.Record {
		r := calc.Record{Item: "plant", Level: "省级"}
		change(&r)
		return []calc.Record{r}
	}
	paid := []calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}}
	for _, c := range []struct {
		name    string
		records []calc.Record
		prior   []calc.Prior
		want    []string // the alternatives that change an amount
	}{
		{"the day before the policy is in force", plant(func(r *calc.Record) { r.Recognised = day(2023, 5, 31) }), nil,
			[]string{"in-force=in-force -400000.00 [k1]"}},
		{"its first day", plant(func(r *calc.Record) { r.Recognised = day(2023, 6, 1) }), nil, nil},
		{"a list of the year before, signed earlier",
			plant(func(r *calc.Record) { r.Recognised, r.LabelYear = day(2022, 12, 31), 2023 }), nil,
			[]string{"recognised-by=label 400000.00 [k1]"}},
		{"a list of an earlier year, signed in the year before", plant(func(r *calc.Record) { r.LabelYear = 2022 }),
			nil,
			[]string{"recognised-by=label -400000.00 [k1]"}},
		{"a certificate that began in the year before, of an earlier day",
			plant(func(r *calc.Record) { r.Recognised, r.ValidFrom = day(2022, 12, 31), day(2023, 1, 1) }), nil,
			[]string{"recognised-by=valid-from 400000.00 [k1]"}},
		{"neither list nor certificate tells a year", plant(func(r *calc.Record) { r.Recognised = day(2022, 12, 31) }),
			nil, nil},
		{"two works of one company under two certificates",
			[]calc.Record{{Item: "plant", Level: "省级", Certificate: "A1"},
				{Item: "plant", Level: "省级", Certificate: "A2"}},
			nil, []string{"plant-count=certificate 400000.00 [k2]"}},
		{"under one certificate", []calc.Record{{Item: "plant", Level: "省级", Certificate: "A1"},
			{Item: "plant", Level: "省级", Certificate: "A1"}}, nil, nil},
		{"a higher level than an earlier year paid", []calc.Record{{Item: "plant", Level: "国家级"}}, paid,
			[]string{"upgrade=difference -400000.00 [k1]", "upgrade=once -800000.00 [k1]"}},
		{"the same level", plant(func(*calc.Record) {}), paid, nil},
		{"an authority", []calc.Record{{Item: "park", Level: "省级", Subject: "园", CreditCode: "113399000000000000"}},
			nil,
			[]string{"authority=hold -400000.00 [k1]"}},
		{"a renewed certificate", []calc.Record{{Item: "firm", Nature: "复核"}}, nil,
			[]string{"assessment=any 20000.00 [k1]"}},
		{"a revoked one", []calc.Record{{Item: "firm", Nature: "撤销"}}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(c.records...),
				Prior: c.prior})
			var got []string
			for _, a := range r.Alternatives {
				if !a.Difference.IsZero() {
					got = append(got, fmt.Sprintf("%s=%s %s %v", a.Reading, a.Value, a.Difference, a.Touched))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
