package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAmountsInCells(t *testing.T) {
	at := calc.Ref{File: "a.xlsx", Sheet: "表", Row: 1, Col: 1}
	text, number := calc.CellText, calc.CellNumber
	for _, c := range []struct {
		name        string
		kind        calc.CellKind
		text        string
		head, sheet money.Unit
		want        string // "" where there is no amount
		codes       []calc.Code
	}{
		{"the heading's unit", number, "20", money.UnitWan, money.UnitNone, "200000.00", nil},
		{"the cell's unit", text, "20万元", money.UnitNone, money.UnitNone, "200000.00", nil},
		{"both agree", text, "20万", money.UnitWan, money.UnitNone, "200000.00", nil},
		{"both contradict", text, "20万元", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/unit"}},
		{"the sheet's unit stands in", number, "20", money.UnitNone, money.UnitWan, "200000.00", nil},
		{"the heading wins over the sheet", number, "20000", money.UnitYuan, money.UnitWan, "20000.00", nil},
		{"the cell wins over the sheet", text, "20000元", money.UnitNone, money.UnitWan, "20000.00", nil},
		{"no unit, 1000", number, "1000", money.UnitNone, money.UnitNone, "1000.00", []calc.Code{"cell/unit-assumed"}},
		{"no unit, below 1000", number, "999.99", money.UnitNone, money.UnitNone, "", []calc.Code{"cell/unit"}},
		{"nothing needs no unit", number, "0", money.UnitNone, money.UnitNone, "0.00", nil},
		{"hundreds", number, "5", money.UnitHundred, money.UnitNone, "500.00", nil},
		{"thousands separators", text, "1,234.5元", money.UnitNone, money.UnitNone, "1234.50", nil},
		{"separators in the wrong place", text, "1,23元", money.UnitNone, money.UnitNone, "",
			[]calc.Code{"cell/amount"}},
		{"full width", text, "１２．５万元", money.UnitNone, money.UnitNone, "125000.00", nil},
		{"a currency sign and blanks", text, " ￥ 18 000 ", money.UnitYuan, money.UnitNone, "18000.00", nil},
		{"capitals", text, "贰拾万元整", money.UnitNone, money.UnitNone, "200000.00", nil},
		{"capitals need no heading", text, "人民币贰拾万元整", money.UnitWan, money.UnitNone, "200000.00", nil},
		{"capitals with change", text, "壹仟贰佰叁拾肆元伍角陆分", money.UnitNone, money.UnitNone, "1234.56", nil},
		{"small numerals", text, "二十万", money.UnitNone, money.UnitNone, "200000.00", nil},
		{"small numerals under a heading", text, "二十", money.UnitWan, money.UnitNone, "200000.00", nil},
		{"a spoken point", text, "一点五万元", money.UnitNone, money.UnitNone, "15000.00", nil},
		{"a part of nothing", text, "20万0元", money.UnitNone, money.UnitNone, "200000.00", nil},
		{"parts", text, "20万5000元", money.UnitNone, money.UnitNone, "205000.00", nil},
		{"a colloquial number is refused", text, "三万五", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/amount"}},
		{"negative", number, "-1", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/amount"}},
		{"no number", text, "约20万元", money.UnitNone, money.UnitNone, "", []calc.Code{"cell/amount"}},
		{"a percentage", text, "60%", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/amount"}},
		{"a dash is empty", text, "—", money.UnitYuan, money.UnitNone, "", nil},
		{"无 is empty", text, " 无 ", money.UnitYuan, money.UnitNone, "", nil},
		{"empty is empty", calc.CellEmpty, "", money.UnitYuan, money.UnitNone, "", nil},
		{"a stored exponent", number, "1.8E4", money.UnitYuan, money.UnitNone, "18000.00", nil},
		{"an exponent out of all reason", number, "1E999999999", money.UnitYuan, money.UnitNone, "",
			[]calc.Code{"cell/amount"}},
		{"an exponent typed as text", text, "1.8E4", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/amount"}},
		{"sixteen digits are one too many", number, "200000.0000000003", money.UnitYuan, money.UnitNone, "200000.00",
			[]calc.Code{"cell/rounded"}},
		{"seventeen digits of residue", number, "200000.00000000003", money.UnitYuan, money.UnitNone, "200000.00",
			[]calc.Code{"cell/rounded"}},
		{"fifteen digits stand", number, "200000.000000003", money.UnitYuan, money.UnitNone, "200000.000000003", nil},
		{"residue below", number, "19799.999999999996", money.UnitYuan, money.UnitNone, "19800.00",
			[]calc.Code{"cell/rounded"}},
		{"a formula without a value", calc.CellNoValue, "", money.UnitYuan, money.UnitNone, "",
			[]calc.Code{"cell/formula"}},
		{"an error value", calc.CellError, "#REF!", money.UnitYuan, money.UnitNone, "",
			[]calc.Code{"cell/error-value"}},
		{"an old result", calc.CellStale, "200000", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/stale"}},
		{"the unit of the format", calc.CellShown, calc.ShownNumber("20", "20万元"), money.UnitNone, money.UnitNone,
			"200000.00", nil},
		{"the format and the heading agree", calc.CellShown, calc.ShownNumber("20", "20万元"), money.UnitWan,
			money.UnitNone, "200000.00", nil},
		{"the format and the heading contradict", calc.CellShown, calc.ShownNumber("20", "20万元"), money.UnitYuan,
			money.UnitNone, "", []calc.Code{"cell/shown"}},
		{"the format's unit wins over the sheet's", calc.CellShown, calc.ShownNumber("20", "20万元"), money.UnitNone,
			money.UnitYuan, "200000.00", nil},
		{"yuan shown as 万元", calc.CellShown, calc.ShownNumber("200000", "20万元"), money.UnitNone, money.UnitNone,
			"200000.00", nil},
		{"yuan shown as 万元 under 万元", calc.CellShown, calc.ShownNumber("200000", "20万元"), money.UnitWan, money.UnitNone,
			"200000.00", nil},
		{"yuan shown as 万元 under 元", calc.CellShown, calc.ShownNumber("200000", "20万元"), money.UnitYuan, money.UnitNone,
			"200000.00", nil},
		{"yuan shown as 万元 under 千元", calc.CellShown, calc.ShownNumber("200000", "20万元"), money.UnitThousand,
			money.UnitNone, "", []calc.Code{"cell/shown"}},
		{"yuan shown by the 万元 of the heading", calc.CellShown, calc.ShownNumber("200000", "20"), money.UnitWan,
			money.UnitNone, "200000.00", nil},
		{"and by that of the sheet", calc.CellShown, calc.ShownNumber("205432.5", "20.54325"), money.UnitNone,
			money.UnitWan, "205432.50", nil},
		{"thousands under 元", calc.CellShown, calc.ShownNumber("200000", "200"), money.UnitYuan, money.UnitNone, "",
			[]calc.Code{"cell/shown"}},
		{"thousands under 万元", calc.CellShown, calc.ShownNumber("200000", "200"), money.UnitWan, money.UnitNone, "",
			[]calc.Code{"cell/shown"}},
		{"thousands under nothing", calc.CellShown, calc.ShownNumber("200000", "200"), money.UnitNone, money.UnitNone,
			"", []calc.Code{"cell/shown"}},
		{"thousands called 万元", calc.CellShown, calc.ShownNumber("20000", "20万元"), money.UnitNone, money.UnitNone, "",
			[]calc.Code{"cell/shown"}},
		{"a unit that is none", calc.CellShown, calc.ShownNumber("20", "20万元左右"), money.UnitWan, money.UnitNone, "",
			[]calc.Code{"cell/shown"}},
		{"below zero", calc.CellShown, calc.ShownNumber("-20", "-20万元"), money.UnitWan, money.UnitNone, "",
			[]calc.Code{"cell/shown"}},
		{"a scale in a copy built anew", text, calc.ShownNumber("200000", "20万元"), money.UnitNone, money.UnitNone,
			"200000.00", nil},
		{"struck through", text, "2\u03360\u0336", money.UnitWan, money.UnitNone, "", []calc.Code{"cell/struck"}},
		{"struck through in part", text, "1\u03365\u033620", money.UnitWan, money.UnitNone, "",
			[]calc.Code{"cell/struck"}},
		{"a truth value", calc.CellBool, "TRUE", money.UnitYuan, money.UnitNone, "", []calc.Code{"cell/amount"}},
	} {
		y, fs := ReadAmount(calc.Cell{Kind: c.kind, Row: 1, Col: 1, Text: c.text}, "费用", c.head, c.sheet, at)
		got := ""
		if y != nil {
			got = y.String()
		}
		var codes []calc.Code
		for _, f := range fs {
			codes = append(codes, f.Code)
		}
		if got != c.want || !cmp.Equal(codes, c.codes) {
			t.Errorf("%s: %q gives %q %v, want %q %v", c.name, c.text, got, codes, c.want, c.codes)
		}
	}
}
