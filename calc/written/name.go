package written

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// CompanyKey is what two spellings of one company's name share: folded, one
// kind of dot and of dash, without a former name behind it. 有限公司 and
// 有限责任公司 stay two names.
func CompanyKey(name string) string {
	current, _ := splitFormer(Fold(name))
	current = strings.TrimRight(current, ".,;、。:")
	if IsFolded(current) && !strings.Contains(current, ".") {
		return current
	}
	return oneDot.Replace(current)
}

// CompanyCore is a company's key without what people leave out, write in other
// words or add: the legal form with all behind it, brackets and dots.
func CompanyCore(key string) string {
	for _, form := range []string{"有限责任公司", "股份有限公司", "有限公司"} {
		key, _, _ = strings.Cut(key, form)
	}
	return smallMarks.Replace(strings.TrimSuffix(key, "公司"))
}

var smallMarks = strings.NewReplacer("(", "", ")", "", "·", "", "-", "")

// oneDot makes the dots and the dashes of names one kind each.
var oneDot = strings.NewReplacer(".", "·", "•", "·", "‧", "·", "・", "·", "∙", "·", "⋅", "·", "—", "-", "–", "-", "―",
	"-", "‐", "-", "‑", "-", "‒", "-", "−", "-", "─", "-")

// formerWords begin a former name in brackets at the end of a name.
var formerWords = []string{"曾用名", "原名称", "原名", "原公司", "原企业", "原单位", "前称", "更名前", "原"}

// nowWords begin today's name in brackets behind a former one.
var nowWords = []string{"现已更名为", "现更名为", "已更名为", "更名为", "更名后", "现改名为", "改名为", "现名称", "现用名", "现名", "现"}

// notNow are words that begin with 现 and are no name of today.
var notNow = []string{"现代", "现有", "现场", "现货", "现金"}

// notFormer are words that begin with 原 and are no former name.
var notFormer = []string{"原料", "原厂", "原址", "原装", "原材", "原油", "原生", "原种", "原点", "原创"}

// splitFormer splits a folded name into the current one and the former one
// that stands behind it: （原…）, （曾用名：…）, 曾用名…; or before it: （现更名为…）.
func splitFormer(folded string) (current, former string) {
	if i := strings.Index(folded, "曾用名"); i > 0 && folded[i-1] != '(' {
		return strings.TrimRight(folded[:i], ",;:、"), cleanFormer(folded[i+len("曾用名"):])
	}
	body, ok := strings.CutSuffix(folded, ")")
	open := outermost(body)
	if !ok || open <= 0 {
		return folded, ""
	}
	inner := body[open+1:]
	if slices.ContainsFunc(notFormer, func(no string) bool { return strings.HasPrefix(inner, no) }) {
		return folded, ""
	}
	for _, w := range formerWords {
		if rest, ok := strings.CutPrefix(inner, w); ok && utf8.RuneCountInString(cleanFormer(rest)) >= 2 {
			return body[:open], cleanFormer(rest)
		}
	}
	return splitNow(folded, body[:open], inner)
}

// splitNow is today's name and the former one before it; inner is what stands in
// the bracket at the end of the folded name.
func splitNow(folded, before, inner string) (current, former string) {
	for _, w := range slices.Concat(notNow, nowWords) {
		rest, ok := strings.CutPrefix(inner, w)
		switch now := cleanFormer(rest); {
		case !ok:
		case slices.Contains(notNow, w) || !IsWholeName(now):
			return folded, ""
		default:
			return now, before
		}
	}
	return folded, ""
}

func cleanFormer(s string) string { return strings.Trim(s, ":,;、 为是") }

