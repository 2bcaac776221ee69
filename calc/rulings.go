package calc

import (
	"slices"
	"strings"

	"jiangbu/calc/written"
)

// corrected are the records as rulings that grant correct them. All rules look at
// them anew: earlier years, the track, who may be supported.
func corrected(b Batch) []Record {
	by := map[string]*Ruling{}
	for i := range b.Rulings {
		if r := &b.Rulings[i]; r.Grant && r.Correct != (Correction{}) {
			by[r.Key] = r
		}
	}
	if len(by) == 0 {
		return b.Records
	}
	records := slices.Clone(b.Records)
	for i := range records {
		if r := by[records[i].Key]; r != nil {
			r.Correct.apply(&records[i])
		}
	}
	return records
}

// restore has a record that is held again say what its row says: nobody has
// accepted the correction yet. It tells whether there was any.
func (k *batchIndex) restore(r *Result, submitted []Record) bool {
	restored := false
	for i := range r.Records {
		ruling := k.rulings[r.Records[i].Key]
		if ruling != nil && ruling.Grant && ruling.Correct != (Correction{}) && r.Decisions[i].Outcome == Held {
			r.Records[i], restored = submitted[i], true
		}
	}
	return restored
}

func (c *Correction) apply(r *Record) {
	if c.CreditCode != "" {
		r.CreditCode, r.CodeByName = c.CreditCode, false
	}
	if c.Company != "" {
		r.Company = c.Company
	}
	if !c.Recognised.IsZero() {
		r.Recognised = c.Recognised
	}
}

// words say what a correction changes.
func (c *Correction) words() string {
	var all []string
	for _, f := range [...][2]string{{"统一社会信用代码", c.CreditCode}, {"单位名称", c.Company},
		{"认定日期", c.Recognised.String()}} {
		if f[1] != "" {
			all = append(all, f[0]+"更正为 "+f[1])
		}
	}
	return strings.Join(all, "，")
}

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
		return len(d.Doubts) == 0 && d.Ruling.Amount == nil && d.Ruling.Correct == (Correction{})
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
