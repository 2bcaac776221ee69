package reconcile

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"slices"
)

// match is a set of awards and payments of one company that belong together.
type match struct{ awards, payments []int }

// settlement is a payment, or a payment with the return of it: what is matched as
// one sum.
type settlement struct {
	payments   []int
	net        money.Yuan
	gross      money.Yuan // net before returns
	candidates []int
}

// matches divides a company's awards and payments into what belongs together.
// Payments without a candidate make matches of their own.
func (m *matcher) matches(f int) []match {
	var out []match
	settlements := m.settlements(m.companies[f].payments)
	for _, g := range m.components(m.companies[f].awards, settlements) {
		if len(g.awards) == 0 {
			out = append(out, g.whole())
		} else {
			out = append(out, g.split()...)
		}
	}
	return out
}

// settlements joins every returned payment with what it returns: the last equal
// payment before it, of the same awards if there is one.
func (m *matcher) settlements(pays []int) []settlement {
	var bs []settlement
	for _, i := range pays {
		p := &m.rec.Payments[i]
		bs = append(bs, settlement{[]int{i}, p.Net(), p.Paid, m.candidates[i]})
	}
	for i := range bs {
		if p := &m.rec.Payments[bs[i].payments[0]]; p.Returned.IsZero() || !p.Paid.IsZero() {
			continue
		}
		if j := m.returnOf(bs, i); j >= 0 {
			bs[j] = settlement{append(bs[j].payments, bs[i].payments...), money.Yuan{}, bs[j].gross,
				narrower(bs[j].candidates, bs[i].candidates)}
			bs[i].payments = nil
		}
	}
	return slices.DeleteFunc(bs, func(b settlement) bool { return b.payments == nil })
}

// returnOf is the settlement that the i-th sends back, -1 where none fits.
func (m *matcher) returnOf(bs []settlement, i int) int {
	back, best, bestRank := bs[i].net.Neg(), -1, 0
	for j := range bs {
		if j == i || len(bs[j].payments) != 1 || !bs[j].net.Equal(back) ||
			len(narrower(bs[j].candidates, bs[i].candidates)) == 0 && len(bs[i].candidates) > 0 {
			continue
		}
		rank := 1
		if slices.Equal(bs[j].candidates, bs[i].candidates) {
			rank += 2
		}
		if earlier(m.rec.Payments, bs[j].payments[0], bs[i].payments[0]) {
			rank += 4
		}
		if rank >= bestRank {
			best, bestRank = j, rank
		}
	}
	return best
}

// narrower is what two candidate sets share; the other set where one is empty.
func narrower(a, b []int) []int {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	return slices.DeleteFunc(slices.Clone(a), func(x int) bool { return !slices.Contains(b, x) })
}

// component is a set of awards that payments tie together: each payment's
// candidates all stand in one group.
type component struct {
	m           *matcher
	awards      []int
	settlements []settlement
}

// components are the connected sets of awards and settlements, in the order of the
// awards; settlements without a candidate follow, each alone.
func (m *matcher) components(awards []int, bs []settlement) []component {
	tied := ties{}
	for _, b := range bs {
		for _, a := range b.candidates {
			tied.unite(b.candidates[0], a)
		}
	}
	at := map[int]int{}
	var gs []component
	for _, a := range awards {
		r := tied.root(a)
		if _, ok := at[r]; !ok {
			at[r] = len(gs)
			gs = append(gs, component{m: m})
		}
		gs[at[r]].awards = append(gs[at[r]].awards, a)
	}
	for _, b := range bs {
		if len(b.candidates) == 0 {
			gs = append(gs, component{m: m, settlements: []settlement{b}})
			continue
		}
		i := at[tied.root(b.candidates[0])]
		gs[i].settlements = append(gs[i].settlements, b)
	}
	return gs
}

// whole is all of a component as one match.
func (g *component) whole() match {
	one := match{awards: g.awards}
	for _, b := range g.settlements {
		one.payments = append(one.payments, b.payments...)
	}
	return one
}

// ties lead from an award to a lower one that it is tied to (union-find).
type ties map[int]int

// root is the lowest of those that hang together with an award.
func (t ties) root(a int) int {
	for lower, tied := t[a]; tied; lower, tied = t[a] {
		a = lower
	}
	return a
}

func (t ties) unite(a, b int) {
	if a, b = t.root(a), t.root(b); a != b {
		t[max(a, b)] = min(a, b)
	}
}

// split cuts a component into the smallest matches that balance and what is left.
// It looks first among the awards of the district that each payment names,
// then among all. Where the choice of matches leaves something over although
// the payments can be spread so that every award is exactly paid, that spread
// decides.
func (g *component) split() []match {
	near := g.inOwnDistrict()
	for _, h := range []*component{near, g} {
		d := newSplitting(h)
		if d.exact(); !d.hasRemainder() {
			d.assignRemainder()
			return d.matches
		}
		if whole := h.byFlow(); whole != nil {
			return whole
		}
	}
	d := newSplitting(near)
	d.exact()
	d.component = g
	d.exact()
	d.assignRemainder()
	return d.matches
}

