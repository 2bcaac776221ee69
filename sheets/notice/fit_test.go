package notice

import (
	"testing"

	"jiangbu/sheets/write"
)

func TestTextWrapsAsProgramsWrapIt(t *testing.T) {
	for _, c := range []struct {
		text string
		room int
		want int
	}{
		{"", 8, 1},
		{"东山县", 6, 1},
		{"东山县", 5, 2},
		{"例证20230722023", 17, 1},
		{"例证20230722023", 16, 2},
		{"例证20230722023", 13, 2},
		{"例证20230722023", 8, 3},
		{"12345678901234567890", 6, 4},
		{"一号数控系统 V1.0", 12, 2},
		{"界", 1, 1},
	} {
		if got := linesIn(c.text, c.room); got != c.want {
			t.Errorf("%q in %d digits takes %d lines, want %d", c.text, c.room, got, c.want)
		}
	}
}

// Whatever stands in the columns, they take the paper and no more, numbers never
// break, and headings break between words.
func TestTheColumnsShareThePaper(t *testing.T) {
	for _, codes := range []bool{false, true} {
		s, a := testSettings(t), testAwards(t)
		s.CreditCode = codes
		pay(t, &a, 0, "250000")
		table := made(t, s, a).Table
		all := 0
		for _, c := range table.Columns {
			all += c.Weight
			for _, word := range linesOf(c.Name, c.Weight) {
				if write.DisplayWidth(word) > c.Weight {
					t.Errorf("%s does not fit %d", word, c.Weight)
				}
			}
		}
		if wide := table.Columns[table.amountColumn()].Weight; wide <= len("79.321383") {
			t.Errorf("amounts have %d half characters", wide)
		}
		if room := paperHalves(len(table.Columns)); all != room {
			t.Errorf("the columns take %d of %d half characters", all, room)
		}
	}
}
