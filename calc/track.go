package calc

import (
	"cmp"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"slices"
	"strconv"
)

// track is one 同一项目: the scope that the reading sets, and what is counted
// in it. Tracks of different kinds never compete.
type track struct {
	kind        counting
	body        int32  // the company, or the subject
	subject     int32  // of the company
	certificate string // of the company, the certificate
	within      breadth
	scope       string
}

// counting is what an item counts.
type counting uint8

const (
	countsCompany counting = iota
	countsPieces           // of a company: its subjects, told apart by their certificates too
	countsSubject          // whoever claims it
)

// trackOf is where a candidate competes within a breadth. Within a company
// everything that it claims is one project.
func (c *evaluation) trackOf(q *candidate, within breadth) (t track) {
	t.within, t.scope = q.scopeWithin(within)
	if within == withinCompany {
		t.body = q.company
		return t
	}
	t.kind, t.body = c.counted(q)
	switch {
	case t.kind != countsPieces:
	case q.number != "":
		t.certificate = q.number
	case q.subject != 0:
		t.subject = q.subject
	default:
		t.certificate = written.CompanyKey(q.r.Certificate)
	}
	return t
}

// counted is what an item counts, and the body that a candidate's tracks are of: its
// company's, or its subject's whoever claims it. A subject that is not named is
// the company itself.
func (c *evaluation) counted(q *candidate) (kind counting, body int32) {
	switch {
	case c.set.is(q, byCertificate), q.it.Key == KeyCompanySubject:
		return countsPieces, q.company
	case q.it.Key == KeySubject && q.subject != 0:
		return countsSubject, q.subject
	case q.it.Key == KeySubject:
		return countsSubject, q.company
	}
	return countsCompany, q.company
}

