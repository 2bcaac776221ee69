package ledger

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// The sheets of the reconciliation, in their order.
const (
	SheetSummary     = "对账汇总"
	SheetDifferences = "差异清单"
	SheetLines       = "对账明细"
	SheetProgress    = "年度进度"
	SheetProblems    = "台账问题"
	SheetAccounts    = write.SheetAccounts
	SheetCounties    = "县区财政拨付" // only where the ledgers hold such payments
)

// Write writes the reconciliation as one workbook: a page of sums, what to act
// on with the cells of both sides, every award and payment, how far
// each award year is, what the ledger itself left unclear, and what became of
// each of its lines. Sums are live formulas over 对账明细 with their
// values stored. The same reconciliation gives the same bytes.
func Write(w io.Writer, rec *reconcile.Reconciliation, p *calc.Policy) error {
	title := p.City + strconv.Itoa(rec.AwardYear) + "年度奖补资金"
	names := []string{SheetSummary, SheetDifferences, SheetLines, SheetProgress, SheetProblems, SheetAccounts}
	if len(rec.ToCounties) > 0 {
		names = append(names, SheetCounties)
	}
	draft, err := write.NewOutput("对账", title+"对账", names...)
	if err != nil {
		return fmt.Errorf("reconciliation: %w", err)
	}
	b := &book{draft: draft, rec: rec, policy: p, title: title}
	b.listRows()
	b.lines, b.sent = b.lineList(), b.countyList()
	for _, lay := range []func() error{b.writeSummary, b.writeDifferences,
		func() error { return draft.FillList(b.lines) }, b.writeProgress, b.writeProblems, b.writeAccounts} {
		if err == nil {
			err = lay()
		}
	}
	if err == nil && len(rec.ToCounties) > 0 {
		err = draft.FillList(b.sent)
	}
	if err == nil {
		err = draft.Write(w)
	}
	if err != nil {
		return fmt.Errorf("reconciliation: %w", err)
	}
	return nil
}

// book is a reconciliation being laid out.
type book struct {
	draft  *write.Workbook
	rec    *reconcile.Reconciliation
	policy *calc.Policy
	title  string
	rows   []row
	lines  write.List // 对账明细
	sent   write.List // 县区财政拨付
}

// row is one row of 对账明细: an award, a share of a payment, or both side by
// side. first marks the first row of its line.
type row struct {
	line  int
	first bool
	award int // -1 for none
	share *reconcile.Share
}

// listRows lists every award and every share once, line by line, each award
// beside what was paid for it.
func (b *book) listRows() {
	for i := range b.rec.Lines {
		l := &b.rec.Lines[i]
		from := len(b.rows)
		for _, a := range l.Awards {
			before := len(b.rows)
			for n := range l.Shares {
				if l.Shares[n].Award == a {
					b.rows = append(b.rows, row{line: i, award: -1, share: &l.Shares[n]})
				}
			}
			if len(b.rows) == before {
				b.rows = append(b.rows, row{line: i, award: -1})
			}
			b.rows[before].award = a
		}
		for n := range l.Shares {
			if l.Shares[n].Award < 0 {
				b.rows = append(b.rows, row{line: i, award: -1, share: &l.Shares[n]})
			}
		}
		b.rows[from].first = true
	}
}

// unnamed stands where neither side names a district or item.
const unnamed = "未注明"

func named(s string) string { return cmp.Or(s, unnamed) }

// itemName is an item as the policy names it, the id itself where it has none.
func (b *book) itemName(id string) string {
	if it, ok := b.policy.Item(id); ok {
		return it.Name
	}
	return named(id)
}

// lineItems and lineDistricts are what a line is about, in words.
func (b *book) lineItems(l *reconcile.Line) string {
	var names []string
	for _, id := range b.rec.LineItems(l) {
		names = append(names, b.itemName(id))
	}
	return named(strings.Join(names, "、"))
}

func (b *book) lineDistricts(l *reconcile.Line) string {
	return named(strings.Join(b.rec.LineDistricts(l), "、"))
}

// writePlaces writes cells of one side, the first of them as a link.
func writePlaces(p *write.SheetWriter, refs []calc.Ref) {
	if len(refs) == 0 {
		p.Blank(write.StyleWrap)
		return
	}
	words := make([]string, len(refs))
	for i, r := range refs {
		words[i] = r.String()
	}
	p.Reference(strings.Join(words, "；"), refs[0])
}

// writeStatus writes a status, red where a person must act.
func writeStatus(p *write.SheetWriter, s reconcile.Status) {
	look := write.StyleBad
	if s == reconcile.StatusMatched {
		look = write.StyleCentre
	}
	p.Text(look, s.Name())
}

// note is the line under a title.
func (b *book) note(more string) string {
	return "依据：" + b.policy.Document + "　奖补年度：" + strconv.Itoa(b.rec.AwardYear) + "　" + more
}

const unitYuan = "单位：元"
