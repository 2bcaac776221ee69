package calc

import (
	"slices"
	"strconv"
	"strings"
)

// AskSender is what only the sender of a submission can put right before the
// records are decided: dates that the award year does not pay, once a file where
// all are, and cells left blank under 认定类型. An award year of 0 is not known,
// and no date is asked about.
func AskSender(p *Policy, records []Record, awardYear int) Findings {
	var all Findings
	if awardYear != 0 {
		for file := range Runs(records, func(a, b *Record) bool { return a.Source.File == b.Source.File }) {
			all = append(all, datesOutside(file, awardYear)...)
		}
	}
	var last Ref // several records may stand in one row
	for i := range records {
		if r := &records[i]; leftBlank(p, r) && r.Row.Ref() != last {
			last = r.Row.Ref()
			all = append(all, Found("cell/nature-missing", last, r.Nature))
		}
	}
	return all
}

// leftBlank tells of a record that is taken for a new recognition only because
// nothing stands under 认定类型. A heading that asks (是否复核) is often answered
// by nothing.
func leftBlank(p *Policy, r *Record) bool {
	return r.Row != nil && r.Row.HasNature && r.Row.Question == "" && r.Row.Text(ColNature) == "" &&
		len(p.Natures) > 0 && r.Nature == p.Natures[0].Name
}

// datesOutside is what is asked about the dates of the records of one file.
func datesOutside(records []Record, awardYear int) Findings {
	var all Findings
	years, dated := []int(nil), 0
	for i := range records {
		r := &records[i]
		if r.Recognised.IsZero() {
			continue
		}
		if dated++; r.Recognised.Year == awardYear-1 {
			continue
		}
		at := r.Source
		if r.Row != nil {
			at = r.Row.At(ColRecognised)
		}
		years = append(years, r.Recognised.Year)
		all = append(all, Found("cell/date-outside", at, r.Recognised.String(), strconv.Itoa(awardYear),
			strconv.Itoa(awardYear-1)))
	}
	if dated < 2 || len(all) < dated {
		return all
	}
	slices.Sort(years)
	return Findings{Found("file/other-year", Ref{File: records[0].Source.File}, strconv.Itoa(dated),
		yearsInWords(slices.Compact(years)), strconv.Itoa(awardYear), strconv.Itoa(awardYear-1))}
}

// yearsInWords lists years: 2021年、2022年.
func yearsInWords(years []int) string {
	return strings.Join(Mapped(years, func(y int) string { return strconv.Itoa(y) + "年" }), "、")
}
