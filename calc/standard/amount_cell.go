package standard

import (
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
	switch c.Kind {
	case calc.CellNoValue:
		fs.Add("cell/formula", at, what)
		return a, false
	case calc.CellError:
		fs.Add("cell/error-value", at, what, c.Text)
		return a, false
	case calc.CellNumber:
		if d, err := money.StoredNumber(c.Text); err == nil {
			return money.AmountText{Number: excelDigits(d, c.Text, what, at, fs)}, true
		}
	default:
		if written.IsBlank(c.Text) {
			return a, false
		}
		if c.Kind == calc.CellText {
			if a, err := money.ParseAmount(c.Text); err == nil {
				return a, true
			}
		}
	}
	fs.Add("cell/amount", at, what, written.Display(c.Text))
	return a, false
}

// excelDigits is a stored number with the 15 significant digits that Excel
// keeps: files hold 0.33 as 0.33000000000000002.
func excelDigits(d decimal.Decimal, raw, what string, at calc.Ref, fs *calc.Findings) decimal.Decimal {
	if d.NumDigits() <= 15 {
		return d
	}
	r := d.Round(int32(15-d.NumDigits()) - d.Exponent())
	if !r.Equal(d) {
		fs.Add("cell/rounded", at, what, raw, r.String())
	}
	return r
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
