// Package house holds the house to its own rules: which package may import
// which, comments where a newcomer begins, and documents that agree with the
// code. It has tests only.
package house

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// source is one Go file of the module.
type source struct {
	path string // from the module's root, forward slashes
	test bool
	fset *token.FileSet
	file *ast.File
}

// dir is the folder of the file, "." for the root.
func (s source) dir() string { return path.Dir(s.path) }

func (s source) line(pos token.Pos) int { return s.fset.Position(pos).Line }

// imports are the paths that the file imports.
func (s source) imports() []string {
	var all []string
	for _, spec := range s.file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		all = append(all, name)
	}
	return all
}

// sources parses every Go file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "out") {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(p) != ".go" {
			return nil
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, source{filepath.ToSlash(p), strings.HasSuffix(p, "_test.go"), fset, f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 30 {
		t.Fatalf("only %d Go files found: the test looks in the wrong place", len(all))
	}
	return all
}

// room is a package of the house and the packages of ours that it may import.
// A room may import only rooms above it in the list, so that arrows run one way.
type room struct {
	dir     string
	imports []string
}

// house lists the rooms; a package that is not listed may not exist.
// ARCHITECTURE.md draws its arrows from here.
var house = []room{
	{"templates", nil},
	{"calc/written", nil},
	{"calc/money", []string{"calc/written"}},
	{"calc/privacy", []string{"calc/written"}},
	{"calc", []string{"calc/money", "calc/written"}},
	{"calc/standard", []string{"calc", "calc/money", "calc/written"}},
	{"calc/reconcile", []string{"calc", "calc/standard", "calc/money", "calc/written", "calc/privacy"}},
	{"calc/policy", []string{"calc", "calc/standard", "calc/money", "calc/written"}},
	{"calc/lists", []string{"calc", "calc/money", "calc/written"}},
	{"sheets/pdftable", nil},
	{"sheets", []string{"sheets/pdftable", "calc", "calc/money"}},
	{"sheets/sheettest", []string{"calc"}},
	{"sheets/table", []string{"sheets", "calc", "calc/money", "calc/written"}},
	{"sheets/write", []string{"sheets", "calc", "calc/money"}},
	{"sheets/survey", []string{"sheets", "sheets/table", "sheets/write", "calc", "calc/standard", "calc/money",
		"calc/written"}},
	{"sheets/report", []string{"sheets", "sheets/write", "calc", "calc/standard", "calc/money", "calc/written"}},
	{"sheets/ledger", []string{"sheets", "sheets/table", "sheets/write", "calc", "calc/reconcile", "calc/standard",
		"calc/money", "calc/written", "calc/privacy"}},
	{"sheets/roster", []string{"sheets", "sheets/table", "sheets/write", "calc", "calc/lists", "calc/standard",
		"calc/money", "calc/written"}},
	{"sheets/notice", []string{"sheets", "sheets/write", "calc", "calc/money", "calc/written", "calc/privacy",
		"templates"}},
	{"cmd/internal/outfile", nil},
	{"cmd/internal/console", nil},
	{"cmd/jiangbu", []string{"cmd/internal/outfile", "cmd/internal/console", "sheets", "sheets/survey", "sheets/report",
		"sheets/ledger", "sheets/roster", "sheets/notice", "calc",
		"calc/standard", "calc/lists", "calc/reconcile", "calc/policy", "calc/money", "calc/written", "templates"}},
}

// arrowsText is the list as ARCHITECTURE.md shows it.
func arrowsText() string {
	var b strings.Builder
	for _, r := range house {
		fmt.Fprintf(&b, "%-17s -> %s\n", r.dir, cmp.Or(strings.Join(r.imports, " "), "nothing of ours"))
	}
	return b.String()
}

