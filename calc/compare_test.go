package calc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// earlierOf makes the earlier run out of a result.
func earlierOf(r *calc.Result) calc.Earlier {
	e := calc.Earlier{Readings: r.Readings, Stated: r.Totals.Amount}
	for i := range r.Records {
		e.Records = append(e.Records, calc.Snapshot{Record: &r.Records[i], Decision: r.Decisions[i],
			ItemName: r.Records[i].Item})
	}
	return e
}

// decideTown decides records of the town without touching their keys.
func decideTown(records []calc.Record, rs ...calc.Ruling) *calc.Result {
	return calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records, Rulings: rs})
}

// tell writes a comparison in a line a change.
func tell(c *calc.Comparison) []string {
	var lines []string
	for _, ch := range c.Changes {
		key := func(s *calc.Snapshot) string {
			if s == nil {
				return "-"
			}
			return s.Key + " " + string(s.Outcome)
		}
		lines = append(lines, fmt.Sprint(ch.Kind, ": ", key(ch.Before), " > ", key(ch.After), " ", ch.Difference))
	}
	return append(lines, fmt.Sprintf("same %d %s; %s > %s", c.Same, c.SameYuan, c.Before, c.After))
}

func TestTwoRunsAreComparedRecordByRecord(t *testing.T) {
	factory := func(key, company, level string, row int) calc.Record {
		r := claims(calc.Record{Item: "plant", Level: level, Company: company})[0]
		r.Key, r.Source.Row = key, row
		return r
	}
	product := func(key, paper string, row int) calc.Record {
		r := claims(calc.Record{Item: "product", Subject: "甲软件", Certificate: paper})[0]
		r.Key, r.Source.Row = key, row
		return r
	}
	renamed := func(r calc.Record) calc.Record {
		r.Company, r.CreditCode = "乙", "913399000000000001"
		return r
	}
	for _, c := range []struct {
		name          string
		before, after []calc.Record
		rulings       []calc.Ruling
		want          []string
	}{
		{"nothing differs", []calc.Record{factory("a", "甲", "省级", 2)}, []calc.Record{factory("a", "甲", "省级", 9)}, nil,
			[]string{"same 1 400000.00; 400000.00 > 400000.00"}},
		{"one is new, one is gone", []calc.Record{factory("a", "甲", "省级", 2), factory("b", "乙", "国家级", 3)},
			[]calc.Record{factory("a", "甲", "省级", 2), factory("c", "丙", "省级", 4)}, nil,
			[]string{"new: - > c granted 400000.00", "gone: b granted > - -800000.00",
				"same 1 400000.00; 1200000.00 > 800000.00"}},
		{"a corrected level", []calc.Record{factory("a", "甲", "省级", 2)}, []calc.Record{factory("a2", "甲", "国家级", 2)},
			nil,
			[]string{"corrected: a granted > a2 granted 400000.00", "same 0 0.00; 400000.00 > 800000.00"}},
		{"a corrected name and code in the same row, under the same certificate", []calc.Record{product("a", "一号", 2)},
			[]calc.Record{renamed(product("a2", "一号", 2))}, nil,
			[]string{"corrected: a granted > a2 granted 0.00", "same 0 0.00; 10000.00 > 10000.00"}},
		{"another company in the same row is no correction", []calc.Record{factory("a", "甲", "省级", 2)},
			[]calc.Record{factory("a2", "乙", "省级", 2)}, nil,
			[]string{"new: - > a2 granted 400000.00", "gone: a granted > - -400000.00",
				"same 0 0.00; 400000.00 > 400000.00"}},
		{"a corrected item in the same row", []calc.Record{product("a", "", 2)},
			[]calc.Record{factory("a2", "甲", "省级", 2)}, nil,
			[]string{"corrected: a granted > a2 granted 390000.00", "same 0 0.00; 10000.00 > 400000.00"}},
		{"another company in another row is no correction", []calc.Record{factory("a", "甲", "省级", 2)},
			[]calc.Record{factory("a2", "乙", "省级", 3)}, nil,
			[]string{"new: - > a2 granted 400000.00", "gone: a granted > - -400000.00",
				"same 0 0.00; 400000.00 > 400000.00"}},
		{"of two of one company the one with the certificate is taken",
			[]calc.Record{product("a", "一号", 2), product("b", "二号", 3)}, []calc.Record{product("b2", "二号", 8)}, nil,
			[]string{"gone: a granted > - -10000.00", "corrected: b duplicate > b2 granted 10000.00",
				"same 0 0.00; 10000.00 > 10000.00"}},
		{"a ruling changes the decision alone", []calc.Record{factory("a", "甲分公司", "省级", 2)},
			[]calc.Record{factory("a", "甲分公司", "省级", 2)},
			[]calc.Ruling{{Key: "a", Grant: true, Basis: "纪要", Saw: []calc.Doubt{"company/legal-person"}}},
			[]string{"decided: a held > a granted 400000.00", "same 0 0.00; 0.00 > 400000.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := calc.Compare(earlierOf(decideTown(c.before)), decideTown(c.after, c.rulings...))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, tell(got)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAnEarlierReportWhoseTotalIsNotItsSumCannotBeCompared(t *testing.T) {
	r := decideTown(claims(calc.Record{Item: "plant", Level: "省级"}))
	e := earlierOf(r)
	e.Stated = money.YuanOf(1)
	if _, err := calc.Compare(e, r); err == nil || !strings.Contains(err.Error(), "400000.00") {
		t.Errorf("%v, want the two sums", err)
	}
}

func TestReadingsThatDifferAreNamed(t *testing.T) {
	r := decideTown(claims(calc.Record{Item: "plant", Level: "省级"}))
	e := earlierOf(r)
	e.Readings = r.Readings.With("upgrade", "once")
	c, err := calc.Compare(e, r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]calc.ReadingChange{{Name: "upgrade", Before: "once", After: "full"}},
		c.Readings); diff != "" {
		t.Error(diff)
	}
}

// Whatever two runs hold, their totals tie and no record is lost or counted
// twice: Compare checks it itself and says so.
func TestComparisonsOfDrawnRunsTie(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *calc.Result {
			n := rapid.IntRange(0, 12).Draw(t, name)
			records := make([]calc.Record, n)
			for i := range records {
				records[i] = calc.Record{Item: rapid.SampledFrom([]string{"plant", "firm", "product", ""}).Draw(t,
					"item"),
					Level:   rapid.SampledFrom([]string{"国家级", "省级", ""}).Draw(t, "level"),
					Company: rapid.SampledFrom([]string{"甲", "乙", "丙分公司"}).Draw(t, "company"),
					Subject: rapid.SampledFrom([]string{"", "丁", "戊"}).Draw(t, "subject")}
			}
			records = claims(records...)
			for i := range records {
				records[i].Key += rapid.SampledFrom([]string{"", "x"}).Draw(t, "edition")
			}
			return decideTown(records)
		}
		before, after := draw("before"), draw("after")
		c, err := calc.Compare(earlierOf(before), after)
		if err != nil {
			t.Fatal(err)
		}
		sum := before.Totals.Amount
		for _, k := range calc.ChangeKinds {
			_, y := c.Sum(k)
			sum = sum.Add(y)
		}
		if !sum.Equal(after.Totals.Amount) {
			t.Fatalf("the kinds come to %s, not %s", sum, after.Totals.Amount)
		}
	})
}
