package policy

import (
	"bytes"
	"strings"
	"testing"
)

func TestTheRuleBookIsPrintedForALawyer(t *testing.T) {
	p, _ := builtIn(t, "lyg-2024")
	var out bytes.Buffer
	if err := Show(&out, p); err != nil {
		t.Fatal(err)
	}
	golden(t, "lyg-2024.rulebook.txt", out.String())
}

func TestTheColumnsOfTheTableStandUnderEachOther(t *testing.T) {
	p, _ := builtIn(t, "lyg-2024")
	var out bytes.Buffer
	if err := Show(&out, p); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	head, row := lines[5], lines[6]
	before := func(line, word string) int {
		i := strings.Index(line, word)
		if i < 0 {
			t.Fatalf("no %s in %q", word, line)
		}
		return width.StringWidth(line[:i])
	}
	if a, b := before(head, "代号"), before(row, "tech-innovation-demo"); a != b {
		t.Errorf("heading 代号 stands at column %d, its value at %d", a, b)
	}
}
