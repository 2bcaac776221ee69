package main

import (
	"context"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/report"
)

// reconcileInputs is what reconcile is given: the reports of one or several
// award years under one policy, and the ledgers.
type reconcileInputs struct {
	policy   *calc.Policy
	reports  []*report.Report // the oldest year first
	ledgers  []ledgerInput
	payments []reconcile.Payment
	sheets   []calc.FileAccount // of the ledgers: what became of their lines
	findings calc.Findings
}

// ledgerInput is a ledger that is open.
type ledgerInput struct {
	path string
	book *sheets.Book
}

func newReconcileInputs(r *report.Report, p *calc.Policy) *reconcileInputs {
	return &reconcileInputs{policy: p, reports: []*report.Report{r}}
}

func (in *reconcileInputs) close() {
	for _, l := range in.ledgers {
		l.book.Close()
	}
}

// open opens all that stands behind the first report, which the path names, and
// tells reports from ledgers. The same file a second time is left out.
func (in *reconcileInputs) open(ctx context.Context, s *console.Console, first string, inputs []sheets.Input) error {
	seen := map[string]string{} // file by SHA-256
	for _, i := range inputs {
		if outfile.SameFile(i.Path, first) {
			return s.Refuse("reconcile/same", i.Path)
		}
		if isLetter(i) {
			in.findings.Add("file/skipped", calc.Ref{File: i.File}, "这是没有表格的 Word 文档")
			continue
		}
		book, found, err := openSideInput(ctx, s, i.Path)
		if err != nil {
			return err
		}
		book.File = i.File
		in.findings = append(in.findings, found...)
		if before, twice := seen[book.SHA256]; twice {
			in.findings.Add("file/duplicate", calc.Ref{File: i.File}, before)
			book.Close()
			continue
		}
		seen[book.SHA256] = i.File
		if book.Output != "" && len(book.Sheets) == 0 { // a letter or a notice of ours in Word
			in.findings.Add("file/own", calc.Ref{File: i.File}, book.Output)
			book.Close()
			continue
		}
		if !report.Is(book) {
			in.ledgers = append(in.ledgers, ledgerInput{i.Path, book})
			continue
		}
		err = in.add(s, i.Path, book)
		book.Close()
		if err != nil {
			return err
		}
	}
	if len(in.ledgers) == 0 {
		return s.Refuse("reconcile/no-ledger", first)
	}
	slices.SortFunc(in.reports, func(a, b *report.Report) int { return a.Year - b.Year })
	return nil
}

// add takes the report of a further year. Two of one year, or one of another
// policy, would count awards twice or against rules that they were not
// decided by.
func (in *reconcileInputs) add(s *console.Console, path string, book *sheets.Book) error {
	r, found := soundly(book)
	if r == nil {
		return unreadable(s, path, found)
	}
	if r.Policy != in.policy.ID {
		return s.Refuse("publish/other-policy", r.Policy, in.policy.ID)
	}
	for _, other := range in.reports {
		if other.Year == r.Year {
			return s.Refuse("reconcile/same-year", path, strconv.Itoa(r.Year))
		}
	}
	in.reports = append(in.reports, r)
	in.findings = append(in.findings, found...)
	return nil
}

// awards are those of all reports, the oldest first.
func (in *reconcileInputs) awards() (all []calc.AwardLine) {
	for _, r := range in.reports {
		for _, a := range r.Awards {
			a.Year = r.Year
			all = append(all, a)
		}
	}
	return all
}

// readLedgers reads the payments of all ledgers. A ledger that cannot be read is
// no ledger without payments: then nothing is reconciled.
func (in *reconcileInputs) readLedgers(s *console.Console) error {
	v := standard.NewVocabulary(in.policy)
	years := calc.Mapped(in.reports, func(r *report.Report) int { return r.Year })
	for _, l := range in.ledgers {
		payments, accounts, found := ledger.ReadPayments(l.book, v, years...)
		if len(payments) == 0 && found.Worst() != "" {
			return unreadable(s, l.path, found)
		}
		in.payments = append(in.payments, payments...)
		in.sheets = append(in.sheets, calc.AccountsOf(l.book.File, "", accounts)...)
		in.findings = append(in.findings, found...)
	}
	kept, copies := ledger.WithoutCopies(in.payments)
	in.payments, in.findings = kept, append(in.findings, copies...)
	calc.LeaveOut(in.sheets, copies)
	return nil
}

// reconcile sets the payments against the awards; its findings stand in the
// order of the ledgers.
func (in *reconcileInputs) reconcile(s *console.Console) (*reconcile.Reconciliation, error) {
	awards := in.awards()
	rec := reconcile.Reconcile(awards, in.payments, in.reports[len(in.reports)-1].Year)
	if err := reconcile.Audit(rec, awards, in.payments); err != nil {
		return nil, s.Refuse("audit", err)
	}
	rec.Findings, rec.Sheets = append(in.findings, rec.Findings...), in.sheets
	rec.Findings.Sort(func(file string) int {
		return slices.IndexFunc(in.ledgers, func(l ledgerInput) bool { return l.book.File == file })
	})
	return rec, nil
}
