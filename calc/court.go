package calc

import "jiangbu/calc/money"

// court is one sitting over a docket under one set of readings.
type court struct {
	*docket
	set       settings
	explain   bool       // keep findings, and steps beyond the first
	decisions []Decision // by record
	findings  Findings
	shared    map[wording][]Step
	caps      []money.Yuan
	capOf     []int32 // by item: its cap, counted from 1
}

// bench is the room for the case that is being heard. The courts of a docket
// sit one after the other and share it.
type bench struct {
	claims []claim
	open   []*claim
	room   []Decision // of the claims, where nobody keeps what is decided
}

func (k *docket) court(rs Readings) *court {
	c := &court{docket: k, set: newSettings(k.policy, rs), shared: map[wording][]Step{}}
	c.setCaps()
	return c
}

// decide runs the rules over all records: first those that look at one record
// alone, then, case by case, those that set records against each other.
func (k *docket) decide(rs Readings) *court {
	c := k.court(rs)
	c.explain, c.decisions = true, make([]Decision, len(k.items))
	for i := range c.decisions {
		q := c.claim(int32(i), &c.decisions[i])
		c.screen(&q)
	}
	for members := range k.cases.all {
		c.claims = c.claims[:0]
		for _, i := range members {
			if d := &c.decisions[i]; d.Outcome == "" {
				c.claims = append(c.claims, c.claim(i, d))
			}
		}
		c.hear()
	}
	c.compareClaims()
	c.reportRulings()
	c.reportPriors()
	return c
}

// hear decides the claims of one case that rules 1 to 8 left open.
func (c *court) hear() {
	c.open = c.open[:0]
	for j := range c.claims {
		if q := &c.claims[j]; q.d.Outcome == "" {
			c.open = append(c.open, q)
		}
	}
	c.applyCaps(c.keepHighest(c.open))
}

// settle closes a record without money.
func (c *court) settle(q *claim, o Outcome, reason string, s Step) {
	q.d.Outcome, q.d.Reason = o, reason
	s.Kind = StepZero
	c.step(q.d, s)
}

// step applies a step and keeps it where the reasons are asked for.
func (c *court) step(d *Decision, s Step) {
	if c.explain {
		d.add(s)
		return
	}
	d.Amount = s.apply(d.Amount)
}

// wording is all that a common step depends on.
type wording struct {
	format string
	item   int32
	text   string
	number int
}

// common applies a step that sets the amount, whatever it was, and that many
// records have in the very same words. It is made once, and decisions that
// begin with it share it.
func (c *court) common(q *claim, w wording, say func() Step) {
	steps, ok := c.shared[w]
	if !ok {
		var d Decision
		d.add(say())
		steps = d.Steps[:1:1]
		c.shared[w] = steps
	}
	if len(q.d.Steps) > 0 {
		c.step(q.d, steps[0])
		return
	}
	q.d.Steps, q.d.Amount = steps, steps[0].Amount
}

// found keeps a finding that deciding itself brought up.
func (c *court) found(code Code, at Ref, args ...string) {
	if c.explain {
		c.findings.Add(code, at, args...)
	}
}

// compareClaims points out awards that are not what the sender asked for.
func (c *court) compareClaims() {
	for i := range c.decisions {
		d, r := &c.decisions[i], c.record(i)
		if r.Claimed != nil && (d.Outcome == Granted || d.Outcome == Capped) && !r.Claimed.Equal(d.Amount) {
			c.found("record/claim-differs", r.At(ColClaimed), r.Claimed.String(), d.Amount.String())
		}
	}
}
