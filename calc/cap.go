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
	under := stand[:0]
	for _, q := range stand {
		q.d.Outcome = Granted
		if c.capOf[q.order] > 0 {
			under = append(under, q)
		}
	}
	slices.SortFunc(under, func(a, b *candidate) int {
		if n := c.compareCaps(a, b); n != 0 {
			return n
		}
		return cmp.Or(cmp.Compare(a.order, b.order), c.among(a, b))
	})
	for len(under) > 0 {
		n := 1
		for n < len(under) && c.compareCaps(under[0], under[n]) == 0 {
			n++
		}
		limit := c.caps[c.capOf[under[0].order]-1]
		awaitCaps(limit, under[:n])
		c.fill(limit, under[:n])
		under = under[n:]
	}
}

// awaitCaps has those wait whose amount under the cap hangs on candidates that
// others contradict.
func awaitCaps(limit money.Yuan, claims []*candidate) {
	if !slices.ContainsFunc(claims, func(q *candidate) bool { return len(q.contested) > 0 }) {
		return
	}
	var contested, waiting []*candidate
	all, without := limit, limit // what is left: with those that are contested, and without
	for _, q := range claims {
		amount := q.d.Amount.Min(all)
		all = all.Sub(amount)
		if len(q.contested) > 0 {
			contested = append(contested, q)
			continue
		}
		other := q.d.Amount.Min(without)
		without = without.Sub(other)
		if !amount.Equal(other) {
			waiting = append(waiting, q)
		}
	}
	for _, q := range waiting {
		q.awaits(slices.Clone(contested))
	}
}

// compareCaps orders candidates so that those under one company's cap stand
// together.
func (c *evaluation) compareCaps(a, b *candidate) int {
	return cmp.Or(cmp.Compare(a.company, b.company), cmp.Compare(c.capOf[a.order], c.capOf[b.order]))
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
