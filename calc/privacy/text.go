package privacy

import (
	"strings"
	"unicode"

	"jiangbu/calc/written"
)

// visible folds a text to plain characters without the invisible ones, every
// blank the same, and runs of Chinese digits as long as a telephone as the
// digits that they are.
func visible(text string) string {
	var b strings.Builder
	for _, r := range written.Plain(text) {
		switch {
		case unicode.Is(unicode.Cf, r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return plainDigits(b.String())
}

// chineseDigits are the digits of numbers that are read out one by one.
var chineseDigits = map[rune]rune{
	'〇': '0', '零': '0', '○': '0', '一': '1', '幺': '1', '壹': '1', '二': '2', '贰': '2', '三': '3', '叁': '3', '四': '4',
	'肆': '4',
	'五': '5', '伍': '5', '六': '6', '陆': '6', '七': '7', '柒': '7', '八': '8', '捌': '8', '九': '9', '玖': '9',
}

// leastSpelt is how many Chinese digits in a row are a number read out digit by
// digit: no year, clause or batch has as many.
const leastSpelt = 7

// plainDigits writes runs of Chinese digits as digits.
func plainDigits(s string) string {
	runes := []rune(s)
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && (chineseDigits[runes[end]] != 0 || runes[end] >= '0' && runes[end] <= '9') {
			end++
		}
		if end-i >= leastSpelt {
			for k := i; k < end; k++ {
				if d := chineseDigits[runes[k]]; d != 0 {
					runes[k] = d
				}
			}
		}
		i = max(end, i+1)
	}
	return string(runes)
}

// digitGroup is a run of digits. It is joined where only a blank or a dash
// parts it from the run before, and near where other separators do, as in
// 139/1234/5678.
type digitGroup struct {
	digits       string
	joined, near bool
}

// digitGroups cuts a text into its runs of digits. An X that ends a run of 17
// counts as its last digit, as in identity numbers. A letter directly before
// or behind makes a run part of a word such as a credit code with letters or
// the number of a certificate: the run stays, for a number does not become
// fit for print by a letter beside it.
func digitGroups(s string) []digitGroup {
	var groups []digitGroup
	var run []rune
	between := "" // what stands between the last run and here
	flush := func() {
		if len(run) == 0 {
			return
		}
		g := digitGroup{digits: string(run)}
		g.joined = len(groups) > 0 && len(between) > 0 && len([]rune(between)) == 1 &&
			strings.Contains(" -.·–—_", between)
		g.near = len(groups) > 0 && strings.Trim(between, " -.·–—_/\\|*,、()#:;~+'") == "" && len(between) <= 9
		groups, run, between = append(groups, g), nil, ""
	}
	for _, r := range s {
		if r >= '0' && r <= '9' || (r == 'X' || r == 'x') && endsIdentity(groups, run) {
			run = append(run, unicode.ToUpper(r))
			continue
		}
		flush()
		if len(between) < 64 {
			between += string(r)
		}
	}
	flush()
	return groups
}

// digitsOf are the digits of a text without whatever stands between them.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// mask keeps the first character and hides the rest of what is no number.
func mask(value string) string {
	if digits := digitsOf(value); len(digits) >= 5 {
		return written.MaskDigits(digits)
	}
	return MaskName(value)
}
