package notice

import (
	"io"
	"strings"
)

// Paper is a document of annexes alone, each a table on paper that lies across.
type Paper struct {
	Title   string // as the file's properties have it
	Annexes []Annex
}

// Annex is one table of a paper.
type Annex struct {
	Label string // 附件1
	Note  string // the line under the table's title
	Table Table
}

// WritePaperDOCX writes a paper in the layout of a notice's annex. The same
// paper gives the same bytes.
func WritePaperDOCX(w io.Writer, p Paper) error { return writeDOCX(w, p.Title, "", paperBody(p)) }

// paperBody is the document: each annex in a section of its own.
func paperBody(p Paper) string {
	var d document
	d.WriteString(`<w:document ` + docxSpaces + `><w:body>`)
	for i := range p.Annexes {
		a := &p.Annexes[i]
		d.paragraph("Annex", a.Label)
		d.paragraph("TableTitle", a.Table.Title)
		for _, line := range strings.Split(a.Note, "\n") {
			d.paragraph("Cell", line)
		}
		d.table(&a.Table)
		if i+1 < len(p.Annexes) {
			d.WriteString(`<w:p><w:pPr><w:pStyle w:val="End"/>` + section(true) + `</w:pPr></w:p>`)
		}
	}
	d.WriteString(`<w:p><w:pPr><w:pStyle w:val="End"/></w:pPr></w:p>` + section(true) + `</w:body></w:document>`)
	return d.String()
}
