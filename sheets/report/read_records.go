package report

import (
	"strconv"
	"strings"

	"jiangbu/calc"
)

// readRecords reads 认定记录 and holds it against the totals stated.
func (rd *reader) readRecords() {
	rd.bySerial, rd.byPlace, rd.names = map[int]int{}, map[string][]int{}, map[string]string{}
	keys := map[string]int{}
	want := make([]string, len(recordColumns))
	for i, c := range recordColumns {
		want[i] = c.head
	}
	var sum calc.Yuan
	outcomes := map[calc.Outcome]int{}
	rd.table(SheetRecords, want, func(t *tableRow) {
		if t.text(headKey) == "" && t.text(headOutcome) == "" {
			return
		}
		r := t.record()
		if first, twice := keys[r.Key]; twice || r.Key == "" {
			rd.bad("report/key", t.at(headKey), r.Key, strconv.Itoa(first))
		}
		keys[r.Key] = t.row
		sum = sum.Add(r.Amount)
		outcomes[r.Outcome]++
		rd.index(&r, t)
		rd.out.Records = append(rd.out.Records, r)
	}, func(t *tableRow) {
		if y := t.money(headAmount); !rd.broken && !y.Equal(sum) {
			rd.bad("report/total", t.at(headAmount), SheetRecords+"的合计", y.String(), sum.String())
		}
	})
	rd.holdStated(sum, outcomes)
}

// index notes a record under its 序号 and under its place.
func (rd *reader) index(r *Record, t *tableRow) {
	n := len(rd.out.Records)
	if r.Item != "" {
		rd.names[r.ItemName] = r.Item
	}
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
	k := placeKey(source(r.Source), r.ItemName, r.Level)
	rd.byPlace[k] = append(rd.byPlace[k], n)
}

// placeKey tells the certifications of one submitted row apart.
func placeKey(source, item, level string) string { return source + "\n" + item + "\n" + level }

// holdStated holds the records against what 口径与依据 says of them.
func (rd *reader) holdStated(sum calc.Yuan, outcomes map[calc.Outcome]int) {
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
		rd.bad("report/total", at, labelAmount, s.Amount.String(), sum.String())
	}
}

// record reads one line of 认定记录.
func (t *tableRow) record() Record {
	r := Record{Ref: t.ref(), Serial: t.number(headAwardSerial), ItemName: t.text(headItemName), Cells: readCells(t.text(headCells), t.cell(headSourceRow).Text)}
	r.Record = calc.Record{Key: t.text(headKey),
		Source:   calc.Ref{File: t.text(headFile), Sheet: t.text(headSheet), Row: t.number(headSourceRow)},
		District: t.text(headDistrict), Company: t.text(headCompany), FormerName: t.text(headFormer), CreditCode: t.text(headCode),
		Subject: t.text(headSubject), SubjectCode: t.text(headSubjectCode), Item: t.text(headItemID), Clause: t.text(headClause),
		Level: t.text(headLevel), Nature: t.text(headNature), Certificate: t.text(headCertificate), Document: t.text(headDocument),
		Recognised: t.date(headRecognised), LabelYear: t.number(headLabelYear), ValidFrom: t.date(headValidFrom),
		Base: t.moneyOr(headBase), Approved: t.moneyOr(headApproved), Claimed: t.moneyOr(headClaimed)}
	if r.Item == "" {
		r.NotCovered = r.ItemName
	}
	r.Decision = calc.Decision{Outcome: t.outcome(), Reason: t.text(headReasonCode), By: t.text(headBy),
		Entitled: t.money(headEntitled), Amount: t.money(headAmount), Payee: t.text(headPayee), Steps: readSteps(t.cell(headSteps).Text), Doubt: t.text(headDoubt)}
	r.Ruling = t.ruled(&r)
	return r
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
			if y, err := calc.ExactYuan(words[i+len(stepArrow):]); err == nil {
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