func newSplitting(g *component) *splitting {
	return &splitting{component: g, doneAward: map[int]bool{}, doneSettlement: make([]bool, len(g.settlements))}
}

// inOwnDistrict is the group with each payment's candidates cut down to those of
// the district that it names, where there are any.
func (g *component) inOwnDistrict() *component {
	h := &component{m: g.m, awards: g.awards, settlements: slices.Clone(g.settlements)}
	for i := range h.settlements {
		b := &h.settlements[i]
		district := g.m.rec.Payments[b.payments[0]].District
		if own := g.m.keep(b.candidates, func(a *calc.AwardLine) bool { return a.District == district }); len(own) > 0 {
			b.candidates = own
		}
	}
	return h
}

// splitting is the work of dividing one group.
type splitting struct {
	*component
	doneAward      map[int]bool
	doneSettlement []bool
	matches        []match
}

// hasRemainder tells whether any award or sum is not in a match yet.
func (d *splitting) hasRemainder() bool {
	for _, a := range d.awards {
		if !d.doneAward[a] && !d.amount(a).IsZero() {
			return true
		}
	}
	for i, b := range d.settlements {
		if !d.doneSettlement[i] && !b.net.IsZero() {
			return true
		}
	}
	return false
}

func (g *component) amount(a int) money.Yuan { return g.m.rec.Awards[a].Amount }

// addMatch makes a match.
func (d *splitting) addMatch(awards, settlements []int) {
	pc := match{awards: awards}
	for _, a := range awards {
		d.doneAward[a] = true
	}
	for _, b := range settlements {
		d.doneSettlement[b] = true
		pc.payments = append(pc.payments, d.settlements[b].payments...)
	}
	d.matches = append(d.matches, pc)
}

// attach adds a settlement to a match that stands.
func (d *splitting) attach(at, b int) {
	d.doneSettlement[b] = true
	d.matches[at].payments = append(d.matches[at].payments, d.settlements[b].payments...)
}

// exact takes what balances: an award with all that names it alone, with one
// payment, with several; then one payment with several awards.
func (d *splitting) exact() {
	for _, a := range d.awards {
		if d.doneAward[a] {
			continue
		}
		if set := d.exactFor(a); set != nil {
			d.addMatch([]int{a}, set)
		}
	}
	for i, b := range d.settlements {
		if d.doneSettlement[i] || b.net.Sign() <= 0 {
			continue
		}
		var open []int
		var sums []money.Yuan
		for _, a := range b.candidates {
			if !d.doneAward[a] && d.amount(a).Sign() > 0 {
				open, sums = append(open, a), append(sums, d.amount(a))
			}
		}
		if pick := subset(sums, b.net); pick != nil {
			d.addMatch(choose(open, pick), []int{i})
		}
	}
}

// exactFor are the settlements that pay an award exactly, nil where none do.
func (d *splitting) exactFor(a int) []int {
	var pinned, pool []int
	var sum money.Yuan
	var nets []money.Yuan
	for _, i := range d.order(a) {
		if b := d.settlements[i]; len(b.candidates) == 1 {
			pinned, sum = append(pinned, i), sum.Add(b.net)
		}
		if d.settlements[i].net.Sign() > 0 {
			pool, nets = append(pool, i), append(nets, d.settlements[i].net)
		}
	}
	if sum.Equal(d.amount(a)) {
		return pinned
	}
	if k := slices.IndexFunc(nets, d.amount(a).Equal); k >= 0 {
		return pool[k : k+1]
	}
	return choose(pool, subset(nets, d.amount(a)))
}

// order are the open settlements that may pay an award, those that name it alone
// first.
func (d *splitting) order(a int) []int {
	var alone, others []int
	for i, b := range d.settlements {
		switch {
		case d.doneSettlement[i] || !slices.Contains(b.candidates, a):
		case len(b.candidates) == 1:
			alone = append(alone, i)
		default:
			others = append(others, i)
		}
	}
	return append(alone, others...)
}

// subset finds terms that add up to a sum: their indexes, nil where none do.
// It gives up after a bounded search, which costs at most a coarser line.
func subset(terms []money.Yuan, sum money.Yuan) []int {
	steps := 4000
	var pick []int
	var try func(from int, left money.Yuan) bool
	try = func(from int, left money.Yuan) bool {
		if left.IsZero() {
			return len(pick) > 0
		}
		for i := from; i < len(terms) && steps > 0; i++ {
			steps--
			if terms[i].Cmp(left) > 0 {
				continue
			}
			pick = append(pick, i)
			if try(i+1, left.Sub(terms[i])) {
				return true
			}
			pick = pick[:len(pick)-1]
		}
		return false
	}
	if sum.Sign() <= 0 || !try(0, sum) {
		return nil
	}
	return pick
}

func choose(from, pick []int) []int {
	var out []int
	for _, i := range pick {
		out = append(out, from[i])
	}
	return out
}
