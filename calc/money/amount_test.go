package money

import (
	"jiangbu/calc/written"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// capitals writes a sum the way a receipt does.
func capitals(fen int64) string {
	yuan, jiao, f := fen/100, fen/10%10, fen%10
	var b strings.Builder
	if yuan > 0 {
		b.WriteString(capitalGroups(yuan) + "元")
	}
	if jiao > 0 {
		b.WriteString(capitalDigits[jiao] + "角")
	} else if f > 0 && yuan > 0 {
		b.WriteString("零")
	}
	if f > 0 {
		b.WriteString(capitalDigits[f] + "分")
	} else {
		b.WriteString("整")
	}
	return b.String()
}

var capitalDigits = strings.Split("零壹贰叁肆伍陆柒捌玖", "")

func capitalGroups(n int64) string {
	out := ""
	for _, g := range []struct {
		of   int64
		name string
	}{{1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		part := n / g.of
		n %= g.of
		switch {
		case part == 0:
			continue
		case out != "" && part < 1000:
			out += "零"
		}
		out += capitalGroup(part) + g.name
	}
	return out
}

func capitalGroup(n int64) string {
	out, zero := "", false
	for _, s := range []struct {
		of   int64
		name string
	}{{1000, "仟"}, {100, "佰"}, {10, "拾"}, {1, ""}} {
		d := n / s.of % 10
		if d == 0 {
			zero = out != ""
			continue
		}
		if zero {
			out += "零"
		}
		out, zero = out+capitalDigits[d]+s.name, false
	}
	return out
}

func TestCapitalsAreReadAsTheyArePrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fen := rapid.OneOf(rapid.Int64Range(1, 1e6), rapid.Int64Range(1, 1e13)).Draw(t, "fen")
		text := capitals(fen)
		got, err := ParseAmount(text)
		if want := decimal.New(fen, -2); err != nil || !got.Whole || !got.Number.Equal(want) {
			t.Fatalf("%s is read as %v (%v), want %s", text, got.Number, err, want)
		}
	})
}

func TestNumeralsAreReadAsAClerkWould(t *testing.T) {
	for text, want := range map[string]int64{
		"十": 10, "十二": 12, "二十": 20, "二十五": 25, "一百零五": 105, "一百一十": 110, "一百十五": 115, "两千": 2000, "一千零一十": 1010,
		"二十万零五百": 200500, "三千万": 30000000, "一亿零五万": 100050000, "一万亿": 1000000000000, "二〇二三": 2023, "廿": -1, "三万五": -1,
		"一百五": -1,
		"十百":  -1, "万": -1, "一万一万": -1, "百": -1, "": -1, "一亿亿": -1, "二百三百": -1,
	} {
		n, ok := written.ParseNumeral(text)
		if ok != (want >= 0) || ok && n != want {
			t.Errorf("%q is read as %d, %v, want %d", text, n, ok, want)
		}
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"20", "20万元", "1,234.5", "１２．５", "贰拾万元整", "20万5000元", "1亿2000万元", "-5", "1e9", "一万亿",
		"零", "元", "￥", "壹仟元零伍分", "1.2,3", "九千九百九十九万亿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseAmount(s)
		if err != nil {
			return
		}
		y, _ := a.Yuan(UnitYuan, UnitNone)
		if len(y.String()) > 80 {
			t.Errorf("%q is %s", s, y)
		}
		if a.Whole && a.Number.Sign() < 0 {
			t.Errorf("%q is a sum in words below nothing", s)
		}
	})
}
