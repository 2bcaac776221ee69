package calc

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// Doubt names one reason that stands against paying a record: the code of the
// finding, with a mark of the other side where it lies between two, or the word
// of a refusal. A ruling answers the doubts that the person saw; the same code
// about another record is another doubt.
type Doubt string

const doubtMark = "~"

// Code is the finding's code, or the word of the refusal.
func (d Doubt) Code() string {
	code, _, _ := strings.Cut(string(d), doubtMark)
	return code
}

// Doubt is the doubt that the finding raises.
func (f Finding) Doubt() Doubt {
	if len(f.With) == 0 {
		return Doubt(f.Code)
	}
	h := fnv.New64a()
	for _, key := range slices.Sorted(slices.Values(f.With)) {
		h.Write([]byte(key))
		h.Write([]byte{0})
	}
	return Doubt(string(f.Code) + doubtMark + strconv.FormatUint(h.Sum64(), 36))
}

// answers tells whether a ruling lets a record in although the doubt stands.
func (r *Ruling) answers(d Doubt) bool { return r != nil && r.Grant && slices.Contains(r.Saw, d) }

// Against is all that stands against paying the record, as a person sees who
// looks at its decision: its doubts and, where a rule refused it, that.
func (d *Decision) Against() []Doubt {
	if d.Outcome != Refused || d.Reason == RulingReason {
		return d.Doubts
	}
	return append(slices.Clone(d.Doubts), Doubt(d.Reason))
}

// doubt notes what stands against a record. It decides once all rules of
// single records have spoken.
func (c *evaluation) doubt(q *candidate, f Finding) {
	if c.waived && q.it != nil {
		return
	}
	c.doubts = append(c.doubts, f)
}

// doubtAnew is doubt about something that deciding itself brings up.
func (c *evaluation) doubtAnew(q *candidate, f Finding) {
	if c.explain {
		c.findings = append(c.findings, f)
	}
	c.doubt(q, f)
}

// closedByDoubts lets the doubts decide: it tells whether they close the record. A
// person's ruling answers those that the person saw; one that refuses needs no
// doubt seen.
func (c *evaluation) closedByDoubts(q *candidate) bool {
	if len(c.doubts) == 0 {
		return false
	}
	ruling := c.rulings[q.r.Key]
	if ruling != nil && !ruling.Grant {
		c.refuseByRuling(q, ruling)
		return true
	}
	open := -1
	for n, f := range c.doubts {
		d := f.Doubt()
		q.d.Doubts = append(q.d.Doubts, d)
		if open < 0 && !ruling.answers(d) {
			open = n
		}
	}
	if open >= 0 {
		for _, f := range c.deferred {
			c.doubtAnew(q, f)
			q.d.Doubts = append(q.d.Doubts, f.Doubt())
		}
		c.hold(q, c.doubts, open)
		return true
	}
	q.d.Ruling = ruling
	if q.it == nil {
		c.found("ruling/no-item", ruling.Ref, ruling.about())
		c.close(q, Held, string(c.doubts[0].Code),
			Step{Format: "待核：%s；审定意见予以奖补，但奖补事项不明确，金额无法确定", Args: []string{c.messages()}})
		return true
	}
	c.step(q.d, Step{Kind: StepWaived, Format: "经审定予以奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, c.messages()}})
	c.doubts = c.doubts[:0]
	return false
}

// hold holds a record, each doubt a step; the first that nobody answered is the
// reason.
func (c *evaluation) hold(q *candidate, doubts []Finding, open int) {
	q.d.Outcome, q.d.Reason = Held, string(doubts[open].Code)
	for _, f := range doubts {
		c.step(q.d, Step{Kind: StepZero, Format: "待核：%s", Args: []string{c.message(f)}})
	}
	if ruling := c.rulings[q.r.Key]; ruling != nil {
		c.heldAgain(q, doubts[open], ruling)
	}
}

// heldAgain says of a ruling that the record has a doubt which it did not see.
func (c *evaluation) heldAgain(q *candidate, f Finding, ruling *Ruling) {
	c.found("ruling/new-doubt", ruling.Ref, ruling.about(), c.message(f))
	c.step(q.d, Step{Kind: StepZero, Format: "曾审定予以奖补（%s），作出审定时没有这一疑问：%s", Args: []string{ruling.Basis, c.message(f)}})
}

// refuseByRuling closes a record by a person's word.
func (c *evaluation) refuseByRuling(q *candidate, ruling *Ruling) {
	q.d.Ruling = ruling
	s := Step{Format: "经审定不予奖补：%s", Args: []string{ruling.Basis}}
	if len(c.doubts) > 0 {
		s = Step{Format: "经审定不予奖补：%s（原待核原因：%s）", Args: []string{ruling.Basis, c.messages()}}
	}
	for _, f := range c.doubts {
		q.d.Doubts = append(q.d.Doubts, f.Doubt())
	}
	c.close(q, Refused, RulingReason, s)
}

// refuse closes a record by a rule, with a step that leaves nothing, unless
// doubts before it hold the record or a person who saw the refusal let it in. It
// tells whether the record is closed.
func (c *evaluation) refuse(q *candidate, reason string, s Step) bool {
	return c.refuseBy(q, reason, func() { c.zero(q, s) })
}

// refuseBy does so with what says why.
func (c *evaluation) refuseBy(q *candidate, reason string, because func()) bool {
	if c.closedByDoubts(q) {
		return true
	}
	ruling := c.rulings[q.r.Key]
	if q.it != nil && reason != NotCoveredReason && ruling.answers(Doubt(reason)) {
		q.d.Ruling, q.d.Doubts = ruling, append(q.d.Doubts, Doubt(reason))
		c.step(q.d, Step{Kind: StepWaived, Format: "经审定予以奖补：%s（原结论：%s）",
			Args: []string{ruling.Basis, ReasonName(reason)}})
		return false
	}
	q.d.Outcome, q.d.Reason, q.d.Ruling = Refused, reason, ruling
	because()
	return true
}

// messages are the doubts in words.
func (c *evaluation) messages() string {
	if !c.explain {
		return ""
	}
	return strings.Join(Mapped(c.doubts, func(f Finding) string { return f.Message() }), "；")
}
