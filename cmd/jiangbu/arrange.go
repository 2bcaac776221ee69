package main

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// call is a command line put in order.
type call struct {
	argv    []string     // for the library: flags first, then "--", then the arguments
	command *cli.Command // nil: none was named
	help    bool
}

// arrange puts flags before arguments, wherever the user wrote them, and
// refuses what the command does not know. The library stops reading flags at
// the first argument and would take the rest for files.
func arrange(s *streams, app *cli.App, args []string) (call, error) {
	l := line{s: s, app: app}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--version" && len(l.path) == 0 {
			a = "version" // as people ask every program
		}
		if a == "--" {
			l.rest = append(l.rest, args[i+1:]...)
			break
		}
		if strings.HasPrefix(a, "-") && a != "-" {
			used, err := l.flag(a, args[i+1:])
			if err != nil {
				return call{}, err
			}
			i += used
			continue
		}
		if err := l.word(a); err != nil {
			return call{}, err
		}
	}
	return l.call()
}

// line is a command line while it is being arranged.
type line struct {
	s              *streams
	app            *cli.App
	path           []*cli.Command
	help           bool
	globals, flags []string
	rest           []string
}

// command is the innermost command named so far, nil before the first.
func (l *line) command() *cli.Command {
	if len(l.path) == 0 {
		return nil
	}
	return l.path[len(l.path)-1]
}

// below lists the commands that may be named next.
func (l *line) below() []*cli.Command {
	if c := l.command(); c != nil {
		return c.Subcommands
	}
	return l.app.Commands
}

// word takes an argument that is no flag: the next command's name, or an
// argument of the command.
func (l *line) word(a string) error {
	next := l.below()
	if len(next) == 0 {
		l.rest = append(l.rest, a)
		return nil
	}
	for _, c := range next {
		if c.HasName(a) {
			if c.Name == "help" {
				l.help = true
			} else {
				l.path = append(l.path, c)
			}
			return nil
		}
	}
	return l.unknownCommand(a, next)
}

func (l *line) unknownCommand(a string, next []*cli.Command) error {
	var names []string
	for _, c := range next {
		names = append(names, c.Name)
	}
	hint := l.s.didYouMean(a, names)
	if _, err := os.Stat(a); hint == "" && err == nil && len(l.path) == 0 {
		hint = "\n" + l.s.text("did-you-mean", "jiangbu run "+a)
	}
	return l.s.refuse("unknown-command", a, strings.Join(names, ", "), hint)
}

// flag takes a flag, with its value where it needs one, and tells how many of
// the following arguments it used.
func (l *line) flag(a string, following []string) (used int, err error) {
	name, value, hasValue := strings.Cut(strings.TrimLeft(a, "-"), "=")
	f, global := l.find(name)
	if f == nil {
		given, _, _ := strings.Cut(a, "=") // a value may be a secret
		return 0, l.s.refuse("unknown-flag", given, l.s.didYouMean("--"+name, l.flagNames()))
	}
	if name == "help" || name == "h" {
		l.help = true
		return 0, nil
	}
	words := []string{"--" + name}
	switch {
	case hasValue:
		words[0] += "=" + value
	case takesValue(f):
		if len(following) == 0 || l.looksLikeFlag(following[0]) {
			return 0, l.s.refuse("flag-value", "--"+name)
		}
		words, used = append(words, following[0]), 1
		value, hasValue = following[0], true
	}
	if err := l.wellFormed(f, "--"+name, value, hasValue); err != nil {
		return 0, err
	}
	if global {
		l.globals = append(l.globals, words...)
		return used, nil
	}
	l.flags = append(l.flags, words...)
	return used, nil
}

// wellFormed refuses a value that the library would refuse in its own words.
func (l *line) wellFormed(f cli.Flag, name, value string, hasValue bool) error {
	switch f.(type) {
	case *cli.IntFlag:
		if _, err := strconv.Atoi(value); err != nil {
			return l.s.refuse("flag-number", name, value)
		}
	case *cli.BoolFlag:
		if _, err := strconv.ParseBool(value); hasValue && err != nil {
			return l.s.refuse("flag-no-value", name)
		}
	}
	return nil
}

// looksLikeFlag tells whether a word that stands where a value should is one
// of the command's own flags.
func (l *line) looksLikeFlag(a string) bool {
	name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
	f, _ := l.find(name)
	return strings.HasPrefix(a, "-") && f != nil
}

// find looks a flag up among those of the command, then the global ones.
func (l *line) find(name string) (f cli.Flag, global bool) {
	named := func(f cli.Flag) bool { return slices.Contains(f.Names(), name) }
	if c := l.command(); c != nil {
		if i := slices.IndexFunc(c.Flags, named); i >= 0 {
			return c.Flags[i], false
		}
	}
	if i := slices.IndexFunc(l.app.Flags, named); i >= 0 {
		return l.app.Flags[i], true
	}
	return nil, false
}

// flagNames lists the flags that are known here.
func (l *line) flagNames() []string {
	var names []string
	if c := l.command(); c != nil {
		for _, f := range c.Flags {
			names = append(names, "--"+f.Names()[0])
		}
	}
	for _, f := range l.app.Flags {
		names = append(names, "--"+f.Names()[0])
	}
	return names
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

// call is the line put in order. Naming no command, or only a group of
// commands, asks for help.
func (l *line) call() (call, error) {
	c := call{command: l.command(), help: l.help, argv: append([]string{l.app.Name}, l.globals...)}
	if asked, ok := langFlag(l.globals); ok {
		if _, known := languageNamed(asked); !known {
			return call{}, l.s.refuse("unknown-language", asked)
		}
	}
	if len(l.below()) > 0 && !l.help {
		if c.command == nil {
			return call{}, l.s.refuse("no-command")
		}
		return call{}, l.s.refuse("no-subcommand", c.command.Name)
	}
	for _, p := range l.path {
		c.argv = append(c.argv, p.Name)
	}
	c.argv = append(append(append(c.argv, l.flags...), "--"), l.rest...)
	return c, nil
}
