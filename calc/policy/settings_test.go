package policy

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var someKeys = []SettingKey{
	{Name: "year"}, {Name: "strict", Kind: Truth}, {Name: "prior", Kind: List}, {Name: "readings", Kind: Pairs},
	{Name: "notice", Kind: Section, Keys: []SettingKey{
		{Name: "days", Kind: Number}, {Name: "by", Allowed: []string{"clause", "district"}},
		{Name: "format", Kind: List, Allowed: []string{"xlsx", "csv"}},
	}},
}

func TestSettingsAreReadWithTheirLines(t *testing.T) {
	got, err := ReadSettings("设置.yaml", []byte(`year: 2024
strict: true
prior: [a.xlsx, 'b, c.xlsx']
readings:
  upgrade: once
notice:
  days: 5
  by:
  format: csv
`), someKeys)
	want := Settings{
		"year": {[]string{"2024"}, 1}, "strict": {[]string{"true"}, 2}, "prior": {[]string{"a.xlsx", "b, c.xlsx"}, 3},
		"readings": {[]string{"upgrade=once"}, 5}, "readings.upgrade": {[]string{"upgrade=once"}, 5},
		"notice.days": {[]string{"5"}, 7}, "notice.format": {[]string{"csv"}, 9},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestWhatSettingsDoNotKnowIsAFaultInBothLanguages(t *testing.T) {
	for _, c := range []struct{ name, text, english, chinese string }{
		{"nothing at all is no fault", "", "", ""},
		{"remarks alone are no fault", "# 2024\n", "", ""},
		{"an empty list is no fault", "prior: []\n", "", ""},
		{"an unknown key", "year: 2024\nyaer: 2025",
			"s:2: the file has no key yaer; allowed: year, strict, prior, readings, notice",
			"s:2: 文件没有 yaer 这个键；可用的键：year, strict, prior, readings, notice"},
		{"an unknown key of a section", "notice:\n  dsys: 5", "s:2: notice has no key dsys; allowed: days, by, format",
			"s:2: 公示 notice 没有 dsys 这个键；可用的键：days, by, format"},
		{"a key twice", "year: 1\nyear: 2", "s:2: the file has year twice, first in line 1",
			"s:2: 文件的 year 写了两次，先见第 1 行"},
		{"a list for a text", "year: [1]", "s:1: year of the file is a list; it must be a single value",
			"s:1: 文件的 year 是列表；应为单个值"},
		{"neither true nor false", "strict: perhaps", "s:1: strict of the file is perhaps; allowed: true, false",
			"s:1: 文件的 strict 是 perhaps；可以是：true, false"},
		{"no number", "notice: {days: 0}", "s:1: days of notice is 0; it must be a whole number, 1 to 9999",
			"s:1: 公示 notice 的 days 是 0；应为 1 至 9999 的整数"},
		{"an unknown entry", "notice: {format: [csv, pdf]}", "s:1: format of notice is pdf; allowed: xlsx, csv",
			"s:1: 公示 notice 的 format 是 pdf；可以是：xlsx, csv"},
		{"no mapping", "words", "s:1: the file is a single value; it must be a mapping with the keys year, strict, prior, readings, notice",
			"s:1: 文件是单个值；应为“键: 值”，可用的键：year, strict, prior, readings, notice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadSettings("s", []byte(c.text), someKeys)
			var english, chinese string
			if all, ok := err.(Faults); ok {
				english, chinese = all.Error(), all.Chinese()
			}
			if diff := cmp.Diff([]string{c.english, c.chinese}, []string{english, chinese}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzReadSettings reads any text as settings: no panic, and what it takes, it
// takes by a key and a line that there is.
func FuzzReadSettings(f *testing.F) {
	for _, s := range []string{"year: 2024\nprior: [a.xlsx, b.xlsx]\n", "readings:\n  a: b\nnotice:\n  days: 5\n",
		"a: &a [*a]\n", "---\n---\n", "? [a]\n: b\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := ReadSettings("s", data, someKeys)
		if err != nil && err.Error() == "" {
			t.Error("refused without a word")
		}
		for key, v := range set {
			if key == "" || v.Line < 1 {
				t.Errorf("key %q on line %d", key, v.Line)
			}
		}
	})
}
