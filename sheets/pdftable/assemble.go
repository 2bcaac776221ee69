package pdftable

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
)

// near is how far apart, in points, two lines may be that are one edge.
const near = 2.0

// edges are the places of ruling lines, those that are near each other as one.
type edges []float64

// edgesOf gathers the edges of rules, each by the first of its lines.
func edgesOf(rules []rule) edges {
	at := make([]float64, len(rules))
	for i, r := range rules {
		at[i] = r.at
	}
	slices.Sort(at)
	var found edges
	last := math.Inf(-1)
	for _, x := range at {
		if x-last > near {
			found = append(found, x)
		}
		last = x
	}
	return found
}

// index is the edge that a line at x belongs to.
func (e edges) index(x float64) int {
	i, _ := slices.BinarySearch(e, x)
	if i < len(e) && e[i] == x {
		return i
	}
	return i - 1
}

// box is the four edges around a cell: columns of the document, heights of the
// page.
type box struct{ left, top, bottom int }

// assemble puts the glyphs of all pages into the cells that enclose them.
func assemble(pages []*drawing) (*Document, *Fault) {
	var down []rule
	for _, d := range pages {
		down = append(down, d.down...)
	}
	columns := edgesOf(down)
	doc := &Document{}
	ruled, texts := false, 0
	for i, d := range pages {
		rows, inside, spilled := d.rows(columns)
		if spilled {
			return nil, &Fault{Spilled, i + 1}
		}
		doc.Pages = append(doc.Pages, Page{rows})
		ruled = ruled || inside
		texts += len(d.glyphs)
	}
	if !ruled && texts > 0 {
		return nil, &Fault{Kind: Unruled}
	}
	return doc, nil
}

// rows are the rows of a page, whether any text stands in a cell, and whether
// any stands beside one without being in another.
func (d *drawing) rows(columns edges) (rows []Row, inside, spilled bool) {
	if len(d.glyphs)*(len(d.across)+len(d.down)) > 1<<30 {
		panic(&Fault{Kind: TooLarge})
	}
	heights := edgesOf(d.across)
	cells := map[box][]glyph{}
	var outside []glyph
	for _, g := range d.glyphs {
		if b, ok := d.enclose(g, columns, heights); ok {
			cells[b] = append(cells[b], g)
		} else {
			outside = append(outside, g)
		}
	}
	return layRows(cells, outside, heights), len(cells) > 0, beside(cells, outside, heights) ||
		d.crosses(columns, heights)
}

// crosses tells whether a text that is written on in one go crosses a ruling
// line: it is longer than its cell, and what is cut of it stands in the next one.
func (d *drawing) crosses(columns, heights edges) bool {
	run, left, inside := -1, 0, false
	for _, g := range d.glyphs {
		if strings.TrimSpace(g.text) == "" {
			run = -1 // columns that are set with blanks
			continue
		}
		b, in := d.enclose(g, columns, heights)
		if g.run == run && (in != inside || b.left != left) {
			return true
		}
		run, left, inside = g.run, b.left, in
	}
	return false
}

// beside tells whether a text outside all cells stands at the height of one.
func beside(cells map[box][]glyph, outside []glyph, heights edges) bool {
	for b := range cells {
		for _, g := range outside {
			if strings.TrimSpace(g.text) != "" && heights[b.bottom] < g.y && g.y < heights[b.top] {
				return true
			}
		}
	}
	return false
}

// enclose finds the nearest line on each side of a glyph.
func (d *drawing) enclose(g glyph, columns, heights edges) (b box, ok bool) {
	left, right := between(d.down, g.x, g.y)
	bottom, top := between(d.across, g.y, g.x)
	if math.IsInf(left, 0) || math.IsInf(right, 0) || math.IsInf(bottom, 0) || math.IsInf(top, 0) {
		return box{}, false
	}
	return box{columns.index(left), heights.index(top), heights.index(bottom)}, true
}

// between are the nearest lines below and above a place at, of those that pass
// by it.
func between(rules []rule, at, passing float64) (below, above float64) {
	below, above = math.Inf(-1), math.Inf(1)
	for _, r := range rules {
		if passing < r.from || passing > r.to {
			continue
		}
		if r.at <= at {
			below = max(below, r.at)
		} else {
			above = min(above, r.at)
		}
	}
	return below, above
}

// placed is a row before it has its number: how high it stands.
type placed struct {
	top   float64
	edge  int // of a table's row, -1 for text outside
	cells Row
	boxes []box
}

// layRows puts cells and lines outside them in the order of the page.
func layRows(cells map[box][]glyph, outside []glyph, heights edges) []Row {
	var all []placed
	boxes := slices.SortedFunc(maps.Keys(cells), func(a, b box) int {
		return cmp.Or(cmp.Compare(b.top, a.top), cmp.Compare(a.left, b.left), cmp.Compare(a.bottom, b.bottom))
	})
	for _, b := range boxes {
		if n := len(all); n == 0 || all[n-1].edge != b.top {
			all = append(all, placed{top: heights[b.top], edge: b.top})
		}
		row := &all[len(all)-1]
		row.cells = append(row.cells, Cell{Col: b.left + 2, Text: strings.Join(lines(cells[b]), "\n")})
		row.boxes = append(row.boxes, b)
	}
	reachDown(all)
	for _, line := range splitLines(outside) {
		if s := joined(line); s != "" {
			all = append(all, placed{top: line[0].y, edge: -1, cells: Row{{Col: 1, Rows: 1, Text: s}}})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(b.top, a.top) })
	rows := make([]Row, len(all))
	for i, p := range all {
		rows[i] = p.cells
	}
	return rows
}

// reachDown counts for each cell the rows that begin beside it.
func reachDown(rows []placed) {
	for i := range rows {
		for k := range rows[i].cells {
			n := 1
			for _, below := range rows[i+1:] {
				if below.edge > rows[i].boxes[k].bottom {
					n++
				}
			}
			rows[i].cells[k].Rows = n
		}
	}
}

// lines are the lines of text in a cell.
func lines(glyphs []glyph) []string {
	var texts []string
	for _, line := range splitLines(glyphs) {
		if s := joined(line); s != "" {
			texts = append(texts, s)
		}
	}
	return texts
}

// splitLines parts glyphs into the lines that they stand on, from the top down.
func splitLines(glyphs []glyph) [][]glyph {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b glyph) int { return cmp.Compare(b.base, a.base) })
	var all [][]glyph
	for _, g := range sorted {
		n := len(all) - 1
		if n < 0 || all[n][0].base-g.base > 0.5*max(g.size, 1) {
			all = append(all, nil)
			n++
		}
		all[n] = append(all[n], g)
	}
	return all
}

// joined is the text of one line, from left to right.
func joined(line []glyph) string {
	sorted := slices.Clone(line)
	slices.SortStableFunc(sorted, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	var b strings.Builder
	for _, g := range sorted {
		b.WriteString(g.text)
	}
	return strings.TrimSpace(b.String())
}
