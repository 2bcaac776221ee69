package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
)

func TestAmountsAreReadWithTheirUnit(t *testing.T) {
	tests := []struct{ text, want string }{
		{"50万元", "500000.00"}, {"0.33万元", "3300.00"}, {"3000万", "30000000.00"}, {"1.5亿元", "150000000.00"},
		{"1,234.56元", "1234.56"}, {"12,345,678元", "12345678.00"}, {"1,2345元", "12345.00"}, {" 20 万元 ", "200000.00"},
		{"2百元", "200.00"}, {"3千元", "3000.00"}, {"1百万元", "1000000.00"}, {"0元", "0.00"}, {"-5元", "-5.00"}, {"0.001元", "0.001"},
	}
	for _, tt := range tests {
		y, err := calc.ParseYuan(tt.text)
		if err != nil || y.String() != tt.want {
			t.Errorf("ParseYuan(%q) = %s, %v; want %s", tt.text, y, err, tt.want)
		}
	}
}

func TestAmountsThatNobodyCouldMeanAreRefused(t *testing.T) {
	for _, text := range []string{"", "50", "万元", "1e5元", "1E5万元", "1,23元", "12,34,567元", ",123元", "1234,567元", "1,234,5678元",
		"0x10元", "五十万元", "1.2.3元", "--1元", "1.234,567元", "99999999999999999999999999999999999999999元"} {
		if y, err := calc.ParseYuan(text); err == nil {
			t.Errorf("ParseYuan(%q) = %s, want an error", text, y)
		}
	}
}

func TestMoneyIsRoundedDownAndNowhereElse(t *testing.T) {
	tests := []struct{ name, got, want string }{
		{"60% of 10,000.01 drops six tenths of a fen", mustYuan("10000.01元").Share(rate("60%")).String(), "6000.00"},
		{"60% of 19,800 is exact", mustYuan("19800元").Share(rate("60%")).String(), "11880.00"},
		{"a share of the budget goes down to whole hundreds", mustYuan("80万元").ShareOf(wan(150), wan(176), calc.YuanOf(100)).String(), "681800.00"},
		{"one fen less than a hundred is nothing", mustYuan("99.99元").RoundDown(calc.YuanOf(100)).String(), "0.00"},
		{"a hundred stays", mustYuan("100元").RoundDown(calc.YuanOf(100)).String(), "100.00"},
		{"a share of nothing is nothing", mustYuan("80万元").ShareOf(wan(150), wan(0), calc.YuanOf(1)).String(), "0.00"},
		{"printing keeps what it cannot pay", mustYuan("0.001元").String(), "0.001"},
		{"万元 wastes no decimals", mustYuan("3300元").Wan(), "0.33"},
		{"words are the policy's", mustYuan("500000元").Words() + mustYuan("1234元").Words() + mustYuan("15000元").Words(), "50万元1234元1.5万元"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, tt.got, tt.want)
		}
	}
}

func mustYuan(text string) calc.Yuan {
	y, err := calc.ParseYuan(text)
	if err != nil {
		panic(err)
	}
	return y
}

func TestAShareOfTheBudgetNeverExceedsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := rapid.SliceOfN(rapid.Int64Range(0, 1e8), 1, 20).Draw(t, "awards")
		budget := calc.YuanOf(rapid.Int64Range(0, 1e9).Draw(t, "budget"))
		unit := calc.YuanOf(rapid.SampledFrom([]int64{1, 100, 10000}).Draw(t, "unit"))
		var whole, paid calc.Yuan
		for _, a := range awards {
			whole = whole.Add(calc.YuanOf(a))
		}
		for _, a := range awards {
			paid = paid.Add(calc.YuanOf(a).ShareOf(budget, whole, unit))
		}
		if paid.Cmp(budget) > 0 {
			t.Fatalf("%s paid of %s", paid, budget)
		}
	})
}

func FuzzParseYuan(f *testing.F) {
	for _, s := range []string{"50万元", "1,234.56元", "1e5元", "-1元", "1,2345元", "..元", "0.10亿", "10000000000000000000000000000000000000元"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		y, err := calc.ParseYuan(s)
		if err != nil || len(y.String()) > 40 { // forty digits are more than is read
			return
		}
		again, err := calc.ParseYuan(y.String() + "元")
		if err != nil || !again.Equal(y) {
			t.Errorf("%q reads %s, which reads %s, %v", s, y, again, err)
		}
	})
}

func TestDatesKeepTheirPrecision(t *testing.T) {
	got := []string{calc.Date{}.String(), calc.Date{Year: 2023}.String(), calc.Date{Year: 2023, Month: 5}.String(), day(2023, 5, 12).String()}
	if diff := cmp.Diff([]string{"", "2023", "2023-05", "2023-05-12"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAVagueDateComesAfterEveryDateOfItsPeriod(t *testing.T) {
	order := []calc.Date{day(2023, 5, 11), day(2023, 5, 12), {Year: 2023, Month: 5}, day(2023, 6, 1), {Year: 2023}, day(2024, 1, 1), {}}
	for i := range order {
		for j := range order {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := order[i].Compare(order[j]); got != want {
				t.Errorf("%q against %q: %d, want %d", order[i], order[j], got, want)
			}
		}
	}
}

func TestCellsAreNamedAsInExcel(t *testing.T) {
	tests := map[string]calc.Ref{
		"a.xlsx:表!C6": {File: "a.xlsx", Sheet: "表", Row: 6, Col: 3}, "a.xlsx:表!6": {File: "a.xlsx", Sheet: "表", Row: 6},
		"a.xlsx:表": {File: "a.xlsx", Sheet: "表"}, "a.xlsx": {File: "a.xlsx"},
		"b:s!Z1": {File: "b", Sheet: "s", Row: 1, Col: 26}, "b:s!AA1": {File: "b", Sheet: "s", Row: 1, Col: 27}, "b:s!XFD1": {File: "b", Sheet: "s", Row: 1, Col: 16384},
	}
	for want, ref := range tests {
		if got := ref.String(); got != want {
			t.Errorf("%#v prints %q, want %q", ref, got, want)
		}
	}
}
