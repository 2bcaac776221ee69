package privacy

import (
	"cmp"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jiangbu/calc/written"
)

// visible folds a text to plain characters without the invisible ones, every
// blank the same and digits of any script and in any ring as plain ones; a
// letter O, l or I between digits is read as the digit that it stands for.
func visible(text string) string {
	var b strings.Builder
	for _, r := range written.Plain(text) {
		switch {
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(digit(r))
		}
	}
	s := b.String()
	if strings.Contains(s, ",") {
		s = grouped.ReplaceAllString(s, hidden)
	}
	if strings.Contains(s, ".") {
		s = dotted.ReplaceAllStringFunc(s, withoutAddress)
	}
	if strings.ContainsAny(s, "OolI") {
		s = likeDigits.ReplaceAllStringFunc(s, asDigits.Replace)
	}
	return s
}

var asDigits = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1")

// grouped are amounts in groups of three digits with a part behind the point.
var grouped = regexp.MustCompile(`\b[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}\b`)

var dotted = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)+`)

// withoutAddress hides digits with dots that are an address of the internet:
// four numbers of a byte each, no private number.
func withoutAddress(s string) string {
	if a, err := netip.ParseAddr(s); err == nil && a.Is4() {
		return hidden
	}
	return s
}

// likeDigits are digits with letters that look like them before, among or behind.
var likeDigits = regexp.MustCompile(`\b[lI]?[0-9](?:[0-9]*[OolI]+)*[0-9]*`)

// digit gives the plain digit of another script or of a ring.
func digit(r rune) rune {
	switch {
	case r < 0x80 || unicode.Is(unicode.Han, r):
		return r
	case unicode.Is(unicode.Nd, r):
		for d := range rune(10) { // the digits of a script stand in one row
			if !unicode.Is(unicode.Nd, r-d-1) || d == 9 {
				return '0' + d
			}
		}
	}
	for _, row := range []rune{0x2776, 0x2780, 0x278a, 0x24f5} { // rings that fold to nothing
		if r >= row && r < row+9 {
			return '1' + r - row
		}
	}
	return r
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

// spelt writes Chinese digits as digits, where so many stand in a row that
// they are a number, with whatever signs between.
func spelt(s string) string {
	least := leastSpelt
	for _, r := range s {
		if r >= '0' && r <= '9' || chineseDigits[r] != 0 {
			least--
		}
	}
	if least > 0 {
		return s
	}
	return speltRun.ReplaceAllStringFunc(s, func(run string) string {
		return strings.Map(func(r rune) rune { return cmp.Or(chineseDigits[r], r) }, run)
	})
}

var speltRun = func() *regexp.Regexp {
	all := "0-9"
	for r := range chineseDigits {
		all += string(r)
	}
	return regexp.MustCompile(`[` + all + `](?:[^\p{L}\p{N}]{0,3}[` + all + `]){` + strconv.Itoa(leastSpelt-1) + `,}`)
}()

// digitGroup is a run of digits. It is near where only signs part it from the
// run before, as in 139/1234/5678, and blank where those are blanks.
type digitGroup struct {
	digits      string
	near, blank bool
	times       bool // a star stands between: a measure, or digits hidden
	before      standing
}

// standing is what stands directly before a run of digits.
type standing int

// What may stand before: capitals, so that the run is part of a word such as
// the number of a certificate; or a word that says that it is one.
const (
	apart standing = iota
	inWord
	asCertificate
)

// nearest is how many signs may part the digits of one number.
const nearest = 4

var (
	capitals      = regexp.MustCompile(`[A-Z]{2}$`)
	ofCertificate = regexp.MustCompile(`(?:` + strings.ReplaceAll(certificateWords, " ", "|") +
		`|(?i:\b(?:no|sn)))[^\p{L}0-9]{0,3}$`)
)

// digitGroups cuts a text into its runs of digits. An X that ends a run of 17
// digits, in one group or in several, counts as its last digit, as in identity
// numbers. A letter beside a run does not end it: a number does not become fit
// for print by that.
func digitGroups(s string) []digitGroup {
	var groups []digitGroup
	begin, last := -1, 0 // of the run, and the end of the last one
	flush := func(end int) {
		if begin < 0 {
			return
		}
		g, between := digitGroup{digits: s[begin:end]}, s[last:begin]
		g.near = len(groups) > 0 && signsOnly(between) && utf8.RuneCountInString(between) <= nearest
		g.times = strings.Contains(between, "*")
		g.blank = g.near && strings.Trim(between, " ") == ""
		switch before := s[:begin]; {
		case capitals.MatchString(before[max(0, begin-2):]):
			g.before = inWord
		case ofCertificate.MatchString(before[last:]):
			g.before = asCertificate
		}
		groups, last, begin = append(groups, g), end, -1
	}
	for i, r := range s {
		if r >= '0' && r <= '9' {
			if begin < 0 {
				begin = i
			}
			continue
		}
		flush(i)
		if (r == 'X' || r == 'x') && endsIdentity(groups, s[last:i]) {
			groups[len(groups)-1].digits += "X"
			last = i + 1
		}
	}
	flush(len(s))
	return groups
}

func signsOnly(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("□×÷±=<>%", r)
	})
}

// endsIdentity tells whether an X behind the groups is the last character of
// an identity number: behind 17 digits.
func endsIdentity(groups []digitGroup, between string) bool {
	if len(groups) == 0 || len(between) > 1 || !signsOnly(between) {
		return false
	}
	n := 0
	for i := len(groups) - 1; i >= 0 && n < 17; i-- {
		n += len(groups[i].digits)
		if !groups[i].near && n < 17 {
			return false
		}
	}
	return n == 17
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
