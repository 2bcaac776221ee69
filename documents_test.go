package house

import (
	"go/ast"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fenced lists the lines inside ``` fences of a document, prose stripped of its
// language: comments behind # are left out, and what a command shows in a block
// of the console, which another test compares with the program.
func fenced(text string) []string {
	var lines []string
	for i, part := range strings.Split(text, "```") {
		if i%2 == 0 || strings.HasPrefix(part, "text\n") { // the menu, which another test compares too
			continue
		}
		console := strings.HasPrefix(part, "console")
		for _, line := range strings.Split(part, "\n")[1:] {
			if console && !strings.HasPrefix(line, "> ") {
				continue
			}
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// headings lists the levels of a document's headings: "#", "##", …
func headings(text string) []string {
	var levels []string
	for i, part := range strings.Split(text, "```") {
		if i%2 == 1 {
			continue
		}
		for _, line := range strings.Split(part, "\n") {
			if level, _, ok := strings.Cut(line, " "); ok && level != "" && strings.Trim(level, "#") == "" {
				levels = append(levels, level)
			}
		}
	}
	return levels
}

func TestTheTwoReadmesAreAlike(t *testing.T) {
	en, zh := read(t, "README.md"), read(t, "README.zh-CN.md")
	if a, b := headings(en), headings(zh); !slices.Equal(a, b) {
		t.Errorf("headings differ: %d in README.md, %d in README.zh-CN.md", len(a), len(b))
	}
	a, b := fenced(en), fenced(zh)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("the commands differ from number %d on:\nREADME.md       %q\nREADME.zh-CN.md %q", i+1, at(a, i),
				at(b, i))
		}
	}
	if len(a) == 0 {
		t.Error("no commands found in README.md")
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

var link = regexp.MustCompile(`\]\(([^)#]+)(#[^)]*)?\)`)

func TestLinksInTheDocumentsLead(t *testing.T) {
	names, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"docs/*.md", "docs/*/*.md"} {
		deeper, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, deeper...)
	}
	for _, name := range names {
		for _, m := range link.FindAllStringSubmatch(read(t, name), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.FromSlash(path.Join(path.Dir(filepath.ToSlash(name)), m[1]))); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
		}
	}
}

var invariant = regexp.MustCompile(`(?m)^\d+\. .*$`)
var testName = regexp.MustCompile("`(Test[A-Za-z]+)`|script `([a-z_]+)`")

func TestEachInvariantNamesATestThatCanBreakIt(t *testing.T) {
	known := map[string]bool{}
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && s.test {
				known[f.Name.Name] = true
			}
		}
	}
	_, rest, _ := strings.Cut(read(t, "ARCHITECTURE.md"), "## What always holds")
	section, _, _ := strings.Cut(rest, "\n## ")
	lines := invariant.FindAllString(section, -1)
	if len(lines) < 6 {
		t.Fatalf("only %d invariants found", len(lines))
	}
	for _, line := range lines {
		names := testName.FindAllStringSubmatch(line, -1)
		if len(names) == 0 {
			t.Errorf("no test is named: %s", line)
		}
		for _, n := range names {
			_, err := os.Stat(filepath.Join("cmd", "jiangbu", "testdata", n[2]+".txtar"))
			if n[1] != "" && !known[n[1]] || n[2] != "" && err != nil {
				t.Errorf("%s is no test", n[1]+n[2])
			}
		}
	}
}

// A reader of this repository has nothing but it.
var outside = regexp.MustCompile(`\.\./shared|\bDESIGN\b|(?i:\bissue \d)`)

func TestNoPageOrCommentRefersToWhatIsNotHere(t *testing.T) {
	for _, name := range slices.Concat(files(t, ".md"), files(t, ".go"), files(t, ".txtar"), files(t, ".yaml"),
		[]string{"Makefile", ".ci/run", ".ci/fuzz"}) {
		if name == "documents_test.go" {
			continue
		}
		for i, line := range strings.Split(read(t, name), "\n") {
			if found := outside.FindString(line); found != "" {
				t.Errorf("%s:%d refers to %s", name, i+1, found)
			}
		}
	}
}

// files lists the files of the module with an ending.
func files(t *testing.T, ext string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == ".git" || d.Name() == "out" || d.Name() == "dist") {
			return filepath.SkipDir
		}
		if err == nil && !d.IsDir() && filepath.Ext(p) == ext {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

var required = regexp.MustCompile(`(?m)^(?:require )?\s*([a-z0-9.]+\.[a-z]+/\S+) v\S+( // indirect)?$`)

// modules lists what go.mod requires, and which of it go.mod calls direct.
func modules(t *testing.T) (all, direct []string) {
	for _, m := range required.FindAllStringSubmatch(read(t, "go.mod"), -1) {
		all = append(all, m[1])
		if m[2] == "" {
			direct = append(direct, m[1])
		}
	}
	return all, direct
}

// imported lists the modules that our files import, tests included.
func imported(t *testing.T) []string {
	all, _ := modules(t)
	var used []string
	for _, s := range sources(t) {
		for _, name := range s.imports() {
			for _, m := range all {
				if name == m || strings.HasPrefix(name, m+"/") {
					used = append(used, m)
				}
			}
		}
	}
	slices.Sort(used)
	return slices.Compact(used)
}

var dependencyRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\|")

func TestContributingGivesAReasonForEachDependency(t *testing.T) {
	var listed []string
	for _, m := range dependencyRow.FindAllStringSubmatch(read(t, "CONTRIBUTING.md"), -1) {
		listed = append(listed, m[1])
	}
	used := imported(t)
	_, direct := modules(t)
	for _, m := range append(slices.Clone(used), direct...) {
		if !slices.Contains(listed, m) {
			t.Errorf("CONTRIBUTING.md does not say why %s is needed", m)
		}
	}
	for _, m := range listed {
		if !slices.Contains(used, m) {
			t.Errorf("CONTRIBUTING.md gives a reason for %s, which nothing imports", m)
		}
	}
}

// What two branches append to the end of one file can be joined badly.
func TestTheEntriesOfTheChangelogAreWholeAndStandOnce(t *testing.T) {
	before, seen := "", map[string]bool{}
	for i, line := range strings.Split(read(t, "CHANGELOG.md"), "\n") {
		start := string([]rune(line)[:min(60, len([]rune(line)))])
		switch item := strings.HasPrefix(line, "- "); {
		case line != "" && before != "" && !(item && strings.HasPrefix(before, "- ")):
			t.Errorf("line %d is part of the paragraph before it: %s", i+1, start)
		case !item && line != "" && seen[start]:
			t.Errorf("line %d stands twice: %s", i+1, start)
		}
		before, seen[start] = line, true
	}
	entries := strings.Split(read(t, "CHANGELOG.md"), "\n### ")[1:]
	for _, entry := range entries {
		title, rest, _ := strings.Cut(entry, "\n\n")
		if !strings.HasPrefix(rest, "- Kind: ") || !strings.Contains(rest, "\n- Period") ||
			!strings.Contains(rest, "\n- Effect: ") {
			t.Errorf("an entry has no kind, period or effect: %s", title)
		}
	}
}
