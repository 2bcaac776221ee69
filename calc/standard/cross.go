package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
)

// batch compares the records of a batch with each other. What it finds does
// not depend on their order; only on which of several records it stands does.
type batch struct {
	policy  *calc.Policy
	records []calc.Record
	keys    []string // by record: CompanyKey
	told    []told   // found by a comparison, and not yet on the records
}

// told is a finding and the record that it is to stand on.
type told struct {
	at int
	calc.Finding
}

// namedCode is one company as it appears: a name with a code, and the first
// record that says so.
type namedCode struct {
	key, code string
	at        int
}

// found keeps a finding for a record, at a column.
func (b *batch) found(i int, code calc.Code, at calc.Column, args ...string) {
	b.told = append(b.told, told{i, calc.Found(code, b.records[i].At(at), args...)})
}

// tell puts what was found on the records.
func (b *batch) tell() {
	for i := range b.told {
		r := &b.records[b.told[i].at]
		r.Findings = append(r.Findings, b.told[i].Finding)
	}
	b.told = nil
}

// trusted tells whether a record's code holds.
func trusted(r *calc.Record) bool { return written.IsCreditCode(r.CreditCode) }

// fillCodes takes a missing code from the one company of the same name. A name
// with two codes, or with none, leaves the code missing.
func (b *batch) fillCodes() {
	var missing []int
	for i := range b.records {
		if r := &b.records[i]; r.CreditCode == "" && !b.stated(r) {
			missing = append(missing, i)
		}
	}
	holders := b.codeHolders(missing)
	for _, i := range missing {
		with := holders[b.keys[i]]
		if len(with) != 1 {
			b.found(i, "cell/credit-code-missing", calc.ColCreditCode)
			continue
		}
		r, from := &b.records[i], &b.records[with[0]]
		r.CreditCode, r.CodeByName = from.CreditCode, true
		b.found(i, "company/code-from-name", calc.ColCompany, r.CreditCode, from.At(calc.ColCreditCode).String())
	}
	b.tell()
}

// stated tells whether a record's row has something under the code, understood
// or found faulty.
func (b *batch) stated(r *calc.Record) bool {
	c := r.Row.Field(calc.ColCreditCode)
	return c.Kind == calc.CellError || c.Kind == calc.CellNoValue || written.Shown(c.Text) != ""
}

// codeHolders maps the names of records to the first record of each code that the
// name has.
func (b *batch) codeHolders(of []int) map[string][]int {
	holders := map[string][]int{}
	for _, i := range of {
		holders[b.keys[i]] = nil
	}
	for i := range b.records {
		r, key := &b.records[i], b.keys[i]
		with, asked := holders[key]
		met := func(j int) bool { return b.records[j].CreditCode == r.CreditCode }
		if asked && key != "" && trusted(r) && !slices.ContainsFunc(with, met) {
			holders[key] = append(with, i)
		}
	}
	return holders
}

// compare makes the comparisons, side by side: each finds by itself, and what is
// found is told in their order. What it returns stands on no record.
func (b *batch) compare() calc.Findings {
	holders := b.namedCodes()
	var versions, near calc.Findings
	comparisons := []func(b *batch){
		func(b *batch) { b.namesDiffer(holders) },
		func(b *batch) { b.codesDiffer(holders) },
		(*batch).findDuplicates,
		(*batch).comparePlaces,
		(*batch).unnamedTasks,
		(*batch).firmsStopped,
		func(b *batch) { versions = b.compareVersions() },
		func(b *batch) { near = b.nearNames(holders) },
	}
	found, work := make([]batch, len(comparisons)), make([]func(), len(comparisons))
	for i, compare := range comparisons {
		found[i] = *b
		work[i] = func() { compare(&found[i]) }
	}
	calc.AtOnce(work...)
	for i := range found {
		found[i].tell()
	}
	return append(versions, near...)
}

// firmsStopped lets what a row says of its company by a word of exclusion (已注销,
// 失信) stand against the other rows of the company, too.
func (b *batch) firmsStopped() {
	stopped := map[string]*calc.Finding{} // by code, else by name
	firm := func(i int) string {
		if trusted(&b.records[i]) {
			return b.records[i].CreditCode
		}
		return b.keys[i]
	}
	for i := range b.records {
		if f := b.firmStop(i); f != nil && firm(i) != "" && stopped[firm(i)] == nil {
			stopped[firm(i)] = f
		}
	}
	for i := 0; i < len(b.records) && len(stopped) > 0; i++ {
		if f := stopped[firm(i)]; f != nil && b.firmStop(i) == nil {
			b.found(i, "record/stop", calc.ColCompany, f.Args[0]+"（"+f.Ref.String()+"）", f.Args[1])
		}
	}
}

// firmStop is what a record's row says against its company, nil where it says nothing.
func (b *batch) firmStop(i int) *calc.Finding {
	all := b.records[i].Findings
	at := slices.IndexFunc(all, func(f calc.Finding) bool {
		return f.Code == "record/stop" && b.policy.IsExclusion(f.Args[1])
	})
	if at < 0 {
		return nil
	}
	return &all[at]
}

