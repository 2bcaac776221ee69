package sheets

import "slices"

// Settle gives each column its meaning by the ranks of the headings. Columns
// that clash are returned in pairs, the one that was kept first; callers that
// settle groups of columns apart call it for each.
func Settle(columns []*TableColumn) (clashes [][2]*TableColumn) {
	for _, c := range columns {
		c.ID = 0
		if c.Heading != nil {
			c.ID = c.Heading.ID
		}
	}
	moved := map[*TableColumn]bool{}
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
			clashes = append(clashes, [2]*TableColumn{rival, c})
			c.ID = 0
			continue
		}
		if i2 := outrank(columns, loser, moved); i2 < i {
			i = i2 - 1
		}
	}
	return clashes
}

func rivalOf(columns []*TableColumn, id int) *TableColumn {
	for _, c := range columns {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// weaker picks the column that gives way; clash means that neither has to.
func weaker(a, b *TableColumn, moved map[*TableColumn]bool) (loser *TableColumn, clash bool) {
	rank := func(c *TableColumn) int {
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
func outrank(columns []*TableColumn, loser *TableColumn, moved map[*TableColumn]bool) int {
	loser.ID = 0
	if !moved[loser] && loser.Heading.Else != 0 {
		loser.ID = loser.Heading.Else
	}
	moved[loser] = true
	return slices.Index(columns, loser)
}
