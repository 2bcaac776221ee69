package notice

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"

	"jiangbu/calc"
)

// byteOrderMark tells Excel that a csv is UTF-8.
const byteOrderMark = "\ufeff"

// WriteCSV writes the awards as open data: UTF-8 with a byte order mark, lines
// ended as Excel ends them (RFC 4180), a heading and one line an award, amounts
// in yuan; no paragraphs and no sums, which a portal would take for awards. A
// cell that a spreadsheet would take for a formula is quoted by an apostrophe;
// [Quoted] says which. [WriteSchema] describes the columns.
func WriteCSV(w io.Writer, n Notice) (err error) {
	defer about("csv", &err)
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out.WriteAll(n.Table.data())
}

// data is the heading and the awards as plain rows.
func (t *Table) data() [][]string {
	lines := [][]string{calc.Mapped(t.Columns, func(c Column) string { return dataName(c.Name) })}
	for r := range t.awards() {
		var cells []string
		for c, text := range r.Cells {
			if y, ok := t.amount(r, c); ok {
				text = y.String()
			}
			cells = append(cells, unformula(text))
		}
		lines = append(lines, cells)
	}
	return lines
}

// dataName is the heading of a column in the data, where amounts are in yuan.
func dataName(heading string) string { return strings.Replace(heading, "（万元）", "（元）", 1) }

// schema is a Table Schema of the frictionless standards.
type schema struct {
	Schema     string        `json:"$schema"`
	Title      string        `json:"title"`
	Fields     []schemaField `json:"fields"`
	PrimaryKey []string      `json:"primaryKey"`
	ID         Number        `json:"id"` // of the publication
}

type schemaField struct {
	Name        string         `json:"name"`
	Type        string         `json:"type"`
	Description string         `json:"description"`
	Constraints map[string]any `json:"constraints,omitempty"`
}

// schemaEnding ends the name of the file that describes a csv.
const schemaEnding = ".schema.json"

// WriteSchema writes what the columns of the csv hold, as a Table Schema
// (datapackage.org), so that a portal takes the data as they are.
func WriteSchema(w io.Writer, n Notice) (err error) {
	defer about("schema", &err)
	s := schema{Schema: "https://datapackage.org/profiles/2.0/tableschema.json", Title: n.Table.Title,
		PrimaryKey: []string{dataName(n.Table.Columns[0].Name)}, ID: n.Number}
	for i, c := range n.Table.Columns {
		f := schemaField{Name: dataName(c.Name), Type: "string", Description: columnMeaning[c.Name]}
		switch {
		case i == 0:
			f.Type, f.Constraints = "integer", map[string]any{"required": true, "unique": true, "minimum": 1}
		case i == n.Table.amountColumn(), c.isEntitled():
			f.Type, f.Constraints = "number", map[string]any{"required": true, "minimum": 0}
			f.Description = "金额，单位为元，保留两位小数"
		case c.Name == companiesColumn, c.Name == awardsColumn:
			f.Type, f.Constraints = "integer", map[string]any{"required": true, "minimum": 0}
		}
		s.Fields = append(s.Fields, f)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(s)
}

// columnMeaning says what stands in a column whose cells are no amounts.
var columnMeaning = map[string]string{
	"序号": "行号，从1起", "县区": "单位所属县区（板块）", "单位名称": "奖补项目所属的单位", codeColumn: "单位的统一社会信用代码",
	"奖补事项": "政策条款和奖补事项", "认定级别": "认定的级别，没有级别的事项为空", certificateColumn: "认定文件的文号或者证书编号",
	"备注": "被认定的产品、车间等对象", "公示序号": "该项目在公示表中的序号", "情况": "该项目公示后的调整情况",
	companiesColumn: "获得奖补的单位数，同一单位只计一次", awardsColumn: "获得奖补的项目数", "兑现率": "已兑现金额占奖补金额的百分比",
}

// startsFormula tells whether a spreadsheet that opens a csv would, or after
// folding full-width forms could, read the text as a formula.
func startsFormula(s string) bool {
	s = strings.TrimLeft(s, " \u00a0\u3000")
	return s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0])
}

func unformula(s string) string {
	if startsFormula(s) {
		return "'" + s
	}
	return s
}

// Quoted says which cells of the data [WriteCSV] quotes: of an award by its line
// of the report, of a change by its line of the data.
func Quoted(n Notice) (fs calc.Findings) {
	for i, d := range n.Data() {
		line := 1 // the heading
		for r := range d.Table.awards() {
			line++
			for c, text := range r.Cells {
				column := d.Table.Columns[c].Name
				at := r.At.At(reportColumn[column])
				if i > 0 {
					at = calc.Ref{File: d.Name + ".csv", Row: line, Col: c + 1}
				}
				if startsFormula(text) {
					fs.Add("notice/formula-text", at, column, text)
				}
			}
		}
	}
	return fs
}
