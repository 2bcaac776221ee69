package main

import (
	"bytes"
	"strings"
	"testing"

	"jiangbu/cmd/internal/console"
)

func TestFlagsMayStandAnywhere(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"run a.xlsx --year 2024", "jiangbu run --year 2024 -- a.xlsx"},
		{"run --year 2024 a.xlsx b.xlsx --force", "jiangbu run --year 2024 --force -- a.xlsx b.xlsx"},
		{"run a.xlsx --year=2024 --lang zh", "jiangbu --lang zh run --year=2024 -- a.xlsx"},
		{"--lang en run -year 2024 a.xlsx", "jiangbu --lang en run -year 2024 -- a.xlsx"},
		{"run --json - a.xlsx", "jiangbu run --json - -- a.xlsx"},
		{"run -- --year 2024", "jiangbu run -- --year 2024"},
		{"run help version", "jiangbu run -- help version"},
		{"run ——year 2024 a.xlsx –force", "jiangbu run --year 2024 --force -- a.xlsx"},
		{"run －－year=2024 —out ——a.xlsx", "jiangbu run --year=2024 --out ——a.xlsx --"},
		{"run ——a.xlsx year", "jiangbu run -- ——a.xlsx year"},
		{"run --out=--force a", "jiangbu run --out=--force -- a"},
		{"check --password=-- a", "jiangbu check --password=-- -- a"},
		{"policy show x.yaml", "jiangbu policy show -- x.yaml"},
		{"check --json a", "jiangbu check --json -- a"},
	} {
		l := reorder(newApp(new(console.Console)), strings.Fields(c.line))
		if line := strings.Join(l.argv(), " "); line != c.want || l.lacking != "" || l.help {
			t.Errorf("%s became %q, want %q; lacking %s", c.line, line, c.want, l.lacking)
		}
	}
}

// said runs a line in English and gives what it says and its status.
func said(line string) (string, int) {
	var stdout, stderr bytes.Buffer
	status := start(strings.Fields(line), func(string) string { return "" }, &stdout, &stderr)
	return stdout.String() + stderr.String(), status
}

func TestHelpIsFoundWhereverItIsAskedFor(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"--help", "jiangbu COMMAND"}, {"help", "jiangbu COMMAND"}, {"-h", "jiangbu COMMAND"},
		{"run --help", "jiangbu run "}, {"help run", "jiangbu run "},
		{"run a.xlsx -h", "jiangbu run "}, {"policy --help", "jiangbu policy COMMAND"},
		{"help policy show", "jiangbu policy show "},
		{"run --year 2024 --help", "jiangbu run "},
	} {
		if text, status := said(c.line); status != console.Done || !strings.Contains(text, "\n  "+c.want) {
			t.Errorf("%s: status %d, %s", c.line, status, text)
		}
	}
}

func TestWhatIsNotKnownIsRefusedWithAHint(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"rnu a.xlsx", "did you mean run?"},
		{"run a.xlsx --yaer 2024", "did you mean --year?"},
		{"policy shwo", "did you mean show?"},
		{"run --year", "--year needs a value"},
		{"run --out --force a.xlsx", "--out needs a value"},
		{"run --out ——force a.xlsx", "--out needs a value"},
		{"check --password -- a.xlsx", "--password needs a value"},
		{"--year 2024 run", "unknown flag --year"},
		{"run --lang fr a.xlsx", "does not speak"},
		{"run a.xlsx --passwrod=secret", "unknown flag --passwrod\n"},
		{"publish a.xlsx --days five", `flag --days cannot be "five"`},
		{"run a.xlsx --strict=perhaps", `flag --strict cannot be "perhaps"`},
		{"policy", "needs a command of its own"},
		{"", "no command given"},
	} {
		if text, status := said(c.line); status != console.Failed || !strings.Contains(text, c.want) ||
			strings.Contains(text, "secret") {
			t.Errorf("%s: status %d, %s, want %q", c.line, status, text, c.want)
		}
	}
}
