package reconcile

import (
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// OtherYear is what the ledgers hold of one year that no report is of: it
// takes no part, and is told in one line a file.
type OtherYear struct {
	Year     int
	Ref      calc.Ref // its first payment
	Payments int
	Paid     money.Yuan
	Returned money.Yuan
}

// years are the award years of the awards, the oldest first, and always that
// of the newest report.
func (rec *Reconciliation) years() []int {
	all := []int{rec.AwardYear}
	for i := range rec.Awards {
		all = append(all, rec.Awards[i].Year)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// inYear gives the awards that name no year that of the newest report.
func inYear(awards []calc.AwardLine, year int) []calc.AwardLine {
	all := slices.Clone(awards)
	for i := range all {
		if all[i].Year == 0 {
			all[i].Year = year
		}
	}
	return all
}

// setAside takes out the payments of years that no report is of; one that is said
// beside what was paid for may be the year before the awards', of what was recognised. A document's
// number tells the year only in ledgers that hold documents of a report's year
// too: elsewhere the document may simply be younger than the award.
func (rec *Reconciliation) setAside(payments []Payment) {
	rec.Payments = slices.Clone(payments)
	for i := range rec.Payments {
		rec.Payments[i].Source = i
	}
	years := rec.years()
	named := func(y int) bool { return slices.Contains(years, y) }
	documents := slices.ContainsFunc(rec.Payments, func(p Payment) bool { return named(p.DocumentYear) })
	rec.Payments = slices.DeleteFunc(rec.Payments, func(p Payment) bool {
		year := p.Year
		if y := p.PurposeYear; year == 0 && !named(y) && !named(y+1) && (p.ForAward || y < years[0]) {
			year = y
		}
		if year == 0 && documents {
			year = p.DocumentYear
		}
		if year == 0 || named(year) {
			return false
		}
		rec.other(year, &p)
		return true
	})
	for _, o := range rec.Others {
		rec.Findings.Add("ledger/other-year", o.Ref, strconv.Itoa(o.Payments), o.Paid.String(), strconv.Itoa(o.Year))
	}
}

// other counts a payment of another year with those of its file.
func (rec *Reconciliation) other(year int, p *Payment) {
	o := lineOf(&rec.Others, OtherYear{Year: year, Ref: p.Ref},
		func(o OtherYear) bool { return o.Year == year && o.Ref.File == p.Ref.File })
	o.Payments, o.Paid, o.Returned = o.Payments+1, o.Paid.Add(p.Paid).Add(p.NotPaid), o.Returned.Add(p.Returned)
}

// divide gives every payment its award year: the one that it names, else that
// of the oldest awards of the same company and item that are not paid yet. A
// payment that reaches over the end of a year is cut there. Which payment came
// in how many rows changes nothing: what a company was paid for an item is one
// sum, filled in from the oldest year on.
func (rec *Reconciliation) divide() {
	if len(rec.years()) < 2 {
		for i := range rec.Payments {
			rec.Payments[i].Year = rec.AwardYear
		}
		return
	}
	scratch := *rec
	scratch.Findings = nil
	m := newMatcher(&scratch)
	m.assign()
	parts := make([][]Payment, len(rec.Payments))
	for f := range m.companies {
		d := newDivision(m, f)
		for i := range d.settlements {
			d.cut(i, parts)
		}
		rec.Findings = append(rec.Findings, d.findings...)
	}
	var all []Payment
	for i := range rec.Payments {
		if parts[i] == nil {
			parts[i] = []Payment{rec.Payments[i]}
		}
		all = append(all, parts[i]...)
	}
	rec.Payments = all
}

// PaymentCount is how many payments take part, each once.
func (rec *Reconciliation) PaymentCount() int {
	return calc.Count(rec.Payments, func(p *Payment) bool { return !p.Part })
}

// division spreads what one company was paid over the years of its awards.
type division struct {
	m           *matcher
	awards      []int // the oldest first
	settlements []settlement
	flow        *maxFlow
	findings    calc.Findings
}

// newDivision lets what was paid flow to the awards: within the district that a
// payment names before any other, what names its year before what does not.
func newDivision(m *matcher, f int) *division {
	d := &division{m: m, awards: slices.Clone(m.companies[f].awards),
		settlements: m.settlements(m.companies[f].payments)}
	slices.SortStableFunc(d.awards, func(a, b int) int { return d.year(a) - d.year(b) })
	whole := &component{m: m, awards: d.awards, settlements: d.settlements}
	d.flow = newMaxFlow(m.rec, d.awards, d.settlements)
	edges, supply := d.flow.edges, d.flow.supply
	near := newMaxFlow(m.rec, d.awards, whole.inOwnDistrict().settlements).edges
	for _, to := range [][][]int{near, edges} {
		d.flow.edges = to
		for _, named := range []bool{true, false} {
			d.flow.supply = make([]money.Yuan, len(supply))
			for i := range supply {
				if (len(d.yearsOf(edges[i])) == 1) == named {
					d.flow.supply[i], supply[i] = supply[i], money.Yuan{}
				}
			}
			d.fill()
			for i := range supply {
				supply[i] = supply[i].Add(d.flow.supply[i])
			}
		}
	}
	d.flow.edges, d.flow.supply = edges, supply
	return d
}

func (d *division) year(a int) int { return d.m.rec.Awards[a].Year }

// yearsOf are the years of the awards that a settlement may be for, the oldest
// first.
func (d *division) yearsOf(edges []int) []int {
	years := calc.Mapped(edges, func(k int) int { return d.year(d.awards[k]) })
	slices.Sort(years)
	return slices.Compact(years)
}

// fill lets the payments flow to the awards year by year.
func (d *division) fill() {
	open := slices.Clone(d.flow.demand)
	clear(d.flow.demand)
	for k, y := range open {
		d.flow.demand[k] = y
		if k+1 == len(open) || d.year(d.awards[k+1]) != d.year(d.awards[k]) {
			d.flow.run()
		}
	}
}

// cut parts a settlement's payments by year. What no award is open for is asked
// about and counts in the newest year.
func (d *division) cut(i int, parts [][]Payment) {
	s, years := &d.settlements[i], d.yearsOf(d.flow.edges[i])
	if len(years) == 0 {
		return
	}
	newest := years[len(years)-1]
	sums := map[int]money.Yuan{newest: calc.AtLeastZero(d.flow.supply[i])}
	for _, k := range d.flow.edges[i] {
		y := d.year(d.awards[k])
		sums[y] = sums[y].Add(d.flow.at(i, k))
	}
	years = slices.DeleteFunc(years, func(y int) bool { return sums[y].IsZero() })
	if len(s.payments) > 1 || len(years) < 2 {
		for _, p := range s.payments {
			parts[p] = []Payment{d.m.rec.Payments[p]}
			parts[p][0].Year = d.wholeYear(i, years)
		}
	} else {
		parts[s.payments[0]] = portions(&d.m.rec.Payments[s.payments[0]], years, sums)
	}
	if p := &d.m.rec.Payments[s.payments[0]]; p.Year == 0 && len(d.yearsOf(d.flow.edges[i])) > 1 &&
		d.flow.supply[i].Sign() > 0 {
		d.findings.Add("ledger/year-open", p.Ref, p.Company, d.flow.supply[i].String(), strconv.Itoa(newest))
	}
}

// wholeYear is the year of a settlement that is not cut: the one that it pays,
// else the oldest that still wants something; what came back without a payment
// counts in the newest.
func (d *division) wholeYear(i int, paid []int) int {
	years := d.yearsOf(d.flow.edges[i])
	if len(paid) > 0 {
		return paid[0]
	}
	if d.settlements[i].net.Sign() < 0 {
		return years[len(years)-1]
	}
	for _, k := range d.flow.edges[i] {
		if d.flow.demand[k].Sign() > 0 {
			return d.year(d.awards[k])
		}
	}
	return years[0]
}

// portions cut one payment by year; what came back of it stays with the first.
func portions(p *Payment, years []int, sums map[int]money.Yuan) []Payment {
	var all []Payment
	for n, y := range years {
		part := *p
		part.Year, part.Paid, part.Part = y, sums[y], n > 0
		if n == 0 {
			part.Paid = part.Paid.Add(p.Returned)
		} else {
			part.Returned = money.Yuan{}
		}
		all = append(all, part)
	}
	return all
}

// Year is one award year of the reconciliation. Year is 0 for payments that
// name none and meet no award.
type Year struct {
	Year int
	Age  int // years from this award year to the newest
	Progress
	Districts []Progress
}

// Progress is what a district, or all together, was awarded, allotted and paid
// of one year's awards.
type Progress struct {
	Reckoning
	Issued money.Yuan // 下达, at most what was awarded
	Unpaid money.Yuan
	Open   int // awards that are not wholly paid
}

// ByYear adds up each award year, the oldest first, with its districts below.
func (rec *Reconciliation) ByYear() []Year {
	var out []Year
	for _, y := range append(rec.years(), 0) {
		year := rec.progress(y)
		if y != 0 || !year.Paid.IsZero() || !year.Returned.IsZero() {
			out = append(out, year)
		}
	}
	return out
}

// progress adds up one year.
func (rec *Reconciliation) progress(year int) Year {
	y := Year{Year: year}
	if year > 0 {
		y.Age = rec.AwardYear - year
	}
	of := func(name string) *Progress {
		return lineOf(&y.Districts, Progress{Reckoning: Reckoning{Name: name}},
			func(p Progress) bool { return p.Name == name })
	}
	for i := range rec.Lines {
		if l := &rec.Lines[i]; rec.lineYear(l) == year {
			rec.progressOf(l, of)
		}
	}
	for i := range rec.Counties {
		if c := &rec.Counties[i]; c.Year == year && c.Sent.Sign() > 0 {
			d := of(c.Name)
			if sent := c.Sent.Sub(c.Returned).Min(d.Awarded); sent.Cmp(d.Issued) > 0 {
				d.Issued = sent
			}
		}
	}
	for i := range y.Districts {
		d := &y.Districts[i]
		y.add(d.Sums)
		y.Issued, y.Unpaid, y.Open = y.Issued.Add(d.Issued), y.Unpaid.Add(d.Unpaid), y.Open+d.Open
	}
	return y
}

// progressOf counts a line in its districts.
func (rec *Reconciliation) progressOf(l *Line, of func(string) *Progress) {
	paid, issued := map[int]money.Yuan{}, money.Yuan{}
	for _, s := range l.Shares {
		district, _ := rec.Place(l, s)
		d := of(district)
		d.add(s.sums())
		paid[s.Award] = paid[s.Award].Add(s.Paid).Sub(s.Returned)
	}
	for _, i := range l.Payments {
		issued = issued.Add(rec.Payments[i].Issued)
	}
	for _, a := range l.Awards {
		award := &rec.Awards[a]
		d := of(award.District)
		d.Awarded = d.Awarded.Add(award.Amount)
		sent := issued.Min(award.Amount)
		d.Issued, issued = d.Issued.Add(sent), issued.Sub(sent)
		if open := award.Amount.Sub(paid[a]); open.Sign() > 0 {
			d.Unpaid, d.Open = d.Unpaid.Add(open), d.Open+1
		}
	}
}

// lineYear is the award year of a line; 0 for payments that meet no award and
// name no year.
func (rec *Reconciliation) lineYear(l *Line) int {
	if len(l.Awards) > 0 {
		return rec.Awards[l.Awards[0]].Year
	}
	return rec.Payments[l.Payments[0]].Year
}

// IssuedRate (下达率) is what was sent on of what was awarded, in percent with two
// decimals; "" where the ledger does not tell, or nothing was awarded.
func (p *Progress) IssuedRate() string {
	if p.Issued.IsZero() {
		return ""
	}
	return percent(p.Issued, p.Awarded)
}

// PaidRate (支付率) is what stayed paid of what was awarded, in the same form.
func (p *Progress) PaidRate() string { return percent(p.Paid.Sub(p.Returned), p.Awarded) }

func percent(part, whole money.Yuan) string {
	if whole.Sign() <= 0 {
		return ""
	}
	return part.Decimal().Shift(2).Div(whole.Decimal()).Truncate(2).StringFixed(2)
}
