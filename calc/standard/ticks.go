package standard

import (
	"regexp"
	"slices"
	"strings"
)

// The marks of a form's boxes: ticked, and left empty.
const (
	tickedBoxes = "√✓✔✅☑■"
	emptyBoxes  = "□☐×✗✘"
)

// bracketed is a tick between brackets, emptyBracket a box that they make beside
// one.
var (
	bracketed    = regexp.MustCompile(`[\[(（【]\s*[√✓✔]\s*[\])）】]`)
	emptyBracket = regexp.MustCompile(`[\[(（【]\s*[\])）】]`)
)

func isBox(r rune) bool { return strings.ContainsRune(tickedBoxes+emptyBoxes, r) }

// chosen is what a text with boxes says: 新认定 of ☑新认定 □复核 and of 新认定√
// 复核□. One in which no box is ticked gets a question mark: it is in doubt.
func chosen(text string) string {
	if bracketed.MatchString(text) {
		text = emptyBracket.ReplaceAllString(bracketed.ReplaceAllString(text, "☑"), "□")
	}
	labels := strings.FieldsFunc(text, isBox)
	switch {
	case len(labels) == 0:
		return text
	case !strings.ContainsAny(text, emptyBoxes):
		return strings.TrimSpace(strings.Join(tickedWords(text), " "))
	}
	behind := !isBox([]rune(text)[0])
	var out []string
	found := false
	for i, mark := range strings.FieldsFunc(text, func(r rune) bool { return !isBox(r) }) {
		if i < len(labels) {
			ticked := strings.ContainsAny(mark, tickedBoxes)
			found = found || ticked
			out = append(out, said(labels[i], ticked, behind))
		}
	}
	if !found {
		return text + "？"
	}
	return strings.Trim(strings.Join(out, " "), " ")
}

// said is what the words at a box say: all where it is ticked, but for what a
// stroke sets against it, else all but the nearest.
func said(label string, ticked, behind bool) string {
	words := strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune(" ，,；;、（）()", r) })
	near := 0
	if behind {
		near = len(words) - 1
	}
	for i := range words {
		options := strings.Split(words[i], "/")
		switch {
		case i == near && !ticked:
			words[i] = ""
		case i == near && behind:
			words[i] = options[len(options)-1]
		case i == near:
			words[i] = options[0]
		}
	}
	return strings.Join(words, " ")
}

// tickedWords are the words of a text without empty boxes, those with a tick
// alone where each tick stands at a word and some have none: √省级 国家级.
func tickedWords(text string) []string {
	var ticked []string
	for _, f := range strings.Fields(text) {
		word := strings.Trim(f, tickedBoxes)
		if word != f {
			ticked = append(ticked, word)
		}
	}
	if len(ticked) == 0 || slices.Contains(ticked, "") {
		ticked = []string{text}
	}
	return strings.FieldsFunc(strings.Join(ticked, " "), isBox)
}
