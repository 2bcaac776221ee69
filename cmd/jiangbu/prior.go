package main

import (
	"context"
	"path/filepath"
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
		r, found, err := soundReport(s, path, book)
		if err != nil {
			return err
		}
		awards, seen = r.Prior(), rulingsApart(found)
	} else {
		if awards, all.sheets[path], seen = ledger.ReadPrior(book, p); len(awards) == 0 {
			return unreadable(s, path, seen)
		}
		if err := unreadLines(s, path, seen); err != nil {
			return err
		}
	}
	all.awards = append(all.awards, awards...)
	all.findings = append(append(all.findings, findings...), seen...)
	return nil
}

// maxUnreadLines is how many lines a refusal names; the others are counted.
const maxUnreadLines = 8

// unreadLines refuses an award table with lines that could not be read: it is
// there to bar double payment and is read whole or not at all. A wrong code is
// no such line, its name stands in.
func unreadLines(s *console.Console, path string, findings calc.Findings) error {
	var lines []string
	for _, f := range findings {
		if f.Severity() == calc.Error && f.Code != "cell/credit-code" || f.Code == "table/unread-row" {
			lines = append(lines, f.Ref.String()+" "+f.Message())
		}
	}
	n := len(lines)
	if n == 0 {
		return nil
	}
	return s.Refuse("prior/lines", path, n, strings.Join(lines[:min(n, maxUnreadLines)], "\n"))
}
