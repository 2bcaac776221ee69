package calc

import (
	"cmp"
	"slices"
	"strconv"
)

// trackKey is one 同一项目: the scope that the reading sets, and what is
// counted in it. Keys of different kinds never compete.
type trackKey struct {
	scope, a, b int32
	kind        byte
}

// track is where record i competes.
func (c *court) track(i int) trackKey {
	f := &c.facts[i]
	k := trackKey{scope: c.scope(i), kind: 'c', a: f.company}
	switch {
	case c.set.is(f.item, byCertificate):
		k.kind, k.b = 'p', f.distinct()
	case f.item.Key == KeySubject && f.subject != 0:
		k.kind, k.a = 's', f.subject
	case f.item.Key == KeySubject:
		k.kind = 's'
	case f.item.Key == KeyCompanySubject:
		k.kind, k.b = 'b', f.subject
		if k.b == 0 {
			k.b = f.paper
		}
	}
	return k
}

// distinct tells certificates of one company apart: by certificate, by subject
// where it has none.
func (f *fact) distinct() int32 {
	if f.paper != 0 {
		return f.paper
	}
	return f.subject
}

// scope is the set of items that count as one project with record i's.
func (c *court) scope(i int) int32 {
	f := &c.facts[i]
	switch {
	case c.set.scope == "company":
		return 0
	case c.set.scope == "clause":
		return f.clause
	case c.set.scope == "sentence" && f.sentence != 0:
		return f.sentence
	}
	return f.track
}

// sentence is the group of items under one ceiling in the text of the clause.
func (it *Item) sentence(level string) string {
	for _, a := range it.Awards {
		if a.Level == level && a.Sentence != "" {
			return a.Sentence
		}
	}
	return it.Sentence
}

// keepHighest is rule 9: of the open records of one track the highest entitled
// stands. It returns those that stand, in the order of the records. A sentence
// may divide a track between its levels, so that the track itself is settled
// first.
func (c *court) keepHighest(open []int32) []int32 {
	lost := make([]int32, len(c.facts)) // by whom, counted from 1
	if wider := c.set.scope; wider == "sentence" {
		c.set.scope = "track"
		open = c.keepIn(open, lost)
		c.set.scope = wider
	}
	open = c.keepIn(open, lost)
	for i, by := range lost {
		if by == 0 {
			continue
		}
		for lost[by-1] != 0 {
			by = lost[by-1]
		}
		c.displace(int32(i), by-1)
	}
	return open
}

// tracks are the records of a docket by the track that they compete in, under
// one scope. Readings that do not bear on tracks share them.
type tracks struct {
	of    []int32 // by record; those without an item are in none
	count int
}

// tracks numbers the tracks of the scope in force.
func (c *court) tracks() *tracks {
	if t := c.known[c.set.scope]; t != nil {
		return t
	}
	t := &tracks{of: make([]int32, len(c.facts))}
	index := make(map[trackKey]int32, len(c.facts))
	for i := range c.facts {
		if c.facts[i].item == nil {
			continue
		}
		key := c.track(i)
		n, ok := index[key]
		if !ok {
			n = int32(len(index))
			index[key] = n
		}
		t.of[i] = n
	}
	t.count = len(index)
	c.known[c.set.scope] = t
	return t
}

// heat is one track while it is being settled.
type heat struct {
	best  int32 // the record that leads
	count int32
}

// keepIn finds the record that stands in each track of the scope in force, and
// notes by whom the others lost.
func (c *court) keepIn(open, lost []int32) []int32 {
	t := c.tracks()
	heats := make([]heat, t.count)
	for _, i := range open {
		h := &heats[t.of[i]]
		if h.count++; h.count == 1 || c.higher(i, h.best) {
			h.best = i
		}
	}
	stand := make([]int32, 0, len(open))
	for _, i := range open {
		if h := heats[t.of[i]]; h.best != i {
			lost[i] = h.best + 1
		} else {
			stand = append(stand, i)
			c.stands(i, int(h.count))
		}
	}
	return stand
}

// stands notes that a record stood against others.
func (c *court) stands(i int32, of int) {
	if of > 1 && c.explain {
		c.step(&c.decisions[i], Step{Kind: StepStands, Clause: c.policy.Governing(GovernsHighest),
			Format: "同一项目共申报 %s 条，就高取本条", Args: []string{strconv.Itoa(of)}})
	}
}

