package report_test

import (
	"fmt"
	"io"
	"strconv"
	"testing"

	"jiangbu/calc"
)

func itoa(n int) string { return strconv.Itoa(n) }

// manyAwards decides n awards of n companies in three districts.
func manyAwards(t testing.TB, n int) *calc.Result {
	t.Helper()
	b := calc.Batch{Policy: testPolicy(), AwardYear: 2030,
		Inputs: []calc.Input{{File: "全市.xlsx", SHA256: hash("全市"), Rows: n, Status: calc.InputRead}}}
	for i := range n {
		c := claim{"全市.xlsx", b.Policy.Districts[i%3].Name, "临江第" + itoa(i) + "机械制造有限公司",
			fmt.Sprintf("91990100%08dX0", i), "green-factory", "省级", "",
			"临工信〔2029〕" + itoa(i%50) + "号", 2029, "新认定", ""}
		b.Records = append(b.Records, c.record(t, i, i+5))
	}
	return calc.Decide(b)
}

// BenchmarkWrite200000 writes a report of 200,000 records, all of them paid.
func BenchmarkWrite200000(b *testing.B) {
	r := manyAwards(b, 200000)
	b.ReportAllocs()
	for b.Loop() {
		if err := writeTo(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck200000 holds it against its result.
func BenchmarkCheck200000(b *testing.B) {
	r := manyAwards(b, 200000)
	path := write(b, r)
	b.ReportAllocs()
	for b.Loop() {
		if err := check(path, r); err != nil {
			b.Fatal(err)
		}
	}
}