// scopeWithin is the set of items that count as one project with the candidate's.
func (q *candidate) scopeWithin(within breadth) (by breadth, name string) {
	switch within {
	case withinCompany:
		return withinCompany, ""
	case withinClause:
		return withinClause, q.it.Clause
	case withinSentence:
		if s := q.it.sentence(q.r.Level); s != "" {
			return withinSentence, s
		}
	}
	return withinTrack, q.it.Track
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

// compare orders tracks so that equal ones stand together.
func (t *track) compare(u *track) int {
	return cmp.Or(cmp.Compare(t.kind, u.kind), cmp.Compare(t.body, u.body), cmp.Compare(t.subject, u.subject),
		cmp.Compare(t.certificate, u.certificate), cmp.Compare(t.within, u.within), cmp.Compare(t.scope, u.scope))
}

// keepHighest is rule 9: of the open candidates of one track the highest entitled
// stands. It returns those that stand. A sentence may divide a track between
// its levels, so that the track itself is settled first.
func (c *evaluation) keepHighest(open []*candidate) []*candidate {
	switch c.set.within {
	case withinCompany:
		open = c.keepOneEach(open)
	case withinSentence:
		open = c.keepIn(c.keepIn(open, withinTrack), withinSentence)
	default:
		open = c.keepIn(open, c.set.within)
	}
	for j := range c.candidates {
		q := &c.candidates[j]
		if q.by == nil {
			continue
		}
		for q.by.by != nil {
			q.by = q.by.by
		}
		c.displace(q, q.by)
	}
	return open
}

// keepOneEach leaves each company one award, and each track: from the highest
// on, what meets neither an award of its company nor one of its track stands.
// What a company gives up is there for another that claims it too. What meets
// only candidates that others contradict waits for them, and keeps its place.
func (c *evaluation) keepOneEach(open []*candidate) []*candidate {
	for _, q := range open {
		q.track = c.trackOf(q, withinTrack)
	}
	slices.SortFunc(open, func(a, b *candidate) int {
		if n := b.d.Entitled.Cmp(a.d.Entitled); n != 0 {
			return n
		}
		return cmp.Or(c.amongContents(a, b), cmp.Compare(a.r.Key, b.r.Key))
	})
	var stand, places []*candidate
	lost := map[*candidate]int{} // how many lost to it
	for _, q := range open {
		met := metBy(q, places)
		switch {
		case len(met) == 0:
			stand = append(stand, q)
			places = append(places, q)
			continue
		case len(met[0].contested) > 0:
			q.awaits(slices.Clone(met))
			places = append(places, q)
		}
		q.by = met[0]
		lost[q.by]++
	}
	for _, p := range stand {
		c.stands(p, 1+lost[p])
	}
	return stand
}

// metBy is what leaves a candidate no place: an award of its company or its track
// that stands, else all those that others contradict.
func metBy(q *candidate, places []*candidate) (met []*candidate) {
	for _, p := range places {
		if p.company != q.company && p.track != q.track {
			continue
		}
		if len(p.contested) == 0 {
			return []*candidate{p}
		}
		met = append(met, p)
	}
	return met
}

// keepIn finds the candidate that stands in each track of a scope, and notes to
// whom the others lost. It moves the candidates.
func (c *evaluation) keepIn(open []*candidate, within breadth) []*candidate {
	if len(open) < 2 {
		return open
	}
	c.byTrack(open, within)
	stand := open[:0]
	for same := range Runs(open, func(a, b **candidate) bool { return (*a).track == (*b).track }) {
		best := same[0]
		for _, q := range same[1:] {
			q.by = best
		}
		c.stands(best, len(same))
		stand = append(stand, best)
	}
	return stand
}

// byTrack brings the candidates of each track of a scope together, the highest first.
func (c *evaluation) byTrack(claims []*candidate, within breadth) {
	for _, q := range claims {
		q.track = c.trackOf(q, within)
	}
	slices.SortFunc(claims, func(a, b *candidate) int {
		if n := a.track.compare(&b.track); n != 0 {
			return n
		}
		return c.higher(a, b)
	})
}

// stands notes that a record stood against others.
func (c *evaluation) stands(q *candidate, of int) {
	if of > 1 && c.explain {
		c.step(q.d, Step{Kind: StepStands, Clause: c.policy.Governing(GovernsHighest),
			Format: "同一项目共申报 %s 条，就高取本条", Args: []string{strconv.Itoa(of)}})
	}
}

// higher is the order within a track: the highest entitled first, then the
// order among equals.
func (c *evaluation) higher(a, b *candidate) int {
	if n := b.d.Entitled.Cmp(a.d.Entitled); n != 0 {
		return n
	}
	return c.among(a, b)
}

// among is the order among equals: level, earlier date, certificate number, the
// district and the item in the policy's order, source order. What may be doubtful
// about one of two equals and not about the other stands before the last, so that
// the order of rows never changes the money.
func (c *evaluation) among(a, b *candidate) int {
	return cmp.Or(c.amongContents(a, b), cmp.Compare(a.i, b.i))
}

// amongContents is that order but for the source. A piece that takes its number
// from another of its name comes behind those that state it.
func (c *evaluation) amongContents(a, b *candidate) int {
	return cmp.Or(cmp.Compare(min(len(a.numbered), 1), min(len(b.numbered), 1)),
		cmp.Compare(c.policy.Rank(b.r.Level), c.policy.Rank(a.r.Level)),
		a.r.Recognised.Compare(b.r.Recognised),
		compareFilled(a.r.Certificate, b.r.Certificate),
		cmp.Compare(c.policy.districtOrder(a.r.District), c.policy.districtOrder(b.r.District)),
		cmp.Compare(a.order, b.order))
}

// compareFilled orders texts, a missing one last.
func compareFilled(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(len(b), len(a))
	}
	return cmp.Compare(a, b)
}

// districtOrder is the place of a district in the policy; what is none of them
// comes last.
func (p *Policy) districtOrder(name string) int {
	return placeOf(p.Districts, func(d *District) bool { return d.Name == name })
}

// displace closes a candidate in favour of the one that stands. The step says
// which record that is and why.
func (c *evaluation) displace(q, winner *candidate) {
	q.d.Outcome, q.d.By = Superseded, winner.r.Key
	if q.r.Item == winner.r.Item && q.r.Level == winner.r.Level {
		q.d.Outcome = Duplicate
	}
	if !c.explain {
		q.d.Amount = money.Yuan{}
		return
	}
	format := displacedFormat[q.d.Outcome]
	if q.d.Outcome == Duplicate && q.r.District != winner.r.District {
		format += "；两地申报的依次按级别、认定日期、证书编号和政策所列县区的顺序取一条"
	}
	c.step(q.d, Step{Kind: StepZero, Clause: c.policy.Governing(GovernsHighest), Format: format,
		Args: []string{Levelled(winner.r.Level, winner.it.Name), winner.r.Source.String(),
			winner.d.Entitled.Grouped()}})
}

var displacedFormat = map[Outcome]string{
	Superseded: "同一项目就高且不重复：由%s（%s，%s 元）奖补",
	Duplicate:  "同一项目不重复：%s已由另一条记录申报（%s，%s 元）",
}
