package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
)

// allFindings are those of the records and the others, in the order of the
// inputs.
func allFindings(sub submissions) calc.Findings {
	all := append(calc.Findings{}, sub.findings...)
	for i := range sub.records {
		all = append(all, sub.records[i].Findings...)
	}
	rank := calc.Places(sub.inputs, func(in calc.Input) string { return in.File })
	all.Sort(func(file string) int { return rank[file] })
	return all
}

// merged is one finding with all the rows of one column in which it stands
// with the same words.
type merged struct {
	calc.Finding
	rows []int
}

// merge puts findings together that differ in nothing but their row, in the
// order of their first. A clerk reads one line, not three hundred.
func merge(findings calc.Findings) []merged {
	var out []merged
	at := map[string]int{}
	for _, f := range findings {
		key := fmt.Sprintf("%s\x00%s\x00%d\x00%s\x00%q", f.Ref.File, f.Ref.Sheet, f.Ref.Col, f.Code, f.Args)
		if i, ok := at[key]; ok && f.Ref.Row > 0 {
			out[i].rows = append(out[i].rows, f.Ref.Row)
			continue
		}
		at[key] = len(out)
		out = append(out, merged{f, []int{f.Ref.Row}})
	}
	return out
}

// place is file:sheet!cell, the rows of a merged finding as spans: "C6-C9,C12".
func (m *merged) place() string {
	at := m.Ref
	at.File, at.Sheet = console.OneLine(at.File, longestName), console.OneLine(at.Sheet, longestName)
	if len(m.rows) == 1 {
		return at.String()
	}
	column := calc.ColumnName(m.Ref.Col)
	var spans []string
	for i := 0; i < len(m.rows); {
		j := i
		for j+1 < len(m.rows) && m.rows[j+1] <= m.rows[j]+1 {
			j++
		}
		span := column + strconv.Itoa(m.rows[i])
		if m.rows[j] > m.rows[i] {
			span += "-" + column + strconv.Itoa(m.rows[j])
		}
		spans, i = append(spans, span), j+1
	}
	sheet := calc.Ref{File: at.File, Sheet: at.Sheet}
	return sheet.String() + "!" + strings.Join(spans, ",")
}

// What is printed of findings: the report and the JSON have them whole.
const (
	longestName    = 120  // of a file or sheet, in characters
	longestMessage = 1000 // in characters
	maxPrinted     = 500
)

// printFindings writes each finding on a line, its code last, its hint below it,
// both folded where a terminal looks on; those beyond what anybody reads on a
// screen are counted.
func printFindings(s *console.Console, w io.Writer, findings calc.Findings) error {
	all, columns := merge(findings), s.ColumnsOf(w)
	for _, m := range all[:min(len(all), maxPrinted)] {
		severity, message := s.Text("severity/"+m.Severity().String()), console.OneLine(m.Message(), longestMessage)
		line := s.Worded(fmt.Sprintf("%s: %s: %s [%s]", m.place(), severity, message, m.Code))
		if _, err := fmt.Fprintf(w, "%s\n    %s\n", console.Hung(columns, "  ", line),
			console.Hung(columns, "    ", s.Worded(m.Hint()))); err != nil {
			return err
		}
	}
	if more := len(all) - maxPrinted; more > 0 {
		_, err := fmt.Fprintln(w, s.Text("findings/more", more))
		return err
	}
	return nil
}
