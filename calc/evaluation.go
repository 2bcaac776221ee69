package calc

import "jiangbu/calc/money"

// evaluation decides a batch under one set of readings.
type evaluation struct {
	*batchIndex
	scratch
	set       settings
	explain   bool       // keep findings, and steps beyond the first
	decisions []Decision // by record
	findings  Findings
	shared    map[stepWording][]Step
	caps      []money.Yuan
	capOf     []int32 // by item: its cap, counted from 1
}

// scratch is what an evaluation uses again for each component.
type scratch struct {
	candidates     []candidate
	open           []*candidate
	decisionBuffer []Decision // of the candidates, where nobody keeps what is decided
}

func (k *batchIndex) evaluation(rs Readings) *evaluation {
	c := &evaluation{batchIndex: k, set: newSettings(k.policy, rs), shared: map[stepWording][]Step{}}
	c.setCaps()
	return c
}

// decide runs the rules over all records: first those that look at one record
// alone, then, component by component, those that set records against each other.
func (k *batchIndex) decide(rs Readings) *evaluation {
	c := k.evaluation(rs)
	c.explain, c.decisions = true, make([]Decision, len(k.items))
	for i := range c.decisions {
		q := c.candidate(int32(i), &c.decisions[i])
		c.screen(&q)
	}
	for members := range k.components.all {
		c.candidates = c.candidates[:0]
		for _, i := range members {
			if d := &c.decisions[i]; d.Outcome == "" {
				c.candidates = append(c.candidates, c.candidate(i, d))
			}
		}
		c.decideComponent()
	}
	c.compareClaims()
	c.reportRulings()
	c.reportPriors()
	return c
}

// decideComponent decides the candidates of one component that rules 1 to 8
// left open.
func (c *evaluation) decideComponent() {
	c.open = c.open[:0]
	for j := range c.candidates {
		if q := &c.candidates[j]; q.d.Outcome == "" {
			c.open = append(c.open, q)
		}
	}
	c.applyCaps(c.keepHighest(c.open))
}

// close closes a record without money.
func (c *evaluation) close(q *candidate, o Outcome, reason string, s Step) {
	q.d.Outcome, q.d.Reason = o, reason
	s.Kind = StepZero
	c.step(q.d, s)
}

// step applies a step and keeps it where the reasons are asked for.
func (c *evaluation) step(d *Decision, s Step) {
	if c.explain {
		d.add(s)
		return
	}
	d.Amount = s.apply(d.Amount)
}

// stepWording is all that a common step depends on.
type stepWording struct {
	format string
	item   int32
	text   string
	number int
}

// sharedStep applies a step that sets the amount, whatever it was, and that many
// records have in the very same words. It is made once, and decisions that
// begin with it share it.
func (c *evaluation) sharedStep(q *candidate, w stepWording, say func() Step) {
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
func (c *evaluation) found(code Code, at Ref, args ...string) {
	if c.explain {
		c.findings.Add(code, at, args...)
	}
}

// compareClaims points out awards that are not what the sender asked for.
func (c *evaluation) compareClaims() {
	for i := range c.decisions {
		d, r := &c.decisions[i], c.record(i)
		if r.Claimed != nil && (d.Outcome == Granted || d.Outcome == Capped) && !r.Claimed.Equal(d.Amount) {
			c.found("record/claim-differs", r.At(ColClaimed), r.Claimed.String(), d.Amount.String())
		}
	}
}
