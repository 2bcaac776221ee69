package report

import (
	"fmt"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// listing is a sheet that lists records, as it must read back.
type listing struct {
	sheet  string
	lines  int
	record func(n int) int // of line n, from 0
	texts  []textCell
	sums   []sumCell
	held   func(*calc.Record, *calc.Decision) // what else to do with each, nil for nothing

	textCols, sumCols []int
	totals            []money.Yuan // by sum, of the lines so far
	digits            []byte
}

// textCell is a heading and the text under it.
type textCell struct {
	head string
	want func(i int, r *calc.Record, d *calc.Decision) string
}

// sumCell is a heading and the amount under it, nil for an empty cell, and
// whether the line of totals adds them up.
type sumCell struct {
	head  string
	total bool
	want  func(r *calc.Record, d *calc.Decision) *money.Yuan
}

// recordTexts and recordSums are what 认定记录 says of a record.
var recordTexts = []textCell{
	{headKey, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Key }},
	{headDistrict, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.District }},
	{headCompany, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Company }},
	{headCode, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.CreditCode }},
	{headClause, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Clause }},
	{headItemID, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Item }},
	{headLevel, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Level }},
	{headFile, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Source.File }},
	{headSheet, func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Source.Sheet }},
	{headSourceRow, func(_ int, r *calc.Record, _ *calc.Decision) string { return strconv.Itoa(r.Source.Row) }},
	{headOutcome, func(_ int, _ *calc.Record, d *calc.Decision) string { return d.Outcome.Name() }},
	{headReasonCode, func(_ int, _ *calc.Record, d *calc.Decision) string { return d.Reason }},
	{headBy, func(_ int, _ *calc.Record, d *calc.Decision) string { return d.By }},
	{headPayee, func(_ int, _ *calc.Record, d *calc.Decision) string { return d.Payee }},
	{headDoubt, func(_ int, _ *calc.Record, d *calc.Decision) string { return joinDoubts(d.Doubts) }},
	{headRuling, func(_ int, _ *calc.Record, d *calc.Decision) string {
		if d.Ruling == nil {
			return ""
		}
		return rulingWord(d.Ruling.Grant)
	}},
	{headRulingBasis, func(_ int, _ *calc.Record, d *calc.Decision) string {
		if d.Ruling == nil {
			return ""
		}
		return d.Ruling.Basis
	}},
}

var recordSums = []sumCell{
	{headEntitled, true, func(_ *calc.Record, d *calc.Decision) *money.Yuan { return &d.Entitled }},
	{headAmount, true, func(_ *calc.Record, d *calc.Decision) *money.Yuan { return &d.Amount }},
	{headBase, false, func(r *calc.Record, _ *calc.Decision) *money.Yuan { return r.Base }},
	{headApproved, false, func(r *calc.Record, _ *calc.Decision) *money.Yuan { return r.Approved }},
	{headClaimed, false, func(r *calc.Record, _ *calc.Decision) *money.Yuan { return r.Claimed }},
	{headRulingAmount, false, func(_ *calc.Record, d *calc.Decision) *money.Yuan {
		if d.Ruling == nil {
			return nil
		}
		return d.Ruling.Amount
	}},
}

// awardTexts and awardSums are what 奖补明细 says of a granted record.
var awardTexts = []textCell{
	{"县区", func(_ int, r *calc.Record, _ *calc.Decision) string { return r.District }},
	{"单位名称", func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Company }},
	{"统一社会信用代码", func(_ int, r *calc.Record, _ *calc.Decision) string { return r.CreditCode }},
	{"条款", func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Clause }},
	{"级别", func(_ int, r *calc.Record, _ *calc.Decision) string { return r.Level }},
	{"来源", func(_ int, r *calc.Record, _ *calc.Decision) string { return source(r.Source) }},
}

