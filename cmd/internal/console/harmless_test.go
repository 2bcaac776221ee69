package console

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWhatSteersATerminalIsShownAsItsCode(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an escape sequence", "表\x1b[31m.xlsx", `表\u001b[31m.xlsx`},
		{"the name of the window", "\x1b]0;x\x07", `\u001b]0;x\u0007`},
		{"a C1 sequence", "a\u009b2Jb", `a\u009b2Jb`},
		{"a carriage return, to write over the line", "坏\r好", `坏\u000d好`},
		{"marks that turn the writing round", "x\u202excod.exe\u2066y\u200e", `x\u202excod.exe\u2066y\u200e`},
		{"a backspace and a deletion", "a\bb\x7f", `a\u0008b\u007f`},
		{"a separator of lines", "a\u2028b", `a\u2028b`},
		{"bytes of another encoding beside what steers", "a\xb6\x1bb", "a\xb6\\u001bb"},
		{"twin: Chinese, Arabic, joiners and emoji", "东海县　عربي 👨\u200d👩 ０", "东海县　عربي 👨\u200d👩 ０"},
		{"twin: lines and tabs of the program", "a\n\tb\n", "a\n\tb\n"},
		{"twin: bytes of another encoding stay", "a\xb6\xabb", "a\xb6\xabb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			w := &harmless{to: &b}
			for i := range len(c.text) { // however it is cut
				if _, err := io.WriteString(w, c.text[i:i+1]); err != nil {
					t.Fatal(err)
				}
			}
			if b.String() != c.want {
				t.Errorf("%q, want %q", b.String(), c.want)
			}
		})
	}
}

func TestATextOfOthersIsOneLineOfSensibleLength(t *testing.T) {
	if got, want := OneLine("a\nb\tc", 10), `a\u000ab\u0009c`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := OneLine(strings.Repeat("长", 12), 12); got != strings.Repeat("长", 12) {
		t.Errorf("%q is cut", got)
	}
	if got, want := OneLine(strings.Repeat("长", 10)+"尾尾尾", 12), strings.Repeat("长", 8)+"…长尾尾尾"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	args := []any{strings.Repeat("x", 5000), "a\n" + strings.Repeat("x", 5000)}
	shortened(args)
	if n := utf8.RuneCountInString(args[0].(string)); n != longestArgument {
		t.Errorf("an argument of %d characters", n)
	}
	if n := len(args[1].(string)); n != 5002 {
		t.Errorf("a list of the program is cut to %d", n)
	}
}
