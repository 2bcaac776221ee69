package main

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// powershellHead and powershellTail stand around three tables: the commands
// and words behind each command, its flags, and the values of each flag. Where
// nothing is offered, PowerShell completes file names itself.
const (
	powershellHead = `# PowerShell completion for jiangbu, made by: jiangbu completion powershell
Register-ArgumentCompleter -Native -CommandName 'jiangbu' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
`
	powershellTail = `    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $at = ''
    foreach ($word in $words) {
        $below = "$at $word".Trim()
        if ($next.ContainsKey($below)) { $at = $below }
    }
    $flag = ''
    if ($words.Count -gt 0) { $flag = "$at $($words[-1])".Trim() }
    if ($values.ContainsKey($flag)) { $offers = $values[$flag] }
    elseif ($wordToComplete.StartsWith('-')) { $offers = $flags[$at] }
    else { $offers = $next[$at] }
    foreach ($offer in $offers) {
        $text, $usage = $offer -split '\|', 2
        if (-not $text.StartsWith($wordToComplete)) { continue }
        if ($usage) { $usage = [regex]::Unescape($usage) } else { $usage = $text }
        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $usage)
    }
}
`
)

// powershellScript is ASCII alone: a Chinese Windows hands the text on through
// another code page, where a broken character can swallow the quote behind it.
func powershellScript(tree []completionNode) string {
	var next, flags, values strings.Builder
	for _, n := range tree {
		var words, names []string
		for _, w := range n.next {
			words = append(words, powershellOffer(w.text, w.usage))
		}
		for _, w := range n.words {
			words = append(words, powershellOffer(w, ""))
		}
		for _, f := range n.flags {
			names = append(names, powershellOffer("--"+f.name, f.usage))
			if f.value != "" {
				powershellRow(&values, strings.TrimSpace(n.path+" --"+f.name), powershellOffers(f.words))
			}
		}
		powershellRow(&next, n.path, words)
		powershellRow(&flags, n.path, names)
	}
	return powershellHead + "    $next = @{\n" + next.String() + "    }\n    $flags = @{\n" + flags.String() +
		"    }\n    $values = @{\n" + values.String() + "    }\n" + powershellTail
}

func powershellRow(b *strings.Builder, key string, offers []string) {
	fmt.Fprintf(b, "        '%s' = @(%s)\n", key, strings.Join(offers, ", "))
}

func powershellOffers(words []string) []string {
	var offers []string
	for _, w := range words {
		offers = append(offers, powershellOffer(w, ""))
	}
	return offers
}

// powershellOffer is a word and what it means, for the script to take apart.
func powershellOffer(text, usage string) string {
	if usage != "" {
		text += "|" + powershellEscape(usage)
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// powershellEscape writes a text in ASCII for [regex]::Unescape.
func powershellEscape(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, `\`, `\\`) {
		if r < 0x7f {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
