package main

import (
	"fmt"
	"io"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/report"
)

// maxListed is how many matches are listed; the rest are counted.
const maxListed = 40

// screen is how wide a line of a clause's words may be, in a window that has as much.
const screen = 100

// story is the story of a record, to be printed.
type story struct{ report.Story }

// writeStories prints records in full, one after the other.
func writeStories(s *console.Console, r *report.Report, found []*report.Record) error {
	var b strings.Builder
	for i, rec := range found {
		if i > 0 {
			b.WriteString("\n")
		}
		st := story{report.StoryOf(r, rec)}
		st.write(&b, s, r.Clauses)
	}
	_, err := io.WriteString(s.Out, b.String())
	return err
}

// write prints one record: who and what, the cells, the rules, the clauses,
// the steps, and what stands beside it.
func (st *story) write(b *strings.Builder, s *console.Console, clauses map[string]string) {
	b.WriteString(console.Aligned("", [][]string{
		{s.Text("explain/company"), strings.Join(calc.Filled(st.Company, st.CreditCode, st.District), "  ")},
		{s.Text("explain/claim"), st.Record.Claim()},
		{s.Text("explain/outcome"), strings.Join(calc.Filled(outcomeName(s, st.Record),
			s.Text("sum/yuan", st.Amount.Grouped())), "  ")},
		{s.Text("explain/source"), st.Record.Source.String()},
	}))
	part(b, s, "explain/cells", st.cellLines(s))
	part(b, s, "explain/rules", st.ruleLines(s))
	width := screen
	if s.Columns > 0 {
		width = min(screen, s.Columns-3)
	}
	for _, number := range st.Cited {
		fmt.Fprintf(b, "\n%s\n", s.Text("explain/clause", number))
		for _, line := range console.Folded(strings.Join(strings.Fields(clauses[number]), " "), width) {
			b.WriteString("  " + line + "\n")
		}
	}
	part(b, s, "explain/steps", calc.Mapped(st.Steps, func(step calc.Step) []string { // the amount after each first
		return []string{fmt.Sprintf("%14s", step.Amount.Grouped()), step.Clause, step.Text()}
	}))
	if st.Stands != nil {
		part(b, s, "explain/by", [][]string{rival(s, st.Stands, st.Stands.Amount.Grouped())})
	}
	part(b, s, "explain/displaces", calc.Mapped(st.Displaces, func(other *report.Record) []string {
		return rival(s, other, s.Text("explain/unpaid", other.Entitled.Grouped()))
	}))
	part(b, s, "explain/findings", calc.Mapped(st.Findings, func(f *report.Complaint) []string {
		return []string{string(f.Code), f.Message}
	}))
}

// part prints a heading and its lines, nothing where there are none.
func part(b *strings.Builder, s *console.Console, key string, lines [][]string) {
	if len(lines) > 0 {
		b.WriteString("\n" + s.Text(key) + "\n" + console.Aligned("  ", lines))
	}
}

// cellLines show what was understood only where it differs from what the cell
// says.
func (st *story) cellLines(s *console.Console) [][]string {
	var lines [][]string
	for _, c := range st.Values {
		line := []string{c.Cell, c.Column, strings.Join(strings.Fields(c.Text), " ")}
		switch {
		case c.Text == "":
			line[2] = s.Text("explain/inferred", c.Understood)
		case c.Understood == "—":
			line = append(line, s.Text("explain/not-understood"))
		case c.Understood != "" && c.Understood != c.Text:
			line = append(line, s.Text("explain/understood", c.Understood))
		}
		lines = append(lines, line)
	}
	return lines
}

// ruleLines give each rule with its verdict, those that were not tried in one
// line.
func (st *story) ruleLines(s *console.Console) [][]string {
	var lines [][]string
	for i, t := range st.Trail {
		if t.Verdict == calc.VerdictUntried {
			last := st.Trail[len(st.Trail)-1].Number
			span := fmt.Sprintf("%d-%d", t.Number, last)
			if t.Number == last {
				span = fmt.Sprintf("%2d", t.Number)
			}
			return append(lines, []string{span, s.Text("verdict/" + string(t.Verdict))})
		}
		verdict := s.Text("verdict/" + string(t.Verdict))
		if t.Verdict == calc.VerdictDecided {
			verdict = s.Text("verdict/decided", outcomeName(s, st.Record))
		}
		lines = append(lines, []string{fmt.Sprintf("%2d", i+1), s.Text("rule/" + string(t.Rule)), verdict})
	}
	return lines
}

// rival is a record in one line: who, what, where, and its money.
func rival(s *console.Console, rec *report.Record, money string) []string {
	return []string{rec.Record.Source.String(), rec.Company, rec.Claim(), s.Text("outcome/" + string(rec.Outcome)),
		money}
}

// matchList is the list of several matches, each with its outcome, amount and
// reason; its place is a query that finds that record alone.
func matchList(s *console.Console, found []*report.Record) string {
	var lines [][]string
	for i, rec := range found[:min(len(found), maxListed)] {
		line := []string{rec.Record.Source.String(), rec.Company, rec.Claim(),
			fmt.Sprintf("%14s", rec.Amount.Grouped()), outcomeName(s, rec)}
		if s.AtMenu != nil {
			line = append([]string{fmt.Sprintf("%2d", i+1)}, line...)
		}
		lines = append(lines, line)
	}
	text := s.Text("explain/several", len(found)) + "\n" + console.Aligned("  ", lines)
	if more := len(found) - maxListed; more > 0 {
		text += "  " + s.Text("explain/more", more) + "\n"
	}
	return text
}

// outcomeName is the outcome with its reason.
func outcomeName(s *console.Console, rec *report.Record) string {
	outcome := s.Text("outcome/" + string(rec.Outcome))
	if rec.Reason == "" {
		return outcome + strings.TrimPrefix(rec.Decision.Name(), rec.Outcome.Name())
	}
	return outcome + "（" + calc.ReasonName(rec.Reason) + "）"
}

// nothingFound says so, with what was perhaps meant.
func nothingFound(s *console.Console, path, query string, near []string) error {
	hint := ""
	if len(near) > 0 {
		hint = "\n" + s.Text("explain/near", strings.Join(inQuotes(near), ", "))
	}
	return s.NeedsPerson("explain/none", path, query, hint)
}
