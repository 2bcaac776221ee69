package calc

import (
	"slices"

	"jiangbu/calc/money"
)

// CountyShare (市县分担) is the share of awards that the districts bear.
type CountyShare struct {
	County    money.Rate
	Districts []string // that bear it; none for all
	Items     []string // ids of what they bear it of; none for all
}

// CountyShare is the share of an item's awards that a district bears: that of
// the first line that reaches it, nothing where none does.
func (p *Policy) CountyShare(district, item string) money.Rate {
	s, reached := find(p.Shares, func(s *CountyShare) bool {
		return (len(s.Districts) == 0 || slices.Contains(s.Districts, district)) &&
			(len(s.Items) == 0 || slices.Contains(s.Items, item))
	})
	if !reached {
		return money.Rate{}
	}
	return s.County
}