// outermost is where the bracket opens that a bracket behind s would close, -1
// where none does.
func outermost(s string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

// leading is what stands in front of a name and is none of it: a serial number, a
// place or a kind in brackets, 【东海县】.
var leading = regexp.MustCompile(`^\s*(?:[（(]?\d{1,3}[）)、.．]|[①-⑳]|[（(【〔\[]\p{Han}{2,8}[）)】〕\]])\s*`)

// WithoutNumber is a name without the serial number or the place in brackets in
// front of it.
func WithoutNumber(name string) string {
	if IsPlainName(name) {
		return name
	}
	return leading.ReplaceAllString(name, "")
}

// CompanyName is a company's name as we print it: brackets as （）, no blanks
// but between Latin words, the former name and a number before it split off.
func CompanyName(text string) (name, former string) {
	s := WithoutNumber(Display(text))
	if isPlain(s) && !mayBeSplit(s) {
		return s, ""
	}
	current, former := splitFormer(closeUp(strings.Map(narrow, s)))
	return printedBrackets.Replace(current), printedBrackets.Replace(former)
}

var printedBrackets = strings.NewReplacer("(", "（", ")", "）")

// narrow makes brackets, letters and digits plain ones.
func narrow(r rune) rune {
	if to, ok := brackets[r]; ok {
		return to
	}
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// renamed begin what tells of another name.
var renamed = []string{"原", "曾", "现", "更", "改"}

// mayBeSplit tells of a plain name that a former one may stand behind, or
// whose brackets are not those that we print.
func mayBeSplit(s string) bool {
	return strings.ContainsAny(s, "()[]{}") ||
		slices.ContainsFunc(renamed, func(word string) bool { return strings.Contains(s, word) })
}

// IsPlainName tells of the common name: one, and written as we print it.
func IsPlainName(s string) bool {
	return isPlain(s) && (s == "" || s[0] < '0' || s[0] > '9') && !strings.HasPrefix(s, "（") && !mayBeSplit(s) &&
		!strings.ContainsAny(s, listMarks)
}

// closeUp drops blanks except between two Latin letters or digits.
func closeUp(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == ' ' && !(i > 0 && i+1 < len(s) && isLatin(s[i-1]) && isLatin(s[i+1])) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isLatin(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '.' || c == '&'
}

// bodyEnds are the words that a complete name of a body ends in.
var bodyEnds = []string{"公司", "厂", "院", "所", "中心", "会", "社", "局", "学校", "大学", "学院", "合伙)", "店", "站", "场", "队", "处"}

// bodyTails are what remains of a name when only its end was wrapped to
// another line.
var bodyTails = []string{"股份有限公司", "有限责任公司", "有限公司", "责任公司", "公司", "分公司", "集团公司", "集团有限公司"}

// listMarks are the plain characters that may part names.
const listMarks = ",;/"

// SeveralNames tells whether a cell names more than one company. A list mark
// outside brackets parts names; a blank or line break does so only between
// names that are each complete, since long names wrap.
func SeveralNames(text string) bool {
	return several(text, strongMarks, nil) || several(text, weakMarks, IsWholeName)
}

// JoinsNames tells whether a word joins two names: 甲有限公司或乙有限公司.
func JoinsNames(text string) bool {
	head, rest, _ := strings.Cut(text, "公司")
	joined := strings.TrimLeft(rest, "或和与及")
	return head != "" && joined != rest && IsWholeName(joined)
}

// IsWholeName tells of a text that it is the complete name of a body.
func IsWholeName(s string) bool {
	s = Fold(s)
	return utf8.RuneCountInString(s) >= 4 && !strings.HasSuffix(s, "分公司") && !slices.Contains(bodyTails, s) &&
		slices.ContainsFunc(bodyEnds, func(end string) bool { return strings.HasSuffix(s, end) })
}

// SplitOutside splits a text at any of the marks that stand outside brackets;
// empty parts are left out.
func SplitOutside(text, marks string) []string {
	var parts []string
	depth, from := 0, 0
	add := func(s string) {
		if strings.TrimSpace(s) != "" {
			parts = append(parts, s)
		}
	}
	for i, r := range text {
		switch {
		case brackets[r] == '(' || r == '（' || r == '《':
			depth++
		case brackets[r] == ')' || r == '）' || r == '》':
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune(marks, r):
			add(text[from:i])
			from = i + utf8.RuneLen(r)
		}
	}
	add(text[from:])
	return parts
}
