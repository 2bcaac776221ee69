package report

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
)

// group is the records of one district, item and level with the same outcome.
// A city has some hundreds of groups, however many records it has, so that the
// records are added up once and every sheet of sums adds up groups.
type group struct {
	groupKey
	tally
}

type groupKey struct {
	district, clause, item, level, payee string
	outcome                              calc.Outcome
}

// tally is what records come to.
type tally struct {
	records          int
	entitled, amount money.Yuan
}

func (t *tally) add(u tally) {
	t.records += u.records
	t.entitled, t.amount = t.entitled.Add(u.entitled), t.amount.Add(u.amount)
}

// groupRecords adds up the records, in the order in which their groups first
// come.
func groupRecords(r *calc.Result) []group {
	var groups []group
	at := map[groupKey]int{}
	for i := range r.Records {
		rec, d := &r.Records[i], &r.Decisions[i]
		k := groupKey{rec.District, rec.Clause, rec.Item, rec.Level, d.Payee, d.Outcome}
		n, ok := at[k]
		if !ok {
			n = len(groups)
			at[k] = n
			groups = append(groups, group{groupKey: k})
		}
		groups[n].add(tally{1, d.Entitled, d.Amount})
	}
	return groups
}

// granted tells of the groups that 奖补明细 lists.
func (g *group) granted() bool { return g.outcome == calc.Granted }

// open tells of the groups that would be paid but for 就高 and caps.
func (g *group) open() bool { return g.outcome != calc.Refused && g.outcome != calc.Held }

// all is what the records come to of the groups that are so.
func (b *book) all(so func(*group) bool) tally {
	var t tally
	for i := range b.groups {
		if g := &b.groups[i]; so(g) {
			t.add(g.tally)
		}
	}
	return t
}
