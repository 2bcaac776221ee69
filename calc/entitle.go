package calc

// entitle works out the entitled amount by the item's form, less what earlier
// years paid where the reading says so. It tells whether the record is open
// still.
func (c *court) entitle(i int, r *Record) bool {
	d, it := &c.decisions[i], c.facts[i].item
	d.Payee = it.Payee
	if c.set.is(it, paysPerson) {
		d.Payee = "个人"
	}
	if ruling := c.ruled(i); ruling != nil && ruling.Amount != nil {
		c.byRuling(d, ruling, it, r)
	} else if !c.byForm(i, d, it, r) {
		return false
	}
	if c.set.upto == "difference" && !c.lessPrior(i, d, r) {
		return false
	}
	d.Entitled = d.Amount
	return true
}

// byForm applies the item's form. It is false where a person let a record in
// whose amount nobody can work out: then it stays held.
func (c *court) byForm(i int, d *Decision, it *Item, r *Record) bool {
	switch it.Form {
	case FormFixed, FormEach:
		amount, ok := it.Award(r.Level)
		if !ok {
			return c.cannotTell(i, d)
		}
		c.step(d, Step{Kind: StepStandard, Clause: it.Clause, Value: amount, Format: standardFormat[it.Form], Args: c.args(r.Level, it, amount)})
	case FormCost:
		c.byCost(d, it, r)
	case FormRate:
		if r.Base == nil {
			return c.cannotTell(i, d)
		}
		c.step(d, Step{Kind: StepRate, Clause: it.Clause, Value: *r.Base, Rate: it.Rate,
			Format: "%s：费用 %s 元的 %s，不足一分的舍去", Args: []string{it.Name, r.Base.String(), it.Rate.String()}})
	case FormApproved:
		if r.Approved == nil {
			return c.cannotTell(i, d)
		}
		c.step(d, Step{Kind: StepApproved, Clause: it.Clause, Value: r.Approved.RoundDown(fen),
			Format: "%s：没有固定标准，按核定金额 %s 元", Args: []string{it.Name, r.Approved.String()}})
	}
	return true
}

var standardFormat = map[Form]string{
	FormFixed: "%s%s：最高不超过 %s",
	FormEach:  "%s%s：每个不超过 %s",
}

// args are the words of a standard step; none are made when nobody reads them.
func (c *court) args(level string, it *Item, amount Yuan) []string {
	if !c.explain {
		return nil
	}
	return []string{level, it.Name, amount.Words()}
}

// byCost pays the fee, at most the cap; under the flat reading the cap.
func (c *court) byCost(d *Decision, it *Item, r *Record) {
	limit, _ := it.Award(r.Level)
	if r.Base == nil || c.set.is(it, flatRate) {
		c.step(d, Step{Kind: StepStandard, Clause: it.Clause, Value: limit, Format: "%s%s：每家按 %s 定额", Args: c.args("", it, limit)})
		return
	}
	c.step(d, Step{Kind: StepFee, Clause: it.Clause, Value: r.Base.RoundDown(fen), Format: "%s：费用 %s 元", Args: []string{it.Name, r.Base.String()}})
	c.step(d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: limit, Format: "每家最高不超过 %s", Args: []string{limit.Words()}})
}

// cannotTell keeps a record held although a person let it in: the ruling gives
// no amount and the policy none either.
func (c *court) cannotTell(i int, d *Decision) bool {
	c.settle(i, Held, "ruling/unclear", Step{Format: "审定意见没有给出金额，政策标准也无法确定"})
	d.Payee = ""
	if ruling := c.ruled(i); ruling != nil {
		c.found("ruling/unclear", ruling.Ref, "予以奖补（缺审定金额）")
	}
	return false
}

// byRuling takes the amount that a person ruled, at most the policy's ceiling.
func (c *court) byRuling(d *Decision, ruling *Ruling, it *Item, r *Record) {
	c.step(d, Step{Kind: StepRuled, Clause: it.Clause, Value: ruling.Amount.RoundDown(fen), Format: "审定金额 %s 元", Args: []string{ruling.Amount.String()}})
	limit, ok := it.ceiling(r)
	if !ok || d.Amount.Cmp(limit) <= 0 {
		return
	}
	c.found("ruling/over-cap", ruling.Ref, ruling.Amount.String(), limit.String())
	c.step(d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: limit, Format: "最高不超过 %s", Args: []string{limit.Words()}})
}

// ceiling is the most that the item can pay for a record: of its level, or of
// the highest level where the level is not known. A share without a base and
// an approved sum have no ceiling in the text.
func (it *Item) ceiling(r *Record) (Yuan, bool) {
	switch {
	case it.Form == FormRate && r.Base != nil:
		return r.Base.Share(it.Rate), true
	case it.Form == FormApproved && r.Approved != nil:
		return *r.Approved, true
	case it.Form == FormRate, it.Form == FormApproved:
		return Yuan{}, false
	}
	if y, ok := it.Award(r.Level); ok {
		return y, true
	}
	var most Yuan
	for _, a := range it.Awards {
		if a.Amount.Cmp(most) > 0 {
			most = a.Amount
		}
	}
	return most, true
}

// lessPrior takes off what earlier years paid in the same track (补差).
func (c *court) lessPrior(i int, d *Decision, r *Record) bool {
	it := c.facts[i].item
	var paid Yuan
	for _, p := range c.priors[c.facts[i].company] {
		if p.Year < c.batch.AwardYear && c.sameTrack(p, r, it) {
			paid = paid.Add(p.Amount)
		}
	}
	if paid.IsZero() {
		return true
	}
	c.step(d, Step{Kind: StepPriorPaid, Clause: it.Clause, Value: paid, Format: "以前年度已奖补 %s 元，按差额奖补", Args: []string{paid.String()}})
	if d.Amount.Sign() > 0 {
		return true
	}
	c.settle(i, Refused, PriorReason, Step{Clause: it.Clause, Format: "以前年度已奖补的金额不低于本次标准"})
	return false
}
