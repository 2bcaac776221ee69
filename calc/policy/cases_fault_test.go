package policy

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/written"
)

func TestWhatIsWrongWithACaseIsToldInBothLanguages(t *testing.T) {
	record := "records: [{item: a, expect: 1元}]"
	of := func(fields string) string { return "- {name: 甲, records: [{item: a, " + fields + ", expect: 1元}]}" }
	for _, c := range []struct{ name, text, english, chinese string }{
		{"an award year that is none", "- {name: 甲, year: 0, " + record + "}",
			"c.yaml:2: year of a case is 0; it must be a whole number, 1 to 9999; example: year: 2031",
			"c.yaml:2: 案例的 year 是 0；应为 1 至 9999 的整数。例：year: 2031"},
		{"readings that are a list", "- {name: 甲, readings: [a], " + record + "}",
			"c.yaml:2: readings of case 甲 is a list; it must be a mapping: key: value",
			"c.yaml:2: 案例 甲的 readings 是列表；应为“键: 值”"},
		{"readings of nothing", "- {name: 甲, readings: {}, " + record + "}",
			"c.yaml:2: readings of case 甲 is empty; write a value or leave the key out; " +
				"example: readings: {same-project: clause}",
			"c.yaml:2: 案例 甲的 readings 是空的；请写上值，或去掉这个键。例：readings: {same-project: clause}"},
		{"an earlier award of less than a fen", "- {name: 甲, prior: [{company: 甲, item: a, amount: 0.001元}], " + record + "}",
			"c.yaml:2: amount of a prior award is 0.001元; it must be more than nothing and in whole fen; " +
				"example: amount: 40万元",
			"c.yaml:2: 以前年度已奖的 amount 是 0.001元；应大于零，并且不小于一分。例：amount: 40万元"},
		{"an earlier award without an amount", "- {name: 甲, prior: [{company: 甲, item: a}], " + record + "}",
			"c.yaml:2: amount of a prior award is missing; example: amount: 40万元",
			"c.yaml:2: 缺少以前年度已奖的 amount。例：amount: 40万元"},
		{"a district's total without a unit", "- {name: 甲, districts: {东川区: 80}, " + record + "}",
			"c.yaml:2: 东川区 of districts of case 甲 is 80; it must be a number with its unit 元 or 万元, such as 50万元",
			"c.yaml:2: 案例 甲的 districts 的 东川区是 80；应为带单位元或万元的金额，例如 50万元"},
		{"an expected finding twice", "- {name: 甲, findings: [cell/date, cell/date], " + record + "}",
			"c.yaml:2: findings of case 甲 names cell/date twice; example: findings: [record/claim-differs]",
			"c.yaml:2: 案例 甲的 findings 中 cell/date 写了两次。例：findings: [record/claim-differs]"},
		{"a rest without its budget", "- {name: 甲, left: 1元, " + record + "}",
			"c.yaml:2: case 甲 needs budget and left together", "c.yaml:2: 案例 甲的 budget 和 left 要一起写"},
		{"a total in words", "- {name: 甲, total: 许多, " + record + "}",
			"c.yaml:2: total of case 甲 is 许多; it must be a number with its unit 元 or 万元, such as 50万元; " +
				"example: total: 80万元",
			"c.yaml:2: 案例 甲的 total 是 许多；应为带单位元或万元的金额，例如 50万元。例：total: 80万元"},
		{"neither item nor text", "- {name: 甲, records: [{company: 甲, expect: 1元}]}",
			"c.yaml:2: record 1 needs either item (an id) or text (as a district writes it)",
			"c.yaml:2: 申报 1 要写 item（编号）或 text（县区的写法），二者选一"},
		{"a record that says nothing of its outcome", "- {name: 甲, records: [{item: a}]}",
			"c.yaml:2: expect of record 1 is missing; example: expect: 80万元", "c.yaml:2: 缺少申报 1 的 expect。例：expect: 80万元"},
		{"a body on a record", of("body: 省厅"), "c.yaml:2: body goes with text only", "c.yaml:2: body 只能和 text 一起写"},
		{"the start of validity in words", of("valid_from: 去年"),
			"c.yaml:2: valid_from of record 1 is 去年; it must be a date such as 2023-05-12, 2023-05 or 2023; " +
				"example: valid_from: 2031-01-01",
			"c.yaml:2: 申报 1 的 valid_from 是 去年；应为日期，例如 2023-05-12、2023-05 或 2023。例：valid_from: 2031-01-01"},
		{"a list's year in words", of("label_year: 去年"),
			"c.yaml:2: label_year of record 1 is 去年; it must be a whole number, 1 to 9999; example: label_year: 2030",
			"c.yaml:2: 申报 1 的 label_year 是 去年；应为 1 至 9999 的整数。例：label_year: 2030"},
		{"a ruled sum without a unit", of("ruling: grant, ruled: 5"),
			"c.yaml:2: ruled of record 1 is 5; it must be a number with its unit 元 or 万元, such as 50万元; " +
				"example: ruled: 20万元",
			"c.yaml:2: 申报 1 的 ruled 是 5；应为带单位元或万元的金额，例如 50万元。例：ruled: 20万元"},
		{"a record that stands, in words", of("by: 第二条"),
			"c.yaml:2: by of record 1 is 第二条; it must be a whole number, 1 to 9999; example: by: 2",
			"c.yaml:2: 申报 1 的 by 是 第二条；应为 1 至 9999 的整数。例：by: 2"},
		{"a hold without its code", "- {name: 甲, records: [{item: a, expect: held }]}",
			"c.yaml:2: held of what? write held and the reason, such as refused year or held cell/date",
			"c.yaml:2: held 之后要写原因：held 和原因，例如 refused year 或 held cell/date"},
		{"several faults of one record, in the order of the keys", of("recognised: 昨天, base: 5, remark: 无"),
			"c.yaml:2: remark goes with text only\n" +
				"c.yaml:2: recognised of record 1 is 昨天; it must be a date such as 2023-05-12, 2023-05 or 2023; " +
				"example: recognised: 2030-06-15\n" +
				"c.yaml:2: base of record 1 is 5; it must be a number with its unit 元 or 万元, such as 50万元; " +
				"example: base: 100万元",
			"c.yaml:2: remark 只能和 text 一起写\n" +
				"c.yaml:2: 申报 1 的 recognised 是 昨天；应为日期，例如 2023-05-12、2023-05 或 2023。例：recognised: 2030-06-15\n" +
				"c.yaml:2: 申报 1 的 base 是 5；应为带单位元或万元的金额，例如 50万元。例：base: 100万元"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := LoadCases("c.yaml", []byte("cases:\n"+c.text+"\n"))
			var faults Faults
			if !errors.As(err, &faults) {
				t.Fatalf("got %v", err)
			}
			if diff := cmp.Diff([]string{c.english, c.chinese}, []string{faults.Error(), faults.Chinese()}); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAFileWithoutCasesIsRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no key for them", "name: 甲\n", "c.yaml:1: the file has no key name; allowed: cases\nc.yaml:1: cases of the file is missing"},
		{"an empty list", "cases: []\n", "c.yaml:1: cases of the file is an empty list; it needs at least one entry"},
		{"a single value", "cases: 甲\n", "c.yaml:1: cases of the file is a single value; it must be a list"},
		{"a case that is a text", "cases: [甲]\n", "c.yaml:1: a case is a single value; it must be a mapping with the keys " +
			"name, golden, year, readings, prior, records, budget, left, total, districts, findings"},
	} {
		_, err := LoadCases("c.yaml", []byte(c.text))
		var faults Faults
		if !errors.As(err, &faults) {
			t.Fatalf("%s: got %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, faults.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestADateOfACaseIsAsPreciseAsItIsWritten(t *testing.T) {
	for text, want := range map[string]written.Date{"": {}, "2023-05-12": {Year: 2023, Month: 5, Day: 12},
		"2023-05": {Year: 2023, Month: 5}, "2023": {Year: 2023}, "2024-02-29": {Year: 2024, Month: 2, Day: 29}} {
		got, err := parseDate(text)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q: %v (-want +got):\n%s", text, err, diff)
		}
	}
	for _, text := range []string{"2023-02-29", "2023-13", "2023-5", "23", "0000", "2023-05-", "2023-05-12 ", "2023年"} {
		if got, err := parseDate(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
