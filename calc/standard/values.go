package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// earliest is the year before which a recognition of a policy in force is
// worth a second look.
const earliest = 2010

// readDates reads when it was recognised, the year of the list and the start
// of validity.
func (r *rowReader) readDates() {
	r.readLabelYear()
	r.readValidFrom()
	text := r.text(calc.ColRecognised)
	if text == "" {
		r.dateElsewhere()
		return
	}
	d := r.date(r.fields[calc.ColRecognised])
	if d.Reason != "" {
		d = r.period(text, d)
	}
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

// period is the year of a service or a task that took some days or months of it, and
// that no certificate dates: 2023年7月10日—16日, 2023年5-6月.
func (r *rowReader) period(text string, d written.DateText) written.DateText {
	years := slices.Compact(yearDigits.FindAllString(text, -1))
	if r.item == nil || r.item.Form != calc.FormCost && r.item.Form != calc.FormApproved ||
		len(years) != 1 || !periodForm.MatchString(text) || d.Reason != written.IsRange && !fromTo.MatchString(text) {
		return d
	}
	return written.DateText{Date: written.Date{Year: written.YearIn(years[0])}}
}

var (
	yearDigits = regexp.MustCompile(`20\d\d`)
	periodForm = regexp.MustCompile(`^20\d\d[年./-][\d年月日号./~～—–至到、 -]*$`)
	fromTo     = regexp.MustCompile(`[~～—–至到、]|-\d+月`)
)

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

// dateElsewhere takes the date that stands beside the level, 省级（2023.12）, else
// the year of the document's number.
func (r *rowReader) dateElsewhere() {
	if r.unsound(calc.ColRecognised) {
		return
	}
	if text := r.text(calc.ColLevel); text != "" {
		if d := r.levelDates.get(text, r.dateIn); !d.IsZero() {
			r.rec.Recognised = d
			return
		}
	}
	if text, p := r.datedDocument(); len(p.years) == 1 {
		r.rec.Recognised = written.Date{Year: p.years[0]}
		r.found("cell/date-from-document", calc.ColRecognised, text, strconv.Itoa(p.years[0]))
		return
	}
	r.found("cell/date-missing", calc.ColRecognised)
}

// dateIn is the only date that a text holds.
func (r *rowReader) dateIn(text string) written.Date {
	c := r.words.Cover(text)
	return written.ParseDate(c.date()).Date
}

// doubtDate asks about a date that was understood and does not fit. A year
// that is far off or another than the document's may be a slip that hides the
// right year: it holds the record.
func (r *rowReader) doubtDate(d written.DateText) {
	shown := d.Date.String()
	text, p := r.datedDocument()
	switch {
	case d.Date.Year < earliest:
		r.found("cell/date-far", calc.ColRecognised, shown, "早于"+strconv.Itoa(earliest)+"年")
	case r.policy.LastYear > 0 && d.Date.Year > r.policy.LastYear:
		r.found("cell/date-far", calc.ColRecognised, shown, "晚于政策的最后一个奖补年度")
	case slices.ContainsFunc(p.years, func(y int) bool { return y != d.Date.Year }):
		r.found("record/date-document", calc.ColRecognised, shown, text)
	case len(p.years) == 0 && r.numberedOtherYear(d.Date.Year):
		r.found("record/date-document", calc.ColRecognised, shown, r.rec.Certificate)
	case r.rec.LabelYear > 0 && r.rec.LabelYear < d.Date.Year-1:
		r.found("cell/date-far", calc.ColRecognised, shown, "名单是"+strconv.Itoa(r.rec.LabelYear)+"年度的")
	case r.rec.ValidFrom.Year > 0 && r.rec.ValidFrom.Year < d.Date.Year-1:
		r.found("cell/date-far", calc.ColRecognised, shown, "有效期自"+r.rec.ValidFrom.String()+"起")
	}
	if d.Doubt != "" {
		r.found("cell/date-doubtful", calc.ColRecognised, calc.ColRecognised.String(), shown, d.Doubt)
	}
}

// numberYear is the year within the number of a certificate: 苏RC-2021-A0001.
var numberYear = regexp.MustCompile(`[-—–(（〔\[](20\d\d)(?:[-—–)）〕\]]|年)`)

// numberedOtherYear tells of the certificate that its number has a year, and
// another one.
func (r *rowReader) numberedOtherYear(year int) bool {
	m := numberYear.FindStringSubmatch(r.rec.Certificate)
	return m != nil && m[1] != strconv.Itoa(year)
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
	r.rec.Claimed = cmp.Or(r.claim(), r.remarkedClaim())
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

// leastAmount is what no fee and no approved sum is below: 1.8 under 费用（元）
// are ten thousands.
var leastAmount = money.YuanOf(100)

// doubtAmount asks about an amount that an award starts from and that is past
// belief: nothing, next to nothing, or above the policy's bound.
func (r *rowReader) doubtAmount(c calc.Column, y *money.Yuan) {
	if y == nil {
		return
	}
	shown := written.Display(r.fields[c].Text)
	switch bound := r.item.Beyond; {
	case y.IsZero():
		r.found("cell/amount-zero", c, r.name(c))
	case y.Cmp(leastAmount) < 0:
		r.found("cell/amount-doubtful", c, r.name(c), shown, y.Words(), "数额过小，可能是万元")
	case !bound.IsZero() && y.Cmp(bound) > 0:
		r.found("cell/amount-doubtful", c, r.name(c), shown, y.Words(), asYuan(r.raw(c), "", bound))
	}
}

// asYuan says what an amount above its bound would be in yuan.
func asYuan(text, of string, bound money.Yuan) string {
	why := "超过" + of + bound.Words()
	if y, fs := ReadAmount(calc.Cell{Kind: calc.CellText, Text: text + "元"}, "", money.UnitNone, money.UnitNone,
		calc.Ref{}); y != nil && len(fs) == 0 {
		why += "；如以元为单位，则为" + y.Words()
	}
	return why
}

// name is what a message calls a column.
func (r *rowReader) name(c calc.Column) string {
	if c == calc.ColBase {
		return r.item.BaseName()
	}
	return c.String()
}

// amount reads an amount that an award starts from.
func (r *rowReader) amount(c calc.Column) *money.Yuan {
	y, fs := r.readAmount(c)
	r.rec.Findings = append(r.rec.Findings, fs...)
	r.doubtAmount(c, y)
	return y
}

func (r *rowReader) readAmount(c calc.Column) (*money.Yuan, calc.Findings) {
	return ReadAmount(r.fields[c].Cell(), r.name(c), r.row.Units[c], r.row.Unit, r.at(c))
}

func (r *rowReader) claim() *money.Yuan {
	y, fs := r.readAmount(calc.ColClaimed)
	if worst := fs.Worst(); worst != "" {
		why := "无法识别"
		if worst == "cell/unit" {
			why = "没有写明单位"
		}
		text := written.Display(r.raw(calc.ColClaimed))
		r.found("cell/claim", calc.ColClaimed, text, why)
		if !strings.HasPrefix(text, "待") { // 待定 is said of the sum
			r.applySaid(r.said(text, answered), r.at(calc.ColClaimed), text, "record/remark", true)
		}
		return nil
	}
	r.rec.Findings = append(r.rec.Findings, fs...)
	return y
}
