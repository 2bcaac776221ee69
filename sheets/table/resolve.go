package table

import "slices"

// ResolveHeadings gives each column its meaning by the ranks of the headings. Columns
// that clash are returned in pairs, the one that was kept first; callers that
// settle groups of columns apart call it for each.
func ResolveHeadings(columns []*Column) (clashes [][2]*Column) {
	for _, c := range columns {
		c.ID = 0
		if c.Heading != nil {
			c.ID = c.Heading.ID
		}
	}
	moved := map[*Column]bool{}
	for i := 0; i < len(columns); i++ {
		c := columns[i]
		if c.ID <= 0 {
			continue
		}
		rival := rivalOf(columns[:i], c.ID)
		if rival == nil {
			continue
		}
		loser, clash := weaker(rival, c, moved)
		if clash && !c.Heading.Many {
			clashes = append(clashes, [2]*Column{rival, c})
			c.ID = 0
			continue
		}
		if i2 := outrank(columns, loser, moved); i2 <= i {
			i = i2 - 1
		}
	}
	return clashes
}

func rivalOf(columns []*Column, id int) *Column {
	for _, c := range columns {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// weaker picks the column that gives way; clash means that neither has to.
func weaker(a, b *Column, moved map[*Column]bool) (loser *Column, clash bool) {
	rank := func(c *Column) int {
		if moved[c] {
			return -1
		}
		return c.Heading.Rank
	}
	if rank(a) < rank(b) {
		return a, false
	}
	return b, rank(a) == rank(b)
}

// outrank gives the loser its other meaning, once, and tells from which column
// on the settling has to look again.
func outrank(columns []*Column, loser *Column, moved map[*Column]bool) int {
	loser.ID = 0
	if !moved[loser] && loser.Heading.Else != 0 {
		loser.ID = loser.Heading.Else
	}
	moved[loser] = true
	return slices.Index(columns, loser)
}
