package reconcile

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
)

// County is what the ledgers sent to the finance office of one district
// (财政局, 财政分局, 经发局) for one award year, beside what its firms were
// awarded.
type County struct {
	Year     int        `json:"year"`
	Name     string     `json:"name"`
	Awarded  money.Yuan `json:"awarded"`
	Sent     money.Yuan `json:"sent"` // gross
	Returned money.Yuan `json:"returned"`
	Direct   money.Yuan `json:"direct"` // net, paid to the firms themselves
}

// Difference is what was sent, less what came back, less what was awarded;
// nothing where what was paid to the firms themselves makes up the rest. A
// district that was sent nothing lacks what its firms were not paid.
func (c *County) Difference() money.Yuan {
	net := c.Sent.Sub(c.Returned)
	d := net.Sub(c.Awarded)
	if all := d.Add(c.Direct); net.IsZero() || all.IsZero() {
		return all
	}
	return d
}

// officeName finds the finance office of a district at the end of a name; what
// stands before it names the district. 东海县财政局招待所 is none.
var officeName = regexp.MustCompile(`^(.*?)(?:财政(?:金融|审计|国资|税务)?(?:分局|局|所)?|(?:经济发展|经发)局|工信局|工业和信息化局|管委会|管理委员会|国库)` +
	`(?:(?:国库|预算|企业|工贸|经建|产业)[科股处]|国库(?:集中)?(?:支付|收付)(?:中心|局|科)|支付中心|零余额(?:账户|户)?|财政专户|专户|\([^()]*\))*$`)

// officeOf is the district whose finance office a name is, "" where it is
// none. A bare 财政局 is that of the district that the row stands in.
func officeOf(v *standard.Vocabulary, name, district string) string {
	m := officeName.FindStringSubmatch(written.Fold(name))
	if m == nil {
		return ""
	}
	if m[1] == "" {
		return district
	}
	d, _ := v.District(m[1])
	return d
}

// IsOffice tells whether a text names the finance office of a district.
func IsOffice(v *standard.Vocabulary, text string) bool { return officeOf(v, text, "") != "" }

// isCityOffice tells of a text that it names an office of the city itself, which
// pays in no district: 市工信局.
func isCityOffice(v *standard.Vocabulary, text string) bool {
	m := officeName.FindStringSubmatch(written.Fold(text))
	return m != nil && (m[1] == "" || m[1] == "市" || m[1] == v.Policy().City)
}

// readOffice tells of a row that it pays the finance office of a district
// rather than a firm: by the account where the row names one.
func readOffice(v *standard.Vocabulary, r *Row, p *Payment) {
	if r.County {
		p.County, p.Office = p.District, public(r.Cells[LedgerDistrict].Text)
		return
	}
	for _, name := range []string{p.Company, p.Account} {
		if d := officeOf(v, name, p.District); d != "" {
			p.County, p.Office = d, name
		}
	}
}

// separateCounties takes the payments to finance offices out of those that are
// matched with firms. An office that was itself awarded is a firm here.
func (rec *Reconciliation) separateCounties() {
	awarded := map[string]bool{}
	for i := range rec.Awards {
		a := &rec.Awards[i]
		awarded[written.CompanyKey(a.Company)] = true
		awarded[a.CreditCode] = a.CreditCode != ""
	}
	rec.Payments = slices.DeleteFunc(rec.Payments, func(p Payment) bool {
		itself := p.Office == p.Company && (awarded[written.CompanyKey(p.Company)] || awarded[p.CreditCode])
		if p.County == "" || itself || !p.NotPaid.IsZero() {
			return false
		}
		rec.ToCounties = append(rec.ToCounties, p)
		return true
	})
}

// pairCounties holds what was sent to each district against its awards, year
// by year: a payment goes to the year that it names, else to the oldest that
// is not made up yet. Awards of a district that was sent all of them are not
// unpaid: it is the district that pays them.
func (rec *Reconciliation) pairCounties() {
	if len(rec.ToCounties) == 0 {
		return
	}
	rec.countAwards()
	for _, names := range []bool{true, false} {
		var parts []Payment
		for i := range rec.ToCounties {
			p := rec.ToCounties[i]
			if years := rec.countyYears(&p); len(years) == 1 == names {
				parts = append(parts, rec.fillCounties(p, years)...)
			} else {
				parts = append(parts, p)
			}
		}
		rec.ToCounties = parts
	}
	for i := range rec.Lines {
		rec.sentOn(&rec.Lines[i])
	}
}

