package calc

import (
	"cmp"
	"jiangbu/calc/money"
	"slices"
)

// setCaps finds the cap per company that each item is under: its own, or one
// over all the items of a joint reading.
func (c *evaluation) setCaps() {
	c.capOf = make([]int32, len(c.policy.Items))
	for n := range c.policy.Items {
		limit := c.capPerCompany(int32(n))
		if limit.IsZero() {
			continue
		}
		under := []int32{int32(n)}
		for _, joint := range c.set.joint {
			if slices.Contains(joint, int32(n)) {
				under = joint
			}
		}
		c.caps = append(c.caps, limit)
		for _, m := range under {
			c.capOf[m] = int32(len(c.caps))
		}
	}
}

// capPerCompany is the cap per company of an item: its own or, where a reading
// has its ceiling be of each payee, that ceiling.
func (c *evaluation) capPerCompany(n int32) money.Yuan {
	it := &c.policy.Items[n]
	if c.set.readingMarks[n]&capPerPayee != 0 {
		most, _ := it.Award("")
		return most
	}
	return it.Cap
}

// applyCaps is rules 10 and 11: what stands is granted, as far as the
// company's cap for the item reaches. It moves the candidates.
func (c *evaluation) applyCaps(stand []*candidate) {
	for _, q := range stand {
		q.d.Outcome = Granted
	}
	c.awaitCaps(stand)
	c.eachCap(stand, c.fill)
}

// eachCap does something with the candidates under each cap of each company, in
// the order in which they are granted. It moves the candidates.
func (c *evaluation) eachCap(claims []*candidate, do func(limit money.Yuan, claims []*candidate)) {
	under := claims[:0]
	for _, q := range claims {
		if c.capOf[q.order] > 0 {
			under = append(under, q)
		}
	}
	slices.SortFunc(under, func(a, b *candidate) int {
		if n := c.compareCaps(a, b); n != 0 {
			return n
		}
		return c.byCap(a, b)
	})
	for same := range Runs(under, func(a, b **candidate) bool { return c.compareCaps(*a, *b) == 0 }) {
		do(c.caps[c.capOf[same[0].order]-1], same)
	}
}

// awaitCaps has those wait whose amount under a cap hangs on candidates that
// others contradict, or on those that lost to such a candidate and may take its
// place. For what waits others may have to wait in their turn.
func (c *evaluation) awaitCaps(stand []*candidate) {
	again := false
	for j := range c.candidates {
		again = again || len(c.candidates[j].contested) > 0
	}
	if !again {
		return
	}
	claims := slices.Clone(stand)
	for j := range c.candidates {
		if q := &c.candidates[j]; q.by != nil {
			claims = append(claims, q)
		}
	}
	for again {
		again = false
		c.eachCap(slices.Clone(claims), func(limit money.Yuan, claims []*candidate) {
			again = awaitCap(limit, claims) || again
		})
	}
}

// awaitCap does so under one cap, and tells whether one more waits. Of each
// project one takes its part of the cap at the most.
func awaitCap(limit money.Yuan, claims []*candidate) bool {
	var open, waiting []*candidate
	least, most := limit, limit // what is left where all that are open take their part, and where none does
	taken := map[*candidate]money.Yuan{}
	for _, q := range claims {
		project := cmp.Or(q.by, q)
		if len(project.contested) > 0 {
			part := AtLeastZero(q.d.Entitled.Sub(taken[project])).Min(least)
			least, taken[project] = least.Sub(part), taken[project].Add(part)
			open = append(open, q, project)
			continue
		}
		if q.by != nil {
			continue
		}
		amount, other := q.d.Amount.Min(least), q.d.Amount.Min(most)
		least, most = least.Sub(amount), most.Sub(other)
		if !amount.Equal(other) {
			waiting = append(waiting, q)
		}
	}
	for _, q := range waiting {
		q.awaits(slices.Clone(open))
	}
	return len(waiting) > 0
}

// compareCaps orders candidates so that those under one company's cap stand
// together.
func (c *evaluation) compareCaps(a, b *candidate) int {
	return cmp.Or(cmp.Compare(a.company, b.company), cmp.Compare(c.capOf[a.order], c.capOf[b.order]))
}

// byCap is the order in which the candidates under one cap are granted.
func (c *evaluation) byCap(a, b *candidate) int {
	return cmp.Or(cmp.Compare(a.order, b.order), c.among(a, b))
}

// fill grants the candidates in their order until the cap is used up. An award
// of nothing needs no room.
func (c *evaluation) fill(limit money.Yuan, claims []*candidate) {
	left := limit
	for _, q := range claims {
		d := q.d
		if d.Amount.Cmp(left) > 0 {
			c.step(d, Step{Kind: StepCompanyCap, Clause: q.it.Clause, Value: left,
				Format: "每个单位最高不超过 %s，已安排 %s 元，本条还可奖补 %s 元",
				Args:   []string{limit.Words(), limit.Sub(left).Grouped(), left.Grouped()}})
		}
		if d.Amount.IsZero() && !d.Entitled.IsZero() {
			d.Outcome = Capped
		}
		left = left.Sub(d.Amount)
	}
}
