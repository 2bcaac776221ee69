package report

import (
	"fmt"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
	"jiangbu/sheets/write"
)

// Check reads the report back that Write wrote to path. Every cell, formula and
// link of every sheet must be what was laid out, and what the reader understands
// of the sheets that others rest on (every record with its decision, the
// budget, the totals, what it all rests on) must be the result itself. A
// difference is a fault of the program, and the report must not be handed on.
func (o *Output) Check(path string) error {
	c := &checker{result: o.result, id: o.id, serial: o.serial, steps: map[sharedSteps]string{}}
	see := map[string]func(sheets.Line) error{SheetRecords: c.sheet(SheetRecords, c.record), SheetBudget: c.budget(),
		SheetBasis:     c.basis(),
		SheetCompanies: c.sums(SheetCompanies), SheetDistricts: c.sums(SheetDistricts),
		SheetClauses: c.sums(SheetClauses)}
	if err := c.addAwards(); err != nil {
		return err
	}
	if err := o.workbook.Check(path, see); err != nil {
		return err
	}
	if c.records != len(o.result.Records) {
		return fmt.Errorf("%d records are read back, not %d", c.records, len(o.result.Records))
	}
	return c.head()
}

// checker holds what is read back of a report against its result.
type checker struct {
	result  *calc.Result
	id      string
	serial  []int32 // by record, its line in 奖补明细
	records int     // read so far
	read    Record  // the last of them
	steps   map[sharedSteps]string
	rested  *reader // 口径与依据
	sum     *sums   // of the awards
}

// sheet is what looks at the lines of a list, once its heading was met.
func (c *checker) sheet(name string, line func(*tableRow) error) func(sheets.Line) error {
	rd := &reader{book: &sheets.Book{}, out: &Report{}}
	t := &tableRow{rd: rd, sheet: name}
	ended := false
	return func(l sheets.Line) error {
		t.row = l.Number
		t.set(l.Cells)
		switch {
		case ended || l.Number < write.ListFirst-1:
			return nil
		case t.cols == nil:
			t.cols = map[string]int{}
			for i, c := range t.cells {
				t.cols[c.Text] = i
			}
			return nil
		case t.text1() == totalWord:
			ended = true
			return nil
		}
		if err := line(t); err != nil {
			return fmt.Errorf("%s: %w", t.ref(), err)
		}
		return rd.findings.Fault() // what the reader itself found
	}
}

// record holds the next line of 认定记录, read as the reader reads it.
func (c *checker) record(t *tableRow) error {
	if c.records == len(c.result.Records) {
		return fmt.Errorf("one line too many")
	}
	i := c.records
	c.records++
	got := &c.read
	t.record(got)
	r, d := &c.result.Records[i], &c.result.Decisions[i]
	if got.Serial != int(c.serial[i]) {
		return fmt.Errorf("%d is its line in %s, not %d", got.Serial, SheetAwards, c.serial[i])
	}
	read := textsOf(&got.Record, &got.Decision, got.ItemName)
	for i, want := range textsOf(r, d, c.result.Policy.Claimed(r)) {
		if read[i] != want && read[i] != clean(want) {
			return fmt.Errorf("%q is read back, not %q", read[i], want)
		}
	}
	if got.Source.Row != r.Source.Row || got.LabelYear != r.LabelYear {
		return fmt.Errorf("row %d and year %d are read back", got.Source.Row, got.LabelYear)
	}
	if !got.Entitled.Equal(d.Entitled) || !got.Amount.Equal(d.Amount) {
		return fmt.Errorf("amounts %s and %s, not %s and %s", got.Entitled, got.Amount, d.Entitled, d.Amount)
	}
	if !sameYuan(got.Base, r.Base) || !sameYuan(got.Approved, r.Approved) || !sameYuan(got.Claimed, r.Claimed) {
		return fmt.Errorf("base, approved and claimed amount are others")
	}
	if !sameRuling(got.Ruling, d.Ruling) {
		return fmt.Errorf("the ruling is another")
	}
	return c.sameSteps(t.text(headSteps), d)
}

func sameYuan(a, b *money.Yuan) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

func sameRuling(got, want *calc.Ruling) bool {
	if got != nil && want != nil {
		printed := *want
		printed.Basis = clean(want.Basis)
		printed.Correct = calc.Correction{} // stands on 待核事项 alone
		want = &printed
	}
	return got.Same(want)
}

