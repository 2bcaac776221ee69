package main

import (
	"context"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/report"
)

// readEarlier reads the report that this run is compared with. One of another
// award year says nothing about this one and is refused.
func readEarlier(ctx context.Context, s *console.Console, path string, year int) (*calc.Earlier, calc.Findings, error) {
	if path == "" {
		return nil, nil, nil
	}
	r, findings, err := readReport(ctx, s, path)
	if err != nil {
		return nil, nil, err
	}
	if r.Year != year {
		return nil, nil, s.Refuse("compare/year", path, r.Year, year)
	}
	e := r.Earlier()
	return &e, rulingsApart(findings), nil
}

// rulingsApart leaves out what is wrong with rulings: they are read with
// --rulings, and comparing does not depend on them.
func rulingsApart(findings calc.Findings) calc.Findings {
	return slices.DeleteFunc(findings, func(f calc.Finding) bool { return stage(f.Code) == "ruling" })
}

// compare sets the result against the earlier run.
func (pl *plan) compare(s *console.Console, r *calc.Result) (err error) {
	if pl.earlier == nil {
		return nil
	}
	if r.Changes, err = calc.Compare(*pl.earlier, r); err != nil {
		return s.Refuse("audit", err)
	}
	return nil
}

// changeLines say what changed since the earlier run, a kind a line, and what
// that comes to.
func changeLines(s *console.Console, r *calc.Result) [][]string {
	c := r.Changes
	if c == nil {
		return nil
	}
	lines := [][]string{{s.Text("sum/changes"),
		s.Text("sum/changed", c.Earlier.Name, report.Signed(c.After.Sub(c.Before)), strconv.Itoa(c.Same))}}
	for _, k := range calc.ChangeKinds {
		if n, y := c.Sum(k); n > 0 {
			lines = append(lines, []string{"  " + s.Text("change/"+string(k)),
				s.Text("sum/change", n, report.Signed(y))})
		}
	}
	return lines
}