var awardSums = []sumCell{
	{"应奖金额(元)", true, func(_ *calc.Record, d *calc.Decision) *money.Yuan { return &d.Entitled }},
	{"奖补金额(元)", true, func(_ *calc.Record, d *calc.Decision) *money.Yuan { return &d.Amount }},
}

// listing reads a sheet of records: so many lines, each with what the result
// says of its record, and the totals behind them.
func (c *checker) listing(l *listing) error {
	t := &tableRow{rd: c.reader, sheet: l.sheet}
	l.totals = make([]money.Yuan, len(l.sums))
	n, totals := 0, false
	var fault error
	fs := c.sheet[l.sheet].Rows(func(line sheets.Line) bool {
		t.row = line.Number
		t.set(line.Cells)
		switch {
		case t.cols == nil:
			l.find(t)
		case !totals && t.text1() == totalWord:
			totals = true
			fault = l.holdTotals(t)
		case n == l.lines || totals:
			fault = fmt.Errorf("%s is one line too many", t.ref())
		default:
			i := l.record(n)
			fault = l.hold(t, i, &c.result.Records[i], &c.result.Decisions[i])
			n++
		}
		return fault == nil
	})
	c.take(fs)
	if fault == nil && (n != l.lines || !totals) {
		fault = fmt.Errorf("%s has %d lines, not %d", l.sheet, n, l.lines)
	}
	return fault
}

// find takes the line as the heading if it holds all that is looked for.
func (l *listing) find(t *tableRow) {
	cols := map[string]int{}
	for i, c := range t.cells {
		cols[c.Text] = i
	}
	l.textCols, l.sumCols = l.textCols[:0], l.sumCols[:0]
	for _, x := range l.texts {
		l.textCols = append(l.textCols, cols[x.head])
	}
	for _, x := range l.sums {
		l.sumCols = append(l.sumCols, cols[x.head])
	}
	for _, col := range append(l.textCols, l.sumCols...) {
		if col == 0 {
			return
		}
	}
	t.cols = cols
}

// hold compares a line with its record.
func (l *listing) hold(t *tableRow, i int, r *calc.Record, d *calc.Decision) error {
	for n := range l.texts {
		want, got := l.texts[n].want(i, r, d), t.column(l.textCols[n]).Text
		if got != want && strings.TrimSpace(got) != clean(want) {
			return fmt.Errorf("%s: %s is %q, not %q", t.ref().At(l.textCols[n]), l.texts[n].head, got, want)
		}
	}
	for n := range l.sums {
		want := l.sums[n].want(r, d)
		if err := l.holdSum(t, l.sums[n].head, l.sumCols[n], want); err != nil {
			return err
		}
		if l.sums[n].total {
			l.totals[n] = l.totals[n].Add(*want)
		}
	}
	if l.held != nil {
		l.held(r, d)
	}
	return nil
}

// holdSum compares an amount, which must stand as a number with exactly its
// digits.
func (l *listing) holdSum(t *tableRow, head string, col int, want *money.Yuan) error {
	c := t.column(col)
	if want == nil {
		if !c.IsEmpty() {
			return fmt.Errorf("%s: %s is %s, not empty", t.ref().At(col), head, c.Text)
		}
		return nil
	}
	l.digits = want.Append(l.digits[:0])
	if c.Kind != calc.CellNumber || c.Text != string(l.digits) {
		return fmt.Errorf("%s: %s is %s, not %s", t.ref().At(col), head, c.Text, l.digits)
	}
	return nil
}

// holdTotals compares the line of totals with those of the records.
func (l *listing) holdTotals(t *tableRow) error {
	for n := range l.sums {
		if !l.sums[n].total {
			continue
		}
		if err := l.holdSum(t, l.sums[n].head, l.sumCols[n], &l.totals[n]); err != nil {
			return err
		}
	}
	return nil
}

// column is the cell of a column, an empty one where there is none.
func (t *tableRow) column(col int) calc.Cell {
	if col < len(t.cells) {
		return t.cells[col]
	}
	return calc.Cell{}
}
