package main

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/cmd/internal/console"
)

// What run does about awards that exceed the budget.
const (
	overReport  = "report"  // says by how much
	overProrate = "prorate" // pays every award the same share
)

// defaultRound is the unit that prorated awards are rounded down to.
const defaultRound = "100元"

// prorateOptions are the flags of run that fit awards into the budget.
type prorateOptions struct {
	mode    string
	round   string   // "" for defaultRound
	protect []string // clauses
}

// plan checks the flags and gives the function that fits a result into the
// budget, nil where nothing is to be done. A budget with a line that was not
// understood is no measure for anybody's money.
func (o *prorateOptions) plan(s *console.Console, p *calc.Policy, limits []calc.BudgetLimit,
	findings calc.Findings) (func(*calc.Result) error, error) {
	switch {
	case o.mode == overReport && (o.round != "" || len(o.protect) > 0):
		return nil, s.Refuse("prorate/off")
	case o.mode == overReport:
		return nil, nil
	case o.mode != overProrate:
		return nil, s.Refuse("flag-choice", "--over-budget", o.mode, overReport+", "+overProrate)
	case len(limits) == 0:
		return nil, s.Refuse("prorate/no-budget")
	}
	for _, f := range findings {
		if f.Severity() == calc.Error {
			return nil, s.Refuse("prorate/budget", f.Ref, f.Message())
		}
	}
	unit, ok := roundUnit(o.round)
	if !ok || unit.Sign() <= 0 || !unit.IsFen() {
		return nil, s.Refuse("prorate/round", o.round)
	}
	for _, clause := range o.protect {
		if _, ok := p.ClauseNumber(clause); !ok {
			return nil, s.Refuse("prorate/clause", p.ID, clause)
		}
	}
	return func(r *calc.Result) error {
		_, err := calc.Prorate(r, limits, unit, o.protect)
		return err
	}, nil
}

// roundUnit reads 100, 100元 or 1万元; a bare number is yuan.
func roundUnit(text string) (money.Yuan, bool) {
	a, err := money.ParseAmount(cmp.Or(text, defaultRound))
	if err != nil {
		return money.Yuan{}, false
	}
	y, fault := a.Yuan(money.UnitNone, money.UnitYuan)
	return y, fault == ""
}
