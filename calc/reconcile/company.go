package reconcile

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strconv"
	"strings"
)

// matcher finds for every payment its company and its awards.
type matcher struct {
	rec        *Reconciliation
	companies  []company
	byCode     map[string]int
	byName     map[string][]int // name key -> companies
	candidates [][]int          // by payment: the awards of its company that it may pay
	unmatched  []int            // payments of no company
}

// company is one company of the report with its awards and the payments that
// reached it.
type company struct {
	code     string
	name     string   // of its first award
	keys     []string // all its names as they are compared: awards of one code may bear several
	awards   []int
	payments []int
}

func newMatcher(rec *Reconciliation) *matcher {
	m := &matcher{rec: rec, byCode: map[string]int{}, byName: map[string][]int{},
		candidates: make([][]int, len(rec.Payments))}
	for _, coded := range []bool{true, false} {
		for i := range rec.Awards {
			if (rec.Awards[i].CreditCode != "") == coded {
				f := m.companyOf(&rec.Awards[i])
				m.companies[f].awards = append(m.companies[f].awards, i)
			}
		}
	}
	for f := range m.companies {
		slices.Sort(m.companies[f].awards)
	}
	return m
}

// companyOf is the company of an award: by its code, by its name where it has none
// and the name is one company's only.
func (m *matcher) companyOf(a *calc.AwardLine) int {
	key := written.CompanyKey(a.Company)
	if a.CreditCode != "" {
		if f, ok := m.byCode[a.CreditCode]; ok {
			m.alsoNamed(f, key)
			return f
		}
		m.byCode[a.CreditCode] = len(m.companies)
	} else if fs := m.byName[key]; len(fs) == 1 {
		return fs[0]
	}
	m.byName[key] = append(m.byName[key], len(m.companies))
	m.companies = append(m.companies, company{code: a.CreditCode, name: a.Company, keys: []string{key}})
	return len(m.companies) - 1
}

// alsoNamed gives a company a further name.
func (m *matcher) alsoNamed(f int, key string) {
	if fm := &m.companies[f]; !slices.Contains(fm.keys, key) {
		fm.keys = append(fm.keys, key)
		m.byName[key] = append(m.byName[key], f)
	}
}

// named tells whether a text is one of the company's names.
func (fm *company) named(text string) bool { return slices.Contains(fm.keys, written.CompanyKey(text)) }

// assign gives every payment to a company, or to none.
func (m *matcher) assign() {
	var byName []int
	for i := range m.rec.Payments {
		if !m.rec.Payments[i].NotPaid.IsZero() {
			continue
		}
		f, named := m.find(i)
		if f < 0 {
			m.unmatched = append(m.unmatched, i)
			m.rec.Findings = append(m.rec.Findings, m.unknown(&m.rec.Payments[i]))
			continue
		}
		if named {
			byName = append(byName, i)
		}
		m.companies[f].payments = append(m.companies[f].payments, i)
		m.candidates[i] = m.awardsFor(f, &m.rec.Payments[i])
	}
	m.reportByName(byName)
}

// reportByName points out the payments whose company was found by its name: once
// for a sheet that has no code at all, else one by one.
func (m *matcher) reportByName(list []int) {
	coded, rows := map[calc.Ref]bool{}, map[calc.Ref]int{}
	sheet := func(i int) calc.Ref { r := m.rec.Payments[i].Ref; return calc.Ref{File: r.File, Sheet: r.Sheet} }
	for i := range m.rec.Payments {
		coded[sheet(i)] = coded[sheet(i)] || m.rec.Payments[i].CreditCode != ""
	}
	list = slices.DeleteFunc(list, func(i int) bool { return m.rec.Payments[i].Part })
	for _, i := range list {
		rows[sheet(i)]++
	}
	for _, i := range list {
		at := sheet(i)
		switch {
		case coded[at] || rows[at] == 1:
			m.rec.Findings.Add("ledger/by-name", m.rec.Payments[i].Ref, m.rec.Payments[i].Company)
		case rows[at] > 1:
			m.rec.Findings.Add("ledger/no-codes", at, strconv.Itoa(rows[at]))
			rows[at] = 0
		}
	}
}

// find is the company of a payment, -1 where none is, and whether the name alone
// stood in for a missing code. Of several that could be meant, one that was
// awarded what the payment names goes first.
func (m *matcher) find(i int) (f int, named bool) {
	p := &m.rec.Payments[i]
	possible := m.possibleCompanies(p)
	if len(possible) == 0 {
		return -1, false
	}
	n := slices.IndexFunc(possible, func(f int) bool { return len(m.awardsFor(f, p)) > 0 })
	f = possible[max(n, 0)]
	fm := &m.companies[f]
	return f, fm.named(p.Company) && (p.CreditCode == "" || fm.code == "")
}

