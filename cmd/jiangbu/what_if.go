package main

import (
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/report"
)

// whatIf decides the rows of a result by another policy and says what that
// would change. Readings that the other does not know are left at its own.
func (pl *plan) whatIf(s *console.Console, r *calc.Result) error {
	if pl.other == nil {
		return nil
	}
	rows := calc.Mapped(r.Records, func(r calc.Record) calc.Row { return *r.Row })
	b := pl.batch
	b.Policy, b.Inputs, b.Findings, b.Readings = pl.other, r.Inputs, nil, calc.Readings{}
	for name, value := range pl.batch.Readings {
		if checkReading(s, pl.other, name, value) == nil {
			b.Readings[name] = value
		}
	}
	b.Records, _ = standard.Standardise(rows, pl.other)
	standard.DoubtBeyondBudget(b.Records, pl.other, pl.limits)
	var err error
	if r.WhatIf, err = calc.NewWhatIf(r, calc.Decide(b)); err != nil {
		return s.Refuse("audit", err)
	}
	return nil
}

// whatIfLines say what the other policy would change.
func whatIfLines(s *console.Console, r *calc.Result) [][]string {
	w := r.WhatIf
	if w == nil {
		return nil
	}
	return [][]string{{s.Text("sum/what-if", w.Policy.ID),
		s.Text("sum/what-if-of", report.Signed(w.After.Sub(w.Before)), strconv.Itoa(len(w.Changes)))}}
}
