// Command mutants changes one place of the money rules at a time and wants a
// test to fail each time: a mutant that survives is a missing test.
//
//	go run .ci/mutants.go [-match TEXT] [-places] [LIST]
//
// LIST (.ci/mutants.txt) has a block a mutant: the file, the packages whose
// tests must notice, the line as it is and as it becomes. Files are changed in
// an overlay, never in the tree. A place that is not found exactly once is an
// error, so that the list keeps up with the code; -places looks for that alone.
// Tests that draw their values are left out, so that no mutant is noticed by
// chance. Where a change leaves the rules as they are, a line "survives" says why.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// mutant is one block of the list.
type mutant struct {
	file, packages, from, to, survives string
}

func main() {
	match := flag.String("match", "", "only mutants whose file or line contains `TEXT`")
	places := flag.Bool("places", false, "try nothing, only look whether each line stands where the list says")
	flag.Parse()
	list := ".ci/mutants.txt"
	if flag.NArg() > 0 {
		list = flag.Arg(0)
	}
	mutants, err := read(list)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(2)
	}
	test := try
	if *places {
		test = func(m mutant) string { _, fault := m.source(); return fault }
	}
	if bad := run(mutants, *match, test); bad > 0 {
		fmt.Printf("%d mutants are not held\n", bad)
		os.Exit(1)
	}
}

// read parses the list: "key: value" lines, blocks parted by empty lines.
func read(path string) ([]mutant, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []mutant
	for n, block := range strings.Split(string(text), "\n\n") {
		var m mutant
		fields := map[string]*string{"file": &m.file, "test": &m.packages, "from": &m.from, "to": &m.to,
			"survives": &m.survives}
		for _, line := range strings.Split(block, "\n") {
			if strings.HasPrefix(line, "#") || line == "" {
				continue
			}
			key, value, ok := strings.Cut(line, ": ")
			if !ok || fields[key] == nil {
				return nil, fmt.Errorf("block %d: %q", n+1, line)
			}
			*fields[key] = value
		}
		if m.file != "" {
			all = append(all, m)
		}
	}
	return all, nil
}

// run tries the mutants, as many at a time as there are cores, and counts those
// that no test notices or that cannot be made.
func run(mutants []mutant, match string, test func(mutant) string) (bad int) {
	var wait sync.WaitGroup
	var lock sync.Mutex
	slots := make(chan struct{}, runtime.NumCPU())
	tried := 0
	for _, m := range mutants {
		if !strings.Contains(m.file+m.from+m.to, match) {
			continue
		}
		tried++
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			fault := test(m)
			lock.Lock()
			defer lock.Unlock()
			if fault != "" {
				bad++
				fmt.Printf("%s: %s\n  - %s\n  + %s\n", m.file, fault, m.from, m.to)
			}
		})
	}
	wait.Wait()
	fmt.Printf("%d mutants tried\n", tried)
	return bad
}

// source is the file that a mutant changes, or what is wrong with its place.
func (m mutant) source() (source []byte, fault string) {
	source, err := os.ReadFile(m.file)
	if err != nil {
		return nil, err.Error()
	}
	if n := bytes.Count(source, []byte(m.from)); n != 1 {
		return nil, fmt.Sprintf("the line stands there %d times", n)
	}
	return source, ""
}

// try makes one mutant and says what is wrong with it, "" where a test fails as
// it should.
func try(m mutant) string {
	source, fault := m.source()
	if fault != "" {
		return fault
	}
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return err.Error()
	}
	defer os.RemoveAll(dir)
	overlay, err := write(dir, m, bytes.Replace(source, []byte(m.from), []byte(m.to), 1))
	if err != nil {
		return err.Error()
	}
	packages := strings.Fields(m.packages)
	if out, err := exec.Command("go", append([]string{"build", "-overlay", overlay},
		packages...)...).CombinedOutput(); err != nil {
		return "does not compile: " + string(out)
	}
	drawn, err := drawnTests(packages)
	if err != nil {
		return err.Error()
	}
	args := append([]string{"test", "-count=1", "-failfast", "-vet=off", "-skip", drawn, "-overlay", overlay},
		packages...)
	noticed := exec.Command("go", args...).Run() != nil
	switch {
	case noticed && m.survives != "":
		return "is noticed although the list says why not"
	case !noticed && m.survives == "":
		return "survives"
	}
	return ""
}

// drawnTests is the pattern of the tests that draw what they decide, by the
// calls that draw. They are left out: what only they notice is noticed by chance.
func drawnTests(packages []string) (string, error) {
	var names []string
	for _, dir := range packages {
		files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
		if err != nil {
			return "", err
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return "", err
			}
			for _, f := range strings.Split(string(text), "\nfunc ") {
				name, body, _ := strings.Cut(f, "(")
				if strings.Contains(body, "rapid.Check(") || strings.Contains(body, "untilAllMet(t") {
					names = append(names, name)
				}
			}
		}
	}
	return "^(" + strings.Join(names, "|") + ")$", nil
}

// write lays the changed file and the overlay that puts it in the place of the
// file in the tree.
func write(dir string, m mutant, changed []byte) (overlay string, err error) {
	replacement := filepath.Join(dir, "mutant.go")
	original, err := filepath.Abs(m.file)
	if err != nil {
		return "", err
	}
	spec, err := json.Marshal(map[string]any{"Replace": map[string]string{original: replacement}})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(replacement, changed, 0o600); err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, spec, 0o600)
}
