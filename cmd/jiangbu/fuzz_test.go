package main

import (
	"io"
	"slices"
	"testing"

	"jiangbu/cmd/internal/console"
)

// FuzzReorder puts any command line in order: no panic, and no argument is lost
// or made.
func FuzzReorder(f *testing.F) {
	f.Add("run", "in", "--year", "2024", "--force")
	f.Add("--lang=zh", "policy", "show", "--", "-x")
	f.Add("check", "--password", "--password=", "-", "")
	f.Add("check", "--password", "--", "-", "")
	app := newApp(&console.Console{Out: io.Discard, Err: io.Discard})
	f.Fuzz(func(t *testing.T, a, b, c, d, e string) {
		args := []string{a, b, c, d, e}
		l := reorder(app, args)
		if l.lacking != "" || l.help {
			return
		}
		argv := l.argv()
		given, got := map[string]int{"jiangbu": 1}, map[string]int{}
		for _, w := range args {
			given[w]++
		}
		for _, w := range argv {
			got[w]++
		}
		if !slices.Contains(args, "--") {
			given["--"]++
		}
		for w, n := range given {
			if got[w] != n {
				t.Errorf("%q became %q: %q stands there %d times, want %d", args, argv, w, got[w], n)
			}
		}
	})
}
