package console

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var hole = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

func TestEveryMessageIsInBothLanguages(t *testing.T) {
	for key, p := range catalogue {
		if p.En == "" || p.Zh == "" {
			t.Errorf("%s lacks a language: %q, %q", key, p.En, p.Zh)
		}
		if en, zh := fmt.Sprint(hole.FindAllString(p.En, -1)), fmt.Sprint(hole.FindAllString(p.Zh, -1)); en != zh {
			t.Errorf("%s: the holes differ: %s in English, %s in Chinese", key, en, zh)
		}
		if a, b := strings.Count(p.En, "`"), strings.Count(p.Zh, "`"); a != b {
			t.Errorf("%s: the value's name is marked %d times in English, %d in Chinese", key, a, b)
		}
	}
}

// keysInUse finds the texts in the program's own files: among them are the
// keys of the catalogue, or their beginnings, that it asks for.
func keysInUse(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	files, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || catalogueFile(name) {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					used[text] = true
				}
			}
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 1 && isCommand(call) {
				key, _ := strconv.Unquote(call.Args[1].(*ast.BasicLit).Value)
				used[key+"/usage"], used[key+"/args"], used[key+"/help"] = true, true, true
			}
			return true
		})
	}
	return used
}

// isCommand tells of a call that it makes a command, in the words that are named
// after its key.
func isCommand(call *ast.CallExpr) bool {
	name, ok := call.Fun.(*ast.Ident)
	return ok && name.Name == "command"
}

func TestEveryMessageIsUsed(t *testing.T) {
	used := keysInUse(t)
	for key := range catalogue {
		key, there := strings.CutPrefix(key, "menu:")
		if _, elsewhere := catalogue[key]; there && !elsewhere {
			t.Errorf("%s is a message of the menu alone", key)
		}
		family := key[:strings.LastIndex(key, "/")+1] // "outcome/"+…
		if !used[key] && (family == "" || !used[family]) {
			t.Errorf("%s is used nowhere", key)
		}
	}
}

// What Text, Say, Refuse and NeedsPerson are given must be in the catalogue.
func TestEveryMessageAskedForExists(t *testing.T) {
	for key, at := range keysGivenTo(t, "Text", "Say", "Refuse", "NeedsPerson") {
		if catalogue[key].En == "" {
			t.Errorf("%s: no message %q", at, key)
		}
	}
}

// A message that ends a command, or that a person must look at, says what to
// do next: on a line of its own below what happened.
func TestEveryFaultSaysWhatToDoNext(t *testing.T) {
	checked := 0
	for key := range keysGivenTo(t, "Say", "Refuse", "NeedsPerson") {
		checked++
		for _, text := range []string{catalogue[key].En, catalogue[key].Zh} {
			if _, next, _ := strings.Cut(text, "\n"); strings.Trim(next, "%sdvq ") == "" &&
				!strings.Contains(next, "%") {
				t.Errorf("%s says what is wrong and not what to do: %q", key, text)
			}
		}
	}
	if checked < 50 {
		t.Errorf("only %d messages found", checked)
	}
}

// keysGivenTo finds the keys that the program's own files give to methods of
// these names, and where.
func keysGivenTo(t *testing.T, methods ...string) map[string]token.Position {
	t.Helper()
	files, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	keys, fset := map[string]token.Position{}, token.NewFileSet()
	for _, name := range files {
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || len(c.Args) == 0 {
				return true
			}
			fun, ok := c.Fun.(*ast.SelectorExpr)
			lit, isLit := c.Args[0].(*ast.BasicLit)
			if ok && isLit && slices.Contains(methods, fun.Sel.Name) {
				key, _ := strconv.Unquote(lit.Value)
				keys[key] = fset.Position(lit.Pos())
			}
			return true
		})
	}
	return keys
}

// sources are the program's own files that speak: the command's and the
// console's.
func sources() ([]string, error) {
	here, err := filepath.Glob("*.go")
	command, _ := filepath.Glob("../../jiangbu/*.go")
	return append(here, command...), err
}

// catalogueFile tells whether a file holds the messages themselves.
func catalogueFile(name string) bool {
	return strings.HasPrefix(name, "messages") || strings.HasPrefix(name, "manual")
}
