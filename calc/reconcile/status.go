package reconcile

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"slices"
	"strings"
)

// line makes the line of a match: its sums, its status and what to say of it.
func (m *matcher) line(f int, pc match) Line {
	l := Line{Awards: pc.awards, Payments: pc.payments}
	slices.Sort(l.Awards)
	slices.Sort(l.Payments)
	for _, a := range l.Awards {
		l.Awarded = l.Awarded.Add(m.rec.Awards[a].Amount)
	}
	for _, i := range l.Payments {
		p := &m.rec.Payments[i]
		l.Paid, l.Returned = l.Paid.Add(p.Paid), l.Returned.Add(p.Returned)
	}
	if f >= 0 {
		l.Company, l.CreditCode = m.companies[f].name, m.companies[f].code
	} else {
		p := &m.rec.Payments[l.Payments[0]]
		l.Company, l.CreditCode = cmp.Or(p.Company, p.Office), p.CreditCode
	}
	l.Status = m.status(f, &l)
	l.Note = strings.Join(m.notes(f, &l), "；")
	l.Shares = m.shares(&l)
	return l
}

func (m *matcher) status(f int, l *Line) Status {
	difference := l.Difference()
	switch {
	case len(l.Awards) == 0 && !l.Returned.IsZero() && difference.IsZero():
		return StatusReturned
	case len(l.Awards) == 0:
		return StatusUnexpected
	case l.Paid.IsZero() && l.Returned.IsZero() && !l.Awarded.IsZero():
		return StatusUnpaid
	case !difference.IsZero():
		return m.moneyStatus(l, difference)
	case len(m.wrongPayees(f, l)) > 0:
		return StatusPayee
	case len(m.wrongDistricts(l)) > 0:
		return StatusDistrict
	}
	return StatusMatched
}

// moneyStatus says why a line's sums differ.
func (m *matcher) moneyStatus(l *Line, difference money.Yuan) Status {
	switch {
	case !l.Returned.IsZero() && l.Paid.Equal(l.Awarded):
		return StatusReturned
	case m.unitSlip(l, difference):
		return StatusUnit
	case m.paidTwice(l, difference):
		return StatusDuplicate
	}
	return StatusAmount
}

// unitSlip tells whether the sums agree once all payments, or one of them, are
// read in the other of 元 and 万元.
func (m *matcher) unitSlip(l *Line, difference money.Yuan) bool {
	net := l.Paid.Sub(l.Returned)
	if tenThousandfold(net, l.Awarded) {
		return true
	}
	for _, i := range l.Payments {
		p := m.rec.Payments[i].Net()
		if p.Sign() <= 0 {
			continue
		}
		wan, yuan := money.UnitWan.Of(p.Decimal()), money.YuanOfDecimal(p.Decimal().Shift(-4))
		if wan.Sub(p).Equal(difference.Neg()) || p.Sub(yuan).Equal(difference) {
			return true
		}
	}
	return false
}

// paidTwice tells whether the excess is payments that stand twice: some of
// the payments that have an equal beside them add up to it.
func (m *matcher) paidTwice(l *Line, excess money.Yuan) bool {
	var doubles, seen []money.Yuan
	for _, i := range l.Payments {
		net := m.rec.Payments[i].Net()
		if net.Sign() <= 0 {
			continue
		}
		if slices.ContainsFunc(seen, net.Equal) {
			doubles = append(doubles, net)
		}
		seen = append(seen, net)
	}
	return subset(doubles, excess) != nil
}

// notes say what a person must know of a line: the difference and its
// direction, who was paid instead, and through whom.
func (m *matcher) notes(f int, l *Line) []string {
	var notes []string
	switch d := l.Difference(); {
	case l.Status == StatusUnpaid:
		notes = append(notes, "应拨"+l.Awarded.String()+"元，台账中没有拨付")
	case l.Status == StatusUnexpected && f < 0:
		notes = append(notes, "报告中没有该单位")
	case l.Status == StatusUnexpected:
		notes = append(notes, "报告中该单位没有这项奖补")
	case d.Sign() < 0:
		notes = append(notes, "少付"+d.Neg().String()+"元")
	case d.Sign() > 0:
		notes = append(notes, "多付"+d.String()+"元")
	}
	switch l.Status {
	case StatusUnit:
		notes = append(notes, "与奖补金额相差一万倍，元与万元可能写错")
	case StatusDuplicate:
		notes = append(notes, "同一金额拨付了不止一次")
	}
	if !l.Returned.IsZero() {
		notes = append(notes, "退回"+l.Returned.String()+"元")
	}
	notes = append(notes, m.wrongPayees(f, l)...)
	if wrong := m.wrongDistricts(l); len(wrong) > 0 {
		notes = append(notes, "由"+strings.Join(wrong, "、")+"拨付")
	}
	return notes
}

