package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// lockWorkbook is "lock in.xlsx out.xlsx password": what a person does who
// saves a workbook with a password.
func lockWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: lock in.xlsx out.xlsx password")
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o755))
	ts.Check(lock(ts.MkAbs(args[0]), ts.MkAbs(args[1]), args[2]))
}

func lock(from, to, password string) error {
	f, err := excelize.OpenFile(from)
	if err != nil {
		return err
	}
	defer f.Close()
	noise := make([]byte, 6000) // the library locks workbooks of less than 4096 bytes wrong
	rand.NewChaCha8([32]byte{}).Read(noise)
	if err := f.SetDocProps(&excelize.DocProperties{Description: hex.EncodeToString(noise)}); err != nil {
		return err
	}
	return f.SaveAs(to, excelize.Options{Password: password})
}

// lockedInputs are three workbooks, the second and third locked.
func lockedInputs(t *testing.T) []sheets.Input {
	t.Helper()
	dir := t.TempDir()
	var inputs []sheets.Input
	for i, password := range []string{"", "秘密一", "秘密二"} {
		plain, path := filepath.Join(dir, "plain.xlsx"), filepath.Join(dir, string(rune('a'+i))+".xlsx")
		if err := sheettest.Build(plain, "# 摸排表\n单位名称\t金额\n甲公司\t"+string(rune('1'+i))+"\n"); err != nil {
			t.Fatal(err)
		}
		if password == "" {
			path = plain
		} else if err := lock(plain, path, password); err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, sheets.Input{Path: path, File: filepath.Base(path)})
	}
	return inputs
}

func TestAtATerminalEachLockedWorkbookIsAskedAboutOnce(t *testing.T) {
	for _, tt := range []struct {
		name    string
		given   []string // by flags
		answers string
		asked   string // file names
		codes   string // of the findings about files
	}{
		{"right answers", nil, "秘密一 秘密二", "b.xlsx c.xlsx", ""},
		{"nothing to ask", []string{"秘密二", "秘密一"}, "", "", ""},
		{"one is known", []string{"秘密一"}, "秘密二", "c.xlsx", ""},
		{"a wrong answer is the last", nil, "秘密二 ?", "b.xlsx", "file/password"},
		{"left out", nil, " 秘密二", "b.xlsx c.xlsx", "file/encrypted"},
		{"both left out", nil, " ", "b.xlsx c.xlsx", "file/encrypted file/encrypted"},
		{"left out behind a wrong flag", []string{"x"}, " ", "b.xlsx c.xlsx", "file/password file/password"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var asked []string
			answers := strings.Split(tt.answers, " ")
			var screen bytes.Buffer
			s := &console.Console{Out: &screen, Err: &screen, Passwords: tt.given}
			s.Ask = func(question string) (string, error) {
				asked = append(asked, strings.Fields(question)[2])
				return answers[len(asked)-1], nil
			}
			got, err := readSubmissions(t.Context(), s, lockedInputs(t), &calc.Policy{})
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, f := range got.findings {
				if strings.HasPrefix(string(f.Code), "file/") {
					codes = append(codes, string(f.Code))
				}
			}
			if diff := cmp.Diff(tt.asked+"; "+tt.codes, strings.Join(asked, " ")+"; "+
				strings.Join(codes, " ")); diff != "" {
				t.Error(diff)
			}
			if strings.Contains(screen.String(), "秘密") {
				t.Errorf("the console shows a password: %s", screen.String())
			}
		})
	}
}

func TestWhoStopsAtTheQuestionStopsTheRun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	s := &console.Console{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}
	s.Ask = func(string) (string, error) { stop(); return "", nil }
	if _, err := readSubmissions(ctx, s, lockedInputs(t), &calc.Policy{}); err == nil ||
		!strings.Contains(err.Error(), "stopped") {
		t.Errorf("err %v", err)
	}
}

func TestNobodyIsAskedWhereNoTerminalIs(t *testing.T) {
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	none := func(string) string { return "" }
	if console.New(t.Context(), nil, none,
		console.Streams{In: strings.NewReader(""), Out: f, Err: &bytes.Buffer{}}).Ask != nil ||
		console.New(t.Context(), nil, none, console.Streams{In: f, Out: f, Err: f}).Ask != nil {
		t.Error("a file is taken for a terminal")
	}
}
