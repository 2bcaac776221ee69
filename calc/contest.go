package calc

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Two claims contradict each other where they may be one recognition and nobody
// can tell from the rows. Both are held and name each other. While they are
// decided they still compete, so that holding them moves nobody else: what would
// lose to one of them waits for it.

// claimWay is by what two claims may turn out to be one.
type claimWay uint64

const (
	byCertificateNumber claimWay = iota + 1
	byListAndName                // one name in one list under two codes
	byPerson
	bySubject
	byUnnamed // a subject that is not named beside one that is
)

// claim is a candidate by what it may be one with another.
type claim struct {
	hash uint64
	way  claimWay
	*candidate
}

// claimWays tells the ways in which a record may be one with others, as hashes.
func (k *batchIndex) claimWays(i int, tell func(way claimWay, hash uint64)) {
	if k.items[i] < 0 {
		return
	}
	r, it := k.record(i), &k.policy.Items[k.items[i]]
	say := func(way claimWay, text string) {
		tell(way, maphash.String(k.who.seed, text)^uint64(way)<<32^uint64(k.items[i]))
	}
	if k.numbers[i] != "" {
		say(byCertificateNumber, k.numbers[i])
	} else if r.Certificate != "" {
		say(byListAndName, written.CompanyKey(r.Company))
	}
	switch {
	case it.IsOfPerson() && r.Subject != "":
		say(byPerson, written.CompanyKey(r.Subject))
	case it.Key != KeySubject || r.Subject == "":
	case it.Form == FormCost:
		say(bySubject, written.CompanyKey(r.Subject))
	default:
		say(bySubject, k.subjectCore(written.CompanyKey(r.Subject)))
	}
}

// IsOfPerson tells of items that pay for somebody's certificate.
func (it *Item) IsOfPerson() bool { return it.Form == FormRate && it.Key == KeyCompanySubject }

// contest finds the open candidates of a component that contradict each other.
func (c *evaluation) contest() {
	if len(c.open) < 2 || c.waived {
		return
	}
	c.claims = c.claims[:0]
	for _, q := range c.open {
		unnamed := q.it.Key == KeySubject && q.it.Form != FormCost
		if !unnamed && !c.contestable[q.i] {
			continue
		}
		c.claimWays(int(q.i), func(way claimWay, hash uint64) { c.claims = append(c.claims, claim{hash, way, q}) })
		if unnamed {
			c.claims = append(c.claims, claim{uint64(q.company)<<20 ^ uint64(q.order), byUnnamed, q})
		}
	}
	slices.SortStableFunc(c.claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.way, b.way), cmp.Compare(a.hash, b.hash))
	})
	for same := range Runs(c.claims, func(a, b *claim) bool { return a.hash == b.hash && a.way == b.way }) {
		c.contestAmong(same)
	}
}

// contestAmong holds each of the claims that may be one against the others.
func (c *evaluation) contestAmong(claims []claim) {
	for _, a := range claims {
		code, others := Code(""), []*candidate(nil)
		for _, b := range claims {
			if a.candidate == b.candidate {
				continue
			}
			if why := c.contradiction(a, b.candidate); why != "" {
				code, others = why, append(others, b.candidate)
			}
		}
		if code != "" {
			a.contestedBy(c, code, others)
		}
	}
}

// contradiction is why a claim may be one with another, "" where it is not or
// where it is plain that it is.
func (c *evaluation) contradiction(a claim, b *candidate) Code {
	q := a.candidate
	if q.order != b.order { // by a chance of their hashes
		return ""
	}
	sameCompany := q.company == b.company
	switch a.way {
	case byCertificateNumber:
		if q.number == b.number && c.twoUnderOne(q, b) {
			return "record/certificate-shared"
		}
	case byListAndName:
		r, s := q.r, b.r
		if !sameCompany && written.CompanyKey(r.Company) == written.CompanyKey(s.Company) && r.Level == s.Level &&
			r.Recognised == s.Recognised && written.CompanyKey(r.Certificate) == written.CompanyKey(s.Certificate) &&
			!c.oneSubject(q, b) {
			return "record/certificate-shared"
		}
	case byPerson:
		if !sameCompany && q.subject == b.subject && (q.number == "" || b.number == "") {
			return "record/person-twice"
		}
	case bySubject:
		if q.subject == b.subject || q.it.Form == FormCost {
			return "" // names of companies are told apart to the letter
		}
		x, y := written.CompanyKey(q.r.Subject), written.CompanyKey(b.r.Subject)
		if x != y && c.subjectCore(x) == c.subjectCore(y) {
			return "record/near-subject"
		}
	case byUnnamed:
		if sameCompany && q.r.Subject == "" && b.r.Subject != "" {
			return "record/subject-unnamed"
		}
	}
	return ""
}

