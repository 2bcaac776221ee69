package main

import (
	"archive/zip"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"jiangbu/sheets/sheettest"
)

// TestMain lets more scripts than cores run at a time: they wait for the disk and
// for the programs that they start.
func TestMain(m *testing.M) {
	if err := flag.Set("test.parallel", strconv.Itoa(3*runtime.GOMAXPROCS(0))); err != nil {
		panic(err)
	}
	testscript.Main(m, map[string]func(){"jiangbu": main})
}

// start runs one command line that nobody stops and gives the exit status.
func start(args []string, getenv func(string) string, stdout, stderr io.Writer) (status int) {
	return begin(context.Background(), args, getenv, strings.NewReader(""), stdout, stderr)
}

// TestScripts runs the command's specification: one script a behaviour, the
// subcommand's name first. UPDATE=1 rewrites what they expect.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata",
		UpdateScripts:      os.Getenv("UPDATE") == "1",
		RequireUniqueNames: true,
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
				e.Setenv(name, "")
			}
			return os.CopyFS(filepath.Join(e.WorkDir, "other-city"), os.DirFS("../../calc/policy/testdata"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mkxlsx": makeWorkbook, "dump": dumpWorkbook, "amend": amendWorkbook, "status": wantStatus,
			"fill": fillColumn, "lock": lockWorkbook,
			"crlf": windowsText, "part": showPart,
		},
	})
}

// makeWorkbook is "mkxlsx book.xlsx book.tsv": a workbook out of text in the
// notation of sheettest.
func makeWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mkxlsx book.xlsx book.tsv")
	}
	path, text := ts.MkAbs(args[0]), ts.ReadFile(args[1])
	if !strings.HasPrefix(text, "#") {
		text = "# 摸排表\n" + text
	}
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
	ts.Check(sheettest.Build(path, text))
}

// dumpWorkbook is "dump book.xlsx [sheet…]": the text of a workbook, or of some
// of its sheets, on stdout.
func dumpWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: dump book.xlsx [sheet…]")
	}
	text, err := sheettest.Dump(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(args) > 1 {
		text = onlySheets(text, args[1:])
	}
	_, err = ts.Stdout().Write([]byte(text))
	ts.Check(err)
}

// onlySheets keeps the named sheets of a dump.
func onlySheets(text string, names []string) string {
	var kept strings.Builder
	keep := false
	for line := range strings.Lines(text) {
		if head, ok := strings.CutPrefix(line, "# "); ok {
			keep = false
			for _, n := range names {
				keep = keep || strings.TrimSpace(head) == n
			}
		}
		if keep {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// wantStatus is "status N jiangbu args…": runs the command and wants exactly
// that exit status.
func wantStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command args…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		if i := strings.LastIndex(err.Error(), "exit status "); i >= 0 {
			got = err.Error()[i+len("exit status "):]
		} else {
			ts.Fatalf("%s: %v", args[1], err)
		}
	}
	if got != args[0] {
		ts.Fatalf("%s ended with status %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// fillColumn is "fill in.xlsx out.xlsx sheet heading value [heading value…]":
// what a person does who writes the same into some columns of every line of a
// sheet.
func fillColumn(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 5 || len(args)%2 == 0 {
		ts.Fatalf("usage: fill in.xlsx out.xlsx sheet heading value…")
	}
	text, err := sheettest.Dump(ts.MkAbs(args[0]))
	ts.Check(err)
	var out strings.Builder
	f := filling{values: map[string]string{}}
	for i := 3; i < len(args); i += 2 {
		f.values[args[i]] = args[i+1]
	}
	here := false
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "# "); ok {
			here = name == args[2]
		} else if here && !strings.HasPrefix(line, "#") {
			line = f.fill(line)
		}
		out.WriteString(line + "\n")
	}
	if f.lines == 0 {
		ts.Fatalf("nothing to fill in: no %s in sheet %s", args[3], args[2])
	}
	ts.Check(sheettest.Build(ts.MkAbs(args[1]), out.String()))
}

// filling is a sheet being filled in: the places of its columns, once its
// header has been met.
type filling struct {
	values map[string]string
	at     map[int]string
	lines  int
}

// fill writes into a line below the header; lines that do not begin with a
// number are no records.
func (f *filling) fill(line string) string {
	cells := strings.Split(line, "\t")
	if f.at == nil {
		at := map[int]string{}
		for i, c := range cells {
			if v, ok := f.values[c]; ok {
				at[i] = v
			}
		}
		if len(at) == len(f.values) {
			f.at = at
		}
		return line
	}
	if strings.Trim(cells[0], "0123456789") != "" || cells[0] == "" {
		return line
	}
	f.lines++
	for i, v := range f.at {
		for len(cells) <= i {
			cells = append(cells, "")
		}
		cells[i] = v
	}
	return strings.Join(cells, "\t")
}

// windowsText is "crlf file": the file as an editor of Windows saves it.
func windowsText(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: crlf file")
	}
	text := "\ufeff" + strings.ReplaceAll(ts.ReadFile(args[0]), "\n", "\r\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// showPart is "part book.xlsx name": a part of a workbook on stdout.
func showPart(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: part book.xlsx name")
	}
	book, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	part, err := book.Open(args[1])
	ts.Check(err)
	_, err = io.Copy(ts.Stdout(), part)
	ts.Check(err)
}
