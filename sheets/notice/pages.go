package notice

import "slices"

// The annex on paper, in points: A4 across, less margins of 15 mm, below of 13.
const (
	annexTall = 515.9 // 182 mm
	annexWide = 756.9 // 267 mm
	// Programs and printers differ by a little a row: pages are filled to so
	// much of the paper.
	paperFilled = 0.97
)

// The rows of the annex, in points: all are as tall as two lines of type, but
// for those that need more, and on a page that would hold too few otherwise.
const (
	lineTall = 9.6
	rowTall  = linesOfRow * lineTall
	rowShort = 14.4
)

// How many rows a full page has, as tables of the trade do.
const (
	rowsLeast = 22
	rowsMost  = 25
)

// paperPage is one page of an annex.
type paperPage struct {
	first, rows int     // of the table
	tall        float64 // of a row that needs no more, in points
}

// How many half characters of type a column takes for one of its weight: in the
// workbook as many as it says, in document and page more.
const (
	sheetStretch = 1.0
	paperStretch = 1.08
)

// needs are the heights that the rows need for the lines of their cells, in
// points.
func (t *Table) needs(stretch float64) []float64 {
	label := 0
	for _, c := range t.Columns[:t.amountColumn()] {
		label += c.Weight
	}
	all := make([]float64, len(t.Rows))
	for i := range t.Rows {
		lines := 1
		for k, text := range t.Rows[i].Cells {
			room := t.Columns[k].Weight
			if k == 0 && t.Rows[i].Kind != AwardRow {
				room = label
			}
			lines = max(lines, linesIn(text, int(stretch*float64(room))))
		}
		all[i] = lineTall * float64(lines)
	}
	return all
}

// pages breaks the table: each full page has 22 to 25 rows, the first beside
// the titles, as far as what they hold leaves room, and none begins with a sum,
// so that the total never stands alone.
func (t *Table) pages(needs []float64) (all []paperPage) {
	room := annexTall*paperFilled - t.headTall() - t.titlesTall()
	for first := 0; first < len(t.Rows); {
		p := t.page(needs[first:], first, room)
		all = append(all, p)
		first += p.rows
		room = annexTall*paperFilled - t.headTall()
	}
	return all
}

// page is the page that begins with a row: as many rows of the usual height as
// it takes; where those are too few, just enough lower ones; else what fits.
func (t *Table) page(needs []float64, first int, room float64) paperPage {
	most := min(rowsMost, len(needs))
	fits := func(n int, least float64) bool {
		return height(needs[:n], least) <= room && (n == len(needs) || t.Rows[first+n].Kind == AwardRow)
	}
	for n := most; n >= min(rowsLeast, most); n-- {
		if fits(n, rowTall) {
			return paperPage{first, n, rowTall}
		}
	}
	for n := rowsLeast; n <= most; n++ {
		if fits(n, rowShort) {
			return paperPage{first, n, lowest(needs[:n], room)}
		}
	}
	for n := most; n > 1; n-- {
		if fits(n, rowShort) {
			return paperPage{first, n, lowest(needs[:n], room)}
		}
	}
	return paperPage{first, 1, rowTall}
}

// height is that of rows that are at least so tall, in points.
func height(needs []float64, least float64) (all float64) {
	for _, n := range needs {
		all += max(n, least)
	}
	return all
}

// step is the finest height of a row that a workbook has on paper, in points: a
// pixel.
const step = 0.75 * scale / 100

// lowest is the greatest height that rows may have at least to fit a room.
func lowest(needs []float64, room float64) float64 {
	tall := rowTall
	for tall > rowShort && height(needs, tall) > room {
		tall -= step
	}
	return tall
}

// titlesTall is the height of what stands above the table, headTall that of its
// heading, in points.
func (t *Table) titlesTall() float64 { return (labelAnnex + t.titleHeight()) * scale / 100 }

func (t *Table) headTall() float64 { return t.headHeight() * scale / 100 }

// heights are those of all rows.
func heights(pages []paperPage, needs []float64) []float64 {
	all := slices.Clone(needs)
	for _, p := range pages {
		for i := p.first; i < p.first+p.rows; i++ {
			all[i] = max(all[i], p.tall)
		}
	}
	return all
}
