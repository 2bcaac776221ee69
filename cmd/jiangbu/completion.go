package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// completionShells are the shells that a script can be made for.
var completionShells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(s streams) *cli.Command {
	return &cli.Command{
		Name: "completion", Usage: s.text("completion/usage"), ArgsUsage: s.text("completion/args"), Description: s.text("completion/help"),
		Action: func(c *cli.Context) error { return runCompletion(s, c.Args().Slice()) },
	}
}

// runCompletion prints the script that makes a shell complete our command
// lines. The script is complete in itself: nothing is asked of the program
// while a person types.
func runCompletion(s streams, args []string) error {
	shells := strings.Join(completionShells, ", ")
	if len(args) == 0 {
		return s.refuse("completion/none", shells)
	}
	if len(args) > 1 {
		return s.refuse("too-many", "completion", args[1])
	}
	tree, err := completionTree(s)
	if err != nil {
		return err
	}
	write, ok := map[string]func([]completionNode) string{
		"bash": bashScript, "zsh": zshScript, "fish": fishScript, "powershell": powershellScript,
	}[args[0]]
	if !ok {
		return s.refuse("completion/unknown", args[0], shells, s.didYouMean(args[0], completionShells))
	}
	_, err = io.WriteString(s.out, write(tree))
	return err
}

// completionNode is one command as the scripts see it: what may follow it.
type completionNode struct {
	path  string           // "policy show"; "" is the program itself
	next  []completionWord // the commands that may be named next
	flags []completionFlag // its own, then those of the program
	words []string         // what its arguments may be besides files
	files bool             // its arguments are files
}

// completionWord is a word with what it means.
type completionWord struct{ text, usage string }

// completionFlag is a flag with what may stand as its value.
type completionFlag struct {
	name, usage string
	value       string   // the value's name, "" where the flag takes none
	words       []string // values that are known beforehand
	files       bool     // the value may be a file or a folder
	repeat      bool     // may be given several times
}

// completionTree lists the program and all its commands, made from the same
// definitions that are run.
func completionTree(s streams) ([]completionNode, error) {
	app := newApp(s)
	words, err := completionWords(s, app)
	if err != nil {
		return nil, err
	}
	global := completionFlags(app.Flags, words)
	nodes := []completionNode{{next: completionNext(app.Commands), flags: global}}
	var walk func(above string, commands []*cli.Command)
	walk = func(above string, commands []*cli.Command) {
		for _, c := range commands {
			path := strings.TrimSpace(above + " " + c.Name)
			nodes = append(nodes, completionNode{path: path, next: completionNext(c.Subcommands), flags: append(completionFlags(c.Flags, words), global...),
				words: words[path], files: takesFiles(path, c, words)})
			walk(path, c.Subcommands)
		}
	}
	walk("", app.Commands)
	return nodes, nil
}

// takesFiles tells whether a command's arguments are files or may be.
func takesFiles(path string, c *cli.Command, words map[string][]string) bool {
	if len(c.Subcommands) > 0 || c.ArgsUsage == "" || strings.HasPrefix(c.ArgsUsage, "--") {
		return false
	}
	return words[path] == nil || slices.Contains(policyArguments, path)
}

func completionNext(commands []*cli.Command) []completionWord {
	var words []completionWord
	for _, c := range commands {
		words = append(words, completionWord{c.Name, c.Usage})
	}
	return words
}

// fileValues are the names of values, in the usage of flags, that are files or
// folders or may be.
var fileValues = []string{"FILE", "DIR", "REPORT", "LEDGER", "BUDGET", "PATH"}

func completionFlags(flags []cli.Flag, words map[string][]string) []completionFlag {
	var all []completionFlag
	for _, f := range flags {
		c := completionFlag{name: f.Names()[0]}
		c.words = words["--"+c.name]
		if d, ok := f.(cli.DocGenerationFlag); ok {
			c.usage = strings.ReplaceAll(d.GetUsage(), "`", "")
			if parts := strings.SplitN(d.GetUsage(), "`", 3); d.TakesValue() && len(parts) == 3 {
				c.value, c.files = parts[1], slices.Contains(fileValues, parts[1])
			}
		}
		if d, ok := f.(cli.DocGenerationSliceFlag); ok {
			c.repeat = d.IsSliceFlag()
		}
		all = append(all, c)
	}
	return all
}

// policyArguments are the commands whose arguments are policies: ids or files.
var policyArguments = []string{"policy show", "policy check"}

// completionWords are the values that are known beforehand: of flags, by
// "--name", and of arguments, by the command.
func completionWords(s streams, app *cli.App) (map[string][]string, error) {
	ids := policyIDs()
	words := map[string][]string{
		"--lang": {"zh", "en"}, "--by": {"clause", "district", "company"}, "--format": {"xlsx", "docx", "html", "csv"},
		"--over-budget": {"report", "prorate"}, "--policy": ids, "completion": completionShells,
	}
	for _, path := range policyArguments {
		words[path] = ids
	}
	for _, c := range app.Commands {
		words["help"] = append(words["help"], c.Name)
	}
	for _, id := range ids {
		p, err := loadPolicy(s, id)
		if err != nil {
			return nil, err
		}
		for y := p.FirstYear; y <= p.LastYear; y++ {
			words["--year"] = append(words["--year"], fmt.Sprint(y))
		}
		for i := range p.Items {
			words["--item"] = append(words["--item"], p.Items[i].ID)
		}
		for _, r := range p.Readings {
			for _, v := range r.Values {
				words["--reading"] = append(words["--reading"], r.Name+"="+v.Name)
			}
		}
	}
	for _, key := range []string{"--year", "--reading", "--item"} { // policies overlap
		slices.Sort(words[key])
		words[key] = slices.Compact(words[key])
	}
	return words, nil
}
