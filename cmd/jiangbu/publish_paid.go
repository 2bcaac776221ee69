package main

import (
	"context"

	"jiangbu/calc"
	"jiangbu/calc/money"
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
	in.findings = append(append(changes(r), findings...), in.findings...)
	if err := in.readLedgers(s); err != nil {
		return n, nil, err
	}
	rec, err := in.reconcile(s)
	if err != nil {
		return n, nil, err
	}
	n, more, err := notice.MakePaid(set, p, notice.Paid{Year: r.Year, Awards: r.Awards, ByItem: paidByItem(rec)})
	return n, append(append(rec.Findings, unsettled(rec)...), more...), err
}

// paidByItem is what stayed with the payees, by item.
func paidByItem(rec *reconcile.Reconciliation) map[string]money.Yuan {
	paid := map[string]money.Yuan{}
	for i := range rec.Items {
		paid[rec.Items[i].Name] = rec.Items[i].Paid.Sub(rec.Items[i].Returned)
	}
	return paid
}

// unsettled are the lines of which nobody may say in public that so much was
// paid: paid without an award, more than it, to another, or in a wrong unit. What
// is not paid yet, or came back, is part of the truth.
func unsettled(rec *reconcile.Reconciliation) calc.Findings {
	var fs calc.Findings
	for i := range rec.Lines {
		l := &rec.Lines[i]
		switch l.Status {
		case reconcile.StatusMatched, reconcile.StatusUnpaid, reconcile.StatusReturned, reconcile.StatusNotPaid,
			reconcile.StatusDistrict:
			continue
		case reconcile.StatusAmount:
			if l.Difference().Sign() < 0 {
				continue
			}
		}
		fs.Add("notice/unsettled", rec.Payments[l.Payments[0]].Ref, l.Company, l.Status.Name(), l.Note)
	}
	return fs
}
