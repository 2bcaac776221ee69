package calc

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"jiangbu/calc/written"
)

// priorIndex finds the earlier awards that a record may be held against. What
// it says does not depend on the order in which they were given, and an award
// that is listed twice is one.
type priorIndex struct {
	awards []priorAward
	by     map[priorKey][]int32
	near   map[uint64][]int32 // by the droppings of their companies' cores
}

// priorAward is one award of an earlier year with what it is found by.
type priorAward struct {
	*Prior
	company, former string // name keys
	short           string // the company's core, "" where it says too little
	code            string // its own, or that of the same name in another award
	subject, core   string // what is counted; core as near names share it
	number          string // of the certificate, "" where it is a list's
}

// priorKey is one way to find an award.
type priorKey struct {
	way  priorWay
	text string
}

type priorWay uint8

const (
	byCode priorWay = iota
	byName
	bySubjectCore
	byNumber
)

func (k *batchIndex) indexPriors(all []Prior) {
	var list []priorAward
	for i := range all {
		if p := &all[i]; p.Year < k.batch.AwardYear {
			list = append(list, k.priorAward(p))
		}
	}
	learnCodes(list)
	slices.SortFunc(list, comparePriors)
	k.priors.awards = slices.CompactFunc(list,
		func(a, b priorAward) bool { return a.Year == b.Year && compareAwards(&a, &b) == 0 })
	k.priors.by, k.priors.near = map[priorKey][]int32{}, map[uint64][]int32{}
	claimed := map[string]bool{} // by name: an award of one that claims itself is no other's, written nearly so
	for i := range k.batch.Records {
		claimed[written.CompanyKey(k.batch.Records[i].Company)] = true
	}
	for n := range k.priors.awards {
		a := &k.priors.awards[n]
		if claimed[a.company] {
			a.short = ""
		}
		k.priors.add(n, byCode, a.code)
		k.priors.add(n, byName, a.company)
		k.priors.add(n, byName, a.former)
		k.priors.add(n, bySubjectCore, cmp.Or(a.core, k.subjectCore(a.company)))
		k.priors.add(n, byNumber, a.number)
		eachDropping(a.short, func(h uint64) { k.priors.near[h] = append(k.priors.near[h], int32(n)) })
	}
}

func (x *priorIndex) add(n int, way priorWay, text string) {
	if text != "" {
		x.by[priorKey{way, text}] = append(x.by[priorKey{way, text}], int32(n))
	}
}

func (k *batchIndex) priorAward(p *Prior) priorAward {
	a := priorAward{Prior: p, company: written.CompanyKey(p.Company), former: written.CompanyKey(p.FormerName),
		subject: written.CompanyKey(p.Subject), number: certificateNumber(p.Certificate, "")}
	a.core = k.subjectCore(a.subject)
	if short := written.CompanyCore(a.company); utf8.RuneCountInString(short) >= leastShort {
		a.short = short
	}
	if written.IsCreditCode(p.CreditCode) {
		a.code = p.CreditCode
	}
	return a
}

// learnCodes gives awards without a code the one code that goes with their name
// in others.
func learnCodes(list []priorAward) {
	codes := map[string]string{}
	for i := range list {
		for _, name := range []string{list[i].company, list[i].former} {
			if old, ok := codes[name]; ok && list[i].code != "" && old != list[i].code {
				codes[name] = ""
			} else if list[i].code != "" && !ok {
				codes[name] = list[i].code
			}
		}
	}
	for i := range list {
		if a := &list[i]; a.code == "" && a.company != "" {
			a.code = codes[a.company]
		}
	}
}

// comparePriors orders awards by what they say, then by where they stand.
func comparePriors(a, b priorAward) int {
	return cmp.Or(compareAwards(&a, &b), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Ref.File, b.Ref.File),
		cmp.Compare(a.Ref.Sheet, b.Ref.Sheet), cmp.Compare(a.Ref.Row, b.Ref.Row), cmp.Compare(a.Ref.Col, b.Ref.Col))
}

// compareAwards orders awards by what is awarded to whom, but for the year.
func compareAwards(a, b *priorAward) int {
	return cmp.Or(cmp.Compare(cmp.Or(a.code, a.company), cmp.Or(b.code, b.company)), cmp.Compare(a.Item, b.Item),
		cmp.Compare(a.Level, b.Level), a.Amount.Cmp(b.Amount), cmp.Compare(a.subject, b.subject),
		cmp.Compare(a.number, b.number))
}

// says is what an award says, as a doubt about it is marked: the same wherever it is listed.
func (a *priorAward) says() string {
	return cmp.Or(a.code, a.company) + "|" + a.Item + "|" + a.Level + "|" + strconv.Itoa(a.Year) + "|" + a.subject +
		"|" + a.number
}

// priorsOf are the awards that may be of the same certification as a record, in
// their order.
func (k *batchIndex) priorsOf(i int32) []int32 {
	if len(k.priors.awards) == 0 {
		return nil
	}
	r := k.record(int(i))
	keys := []priorKey{{byCode, r.CreditCode}, {byName, written.CompanyKey(r.Company)},
		{byName, written.CompanyKey(r.FormerName)},
		{bySubjectCore, k.subjectCore(written.CompanyKey(r.Subject))}, {byNumber, k.numbers[i]}}
	for _, f := range k.who.former[k.who.of[i].company] {
		keys = append(keys, priorKey{byName, f.key})
	}
	var found []int32
	for _, key := range keys {
		if key.text != "" {
			found = append(found, k.priors.by[key]...)
		}
	}
	if core := written.CompanyCore(written.CompanyKey(r.Company)); len(k.priors.near) > 0 {
		meet := func(h uint64) { found = append(found, k.priors.near[h]...) }
		eachDropping(core, meet)
		eachDropping(k.subjectCore(core), meet)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// The lengths of the shortest core of a company that may stand for its name, and
// of the shortest that is compared with another one character apart.
const (
	leastShort = 4
	leastNear  = 5
)

func eachDropping(core string, tell func(uint64)) {
	if n := utf8.RuneCountInString(core); n > 0 {
		written.DroppingHashes(core, n, tell)
	}
}

// isNearly tells whether a name may be that of the award's company, written short
// or with a slip of the pen.
func (k *batchIndex) isNearly(a *priorAward, name string) bool {
	core := written.CompanyCore(name)
	return a.short != "" && (core == a.short || k.subjectCore(core) == a.short ||
		utf8.RuneCountInString(a.short) >= leastNear && written.OneWordApart(core, a.short))
}
