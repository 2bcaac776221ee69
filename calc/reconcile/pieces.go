package reconcile

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"slices"
)

// piece is a set of awards and payments of one company that belong together.
type piece struct{ awards, pays []int }

// bundle is a payment, or a payment with the return of it: what is matched as
// one sum.
type bundle struct {
	pays  []int
	net   money.Yuan
	gross money.Yuan // net before returns
	cand  []int
}

// pieces divides a company's awards and payments into what belongs together.
// Payments without a candidate make pieces of their own.
func (m *matcher) pieces(f int) []piece {
	var out []piece
	bundles := m.bundles(m.firms[f].pays)
	for _, g := range m.groups(m.firms[f].awards, bundles) {
		if len(g.awards) == 0 {
			out = append(out, piece{pays: g.bundles[0].pays})
			continue
		}
		out = append(out, g.divide()...)
	}
	return out
}

// bundles joins every returned payment with what it returns: the last equal
// payment before it, of the same awards if there is one.
func (m *matcher) bundles(pays []int) []bundle {
	var bs []bundle
	for _, i := range pays {
		p := &m.rec.Payments[i]
		bs = append(bs, bundle{[]int{i}, p.Net(), p.Paid, m.cands[i]})
	}
	for i := range bs {
		if p := &m.rec.Payments[bs[i].pays[0]]; p.Returned.IsZero() || !p.Paid.IsZero() {
			continue
		}
		if j := m.returnOf(bs, i); j >= 0 {
			bs[j] = bundle{append(bs[j].pays, bs[i].pays...), money.Yuan{}, bs[j].gross, narrower(bs[j].cand, bs[i].cand)}
			bs[i].pays = nil
		}
	}
	return slices.DeleteFunc(bs, func(b bundle) bool { return b.pays == nil })
}

