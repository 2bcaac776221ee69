package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"regexp"
	"strings"
)

// withDocument is the number of the document behind a date, in brackets.
var withDocument = regexp.MustCompile(`[（(][^（()）]*[〔［【\[(]?(?:19|20)\d\d[〕］】\])]?[^（()）]*号[)）]$`)

// ReadDate reads a date cell of any kind.
func ReadDate(c calc.Cell, epoch written.Epoch) written.DateText {
	if c.Kind != calc.CellNumber {
		text := c.Text
		if strings.Contains(text, "号") {
			text = withDocument.ReplaceAllString(text, "")
		}
		return written.ParseDateFrom(text, epoch)
	}
	s, ok := money.PlainNumber(c.Text)
	if !ok {
		return written.DateText{Reason: written.NotADate}
	}
	// 2023.10 typed into a number cell is stored as 2023.1.
	if year, month, ok := strings.Cut(s, "."); ok && len(year) == 4 {
		if d := written.ParseDateFrom(year, epoch); month == "1" && d.Reason == "" {
			d.Doubt = written.MonthOrOct
			return d
		}
	}
	return written.ParseDateFrom(s, epoch)
}
