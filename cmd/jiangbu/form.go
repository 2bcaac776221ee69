package main

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/survey"
)

// formOptions are the flags of form.
type formOptions struct {
	policy string
	year   string
	out    string   // a folder
	only   []string // districts, none for all
	force  bool
}

func formCommand(s *console.Console) *cli.Command {
	var o formOptions
	return command(s, "form", []cli.Flag{
		flagOf(s, "run/flag/year", &o.year), flagOf(s, "flag/policy", &o.policy),
		flagOf(s, "form/flag/out", &o.out), flagOf(s, "form/flag/district", &o.only),
		flagOf(s, "flag/force", &o.force),
	}, atMost(s, 0, func(c *cli.Context) error {
		y, err := readYearSettings(s)
		if err != nil {
			return err
		}
		o.year, o.policy = cmp.Or(o.year, y.one("year")), cmp.Or(o.policy, y.one("policy"))
		return runForm(c.Context, o, s)
	}))
}

// runForm writes the blank survey form of each district: all or none.
func runForm(ctx context.Context, o formOptions, s *console.Console) error {
	p, err := loadPolicy(s, o.policy)
	if err != nil {
		return err
	}
	year, err := chooseYear(s, p, o.year)
	if err != nil {
		return err
	}
	if o.out == "" {
		return s.Refuse("form/no-out", year)
	}
	districts, err := chooseDistricts(s, p, o.only)
	if err != nil {
		return err
	}
	if err := writeAtOnce(ctx, s, outfile.Plan{Folders: []string{o.out}, Replace: o.force},
		forms(p, year, o.out, districts)); err != nil {
		return err
	}
	return s.Print(s.Out, s.Text("form/done", len(districts), o.out)+"\n")
}

// forms are the files of the forms in a folder, in the order of the districts.
func forms(p *calc.Policy, year int, dir string, districts []string) []outfile.File {
	return calc.Mapped(districts, func(d string) outfile.File {
		return outfile.File{Path: filepath.Join(dir, fileNameOf(d)+".xlsx"),
			Write: func(w io.Writer) error { return survey.WriteForm(w, p, year, d) }}
	})
}

// fileNameOf is a name without the signs that no file's name may have.
func fileNameOf(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
}
