package calc

import (
	"jiangbu/calc/money"
	"slices"
)

// alternatives says what each other value of each reading would change.
func (c *evaluation) alternatives(inForce Readings) []Alternative {
	var alts []Alternative
	for _, rd := range c.policy.Readings {
		for _, v := range rd.Values {
			if v.Name != inForce[rd.Name] {
				alts = append(alts, Alternative{Reading: rd.Name, Value: v.Name})
			}
		}
	}
	work := make([]func(), len(alts))
	for i := range alts {
		work[i] = func() { c.complete(&alts[i], inForce) }
	}
	AtOnce(work...) // one by one: what a reading concerns may be most of the batch, or nothing
	return alts
}

// complete works out what an alternative would change.
func (c *evaluation) complete(a *Alternative, inForce Readings) {
	rd, _ := c.policy.Reading(a.Reading)
	about := make([]bool, len(c.policy.Items))
	for _, n := range c.policy.itemsOf(rd) {
		about[n] = true
	}
	var touched []int32
	a.Difference, touched = c.difference(c.evaluation(inForce.With(a.Reading, a.Value)), func(i int32) concern {
		if item := c.items[i]; item < 0 || !about[item] {
			return unconcerned
		}
		return c.concerns(rd, i)
	})
	for _, i := range touched {
		a.Touched = append(a.Touched, c.record(int(i)).Key)
	}
}

// exposure is what the held records would add if every one of them were
// granted: the total of an evaluation that lets them in, less the total decided.
// A level that is not known counts at the item's ceiling; what nobody can work
// out (no item, no base, no approved amount) adds nothing and is counted apart.
func (c *evaluation) exposure(inForce Readings) money.Yuan {
	k := *c.batchIndex
	k.waived = true
	more, _ := c.difference(k.evaluation(inForce), func(i int32) concern {
		if c.decisions[i].Outcome == Held {
			return concerned
		}
		return unconcerned
	})
	return more
}

// unestimated counts the held records that exposure cannot put a figure on.
func (c *evaluation) unestimated() (n int) {
	for i := range c.decisions {
		if c.decisions[i].Outcome != Held {
			continue
		}
		if c.items[i] < 0 {
			n++
		} else if _, ok := c.policy.Items[c.items[i]].ceiling(c.record(i)); !ok {
			n++
		}
	}
	return n
}

// concern is what a change of the rules is to one record.
type concern uint8

// A record is not concerned; only by how it meets others; or by itself.
const (
	unconcerned concern = iota
	amongOthers
	concerned
)

// concerns tells what another value of a reading is to record i, of an item
// that it is about.
func (c *evaluation) concerns(rd *Reading, i int32) concern {
	r := c.record(int(i))
	switch rd.Effect {
	case EffectScope, EffectEach:
		return amongOthers
	case EffectCount:
		if len(c.priorsOf(i)) == 0 {
			return amongOthers
		}
	case EffectLife:
		if !c.beforeForce(r) {
			return unconcerned
		}
	case EffectPayee:
		return unconcerned // the amount stays
	case EffectPrior:
		if len(c.priorsOf(i)) == 0 {
			return unconcerned
		}
	case EffectDate:
		if r.LabelYear == 0 && r.ValidFrom.IsZero() {
			return unconcerned
		}
	case EffectFirst:
		if n, ok := c.policy.Nature(r.Nature); !ok || n.Kind != NatureRenewed {
			return unconcerned
		}
	}
	return concerned
}

// difference has another evaluation decide the components in which a record is
// concerned, and tells by how much its total is more and which records it gives
// another amount.
func (c *evaluation) difference(other *evaluation, of func(i int32) concern) (more money.Yuan, touched []int32) {
	for members := range c.components.all {
		if !concernsComponent(members, of) {
			continue
		}
		other.reevaluate(c, members, of)
		for j := range other.candidates {
			q := &other.candidates[j]
			x, y := q.d, &c.decisions[q.i]
			if x.Outcome != Granted && y.Outcome != Granted || x.Amount.Equal(y.Amount) {
				continue
			}
			more = more.Add(x.Amount).Sub(y.Amount)
			touched = append(touched, q.i)
		}
	}
	slices.Sort(touched)
	return more, touched
}

// concernsComponent tells whether a component may be decided otherwise; a record alone in
// its component meets no other.
func concernsComponent(members []int32, of func(i int32) concern) bool {
	for _, i := range members {
		if n := of(i); n == concerned || n == amongOthers && len(members) > 1 {
			return true
		}
	}
	return false
}

// reevaluate decides a component that another evaluation has decided: the rules
// of single records are tried anew on those that are concerned, and what the
// other evaluation made of them is taken over elsewhere.
func (c *evaluation) reevaluate(before *evaluation, members []int32, of func(i int32) concern) {
	c.decisionBuffer = slices.Grow(c.decisionBuffer[:0], len(members))[:len(members)]
	c.beginComponent()
	for _, i := range members {
		was := &before.decisions[i]
		anew := of(i) == concerned || was.Outcome == Held && before.entered[i] // held among the others
		if !anew && (was.Outcome == Refused || was.Outcome == Held) {
			c.noteCode(i, was.Outcome) // closed as before
			continue
		}
		d := &c.decisionBuffer[len(c.candidates)]
		*d = Decision{}
		c.candidates = append(c.candidates, c.candidate(i, d))
		if anew {
			if c.screen(&c.candidates[len(c.candidates)-1]); d.Outcome != "" {
				c.noteCode(i, d.Outcome)
			}
		} else {
			d.Entitled, d.Amount = was.Entitled, was.Entitled
		}
	}
	c.decideComponent()
}
