package standard

import (
	"regexp"
	"strings"
)

// pattern is a word that is known by its form.
type pattern struct {
	kind Kind
	form *regexp.Regexp
}

const numerals = `一二三四五六七八九十百`

// patterns are the words that hold numbers. Letters and digits together are a
// number of a paper only where they are long or hold a dash: 3A级 is a grade.
var patterns = []pattern{
	{DocumentWord, regexp.MustCompile(`^\((?:19|20)\d\d\)第?\d+号`)},
	{DocumentWord, regexp.MustCompile(`^(?:(?:19|20)\d\d年)?第?\d+号(?:公告|令|文件|文)?`)},
	{DateWord, regexp.MustCompile(`^(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}[日号])?|[./-]\d{1,2}(?:[./-]\d{1,2})?[日月]?)`)},
	{YearWord, regexp.MustCompile(`^(?:(?:19|20)\d\d|[二〇零○Ο一三四五六七八九]{4})(?:[-~至、/](?:19|20)?\d\d)?` +
		`(?:年度?|度)?(?:[上下]半年|第?[一二三四1-4]季度)?`)},
	{BatchWord, regexp.MustCompile(`^\d{1,2}月(?:\d{1,2}[日号]|[初中底份])?`)},
	{BatchWord, regexp.MustCompile(`^(?:[首两]批次?|第?(?:\d{1,2}|[` + numerals + `]{1,3})[批期轮届]次?)`)},
	{NumberWord, regexp.MustCompile(`^共?计?(?:\d+|[` + numerals + `两]{1,4})(?:[家个项户件名人条款张只份处座]|万元|元)`)},
	{NumberWord, regexp.MustCompile(`^\(?第?(?:[` + numerals + `]{1,3}|\d{1,3})(?:\)|[、.．)]|条款?|款|部分)`)},
	{NumberWord, regexp.MustCompile(`^(?:I{1,3}|I[VX]|VI{0,3})(?:[、.．)]|\b)`)},
	{NumberWord, regexp.MustCompile(`^第\((?:[` + numerals + `]{1,3}|\d{1,3})\)[条款项]`)},
	{NumberWord, regexp.MustCompile(`^条款(?:[` + numerals + `]{1,3}|\d{1,2})`)},
	{NumberWord, regexp.MustCompile(`^附[件表][\d` + numerals + `]{0,3}`)},
	{NumberWord, regexp.MustCompile(`^V?\d+(?:[-_./]\d+)*`)},
	{NumberWord, regexp.MustCompile(`^[A-Z]{1,4}\d{4,}`)},
	{NumberWord, regexp.MustCompile(`^[A-Z\d]+(?:[-_/][A-Z\d]+)*[-_/][A-Z]*\d[A-Z\d]*`)},
}

// patternStarts are the characters, beside capitals and digits, that a pattern
// begins with.
const patternStarts = "(第共计首两附条○" + "〇零" + numerals

// patternAt is the longest word of a known form that a folded text begins with.
func patternAt(text string) (kind Kind, size int) {
	switch r := firstRune(text); {
	case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', strings.ContainsRune(patternStarts, r):
	default:
		return LeftOver, 0
	}
	for _, p := range patterns {
		if n := len(p.form.FindString(text)); n > size {
			kind, size = p.kind, n
		}
	}
	return kind, size
}
