package reconcile

import (
	"jiangbu/calc/money"
	"slices"
)

// leftovers puts everything that balanced with nothing somewhere: payments to
// the awards that they name, doubles to what they double, and awards that
// nobody paid alone.
func (d *division) leftovers() {
	d.pairs(func(b *bundle, amount money.Yuan) bool { return tenThousandfold(b.net, amount) })
	d.pairs(func(b *bundle, amount money.Yuan) bool { return !b.gross.Equal(b.net) && b.gross.Equal(amount) })
	d.tieOpen()
	for i := range d.bundles {
		if d.doneBundle[i] {
			continue
		}
		if p := d.home(i); p >= 0 {
			d.attach(p, i)
		} else {
			d.take(nil, []int{i})
		}
	}
	for _, a := range d.awards {
		if !d.doneAward[a] {
			d.take([]int{a}, nil)
		}
	}
}

// pairs takes an open award with the one open payment that fits it in some
// way, where no other payment names the award alone.
func (d *division) pairs(fits func(b *bundle, amount money.Yuan) bool) {
	for _, a := range d.awards {
		if d.doneAward[a] {
			continue
		}
		for _, i := range d.order(a) {
			if fits(&d.bundles[i], d.amount(a)) {
				d.take([]int{a}, []int{i})
				break
			}
		}
	}
}

// tieOpen makes one piece of the open awards that open payments tie together,
// with these payments. Sums that are nothing tie nothing.
func (d *division) tieOpen() {
	root := map[int]int{}
	for _, a := range d.awards {
		root[a] = a
	}
	open := make([][]int, len(d.bundles))
	for i, b := range d.bundles {
		if d.doneBundle[i] || b.net.IsZero() && len(b.cand) > 1 {
			continue
		}
		for _, a := range b.cand {
			if !d.doneAward[a] {
				open[i] = append(open[i], a)
				tie(root, open[i][0], a)
			}
		}
	}
	at := map[int]int{}
	for i := range d.bundles {
		if len(open[i]) == 0 {
			continue
		}
		r := rootOf(root, open[i][0])
		if p, ok := at[r]; ok {
			d.attach(p, i)
			continue
		}
		at[r] = len(d.pieces)
		var tied []int
		for _, a := range d.awards {
			if rootOf(root, a) == r && !d.doneAward[a] {
				tied = append(tied, a)
			}
		}
		d.take(tied, []int{i})
	}
}

// home is the piece that a payment too many belongs to: the one with a payment
// that it doubles, the only one that it could be for, or the one with the
// award that a returned payment paid; -1 where there is none.
func (d *division) home(i int) int {
	b := &d.bundles[i]
	var near []int
	for p := range d.pieces {
		if slices.ContainsFunc(d.pieces[p].awards, func(a int) bool { return slices.Contains(b.cand, a) }) {
			near = append(near, p)
		}
	}
	for _, p := range near {
		for _, j := range d.pieces[p].pays {
			if paid := d.m.rec.Payments[j].Paid; paid.Sign() > 0 && paid.Equal(b.gross) {
				return p
			}
		}
	}
	if len(near) == 1 || len(near) > 0 && b.net.IsZero() {
		return near[0]
	}
	return -1
}

// tenThousandfold tells whether one sum is ten thousand times the other: 元
// written where 万元 was meant, or the other way round.
func tenThousandfold(a, b money.Yuan) bool {
	if a.Sign() <= 0 || b.Sign() <= 0 {
		return false
	}
	return money.UnitWan.Of(a.Decimal()).Equal(b) || money.UnitWan.Of(b.Decimal()).Equal(a)
}
