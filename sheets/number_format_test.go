package sheets

import (
	"testing"

	"jiangbu/calc"
)

func TestANumberIsShownAsItsFormatSays(t *testing.T) {
	for _, c := range []struct{ name, code, stored, want string }{
		{"a unit behind it", `0.00"万元"`, "20", "20，显示为20万元"},
		{"a unit without quotes", `0.00万元`, "20", "20，显示为20万元"},
		{"万 alone", `0"万"`, "20", "20，显示为20万"},
		{"thousands cut off", `#,##0,`, "200000", "200000，显示为200"},
		{"thousands grouped, not cut off", `#,##0`, "200000", "200000"},
		{"millions", `0.0,,"百万"`, "2000000", "2000000，显示为2百万元"},
		{"a point that is only written", `0!.0,`, "200000", "200000，显示为20"},
		{"the same with a unit and in quotes", `0"."0,"万元"`, "200000", "200000，显示为20万元"},
		{"and with a stroke", `0\.0000`, "205000", "205000，显示为20.5"},
		{"commas behind decimals", `0.00,`, "1500", "1500，显示为1.5"},
		{"the digits are all kept", `0!.0,"万元"`, "205432", "205432，显示为20.5432万元"},
		{"general with a unit", `General"元"`, "20", "20，显示为20元"},
		{"the general format of WPS", `G/通用格式"万元"`, "20", "20，显示为20万元"},
		{"accounts", `_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ `, "20", "20"},
		{"a currency in brackets", `[$¥-804]#,##0.00`, "20", "20"},
		{"a unit that is not of money", `0"家"`, "3", "3"},
		{"a year", `0"年"`, "2023", "2023"},
		{"a share", `0.00%`, "0.5", "0.5"},
		{"an exponent", `0.00E+00`, "200000", "200000"},
		{"colours", `[Red]0.00`, "20", "20"},
		{"the condition that holds", `[>=10000]0!.0,"万元";0"元"`, "20000", "20000，显示为2万元"},
		{"the condition that does not", `[>=10000]0!.0,"万元";0"元"`, "2000", "2000，显示为2000元"},
		{"the section below zero", `0"万元";-0`, "-5", "-5"},
		{"nothing needs no unit", `0"万元"`, "0", "0"},
		{"words of money that are no unit", `0"万元左右"`, "20", "20，显示为20万元左右"},
	} {
		style := styleOf(164, c.code, true, false)
		kind, text := style.number(nil, []byte(c.stored), false)
		wantKind := calc.CellShown
		if c.want == c.stored {
			wantKind = calc.CellNumber
		}
		if string(text) != c.want || kind != wantKind {
			t.Errorf("%s: %s shows %s as %q (%d), want %q (%d)", c.name, c.code, c.stored, text, kind, c.want, wantKind)
		}
	}
}

func TestANumberIsReadByWhatStandsBesideIt(t *testing.T) {
	for _, c := range []struct{ name, stored, shown, want string }{
		{"the same digits", "20", "20", "20"},
		{"rounded", "20.456", "20.46", "20.456"},
		{"grouped, with a currency", "200000", "￥200,000.00", "200000"},
		{"a unit", "20", "20.00万元", "20，显示为20万元"},
		{"a scale and a unit", "205432", "20.5万元", "205432，显示为20.5432万元"},
		{"a scale", "200000", "200", "200000，显示为200"},
		{"below zero in brackets", "-5", "(5.00)", "-5"},
		{"a share", "0.6", "60%", "0.6"},
		{"too narrow", "200000", "###", "200000"},
		{"a fraction", "0.5", "1/2", "0.5"},
	} {
		if _, text := numberShownAs([]byte(c.stored), []byte(c.shown)); string(text) != c.want {
			t.Errorf("%s: %s shown as %s is read as %q, want %q", c.name, c.stored, c.shown, text, c.want)
		}
	}
}

func FuzzNumberFormat(f *testing.F) {
	for _, s := range []string{`0"."0,"万元"`, `[>=1]0;[<0]-0;0;@`, `\`, `"`, `[`, `!`, `_`, `0!.0,;`, `[$`} {
		f.Add(s, "200000")
	}
	f.Fuzz(func(t *testing.T, code, digits string) {
		if !validNumber([]byte(digits)) {
			return
		}
		style := styleOf(164, code, true, true)
		style.number(nil, []byte(digits), false)
		numberShownAs([]byte(digits), []byte(code))
	})
}
