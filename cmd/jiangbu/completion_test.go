package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/urfave/cli/v2"
)

// completionFiles are the scripts as packages install them.
var completionFiles = map[string]string{"bash": "jiangbu.bash", "zsh": "_jiangbu", "fish": "jiangbu.fish", "powershell": "jiangbu.ps1"}

// completionScript runs the command.
func completionScript(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if status := start(append([]string{"completion"}, args...), func(string) string { return "" }, &out, &errs); status != statusDone {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	return out.String()
}

func TestCompletionScriptsAreCurrent(t *testing.T) {
	var made []string
	for _, shell := range completionShells {
		made = append(made, completionFiles[shell])
		derived(t, "completion/"+completionFiles[shell], completionScript(t, shell))
	}
	onlyThese(t, "completion", made)
}

// How each shell's script writes a flag.
var flagForms = map[string]string{"bash": "--NAME", "zsh": "--NAME", "fish": " -l NAME ", "powershell": "'--NAME"}

func TestEveryCommandAndFlagIsCompletedInEveryShell(t *testing.T) {
	app := newApp(streams{})
	for _, shell := range completionShells {
		script := completionScript(t, shell)
		has := func(what string) {
			if !strings.Contains(script, what) {
				t.Errorf("%s: %q is not there", shell, what)
			}
		}
		var walk func(commands []*cli.Command)
		walk = func(commands []*cli.Command) {
			for _, c := range commands {
				has(c.Name)
				for _, f := range c.Flags {
					has(strings.ReplaceAll(flagForms[shell], "NAME", f.Names()[0]))
				}
				walk(c.Subcommands)
			}
		}
		walk(app.Commands)
	}
}

func TestTheValuesThatAreCompletedBelongToFlagsAndCommandsThatExist(t *testing.T) {
	app := newApp(streams{})
	words, err := completionWords(streams{}, app)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	var walk func(above string, flags []cli.Flag, commands []*cli.Command)
	walk = func(above string, flags []cli.Flag, commands []*cli.Command) {
		for _, f := range flags {
			known["--"+f.Names()[0]] = true
		}
		for _, c := range commands {
			path := strings.TrimSpace(above + " " + c.Name)
			known[path] = true
			walk(path, c.Flags, c.Subcommands)
		}
	}
	walk("", app.Flags, app.Commands)
	for key := range words {
		if !known[key] {
			t.Errorf("there is no %s", key)
		}
	}
}

// PowerShell on a Chinese Windows reads another code page than we write.
func TestThePowerShellScriptIsASCIIInBothLanguages(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		script := completionScript(t, "powershell", "--lang", lang)
		if i := strings.IndexFunc(script, func(r rune) bool { return r >= 0x7f }); i >= 0 {
			t.Errorf("%s: %q", lang, script[i:min(i+20, len(script))])
		}
		if strings.Count(script, "'")%2 != 0 || strings.Count(script, "{") != strings.Count(script, "}") || strings.Count(script, "(") != strings.Count(script, ")") {
			t.Errorf("%s: quotes or braces do not close", lang)
		}
	}
	if got, want := powershellOffer("--out", `人's \`), `'--out|\u4eba''s \\'`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTheShellsReadTheirScripts(t *testing.T) {
	for _, c := range []struct {
		shell string
		argv  []string
	}{
		{"bash", []string{"bash", "-n"}}, {"zsh", []string{"zsh", "-n"}}, {"fish", []string{"fish", "-n"}},
	} {
		for _, lang := range []string{"en", "zh"} {
			if _, err := exec.LookPath(c.argv[0]); err != nil {
				t.Logf("no %s here", c.shell)
				continue
			}
			script := scriptFile(t, completionScript(t, c.shell, "--lang", lang))
			if out, err := exec.Command(c.argv[0], append(c.argv[1:], script)...).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s, %s: %v\n%s", c.shell, lang, err, out)
			}
		}
	}
}

func scriptFile(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// completeIn lists what a shell offers at the end of a command line, sorted.
func completeIn(t *testing.T, shell, line string) []string {
	t.Helper()
	if _, err := exec.LookPath(shell); err != nil {
		t.Skipf("no %s here", shell)
	}
	var c *exec.Cmd
	script := scriptFile(t, completionScript(t, shell))
	switch shell {
	case "bash": // bash takes the line apart at "=" as well
		c = exec.Command("bash", "-c", `. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jiangbu; printf '%s\n' "${COMPREPLY[@]}"`)
		c.Args = append(c.Args, "bash", script)
		c.Args = append(c.Args, strings.Split(strings.ReplaceAll(line, "=", " = "), " ")...)
	case "fish":
		c = exec.Command("fish", "--no-config", "-c", `source $argv[1]; complete -C $argv[2] | string replace -r '\t.*' ''; or true`, script, line)
	}
	c.Dir = t.TempDir()
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	offers := strings.Fields(string(out))
	slices.Sort(offers)
	return offers
}

func TestShellsOfferWhatMayFollow(t *testing.T) {
	for _, shell := range []string{"bash", "fish"} {
		for _, c := range []struct{ name, line, want string }{
			{"a command", "jiangbu ru", "run"},
			{"a command below another, though one above has its name", "jiangbu policy che", "check"},
			{"a flag", "jiangbu run a.xlsx --ye", "--year"},
			{"a flag of the program behind a command", "jiangbu run --la", "--lang"},
			{"a flag of this command and no other", "jiangbu policy check --jso", ""},
			{"a value that is known", "jiangbu run --lang ", "en zh"},
			{"a value among several", "jiangbu run --reading same-project=tr", "track same-project=track"},
			{"a flag's value is no command", "jiangbu run --policy lyg", "lyg-2024"},
			{"words for arguments", "jiangbu completion po", "powershell"},
			{"nothing for a number", "jiangbu publish --days ", ""},
		} {
			t.Run(shell+": "+c.name, func(t *testing.T) {
				got := completeIn(t, shell, c.line)
				if c.want == "track same-project=track" { // bash completes behind the "=" alone
					if len(got) != 1 || !strings.Contains(c.want, got[0]) {
						t.Errorf("got %v", got)
					}
					return
				}
				if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}
