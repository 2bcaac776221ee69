package ledger

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/written"
)

// minCopy is how many payments a sheet has at least that is taken for a copy:
// one payment may happen twice.
const minCopy = 2

// WithoutCopies leaves out the payments of sheets that only repeat those of
// others, in the same workbook or another: a hidden copy, a second file, a
// summary by company. Payments that say the same in every column, dates and
// vouchers too, are the same; where none is dated it is asked about, except of
// sheets that name their batch. A sheet with a payment of its own stays whole.
func WithoutCopies(payments []reconcile.Payment) ([]reconcile.Payment, calc.Findings) {
	var findings calc.Findings
	var kept []reconcile.Payment
	left := map[string]int{} // payments of the sheets that are kept
	later := payments
	for sheet := range calc.Runs(payments, ofOneSheet) {
		later = later[len(sheet):]
		code := copyOf(sheet, left, slices.Concat(kept, later))
		if code == "" {
			code = heldBy(sheet, later, payments)
		}
		if code != "" {
			at := sheet[0].Ref
			findings.Add(code, calc.Ref{File: at.File, Sheet: at.Sheet}, at.Sheet, fmt.Sprint(len(sheet)))
		} else {
			for i := range sheet {
				left[wording(&sheet[i])]++
			}
			kept = append(kept, sheet...)
		}
	}
	return slices.Clip(kept), findings
}

// copyOf is the finding of a sheet that repeats others, "" of one that does not.
func copyOf(sheet []reconcile.Payment, left map[string]int, others []reconcile.Payment) calc.Code {
	switch {
	case len(sheet) < minCopy:
	case repeats(sheet, left) && dated(sheet):
		return "ledger/copy"
	case repeats(sheet, left) && !batch.MatchString(sheet[0].Ref.Sheet):
		return "ledger/copy-unsure"
	case addsUp(sheet, others), addsUpByDistrict(sheet, others):
		return "ledger/summary"
	}
	return ""
}

// heldBy is the finding of a sheet whose payments all stand in a longer one
// further on, which has more of its own than any other: a running ledger as it
// was a month before.
func heldBy(sheet, later, all []reconcile.Payment) calc.Code {
	for longer := range calc.Runs(later, ofOneSheet) {
		has := map[string]int{}
		for i := range longer {
			has[wording(&longer[i])]++
		}
		if len(longer) > len(sheet) && len(sheet) >= minCopy && repeats(sheet, has) &&
			!repeats(longer, without(all, longer)) {
			switch {
			case dated(sheet):
				return "ledger/copy"
			case !batch.MatchString(sheet[0].Ref.Sheet + longer[0].Ref.Sheet):
				return "ledger/copy-unsure"
			}
		}
	}
	return ""
}

// without counts what all payments but those of one sheet say.
func without(all, sheet []reconcile.Payment) map[string]int {
	n := map[string]int{}
	for i := range all {
		if !ofOneSheet(&all[i], &sheet[0]) {
			n[wording(&all[i])]++
		}
	}
	return n
}

// batch tells of a sheet's name that it holds one of several payments of the
// same sums: 第二批, 3月.
var batch = regexp.MustCompile(`第?[0-9一二三四五六七八九十]+[批期次月]|季度|[上下]半年|首批`)

// dated tells whether each payment of a sheet says when or by which voucher it
// was made.
func dated(sheet []reconcile.Payment) bool {
	return !slices.ContainsFunc(sheet, func(p reconcile.Payment) bool { return p.Date.IsZero() && p.Voucher == "" })
}

// repeats tells whether each payment of a sheet stands as often in others.
func repeats(sheet []reconcile.Payment, others map[string]int) bool {
	own := map[string]int{}
	for i := range sheet {
		w := wording(&sheet[i])
		if own[w]++; own[w] > others[w] {
			return false
		}
	}
	return true
}

// addsUp tells of a sheet that names neither item nor date that its sums are
// those of each company in the other sheets, which name items.
func addsUp(sheet, others []reconcile.Payment) bool {
	return areSums(sheet, others,
		func(p *reconcile.Payment) (string, bool) { return payeeOf(p), len(p.Items) > 0 },
		func(p *reconcile.Payment) (string, bool) {
			return payeeOf(p), len(p.Items) == 0 && p.Date.IsZero() && p.Voucher == ""
		})
}

// addsUpByDistrict tells of a sheet that lists districts that its sums are
// those of the firms, or finance offices, that the other sheets list in each.
func addsUpByDistrict(sheet, others []reconcile.Payment) bool {
	return areSums(sheet, others,
		func(p *reconcile.Payment) (string, bool) { return cmp.Or(p.District, p.County), p.Company != "" },
		func(p *reconcile.Payment) (string, bool) { return p.County, p.Company == "" })
}

