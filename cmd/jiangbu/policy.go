package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"jiangbu/calc/policy"
)

func policyCommand(s streams) *cli.Command {
	return &cli.Command{
		Name: "policy", Usage: s.text("policy/usage"), ArgsUsage: s.text("policy/args"), Description: s.text("policy/help"),
		Subcommands: []*cli.Command{policyListCommand(s), policyShowCommand(s), policyCheckCommand(s)},
	}
}

func policyListCommand(s streams) *cli.Command {
	return &cli.Command{
		Name: "list", Usage: s.text("policy/list/usage"), Description: s.text("policy/list/help"),
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return s.refuse("too-many", "policy list", c.Args().First())
			}
			return runPolicyList(s)
		},
	}
}

// runPolicyList prints one line a policy that the program brings along.
func runPolicyList(s streams) error {
	var lines [][]string
	for _, id := range policyIDs() {
		p, err := loadPolicy(s, id)
		if err != nil {
			return err
		}
		lines = append(lines, []string{p.ID, p.Document, fmt.Sprintf("%d-%d", p.FirstYear, p.LastYear), p.City, p.Title})
	}
	_, err := fmt.Fprint(s.out, aligned("", lines))
	return err
}

// policyOptions are the arguments of policy show and policy check.
type policyOptions struct {
	policies []string // ids or files
	item     string   // of policy show: this alone
}

func policyShowCommand(s streams) *cli.Command {
	var o policyOptions
	return &cli.Command{
		Name: "show", Usage: s.text("policy/show/usage"), ArgsUsage: s.text("policy/show/args"), Description: s.text("policy/show/help"),
		Flags: []cli.Flag{&cli.StringFlag{Name: "item", Usage: s.text("policy/show/flag/item"), Destination: &o.item}},
		Action: func(c *cli.Context) error {
			o.policies = c.Args().Slice()
			return runPolicyShow(o, s)
		},
	}
}

// runPolicyShow prints the rule book as a table that a lawyer can hold against
// the document. It is Chinese whatever the console speaks.
func runPolicyShow(o policyOptions, s streams) error {
	if len(o.policies) > 1 {
		return s.refuse("too-many", "policy show", o.policies[1])
	}
	p, err := loadPolicy(s, append(o.policies, "")[0])
	if err != nil {
		return err
	}
	if o.item != "" {
		if p, err = onlyItem(s, p, o.item); err != nil {
			return err
		}
	}
	return policy.Show(s.out, p)
}

func policyCheckCommand(s streams) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: s.text("policy/check/usage"), ArgsUsage: s.text("policy/check/args"), Description: s.text("policy/check/help"),
		Action: func(c *cli.Context) error { return runPolicyCheck(policyOptions{policies: c.Args().Slice()}, s) },
	}
}

// runPolicyCheck reads policies strictly and runs the cases beside them.
func runPolicyCheck(o policyOptions, s streams) error {
	if len(o.policies) == 0 {
		return s.refuse("policy/check/none", policyIDs())
	}
	failed := 0
	for _, name := range o.policies {
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
		return s.look("policy/check/failed", failed)
	}
	return nil
}

// checkPolicy prints what is wrong with one policy, or that nothing is.
func checkPolicy(s streams, f source) (ok bool, err error) {
	p, err := policy.Load(f.name, f.data)
	if err != nil {
		fmt.Fprintln(s.out, s.faults(err))
		return false, nil
	}
	name, data, err := f.cases()
	if err != nil {
		return false, err
	}
	if name == "" {
		fmt.Fprintln(s.out, s.text("policy/check/no-cases", f.name, p.ID, len(p.Items)))
		return true, nil
	}
	cases, err := policy.LoadCases(name, data)
	if err != nil {
		fmt.Fprintln(s.out, s.faults(err))
		return false, nil
	}
	failures := policy.RunCases(p, cases)
	for _, failure := range failures {
		text := failure.String()
		if s.lang == chinese {
			text = failure.Chinese()
		}
		fmt.Fprintf(s.out, "%s:%s\n", name, text)
	}
	fmt.Fprintln(s.out, s.text("policy/check/done", f.name, p.ID, len(p.Items), len(cases), len(failures)))
	return len(failures) == 0, nil
}

// faults is what is wrong with a policy or its cases, in the language of the
// console.
func (s streams) faults(err error) string {
	if all, ok := errors.AsType[policy.Faults](err); ok && s.lang == chinese {
		return all.Chinese()
	}
	return err.Error()
}
