package ledger

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// resolve finds what a name is about: by the scope that its line or its heading
// states, or, where neither does, by what the name alone can be.
func (r *budgetReader) resolve(stated calc.Scope, name string) (calc.Scope, string, bool) {
	if stated == "" || stated == calc.ScopeClause || stated == calc.ScopeItem {
		if number, ok := r.clauseSaid(stated, name); ok {
			return calc.ScopeClause, number, true
		}
	}
	if stated != "" {
		id, known := r.named(stated, name)
		return stated, id, known
	}
	if s, ok := standard.ScopeOf(name); ok && s == calc.ScopeTotal {
		return s, "", true
	}
	for _, s := range []calc.Scope{calc.ScopeClause, calc.ScopeOffice, calc.ScopeDistrict, calc.ScopeItem} {
		if id, known := r.named(s, name); known {
			return s, id, true
		}
	}
	return "", "", false
}

// named finds a name within a scope.
func (r *budgetReader) named(s calc.Scope, name string) (id string, known bool) {
	id, known = r.vocab.Resolve(s, name)
	if !known && s == calc.ScopeOffice {
		return r.officeSaid(name)
	}
	return id, known
}

// numbered parts the number of an outline from what follows: （三）支持企业上云.
var numbered = regexp.MustCompile(`^(\(?第?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:\)|条|、|\.)+),?(.+)$`)

// verbs begin the titles of clauses and no item's name.
var verbs = []string{"支持", "开展", "加快", "推动", "推进", "鼓励", "促进", "引导", "培育", "发展", "加强", "强化"}

// leastShared is how many characters a title in other words shares at least with
// that of its clause.
const leastShared = 3

// clauseSaid finds the clause that a text names by its number and its title in
// other words: it begins as titles do, its heading says that it is a clause or it
// is a part of the title, and it names nothing but items of the clause or shares a
// word with the title.
func (r *budgetReader) clauseSaid(stated calc.Scope, text string) (number string, ok bool) {
	m := numbered.FindStringSubmatch(table.Fold(text))
	if m == nil {
		return "", false
	}
	number, ok = r.policy.ClauseNumber(m[1])
	saying, titled := withoutVerb(m[2])
	c, _ := r.policy.Clause(number)
	if !ok || !titled && stated != calc.ScopeClause && !strings.Contains(table.Fold(c.Title), saying) {
		return "", false
	}
	match := r.vocab.Item(saying)
	ids := match.Candidates
	if match.ID != "" {
		ids = []string{match.ID}
	}
	if len(ids) > 0 {
		return number, !slices.ContainsFunc(ids, func(id string) bool {
			it, ok := r.policy.Item(id)
			return !ok || it.Clause != number
		})
	}
	title, _ := withoutVerb(plainTitle.Replace(table.Fold(c.Title)))
	return number, match.NotCovered == "" && shares(plainTitle.Replace(saying), title, leastShared)
}

// plainTitle takes out the signs that one title has and another has not.
var plainTitle = strings.NewReplacer("“", "", "”", "", "\"", "", "、", "")

// withoutVerb is a title without the word that it begins with; ok is false of a
// text that begins as no title does.
func withoutVerb(text string) (rest string, ok bool) { return written.CutAny(text, verbs) }

// shares tells whether n characters that stand together in a do so in b.
func shares(a, b string, n int) bool {
	runes := []rune(a)
	for i := 0; i+n <= len(runes); i++ {
		if strings.Contains(b, string(runes[i:i+n])) {
			return true
		}
	}
	return false
}

// leastOffice is the length of the shortest name of an office without its last
// character: 节能 of 节能处.
const leastOffice = 2

// officeSaid finds the office that people call by some of the characters of its
// name (节能处 for 节能与综合利用处), where no other can be meant.
func (r *budgetReader) officeSaid(name string) (office string, ok bool) {
	stem := table.Fold(name)
	for _, end := range [...]string{"处", "科", "室"} {
		stem = strings.TrimSuffix(stem, end)
	}
	if stem == table.Fold(name) || utf8.RuneCountInString(stem) < leastOffice {
		return "", false
	}
	for i := range r.policy.Items {
		o := r.policy.Items[i].Office
		if o == office || !holdsInOrder(table.Fold(o), stem) {
			continue
		}
		if ok {
			return "", false
		}
		office, ok = o, true
	}
	return office, ok
}

// holdsInOrder tells whether all characters of part stand in whole, in this
// order, the first of them first.
func holdsInOrder(whole, part string) bool {
	first, size := utf8.DecodeRuneInString(part)
	if !strings.HasPrefix(whole, string(first)) {
		return false
	}
	whole, part = whole[size:], part[size:]
	for _, r := range part {
		i := strings.IndexRune(whole, r)
		if i < 0 {
			return false
		}
		whole = whole[i+utf8.RuneLen(r):]
	}
	return true
}
