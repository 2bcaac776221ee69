package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/notice"
	"jiangbu/sheets/report"
)

// allotOptions are the flags and arguments of allot.
type allotOptions struct {
	paths       []string // the report
	policy      string
	out         string   // a folder
	after       []string // earlier allotments
	document    string
	function    string
	economic    string
	county      string // the share that the counties bear
	decidedOnly bool
	force       bool
}

func allotCommand(s *console.Console) *cli.Command {
	var o allotOptions
	return command(s, "allot", []cli.Flag{
		flagOf(s, "allot/flag/out", &o.out), flagOf(s, "allot/flag/after", &o.after),
		flagOf(s, "allot/flag/document", &o.document), flagOf(s, "allot/flag/function", &o.function),
		flagOf(s, "allot/flag/economic", &o.economic), flagOf(s, "allot/flag/county-share", &o.county),
		flagOf(s, "allot/flag/decided-only", &o.decidedOnly), flagOf(s, "publish/flag/policy", &o.policy),
		passwordFlag(s), flagOf(s, "flag/force", &o.force),
	}, atMost(s, 1, func(c *cli.Context) error {
		o.paths = c.Args().Slice()
		return runAllot(c.Context, o, s)
	}))
}

// runAllot writes the papers by which finance sends a report's awards to the
// districts: all of them or none.
func runAllot(ctx context.Context, o allotOptions, s *console.Console) error {
	county, err := o.check(s)
	if err != nil {
		return err
	}
	r, findings, err := readReport(ctx, s, o.paths[0])
	if err != nil {
		return err
	}
	if held := r.Stated.Outcomes[calc.Held]; held > 0 && !o.decidedOnly {
		return s.Refuse("allot/held", held)
	}
	p, err := policyOfReport(s, o.policy, r)
	if err != nil {
		return err
	}
	before, more, err := o.sent(ctx, s)
	if err != nil {
		return err
	}
	if o.county != "" {
		p.Shares = []calc.CountyShare{{County: county}}
	}
	a, found := reconcile.Allot(r.Awards, p, r.Year, before)
	if err := a.Audit(r.Awards); err != nil {
		return s.Refuse("audit", err)
	}
	findings = append(append(findings, more...), found...)
	if err := printFindings(s, s.Err, findings); err != nil {
		return err
	}
	switch {
	case findings.Count(calc.Error) > 0:
		return s.Refuse("allot/refused", findings.Count(calc.Error))
	case len(a.Lines) == 0:
		return s.Refuse("allot/nothing")
	}
	return o.write(ctx, s, a, o.letter(r, p))
}

// check makes sense of the flags before the report is read.
func (o *allotOptions) check(s *console.Console) (county money.Rate, err error) {
	switch {
	case len(o.paths) == 0:
		return county, s.Refuse("allot/no-report")
	case o.out == "":
		return county, s.Refuse("allot/no-out")
	case o.county == "":
		return county, nil
	}
	county, err = money.ParseRate(o.county)
	if err != nil || county.OverOne() {
		return county, s.Refuse("allot/county-share", o.county)
	}
	return county, nil
}

// sent reads what earlier letters sent.
func (o *allotOptions) sent(ctx context.Context,
	s *console.Console) (all []reconcile.Sent, findings calc.Findings, err error) {
	for _, path := range o.after {
		sent, found, err := readSideInput(ctx, s, path, func(book *sheets.Book) (*[]reconcile.Sent, calc.Findings) {
			book.File = filepath.ToSlash(path)
			sent, found := ledger.ReadSent(book)
			if len(sent) == 0 {
				return nil, found
			}
			return &sent, found
		})
		if err != nil {
			return nil, nil, err
		}
		all, findings = append(all, *sent...), append(findings, found...)
	}
	return all, findings, nil
}

// letter is what the papers say beside the sums.
func (o *allotOptions) letter(r *report.Report, p *calc.Policy) ledger.Letter {
	return ledger.Letter{Title: fmt.Sprintf("%s%d年度奖补资金", p.City, r.Year), Basis: p.Document, Document: o.document,
		Function: o.function, Economic: o.economic, Undecided: r.Stated.Outcomes[calc.Held],
		SharesShown: len(p.Shares) > 0}
}

// write writes the papers: the letter's annexes, and for each district its
// projects and the form that it fills in.
func (o *allotOptions) write(ctx context.Context, s *console.Console, a *reconcile.Allotment, l ledger.Letter) error {
	projects, paid := filepath.Join(o.out, ledger.SheetProjects), filepath.Join(o.out, ledger.SheetPaid)
	annex := filepath.Join(o.out, "资金下达.xlsx")
	files := []outfile.File{{Path: annex, Write: func(w io.Writer) error { return ledger.WriteAllotment(w, a, l) }},
		{Path: filepath.Join(o.out, "资金下达.docx"),
			Write: func(w io.Writer) error { return notice.WritePaperDOCX(w, annexPaper(a, l)) }}}
	for i := range a.Districts {
		d := a.Districts[i].Name
		name := fileNameOf(d) + ".xlsx"
		files = append(files,
			outfile.File{Path: filepath.Join(projects, name),
				Write: func(w io.Writer) error { return ledger.WriteDistrictProjects(w, a, l, d) }},
			outfile.File{Path: filepath.Join(paid, name),
				Write: func(w io.Writer) error { return ledger.WritePaidForm(w, a, l, d) }})
	}
	plan := outfile.Plan{Folders: []string{o.out, projects, paid},
		Sources: append(append([]string{}, o.paths...), o.after...), Replace: o.force}
	if err := writeAtOnce(ctx, s, plan, files); err != nil {
		return err
	}
	t := &a.Total
	return s.Print(s.Out, s.Text("allot/done", t.Projects, t.Companies, len(a.Districts), t.Amount.Wan(),
		t.Amount.Grouped(), filepath.ToSlash(annex))+"\n")
}
