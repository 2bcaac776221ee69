package reconcile

import (
	"jiangbu/calc/money"
	"slices"
)

// byFlow tries to pay every award of a component exactly from the payments that
// may be for it, cutting payments where need be. It gives the matches that
// hang together by it, nil where no such spread exists.
func (g *component) byFlow() []match {
	f := newMaxFlow(g.m.rec, g.awards, g.settlements)
	if !f.complete() {
		return nil
	}
	paying := slices.Clone(g.settlements)
	for i := range paying {
		var pays []int
		for _, k := range f.edges[i] {
			if f.at(i, k).Sign() > 0 {
				pays = append(pays, g.awards[k])
			}
		}
		if len(pays) == 0 { // it is nothing, and stands with the first that it may be for
			pays = paying[i].candidates[:1]
		}
		paying[i].candidates = pays
	}
	var matches []match
	for _, h := range g.m.components(g.awards, paying) {
		matches = append(matches, h.whole())
	}
	return matches
}

// maxFlow spreads what payments give over what awards want, as much as goes
// (Ford and Fulkerson, breadth first).
type maxFlow struct {
	demand, supply []money.Yuan // what is still open
	edges          [][]int      // by payment: the awards it may pay, as indexes of want
	sent           map[[2]int]money.Yuan
}

func newMaxFlow(rec *Reconciliation, awards []int, settlements []settlement) *maxFlow {
	f := &maxFlow{sent: map[[2]int]money.Yuan{}}
	for _, a := range awards {
		f.demand = append(f.demand, rec.Awards[a].Amount)
	}
	for _, b := range settlements {
		f.supply = append(f.supply, b.net)
		var to []int
		for _, a := range b.candidates {
			if k := slices.Index(awards, a); k >= 0 {
				to = append(to, k)
			}
		}
		f.edges = append(f.edges, to)
	}
	return f
}

func (f *maxFlow) at(give, want int) money.Yuan { return f.sent[[2]int{give, want}] }

// complete runs the flow and tells whether nothing is left on either side.
func (f *maxFlow) complete() bool {
	f.run()
	return !slices.ContainsFunc(slices.Concat(f.demand, f.supply), func(y money.Yuan) bool { return !y.IsZero() })
}

// run sends as much as goes: first what fits exactly, then by augmenting paths.
func (f *maxFlow) run() {
	for i, y := range f.supply {
		for _, k := range f.edges[i] {
			if y.Sign() > 0 && y.Equal(f.demand[k]) {
				f.sent[[2]int{i, k}] = f.at(i, k).Add(y)
				f.supply[i], f.demand[k] = money.Yuan{}, money.Yuan{}
				break
			}
		}
	}
	for f.augment() {
	}
}

// augment finds a payment with something left and an award that wants some,
// joined by a way over payments already sent, and moves along it what goes.
func (f *maxFlow) augment() bool {
	from := make([]int, len(f.demand)) // by award: the payment that reaches it
	by := make([]int, len(f.supply))   // by payment: the award that it would be freed from
	for k := range from {
		from[k] = -1
	}
	var queue []int
	for i := range by {
		by[i] = -2
		if f.supply[i].Sign() > 0 {
			by[i] = -1
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, k := range f.edges[i] {
			if from[k] >= 0 {
				continue
			}
			from[k] = i
			if f.demand[k].Sign() > 0 {
				f.pushAlong(k, from, by)
				return true
			}
			for j := range f.supply {
				if by[j] == -2 && f.at(j, k).Sign() > 0 {
					by[j] = k
					queue = append(queue, j)
				}
			}
		}
	}
	return false
}

// pushAlong pushes along the way that ends at award k.
func (f *maxFlow) pushAlong(k int, from, by []int) {
	most := f.demand[k]
	for w := k; ; {
		i := from[w]
		if by[i] == -1 {
			most = most.Min(f.supply[i])
			break
		}
		w = by[i]
		most = most.Min(f.at(i, w))
	}
	f.demand[k] = f.demand[k].Sub(most)
	for w := k; ; {
		i := from[w]
		f.sent[[2]int{i, w}] = f.at(i, w).Add(most)
		if by[i] == -1 {
			f.supply[i] = f.supply[i].Sub(most)
			return
		}
		w = by[i]
		f.sent[[2]int{i, w}] = f.at(i, w).Sub(most)
	}
}
