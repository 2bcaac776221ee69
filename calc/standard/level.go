package standard

import (
	"jiangbu/calc"
	"slices"
)

// findScales numbers the scales. Levels belong to one scale when an item
// awards both of them; the levels that an issuer tells are of one scale, too.
// A level that nothing ties to another is on every scale.
func (v *Vocabulary) findScales() {
	v.scale = make([]int, len(v.policy.Levels))
	next := 0
	tie := func(levels []int) {
		next++
		for _, l := range levels {
			before := v.scale[l]
			v.scale[l] = next
			for i, s := range v.scale {
				if s == before && s != 0 {
					v.scale[i] = next
				}
			}
		}
	}
	var issued []int
	for _, s := range v.policy.Issuers {
		if i := v.levelIndex(s.Level); i >= 0 {
			issued = append(issued, i)
		}
	}
	tie(issued)
	for i := range v.policy.Items {
		tie(v.ownLevels(&v.policy.Items[i]))
	}
	if len(issued) > 0 {
		v.issued = v.scale[issued[0]]
	}
}

// ownLevels are the levels that an item has an amount for.
func (v *Vocabulary) ownLevels(it *calc.Item) []int {
	var out []int
	for _, a := range it.Awards {
		if i := v.levelIndex(a.Level); i >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// Level reads the level of an item (an id; "" where it is not known) that a
// text states. A level that the item awards counts before one that it does not
// award, and a level of another scale does not count at all: in
// 省级重点工业互联网平台（企业级） the level is 企业级. A region stands for its level
// where none is stated. The level is "" where the text states none; clear is
// false where it states more than one.
func (v *Vocabulary) Level(text, item string) (level string, clear bool) {
	c := v.Cover(text)
	return v.level(&c, item, true)
}

// level reads the level out of a covering; withCity tells whether the city's
// name may stand for its level.
func (v *Vocabulary) level(c *Covering, item string, withCity bool) (level string, clear bool) {
	it, known := v.policy.Item(item)
	if known && !it.HasLevels() {
		return "", true
	}
	level, clear = v.levelOf(c.named(LevelWord), it, known)
	if level != "" || !clear {
		return level, clear
	}
	regions := c.named(RegionWord)
	if withCity && len(regions) == 0 && v.cityLevel >= 0 && c.Has(CityWord) {
		regions = []int{v.cityLevel}
	}
	return v.levelOf(regions, it, known)
}

// levelOf chooses among the levels that a text names.
func (v *Vocabulary) levelOf(named []int, it *calc.Item, known bool) (level string, clear bool) {
	if !known {
		return v.oneLevel(named, nil)
	}
	own := v.ownLevels(it)
	if mine := keep(named, func(l int) bool { return slices.Contains(own, l) }); len(mine) > 0 {
		if len(mine) == len(keep(named, func(l int) bool { return v.onScale(l, own) })) {
			return v.oneLevel(mine, it)
		}
		return "", false
	}
	return v.oneLevel(keep(named, func(l int) bool {
		// A level that no item awards (二星级) says nothing against the only
		// level that an item can have.
		return v.onScale(l, own) && (v.scale[l] != 0 || it.Implied == "")
	}), nil)
}

func keep(levels []int, ok func(level int) bool) []int {
	return slices.DeleteFunc(slices.Clone(levels), func(l int) bool { return !ok(l) })
}

// onScale tells whether a level is on the scale of an item's own levels.
func (v *Vocabulary) onScale(level int, own []int) bool {
	return v.scale[level] == 0 || slices.ContainsFunc(own, func(o int) bool { return v.scale[o] == v.scale[level] })
}

// oneLevel is the name of the only level; of levels that rank alike and pay
// alike for the item the first stands for all.
func (v *Vocabulary) oneLevel(found []int, it *calc.Item) (level string, clear bool) {
	if len(found) == 0 {
		return "", true
	}
	first := v.policy.Levels[found[0]]
	for _, f := range found[1:] {
		if it == nil || !alike(first, v.policy.Levels[f], it) {
			return "", false
		}
	}
	return first.Name, true
}

func alike(a, b calc.Level, it *calc.Item) bool {
	x, _ := it.Award(a.Name)
	y, _ := it.Award(b.Name)
	return a.Rank == b.Rank && x.Equal(y)
}

// issuedAt is the level that the issuers of a text tell, "" where they tell
// none or more than one.
func (v *Vocabulary) issuedAt(c *Covering) string {
	levels := calc.Mapped(c.named(IssuerWord), func(i int) int { return v.levelIndex(v.policy.Issuers[i].Level) })
	slices.Sort(levels)
	if levels = slices.Compact(levels); len(levels) != 1 || levels[0] < 0 {
		return ""
	}
	return v.policy.Levels[levels[0]].Name
}
