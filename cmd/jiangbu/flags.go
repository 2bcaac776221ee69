package main

import (
	"path"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/cmd/internal/console"
)

// flagOf is the flag that a message of the catalogue is about: run/flag/out is
// --out. It sets what to leads to, which holds its default.
func flagOf[T string | bool | int | []string](s *console.Console, key string, to *T) cli.Flag {
	name, usage := path.Base(key), s.Text(key)
	switch to := any(to).(type) {
	case *bool:
		return &cli.BoolFlag{Name: name, Usage: usage, Destination: to}
	case *int:
		return &cli.IntFlag{Name: name, Usage: usage, Destination: to}
	case *[]string:
		return &cli.GenericFlag{Name: name, Usage: usage, Value: (*texts)(to)}
	default:
		text := any(to).(*string)
		return &cli.StringFlag{Name: name, Usage: usage, Destination: text, Value: *text}
	}
}

// command is the command that messages of the catalogue are about: policy show has
// policy/show/usage and help, and args where it takes any.
func command(s *console.Console, key string, flags []cli.Flag, run cli.ActionFunc) *cli.Command {
	c := &cli.Command{Name: path.Base(key), Usage: s.Text(key + "/usage"), Description: s.Text(key + "/help"),
		Flags: flags, Action: run}
	if args := s.Text(key + "/args"); args != key+"/args" {
		c.ArgsUsage = args
	}
	return c
}

// texts are the values of a flag that repeats.
type texts []string

// Set adds a value.
func (t *texts) Set(value string) error {
	*t = append(*t, strings.TrimSpace(value))
	return nil
}

func (t *texts) String() string { return strings.Join(*t, ", ") }

// atMost is what a command does that refuses arguments beyond so many.
func atMost(s *console.Console, most int, run cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		if c.NArg() > most {
			return s.Refuse("too-many", strings.TrimPrefix(c.Command.HelpName, c.App.Name+" "), c.Args().Get(most))
		}
		return run(c)
	}
}
