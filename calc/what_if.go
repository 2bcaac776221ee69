package calc

import (
	"cmp"
	"fmt"
	"slices"

	"jiangbu/calc/money"
)

// WhatIf is what another policy would make of the same rows, before the budget:
// the decided report rests on its own policy alone.
type WhatIf struct {
	Policy    *Policy      `json:"-"`
	Before    money.Yuan   `json:"before"` // granted under the report's policy
	After     money.Yuan   `json:"after"`  // granted under the other
	Same      int          `json:"same"`   // records that do not differ
	Changes   []Change     `json:"-"`      // those that do, in the order of the records
	Clauses   []Difference `json:"clauses"`
	Districts []Difference `json:"districts"`
	Companies []Difference `json:"companies"`
}

// Difference is what changes for a clause, a district or a company.
type Difference struct {
	Name    string     `json:"name"`
	Before  money.Yuan `json:"before"` // of the records that differ
	After   money.Yuan `json:"after"`
	Gains   int        `json:"gains"`   // records that would get more
	Losses  int        `json:"losses"`  // that would get less and still something
	Refused int        `json:"refused"` // that would get nothing any more
}

// NewWhatIf sets what another policy decides against what this one does. Both
// results are of the same rows in the same order; anything else is a fault of
// the program.
func NewWhatIf(r, other *Result) (*WhatIf, error) {
	if len(r.Records) != len(other.Records) {
		return nil, fmt.Errorf("what-if: %d records under one policy, %d under the other", len(r.Records),
			len(other.Records))
	}
	w := &WhatIf{Policy: other.Policy, Before: sumAmounts(r.Decisions), After: sumAmounts(other.Decisions)}
	before, after := snapshots(r), snapshots(other)
	clauses, districts, companies := differences{}, differences{}, differences{}
	for i := range before {
		was, now := &before[i], &after[i]
		if r.Records[i].Source != other.Records[i].Source {
			return nil, fmt.Errorf("what-if: %s under one policy, %s under the other", r.Records[i].Source,
				other.Records[i].Source)
		}
		diff := now.Amount.Sub(was.Amount)
		if diff.IsZero() && was.Outcome == now.Outcome && was.Reason == now.Reason {
			w.Same++
			continue
		}
		w.Changes = append(w.Changes, Change{ChangeDecided, was, now, diff})
		clauses.add(cmp.Or(r.Records[i].Clause, other.Records[i].Clause), was, now)
		districts.add(was.District, was, now)
		companies.add(was.Company, was, now)
	}
	w.Clauses = clauses.list(func(number string) int {
		return placeOf(r.Policy.Clauses, func(c *Clause) bool { return c.Number == number })
	})
	w.Districts = districts.list(r.Policy.districtOrder)
	w.Companies = companies.list(func(string) int { return 0 })
	return w, nil
}

// differences gathers differences by name.
type differences map[string]*Difference

func (d differences) add(name string, was, now *Snapshot) {
	if d[name] == nil {
		d[name] = &Difference{Name: name}
	}
	x := d[name]
	x.Before, x.After = x.Before.Add(was.Amount), x.After.Add(now.Amount)
	switch c := now.Amount.Cmp(was.Amount); {
	case c > 0:
		x.Gains++
	case c < 0 && now.Amount.IsZero():
		x.Refused++
	case c < 0:
		x.Losses++
	}
}

// list is the differences by their places, then by name.
func (d differences) list(place func(name string) int) []Difference {
	all := make([]Difference, 0, len(d))
	for _, x := range d {
		all = append(all, *x)
	}
	slices.SortFunc(all, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(place(a.Name), place(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return all
}

type jsonWhatIf struct {
	Policy jsonPolicy `json:"policy"`
	*WhatIf
	Records []jsonWhatIfRecord `json:"records"`
}

type jsonWhatIfRecord struct {
	Key     string     `json:"key"`
	Outcome Outcome    `json:"outcome"` // under the other policy
	Reason  string     `json:"reason"`
	Before  money.Yuan `json:"before"`
	After   money.Yuan `json:"after"`
}

func (w *WhatIf) json() jsonWhatIf {
	return jsonWhatIf{jsonPolicy{w.Policy.ID, w.Policy.Document, w.Policy.Title}, w,
		Mapped(w.Changes, func(c Change) jsonWhatIfRecord {
			return jsonWhatIfRecord{c.Before.Key, c.After.Outcome, c.After.Reason, c.Before.Amount, c.After.Amount}
		})}
}
