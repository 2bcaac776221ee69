package main

import (
	"context"

	"jiangbu/calc"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/report"
)

// readPrior reads the awards of earlier years: reports of ours, and the award
// tables that years before them left. A report that contradicts itself is
// refused like anywhere else; it is not taken for a plain table.
func readPrior(ctx context.Context, s streams, paths []string, p *calc.Policy) ([]calc.Prior, calc.Findings, error) {
	var all []calc.Prior
	var findings calc.Findings
	for _, path := range paths {
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
func readPriorOf(ctx context.Context, s streams, path string, p *calc.Policy) ([]calc.Prior, calc.Findings, error) {
	book, findings, err := openBeside(ctx, s, path)
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
		return nil, nil, s.unreadable(path, seen)
	default:
		if awards, seen = ledger.ReadPrior(book, p); len(awards) == 0 {
			return nil, nil, s.unreadable(path, seen)
		}
	}
	return awards, append(findings, seen...), nil
}
