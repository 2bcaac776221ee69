package calc

import (
	"cmp"
	"fmt"
	"jiangbu/calc/money"
	"slices"
)

// Snapshot is what a run made of one record, as far as runs are compared: a
// record of this run, or a line of an earlier report.
type Snapshot struct {
	*Record
	Decision        // as it was then: a budget may cut it later
	ItemName string // as printed
}

// Paper is the number of the certificate, else that of the document.
func (s *Snapshot) Paper() string { return cmp.Or(s.Certificate, s.Document) }

// ChangeKind says how a record differs between two runs.
type ChangeKind string

// The kinds of change: a record that the earlier run did not have, one that
// this run does not have, one whose row was corrected (更正: another key, the
// same claim), and one that says the same and was decided otherwise.
const (
	ChangeNew       ChangeKind = "new"
	ChangeGone      ChangeKind = "gone"
	ChangeCorrected ChangeKind = "corrected"
	ChangeDecided   ChangeKind = "decided"
)

// ChangeKinds lists them in the order of reports.
var ChangeKinds = []ChangeKind{ChangeNew, ChangeGone, ChangeCorrected, ChangeDecided}

var changeNames = map[ChangeKind]string{
	ChangeNew: "新增", ChangeGone: "减少", ChangeCorrected: "更正", ChangeDecided: "结论变化",
}

// Name is the kind in Chinese, as reports print it.
func (k ChangeKind) Name() string { return changeNames[k] }

// Change is one record that differs. Before is nil for a new one, After for
// one that is gone.
type Change struct {
	Kind       ChangeKind
	Before     *Snapshot
	After      *Snapshot
	Difference money.Yuan // amount now less amount before
}

// Earlier is the run that another is compared with.
type Earlier struct {
	Name     string // of the report, as it was given
	Records  []Snapshot
	Readings Readings
	Stated   money.Yuan // the total that the report states
}

// Comparison is everything that differs from an earlier run. Before plus the
// differences of all Changes is After; Compare checks it.
type Comparison struct {
	Earlier  Earlier
	Before   money.Yuan // totals
	After    money.Yuan
	Changes  []Change   // by kind, then in the order of this run (those gone: of the earlier)
	Same     int        // records that do not differ
	SameYuan money.Yuan // their amount, the same in both runs
	Readings []ReadingChange
}

// ReadingChange is a reading that the two runs answer differently.
type ReadingChange struct{ Name, Before, After string }

// Sum is how many changes of a kind there are and what they come to.
func (c *Comparison) Sum(k ChangeKind) (n int, difference money.Yuan) {
	for i := range c.Changes {
		if c.Changes[i].Kind == k {
			n++
			difference = difference.Add(c.Changes[i].Difference)
		}
	}
	return n, difference
}

// Compare says what differs between an earlier run and this one. Records are
// matched by their keys; what is left by company, item and subject, and then by
// the row they stand in, because a corrected row has a new key. An error means
// that the totals do not tie: a report that contradicts itself, or a fault of
// the program.
func Compare(e Earlier, r *Result) (*Comparison, error) {
	m := pairing{before: e.Records, after: snapshots(r)}
	m.run()
	c := &Comparison{Earlier: e, Before: e.Stated, After: r.Totals.Amount, Readings: changedReadings(e.Readings, r)}
	for j := range m.after {
		c.compareWith(m.before, m.beforeOf[j], &m.after[j])
	}
	for i := range m.before {
		if !m.met[i] {
			b := &m.before[i]
			c.Changes = append(c.Changes, Change{ChangeGone, b, nil, b.Amount.Neg()})
		}
	}
	slices.SortStableFunc(c.Changes, func(x, y Change) int {
		return cmp.Compare(slices.Index(ChangeKinds, x.Kind), slices.Index(ChangeKinds, y.Kind))
	})
	return c, c.audit(len(e.Records), len(r.Records))
}

// snapshots is this run's side.
func snapshots(r *Result) []Snapshot {
	list := make([]Snapshot, len(r.Records))
	for i := range r.Records {
		rec := &r.Records[i]
		list[i] = Snapshot{rec, r.Decisions[i], r.Policy.Claimed(rec)}
	}
	return list
}

// compareWith adds one record of this run: new, corrected, decided otherwise, or the
// same.
func (c *Comparison) compareWith(before []Snapshot, at int, now *Snapshot) {
	if at < 0 {
		c.Changes = append(c.Changes, Change{ChangeNew, nil, now, now.Amount})
		return
	}
	was := &before[at]
	diff := now.Amount.Sub(was.Amount)
	switch {
	case was.Key != now.Key:
		c.Changes = append(c.Changes, Change{ChangeCorrected, was, now, diff})
	case !diff.IsZero() || was.Outcome != now.Outcome || was.Reason != now.Reason:
		c.Changes = append(c.Changes, Change{ChangeDecided, was, now, diff})
	default:
		c.Same++
		c.SameYuan = c.SameYuan.Add(now.Amount)
	}
}

// audit holds the comparison to its sums: every record of both runs once, and
// the earlier total plus the differences is this total.
func (c *Comparison) audit(before, after int) error {
	old, now := c.Same, c.Same
	sum, oldSum := c.Before, c.SameYuan
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Before != nil {
			old++
			oldSum = oldSum.Add(ch.Before.Amount)
		}
		if ch.After != nil {
			now++
		}
		sum = sum.Add(ch.Difference)
	}
	switch {
	case old != before || now != after:
		return fmt.Errorf("compare: %d of %d earlier records and %d of %d of this run are accounted for", old, before,
			now, after)
	case !oldSum.Equal(c.Before):
		return fmt.Errorf("compare: the earlier records add up to %s, their total is %s", oldSum, c.Before)
	case !sum.Equal(c.After):
		return fmt.Errorf("compare: %s and the differences come to %s, not to %s", c.Before, sum, c.After)
	}
	return nil
}

// changedReadings lists the readings that differ, in the policy's order.
func changedReadings(before Readings, r *Result) []ReadingChange {
	var list []ReadingChange
	for _, rd := range r.Policy.Readings {
		if was, now := before[rd.Name], r.Readings[rd.Name]; was != now {
			list = append(list, ReadingChange{rd.Name, was, now})
		}
	}
	return list
}
