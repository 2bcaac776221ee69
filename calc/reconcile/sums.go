package reconcile

import (
	"cmp"
	"errors"
	"fmt"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"slices"
)

// addUp makes the totals, in all, by district and by item. A payment counts in
// the district that it names where no award of its line stands there, so that
// the money shows where it went; else with the award that it paid.
func (rec *Reconciliation) addUp() {
	districts, items := newSums(&rec.Districts), newSums(&rec.Items)
	for i := range rec.Awards {
		a := &rec.Awards[i]
		rec.Totals.Awarded = rec.Totals.Awarded.Add(a.Amount)
		for _, r := range []*Reckoning{districts.of(a.District), items.of(a.Item)} {
			r.Awarded = r.Awarded.Add(a.Amount)
		}
	}
	for i := range rec.Lines {
		l := &rec.Lines[i]
		for _, s := range l.Shares {
			district, item := rec.Place(l, s)
			for _, r := range []*Reckoning{&rec.Totals, districts.of(district), items.of(item)} {
				r.Paid, r.Returned = r.Paid.Add(s.Paid), r.Returned.Add(s.Returned)
			}
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

// sums finds the line of a name, making it at the end where it is new.
type sums struct {
	lines *[]Reckoning
	at    map[string]int
}

func newSums(lines *[]Reckoning) *sums { return &sums{lines, map[string]int{}} }

func (s *sums) of(name string) *Reckoning {
	i, ok := s.at[name]
	if !ok {
		i = len(*s.lines)
		s.at[name] = i
		*s.lines = append(*s.lines, Reckoning{Name: name})
	}
	return &(*s.lines)[i]
}

// StatusSum is how many lines have a status, and their money.
type StatusSum struct {
	Status Status
	Lines  int
	Reckoning
}

// ByStatus counts the lines of every status, in the order of Statuses.
func (rec *Reconciliation) ByStatus() []StatusSum {
	out := make([]StatusSum, len(Statuses))
	at := map[Status]int{}
	for i, s := range Statuses {
		out[i].Status, at[s] = s, i
	}
	for i := range rec.Lines {
		l := &rec.Lines[i]
		s := &out[at[l.Status]]
		s.Lines++
		s.Awarded, s.Paid, s.Returned = s.Awarded.Add(l.Awarded), s.Paid.Add(l.Paid), s.Returned.Add(l.Returned)
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
	var aside OtherYear
	for i := range payments {
		in, out := &payments[i], &have[i]
		if !there[i] {
			aside.Payments++
			aside.Paid, aside.Returned = aside.Paid.Add(in.Paid).Add(in.NotPaid), aside.Returned.Add(in.Returned)
			continue
		}
		kept := in.Paid.Equal(out.Paid) && in.Returned.Equal(out.Returned) && in.NotPaid.Equal(out.NotPaid)
		turned := in.Bounced && in.Paid.Equal(out.Returned) && (out.Paid.IsZero() || out.Paid.Equal(in.Paid))
		if !kept && !turned {
			return fmt.Errorf("audit: %s: paid %s returned %s became %s and %s", in.Ref, in.Paid, in.Returned, out.Paid,
				out.Returned)
		}
	}
	return rec.auditAside(aside)
}

// auditAside: what was set aside is what takes no part.
func (rec *Reconciliation) auditAside(want OtherYear) error {
	var have OtherYear
	for _, o := range rec.Others {
		have.Payments, have.Paid, have.Returned = have.Payments+o.Payments, have.Paid.Add(o.Paid),
			have.Returned.Add(o.Returned)
	}
	if have.Payments != want.Payments || !have.Paid.Equal(want.Paid) || !have.Returned.Equal(want.Returned) {
		return fmt.Errorf("audit: %d payments of other years, %s, were set aside; %d, %s, are missing",
			have.Payments, have.Paid, want.Payments, want.Paid)
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
	sums := map[key]Reckoning{}
	add := func(company string, year int, r Reckoning) {
		s := sums[key{company, year}]
		s.add(r)
		sums[key{company, year}] = s
	}
	for _, a := range inYear(awards, rec.AwardYear) {
		add(cmp.Or(a.CreditCode, a.Company), a.Year, Reckoning{Awarded: a.Amount})
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
			add(cmp.Or(award.CreditCode, award.Company), year, Reckoning{Awarded: award.Amount.Neg()})
		}
		for _, p := range l.Payments {
			if y := rec.Payments[p].Year; len(l.Awards) > 0 && y != year {
				return fmt.Errorf("audit: a payment of %d stands with the awards of %s for %d", y, l.Company, year)
			}
		}
	}
	for k, s := range sums {
		if !s.Awarded.IsZero() {
			return fmt.Errorf("audit: %s in %d: the report and the lines differ by %s", k.company, k.year, s.Awarded)
		}
	}
	var years Reckoning
	for _, y := range rec.ByYear() {
		years.add(y.Reckoning)
	}
	if t := &rec.Totals; !years.Awarded.Equal(t.Awarded) || !years.Paid.Equal(t.Paid) ||
		!years.Returned.Equal(t.Returned) {
		return fmt.Errorf("audit: the years add up to %s awarded, %s paid, %s returned; in all %s, %s, %s",
			years.Awarded, years.Paid, years.Returned, t.Awarded, t.Paid, t.Returned)
	}
	return nil
}

// auditSums: every view adds up to the same.
func (rec *Reconciliation) auditSums(awards []calc.AwardLine) error {
	var want Reckoning
	for i := range awards {
		want.Awarded = want.Awarded.Add(awards[i].Amount)
	}
	for i := range rec.Payments {
		want.Paid, want.Returned = want.Paid.Add(rec.Payments[i].Paid), want.Returned.Add(rec.Payments[i].Returned)
	}
	var lines, shares, statuses Reckoning
	for i := range rec.Lines {
		l := &rec.Lines[i]
		lines.add(Reckoning{"", l.Awarded, l.Paid, l.Returned})
		for _, s := range l.Shares {
			shares.add(Reckoning{"", money.Yuan{}, s.Paid, s.Returned})
		}
	}
	shares.Awarded = lines.Awarded
	for _, s := range rec.ByStatus() {
		statuses.add(s.Reckoning)
	}
	views := []struct {
		name string
		sum  Reckoning
	}{{"total", rec.Totals}, {"lines", lines}, {"shares", shares}, {"statuses", statuses},
		{"districts", sumReckonings(rec.Districts)}, {"items", sumReckonings(rec.Items)}}
	for _, v := range views {
		if !v.sum.Awarded.Equal(want.Awarded) || !v.sum.Paid.Equal(want.Paid) || !v.sum.Returned.Equal(want.Returned) {
			return fmt.Errorf("audit: %s add up to %s awarded, %s paid, %s returned; report and ledger to %s, %s, %s",
				v.name, v.sum.Awarded, v.sum.Paid, v.sum.Returned, want.Awarded, want.Paid, want.Returned)
		}
	}
	return nil
}

func (r *Reckoning) add(s Reckoning) {
	r.Awarded, r.Paid, r.Returned = r.Awarded.Add(s.Awarded), r.Paid.Add(s.Paid), r.Returned.Add(s.Returned)
}

func sumReckonings(rs []Reckoning) Reckoning {
	var sum Reckoning
	for _, r := range rs {
		sum.add(r)
	}
	return sum
}
