package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

func TestAFileThatTheDiskDoesNotGiveIsRefusedAndTheBatchGoesOn(t *testing.T) {
	gone := sheets.Input{Path: filepath.Join(t.TempDir(), "a.xlsx"), File: "a.xlsx"}
	got, err := readSubmissions(t.Context(), &console.Console{}, []sheets.Input{gone, gone}, &calc.Policy{})
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

func TestWhatIsRefusedInsideAZipIsToldEachAndTheOthersAreMarked(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.xlsx")
	if err := sheettest.Build(good, "# 摸排表\n单位名称\t县区\t奖补事项\n连云港海岳机械有限公司\t火星\t绿色工厂\n"); err != nil {
		t.Fatal(err)
	}
	workbook, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range map[string][]byte{"甲.xls": []byte("%PDF-1"), "乙.xls": []byte("%PDF-2"),
		"丙.xlsx": workbook} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(data)
	}
	z.Close()
	path, marked := filepath.Join(dir, "东海县.zip"), filepath.Join(dir, "marked")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	start([]string{"check", path, "--return", marked}, func(string) string { return "" }, &stdout, &stderr)
	if n := strings.Count(stdout.String(), "file/unsupported"); n != 2 ||
		strings.Contains(stdout.String(), "duplicate") {
		t.Errorf("%d refused, want 2:\n%s", n, stdout.String())
	}
	if _, err := os.Stat(filepath.Join(marked, "东海县.zip", "丙.xlsx")); err != nil {
		t.Errorf("no marked copy: %v\n%s%s", err, stdout.String(), stderr.String())
	}
}
