package notice

import (
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// The columns of 奖补明细, as the report writes them: where a
// finding points to.
const (
	atDistrict    = 2
	atCompany     = 3
	atCode        = 4
	atItem        = 6
	atLevel       = 7
	atSubject     = 8
	atCertificate = 9
	atAmount      = 12
)

// checkLines holds the report against itself and the policy, and gives the
// lines that are published: those with an amount.
func checkLines(fs *calc.Findings, p *calc.Policy, a Awards) []calc.AwardLine {
	var lines []calc.AwardLine
	for i := range a.Lines {
		l := &a.Lines[i]
		if l.Amount.IsZero() {
			fs.Add("notice/zero", l.Ref.At(atAmount), name(l))
			continue
		}
		checkLine(fs, p, l)
		lines = append(lines, *l)
	}
	checkCompanyCaps(fs, p, lines)
	if len(lines) == 0 {
		fs.Add("notice/none", calc.Ref{File: "奖补明细"})
	}
	return lines
}

// name is a line as a finding names it: who, for what.
func name(l *calc.AwardLine) string {
	if l.Company == "" {
		return calc.Levelled(l.Level, l.ItemName)
	}
	return shown(l.Company) + "的" + calc.Levelled(l.Level, l.ItemName)
}

// checkLine holds one line against what a published line must have, and
// against its cap.
func checkLine(fs *calc.Findings, p *calc.Policy, l *calc.AwardLine) {
	if plain(l.Company) == "" {
		fs.Add("notice/company", l.Ref.At(atCompany), name(l))
	} else if masked := shown(l.Company); masked != plain(l.Company) {
		fs.Add("notice/person", l.Ref.At(atCompany), masked)
	}
	if l.Amount.Sign() < 0 || !l.Amount.IsFen() {
		fs.Add("notice/amount", l.Ref.At(atAmount), name(l), l.Amount.String())
	}
	if !slices.ContainsFunc(p.Districts, func(d calc.District) bool { return d.Name == l.District }) {
		fs.Add("notice/district", l.Ref.At(atDistrict), name(l), l.District)
	}
	it, ok := p.Item(l.Item)
	if !ok {
		fs.Add("notice/item", l.Ref.At(atItem), l.ItemName)
		return
	}
	limit, ok := capOf(it, l)
	if !ok {
		fs.Add("notice/item", l.Ref.At(atLevel), l.Level+l.ItemName)
		return
	}
	if l.Amount.Cmp(limit) > 0 {
		fs.Add("notice/over-cap", l.Ref.At(atAmount), name(l), l.Amount.String(), limit.String())
	}
}

// capOf is the most that one line may get: the policy's amount for its level,
// or, where a person let a record in without one, for any level. A share of a
// fee and an approved sum are capped by what the program entitled the line to.
// ok is false where the policy has no award at that level.
func capOf(it *calc.Item, l *calc.AwardLine) (limit money.Yuan, ok bool) {
	if it.Form == calc.FormRate || it.Form == calc.FormApproved {
		return l.Entitled, true
	}
	if y, ok := it.Award(l.Level); ok || l.Level != "" {
		return y, ok
	}
	for _, a := range it.Awards {
		if a.Amount.Cmp(limit) > 0 {
			limit = a.Amount
		}
	}
	return limit, true
}

// belowCap tells whether what was due is less than the policy allows.
func belowCap(p *calc.Policy, l *calc.AwardLine) bool {
	it, ok := p.Item(l.Item)
	if !ok {
		return false
	}
	limit, ok := capOf(it, l)
	return ok && l.Entitled.Cmp(limit) < 0
}

// checkCompanyCaps holds the sum of a company's counted awards against the cap
// per company. The finding stands on the line that exceeds it.
func checkCompanyCaps(fs *calc.Findings, p *calc.Policy, lines []calc.AwardLine) {
	type account struct{ item, company string }
	paid := map[account]money.Yuan{}
	for i := range lines {
		l := &lines[i]
		it, ok := p.Item(l.Item)
		if !ok || it.Form != calc.FormEach || it.Cap.IsZero() {
			continue
		}
		k := account{l.Item, l.CompanyKey()}
		before := paid[k]
		paid[k] = before.Add(l.Amount)
		if before.Cmp(it.Cap) <= 0 && paid[k].Cmp(it.Cap) > 0 {
			fs.Add("notice/over-cap", l.Ref.At(atAmount), shown(l.Company)+"的"+l.ItemName+"合计", paid[k].String(),
				it.Cap.String())
		}
	}
}
