package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// defaultReport is where run writes its report unless told otherwise: the
// current folder, under the name that officers know.
const defaultReport = "奖补报告.xlsx"

// runOptions are the flags and arguments of run.
type runOptions struct {
	paths    []string
	policy   string
	year     string
	out      string
	json     string // a file, "-" for stdout, "" for none
	budget   string // an amount or a workbook
	readings []string
	rulings  string
	prior    []string
	compare  string // an earlier report, "" for none
	whatIf   string // another policy, "" for none
	strict   bool
	force    bool
	prorate  prorateOptions
	list     listOptions

	ruled        int // rulings that were read
	ruledIn      []string
	awarded      int    // earlier awards that were read
	budgetAsked  bool   // by a flag, not by the file
	settingsFile string // the year's folder's, "" where there is none
	inYear       bool   // in a year's folder, by its settings or by its submissions
	inForce      []inForce
	readingsFrom map[string]string // where a reading's value comes from
}

func runCommand(s *console.Console) *cli.Command {
	o := runOptions{out: defaultReport, prorate: prorateOptions{mode: overReport},
		list: listOptions{decide: listsDecide}}
	var show bool
	return command(s, "run", append([]cli.Flag{
		flagOf(s, "run/flag/year", &o.year), flagOf(s, "flag/policy", &o.policy), flagOf(s, "run/flag/out", &o.out),
		flagOf(s, "run/flag/json", &o.json), flagOf(s, "run/flag/budget", &o.budget),
		flagOf(s, "run/flag/over-budget", &o.prorate.mode), flagOf(s, "run/flag/round", &o.prorate.round),
		flagOf(s, "run/flag/protect", &o.prorate.protect), flagOf(s, "run/flag/reading", &o.readings),
		flagOf(s, "run/flag/rulings", &o.rulings), flagOf(s, "run/flag/prior", &o.prior),
		flagOf(s, "run/flag/compare", &o.compare), flagOf(s, "run/flag/what-if", &o.whatIf), passwordFlag(s),
		flagOf(s, "run/flag/strict", &o.strict), flagOf(s, "flag/force", &o.force),
		flagOf(s, "run/flag/show-settings", &show),
	}, listFlags(s, &o.list)...), func(c *cli.Context) error {
		o.paths = c.Args().Slice()
		y, err := readYearSettings(s)
		if err != nil {
			return err
		}
		o.take(s, y, c)
		if show {
			return showSettings(s, o)
		}
		return runRun(c.Context, o, s)
	})
}

// runRun decides a year: it reads the workbooks, decides every record, audits
// the result and writes the report and its JSON.
func runRun(ctx context.Context, o runOptions, s *console.Console) error {
	prior, findings, err := priorFiles(s, o.prior)
	if err != nil {
		return o.sayWhereFrom(s, err)
	}
	o.prior = prior
	plan, err := planRun(o, s)
	if err != nil {
		return o.sayWhereFrom(s, err)
	}
	plan.batch.Findings = append(plan.batch.Findings, findings...)
	old, err := readStanding(ctx, s, o.out)
	if err != nil {
		return err
	}
	old.sayMixed(s, o.json)
	replace, err := old.replaced(s, o, plan.batch.AwardYear)
	if err != nil {
		return err
	}
	out, err := reserve(s, outfile.Plan{Files: paths(o.files(nil, nil)), Sources: o.sources(plan.workbooks),
		Replace: replace}, o.out)
	if err != nil {
		return o.sayWhereFrom(s, err)
	}
	defer out.Close()
	if err := plan.readSideInputs(ctx, s, o, old); err != nil {
		return o.sayWhereFrom(s, err)
	}
	sub, err := readSubmissions(ctx, s, plan.workbooks, plan.batch.Policy)
	if err != nil {
		return err
	}
	result, held, err := plan.decide(ctx, s, sub)
	if err != nil {
		return err
	}
	if err := old.keep(s, result); err != nil {
		return err
	}
	if o.inYear {
		sayOthers(ctx, s, o.out, result)
	}
	laid, err := auditedAndLaid(s, result, linksFrom(o.out, plan.workbooks), extraSheets(result, held)...)
	if err != nil {
		return err
	}
	result.ID = laid.ID()
	if err := writeFiles(ctx, s, out, o.files(laid, result)...); err != nil {
		return err
	}
	if held != nil {
		if err := plan.checks.write(ctx, s, o.list, sheetOf(result, held), o.force); err != nil {
			return err
		}
	}
	w := s.Out
	if o.json == "-" {
		w = s.Err // stdout carries the JSON alone
		if err := calc.WriteJSON(s.Out, result); err != nil {
			return err
		}
	}
	o.out, o.json = out.Name(o.out), out.Name(o.json)
	o.ruled, o.awarded = len(plan.batch.Rulings), len(plan.batch.Prior)
	o.ruledIn = slices.DeleteFunc([]string{o.rulings, plan.carried}, func(name string) bool { return name == "" })
	if err := s.Print(w, summary(s, result, o)); err != nil {
		return err
	}
	return verdict(s, result, o.strict)
}

