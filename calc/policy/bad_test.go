package policy

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// articles are in an English message and in no Chinese one.
var articles = regexp.MustCompile(`\b(?:an?|the|is|it|of)\b`)

func TestABadPolicyIsRefusedWithFileAndLine(t *testing.T) {
	file := filepath.Join("testdata", "bad.txtar")
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		edits, want := archive.Files[i], &archive.Files[i+1]
		t.Run(strings.TrimSuffix(edits.Name, ".edit"), func(t *testing.T) {
			_, err := Load("bad.yaml", []byte(edit(t, string(sound), string(edits.Data))))
			if err == nil {
				t.Fatal("the policy was accepted")
			}
			var faults Faults
			if !errors.As(err, &faults) {
				t.Fatalf("%v is no list of faults", err)
			}
			got := faults.Error() + "\n" + faults.Chinese() + "\n"
			if os.Getenv("UPDATE") == "1" {
				want.Data = []byte(got)
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("messages (-want +got):\n%s", diff)
			}
			if w := articles.FindString(faults.Chinese()); w != "" {
				t.Errorf("the Chinese messages hold the English word %q", w)
			}
			for _, line := range strings.Split(err.Error(), "\n") {
				if !strings.HasPrefix(line, "bad.yaml:") {
					t.Errorf("%q does not name file and line", line)
				}
			}
		})
	}
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// edit puts the "+" lines in the place of the "-" lines, block by block.
func edit(t *testing.T, text, edits string) string {
	t.Helper()
	for _, block := range strings.Split(strings.TrimSuffix(edits, "\n"), "\n\n") {
		var old, with string
		for _, line := range strings.Split(block, "\n") {
			if rest, ok := strings.CutPrefix(line, "-"); ok {
				old += rest + "\n"
			} else {
				with += strings.TrimPrefix(line, "+") + "\n"
			}
		}
		if strings.Count(text, old) != 1 {
			// not a whole line: the words inside one
			old, with = strings.TrimSuffix(old, "\n"), strings.TrimSuffix(with, "\n")
		}
		if n := strings.Count(text, old); n != 1 {
			t.Fatalf("%q stands %d times in the sound policy", old, n)
		}
		text = strings.Replace(text, old, with, 1)
	}
	return text
}

func TestAFileThatIsNoPolicyIsRefused(t *testing.T) {
	deep := strings.Repeat("[", 20000)
	for name, data := range map[string]string{
		"an empty file":           "",
		"comments only":           "# nothing\n",
		"a list":                  "- id\n",
		"a single value":          "policy\n",
		"bytes that are no UTF-8": "id: \xff\xfe\xfa\n",
		"a workbook":              "PK\x03\x04\x14\x00\x06\x00",
		"deep nesting":            deep,
		"too large":               strings.Repeat("# filler\n", maxSize/8),
	} {
		p, err := Load("no.yaml", []byte(data))
		if err == nil || p != nil {
			t.Errorf("%s: accepted", name)
			continue
		}
		if !strings.HasPrefix(err.Error(), "no.yaml:") {
			t.Errorf("%s: %v does not name file and line", name, err)
		}
	}
}

func TestAFileSavedInGB18030IsToldToBeSavedAsUTF8(t *testing.T) {
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes(sound)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Load("gb.yaml", data)
	var faults Faults
	if !errors.As(err, &faults) {
		t.Fatalf("got %v", err)
	}
	if diff := cmp.Diff("gb.yaml:1: 文件的编码是 GB18030；请在记事本或 WPS 中“另存为”，编码选 UTF-8", faults.Chinese()); diff != "" {
		t.Errorf("message (-want +got):\n%s", diff)
	}
}

func TestEveryFaultIsToldInBothLanguages(t *testing.T) {
	told := map[string]bool{notMoney: true}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(syntax, func(n ast.Node) bool {
			if format, ok := formatOf(n); ok {
				told[format] = true
			}
			return true
		})
	}
	holes := regexp.MustCompile(`%(?:\[\d\])?[sdv]`)
	for f := range told {
		if zh, ok := inChinese[f]; !ok || len(holes.FindAllString(f, -1)) != len(holes.FindAllString(zh, -1)) {
			t.Errorf("the Chinese of %q is %q: none, or with other holes", f, zh)
		}
	}
	for f := range inChinese {
		if !told[f] {
			t.Errorf("nothing says %q", f)
		}
	}
}

// formatOf is the format of a call that tells a fault.
func formatOf(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"fault", "stop", "fail"}, f.Sel.Name) {
		return "", false
	}
	for _, arg := range call.Args[1:] {
		if text, ok := textOf(arg); ok {
			return text, true
		}
	}
	return "", false
}

// textOf is a text that stands in the source, in one piece or joined by +.
func textOf(x ast.Expr) (string, bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(x.Value)
		return text, err == nil && x.Kind == token.STRING
	case *ast.BinaryExpr:
		left, first := textOf(x.X)
		right, second := textOf(x.Y)
		return left + right, first && second
	}
	return "", false
}

func FuzzLoad(f *testing.F) {
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sound)
	f.Add([]byte("a: &a [*a]\n"))
	f.Add([]byte("id: x\nlevels: [{name: 省级, rank: 1}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Load("f.yaml", data)
		if (p == nil) == (err == nil) {
			t.Errorf("a policy and an error, or neither: %v", err)
		}
	})
}

// FuzzCases loads cases and runs them: whatever a file says, each case that is
// taken is run, and a case that fails says how.
func FuzzCases(f *testing.F) {
	sound, err := os.ReadFile(filepath.Join("testdata", "wangchuan-2031.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	p, err := Load("wangchuan-2031.yaml", sound)
	if err != nil {
		f.Fatal(err)
	}
	f.Add("cases:\n  - name: 一\n    records: [{company: 甲, item: x, level: 省级, expect: 20万元}]\n")
	f.Add("cases:\n  - name: 二\n    records:\n      - {company: 甲, text: 绿色工厂, expect: held cell/item}\n      - {company: 甲, by: 1, expect: superseded}\n")
	f.Add("cases: [{name: 三, year: 1e9, records: [{by: -1}]}]\n")
	f.Add("cases: &a [*a]\n")
	f.Fuzz(func(t *testing.T, text string) {
		cases, err := LoadCases("f.yaml", []byte(text))
		if err != nil {
			return
		}
		for _, failure := range RunCases(p, cases) {
			if fmt.Sprint(failure) == "" {
				t.Error("a case fails without a word")
			}
		}
	})
}
