package notice

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSettingsSaveTyping(t *testing.T) {
	got, err := LoadSettings("设置.yaml", []byte(`
unit: 示范市工业和信息化局
contact: 规划处，0599-8580000
supervision: 0599-8581111
days: 5
by: district
credit-code: true
holidays: 放假安排.txt
format: [xlsx, html]
fund: 市工业发展专项资金
`))
	want := File{Unit: "示范市工业和信息化局", Contact: "规划处，0599-8580000", Supervision: "0599-8581111", Days: 5, By: ByDistrict,
		CreditCode: true, Holidays: "放假安排.txt", Format: []string{"xlsx", "html"}, Fund: "市工业发展专项资金"}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if got, err := LoadSettings("空.yaml", nil); err != nil || !cmp.Equal(got, File{}) {
		t.Errorf("nothing: %v, %v", got, err)
	}
}

func TestSettingsAreReadStrictly(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an unknown key", "unit: 局\ntelephone: 1", "line 2"},
		{"a key twice", "unit: 局\nunit: 处", "line 2"},
		{"a number that is none", "days: 五", "line 1"},
		{"days below one", "days: -1", "days: -1"},
		{"an unknown order", "by: amount", `by: "amount" is none of`},
		{"an unknown format", "format: [pdf]", `format: "pdf" is none of`},
		{"two documents", "days: 5\n---\ndays: 6", "more than one document"},
		{"no mapping", "- 5", "line 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := LoadSettings("设置.yaml", []byte(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "设置.yaml") {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestFormatsAreWrittenInOneOrder(t *testing.T) {
	for text, want := range map[string]string{"": "xlsx docx html csv", "csv, xlsx": "xlsx csv", "html,html": "html"} {
		got, err := ParseFormats(text)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("ParseFormats(%q) = %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"pdf", "xlsx,", "../x"} {
		if got, err := ParseFormats(text); err == nil {
			t.Errorf("ParseFormats(%q) = %v", text, got)
		}
	}
}

func FuzzLoadSettings(f *testing.F) {
	f.Add("unit: 局\ndays: 5")
	f.Add("&a [*a]")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = LoadSettings("设置.yaml", []byte(text))
	})
}
