package calc

import (
	"cmp"
	"maps"
)

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
	submitted := b.Records
	b.Records = corrected(b)
	r := &Result{Policy: b.Policy, AwardYear: b.AwardYear, Readings: b.Policy.inForce(b.Readings),
		Inputs: b.Inputs, Records: b.Records}
	k := newBatchIndex(b)
	c := k.decide(r.Readings)
	r.Decisions, r.who = c.decisions, k.who
	if k.restore(r, submitted) {
		r.who = newNames(r.Records).identity(r.Records)
	}
	AtOnce(func() { r.Alternatives = c.alternatives(r.Readings) },
		func() {
			r.Findings = gather(b, c.findings)
			r.Totals = r.sum(r.who)
			r.Exposure, r.Unestimated = c.exposure(r.Readings), c.unestimated()
		})
	return r
}

// Doubts are the findings for which deciding would hold records, beside those
// that stand on them already: what is missing for an amount, who may not be
// supported, and claims that contradict each other. Where the award year is not
// known, each of the policy's is tried.
func Doubts(b Batch) (all Findings) {
	from, to := b.AwardYear, b.AwardYear
	if b.AwardYear == 0 {
		from, to = b.Policy.FirstYear, b.Policy.LastYear
	}
	told := map[string]bool{}
	for b.AwardYear = from; b.AwardYear <= to; b.AwardYear++ {
		for _, f := range newBatchIndex(b).decide(b.Policy.inForce(b.Readings)).findings {
			key := string(f.Code) + f.Ref.String() + f.Message()
			if told[key] || f.Severity() != Error && f.Code != "record/one-name" {
				continue
			}
			told[key] = true
			all = append(all, f)
		}
	}
	return all
}

// inForce completes chosen readings with the policy's defaults.
func (p *Policy) inForce(chosen Readings) Readings {
	all := make(Readings, len(p.Readings))
	for _, rd := range p.Readings {
		all[rd.Name] = cmp.Or(chosen[rd.Name], rd.Default)
	}
	return all
}

// With is a copy of the readings in which one has another value.
func (rs Readings) With(name, value string) Readings {
	c := maps.Clone(rs)
	c[name] = value
	return c
}

// gather brings the findings of all stages into the order of the inputs.
func gather(b Batch, more Findings) Findings {
	count := len(b.Findings) + len(more)
	for i := range b.Records {
		count += len(b.Records[i].Findings)
	}
	all := append(make(Findings, 0, count), b.Findings...)
	for i := range b.Records {
		all = append(all, b.Records[i].Findings...)
	}
	all = append(all, more...)
	all.Sort(rankOf(b.Inputs))
	return all
}

// rankOf tells the place of a file among the inputs; what is none of them comes
// after all. Findings that are compared mostly stand in one file, so that the
// last answer is kept.
func rankOf(inputs []Input) func(file string) int {
	ranks := make(map[string]int, len(inputs))
	for i, in := range inputs {
		ranks[in.File] = i
	}
	last, rank, known := "", 0, false
	return func(file string) int {
		if file == last && known {
			return rank
		}
		n, ok := ranks[file]
		if !ok {
			n = len(inputs)
		}
		last, rank, known = file, n, true
		return n
	}
}
