// Package house holds the house to its own rules: which package may import
// which, comments where a newcomer begins, and documents that agree with the
// code. It has tests only.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
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

// arrows lists for each package of ours the packages of ours that it may
// import. A package that is not listed may not exist.
var arrows = map[string][]string{
	"calc":                 {},
	"calc/policy":          {"calc"},
	"templates":            {},
	"sheets":               {"calc"},
	"sheets/survey":        {"sheets", "calc", "templates"},
	"sheets/report":        {"sheets", "calc", "templates"},
	"sheets/ledger":        {"sheets", "calc", "templates"},
	"sheets/notice":        {"sheets", "calc", "templates"},
	"sheets/sheettest":     {"calc"},
	"cmd/internal/outfile": {},
	"cmd/jiangbu": {"cmd/internal/outfile", "sheets", "sheets/survey", "sheets/report", "sheets/ledger", "sheets/notice",
		"calc", "calc/policy", "templates"},
}

func TestArrowsRunOneWay(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || strings.HasPrefix(s.path, "examples/") {
			continue
		}
		allowed, known := arrows[s.dir()]
		if !known {
			t.Errorf("%s: package %s is not in the plan of the house (arrows in house_test.go, ARCHITECTURE.md)", s.path, s.dir())
			continue
		}
		for _, name := range s.imports() {
			if ours, ok := strings.CutPrefix(name, "jiangbu/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s", s.path, name)
			}
		}
	}
}

// calc decides on values alone: the same batch gives the same result on every
// machine and every day.
func TestCalcKnowsNoFileClockNetworkOrLogger(t *testing.T) {
	forbidden := []string{"os", "os/exec", "os/signal", "io/fs", "io/ioutil", "path/filepath", "log", "log/slog", "net", "net/http", "embed", "syscall", "math/rand", "math/rand/v2", "archive/zip", "encoding/xml"}
	outside := []string{"github.com/shopspring/decimal", "golang.org/x/text/"}
	for _, s := range sources(t) {
		if s.dir() != "calc" || s.test {
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
				if pkg, ok := x.X.(*ast.Ident); ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Local"}, x.Sel.Name) {
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

// read is a document's text.
func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
