package calc_test

import (
	"fmt"
	"slices"
	"testing"

	"jiangbu/calc"
)

// BenchmarkDecide decides 40,000 records and audits the result, with and without
// what each other reading would change; the difference of the two is what all
// alternatives together cost. Here nearly every record is open and most readings
// bear on all of them, which is the worst case.
func BenchmarkDecide(b *testing.B) {
	records := crowd(40_000)
	alone := townPolicy()
	alone.Readings = slices.Clone(alone.Readings)
	for i := range alone.Readings {
		alone.Readings[i].Values = nil
	}
	for _, c := range []struct {
		name   string
		policy *calc.Policy
	}{{"alone", alone}, {"with alternatives", townPolicy()}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := calc.Audit(calc.Decide(calc.Batch{Policy: c.policy, AwardYear: 2024,
					Records: records})); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(records)), "ns/record")
		})
	}
}

// crowd is n records of many companies and all items.
func crowd(n int) []calc.Record {
	items := []calc.Record{{Item: "plant", Level: "国家级"}, {Item: "plant", Level: "省级"}, {Item: "chain", Level: "国家级"},
		{Item: "firm"},
		{Item: "product", Subject: "甲软件"}, {Item: "product", Subject: "乙软件"},
		{Item: "diagnosis", Subject: "丁", Base: yuanOf(15000)}, {Item: "firm", Nature: "复核"}}
	records := make([]calc.Record, n)
	for i := range records {
		r := items[i%len(items)]
		r.Company = fmt.Sprintf("第%d公司", i/3)
		r.CreditCode = codeOf(r.Company)
		if r.Subject == "丁" {
			r.Subject = fmt.Sprintf("丁%d", i/16)
		}
		records[i] = r
	}
	return claims(records...)
}
