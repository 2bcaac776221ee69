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

// readPrior reads the awards of earlier years: reports of ours, and the award
// tables that years before them left. A report that contradicts itself is
// refused like anywhere else; it is not taken for a plain table.
func readPrior(ctx context.Context, s *console.Console, paths []string,
	p *calc.Policy) ([]calc.Prior, calc.Findings, error) {
	var all []calc.Prior
	var findings calc.Findings
	first := map[string]string{} // by hash
	for _, path := range paths {
		hash, err := hashFile(path)
		if err != nil {
			return nil, nil, pathFault(s, err)
		}
		if before, twice := first[hash]; twice {
			findings.Add("file/duplicate", calc.Ref{File: filepath.Base(path)}, before)
			continue
		}
		first[hash] = filepath.Base(path)
		awards, seen, err := readPriorOf(ctx, s, path, p)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, awards...)
		findings = append(findings, seen...)
	}
	return all, findings, nil
}

// readPriorOf reads the awards of one workbook.
func readPriorOf(ctx context.Context, s *console.Console, path string,
	p *calc.Policy) ([]calc.Prior, calc.Findings, error) {
	book, findings, err := openSideInput(ctx, s, path)
	if err != nil {
		return nil, nil, err
	}
	defer book.Close()
	r, seen := report.Read(book)
	var awards []calc.Prior
	switch {
	case r != nil:
		awards, seen = r.Prior(), rulingsApart(seen)
	case seen.Worst() != "report/foreign":
		return nil, nil, unreadable(s, path, seen)
	default:
		if awards, seen = ledger.ReadPrior(book, p); len(awards) == 0 {
			return nil, nil, unreadable(s, path, seen)
		}
		if err := unreadLines(s, path, seen); err != nil {
			return nil, nil, err
		}
	}
	return awards, append(findings, seen...), nil
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
