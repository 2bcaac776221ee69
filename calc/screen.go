package calc

import (
	"slices"
	"strconv"
	"strings"
)

// screen tries the rules that look at one record alone (1 to 8 of
// ARCHITECTURE.md) and, where none of them closes it, works out what it is
// entitled to. It tells whether the record is still open.
func (c *court) screen(i int) bool {
	r := c.record(i)
	if !c.settledByFinding(i, r) && !c.settledByRecognition(i, r) && !c.settledByCompany(i, r) && !c.settledByPrior(i, r) {
		return c.entitle(i, r)
	}
	return false
}

// hold stops a record for a person to look at, unless a person already has.
// It tells whether the record is closed.
func (c *court) hold(i int, code Code, message string) bool {
	if c.waived && c.facts[i].item != nil {
		return false
	}
	r := c.record(i)
	ruling := c.rulings[r.Key]
	if ruling != nil {
		c.apply(i, ruling, code)
	}
	switch {
	case ruling == nil:
		c.settle(i, Held, string(code), Step{Format: "待核：%s", Args: []string{message}})
	case !ruling.Grant:
		c.settle(i, Refused, RulingReason, Step{Format: "经审定不予奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, message}})
	case c.facts[i].item == nil:
		c.found("ruling/no-item", ruling.Ref, ruling.about())
		c.settle(i, Held, string(code), Step{Format: "待核：%s；审定意见予以奖补，但奖补事项不明确，金额无法确定", Args: []string{message}})
	default:
		c.waive(i, ruling, message)
		return false
	}
	return true
}

// apply notes the ruling that answers what holds a record, and what that was
// first.
func (c *court) apply(i int, ruling *Ruling, code Code) {
	if d := &c.decisions[i]; d.Ruling == nil {
		d.Ruling, d.Doubt = ruling, string(code)
	}
}

// waive notes, once a record, that a person let it in.
func (c *court) waive(i int, ruling *Ruling, message string) {
	if !c.letIn[i] {
		c.letIn[i] = true
		c.step(&c.decisions[i], Step{Kind: StepWaived, Format: "经审定予以奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, message}})
	}
}

// ruled is the ruling that lets a record in, nil where none does.
func (c *court) ruled(i int) *Ruling {
	if !c.letIn[i] {
		return nil
	}
	return c.rulings[c.record(i).Key]
}

// settledByFinding is rule 1: an error stands on the record, or its form lacks
// the amount that it starts from.
func (c *court) settledByFinding(i int, r *Record) bool {
	for _, f := range r.Findings {
		if f.Severity() == Error {
			return c.hold(i, f.Code, c.message(f))
		}
	}
	it := c.facts[i].item
	if it == nil {
		return false
	}
	switch {
	case it.Form == FormApproved && r.Approved == nil:
		return c.lack(i, r, "record/approval-missing", ColApproved)
	case it.Form == FormRate && r.Base == nil,
		it.Form == FormCost && r.Base == nil && !c.set.is(it, flatRate):
		return c.lack(i, r, "record/base-missing", ColBase)
	}
	return false
}

// lack holds a record whose amount cannot be worked out.
func (c *court) lack(i int, r *Record, code Code, col Column) bool {
	return c.ask(i, Found(code, r.at(col), c.facts[i].item.Name))
}

// message is a finding's prose, made only when somebody will read it.
func (c *court) message(f Finding) string {
	if !c.explain {
		return ""
	}
	return f.Message()
}

// at is where a column of the record's row stands.
func (r *Record) at(col Column) Ref {
	if r.Row == nil {
		return r.Source
	}
	return r.Row.At(col)
}

// settledByRecognition is rules 2 to 5: what was recognised, how and when.
func (c *court) settledByRecognition(i int, r *Record) bool {
	it := c.facts[i].item
	if s, no := c.notCovered(it, r, i); no {
		c.settle(i, Refused, NotCoveredReason, s)
		return true
	}
	if n, ok := c.policy.Nature(r.Nature); ok && n.Kind != NatureNew {
		if n.Kind == NatureRevoked {
			c.settle(i, Refused, RevokedReason, Step{Clause: it.Clause, Format: "认定类型为“%s”，认定已经失效", Args: []string{r.Nature}})
			return true
		}
		if !c.set.is(it, renewedToo) {
			c.settle(i, Refused, NotNewReason, Step{Clause: it.Clause, Format: "认定类型为“%s”，不属于新认定", Args: []string{r.Nature}})
			return true
		}
	}
	return c.settledByYear(i, r, it)
}

// notCovered is rule 2. A record that a person let in although its level was
// not understood is measured by the ruling's amount instead.
func (c *court) notCovered(it *Item, r *Record, i int) (Step, bool) {
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
	if _, ok := it.Award(r.Level); ok || r.Level == "" && (c.waived || c.ruled(i) != nil) {
		return Step{}, false
	}
	return Step{Clause: it.Clause, Format: "政策没有对%s%s的奖补", Args: []string{r.Level, it.Name}}, true
}

// settledByYear is rule 5: the award year pays what was recognised the year
// before.
func (c *court) settledByYear(i int, r *Record, it *Item) bool {
	year, by := c.recognisedIn(r, it)
	if year == c.batch.AwardYear-1 || year == 0 {
		return false
	}
	format, args := "按%s为%s年认定，属于%s奖补年度，不在%s年度奖补", []string{by, strconv.Itoa(year), strconv.Itoa(year + 1), strconv.Itoa(c.batch.AwardYear)}
	if year+1 < c.policy.FirstYear || year+1 > c.policy.LastYear {
		format, args = "按%s为%s年认定，不在本政策的奖补年度之内", args[:2]
	}
	c.settle(i, Refused, YearReason, Step{Clause: c.policy.Governing(GovernsYear), Format: format, Args: args})
	return true
}

// recognisedIn is the year that counts under the reading in force, and the
// name of the date that it was taken from.
func (c *court) recognisedIn(r *Record, it *Item) (year int, by string) {
	switch {
	case c.set.is(it, byLabel) && r.LabelYear != 0:
		return r.LabelYear, "名单年度"
	case c.set.is(it, byValidFrom) && !r.ValidFrom.IsZero():
		return r.ValidFrom.Year, "有效期起始日"
	}
	return r.Recognised.Year, "认定日期"
}

// settledByCompany is rules 6 and 7: who may be supported.
func (c *court) settledByCompany(i int, r *Record) bool {
	it := c.facts[i].item
	if r.CreditCode == "" {
		return false // only a ruling leads here: the person vouches for the company
	}
	kind := r.CreditCode[:2]
	doubt := c.doubt(it, r, kind)
	switch {
	case slices.Contains(c.policy.Eligible.Refused, kind) && !slices.Contains(it.Allow.Codes, kind):
		c.settle(i, Refused, NotPersonReason, Step{Clause: c.policy.Governing(GovernsPersons),
			Format: "信用代码以%s开头，不是具有独立法人资格的企事业单位或社会组织", Args: []string{kind}})
		return true
	case doubt != "" && c.ask(i, Found("company/legal-person", r.at(ColCompany), r.Company, doubt)):
		return true
	case !it.Outside && !c.policy.local(r.CreditCode):
		return c.ask(i, Found("company/not-local", r.at(ColCreditCode), r.CreditCode, c.policy.City))
	}
	return false
}

// ask holds a record by a finding that deciding itself brings up.
func (c *court) ask(i int, f Finding) bool {
	if c.explain {
		c.findings = append(c.findings, f)
	}
	return c.hold(i, f.Code, c.message(f))
}

// doubt says what leaves the legal person in doubt, "" where nothing does.
func (c *court) doubt(it *Item, r *Record, kind string) string {
	e := &c.policy.Eligible
	if containsAny(r.Company, it.Allow.Names) != "" || slices.Contains(it.Allow.Codes, kind) {
		return ""
	}
	if w := containsAny(r.Company, e.Doubt); w != "" {
		return "名称中有“" + w + "”"
	}
	if !slices.Contains(e.Persons, kind) {
		return "的信用代码以" + kind + "开头"
	}
	return ""
}

// containsAny is the first of the words that stands in the text.
func containsAny(text string, words []string) string {
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
func (c *court) settledByPrior(i int, r *Record) bool {
	f := &c.facts[i]
	for _, p := range c.priors[f.company] {
		if c.batch.AwardYear <= p.Year {
			continue
		}
		if c.sameCertification(p, r, f.item) || c.set.upto == "once" && c.sameTrack(p, r, f.item) {
			c.settle(i, Refused, PriorReason, Step{Clause: c.policy.Governing(GovernsHighest),
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
func (c *court) sameCertification(p *Prior, r *Record, it *Item) bool {
	if p.Item != r.Item {
		return false
	}
	if p.Certificate != "" && r.Certificate != "" {
		return CompanyKey(p.Certificate) == CompanyKey(r.Certificate)
	}
	if it.Form == FormCost || it.Form == FormApproved {
		return false
	}
	return p.Level == r.Level && c.sameSubject(p, r, it)
}

// sameTrack tells whether a prior award belongs to the record's track.
func (c *court) sameTrack(p *Prior, r *Record, it *Item) bool {
	before, ok := c.policy.Item(p.Item)
	return ok && before.Track == it.Track && it.Form != FormCost && it.Form != FormApproved && c.sameSubject(p, r, it)
}

// sameSubject compares what was recognised, where the item tells subjects
// apart.
func (c *court) sameSubject(p *Prior, r *Record, it *Item) bool {
	return it.Key == KeyCompany || CompanyKey(p.Subject) == CompanyKey(r.Subject)
}
