package main

import (
	"fmt"
	"strings"
)

// bashHead walks the command line up to the cursor: at is the command, prev
// the word before the cursor. Bash sees --flag=value as three words.
const bashHead = `# bash completion for jiangbu, made by: jiangbu completion bash
_jiangbu() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at= words= files= i
  if [[ $cur == "=" ]]; then cur=
  elif [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${at:+$at }${COMP_WORDS[i]}" in
      %s) at="${at:+$at }${COMP_WORDS[i]}" ;;
    esac
  done
`

// bashTail offers the words; where there are none and files will do, readline
// completes file names itself.
const bashTail = `  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ -z $files ]]; then compopt +o default +o bashdefault 2>/dev/null; fi
  return 0
}
complete -o default -o bashdefault -F _jiangbu jiangbu jiangbu.exe
`

func bashScript(tree []completionNode) string {
	var b strings.Builder
	var paths []string
	for _, n := range tree[1:] {
		paths = append(paths, fmt.Sprintf("%q", n.path))
	}
	fmt.Fprintf(&b, bashHead, strings.Join(paths, "|"))
	b.WriteString("  case \"$at $prev\" in\n")
	for _, n := range tree {
		bashValues(&b, n)
	}
	b.WriteString("    *) case \"$at\" in\n")
	for _, n := range tree {
		bashCommand(&b, n)
	}
	b.WriteString("      esac ;;\n  esac\n" + bashTail)
	return b.String()
}

// bashValues writes what may stand as the value of each flag of a command.
func bashValues(b *strings.Builder, n completionNode) {
	for _, f := range n.flags {
		if f.value == "" {
			continue
		}
		fmt.Fprintf(b, "    %q) words=%q files=%s ;;\n", n.path+" --"+f.name, strings.Join(f.words, " "), bashYes(f.files))
		for _, name := range namesBeforeEquals(f.words) {
			fmt.Fprintf(b, "    %q) words=%q ;;\n", n.path+" "+name, strings.Join(valuesOf(name, f.words), " "))
		}
	}
}

// bashCommand writes what may follow a command: flags behind a dash, else
// commands, words or files.
func bashCommand(b *strings.Builder, n completionNode) {
	var flags, words []string
	for _, f := range n.flags {
		flags = append(flags, "--"+f.name)
	}
	for _, w := range n.next {
		words = append(words, w.text)
	}
	words = append(words, n.words...)
	fmt.Fprintf(b, "      %q) words=%q files=%s; if [[ $cur == -* ]]; then words=%q; fi ;;\n",
		n.path, strings.Join(words, " "), bashYes(n.files), strings.Join(flags, " "))
}

func bashYes(files bool) string {
	if files {
		return "yes"
	}
	return ""
}

// namesBeforeEquals lists the names of "name=value" words, each once.
func namesBeforeEquals(words []string) []string {
	var names []string
	for _, w := range words {
		if name, _, ok := strings.Cut(w, "="); ok && (len(names) == 0 || names[len(names)-1] != name) {
			names = append(names, name)
		}
	}
	return names
}

// valuesOf lists the values of the "name=value" words of one name.
func valuesOf(name string, words []string) []string {
	var values []string
	for _, w := range words {
		if v, ok := strings.CutPrefix(w, name+"="); ok {
			values = append(values, v)
		}
	}
	return values
}