// twoUnderOne tells whether one certificate number stands for two companies or
// two counted things.
func (c *evaluation) twoUnderOne(q, b *candidate) bool {
	if c.oneSubject(q, b) {
		return false
	}
	if q.company != b.company {
		return true
	}
	kind, _ := c.counted(q)
	x, y := written.CompanyKey(q.r.Subject), written.CompanyKey(b.r.Subject)
	return kind != countsCompany && x != y && x != "" && y != "" && x != q.number && y != q.number
}

// oneSubject tells of two claims to one subject, whoever makes them.
func (c *evaluation) oneSubject(q, b *candidate) bool {
	return q.it.Key == KeySubject && q.subject == b.subject && q.subject != 0
}

// joinSubjects has a subject that is named without a code be the one of that
// name that has one. Where there are several nobody can tell.
func (c *evaluation) joinSubjects() {
	var coded map[string][]*candidate
	for _, q := range c.open {
		if q.it.Key == KeySubject && written.IsCreditCode(q.r.SubjectCode) && q.r.Subject != "" {
			if coded == nil {
				coded = map[string][]*candidate{}
			}
			key := written.CompanyKey(q.r.Subject)
			coded[key] = append(coded[key], q)
		}
	}
	if coded == nil {
		return
	}
	for _, q := range c.open {
		if q.it.Key != KeySubject || q.r.Subject == "" || written.IsCreditCode(q.r.SubjectCode) {
			continue
		}
		same := coded[written.CompanyKey(q.r.Subject)]
		switch several := slices.ContainsFunc(same, func(p *candidate) bool { return p.subject != same[0].subject }); {
		case len(same) == 0:
		case !several:
			q.subject = same[0].subject
		case !c.waived:
			q.contestedBy(c, "record/near-subject", slices.Clone(same))
		}
	}
}

// contestedBy notes that others contradict the candidate, unless a person who
// saw that let it in.
func (q *candidate) contestedBy(c *evaluation, code Code, others []*candidate) {
	f := Found(code, q.r.At(ColSubject), cmp.Or(q.r.Subject, q.r.Certificate, q.r.Company))
	if code == "record/certificate-shared" {
		f.Ref, f.Args[0] = q.r.At(ColCertificate), q.r.Certificate
	}
	f.nameOthers(others)
	q.isContestedFor(c, f)
}

// isContestedFor notes a doubt about a candidate that goes on competing, unless
// a person who saw it let the candidate in. It tells whether the doubt stands.
func (q *candidate) isContestedFor(c *evaluation, f Finding) bool {
	ruling := c.rulings[q.r.Key]
	if !ruling.answers(f.Doubt()) {
		q.contested = append(q.contested, f)
		return true
	}
	if c.explain {
		c.step(q.d, Step{Kind: StepWaived, Format: "经审定予以奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, f.Message()}})
	}
	q.d.Doubts = append(q.d.Doubts, f.Doubt())
	return false
}

// nameOthers names the other records in a finding, in their order.
func (f *Finding) nameOthers(others []*candidate) {
	others = slices.SortedFunc(slices.Values(others), func(a, b *candidate) int { return cmp.Compare(a.i, b.i) })
	var places []string
	for _, o := range slices.Compact(others) {
		f.With = append(f.With, o.r.Key)
		places = append(places, o.r.Company+"（"+o.r.Source.String()+"）")
	}
	f.Args = append(f.Args, strings.Join(places, "、"))
}

// joinPieces finds out which pieces are one: a piece whose row states no number
// is the one of its name that has one. Where there are several nobody can tell.
func (c *evaluation) joinPieces(open []*candidate) {
	c.pieces = c.pieces[:0]
	for _, q := range open {
		if kind, _ := c.counted(q); kind == countsPieces && q.subject != 0 {
			c.pieces = append(c.pieces, q)
		}
	}
	slices.SortFunc(c.pieces, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(a.company, b.company), cmp.Compare(a.order, b.order),
			cmp.Compare(a.subject, b.subject),
			compareFilled(a.number, b.number), cmp.Compare(a.i, b.i))
	})
	for same := range Runs(c.pieces, func(a, b **candidate) bool { return (*a).piece() == (*b).piece() }) {
		c.joinOneName(same)
	}
	c.awaitUnclear()
}

