package reconcile

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Payment is one payment of a ledger (拨付台账): what one row says in the words
// of the report. Accounts and telephones have no field: they are not read.
type Payment struct {
	Ref          calc.Ref // file, sheet, row, and the column of the amount
	District     string   // standard name, "" where the row names none that we know
	Company      string
	FormerName   string // from （原…）, （曾用名…）
	CreditCode   string
	Account      string   // 收款户名, "" where the ledger has no such column
	Items        []string // ids of what the row pays for; none where it does not say
	OtherItem    string   // what the row pays for, where that is no item of the policy
	Level        string
	Subject      string
	Certificate  string
	Date         written.Date
	Voucher      string
	Year         int        // award year: that the row names, else the one that it was given; 0 while unknown
	PurposeYear  int        // that its item or use names: of awards, of recognitions, of payments
	ForAward     bool       // of the first two
	DocumentYear int        // of the document's number: 〔2024〕
	Source       int        // which of the payments as they were read
	Part         bool       // a further part of a payment that was cut by years
	Issued       money.Yuan // 下达, where the ledger says that beside what was paid
	Paid         money.Yuan // gross; negative only where the ledger books a negative sum that it does not call a return
	Returned     money.Yuan // 退回, 退汇: what came back, zero or more
	NotPaid      money.Yuan // what the ledger names and says was not paid: it meets no award
	Bounced      bool       // the remark says 退汇 beside a positive sum: see pairReturns
	Remark       string
	County       string // the district whose finance office was paid, "" where a firm was
	Office       string // that office, as the row names it
}

// Net is what stayed with the payee.
func (p *Payment) Net() money.Yuan { return p.Paid.Sub(p.Returned) }

// pairReturns reads the rows whose remark says 退汇 beside a positive sum.
// Where an equal payment to the same company stands before it, the row books
// that payment's return; so it does of a larger one, where the remark says that
// money was given back rather than that the bank sent the payment back. Where
// none does, the row is itself the payment that came back. Either way the row is
// pointed out.
func pairReturns(payments []Payment) ([]Payment, calc.Findings) {
	settled := slices.Clone(payments)
	var fs calc.Findings
	taken, given := map[int]bool{}, map[int]money.Yuan{}
	for i := range settled {
		p := &settled[i]
		if !p.Bounced {
			continue
		}
		p.Returned = p.Paid
		how := "这一笔付出后被退回"
		equal := func(j int) bool { return !taken[j] && settled[j].Paid.Equal(p.Paid) }
		larger := func(j int) bool {
			return !taken[j] && settled[j].Net().Sub(given[j]).Cmp(p.Paid) >= 0 && !byTheBank(p.Remark)
		}
		if j := lastBefore(settled, i, equal); j >= 0 {
			taken[j] = true
			p.Paid = money.Yuan{}
			how = "冲减 " + settled[j].Ref.String() + " 的一笔"
		} else if j := lastBefore(settled, i, larger); j >= 0 {
			given[j] = given[j].Add(p.Paid)
			p.Paid = money.Yuan{}
			how = "冲减 " + settled[j].Ref.String() + " 的一笔中的一部分"
		}
		fs.Add("ledger/returned-row", p.Ref, p.Remark, p.Returned.String(), how)
	}
	return settled, fs
}

// byTheBank tells of a remark that the bank sent the payment back: all of it.
func byTheBank(remark string) bool {
	return strings.Contains(remark, "退汇") || strings.Contains(remark, "退票")
}

// lastBefore is the last payment before the i-th that it can take back: one of
// the same receiver of which enough is left; -1 where there is none.
func lastBefore(ps []Payment, i int, enough func(j int) bool) int {
	last := -1
	for j := range ps {
		if j != i && !ps[j].Bounced && enough(j) && sameReceiver(&ps[j], &ps[i]) &&
			earlier(ps, j, i) && (last < 0 || earlier(ps, last, j)) {
			last = j
		}
	}
	return last
}

// earlier orders two payments by their dates, where both are dated, then by
// their place.
func earlier(ps []Payment, i, j int) bool {
	if !ps[i].Date.IsZero() && !ps[j].Date.IsZero() {
		if c := ps[i].Date.Compare(ps[j].Date); c != 0 {
			return c < 0
		}
	}
	return i < j
}

// sameReceiver tells whether two rows are about one company and may be about
// one thing.
func sameReceiver(p, q *Payment) bool {
	one := written.CompanyKey(p.Company) == written.CompanyKey(q.Company)
	if p.CreditCode != "" && q.CreditCode != "" {
		one = p.CreditCode == q.CreditCode
	}
	return one && !differ(p.Subject, q.Subject) && !differ(p.Certificate, q.Certificate) &&
		(len(p.Items) == 0 || len(q.Items) == 0 ||
			slices.ContainsFunc(p.Items, func(id string) bool { return slices.Contains(q.Items, id) }))
}

// differ tells whether two texts are both there and not the same.
func differ(a, b string) bool { return a != "" && b != "" && !sameText(a, b) }
