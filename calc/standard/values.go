package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"strconv"
)

// earliest is the year before which a recognition of a policy in force is
// worth a second look.
const earliest = 2010

// readDates reads when it was recognised, the year of the list and the start
// of validity.
func (r *rowReader) readDates() {
	r.readLabelYear()
	r.readValidFrom()
	if !r.present(calc.ColRecognised) {
		return
	}
	text := r.text(calc.ColRecognised)
	d := r.date(r.fields[calc.ColRecognised])
	if d.Reason != "" {
		r.found("cell/date", calc.ColRecognised, calc.ColRecognised.String(), text, d.Reason)
		return
	}
	r.rec.Recognised = d.Date
	if d.Label {
		r.found("cell/date-label", calc.ColRecognised, text)
		if r.rec.LabelYear == 0 {
			r.rec.LabelYear = d.Date.Year
		}
	}
	r.doubtDate(d)
}

// date reads a date cell; dates come again and again.
func (r *rowReader) date(f *calc.Field) written.DateText {
	if r.row.Epoch != written.From1900 {
		return ReadDate(f.Cell(), r.row.Epoch)
	}
	m := &r.dates[0]
	if f.Kind == calc.CellNumber {
		m = &r.dates[1]
	}
	return m.get(f.Text, func(string) written.DateText { return ReadDate(f.Cell(), written.From1900) })
}

// present tells whether the recognition date is filled in; where it is not, it
// says so.
func (r *rowReader) present(c calc.Column) bool {
	if r.text(c) != "" {
		return true
	}
	if !r.unsound(c) {
		r.found("cell/date-missing", c)
	}
	return false
}

// doubtDate asks about a date that was understood and does not fit.
func (r *rowReader) doubtDate(d written.DateText) {
	doubt := d.Doubt
	switch y := r.documents.get(r.rec.Document, written.DocumentYear); {
	case doubt != "":
	case d.Date.Year < earliest:
		doubt = "早于" + strconv.Itoa(earliest) + "年"
	case r.policy.LastYear > 0 && d.Date.Year > r.policy.LastYear:
		doubt = "晚于政策的最后一个奖补年度"
	case y != 0 && y != d.Date.Year:
		doubt = "文号为" + r.rec.Document
	default:
		return
	}
	r.found("cell/date-doubtful", calc.ColRecognised, calc.ColRecognised.String(), d.Date.String(), doubt)
}

// readLabelYear prefers the column of the list's year to the year in the
// item's name.
func (r *rowReader) readLabelYear() {
	if text := r.text(calc.ColLabelYear); text != "" {
		if y := written.YearIn(written.Fold(text)); y != 0 {
			r.rec.LabelYear = y
		} else if d := written.ParseDate(text); d.Reason == "" && d.Date.Year < 2100 && d.Date.Year >= 2000 {
			r.rec.LabelYear = d.Date.Year
		}
	}
}

// readValidFrom reads the start of validity, also out of a range.
func (r *rowReader) readValidFrom() {
	text := r.text(calc.ColValidFrom)
	if text == "" {
		return
	}
	d := r.date(r.fields[calc.ColValidFrom])
	if d.Reason == written.IsRange {
		d = written.RangeStart(text)
	}
	if r.rec.ValidFrom = d.Date; d.Reason != "" {
		r.found("cell/date-doubtful", calc.ColValidFrom, calc.ColValidFrom.String(), text, d.Reason)
	}
}

// readAmounts reads the amounts that the item's form starts from, and what the
// sender claims. A claim that cannot be read is only not compared.
func (r *rowReader) readAmounts() {
	r.rec.Claimed = r.claim()
	if r.item == nil {
		return
	}
	switch {
	case r.item.NeedsBase():
		r.rec.Base = r.amount(calc.ColBase)
	case r.item.Form == calc.FormApproved:
		r.rec.Approved = r.amount(calc.ColApproved)
	}
}

func (r *rowReader) amount(c calc.Column) *money.Yuan {
	y, fs := ReadAmount(r.fields[c].Cell(), c.String(), r.row.Units[c], r.row.Unit, r.at(c))
	r.rec.Findings = append(r.rec.Findings, fs...)
	return y
}

func (r *rowReader) claim() *money.Yuan {
	f := r.fields[calc.ColClaimed]
	y, fs := ReadAmount(f.Cell(), calc.ColClaimed.String(), r.row.Units[calc.ColClaimed], r.row.Unit, r.at(calc.ColClaimed))
	if worst := fs.Worst(); worst != "" {
		why := "无法识别"
		if worst == "cell/unit" {
			why = "没有写明单位"
		}
		r.found("cell/claim", calc.ColClaimed, written.Display(f.Text), why)
		return nil
	}
	r.rec.Findings = append(r.rec.Findings, fs...)
	return y
}
