package money

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestAmountsAreReadAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // the number, its unit, and whether it is a complete sum
		{"20", "20 "}, {"20万元", "20 万元"}, {"20万", "20 万元"}, {"20.5万", "20.5 万元"}, {"1,234.5", "1234.5 "},
		{"２００，０００", "200000 "}, {"￥200000元", "200000 元"}, {"¥ 200,000.00", "200000 "}, {"RMB200000", "200000 "},
		{"人民币：20万元", "20 万元"}, {"人民币（大写）贰拾万元整", "200000 元 whole"}, {"大写：贰拾万元整", "200000 元 whole"},
		{"200000元整", "200000 元"}, {"20万圆正", "20 万元"}, {"20萬元", "20 万元"}, {"1.8万元（含税）", "1.8 万元"}, {"3億", "3 亿元"},
		{"200000块", "200000 元"}, {"-5万元", "-5 万元"}, {"+5", "5 "}, {".5万", "0.5 万元"}, {"20 万\n元", "20 万元"},
		{"20万5000元", "205000 元 whole"}, {"1亿2000万元", "120000000 元 whole"}, {"1亿元", "1 亿元"},
		{"二十万", "20 万元"}, {"二十万元", "200000 元 whole"}, {"贰拾万元整", "200000 元 whole"}, {"二十点五万", "20.5 万元"},
		{"十二点零五万", "12.05 万元"}, {"壹仟元伍角陆分", "1000.56 元 whole"}, {"壹仟元零陆分", "1000.06 元 whole"},
		{"伍角", "0.5 元 whole"}, {"三百", "300 "}, {"一万亿", "10000 亿元"}, {"0", "0 "}, {"零", "0 "},
		{"2.5百万元", "2.5 百万元"}, {"8千元", "8 千元"},
	} {
		a, err := ParseAmount(c.text)
		got := a.Number.String() + " " + a.Unit.String()
		if a.Whole {
			got += " whole"
		}
		if err != nil || got != c.want {
			t.Errorf("%q is read as %q (%v), want %q", c.text, got, err, c.want)
		}
	}
}

func TestWhatIsNoSingleAmountIsNone(t *testing.T) {
	for _, text := range []string{"", "元", "万", "二十到三十万", "20-30万", "20~30万元", "约20万元", "20万元/年", "20万元左右", "1e5",
		"20万5千", "20万-5000元", "二十点万", "点五万", "壹仟元陆", "壹仟元十角", "1.2.3万", "1,23万", "20万20万元", "见附件", "20万元30", "万元20",
		"2O万元", "二百三百万"} {
		if a, err := ParseAmount(text); err == nil {
			t.Errorf("%q is read as %s %s", text, a.Number, a.Unit)
		}
	}
}