// plan is everything that can be settled, and refused, before the long work.
type plan struct {
	batch      calc.Batch // without inputs and records
	workbooks  []sheets.Input
	limits     []calc.BudgetLimit
	fit        func(*calc.Result) error // into the budget, nil to leave the awards as they are
	earlier    *calc.Earlier            // to compare with, nil for none
	other      *calc.Policy             // to compare with, nil for none
	sideInputs []calc.BesideFile
	carried    string // the standing report whose rulings go on, "" for none
	checks     listChecks
}

// planRun finds the policy, the year, the readings and the workbooks.
func planRun(o runOptions, s *console.Console) (pl plan, err error) {
	b := &pl.batch
	if b.Policy, err = loadPolicy(s, o.policy); err != nil {
		return pl, err
	}
	if o.whatIf != "" {
		if pl.other, err = loadPolicy(s, o.whatIf); err != nil {
			return pl, err
		}
	}
	if b.AwardYear, err = chooseYear(s, b.Policy, o.year); err != nil {
		return pl, err
	}
	if b.Readings, err = chooseReadings(s, b.Policy, o.readings); err != nil {
		return pl, err
	}
	pl.workbooks, b.Findings, err = findWorkbooks(s, o.paths)
	return pl, err
}

// readSideInputs reads the budget, the earlier awards, the rulings and the report
// to compare with; the rulings of the report that stands there are carried on.
func (pl *plan) readSideInputs(ctx context.Context, s *console.Console, o runOptions, old *standing) error {
	var more [4]calc.Findings
	var err error
	var budget []calc.SheetAccount
	if pl.limits, budget, more[0], err = readBudget(ctx, s, o.budget, pl.batch.Policy, pl.batch.AwardYear); err != nil {
		return err
	}
	if o.budget != "" && len(pl.limits) == 0 {
		if o.budgetAsked {
			return s.Refuse("budget/blank", o.budget)
		}
		s.Say("budget/blank-file", o.budget)
	}
	earlier, err := readPrior(ctx, s, o.prior, pl.batch.Policy)
	if err != nil {
		return err
	}
	pl.batch.Prior, more[1] = earlier.awards, earlier.findings
	if pl.batch.Rulings, more[2], err = readRulings(ctx, s, o.rulings, pl.batch.AwardYear); err != nil {
		return err
	}
	if pl.earlier, more[3], err = readEarlier(ctx, s, o.compare, pl.batch.AwardYear); err != nil {
		return err
	}
	if pl.checks, err = readListChecks(ctx, s, o.list, pl.batch.Policy); err != nil {
		return err
	}
	pl.batch.Findings = append(pl.batch.Findings, slices.Concat(more[:]...)...)
	if pl.sideInputs, err = o.sideInputFiles(s, budget, earlier.sheets); err != nil {
		return err
	}
	pl.sideInputs = append(pl.sideInputs, pl.checks.files...)
	if err := old.carry(s, &o, pl); err != nil {
		return err
	}
	pl.fit, err = o.prorate.plan(s, pl.batch.Policy, pl.limits, more[0])
	return err
}

// files are the report, read back before it takes its name, and, where asked
// for, the JSON.
func (o runOptions) files(laid *report.Output, r *calc.Result) []outfile.File {
	book := outfile.File{Path: o.out, Write: func(w io.Writer) error { return laid.Write(w) },
		Check: func(draft string) error { return laid.Check(draft) }}
	return withJSON(book, o.json, func(w io.Writer) error { return calc.WriteJSON(w, r) })
}

