package main

import (
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
)

func TestAFileThatTheDiskDoesNotGiveIsRefusedAndTheBatchGoesOn(t *testing.T) {
	gone := sheets.Input{Path: filepath.Join(t.TempDir(), "a.xlsx"), File: "a.xlsx"}
	got, err := readSubmissions(streams{}, []sheets.Input{gone, gone}, &calc.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	want := []calc.Input{{File: "a.xlsx", Status: calc.InputRefused}, {File: "a.xlsx", Status: calc.InputRefused}}
	if diff := cmp.Diff(want, got.inputs); diff != "" {
		t.Error(diff)
	}
	if len(got.findings) != 2 || got.findings[0].Code != "file/unreadable" || got.findings[0].Args[0] != "文件已不在原处" {
		t.Errorf("findings %v", got.findings)
	}
}

func TestEveryPieceOfWorkIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100} {
		var lock sync.Mutex
		done := map[int]int{}
		atOnce(n, func(i int) {
			lock.Lock()
			defer lock.Unlock()
			done[i]++
		})
		if len(done) != n {
			t.Errorf("%d of %d done", len(done), n)
		}
		for i, times := range done {
			if times != 1 {
				t.Errorf("piece %d done %d times", i, times)
			}
		}
	}
}

func TestAWorkbookIsRefusedForItsFileOrForGivingNothing(t *testing.T) {
	row := []calc.Row{{}}
	for _, c := range []struct {
		name string
		code calc.Code
		rows []calc.Row
		want bool
	}{
		{"nothing wrong and nothing in it", "", nil, false},
		{"no table found", "table/none", nil, true},
		{"a column missing, rows all the same", "table/missing-column", row, false},
		{"a file broken behind its first rows", "file/unreadable", row, true},
		{"a warning alone", "table/hidden", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var fs calc.Findings
			if c.code != "" {
				fs.Add(c.code, calc.Ref{File: "a.xlsx"})
			}
			if got := refused(fs, c.rows); got != c.want {
				t.Errorf("refused = %v, want %v", got, c.want)
			}
		})
	}
}
