// Command measure prints what the house measures of itself, a line a package:
// files, lines of product and of tests, the length of functions (median, ninth
// decile, longest), exports with a comment, lines over 120 columns, and the
// arrows between files that run up against the order in which a package can be
// read from its foundations. Lines of product are those that an officer runs:
// what only tests and the example year are made with counts as tests.
//
//	go run .ci/measure.go
package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// forTests are the packages that the program does not contain.
var forTests = []string{"sheets/sheettest", "examples/generate"}

// measures are the figures of one package, or of all.
type measures struct {
	files, lines, tests, exports, documented, wide int
	functions                                      []int
	defines                                        map[string]string          // a name -> its file
	uses                                           map[string]map[string]bool // a file -> names
}

func main() {
	byDir := map[string]*measures{}
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(d.Name(), ".") && p != "."
		if err == nil && d.IsDir() && (hidden || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() || filepath.Ext(p) != ".go" {
			return err
		}
		dir := path.Dir(filepath.ToSlash(p))
		if byDir[dir] == nil {
			byDir[dir] = &measures{defines: map[string]string{}, uses: map[string]map[string]bool{}}
		}
		return byDir[dir].add(p)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
	dirs := make([]string, 0, len(byDir))
	for dir := range byDir {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	var all measures
	fmt.Printf("%-22s %5s %6s %6s %5s  %-10s %9s %5s %7s\n", "package", "files", "lines", "tests", "ratio", "functions",
		"documented", ">120", "arrows")
	for _, dir := range dirs {
		m := byDir[dir]
		up, arrows := m.arrows()
		m.print(dir, fmt.Sprintf("%d/%d", up, arrows))
		all.join(m)
	}
	all.print("all", "")
}

// add counts one file.
func (m *measures) add(p string) error {
	source, err := os.ReadFile(p)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(string(source), "\n"), "\n")
	for _, l := range lines {
		if utf8.RuneCountInString(strings.ReplaceAll(l, "\t", "    ")) > 120 {
			m.wide++
		}
	}
	if strings.HasSuffix(p, "_test.go") {
		m.tests += len(lines)
		return nil
	}
	m.files++
	if slices.Contains(forTests, path.Dir(filepath.ToSlash(p))) {
		m.tests += len(lines)
	} else {
		m.lines += len(lines)
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, p, source, parser.ParseComments)
	if err != nil {
		return err
	}
	m.uses[p] = map[string]bool{}
	for _, d := range file.Decls {
		m.declare(set, p, d)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			m.uses[p][id.Name] = true
		}
		return true
	})
	return nil
}

// declare counts a declaration: its length, its comment, the names it defines.
func (m *measures) declare(set *token.FileSet, p string, d ast.Decl) {
	export := func(name string, documented bool) {
		if !ast.IsExported(name) {
			return
		}
		m.exports++
		if documented {
			m.documented++
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		m.functions = append(m.functions, set.Position(d.End()).Line-set.Position(d.Pos()).Line+1)
		export(d.Name.Name, d.Doc != nil)
		if d.Recv == nil {
			m.defines[d.Name.Name] = p
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				export(s.Name.Name, d.Doc != nil || s.Doc != nil)
				m.defines[s.Name.Name] = p
			case *ast.ValueSpec:
				for _, n := range s.Names {
					export(n.Name, d.Doc != nil || s.Doc != nil || s.Comment != nil)
					m.defines[n.Name] = p
				}
			}
		}
	}
}

// arrows counts how many arrows between files run up when the files are put in
// the order in which each comes as late as what it uses allows.
func (m *measures) arrows() (up, all int) {
	targets := map[string]map[string]bool{}
	for p, names := range m.uses {
		targets[p] = map[string]bool{}
		for n := range names {
			if at := m.defines[n]; at != "" && at != p {
				targets[p][at] = true
			}
		}
		all += len(targets[p])
	}
	place := order(targets)
	for p, to := range targets {
		for q := range to {
			if place[q] > place[p] {
				up++
			}
		}
	}
	return up, all
}

// order takes the file with the fewest arrows to files not yet taken, again and
// again; the most used of several comes first.
func order(targets map[string]map[string]bool) map[string]int {
	place := map[string]int{}
	for len(place) < len(targets) {
		best, bestOpen, bestUsed := "", 0, 0
		for _, p := range slices.Sorted(keys(targets)) {
			if _, done := place[p]; done {
				continue
			}
			open, used := 0, 0
			for q := range targets[p] {
				if _, done := place[q]; !done {
					open++
				}
			}
			for q := range targets {
				if targets[q][p] {
					used++
				}
			}
			if best == "" || cmp.Or(cmp.Compare(open, bestOpen), cmp.Compare(bestUsed, used)) < 0 {
				best, bestOpen, bestUsed = p, open, used
			}
		}
		place[best] = len(place)
	}
	return place
}

// keys goes through the keys of a map.
func keys[V any](of map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range of {
			if !yield(k) {
				return
			}
		}
	}
}

// join adds a package to the whole.
func (m *measures) join(n *measures) {
	m.files, m.lines, m.tests = m.files+n.files, m.lines+n.lines, m.tests+n.tests
	m.exports, m.documented, m.wide = m.exports+n.exports, m.documented+n.documented, m.wide+n.wide
	m.functions = append(m.functions, n.functions...)
}

// print writes the line of a package.
func (m *measures) print(name, arrows string) {
	slices.Sort(m.functions)
	at := func(share float64) int {
		if len(m.functions) == 0 {
			return 0
		}
		return m.functions[int(share*float64(len(m.functions)-1))]
	}
	fmt.Printf("%-22s %5d %6d %6d %5.2f  %2d/%2d/%-4d %6d/%-4d %4d %7s\n", name, m.files, m.lines, m.tests,
		float64(m.tests)/float64(max(m.lines, 1)), at(0.5), at(0.9), at(1), m.documented, m.exports, m.wide, arrows)
}
