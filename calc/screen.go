package calc

import (
	"cmp"
	"jiangbu/calc/written"
	"slices"
	"strconv"
	"strings"
)

// screen tries the rules that look at one record alone (1 to 8 of
// ARCHITECTURE.md) and, where none of them closes it, works out what it is
// entitled to. A record without an outcome is still open. What is doubtful is
// gathered on the way, so that a person is shown all of it at once; the first
// doubt stands before any refusal that comes after it.
func (c *evaluation) screen(q *candidate) {
	if k := q.r.Checked; k != nil && k.Listed != "" {
		c.step(q.d, Step{Kind: StepListed, Format: "%s", Args: []string{k.Listed}})
	}
	if ruling := c.rulings[q.r.Key]; ruling != nil && ruling.Grant && ruling.Correct != (Correction{}) {
		c.step(q.d, Step{Kind: StepWaived, Format: "经审定：%s（%s）", Args: []string{ruling.Correct.words(), ruling.Basis}})
	}
	c.doubts, c.deferred = c.doubts[:0], c.deferred[:0]
	c.doubtFindings(q)
	if c.closedByRecognition(q) || c.closedByCompany(q) || c.closedByPrior(q) || c.closedByDoubts(q) {
		return
	}
	if ruling := c.rulings[q.r.Key]; ruling != nil {
		if !ruling.Grant {
			c.refuseByRuling(q, ruling)
			return
		}
		q.d.Ruling = ruling
	}
	c.entitle(q)
}

// doubtFindings is rule 1: an error stands on the record, or what its form
// starts from is missing.
func (c *evaluation) doubtFindings(q *candidate) {
	r, it := q.r, q.it
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity() == Error {
			c.doubt(q, *f)
		}
	}
	if it == nil {
		return
	}
	switch {
	case it.Form == FormApproved && r.Approved == nil:
		c.doubtMissing(q, Found("record/approval-missing", r.At(ColApproved), it.Name))
	case it.NeedsBase() && r.Base == nil && (it.hasFloor() || !c.set.is(q, flatRate)):
		c.doubtMissing(q, Found("record/base-missing", r.At(ColBase), it.Name, it.BaseName(), it.BaseName()))
	}
	if it.Form == FormCost && it.Key == KeySubject { // a service to somebody else
		switch {
		case r.Subject == "" && r.SubjectCode == "":
			c.doubtAnew(q, Found("record/subject-missing", r.At(ColSubject), it.Name, it.Counted))
		case q.subject == q.company, written.CompanyKey(r.Subject) == written.CompanyKey(r.Company):
			c.doubtAnew(q, Found("record/own-service", r.At(ColSubject), it.Name, r.Company))
		}
	}
}

// doubtMissing asks for the amount that the item starts from. An amount that
// stands there and was not understood is asked about already.
func (c *evaluation) doubtMissing(q *candidate, missing Finding) {
	asked := slices.ContainsFunc(c.doubts, func(f Finding) bool { return f.Ref == missing.Ref })
	if q.r.Row == nil || !asked {
		c.doubtAnew(q, missing)
	}
}

// message is a finding's prose, made only when somebody will read it.
func (c *evaluation) message(f Finding) string {
	if !c.explain {
		return ""
	}
	return f.Message()
}

// At is where a column of the record's row stands.
func (r *Record) At(col Column) Ref {
	if r.Row == nil {
		return r.Source
	}
	return r.Row.At(col)
}

// closedByRecognition is rules 2 to 5: what was recognised, how and when.
func (c *evaluation) closedByRecognition(q *candidate) bool {
	r := q.r
	if s, no := c.notCovered(q); no {
		return c.refuse(q, NotCoveredReason, s)
	}
	reason, format := NotNewReason, "认定类型为“%s”，不属于新认定"
	switch n, ok := c.policy.Nature(r.Nature); {
	case !ok || n.Kind == NatureNew || n.Kind == NatureRenewed && c.set.is(q, renewedToo):
		return c.closedByYear(q)
	case n.Kind == NatureRevoked:
		reason, format = RevokedReason, "认定类型为“%s”，认定已经失效"
	}
	s := Step{Clause: c.policy.Governing(GovernsYear), Format: format, Args: []string{r.Nature}}
	return c.refuse(q, reason, s) || c.closedByYear(q)
}

// notCovered is rule 2. A record whose level was not understood is asked about,
// not refused; one that a person lets in is measured by the ruling's amount.
func (c *evaluation) notCovered(q *candidate) (Step, bool) {
	r, it := q.r, q.it
	if it == nil {
		return Step{Format: "“%s”不在本政策支持范围", Args: []string{cmp.Or(r.NotCovered, r.Item)}}, true
	}
	if s, below := it.belowFloor(r); below || !it.HasLevels() {
		return s, below
	}
	if _, ok := it.Award(r.Level); ok || r.Level == "" && (c.waived || len(c.doubts) > 0) {
		return Step{}, false
	}
	return Step{Clause: it.Clause, Format: "政策没有对%s%s的奖补", Args: []string{levelBefore(r.Level, it.Name), it.Name}}, true
}

