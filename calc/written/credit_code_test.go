package written

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCreditCodesAreChecked(t *testing.T) {
	code := CompleteCode("91320700MA00000A")
	for _, c := range []struct{ name, text, code, fault string }{
		{"a valid one", code, code, ""},
		{"lower case", strings.ToLower(code), code, ""},
		{"blanks between", " " + code[:6] + " " + code[6:12] + "\u00a0" + code[12:] + "\n", code, ""},
		{"dashes between", code[:8] + "-" + code[8:], code, ""},
		{"full width", wide(code), code, ""},
		{"a heading before it", "信用代码：" + code, code, ""},
		{"one short", code[:17], code[:17], "应为 18 位，填了 17 位"},
		{"one long", code + "0", code + "0", "应为 18 位，填了 19 位"},
		{"a letter that is never used", "Z" + code[1:], "Z" + code[1:], "含有不使用的字符 Z"},
		{"a letter that looks like a digit", strings.Replace(code, "1", "I", 1), strings.Replace(code, "1", "I", 1),
			"含有不使用的字符 I，疑为 " + code + "，请对照营业执照"},
		{"two characters of the body swapped", code[:8] + code[9:10] + code[8:9] + code[10:], code[:8] + code[9:10] +
			code[8:9] + code[10:], "校验码不符，疑为 " + code + "，请对照营业执照"},
		{"more than one likely code is none", code[:3] + code[4:5] + code[3:4] + code[5:], code[:3] + code[4:5] +
			code[3:4] + code[5:], "校验码不符"},
	} {
		got, fault := ParseCreditCode(c.text)
		if got != c.code || fault != c.fault {
			t.Errorf("%s: %q, %q, want %q, %q", c.name, got, fault, c.code, c.fault)
		}
	}
}

func wide(s string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, s)
}

// One wrong character never passes (the check digit is modulo a prime).
func TestOneWrongCharacterFails(t *testing.T) {
	code := CompleteCode("91320700MA00000A")
	for i := range code {
		for _, c := range CodeAlphabet {
			wrong := code[:i] + string(c) + code[i+1:]
			if got := IsCreditCode(wrong); got != (wrong == code) {
				t.Errorf("%s: valid %v", wrong, got)
			}
		}
	}
}

func FuzzCreditCode(f *testing.F) {
	for _, s := range []string{"91320700MA00000A1P", "９１３２", "91320700MA00000A1O", "А1320700MA00000A1P",
		"913207000676274307", "", "：", "91-32", "11010519491231002X", "ǅǅǅǅǅǅǅǅǅǅǅǅǅǅǅǅǅǅ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		code, fault := ParseCreditCode(s)
		if (fault == "") != IsCreditCode(code) {
			t.Errorf("%q: code %q, fault %q", s, code, fault)
		}
		if fault == "" && (len(code) != 18 || FoldCode(code) != code) {
			t.Errorf("%q is folded to %q", s, code)
		}
		if utf8.ValidString(s) && !utf8.ValidString(fault) {
			t.Errorf("%q: fault %q", s, fault)
		}
		IsOldCode(code)
		MaskCode(code)
		SeveralCodes(s)
	})
}

func TestTheCheckDigitsOfRegisteredCodesAreComputed(t *testing.T) {
	for _, code := range []string{"91320706MAKAEH9N0E", "913207000676274307", "91320791MA20Y2JE7E"} {
		if got := CompleteCode(code[:16]); got != code {
			t.Errorf("%s is completed as %s", code, got)
		}
	}
}