// sources are the files and folders that run reads.
func (o runOptions) sources(workbooks []sheets.Input) []string {
	return slices.Concat(o.list.sources(), o.paths, o.prior, calc.Mapped(workbooks, pathOf),
		[]string{o.budget, o.rulings, o.compare, o.policy, o.whatIf, o.settingsFile})
}

// auditedAndLaid lays out a result that holds before anything is written; the
// audit looks on while it is laid out.
func auditedAndLaid(s *console.Console, result *calc.Result, link func(string) string,
	extra ...report.Extra) (laid *report.Output, err error) {
	var fault error
	calc.AtOnce(func() { fault = calc.Audit(result) }, func() { laid, err = report.Lay(result, link, extra...) })
	if fault != nil {
		return nil, s.Refuse("audit", fault)
	}
	return laid, err
}

// decide turns the submissions into the result.
func (pl *plan) decide(ctx context.Context, s *console.Console,
	sub submissions) (*calc.Result, *lists.Comparison, error) {
	defer s.Stage("decide", 0)()
	b := pl.batch
	b.Inputs, b.Records = sub.inputs, sub.records
	b.Findings = append(append(calc.Findings{}, sub.findings...), b.Findings...)
	standard.DoubtBeyondBudget(b.Records, b.Policy, pl.limits)
	held := pl.checks.hold(&b)
	result := calc.Decide(b)
	result.Beside = pl.sideInputs
	if held != nil {
		result.Unclaimed = &calc.Unclaimed{Count: held.Priced(), Amount: held.Exposure}
	}
	if err := pl.whatIf(s, result); err != nil {
		return nil, nil, err
	}
	if pl.fit != nil {
		if err := pl.fit(result); err != nil {
			return nil, nil, err
		}
	}
	lines, findings := calc.CheckBudget(result, pl.limits)
	result.Budget = lines
	result.Findings = append(result.Findings, findings...)
	if err := s.Stopped(ctx); err != nil {
		return nil, nil, err
	}
	return result, held, pl.compare(s, result)
}

// verdict is the exit status in words: a workbook that could not be read, a
// budget that could not be understood and, when strict, whatever is left for a
// person ask for one to look.
func verdict(s *console.Console, r *calc.Result, strict bool) error {
	if n := refusedInputs(r); n > 0 {
		return s.NeedsPerson("run/refused", n)
	}
	for _, f := range r.Findings {
		if f.Severity() == calc.Error && aboutSideInput(r, f) {
			return s.NeedsPerson("run/side-input", fmt.Sprintf("%s: %s %s", f.Ref, f.Code, f.Message()))
		}
	}
	if !strict {
		return nil
	}
	over := calc.Count(r.Budget, func(l *calc.BudgetLine) bool { return l.Status == calc.Over })
	if held := r.Totals.Outcomes[calc.Held]; held > 0 || over > 0 {
		return s.NeedsPerson("run/strict", held, over)
	}
	return nil
}

// aboutSideInput tells whether a finding is about a line of the budget, the rulings or
// the earlier years rather than about a submission.
func aboutSideInput(r *calc.Result, f calc.Finding) bool {
	return stage(f.Code) == "budget" || stage(f.Code) == "ruling" ||
		!slices.ContainsFunc(r.Inputs, func(in calc.Input) bool { return in.File == f.Ref.File })
}

// stage is the part of a code before the stroke: what was being done.
func stage(code calc.Code) string {
	s, _, _ := strings.Cut(string(code), "/")
	return s
}

// refusedInputs counts the workbooks that could not be read.
func refusedInputs(r *calc.Result) int {
	return calc.Count(r.Inputs, func(in *calc.Input) bool { return in.Status == calc.InputRefused })
}

// linksFrom tells how a link leads from where the report will lie to a submitted
// file. There is none into a zip, and none to another disk.
func linksFrom(out string, workbooks []sheets.Input) func(string) string {
	at := map[string]string{}
	from, err := filepath.Abs(filepath.Dir(out))
	for _, w := range workbooks {
		to, err2 := filepath.Abs(w.Path)
		if w.Entry != "" || errors.Join(err, err2) != nil {
			continue
		}
		if rel, err := filepath.Rel(from, to); err == nil {
			at[w.File] = filepath.ToSlash(rel)
		}
	}
	return func(file string) string { return at[file] }
}
