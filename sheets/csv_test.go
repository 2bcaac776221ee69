package sheets_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jiangbu/sheets"
)

// grid is the texts of the first sheet by row, columns divided by |.
func grid(book *sheets.Book) []string {
	var got []string
	for _, l := range linesOf(book.Sheets[0]) {
		for len(got) < l.Number {
			got = append(got, "")
		}
		var cols []string
		for _, c := range l.Cells {
			for len(cols) < c.Col {
				cols = append(cols, "")
			}
			cols[c.Col-1] = c.Text
		}
		got[l.Number-1] = strings.Join(cols, "|")
	}
	return got
}

func encoded(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(b)
}

func TestTextFilesInEveryFormThatExcelAndWPSWrite(t *testing.T) {
	const text = "单位名称,金额\r\n连云港䶮公司,1.50\r\n"
	want := []string{"单位名称|金额", "连云港䶮公司|1.50"}
	tests := map[string][]byte{
		"UTF-8":             []byte(text),
		"UTF-8 with a mark": []byte("\uFEFF" + text),
		"GB18030":           encoded(t, simplifiedchinese.GB18030, text),
		"UTF-16LE":          encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text),
		"UTF-16BE":          encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text),
		"semicolons":        []byte(strings.ReplaceAll(text, ",", ";")),
		"tabs":              []byte(strings.ReplaceAll(text, ",", "\t")),
		"bare line feeds":   []byte(strings.ReplaceAll(text, "\r", "")),
		"bare returns":      []byte(strings.ReplaceAll(text, "\n", "")),
		"no last line end":  []byte(strings.TrimSpace(text)),
		"all quoted":        []byte("\"单位名称\",\"金额\"\n\"连云港䶮公司\",\"1.50\""),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, grid(opened(t, data))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFieldsAreReadAsExcelReadsThem(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"quotes, commas and line breaks inside quotes", "a,\"b,\"\"c\"\"\nd\",e\nf", []string{"a|b,\"c\"\nd|e", "f"}},
		{"a quote inside a field is a character", "5\" pipe,b", []string{`5" pipe|b`}},
		{"text behind a closing quote belongs to the field", `"a"b,c`, []string{"ab|c"}},
		{"empty records count as rows", "a\n\nb\n", []string{"a", "", "b"}},
		{"the line that names the separator is no row", "sep=;\na;b,c\n", []string{"a|b,c"}},
		{"digits guarded as a formula", `="0012",1`, []string{"0012|1"}},
		{"the separator that divides evenly wins", "a;b\n1,5;2,5\n3,5;4,5\n", []string{"a|b", "1,5|2,5", "3,5|4,5"}},
		{"one column", "单位\n甲\n", []string{"单位", "甲"}},
		{"a trailing separator", "a,b,\n", []string{"a|b"}},
		{"formula starters stay text", "=1+1,+5,-5,@x", []string{"=1+1|+5|-5|@x"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, grid(opened(t, []byte(tt.text)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheSheetOfATextFileIsCalledAsTheFile(t *testing.T) {
	book := opened(t, []byte("a"))
	if book.Sheets[0].Name != "a" { // the tests call every file a.xlsx
		t.Errorf("%q", book.Sheets[0].Name)
	}
}

func TestTextFilesThatDoNotHoldAreRefused(t *testing.T) {
	tests := []hostile{
		{"a quote that is never closed", plain("a,b\nc,\"d\ne,f\n"), unreadable, "引号", "2"},
		{"UTF-8 with a mark and a bad byte", plain("\uFEFF单位\xff"), unreadable, "UTF-8", ""},
		{"UTF-8 with one bad byte", plain("单位名称,统一社会信用代码\n甲\xff公司"), unreadable, "第 42 字节", ""},
		{"GB18030 with a bad byte", plain("\xb5\xa5\xce\xbb\xff\xff"), unreadable, "GB18030", ""},
		{"UTF-16 with half a pair", plain("\xff\xfe\x00\xd8a\x00"), unreadable, "UTF-16", ""},
		{"a text of 32768 characters", plain("a\nb," + strings.Repeat("x", 32768)), tooLarge, "32767", "B2"},
		{"16385 columns", plain(strings.Repeat(",", 16384)), tooLarge, "16384", "1"},
		{"a million rows and more", plain(strings.Repeat("\n", 1_048_577)), tooLarge, "1048576", "1048577"},
		{"control characters", plain("a\x00b"), unknown, "不是表格", ""},
	}
	checkHostile(t, tests)
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("a,b\n\"c\"\"d\",e\r\n"))
	f.Add([]byte("sep=;\n=\"1\";2"))
	f.Add([]byte("\xff\xfea\x00,\x00"))
	f.Add([]byte("\xb5\xa5\xce\xbb\t1"))
	f.Fuzz(func(t *testing.T, data []byte) { refusedOrRead(t, data) })
}

func TestTextsWithoutEndAreRefusedWhereTheyAreBeyondASheet(t *testing.T) {
	for _, tt := range []struct {
		name, text, says string
	}{
		{"commas", strings.Repeat(",", 3<<20), "超过 16384 列"},
		{"quotes", strings.Repeat(`"`, 3<<20), "一格超过 32767 字"},
		{"quotes in a quote", `"` + strings.Repeat(`""`, 1<<20), "一格超过 32767 字"},
		{"line feeds", strings.Repeat("\n", 3<<20), "超过 1048576 行"},
		{"more than is held", strings.Repeat("a,b,c\n", 64<<20/6+1), "文本文件有 64 MB"},
	} {
		_, findings := sheets.OpenBytes("a.csv", []byte(tt.text))
		if findings.Worst() != tooLarge || !strings.Contains(findings[0].Message(), tt.says) {
			t.Errorf("%s: %v", tt.name, findings)
		}
	}
	fits := strings.Repeat(",", 16383) + "\n\"" + strings.Repeat("甲", 32767) + "\"\n"
	if book, findings := sheets.OpenBytes("a.csv", []byte(fits)); book == nil {
		t.Errorf("what fits: %v", findings)
	}
}
