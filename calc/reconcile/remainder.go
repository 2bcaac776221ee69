package reconcile

import (
	"jiangbu/calc/money"
	"slices"
)

// assignRemainder puts everything that balanced with nothing somewhere: payments to
// the awards that they name, doubles to what they double, and awards that
// nobody paid alone.
func (d *splitting) assignRemainder() {
	d.matchSingly(func(b *settlement, amount money.Yuan) bool { return tenThousandfold(b.net, amount) })
	d.matchSingly(func(b *settlement, amount money.Yuan) bool { return !b.gross.Equal(b.net) && b.gross.Equal(amount) })
	d.matchTiedAwards()
	for i := range d.settlements {
		if d.doneSettlement[i] {
			continue
		}
		if p := d.ownerOf(i); p >= 0 {
			d.attach(p, i)
		} else {
			d.addMatch(nil, []int{i})
		}
	}
	for _, a := range d.awards {
		if !d.doneAward[a] {
			d.addMatch([]int{a}, nil)
		}
	}
}

// matchSingly takes an open award with the one open payment that fits it in some
// way, where no other payment names the award alone.
func (d *splitting) matchSingly(fits func(b *settlement, amount money.Yuan) bool) {
	for _, a := range d.awards {
		if d.doneAward[a] {
			continue
		}
		for _, i := range d.order(a) {
			if fits(&d.settlements[i], d.amount(a)) {
				d.addMatch([]int{a}, []int{i})
				break
			}
		}
	}
}

// matchTiedAwards makes one match of the open awards that open payments tie together,
// with these payments. Sums that are nothing tie nothing.
func (d *splitting) matchTiedAwards() {
	tied := ties{}
	open := make([][]int, len(d.settlements))
	for i, b := range d.settlements {
		if d.doneSettlement[i] || b.net.IsZero() && len(b.candidates) > 1 {
			continue
		}
		for _, a := range b.candidates {
			if !d.doneAward[a] {
				open[i] = append(open[i], a)
				tied.unite(open[i][0], a)
			}
		}
	}
	at := map[int]int{}
	for i := range d.settlements {
		if len(open[i]) == 0 {
			continue
		}
		r := tied.root(open[i][0])
		if p, ok := at[r]; ok {
			d.attach(p, i)
			continue
		}
		at[r] = len(d.matches)
		other := func(a int) bool { return d.doneAward[a] || tied.root(a) != r }
		d.addMatch(slices.DeleteFunc(slices.Clone(d.awards), other), []int{i})
	}
}

// ownerOf is the match that a payment too many belongs to: the one with a payment
// that it doubles, the only one that it could be for, or the one with the
// award that a returned payment paid; -1 where there is none.
func (d *splitting) ownerOf(i int) int {
	b := &d.settlements[i]
	var near []int
	for p := range d.matches {
		if slices.ContainsFunc(d.matches[p].awards, func(a int) bool { return slices.Contains(b.candidates, a) }) {
			near = append(near, p)
		}
	}
	for _, p := range near {
		for _, j := range d.matches[p].payments {
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
	return a.Sign() > 0 && b.Sign() > 0 &&
		(money.UnitWan.Of(a.Decimal()).Equal(b) || money.UnitWan.Of(b.Decimal()).Equal(a))
}
