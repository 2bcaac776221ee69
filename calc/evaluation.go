package calc

import (
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"slices"
)

// evaluation decides a batch under one set of readings.
type evaluation struct {
	*batchIndex
	scratch
	set       settings
	explain   bool       // keep findings, and steps beyond the first
	decisions []Decision // by record
	findings  Findings
	entered   []bool // by record: the rules of single records left it open
	shared    map[stepWording][]Step
	caps      []money.Yuan
	capOf     []int32 // by item: its cap, counted from 1
}

// scratch is what an evaluation uses again for each component.
type scratch struct {
	candidates     []candidate
	open           []*candidate
	doubts         []Finding // about the candidate that is screened
	deferred       []Finding // and those that rest on other rows
	claims         []claim
	pieces         []*candidate
	stating        []int32    // closed records that state a code of their own
	heldStating    []int32    // and those of them that are held
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
	c.explain, c.decisions, c.entered = true, make([]Decision, len(k.items)), make([]bool, len(k.items))
	for i := range c.decisions {
		q := c.candidate(int32(i), &c.decisions[i])
		c.screen(&q)
		c.entered[i] = q.d.Outcome == ""
	}
	for members := range k.components.all {
		c.beginComponent()
		for _, i := range members {
			if d := &c.decisions[i]; d.Outcome == "" {
				c.candidates = append(c.candidates, c.candidate(i, d))
			} else {
				c.noteCode(i, d.Outcome)
			}
		}
		c.decideComponent()
		c.noteHigherHeld(members)
	}
	c.compareClaims()
	c.reportRulings()
	c.reportPriors()
	return c
}

// beginComponent empties what is gathered of a component.
func (c *evaluation) beginComponent() {
	c.candidates, c.stating, c.heldStating = c.candidates[:0], c.stating[:0], c.heldStating[:0]
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
	c.joinSubjects()
	c.contest()
	c.contestByPriors()
	c.joinPieces(c.open)
	c.checkNamedCodes()
	c.applyCaps(c.keepHighest(c.open))
	for j := range c.candidates {
		c.closeContested(&c.candidates[j])
	}
}

// noteAward points out an award of nothing, and one to a body that only the
// item's exception lets in.
func (c *evaluation) noteAward(d *Decision, r *Record, it *Item) {
	if d.Amount.IsZero() {
		c.found("record/zero-award", r.Source, r.Company, d.Steps[len(d.Steps)-1].Text())
	}
	if len(it.Allow.Codes) > 0 && len(r.CreditCode) >= codeKind {
		if kind := r.CreditCode[:codeKind]; slices.Contains(it.Allow.Codes, kind) &&
			!slices.Contains(c.policy.Eligible.Persons, kind) {
			c.found("company/authority", r.At(ColCompany), r.Company, kind, it.Name)
		}
	}
}

// noteCode remembers a closed record whose row states a code: codes are taken
// from it by name.
func (c *evaluation) noteCode(i int32, o Outcome) {
	if !c.codesByName || c.record(int(i)).CodeByName {
		return
	}
	if o == Held {
		c.heldStating = append(c.heldStating, i)
	} else {
		c.stating = append(c.stating, i)
	}
}

// checkNamedCodes holds the candidates whose code was taken from rows of the
// same name that are all held, or may be: what nobody vouches for must not be
// paid. They go on competing, as all do that are contradicted.
func (c *evaluation) checkNamedCodes() {
	if !c.codesByName || c.waived {
		return
	}
	for again := true; again; {
		again = false
		for _, q := range c.open {
			if !q.r.CodeByName || q.unvouched || c.isVouchedFor(q) {
				continue
			}
			q.unvouched = true
			if q.isContestedFor(c, c.codeFromHeld(q)) {
				again = true
			}
		}
	}
}

// isVouchedFor tells whether a row that is not held states the code of the name.
func (c *evaluation) isVouchedFor(q *candidate) bool {
	return slices.ContainsFunc(c.stating, func(i int32) bool { return c.statesCodeOf(q, i) }) ||
		slices.ContainsFunc(c.open, func(p *candidate) bool {
			return c.statesCodeOf(q, p.i) && len(c.contestedBeside(p, q)) == 0
		})
}

// statesCodeOf tells whether a record's own row states the code that another of
// its name goes by.
func (c *evaluation) statesCodeOf(q *candidate, i int32) bool {
	r := c.record(int(i))
	return r.CreditCode == q.r.CreditCode && !r.CodeByName &&
		written.CompanyKey(r.Company) == written.CompanyKey(q.r.Company)
}

