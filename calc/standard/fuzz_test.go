package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"strings"
	"testing"
)

// FuzzVocabulary finds in any text only what the policy knows.
func FuzzVocabulary(f *testing.F) {
	p := shorePolicy()
	v := NewVocabulary(p)
	for _, s := range []string{"国家级绿色工厂", "滨海省绿色工厂（第三批）", "★★★上云", "双软", "东山县开发区", "滨城港", "复核通过（更名）", "第二条", "二、",
		"绿色工厂、绿色园区", "60%", "六成"} {
		f.Add(s, "factory")
	}
	f.Fuzz(func(t *testing.T, text, item string) {
		if len(text)+len(item) > 32767 {
			return
		}
		m := v.Item(text)
		for _, id := range append([]string{m.ID}, m.Candidates...) {
			if _, known := p.Item(id); !known && id != "" {
				t.Errorf("%q is item %q", text, id)
			}
		}
		if name, ok := v.District(text); ok != (name != "") {
			t.Errorf("%q is district %q, %v", text, name, ok)
		}
		if name, ok := v.Nature(text); ok {
			if _, known := p.Nature(name); !known {
				t.Errorf("%q is nature %q", text, name)
			}
		}
		if scope, ok := ScopeOf(text); ok {
			v.Resolve(scope, item)
		}
		v.Level(text, item)
		p.ClauseNumber(text)
		_, _ = money.ParseRate(text)
		_, _ = written.ParseDay(text)
	})
}

// FuzzDecide takes rows of any cells through standardising and deciding: one
// record and one decision a row, and a result that adds up.
func FuzzDecide(f *testing.F) {
	f.Add("连云港海岳机械有限公司|91320722MAAY4CL12W|东山县|绿色工厂|国家级|2023-05-12\n#45058|#9.132E+17|同上|双软|!#REF!|?", byte(0),
		uint16(0x1234))
	f.Add("甲公司（分公司）|91320722MAAY4CL12W|滨城|软件产品|三星|2023年|苏RC-2023-A0001|产品|60%|20万|复核\n甲公司|O|||||||#20|-1|撤销", byte(3),
		uint16(0))
	p := shorePolicy()
	f.Fuzz(func(t *testing.T, text string, first byte, skip uint16) {
		if len(text) > 2000 {
			return
		}
		rows := fuzzRows(text, first, skip)
		records, findings := Standardise(rows, p)
		if len(records) != len(rows) {
			t.Fatalf("%d records of %d rows", len(records), len(rows))
		}
		result := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: records, Findings: findings,
			Inputs: []calc.Input{{File: "a.xlsx", Rows: len(rows), Status: calc.InputRead}}})
		if err := calc.Audit(result); err != nil {
			t.Fatal(err)
		}
	})
}

// fuzzRows makes rows of text: one a line, cells between bars, in the columns
// from first on that the bits of skip do not leave out. A cell that begins
// with # is a number, with ! an error, with ? a formula without a value.
func fuzzRows(text string, first byte, skip uint16) []calc.Row {
	var rows []calc.Row
	table := &calc.Table{File: "a.xlsx", Sheet: "表"}
	for i, line := range strings.Split(text, "\n") {
		r := calc.Row{Table: table, Number: int32(i + 2)}
		col := calc.Column(first) % calc.NumColumns
		for _, cell := range strings.Split(line, "|") {
			for col < calc.NumColumns && skip>>(col%16)&1 == 1 {
				col++
			}
			if col >= calc.NumColumns {
				break
			}
			c := calc.Cell{Kind: calc.CellText, Row: i + 2, Col: int(col) + 1, Text: cell}
			switch {
			case strings.HasPrefix(cell, "#"):
				c.Kind, c.Text = calc.CellNumber, cell[1:]
			case strings.HasPrefix(cell, "!"):
				c.Kind, c.Text = calc.CellError, cell[1:]
			case cell == "?":
				c.Kind, c.Formula, c.Text = calc.CellNoValue, true, ""
			}
			r.Fields = append(r.Fields, calc.FieldOf(col, c))
			col++
		}
		rows = append(rows, r)
	}
	return rows
}
