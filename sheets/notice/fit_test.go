package notice

import "testing"

func TestTextWrapsAsProgramsWrapIt(t *testing.T) {
	for _, c := range []struct {
		text string
		room int
		want int
	}{
		{"", 8, 1},
		{"东山县", 6, 1},
		{"东山县", 5, 2},
		{"例证20230722023", 15, 1},
		{"例证20230722023", 14, 2},
		{"例证20230722023", 11, 2},
		{"例证20230722023", 8, 3},
		{"12345678901234567890", 5, 4},
		{"一号数控系统 V1.0", 12, 2},
		{"界", 1, 1},
	} {
		if got := linesIn(c.text, c.room); got != c.want {
			t.Errorf("%q in %d digits takes %d lines, want %d", c.text, c.room, got, c.want)
		}
	}
}

func TestTheColumnsShareThePaper(t *testing.T) {
	for _, codes := range []bool{false, true} {
		s := testSettings(t)
		s.CreditCode = codes
		table := made(t, s, testAwards(t)).Table
		all, room := 0, paperDigits
		for _, c := range table.Columns {
			all += c.Weight
		}
		amounts := table.Columns[table.amountColumn()].Weight
		if all != room || amounts < len("79.321383")+2 {
			t.Errorf("the columns take %d of %d digits, the amounts %d", all, room, amounts)
		}
	}
}