// contestedBeside are the candidates, but for q, that others contradict and that
// a candidate may have to wait for: itself, what comes before it in its project,
// and the same of those that come before it under a cap that has no room for all.
func (c *evaluation) contestedBeside(p, q *candidate) (all []*candidate) {
	before := []*candidate{p}
	if c.mayBeCut(p) {
		for _, y := range c.open {
			if y != q && c.compareCaps(y, p) == 0 && c.byCap(y, p) < 0 {
				before = append(before, y)
			}
		}
	}
	for _, x := range c.open {
		if x != q && len(x.contested) > 0 &&
			slices.ContainsFunc(before, func(y *candidate) bool { return x.mayDisplace(c, y) }) {
			all = append(all, x)
		}
	}
	return all
}

// mayDisplace tells whether a candidate is another, or comes before it in one of
// its projects.
func (q *candidate) mayDisplace(c *evaluation, p *candidate) bool {
	return q == p || c.higher(q, p) < 0 && (c.trackOf(p, c.set.within) == c.trackOf(q, c.set.within) ||
		c.trackOf(p, withinTrack) == c.trackOf(q, withinTrack))
}

// mayBeCut tells whether the claims under a candidate's cap are more than the cap.
func (c *evaluation) mayBeCut(p *candidate) bool {
	if c.capOf[p.order] == 0 {
		return false
	}
	left := c.caps[c.capOf[p.order]-1]
	for _, y := range c.open {
		if c.compareCaps(y, p) == 0 {
			left = left.Sub(y.d.Entitled)
		}
	}
	return left.Sign() < 0
}

// codeFromHeld is the doubt about a code that was taken from rows that are held:
// it names them, and what contradicts them.
func (c *evaluation) codeFromHeld(q *candidate) Finding {
	var from, contested []*candidate
	for _, i := range c.heldStating {
		if c.statesCodeOf(q, i) {
			p := c.candidate(i, nil)
			from = append(from, &p)
		}
	}
	for _, p := range c.open {
		if c.statesCodeOf(q, p.i) {
			from, contested = append(from, p), append(contested, c.contestedBeside(p, q)...)
		}
	}
	f := Found("company/code-from-held", q.r.At(ColCompany), q.r.CreditCode)
	f.nameOthers(append(from, contested...))
	if against := f.nameContradicting(contested); against != "" {
		f.Args[1] += "、" + against
	}
	return f
}

// noteHigherHeld says on what is granted that a higher record of its project is
// held.
func (c *evaluation) noteHigherHeld(members []int32) {
	if len(members) == 1 {
		return
	}
	for _, i := range members {
		d := &c.decisions[i]
		if d.Outcome != Held || c.items[i] < 0 {
			continue
		}
		held := c.candidate(i, d)
		t := c.trackOf(&held, c.set.within)
		for j := range c.candidates {
			q := &c.candidates[j]
			if q.d.Outcome != Granted || c.trackOf(q, c.set.within) != t || !c.mayStandAbove(&held, q) {
				continue
			}
			c.found("record/higher-held", q.r.Source, Levelled(held.r.Level, held.it.Name), held.r.Source.String())
			c.step(q.d, Step{Kind: StepStands, Clause: c.policy.Governing(GovernsHighest),
				Format: "同一项目另有%s待核（%s），如予以奖补，按就高不重复的原则与本条只奖一项",
				Args:   []string{Levelled(held.r.Level, held.it.Name), held.r.Source.String()}})
		}
	}
}

// mayStandAbove tells whether a held record would be paid more than another, as
// far as one can know.
func (c *evaluation) mayStandAbove(held, q *candidate) bool {
	most, known := held.it.ceiling(held.r)
	return !known || most.Cmp(q.d.Entitled) > 0
}

// close closes a record without money.
func (c *evaluation) close(q *candidate, o Outcome, reason string, s Step) {
	q.d.Outcome, q.d.Reason = o, reason
	c.zero(q, s)
}

// zero applies a step that leaves nothing.
func (c *evaluation) zero(q *candidate, s Step) {
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

// claimAt is where the sender's claim stands: in its column or, without one, in
// the remark.
func (r *Record) claimAt() Ref {
	if r.Row != nil && r.Row.Text(ColClaimed) == "" {
		return r.At(ColRemark)
	}
	return r.At(ColClaimed)
}

// compareClaims points out awards that are not what the sender asked for, that
// are nothing, or that go to an authority.
func (c *evaluation) compareClaims() {
	for i := range c.decisions {
		d, r := &c.decisions[i], c.record(i)
		if d.Outcome == Granted {
			c.noteAward(d, r, &c.policy.Items[c.items[i]])
		}
		if r.Claimed != nil && (d.Outcome == Granted || d.Outcome == Capped) && !r.Claimed.Equal(d.Amount) {
			c.found("record/claim-differs", r.claimAt(), r.Claimed.Grouped(), d.Amount.Grouped())
		}
	}
}
