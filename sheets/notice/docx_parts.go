package notice

import (
	"io/fs"
	"strings"

	"jiangbu/templates"
)

// part is one file of a docx.
type part struct{ name, text string }

const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	docxSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// docxParts are the files of the document: those that are the same in each, the
// list of contents first (ECMA-376 part 2), then its title and its text.
func docxParts(title string, number Number, body string) ([]part, error) {
	const root = "notice/docx"
	var parts []part
	err := fs.WalkDir(templates.Notice, root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := templates.Notice.ReadFile(path)
		parts = append(parts, part{strings.TrimPrefix(path, root+"/"), string(text)})
		return err
	})
	return append(parts, part{"docProps/core.xml", xmlHead + docxCore(title, number)},
		part{"word/document.xml", xmlHead + body}), err
}

func docxCore(title string, number Number) string {
	identifier := ""
	if number != "" {
		identifier = "<dc:identifier>" + string(number) + "</dc:identifier>"
	}
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>jiangbu</dc:creator>` + identifier +
		`<dc:language>zh-CN</dc:language><dc:title>` +
		escaped(title) + `</dc:title></cp:coreProperties>`
}