// areSums tells whether each line of a sheet is the sum of what others pay under
// its name. Of both it is told the name, and whether they count as such.
func areSums(sheet, others []reconcile.Payment, paid, line func(*reconcile.Payment) (name string, ok bool)) bool {
	sums := map[string]money.Yuan{}
	for i := range others {
		if name, ok := paid(&others[i]); ok {
			sums[name] = sums[name].Add(others[i].Net())
		}
	}
	return !slices.ContainsFunc(sheet, func(p reconcile.Payment) bool {
		name, isLine := line(&p)
		y, ok := sums[name]
		return !isLine || !ok || !y.Equal(p.Net())
	})
}

// leaveSums leaves out the tables of a ledger that list the sums of its others: by
// item, or, below or beside them on a sheet, by district or by company. What was to
// be asked of their lines is answered by that. Sheets that are such sums as a whole
// are found among all ledgers: [WithoutCopies].
func (r *paymentReader) leaveSums() {
	for n := len(r.begun) - 1; n >= 0; n-- {
		t, to := r.begun[n], len(r.payments)
		if n+1 < len(r.begun) {
			to = r.begun[n+1].from
		}
		to = max(min(to, len(r.payments)), t.from)
		sums := slices.Clone(r.payments[t.from:to])
		others := slices.Concat(r.payments[:t.from], r.payments[to:])
		if len(sums) == 0 || !r.isSum(n, sums, others) {
			continue
		}
		r.payments = others
		for m := n + 1; m < len(r.begun); m++ {
			r.begun[m].from -= len(sums)
		}
		r.answer(n, sums)
	}
}

// isSum tells of the payments of a table that they are the sums of the others.
func (r *paymentReader) isSum(n int, sums, others []reconcile.Payment) bool {
	t := r.begun[n]
	shared := slices.ContainsFunc(r.begun, func(o begunTable) bool { return o.sheet == t.sheet && o != t })
	return t.items && addsUpByItem(sums, others) ||
		shared && len(sums) >= minCopy && (addsUp(sums, others) || addsUpByDistrict(sums, others))
}

// answer says of a table that it was left out, instead of all that was to be asked
// of it.
func (r *paymentReader) answer(n int, sums []reconcile.Payment) {
	t := r.begun[n]
	end := math.MaxInt
	if n+1 < len(r.begun) && r.begun[n+1].sheet == t.sheet && r.begun[n+1].top > t.top {
		end = r.begun[n+1].top
	}
	r.findings = slices.DeleteFunc(r.findings, func(f calc.Finding) bool {
		return f.Ref.Sheet == t.sheet && f.Ref.Row >= t.top && f.Ref.Row < end &&
			(f.Code == "table/missing-column" || f.Code == "cell/company-missing")
	})
	r.findings.Add("ledger/summary", calc.Ref{File: r.file, Sheet: t.sheet}, t.sheet, fmt.Sprint(len(sums)))
	leaveOut(r.accounts, t.sheet, len(sums))
}

// leaveOut books lines of a sheet as a copy of others.
func leaveOut(accounts []calc.SheetAccount, sheet string, lines int) {
	for i := range accounts {
		if accounts[i].Sheet == sheet {
			accounts[i].LeaveOut(lines)
		}
	}
}

// addsUpByItem tells of a sheet that lists items that its sums are those that the
// other sheets pay for each.
func addsUpByItem(sheet, others []reconcile.Payment) bool {
	return areSums(sheet, others,
		func(p *reconcile.Payment) (string, bool) { return wanted(p), true },
		func(p *reconcile.Payment) (string, bool) { return wanted(p), p.Company == "" && p.CreditCode == "" })
}

// wanted is what a payment was for.
func wanted(p *reconcile.Payment) string { return fmt.Sprint(p.Items, p.OtherItem) }

// payeeOf is who was paid, by name: a summary may leave out the codes.
func payeeOf(p *reconcile.Payment) string { return written.CompanyKey(p.Company) }

func ofOneSheet(a, b *reconcile.Payment) bool {
	return a.Ref.File == b.Ref.File && a.Ref.Sheet == b.Ref.Sheet
}

// wording is all that a payment says, without its place.
func wording(p *reconcile.Payment) string {
	return fmt.Sprintf("%s|%s|%v|%s|%s|%s|%s|%s|%s|%s|%s|%s", p.District, cmp.Or(p.CreditCode, p.Company), p.Items,
		p.OtherItem, p.Level, p.Subject, p.Certificate, p.Date, p.Voucher, p.Paid, p.Returned, p.NotPaid)
}
