package report

import (
	"maps"
	"slices"

	"jiangbu/calc"
)

// sortAwards puts the awards in their order and numbers them.
func (b *book) sortAwards() {
	b.awards = awardOrder(b.result)
	for n, i := range b.awards {
		b.serial[i] = int32(n + 1)
	}
}

// awardOrder lists the granted records in the order in which they are
// published: by district, clause, item and level as the policy lists them, then
// as they were submitted.
func awardOrder(r *calc.Result) []int {
	district, item := districtOrder(r), calc.Places(r.Policy.Items, func(it calc.Item) string { return it.ID })
	places := map[uint64][]int{} // the records of one district, item and level
	for i := range r.Records {
		if r.Decisions[i].Outcome == calc.Granted {
			rec := &r.Records[i]
			place := uint64(district[rec.District])<<32 | uint64(item[rec.Item])<<16 |
				uint64(1<<15-r.Policy.Rank(rec.Level))
			places[place] = append(places[place], i)
		}
	}
	list := make([]int, 0, r.Totals.Outcomes[calc.Granted])
	for _, place := range slices.Sorted(maps.Keys(places)) {
		list = append(list, places[place]...)
	}
	return list
}

// districtOrder numbers the districts: those of the policy in its order, then
// what else the records name.
func districtOrder(r *calc.Result) map[string]int {
	order := calc.Places(r.Policy.Districts, func(d calc.District) string { return d.Name })
	var others []string
	for i := range r.Records {
		if name := r.Records[i].District; order[name] == 0 {
			order[name] = 1 // until they are sorted
			others = append(others, name)
		}
	}
	slices.Sort(others)
	for i, name := range others {
		order[name] = len(r.Policy.Districts) + 1 + i
	}
	return order
}
