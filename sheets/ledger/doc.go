// Package ledger reads the workbooks of the finance office and writes its
// reconciliation.
//
// Begin with [ReadBudget] (预算表 in), [ReadPayments] (拨付台账 in) and [Write]
// (对账.xlsx out). Columns are found by their headings as in surveys, whatever
// stands above them; the sender's own totals are checked; every amount keeps
// the cell that it came from.
//
// It is not for deciding what matches: that is [calc.Reconcile]. Accounts,
// banks and telephones are never read, so that no output can hold them.
package ledger
