package main

import (
	"context"
	"os"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/report"
)

// What stands beside the submissions (budget, rulings, earlier years) is read
// before them: a run that cannot hold awards against what was asked for does
// not begin.

// openSideInput opens the one workbook that an option names, to be closed: it may be
// as large as a report of a million records. One that cannot be read is
// refused: it was asked for, and there is no going on without it.
func openSideInput(ctx context.Context, s *console.Console, path string) (*sheets.Book, calc.Findings, error) {
	inputs, _, err := sheets.Find([]string{path})
	if err != nil {
		return nil, nil, pathFault(s, err)
	}
	if len(inputs) != 1 || inputs[0].Path != path && !outfile.SameFile(inputs[0].Path, path) {
		return nil, nil, s.Refuse("side-input/no-file", path)
	}
	if err := findPassword(ctx, s, &inputs[0]); err != nil {
		return nil, nil, err
	}
	inputs[0].Limits = sheets.ReportLimits
	if info, err := os.Stat(path); err == nil {
		tuneGC(int(info.Size() / reportRowBytes))
	}
	book, findings, err := sheets.Open(inputs[0])
	if err != nil {
		return nil, nil, pathFault(s, err)
	}
	if book == nil {
		return nil, nil, unreadable(s, path, findings)
	}
	return book, findings, nil
}

// readSideInput reads the one workbook that an option names; one that read finds
// nothing in is refused.
func readSideInput[T any](ctx context.Context, s *console.Console, path string,
	read func(*sheets.Book) (*T, calc.Findings)) (*T, calc.Findings, error) {
	book, findings, err := openSideInput(ctx, s, path)
	if err != nil {
		return nil, nil, err
	}
	defer book.Close()
	said, found := read(book)
	if findings = append(findings, found...); said == nil {
		return nil, nil, unreadable(s, path, findings)
	}
	return said, findings, nil
}

// maxUnreadLines is how many faults a refusal names; the others are counted.
const maxUnreadLines = 8

// unreadable says why a workbook that an option names gave nothing: by its
// first errors, where in it they stand, and what to do about them.
func unreadable(s *console.Console, path string, findings calc.Findings) error {
	var lines, hints []string
	key := "side-input/unreadable"
	for _, f := range findings {
		if f.Severity() != calc.Error {
			continue
		}
		why := f.Message()
		if f.Ref.Sheet != "" {
			why = strings.TrimSuffix(f.Ref.Sheet+"!"+f.Ref.Cell(), "!") + " " + why
		}
		if f.Code == "report/edited" {
			key = "side-input/edited"
		}
		if lines = append(lines, why); !slices.Contains(hints, f.Hint()) && len(lines) <= maxUnreadLines {
			hints = append(hints, f.Hint())
		}
	}
	if len(lines) == 0 {
		return s.Refuse("side-input/empty", path)
	}
	if more := len(lines) - maxUnreadLines; more > 0 {
		lines = append(lines[:maxUnreadLines], s.Text("side-input/more", more))
	}
	return s.Refuse(key, path, strings.Join(lines, "\n"), strings.Join(hints, "\n"))
}

// readBudget reads an amount such as 3000万元, or a workbook of lines; one that
// was left empty gives none. The accounts say what became of its lines.
func readBudget(ctx context.Context, s *console.Console, budget string,
	p *calc.Policy, year int) ([]calc.BudgetLimit, []calc.SheetAccount, calc.Findings, error) {
	if budget == "" {
		return nil, nil, nil, nil
	}
	if looksLikeAmount(budget) {
		y, ok := typedAmount(budget)
		if ok && y.Sign() <= 0 {
			return nil, nil, nil, s.Refuse("budget/not-positive", budget)
		}
		if !ok {
			return nil, nil, nil, s.Refuse("budget/amount", budget)
		}
		return []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: y}}, nil, nil, nil
	}
	book, findings, err := openSideInput(ctx, s, budget)
	if err != nil {
		return nil, nil, nil, err
	}
	defer book.Close()
	limits, sheets, more := ledger.ReadBudget(book, p, year)
	findings = append(findings, more...)
	if len(limits) == 0 && findings.Worst() != "" {
		return nil, nil, nil, unreadable(s, budget, findings)
	}
	return limits, sheets, findings, nil
}

// looksLikeAmount tells an amount from the path of a workbook: it is one, or is
// made of nothing that a name would be without.
func looksLikeAmount(text string) bool {
	_, ok := typedAmount(text)
	return ok || strings.Trim(text, "0123456789.,-+ 百千万亿元") == "" && strings.ContainsAny(text, "0123456789")
}

// readRulings reads what a person filled into 待核事项 of a report of the year.
func readRulings(ctx context.Context, s *console.Console, path string, year int) ([]calc.Ruling, calc.Findings, error) {
	if path == "" {
		return nil, nil, nil
	}
	r, findings, err := readReport(ctx, s, path)
	if err != nil {
		return nil, nil, err
	}
	if r.Year != year {
		return nil, nil, s.Refuse("rulings/other-year", path, r.Year, year)
	}
	return r.Rulings, findings, nil
}

// readReport reads a report of ours; a workbook that is none is refused.
func readReport(ctx context.Context, s *console.Console, path string) (*report.Report, calc.Findings, error) {
	return readSideInput(ctx, s, path, soundly)
}

func isEdit(f calc.Finding) bool { return f.Code == "report/edited" }

// soundly reads a report of ours out of its workbook, nil for one that contradicts
// itself, or in which a person changed an award, whatever it is read for: what a
// person decides is a ruling, with its ground.
func soundly(book *sheets.Book) (*report.Report, calc.Findings) {
	r, findings := report.Read(book)
	if slices.ContainsFunc(findings, isEdit) {
		r = nil
	}
	return r, findings
}
