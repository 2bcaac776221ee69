// Package reconcile holds the payments of a ledger against the awards of a
// report: what was paid as awarded, what is missing, paid twice, to somebody
// else, or sent back.
//
//	ledger row --ReadPayment--> payment
//	awards + payments --Reconcile--> lines --Audit--> the same lines, or an error
//
// Begin with [Reconcile]. Every award and every payment stands in exactly one
// line, and no money is lost between them: [Audit] checks it on every run.
//
// It is not for reading workbooks: sheets/ledger brings the rows and writes 对账.
package reconcile
