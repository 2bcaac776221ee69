package report

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// Check reads a report that was just written back from the disk and holds it
// against the result that it was made of: every record with its decision, every
// amount, every total, and every part to its last byte. A difference is a fault
// of the program, and the report must not be handed on.
//
// It reads once, keeps nothing and reads nothing but cells, so that a report of
// a million records costs it a tenth of what [Read] would take.
func Check(path string, r *calc.Result) error {
	book, err := sheets.OpenWritten(path)
	if err != nil {
		return fmt.Errorf("the written report cannot be read back: %w", err)
	}
	defer book.Close()
	c := &checker{reader: newReader(&book.Book), result: r, awards: awardOrder(r), sum: newSums()}
	for _, name := range Sheets {
		if c.sheet[name] == nil {
			return fmt.Errorf("the written report has no sheet %s", name)
		}
	}
	for _, check := range []func() error{c.head, c.records, c.awardLines, c.sums, c.rulings, c.others} {
		if err := errors.Join(check(), c.contradiction()); err != nil {
			return fmt.Errorf("the written report, read back: %w", err)
		}
	}
	return book.Check()
}

// checker is a written report being read.
type checker struct {
	*reader
	result *calc.Result
	awards []int   // the granted records in the order of 奖补明细
	serial []int32 // by record, its line there
	sum    *sums   // of the awards
}

// contradiction is what the reader itself found.
func (c *checker) contradiction() error {
	for _, f := range c.findings {
		if f.Severity() == calc.Error {
			return fmt.Errorf("%s at %s: %s", f.Code, f.Ref, f.Message())
		}
	}
	return nil
}

func (c *checker) head() error {
	c.readBasis()
	rep, r := c.out, c.result
	if rep.Policy != clean(r.Policy.ID) || rep.Document != clean(r.Policy.Document) || rep.Year != r.AwardYear {
		return fmt.Errorf("%s %s %d", rep.Policy, rep.Document, rep.Year)
	}
	for _, rd := range r.Policy.Readings {
		if rep.Readings[rd.Name] != r.Readings[rd.Name] {
			return fmt.Errorf("reading %s is %q, not %q", rd.Name, rep.Readings[rd.Name], r.Readings[rd.Name])
		}
	}
	same := slices.EqualFunc(rep.Inputs, r.Inputs, func(a, b calc.Input) bool {
		return a.File == clean(b.File) && a.SHA256 == b.SHA256 && a.Rows == b.Rows && a.Status == b.Status
	})
	if !same {
		return fmt.Errorf("%d inputs differ from %d", len(rep.Inputs), len(r.Inputs))
	}
	if rep.Stated.Records != r.Totals.Records || rep.Stated.Records != len(r.Records) || !rep.Stated.Amount.Equal(r.Totals.Amount) {
		return fmt.Errorf("%d records and %s stated, not %d and %s", rep.Stated.Records, rep.Stated.Amount, r.Totals.Records, r.Totals.Amount)
	}
	for _, o := range calc.Outcomes {
		if rep.Stated.Outcomes[o] != r.Totals.Outcomes[o] {
			return fmt.Errorf("%d %s stated, not %d", rep.Stated.Outcomes[o], o, r.Totals.Outcomes[o])
		}
	}
	return nil
}

// records holds 认定记录, which lists all records in their order.
func (c *checker) records() error {
	c.serial = make([]int32, len(c.result.Records))
	for n, i := range c.awards {
		c.serial[i] = int32(n + 1)
	}
	serial := func(i int, _ *calc.Record, _ *calc.Decision) string {
		if c.serial[i] == 0 {
			return ""
		}
		return strconv.Itoa(int(c.serial[i]))
	}
	l := listing{sheet: SheetRecords, lines: len(c.result.Records), record: func(n int) int { return n },
		texts: append([]textCell{{headAwardSerial, serial}}, recordTexts...), sums: recordSums}
	return c.listing(&l)
}

// awardLines holds 奖补明细, which lists every granted record once, and adds
// the awards up for the sheets of totals.
func (c *checker) awardLines() error {
	if n := c.result.Totals.Outcomes[calc.Granted]; len(c.awards) != n {
		return fmt.Errorf("%d records are granted, not %d", len(c.awards), n)
	}
	serial := func(i int, _ *calc.Record, _ *calc.Decision) string { return strconv.Itoa(int(c.serial[i])) }
	item := func(_ int, r *calc.Record, _ *calc.Decision) string { return itemName(c.result.Policy, r) }
	add := func(r *calc.Record, d *calc.Decision) {
		c.sum.add(r.CreditCode, sumGroup{r.District, r.Clause, itemName(c.result.Policy, r), r.Level}, d.Amount)
	}
	l := listing{sheet: SheetAwards, lines: len(c.awards), record: func(n int) int { return c.awards[n] },
		texts: append([]textCell{{"序号", serial}, {"奖补事项", item}}, awardTexts...), sums: awardSums, held: add}
	return c.listing(&l)
}

// sums holds the totals of 企业汇总, 县区汇总 and 条款汇总 against those of the
// awards.
func (c *checker) sums() error {
	if c.sum.end(); !c.sum.total.Equal(c.result.Totals.Amount) {
		return fmt.Errorf("the awards add up to %s, not %s", c.sum.total, c.result.Totals.Amount)
	}
	c.holdSums(c.sum, map[[2]string]string{})
	return nil
}

// rulings holds 待核事项: the rulings that were applied are filled in still.
func (c *checker) rulings() error {
	open, ruled := map[string]*Record{}, 0
	for i := range c.result.Decisions {
		d, r := &c.result.Decisions[i], &c.result.Records[i]
		if d.Outcome == calc.Held || d.Ruling != nil {
			open[clean(r.Key)] = &Record{Record: *r, Decision: *d}
		}
		if d.Ruling != nil {
			ruled++
		}
	}
	if c.readRulings(open); len(c.out.Rulings) != ruled {
		return fmt.Errorf("%d rulings, not %d", len(c.out.Rulings), ruled)
	}
	return nil
}

// others reads the sheets that nothing else is held against, to their ends.
func (c *checker) others() error {
	for _, s := range c.book.Sheets {
		if !slices.Contains(checked, s.Name) {
			c.take(s.Rows(func(sheets.Line) bool { return true }))
		}
	}
	return nil
}

// checked are the sheets whose content is held against the result.
var checked = []string{SheetBasis, SheetRecords, SheetAwards, SheetCompanies, SheetDistricts, SheetClauses, SheetHeld}