// joinOneName joins the pieces of one name, those with a number first.
func (c *evaluation) joinOneName(same []*candidate) {
	numbered := slices.IndexFunc(same, func(q *candidate) bool { return q.number == "" })
	if numbered < 0 {
		numbered = len(same)
	}
	if numbered == 0 {
		return
	}
	one := same[0].number == same[numbered-1].number
	for _, q := range same[numbered:] {
		if one {
			q.number, q.numbered = same[0].number, slices.Clone(same[:numbered])
		} else if !c.waived {
			q.contestedBy(c, "record/piece-unclear", slices.Clone(same[:numbered]))
			q.mayBe = slices.Clone(same[:numbered])
		}
	}
	if !one && c.explain {
		f := Found("record/one-name", same[0].r.At(ColSubject), same[0].r.Subject)
		f.nameOthers(slices.Clone(same[1:numbered]))
		c.findings = append(c.findings, f)
	}
}

// awaitUnclear has those pieces wait that would lose to one which may be any of
// several, whatever they are called.
func (c *evaluation) awaitUnclear() {
	for _, q := range c.pieces {
		if len(q.mayBe) == 0 {
			continue
		}
		for _, p := range c.open {
			if p.company == q.company && p.order == q.order && p.number != "" &&
				slices.ContainsFunc(q.mayBe, func(x *candidate) bool { return x.number == p.number }) &&
				q.d.Entitled.Cmp(p.d.Entitled) > 0 {
				p.awaits([]*candidate{q})
			}
		}
	}
}

// closeContested holds a candidate that others contradict, and one that lost to
// such a candidate. What lost to one that stands in any case is decided.
func (c *evaluation) closeContested(q *candidate) {
	if q.by != nil && len(q.by.contested) == 0 {
		return
	}
	if q.by != nil && !q.names(q.by) {
		q.awaits([]*candidate{q.by})
	}
	if len(q.contested) > 0 {
		c.holdContested(q)
	}
}

// names tells whether what contradicts the candidate names another, and all
// that contradicts that one.
func (q *candidate) names(p *candidate) bool {
	named := []string{q.r.Key}
	for _, f := range q.contested {
		named = append(named, f.With...)
	}
	missing := func(key string) bool { return !slices.Contains(named, key) }
	return !missing(p.r.Key) && !slices.ContainsFunc(p.contested,
		func(f Finding) bool { return slices.ContainsFunc(f.With, missing) })
}

// awaits notes that a candidate cannot be decided before others are, what their
// numbers are from, and what contradicts those.
func (q *candidate) awaits(others []*candidate) {
	for _, o := range append(others, q) {
		others = append(others, o.numbered...)
	}
	others = slices.DeleteFunc(others, func(o *candidate) bool { return o == q })
	f := Found("record/awaits", q.r.Source)
	f.nameOthers(others)
	f.Args = append(f.Args, f.nameContradicting(others))
	q.contested = append(q.contested, f)
}

// nameContradicting names in a finding what contradicts others, and says where
// that stands.
func (f *Finding) nameContradicting(others []*candidate) string {
	var places []string
	for _, o := range others {
		for _, g := range o.contested {
			f.With = append(f.With, g.With...)
			named := g.Args[len(g.Args)-1:]
			if g.Code == "record/awaits" {
				named = g.Args // for whom it waits, and what contradicts those
			}
			places = append(places, named...)
		}
	}
	return strings.Join(places, "、")
}

func (c *evaluation) holdContested(q *candidate) {
	d := q.d
	d.By, d.Payee, d.Entitled, d.Ruling = "", "", money.Yuan{}, nil
	for _, f := range q.contested {
		d.Doubts = append(d.Doubts, f.Doubt())
	}
	if c.explain {
		c.findings = append(c.findings, q.contested...)
	}
	c.hold(q, q.contested, 0)
}
