package calc

import (
	"errors"
	"fmt"
)

// Audit checks what must hold of every result before anything of it is
// written. A failure is a fault of the program, never of the data.
func Audit(r *Result) error {
	if err := auditCounts(r); err != nil {
		return err // what follows counts on it
	}
	return errors.Join(auditAmounts(r), auditTracks(r), auditTotals(r))
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
func auditAmounts(r *Result) error {
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
		if it, ok := r.Policy.Item(rec.Item); ok && d.Outcome == Granted {
			if most, ok := it.ceiling(rec); ok && d.Amount.Cmp(most) > 0 {
				return fmt.Errorf("audit: %s: amount %s over the cap %s", rec.Source, d.Amount, most)
			}
		}
	}
	return nil
}

// auditTracks: at most one record of a track is paid, and no company is paid
// more than the cap of an item.
func auditTracks(r *Result) error {
	k := newDocket(Batch{Policy: r.Policy, AwardYear: r.AwardYear, Records: r.Records})
	c := &court{docket: k, set: newSettings(r.Policy, r.Readings)}
	paid := map[trackKey]int{}
	used := map[capGroup]Yuan{}
	for i := range r.Decisions {
		if r.Decisions[i].Outcome != Granted {
			continue
		}
		key := c.track(i)
		if j, ok := paid[key]; ok {
			return fmt.Errorf("audit: %s and %s are one project and both granted", r.Records[j].Source, r.Records[i].Source)
		}
		paid[key] = i
		g := capGroup{k.facts[i].company, k.facts[i].order}
		used[g] = used[g].Add(r.Decisions[i].Amount)
	}
	for g, sum := range used {
		if it := &r.Policy.Items[g.pool]; !it.Cap.IsZero() && sum.Cmp(it.Cap) > 0 {
			return fmt.Errorf("audit: one company is granted %s for %s, over its cap %s", sum, it.ID, it.Cap)
		}
	}
	return nil
}

// auditTotals: by district = by clause = by item = by company = in total, and
// the stored totals are those of the decisions.
func auditTotals(r *Result) error {
	total := sumAmounts(r.Decisions)
	if !total.Equal(r.Totals.Amount) {
		return fmt.Errorf("audit: decisions add up to %s, the total says %s", total, r.Totals.Amount)
	}
	companies := map[string]Yuan{}
	for i := range r.Records {
		companies[r.Records[i].Payer()] = companies[r.Records[i].Payer()].Add(r.Decisions[i].Amount)
	}
	var byCompany Yuan
	for _, y := range companies {
		byCompany = byCompany.Add(y)
	}
	for name, sum := range map[string]Yuan{"district": sumTotals(r.Totals.Districts), "clause": sumTotals(r.Totals.Clauses),
		"item": sumTotals(r.Totals.Items), "company": byCompany} {
		if !sum.Equal(total) {
			return fmt.Errorf("audit: totals by %s add up to %s, not %s", name, sum, total)
		}
	}
	return nil
}

func sumTotals(ts []Total) Yuan {
	var y Yuan
	for i := range ts {
		y = y.Add(ts[i].Amount)
	}
	return y
}
