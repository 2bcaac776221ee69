package main

import (
	"fmt"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
)

// summary says in a few aligned lines what a run did, what could not be read
// first.
func summary(s *console.Console, r *calc.Result, o runOptions) string {
	var b strings.Builder
	b.WriteString(console.AlignedIn(s.Columns, "", refusedLines(s, r)))
	b.WriteString(console.Aligned("", append(countLines(s, r), moneyLines(s, r, o)...)))
	return b.String()
}

// refusedLines name each workbook that could not be read, and why.
func refusedLines(s *console.Console, r *calc.Result) [][]string {
	var lines [][]string
	for _, in := range r.Inputs {
		if in.Status != calc.InputRefused {
			continue
		}
		why := ""
		for _, f := range r.Findings {
			if f.Ref.File == in.File && f.Severity() == calc.Error {
				why = string(f.Code) + " " + f.Message()
				break
			}
		}
		lines = append(lines, []string{s.Text("sum/refused"), in.File, why})
	}
	return lines
}

// countLines count workbooks, rows, records, outcomes and findings.
func countLines(s *console.Console, r *calc.Result) [][]string {
	inputs := map[calc.InputStatus]int{}
	rows := 0
	for _, in := range r.Inputs {
		inputs[in.Status]++
		rows += in.Rows
	}
	lines := [][]string{
		{s.Text("sum/workbooks"), number(len(r.Inputs)),
			s.Text("sum/inputs", inputs[calc.InputRead], inputs[calc.InputRefused], inputs[calc.InputDuplicate])},
		{s.Text("sum/rows"), number(rows), ""},
		{s.Text("sum/records"), number(r.Totals.Records), ""},
	}
	for _, o := range calc.Outcomes {
		lines = append(lines, []string{"  " + s.Text("outcome/"+string(o)), number(r.Totals.Outcomes[o]), ""})
	}
	errors, warnings := r.Findings.Count(calc.Error), r.Findings.Count(calc.Warning)
	return append(lines, []string{s.Text("sum/findings"), number(errors + warnings),
		s.Text("sum/severities", errors, warnings)})
}

// number sets a count flush right under the others.
func number(n int) string { return fmt.Sprintf("%7d", n) }

// moneyLines give the total, the budget and where the results stand.
func moneyLines(s *console.Console, r *calc.Result, o runOptions) [][]string {
	var lines [][]string
	if o.settingsFile != "" {
		lines = append(lines, []string{s.Text("sum/settings"), o.settingsFile})
	}
	if o.awarded > 0 {
		lines = append(lines, []string{s.Text("sum/prior"), number(o.awarded),
			s.Text("sum/rulings-from", strings.Join(o.prior, s.Text("check/comma")))})
	}
	if o.ruled > 0 {
		lines = append(lines, []string{s.Text("sum/rulings"), number(o.ruled),
			s.Text("sum/rulings-from", strings.Join(o.ruledIn, s.Text("check/comma")))})
	}
	lines = append(lines, []string{s.Text("sum/amount"), s.Text("sum/yuan", r.Totals.Amount.Grouped())})
	if u := r.Unclaimed; u != nil {
		lines = append(lines, []string{s.Text("sum/unclaimed"),
			s.Text("sum/unclaimed-worth", u.Count, u.Amount.Grouped())})
	}
	for i := range r.Budget {
		lines = append(lines, []string{s.Text("sum/budget"), budgetLine(s, r.Policy, &r.Budget[i])})
	}
	lines = append(lines, changeLines(s, r)...)
	lines = append(lines, whatIfLines(s, r)...)
	lines = append(lines, []string{s.Text("sum/report"), o.out})
	if o.json != "" && o.json != "-" {
		lines = append(lines, []string{s.Text("sum/json"), o.json})
	}
	return lines
}

// budgetLine says what of a limit is left, or by how much it is over.
func budgetLine(s *console.Console, p *calc.Policy, l *calc.BudgetLine) string {
	name := s.Text("scope/" + string(l.Scope))
	if it, ok := p.Item(l.Name); ok && l.Scope == calc.ScopeItem {
		name += " " + it.Name
	} else if l.Name != "" {
		name += " " + l.Name
	}
	if l.Status == calc.Over {
		return s.Text("sum/over", name, l.Limit.Grouped(), l.Remaining.Neg().Grouped())
	}
	return s.Text("sum/within", name, l.Limit.Grouped(), l.Remaining.Grouped())
}
