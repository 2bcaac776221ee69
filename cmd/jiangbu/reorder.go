package main

import (
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
)

// line is a command line whose flags are put before its arguments.
type line struct {
	app            *cli.App
	path           []*cli.Command // the commands named
	globals, flags []string
	rest           []string
	help           bool   // is asked for
	lacking        string // the flag that has no value, "" for none
}

// reorder puts flags before arguments, wherever the user wrote them: the
// library reads flags up to the first argument only.
func reorder(app *cli.App, args []string) line {
	l := line{app: app}
	for i := 0; i < len(args) && l.lacking == ""; i++ {
		a := l.dashed(args[i])
		switch {
		case a == "--":
			l.rest = append(l.rest, args[i+1:]...)
			i = len(args)
		case strings.HasPrefix(a, "-") && a != "-":
			i += l.flag(a, args[i+1:])
		default:
			l.word(a)
		}
	}
	return l
}

// dashes are what a Chinese keyboard, or a text that was copied, has for a hyphen.
const dashes = "-–—－―−"

// dashed is a word as it is meant: a flag behind any dashes has ours.
func (l *line) dashed(a string) string {
	name := strings.TrimLeft(a, dashes)
	if f, _ := l.find(name); f == nil || name == a || strings.HasPrefix(a, "-") {
		return a
	}
	return "--" + name
}

// argv is the line for the library.
func (l *line) argv() []string {
	names := calc.Mapped(l.path, func(c *cli.Command) string { return c.Name })
	return slices.Concat([]string{l.app.Name}, l.globals, names, l.flags, []string{"--"}, l.rest)
}

// flag takes a flag, with its value where it needs one, and tells how many of
// the following words that used. One that nobody knows stays with the command,
// which refuses it.
func (l *line) flag(a string, following []string) (used int) {
	f, global := l.find(a)
	if f != nil && f.Names()[0] == "help" {
		l.help = true
		return 0
	}
	words := []string{a}
	if d, ok := f.(cli.DocGenerationFlag); ok && d.TakesValue() && !strings.Contains(a, "=") {
		if len(following) == 0 || l.known(l.dashed(following[0])) {
			l.lacking = "--" + f.Names()[0]
			return 0
		}
		words, used = append(words, following[0]), 1
	}
	if global || len(l.path) == 0 {
		l.globals = append(l.globals, words...)
	} else {
		l.flags = append(l.flags, words...)
	}
	return used
}

// word takes an argument that is no flag: the next command's name, the asking
// for its help, or an argument of the command.
func (l *line) word(a string) {
	next := below(l.app, l.path)
	i := slices.IndexFunc(next, func(c *cli.Command) bool { return c.HasName(a) })
	switch {
	case i < 0 || len(l.rest) > 0:
		l.rest = append(l.rest, a)
	case a == "help":
		l.help = true
	default:
		l.path = append(l.path, next[i])
	}
}

// below lists the commands that may be named after those of the path.
func below(app *cli.App, path []*cli.Command) []*cli.Command {
	if len(path) == 0 {
		return app.Commands
	}
	return path[len(path)-1].Subcommands
}

// find looks a flag up among those of the command, then the global ones.
func (l *line) find(a string) (f cli.Flag, global bool) {
	name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
	named := func(f cli.Flag) bool { return slices.Contains(f.Names(), name) }
	for _, c := range l.path {
		if i := slices.IndexFunc(c.Flags, named); i >= 0 {
			return c.Flags[i], false
		}
	}
	if i := slices.IndexFunc(l.app.Flags, named); i >= 0 {
		return l.app.Flags[i], true
	}
	return nil, false
}

// known tells whether a word that stands where a value should is a flag, or
// ends the flags.
func (l *line) known(a string) bool {
	f, _ := l.find(a)
	return a == "--" || strings.HasPrefix(a, "-") && f != nil
}

// withoutCommand is what the program, or a group of commands, does where the
// next word is no command: it says which there are.
func withoutCommand(s *console.Console, c *cli.Context) error {
	commands, name := c.App.Commands, ""
	if c.Command != nil && len(c.Command.Subcommands) > 0 && c.Command.Name != c.App.Name {
		commands, name = c.Command.Subcommands, c.Command.Name
	}
	a := c.Args().First()
	switch {
	case a == "" && name == "":
		return s.Refuse("no-command")
	case a == "":
		return s.Refuse("no-subcommand", name)
	}
	names := calc.Mapped(commands, func(c *cli.Command) string { return c.Name })
	hint := s.DidYouMean(a, names)
	if _, err := os.Stat(a); hint == "" && err == nil && name == "" {
		hint = "\n" + s.Text("did-you-mean", "jiangbu run "+a)
	}
	return s.Refuse("unknown-command", a, strings.Join(names, ", "), hint)
}

// The faults that the library finds: flags that are not there, values of
// another kind.
var (
	undefinedFlag = regexp.MustCompile(`^flag provided but not defined: -(.*)$`)
	invalidValue  = regexp.MustCompile(`^invalid (?:boolean )?value "(.*)" for (?:flag )?-([^:]*): `)
)

// usageFault says in the words of the catalogue what the library found.
func usageFault(s *console.Console, c *cli.Context, err error) error {
	if m := undefinedFlag.FindStringSubmatch(err.Error()); m != nil {
		names := calc.Mapped(append(slices.Clone(c.Command.Flags), c.App.Flags...),
			func(f cli.Flag) string { return "--" + f.Names()[0] })
		return s.Refuse("unknown-flag", "--"+m[1], s.DidYouMean("--"+m[1], names))
	}
	if m := invalidValue.FindStringSubmatch(err.Error()); m != nil {
		return s.Refuse("flag-kind", "--"+m[2], m[1])
	}
	return err
}
