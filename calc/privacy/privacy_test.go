package privacy

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPrivateNumbersAreFound(t *testing.T) {
	sure := func(kind LeakKind, text string) []Leak { return []Leak{{kind, text, true}} }
	doubt := func(kind LeakKind, text string) []Leak { return []Leak{{kind, text, false}} }
	for _, c := range []struct {
		name, text string
		want       []Leak
	}{
		{"an identity number", "张三 11010519491231002X", sure(LeakIdentity, "110*************2X")},
		{"with a small x", "11010519491231002x", sure(LeakIdentity, "110*************2X")},
		{"in full-width digits", "１１０１０５１９４９１２３１００２Ｘ", sure(LeakIdentity, "110*************2X")},
		{"in groups", "110105 19491231 002X", sure(LeakIdentity, "110*************2X")},
		{"with zero-width blanks", "110105\u200b19491231\u200b002X", sure(LeakIdentity, "110*************2X")},
		{"ending in a digit", "440524198001010013", sure(LeakIdentity, "440*************13")},
		{"one whose check digit fails is a doubt", "110105194912310021", doubt(LeakIdentity, "110*************21")},
		{"one whose birthday is none is an account at most", "110105194913310021",
			doubt(LeakAccount, "110*************21")},
		{"the old form of fifteen digits", "110105491231002", doubt(LeakIdentity, "110**********02")},
		{"a mobile number", "联系13912345678", sure(LeakMobile, "139******78")},
		{"between letters", "tel13912345678x", sure(LeakTelephone, "139******78")},
		{"in groups with dashes", "139-1234-5678", sure(LeakMobile, "139******78")},
		{"in groups with blanks", "139 1234 5678", sure(LeakMobile, "139******78")},
		{"behind the country's number", "+86 139 1234 5678", sure(LeakMobile, "861********78")},
		{"joined with the country's number", "8613912345678", sure(LeakMobile, "861********78")},
		{"the lowest series", "13012345678", sure(LeakMobile, "130******78")},
		{"a series that no network has", "12912345678", nil},
		{"a digit less", "1391234567", nil},
		{"a digit more is an account at most", "139123456789", doubt(LeakAccount, "139*******89")},
		{"a landline is a doubt", "0518-85800000", doubt(LeakTelephone, "051*******00")},
		{"a landline behind its word", "电话0518-85800000", sure(LeakTelephone, "051*******00")},
		{"a landline in brackets", "(0518)85800000", doubt(LeakTelephone, "051*******00")},
		{"a service number", "400-820-8820", doubt(LeakTelephone, "400*****20")},
		{"with slashes", "139/1234/5678", sure(LeakMobile, "139******78")},
		{"digit by digit", "1 3 9 1 2 3 4 5 6 7 8", doubt(LeakMobile, "139******78")},
		{"in Chinese digits", "一三九一二三四五六七八", sure(LeakMobile, "139******78")},
		{"in Chinese capitals", "壹叁玖壹贰叁肆伍陆柒捌", sure(LeakMobile, "139******78")},
		{"an identity number with slashes", "110105/19491231/002X", sure(LeakIdentity, "110*************2X")},
		{"an identity number behind its word whatever its check digit", "身份证号：110105194912310021",
			sure(LeakIdentity, "110*************21")},
		{"part of one behind its word", "身份证后六位 310021", sure(LeakIdentity, "******")},
		{"a bank card", "账号6222021001116245702", sure(LeakAccount, "622**************02")},
		{"a bank card in fours", "6222 0210 0111 6245 702", sure(LeakAccount, "622**************02")},
		{"one whose check digit fails is a doubt", "6222021001116245703", doubt(LeakCard, "622**************03")},
		{"an account of a company", "320501612345", doubt(LeakAccount, "320*******45")},
		{"eleven digits are no account", "32050161234", nil},
		{"twenty digits are no account", "32050161234567890123", nil},
		{"a credit code of digits alone is public", "913207000676274307", nil},
		{"the same with a wrong check digit is a doubt", "913207000676274308",
			doubt(LeakAccount, "913*************08")},
		{"a credit code with letters", "91320706MAKAEH9N0E", nil},
		{"document numbers and dates", "苏工信节能〔2023〕305号 2023-12-22 20231222", nil},
		{"a range of dates", "2023.1.1-2026.12.31", nil},
		{"certificates", "苏RC-2023-A1793、苏ＲＣ－2021－A0776", nil},
		{"an amount", "1234567.89", nil},
		{"an X behind other digits is a letter", "苏2023X", nil},
		{"a telephone hides no number read out digit by digit", "0518-85800000，三二〇七〇五一九八五〇三〇七二三一九",
			append(doubt(LeakTelephone, "051*******00"), doubt(LeakIdentity, "320*************19")...)},
		{"two in one cell", "13912345678、18012345678",
			append(sure(LeakMobile, "139******78"), sure(LeakMobile, "180******78")...)},
		{"nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Leaks(c.text)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestANameIsMaskedButForItsFirstCharacter(t *testing.T) {
	for name, want := range map[string]string{"张三丰": "张*", " 李四 ": "李*", "𠮷田": "𠮷*", "": ""} {
		if got := MaskName(name); got != want {
			t.Errorf("MaskName(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzLeaksNeverRepeatsTheNumber(f *testing.F) {
	f.Add("11010519491231002X 139-1234-5678 6222 0210 0111 6245 702")
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range Leaks(text) {
			if !strings.Contains(l.Text, "*") {
				t.Errorf("%q leaves %q unmasked", text, l.Text)
			}
		}
	})
}
