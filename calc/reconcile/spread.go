package reconcile

import (
	"jiangbu/calc/money"
	"slices"
)

// spread tries to pay every award of a group exactly from the payments that
// may be for it, cutting payments where need be. It gives the pieces that
// hang together by it, nil where no such spread exists.
func (g *group) spread() []piece {
	f := newFlow(g.m.rec, g.awards, g.bundles)
	if !f.complete() {
		return nil
	}
	root := map[int]int{}
	for k := range len(f.want) + len(f.give) {
		root[k] = k
	}
	for i := range f.give {
		for _, k := range f.edges[i] {
			if f.at(i, k).Sign() > 0 || g.bundles[i].net.IsZero() && len(f.edges[i]) > 0 && k == f.edges[i][0] {
				tie(root, k, len(f.want)+i)
			}
		}
	}
	var pieces []piece
	at := map[int]int{}
	for k, a := range g.awards {
		r := rootOf(root, k)
		if _, ok := at[r]; !ok {
			at[r] = len(pieces)
			pieces = append(pieces, piece{})
		}
		pieces[at[r]].awards = append(pieces[at[r]].awards, a)
	}
	for i := range g.bundles {
		p := at[rootOf(root, len(f.want)+i)]
		pieces[p].pays = append(pieces[p].pays, g.bundles[i].pays...)
	}
	return pieces
}

// flow spreads what payments give over what awards want, as much as goes
// (Ford and Fulkerson, breadth first).
type flow struct {
	want, give []money.Yuan // what is still open
	edges      [][]int      // by payment: the awards it may pay, as indexes of want
	sent       map[[2]int]money.Yuan
}

func newFlow(rec *Reconciliation, awards []int, bundles []bundle) *flow {
	f := &flow{sent: map[[2]int]money.Yuan{}}
	for _, a := range awards {
		f.want = append(f.want, rec.Awards[a].Amount)
	}
	for _, b := range bundles {
		f.give = append(f.give, b.net)
		var to []int
		for _, a := range b.cand {
			if k := slices.Index(awards, a); k >= 0 {
				to = append(to, k)
			}
		}
		f.edges = append(f.edges, to)
	}
	return f
}

func (f *flow) at(give, want int) money.Yuan { return f.sent[[2]int{give, want}] }

// complete runs the flow and tells whether nothing is left on either side.
func (f *flow) complete() bool {
	f.run()
	for _, y := range slices.Concat(f.want, f.give) {
		if !y.IsZero() {
			return false
		}
	}
	return true
}

// run sends as much as goes: first what fits exactly, then the rest in order,
// then by detours.
func (f *flow) run() {
	for _, exact := range []bool{true, false} {
		for i := range f.give {
			for _, k := range f.edges[i] {
				if !exact || f.give[i].Equal(f.want[k]) {
					f.send(i, k, f.give[i].Min(f.want[k]))
				}
			}
		}
	}
	for f.detour() {
	}
}

func (f *flow) send(i, k int, y money.Yuan) {
	if y.Sign() <= 0 {
		return
	}
	f.give[i], f.want[k] = f.give[i].Sub(y), f.want[k].Sub(y)
	f.sent[[2]int{i, k}] = f.at(i, k).Add(y)
}

// detour finds a payment with something left and an award that wants some,
// joined by a way over payments already sent, and moves along it what goes.
func (f *flow) detour() bool {
	from := make([]int, len(f.want)) // by award: the payment that reaches it
	by := make([]int, len(f.give))   // by payment: the award that it would be freed from
	for k := range from {
		from[k] = -1
	}
	var queue []int
	for i := range by {
		by[i] = -2
		if f.give[i].Sign() > 0 {
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
			if f.want[k].Sign() > 0 {
				f.move(k, from, by)
				return true
			}
			for j := range f.give {
				if by[j] == -2 && f.at(j, k).Sign() > 0 {
					by[j] = k
					queue = append(queue, j)
				}
			}
		}
	}
	return false
}

// move pushes along the way that ends at award k.
func (f *flow) move(k int, from, by []int) {
	most := f.want[k]
	for w := k; ; {
		i := from[w]
		if by[i] == -1 {
			most = most.Min(f.give[i])
			break
		}
		w = by[i]
		most = most.Min(f.at(i, w))
	}
	f.want[k] = f.want[k].Sub(most)
	for w := k; ; {
		i := from[w]
		f.sent[[2]int{i, w}] = f.at(i, w).Add(most)
		if by[i] == -1 {
			f.give[i] = f.give[i].Sub(most)
			return
		}
		w = by[i]
		f.sent[[2]int{i, w}] = f.at(i, w).Sub(most)
	}
}
