package written

import (
	"strconv"
	"strings"
	"time"
)

// IsIdentityNumber checks an 18-character citizen identity number (GB 11643-1999):
// region, birthday, and the check character by ISO 7064 MOD 11-2.
func IsIdentityNumber(d string) bool {
	if len(d) != 18 || d[0] < '1' || d[0] > '8' || strings.Contains(d[:17], "X") || !IsBirthday(d[6:14]) {
		return false
	}
	sum := 0
	for i := range 17 {
		sum = (sum + int(d[i]-'0')) * 2 % 11
	}
	return d[17] == "10X98765432"[sum%11]
}

// IsBirthday tells whether eight digits are a day between 1900 and 2099.
func IsBirthday(d string) bool {
	day, err := time.Parse("20060102", d)
	return err == nil && day.Year() >= 1900 && day.Year() < 2100
}

// number reads plain digits that were checked before.
func number(d string) int {
	n, _ := strconv.Atoi(d)
	return n
}

// MaskDigits keeps the first three and the last two characters.
func MaskDigits(d string) string {
	if len(d) < 8 {
		return strings.Repeat("*", len(d))
	}
	return d[:3] + strings.Repeat("*", len(d)-5) + d[len(d)-2:]
}
