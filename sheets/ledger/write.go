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
		func() error { return b.fill(b.lines) }, b.writeProgress, b.writeProblems, b.writeAccounts} {
		if err == nil {
			err = lay()
		}
	}
	if err == nil && len(rec.ToCounties) > 0 {
		err = b.fill(b.sent)
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
// side.
type row struct {
	line    int
	award   *calc.AwardLine
	payment *payment
}

// payment is a share of a payment, with the district and item it counts under.
type payment struct {
	*reconcile.Payment
	share          *reconcile.Share
	district, item string
}

// listRows lists every award and every share once, line by line, each award
// beside what was paid for it.
func (b *book) listRows() {
	for i := range b.rec.Lines {
		l := &b.rec.Lines[i]
		for _, a := range l.Awards {
			before := len(b.rows)
			b.listShares(i, a)
			if len(b.rows) == before {
				b.rows = append(b.rows, row{line: i})
			}
			b.rows[before].award = &b.rec.Awards[a]
		}
		b.listShares(i, -1)
	}
}

// listShares lists what was paid in a line for an award, -1 for none.
func (b *book) listShares(line, award int) {
	l := &b.rec.Lines[line]
	for n := range l.Shares {
		s := &l.Shares[n]
		if s.Award == award {
			district, item := b.rec.Place(l, *s)
			b.rows = append(b.rows, row{line, nil, &payment{&b.rec.Payments[s.Payment], s, district, item}})
		}
	}
}

// unnamed stands where neither side names a district or item.
const unnamed = "未注明"

func named(s string) string { return cmp.Or(s, unnamed) }

// itemName is an item as the policy names it, the id itself where it has none.
func (b *book) itemName(id string) string {
	return cmp.Or(b.policy.ItemName(id), named(id))
}

// lineItems and lineDistricts are what a line is about, in words.
func (b *book) lineItems(l *reconcile.Line) string {
	return named(strings.Join(calc.Mapped(b.rec.LineItems(l), b.itemName), "、"))
}

func (b *book) lineDistricts(l *reconcile.Line) string {
	return named(strings.Join(b.rec.LineDistricts(l), "、"))
}

// placesColumn is a column of places, the first of each cell as a link.
func placesColumn[T any](line write.Lines[T], head string, least, most int,
	of func(*T) []calc.Ref) write.ListColumn {
	return line.Column(head, write.StyleWrap, least, most, func(p *write.SheetWriter, s write.Style, x *T) {
		refs := of(x)
		if len(refs) == 0 {
			p.Blank(s)
			return
		}
		p.Reference(strings.Join(calc.Mapped(refs, func(r calc.Ref) string { return r.String() }), "；"), refs[0])
	})
}

// putStatus writes the status of a line, red where a person must act.
func putStatus(p *write.SheetWriter, s write.Style, l *reconcile.Line) {
	if l.Status != reconcile.StatusMatched {
		s = write.StyleBad
	}
	p.Text(s, l.Status.Name())
}

// fill lays a list. The free line of an empty one is plain: nothing is to be
// filled in there.
func (b *book) fill(l write.List) error {
	for i := range l.Columns {
		if l.Lines == 0 {
			l.Columns[i].Style = write.StyleText
		}
	}
	return b.draft.FillList(l)
}

// note is the line under a title.
func (b *book) note(more string) string {
	return "依据：" + b.policy.Document + "　奖补年度：" + strconv.Itoa(b.rec.AwardYear) + "　" + more
}

const unitYuan = "单位：元"
