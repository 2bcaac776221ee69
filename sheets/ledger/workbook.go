package ledger

import (
	"slices"

	"jiangbu/calc"
	"jiangbu/sheets/table"
)

// workbook is what the readers of all kinds keep of a workbook.
type workbook struct {
	file     string
	tables   int
	accounts []calc.SheetAccount
	findings calc.Findings
	headless calc.Findings // of sheets that hold what should stand in a table
}

// read reads a sheet. Findings that are given back say that it cannot be read to
// its end, and refuse the workbook.
func (b *workbook) read(r *table.Reader, words *table.Words, headless func() calc.Findings) (refused calc.Findings) {
	found := r.Read(words)
	if found.Worst() != "" {
		return found
	}
	b.findings = append(b.findings, found...)
	b.headless = append(b.headless, headless()...)
	b.tables += r.Tables
	b.accounts = append(b.accounts, r.Account.Told())
	return nil
}

// saidBeside are the texts that say something of the row of a line and stand in
// none of the columns that are read; one sign answers a question that nobody knows.
func saidBeside(r *table.Reader, l table.Line, columns []table.Column, wide []wideColumn) []calc.Aside {
	all := r.Asides(l, columns)
	for i := range columns {
		read := columns[i].Heading != nil || slices.ContainsFunc(wide, func(w wideColumn) bool { return w.field == i })
		if c := l.Fields[i]; !read && c.Kind == calc.CellText && len(c.Text) > len("否") && r.Speaks(c.Text) {
			all = append(all, calc.Aside{Heading: columns[i].Text, Cell: c})
		}
	}
	return all
}

// end says of a workbook without any table that it has none, else which sheets
// have none though they should.
func (b *workbook) end(none calc.Code, why ...string) {
	if b.tables == 0 {
		b.findings.Add(none, calc.Ref{File: b.file}, why...)
	} else {
		b.findings = append(b.findings, b.headless...)
	}
}
