package reconcile

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"slices"
	"strconv"
)

// Status is what a line of the reconciliation comes to.
type Status string

// The statuses of the contract. A line has one: the first that fits of
// unexpected, unpaid, then of the differences in money, then of who was paid
// and through whom.
const (
	StatusMatched    Status = "matched"
	StatusAmount     Status = "amount"     // paid another sum
	StatusUnpaid     Status = "unpaid"     // awarded, not paid
	StatusUnexpected Status = "unexpected" // paid, not awarded
	StatusDuplicate  Status = "duplicate"  // paid twice
	StatusPayee      Status = "payee"      // the right sum to another name, code or account
	StatusDistrict   Status = "district"   // the right sum through another district
	StatusUnit       Status = "unit"       // the sums differ by ten thousand: 元 for 万元
	StatusReturned   Status = "returned"   // paid and sent back
	StatusNotPaid    Status = "not-paid"   // in the ledger, which says that it was not paid
	StatusSent       Status = "sent"       // not paid here: the district's finance office has the money
)

// Statuses lists them in the order of reports.
var Statuses = []Status{StatusMatched, StatusAmount, StatusUnpaid, StatusUnexpected, StatusDuplicate,
	StatusPayee, StatusDistrict, StatusUnit, StatusReturned, StatusNotPaid, StatusSent}

var matchStatusNames = map[Status]string{
	StatusMatched: "相符", StatusAmount: "金额不符", StatusUnpaid: "未拨付", StatusUnexpected: "报告中没有", StatusDuplicate: "重复拨付",
	StatusPayee: "收款单位不符", StatusDistrict: "拨付县区不符", StatusUnit: "金额单位有误", StatusReturned: "已退回",
	StatusNotPaid: "台账注明未拨付", StatusSent: "已拨县区财政",
}

// Name is the status in Chinese, as reports print it.
func (s Status) Name() string { return matchStatusNames[s] }

// Settled tells that a line needs nobody: it matches, or it is for its
// district to pay.
func (s Status) Settled() bool { return s == StatusMatched || s == StatusSent }

// Line is one line of the reconciliation: the awards of one company that
// belong together with the payments made for them. Every award and every
// payment stands in exactly one line.
type Line struct {
	Status     Status
	Company    string // as the report writes it, as the ledger does where nothing was awarded
	CreditCode string
	Awards     []int // indexes into Reconciliation.Awards
	Payments   []int // indexes into Reconciliation.Payments
	Sums
	Note   string // Chinese: what differs and in which direction
	Shares []Share
}

// Share is the part of one payment that went to one award, so that the sums by
// district and item hold for merged and split payments too. Award is -1 where
// the payment meets none.
type Share struct {
	Award    int
	Payment  int
	Paid     money.Yuan
	Returned money.Yuan
}

// Reconciliation is the awards of a report beside the payments of its ledgers.
type Reconciliation struct {
	AwardYear int
	Awards    []calc.AwardLine
	Payments  []Payment // as settled and cut by years: see pairReturns and divide
	Lines     []Line
	Findings  calc.Findings
	Totals    Reckoning
	Districts []Reckoning
	Items     []Reckoning        // Name is the item's id
	Others    []OtherYear        // set aside: of years that no report is of
	Sheets    []calc.FileAccount // of the ledgers: what became of their lines
	// paid to the finance offices of districts rather than to firms, and what each district was sent beside its
	// awards: by year, then in the order of the awards; none where nothing was sent
	ToCounties []Payment
	Counties   []County
}

// Reckoning is one line of the sums by a name.
type Reckoning struct {
	Name string
	Sums
}

// Reconcile sets the payments of the ledgers against the awards of a report,
// with zero tolerance: one fen is a difference. Payments find their company by
// credit code, by exact name only where a code is missing on one side (a
// finding says so), and within the company their awards by certificate, item
// and subject. One payment may pay several awards and several payments one
// award. Of awards of several years a payment goes to those of the year that it
// names, else to the oldest. The lines stand in the order of the awards; payments that meet none
// follow in the order of the ledger.
func Reconcile(awards []calc.AwardLine, payments []Payment, awardYear int) *Reconciliation {
	rec := &Reconciliation{AwardYear: awardYear, Awards: inYear(awards, awardYear)}
	rec.setAside(payments)
	paired, found := pairReturns(rec.Payments)
	rec.Payments, rec.Findings = paired, append(rec.Findings, found...)
	rec.separateCounties()
	rec.divide()
	m := newMatcher(rec)
	m.assign()
	for f := range m.companies {
		for _, one := range m.matches(f) {
			rec.Lines = append(rec.Lines, m.line(f, one))
		}
	}
	rec.Lines = append(append(rec.Lines, m.unmatchedPayments()...), m.notPaid()...)
	sortLines(rec.Lines, len(awards))
	rec.pairCounties()
	rec.hintNames()
	rec.checkReturns()
	rec.checkDates()
	rec.checkAnyMatch()
	rec.addUp()
	return rec
}

// Open is how many lines a person must act on.
func (rec *Reconciliation) Open() int {
	return calc.Count(rec.Lines, func(l *Line) bool { return !l.Status.Settled() })
}

// checkDates points out payments dated before the award year began: nothing
// was awarded then.
func (rec *Reconciliation) checkDates() {
	oldest := rec.years()[0]
	for i := range rec.Payments {
		p := &rec.Payments[i]
		if first := cmp.Or(p.Year, oldest); !p.Date.IsZero() && !p.Part && p.Date.Year < first {
			rec.Findings.Add("ledger/before-award", p.Ref, p.Date.String(), strconv.Itoa(first))
		}
	}
}

// checkAnyMatch asks whether the ledger belongs to the report at all, where
// not one payment meets an award.
func (rec *Reconciliation) checkAnyMatch() {
	met := func(l Line) bool { return len(l.Awards) > 0 && len(l.Payments) > 0 }
	if len(rec.Awards) == 0 || len(rec.Payments)+len(rec.Others) == 0 || len(rec.ToCounties) > 0 ||
		slices.ContainsFunc(rec.Lines, met) {
		return
	}
	var at calc.Ref
	if len(rec.Payments) > 0 {
		at = rec.Payments[0].Ref
	} else {
		at = rec.Others[0].Ref
	}
	rec.Findings.Add("ledger/nothing-matches", calc.Ref{File: at.File, Sheet: at.Sheet}, strconv.Itoa(rec.AwardYear))
}
