package ledger

import (
	"fmt"
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
)

// minCopy is how many payments a sheet has at least that is taken for a copy:
// one payment may happen twice.
const minCopy = 2

// WithoutCopies leaves out the payments of sheets that only repeat those of the
// sheets before them, in the same workbook or another: a summary, a hidden
// copy, a second file. Only payments that say the same in every column, dates
// and vouchers too, are the same; a sheet with one of its own stays whole.
func WithoutCopies(payments []reconcile.Payment) ([]reconcile.Payment, calc.Findings) {
	var findings calc.Findings
	var kept []reconcile.Payment
	left := map[string]int{} // payments of the sheets that are kept
	for from := 0; from < len(payments); {
		to := from
		for to < len(payments) && sameSheet(payments[to].Ref, payments[from].Ref) {
			to++
		}
		sheet := payments[from:to]
		if len(sheet) >= minCopy && repeats(sheet, left) {
			at := sheet[0].Ref
			findings.Add("ledger/copy", calc.Ref{File: at.File, Sheet: at.Sheet}, at.Sheet, fmt.Sprint(len(sheet)))
		} else {
			for i := range sheet {
				left[wording(&sheet[i])]++
			}
			kept = append(kept, sheet...)
		}
		from = to
	}
	return slices.Clip(kept), findings
}

func sameSheet(a, b calc.Ref) bool { return a.File == b.File && a.Sheet == b.Sheet }

// repeats tells whether each payment of a sheet stands as often in others, and
// together they say when or by which voucher they were made.
func repeats(sheet []reconcile.Payment, others map[string]int) bool {
	own := map[string]int{}
	for i := range sheet {
		p := &sheet[i]
		if w := wording(p); p.Date.IsZero() && p.Voucher == "" {
			return false
		} else if own[w]++; own[w] > others[w] {
			return false
		}
	}
	return true
}

// wording is all that a payment says, without its place.
func wording(p *reconcile.Payment) string {
	who := p.CreditCode
	if who == "" {
		who = p.Company
	}
	return fmt.Sprintf("%s|%s|%v|%s|%s|%s|%s|%s|%s|%s|%s|%s", p.District, who, p.Items, p.OtherItem, p.Level, p.Subject,
		p.Certificate, p.Date, p.Voucher, p.Paid, p.Returned, p.NotPaid)
}
