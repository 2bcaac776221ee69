package main

import (
	"strings"

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
func (o *prorateOptions) plan(s *console.Console, p *calc.Policy, limits []calc.BudgetLimit, findings calc.Findings) (func(*calc.Result) error, error) {
	switch {
	case o.mode == overReport && (o.round != "" || len(o.protect) > 0):
		return nil, s.Refuse("prorate/off")
	case o.mode == overReport:
		return nil, nil
	case o.mode != overProrate:
		return nil, s.Refuse("prorate/mode", o.mode)
	case len(limits) == 0:
		return nil, s.Refuse("prorate/no-budget")
	}
	for _, f := range findings {
		if f.Severity() == calc.Error {
			return nil, s.Refuse("prorate/budget", f.Ref, f.Message())
		}
	}
	unit, err := parseRound(o.round)
	if err != nil || unit.Sign() <= 0 || !unit.IsFen() {
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

// parseRound reads 100, 100元 or 1万元; a bare number is yuan.
func parseRound(text string) (money.Yuan, error) {
	if text == "" {
		text = defaultRound
	}
	if strings.Trim(text, "0123456789.") == "" {
		text += "元"
	}
	return money.ParseYuan(text)
}
