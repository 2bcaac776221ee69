package notice

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"jiangbu/calc"
)

// byteOrderMark tells Excel that a csv is UTF-8.
const byteOrderMark = "\ufeff"

// WriteCSV writes the notice as UTF-8 with a byte order mark, lines ended as
// Excel ends them (RFC 4180): the paragraphs, one a line, then the table. A
// cell that a spreadsheet would take for a formula is quoted by an apostrophe;
// [Quoted] says which.
func WriteCSV(w io.Writer, n Notice) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, line := range n.csvLines() {
		if err := out.Write(line); err != nil {
			return fmt.Errorf("csv: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

func (n *Notice) csvLines() [][]string {
	var lines [][]string
	for _, p := range n.texts() {
		lines = append(lines, []string{unformula(p)})
	}
	head := make([]string, len(n.Table.Columns))
	for i, c := range n.Table.Columns {
		head[i] = c.Name
	}
	lines = append(lines, head)
	for i := range n.Table.Rows {
		var cells []string
		for _, c := range n.Table.Rows[i].Cells {
			cells = append(cells, unformula(c))
		}
		lines = append(lines, cells)
	}
	return lines
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

// Quoted says which cells [WriteCSV] quotes.
func Quoted(n Notice) calc.Findings {
	var fs calc.Findings
	for _, p := range n.texts() {
		if startsFormula(p) {
			fs.Add("notice/formula-text", calc.Ref{File: "公示正文"}, "正文", p)
		}
	}
	for i := range n.Table.Rows {
		r := &n.Table.Rows[i]
		for c, text := range r.Cells {
			if name := n.Table.Columns[c].Name; startsFormula(text) {
				fs.Add("notice/formula-text", r.At.At(reportColumn[name]), name, text)
			}
		}
	}
	return fs
}
