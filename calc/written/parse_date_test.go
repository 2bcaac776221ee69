package written

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseDate(t *testing.T) {
	day := DateText{Date: Date{2023, 12, 22}}
	month := DateText{Date: Date{2023, 12, 0}}
	year := DateText{Date: Date{2023, 0, 0}}
	label := DateText{Date: Date{2023, 0, 0}, Label: true}
	no := func(why string) DateText { return DateText{Reason: why} }
	for _, c := range []struct {
		name string
		want DateText
		text []string
	}{
		{"a day in any form is that day", day, []string{
			"2023年12月22日", "2023.12.22", "2023/12/22", "2023-12-22", "20231222", "23.12.22", "23-12-22", "23年12月22日",
			"二〇二三年十二月二十二日",
			"二零二三年十二月二十二日", "二○二三年十二月二十二日", "2023年12月22号", "２０２３．１２．２２", "2023．12．22", "2023。12。22",
			"2023 年 12 月 22 日",
			"2023 12 22",
			"2023. 12. 22", " 2023-12-22 ", "2023-12-22 08:30:00", "2023-12-22T00:00:00", "45282", "45282.5",
			"发文日期：2023年12月22日", "发文日期2023年12月22日", "于2023年12月22日", "2023年12月22日印发", "2023、12、22", "2023，12，22",
			"2023年12月22日（星期日）", "2023—12—22", "2023.12.22.", "\u200b2023-12-22", "2023\n年12月22日", "2023\\12\\22",
			"23/12/22"}},
		{"a month is a month", month, []string{"2023年12月", "2023.12", "2023-12", "2023/12", "202312", "2023年12月份",
			"二〇二三年十二月", "2023年12月底", "2023年12月上旬"}},
		{"a year is a year", year, []string{"2023年", "2023", "２０２３年", "二〇二三年", "2023年上半年", "2023年第四季度"}},
		{"the year of a list is marked as such", label,
			[]string{"2023年度", "2023年第三批", "2023年（第三批）", "2023年度第三批", "二〇二三年度", "2023年度（第2批）", "2023第三批"}},
		{"a year of two digits before 年 is of this century, also in words", year,
			[]string{"23年", "二十三年", "23年底", "二十三年上半年"}},
		{"and so with a month and a day behind it", day,
			[]string{"二十三年十二月二十二日", "23年12月22日", "23、12、22", "23_12_22"}},
		{"of two digits parted by strokes the first is a year from 13 on", DateText{Date: Date{2013, 12, 22}},
			[]string{"13/12/22", "13.12.22"}},
		{"parted by anything else also before", DateText{Date: Date{2012, 12, 22}},
			[]string{"12.12.22", "12-12-22", "2012/12/22", "12年12月22日"}},
		{"parted by strokes it may be a month or a day", no(dayOrMonth), []string{"12/12/22", "10/11/12"}},
		{"a number of one digit, of three, or a hundred in words is no year", no(NotADate),
			[]string{"9年", "九年", "一百年", "123年12月", "一百二十年十二月", "9年12月", "零年"}},
		{"a year of two digits alone, without 年, is no date", no(NotADate), []string{"23", "二十三", "23号", "23/"}},
		{"a range of which one end is missing or no year is no date", no(NotADate),
			[]string{"2023年至今", "2023至", "23至25", "23年到25年", "至2023年12月", "2023年5至12月"}},
		{"a range within one year is one, too", no(IsRange), []string{"2023年5月至6月、7月", "2023到12月", "2023至5月"}},
		{"the years at both ends of reason stand", DateText{Date: Date{1900, 1, 1}}, []string{"1900-01-01",
			"19000101"}},
		{"the last one, too", DateText{Date: Date{2199, 12, 31}}, []string{"2199年12月31日", "21991231"}},
		{"those beyond are no years", no(NotADate), []string{"1899年12月31日", "2200年1月1日", "1899年", "2200"}},
		{"nor packed ones", no(wrongYear), []string{"18991231", "22000101", "189912"}},
		{"a quarter is of its year, and without 度 no date", year, []string{"2023年第4季度", "2023年第一季度"}},
		{"a quarter that is not said whole is no date", no(NotADate), []string{"2023年第四季", "2023年4季度"}},
		{"numbers of more than two digits are no month and no day", no(NotADate),
			[]string{"2023-012-22", "2023.12.022", "2023年012月22日"}},
		{"a day without a month before it is none", no(NotADate), []string{"2023年12日22月", "2023年5日"}},
		{"month and day in a list need the same sign twice", no(NotADate), []string{"2023、12，22", "2023，12、22",
			"2023、12"}},
		{"a heading before a colon adds nothing", day,
			[]string{"认定日期：2023-12-22", "日期:2023-12-22 08:30:00", "：2023.12.22", "认定时间：于2023年12月22日"}},
		{"a heading of something else is no date", no(NotADate), []string{"有效期：2023-12-22", "起止：2023.12.22"}},
		{"a heading with nothing behind it holds nothing", no(emptyDate), []string{"日期：", "认定时间： "}},
		{"the words of a heading alone are no date", no(NotADate), []string{"日期", "认定"}},
		{"a clock that is none is not cut off", no(IsRange), []string{"2023-12-22 甲:30", "2023-12-22 123:30"}},
		{"what may stand behind a date adds nothing", day,
			[]string{"2023年12月22日印发", "2023年12月22日，星期", "2023年12月22日（公布）", "2023-12-22起"}},
		{"anything else does", no(NotADate), []string{"2023年12月22日前", "2023-12-22左右", "2023年12月22日（暂定）"}},
		{"five digits are the day number of a workbook from 20000 on", DateText{Date: Date{1954, 10, 3}},
			[]string{"20000", "20000.99"}},
		{"and up to 80000", DateText{Date: Date{2119, 1, 11}}, []string{"80000"}},
		{"not beyond", no(NotADate), []string{"19999", "80001", "45282.x"}},
		{"eight numbers are a list of something", no(NotADate), []string{"1、2、3、4、5、6、7、8、9"}},
		{"the first and last day of a month stand", DateText{Date: Date{2024, 2, 29}},
			[]string{"2024-02-29", "2024年2月29日", "20240229"}},
		{"the day after the last does not", no(noSuchDay),
			[]string{"2023-02-29", "2024-02-30", "2023-13-01", "2023-00-10", "2023-04-31", "20231301", "2023.13",
				"202313", "2023年0月", "2100-02-29"}},
		{"a validity range is no date", no(IsRange),
			[]string{"2024.1.1-2026.12.31", "2024年1月至2026年12月", "2024-01-01~2026-12-31", "2023-2025",
				"2023年5月1日、2023年6月1日", "2023年至2025年", "二〇二四年至二〇二六年"}},
		{"a day before its year is asked about", no(dayOrMonth), []string{"12/22/2023", "5/12/23", "22.12.2023"}},
		{"other text is no date", no(NotADate),
			[]string{"待定", "第三批", "2023(2月前)", "2023年十二月前后", "12月22日", "3年", "999999999", "苏工信节能〔2023〕22号",
				"231222日xx", "公示日期2023年12月22日", "公示：2023年12月22日", "约2023年12月", "预计2023年12月", "拟2023年12月认定",
				"有效期至2023年12月", "2023.5、12"}},
		{"a year out of all reason is no date", no(wrongYear), []string{"999912", "22991222"}},
		{"nothing is nothing", no(emptyDate), []string{"", "  ", "\u200b"}},
	} {
		for _, text := range c.text {
			if text == "" && c.want.Reason != emptyDate {
				continue
			}
			if diff := cmp.Diff(c.want, ParseDate(text)); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, text, diff)
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023年12月22日", "二〇二三年十二月", "2023.12.22", "20231222", "45282", "2024.1.1-2026.12.31",
		"2023年度", "23.12.22", "12/22/2023", "2023-12-22 08:00", "年", "九千九百九十九年", "T", ":", "1.", "2023年第三批"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range []DateText{ParseDate(s), ParseDateFrom(s, From1904), RangeStart(s)} {
			if (d.Reason == "") == d.Date.IsZero() {
				t.Errorf("%q: date %v, reason %q", s, d.Date, d.Reason)
			}
			if d.Reason == "" && d.Date.Day > 0 {
				if again := ParseDate(d.Date.String()); again.Date != d.Date {
					t.Errorf("%q: %v is read back as %v", s, d.Date, again.Date)
				}
			}
		}
		DocumentYear(s)
		YearIn(s)
	})
}

func TestARangeIsReadFromItsFirstDay(t *testing.T) {
	for text, want := range map[string]DateText{
		"2024.1.1-2026.12.31":   {Date: Date{2024, 1, 1}},
		"2024年1月1日至2026年12月31日": {Date: Date{2024, 1, 1}},
		"2024年1月-2026年12月":      {Date: Date{2024, 1, 0}},
		"2024-2026":             {Date: Date{2024, 0, 0}},
		"2024.11.12-2026.12.31": {Date: Date{2024, 11, 12}},
		"长期":                    {Reason: NotADate},
		"":                      {Reason: NotADate},
	} {
		if got := RangeStart(text); got != want {
			t.Errorf("%s begins on %v, want %v", text, got, want)
		}
	}
}
