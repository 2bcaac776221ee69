package report

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// maxLines is how many rows a sheet has.
const maxLines = 1 << 20

// readRecords reads 认定记录 and holds it against the totals stated.
func (rd *reader) readRecords() {
	rd.bySerial = map[int]int{}
	rd.out.Records = make([]Record, 0, min(max(0, rd.out.Stated.Records), maxLines))
	keys := map[string]int{}
	seals := newSealer()
	var sum money.Yuan
	outcomes := map[calc.Outcome]int{}
	rd.table(SheetRecords, recordHeads, func(t *tableRow) {
		if t.text(headKey) == "" && t.text(headOutcome) == "" {
			return
		}
		var r Record
		t.record(&r)
		if first, twice := keys[r.Key]; twice || r.Key == "" {
			rd.bad("report/key", t.at(headKey), r.Key, strconv.Itoa(first))
		}
		keys[r.Key] = t.row
		t.holdSeal(seals, &r)
		sum = sum.Add(r.Amount)
		outcomes[r.Outcome]++
		rd.index(&r, t)
		rd.out.Records = append(rd.out.Records, r)
	}, func(t *tableRow) {
		if y := t.money(headAmount); !rd.broken && !y.Equal(sum) {
			rd.bad("report/total", t.at(headAmount), SheetRecords+"的合计", y.Grouped(), sum.Grouped())
		}
	})
	rd.holdStated(sum, outcomes)
	rd.holdID(seals)
}

// index notes a record under its 序号 and under its place.
func (rd *reader) index(r *Record, t *tableRow) {
	n := len(rd.out.Records)
	if r.Serial == 0 {
		if r.Outcome == calc.Granted {
			rd.bad("report/value", t.at(headAwardSerial), headAwardSerial, "")
		}
		return
	}
	if _, twice := rd.bySerial[r.Serial]; twice {
		rd.bad("report/value", t.at(headAwardSerial), headAwardSerial, strconv.Itoa(r.Serial))
	}
	rd.bySerial[r.Serial] = n
}

// place finds the records of a certification by the row it was submitted in.
func (rd *reader) place(from, item, level string) []int {
	if rd.byPlace == nil {
		rd.byPlace = map[string][]int{}
		for i := range rd.out.Records {
			if r := &rd.out.Records[i]; r.Serial > 0 {
				k := placeKey(source(r.Source), r.ItemName, r.Level)
				rd.byPlace[k] = append(rd.byPlace[k], i)
			}
		}
	}
	return rd.byPlace[placeKey(from, item, level)]
}

// placeKey tells the certifications of one submitted row apart.
func placeKey(source, item, level string) string { return source + "\n" + item + "\n" + level }

// holdStated holds the records against what 口径与依据 says of them.
func (rd *reader) holdStated(sum money.Yuan, outcomes map[calc.Outcome]int) {
	if rd.broken {
		return
	}
	at, s := calc.Ref{File: rd.book.File, Sheet: SheetBasis}, &rd.out.Stated
	if s.Records != len(rd.out.Records) {
		rd.bad("report/total", at, labelRecords, strconv.Itoa(s.Records), strconv.Itoa(len(rd.out.Records)))
	}
	for _, o := range calc.Outcomes {
		if s.Outcomes[o] != outcomes[o] {
			rd.bad("report/total", at, o.Name()+"的记录数", strconv.Itoa(s.Outcomes[o]), strconv.Itoa(outcomes[o]))
		}
	}
	if !s.Amount.Equal(sum) {
		rd.bad("report/total", at, labelAmount, s.Amount.Grouped(), sum.Grouped())
	}
}

// record reads one line of 认定记录.
func (t *tableRow) record(r *Record) {
	*r = Record{Ref: t.ref()}
	for i := range recordFields {
		if f := &recordFields[i]; f.get != nil {
			f.get(t, f.head, r)
		}
	}
	if r.Ruling != nil {
		r.Ruling.Key, r.Ruling.Company, r.Ruling.Item, r.Ruling.Source = r.Key, r.Company, r.Item, r.Record.Source
		r.Ruling.Saw = r.Against()
	}
	if r.Item == "" {
		r.NotCovered = r.ItemName
	}
}

// ReadDetails reads for records of a report what [Read] leaves out: the steps of
// the decision and the cells that were submitted, which are more than all the
// rest and which nobody asks of more than a few.
func ReadDetails(book *sheets.Book, records []*Record) {
	at := map[int]*Record{}
	for _, r := range records {
		at[r.Ref.Row] = r
	}
	newReader(book).table(SheetRecords, []string{headSteps, headCells, headSourceRow}, func(t *tableRow) {
		if r := at[t.row]; r != nil {
			r.Steps, r.Cells = readSteps(strings.Clone(t.cell(headSteps).Text)),
				readCells(strings.Clone(t.text(headCells)), t.cell(headSourceRow).Text)
		}
	}, nil)
}

// outcome reads 结论 back into the word of the contract.
func (t *tableRow) outcome() calc.Outcome {
	word := t.text(headOutcome)
	for _, o := range calc.Outcomes {
		if o.Name() == word {
			return o
		}
	}
	t.rd.bad("report/value", t.at(headOutcome), headOutcome, word)
	return ""
}

// readSteps reads the lines of 依据步骤.
func readSteps(text string) []calc.Step {
	var steps []calc.Step
	for line := range strings.SplitSeq(text, "\n") {
		rest, opened := strings.CutPrefix(line, stepOpen)
		clause, words, closed := strings.Cut(rest, stepClose)
		if !opened || !closed {
			continue
		}
		s := calc.Step{Clause: clause, Format: "%s", Args: []string{words}}
		if i := strings.LastIndex(words, stepArrow); i >= 0 {
			if y, err := money.ExactYuan(strings.ReplaceAll(words[i+len(stepArrow):], ",", "")); err == nil {
				s.Args, s.Amount = []string{words[:i]}, y
			}
		}
		steps = append(steps, s)
	}
	return steps
}

// readCells reads 原始内容; row is that of the cells which state none.
func readCells(text, row string) []SourceCell {
	if text == "" {
		return nil
	}
	var cells []SourceCell
	for part := range strings.SplitSeq(text, cellBar) {
		head, value, ok := strings.Cut(part, "]=")
		column, cell, ok2 := strings.Cut(head, "[")
		if strings.Trim(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			cell += row
		}
		if ok && ok2 {
			cells = append(cells, SourceCell{column, cell, value})
		}
	}
	return cells
}
