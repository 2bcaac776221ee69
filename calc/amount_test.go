package calc

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestAmountsInCells(t *testing.T) {
	at := Ref{File: "a.xlsx", Sheet: "表", Row: 1, Col: 1}
	text, number := CellText, CellNumber
	for _, c := range []struct {
		name        string
		kind        CellKind
		text        string
		head, sheet Unit
		want        string // "" where there is no amount
		codes       []Code
	}{
		{"the heading's unit", number, "20", UnitWan, UnitNone, "200000.00", nil},
		{"the cell's unit", text, "20万元", UnitNone, UnitNone, "200000.00", nil},
		{"both agree", text, "20万", UnitWan, UnitNone, "200000.00", nil},
		{"both contradict", text, "20万元", UnitYuan, UnitNone, "", []Code{"cell/unit"}},
		{"the sheet's unit stands in", number, "20", UnitNone, UnitWan, "200000.00", nil},
		{"the heading wins over the sheet", number, "20000", UnitYuan, UnitWan, "20000.00", nil},
		{"the cell wins over the sheet", text, "20000元", UnitNone, UnitWan, "20000.00", nil},
		{"no unit, 1000", number, "1000", UnitNone, UnitNone, "1000.00", []Code{"cell/unit-assumed"}},
		{"no unit, below 1000", number, "999.99", UnitNone, UnitNone, "", []Code{"cell/unit"}},
		{"nothing needs no unit", number, "0", UnitNone, UnitNone, "0.00", nil},
		{"hundreds", number, "5", UnitHundred, UnitNone, "500.00", nil},
		{"thousands separators", text, "1,234.5元", UnitNone, UnitNone, "1234.50", nil},
		{"separators in the wrong place", text, "1,23元", UnitNone, UnitNone, "", []Code{"cell/amount"}},
		{"full width", text, "１２．５万元", UnitNone, UnitNone, "125000.00", nil},
		{"a currency sign and blanks", text, " ￥ 18 000 ", UnitYuan, UnitNone, "18000.00", nil},
		{"capitals", text, "贰拾万元整", UnitNone, UnitNone, "200000.00", nil},
		{"capitals need no heading", text, "人民币贰拾万元整", UnitWan, UnitNone, "200000.00", nil},
		{"capitals with change", text, "壹仟贰佰叁拾肆元伍角陆分", UnitNone, UnitNone, "1234.56", nil},
		{"small numerals", text, "二十万", UnitNone, UnitNone, "200000.00", nil},
		{"small numerals under a heading", text, "二十", UnitWan, UnitNone, "200000.00", nil},
		{"a spoken point", text, "一点五万元", UnitNone, UnitNone, "15000.00", nil},
		{"parts", text, "20万5000元", UnitNone, UnitNone, "205000.00", nil},
		{"a colloquial number is refused", text, "三万五", UnitYuan, UnitNone, "", []Code{"cell/amount"}},
		{"negative", number, "-1", UnitYuan, UnitNone, "", []Code{"cell/amount"}},
		{"no number", text, "约20万元", UnitNone, UnitNone, "", []Code{"cell/amount"}},
		{"a percentage", text, "60%", UnitYuan, UnitNone, "", []Code{"cell/amount"}},
		{"a dash is empty", text, "—", UnitYuan, UnitNone, "", nil},
		{"无 is empty", text, " 无 ", UnitYuan, UnitNone, "", nil},
		{"empty is empty", CellEmpty, "", UnitYuan, UnitNone, "", nil},
		{"a stored exponent", number, "1.8E4", UnitYuan, UnitNone, "18000.00", nil},
		{"an exponent out of all reason", number, "1E999999999", UnitYuan, UnitNone, "", []Code{"cell/amount"}},
		{"an exponent typed as text", text, "1.8E4", UnitYuan, UnitNone, "", []Code{"cell/amount"}},
		{"sixteen digits of residue", number, "200000.00000000003", UnitYuan, UnitNone, "200000.00", []Code{"cell/rounded"}},
		{"fifteen digits stand", number, "200000.000000003", UnitYuan, UnitNone, "200000.000000003", nil},
		{"residue below", number, "19799.999999999996", UnitYuan, UnitNone, "19800.00", []Code{"cell/rounded"}},
		{"a formula without a value", CellNoValue, "", UnitYuan, UnitNone, "", []Code{"cell/formula"}},
		{"an error value", CellError, "#REF!", UnitYuan, UnitNone, "", []Code{"cell/error-value"}},
		{"an old result", CellStale, "200000", UnitYuan, UnitNone, "", []Code{"cell/stale"}},
		{"the unit of the format", CellShown, ShownNumber("20", "20万元"), UnitNone, UnitNone, "200000.00", nil},
		{"the format and the heading agree", CellShown, ShownNumber("20", "20万元"), UnitWan, UnitNone, "200000.00", nil},
		{"the format and the heading contradict", CellShown, ShownNumber("20", "20万元"), UnitYuan, UnitNone, "", []Code{"cell/shown"}},
		{"the format's unit wins over the sheet's", CellShown, ShownNumber("20", "20万元"), UnitNone, UnitYuan, "200000.00", nil},
		{"yuan shown as 万元", CellShown, ShownNumber("200000", "20万元"), UnitNone, UnitNone, "200000.00", nil},
		{"yuan shown as 万元 under 万元", CellShown, ShownNumber("200000", "20万元"), UnitWan, UnitNone, "200000.00", nil},
		{"yuan shown as 万元 under 元", CellShown, ShownNumber("200000", "20万元"), UnitYuan, UnitNone, "200000.00", nil},
		{"yuan shown as 万元 under 千元", CellShown, ShownNumber("200000", "20万元"), UnitThousand, UnitNone, "", []Code{"cell/shown"}},
		{"yuan shown by the 万元 of the heading", CellShown, ShownNumber("200000", "20"), UnitWan, UnitNone, "200000.00", nil},
		{"and by that of the sheet", CellShown, ShownNumber("205432.5", "20.54325"), UnitNone, UnitWan, "205432.50", nil},
		{"thousands under 元", CellShown, ShownNumber("200000", "200"), UnitYuan, UnitNone, "", []Code{"cell/shown"}},
		{"thousands under 万元", CellShown, ShownNumber("200000", "200"), UnitWan, UnitNone, "", []Code{"cell/shown"}},
		{"thousands under nothing", CellShown, ShownNumber("200000", "200"), UnitNone, UnitNone, "", []Code{"cell/shown"}},
		{"thousands called 万元", CellShown, ShownNumber("20000", "20万元"), UnitNone, UnitNone, "", []Code{"cell/shown"}},
		{"a unit that is none", CellShown, ShownNumber("20", "20万元左右"), UnitWan, UnitNone, "", []Code{"cell/shown"}},
		{"below zero", CellShown, ShownNumber("-20", "-20万元"), UnitWan, UnitNone, "", []Code{"cell/shown"}},
		{"struck through", text, "2\u03360\u0336", UnitWan, UnitNone, "", []Code{"cell/struck"}},
		{"struck through in part", text, "1\u03365\u033620", UnitWan, UnitNone, "", []Code{"cell/struck"}},
		{"a truth value", CellBool, "TRUE", UnitYuan, UnitNone, "", []Code{"cell/amount"}},
	} {
		y, fs := ReadAmount(Cell{Kind: c.kind, Row: 1, Col: 1, Text: c.text}, "费用", c.head, c.sheet, at)
		got := ""
		if y != nil {
			got = y.String()
		}
		var codes []Code
		for _, f := range fs {
			codes = append(codes, f.Code)
		}
		if got != c.want || !cmp.Equal(codes, c.codes) {
			t.Errorf("%s: %q gives %q %v, want %q %v", c.name, c.text, got, codes, c.want, c.codes)
		}
	}
}

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
		"二十万零五百": 200500, "三千万": 30000000, "一亿零五万": 100050000, "一万亿": 1000000000000, "二〇二三": 2023, "廿": -1, "三万五": -1, "一百五": -1,
		"十百": -1, "万": -1, "一万一万": -1, "百": -1, "": -1, "一亿亿": -1, "二百三百": -1,
	} {
		n, ok := parseNumeral(text)
		if ok != (want >= 0) || ok && n != want {
			t.Errorf("%q is read as %d, %v, want %d", text, n, ok, want)
		}
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"20", "20万元", "1,234.5", "１２．５", "贰拾万元整", "20万5000元", "1亿2000万元", "-5", "1e9", "一万亿", "零", "元", "￥", "壹仟元零伍分", "1.2,3", "九千九百九十九万亿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseAmount(s)
		if err != nil {
			return
		}
		y, _ := a.yuan(UnitYuan, UnitNone)
		if len(y.String()) > 80 {
			t.Errorf("%q is %s", s, y)
		}
		if a.Whole && a.Number.Sign() < 0 {
			t.Errorf("%q is a sum in words below nothing", s)
		}
	})
}

func TestStruckTextHasTwoReadings(t *testing.T) {
	for _, c := range []struct{ text, whole, left string }{
		{"1\u03365\u033620", "1520", "20"},
		{"甲\u0336 乙\u0336", "甲 乙", ""},
		{"甲公司", "甲公司", "甲公司"},
		{"\u0336甲", "甲", "甲"},
	} {
		whole, left, struck := struckText(c.text)
		if whole != c.whole || left != c.left || struck != strings.ContainsRune(c.text, Strike) {
			t.Errorf("%q is %q and %q (%v), want %q and %q", c.text, whole, left, struck, c.whole, c.left)
		}
	}
}
