package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/report"
)

// defaultReconciliation is where reconcile writes unless told otherwise.
const defaultReconciliation = "对账.xlsx"

// reconcileOptions are the flags and arguments of reconcile.
type reconcileOptions struct {
	paths  []string // the reports, then the ledgers
	policy string
	out    string
	json   string // a file, "-" for stdout, "" for none
	force  bool
}

func reconcileCommand(s *console.Console) *cli.Command {
	o := reconcileOptions{out: defaultReconciliation}
	return command(s, "reconcile", []cli.Flag{
		flagOf(s, "reconcile/flag/out", &o.out), flagOf(s, "reconcile/flag/json", &o.json),
		flagOf(s, "publish/flag/policy", &o.policy), passwordFlag(s), flagOf(s, "flag/force", &o.force),
	}, func(c *cli.Context) (err error) {
		if o.paths, err = ofYear(s, calc.Mapped(c.Args().Slice(), inputName), ledgerFolder); err != nil {
			return err
		}
		o.out = outputName(o.out)
		return runReconcile(c.Context, o, s)
	})
}

// runReconcile sets the payments of the ledgers against the awards of the
// reports, audits that no money was lost, and writes the reconciliation and its
// JSON.
func runReconcile(ctx context.Context, o reconcileOptions, s *console.Console) error {
	r, findings, err := o.report(ctx, s)
	if err != nil {
		return err
	}
	p, err := policyOfReport(s, o.policy, r)
	if err != nil {
		return err
	}
	inputs, more, err := findWorkbooks(s, o.paths[1:])
	if err != nil {
		return err
	}
	out, err := reserve(s, outfile.Plan{Files: paths(o.files(nil, p)), Replace: o.force,
		Sources: append(append(calc.Mapped(inputs, pathOf), o.paths...), o.policy)})
	if err != nil {
		return err
	}
	defer out.Close()
	in := newReconcileInputs(r, p)
	defer in.close()
	if err := in.open(ctx, s, o.paths[0], inputs); err != nil {
		return err
	}
	in.findings = append(append(findings, more...), in.findings...)
	if err := in.readLedgers(s); err != nil {
		return err
	}
	rec, err := in.reconcile(s)
	if err != nil {
		return err
	}
	if err := writeFiles(ctx, s, out, o.files(rec, p)...); err != nil {
		return err
	}
	if o.json == "-" {
		if err := reconcile.WriteJSON(s.Out, rec); err != nil {
			return err
		}
	}
	o.out = out.Name(o.out)
	return o.tell(s, rec)
}

// report reads the report that the arguments name first.
func (o *reconcileOptions) report(ctx context.Context, s *console.Console) (*report.Report, calc.Findings, error) {
	switch len(o.paths) {
	case 0:
		return nil, nil, s.Refuse("reconcile/no-report")
	case 1:
		return nil, nil, s.Refuse("reconcile/no-ledger", o.paths[0])
	}
	return readReport(ctx, s, o.paths[0])
}

// policyOfReport is the policy that a report rests on. Another is no
// substitute: its caps are not those that the awards were decided by. The name
// is that of the flag, else of the year's folder, else the report's own.
func policyOfReport(s *console.Console, name string, r *report.Report) (*calc.Policy, error) {
	y, err := readYearSettings(s)
	if err != nil {
		return nil, err
	}
	p, err := loadPolicy(s, cmp.Or(name, y.one("policy"), r.Policy))
	if err == nil && p.ID != r.Policy {
		return nil, s.Refuse("publish/other-policy", r.Policy, p.ID)
	}
	return p, err
}

// files are the workbook and, where asked for, the JSON.
func (o *reconcileOptions) files(rec *reconcile.Reconciliation, p *calc.Policy) []outfile.File {
	book := outfile.File{Path: o.out, Write: func(w io.Writer) error { return ledger.Write(w, rec, p) }}
	return withJSON(book, o.json, func(w io.Writer) error { return reconcile.WriteJSON(w, rec) })
}

// tell prints the findings and, last, how many lines came to what. Its error
// asks for a person to look where anything but a match is there.
func (o *reconcileOptions) tell(s *console.Console, rec *reconcile.Reconciliation) error {
	if err := printFindings(s, s.Err, rec.Findings); err != nil {
		return err
	}
	w := s.Out
	if o.json == "-" {
		w = s.Err // stdout carries the JSON alone
	}
	if err := s.Print(w, console.Aligned("", o.lines(s, rec))); err != nil {
		return err
	}
	if n := rec.Open(); n > 0 {
		return s.NeedsPerson("reconcile/differences", n, o.out)
	}
	if n := rec.CountyDifferences(); n > 0 {
		return s.NeedsPerson("reconcile/counties-differ", n, o.out)
	}
	if n := rec.Findings.Count(calc.Error); n > 0 {
		return s.NeedsPerson("reconcile/problems", n, o.out)
	}
	return nil
}

// sum sets an amount flush right under the others.
func sum(y money.Yuan) string { return fmt.Sprintf("%18s", y.Grouped()) }

// lines are the summary: awards and payments, each status that occurs, the
// money, and where the result is.
func (o *reconcileOptions) lines(s *console.Console, rec *reconcile.Reconciliation) [][]string {
	t := &rec.Totals
	lines := [][]string{{s.Text("reconcile/awards"), number(len(rec.Awards)), s.Text("sum/yuan", sum(t.Awarded))},
		{s.Text("reconcile/payments"), number(rec.PaymentCount()), s.Text("sum/yuan", sum(t.Paid))}}
	if !t.Returned.IsZero() {
		lines = append(lines, []string{s.Text("reconcile/returned"), "", s.Text("sum/yuan", sum(t.Returned))})
	}
	lines = append(lines, []string{s.Text("reconcile/difference"), "", s.Text("sum/yuan", sum(t.Difference()))})
	if n := len(rec.ToCounties); n > 0 {
		sent := money.Sum(rec.ToCounties, (*reconcile.Payment).Net)
		lines = append(lines, []string{s.Text("reconcile/counties"), number(n), s.Text("sum/yuan", sum(sent))})
	}
	lines = append(lines, o.years(s, rec)...)
	for _, st := range rec.ByStatus() {
		line := []string{"  " + s.Text("status/"+string(st.Status)), number(st.Lines), ""}
		if st.Status != reconcile.StatusMatched {
			line[2] = s.Text("sum/yuan", sum(st.Difference()))
		}
		if st.Lines > 0 {
			lines = append(lines, line)
		}
	}
	errs := rec.Findings.Count(calc.Error)
	lines = append(lines, []string{s.Text("sum/findings"), number(len(rec.Findings)),
		s.Text("sum/severities", errs, len(rec.Findings)-errs)},
		[]string{s.Text("reconcile/written"), o.out, ""})
	if o.json != "" && o.json != "-" {
		lines = append(lines, []string{s.Text("sum/json"), o.json, ""})
	}
	return lines
}

// years tell what each award year came to, where there are several.
func (o *reconcileOptions) years(s *console.Console, rec *reconcile.Reconciliation) (lines [][]string) {
	years := rec.ByYear()
	if len(years) < 2 {
		return nil
	}
	for _, y := range years {
		name := s.Text("reconcile/no-year")
		if y.Year > 0 {
			name = strconv.Itoa(y.Year)
		}
		lines = append(lines, []string{s.Text("reconcile/year", name), number(y.Open),
			s.Text("reconcile/open", sum(y.Unpaid), cmp.Or(y.PaidRate(), "—"))})
	}
	return lines
}