// closedByYear is rule 5: the award year pays what was recognised the year
// before.
func (c *evaluation) closedByYear(q *candidate) bool {
	year, by := c.recognisedIn(q)
	if year == c.batch.AwardYear-1 && c.set.inForce && c.beforeForce(q.r) {
		return c.refuse(q, YearReason, Step{Clause: c.policy.Governing(GovernsLife), Format: "认定于%s，早于本政策施行的%s",
			Args: []string{q.r.Recognised.String(), c.policy.Effective.From.String()}})
	}
	if year == c.batch.AwardYear-1 || year == 0 {
		return false
	}
	return c.refuseBy(q, YearReason, func() { c.zeroForYear(q, year, by) })
}

// beforeForce tells of what was recognised, by all that its date says, before
// the policy was in force.
func (c *evaluation) beforeForce(r *Record) bool {
	return r.Recognised.Compare(c.policy.Effective.From) < 0
}

// zeroForYear is the step of a record of another year.
func (c *evaluation) zeroForYear(q *candidate, year int, by string) {
	format, args := "按%s为%s年认定，属于%s奖补年度，不在%s年度奖补", 4
	if year+1 < c.policy.FirstYear || year+1 > c.policy.LastYear {
		format, args = "按%s为%s年认定，不在本政策的奖补年度之内", 2
	}
	c.sharedStep(q, stepWording{format: format, text: by, number: year}, func() Step {
		all := []string{by, strconv.Itoa(year), strconv.Itoa(year + 1), strconv.Itoa(c.batch.AwardYear)}
		return Step{Kind: StepZero, Clause: c.policy.Governing(GovernsYear), Format: format, Args: all[:args]}
	})
}

// recognisedIn is the year that counts under the reading in force, and the
// name of the date that it was taken from.
func (c *evaluation) recognisedIn(q *candidate) (year int, by string) {
	r := q.r
	switch {
	case c.set.is(q, byLabel) && r.LabelYear != 0:
		return r.LabelYear, "名单年度"
	case c.set.is(q, byValidFrom) && !r.ValidFrom.IsZero():
		return r.ValidFrom.Year, "有效期起始日"
	}
	return r.Recognised.Year, "认定日期"
}

// closedByCompany is rules 6 and 7: who may be supported.
func (c *evaluation) closedByCompany(q *candidate) bool {
	r, it := q.r, q.it
	if k := r.Checked; k != nil && k.Barred != "" && c.refuse(q, ExcludedReason,
		Step{Clause: c.policy.Governing(GovernsPersons), Format: "%s", Args: []string{k.Barred}}) {
		return true
	}
	c.doubtOthers(q)
	if len(r.CreditCode) < codeKind {
		return false // held for its code; who lets it in vouches for the company
	}
	kind := r.CreditCode[:codeKind]
	if slices.Contains(c.policy.Eligible.Refused, kind) && !slices.Contains(it.Allow.Codes, kind) &&
		c.refuse(q, NotPersonReason, Step{Clause: c.policy.Governing(GovernsPersons),
			Format: "信用代码以%s开头，不是具有独立法人资格的企事业单位或社会组织", Args: []string{kind}}) {
		return true
	}
	if doubt := c.personDoubt(q, kind); doubt != "" {
		c.doubtAnew(q, Found("company/legal-person", r.At(ColCompany), r.Company, doubt))
	}
	if !it.Outside && !c.policy.local(r.CreditCode) {
		c.doubtAnew(q, Found("company/not-local", r.At(ColCreditCode), r.CreditCode, c.policy.City))
	}
	return false
}

// codeKind is how many characters of a credit code tell the kind of its body.
const codeKind = 2

// personDoubt says what leaves the legal person in doubt, "" where nothing does.
func (c *evaluation) personDoubt(q *candidate, kind string) string {
	e, it, r := &c.policy.Eligible, q.it, q.r
	person := slices.Contains(e.Persons, kind)
	switch allowed := slices.Contains(it.Allow.Codes, kind); {
	case allowed && !person && c.set.is(q, asksAuthority):
		return startsWith(kind)
	case allowed || ContainsAny(r.Company, it.Allow.Names) != "":
		return ""
	}
	if w := ContainsAny(r.Company, e.Doubt); w != "" {
		return "名称中有“" + w + "”"
	}
	if !person {
		return startsWith(kind)
	}
	return ""
}

func startsWith(kind string) string { return "的信用代码以" + kind + "开头" }

// ContainsAny is the first of the words that stands in the text.
func ContainsAny(text string, words []string) string {
	for _, w := range words {
		if strings.Contains(text, w) {
			return w
		}
	}
	return ""
}

// local tells whether the registrar of the code is of the policy's city.
func (p *Policy) local(code string) bool {
	return slices.ContainsFunc(p.Eligible.Local,
		func(prefix string) bool { return strings.HasPrefix(code[codeKind:], prefix) })
}
