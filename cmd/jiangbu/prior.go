package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/report"
)

// earlierAwards is what the files of earlier years say.
type earlierAwards struct {
	awards   []calc.Prior
	sheets   map[string][]calc.SheetAccount // of plain tables, by path: what became of their lines
	findings calc.Findings
}

// readPrior reads the awards of earlier years: reports of ours, and the award
// tables that years before them left. A report that contradicts itself is
// refused like anywhere else; it is not taken for a plain table.
func readPrior(ctx context.Context, s *console.Console, paths []string,
	p *calc.Policy) (all earlierAwards, err error) {
	all.sheets = map[string][]calc.SheetAccount{}
	first := map[string]string{} // by hash
	for _, path := range paths {
		hash, err := hashFile(path)
		if err != nil {
			return all, pathFault(s, err)
		}
		if before, twice := first[hash]; twice {
			all.findings.Add("file/duplicate", calc.Ref{File: filepath.Base(path)}, before)
			continue
		}
		first[hash] = filepath.Base(path)
		if err := all.read(ctx, s, path, p); err != nil {
			return all, err
		}
	}
	return all, nil
}

// read reads the awards of one workbook.
func (all *earlierAwards) read(ctx context.Context, s *console.Console, path string, p *calc.Policy) error {
	book, findings, err := openSideInput(ctx, s, path)
	if err != nil {
		return err
	}
	defer book.Close()
	var awards []calc.Prior
	var seen calc.Findings
	if report.Is(book) {
		r, found := soundly(book)
		if r == nil {
			return unreadable(s, path, found)
		}
		awards, seen = r.Prior(), rulingsApart(found)
	} else {
		awards, all.sheets[path], seen = ledger.ReadPrior(book, p)
		lines := unreadLines(seen)
		switch {
		case len(awards) == 0 && !slices.ContainsFunc(lines, isOfLine):
			return unreadable(s, path, seen)
		case len(lines) > 0:
			placed := calc.Mapped(lines, func(f calc.Finding) string { return f.Ref.String() + " " + f.Message() })
			return s.Refuse("prior/lines", path, len(lines), strings.Join(placed, "\n"))
		}
	}
	all.awards = append(all.awards, awards...)
	all.findings = append(append(all.findings, findings...), seen...)
	return nil
}

// unreadLines are the findings for which an award table is refused: it is there
// to bar double payment and is read whole or not at all. A wrong code is none, its
// name stands in.
func unreadLines(findings calc.Findings) calc.Findings {
	return slices.DeleteFunc(slices.Clone(findings), func(f calc.Finding) bool {
		return (f.Severity() != calc.Error || f.Code == "cell/credit-code") && f.Code != "table/unread-row"
	})
}

// isOfLine tells of a finding about one line, not about a table as a whole.
func isOfLine(f calc.Finding) bool {
	return f.Ref.Row > 0 && (stage(f.Code) == "prior" || f.Code == "table/unread-row")
}
