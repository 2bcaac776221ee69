package calc

import (
	"errors"
	"fmt"
	"jiangbu/calc/money"
)

// Audit checks what must hold of every result before anything of it is
// written. A failure is a fault of the program, never of the data.
func Audit(r *Result) error {
	if err := auditCounts(r); err != nil {
		return err // what follows counts on it
	}
	k := indexRecords(Batch{Policy: r.Policy, Records: r.Records}, r.identity())
	if err := auditAmounts(r, k); err != nil {
		return err
	}
	c := k.evaluation(r.Readings)
	errs := []error{c.auditTracks(r, withinTrack), c.auditCaps(r), auditTotals(r, k)}
	if c.set.within != withinTrack {
		errs = append(errs, c.auditTracks(r, c.set.within))
	}
	return errors.Join(errs...)
}

// auditCounts: rows read = records = decisions, each once.
func auditCounts(r *Result) error {
	if len(r.Records) != len(r.Decisions) {
		return fmt.Errorf("audit: %d records but %d decisions", len(r.Records), len(r.Decisions))
	}
	rows := 0
	for _, in := range r.Inputs {
		rows += in.Rows
	}
	if len(r.Inputs) > 0 && rows != len(r.Records) {
		return fmt.Errorf("audit: %d rows read but %d records", rows, len(r.Records))
	}
	keys := make(map[string]bool, len(r.Records))
	for i := range r.Records {
		if keys[r.Records[i].Key] {
			return fmt.Errorf("audit: key %s stands for two records", r.Records[i].Key)
		}
		keys[r.Records[i].Key] = true
	}
	for i := range r.Decisions {
		if by := r.Decisions[i].By; by != "" && !keys[by] {
			return fmt.Errorf("audit: %s gives way to %s, which is no record", r.Records[i].Key, by)
		}
	}
	return nil
}

// auditAmounts: replaying the steps gives the amount; it is payable and below
// every cap; only granted records have one.
func auditAmounts(r *Result, k *batchIndex) error {
	for i := range r.Decisions {
		d, rec := &r.Decisions[i], &r.Records[i]
		switch {
		case !d.Replay().Equal(d.Amount):
			return fmt.Errorf("audit: %s: the steps give %s, the decision %s", rec.Source, d.Replay(), d.Amount)
		case d.Amount.Sign() < 0 || !d.Amount.IsFen() || d.Amount.Cmp(d.Entitled) > 0:
			return fmt.Errorf("audit: %s: amount %s of entitled %s cannot be paid", rec.Source, d.Amount, d.Entitled)
		case d.Outcome != Granted && !d.Amount.IsZero():
			return fmt.Errorf("audit: %s: %s with amount %s", rec.Source, d.Outcome, d.Amount)
		case d.Outcome == "":
			return fmt.Errorf("audit: %s: not decided", rec.Source)
		}
		if d.Outcome != Granted {
			continue
		}
		if k.items[i] < 0 {
			return fmt.Errorf("audit: %s: granted for no item", rec.Source)
		}
		if most, ok := r.Policy.Items[k.items[i]].ceiling(rec); ok && d.Amount.Cmp(most) > 0 {
			return fmt.Errorf("audit: %s: amount %s over the cap %s", rec.Source, d.Amount, most)
		}
	}
	return nil
}

// piece is the name of one counted thing of a company.
type piece struct{ company, item, subject int32 }

func (q *candidate) piece() piece { return piece{q.company, q.order, q.subject} }

// numberedPieces are the names of things that some record gives a number. One
// of them without a number goes by that of the other.
func (c *evaluation) numberedPieces(r *Result) map[piece]bool {
	numbered := map[piece]bool{}
	for i := range r.Decisions {
		if q := c.candidate(int32(i), &r.Decisions[i]); q.number != "" && q.subject != 0 && q.d.Outcome != Refused {
			numbered[q.piece()] = true
		}
	}
	return numbered
}

