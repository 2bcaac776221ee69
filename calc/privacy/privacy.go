package privacy

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc/written"
)

// LeakKind is a kind of private data that must not be published.
type LeakKind string

// The kinds, in the words of a message.
const (
	LeakIdentity  LeakKind = "身份证号"
	LeakMobile    LeakKind = "手机号码"
	LeakAccount   LeakKind = "银行账号" // proven or named, or any long number
	LeakCard      LeakKind = "银行卡号" // the form of a card, unproven
	LeakTelephone LeakKind = "电话号码"
	LeakMail      LeakKind = "电子邮箱"
	LeakPassport  LeakKind = "护照号码"
	LeakDocument  LeakKind = "证件号码"
	LeakInsurance LeakKind = "社保号码"
	LeakBank      LeakKind = "开户银行"
	LeakPerson    LeakKind = "个人姓名"
	LeakMessenger LeakKind = "微信或QQ号"
	LeakAddress   LeakKind = "地址"
	LeakHome      LeakKind = "户籍"
	LeakBirth     LeakKind = "出生日期"
	LeakTrait     LeakKind = "个人情况"
	LeakPlate     LeakKind = "车牌号码"
	LeakStaff     LeakKind = "工号"
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
	found := leaks(s)
	if t := spelt(s); t != s {
		for _, l := range leaks(t) {
			// Digits that a Chinese one makes longer are no account for that.
			if (l.Sure || len(found) == 0 || l.Kind != LeakAccount) && !slices.Contains(found, l) {
				found = append(found, l)
			}
		}
	}
	return found
}

func leaks(s string) []Leak {
	found, s := told(s)
	return append(found, numbers(s)...)
}

// numbers finds the numbers that are private among the digits of a text.
func numbers(s string) []Leak {
	groups := digitGroups(s)
	var found []Leak
	for len(groups) > 0 {
		leak, n := leakAt(groups)
		if n > 0 {
			found = append(found, leak)
		}
		groups = groups[max(n, 1):]
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

// leakAt judges what begins at the first group and how many groups it takes:
// the longest number that proves itself, else the longest that looks like one,
// else the first group alone.
func leakAt(groups []digitGroup) (Leak, int) {
	most := 1
	for most < len(groups) && most < 19 && groups[most].near {
		most++
	}
	for _, judge := range []func([]digitGroup) (LeakKind, bool, bool){proven, likely} {
		for n := most; n >= 1; n-- {
			if kind, sure, ok := judge(groups[:n]); ok {
				return Leak{kind, written.MaskDigits(joinDigits(groups[:n])), sure}, n
			}
		}
	}
	return Leak{}, 0
}

// proven tells whether the groups together are a number that proves itself. A
// mobile number that is part of a longer word (CQC18701234567) or the number of
// a certificate by the word before it may be something else.
func proven(groups []digitGroup) (kind LeakKind, sure, ok bool) {
	d := joinDigits(groups)
	switch {
	case isIdentity(d):
		return LeakIdentity, true, true
	case isMobile(d) && mobileShape(groups) && !hasYear(groups[1:]):
		switch groups[0].before {
		case inWord:
			return LeakAccount, false, true
		case asCertificate:
			return LeakMobile, false, true
		}
		return LeakMobile, true, true
	case len(d) >= 16 && len(d) <= 19 && !strings.Contains(d, "X") && isCard(d) && cardShape(groups) &&
		!written.IsCreditCode(d):
		return LeakAccount, true, true
	}
	return "", false, false
}

// likely tells whether the groups together have the form of a private number
// that something else may bear, too.
func likely(groups []digitGroup) (kind LeakKind, sure, ok bool) {
	d := joinDigits(groups)
	switch n := len(d); {
	case written.IsCreditCode(d), strings.Contains(d, "X") && n != 18:
	case n == 18 && isBirthday(d[6:14]) && inRegion(d),
		n == 15 && len(groups) == 1 && isBirthday("19"+d[6:12]) && d[6] >= '3' && inRegion(d):
		return LeakIdentity, false, true
	case len(groups) > 1 && (hasYear(groups) || isMeasure(groups)):
	case len(groups) > 2 && isMobile(d), len(groups) == 2 && isMobile(d) && groups[1].blank:
		return LeakMobile, false, true
	case len(groups) > 3 && n >= 16 && n <= 19 && cardShape(groups),
		len(groups) == 1 && strings.HasPrefix(d, "62") && (n == 16 || n == 19):
		return LeakCard, false, true
	case len(groups) > 1:
	case n >= 19 && hidesIdentity(d):
		return LeakIdentity, false, true
	case n >= 12 && n <= 19 && groups[0].before == apart:
		return LeakAccount, false, true
	}
	return "", false, false
}

// hasYear tells whether one of the groups is a year or a day of this century, as
// in dates and the numbers of documents.
func hasYear(groups []digitGroup) bool {
	return slices.ContainsFunc(groups, func(g digitGroup) bool {
		return len(g.digits) == 4 && (strings.HasPrefix(g.digits, "19") || strings.HasPrefix(g.digits, "20")) ||
			len(g.digits) == 8 && strings.HasPrefix(g.digits, "20") && written.IsBirthday(g.digits)
	})
}

// isMeasure tells whether the groups are multiplied, as in 1800*1500*138.
func isMeasure(groups []digitGroup) bool {
	return slices.ContainsFunc(groups[1:], func(g digitGroup) bool { return g.times })
}

// lastBirth is the latest year of birth of anybody whom an award concerns; a
// later date among the digits is that of a certificate.
const lastBirth = "2010"

func isBirthday(d string) bool { return written.IsBirthday(d) && d[:4] <= lastBirth }

func isIdentity(d string) bool { return written.IsIdentityNumber(d) && isBirthday(d[6:14]) }

// inRegion tells whether digits begin with the number of a province (GB/T 2260).
func inRegion(d string) bool { return strings.Contains(provinceNumbers, " "+d[:2]+" ") }

const provinceNumbers = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 " +
	"50 51 52 53 54 61 62 63 64 65 71 81 82 "

// hidesIdentity tells whether an identity number stands within longer digits.
func hidesIdentity(d string) bool {
	for i := 0; i+18 <= len(d); i++ {
		if isIdentity(d[i : i+18]) {
			return true
		}
	}
	return false
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
		d = strings.TrimPrefix(strings.TrimPrefix(d, "0086"), "86")
	}
	return len(d) == 11 && d[0] == '1' && d[1] >= '3'
}

// mobileShape tells whether the groups are those people write mobile numbers
// in: one run, 3-4-4, 3-8, 7-4, each also behind the country's number.
func mobileShape(groups []digitGroup) bool {
	shape := ""
	for _, g := range groups {
		if g.digits != "86" && g.digits != "0086" {
			shape += string(rune('a' + len(g.digits)))
		}
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
	return ofIssuer.MatchString(d) && luhn(d)
}

var ofIssuer = regexp.MustCompile(`^(?:6[0289]|4|5|35)`)

// luhn checks the check digit of a bank card (ISO/IEC 7812-1, annex B).
func luhn(d string) bool {
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