// countAwards makes the lines of all districts with awards: what these are and
// what of them was paid directly.
func (rec *Reconciliation) countAwards() {
	for i := range rec.Awards {
		a := &rec.Awards[i]
		c := rec.county(a.Year, a.District)
		c.Awarded = c.Awarded.Add(a.Amount)
	}
	for i := range rec.Lines {
		for _, s := range rec.Lines[i].Shares {
			if s.Award >= 0 {
				a := &rec.Awards[s.Award]
				c := rec.county(a.Year, a.District)
				c.Direct = c.Direct.Add(s.Paid).Sub(s.Returned)
			}
		}
	}
	slices.SortStableFunc(rec.Counties, func(a, b County) int { return cmp.Compare(a.Year, b.Year) })
}

// county is the line of a district in a year, made where there is none.
func (rec *Reconciliation) county(year int, name string) *County {
	return lineOf(&rec.Counties, County{Year: year, Name: name},
		func(c County) bool { return c.Year == year && c.Name == name })
}

// countyYears are the years that a payment to a district may be for: the one
// that it or its document names, else all in which the district has awards.
func (rec *Reconciliation) countyYears(p *Payment) []int {
	for _, y := range []int{p.Year, p.DocumentYear} {
		if slices.Contains(rec.years(), y) {
			return []int{y}
		}
	}
	awarded := calc.Those(rec.Counties, func(c *County) bool { return c.Name == p.County && !c.Awarded.IsZero() })
	if len(awarded) == 0 {
		return []int{rec.AwardYear}
	}
	return calc.Mapped(awarded, func(c *County) int { return c.Year })
}

// fillCounties counts a payment in the years that it may be for, the oldest
// first, and gives it cut by these; what is too much is the newest's.
func (rec *Reconciliation) fillCounties(p Payment, years []int) []Payment {
	if len(years) == 1 || p.Paid.Sign() <= 0 || !p.Returned.IsZero() {
		p.Year = years[len(years)-1]
		c := rec.county(p.Year, p.County)
		c.Sent, c.Returned = c.Sent.Add(p.Paid), c.Returned.Add(p.Returned)
		return []Payment{p}
	}
	sums, left := map[int]money.Yuan{}, p.Paid
	for n, y := range years {
		c := rec.county(y, p.County)
		part := left
		if n+1 < len(years) {
			part = calc.AtLeastZero(c.Awarded.Sub(c.Direct).Sub(c.Sent).Add(c.Returned)).Min(left)
		}
		sums[y], left, c.Sent = part, left.Sub(part), c.Sent.Add(part)
	}
	return portions(&p, slices.DeleteFunc(years, func(y int) bool { return sums[y].IsZero() }), sums)
}

// sentOn gives a line of unpaid awards the status of money that its district
// has, or says that the district has only a part.
func (rec *Reconciliation) sentOn(l *Line) {
	if l.Status != StatusUnpaid {
		return
	}
	a := &rec.Awards[l.Awards[0]]
	switch c := rec.county(a.Year, a.District); {
	case c.Sent.IsZero():
	case !c.Difference().IsZero():
		l.Note += "；" + a.District + "财政另有拨付，与县区合计不符"
	case !slices.ContainsFunc(l.Awards, func(i int) bool { return rec.Awards[i].District != a.District }):
		l.Status, l.Note = StatusSent, "已拨"+a.District+"财政，由县区支付"
	}
}

// CountyDifferences is how many districts were sent another sum than they
// were awarded.
func (rec *Reconciliation) CountyDifferences() int {
	return calc.Count(rec.Counties, func(c *County) bool { return !c.Difference().IsZero() })
}

// auditCounties: the districts' lines hold all that was sent to them and all
// awards, and nothing else.
func (rec *Reconciliation) auditCounties() error {
	want := sumOf(rec.ToCounties, (*Payment).sums)
	if len(rec.ToCounties) > 0 {
		want.Awarded = rec.Totals.Awarded
	}
	have := sumOf(rec.Counties, func(c *County) Sums { return Sums{c.Awarded, c.Sent, c.Returned} })
	if !have.equal(want) {
		return fmt.Errorf("audit: the districts' lines add up to %s; the payments to them and the awards to %s",
			have.asFault(), want.asFault())
	}
	return nil
}

// Label names a district's line: with its year where there are several.
func (c *County) Label(years int) string {
	if years < 2 {
		return c.Name
	}
	return strconv.Itoa(c.Year) + "年度 " + c.Name
}
