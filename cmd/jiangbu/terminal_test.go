package main

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// hostileName is what somebody may call an entry of a zip, which no disk checks.
const hostileName = "\x1b]0;owned\x07\x1b[2J\u009b1A\u202efdp\r\nworkbooks 9, errors 0.csv"

// hostileZip is a folder with a zip of workbooks that are not read, the first
// under that name, some under very long ones.
func hostileZip(t *testing.T, entries int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	f, err := os.Create(filepath.Join(dir, "in.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for i := range entries {
		name := hostileName
		if i > 0 {
			name = fmt.Sprintf("%04d%s.csv", i, strings.Repeat("x", 3000))
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "单位名称,统一社会信用代码\n甲公司\x1b[31m,%d\n", i)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestNothingThatAFileIsCalledSteersTheTerminal(t *testing.T) {
	for _, c := range []struct {
		args     []string
		language string
	}{
		{[]string{"check", "in.zip"}, "en"}, {[]string{"check", "in.zip"}, "zh"},
		{[]string{"check", "--json", "in.zip"}, "en"},
		{[]string{"run", "--year", "2024", "--out", "out.xlsx", "in.zip"}, "zh"},
		{[]string{"check", hostileName}, "zh"},
		{[]string{"policy", "check", hostileName}, "en"}, {[]string{"run", "--year", hostileName, "in.zip"}, "en"},
	} {
		t.Run(strings.Join(c.args, " ")+c.language, func(t *testing.T) {
			t.Chdir(hostileZip(t, 3))
			var out, said strings.Builder
			start(append([]string{"--lang", c.language}, c.args...), func(string) string { return "" }, &out, &said)
			all := out.String() + said.String()
			for _, r := range all {
				if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
					t.Fatalf("%q reaches the terminal", all)
				}
			}
			if strings.Contains(all, "\nworkbooks 9") && len(c.args) == 2 && c.args[1] == "in.zip" {
				t.Errorf("a name writes a line of its own: %q", all)
			}
			if !strings.Contains(all, `\u001b`) && !strings.Contains(all, `\x1b`) {
				t.Errorf("the name is not shown: %q", all)
			}
		})
	}
}

func TestWhatNobodyReadsOnAScreenIsCounted(t *testing.T) {
	t.Chdir(hostileZip(t, maxPrinted+20))
	var out, said strings.Builder
	start([]string{"check", "in.zip"}, func(string) string { return "" }, &out, &said)
	if n := strings.Count(out.String(), "\n"); n > 2*maxPrinted+50 ||
		!strings.Contains(out.String(), " more; the report and --json hold all of them.") {
		t.Errorf("%d lines are printed", n)
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		if n := len([]rune(line)); n > 2*longestMessage {
			t.Errorf("a line of %d characters", n)
		}
	}
}
