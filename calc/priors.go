package calc

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// likeness tells how sure it is that two mean the same.
type likeness uint8

const (
	unlike likeness = iota
	likely
	sure
)

// closedByPrior is rule 8: an earlier year paid the same certification, or,
// where an upgrade is paid once only, anything in the same track. What is only
// likely the same is a doubt. One that rests on another row, which may be held
// itself, must move nobody else: it waits until the open candidates are set
// against each other, unless the record is held in any case.
func (c *evaluation) closedByPrior(q *candidate) bool {
	near := c.priorsOf(q.i)
	for _, n := range near {
		a := &c.priors.awards[n]
		if c.paidBefore(a, q, c.compareCompany(a, q).all) != sure {
			continue
		}
		if c.refuse(q, PriorReason, c.barredBy(q, a)) {
			return true
		}
		break // a person who saw it let it in
	}
	for _, n := range near {
		a := &c.priors.awards[n]
		switch is, byOthers := c.likelyPaid(a, q); {
		case is && byOthers:
			c.deferred = append(c.deferred, c.priorLike(a, q))
		case is:
			c.doubtAnew(q, c.priorLike(a, q))
		}
	}
	return false
}

// likelyPaid tells whether an award is likely to be a candidate's, and whether it
// would be no match without another row.
func (c *evaluation) likelyPaid(a *priorAward, q *candidate) (is, byOthers bool) {
	same := c.compareCompany(a, q)
	is = c.paidBefore(a, q, same.all) == likely
	return is, is && c.paidBefore(a, q, same.alone) == unlike
}

// contestByPriors holds the open candidates that earlier awards are likely to be
// of as other rows say.
func (c *evaluation) contestByPriors() {
	if len(c.priors.awards) == 0 || c.waived {
		return
	}
	for _, q := range c.open {
		if len(c.who.former[q.company]) == 0 && c.who.ambiguous[written.CompanyKey(q.r.Company)] == nil {
			continue
		}
		for _, n := range c.priorsOf(q.i) {
			a := &c.priors.awards[n]
			if _, byOthers := c.likelyPaid(a, q); byOthers {
				q.isContestedFor(c, c.priorLike(a, q))
			}
		}
	}
}

// priorLike is the doubt about an award, with the rows that it rests on.
func (c *evaluation) priorLike(a *priorAward, q *candidate) Finding {
	f := Found("record/prior-like", q.r.At(ColCompany), priorYear(a.Prior), a.about(c.policy), a.Ref.String())
	f.With = []string{a.says()}
	for _, i := range c.compareCompany(a, q).rows {
		if i != q.i {
			f.With = append(f.With, c.record(int(i)).Key)
			f.Args[2] += "、" + c.record(int(i)).Source.String()
		}
	}
	return f
}

// barredBy is the step of a record that an earlier award bars.
func (c *evaluation) barredBy(q *candidate, a *priorAward) Step {
	s := Step{Clause: c.policy.Governing(GovernsHighest), Format: "%s已奖补%s元（见%s）",
		Args: []string{priorYear(a.Prior), a.Amount.Grouped(), a.Ref.String()}}
	if c.compareCompany(a, q).all == unlike {
		s.Format, s.Args = "%s已奖补给%s %s元（见%s）",
			[]string{priorYear(a.Prior), cmp.Or(a.Company, a.CreditCode), a.Amount.Grouped(), a.Ref.String()}
	}
	return s
}

func priorYear(p *Prior) string {
	if p.Year == 0 {
		return "以前年度"
	}
	return strconv.Itoa(p.Year) + "年度"
}

// about names an award in a message: who, what and which.
func (a *priorAward) about(p *Policy) string {
	return cmp.Or(a.Company, a.CreditCode) + " " + strings.Join(Filled(a.Level+cmp.Or(p.ItemName(a.Item), a.Item),
		a.Subject, a.Certificate, a.Amount.Grouped()), " ") + " 元"
}

// paidBefore tells whether an earlier award bars a record: it was for the same
// item, level and counted body, whoever claims it; where an upgrade is paid by
// the difference or once, what is likely of the same track is asked about too. A service that comes back
// every year (a fee, an approved sum) and, where a reading pays it, a renewed
// certificate are the same only by their number. company is how it compares by who
// was paid.
func (c *evaluation) paidBefore(a *priorAward, q *candidate, company likeness) likeness {
	sameItem := a.Item == q.r.Item
	if !sameItem && (c.set.upgrade == upgradeInFull || !c.inTrack(a, q)) {
		return unlike
	}
	if q.comesBack() || c.renewed(q) {
		if a.number != "" && a.number == c.numbers[q.i] {
			return min(likely, company) // the same paper in two years: somebody must look
		}
		return unlike
	}
	same := c.sameCounted(a, q, company)
	switch {
	case same == unlike || c.set.upgrade == upgradeNever || sameItem && a.Level == q.r.Level:
		return same
	case sameItem && (a.Level == "" || q.r.Level == ""):
		return likely
	case c.set.upgrade == upgradeByDifference && same == likely:
		return likely // what may have to be taken off
	}
	return unlike
}

// comesBack tells of services that are paid for every year anew.
func (q *candidate) comesBack() bool { return q.it.Form == FormCost || q.it.Form == FormApproved }

// renewed tells of a renewed certificate that a reading pays all the same.
func (c *evaluation) renewed(q *candidate) bool {
	n, ok := c.policy.Nature(q.r.Nature)
	return ok && n.Kind == NatureRenewed && c.set.is(q, renewedToo)
}

