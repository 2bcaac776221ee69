package written

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestADayIsReadOnlyAsItMustBeWritten(t *testing.T) {
	for text, want := range map[string]Date{
		"2024-10-08": {2024, 10, 8}, "2024-02-29": {2024, 2, 29}, "2023-02-29": {}, "2024-1-8": {}, "2024-10-08 ": {},
		"2024/10/08": {}, "": {}, "2024-13-01": {}, "2024-00-10": {}, "0000-01-01": {},
	} {
		got, err := ParseDay(text)
		if got != want || (err == nil) != (want != Date{}) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestADateIsWrittenAsDocumentsDo(t *testing.T) {
	for want, d := range map[string]Date{"2024年10月8日": {2024, 10, 8}, "2024年10月": {Year: 2024, Month: 10},
		"2024年": {Year: 2024}, "": {}} {
		if got := d.Chinese(); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

func TestDatesAreOrderedAndAVagueOneIsNeverTheEarlier(t *testing.T) {
	rising := []Date{{2023, 12, 31}, {2024, 1, 1}, {2024, 1, 31}, {Year: 2024, Month: 1}, {2024, 12, 31},
		{Year: 2024, Month: 12}, {Year: 2024}, {2025, 1, 1}, {}}
	for i, d := range rising {
		for k, e := range rising {
			if got, want := d.Compare(e), cmpInt(i, k); got != want {
				t.Errorf("%v against %v: %d, want %d", d, e, got, want)
			}
		}
	}
}

func cmpInt(i, k int) int {
	switch {
	case i < k:
		return -1
	case i > k:
		return 1
	}
	return 0
}

func TestWhatNobodySeesIsNamed(t *testing.T) {
	for text, want := range map[string]string{"甲\u200b公司": "U+200B", "\ufeff甲": "U+FEFF", "甲\u00ad": "U+00AD",
		"甲\u202e乙": "U+202E", "a\x07": "U+0007", "甲\u3164": "U+3164", "甲 乙": "", "甲\u3000乙": "", "甲\n乙": "", "": "",
		"\u200b\u00ad": "U+200B"} {
		if got := Invisible(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestASubmittedTextIsPrintedWithoutWhatNobodySees(t *testing.T) {
	for text, want := range map[string]string{" 甲\u200b公司 ": "甲公司", "甲\r\n  乙\t丙": "甲 乙 丙", "\ufeff": "",
		"苏工信〔2023〕5号": "苏工信〔2023〕5号", "甲\u3000乙": "甲 乙"} {
		if got := Display(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWhatPeopleTypeForNothingIsNothing(t *testing.T) {
	for _, text := range []string{"", " ", "-", "——", "－", "/", "／", "\\", "、", "无", "N/A", "n/a", "ｎ／ａ", "空", "*",
		"."} {
		if !IsBlank(text) || Shown(text) != "" {
			t.Errorf("%q is something", text)
		}
	}
	for _, text := range []string{"0", "无锡", "空调", "一", "无人机", "——甲", "NAN"} {
		if IsBlank(text) || Shown(text) == "" {
			t.Errorf("%q is nothing", text)
		}
	}
}

func TestOneCellMayHoldSeveralCertificates(t *testing.T) {
	for text, want := range map[string]bool{
		"苏RC-2023-A0001、苏RC-2023-A0002": true, "苏RC-2023-A0001\n苏RC-2023-A0002": true,
		"苏RC-2023-A0001至0005": true, "苏RC-2023-A0001~A0003": true, "A01；A02": true, "A01,A02": true,
		"苏RC-2023-A0001": false, "苏RC-2023-\nA0001": false, "苏RC-2023-\r\nA0001": false, "A0001，见附件": false,
		"无、":              false,
		"苏工信（2023）15、16号": true, "GR2023/32000": false, "": false,
	} {
		if got := SeveralPapers(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestOneCellMayHoldSeveralProducts(t *testing.T) {
	for text, want := range map[string]bool{"甲软件；乙软件": true, "甲软件、乙软件": true, "甲软件\n乙软件": true, "甲软件（A、B型）": false,
		"《甲、乙一体化软件》": false, "甲软件": false, "": false} {
		if got := SeveralSubjects(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestOneCellMayHoldSeveralCodes(t *testing.T) {
	code, other := CompleteCode("91320700MA00000A"), CompleteCode("91320722MA00000B")
	for text, want := range map[string]bool{code + "、" + other: true, code + "\n" + other: true, code + "/" +
		other: true,
		code + "，" + other: true, code: false, code[:6] + " " + code[6:]: false, code + "，甲公司": false, "": false} {
		if got := SeveralCodes(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestYearsAreFoundInTexts(t *testing.T) {
	for text, want := range map[string]int{"2023年度": 2023, "第20231号": 0, "12023": 0, "1998年、2005年": 2005, "二〇二三": 0,
		"苏工信〔2023〕5号": 2023, "": 0, "2023": 2023} {
		if got := YearIn(text); got != want {
			t.Errorf("year in %q: %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]int{"苏工信综合〔2023〕526号": 2023, "工信部节函(2022)5号": 2022, "苏工信［2023］5号": 2023,
		"（试行）〔2021〕3号": 2021, "2023年5号": 0, "（2023年）": 0, "（202": 0, "〔20231〕": 0, "": 0} {
		if got := DocumentYear(text); got != want {
			t.Errorf("document %q: %d, want %d", text, got, want)
		}
	}
}

func TestYearsAreListedAsTheyAreNamed(t *testing.T) {
	for _, c := range []struct {
		text string
		bare bool
		want []int
	}{
		{"2022年、2023年", false, []int{2022, 2023}}, {"２０２３年", false, []int{2023}}, {"2024", false, nil},
		{"2024", true, []int{2024}}, {"2024号", true, nil}, {"12024年", false, nil}, {"1999年", false, nil},
		{"", true, nil},
		{"表2024", true, []int{2024}},
	} {
		if diff := cmp.Diff(c.want, YearsIn(c.text, c.bare)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

func TestCodesFromBeforeTheCreditCodeAreKnown(t *testing.T) {
	for code, want := range map[string]bool{"320700000012345": true, "32070512345678X": true, "020700000012345": false,
		"3207A0000012345": false, "67627430X": false, "676274307": false, "": false, "913207000676274307": false,
		CompleteCode("91320700MA00000A")[8:17]: true} {
		if got := IsOldCode(code); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
}

func TestAResidentsNumberIsMaskedAndNothingElse(t *testing.T) {
	for code, want := range map[string]string{
		"11010519491231002X": "110*************2X",
		"440524188001010014": "440524188001010014", // born before 1900: none
		"110105194912310038": "110*************38",
		"110105194912310039": "110105194912310039", // its check digit is wrong
		"913207000676274307": "913207000676274307", "": "",
	} {
		if got := MaskCode(code); got != want {
			t.Errorf("%s is shown as %s, want %s", code, got, want)
		}
	}
	for digits, want := range map[string]string{"1234567": "*******", "12345678": "123***78", "": ""} {
		if got := MaskDigits(digits); got != want {
			t.Errorf("%s is masked as %s, want %s", digits, got, want)
		}
	}
}

func TestABirthdayIsADayOfTwoCenturies(t *testing.T) {
	for digits, want := range map[string]bool{"19000101": true, "18991231": false, "20991231": true, "21000101": false,
		"20000229": true, "19000229": false, "1999010X": false, "1999010": false} {
		if got := IsBirthday(digits); got != want {
			t.Errorf("%s: %t", digits, got)
		}
	}
}

func TestAPlainNameIsOneAndWrittenAsWePrintIt(t *testing.T) {
	for name, want := range map[string]bool{"连云港天地机械有限公司": true, "天地（连云港）有限公司": true, "天地(连云港)有限公司": false,
		"天地有限公司（原地天公司）": false, "甲公司、乙公司": false, "甲 公司": false, "ABC公司": true, "曾氏公司": false, "": true} {
		if got := IsPlainName(name); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestAWorkbookCountsItsDaysFromOneOfTwoYears(t *testing.T) {
	if EpochOf(false) != From1900 || EpochOf(true) != From1904 {
		t.Error("the calendars are exchanged")
	}
	for epoch, want := range map[Epoch]Date{From1900: {2023, 5, 12}, From1904: {2027, 5, 13}} {
		if got := ParseDateFrom("45058", epoch); got.Date != want {
			t.Errorf("45058 is %v, want %v", got.Date, want)
		}
	}
}

func TestYearsOfNoDayAreToldFromThoseOfDays(t *testing.T) {
	type said struct {
		Years []int
		Award bool
	}
	for text, want := range map[string]said{
		"2022年度上云企业奖补": {[]int{2022}, true},
		"2022年奖补":      {[]int{2022}, false},
		"奖补2022年":      {[]int{2022}, false},
		"2022年3月拨付":    {nil, false},
		"2022年与2023年度": {[]int{2022, 2023}, true},
		"２０２２ 年度":      {[]int{2022}, true},
	} {
		years, award := YearsOfNoDay(text)
		if diff := cmp.Diff(want, said{years, award}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
