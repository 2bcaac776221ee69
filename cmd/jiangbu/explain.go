package main

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// explainOptions are the flags and arguments of explain.
type explainOptions struct {
	args []string // the report, then the query
	json bool
}

func explainCommand(s *console.Console) *cli.Command {
	var o explainOptions
	return command(s, "explain", []cli.Flag{flagOf(s, "explain/flag/json", &o.json)}, func(c *cli.Context) error {
		if o.args = c.Args().Slice(); len(o.args) > 0 {
			o.args[0] = inputName(o.args[0])
		}
		return runExplain(c.Context, o, s)
	})
}

// runExplain tells the story of the records that a query finds in a report:
// one in full, several as a list. The report alone is read: it holds what was
// submitted, what was decided and by which words.
func runExplain(ctx context.Context, o explainOptions, s *console.Console) error {
	switch {
	case len(o.args) == 0:
		return s.Refuse("explain/no-report")
	case len(o.args) == 1:
		return s.Refuse("explain/no-query", o.args[0])
	case len(o.args) > 2:
		return s.Refuse("explain/many", o.args[2], strings.Join(inQuotes(o.args[1:]), ", "))
	}
	query := o.args[1]
	var found []*report.Record
	var near []string
	r, _, err := readSideInput(ctx, s, o.args[0], func(book *sheets.Book) (*report.Report, calc.Findings) {
		r, findings := soundly(book)
		if r != nil {
			found, near = r.Find(query)
			report.ReadDetails(book, found)
		}
		return r, findings
	})
	if err != nil {
		return err
	}
	switch {
	case o.json:
		err = writeExplainJSON(s.Out, r, query, found, near)
	case len(found) == 0:
	case oneRow(found):
		err = writeStories(s, r, found)
	default:
		if _, err = io.WriteString(s.Out, matchList(s, found)); err == nil && s.AtMenu != nil {
			err = askWhich(ctx, s, r, found)
		}
	}
	if err == nil && len(found) == 0 {
		return nothingFound(s, o.args[0], query, near)
	}
	return err
}

// oneRow tells whether the records were submitted in one row, so that no query
// could tell them apart.
func oneRow(found []*report.Record) bool {
	return len(found) > 0 && !slices.ContainsFunc(found, func(r *report.Record) bool {
		return r.Record.Source != found[0].Record.Source
	})
}

// askWhich asks whoever sits at the menu for one of the records that were listed,
// and tells its story.
func askWhich(ctx context.Context, s *console.Console, r *report.Report, found []*report.Record) error {
	last := min(len(found), maxListed)
	n, err := asked(ctx, s, "menu/which-record", func(s *console.Console, answer string) (int, error) {
		n, err := strconv.Atoi(written.Fold(answer))
		if err != nil || n < 1 || n > last {
			return 0, s.Refuse("menu/none", answer, last)
		}
		return n, nil
	})
	if err != nil {
		return nil
	}
	return writeStories(s, r, found[n-1:n])
}
