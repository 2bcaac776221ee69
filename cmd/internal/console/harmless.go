package console

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// harmless writes to a terminal what files, sheets and zip entries call
// themselves: whatever would move the cursor, colour, ring, rename the window
// or turn the writing round is shown as its code, \u001b, which in JSON means
// the same. Line feeds and tabs are the program's own.
type harmless struct {
	mu   sync.Mutex
	to   io.Writer
	tail []byte // the beginning of a character whose end has not come yet
}

// Write escapes and passes on; a character that is cut between two calls waits
// for its end.
func (h *harmless) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	text := append(h.tail, p...)
	end := len(text)
	for i := max(0, end-utf8.UTFMax+1); i < end; i++ {
		if utf8.RuneStart(text[i]) && !utf8.FullRune(text[i:]) {
			end = i
		}
	}
	if _, err := io.WriteString(h.to, escaped(string(text[:end]), "\n\t")); err != nil {
		return 0, err
	}
	h.tail = append([]byte(nil), text[end:]...)
	return len(p), nil
}

// OneLine is a text of others as it may stand in a line of ours, as far as a
// line should be long: without line feeds and tabs too.
func OneLine(text string, longest int) string {
	if n := utf8.RuneCountInString(text); n > longest {
		r := []rune(text)
		text = string(r[:longest*2/3]) + "…" + string(r[n-longest/3:])
	}
	return escaped(text, "")
}

// escaped shows what would steer a terminal as its code, but for what is allowed.
func escaped(text, allowed string) string {
	steers := func(r rune) bool {
		return (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') &&
			!strings.ContainsRune(allowed, r)
	}
	if strings.IndexFunc(text, steers) < 0 {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch {
		case steers(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		case r == utf8.RuneError:
			_, size := utf8.DecodeRuneInString(text[i:])
			b.WriteString(text[i : i+size])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// longestArgument is how much of one text of others a message shows.
const longestArgument = 1000

// shortened cuts the texts that a message quotes; those of several lines are the
// program's own lists.
func shortened(args []any) {
	for i, a := range args {
		if text, ok := a.(string); ok && len(text) > longestArgument && !strings.Contains(text, "\n") {
			args[i] = OneLine(text, longestArgument)
		}
	}
}
