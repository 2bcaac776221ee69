package privacy

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"jiangbu/calc/written"
)

// rule finds private data in a plain text: its first group is the value.
// Fits says whether the value is what it looks like, and whether surely; nil
// for what the expression settles.
type rule struct {
	kind  LeakKind
	sure  bool
	needs []string // one of them stands in every text that the rule may meet; none where digits do
	find  *regexp.Regexp
	fits  func(value string) (ok, sure bool)
}

// Parts of expressions: what may stand between a word and its value.
const (
	particles = `(?:号码| ?(?i:id)|编号|电脑号|个人|名称|尾号|号|账户|所在|及账号|为|是|[前后末][0-9四六]?位?)*`
	signs     = `[^\p{L}0-9]{0,6}`
	colon     = `[^\p{L}0-9:]{0,2}[:=][^\p{L}0-9]{0,4}`
	name      = `[\p{Han}·*]+|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)*`
)

// rules are all of them, in the order in which a text is searched: first what a
// word names, so that its value is taken whole. They are made when a text is
// first searched: half of what the program takes to start, and most commands
// search none.
var rules = sync.OnceValue(func() (all []rule) {
	add := func(kind LeakKind, sure bool, needs []string, text string, fits func(string) (bool, bool)) {
		all = append(all, rule{kind, sure, needs, expression(text), fits})
	}
	for _, w := range tellingWords {
		add(w.kind, true, bare(w.words), either(w.words)+particles+asideWord+signs+`(`+w.value+`)`,
			noDate(w.kind))
	}
	for _, w := range stateWords {
		add(w.kind, true, bare(w.words), either(w.words)+`[^\p{L}0-9]{0,3}(?:为|是)?(`+w.value+`)`, nil)
	}
	for _, w := range colonWords {
		add(w.kind, true, bare(w.words), either(w.words)+particles+colon+`(`+w.value+`)`, nil)
	}
	const begin, end = `(?:^|[^\p{Han}])`, `(?:$|[^\p{Han}])`
	people, needs, short := either(personWords), bare(personWords), nameShape(false, false)
	add(LeakPerson, true, needs, people+`(?:`+aside+`)?(?:为|是|名称|姓名|签字|签章|签名)*`+colon+
		`(?:[男女]士?[^\p{L}0-9]{1,2})?(`+name+`)`, nameShape(true, true))
	add(LeakPerson, true, needs, people+`(?:[^\p{L}0-9:]{1,4}|为|是|姓名|签字|签章|签名|女士|先生)+(`+name+`)`,
		nameShape(false, true))
	add(LeakPerson, true, needs, people+aside+`[^\p{L}0-9:]{0,4}(`+name+`)`, nameShape(false, true))
	add(LeakPerson, true, bare(personColonWords), begin+either(personColonWords)+colon+`(`+name+`)`,
		nameShape(true, true))
	add(LeakPerson, false, bare(personColonWords), begin+either(personColonWords)+` {1,3}([\p{Han}·]{2,4})`+end, short)
	add(LeakTrait, false, bare(familyWords), either(familyWords)+`(?:[^\p{L}0-9]{0,4}|为|是|姓名)(`+name+`)`, short)
	call, surname := `(?:`+either(callWords)+`|^|[^\p{Han}])`, `[`+surnames+`]`
	add(LeakPerson, false, bare(shortTitles), call+`(`+surname+either(shortTitles)+`)`+end, isShortTitle)
	add(LeakPerson, false, bare(offices), call+`(`+surname+either(offices)+`)`+end, isShortTitle)
	add(LeakPerson, false, bare(callWords), either(callWords)+`(`+surname+`[科处局所]|[老小]`+surname+`)`+end, nil)
	add(LeakPerson, false, needs, people+`([\p{Han}·]{2,7})`+end, short)
	add(LeakPerson, false, needs, begin+`(\p{Han}{2,4}) ?[(\[] ?`+people+` ?[)\]]`, short)
	add(LeakPerson, false, []string{"男", "女"}, begin+`(\p{Han}{2,4}) ?(?:[(\[] ?[男女] ?[)\]]|[, ]{1,2}[男女](?:$|[, ]))`,
		short)
	add(LeakPerson, false, bare(titles+" "+offices), call+`(\p{Han}{2,3})`+either(titles+" "+offices)+end, short)
	add(LeakMessenger, false, []string{"@"}, `(?:^|[^0-9A-Za-z\p{Han}])(@[A-Za-z][A-Za-z0-9_-]{4,}|@[小老阿]?[`+surnames+
		`][\p{Han}A-Za-z0-9_]{1,9})`, isNoWork)
	add(LeakHome, false, []string{"籍贯"}, `籍贯(?:为|是)?(\p{Han}{2,6})`+end, isNoWork)
	for _, f := range forms {
		add(f.kind, f.sure, f.needs, before(f.lead)+`(`+f.value+`)`+behind(f.trail), formFits(f.kind))
	}
	return all
})

