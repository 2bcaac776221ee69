package survey

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// saidHeading is what a line beside the rows is quoted under.
const saidHeading = "表中说明"

// byColour finds a sentence that names rows by how they look: 标红的企业已停产, and
// not 红色部分请勿修改.
var byColour = regexp.MustCompile(`(?:[标涂][了成为注]?[红黄绿蓝橙灰]|[红黄绿蓝橙灰]色|底色|颜色|高亮).*(?:企业|单位|公司|项目|行)`)

// passOn gives each sentence of the lines that were heard to the rows of the
// sheet that it is said of. A sentence that names none is a rule of the form
// (已注销的企业不予奖补) and is said of nobody, unless it names them by a colour,
// which is not read.
func (s *sheetReader) passOn(rows []calc.Row) {
	listed := make([]table.Listed, len(rows))
	for i := range rows {
		listed[i] = table.Listed{Number: int(rows[i].Number), Name: rows[i].Text(calc.ColCompany),
			Serial: rows[i].Text(calc.ColSerial)}
	}
	for _, c := range s.Heard {
		if slices.ContainsFunc(rows, func(r calc.Row) bool { return int(r.Number) == c.Row }) {
			continue // it was a row itself
		}
		for sentence := range strings.FieldsFuncSeq(c.Text, table.Sentences) {
			if !s.vocab.Speaks(sentence) {
				continue
			}
			said, of := c, table.SaidOf(written.Fold(sentence), c.Row, listed)
			said.Text = sentence
			for _, i := range of {
				rows[i].Asides = append(slices.Clip(rows[i].Asides), calc.Aside{Heading: saidHeading, Cell: said})
			}
			if len(of) == 0 && len(rows) > 0 && byColour.MatchString(sentence) {
				at := s.Ref
				at.Row, at.Col = c.Row, c.Col
				s.findings.Add("table/by-colour", at, sentence)
			}
		}
	}
}