func TestANumberGetsItsUnitFromWhatStandsNearest(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		head, sheet Unit
		want        string
	}{
		{"its own", "20万元", UnitNone, UnitNone, "200000.00"},
		{"its own beside the same heading", "20万元", UnitWan, UnitYuan, "200000.00"},
		{"its own against the heading", "20万元", UnitYuan, UnitNone, "表头是元，单元格是万元"},
		{"its own against the sheet's, which stands farther off", "20万元", UnitNone, UnitYuan, "200000.00"},
		{"a complete sum whatever the heading", "贰拾万元整", UnitWan, UnitNone, "200000.00"},
		{"the heading's", "20", UnitWan, UnitYuan, "200000.00"},
		{"the sheet's", "20", UnitNone, UnitWan, "200000.00"},
		{"none, and small", "999.99", UnitNone, UnitNone, "可能是元，也可能是万元"},
		{"none, and too large for 万元", "1000", UnitNone, UnitNone, "1000.00 assumed"},
		{"none, of nothing", "0", UnitNone, UnitNone, "0.00"},
		{"hundreds", "3", UnitHundred, UnitNone, "300.00"},
		{"thousands", "3", UnitThousand, UnitNone, "3000.00"},
		{"millions", "3", UnitMillion, UnitNone, "3000000.00"},
		{"hundred millions", "3", UnitYi, UnitNone, "300000000.00"},
	} {
		a, err := ParseAmount(c.text)
		if err != nil {
			t.Fatal(err)
		}
		y, fault := a.Yuan(c.head, c.sheet)
		got := y.String()
		switch {
		case fault == AssumedYuan:
			got += " " + fault
		case fault != "":
			got = fault
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestUnitsReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]Unit{"元": UnitYuan, "百元": UnitHundred, "千元": UnitThousand, "万元": UnitWan,
		"万":   UnitWan,
		"百万元": UnitMillion, "亿元": UnitYi, "亿": UnitYi, "": UnitNone, "美元": UnitNone, "吨": UnitNone} {
		if got := UnitOf(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
		if want != UnitNone && UnitOf(want.String()) != want {
			t.Errorf("%v is written %q", want, want)
		}
	}
}

func TestStoredNumbersArePlainDigits(t *testing.T) {
	for text, want := range map[string]string{"1.2E-05": "0.000012", "2E5": "200000", "-1.5e1": "-15",
		"400000":    "400000",
		"400000.10": "400000.1", "1E41": "", "": "", "a": "", "1e": "", "1,2": ""} {
		got, ok := PlainNumber(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %t", text, got, ok)
		}
	}
}

func TestASumIsSaidInGroupsOfThree(t *testing.T) {
	for digits, want := range map[string]string{"0": "0.00", "999": "999.00", "1000": "1,000.00",
		"1652345.67": "1,652,345.67",
		"-1000000":   "-1,000,000.00", "-999.99": "-999.99", "0.001": "0.001", "100000": "100,000.00"} {
		y, err := ExactYuan(digits)
		if err != nil {
			t.Fatal(err)
		}
		if got := y.Grouped(); got != want {
			t.Errorf("%s: %s, want %s", digits, got, want)
		}
	}
}

func TestASumIn万元IsSaidInGroupsOfThree(t *testing.T) {
	for digits, want := range map[string]string{"0": "0", "9990000": "999", "10000000": "1,000",
		"54759380": "5,475.938", "-12345678900": "-1,234,567.89", "3300": "0.33"} {
		y, err := ExactYuan(digits)
		if err != nil {
			t.Fatal(err)
		}
		if got := y.GroupedWan(); got != want {
			t.Errorf("%s: %s, want %s", digits, got, want)
		}
	}
}

func TestRatesAreSharesOfTheWhole(t *testing.T) {
	rate := func(s string) Rate {
		r, err := ParseRate(s)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := rate(" 60 % "); r.String() != "60%" || !r.Equal(rate("60.0%")) || r.Equal(rate("60.1%")) {
		t.Error(r)
	}
	for text, over := range map[string]bool{"100%": false, "100.01%": true, "0%": false, "-1%": true} {
		if got := rate(text).OverOne(); got != over {
			t.Errorf("%s is over one: %t", text, got)
		}
	}
	if !rate("0%").IsZero() || rate("0.01%").IsZero() || !(Rate{}).IsZero() {
		t.Error("no rate is taken for one")
	}
	for _, text := range []string{"", "60", "%", "六十%", "0.6", "1e2%"} {
		if r, err := ParseRate(text); err == nil {
			t.Errorf("%q is read as %s", text, r)
		}
	}
}

// sums draws sums in fen, of many digits and with more than two decimals.
func sums(t *rapid.T, label string) Yuan {
	text := rapid.OneOf(rapid.StringMatching(`-?[0-9]{1,7}(\.[0-9]{1,2})?`),
		rapid.StringMatching(`-?[0-9]{16,20}(\.[0-9]{1,4})?`), rapid.StringMatching(`-?[0-9]{1,5}\.[0-9]{3,6}`)).Draw(t,
		label)
	y, err := ExactYuan(text)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

// The two forms of a sum obey the same laws, also where a result goes from one
// to the other.
func TestSumsObeyTheLawsOfArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := sums(t, "a"), sums(t, "b"), sums(t, "c")
		for law, holds := range map[string]bool{
			"a+b = b+a":                  a.Add(b).Equal(b.Add(a)),
			"(a+b)+c = a+(b+c)":          a.Add(b).Add(c).Equal(a.Add(b.Add(c))),
			"a-b = a+(-b)":               a.Sub(b).Equal(a.Add(b.Neg())),
			"a-a is nothing":             a.Sub(a).IsZero() && a.Sub(a) == Yuan{},
			"a<b as b-a>0":               (a.Cmp(b) < 0) == (b.Sub(a).Sign() > 0),
			"the smaller is not larger":  a.Min(b).Cmp(a) <= 0 && a.Min(b).Cmp(b) <= 0,
			"read as printed":            reread(a).Equal(a),
			"rounded down is whole fen":  a.RoundDown(Fen).IsFen(),
			"rounding goes towards zero": a.RoundDown(Fen).Sign()*a.Sign() >= 0 && closer(a.RoundDown(Fen), a),
			"no more than one fen lost":  a.Sub(a.RoundDown(Fen)).Cmp(Fen) < 0 && a.RoundDown(Fen).Sub(a).Cmp(Fen) < 0,
		} {
			if !holds {
				t.Errorf("%s: a=%s b=%s c=%s", law, a, b, c)
			}
		}
	})
}

func reread(y Yuan) Yuan {
	z, err := ExactYuan(y.String())
	if err != nil {
		panic(fmt.Sprint(y, err))
	}
	return z
}

// closer tells whether a is no farther from zero than b.
func closer(a, b Yuan) bool {
	if b.Sign() < 0 {
		return a.Cmp(b) >= 0
	}
	return a.Cmp(b) <= 0
}
