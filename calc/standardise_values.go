package calc

import "strconv"

// earliest is the year before which a recognition of a policy in force is
// worth a second look.
const earliest = 2010

// readDates reads when it was recognised, the year of the list and the start
// of validity.
func (r *rowReader) readDates() {
	r.readLabelYear()
	r.readValidFrom()
	if !r.present(ColRecognised) {
		return
	}
	text := r.text(ColRecognised)
	d := r.date(r.fields[ColRecognised])
	if d.Reason != "" {
		r.found("cell/date", ColRecognised, ColRecognised.String(), text, d.Reason)
		return
	}
	r.rec.Recognised = d.Date
	if d.Label {
		r.found("cell/date-label", ColRecognised, text)
		if r.rec.LabelYear == 0 {
			r.rec.LabelYear = d.Date.Year
		}
	}
	r.doubtDate(d)
}

// date reads a date cell; dates come again and again.
func (r *rowReader) date(f *Field) DateText {
	if r.row.Date1904 {
		return dateOf(f.Cell(), true)
	}
	m := &r.dates[0]
	if f.Kind == CellNumber {
		m = &r.dates[1]
	}
	return m.get(f.Text, func(string) DateText { return dateOf(f.Cell(), false) })
}

// present tells whether the recognition date is filled in; where it is not, it
// says so.
func (r *rowReader) present(c Column) bool {
	if r.text(c) != "" {
		return true
	}
	if !r.unsound(c) {
		r.found("cell/date-missing", c)
	}
	return false
}

// doubtDate asks about a date that was understood and does not fit.
func (r *rowReader) doubtDate(d DateText) {
	doubt := d.Doubt
	switch y := r.documents.get(r.rec.Document, documentYear); {
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
	r.found("cell/date-doubtful", ColRecognised, ColRecognised.String(), d.Date.String(), doubt)
}

// readLabelYear prefers the column of the list's year to the year in the
// item's name.
func (r *rowReader) readLabelYear() {
	if text := r.text(ColLabelYear); text != "" {
		if y := yearIn(fold(text)); y != 0 {
			r.rec.LabelYear = y
		} else if d := ParseDate(text); d.Reason == "" && d.Date.Year < 2100 && d.Date.Year >= 2000 {
			r.rec.LabelYear = d.Date.Year
		}
	}
}

// readValidFrom reads the start of validity, also out of a range.
func (r *rowReader) readValidFrom() {
	text := r.text(ColValidFrom)
	if text == "" {
		return
	}
	d := r.date(r.fields[ColValidFrom])
	if d.Reason == isRange {
		d = rangeStart(text)
	}
	if r.rec.ValidFrom = d.Date; d.Reason != "" {
		r.found("cell/date-doubtful", ColValidFrom, ColValidFrom.String(), text, d.Reason)
	}
}

// readAmounts reads the amounts that the item's form starts from, and what the
// sender claims. A claim that cannot be read is only not compared.
func (r *rowReader) readAmounts() {
	r.rec.Claimed = r.claim()
	if r.item == nil {
		return
	}
	switch r.item.Form {
	case FormCost, FormRate:
		r.rec.Base = r.amount(ColBase)
	case FormApproved:
		r.rec.Approved = r.amount(ColApproved)
	}
}

func (r *rowReader) amount(c Column) *Yuan {
	y, fs := ReadAmount(r.fields[c].Cell(), c.String(), r.row.Units[c], r.row.Unit, r.at(c))
	r.rec.Findings = append(r.rec.Findings, fs...)
	return y
}

func (r *rowReader) claim() *Yuan {
	f := r.fields[ColClaimed]
	y, fs := ReadAmount(f.Cell(), ColClaimed.String(), r.row.Units[ColClaimed], r.row.Unit, r.at(ColClaimed))
	if worst := fs.Worst(); worst != "" {
		why := "无法识别"
		if worst == "cell/unit" {
			why = "没有写明单位"
		}
		r.found("cell/claim", ColClaimed, display(f.Text), why)
		return nil
	}
	r.rec.Findings = append(r.rec.Findings, fs...)
	return y
}