// returnOf is the bundle that the i-th sends back, -1 where none fits.
func (m *matcher) returnOf(bs []bundle, i int) int {
	back, best, bestRank := bs[i].net.Neg(), -1, 0
	for j := range bs {
		if j == i || len(bs[j].pays) != 1 || !bs[j].net.Equal(back) || len(narrower(bs[j].cand, bs[i].cand)) == 0 && len(bs[i].cand) > 0 {
			continue
		}
		rank := 1
		if slices.Equal(bs[j].cand, bs[i].cand) {
			rank += 2
		}
		if earlier(m.rec.Payments, bs[j].pays[0], bs[i].pays[0]) {
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
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	var both []int
	for _, x := range a {
		if slices.Contains(b, x) {
			both = append(both, x)
		}
	}
	return both
}

// group is a set of awards that payments tie together: each payment's
// candidates all stand in one group.
type group struct {
	m       *matcher
	awards  []int
	bundles []bundle
}

// groups are the connected sets of awards and bundles, in the order of the
// awards; bundles without a candidate follow, each alone.
func (m *matcher) groups(awards []int, bs []bundle) []group {
	root := map[int]int{}
	for _, a := range awards {
		root[a] = a
	}
	for _, b := range bs {
		for _, a := range b.cand {
			tie(root, b.cand[0], a)
		}
	}
	at := map[int]int{}
	var gs []group
	for _, a := range awards {
		r := rootOf(root, a)
		if _, ok := at[r]; !ok {
			at[r] = len(gs)
			gs = append(gs, group{m: m})
		}
		gs[at[r]].awards = append(gs[at[r]].awards, a)
	}
	for _, b := range bs {
		if len(b.cand) == 0 {
			gs = append(gs, group{m: m, bundles: []bundle{b}})
			continue
		}
		i := at[rootOf(root, b.cand[0])]
		gs[i].bundles = append(gs[i].bundles, b)
	}
	return gs
}

// rootOf and tie are the two halves of union-find over awards.
func rootOf(root map[int]int, a int) int {
	for root[a] != a {
		a = root[a]
	}
	return a
}

func tie(root map[int]int, a, b int) {
	a, b = rootOf(root, a), rootOf(root, b)
	root[max(a, b)] = min(a, b)
}

// divide cuts a group into the smallest pieces that balance and what is left.
// It looks first among the awards of the district that each payment names,
// then among all. Where the choice of pieces leaves something over although
// the payments can be spread so that every award is exactly paid, that spread
// decides.
func (g *group) divide() []piece {
	near := g.narrowed()
	for _, h := range []*group{near, g} {
		d := newDivision(h)
		if d.exact(); !d.rest() {
			d.leftovers()
			return d.pieces
		}
		if whole := h.spread(); whole != nil {
			return whole
		}
	}
	d := newDivision(near)
	d.exact()
	d.group = g
	d.exact()
	d.leftovers()
	return d.pieces
}

func newDivision(g *group) *division {
	return &division{group: g, doneAward: map[int]bool{}, doneBundle: make([]bool, len(g.bundles))}
}

// narrowed is the group with each payment's candidates cut down to those of
// the district that it names, where there are any.
func (g *group) narrowed() *group {
	h := &group{m: g.m, awards: g.awards, bundles: slices.Clone(g.bundles)}
	for i := range h.bundles {
		b := &h.bundles[i]
		district := g.m.rec.Payments[b.pays[0]].District
		if own := g.m.keep(b.cand, func(a *calc.AwardLine) bool { return a.District == district }); len(own) > 0 {
			b.cand = own
		}
	}
	return h
}

// division is the work of dividing one group.
type division struct {
	*group
	doneAward  map[int]bool
	doneBundle []bool
	pieces     []piece
}

// rest tells whether any award or sum is not in a piece yet.
func (d *division) rest() bool {
	for _, a := range d.awards {
		if !d.doneAward[a] && !d.amount(a).IsZero() {
			return true
		}
	}
	for i, b := range d.bundles {
		if !d.doneBundle[i] && !b.net.IsZero() {
			return true
		}
	}
	return false
}

func (g *group) amount(a int) money.Yuan { return g.m.rec.Awards[a].Amount }

// take makes a piece.
func (d *division) take(awards, bundles []int) {
	pc := piece{awards: awards}
	for _, a := range awards {
		d.doneAward[a] = true
	}
	for _, b := range bundles {
		d.doneBundle[b] = true
		pc.pays = append(pc.pays, d.bundles[b].pays...)
	}
	d.pieces = append(d.pieces, pc)
}

// attach adds a bundle to a piece that stands.
func (d *division) attach(piece, b int) {
	d.doneBundle[b] = true
	d.pieces[piece].pays = append(d.pieces[piece].pays, d.bundles[b].pays...)
}

// exact takes what balances: an award with all that names it alone, with one
// payment, with several; then one payment with several awards.
func (d *division) exact() {
	for _, a := range d.awards {
		if d.doneAward[a] {
			continue
		}
		if set := d.exactFor(a); set != nil {
			d.take([]int{a}, set)
		}
	}
	for i, b := range d.bundles {
		if d.doneBundle[i] || b.net.Sign() <= 0 {
			continue
		}
		var open []int
		var sums []money.Yuan
		for _, a := range b.cand {
			if !d.doneAward[a] && d.amount(a).Sign() > 0 {
				open, sums = append(open, a), append(sums, d.amount(a))
			}
		}
		if pick := subset(sums, b.net); pick != nil {
			d.take(choose(open, pick), []int{i})
		}
	}
}

// exactFor are the bundles that pay an award exactly, nil where none do.
func (d *division) exactFor(a int) []int {
	var pinned, pool []int
	var sum money.Yuan
	var nets []money.Yuan
	for _, i := range d.order(a) {
		if b := d.bundles[i]; len(b.cand) == 1 {
			pinned, sum = append(pinned, i), sum.Add(b.net)
		}
		if d.bundles[i].net.Sign() > 0 {
			pool, nets = append(pool, i), append(nets, d.bundles[i].net)
		}
	}
	if len(pinned) > 0 && sum.Equal(d.amount(a)) {
		return pinned
	}
	for k, net := range nets {
		if net.Equal(d.amount(a)) {
			return []int{pool[k]}
		}
	}
	return choose(pool, subset(nets, d.amount(a)))
}

// order are the open bundles that may pay an award, those that name it alone
// first.
func (d *division) order(a int) []int {
	var alone, others []int
	for i, b := range d.bundles {
		switch {
		case d.doneBundle[i] || !slices.Contains(b.cand, a):
		case len(b.cand) == 1:
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
