package main

import (
	"fmt"
	"strings"
)

const zshHead = `#compdef jiangbu
# zsh completion for jiangbu, made by: jiangbu completion zsh
compdef _jiangbu jiangbu

_jiangbu_words_or_files() { compadd -- "$@"; _files }
`

// zshTail runs the function where zsh has loaded the file as one; sourced, it
// is only defined.
const zshTail = `
if [ "$funcstack[1]" = "_jiangbu" ]; then _jiangbu "$@"; fi
`

// zshScript writes one function a command.
func zshScript(tree []completionNode) string {
	var b strings.Builder
	b.WriteString(zshHead)
	for _, n := range tree {
		fmt.Fprintf(&b, "\n%s() {\n", zshName(n.path))
		if len(n.next) > 0 {
			zshGroup(&b, n)
		} else {
			zshCommand(&b, n)
		}
		b.WriteString("}\n")
	}
	b.WriteString(zshTail)
	return b.String()
}

func zshName(path string) string {
	return strings.TrimSuffix("_jiangbu_"+strings.ReplaceAll(path, " ", "_"), "_")
}

// zshGroup completes the commands below a command and hands the rest of the
// line to the function of the one that is named.
func zshGroup(b *strings.Builder, n completionNode) {
	b.WriteString("  local curcontext=\"$curcontext\" state line\n  typeset -A opt_args\n  _arguments -C \\\n")
	zshFlags(b, n)
	b.WriteString("    '1: :->next' '*:: :->rest'\n  case $state in\n  next)\n    local -a next=(\n")
	for _, w := range n.next {
		fmt.Fprintf(b, "      %s\n", zshQuote(w.text+":"+zshEscape(w.usage)))
	}
	b.WriteString("    )\n    _describe command next ;;\n  rest)\n")
	fmt.Fprintf(b, "    (( $+functions[%[1]s_$words[1]] )) && %[1]s_$words[1] ;;\n  esac\n", zshName(n.path))
}

func zshCommand(b *strings.Builder, n completionNode) {
	b.WriteString("  _arguments \\\n")
	zshFlags(b, n)
	fmt.Fprintf(b, "    %s\n", zshQuote("*: :"+zshAction(n.words, n.files)))
}

func zshFlags(b *strings.Builder, n completionNode) {
	for _, f := range n.flags {
		spec := "--" + f.name
		if f.repeat {
			spec = "*" + spec
		}
		if f.value != "" {
			spec += "="
		}
		spec += "[" + zshEscape(f.usage) + "]"
		if f.value != "" {
			spec += ":" + f.value + ":" + zshAction(f.words, f.files)
		}
		fmt.Fprintf(b, "    %s \\\n", zshQuote(spec))
	}
}

// zshAction is how zsh is told what may stand in a place.
func zshAction(words []string, files bool) string {
	list := strings.Join(words, " ")
	switch {
	case files && len(words) > 0:
		return " _jiangbu_words_or_files " + list
	case files:
		return "_files"
	}
	return "(" + list + ")"
}

// zshEscape keeps what means something to _arguments and _describe a letter.
func zshEscape(s string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `:`, `\:`).Replace(s)
}

func zshQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
