package survey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The layouts stand in testdata/layouts.txt: "== a sentence", the workbook as
// compact text, "--", and what is read from it. UPDATE=1 rewrites the latter.
func TestLayouts(t *testing.T) {
	const file = "testdata/layouts.txt"
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, block := range strings.Split(string(data), "== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		input, want, _ := strings.Cut(rest, "\n--\n")
		want = strings.TrimRight(want, "\n") + "\n"
		var got string
		t.Run(name, func(t *testing.T) {
			rows, findings, accounts := ReadCounted(book(input), testVocabulary)
			checkAccounts(t, accounts)
			got = show(rows, findings, accounts)
			if diff := cmp.Diff(want, got); diff != "" && os.Getenv("UPDATE") == "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
		out.WriteString("== " + name + "\n" + input + "\n--\n" + got + "\n")
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(filepath.FromSlash(file), []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