// higher tells whether record i comes before record j in a track: by the
// entitled amount, then by the order among equals.
func (c *court) higher(i, j int32) bool {
	if i == j {
		return false
	}
	if n := c.decisions[i].Entitled.Cmp(c.decisions[j].Entitled); n != 0 {
		return n > 0
	}
	return c.among(i, j) < 0
}

// among is the order among equals: level, earlier date, certificate number,
// source order.
func (c *court) among(i, j int32) int {
	a, b := c.record(int(i)), c.record(int(j))
	return cmp.Or(cmp.Compare(c.facts[j].rank, c.facts[i].rank), a.Recognised.Compare(b.Recognised),
		compareFilled(a.Certificate, b.Certificate), cmp.Compare(i, j))
}

// compareFilled orders texts, a missing one last.
func compareFilled(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(len(b), len(a))
	}
	return cmp.Compare(a, b)
}

// displace closes record i in favour of the one that stands. The step says
// which record that is and why.
func (c *court) displace(i, by int32) {
	d, winner := &c.decisions[i], c.record(int(by))
	d.Outcome, d.By = Superseded, winner.Key
	if c.record(int(i)).Item == winner.Item && c.record(int(i)).Level == winner.Level {
		d.Outcome = Duplicate
	}
	if !c.explain {
		d.Amount = Yuan{}
		return
	}
	c.step(d, Step{Kind: StepZero, Clause: c.policy.Governing(GovernsHighest), Format: displacedFormat[d.Outcome],
		Args: []string{winner.Level + c.facts[by].item.Name, winner.Source.String(), c.decisions[by].Entitled.String()}})
}

var displacedFormat = map[Outcome]string{
	Superseded: "同一项目就高且不重复：由%s（%s，%s 元）奖补",
	Duplicate:  "同一项目不重复：%s已由另一条记录申报（%s，%s 元）",
}

// capGroup is a company and the items that share its cap.
type capGroup struct {
	company int32
	pool    int
}

// pool is a cap per company and the items it covers.
type pool struct {
	items []*Item
	cap   Yuan
}

// pools are the caps in force: one an item that has a cap, or one over all the
// items of a joint reading.
func (c *court) pools() []pool {
	var ps []pool
	for i := range c.policy.Items {
		it := &c.policy.Items[i]
		if it.Cap.IsZero() {
			continue
		}
		p := pool{items: []*Item{it}, cap: it.Cap}
		for _, joint := range c.set.joint {
			if slices.Contains(joint, it) {
				p.items = joint
			}
		}
		ps = append(ps, p)
	}
	return ps
}

// applyCaps is rules 10 and 11: what stands is granted, as far as the
// company's cap for the item reaches.
func (c *court) applyCaps(stand []int32) {
	ps := c.pools()
	poolOf := map[*Item]int{}
	for n, p := range ps {
		for _, it := range p.items {
			poolOf[it] = n + 1
		}
	}
	groups := map[capGroup][]int32{}
	for _, i := range stand {
		c.decisions[i].Outcome = Granted
		if n := poolOf[c.facts[i].item]; n > 0 {
			g := capGroup{c.facts[i].company, n - 1}
			groups[g] = append(groups[g], i)
		}
	}
	for g, members := range groups { // each group is a company of its own: the order among them is free
		c.fill(ps[g.pool].cap, members)
	}
}

// fill grants the members in their order until the cap is used up.
func (c *court) fill(limit Yuan, members []int32) {
	slices.SortFunc(members, func(i, j int32) int {
		return cmp.Or(cmp.Compare(c.facts[i].order, c.facts[j].order), c.among(i, j))
	})
	left := limit
	for _, i := range members {
		d := &c.decisions[i]
		if d.Amount.Cmp(left) > 0 {
			c.step(d, Step{Kind: StepCompanyCap, Clause: c.facts[i].item.Clause, Value: left,
				Format: "每个单位最高不超过 %s，已安排 %s 元，本条还可奖补 %s 元", Args: []string{limit.Words(), limit.Sub(left).String(), left.String()}})
		}
		if d.Amount.IsZero() && !d.Entitled.IsZero() {
			d.Outcome = Capped
		}
		left = left.Sub(d.Amount)
	}
}

// compareClaims points out awards that are not what the sender asked for.
func (c *court) compareClaims() {
	for i := range c.decisions {
		d, r := &c.decisions[i], c.record(i)
		if r.Claimed != nil && (d.Outcome == Granted || d.Outcome == Capped) && !r.Claimed.Equal(d.Amount) {
			c.found("record/claim-differs", r.at(ColClaimed), r.Claimed.String(), d.Amount.String())
		}
	}
}
