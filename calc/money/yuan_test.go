package money_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangbu/calc/money"
)

func TestAmountsAreReadWithTheirUnit(t *testing.T) {
	tests := []struct{ text, want string }{
		{"50万元", "500000.00"}, {"0.33万元", "3300.00"}, {"3000万", "30000000.00"}, {"1.5亿元", "150000000.00"},
		{"1,234.56元", "1234.56"}, {"12,345,678元", "12345678.00"}, {"1,2345元", "12345.00"}, {" 20 万元 ", "200000.00"},
		{"2百元", "200.00"}, {"3千元", "3000.00"}, {"1百万元", "1000000.00"}, {"0元", "0.00"}, {"-5元", "-5.00"},
		{"0.001元", "0.001"},
	}
	for _, tt := range tests {
		y, err := money.ParseYuan(tt.text)
		if err != nil || y.String() != tt.want {
			t.Errorf("ParseYuan(%q) = %s, %v; want %s", tt.text, y, err, tt.want)
		}
	}
}

func TestAmountsThatNobodyCouldMeanAreRefused(t *testing.T) {
	for _, text := range []string{"", "50", "万元", "1e5元", "1E5万元", "1,23元", "12,34,567元", ",123元", "1234,567元",
		"1,234,5678元",
		"0x10元", "五十万元", "1.2.3元", "--1元", "1.234,567元", "99999999999999999999999999999999999999999元"} {
		if y, err := money.ParseYuan(text); err == nil {
			t.Errorf("ParseYuan(%q) = %s, want an error", text, y)
		}
	}
}

func TestMoneyIsRoundedDownAndNowhereElse(t *testing.T) {
	tests := []struct{ name, got, want string }{
		{"60% of 10,000.01 drops six tenths of a fen", mustYuan("10000.01元").Share(share("60%")).String(), "6000.00"},
		{"60% of 19,800 is exact", mustYuan("19800元").Share(share("60%")).String(), "11880.00"},
		{"a share of the budget goes down to whole hundreds",
			mustYuan("80万元").ShareOf(wanYuan(150), wanYuan(176), money.YuanOf(100)).String(), "681800.00"},
		{"one fen less than a hundred is nothing", mustYuan("99.99元").RoundDown(money.YuanOf(100)).String(), "0.00"},
		{"a hundred stays", mustYuan("100元").RoundDown(money.YuanOf(100)).String(), "100.00"},
		{"a share of nothing is nothing", mustYuan("80万元").ShareOf(wanYuan(150), wanYuan(0), money.YuanOf(1)).String(),
			"0.00"},
		{"printing keeps what it cannot pay", mustYuan("0.001元").String(), "0.001"},
		{"万元 wastes no decimals", mustYuan("3300元").Wan(), "0.33"},
		{"words are the policy's", mustYuan("500000元").Words() + mustYuan("1234元").Words() + mustYuan("15000元").Words(),
			"50万元1234元1.5万元"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, tt.got, tt.want)
		}
	}
}

func mustYuan(text string) money.Yuan {
	y, err := money.ParseYuan(text)
	if err != nil {
		panic(err)
	}
	return y
}

func TestAShareOfTheBudgetNeverExceedsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := rapid.SliceOfN(rapid.Int64Range(0, 1e8), 1, 20).Draw(t, "awards")
		budget := money.YuanOf(rapid.Int64Range(0, 1e9).Draw(t, "budget"))
		unit := money.YuanOf(rapid.SampledFrom([]int64{1, 100, 10000}).Draw(t, "unit"))
		var whole, paid money.Yuan
		for _, a := range awards {
			whole = whole.Add(money.YuanOf(a))
		}
		for _, a := range awards {
			paid = paid.Add(money.YuanOf(a).ShareOf(budget, whole, unit))
		}
		if paid.Cmp(budget) > 0 {
			t.Fatalf("%s paid of %s", paid, budget)
		}
	})
}

func FuzzParseYuan(f *testing.F) {
	for _, s := range []string{"50万元", "1,234.56元", "1e5元", "-1元", "1,2345元", "..元", "0.10亿",
		"10000000000000000000000000000000000000元"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		y, err := money.ParseYuan(s)
		if err != nil || len(y.String()) > 40 { // forty digits are more than is read
			return
		}
		again, err := money.ParseYuan(y.String() + "元")
		if err != nil || !again.Equal(y) {
			t.Errorf("%q reads %s, which reads %s, %v", s, y, again, err)
		}
	})
}

func wanYuan(n int64) money.Yuan { return money.YuanOf(n * 10000) }

func share(text string) money.Rate {
	r, err := money.ParseRate(text)
	if err != nil {
		panic(err)
	}
	return r
}

// FuzzParseRate: a share that is read is one, and what it takes of an amount is
// never more digits than a fen has.
func FuzzParseRate(f *testing.F) {
	for _, text := range []string{"60%", "0%", "100%", " 33.3333 %", "-5%", "1e400%", "%", "六成", "１０％"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := money.ParseRate(text)
		if err != nil && !strings.Contains(err.Error(), "rate") {
			t.Errorf("%q: %v", text, err)
		}
	})
}
