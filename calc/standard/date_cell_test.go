package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDateCells(t *testing.T) {
	for _, c := range []struct {
		name  string
		cell  calc.Cell
		epoch written.Epoch
		want  written.DateText
	}{
		{"a date cell", calc.Cell{Kind: calc.CellDate, Text: "2023-12-22"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"with a time of day", calc.Cell{Kind: calc.CellDate, Text: "2023-12-22 13:45:00"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"a serial number", calc.Cell{Kind: calc.CellNumber, Text: "45282"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"with a time of day", calc.Cell{Kind: calc.CellNumber, Text: "45282.75"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"from 1904", calc.Cell{Kind: calc.CellNumber, Text: "43820"}, written.From1904,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"eight digits", calc.Cell{Kind: calc.CellNumber, Text: "20231222"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"eight digits with an exponent", calc.Cell{Kind: calc.CellNumber, Text: "2.0231222E7"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 22}}},
		{"a year", calc.Cell{Kind: calc.CellNumber, Text: "2023"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023}}},
		{"a month", calc.Cell{Kind: calc.CellNumber, Text: "2023.12"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 12, Day: 0}}},
		{"January or October", calc.Cell{Kind: calc.CellNumber, Text: "2023.1"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023}, Doubt: written.MonthOrOct}},
		{"January as text is January", calc.Cell{Kind: calc.CellText, Text: "2023.1"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2023, Month: 1, Day: 0}}},
		{"the last serial number that is a date", calc.Cell{Kind: calc.CellNumber, Text: "80000"}, written.From1900,
			written.DateText{Date: written.Date{Year: 2119, Month: 1, Day: 11}}},
		{"one more is none", calc.Cell{Kind: calc.CellNumber, Text: "80001"}, written.From1900,
			written.DateText{Reason: written.NotADate}},
		{"a small number is none", calc.Cell{Kind: calc.CellNumber, Text: "12"}, written.From1900,
			written.DateText{Reason: written.NotADate}},
	} {
		if diff := cmp.Diff(c.want, ReadDate(c.cell, c.epoch)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.cell.Text, diff)
		}
	}
}
