package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"strings"

	"github.com/shopspring/decimal"
)

// ReadAmount reads the amount in a cell: what names the amount in findings
// ("费用"), head is the unit of the heading, sheet that of the 单位: line. The
// heading and the cell must not contradict each other; where neither states a
// unit the sheet does; where nothing does, 1000 and more is taken as yuan with
// a warning, and less is an error, because it may be 万元. The result is nil
// where there is no amount or none was understood.
func ReadAmount(c calc.Cell, what string, head, sheet money.Unit, at calc.Ref) (*money.Yuan, calc.Findings) {
	if _, _, two := c.Shown(); two { // also as text, in a copy that was built anew
		return readShown(c, what, head, sheet, at)
	}
	var fs calc.Findings
	a, ok := amountOf(c, what, at, &fs)
	if !ok {
		return nil, fs
	}
	if a.Number.Sign() < 0 {
		fs.Add("cell/amount", at, what, written.Display(c.Text))
		return nil, fs
	}
	y, fault := a.Yuan(head, sheet)
	switch fault {
	case "":
		return &y, fs
	case money.AssumedYuan:
		fs.Add("cell/unit-assumed", at, what, written.Display(c.Text))
		return &y, fs
	}
	fs.Add("cell/unit", at, what, written.Display(c.Text), fault)
	return nil, fs
}

// amountOf reads the number in a cell. ok is false where there is none; the
// findings say why, unless the cell is empty.
func amountOf(c calc.Cell, what string, at calc.Ref, fs *calc.Findings) (a money.AmountText, ok bool) {
	if c.Kind == calc.CellNumber {
		if d, err := money.StoredNumber(c.Text); err == nil {
			return money.AmountText{Number: excelDigits(d, c.Text, what, at, fs)}, true
		}
	} else if code, said := fault(c.Kind, c.Text); code != "" {
		fs.Add(code, at, append([]string{what}, said...)...)
		return a, false
	} else if written.IsBlank(c.Text) {
		return a, false
	} else if c.Kind == calc.CellText {
		if a, err := money.ParseAmount(c.Text); err == nil {
			return a, true
		}
	}
	fs.Add("cell/amount", at, what, written.Display(c.Text))
	return a, false
}

// excelDigits is a stored number with the 15 significant digits that Excel
// keeps: files hold 0.33 as 0.33000000000000002.
func excelDigits(d decimal.Decimal, raw, what string, at calc.Ref, fs *calc.Findings) decimal.Decimal {
	r := roundedDigits(d)
	if !r.Equal(d) {
		fs.Add("cell/rounded", at, what, raw, r.String())
	}
	return r
}

// readShown reads a number whose format shows it on another scale or with a
// unit: 20 shown as 20万元, 200000 shown as 20万元. The unit counts as if it
// were typed. The scale is understood where what is shown, in its unit, is the
// stored number of yuan; anything else is asked about with both values.
func readShown(c calc.Cell, what string, head, sheet money.Unit, at calc.Ref) (*money.Yuan, calc.Findings) {
	var fs calc.Findings
	stored, shown, _ := c.Shown()
	kept, err1 := money.StoredNumber(stored)
	seen, err2 := money.ParseAmount(shown)
	if err1 == nil && err2 == nil && seen.Number.Sign() >= 0 {
		kept, seen.Number = excelDigits(kept, stored, what, at, &fs), roundedDigits(seen.Number)
		if y, ok := shownYuan(kept, seen, head, sheet); ok {
			return &y, fs
		}
	}
	fs.Add("cell/shown", at, what, stored, shown)
	return nil, fs
}

// shownYuan is the amount that a stored number and what is shown agree on.
func shownYuan(kept decimal.Decimal, seen money.AmountText, head, sheet money.Unit) (money.Yuan, bool) {
	unit := cmp.Or(seen.Unit, head, sheet)
	switch {
	case seen.Number.Equal(kept):
		y, fault := seen.Yuan(head, sheet)
		return y, fault == ""
	case unit == money.UnitNone, head != money.UnitNone && head != money.UnitYuan && head != unit:
		return money.Yuan{}, false
	}
	y := money.YuanOfDecimal(kept)
	return y, unit.Of(seen.Number).Equal(y)
}

// roundedDigits is a number with its first 15 significant digits.
func roundedDigits(d decimal.Decimal) decimal.Decimal {
	if d.NumDigits() <= 15 {
		return d
	}
	return d.Round(int32(15-d.NumDigits()) - d.Exponent())
}

// IsDamagedCode tells whether a code was stored as a number, which keeps 15
// digits of its 18.
func IsDamagedCode(c calc.Cell) bool {
	s := strings.ToUpper(strings.TrimSpace(c.Text))
	if c.Kind == calc.CellNumber {
		plain, ok := money.PlainNumber(s)
		return ok && len(plain) >= 16
	}
	mantissa, exp, ok := strings.Cut(s, "E+")
	return ok && written.IsDigits(exp) && written.IsDigits(strings.Replace(mantissa, ".", "", 1))
}