// sameSteps holds 依据步骤 against the steps of a decision. Most decisions share
// their steps, which are read once.
func (c *checker) sameSteps(text string, d *calc.Decision) error {
	if len(d.Steps) == 0 {
		if text != "" {
			return fmt.Errorf("steps %q, not none", text)
		}
		return nil
	}
	at := sharedSteps{&d.Steps[0], len(d.Steps)}
	if c.steps[at] == text && text != "" {
		return nil
	}
	got := readSteps(text)
	if len(got) != len(d.Steps) && len(text) < write.MaxCellText/2 {
		return fmt.Errorf("%d steps, not %d", len(got), len(d.Steps))
	}
	for i := range min(len(got), len(d.Steps)) {
		g, w := &got[i], &d.Steps[i]
		if len(text) < write.MaxCellText/2 &&
			(g.Clause != w.Clause || !g.Amount.Equal(w.Amount) || g.Text() != write.CellText(w.Text())) {
			return fmt.Errorf("step %q of %s, not %q of %s", g.Text(), g.Amount, w.Text(), w.Amount)
		}
	}
	if len(c.steps) == maxProse {
		clear(c.steps)
	}
	c.steps[at] = strings.Clone(text)
	return nil
}

// addAwards adds the awards up for the sheets of totals.
func (c *checker) addAwards() error {
	c.sum = newSums()
	for i := range c.result.Records {
		if r, d := &c.result.Records[i], &c.result.Decisions[i]; d.Outcome == calc.Granted {
			c.sum.add(r.CreditCode, sumGroup{r.District, r.Clause, c.result.Policy.Claimed(r), r.Level}, d.Amount)
		}
	}
	if c.sum.end(); !c.sum.total.Equal(c.result.Totals.Amount) {
		return fmt.Errorf("the awards add up to %s, not %s", c.sum.total, c.result.Totals.Amount)
	}
	return nil
}

// sums holds the lines of a sheet of sums.
func (c *checker) sums(sheet string) func(sheets.Line) error {
	table := sumTables[sheet]
	return c.sheet(sheet, func(t *tableRow) error {
		if want, known := table.of(c.sum, t); known && !t.money(table.head).Equal(want) {
			return fmt.Errorf("%s, not %s", t.cell(table.head).Text, want)
		}
		return nil
	})
}

// budget holds the lines of 预算核对 that set the budget against the awards.
func (c *checker) budget() func(sheets.Line) error {
	n := -1
	return func(l sheets.Line) error {
		var text [basisEnd + 1]string
		for _, cell := range l.Cells {
			if cell.Col <= basisEnd {
				_, text[cell.Col] = sheets.Formula(cell)
			}
		}
		if n < 0 || n == len(c.result.Budget) {
			if n < 0 && text[1] == headScope {
				n = 0
			}
			return nil
		}
		b := &c.result.Budget[n]
		n++
		got := []string{text[1], text[3], text[4], text[5], text[7]}
		want := []string{b.Scope.Label(), b.Limit.String(), b.Amount.String(), b.Remaining.String(),
			statusNames[b.Status]}
		if !slices.Equal(got, want) {
			return fmt.Errorf("%s: %q, not %q", SheetBudget, got, want)
		}
		return nil
	}
}

// basis collects 口径与依据.
func (c *checker) basis() func(sheets.Line) error {
	c.rested = newReader(&sheets.Book{})
	line := c.rested.basisLines()
	return func(l sheets.Line) error {
		line(l)
		return nil
	}
}

// head holds what 口径与依据 says.
func (c *checker) head() error {
	c.rested.facts()
	if err := c.rested.findings.Fault(); err != nil {
		return err
	}
	rep, r := c.rested.out, c.result
	if rep.ID != c.id || rep.Policy != clean(r.Policy.ID) || rep.Document != clean(r.Policy.Document) ||
		rep.Year != r.AwardYear {
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
	if rep.Stated.Records != r.Totals.Records || rep.Stated.Records != len(r.Records) ||
		!rep.Stated.Amount.Equal(r.Totals.Amount) {
		return fmt.Errorf("%d records and %s stated, not %d and %s", rep.Stated.Records, rep.Stated.Amount,
			r.Totals.Records, r.Totals.Amount)
	}
	for _, o := range calc.Outcomes {
		if rep.Stated.Outcomes[o] != r.Totals.Outcomes[o] {
			return fmt.Errorf("%d %s stated, not %d", rep.Stated.Outcomes[o], o, r.Totals.Outcomes[o])
		}
	}
	return nil
}
