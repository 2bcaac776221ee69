package lists

import (
	"cmp"
	"slices"
	"strconv"

	"jiangbu/calc"
)

// Apply writes on the claims what the lists that decide say of them: what holds
// a claim or a person should look at, where it is borne out, and the document's
// date where it says only a year.
func (c *Comparison) Apply(records []calc.Record) {
	for i := range c.Entries {
		e := &c.Entries[i]
		if e.Record < 0 || !e.Decides {
			continue
		}
		r := &records[e.Record]
		r.Findings = append(r.Findings, e.finding...)
		if e.List < 0 {
			continue
		}
		l := &c.Lists[e.List]
		if e.State == Agreed || e.State == Differs {
			checked(r).Listed = c.borneOut(e)
		}
		if e.fill {
			r.Recognised = l.Date
		}
	}
}

// borneOut says which line of which list bears a claim out.
func (c *Comparison) borneOut(e *Entry) string {
	l := &c.Lists[e.List]
	s := "见" + l.Name() + l.Place(&l.Lines[e.Line])
	if l.Document != "" {
		s += "（" + l.Document + "）"
	}
	if e.How.Evidence() != "" {
		s += "，" + e.How.Evidence()
	}
	if e.fill {
		s += "，认定日期按成文日期 " + l.Date.String()
	}
	return s
}

// Price works out what the policy would pay for each recognition that was not
// reported, as if it had been: decided together with the claims of the same
// firms, so that 就高不重复, caps and earlier awards count. The batch is as it
// will be decided.
func (c *Comparison) Price(b calc.Batch) {
	forgotten := c.forgotten()
	if len(forgotten) == 0 {
		return
	}
	b.Records, b.Findings, b.Rulings = c.concerned(b.Records, forgotten), nil, nil
	before := calc.Decide(b).Totals.Amount
	own := len(b.Records)
	for n, i := range forgotten {
		b.Records = append(b.Records, c.asClaimed(&c.Entries[i], n))
	}
	r := calc.Decide(b)
	for n, i := range forgotten {
		d := &r.Decisions[own+n]
		amount := d.Amount
		c.Entries[i].Amount = &amount
		if amount.IsZero() {
			c.Entries[i] = c.Entries[i].note("按政策不另奖补：" + d.Outcome.Name())
		}
	}
	c.Exposure = r.Totals.Amount.Sub(before)
}

// forgotten are the entries that would be paid: of confirmed lists, of bodies
// that still are.
func (c *Comparison) forgotten() (all []int) {
	for i := range c.Entries {
		e := &c.Entries[i]
		if e.State == NotReported && e.Decides && (e.body < 0 || c.index.bodies[e.body].firm.ended() == "") {
			all = append(all, i)
		}
	}
	return all
}

// concerned are the claims of the firms that were forgotten: no others can meet
// what they are owed.
func (c *Comparison) concerned(records []calc.Record, forgotten []int) []calc.Record {
	var at []int
	for _, i := range forgotten {
		if id := c.Entries[i].body; id >= 0 {
			at = append(at, c.index.bodies[id].records...)
		}
	}
	slices.Sort(at)
	at = slices.Compact(at)
	some := make([]calc.Record, 0, len(at)+len(forgotten))
	for _, i := range at {
		some = append(some, records[i])
	}
	return some
}

// asClaimed is the claim that nobody made.
func (c *Comparison) asClaimed(e *Entry, n int) calc.Record {
	l := &c.Lists[e.List]
	line := &l.Lines[e.Line]
	r := calc.Record{Key: "list-" + strconv.Itoa(n+1), Source: line.Ref, District: e.District, Company: e.Company,
		CreditCode: e.Code, Subject: line.Subject,
		Item: l.Item, Level: l.LevelOf(line), Document: l.Document, Recognised: l.Date, LabelYear: l.Label,
		ValidFrom: l.From, Nature: c.policy.Natures[0].Name}
	if it, known := c.policy.Item(l.Item); known {
		r.Clause = it.Clause
		if it.Key == calc.KeySubject {
			r.Subject = cmp.Or(line.Subject, line.Name)
		}
	}
	return r
}

// checked is what is noted of a record, made where there is nothing yet.
func checked(r *calc.Record) *calc.Checked {
	if r.Checked == nil {
		r.Checked = &calc.Checked{}
	}
	return r.Checked
}

// Priced is how many recognitions the exposure is of.
func (c *Comparison) Priced() int { return calc.Count(c.Entries, (*Entry).Owes) }

// Owes tells whether the policy would pay for what was not reported: nothing is
// owed for a lower level of what was claimed.
func (e *Entry) Owes() bool { return e.Amount != nil && !e.Amount.IsZero() }