func TestThePageDrawsTheArrowsOfTheHouse(t *testing.T) {
	const from, to = "<!-- arrows -->\n```\n", "```\n<!-- /arrows -->"
	page := read(t, "ARCHITECTURE.md")
	before, rest, ok := strings.Cut(page, from)
	drawn, after, closed := strings.Cut(rest, to)
	switch {
	case !ok || !closed:
		t.Fatal("ARCHITECTURE.md has no block of arrows")
	case drawn == arrowsText():
	case os.Getenv("UPDATE") == "":
		t.Error("ARCHITECTURE.md draws other arrows than house_test.go; UPDATE=1 go test . draws them anew")
	default:
		if err := os.WriteFile("ARCHITECTURE.md", []byte(before+from+arrowsText()+to+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRoomsImportOnlyRoomsAboveThem(t *testing.T) {
	for i, r := range house {
		for _, name := range r.imports {
			above := slices.ContainsFunc(house[:i], func(x room) bool { return x.dir == name })
			if !above {
				t.Errorf("%s stands above %s, which it imports", r.dir, name)
			}
		}
	}
}

func TestArrowsRunOneWay(t *testing.T) {
	used := map[[2]string]bool{}
	for _, s := range sources(t) {
		if s.test || strings.HasPrefix(s.path, "examples/") {
			continue
		}
		at := slices.IndexFunc(house, func(r room) bool { return r.dir == s.dir() })
		if at < 0 {
			t.Errorf("%s: package %s is not among the rooms of the house (house in house_test.go)", s.path, s.dir())
			continue
		}
		for _, name := range s.imports() {
			ours, ok := strings.CutPrefix(name, "jiangbu/")
			if ok && !slices.Contains(house[at].imports, ours) {
				t.Errorf("%s imports %s", s.path, name)
			}
			used[[2]string{s.dir(), ours}] = true
		}
	}
	for _, r := range house {
		for _, name := range r.imports {
			if !used[[2]string{r.dir, name}] {
				t.Errorf("the arrow from %s to %s leads nowhere", r.dir, name)
			}
		}
	}
}

// calc decides on values alone: the same batch gives the same result on every
// machine and every day.
func TestCalcKnowsNoFileClockNetworkOrLogger(t *testing.T) {
	forbidden := []string{"os", "os/exec", "os/signal", "io/fs", "io/ioutil", "path/filepath", "log", "log/slog", "net",
		"net/http", "embed", "syscall", "math/rand", "math/rand/v2", "archive/zip", "encoding/xml"}
	outside := []string{"github.com/shopspring/decimal", "golang.org/x/text/"}
	for _, s := range sources(t) {
		if s.dir() != "calc" && !strings.HasPrefix(s.dir(), "calc/") || s.dir() == "calc/policy" || s.test {
			continue
		}
		for _, name := range s.imports() {
			foreign := strings.Contains(strings.Split(name, "/")[0], ".")
			let := slices.ContainsFunc(outside, func(p string) bool { return strings.HasPrefix(name, p) })
			if slices.Contains(forbidden, name) || foreign && !let {
				t.Errorf("%s imports %s", s.path, name)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.SelectorExpr:
				if pkg, ok := x.X.(*ast.Ident); ok && pkg.Name == "time" &&
					slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Local"}, x.Sel.Name) {
					t.Errorf("%s:%d: time.%s", s.path, s.line(x.Pos()), x.Sel.Name)
				}
			case *ast.Ident:
				if x.Name == "float64" || x.Name == "float32" {
					t.Errorf("%s:%d: %s has no place beside money", s.path, s.line(x.Pos()), x.Name)
				}
			}
			return true
		})
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	comments := map[string]string{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		comments[s.dir()] += s.file.Doc.Text()
		for _, bad := range []string{"util", "utils", "common", "helper", "helpers", "manager", "service", "engine"} {
			if s.file.Name.Name == bad {
				t.Errorf("%s: a package called %s says nothing", s.path, bad)
			}
		}
	}
	for dir, text := range comments {
		if strings.Count(text, "\n") < 3 {
			t.Errorf("package %s: its comment should say what it is for, what it is not for and where to begin", dir)
		}
	}
}

func TestEveryExportIsDocumented(t *testing.T) {
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, decl := range s.file.Decls {
			for _, name := range undocumented(decl) {
				t.Errorf("%s:%d: %s has no comment", s.path, s.line(decl.Pos()), name)
			}
		}
	}
}

// undocumented lists the exported names of a declaration without a comment. In
// a group, the comment of the group will do for constants and variables.
func undocumented(decl ast.Decl) []string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d) {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		var names []string
		for _, spec := range d.Specs {
			switch x := spec.(type) {
			case *ast.TypeSpec:
				if x.Name.IsExported() && d.Doc == nil && x.Doc == nil {
					names = append(names, x.Name.Name)
				}
			case *ast.ValueSpec:
				for _, n := range x.Names {
					if n.IsExported() && d.Doc == nil && x.Doc == nil && x.Comment == nil {
						names = append(names, n.Name)
					}
				}
			}
		}
		return names
	}
	return nil
}

