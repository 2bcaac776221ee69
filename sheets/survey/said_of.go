package survey

import (
	"regexp"
	"slices"

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
	listed := func(i int) table.Listed {
		return table.Listed{Number: int(rows[i].Number), Name: written.Fold(rows[i].Text(calc.ColCompany)),
			Serial: rows[i].Text(calc.ColSerial)}
	}
	s.EachSaid(len(rows), listed, s.vocab.Speaks, func(sentence string, line calc.Cell, of []int) {
		if slices.ContainsFunc(rows, func(r calc.Row) bool { return int(r.Number) == line.Row }) {
			return // it was a row itself
		}
		said := line
		said.Text = sentence
		for _, i := range of {
			rows[i].Asides = append(slices.Clip(rows[i].Asides), calc.Aside{Heading: saidHeading, Cell: said})
		}
		if len(of) == 0 && len(rows) > 0 && byColour.MatchString(sentence) {
			s.findings.Add("table/by-colour", s.At(line), sentence)
		}
	})
}