// expression compiles an expression whose named parts are filled in.
func expression(text string) *regexp.Regexp {
	for name, value := range valueForms {
		text = strings.ReplaceAll(text, name, value)
	}
	return regexp.MustCompile(text)
}

// either matches one of the words, in any case of letters; between two Chinese
// characters of a word there may be blanks.
func either(words string) string {
	var all []string
	for _, w := range strings.Fields(words) {
		runes := strings.Split(w, "")
		switch {
		case w[0] < utf8.RuneSelf && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-?") == "":
			w = `(?i:\b` + w + `)`
		case w[0] < utf8.RuneSelf:
			w = `(?i:` + strings.Join(runes, " ?") + `)`
		default:
			w = strings.Join(runes, " {0,3}")
		}
		all = append(all, w)
	}
	return `(?:` + strings.Join(all, "|") + `)`
}

// before is what may stand before a value: the beginning or none of these,
// with blanks between.
func before(none string) string {
	if none == "" {
		return ""
	}
	return `(?:^|[^ ` + none + `]) *`
}

// behind is what may stand behind a value: the end or none of these.
func behind(none string) string {
	if none == "" {
		return ""
	}
	return `(?:$|[^` + none + `])`
}

// noDate refuses what is a date among the values of words that name numbers.
func noDate(kind LeakKind) func(string) (bool, bool) {
	if kind == LeakBirth || kind == LeakAddress || kind == LeakHome || kind == LeakPlate || kind == LeakStaff {
		return nil
	}
	return func(value string) (bool, bool) { return !dates.MatchString(strings.TrimRight(value, " ,;.)-")), true }
}

var dates = regexp.MustCompile(`^(?:19|20)[0-9]{2}[-./]?(?:0?[1-9]|1[0-2])[-./]?(?:[0-2]?[0-9]|3[01])$`)

// formFits looks twice at forms that numbers of certificates have, too: a year
// in the place of a telephone's, a passport's or a plate's number.
func formFits(kind LeakKind) func(string) (bool, bool) {
	switch kind {
	case LeakPlate:
		return func(value string) (bool, bool) { return !yearly.MatchString(value), false }
	case LeakTelephone:
		return func(value string) (bool, bool) { return !yearInRun.MatchString(value), false }
	case LeakMobile, LeakIdentity, LeakCard:
		return func(value string) (bool, bool) { return lengths[kind].holds(value), false }
	case LeakPassport:
		return func(value string) (bool, bool) { return !yearBehindLetter.MatchString(value), false }
	}
	return nil
}

var (
	yearly           = regexp.MustCompile(`[A-Z]?[-· .]?20[0-9]{2}[0-9]{0,2}$`)
	yearBehindLetter = regexp.MustCompile(`^[EG]20[0-3][0-9]`)
	yearInRun        = regexp.MustCompile(`^0[0-9]{2,3}20[0-3][0-9]`)
)

// nameShape tells a person's name from other words: two to four Chinese
// characters that end in no word for a body or a work. Behind a colon (lenient)
// any such word is one, elsewhere it begins with a surname.
func nameShape(lenient, sure bool) func(string) (bool, bool) {
	return func(value string) (bool, bool) {
		if value[0] < utf8.RuneSelf {
			return value[0] != '*' && lenient, sure
		}
		value = withoutSex(withoutOffice(untilWord.ReplaceAllString(value, "")))
		n := len(slices.DeleteFunc([]rune(value), func(r rune) bool { return r == '·' }))
		first, _ := utf8.DecodeRuneInString(value)
		last, _ := utf8.DecodeLastRuneInString(value)
		named := strings.ContainsRune(surnames, first) || strings.ContainsAny(value, "·*")
		switch {
		case n < 2 || strings.ContainsRune(bodyEndings, last) || ordinaryStart.MatchString(value):
			return false, false
		case n <= 4 || strings.Contains(value, "·"):
			return lenient || named, sure
		}
		return named && n <= 8, false
	}
}

