package calc

// Batch is everything that a decision rests on.
type Batch struct {
	Policy    *Policy
	AwardYear int
	Readings  Readings // only those that differ from the policy's defaults need be set
	Inputs    []Input
	Records   []Record
	Findings  Findings // those that stand on no record
	Prior     []Prior
	Rulings   []Ruling
}

// Decide gives every record exactly one decision. The rules are tried in the
// order of ARCHITECTURE.md and the first that holds decides. The order of
// the records never changes the money, only which of two equal records
// stands.
func Decide(b Batch) *Result {
	r := &Result{Policy: b.Policy, AwardYear: b.AwardYear, Readings: b.Policy.inForce(b.Readings),
		Inputs: b.Inputs, Records: b.Records}
	k := newDocket(b)
	c := k.decide(r.Readings, true)
	r.Decisions = c.decisions
	r.Findings = gather(b, c.findings)
	r.Totals = Sum(r)
	r.Alternatives = c.alternatives(r)
	r.Exposure = c.exposure(r.Readings)
	return r
}

// inForce completes chosen readings with the policy's defaults.
func (p *Policy) inForce(chosen Readings) Readings {
	all := make(Readings, len(p.Readings))
	for _, rd := range p.Readings {
		all[rd.Name] = rd.Default
		if v, ok := chosen[rd.Name]; ok {
			all[rd.Name] = v
		}
	}
	return all
}

// With is a copy of the readings in which one has another value.
func (rs Readings) With(name, value string) Readings {
	c := make(Readings, len(rs)+1)
	for k, v := range rs {
		c[k] = v
	}
	c[name] = value
	return c
}

// gather brings the findings of all stages into the order of the inputs.
func gather(b Batch, more Findings) Findings {
	all := append(Findings(nil), b.Findings...)
	for i := range b.Records {
		all = append(all, b.Records[i].Findings...)
	}
	all = append(all, more...)
	rank := make(map[string]int, len(b.Inputs))
	for i, in := range b.Inputs {
		rank[in.File] = i
	}
	all.Sort(func(file string) int {
		if n, ok := rank[file]; ok {
			return n
		}
		return len(b.Inputs)
	})
	return all
}

// docket is what stays the same under every reading: the records with their
// companies and subjects told apart once.
type docket struct {
	batch   Batch
	policy  *Policy
	facts   []fact
	priors  map[int32][]*Prior // by company
	rulings map[string]*Ruling // by key
	waived  bool               // every held record is let in, to see what it would add
}

// fact is one record with its identities as numbers. Equal numbers are equal
// companies, subjects or certificates; 0 is none.
type fact struct {
	item     *Item
	order    int // the item's place in the policy
	company  int32
	subject  int32
	paper    int32 // certificate
	rank     int   // of the level
	track    int32
	clause   int32
	sentence int32
}

func newDocket(b Batch) *docket {
	k := &docket{batch: b, policy: b.Policy, facts: make([]fact, len(b.Records)),
		priors: map[int32][]*Prior{}, rulings: map[string]*Ruling{}}
	names := newNames(b)
	order := make(map[string]int, len(b.Policy.Items))
	for i := range b.Policy.Items {
		order[b.Policy.Items[i].ID] = i
	}
	for i := range b.Records {
		k.facts[i] = names.fact(b.Policy, order, &b.Records[i])
	}
	for i := range b.Prior {
		id := names.company(b.Prior[i].CreditCode, b.Prior[i].Company)
		k.priors[id] = append(k.priors[id], &b.Prior[i])
	}
	for i := range b.Rulings {
		k.rulings[b.Rulings[i].Key] = &b.Rulings[i]
	}
	return k
}

// court is one sitting over a docket under one set of readings.
type court struct {
	*docket
	set       settings
	explain   bool // keep steps and findings
	decisions []Decision
	open      []int32 // records that rules 1 to 8 left open
	findings  Findings
	letIn     map[int]bool       // records that a person's ruling let in
	known     map[string]*tracks // by scope
}

// decide runs the rules over all records.
func (k *docket) decide(rs Readings, explain bool) *court {
	c := &court{docket: k, set: newSettings(k.policy, rs), explain: explain,
		decisions: make([]Decision, len(k.facts)), letIn: map[int]bool{}, known: map[string]*tracks{}}
	c.open = make([]int32, 0, len(k.facts))
	for i := range k.facts {
		if c.screen(i) {
			c.open = append(c.open, int32(i))
		}
	}
	c.applyCaps(c.keepHighest(c.open))
	if explain {
		c.compareClaims()
		c.reportRulings()
		c.reportPriors()
	}
	return c
}

// record is the i-th record.
func (c *court) record(i int) *Record { return &c.batch.Records[i] }

// settle closes a record without money.
func (c *court) settle(i int, o Outcome, reason string, s Step) {
	d := &c.decisions[i]
	d.Outcome, d.Reason = o, reason
	s.Kind = StepZero
	c.step(d, s)
}

// step applies a step and keeps it where the reasons are asked for.
func (c *court) step(d *Decision, s Step) {
	if c.explain {
		d.add(s)
		return
	}
	d.Amount = s.apply(d.Amount)
}

// found keeps a finding that deciding itself brought up.
func (c *court) found(code Code, at Ref, args ...string) {
	if c.explain {
		c.findings.Add(code, at, args...)
	}
}
