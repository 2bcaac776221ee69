package calc

import "jiangbu/calc/money"

// entitle works out the entitled amount by the item's form, less what earlier
// years paid where the reading says so.
func (c *evaluation) entitle(q *candidate) {
	d := q.d
	d.Payee = q.it.Payee
	if c.set.is(q, paysPerson) {
		d.Payee = "个人"
	}
	if ruling := q.d.Ruling; ruling != nil && ruling.Amount != nil {
		c.byRuling(q, ruling)
	} else if !c.byForm(q) {
		return
	}
	if c.set.upgrade == upgradeByDifference && !c.lessPrior(q) {
		return
	}
	d.Entitled = d.Amount
}

// byForm applies the item's form. It is false where a person let a record in
// whose amount nobody can work out: then it stays held.
func (c *evaluation) byForm(q *candidate) bool {
	r, it := q.r, q.it
	switch it.Form {
	case FormFixed, FormEach:
		amount, ok := it.Award(r.Level)
		if !ok && c.waived {
			amount, ok = it.ceiling(r) // what it may come to, at the most
		}
		if !ok {
			return c.cannotTell(q)
		}
		c.standard(q, amount, standardFormat[it.Form], r.Level)
	case FormCost:
		c.byCost(q)
	case FormRate:
		if r.Base == nil {
			return c.cannotTell(q)
		}
		c.step(q.d, Step{Kind: StepRate, Clause: it.Clause, Value: *r.Base, Rate: it.Rate,
			Format: "%s：费用 %s 元的 %s，不足一分的舍去", Args: []string{it.Name, r.Base.String(), it.Rate.String()}})
	case FormApproved:
		if r.Approved == nil {
			return c.cannotTell(q)
		}
		c.step(q.d, Step{Kind: StepApproved, Clause: it.Clause, Value: r.Approved.RoundDown(money.Fen),
			Format: "%s：没有固定标准，按核定金额 %s 元", Args: []string{it.Name, r.Approved.String()}})
	}
	return true
}

var standardFormat = map[Form]string{
	FormFixed: "%s%s：最高不超过 %s",
	FormEach:  "%s%s：每个不超过 %s",
}

// standard pays the policy's amount for the item at the record's level, which
// the format need not name.
func (c *evaluation) standard(q *candidate, amount money.Yuan, format, level string) {
	c.sharedStep(q, stepWording{format: format, item: q.order, text: q.r.Level}, func() Step {
		return Step{Kind: StepStandard, Clause: q.it.Clause, Value: amount, Format: format, Args: []string{level, q.it.Name, amount.Words()}}
	})
}

// byCost pays the fee, at most the cap; under the flat reading the cap.
func (c *evaluation) byCost(q *candidate) {
	r, it := q.r, q.it
	limit, _ := it.Award(r.Level)
	if r.Base == nil || c.set.is(q, flatRate) {
		c.standard(q, limit, "%s%s：每家按 %s 定额", "")
		return
	}
	c.step(q.d, Step{Kind: StepFee, Clause: it.Clause, Value: r.Base.RoundDown(money.Fen), Format: "%s：费用 %s 元", Args: []string{it.Name, r.Base.String()}})
	c.step(q.d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: limit, Format: "每家最高不超过 %s", Args: []string{limit.Words()}})
}

// cannotTell keeps a record held although a person let it in: the ruling gives
// no amount and the policy none either.
func (c *evaluation) cannotTell(q *candidate) bool {
	c.close(q, Held, "ruling/unclear", Step{Format: "审定意见没有给出金额，政策标准也无法确定"})
	q.d.Payee = ""
	if ruling := q.d.Ruling; ruling != nil {
		c.found("ruling/unclear", ruling.Ref, "予以奖补（缺审定金额）")
	}
	return false
}

// byRuling takes the amount that a person ruled, at most the policy's ceiling.
func (c *evaluation) byRuling(q *candidate, ruling *Ruling) {
	d, it := q.d, q.it
	c.step(d, Step{Kind: StepRuled, Clause: it.Clause, Value: ruling.Amount.RoundDown(money.Fen), Format: "审定金额 %s 元", Args: []string{ruling.Amount.String()}})
	limit, ok := it.ceiling(q.r)
	if !ok || d.Amount.Cmp(limit) <= 0 {
		return
	}
	c.found("ruling/over-cap", ruling.Ref, ruling.Amount.String(), limit.String())
	c.step(d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: limit, Format: "最高不超过 %s", Args: []string{limit.Words()}})
}

// ceiling is the most that the item can pay for a record: of its level, or of
// the highest level where the level is not known. A share without a base and
// an approved sum have no ceiling in the text.
func (it *Item) ceiling(r *Record) (money.Yuan, bool) {
	switch {
	case it.Form == FormRate && r.Base != nil:
		return r.Base.Share(it.Rate), true
	case it.Form == FormApproved && r.Approved != nil:
		return *r.Approved, true
	case it.Form == FormRate, it.Form == FormApproved:
		return money.Yuan{}, false
	}
	if y, ok := it.Award(r.Level); ok {
		return y, true
	}
	var most money.Yuan
	for _, a := range it.Awards {
		if a.Amount.Cmp(most) > 0 {
			most = a.Amount
		}
	}
	return most, true
}
