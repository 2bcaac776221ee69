package main

import (
	"fmt"
	"strconv"
	"strings"
)

// sheet collects the lines of one sheet in the notation of sheettest.
type sheet struct {
	name       string
	rows       [][]string
	directives []string
}

func newSheet(name string) *sheet { return &sheet{name: name} }

func (s *sheet) line(cells ...string) { s.rows = append(s.rows, cells) }

func (s *sheet) direct(format string, args ...any) {
	s.directives = append(s.directives, fmt.Sprintf(format, args...))
}

// text is the sheet as sheettest reads it.
func (s *sheet) text() string {
	var b strings.Builder
	b.WriteString("# " + s.name + "\n")
	for _, d := range s.directives {
		b.WriteString(d + "\n")
	}
	for _, r := range s.rows {
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	return b.String()
}

// column is a heading and what stands below it.
type column struct {
	heading string
	of      func(c claim) string
}

var (
	colDistrict    = column{"县区", func(c claim) string { return c.district }}
	colCompany     = column{"单位名称", func(c claim) string { return c.company }}
	colCode        = column{"统一社会信用代码", func(c claim) string { return c.code }}
	colItem        = column{"奖补事项", func(c claim) string { return c.item }}
	colLevel       = column{"认定级别", func(c claim) string { return c.level }}
	colSubject     = column{"产品或对象名称", func(c claim) string { return c.subject }}
	colNature      = column{"认定类型", func(c claim) string { return c.nature }}
	colCertificate = column{"证书编号", func(c claim) string { return c.certificate }}
	colDocument    = column{"认定文号", func(c claim) string { return c.document }}
	colDate        = column{"认定日期", func(c claim) string { return c.date }}
	colValidFrom   = column{"有效期起", func(c claim) string { return c.validFrom }}
	colFee         = column{"费用（元）", func(c claim) string { return c.fee }}
	colApproved    = column{"核定金额（万元）", func(c claim) string { return c.approved }}
	colClaimed     = column{"拟奖补金额（万元）", func(c claim) string { return c.claimed }}
	colRemark      = column{"备注", func(c claim) string { return c.remark }}
)

// named is a column under another heading.
func (c column) named(heading string) column {
	c.heading = heading
	return c
}

// written is a column whose cells are rewritten.
func (c column) written(f func(string) string) column {
	of := c.of
	c.of = func(x claim) string { return f(of(x)) }
	return c
}

// table writes a header and numbered lines.
func (s *sheet) table(cols []column, claims []claim) {
	s.line(headings(cols)...)
	s.body(cols, claims, 1)
}

func headings(cols []column) []string {
	cells := []string{"序号"}
	for _, c := range cols {
		cells = append(cells, c.heading)
	}
	return cells
}

// body writes lines numbered from first.
func (s *sheet) body(cols []column, claims []claim, first int) {
	for i, c := range claims {
		cells := []string{strconv.Itoa(first + i)}
		for _, col := range cols {
			cells = append(cells, col.of(c))
		}
		s.line(cells...)
	}
}

// total is the sender's own total of the claimed amounts, in 万元.
func total(claims []claim) string {
	sum := 0
	for _, c := range claims {
		n, err := strconv.Atoi(c.claimed)
		if err == nil {
			sum += n
		}
	}
	return strconv.Itoa(sum)
}

// totalLine is a line with a label in the first cell and a number under the
// column at place at (from 0).
func totalLine(label string, at int, number string) []string {
	cells := make([]string, at+1)
	cells[0], cells[at] = label, number
	return cells
}

// asDate turns an ISO date into a real date cell.
func asDate(s string) string {
	if len(s) == 10 && s[4] == '-' {
		return "=D:" + s
	}
	return s
}

// asWords turns an ISO date into 2023年5月12日.
func asWords(s string) string {
	if len(s) != 10 || s[4] != '-' {
		return s
	}
	month, _ := strconv.Atoi(s[5:7])
	day, _ := strconv.Atoi(s[8:])
	return fmt.Sprintf("%s年%d月%d日", s[:4], month, day)
}
