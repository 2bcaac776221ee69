package policy

import "strings"

// The characters of a credit code in the order of their values (GB
// 32100-2015), and of the organisation code within it (GB 11714-1997).
const (
	codeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	bodyCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// madeUpCode is a credit code whose two check digits are right and whose body
// is made from the name, so that cases need not invent codes.
func madeUpCode(kind, region, name string) string {
	sum := uint32(2166136261) // FNV-1a
	for _, c := range []byte(name) {
		sum = (sum ^ uint32(c)) * 16777619
	}
	body := make([]byte, 8)
	for i := range body {
		body[i] = byte('0' + sum%10)
		sum /= 10
	}
	code := kind + region + string(body)
	code += organisationCheck(string(body))
	return code + creditCheck(code)
}

// organisationCheck is the ninth character of an organisation code.
func organisationCheck(body string) string {
	sum := 0
	for i, w := range []int{3, 7, 9, 10, 5, 8, 4, 2} {
		sum += w * strings.IndexByte(bodyCharacters, body[i])
	}
	switch c := 11 - sum%11; c {
	case 10:
		return "X"
	case 11:
		return "0"
	default:
		return string(rune('0' + c))
	}
}

// creditCheck is the eighteenth character of a credit code.
func creditCheck(code string) string {
	sum, weight := 0, 1
	for i := range 17 {
		sum += weight * strings.IndexByte(codeCharacters, code[i])
		weight = weight * 3 % 31
	}
	return string(codeCharacters[(31-sum%31)%31])
}
