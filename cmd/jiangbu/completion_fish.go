package main

import (
	"fmt"
	"strings"
)

const fishHead = `# fish completion for jiangbu, made by: jiangbu completion fish
function __jiangbu_at --description 'the command that the line names so far'
    set -l at ''
    for word in (commandline -opc)[2..-1]
        switch (string trim -- "$at $word")
            case %s
                set at (string trim -- "$at $word")
        end
    end
    test "$at" = "$argv[1]"
end

complete -c jiangbu -e
complete -c jiangbu -f
`

// fishScript writes one line a word that may stand behind a command.
func fishScript(tree []completionNode) string {
	var b strings.Builder
	var paths []string
	for _, n := range tree[1:] {
		paths = append(paths, fishQuote(n.path))
	}
	fmt.Fprintf(&b, fishHead, strings.Join(paths, " "))
	for _, n := range tree {
		fishCommand(&b, n)
	}
	return b.String()
}

func fishCommand(b *strings.Builder, n completionNode) {
	here := "\ncomplete -c jiangbu -n " + fishQuote("__jiangbu_at "+fishQuote(n.path))
	for _, w := range n.next {
		fmt.Fprintf(b, "%s -a %s -d %s", here, w.text, fishQuote(w.usage))
	}
	for _, f := range n.flags {
		fmt.Fprintf(b, "%s -l %s%s -d %s", here, f.name, fishValue(f), fishQuote(f.usage))
	}
	if len(n.words) > 0 {
		fmt.Fprintf(b, "%s -a %s", here, fishQuote(strings.Join(n.words, " ")))
	}
	if n.files {
		b.WriteString(here + " -F")
	}
	b.WriteString("\n")
}

// fishValue tells fish whether a flag takes a value, which are known and
// whether it may be a file.
func fishValue(f completionFlag) string {
	if f.value == "" {
		return ""
	}
	opts := " -r"
	if f.files {
		opts += " -F"
	} else {
		opts += " -f"
	}
	if len(f.words) > 0 {
		opts += " -a " + fishQuote(strings.Join(f.words, " "))
	}
	return opts
}

func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}
