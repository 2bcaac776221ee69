package survey

import (
	"path"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// section is a line inside a table that heads the lines below it, and how deep
// its number stands in the outline.
type section struct {
	cell  calc.Cell
	depth int
}

// depthOf orders the ways to number an outline: 一、 （一） 1. （1） ①, none.
func depthOf(text string) int {
	s := table.Fold(text)
	if !isNumbered(s) {
		return 6
	}
	inner, bracket := strings.CutPrefix(s, "(")
	digit := startsWithDigit(inner)
	switch {
	case !bracket && !digit && !strings.ContainsAny(s[:3], "①②③④⑤⑥⑦⑧⑨⑩"):
		return 1
	case bracket && !digit:
		return 2
	case digit && !bracket:
		return 3
	case digit:
		return 4
	}
	return 5
}

// openSection takes the section's words for what follows, and begins a new
// block of subtotals. A bare district does not end the section of an item; a
// title that is printed again on the next page changes nothing.
func (s *sheetReader) openSection(l table.Line) {
	c := firstCell(l)
	s.sinceRecord = append(s.sinceRecord, c)
	if s.around.isTitle(c.Text) {
		return
	}
	m := s.vocab.Item(c.Text)
	if _, ok := s.vocab.District(c.Text); ok {
		s.region = c
	}
	if m.ID != "" || m.NotCovered != "" || len(m.Candidates) > 0 || s.region.Row != c.Row {
		s.push(c)
	}
	district := s.last[calc.ColDistrict]
	s.last = [calc.NumColumns]calc.Field{}
	s.last[calc.ColDistrict] = district
	s.totals.section(s)
	s.place()
}

// push opens a section in place of those that stand as deep or deeper.
func (s *sheetReader) push(c calc.Cell) {
	next := section{c, depthOf(c.Text)}
	n := len(s.sections)
	for n > 0 && s.sections[n-1].depth >= next.depth {
		n--
	}
	s.sections = append(s.sections[:n], next)
}

// isTitle tells whether a text repeats a line above the first header, with or
// without (续).
func (a *surroundings) isTitle(text string) bool {
	plain := func(s string) string {
		return strings.TrimSuffix(strings.TrimSuffix(table.Fold(s), "(续)"), "(续表)")
	}
	for _, t := range a.titles {
		if plain(t.Text) == plain(text) {
			return true
		}
	}
	return false
}

// place finds the item and the district in force from what stands around the
// table, the nearest first: the sections, a heading over the whole table, the
// lines above the header, the names of
// the sheet, the file and its folder.
func (s *sheetReader) place() {
	var near []calc.Cell
	for i := len(s.sections) - 1; i >= 0; i-- {
		near = append(near, s.sections[i].cell)
	}
	if s.lay.title.Text != "" {
		near = append(near, s.lay.title)
	}
	for i := len(s.around.titles) - 1; i >= 0; i-- {
		near = append(near, s.around.titles[i])
	}
	for _, name := range [...]string{s.sheet.Name, s.fileWords(), path.Dir(s.book.File)} {
		near = append(near, calc.Cell{Kind: calc.CellText, Text: name})
	}
	s.context, s.known, s.table = near[:len(near)-2:len(near)-2], map[tableKey]*calc.Table{}, nil
	s.title = itemOf(s.vocab, near)
	s.district = s.around.districtOf(s.vocab, s.region, near)
}

// itemOf finds the nearest text that names an item. A text that leaves a
// choice counts only where none is clear.
func itemOf(v *standard.Vocabulary, near []calc.Cell) calc.Cell {
	var vague calc.Cell
	for i, c := range near {
		m := v.Item(c.Text)
		switch {
		case m.ID != "" || m.NotCovered != "":
			return withLevel(v, c, m, near[:i])
		case len(m.Candidates) > 0 && vague.Text == "":
			vague = c
		}
	}
	return vague
}

// withLevel adds the level that a nearer line names to a title that names the
// item alone: 绿色工厂 above a section 一、国家级.
func withLevel(v *standard.Vocabulary, c calc.Cell, m standard.ItemMatch, nearer []calc.Cell) calc.Cell {
	if m.Level != "" {
		return c
	}
	for _, n := range nearer {
		both := n
		both.Text = c.Text + " " + n.Text
		if w := v.Item(both.Text); w.ID == m.ID && w.NotCovered == m.NotCovered && w.Level != "" {
			return both
		}
	}
	return c
}

// districtOf finds the text that names the district: a section, 填报单位, then
// what stands around. What 填报单位 says stays where nothing is understood, so
// that it is asked about.
func (a *surroundings) districtOf(v *standard.Vocabulary, region calc.Cell, near []calc.Cell) calc.Cell {
	for _, c := range append([]calc.Cell{region, a.district}, near...) {
		if c.Text == "" {
			continue
		}
		if _, ok := v.District(c.Text); ok {
			return c
		}
	}
	return a.district
}
