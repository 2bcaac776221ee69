package main

import (
	"context"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/notice"
	"jiangbu/sheets/report"
)

// makePaid makes the notice of what was paid of the report's awards: the ledgers
// are reconciled as by reconcile, and what does not settle is not published.
func (o *publishOptions) makePaid(ctx context.Context, s *console.Console, set notice.Settings, p *calc.Policy,
	r *report.Report) (n notice.Notice, findings calc.Findings, err error) {
	inputs, findings, err := findWorkbooks(s, o.paid)
	if err != nil {
		return n, nil, err
	}
	in := newReconcileInputs(r, p)
	defer in.close()
	if err := in.open(ctx, s, o.paths[0], inputs); err != nil {
		return n, nil, err
	}
	if len(in.reports) > 1 {
		return n, nil, s.Refuse("publish/one-report")
	}
	in.findings = append(findings, in.findings...)
	if err := in.readLedgers(s); err != nil {
		return n, nil, err
	}
	rec, err := in.reconcile(s)
	if err != nil {
		return n, nil, err
	}
	n, more, err := notice.MakePaid(set, p,
		notice.Paid{Year: r.Year, Result: r.ID, Awards: r.Awards, ByItem: rec.PaidByItem()})
	return n, append(append(rec.Findings, unsettled(rec)...), more...), err
}

// unsettled are findings for the lines of which nobody may say in public that so
// much was paid.
func unsettled(rec *reconcile.Reconciliation) calc.Findings {
	var fs calc.Findings
	for _, l := range rec.Unsettled() {
		fs.Add("notice/unsettled", rec.Payments[l.Payments[0]].Ref, l.Company, l.Status.Name(), l.Note)
	}
	return fs
}
