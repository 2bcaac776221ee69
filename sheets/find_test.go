package sheets_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// tree makes files with their own name as content under a new folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, n := range names {
		p := filepath.Join(root, filepath.FromSlash(n))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(n), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFoldersAreWalkedAndWhatIsNoSubmissionIsSaid(t *testing.T) {
	root := tree(t, "b/东海县.xlsx", "a.XLS", "b/c/d.csv", "~$a.xls", "b/.~lock.x.ods#", ".DS_Store", ".git/x.xlsx",
		"说明.docx", "README", "z.rar", "空.txt.download")
	if err := os.Truncate(filepath.Join(root, "空.txt.download"), 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "a.XLS"), filepath.Join(root, "link.xls")); err != nil {
		t.Skip(err)
	}
	inputs, findings, err := sheets.Find([]string{root})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, in := range inputs {
		names = append(names, in.File)
		if rel, _ := filepath.Rel(root, in.Path); filepath.ToSlash(rel) != in.File {
			t.Errorf("%s lies at %s", in.File, in.Path)
		}
	}
	if diff := cmp.Diff([]string{"a.XLS", "b/c/d.csv", "b/东海县.xlsx", "z.rar", "说明.docx"}, names); diff != "" {
		t.Error(diff)
	}
	want := calc.Findings{
		calc.Found("file/skipped", calc.Ref{File: ".DS_Store"}, "这是隐藏文件"),
		calc.Found("file/skipped", calc.Ref{File: ".git"}, "这是隐藏文件夹"),
		calc.Found("file/skipped", calc.Ref{File: "README"}, "这是文本文件，里面没有表格"),
		calc.Found("file/skipped", calc.Ref{File: "b/.~lock.x.ods#"}, "这是 Excel 或 WPS 打开文件时留下的临时文件"),
		calc.Found("file/skipped", calc.Ref{File: "link.xls"}, "这是指向别处的链接"),
		calc.Found("file/skipped", calc.Ref{File: "~$a.xls"}, "这是 Excel 或 WPS 打开文件时留下的临时文件"),
		calc.Found("file/skipped", calc.Ref{File: "空.txt.download"}, "这是空文件"),
	}
	if diff := cmp.Diff(want, findings); diff != "" {
		t.Error(diff)
	}
}

func TestEveryInputHasANameOfItsOwn(t *testing.T) {
	root := tree(t, "东海/a.xlsx", "灌云/a.xlsx", "x/y/a.xlsx", "z/y/a.xlsx", "z/y/b.log")
	at := func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) }
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"two files of one name take their folders", []string{at("东海/a.xlsx"), at("灌云/a.xlsx")},
			[]string{"东海/a.xlsx", "灌云/a.xlsx"}},
		{"two folders with one file name each", []string{at("灌云"), at("东海")}, []string{"东海/a.xlsx", "灌云/a.xlsx"}},
		{"folders of one name count", []string{at("x/y"), at("z/y")}, []string{"y/a(2).xlsx", "y/a.xlsx"}},
		{"the same file twice is one input", []string{at("x/y/a.xlsx"), at("x"), at("x/y/../y/a.xlsx")},
			[]string{"a.xlsx"}},
		{"a file named itself is opened whatever it is called", []string{at("z/y/b.log")}, []string{"b.log"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inputs, _, err := sheets.Find(tt.args)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, in := range inputs {
				got = append(got, in.File)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWrongArgumentsAreNamed(t *testing.T) {
	root := tree(t, "empty/说明.txt")
	link := filepath.Join(root, "link")
	if err := os.Symlink(filepath.Join(root, "empty"), link); err != nil {
		t.Skip(err)
	}
	tests := []struct {
		arg  string
		want error
	}{
		{filepath.Join(root, "none.xlsx"), sheets.ErrMissing},
		{filepath.Join(root, "empty"), sheets.ErrNoSpreadsheet},
		{link, sheets.ErrNotRegular},
	}
	for _, tt := range tests {
		_, _, err := sheets.Find([]string{tt.arg})
		var pe *fs.PathError
		if !errors.Is(err, tt.want) || !errors.As(err, &pe) || pe.Path != tt.arg {
			t.Errorf("Find(%s) = %v, want %v with the path", tt.arg, err, tt.want)
		}
	}
}

func TestAFileIsKnownByItsBytes(t *testing.T) {
	workbook := string(sample(t))
	table := "单位名称\t级别\t金额\n甲公司\t省级\t20\n"
	for _, tt := range []struct {
		name, content string
		why           string // "" for an input
	}{
		{"海州区.xlsx.1", workbook, ""},
		{"海州区", workbook, ""},
		{"海州区.download", workbook, ""},
		{"海州区.txt", table, ""},
		{"海州区.dat", string(encoded(t, simplifiedchinese.GB18030, table)), ""},
		{"海州区.htm", "<html><body><table><tr><td>单位</td></tr></table></body></html>", ""},
		{"扫描件", "%PDF-1.7", ""},
		{"扫描件.tmp", "\xFF\xD8\xFF\xE0", ""},
		{"说明.txt", "各县区：\n请于月底前报送，谢谢。\n联系人：张三\n", "这是文本文件，里面没有表格"},
		{"一行.txt", "单位名称\t级别\t金额\n", "这是文本文件，里面没有表格"},
		{"主页.htm", "<html><body><p>正文</p></body></html>", "这是文本文件，里面没有表格"},
		{"奖补报告.json", "{\n\"a\": [1,2,3],\n\"b\": [1,2,3],\n}", "扩展名为 .json 的文件不是表格"},
		{"程序.dll", "MZ\x90\x00\x03", "这不是表格文件"},
		{"Thumbs.db", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "这是系统文件"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, content := range map[string]string{tt.name: tt.content, "a.csv": "甲"} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			inputs, findings, err := sheets.Find([]string{dir})
			if err != nil {
				t.Fatal(err)
			}
			var want calc.Findings
			if tt.why != "" {
				want.Add("file/skipped", calc.Ref{File: tt.name}, tt.why)
			}
			if diff := cmp.Diff(want, findings); diff != "" || (len(inputs) == 2) != (tt.why == "") {
				t.Errorf("%d inputs %s", len(inputs), diff)
			}
		})
	}
}
