package report

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// basisLine is one line of 口径与依据 by columns.
type basisLine struct {
	row  int
	text [basisEnd + 1]string
}

// basisBlock is the block of 口径与依据 that is being read.
type basisBlock uint8

const (
	basisFacts basisBlock = iota
	basisReadings
	basisInputs
	basisClauses
	basisOther
)

// readBasis reads which policy, year and readings the report rests on, the
// inputs, and the totals it states.
func (rd *reader) readBasis() {
	line := rd.basisLines()
	fs := rd.sheet[SheetBasis].Rows(func(l sheets.Line) bool {
		line(l)
		return true
	})
	rd.take(fs)
	rd.facts()
}

// basisLines reads the sheet line by line.
func (rd *reader) basisLines() func(sheets.Line) {
	rd.out.Readings, rd.out.Clauses = calc.Readings{}, map[string]string{}
	rd.out.Stated.Outcomes = map[calc.Outcome]int{}
	rd.stated = map[string]basisLine{}
	block := basisFacts
	return func(l sheets.Line) {
		line := basisLine{row: l.Number}
		for _, c := range l.Cells {
			if c.Col <= basisEnd {
				line.text[c.Col] = strings.Clone(strings.TrimSpace(c.Text))
			}
		}
		if b, starts := blockOf(line); starts {
			block = b
			return
		}
		switch block {
		case basisFacts:
			rd.stated[strings.Clone(line.text[1])] = line
		case basisReadings:
			name, value, _ := strings.Cut(line.text[8], "=")
			rd.out.Readings[name] = value
		case basisInputs:
			rd.input(line)
		case basisClauses:
			number := strings.TrimSuffix(strings.TrimPrefix(line.text[1], "（"), "）")
			if !strings.HasPrefix(line.text[1], "（") {
				number = line.text[1] // 其他事项（一）
			}
			rd.out.Clauses[number] = line.text[3]
		}
	}
}

// basisTop is the last row of the sheet's title and note, which start no block.
const basisTop = 2

// blockOf tells a heading that starts a block. A line with nothing but its
// first cell is a section's title.
func blockOf(l basisLine) (basisBlock, bool) {
	switch {
	case l.text[1] == headReading && l.text[3] == headMeaning:
		return basisReadings, true
	case l.text[1] == headInput && l.text[5] == headHash:
		return basisInputs, true
	case l.text[1] == "条款" && l.text[3] == headClauseText:
		return basisClauses, true
	case strings.Join(l.text[2:], "") == "":
		return basisOther, l.row > basisTop && !strings.HasPrefix(l.text[1], "一、")
	}
	return basisOther, false
}

func (rd *reader) input(l basisLine) {
	in := calc.Input{File: l.text[1], SHA256: l.text[5]}
	in.Rows, _ = strconv.Atoi(l.text[3])
	for status, name := range inputNames {
		if name == l.text[4] {
			in.Status = status
		}
	}
	if in.Status == "" {
		rd.bad("report/value", rd.basisRef(l, 4), headStatus, l.text[4])
	}
	rd.out.Inputs = append(rd.out.Inputs, in)
}

func (rd *reader) basisRef(l basisLine, col int) calc.Ref {
	return calc.Ref{File: rd.book.File, Sheet: SheetBasis, Row: l.row, Col: col}
}

// facts takes the labelled values; each must be there.
func (rd *reader) facts() {
	get := func(label string) (string, calc.Ref) {
		l, ok := rd.stated[label]
		if !ok || l.text[2] == "" {
			rd.bad("report/column-missing", calc.Ref{File: rd.book.File, Sheet: SheetBasis}, SheetBasis, label)
		}
		return l.text[2], rd.basisRef(l, 2)
	}
	number := func(label string) int {
		text, at := get(label)
		n, err := strconv.Atoi(text)
		if err != nil && !rd.broken {
			rd.bad("report/value", at, label, text)
		}
		return n
	}
	if text, at := get(labelSchema); text != schema && !rd.broken {
		rd.bad("report/schema", at, text, schema)
	}
	o := rd.out
	o.ID, _ = get(labelID)
	o.Policy, _ = get(labelPolicy)
	o.Document, _ = get(labelDocument)
	o.Title, _ = get(labelTitle)
	o.Year = number(labelYear)
	o.Stated.Records = number(labelRecords)
	for _, outcome := range calc.Outcomes {
		o.Stated.Outcomes[outcome] = number(outcome.Name())
	}
	text, at := get(labelAmount)
	y, err := money.ExactYuan(text)
	if err != nil && !rd.broken {
		rd.bad("report/amount", at, labelAmount, text)
	}
	o.Stated.Amount = y
}
