package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"unicode"
	"unicode/utf8"
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
			v.merge(v.scale[l], next)
			v.scale[l] = next
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
}

func (v *Vocabulary) merge(from, to int) {
	if from == 0 {
		return
	}
	for i, s := range v.scale {
		if s == from {
			v.scale[i] = to
		}
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
// 省级重点工业互联网平台（企业级） the level is 企业级. The level is "" where the text
// states none; clear is false where it states more than one.
func (v *Vocabulary) Level(text, item string) (level string, clear bool) {
	s := written.Fold(text)
	it, known := v.policy.Item(item)
	if known && !it.HasLevels() {
		return "", true
	}
	hits := v.levelHits(s)
	if !known {
		return v.oneLevel(targets(hits), nil)
	}
	own := v.ownLevels(it)
	if mine := keep(hits, func(l int) bool { return slices.Contains(own, l) }); len(mine) > 0 {
		return v.oneLevel(targets(mine), it)
	}
	return v.oneLevel(targets(keep(hits, func(l int) bool {
		// A level that no item awards (二星级) says nothing against the only
		// level that an item can have.
		return v.onScale(l, own) && (v.scale[l] != 0 || it.Implied == "")
	})), nil)
}

func keep(hits []hit, ok func(target int) bool) []hit {
	var out []hit
	for _, h := range hits {
		if ok(h.target) {
			out = append(out, h)
		}
	}
	return out
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

// levelHits finds the levels of a folded text. An alias of one character (省,
// 市) counts only where it governs a name or closes the text: 市场监管 is no 市级.
func (v *Vocabulary) levelHits(s string) []hit {
	hits := v.levels.find(s)
	if !slices.ContainsFunc(hits, isShort) {
		return hits
	}
	var governed map[int]bool
	return slices.DeleteFunc(hits, func(h hit) bool {
		next := firstRune(s[h.end():])
		if !isShort(h) || next == 0 || next == '级' || !unicode.IsLetter(next) && !unicode.IsNumber(next) {
			return false
		}
		if governed == nil {
			governed = map[int]bool{}
			for _, i := range v.items.all(s) {
				governed[i.at] = true
			}
		}
		return !governed[h.end()]
	})
}

// isLevel tells whether a text is a level and nothing else.
func (v *Vocabulary) isLevel(text string) bool {
	s := written.Fold(text)
	hits := v.levels.find(s)
	return len(hits) == 1 && hits[0].text == s
}

func isShort(h hit) bool { return utf8.RuneCountInString(h.text) == 1 }

// issuer reads the level that a document number or an issuing body tells, ""
// where it tells none, more than one, or one that is off the item's scale.
func (v *Vocabulary) issuer(text string, it *calc.Item) string {
	found := targets(v.issuers.find(written.Fold(text)))
	if len(found) != 1 || it == nil || !v.onScale(found[0], v.ownLevels(it)) {
		return ""
	}
	return v.policy.Levels[found[0]].Name
}
