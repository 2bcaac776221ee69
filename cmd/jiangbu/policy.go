package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"jiangbu/calc/policy"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/report"
	"jiangbu/templates"
)

func policyCommand(s *console.Console) *cli.Command {
	c := command(s, "policy", nil, nil)
	c.Subcommands = []*cli.Command{policyListCommand(s), policyShowCommand(s), policyCheckCommand(s),
		policyNewCommand(s)}
	return c
}

func policyListCommand(s *console.Console) *cli.Command {
	return command(s, "policy/list", nil, atMost(s, 0, func(*cli.Context) error { return runPolicyList(s) }))
}

// runPolicyList prints one line a policy that the program brings along.
func runPolicyList(s *console.Console) error {
	var lines [][]string
	for _, id := range policyIDs() {
		p, err := loadPolicy(s, id)
		if err != nil {
			return err
		}
		lines = append(lines, []string{p.ID, p.Document, fmt.Sprintf("%d-%d", p.FirstYear, p.LastYear), p.City,
			p.Title})
	}
	_, err := fmt.Fprint(s.Out, console.Aligned("", lines))
	return err
}

// policyOptions are the flags and the argument of policy show.
type policyOptions struct {
	policies []string // one id or file, or none
	item     string   // this alone, "" for all
	out      string   // the workbook, "" to print
	force    bool
}

func policyShowCommand(s *console.Console) *cli.Command {
	var o policyOptions
	return command(s, "policy/show", []cli.Flag{
		flagOf(s, "policy/show/flag/item", &o.item), flagOf(s, "policy/show/flag/out", &o.out),
		flagOf(s, "flag/force", &o.force),
	}, atMost(s, 1, func(c *cli.Context) error {
		o.policies = c.Args().Slice()
		return runPolicyShow(c.Context, o, s)
	}))
}

// runPolicyShow gives the rule book as a table that a lawyer can hold against
// the document, printed or as a workbook to be signed. It is Chinese whatever the console speaks.
func runPolicyShow(ctx context.Context, o policyOptions, s *console.Console) error {
	p, err := loadPolicy(s, append(o.policies, "")[0])
	if err != nil {
		return err
	}
	if o.item != "" {
		if p, err = onlyItem(s, p, o.item); err != nil {
			return err
		}
	}
	if o.out == "" {
		return policy.Show(s.Out, p)
	}
	file := outfile.File{Path: o.out, Write: func(w io.Writer) error { return report.WriteRuleBook(w, p) }}
	if err := writeAtOnce(ctx, s, outfile.Plan{Replace: o.force, Sources: o.policies},
		[]outfile.File{file}); err != nil {
		return err
	}
	return s.Print(s.Out, s.Text("policy/show/done", o.out)+"\n")
}

func policyCheckCommand(s *console.Console) *cli.Command {
	return command(s, "policy/check", nil, func(c *cli.Context) error { return runPolicyCheck(c.Args().Slice(), s) })
}

// runPolicyCheck reads policies strictly and runs the cases beside them.
func runPolicyCheck(policies []string, s *console.Console) error {
	if len(policies) == 0 {
		return s.Refuse("policy/check/none", policyIDs())
	}
	failed := 0
	for _, name := range policies {
		f, err := policySource(s, name)
		if err != nil {
			return err
		}
		ok, err := checkPolicy(s, f)
		if err != nil {
			return err
		}
		if !ok {
			failed++
		}
	}
	if failed > 0 {
		return s.NeedsPerson("policy/check/failed", failed)
	}
	return nil
}

// checkPolicy prints what is wrong with one policy, or that nothing is.
func checkPolicy(s *console.Console, f source) (ok bool, err error) {
	p, err := policy.Load(f.name, f.data)
	if err != nil {
		fmt.Fprintln(s.Out, s.Words(err))
		return false, nil
	}
	name, data, err := f.cases()
	if err != nil {
		return false, err
	}
	if name == "" {
		fmt.Fprintln(s.Out, s.Text("policy/check/no-cases", f.name, p.ID, len(p.Items)))
		return true, nil
	}
	cases, err := policy.LoadCases(name, data)
	if err != nil {
		fmt.Fprintln(s.Out, s.Words(err))
		return false, nil
	}
	failures := policy.RunCases(p, cases)
	for _, failure := range failures {
		text := failure.String()
		if s.Lang == console.Chinese {
			text = failure.Chinese()
		}
		fmt.Fprintf(s.Out, "%s:%s\n", name, text)
	}
	fmt.Fprintln(s.Out, s.Text("policy/check/done", f.name, p.ID, len(p.Items), len(cases), len(failures)))
	return len(failures) == 0, nil
}

func policyNewCommand(s *console.Console) *cli.Command {
	return command(s, "policy/new", nil, atMost(s, 1, func(c *cli.Context) error {
		if !c.Args().Present() {
			return s.Refuse("policy/new/no-folder")
		}
		return runPolicyNew(c.Context, c.Args().First(), s)
	}))
}

// runPolicyNew writes a policy with its cases to begin from, every key
// explained; what stands there already is never touched.
func runPolicyNew(ctx context.Context, dir string, s *console.Console) error {
	var files []outfile.File
	for _, name := range []string{newPolicyFile + policyExt, newPolicyFile + casesExt} {
		text, err := templates.Skeleton.ReadFile("skeleton/" + name)
		if err != nil {
			return err
		}
		files = append(files, outfile.File{Path: filepath.Join(dir, name),
			Write: func(w io.Writer) error { _, err := w.Write(text); return err }})
	}
	if err := writeAtOnce(ctx, s, outfile.Plan{Folders: []string{dir}}, files); err != nil {
		return err
	}
	return s.Print(s.Out, s.Text("policy/new/done", files[0].Path, files[1].Path)+"\n")
}

// newPolicyFile is the name, without its end, of the policy that policy new
// writes.
const newPolicyFile = "policy"
