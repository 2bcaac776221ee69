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
func (c *court) screen(q *claim) {
	if k := q.r.Checked; k != nil && k.Listed != "" {
		c.step(q.d, Step{Kind: StepListed, Format: "%s", Args: []string{k.Listed}})
	}
	if !c.settledByFinding(q) && !c.settledByRecognition(q) && !c.settledByCompany(q) && !c.settledByPrior(q) {
		c.entitle(q)
	}
}

// hold stops a record for a person to look at, unless a person already has.
// It tells whether the record is closed.
func (c *court) hold(q *claim, code Code, message string) bool {
	if c.waived && q.it != nil {
		return false
	}
	ruling, asked := c.rulings[q.r.Key], q.d.Ruling != nil
	if ruling != nil && !asked {
		q.d.Ruling, q.d.Doubt = ruling, string(code) // what held the record first
	}
	switch {
	case ruling == nil:
		c.settle(q, Held, string(code), Step{Format: "待核：%s", Args: []string{message}})
	case !ruling.Grant:
		c.settle(q, Refused, RulingReason, Step{Format: "经审定不予奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, message}})
	case q.it == nil:
		c.found("ruling/no-item", ruling.Ref, ruling.about())
		c.settle(q, Held, string(code), Step{Format: "待核：%s；审定意见予以奖补，但奖补事项不明确，金额无法确定", Args: []string{message}})
	default:
		if !asked {
			c.step(q.d, Step{Kind: StepWaived, Format: "经审定予以奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, message}})
		}
		return false
	}
	return true
}

// ruled is the ruling that lets an open record in, nil where none does.
func (q *claim) ruled() *Ruling { return q.d.Ruling }

// settledByFinding is rule 1: an error stands on the record, or its form lacks
// the amount that it starts from.
func (c *court) settledByFinding(q *claim) bool {
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
		return c.lack(q, "record/approval-missing", ColApproved)
	case it.Form == FormRate && r.Base == nil,
		it.Form == FormCost && r.Base == nil && !c.set.is(q, flatRate):
		return c.lack(q, "record/base-missing", ColBase)
	}
	return false
}

// lack holds a record whose amount cannot be worked out.
func (c *court) lack(q *claim, code Code, col Column) bool {
	return c.ask(q, Found(code, q.r.At(col), q.it.Name))
}

// message is a finding's prose, made only when somebody will read it.
func (c *court) message(f Finding) string {
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

// settledByRecognition is rules 2 to 5: what was recognised, how and when.
func (c *court) settledByRecognition(q *claim) bool {
	r, it := q.r, q.it
	if s, no := c.notCovered(q); no {
		c.settle(q, Refused, NotCoveredReason, s)
		return true
	}
	if n, ok := c.policy.Nature(r.Nature); ok && n.Kind != NatureNew {
		if n.Kind == NatureRevoked {
			c.settle(q, Refused, RevokedReason, Step{Clause: it.Clause, Format: "认定类型为“%s”，认定已经失效", Args: []string{r.Nature}})
			return true
		}
		if !c.set.is(q, renewedToo) {
			c.settle(q, Refused, NotNewReason, Step{Clause: it.Clause, Format: "认定类型为“%s”，不属于新认定", Args: []string{r.Nature}})
			return true
		}
	}
	return c.settledByYear(q)
}

// notCovered is rule 2. A record that a person let in although its level was
// not understood is measured by the ruling's amount instead.
func (c *court) notCovered(q *claim) (Step, bool) {
	r, it := q.r, q.it
	if it == nil {
		name := r.NotCovered
		if name == "" {
			name = r.Item
		}
		return Step{Format: "“%s”不在本政策支持范围", Args: []string{name}}, true
	}
	if !it.HasLevels() {
		return Step{}, false
	}
	if _, ok := it.Award(r.Level); ok || r.Level == "" && (c.waived || q.ruled() != nil) {
		return Step{}, false
	}
	return Step{Clause: it.Clause, Format: "政策没有对%s%s的奖补", Args: []string{r.Level, it.Name}}, true
}

// settledByYear is rule 5: the award year pays what was recognised the year
// before.
func (c *court) settledByYear(q *claim) bool {
	year, by := c.recognisedIn(q)
	if year == c.batch.AwardYear-1 || year == 0 {
		return false
	}
	format, args := "按%s为%s年认定，属于%s奖补年度，不在%s年度奖补", 4
	if year+1 < c.policy.FirstYear || year+1 > c.policy.LastYear {
		format, args = "按%s为%s年认定，不在本政策的奖补年度之内", 2
	}
	q.d.Outcome, q.d.Reason = Refused, YearReason
	c.common(q, wording{format: format, text: by, number: year}, func() Step {
		all := []string{by, strconv.Itoa(year), strconv.Itoa(year + 1), strconv.Itoa(c.batch.AwardYear)}
		return Step{Kind: StepZero, Clause: c.policy.Governing(GovernsYear), Format: format, Args: all[:args]}
	})
	return true
}

// recognisedIn is the year that counts under the reading in force, and the
// name of the date that it was taken from.
func (c *court) recognisedIn(q *claim) (year int, by string) {
	r := q.r
	switch {
	case c.set.is(q, byLabel) && r.LabelYear != 0:
		return r.LabelYear, "名单年度"
	case c.set.is(q, byValidFrom) && !r.ValidFrom.IsZero():
		return r.ValidFrom.Year, "有效期起始日"
	}
	return r.Recognised.Year, "认定日期"
}

// settledByCompany is rules 6 and 7: who may be supported.
func (c *court) settledByCompany(q *claim) bool {
	r, it := q.r, q.it
	if k := r.Checked; k != nil && k.Barred != "" {
		c.settle(q, Refused, ExcludedReason, Step{Clause: c.policy.Governing(GovernsPersons), Format: "%s", Args: []string{k.Barred}})
		return true
	}
	if r.CreditCode == "" {
		return false // only a ruling leads here: the person vouches for the company
	}
	kind := r.CreditCode[:2]
	doubt := c.doubt(it, r, kind)
	switch {
	case slices.Contains(c.policy.Eligible.Refused, kind) && !slices.Contains(it.Allow.Codes, kind):
		c.settle(q, Refused, NotPersonReason, Step{Clause: c.policy.Governing(GovernsPersons),
			Format: "信用代码以%s开头，不是具有独立法人资格的企事业单位或社会组织", Args: []string{kind}})
		return true
	case doubt != "" && c.ask(q, Found("company/legal-person", r.At(ColCompany), r.Company, doubt)):
		return true
	case !it.Outside && !c.policy.local(r.CreditCode):
		return c.ask(q, Found("company/not-local", r.At(ColCreditCode), r.CreditCode, c.policy.City))
	}
	return false
}

// ask holds a record by a finding that deciding itself brings up.
func (c *court) ask(q *claim, f Finding) bool {
	if c.explain {
		c.findings = append(c.findings, f)
	}
	return c.hold(q, f.Code, c.message(f))
}

// doubt says what leaves the legal person in doubt, "" where nothing does.
func (c *court) doubt(it *Item, r *Record, kind string) string {
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

// settledByPrior is rule 8: an earlier year paid the same certification, or,
// where an upgrade is paid once only, anything in the same track.
func (c *court) settledByPrior(q *claim) bool {
	for _, p := range c.priors[q.company] {
		if c.batch.AwardYear <= p.Year {
			continue
		}
		if sameCertification(p, q.r, q.it) || c.set.upto == "once" && c.sameTrack(p, q.r, q.it) {
			c.settle(q, Refused, PriorReason, Step{Clause: c.policy.Governing(GovernsHighest),
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
func (c *court) sameTrack(p *Prior, r *Record, it *Item) bool {
	before, ok := c.policy.Item(p.Item)
	return ok && before.Track == it.Track && it.Form != FormCost && it.Form != FormApproved && sameSubject(p, r, it)
}

// sameSubject compares what was recognised, where the item tells subjects
// apart.
func sameSubject(p *Prior, r *Record, it *Item) bool {
	return it.Key == KeyCompany || written.CompanyKey(p.Subject) == written.CompanyKey(r.Subject)
}
