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
	kind        byte   // what is counted: of a company, its subjects or certificates; a subject
	body        int32  // the company, or the subject
	subject     int32  // of the company
	certificate string // of the company, the certificate
	by          byte   // what the scope is
	scope       string
}

// trackOf is where a candidate competes within a scope.
func (c *evaluation) trackOf(q *candidate, scope string) (t track) {
	t.kind, t.body = c.counted(q)
	t.by, t.scope = q.within(scope)
	switch t.kind {
	case 'p':
		if t.certificate = written.CompanyKey(q.r.Certificate); t.certificate == "" {
			t.subject = q.subject
		}
	case 'b':
		if t.subject = q.subject; t.subject == 0 {
			t.certificate = written.CompanyKey(q.r.Certificate)
		}
	}
	return t
}

// counted is what an item counts, and the body that a candidate's tracks are of: its
// company's, or its subject's whoever claims it. A subject that is not named is
// the company itself.
func (c *evaluation) counted(q *candidate) (kind byte, body int32) {
	switch {
	case c.set.is(q, byCertificate):
		return 'p', q.company
	case q.it.Key == KeySubject && q.subject != 0:
		return 's', q.subject
	case q.it.Key == KeySubject:
		return 's', q.company
	case q.it.Key == KeyCompanySubject:
		return 'b', q.company
	}
	return 'c', q.company
}

// within is the set of items that count as one project with the candidate's.
func (q *candidate) within(scope string) (by byte, name string) {
	switch scope {
	case "company":
		return 'e', ""
	case "clause":
		return 'k', q.it.Clause
	case "sentence":
		if s := q.it.sentence(q.r.Level); s != "" {
			return 'z', s
		}
	}
	return 't', q.it.Track
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
	return cmp.Or(cmp.Compare(t.kind, u.kind), cmp.Compare(t.body, u.body), cmp.Compare(t.subject, u.subject), cmp.Compare(t.certificate, u.certificate),
		cmp.Compare(t.by, u.by), cmp.Compare(t.scope, u.scope))
}

// keepHighest is rule 9: of the open candidates of one track the highest entitled
// stands. It returns those that stand. A sentence may divide a track between
// its levels, so that the track itself is settled first.
func (c *evaluation) keepHighest(open []*candidate) []*candidate {
	if c.set.scope == "sentence" {
		open = c.keepIn(open, "track")
	}
	open = c.keepIn(open, c.set.scope)
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

// keepIn finds the candidate that stands in each track of a scope, and notes to
// whom the others lost. It moves the candidates.
func (c *evaluation) keepIn(open []*candidate, scope string) []*candidate {
	if len(open) < 2 {
		return open
	}
	c.byTrack(open, scope)
	stand := open[:0]
	for len(open) > 0 {
		best, n := open[0], 1
		for n < len(open) && open[n].track == best.track {
			open[n].by = best
			n++
		}
		c.stands(best, n)
		stand, open = append(stand, best), open[n:]
	}
	return stand
}

// byTrack brings the candidates of each track of a scope together, the highest first.
func (c *evaluation) byTrack(claims []*candidate, scope string) {
	for _, q := range claims {
		q.track = c.trackOf(q, scope)
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

// among is the order among equals: level, earlier date, certificate number,
// source order.
func (c *evaluation) among(a, b *candidate) int {
	return cmp.Or(cmp.Compare(c.policy.Rank(b.r.Level), c.policy.Rank(a.r.Level)), a.r.Recognised.Compare(b.r.Recognised),
		compareFilled(a.r.Certificate, b.r.Certificate), cmp.Compare(a.i, b.i))
}

// compareFilled orders texts, a missing one last.
func compareFilled(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(len(b), len(a))
	}
	return cmp.Compare(a, b)
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
	c.step(q.d, Step{Kind: StepZero, Clause: c.policy.Governing(GovernsHighest), Format: displacedFormat[q.d.Outcome],
		Args: []string{winner.r.Level + winner.it.Name, winner.r.Source.String(), winner.d.Entitled.String()}})
}

var displacedFormat = map[Outcome]string{
	Superseded: "同一项目就高且不重复：由%s（%s，%s 元）奖补",
	Duplicate:  "同一项目不重复：%s已由另一条记录申报（%s，%s 元）",
}
