package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"jiangbu/calc"
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
	workbook  *write.Workbook
	result    *calc.Result
	policy    *calc.Policy
	title     string         // 连云港市2024年度…
	id        string         // of the result
	seals     []seal         // by record
	awards    []int          // granted records, in the order of 奖补明细
	serial    []int32        // by record: its 序号 in 奖补明细, 0 where it has none
	named     map[string]int // record by key, of those that a decision or another reading names
	groups    []group
	companies []company
	payee     func(record int) int // its company as a number
	nextAward []int32              // by award: the next one of its company
	clauses   []clauseLine
	steps     prose                  // 依据步骤
	bases     prose                  // 依据
	lost      map[int][]int          // lines of 就高去重 by the record that stands
	scratch   []byte                 // of the words being put together
	lists     map[string]*write.List // by sheet
	views     []budgetView           // by clause, district, office, payee
}

// Extra is a sheet that another room lays behind those of the report.
type Extra struct {
	Name string
	Lay  func(*write.Workbook) error
}

// Output is a report to be written: a result laid out.
type Output struct{ *book }

// Lay lays out the consolidated report of a result. Link is how a link leads to a
// submitted file from where the report will lie, nil where they lie beside it;
// the extra sheets stand behind the report's own. An error is a fault of the
// program; nothing in the data can cause one but more records than a sheet has
// rows.
func Lay(r *calc.Result, link func(file string) string, extra ...Extra) (*Output, error) {
	b, err := newBook(r, extra)
	if err != nil {
		return nil, err
	}
	b.workbook.Link = link
	for _, name := range sheetNames(r, extra) {
		if err := b.writeSheet(name, extra); err != nil {
			return nil, fmt.Errorf("report: %w", err)
		}
	}
	return &Output{b}, nil
}

// writeSheet puts a sheet together.
func (b *book) writeSheet(sheet string, extra []Extra) error {
	if i := slices.IndexFunc(extra, func(x Extra) bool { return x.Name == sheet }); i >= 0 {
		return extra[i].Lay(b.workbook)
	}
	switch sheet {
	case SheetSummary:
		return b.writeSummary()
	case SheetBudget:
		return b.writeBudget()
	case SheetBasis:
		return b.writeBasis()
	case SheetAccounts:
		return b.writeAccounts()
	}
	return b.workbook.FillList(*b.lists[sheet])
}

// ID is the number of the result, by which its outputs know each other: the same
// result has the same.
func (o *Output) ID() string { return o.id }

// Write writes the report as one workbook, once. The same result gives the same
// bytes. An error is a fault of the disk or of the program.
func (o *Output) Write(w io.Writer) error {
	if err := o.workbook.Write(w); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// makeLists makes the sheets that are one list each. Their formulas find the
// columns of each other in them.
func (b *book) makeLists() {
	b.lists = map[string]*write.List{}
	lists := []func() *write.List{b.awardList, b.companyList, b.districtList, b.clauseList, b.displacedList,
		b.refusedList, b.heldList, b.findingList, b.allRecords}
	if b.result.Changes != nil {
		lists = append(lists, b.changeList)
	}
	if b.result.WhatIf != nil {
		lists = append(lists, b.whatIfList)
	}
	for _, list := range lists {
		l := list()
		b.lists[l.Sheet] = l
	}
}

func newBook(r *calc.Result, extra []Extra) (*book, error) {
	title := r.Policy.City + strconv.Itoa(r.AwardYear) + "年度奖补资金核定"
	draft, err := write.NewOutput("奖补报告", title, sheetNames(r, extra)...)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	b := &book{workbook: draft, result: r, policy: r.Policy, title: title,
		serial: make([]int32, len(r.Records)), named: placesNamed(r), steps: newProse(stepLines)}
	b.bases = newProse(b.basis)
	calc.AtOnce(func() { b.seals, b.id = sealed(r, b.budgetTexts()) },
		func() {
			b.sortAwards()
			b.lost = b.lostTo()
			b.groups = groupRecords(r)
			b.groupCompanies()
			b.clauses = b.listClauses()
			b.makeLists()
			b.views = b.budgetViews()
		})
	return b, nil
}

// record and decision of an index.
func (b *book) record(i int) (*calc.Record, *calc.Decision) {
	return &b.result.Records[i], &b.result.Decisions[i]
}

// itemName is the item as the policy names it, or what the row named.
func (b *book) itemName(r *calc.Record) string { return b.policy.Claimed(r) }

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