// exportedReceiver tells whether a function is none's method or a method of an
// exported type.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return true
	}
	x := d.Recv.List[0].Type
	if star, ok := x.(*ast.StarExpr); ok {
		x = star.X
	}
	if generic, ok := x.(*ast.IndexExpr); ok {
		x = generic.X
	}
	name, ok := x.(*ast.Ident)
	return ok && name.IsExported()
}

// Long functions and long files are where slips hide. Tables of data are let
// off: they are read line by line.
func TestFunctionsAndFilesAreShort(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || strings.HasPrefix(s.path, "examples/") {
			continue
		}
		if n := s.fset.File(s.file.Pos()).LineCount(); n > 400 {
			t.Errorf("%s has %d lines; at most 400", s.path, n)
		}
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := s.line(f.End()) - s.line(f.Pos()) + 1; n > 80 {
				t.Errorf("%s:%d: %s has %d lines; at most 80", s.path, s.line(f.Pos()), f.Name.Name, n)
			}
		}
	}
}

// A line is read without moving the eye twice; a tab counts as four columns.
func TestNoLineOfTheProductIsLongerThan120Columns(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.dir() == "sheets/sheettest" {
			continue
		}
		for i, line := range strings.Split(read(t, s.path), "\n") {
			if n := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    ")); n > 120 {
				t.Errorf("%s:%d has %d columns; at most 120", s.path, i+1, n)
			}
		}
	}
}

// properNames are written like names of the code in comments and are none.
var properNames = map[string]bool{"LibreOffice": true, "OpenDocument": true, "SpreadsheetML": true, "WebDriver": true,
	"XlsxWriter": true, "JavaScript": true, "GitHub": true, "PowerShell": true}

// spelledName is a word that can only be a name of the code: in brackets, or
// with a capital inside.
var spelledName = regexp.MustCompile(`\[[A-Z]\w*(\.\w+)?\]|\b[A-Za-z][a-z]+[A-Z]\w*\b`)

// A comment that names what is gone leads a reader nowhere.
func TestCommentsNameOnlyWhatThereIs(t *testing.T) {
	all, known := sources(t), maps.Clone(properNames)
	for _, s := range all {
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.Ident:
				known[x.Name] = true
			case *ast.BasicLit: // the names of a format: sheetData
				for _, word := range regexp.MustCompile(`\w+`).FindAllString(x.Value, -1) {
					known[word] = true
				}
			}
			return true
		})
	}
	for _, s := range all {
		for _, group := range s.file.Comments {
			for _, name := range spelledName.FindAllString(group.Text(), -1) {
				for part := range strings.SplitSeq(strings.Trim(name, "[]"), ".") {
					if !known[part] {
						t.Errorf("%s:%d: a comment names %s, which is not there", s.path, s.line(group.Pos()), name)
					}
				}
			}
		}
	}
}

// read is a document's text.
func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestEveryMutantOfTheListHasItsLineInTheCode(t *testing.T) {
	if out, err := exec.Command("go", "run", ".ci/mutants.go", "-places").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
