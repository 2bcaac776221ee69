package policy

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
)

// TestEachWordingIsUnderstoodAsAClerkWould decides rows in real wording, one a
// line of testdata/wordings.txt: what must not be paid in silence, and beside
// each its twin that looks alike and is paid.
func TestEachWordingIsUnderstoodAsAClerkWould(t *testing.T) {
	p, _ := builtIn(t, "lyg-2024")
	file, err := os.Open(filepath.Join("testdata", "wordings.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	n := 0
	for lines.Scan() {
		want, row, ok := strings.Cut(lines.Text(), " | ")
		if !ok || strings.HasPrefix(want, "#") {
			continue
		}
		n++
		if got := decideWording(p, row); got != want {
			t.Errorf("%s: got %s, want %s", row, got, want)
		}
	}
	if n < 150 {
		t.Errorf("%d wordings only", n)
	}
}

// decideWording decides one row of "heading=text" pairs; 上文 is what stands
// around it, the nearest first, 问题 the heading over 认定类型 where it asks.
func decideWording(p *calc.Policy, text string) string {
	row := calc.Row{Table: &calc.Table{File: "a.xlsx", Sheet: "表"}, Number: 5}
	columns := map[string]calc.Column{}
	for c := calc.ColSerial; c < calc.NumColumns; c++ {
		columns[c.String()] = c
	}
	add := func(heading, text string) {
		cell := calc.Cell{Kind: calc.CellText, Row: 5, Col: int(columns[heading]), Text: text}
		if heading == "问题" {
			row.Question = text
			return
		}
		if heading == "上文" {
			cell.Row, cell.Col = 1, 1
			row.Context = append(row.Context, cell)
			return
		}
		row.Fields = append(row.Fields, calc.FieldOf(columns[heading], cell))
	}
	given := "县区=海州区；单位名称=海州宏材料有限公司；统一社会信用代码=" + written.CompleteCode("91320706MA00000A") + "；认定日期=2023-12-20；"
	for pair := range strings.SplitSeq(text, "；") {
		heading, _, _ := strings.Cut(pair, "=")
		if i := strings.Index(given, heading+"="); i >= 0 {
			given = given[:i] + given[i+strings.Index(given[i:], "；")+len("；"):]
		}
	}
	for pair := range strings.SplitSeq(given+text, "；") {
		if heading, value, ok := strings.Cut(pair, "="); ok && value != "" {
			add(heading, value)
		}
	}
	records, findings := standard.Standardise([]calc.Row{row}, p)
	result := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: records, Findings: findings,
		Inputs: []calc.Input{{File: "a.xlsx", Rows: 1, Status: calc.InputRead}}})
	d := result.Decisions[0]
	if d.Outcome == calc.Granted {
		return fmt.Sprintf("%s %s %s", records[0].Item, records[0].Level, d.Amount.Words())
	}
	return fmt.Sprintf("%s %s", d.Outcome, d.Reason)
}
