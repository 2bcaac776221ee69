package calc

import "slices"

// settings are the readings as the rules ask for them.
type settings struct {
	within       breadth
	upgrade      upgrade
	readingMarks []readingMark // by the item's place in the policy
	joint        [][]int32     // items that share one cap
	inForce      bool          // only what was recognised while the policy is in force counts
}

// breadth is the set of items that count as one project (同一项目), in the order of
// the effect's values.
type breadth uint8

const (
	withinTrack breadth = iota
	withinSentence
	withinClause
	withinCompany
)

// upgrade is what a level above one that an earlier year paid is worth, in the
// order of the effect's values.
type upgrade uint8

const (
	upgradeInFull upgrade = iota
	upgradeByDifference
	upgradeNever
)

// readingMark is a reading, other than the default, that an item is under.
type readingMark uint8

const (
	byCertificate readingMark = 1 << iota
	flatRate
	paysPerson
	byLabel
	byValidFrom
	renewedToo
	capPerPayee
	asksAuthority
)

// readingMarkOf are the values of the effects that are set item by item. A value that
// has none is how the rules go without it.
var readingMarkOf = map[Effect]map[string]readingMark{
	EffectCount:     {"certificate": byCertificate},
	EffectCost:      {"flat": flatRate},
	EffectPayee:     {"person": paysPerson},
	EffectDate:      {"label": byLabel, "valid-from": byValidFrom},
	EffectFirst:     {"any": renewedToo},
	EffectEach:      {"payee": capPerPayee},
	EffectAuthority: {"hold": asksAuthority},
}

func newSettings(p *Policy, rs Readings) settings {
	s := settings{readingMarks: make([]readingMark, len(p.Items))}
	for i := range p.Readings {
		rd := &p.Readings[i]
		v := rs[rd.Name]
		switch {
		case rd.Effect == EffectScope:
			s.within = breadth(max(slices.Index(EffectValues[rd.Effect], v), 0))
		case rd.Effect == EffectPrior:
			s.upgrade = upgrade(max(slices.Index(EffectValues[rd.Effect], v), 0))
		case rd.Effect == EffectLife:
			s.inForce = v == "in-force"
		case rd.Effect == EffectCap && v == "joint":
			s.joint = append(s.joint, p.itemsOf(rd))
		default:
			s.set(readingMarkOf[rd.Effect][v], p.itemsOf(rd))
		}
	}
	return s
}

func (s *settings) set(m readingMark, items []int32) {
	for _, n := range items {
		s.readingMarks[n] |= m
	}
}

// is tells whether the candidate's item is under the mark.
func (s *settings) is(q *candidate, m readingMark) bool { return s.readingMarks[q.order]&m != 0 }

// itemsOf are the items that a reading is about, by their places in the
// policy; all where it names none.
func (p *Policy) itemsOf(rd *Reading) []int32 {
	var items []int32
	for i := range p.Items {
		if len(rd.Items) == 0 || slices.Contains(rd.Items, p.Items[i].ID) {
			items = append(items, int32(i))
		}
	}
	return items
}