// wrongPayees say how the receivers of a line's payments differ from the
// company that was awarded. Payments that came back whole count no more.
func (m *matcher) wrongPayees(f int, l *Line) []string {
	if f < 0 || len(l.Awards) == 0 {
		return nil
	}
	var said []string
	for _, i := range l.Payments {
		p := &m.rec.Payments[i]
		if p.Net().IsZero() {
			continue
		}
		toPerson := m.rec.Awards[l.Awards[0]].Payee == "个人" // whose name is no company's
		for _, s := range m.companies[f].differs(p, toPerson) {
			said = calc.AddNew(said, s)
		}
	}
	return said
}

// differs says how a payment's receiver differs from the company.
func (fm *company) differs(p *Payment, person bool) []string {
	var said []string
	if p.Company != "" && !fm.named(p.Company) {
		switch {
		case fm.branch(written.CompanyKey(p.Company)):
			said = append(said, "拨给“"+p.Company+"”，是分支机构与总机构的关系")
		case p.FormerName != "" && fm.named(p.FormerName), p.CreditCode != "" && p.CreditCode == fm.code:
			said = append(said, "拨给“"+p.Company+"”，与奖补单位名称不同，可能已更名")
		default:
			said = append(said, "拨给“"+p.Company+"”")
		}
	}
	if p.CreditCode != "" && fm.code != "" && p.CreditCode != fm.code {
		said = append(said, "台账的信用代码为"+p.CreditCode+"，报告为"+fm.code)
	}
	if p.Account != "" && !person && !fm.named(p.Account) &&
		written.CompanyKey(p.Account) != written.CompanyKey(p.Company) {
		said = append(said, "收款户名为“"+p.Account+"”")
	}
	return said
}

// wrongDistricts are the districts that paid although none of the line's
// awards is theirs.
func (m *matcher) wrongDistricts(l *Line) []string {
	var wrong []string
	for _, i := range l.Payments {
		p := &m.rec.Payments[i]
		if !p.Net().IsZero() && m.foreign(l, p) {
			wrong = calc.AddNew(wrong, p.District)
		}
	}
	return wrong
}

// foreign tells whether a payment names a district that none of its line's
// awards stands in.
func (m *matcher) foreign(l *Line, p *Payment) bool {
	return p.District != "" && len(l.Awards) > 0 && !slices.ContainsFunc(l.Awards, func(a int) bool {
		return m.rec.Awards[a].District == p.District
	})
}

// shares spreads the payments of a line over its awards: each award gets what
// it wants as far as it goes, and what is too much stays with the payment's
// first award.
func (m *matcher) shares(l *Line) []Share {
	var bs []settlement
	for _, i := range l.Payments {
		p := &m.rec.Payments[i]
		bs = append(bs, settlement{net: calc.AtLeastZero(p.Net()), candidates: m.candidates[i]})
	}
	f := newMaxFlow(m.rec, l.Awards, bs)
	f.run()
	var shares []Share
	for n, i := range l.Payments {
		p := &m.rec.Payments[i]
		left, first := p.Paid, len(shares)
		for _, k := range f.edges[n] {
			if y := f.at(n, k); y.Sign() > 0 {
				shares = append(shares, Share{Award: l.Awards[k], Payment: i, Paid: y})
				left = left.Sub(y)
			}
		}
		if first == len(shares) {
			shares = append(shares, Share{Award: firstAward(l, f.edges[n]), Payment: i})
		}
		shares[first].Paid = shares[first].Paid.Add(left)
		shares[first].Returned = p.Returned
	}
	return shares
}

func firstAward(l *Line, edges []int) int {
	switch {
	case len(edges) > 0:
		return l.Awards[edges[0]]
	case len(l.Awards) > 0:
		return l.Awards[0]
	}
	return -1
}

// sortLines puts the lines in the order of their first award; those without
// one follow in the order of the ledger.
func sortLines(lines []Line, awards int) {
	rank := func(l *Line) int {
		if len(l.Awards) > 0 {
			return l.Awards[0]
		}
		return awards + l.Payments[0]
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(rank(&a), rank(&b)) })
}