// inTrack tells whether an earlier award was for an item of the record's track.
func (c *evaluation) inTrack(a *priorAward, q *candidate) bool {
	before, ok := c.policy.Item(a.Item)
	return ok && before.Track == q.it.Track && !q.comesBack()
}

// sameCounted compares what was counted: the company, the subject whoever
// claims it, or the piece.
func (c *evaluation) sameCounted(a *priorAward, q *candidate, company likeness) likeness {
	kind, _ := c.counted(q)
	subject := written.CompanyKey(q.r.Subject)
	switch kind {
	case countsCompany:
		return company
	case countsSubject:
		return c.sameSubject(a, subject, company)
	}
	number := c.numbers[q.i]
	switch {
	case a.number != "" && number != "":
		if a.number != number {
			return unlike
		}
		return max(company, likely) // a number is unique: the same under another body is asked about
	case a.subject != "" && subject != "":
		if a.subject != subject {
			return unlike
		}
		return company
	}
	return min(company, likely) // one of the two does not say which piece
}

// sameSubject compares subjects that count whoever claims them. Where one side
// names none, the company that was paid stands for it.
func (c *evaluation) sameSubject(a *priorAward, subject string, company likeness) likeness {
	core := c.subjectCore(subject)
	switch {
	case a.subject == subject && subject != "":
		return sure
	case a.subject == "" && subject == "":
		return company
	case a.subject != "" && subject != "":
		if a.core == core {
			return likely
		}
		return unlike
	case a.subject == "" && c.subjectCore(a.company) == core:
		return likely
	}
	return min(company, likely)
}

// sameCompany is how who was paid compares with who claims: by all that is known,
// and by the claim's own row alone; and the rows that it rests on.
type sameCompany struct {
	all, alone likeness
	rows       []int32
}

// compareCompany compares who was paid with who claims: by the codes where both
// have one that holds, else by the names, former ones too. A name that stands
// for two bodies, a same name under another code, one that is nearly the same and
// a former name that only another row gives leave a doubt.
func (c *evaluation) compareCompany(a *priorAward, q *candidate) sameCompany {
	hasCode := written.IsCreditCode(q.r.CreditCode)
	if hasCode && q.r.CreditCode == a.code {
		return sameCompany{sure, sure, nil}
	}
	name, former := written.CompanyKey(q.r.Company), written.CompanyKey(q.r.FormerName)
	oneCode, several := !hasCode || a.code == "", c.who.ambiguous[name]
	switch named := a.isCalled(name) || a.isCalled(former); {
	case named && oneCode && several == nil:
		return sameCompany{sure, sure, nil}
	case named && oneCode:
		return sameCompany{likely, sure, several}
	case named:
		return sameCompany{likely, likely, several}
	}
	same := sameCompany{}
	if oneCode && c.isNearly(a, name) {
		same.all, same.alone = likely, likely
	}
	for _, f := range c.who.former[q.company] {
		if a.isCalled(f.key) {
			same.all, same.rows = likely, append(same.rows, f.at)
		}
	}
	return same
}

// isCalled tells whether a name is one that the award gives.
func (a *priorAward) isCalled(name string) bool {
	return name != "" && (name == a.company || name == a.former)
}

// lessPrior takes off what earlier years paid in the same track (补差). An
// award that two lists state in other words is taken off once.
func (c *evaluation) lessPrior(q *candidate) bool {
	d, it := q.d, q.it
	if c.renewed(q) {
		return true // no upgrade of what was paid
	}
	var paid money.Yuan
	var counted []*priorAward
	for _, n := range c.priorsOf(q.i) {
		a := &c.priors.awards[n]
		if !c.inTrack(a, q) || c.sameCounted(a, q, c.compareCompany(a, q).all) != sure ||
			slices.ContainsFunc(counted, a.isAgain) {
			continue
		}
		counted = append(counted, a)
		paid = paid.Add(a.Amount)
	}
	if paid.IsZero() {
		return true
	}
	c.step(d, Step{Kind: StepPaidBefore, Clause: it.Clause, Value: paid, Format: "以前年度已奖补 %s 元，按差额奖补",
		Args: []string{paid.Grouped()}})
	if d.Amount.Sign() > 0 {
		return true
	}
	c.close(q, Refused, PriorReason, Step{Clause: it.Clause, Format: "以前年度已奖补的金额不低于本次标准"})
	return false
}

// isAgain tells whether an award of the same body is this one, stated again: of
// the same year or of one that is not stated.
func (a *priorAward) isAgain(b *priorAward) bool {
	return a.Item == b.Item && a.Level == b.Level && a.Amount.Equal(b.Amount) &&
		(a.Year == b.Year || a.Year == 0 || b.Year == 0)
}

// reportPriors points out, once a file and year, awards that were given as
// earlier ones and are not: of the award year itself, or later.
func (c *evaluation) reportPriors() {
	type batch struct {
		file string
		year int
	}
	count := map[batch]int{}
	for i := range c.batch.Prior {
		if p := &c.batch.Prior[i]; p.Year >= c.batch.AwardYear {
			count[batch{p.Ref.File, p.Year}]++
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(count), func(a, b batch) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.year, b.year))
	}) {
		c.found("prior/later", Ref{File: k.file}, strconv.Itoa(count[k]), strconv.Itoa(k.year),
			strconv.Itoa(c.batch.AwardYear))
	}
}