// possibleCompanies are the companies that a payment may be meant for, the surest first:
// by code, by name, by the former name, and by the name of a branch. A name
// that several companies bear, without a code, is nobody's.
func (m *matcher) possibleCompanies(p *Payment) []int {
	var fs []int
	if f, ok := m.byCode[p.CreditCode]; ok && p.CreditCode != "" {
		fs = append(fs, f)
	}
	for _, name := range []string{p.Company, p.FormerName} {
		if same := m.byName[written.CompanyKey(name)]; name != "" && len(same) == 1 {
			fs = append(fs, same[0])
		}
	}
	if len(fs) > 0 {
		return fs
	}
	key := written.CompanyKey(p.Company)
	for f := range m.companies {
		if m.companies[f].branch(key) {
			fs = append(fs, f)
		}
	}
	return fs
}

// branchWords end the names of a body that is part of another.
var branchWords = []string{"分公司", "分厂", "分院", "分中心", "分店", "办事处", "经营部", "项目部", "分部"}

// branch tells whether a compared name is that of a branch of the company, or the
// company that of a branch of it.
func (fm *company) branch(key string) bool {
	return slices.ContainsFunc(fm.keys, func(own string) bool { return isPartOf(key, own) || isPartOf(own, key) })
}

// isPartOf tells whether a name is another one followed by a branch's.
func isPartOf(long, short string) bool {
	rest, ok := strings.CutPrefix(long, short)
	return ok && short != "" && slices.ContainsFunc(branchWords,
		func(w string) bool { return strings.HasSuffix(rest, w) })
}

// awardsFor are the awards of a company that a payment may be for: by its
// certificate where an award has the same, else by item, and among several of
// these by level and by subject where the row names one of theirs.
func (m *matcher) awardsFor(f int, p *Payment) []int {
	if p.OtherItem != "" {
		return nil
	}
	set := m.companies[f].awards
	if p.Year != 0 {
		set = m.keep(set, func(a *calc.AwardLine) bool { return a.Year == p.Year })
	}
	if len(p.Items) > 0 {
		set = m.keep(set, func(a *calc.AwardLine) bool { return slices.Contains(p.Items, a.Item) })
	}
	narrow := []func(a *calc.AwardLine) bool{
		func(a *calc.AwardLine) bool { return sameText(p.Certificate, a.Certificate) },
		func(a *calc.AwardLine) bool { return sameText(p.Subject, a.Subject) },
		func(a *calc.AwardLine) bool { return p.Level != "" && p.Level == a.Level },
		func(a *calc.AwardLine) bool { return p.DocumentYear == a.Year },
		func(a *calc.AwardLine) bool { return p.Date.IsZero() || a.Year <= p.Date.Year },
	}
	for _, ok := range narrow {
		if less := m.keep(set, ok); len(less) > 0 {
			set = less
		}
	}
	return set
}

func (m *matcher) keep(set []int, ok func(*calc.AwardLine) bool) []int {
	return slices.DeleteFunc(slices.Clone(set), func(a int) bool { return !ok(&m.rec.Awards[a]) })
}

// sameText compares two texts where both are there.
func sameText(a, b string) bool {
	return a != "" && b != "" && written.CompanyKey(a) == written.CompanyKey(b)
}

// unknown says why a payment found no company.
func (m *matcher) unknown(p *Payment) calc.Finding {
	if p.CreditCode == "" && len(m.byName[written.CompanyKey(p.Company)]) > 1 {
		return calc.Found("ledger/same-name", p.Ref, p.Company)
	}
	code := p.CreditCode
	if code != "" {
		code = "（" + code + "）"
	}
	return calc.Found("ledger/unknown-company", p.Ref, p.Company, code)
}

// unmatchedPayments are the lines of payments to companies that were awarded nothing:
// one line a payment, together with its return.
func (m *matcher) unmatchedPayments() []Line {
	var lines []Line
	for left := m.unmatched; len(left) > 0; {
		var same, others []int
		for _, j := range left {
			if sameReceiver(&m.rec.Payments[left[0]], &m.rec.Payments[j]) {
				same = append(same, j)
			} else {
				others = append(others, j)
			}
		}
		for _, b := range m.settlements(same) {
			lines = append(lines, m.line(-1, match{payments: b.payments}))
		}
		left = others
	}
	return lines
}

// notPaid are the lines of what the ledger says was not paid, one a row.
func (m *matcher) notPaid() []Line {
	var lines []Line
	for i := range m.rec.Payments {
		p := &m.rec.Payments[i]
		if p.NotPaid.IsZero() {
			continue
		}
		l := m.line(-1, match{payments: []int{i}})
		l.Status, l.Note = StatusNotPaid, "台账注明未拨付，"+p.NotPaid.String()+"元不计为已拨"
		lines = append(lines, l)
	}
	return lines
}