// auditTracks: at most one record of a track is paid. Tracks are of a company
// or a subject, so that none reaches beyond one; Decide goes by its components.
func (c *evaluation) auditTracks(r *Result, within breadth) error {
	numbered := c.numberedPieces(r)
	of := make([]int32, len(r.Decisions)) // the body counted, from 1; 0 for what is not paid
	for i := range r.Decisions {
		q := c.candidate(int32(i), &r.Decisions[i])
		if q.d.Outcome != Granted {
			continue
		}
		if t := c.trackOf(&q, within); t.kind != countsPieces || q.number != "" || !numbered[q.piece()] {
			of[i] = t.body + 1
		}
	}
	for members := range groupBy(of, c.who.count+1).all {
		if of[members[0]] == 0 || len(members) == 1 {
			continue
		}
		if a, b := c.twoOfOne(members, r.Decisions, within); a != nil {
			return fmt.Errorf("audit: %s and %s are one project and both granted", a.Source, b.Source)
		}
	}
	return nil
}

// twoOfOne finds two records of one track, nil where there are none.
func (c *evaluation) twoOfOne(members []int32, ds []Decision, within breadth) (a, b *Record) {
	c.candidates, c.open = c.candidates[:0], c.open[:0]
	for _, i := range members {
		c.candidates = append(c.candidates, c.candidate(i, &ds[i]))
	}
	for j := range c.candidates {
		c.open = append(c.open, &c.candidates[j])
	}
	c.byTrack(c.open, within)
	for n := 1; n < len(c.open); n++ {
		if x, y := c.open[n-1], c.open[n]; x.track == y.track {
			return x.r, y.r
		}
	}
	return nil, nil
}

// auditCaps: no company is paid more than the cap of an item.
func (c *evaluation) auditCaps(r *Result) error {
	type group struct{ company, item int32 }
	used := map[group]money.Yuan{}
	for i := range r.Decisions {
		q := c.candidate(int32(i), &r.Decisions[i])
		if q.d.Outcome != Granted {
			continue
		}
		limit := c.capPerCompany(q.order)
		if limit.IsZero() {
			continue
		}
		g := group{q.company, q.order}
		sum := used[g].Add(q.d.Amount)
		if sum.Cmp(limit) > 0 {
			return fmt.Errorf("audit: one company is granted %s for %s, over its cap %s", sum, q.it.ID, limit)
		}
		used[g] = sum
	}
	return nil
}

// auditTotals: by district = by clause = by item = by company = in total, and
// the stored totals are those of the decisions.
func auditTotals(r *Result, k *batchIndex) error {
	total := sumAmounts(r.Decisions)
	if !total.Equal(r.Totals.Amount) {
		return fmt.Errorf("audit: decisions add up to %s, the total says %s", total, r.Totals.Amount)
	}
	for name, sum := range map[string]money.Yuan{"district": sumTotals(r.Totals.Districts),
		"clause": sumTotals(r.Totals.Clauses),
		"item":   sumTotals(r.Totals.Items), "company": sumPayees(r, k.who)} {
		if !sum.Equal(total) {
			return fmt.Errorf("audit: totals by %s add up to %s, not %s", name, sum, total)
		}
	}
	return nil
}

// sumAmounts adds up what is granted.
func sumAmounts(ds []Decision) (sum money.Yuan) {
	for i := range ds {
		if ds[i].Outcome == Granted {
			sum = sum.Add(ds[i].Amount)
		}
	}
	return sum
}

// sumPayees adds up by company, and then the companies.
func sumPayees(r *Result, who *identity) money.Yuan {
	companies := make([]money.Yuan, who.count)
	for i := range r.Decisions {
		of := &companies[who.of[i].payee]
		*of = of.Add(r.Decisions[i].Amount)
	}
	return money.Sum(companies, func(y *money.Yuan) money.Yuan { return *y })
}

func sumTotals(ts []Total) money.Yuan {
	return money.Sum(ts, func(t *Total) money.Yuan { return t.Amount })
}
