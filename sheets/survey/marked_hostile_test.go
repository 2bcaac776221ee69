package survey

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"

	"github.com/xuri/excelize/v2"
)

// dressed is a workbook with one part put into other words.
func dressed(t *testing.T, data []byte, part string, change func(string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		text, err := partOf(f)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			text = []byte(change(string(text)))
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// prefixed gives the main namespace of a part a prefix, as some programs write
// it: <x:styleSheet xmlns:x="…">.
func prefixed(text string) string {
	text = regexp.MustCompile(`<(/?)([a-zA-Z])`).ReplaceAllString(text, "<${1}x:$2")
	return strings.Replace(text, "xmlns=", "xmlns:x=", 1)
}

func TestACopyOfAnyDressIsWellFormedInEveryPart(t *testing.T) {
	p := policies(t)["lyg-2024"]
	plain := built(t, faulty)
	for _, c := range []struct {
		name, part string
		change     func(string) string
	}{
		{"twin: as it came", "", nil},
		{"styles with a prefix", "xl/styles.xml", prefixed},
		{"styles with a prefix, and more behind them", "xl/styles.xml", func(text string) string {
			return prefixed(strings.Replace(text, "</styleSheet>",
				`<extLst><ext uri="u"><y xmlns="v"/></ext></extLst></styleSheet>`, 1))
		}},
		{"the workbook with a prefix", "xl/workbook.xml", prefixed},
		{"a sheet with a prefix", "xl/worksheets/sheet1.xml", prefixed},
		{"texts with a prefix", "xl/sharedStrings.xml", prefixed},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := plain
			if c.part != "" {
				if data = dressed(t, plain, c.part, c.change); bytes.Equal(data, plain) {
					t.Fatal("nothing is changed")
				}
			}
			if b, _ := sheets.OpenBytes("b.xlsx", data); b == nil {
				t.Skip("it is no workbook to begin with")
			}
			checkParts(t, marked(t, p, data))
		})
	}
}

func TestACommentDrawnUnderAnotherPrefixIsWellFormedInTheCopy(t *testing.T) {
	f := openForm(t, built(t, faulty))
	comment := excelize.Comment{Cell: "B3", Author: "甲", Text: "县里的批注"}
	if err := f.AddComment("摸排表", comment); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	data := dressed(t, b.Bytes(), "xl/drawings/vmlDrawing1.vml",
		strings.NewReplacer("<v:", "<ns0:", "</v:", "</ns0:", " v:", " ns0:",
			"xmlns:v=", "xmlns:ns0=").Replace)
	checkParts(t, marked(t, policies(t)["lyg-2024"], data))
}

// checkParts holds every part of a copy to being well-formed.
func checkParts(t *testing.T, m Marked) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(m.Data), int64(len(m.Data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		text, err := partOf(f)
		if err == nil && isMarkup(f.Name) {
			err = wellFormed(text)
		}
		if err != nil {
			t.Errorf("%s (rebuilt %t): %v", f.Name, m.Rebuilt, err)
		}
	}
}

// FuzzMark makes marked copies of whatever bytes are a workbook at all: a copy
// that is given out can be read.
func FuzzMark(f *testing.F) {
	path := filepath.Join(f.TempDir(), "b.xlsx")
	if err := sheettest.Build(path, faulty); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("单位名称,统一社会信用代码\n甲,1\n"))
	f.Add([]byte("<table><tr><td>单位名称</td></tr></table>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, _ := sheets.OpenBytes("b.xlsx", data)
		if b == nil || len(b.Sheets) == 0 || len(data) > 1<<18 {
			return
		}
		at := calc.Ref{File: "b.xlsx", Sheet: b.Sheets[0].Name, Row: 2, Col: 2}
		m, err := Mark(b, data, calc.Findings{calc.Found("cell/item", at, "x")})
		if err != nil {
			return // the caller says so
		}
		if again, _ := sheets.OpenBytes("b.xlsx", m.Data); again == nil {
			t.Error("the copy cannot be read")
		}
	})
}
