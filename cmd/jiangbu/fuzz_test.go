package main

import (
	"io"
	"testing"

	"github.com/urfave/cli/v2"
)

// FuzzYearSettings reads any text as the settings of a year's folder: no panic,
// and what it takes, it takes by a key that there is.
func FuzzYearSettings(f *testing.F) {
	for _, s := range []string{"year: 2024\nprior: [a.xlsx, b.xlsx]\n", "readings:\n  same-project: clause\nnotice:\n  unit: 局\n  days: 5\n", "a: &a [*a]\n", "year: 2024\nyear: 2025\n", "---\n---\n", "strict: yes\n", "? [a]\n: b\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		y, err := parseYearSettings(streams{out: io.Discard, err: io.Discard}, settingsName, data)
		if err != nil && err.Error() == "" {
			t.Error("refused without a word")
		}
		for key, v := range y.values {
			if key == "" || v.line < 0 {
				t.Errorf("key %q on line %d", key, v.line)
			}
		}
	})
}

// FuzzArrange puts any command line in order: no panic, and what runs is a
// command that there is.
func FuzzArrange(f *testing.F) {
	f.Add("run", "in", "--year", "2024", "--force")
	f.Add("--lang=zh", "policy", "show", "--", "-x")
	f.Add("check", "--password", "--password=", "-", "")
	s := streams{out: io.Discard, err: io.Discard}
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
