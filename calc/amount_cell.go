package calc

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"
)

// ReadAmount reads the amount in a cell: what names the amount in findings
// ("费用"), head is the unit of the heading, sheet that of the 单位: line. The
// heading and the cell must not contradict each other; where neither states a
// unit the sheet does; where nothing does, 1000 and more is taken as yuan with
// a warning, and less is an error, because it may be 万元. The result is nil
// where there is no amount or none was understood.
func ReadAmount(c Cell, what string, head, sheet Unit, at Ref) (*Yuan, Findings) {
	if c.Kind == CellShown {
		return readShown(c, what, head, sheet, at)
	}
	var fs Findings
	a, ok := amountOf(c, what, at, &fs)
	if !ok {
		return nil, fs
	}
	if a.Number.Sign() < 0 {
		fs.Add("cell/amount", at, what, display(c.Text))
		return nil, fs
	}
	y, fault := a.yuan(head, sheet)
	switch fault {
	case "":
		return &y, fs
	case assumedYuan:
		fs.Add("cell/unit-assumed", at, what, display(c.Text))
		return &y, fs
	}
	fs.Add("cell/unit", at, what, display(c.Text), fault)
	return nil, fs
}

// assumedYuan marks a number that is taken as yuan for its size alone.
const assumedYuan = "assumed"

// leastYuan is from where a number without a unit is taken as yuan: no award
// or fee of a survey comes to ten million.
var leastYuan = decimal.NewFromInt(1000)

// yuan gives the number its unit. fault says in Chinese why it cannot.
func (a AmountText) yuan(head, sheet Unit) (y Yuan, fault string) {
	unit := a.Unit
	switch {
	case a.Whole:
	case unit != UnitNone && head != UnitNone && unit != head:
		return Yuan{}, "表头是" + head.String() + "，单元格是" + unit.String()
	case unit == UnitNone && head != UnitNone:
		unit = head
	case unit == UnitNone && sheet != UnitNone:
		unit = sheet
	case unit == UnitNone && a.Number.IsZero():
		return Yuan{}, ""
	case unit == UnitNone && a.Number.LessThan(leastYuan):
		return Yuan{}, "可能是元，也可能是万元"
	case unit == UnitNone:
		return exactly(a.Number), assumedYuan
	}
	return unit.Of(a.Number), ""
}

// amountOf reads the number in a cell. ok is false where there is none; the
// findings say why, unless the cell is empty.
func amountOf(c Cell, what string, at Ref, fs *Findings) (a AmountText, ok bool) {
	switch c.Kind {
	case CellNoValue:
		fs.Add("cell/formula", at, what)
		return a, false
	case CellError:
		fs.Add("cell/error-value", at, what, c.Text)
		return a, false
	case CellNumber:
		if d, err := storedNumber(c.Text); err == nil {
			return AmountText{Number: excelDigits(d, c.Text, what, at, fs)}, true
		}
	case CellStale:
		fs.Add("cell/stale", at, what, display(c.Text))
		return a, false
	default:
		if isBlank(c.Text) {
			return a, false
		}
		if whole, left, struck := struckText(c.Text); struck {
			fs.Add("cell/struck", at, what, display(whole), display(left))
			return a, false
		}
		if c.Kind == CellText {
			if a, err := ParseAmount(c.Text); err == nil {
				return a, true
			}
		}
	}
	fs.Add("cell/amount", at, what, display(c.Text))
	return a, false
}

// excelDigits is a stored number with the 15 significant digits that Excel
// keeps: files hold 0.33 as 0.33000000000000002.
func excelDigits(d decimal.Decimal, raw, what string, at Ref, fs *Findings) decimal.Decimal {
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
func readShown(c Cell, what string, head, sheet Unit, at Ref) (*Yuan, Findings) {
	var fs Findings
	stored, shown, _ := strings.Cut(c.Text, shownAs)
	kept, err1 := storedNumber(stored)
	seen, err2 := ParseAmount(shown)
	if err1 == nil && err2 == nil && seen.Number.Sign() >= 0 {
		kept = excelDigits(kept, stored, what, at, &fs)
		if y, ok := shownYuan(kept, seen, head, sheet); ok {
			return &y, fs
		}
	}
	fs.Add("cell/shown", at, what, stored, shown)
	return nil, fs
}

// shownYuan is the amount that a stored number and what is shown agree on.
func shownYuan(kept decimal.Decimal, seen AmountText, head, sheet Unit) (Yuan, bool) {
	unit := cmp.Or(seen.Unit, head, sheet)
	switch {
	case seen.Number.Equal(kept):
		y, fault := seen.yuan(head, sheet)
		return y, fault == ""
	case unit == UnitNone, head != UnitNone && head != UnitYuan && head != unit:
		return Yuan{}, false
	}
	y := exactly(kept)
	return y, unit.Of(roundedDigits(seen.Number)).Cmp(y) == 0
}

// roundedDigits is a number with its first 15 significant digits.
func roundedDigits(d decimal.Decimal) decimal.Decimal {
	if d.NumDigits() <= 15 {
		return d
	}
	return d.Round(int32(15-d.NumDigits()) - d.Exponent())
}
