package calc

import "strconv"

// reportPriors points out, once a file and year, awards that were given as
// earlier ones and are not: of the award year itself, or later.
func (c *evaluation) reportPriors() {
	type batch struct {
		file string
		year int
	}
	count := map[batch]int{}
	var order []batch
	for i := range c.batch.Prior {
		p := &c.batch.Prior[i]
		if p.Year < c.batch.AwardYear {
			continue
		}
		k := batch{p.Ref.File, p.Year}
		if count[k] == 0 {
			order = append(order, k)
		}
		count[k]++
	}
	for _, k := range order {
		c.found("prior/later", Ref{File: k.file}, strconv.Itoa(count[k]), strconv.Itoa(k.year), strconv.Itoa(c.batch.AwardYear))
	}
}
