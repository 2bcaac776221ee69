package main

import (
	"cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
	"jiangbu/sheets/survey"
)

// readPrior reads the awards of earlier years: reports of ours, and the award
// tables that years before them left.
func readPrior(s streams, paths []string, p *calc.Policy) ([]calc.Prior, calc.Findings, error) {
	var all []calc.Prior
	var findings calc.Findings
	for _, path := range paths {
		book, more, err := openBeside(s, path)
		if err != nil {
			return nil, nil, err
		}
		r, seen := report.Read(book)
		var awards []calc.Prior
		if r != nil {
			awards = r.Prior()
		} else if awards, seen = readAwardTable(book, p); len(awards) == 0 {
			return nil, nil, s.unreadable(path, seen)
		}
		all = append(all, awards...)
		findings = append(append(findings, more...), seen...)
	}
	return all, findings, nil
}

// readAwardTable reads a plain table of awards by the headings of a survey:
// 单位名称, 统一社会信用代码, 奖补事项, 级别, 奖补金额 and, where it has one, 年度.
// A line that cannot be told is a finding: it is not held against the new
// claims, and somebody should know. What else a survey would need (dates,
// districts) is not asked for.
func readAwardTable(book *sheets.Book, p *calc.Policy) ([]calc.Prior, calc.Findings) {
	rows, found := survey.Read(book, calc.NewVocabulary(p))
	if len(rows) == 0 {
		return nil, found
	}
	records, _ := calc.Standardise(rows, p)
	var awards []calc.Prior
	var findings calc.Findings
	for i := range records {
		r := &records[i]
		if r.Item == "" || r.Company == "" && r.CreditCode == "" {
			findings.Add("record/prior-unread", r.Source, cmp.Or(r.Company, r.Row.Text(calc.ColCompany), "（无单位名称）"),
				cmp.Or(r.NotCovered, r.Row.Text(calc.ColItem), r.Row.Title.Text, "（无奖补事项）"))
			continue
		}
		award := calc.Prior{Ref: r.Source, Year: r.LabelYear, Company: r.Company, CreditCode: r.CreditCode,
			Item: r.Item, Level: r.Level, Subject: r.Subject, Certificate: r.Certificate}
		if r.Claimed != nil {
			award.Amount = *r.Claimed
		}
		awards = append(awards, award)
	}
	for _, f := range found {
		if f.Code == "table/control-total" || f.Code == "table/hidden" {
			findings = append(findings, f)
		}
	}
	return awards, findings
}