// withoutSex is a name without 男 or 女 before or behind it.
func withoutSex(value string) string {
	for _, sex := range []string{"男", "女"} {
		rest := strings.TrimPrefix(value, sex)
		if rest = strings.TrimSuffix(rest, sex); utf8.RuneCountInString(rest) >= 2 {
			value = rest
		}
	}
	return value
}

// isNoWork tells how somebody is called on a network, or where somebody is from,
// from the name of a work.
func isNoWork(value string) (bool, bool) {
	last, _ := utf8.DecodeLastRuneInString(value)
	return !strings.ContainsRune(bodyEndings, last), false
}

// isShortTitle tells a surname with a short title from an ordinary word.
func isShortTitle(value string) (bool, bool) {
	return !slices.Contains(strings.Fields(ordinaryShort), value), false
}

// withoutOffice is a name without the title or the office behind it.
func withoutOffice(value string) string {
	for _, word := range strings.Fields(titles + " " + offices) {
		if rest, found := strings.CutSuffix(value, word); found && utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
	}
	return value
}

var ordinaryStart = regexp.MustCompile(`^` + either(notNames))

// untilWord is what follows a name without a sign between.
var untilWord = regexp.MustCompile(`(?:电话|手机|联系|职务|身份证|账号|地址|邮箱|微信|性别|护照).*$`)

// span is how long a number may be of which some digits are hidden: people do
// not count what they put in their place.
type span struct{ least, most int }

var lengths = map[LeakKind]span{LeakMobile: {9, 14}, LeakIdentity: {12, 22}, LeakCard: {11, 23}}

func (s span) holds(value string) bool {
	n := utf8.RuneCountInString(unblank.Replace(value))
	return n >= s.least && n <= s.most
}

// doubled are signs that stand at least twice in a row.
func doubled(signs []string) (all []string) {
	for _, s := range signs {
		all = append(all, s+s)
	}
	return all
}

// bare are the words as they stand in a text without blanks and capitals.
func bare(words string) []string {
	return strings.Fields(strings.ToLower(strings.ReplaceAll(words, "-?", "")))
}

// mayMeet tells whether the rule is worth trying: a bare text holds what every
// value of it has.
func (r *rule) mayMeet(bare string, digits int) bool {
	if r.needs == nil {
		return digits >= leastSpelt
	}
	return slices.ContainsFunc(r.needs, func(need string) bool { return strings.Contains(bare, need) })
}

var unblank = strings.NewReplacer(" ", "", "-", "")

// told finds what words and forms tell, and gives the text without it.
func told(s string) (found []Leak, rest string) {
	bare, digits := strings.ToLower(unblank.Replace(s)), len(digitsOf(s))
	for _, r := range rules() {
		for from := 0; from < len(s) && r.mayMeet(bare, digits); {
			at := r.find.FindStringSubmatchIndex(s[from:])
			if at == nil {
				break
			}
			begin, end := from+at[2], from+at[3]
			value, ok, sure := s[begin:end], true, r.sure
			if r.fits != nil {
				ok, sure = r.fits(value)
				sure = sure && r.sure
			}
			if !ok {
				if from = begin; at[2] == 0 { // else a word within it may tell something
					from = end
				}
				continue
			}
			found = append(found, Leak{r.kind, mask(value), sure})
			s = s[:begin] + hidden + s[end:]
			from = begin
		}
	}
	return found, s
}

// hidden stands for a value that was found.
const hidden = "□"

// mask keeps the first character and hides the rest of what is no number.
func mask(value string) string {
	if digits := digitsOf(value); len(digits) >= 5 {
		return written.MaskDigits(digits)
	}
	return MaskName(value)
}