// unnamedTasks asks which tasks are meant where a company has several awards of
// one item with a sum of their own, and none of them has a name.
func (b *batch) unnamedTasks() {
	eachSameText(len(b.records), func(i int) string {
		r := &b.records[i]
		it, ok := b.policy.Item(r.Item)
		if !ok || it.Form != calc.FormApproved || r.Subject == "" || r.Certificate != "" ||
			r.Row.Text(calc.ColSubject) != "" {
			return ""
		}
		return b.keys[i] + "/" + r.Item
	}, func(same []int) {
		it, _ := b.policy.Item(b.records[same[0]].Item)
		for _, i := range same {
			b.found(i, "record/subject-missing", calc.ColSubject, it.Name, it.Counted)
		}
	})
}

// namedCodes lists every pair of name and code once, those of one name together
// and ordered by code.
func (b *batch) namedCodes() []namedCode {
	out := make([]namedCode, 0, len(b.keys))
	met := make([]bool, len(b.keys))
	eachSameText(len(b.keys), func(i int) string { return b.keys[i] }, func(same []int) {
		code := func(i int) string { return b.records[i].CreditCode }
		slices.SortStableFunc(same, func(x, y int) int { return strings.Compare(code(x), code(y)) })
		for n, i := range same {
			met[i] = true
			if n == 0 || code(i) != code(same[n-1]) {
				out = append(out, namedCode{b.keys[i], code(i), i})
			}
		}
	})
	for i, key := range b.keys {
		if key != "" && !met[i] {
			out = append(out, namedCode{key, b.records[i].CreditCode, i})
		}
	}
	return out
}

// namesDiffer finds one code under different names, unless a row explains the
// other name as a former one.
func (b *batch) namesDiffer(holders []namedCode) {
	eachSameText(len(holders), func(i int) string { return holders[i].code }, func(same []int) {
		slices.SortFunc(same, func(x, y int) int { return strings.Compare(holders[x].key, holders[y].key) })
		first := holders[same[0]]
		for _, i := range same[1:] {
			if b.renamed(first.at, holders[i].at) {
				continue
			}
			b.foundNames("company/names-differ", first, holders[i], first.code)
		}
	})
}

// renamed tells whether one record gives the other's name as its former one.
func (b *batch) renamed(i, j int) bool {
	x, y := &b.records[i], &b.records[j]
	return x.FormerName != "" && written.CompanyKey(x.FormerName) == b.keys[j] || y.FormerName != "" &&
		written.CompanyKey(y.FormerName) == b.keys[i]
}

// foundNames keeps a finding about two names for the later of their records.
func (b *batch) foundNames(code calc.Code, x, y namedCode, args ...string) {
	b.found(max(x.at, y.at), code, calc.ColCompany, append(args, b.records[x.at].Company, b.records[y.at].Company)...)
}

// codesDiffer finds one name under different codes.
func (b *batch) codesDiffer(holders []namedCode) {
	for from, to := range runs(len(holders), func(i int) bool { return holders[i].key == holders[i-1].key }) {
		first := holders[from]
		for _, other := range holders[from+1 : to] {
			if first.code == "" {
				first = other
				continue
			}
			b.found(max(first.at, other.at), "company/codes-differ", calc.ColCreditCode, b.records[first.at].Company,
				first.code, other.code)
		}
	}
}

// comparePlaces finds a company that two districts file, each something else,
// and one whose code another district's registrar gave.
func (b *batch) comparePlaces() {
	b.registeredElsewhere()
	eachSameText(len(b.records), func(i int) string {
		if r := &b.records[i]; trusted(r) && r.District != "" {
			return r.CreditCode
		}
		return ""
	}, b.twoDistricts)
}

// registeredElsewhere finds the codes that another district's registrar gave,
// where the district that files has one too. Each is told once.
func (b *batch) registeredElsewhere() {
	own, homes, told := map[string]bool{}, map[string]string{}, map[[2]string]bool{}
	for _, d := range b.policy.Districts {
		for _, code := range d.Codes {
			own[d.Name], homes[code] = true, d.Name
		}
	}
	for i := range b.records {
		r := &b.records[i]
		once := [2]string{r.CreditCode, r.District}
		if !own[r.District] || !trusted(r) || told[once] {
			continue
		}
		if home := homes[r.CreditCode[2:8]]; home != "" && home != r.District {
			told[once] = true
			b.found(i, "record/registered-elsewhere", calc.ColCreditCode, r.CreditCode, home, r.District)
		}
	}
}

// twoDistricts tells a district's first record of a company of the other
// district, unless both file the same item: that is a matter of its own.
func (b *batch) twoDistricts(same []int) {
	var first []int
	items := map[[2]string]bool{}
	for _, i := range same {
		r := &b.records[i]
		if !slices.ContainsFunc(first, func(j int) bool { return b.records[j].District == r.District }) {
			first = append(first, i)
		}
		items[[2]string{r.District, r.Item}] = true
	}
	for _, i := range first {
		r := &b.records[i]
		other := slices.IndexFunc(first, func(j int) bool {
			return j != i && !items[[2]string{b.records[j].District, r.Item}]
		})
		if other >= 0 {
			o := &b.records[first[other]]
			b.found(i, "record/two-districts", calc.ColDistrict, r.Company, o.District, o.Source.String())
		}
	}
}
