package main

import (
	"os"
	"path/filepath"
	"testing"

	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

func TestALetterAmongTheLedgersIsOneWithoutATable(t *testing.T) {
	paragraph := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	cell := func(text string) string { return "<w:tc>" + paragraph(text) + "</w:tc>" }
	for _, c := range []struct {
		name, file, body string
		want             bool
	}{
		{"paragraphs alone", "来函.docx", paragraph("请予核对。") + paragraph("某市财政局"), true},
		{"a table", "来函.docx", paragraph("请予核对。") + "<w:tbl><w:tr>" + cell("甲公司") + cell("10000") + "</w:tr></w:tbl>", false},
		{"a workbook by its name", "来函.xlsx", paragraph("请予核对。"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.file)
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			err = sheettest.WriteParts(f, []sheettest.Part{{Name: "word/document.xml",
				Content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + c.body +
					`</w:body></w:document>`}})
			if err != nil || f.Close() != nil {
				t.Fatal(err)
			}
			if got := isLetter(sheets.Input{Path: path, File: c.file}); got != c.want {
				t.Errorf("%t", got)
			}
		})
	}
}
