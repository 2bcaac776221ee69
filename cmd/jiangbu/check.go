package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/roster"
)

// checkOptions are the flags and arguments of check.
type checkOptions struct {
	paths  []string
	policy string
	json   bool
	ret    string // a folder for marked copies, "" for none
	force  bool

	list listOptions
	year string // for which the submissions are, "" where nobody says
	out  string // of the comparison with the lists
}

// defaultListCheck is where check writes the comparison with official lists.
const defaultListCheck = "名单核对.xlsx"

func checkCommand(s *console.Console) *cli.Command {
	o := checkOptions{out: defaultListCheck, list: listOptions{decide: listsDecide}}
	return command(s, "check", append([]cli.Flag{
		flagOf(s, "flag/policy", &o.policy), passwordFlag(s), flagOf(s, "check/flag/json", &o.json),
		flagOf(s, "check/flag/return", &o.ret), flagOf(s, "flag/force", &o.force),
		flagOf(s, "check/flag/year", &o.year), flagOf(s, "check/flag/out", &o.out),
	}, listFlags(s, &o.list)...), func(c *cli.Context) error {
		y, err := readYearSettings(s)
		if err != nil {
			return err
		}
		o.policy, o.year = cmp.Or(o.policy, y.one("policy")), cmp.Or(o.year, y.one("year"))
		if o.paths = c.Args().Slice(); len(o.paths) == 0 {
			o.paths = y.submissions()
		}
		return runCheck(c.Context, o, s)
	})
}

// runCheck reads and standardises the workbooks and prints what a careful
// clerk would point out, with all for which a run would hold a record but what
// earlier years say. Nothing is written but the marked copies where they are asked
// for.
func runCheck(ctx context.Context, o checkOptions, s *console.Console) error {
	p, err := loadPolicy(s, o.policy)
	if err != nil {
		return err
	}
	inputs, skipped, err := findWorkbooks(s, o.paths)
	if err != nil {
		return err
	}
	if err := checkReturn(s, o.ret, o.paths); err != nil {
		return err
	}
	sub, err := readSubmissions(ctx, s, inputs, p)
	if err != nil {
		return err
	}
	sub.findings = append(sub.findings, skipped...)
	if err := o.holdLists(ctx, s, p, &sub); err != nil {
		return err
	}
	year, err := o.awardYear(s, p)
	if err != nil {
		return err
	}
	sub.findings = append(sub.findings, calc.AskSender(p, sub.records, year)...)
	sub.findings = append(sub.findings, calc.Doubts(calc.Batch{Policy: p, AwardYear: year, Records: sub.records})...)
	findings := allFindings(sub)
	w := s.Out
	if o.json {
		w = s.Err // stdout carries the JSON alone
		err = writeCheckJSON(s.Out, sub.inputs, findings)
	} else {
		err = writeCheck(s, sub, findings)
	}
	if err == nil && o.ret != "" {
		err = returnCopies(ctx, s, o, w, inputs, sub, findings)
	}
	if err != nil {
		return err
	}
	if n := findings.Count(calc.Error); n > 0 {
		return s.NeedsPerson("check/errors", n)
	}
	return nil
}

// awardYear is the year that the submissions are for, 0 where nobody said so and
// the policy awards several.
func (o *checkOptions) awardYear(s *console.Console, p *calc.Policy) (int, error) {
	if o.year == "" && p.FirstYear != p.LastYear {
		return 0, nil
	}
	return chooseYear(s, p, o.year)
}

// holdLists holds what was submitted against the lists, where they are named,
// and writes the comparison as a workbook.
func (o *checkOptions) holdLists(ctx context.Context, s *console.Console, p *calc.Policy, sub *submissions) error {
	if len(o.list.sources()) == 0 {
		return nil
	}
	year, err := chooseYear(s, p, o.year)
	if err != nil {
		return err
	}
	checks, err := readListChecks(ctx, s, o.list, p)
	if err != nil {
		return err
	}
	b := calc.Batch{Policy: p, AwardYear: year, Records: sub.records}
	held := checks.hold(&b)
	sub.findings = append(sub.findings, b.Findings...)
	if held == nil {
		return nil
	}
	sheet := roster.CheckSheet{Comparison: held, Policy: p, AwardYear: year, Records: sub.records}
	file := outfile.File{Path: o.out, Write: func(w io.Writer) error { return roster.WriteCheck(w, sheet) }}
	plan := outfile.Plan{Sources: append(o.list.sources(), o.paths...), Replace: o.force}
	if err := writeAtOnce(ctx, s, plan, []outfile.File{file}); err != nil {
		return err
	}
	return checks.write(ctx, s, o.list, sheet, o.force)
}

// writeCheck prints the findings and, last, what was read.
func writeCheck(s *console.Console, sub submissions, findings calc.Findings) error {
	if err := printFindings(s, s.Out, findings); err != nil {
		return err
	}
	for _, in := range sub.inputs {
		for i := range in.Sheets {
			if a := &in.Sheets[i]; a.HasMore() {
				file, sheet := console.OneLine(in.File, longestName), console.OneLine(a.Sheet, longestName)
				fmt.Fprintln(s.Out, console.Hung(s.Columns, "  ",
					s.Text("check/sheet", file, sheet, a.Records, accountOf(s, a))))
			}
		}
	}
	_, err := fmt.Fprintln(s.Out, console.Hung(s.Columns, "  ", s.Text("check/summary", len(sub.inputs),
		len(sub.records), findings.Count(calc.Error), findings.Count(calc.Warning))))
	return err
}

// accountOf is what became of the lines that are no records, and of the columns.
func accountOf(s *console.Console, a *calc.SheetAccount) string {
	comma := s.Text("check/comma")
	lines := calc.Mapped(a.Others,
		func(o calc.LineCount) string { return s.Text("check/lines", s.Text("line/"+string(o.Kind)), o.Lines) })
	columns := calc.Mapped(a.Unread, func(heading string) string { return console.OneLine(heading, longestName) })
	text := strings.Join(lines, comma)
	if len(columns) > 0 {
		text += s.Text("check/columns", strings.Join(columns, comma))
	}
	return text
}

// checkJSON is the form of check --json.
type checkJSON struct {
	Schema   string             `json:"schema"`
	Inputs   []calc.Input       `json:"inputs"`
	Findings []calc.FindingJSON `json:"findings"`
	Sheets   []calc.AccountJSON `json:"sheets"`
}

// writeCheckJSON writes inputs and findings, one object a finding, none merged.
func writeCheckJSON(w io.Writer, inputs []calc.Input, findings calc.Findings) error {
	doc := checkJSON{Schema: "jiangbu/check/1", Inputs: append([]calc.Input{}, inputs...),
		Findings: calc.Mapped(findings, calc.NewFindingJSON), Sheets: []calc.AccountJSON{}}
	for _, in := range inputs {
		for _, a := range calc.AccountsOf(in.File, "", in.Sheets) {
			doc.Sheets = append(doc.Sheets, a.JSON())
		}
	}
	return writeIndented(w, doc)
}
