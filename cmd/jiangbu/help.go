package main

import (
	"fmt"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"

	"github.com/urfave/cli/v2"
)

// helpText is the help of a command, or of the whole program where the path is
// empty, made from the same definitions that are run.
func helpText(s *console.Console, app *cli.App, path []*cli.Command) string {
	c := &cli.Command{ArgsUsage: s.Text("app/args"), Usage: app.Usage, Description: app.Description,
		Subcommands: app.Commands}
	if len(path) > 0 {
		c = path[len(path)-1]
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n  %s %s\n", c.Usage, s.Text("help/head/usage"), fullName(path...), c.ArgsUsage)
	section(&b, s.Text("help/head/commands"), commandLines(c.Subcommands), s.Columns)
	section(&b, s.Text("help/head/flags"), flagLines(append(append([]cli.Flag{}, c.Flags...), app.Flags...)), s.Columns)
	fmt.Fprintf(&b, "\n%s\n", c.Description)
	return b.String()
}

// fullName is a command behind those it stands under: "jiangbu policy show".
func fullName(path ...*cli.Command) string {
	name := "jiangbu"
	for _, c := range path {
		name += " " + c.Name
	}
	return name
}

func section(b *strings.Builder, head string, lines [][]string, columns int) {
	if len(lines) > 0 {
		fmt.Fprintf(b, "\n%s\n%s", head, console.AlignedIn(columns, "  ", lines))
	}
}

func commandLines(commands []*cli.Command) [][]string {
	return calc.Mapped(commands, func(c *cli.Command) []string { return []string{c.Name, c.Usage} })
}

// flagLines shows "--out FILE" and what it does; the name of the value is what
// stands in backquotes in the flag's usage.
func flagLines(flags []cli.Flag) [][]string {
	var lines [][]string
	for _, f := range flags {
		usage, value := "", ""
		if d, ok := f.(cli.DocGenerationFlag); ok {
			usage = d.GetUsage()
		}
		if parts := strings.SplitN(usage, "`", 3); len(parts) == 3 {
			value, usage = " "+parts[1], strings.Join(parts, "")
		}
		lines = append(lines, []string{"--" + f.Names()[0] + value, usage})
	}
	return lines
}
