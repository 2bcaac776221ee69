package report

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Story is everything that a report knows of one record.
type Story struct {
	*Record
	Values    []Value
	Trail     []calc.RuleCheck
	Cited     []string  // numbers cited, the record's own first
	Stands    *Record   // stands in its place, nil for none
	Displaces []*Record // gave way to it
	Findings  []*Complaint
	Award     *calc.AwardLine // its line of 奖补明细, nil for none
}

// Value is one cell of the submitted row and what it was taken for.
type Value struct {
	Cell       string `json:"cell"` // "" where the value stands in no cell of the row
	Column     string `json:"column"`
	Text       string `json:"text"`
	Understood string `json:"understood"` // "" where the column is not read, "—" where it was not understood
}

// StoryOf gathers what a report says of a record.
func StoryOf(r *Report, rec *Record) Story {
	st := Story{Record: rec, Values: valuesOf(rec), Trail: calc.Trail(&rec.Decision), Cited: cited(rec)}
	for i := range r.Records {
		other := &r.Records[i]
		if rec.By != "" && other.Key == rec.By {
			st.Stands = other
		}
		if other.By == rec.Key {
			st.Displaces = append(st.Displaces, other)
		}
	}
	for i := range r.Complaints {
		if len(r.Complaints[i].In(rec.Record.Source)) > 0 {
			st.Findings = append(st.Findings, &r.Complaints[i])
		}
	}
	for i := range r.Awards {
		if r.Awards[i].Key == rec.Key {
			st.Award = &r.Awards[i]
		}
	}
	return st
}

// cited lists the clauses that a record's steps rest on, its own first.
func cited(rec *Record) []string {
	var list []string
	seen := map[string]bool{"": true}
	add := func(number string) {
		if !seen[number] {
			seen[number] = true
			list = append(list, number)
		}
	}
	add(rec.Clause)
	for i := range rec.Steps {
		add(rec.Steps[i].Clause)
	}
	return list
}

// valuesOf sets each cell beside what was understood; what was understood
// without a cell of its own stands below them.
func valuesOf(rec *Record) []Value {
	var list []Value
	told := map[string]bool{}
	values := understood(rec)
	for _, c := range rec.Cells {
		column := c.Column
		if own, beside := besideRow[column]; beside {
			column = own.String()
		}
		v, known := values[column]
		switch {
		case told[column]:
			v = "" // a column of the row says it
		case known && v == "":
			v = "—"
		}
		told[column] = true
		list = append(list, Value{strings.TrimPrefix(c.Cell, "0"), c.Column, c.Text, v})
	}
	for _, col := range taken {
		if v := values[col.String()]; v != "" && !told[col.String()] {
			list = append(list, Value{"", col.String(), "", v})
		}
	}
	return list
}

// besideRow are the cells above a table that stand in for a column.
var besideRow = map[string]calc.Column{CellTitle: calc.ColItem, CellDistrict: calc.ColDistrict}

// taken are the columns that records take a value from.
var taken = []calc.Column{calc.ColDistrict, calc.ColCompany, calc.ColCreditCode, calc.ColItem, calc.ColLevel,
	calc.ColSubject, calc.ColSubjectCode,
	calc.ColNature, calc.ColCertificate, calc.ColDocument, calc.ColRecognised, calc.ColLabelYear, calc.ColValidFrom,
	calc.ColBase, calc.ColApproved, calc.ColClaimed}

// understood are the values of a record by the columns they come from.
func understood(rec *Record) map[string]string {
	money := func(y *money.Yuan) string {
		if y == nil {
			return ""
		}
		return y.String()
	}
	item := rec.ItemName
	if rec.Item == "" {
		item = "" // a name that the policy does not know
	}
	values := []string{rec.District, rec.Company, rec.CreditCode, item, rec.Level, rec.Subject, rec.SubjectCode,
		rec.Nature, rec.Certificate, rec.Document, rec.Recognised.String(), yearWord(rec.LabelYear),
		rec.ValidFrom.String(), money(rec.Base), money(rec.Approved), money(rec.Claimed)}
	byColumn := make(map[string]string, len(values))
	for i, c := range taken {
		byColumn[c.String()] = values[i]
	}
	return byColumn
}

// Claim is the item with its level and what was recognised.
func (rec *Record) Claim() string {
	return strings.TrimSpace(calc.Levelled(rec.Level, rec.ItemName) + " " + rec.Subject)
}
