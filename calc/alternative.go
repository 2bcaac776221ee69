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
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(len(alts), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			room := make([]Decision, len(c.facts))
			for i := range next {
				bears := c.policy.bearsOn(about[i])
				clear(room)
				again := c.again(c.docket, r.Readings.With(alts[i].Reading, alts[i].Value), room, func(n int) bool { return bears[c.facts[n].item] })
				c.compare(again, &alts[i])
			}
		})
	}
	for i := range alts {
		next <- i
	}
	close(next)
	wg.Wait()
	return alts
}

// again is the same sitting with something changed: the rules of single
// records are tried anew where the change bears on them, and what they gave is
// taken over elsewhere. It decides into room, which is empty.
func (c *court) again(k *docket, rs Readings, room []Decision, bears func(i int) bool) *court {
	n := &court{docket: k, set: newSettings(c.policy, rs), decisions: room, letIn: map[int]bool{}, known: map[string]*tracks{}}
	if n.set.sameTracks(&c.set, c.policy.Items) {
		n.known = c.known
	}
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
	admitted := c.again(&k, rs, make([]Decision, len(c.facts)), func(i int) bool { return c.decisions[i].Outcome == Held })
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
