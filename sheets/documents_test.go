package sheets_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// openDocument reads bytes as a document that an authority published.
func openDocument(t *testing.T, name string, data []byte) (*sheets.Book, calc.Findings) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	book, findings, err := sheets.Open(sheets.Input{Path: path, File: name, Kinds: sheets.Documents})
	if err != nil {
		t.Fatal(err)
	}
	return book, findings
}

// textOf writes the rows of a sheet as text.
func textOf(s *sheets.Sheet) []string {
	var rows []string
	s.Rows(func(l sheets.Line) bool {
		var cells []string
		for _, c := range l.Cells {
			cells = append(cells, calc.ColumnName(c.Col)+":"+strings.ReplaceAll(c.Text, "\n", "/"))
		}
		rows = append(rows, strings.Join(cells, " "))
		return true
	})
	return rows
}

// docx is a Word document with this body.
func docx(body string) []byte {
	var b bytes.Buffer
	sheettest.WriteParts(&b, []sheettest.Part{{Name: "[Content_Types].xml", Content: "<Types/>"},
		{Name: "word/document.xml", Content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`}})
	return b.Bytes()
}

func p(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func tc(text string) string { return "<w:tc>" + p(text) + "</w:tc>" }

func TestAWordDocumentIsReadWithItsTables(t *testing.T) {
	numbered := `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:p></w:tc>`
	tests := []struct {
		name, body string
		want       []string
		merges     []sheets.Range
	}{
		{"paragraphs and a table", p("关于公布名单的通知") + "<w:p/><w:tbl><w:tblPr/><w:tr>" + tc("序号") + tc("企业名称") +
			"</w:tr><w:tr>" + tc("1") + "<w:tc>" + p("甲公司") + p("（原乙厂）") + "</w:tc></w:tr></w:tbl>",
			[]string{"A:关于公布名单的通知", "A:序号 B:企业名称", "A:1 B:甲公司/（原乙厂）"}, nil},
		{"numbers that Word counts itself", "<w:tbl><w:tr>" + numbered + tc("甲公司") + "</w:tr><w:tr>" + numbered +
			tc("乙公司") + "</w:tr></w:tbl>",
			[]string{"A:1 B:甲公司", "A:2 B:乙公司"}, nil},
		{"what was deleted is gone, what was inserted stays", "<w:tbl><w:tr>" + tc("1") +
			"<w:tc><w:p><w:del><w:r><w:delText>甲</w:delText></w:r></w:del><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p></w:tc></w:tr>" +
			"<w:tr><w:trPr><w:del/></w:trPr>" + tc("2") + tc("丙") + "</w:tr></w:tbl>", []string{"A:1 B:乙"}, nil},
		{"cells over columns and rows", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + p("甲") +
			`</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + p("乙") + `</w:tc></w:tr><w:tr>` + tc("丙") +
			tc("丁") + `<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
			[]string{"A:甲 C:乙", "A:丙 B:丁"},
			[]sheets.Range{{Top: 1, Left: 1, Bottom: 1, Right: 2}, {Top: 1, Left: 3, Bottom: 2, Right: 3}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := openDocument(t, "名单.docx", docx(tt.body))
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, textOf(book.Sheets[0])); diff != "" {
				t.Errorf("rows (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(tt.merges, book.Sheets[0].Merges); diff != "" {
				t.Errorf("merges (-want +got)\n%s", diff)
			}
		})
	}
}

func TestAPDFIsReadWithItsPages(t *testing.T) {
	book, findings := openDocument(t, "名单.pdf", sheettest.PDF("附件1\n序号\t名称\n1\t甲公司", "2\t乙公司\n— 2 —"))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	s := book.Sheets[0]
	if diff := cmp.Diff([]string{"A:附件1", "B:序号 C:名称", "B:1 C:甲公司", "B:2 C:乙公司", "A:— 2 —"}, textOf(s)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]int{1, 1, 1, 2, 2},
		[]int{s.Page(1), s.Page(2), s.Page(3), s.Page(4), s.Page(5)}); diff != "" {
		t.Errorf("pages (-want +got)\n%s", diff)
	}
}

func TestDocumentsThatCannotBeReadWhole(t *testing.T) {
	tests := []struct {
		name, file string
		data       []byte
		want       calc.Code
	}{
		{"a scanned page", "名单.pdf", sheettest.PDF("#picture"), "list/scanned"},
		{"a table without lines", "名单.pdf", sheettest.PDF("序号 名称"), "file/unreadable"},
		{"half a PDF", "名单.pdf", sheettest.PDF("序号\t名称")[:200], "file/incomplete"},
		{"a table within a table", "名单.docx", docx("<w:tbl><w:tr><w:tc><w:tbl/></w:tc></w:tr></w:tbl>"),
			"file/unsupported"},
		{"a document cut off", "名单.docx", docx("<w:tbl>"), "file/unreadable"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := openDocument(t, tt.file, tt.data)
			if book != nil || findings.Worst() != tt.want {
				t.Errorf("got %v, want %s", findings, tt.want)
			}
		})
	}
}

// A district must send a spreadsheet: the same files are no submission.
func TestDocumentsAreNoSubmissions(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{"a.pdf": sheettest.PDF("序号\t名称"), "b.docx": docx(p("甲"))} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if book, findings, _ := sheets.Open(sheets.Input{Path: path, File: name}); book != nil ||
			findings.Worst() != "file/unsupported" {
			t.Errorf("%s as a submission: %v", name, findings)
		}
	}
}
