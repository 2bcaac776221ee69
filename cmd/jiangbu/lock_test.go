package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"

	"jiangbu/sheets/sheettest"
)

func TestTheSecondOfTwoRunsOnOneOutputSaysSoAndStops(t *testing.T) {
	dir := smallBatch(t)
	t.Chdir(dir)
	silent := func(string) string { return "" }
	first, err := outfile.Reserve(outfile.Plan{Files: []string{defaultReport}})
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	args := []string{"run", "in", "--year", "2024"}
	want := "jiangbu: another jiangbu is writing 奖补报告.xlsx\n  Wait until it is done, or name another file with --out.\n"
	if status := start(args, silent, &stdout, &stderr); status != console.Failed || stderr.String() != want {
		t.Errorf("status %d, said %q", status, stderr.String())
	}
	if _, err := os.Stat(defaultReport); err == nil {
		t.Error("the second run wrote")
	}
	first.Close()
	if status := start(args, silent, &stdout, &stderr); status != console.Done {
		t.Errorf("after the first was done: status %d, said %q", status, stderr.String())
	}
	if left := listing(t, dir); left != "in "+defaultReport {
		t.Errorf("left %s", left)
	}
}

// Of many at once exactly one writes; the others say that it is being written,
// or that it is there already.
func TestOfManyRunsAtOnceOneWrites(t *testing.T) {
	sheettest.Slow(t)
	dir := smallBatch(t)
	const runs = 6
	results := make(chan string, runs)
	for range runs {
		go func() {
			out, err := child(t.Context(), dir, "run", "in", "--year", "2024").CombinedOutput()
			if err == nil {
				results <- "wrote"
			} else if e, ok := err.(*exec.ExitError); ok && e.ExitCode() == console.Failed {
				results <- string(out)
			} else {
				results <- err.Error()
			}
		}()
	}
	wrote := 0
	for range runs {
		switch r := <-results; {
		case r == "wrote":
			wrote++
		case !strings.Contains(r, "another jiangbu is writing") && !strings.Contains(r, "exists already"):
			t.Errorf("a run said %q", r)
		}
	}
	if wrote != 1 || listing(t, dir) != "in "+defaultReport {
		t.Errorf("%d runs wrote, left %s", wrote, listing(t, dir))
	}
}
