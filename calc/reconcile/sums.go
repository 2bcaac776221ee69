package reconcile

import (
	"cmp"
	"errors"
	"fmt"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"slices"
)

// Sums are what was awarded, paid (gross) and sent back.
type Sums struct {
	Awarded  money.Yuan `json:"awarded"`
	Paid     money.Yuan `json:"paid"`
	Returned money.Yuan `json:"returned"`
}

// Difference is paid less returned less awarded: negative where too little
// stayed with the payee.
func (s *Sums) Difference() money.Yuan { return s.Paid.Sub(s.Returned).Sub(s.Awarded) }

func (s *Sums) add(o Sums) {
	s.Awarded, s.Paid, s.Returned = s.Awarded.Add(o.Awarded), s.Paid.Add(o.Paid), s.Returned.Add(o.Returned)
}

func (s Sums) equal(o Sums) bool {
	return s.Awarded.Equal(o.Awarded) && s.Paid.Equal(o.Paid) && s.Returned.Equal(o.Returned)
}

func (p *Payment) sums() Sums { return Sums{Paid: p.Paid, Returned: p.Returned} }

func (s *Share) sums() Sums { return Sums{Paid: s.Paid, Returned: s.Returned} }

// asFault is how the audit says them.
func (s Sums) asFault() string {
	return fmt.Sprintf("%s awarded, %s paid, %s returned", s.Awarded, s.Paid, s.Returned)
}

// addUp makes the totals, in all, by district and by item. A payment counts in
// the district that it names where no award of its line stands there, so that
// the money shows where it went; else with the award that it paid.
func (rec *Reconciliation) addUp() {
	add := func(district, item string, s Sums) {
		rec.Totals.add(s)
		reckoningOf(&rec.Districts, district).add(s)
		reckoningOf(&rec.Items, item).add(s)
	}
	for i := range rec.Awards {
		a := &rec.Awards[i]
		add(a.District, a.Item, Sums{Awarded: a.Amount})
	}
	for i := range rec.Lines {
		l := &rec.Lines[i]
		for _, s := range l.Shares {
			district, item := rec.Place(l, s)
			add(district, item, s.sums())
		}
	}
}

// Place is the district and the item that a share counts under.
func (rec *Reconciliation) Place(l *Line, s Share) (district, item string) {
	p := &rec.Payments[s.Payment]
	if s.Award < 0 {
		if len(p.Items) == 1 {
			item = p.Items[0]
		}
		return p.District, item
	}
	a := &rec.Awards[s.Award]
	if p.District != "" && p.District != a.District && (&matcher{rec: rec}).foreign(l, p) {
		return p.District, a.Item
	}
	return a.District, a.Item
}

func reckoningOf(lines *[]Reckoning, name string) *Reckoning {
	return lineOf(lines, Reckoning{Name: name}, func(r Reckoning) bool { return r.Name == name })
}

// lineOf is the first such line of several, a fresh one at their end where there
// is none.
func lineOf[T any](lines *[]T, fresh T, such func(T) bool) *T {
	i := slices.IndexFunc(*lines, such)
	if i < 0 {
		i = len(*lines)
		*lines = append(*lines, fresh)
	}
	return &(*lines)[i]
}

// StatusSum is how many lines have a status, and their money.
type StatusSum struct {
	Status Status
	Lines  int
	Sums
}

// ByStatus counts the lines of every status, in the order of Statuses.
func (rec *Reconciliation) ByStatus() []StatusSum {
	out := make([]StatusSum, len(Statuses))
	for i, s := range Statuses {
		out[i].Status = s
	}
	for i := range rec.Lines {
		l := &rec.Lines[i]
		s := &out[slices.Index(Statuses, l.Status)]
		s.Lines++
		s.add(l.Sums)
	}
	return out
}

// Audit checks that no money was lost or made: every award and
// every payment stands in exactly one line, the lines' awarded is the report's
// total, their paid and returned are the ledger's as it was read, and the sums
// by district, item and status are the same again. A failure is a fault of the
// program.
func Audit(rec *Reconciliation, awards []calc.AwardLine, payments []Payment) error {
	return errors.Join(rec.auditOnce(len(awards), len(rec.Payments)), rec.auditPayments(payments),
		rec.auditSums(awards), rec.auditCounties(), rec.auditYears(awards))
}

// auditOnce: each award and payment in one line.
func (rec *Reconciliation) auditOnce(awards, payments int) error {
	seenAward, seenPayment := make([]int, awards), make([]int, payments)
	for i := range rec.Lines {
		for _, a := range rec.Lines[i].Awards {
			seenAward[a]++
		}
		for _, p := range rec.Lines[i].Payments {
			seenPayment[p]++
		}
	}
	for what, seen := range map[string][]int{"award": seenAward, "payment": seenPayment} {
		for i, n := range seen {
			if n != 1 {
				return fmt.Errorf("audit: %s %d stands in %d lines", what, i, n)
			}
		}
	}
	return nil
}

