package calc

import (
	"slices"

	"jiangbu/calc/money"
)

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
	if !c.lessOthers(q) {
		return
	}
	d.Entitled = d.Amount
}

// isPiece tells of a candidate that is one counted thing of several.
func (c *evaluation) isPiece(q *candidate) bool {
	kind, _ := c.counted(q)
	return kind == countsPieces
}

// doubtOthers asks which of several things of a company others paid for.
func (c *evaluation) doubtOthers(q *candidate) {
	if q.r.Checked == nil || !c.isPiece(q) {
		return
	}
	for _, o := range q.r.Checked.Others {
		c.doubtAnew(q, Found("overlap/awarded", q.r.At(ColCompany), q.r.Company, q.it.Name, o.Source,
			" "+o.Amount.String()+" 元", o.Where))
	}
}

// lessOthers sets the amount against what others paid for the same, as the policy
// says for each of them. It is false where nothing is left.
func (c *evaluation) lessOthers(q *candidate) bool {
	if q.r.Checked == nil || c.isPiece(q) {
		return true
	}
	standard := q.d.Amount
	for _, o := range q.r.Checked.Others {
		switch {
		case o.Effect == BarDeduct:
			c.step(q.d, Step{Kind: StepPaidBefore, Clause: q.it.Clause, Value: o.Amount, Format: "%s，按差额奖补",
				Args: []string{o.Words}})
		case standard.Cmp(o.Amount) > 0:
			c.step(q.d, Step{Kind: StepStands, Clause: q.it.Clause, Format: "%s，低于本次标准，就高按本次标准奖补",
				Args: []string{o.Words}})
			continue
		}
		if o.Effect == BarHighest || q.d.Amount.Sign() == 0 {
			c.close(q, Refused, ExcludedReason, Step{Clause: q.it.Clause, Format: "%s，不低于本次标准，不重复奖补",
				Args: []string{o.Words}})
			return false
		}
	}
	return true
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
		return c.byRate(q)
	case FormApproved:
		if r.Approved == nil {
			return c.cannotTell(q)
		}
		c.step(q.d, Step{Kind: StepApproved, Clause: it.Clause, Value: r.Approved.RoundDown(money.Fen),
			Format: "%s：没有固定标准，按核定金额 %s 元", Args: []string{it.Name, r.Approved.Grouped()}})
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
		return Step{Kind: StepStandard, Clause: q.it.Clause, Value: amount, Format: format,
			Args: []string{levelBefore(level, q.it.Name), q.it.Name, amount.Words()}}
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
	c.step(q.d, Step{Kind: StepFee, Clause: it.Clause, Value: r.Base.RoundDown(money.Fen),
		Format: "%s：%s %s 元", Args: []string{it.Name, it.BaseName(), r.Base.Grouped()}})
	c.step(q.d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: limit, Format: "每家最高不超过 %s",
		Args: []string{limit.Words()}})
}

// byRate pays a share of the base, at most the ceiling of the level.
func (c *evaluation) byRate(q *candidate) bool {
	r, it := q.r, q.it
	a := it.at(r.Level)
	if a == nil || r.Base == nil {
		return c.cannotTell(q)
	}
	c.step(q.d, Step{Kind: StepRate, Clause: it.Clause, Value: *r.Base, Rate: a.Rate,
		Format: "%s：%s %s 元的 %s，不足一分的舍去",
		Args:   []string{r.Level + it.Name, it.BaseName(), r.Base.Grouped(), a.Rate.String()}})
	if !a.Ceiling.IsZero() {
		c.step(q.d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: a.Ceiling,
			Format: "每个%s最高不超过 %s", Args: []string{it.Counted, a.Ceiling.Words()}})
	}
	return true
}

// belowFloor says that the base does not come up to what the policy supports.
func (it *Item) belowFloor(r *Record) (Step, bool) {
	a := it.at(r.Level)
	if a == nil || r.Base == nil || r.Base.Cmp(a.Floor) >= 0 {
		return Step{}, false
	}
	return Step{Clause: it.Clause, Format: "%s %s 元，低于政策支持的起点 %s",
		Args: []string{it.BaseName(), r.Base.Grouped(), a.Floor.Words()}}, true
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
	ruled := Step{Kind: StepRuled, Clause: it.Clause, Value: ruling.Amount.RoundDown(money.Fen), Format: "审定金额 %s 元",
		Args: []string{ruling.Amount.Grouped()}}
	letIn := slices.ContainsFunc(d.Steps, func(s Step) bool { return s.Kind == StepWaived })
	if ruling.Basis != "" && !letIn {
		ruled.Format, ruled.Args = "审定金额 %s 元：%s", append(ruled.Args, ruling.Basis) // no step says the ground yet
	}
	c.step(d, ruled)
	limit, ok := it.ceiling(q.r)
	if !ok || d.Amount.Cmp(limit) <= 0 {
		return
	}
	c.found("ruling/over-cap", ruling.Ref, ruling.Amount.String(), limit.String())
	c.step(d, Step{Kind: StepFeeCap, Clause: it.Clause, Value: limit, Format: "最高不超过 %s",
		Args: []string{limit.Words()}})
}

// ceiling is the most that the item can pay for a record: of its level, or of
// the highest level where the level is not known. An approved sum, and a share
// with neither base nor ceiling, have none in the text.
func (it *Item) ceiling(r *Record) (most money.Yuan, ok bool) {
	if it.Form == FormApproved {
		if r.Approved == nil {
			return money.Yuan{}, false
		}
		return *r.Approved, true
	}
	if a := it.at(r.Level); a != nil {
		return it.most(a, r)
	}
	for i := range it.Awards {
		y, known := it.most(&it.Awards[i], r)
		if !known {
			return money.Yuan{}, false
		}
		if y.Cmp(most) > 0 {
			most = y
		}
	}
	return most, true
}

// most is the most that one level pays for a record.
func (it *Item) most(a *Award, r *Record) (money.Yuan, bool) {
	switch {
	case it.Form != FormRate:
		return a.Amount, true
	case r.Base == nil:
		return a.Ceiling, !a.Ceiling.IsZero()
	case a.Ceiling.IsZero():
		return r.Base.Share(a.Rate), true
	}
	return r.Base.Share(a.Rate).Min(a.Ceiling), true
}

// Ceiling is the most that the policy can pay for a record, whatever is held
// against it; ok is false where the text sets no limit.
func (p *Policy) Ceiling(r *Record) (most money.Yuan, ok bool) {
	it, known := p.Item(r.Item)
	if !known {
		return money.Yuan{}, false
	}
	return it.ceiling(r)
}
