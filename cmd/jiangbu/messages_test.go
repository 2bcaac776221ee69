package main

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
		if p.en == "" || p.zh == "" {
			t.Errorf("%s lacks a language: %q, %q", key, p.en, p.zh)
		}
		if en, zh := fmt.Sprint(hole.FindAllString(p.en, -1)), fmt.Sprint(hole.FindAllString(p.zh, -1)); en != zh {
			t.Errorf("%s: the holes differ: %s in English, %s in Chinese", key, en, zh)
		}
		if a, b := strings.Count(p.en, "`"), strings.Count(p.zh, "`"); a != b {
			t.Errorf("%s: the value's name is marked %d times in English, %d in Chinese", key, a, b)
		}
	}
}

// keysInUse finds the texts in the program's own files: among them are the
// keys of the catalogue, or their beginnings, that it asks for.
func keysInUse(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "messages") || strings.HasPrefix(name, "manual") {
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
			return true
		})
	}
	return used
}

func TestEveryMessageIsUsed(t *testing.T) {
	used := keysInUse(t)
	for key := range catalogue {
		family := key[:strings.LastIndex(key, "/")+1] // "outcome/"+…
		if !used[key] && (family == "" || !used[family]) {
			t.Errorf("%s is used nowhere", key)
		}
	}
}

// What s.text, s.say, s.refuse and s.look are given must be in the catalogue.
func TestEveryMessageAskedForExists(t *testing.T) {
	for key, at := range keysGivenTo(t, "text", "say", "refuse", "look") {
		if catalogue[key].en == "" {
			t.Errorf("%s: no message %q", at, key)
		}
	}
}

// A message that ends a command, or that a person must look at, says what to
// do next: on a line of its own below what happened.
func TestEveryFaultSaysWhatToDoNext(t *testing.T) {
	checked := 0
	for key := range keysGivenTo(t, "say", "refuse", "look") {
		checked++
		for _, text := range []string{catalogue[key].en, catalogue[key].zh} {
			if _, next, _ := strings.Cut(text, "\n"); strings.Trim(next, "%sdvq ") == "" && !strings.Contains(next, "%") {
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
	files, err := filepath.Glob("*.go")
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
