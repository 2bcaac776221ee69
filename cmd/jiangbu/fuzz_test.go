package main

import (
	"io"
	"testing"

	"github.com/urfave/cli/v2"
)

// FuzzArrange puts any command line in order: no panic, and what runs is a
// command that there is.
func FuzzArrange(f *testing.F) {
	f.Add("run", "in", "--year", "2024", "--force")
	f.Add("--lang=zh", "policy", "show", "--", "-x")
	f.Add("check", "--password", "--password=", "-", "")
	s := &streams{out: io.Discard, err: io.Discard}
	f.Fuzz(func(t *testing.T, a, b, c, d, e string) {
		app := newApp(s)
		call, err := arrange(s, app, []string{a, b, c, d, e})
		if err != nil || call.command == nil {
			return
		}
		if !among(app.Commands, call.command) {
			t.Errorf("%q %q %q %q %q runs %s", a, b, c, d, e, call.command.Name)
		}
	})
}

func among(commands []*cli.Command, c *cli.Command) bool {
	for _, one := range commands {
		if one == c || among(one.Subcommands, c) {
			return true
		}
	}
	return false
}
