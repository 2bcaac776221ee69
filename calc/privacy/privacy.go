package privacy

import (
	"jiangbu/calc/written"
	"strings"
)

// LeakKind is a kind of private data that must not be published.
type LeakKind string

// The kinds, in the words of a message.
const (
	LeakIdentity  LeakKind = "身份证号"
	LeakMobile    LeakKind = "手机号码"
	LeakAccount   LeakKind = "银行账号"
	LeakTelephone LeakKind = "电话号码"
	LeakMail      LeakKind = "电子邮箱"
	LeakPassport  LeakKind = "护照号码"
	LeakInsurance LeakKind = "社保号码"
	LeakBank      LeakKind = "开户银行"
	LeakPerson    LeakKind = "个人姓名"
	LeakMessenger LeakKind = "微信或QQ号"
	LeakAddress   LeakKind = "地址"
	LeakPlate     LeakKind = "车牌号码"
)

// Leak is private data found in a text that is meant for the public. Sure means
// that it proves itself: a check digit holds, its form is that of nothing else,
// or a word beside it says what it is (身份证：…). A leak that is not sure may
// also be the number of a certificate or a model.
type Leak struct {
	Kind LeakKind
	Text string // masked: no message repeats the value
	Sure bool
}

// Leaks scans a text for private data: what a telling word names, mail
// addresses, telephones, passports and plates by their form, and identity
// numbers, mobile numbers and accounts among its digits, full-width, Chinese or
// in groups. Whole credit codes are public and pass.
func Leaks(text string) []Leak {
	s := visible(text)
	found, s := told(s)
	formed, s := byForm(s)
	return append(append(found, formed...), numbers(s)...)
}

// numbers finds the numbers that are private among the digits of a text.
func numbers(s string) []Leak {
	groups := digitGroups(s)
	var found []Leak
	for i := 0; i < len(groups); {
		leak, n := leakAt(groups[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, leak)
		i += n
	}
	return found
}

// MaskName hides a person's name but for the first character: 张三丰 is 张*.
func MaskName(name string) string {
	for _, r := range strings.TrimSpace(name) {
		return string(r) + "*"
	}
	return ""
}

// endsIdentity tells whether an X may stand next: behind 17 digits, in one run
// or in groups.
func endsIdentity(groups []digitGroup, run []rune) bool {
	n := len(run)
	if n == 3 && len(groups) > 0 { // 320722 19880101 123X
		for i := len(groups) - 1; i >= 0 && n < 17; i-- {
			n += len(groups[i].digits)
		}
	}
	return n == 17
}

// leakAt judges what begins at the first group and how many groups it takes:
// the longest number that proves itself, else the first group alone.
func leakAt(groups []digitGroup) (Leak, int) {
	most := 1
	for most < len(groups) && most < 18 && groups[most].near {
		most++
	}
	for n := most; n >= 1; n-- {
		if kind, ok := proven(groups[:n]); ok {
			return Leak{kind, written.MaskDigits(joinDigits(groups[:n])), true}, n
		}
	}
	if d := joinDigits(groups[:most]); most > 2 && isMobile(d) {
		return Leak{LeakMobile, written.MaskDigits(d), false}, most
	}
	d := groups[0].digits
	switch {
	case len(d) < 12 || len(d) > 19 || written.IsCreditCode(d):
		return Leak{}, 0
	case len(d) == 18 && written.IsBirthday(d[6:14]), len(d) == 15 && written.IsBirthday("19"+d[6:12]):
		return Leak{LeakIdentity, written.MaskDigits(d), false}, 1
	}
	return Leak{LeakAccount, written.MaskDigits(d), false}, 1
}

// proven tells whether the groups together are a number that proves itself.
func proven(groups []digitGroup) (LeakKind, bool) {
	d := joinDigits(groups)
	switch {
	case written.IsIdentityNumber(d):
		return LeakIdentity, true
	case isMobile(d) && mobileShape(groups):
		return LeakMobile, true
	case len(d) >= 16 && len(d) <= 19 && !strings.Contains(d, "X") && isCard(d) && cardShape(groups) &&
		!written.IsCreditCode(d):
		return LeakAccount, true
	}
	return "", false
}

func joinDigits(groups []digitGroup) string {
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(g.digits)
	}
	return b.String()
}

// isMobile tells whether the digits have the form of a mobile number: eleven,
// beginning with 13 to 19, with or without the country's 86 or 0086.
func isMobile(d string) bool {
	if len(d) > 11 {
		d = strings.TrimPrefix(strings.TrimPrefix(d, "00"), "86")
	}
	return len(d) == 11 && d[0] == '1' && d[1] >= '3'
}

// mobileShape tells whether the groups are those people write mobile numbers
// in: one run, 3-4-4, 3-8, 7-4, each also behind the country's number.
func mobileShape(groups []digitGroup) bool {
	shape := ""
	for _, g := range groups {
		if g.digits == "86" || g.digits == "0086" {
			continue
		}
		shape += string(rune('a' + len(g.digits)))
	}
	switch shape {
	case "l", "n", "p", "dee", "di", "he":
		return true
	}
	return false
}

// cardShape tells whether the groups are those of a bank card: one run, or
// fours with a shorter rest.
func cardShape(groups []digitGroup) bool {
	for _, g := range groups[:len(groups)-1] {
		if len(g.digits) != 4 {
			return false
		}
	}
	return len(groups) == 1 || len(groups[len(groups)-1].digits) <= 4
}

// isCard tells whether the digits are a bank card: the prefix of an issuer that
// serves this country (ISO/IEC 7812-1) and a check digit that holds.
func isCard(d string) bool {
	for _, prefix := range []string{"62", "60", "68", "69", "4", "5", "35"} {
		if strings.HasPrefix(d, prefix) {
			return luhn(d)
		}
	}
	return false
}

// luhn checks the check digit of a bank card (ISO/IEC 7812-1, annex B). A run
// of zeros passes the sum and is no card.
func luhn(d string) bool {
	if d[0] == '0' {
		return false
	}
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			n = n*2/10 + n*2%10
		}
		sum += n
	}
	return sum%10 == 0
}
