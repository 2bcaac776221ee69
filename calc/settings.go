package calc

import "slices"

// settings are the readings as the rules ask for them.
type settings struct {
	scope string
	upto  string // what an upgrade over an earlier award pays
	marks map[*Item]mark
	joint [][]*Item // items that share one cap
}

// mark is a reading, other than the default, that an item is under.
type mark uint8

const (
	byCertificate mark = 1 << iota
	flatRate
	paysPerson
	byLabel
	byValidFrom
	renewedToo
)

// markOf are the values of the effects that are set item by item. A value that
// has none is how the rules go without it.
var markOf = map[Effect]map[string]mark{
	EffectCount: {"certificate": byCertificate},
	EffectCost:  {"flat": flatRate},
	EffectPayee: {"person": paysPerson},
	EffectDate:  {"label": byLabel, "valid-from": byValidFrom},
	EffectFirst: {"any": renewedToo},
}

func newSettings(p *Policy, rs Readings) settings {
	s := settings{scope: "track", upto: "full", marks: make(map[*Item]mark, len(p.Items))}
	for i := range p.Readings {
		rd := &p.Readings[i]
		v := rs[rd.Name]
		switch {
		case rd.Effect == EffectScope:
			s.scope = v
		case rd.Effect == EffectPrior:
			s.upto = v
		case rd.Effect == EffectCap && v == "joint":
			s.joint = append(s.joint, p.itemsOf(rd))
		default:
			s.set(markOf[rd.Effect][v], p.itemsOf(rd))
		}
	}
	return s
}

// sameTracks tells whether records meet in the same tracks under both.
func (s *settings) sameTracks(t *settings, items []Item) bool {
	for i := range items {
		if (s.marks[&items[i]]^t.marks[&items[i]])&byCertificate != 0 {
			return false
		}
	}
	return s.scope == t.scope
}

func (s *settings) set(m mark, items []*Item) {
	if m == 0 {
		return
	}
	for _, it := range items {
		s.marks[it] |= m
	}
}

// is tells whether the item is under the mark.
func (s *settings) is(it *Item, m mark) bool { return s.marks[it]&m != 0 }

// itemsOf are the items that a reading is about; all where it names none.
func (p *Policy) itemsOf(rd *Reading) []*Item {
	var items []*Item
	for i := range p.Items {
		if len(rd.Items) == 0 || slices.Contains(rd.Items, p.Items[i].ID) {
			items = append(items, &p.Items[i])
		}
	}
	return items
}
