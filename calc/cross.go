package calc

import (
	"cmp"
	"slices"
	"strings"
)

// crowd compares the records of a batch with each other. What it finds does
// not depend on their order; only on which of several records it stands does.
type crowd struct {
	policy  *Policy
	records []Record
	keys    []string // by record: CompanyKey
}

// holder is one company as it appears: a name with a code, and the first
// record that says so.
type holder struct {
	key, code string
	at        int
}

// found puts a finding on a record, at a column.
func (b *crowd) found(i int, code Code, at Column, args ...string) {
	r := &b.records[i]
	r.Findings.Add(code, r.at(at), args...)
}

// trusted tells whether a record's code holds.
func trusted(r *Record) bool { return validCode(r.CreditCode) }

// fillCodes takes a missing code from the one company of the same name. A name
// with two codes, or with none, leaves the code missing.
func (b *crowd) fillCodes() {
	known := b.codesByName()
	for i := range b.records {
		r := &b.records[i]
		if r.CreditCode != "" || b.stated(r) {
			continue
		}
		from, ok := known[b.keys[i]]
		if !ok || from < 0 || b.keys[i] == "" {
			b.found(i, "cell/credit-code-missing", ColCreditCode)
			continue
		}
		r.CreditCode = b.records[from].CreditCode
		b.found(i, "company/code-from-name", ColCompany, r.CreditCode, b.records[from].at(ColCreditCode).String())
	}
}

// stated tells whether a record's row has something under the code, understood
// or found faulty.
func (b *crowd) stated(r *Record) bool {
	c := r.Row.Field(ColCreditCode)
	return c.Kind == CellError || c.Kind == CellNoValue || shownText(c.Text) != ""
}

// codesByName maps a name to a record that has its code, -1 where the name has
// several codes.
func (b *crowd) codesByName() map[string]int {
	known := map[string]int{}
	for i := range b.records {
		r := &b.records[i]
		if !trusted(r) {
			continue
		}
		at, seen := known[b.keys[i]]
		switch {
		case !seen:
			known[b.keys[i]] = i
		case at >= 0 && b.records[at].CreditCode != r.CreditCode:
			known[b.keys[i]] = -1
		}
	}
	return known
}

// compare makes the comparisons. What it returns stands on no record.
func (b *crowd) compare() Findings {
	holders := b.holders()
	b.namesDiffer(holders)
	b.codesDiffer(holders)
	b.twice()
	return b.nearNames(holders)
}

// holders lists every pair of name and code once, ordered by name and code.
func (b *crowd) holders() []holder {
	type pair struct{ key, code string }
	seen := make(map[pair]bool)
	var out []holder
	for i := range b.records {
		p := pair{b.keys[i], b.records[i].CreditCode}
		if p.key != "" && !seen[p] {
			seen[p] = true
			out = append(out, holder{p.key, p.code, i})
		}
	}
	slices.SortFunc(out, func(x, y holder) int { return cmp.Or(strings.Compare(x.key, y.key), strings.Compare(x.code, y.code)) })
	return out
}

// namesDiffer finds one code under different names, unless a row explains the
// other name as a former one.
func (b *crowd) namesDiffer(holders []holder) {
	byCode := slices.Clone(holders)
	slices.SortFunc(byCode, func(x, y holder) int { return cmp.Or(strings.Compare(x.code, y.code), strings.Compare(x.key, y.key)) })
	for i := 0; i < len(byCode); {
		j := i + 1
		for ; j < len(byCode) && byCode[j].code == byCode[i].code; j++ {
			if byCode[i].code != "" && !b.renamed(byCode[i].at, byCode[j].at) {
				b.pair(byCode[i], byCode[j], func(later int, first, second string) {
					b.found(later, "company/names-differ", ColCompany, byCode[i].code, first, second)
				})
			}
		}
		i = j
	}
}

// renamed tells whether one record gives the other's name as its former one.
func (b *crowd) renamed(i, j int) bool {
	x, y := &b.records[i], &b.records[j]
	return x.FormerName != "" && CompanyKey(x.FormerName) == b.keys[j] || y.FormerName != "" && CompanyKey(y.FormerName) == b.keys[i]
}

// pair tells the two names in the order of their spelling, and which of the
// two records came later.
func (b *crowd) pair(x, y holder, tell func(later int, first, second string)) {
	tell(max(x.at, y.at), b.records[x.at].Company, b.records[y.at].Company)
}

// codesDiffer finds one name under different codes.
func (b *crowd) codesDiffer(holders []holder) {
	for i := 0; i < len(holders); {
		j, first := i+1, holders[i]
		for ; j < len(holders) && holders[j].key == holders[i].key; j++ {
			if first.code == "" {
				first = holders[j]
				continue
			}
			b.found(max(first.at, holders[j].at), "company/codes-differ", ColCreditCode, b.records[first.at].Company, first.code, holders[j].code)
		}
		i = j
	}
}
