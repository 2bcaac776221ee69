package report

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets/write"
)

// The sheets of the report, in their order.
const (
	SheetSummary   = "汇总"
	SheetAwards    = "奖补明细"
	SheetCompanies = "企业汇总"
	SheetDistricts = "县区汇总"
	SheetClauses   = "条款汇总"
	SheetBudget    = "预算核对"
	SheetDisplaced = "就高去重"
	SheetRefused   = "不予奖补"
	SheetHeld      = "待核事项"
	SheetFindings  = "问题清单"
	SheetRecords   = "认定记录"
	SheetBasis     = "口径与依据"
)

// Sheets lists them.
var Sheets = []string{SheetSummary, SheetAwards, SheetCompanies, SheetDistricts, SheetClauses, SheetBudget,
	SheetDisplaced, SheetRefused, SheetHeld, SheetFindings, SheetRecords, SheetBasis}

// MaxLiveAwards is the number of lines in 奖补明细 up to which 企业汇总 stands
// in formulas. Each of its lines looks through all of them, so that twice the
// awards take four times the recalculation; above it the sheet holds values
// and says so. 5,000 lines recalculate in about a second.
const MaxLiveAwards = 5000

// book is a result being laid out.
type book struct {
	draft     *write.Workbook
	result    *calc.Result
	policy    *calc.Policy
	title     string         // 连云港市2024年度…
	awards    []int          // granted records, in the order of 奖补明细
	serial    []int32        // by record: its 序号 in 奖补明细, 0 where it has none
	place     map[string]int // record by key, of those that a decision or another reading names
	groups    []group
	companies []company
	payee     func(record int) int // its company as a number
	nextAward []int32              // by award: the next one of its company
	clauses   []clauseLine
	steps     prose         // 依据步骤
	bases     prose         // 依据
	lost      map[int][]int // lines of 就高去重 by the record that stands
	scratch   []byte        // of the words being put together
	views     []budgetView  // by clause, district, office, payee
}

// Extra is a sheet that another room lays behind those of the report.
type Extra struct {
	Name string
	Lay  func(*write.Workbook) error
}

// Write writes the consolidated report of a result as one workbook, and behind
// its own sheets the extra ones. The same result gives the same bytes. An error is a fault of the disk or of the
// program; nothing in the data can cause one.
func Write(w io.Writer, r *calc.Result, extra ...Extra) error {
	b, err := newBook(r, extra)
	if err != nil {
		return err
	}
	for _, lay := range []func() error{b.laySummary, b.layAwards, b.layCompanies, b.layDistricts, b.layClauses, b.layBudget,
		b.layDisplaced, b.layRefused, b.layHeld, b.layFindings, b.layRecords, b.layBasis, b.layAccounts, b.layChanges, b.layWhatIf} {
		if err := lay(); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	for _, x := range extra {
		if err := x.Lay(b.draft); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	if err := b.draft.Write(w); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

func newBook(r *calc.Result, extra []Extra) (*book, error) {
	title := r.Policy.City + strconv.Itoa(r.AwardYear) + "年度奖补资金核定"
	draft, err := write.NewOutput("奖补报告", title, sheetNames(r, extra)...)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	b := &book{draft: draft, result: r, policy: r.Policy, title: title,
		serial: make([]int32, len(r.Records)), place: placesNamed(r), steps: newProse(stepLines)}
	b.bases = newProse(b.basis)
	b.sortAwards()
	b.lost = b.lostTo()
	b.groups = groupRecords(r)
	b.groupCompanies()
	b.clauses = b.listClauses()
	b.views = b.budgetViews()
	return b, nil
}

// record and decision of an index.
func (b *book) record(i int) (*calc.Record, *calc.Decision) {
	return &b.result.Records[i], &b.result.Decisions[i]
}

// itemName is the item as the policy names it, or what the row named.
func (b *book) itemName(r *calc.Record) string { return itemName(b.policy, r) }

func itemName(p *calc.Policy, r *calc.Record) string {
	if it, ok := p.Item(r.Item); ok {
		return it.Name
	}
	return cmp.Or(r.NotCovered, r.Item)
}

// note is the line under a title: the document, the year, and what the sheet
// says of itself.
func (b *book) note(more string) string {
	s := "依据：" + b.policy.Document + "　奖补年度：" + strconv.Itoa(b.result.AwardYear)
	if more != "" {
		s += "　" + more
	}
	return s
}

const unitYuan = "单位：元"

// source is where a record stands, as the report prints it.
func source(r calc.Ref) string { return r.File + "!" + r.Sheet + "!" + strconv.Itoa(r.Row) }

// writeSource writes a source that leads to its cell where it can be a link.
func writeSource(p *write.SheetWriter, r calc.Ref) { p.Place(source(r), r) }

// writeDate writes a date in the precision in which it was given.
func writeDate(p *write.SheetWriter, d written.Date) { p.Text(write.LookCentre, d.String()) }
