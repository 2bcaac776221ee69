package calc

import "jiangbu/calc/written"

// reportRulings points out rulings that met no record, changed nothing, or could
// not bring about what they say. A ruling that was put aside for a new doubt was
// told of when the record was held.
func (c *evaluation) reportRulings() {
	if len(c.rulings) == 0 {
		return
	}
	met := make(map[string]int, len(c.rulings))
	for i := range c.batch.Records {
		if key := c.record(i).Key; c.rulings[key] != nil {
			met[key] = i + 1
		}
	}
	var lost []*Ruling
	for i := range c.batch.Rulings {
		r := &c.batch.Rulings[i]
		n := met[r.Key]
		if n == 0 {
			lost = append(lost, r)
			continue
		}
		d := &c.decisions[n-1]
		if d.Ruling == nil {
			continue
		}
		switch {
		case d.unmoved():
			c.found("ruling/not-held", r.Ref, r.about(), d.Outcome.Name())
		case r.Grant && d.Outcome != Granted && d.Outcome != Held:
			c.found("ruling/overtaken", r.Ref, r.about(), d.Outcome.Name())
		}
		if r.Basis == "" {
			c.found("ruling/no-basis", r.Ref, r.about())
		}
	}
	c.reportLost(lost, met)
}

// unmoved tells whether the decision is as it would be without its ruling.
func (d *Decision) unmoved() bool {
	if d.Ruling.Grant {
		return len(d.Doubts) == 0 && d.Ruling.Amount == nil
	}
	return d.Reason != RulingReason
}

// reportLost says of rulings that meet no record what became of it: it says
// something else now, as far as one can tell, or it is gone.
func (c *evaluation) reportLost(lost []*Ruling, met map[string]int) {
	if len(lost) == 0 {
		return
	}
	at, of := map[Ref]int{}, map[[2]string]int{}
	for i := range c.batch.Records {
		r := c.record(i)
		if met[r.Key] == 0 {
			at[r.Source], of[[2]string{written.CompanyKey(r.Company), r.Item}] = i+1, i+1
		}
	}
	for _, r := range lost {
		n := at[r.Source]
		if n == 0 && r.Company != "" && r.Item != "" {
			n = of[[2]string{written.CompanyKey(r.Company), r.Item}]
		}
		if n == 0 {
			c.found("ruling/unmatched", r.Ref, r.about())
			continue
		}
		c.found("ruling/changed", r.Ref, r.about(), c.record(n-1).Source.String())
	}
}

// about names the ruling's record for a message: by its company and place, or
// by its key where nothing else is known.
func (r *Ruling) about() string {
	if r.Company == "" {
		return r.Key
	}
	return r.Company + "（" + r.Source.String() + "）"
}
