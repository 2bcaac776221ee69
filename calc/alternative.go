package calc

import (
	"runtime"
	"sync"
)

// alternatives decides again under each other value of each reading, several
// at once, and says what would change.
func (c *court) alternatives(r *Result) []Alternative {
	var alts []Alternative
	var about []*Reading
	for i := range c.policy.Readings {
		rd := &c.policy.Readings[i]
		for _, v := range rd.Values {
			if v.Name != r.Readings[rd.Name] {
				alts, about = append(alts, Alternative{Reading: rd.Name, Value: v.Name}), append(about, rd)
			}
		}
	}
	gate := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for i := range alts {
		wg.Add(1)
		gate <- struct{}{}
		go func() {
			defer func() { <-gate; wg.Done() }()
			bears := c.policy.bearsOn(about[i])
			again := c.again(c.docket, r.Readings.With(alts[i].Reading, alts[i].Value), func(n int) bool { return bears[c.facts[n].item] })
			c.compare(again, &alts[i])
		}()
	}
	wg.Wait()
	return alts
}

// again is the same sitting with something changed: the rules of single
// records are tried anew where the change bears on them, and what they gave is
// taken over elsewhere.
func (c *court) again(k *docket, rs Readings, bears func(i int) bool) *court {
	n := &court{docket: k, set: newSettings(c.policy, rs), decisions: make([]Decision, len(c.facts)), letIn: map[int]bool{}}
	n.open = make([]int32, 0, len(c.open))
	was := c.open
	for i := range c.facts {
		wasOpen := len(was) > 0 && was[0] == int32(i)
		if wasOpen {
			was = was[1:]
		}
		if bears(i) {
			if n.screen(i) {
				n.open = append(n.open, int32(i))
			}
		} else if wasOpen {
			n.decisions[i].Entitled, n.decisions[i].Amount = c.decisions[i].Entitled, c.decisions[i].Entitled
			n.open = append(n.open, int32(i))
		}
	}
	n.applyCaps(n.keepHighest(n.open))
	return n
}

// exposure is what the held records would add if every one of them were
// granted: the total of a sitting that lets them in, less the total decided.
// What nobody can work out (no item, no base, no approved amount) adds nothing.
func (c *court) exposure(rs Readings) Yuan {
	k := *c.docket
	k.waived = true
	admitted := c.again(&k, rs, func(i int) bool { return c.decisions[i].Outcome == Held })
	return sumAmounts(admitted.decisions).Sub(sumAmounts(c.decisions))
}

func sumAmounts(ds []Decision) Yuan {
	var y Yuan
	for i := range ds {
		if ds[i].Outcome == Granted {
			y = y.Add(ds[i].Amount)
		}
	}
	return y
}

// bearsOn are the items whose single records a reading decides otherwise;
// scopes, counts and caps only bear on how records meet.
func (p *Policy) bearsOn(rd *Reading) map[*Item]bool {
	items := map[*Item]bool{}
	switch rd.Effect {
	case EffectPrior, EffectCost, EffectDate, EffectFirst:
		for _, it := range p.itemsOf(rd) {
			items[it] = true
		}
	}
	return items
}

// compare fills in what an alternative changes against this sitting.
func (c *court) compare(again *court, a *Alternative) {
	for i := range c.decisions {
		x, y := &again.decisions[i], &c.decisions[i]
		if x.Outcome != Granted && y.Outcome != Granted || x.Amount.Equal(y.Amount) {
			continue
		}
		a.Difference = a.Difference.Add(x.Amount).Sub(y.Amount)
		a.Touched = append(a.Touched, c.record(i).Key)
	}
}