// auditPayments: each payment that was read is there still, whole, cut by years
// or set aside; settling changed nothing but what a bounced row means.
func (rec *Reconciliation) auditPayments(payments []Payment) error {
	have := make([]Payment, len(payments))
	there := make([]bool, len(payments))
	for _, p := range slices.Concat(rec.Payments, rec.ToCounties) {
		h := &have[p.Source]
		h.Paid, h.Returned, h.NotPaid = h.Paid.Add(p.Paid), h.Returned.Add(p.Returned), h.NotPaid.Add(p.NotPaid)
		there[p.Source] = true
	}
	missing, aside := 0, Sums{}
	for i := range payments {
		in, out := &payments[i], &have[i]
		if !there[i] {
			missing++
			aside.add(Sums{Paid: in.Paid.Add(in.NotPaid), Returned: in.Returned})
			continue
		}
		kept := in.Paid.Equal(out.Paid) && in.Returned.Equal(out.Returned) && in.NotPaid.Equal(out.NotPaid)
		turned := in.Bounced && in.Paid.Equal(out.Returned) && (out.Paid.IsZero() || out.Paid.Equal(in.Paid))
		if !kept && !turned {
			return fmt.Errorf("audit: %s: paid %s returned %s became %s and %s", in.Ref, in.Paid, in.Returned, out.Paid,
				out.Returned)
		}
	}
	return rec.auditAside(missing, aside)
}

// auditAside: what was set aside is what takes no part.
func (rec *Reconciliation) auditAside(missing int, want Sums) error {
	var have int
	var sum Sums
	for _, o := range rec.Others {
		have += o.Payments
		sum.add(Sums{Paid: o.Paid, Returned: o.Returned})
	}
	if have != missing || !sum.equal(want) {
		return fmt.Errorf("audit: %d payments of other years, %s, were set aside; %d, %s, are missing",
			have, sum.Paid, missing, want.Paid)
	}
	return nil
}

// auditYears: a line is of one award year, its payments are that year's, and
// each company has in each year what the report awards it.
func (rec *Reconciliation) auditYears(awards []calc.AwardLine) error {
	type key struct {
		company string
		year    int
	}
	missing := map[key]money.Yuan{}
	add := func(a *calc.AwardLine, amount money.Yuan) {
		k := key{cmp.Or(a.CreditCode, a.Company), a.Year}
		missing[k] = missing[k].Add(amount)
	}
	for _, a := range inYear(awards, rec.AwardYear) {
		add(&a, a.Amount)
	}
	for i := range rec.Lines {
		l := &rec.Lines[i]
		year := rec.lineYear(l)
		for _, a := range l.Awards {
			award := &rec.Awards[a]
			if award.Year != year {
				return fmt.Errorf("audit: the awards of %s stand in one line for %d and %d", l.Company, year,
					award.Year)
			}
			add(award, award.Amount.Neg())
		}
		for _, p := range l.Payments {
			if y := rec.Payments[p].Year; len(l.Awards) > 0 && y != year {
				return fmt.Errorf("audit: a payment of %d stands with the awards of %s for %d", y, l.Company, year)
			}
		}
	}
	for k, y := range missing {
		if !y.IsZero() {
			return fmt.Errorf("audit: %s in %d: the report and the lines differ by %s", k.company, k.year, y)
		}
	}
	return nil
}

// auditSums: every view adds up to the same.
func (rec *Reconciliation) auditSums(awards []calc.AwardLine) error {
	want := sumOf(awards, func(a *calc.AwardLine) Sums { return Sums{Awarded: a.Amount} })
	shares := want
	want.add(sumOf(rec.Payments, (*Payment).sums))
	shares.add(sumOf(rec.Lines, func(l *Line) Sums { return sumOf(l.Shares, (*Share).sums) }))
	reckoned := func(r *Reckoning) Sums { return r.Sums }
	views := []struct {
		name string
		sum  Sums
	}{{"total", rec.Totals.Sums}, {"lines", sumOf(rec.Lines, func(l *Line) Sums { return l.Sums })}, {"shares", shares},
		{"statuses", sumOf(rec.ByStatus(), func(s *StatusSum) Sums { return s.Sums })},
		{"districts", sumOf(rec.Districts, reckoned)}, {"items", sumOf(rec.Items, reckoned)},
		{"years", sumOf(rec.ByYear(), func(y *Year) Sums { return y.Sums })}}
	for _, v := range views {
		if !v.sum.equal(want) {
			return fmt.Errorf("audit: %s add up to %s; report and ledger to %s", v.name, v.sum.asFault(),
				want.asFault())
		}
	}
	return nil
}

func sumOf[T any](list []T, of func(*T) Sums) (sum Sums) {
	for i := range list {
		sum.add(of(&list[i]))
	}
	return sum
}
