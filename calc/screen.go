package calc

import (
	"jiangbu/calc/written"
	"slices"
	"strconv"
	"strings"
)

// screen tries the rules that look at one record alone (1 to 8 of
// ARCHITECTURE.md) and, where none of them closes it, works out what it is
// entitled to. A record without an outcome is still open.
func (c *evaluation) screen(q *candidate) {
	if !c.closedByFinding(q) && !c.closedByRecognition(q) && !c.closedByCompany(q) && !c.closedByPrior(q) {
		c.entitle(q)
	}
}

// hold stops a record for a person to look at, unless a person already has.
// It tells whether the record is closed.
func (c *evaluation) hold(q *candidate, code Code, message string) bool {
	if c.waived && q.it != nil {
		return false
	}
	ruling, asked := c.rulings[q.r.Key], q.d.Ruling != nil
	if ruling != nil && !asked {
		q.d.Ruling, q.d.Doubt = ruling, string(code) // what held the record first
	}
	switch {
	case ruling == nil:
		c.close(q, Held, string(code), Step{Format: "待核：%s", Args: []string{message}})
	case !ruling.Grant:
		c.close(q, Refused, RulingReason, Step{Format: "经审定不予奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, message}})
	case q.it == nil:
		c.found("ruling/no-item", ruling.Ref, ruling.about())
		c.close(q, Held, string(code), Step{Format: "待核：%s；审定意见予以奖补，但奖补事项不明确，金额无法确定", Args: []string{message}})
	default:
		if !asked {
			c.step(q.d, Step{Kind: StepWaived, Format: "经审定予以奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, message}})
		}
		return false
	}
	return true
}

// ruled is the ruling that lets an open record in, nil where none does.
func (q *candidate) ruled() *Ruling { return q.d.Ruling }

// closedByFinding is rule 1: an error stands on the record, or its form lacks
// the amount that it starts from.
func (c *evaluation) closedByFinding(q *candidate) bool {
	r, it := q.r, q.it
	for _, f := range r.Findings {
		if f.Severity() == Error {
			return c.hold(q, f.Code, c.message(f))
		}
	}
	switch {
	case it == nil:
		return false
	case it.Form == FormApproved && r.Approved == nil:
		return c.holdForMissing(q, "record/approval-missing", ColApproved)
	case it.NeedsBase() && r.Base == nil && (it.hasFloor() || !c.set.is(q, flatRate)):
		return c.holdForMissing(q, "record/base-missing", ColBase)
	}
	return false
}

// holdForMissing holds a record whose amount cannot be worked out.
func (c *evaluation) holdForMissing(q *candidate, code Code, col Column) bool {
	return c.holdByFinding(q, Found(code, q.r.At(col), q.it.Name))
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
	r, it := q.r, q.it
	if s, no := c.notCovered(q); no {
		c.close(q, Refused, NotCoveredReason, s)
		return true
	}
	if n, ok := c.policy.Nature(r.Nature); ok && n.Kind != NatureNew {
		if n.Kind == NatureRevoked {
			c.close(q, Refused, RevokedReason, Step{Clause: it.Clause, Format: "认定类型为“%s”，认定已经失效", Args: []string{r.Nature}})
			return true
		}
		if !c.set.is(q, renewedToo) {
			c.close(q, Refused, NotNewReason, Step{Clause: it.Clause, Format: "认定类型为“%s”，不属于新认定", Args: []string{r.Nature}})
			return true
		}
	}
	return c.closedByYear(q)
}

// notCovered is rule 2. A record that a person let in although its level was
// not understood is measured by the ruling's amount instead.
func (c *evaluation) notCovered(q *candidate) (Step, bool) {
	r, it := q.r, q.it
	if it == nil {
		name := r.NotCovered
		if name == "" {
			name = r.Item
		}
		return Step{Format: "“%s”不在本政策支持范围", Args: []string{name}}, true
	}
	if !it.HasLevels() {
		return it.belowFloor(r)
	}
	if s, below := it.belowFloor(r); below {
		return s, true
	}
	if _, ok := it.Award(r.Level); ok || r.Level == "" && (c.waived || q.ruled() != nil) {
		return Step{}, false
	}
	return Step{Clause: it.Clause, Format: "政策没有对%s%s的奖补", Args: []string{r.Level, it.Name}}, true
}

// closedByYear is rule 5: the award year pays what was recognised the year
// before.
func (c *evaluation) closedByYear(q *candidate) bool {
	year, by := c.recognisedIn(q)
	if year == c.batch.AwardYear-1 || year == 0 {
		return false
	}
	format, args := "按%s为%s年认定，属于%s奖补年度，不在%s年度奖补", 4
	if year+1 < c.policy.FirstYear || year+1 > c.policy.LastYear {
		format, args = "按%s为%s年认定，不在本政策的奖补年度之内", 2
	}
	q.d.Outcome, q.d.Reason = Refused, YearReason
	c.sharedStep(q, stepWording{format: format, text: by, number: year}, func() Step {
		all := []string{by, strconv.Itoa(year), strconv.Itoa(year + 1), strconv.Itoa(c.batch.AwardYear)}
		return Step{Kind: StepZero, Clause: c.policy.Governing(GovernsYear), Format: format, Args: all[:args]}
	})
	return true
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
	if r.CreditCode == "" {
		return false // only a ruling leads here: the person vouches for the company
	}
	kind := r.CreditCode[:2]
	doubt := c.doubt(it, r, kind)
	switch {
	case slices.Contains(c.policy.Eligible.Refused, kind) && !slices.Contains(it.Allow.Codes, kind):
		c.close(q, Refused, NotPersonReason, Step{Clause: c.policy.Governing(GovernsPersons),
			Format: "信用代码以%s开头，不是具有独立法人资格的企事业单位或社会组织", Args: []string{kind}})
		return true
	case doubt != "" && c.holdByFinding(q, Found("company/legal-person", r.At(ColCompany), r.Company, doubt)):
		return true
	case !it.Outside && !c.policy.local(r.CreditCode):
		return c.holdByFinding(q, Found("company/not-local", r.At(ColCreditCode), r.CreditCode, c.policy.City))
	}
	return false
}

// holdByFinding holds a record by a finding that deciding itself brings up.
func (c *evaluation) holdByFinding(q *candidate, f Finding) bool {
	if c.explain {
		c.findings = append(c.findings, f)
	}
	return c.hold(q, f.Code, c.message(f))
}

// doubt says what leaves the legal person in doubt, "" where nothing does.
func (c *evaluation) doubt(it *Item, r *Record, kind string) string {
	e := &c.policy.Eligible
	if ContainsAny(r.Company, it.Allow.Names) != "" || slices.Contains(it.Allow.Codes, kind) {
		return ""
	}
	if w := ContainsAny(r.Company, e.Doubt); w != "" {
		return "名称中有“" + w + "”"
	}
	if !slices.Contains(e.Persons, kind) {
		return "的信用代码以" + kind + "开头"
	}
	return ""
}

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
	for _, prefix := range p.Eligible.Local {
		if strings.HasPrefix(code[2:], prefix) {
			return true
		}
	}
	return false
}

// closedByPrior is rule 8: an earlier year paid the same certification, or,
// where an upgrade is paid once only, anything in the same track.
func (c *evaluation) closedByPrior(q *candidate) bool {
	for _, p := range c.priors[q.company] {
		if c.batch.AwardYear <= p.Year {
			continue
		}
		if sameCertification(p, q.r, q.it) || c.set.upto == "once" && c.sameTrack(p, q.r, q.it) {
			c.close(q, Refused, PriorReason, Step{Clause: c.policy.Governing(GovernsHighest),
				Format: "%s已奖补%s元（见%s）", Args: []string{priorYear(p), p.Amount.String(), p.Ref.String()}})
			return true
		}
	}
	return false
}

func priorYear(p *Prior) string {
	if p.Year == 0 {
		return "以前年度"
	}
	return strconv.Itoa(p.Year) + "年度"
}

// sameCertification tells whether a prior award was for this very
// certification: by the certificates where both sides name theirs, else by
// item, level and subject. Services that come back every year (a fee, an
// approved sum) are the same only by their certificate.
func sameCertification(p *Prior, r *Record, it *Item) bool {
	if p.Item != r.Item {
		return false
	}
	if p.Certificate != "" && r.Certificate != "" {
		return written.CompanyKey(p.Certificate) == written.CompanyKey(r.Certificate)
	}
	if it.Form == FormCost || it.Form == FormApproved {
		return false
	}
	return p.Level == r.Level && sameSubject(p, r, it)
}

// sameTrack tells whether a prior award belongs to the record's track.
func (c *evaluation) sameTrack(p *Prior, r *Record, it *Item) bool {
	before, ok := c.policy.Item(p.Item)
	return ok && before.Track == it.Track && it.Form != FormCost && it.Form != FormApproved && sameSubject(p, r, it)
}

// sameSubject compares what was recognised, where the item tells subjects
// apart.
func sameSubject(p *Prior, r *Record, it *Item) bool {
	return it.Key == KeyCompany || written.CompanyKey(p.Subject) == written.CompanyKey(r.Subject)
}
