package sheets_test

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// archive writes a zip of the named contents and gives its path.
func archive(t testing.TB, dir, name string, entries ...[2]string) string {
	t.Helper()
	p := filepath.Join(dir, name)
	f, err := os.Create(p)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, e := range entries {
		w, err := z.Create(e[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnArchiveGivesTheWorkbooksInsideIt(t *testing.T) {
	dir := t.TempDir()
	gbk := string(encoded(t, simplifiedchinese.GB18030, "东海县/摸排表.csv"))
	p := archive(t, dir, "报送.ZIP", [2]string{"b.csv", "b"}, [2]string{gbk, "单位"}, [2]string{"__MACOSX/._b.csv", "x"},
		[2]string{"~$b.xlsx", "x"}, [2]string{"说明.lnk", "x"}, [2]string{"扫描件.pdf", "%PDF-1.7"},
		[2]string{"赣榆区.zip", "PK\x03\x04"})
	inputs, findings, err := sheets.Find([]string{p})
	if err != nil {
		t.Fatal(err)
	}
	want := []sheets.Input{{Path: p, Entry: "b.csv", File: "报送.ZIP/b.csv"},
		{Path: p, Entry: "东海县/摸排表.csv", File: "报送.ZIP/东海县/摸排表.csv"}}
	want = append(want, sheets.Input{Path: p, Entry: "扫描件.pdf", File: "报送.ZIP/扫描件.pdf"},
		sheets.Input{Path: p, Entry: "赣榆区.zip", File: "报送.ZIP/赣榆区.zip"})
	if diff := cmp.Diff(want, inputs, cmpopts.IgnoreUnexported(sheets.Input{}),
		cmpopts.SortSlices(func(a, b sheets.Input) bool { return a.File < b.File })); diff != "" {
		t.Error(diff)
	}
	skipped := calc.Findings{
		calc.Found("file/skipped", calc.Ref{File: "报送.ZIP/__MACOSX/._b.csv"}, "这是隐藏文件夹中的文件"),
		calc.Found("file/skipped", calc.Ref{File: "报送.ZIP/~$b.xlsx"}, "这是 Excel 或 WPS 打开文件时留下的临时文件"),
		calc.Found("file/skipped", calc.Ref{File: "报送.ZIP/说明.lnk"}, "扩展名为 .lnk 的文件不是表格"),
	}
	if diff := cmp.Diff(skipped, findings); diff != "" {
		t.Error(diff)
	}
	book, refused, err := sheets.Open(inputs[1])
	if err != nil || len(refused) > 0 {
		t.Fatal(refused, err)
	}
	if diff := cmp.Diff([]string{"单位"}, grid(book)); diff != "" || book.Sheets[0].Name != "摸排表" {
		t.Error(diff, book.Sheets[0].Name)
	}
}

func TestAnArchiveThatGivesNothingStaysForOpenToRefuse(t *testing.T) {
	dir := t.TempDir()
	tests := []struct {
		path string
		want calc.Code
	}{
		{archive(t, dir, "a.zip", [2]string{"说明.txt", "x"}), unknown},
		{archive(t, dir, "b.zip"), unreadable},

		{archive(t, dir, "c.zip", [2]string{"../x.xlsx", "x"}), unreadable},
		{archive(t, dir, "d.zip", [2]string{"word/document.xml", "x"}), unknown},
	}
	for _, tt := range tests {
		inputs, _, err := sheets.Find([]string{tt.path})
		if err != nil || len(inputs) != 1 || inputs[0].Entry != "" {
			t.Fatalf("%s: %v %v", tt.path, inputs, err)
		}
		if _, findings, err := sheets.Open(inputs[0]); err != nil || findings.Worst() != tt.want {
			t.Errorf("%s: %v %v, want %s", tt.path, findings, err, tt.want)
		}
	}
}

func TestAnEntryThatIsGoneOrDamagedIsRefused(t *testing.T) {
	p := archive(t, t.TempDir(), "a.zip", [2]string{"b.csv", "b"})
	_, findings, err := sheets.Open(sheets.Input{Path: p, Entry: "c.csv", File: "a.zip/c.csv"})
	if err != nil || findings.Worst() != incomplete {
		t.Errorf("%v %v", findings, err)
	}
}

// FuzzZip finds and opens whatever is inside a zip: no panic, each entry read
// or refused with a finding, none called as another.
func FuzzZip(f *testing.F) {
	zip := func(entries ...[2]string) []byte {
		data, err := os.ReadFile(archive(f, f.TempDir(), "a.zip", entries...))
		if err != nil {
			f.Fatal(err)
		}
		return data
	}
	f.Add(zip([2]string{"a.csv", "单位名称\n甲\n"}, [2]string{"b/c.xls", "x"}, [2]string{"__MACOSX/._a.csv", ""}))
	f.Add(zip([2]string{"../a.csv", "a"}, [2]string{"a.zip", "PK\x03\x04"}, [2]string{"\xb1\xed.csv", "b"}))
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := filepath.Join(t.TempDir(), "a.zip")
		if err := os.WriteFile(p, data, 0o600); err != nil {
			t.Fatal(err)
		}
		inputs, _, err := sheets.Find([]string{p})
		if err != nil {
			t.Fatal(err)
		}
		called := map[string]bool{}
		for _, in := range inputs {
			book, findings, err := sheets.Open(in)
			if err != nil || (book == nil) == (len(findings) == 0) || called[in.File] {
				t.Errorf("%+v: book %v, findings %v, error %v", in, book != nil, findings, err)
			}
			called[in.File] = true
		}
	})
}

func TestAnArchiveInAnArchiveIsRefusedByName(t *testing.T) {
	dir := t.TempDir()
	inner, err := os.ReadFile(archive(t, dir, "赣榆区.zip", [2]string{"a.csv", "a"}))
	if err != nil {
		t.Fatal(err)
	}
	outer := archive(t, dir, "全市.zip", [2]string{"赣榆区.zip", string(inner)})
	inputs, _, err := sheets.Find([]string{outer})
	if err != nil || len(inputs) != 1 || inputs[0].File != "全市.zip/赣榆区.zip" {
		t.Fatal(inputs, err)
	}
	_, findings, err := sheets.Open(inputs[0])
	if err != nil || findings.Worst() != unknown || !strings.Contains(findings[0].Message(), "压缩包里的压缩包") {
		t.Errorf("%v %v", findings, err)
	}
}
