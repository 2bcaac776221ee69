package notice

import (
	"math"
	"strings"
	"testing"
)

// What fits two lines in each column gives pages of 22 to 25 lines in any order,
// with codes, in a cut year, with long names; none begins with a sum, and no row
// is lost or doubled.
func TestAPageOfTheAnnexHoldsTwentyTwoToTwentyFiveLines(t *testing.T) {
	for _, by := range Orders {
		for _, more := range []bool{false, true} {
			for lines := 1; lines <= 120; lines += 17 {
				s, a := testSettings(t), manyAwards(t, lines)
				s.By, s.CreditCode = by, more
				for i := range a.Lines {
					if l := &a.Lines[i]; more {
						l.Company = "示范市经济技术开发区东山精密机械先进制造科技股份有限公司" + strings.Repeat("一", i%4)
						l.Amount = l.Amount.ShareOf(l.Amount, l.Amount.Add(l.Amount), amount(t, "100"))
					}
				}
				table := made(t, s, a).Table
				for _, stretch := range []float64{sheetStretch, paperStretch} {
					pagesHold(t, &table, stretch)
				}
			}
		}
	}
}

func pagesHold(t *testing.T, table *Table, stretch float64) {
	t.Helper()
	next := 0
	pages := table.pages(table.needs(stretch))
	for i, p := range pages {
		if p.first != next || p.rows < 1 || i > 0 && table.Rows[p.first].Kind != AwardRow {
			t.Errorf("page %d of %d rows begins with row %d, a %s", i+1, p.rows, p.first, table.Rows[p.first].Kind)
		}
		least := rowsLeast
		if i+2 == len(pages) && table.Rows[p.first+p.rows+1].Kind != AwardRow {
			least-- // the last page has one award and its sums
		}
		if p.rows > rowsMost || p.rows < least && i+1 < len(pages) {
			t.Errorf("page %d of %d holds %d rows", i+1, len(pages), p.rows)
		}
		next += p.rows
	}
	if next != len(table.Rows) {
		t.Errorf("%d of %d rows stand on a page", next, len(table.Rows))
	}
}

// A page is filled as far as what it holds leaves room: rows of one line give
// way, those of two do not.
func TestAPageOfTallRowsIsFilledWithLowOnes(t *testing.T) {
	rows := func(n int) Table { return Table{Rows: make([]Row, n)} }
	for _, c := range []struct {
		name   string
		tall   int // rows of four lines, the first ones
		others float64
		want   paperPage
	}{
		{"all of one line", 0, 1, paperPage{0, 22, rowTall}},
		{"all of two", 0, 2, paperPage{0, 22, rowTall}},
		{"two of four lines among those of one", 2, 1, paperPage{0, 22, 17.4}},
		{"two among those of two", 2, 2, paperPage{0, 20, 19.2}},
		{"all of four", 40, 1, paperPage{0, 11, rowTall}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := rows(40)
			needs := make([]float64, 40)
			for i := range needs {
				table.Rows[i].Kind = AwardRow
				needs[i] = c.others * lineTall
				if i < c.tall {
					needs[i] = 4 * lineTall
				}
			}
			got := table.page(needs, 0, 430)
			if got.first != c.want.first || got.rows != c.want.rows || math.Abs(got.tall-c.want.tall) > 0.001 {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
