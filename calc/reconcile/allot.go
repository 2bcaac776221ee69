package reconcile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Allotment is what one letter sends to the finance bureaus of the districts
// (资金下达): the awards that no earlier letter sent, by district.
type Allotment struct {
	Year      int
	Lines     []Allotted // by district, then in the report's order
	Districts []AllottedDistrict
	Total     AllottedDistrict
}

// Allotted is one award as it is sent: what of it this letter sends, and of
// that the shares of city and county.
type Allotted struct {
	Award        calc.AwardLine
	Before       money.Yuan // what earlier letters sent
	Amount       money.Yuan // Award.Amount - Before
	City, County money.Yuan // together Amount
}

// Note says in Chinese why a line sends another sum than the award was entitled to.
func (l *Allotted) Note() string {
	var parts []string
	if l.Award.Amount.Cmp(l.Award.Entitled) < 0 && !l.Award.Entitled.IsZero() {
		parts = append(parts, "应奖 "+l.Award.Entitled.String()+" 元，实际奖补 "+l.Award.Amount.String()+" 元")
	}
	if !l.Before.IsZero() {
		parts = append(parts, "以前已下达 "+l.Before.String()+" 元")
	}
	return strings.Join(parts, "；")
}

// AllottedDistrict is one line of the table by district.
type AllottedDistrict struct {
	Name         string
	Projects     int
	Companies    int
	Amount       money.Yuan
	City, County money.Yuan
}

// Sent is what an earlier letter sent for one award.
type Sent struct {
	Ref    calc.Ref
	Key    string // of the record that was awarded
	Amount money.Yuan
}

// Allot makes the allotment of a report's awards less what earlier letters
// sent. Where the policy says that districts bear a share, it is rounded down
// to the fen of each award, so that the odd fen is the city's; however an award
// is sent in parts, the shares of all of them are those of the award. Awards of nothing, and those that are sent
// already, have no line. A letter that sent more than is awarded now, or for a
// record without an award, is a finding of severity error.
func Allot(awards []calc.AwardLine, p *calc.Policy, year int, before []Sent) (*Allotment, calc.Findings) {
	sent, fs := sentByKey(awards, before)
	a := &Allotment{Year: year}
	for _, district := range districtsOf(awards, p) {
		for i := range awards {
			if awards[i].District != district {
				continue
			}
			county := p.CountyShare(district, awards[i].Item)
			if l := allotted(&awards[i], sent[awards[i].Key], county); l.Amount.Sign() > 0 {
				a.Lines = append(a.Lines, l)
			}
		}
	}
	a.addUp()
	return a, fs
}

// allotted is the line of an award.
func allotted(award *calc.AwardLine, before money.Yuan, county money.Rate) Allotted {
	l := Allotted{Award: *award, Before: before, Amount: award.Amount.Sub(before)}
	l.County = award.Amount.Share(county).Sub(before.Share(county))
	l.City = l.Amount.Sub(l.County)
	return l
}

// sentByKey adds up what was sent for each award.
func sentByKey(awards []calc.AwardLine, before []Sent) (map[string]money.Yuan, calc.Findings) {
	var fs calc.Findings
	sent := map[string]money.Yuan{}
	for _, s := range before {
		i := slices.IndexFunc(awards, func(a calc.AwardLine) bool { return a.Key == s.Key })
		if i < 0 {
			fs.Add("allot/unknown", s.Ref, s.Amount.String())
			continue
		}
		sent[s.Key] = sent[s.Key].Add(s.Amount)
		if a := &awards[i]; sent[s.Key].Cmp(a.Amount) > 0 {
			fs.Add("allot/over", s.Ref, a.Company, sent[s.Key].String(), a.Amount.String())
		}
	}
	return sent, fs
}

// districtsOf are the districts of the awards: those of the policy in its
// order, then others as they come.
func districtsOf(awards []calc.AwardLine, p *calc.Policy) []string {
	all := p.DistrictNames()
	for i := range awards {
		all = calc.AddNew(all, awards[i].District)
	}
	return all
}

// addUp makes the lines by district and the total.
func (a *Allotment) addUp() {
	companies := map[string]bool{}
	for _, l := range a.Lines {
		d := lineOf(&a.Districts, AllottedDistrict{Name: l.Award.District},
			func(d AllottedDistrict) bool { return d.Name == l.Award.District })
		key := l.Award.CompanyKey()
		for key, to := range map[string]*AllottedDistrict{d.Name + "\n" + key: d, key: &a.Total} {
			to.add(&l)
			if !companies[key] {
				companies[key] = true
				to.Companies++
			}
		}
	}
}

// add counts a line.
func (d *AllottedDistrict) add(l *Allotted) {
	d.Projects++
	d.Amount, d.City, d.County = d.Amount.Add(l.Amount), d.City.Add(l.City), d.County.Add(l.County)
}

// Audit checks that an allotment sends what it says: each line within its
// award, the shares of a line its sum, the districts and the total the lines',
// and all letters together the report. A failure is a fault of the program.
func (a *Allotment) Audit(awards []calc.AwardLine) error {
	var lines, want money.Yuan
	districts := money.Sum(a.Districts, func(d *AllottedDistrict) money.Yuan { return d.Amount })
	var errs []error
	sentWhole := map[string]bool{}
	for _, l := range a.Lines {
		if l.Amount.Sign() <= 0 || l.Before.Add(l.Amount).Cmp(l.Award.Amount) != 0 ||
			!l.City.Add(l.County).Equal(l.Amount) {
			errs = append(errs, fmt.Errorf("audit: %s is sent %s of %s", l.Award.Company, l.Amount, l.Award.Amount))
		}
		lines = lines.Add(l.Amount)
		want = want.Sub(l.Before)
		sentWhole[l.Award.Key] = true
	}
	for i := range awards {
		if sentWhole[awards[i].Key] {
			want = want.Add(awards[i].Amount)
		}
	}
	if !lines.Equal(want) || !districts.Equal(want) || !a.Total.Amount.Equal(want) {
		errs = append(errs, fmt.Errorf("audit: lines %s, districts %s, total %s; the awards less earlier letters %s",
			lines, districts, a.Total.Amount, want))
	}
	return errors.Join(errs...)
}
