package main

import (
	"io"
	"strings"
	"testing"
)

func TestFlagsMayStandAnywhere(t *testing.T) {
	s := &streams{out: io.Discard, err: io.Discard}
	for _, c := range []struct{ line, want string }{
		{"run a.xlsx --year 2024", "jiangbu run --year 2024 -- a.xlsx"},
		{"run --year 2024 a.xlsx b.xlsx --force", "jiangbu run --year 2024 --force -- a.xlsx b.xlsx"},
		{"run a.xlsx --year=2024 --lang zh", "jiangbu --lang zh run --year=2024 -- a.xlsx"},
		{"--lang en run -year 2024 a.xlsx", "jiangbu --lang en run --year 2024 -- a.xlsx"},
		{"run --json - a.xlsx", "jiangbu run --json - -- a.xlsx"},
		{"run -- --year 2024", "jiangbu run -- --year 2024"},
		{"run help version", "jiangbu run -- help version"},
		{"run --out=--force a", "jiangbu run --out=--force -- a"},
		{"policy show x.yaml", "jiangbu policy show -- x.yaml"},
		{"check --json a", "jiangbu check --json -- a"},
	} {
		got, err := arrange(s, newApp(s), strings.Fields(c.line))
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
		} else if line := strings.Join(got.argv, " "); line != c.want || got.help {
			t.Errorf("%s became %q, want %q", c.line, line, c.want)
		}
	}
}

func TestHelpIsFoundWhereverItIsAskedFor(t *testing.T) {
	s := &streams{out: io.Discard, err: io.Discard}
	for _, c := range []struct{ line, want string }{
		{"--help", ""}, {"help", ""}, {"-h", ""}, {"run --help", "run"}, {"help run", "run"}, {"run a.xlsx -h", "run"},
		{"policy --help", "policy"}, {"help policy show", "show"}, {"run --year 2024 --help", "run"},
	} {
		got, err := arrange(s, newApp(s), strings.Fields(c.line))
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
			continue
		}
		name := ""
		if got.command != nil {
			name = got.command.Name
		}
		if !got.help || name != c.want {
			t.Errorf("%s: help %v of %q, want that of %q", c.line, got.help, name, c.want)
		}
	}
}

func TestWhatIsNotKnownIsRefusedWithAHint(t *testing.T) {
	s := &streams{out: io.Discard, err: io.Discard}
	for _, c := range []struct{ line, want string }{
		{"rnu a.xlsx", "did you mean run?"},
		{"run a.xlsx --yaer 2024", "did you mean --year?"},
		{"policy shwo", "did you mean show?"},
		{"run --year", "--year needs a value"},
		{"run --out --force a.xlsx", "--out needs a value"},
		{"--year 2024 run", "unknown flag --year"},
		{"run --lang fr a.xlsx", "does not speak"},
		{"policy", "needs a command of its own"},
		{"", "no command given"},
	} {
		_, err := arrange(s, newApp(s), strings.Fields(c.line))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.line, err, c.want)
		}
	}
}
