package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

func TestTheSenderIsAskedWhatOnlyTheSenderCanMend(t *testing.T) {
	natures := &calc.Policy{Natures: []calc.Nature{{Name: "新认定", Kind: calc.NatureNew},
		{Name: "复核", Kind: calc.NatureRenewed}}}
	row := func(n int, nature string, has bool) *calc.Row {
		r := &calc.Row{Table: &calc.Table{File: "甲.xlsx", Sheet: "表", HasNature: has}, Number: int32(n)}
		if nature != "" {
			r.Fields = append(r.Fields, calc.Field{Column: calc.ColNature, Text: nature, Row: int32(n), Col: 5})
		}
		return r
	}
	record := func(n, year int, nature string, r *calc.Row) calc.Record {
		return calc.Record{Source: calc.Ref{File: "甲.xlsx", Sheet: "表", Row: n},
			Recognised: written.Date{Year: year, Month: 5}, Nature: nature, Row: r}
	}
	for _, c := range []struct {
		name    string
		year    int
		records []calc.Record
		want    []string
	}{
		{"the year that is paid, the one before and the one after", 2024,
			[]calc.Record{record(2, 2023, "", nil), record(3, 2022, "", nil), record(4, 2024, "", nil)},
			[]string{"甲.xlsx:表!3 认定日期为 2022-05，2024 奖补年度只奖补 2023 年认定的",
				"甲.xlsx:表!4 认定日期为 2024-05，2024 奖补年度只奖补 2023 年认定的"}},
		{"a whole file of other years", 2024,
			[]calc.Record{record(2, 2022, "", nil), record(3, 2021, "", nil), record(4, 2022, "", nil),
				record(5, 0, "", nil)},
			[]string{"甲.xlsx 有日期的 3 项认定都在2021年、2022年，2024 奖补年度只奖补 2023 年认定的"}},
		{"one record is no whole file", 2024, []calc.Record{record(2, 2022, "", nil), record(3, 0, "", nil)},
			[]string{"甲.xlsx:表!2 认定日期为 2022-05，2024 奖补年度只奖补 2023 年认定的"}},
		{"no date", 2024, []calc.Record{record(2, 0, "", nil)}, nil},
		{"nobody says the year", 0, []calc.Record{record(2, 2022, "", nil)}, nil},
		{"blank under 认定类型, once a row", 0,
			[]calc.Record{record(2, 2023, "新认定", row(2, "", true)), record(2, 2023, "新认定", row(2, "", true))},
			[]string{"甲.xlsx:表!2 没有填写认定类型，按新认定处理"}},
		{"blank, but said elsewhere on the row", 0, []calc.Record{record(2, 2023, "复核", row(2, "", true))}, nil},
		{"filled in", 0, []calc.Record{record(2, 2023, "新认定", row(2, "新认定", true))}, nil},
		{"no such column", 0, []calc.Record{record(2, 2023, "新认定", row(2, "", false))}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range calc.AskSender(natures, c.records, c.year) {
				got = append(got, f.Ref.String()+" "+f.Message())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	asks := row(2, "", true)
	asks.Question = "是否复核"
	if fs := calc.AskSender(natures, []calc.Record{record(2, 2023, "新认定", asks)}, 0); len(fs) > 0 {
		t.Errorf("a question that is left blank: %v", fs)
	}
}
