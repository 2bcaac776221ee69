package notice

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"jiangbu/calc"
)

// WriteDOCX writes the notice as a document in the official layout (GB/T
// 9704-2012): A4, margins 37, 35, 28 and 26 mm, title in 2号 小标宋, text in
// 3号 仿宋 on lines of 29 points, page numbers in 4号 宋体 between dashes,
// right on odd pages and left on even ones. The table repeats its heading, no
// row is torn, and a sum stays with the row above it. The same notice gives
// the same bytes.
func WriteDOCX(w io.Writer, n Notice) error {
	return writeDOCX(w, n.Title, n.Number, n.text(), n.annexes())
}

// Paper is a document of annexes alone, each a table on paper that lies across.
type Paper struct {
	Title   string // as the file's properties have it
	Annexes []Annex
}

// WritePaperDOCX writes a paper in the layout of a notice's annex. The same
// paper gives the same bytes.
func WritePaperDOCX(w io.Writer, p Paper) error {
	return writeDOCX(w, p.Title, "", &document{}, p.Annexes)
}

// writeDOCX writes a document of a title, a number, "" for none, what begins
// word/document.xml and its annexes.
func writeDOCX(w io.Writer, title string, number Number, d *document, annexes []Annex) (err error) {
	defer about("docx", &err)
	d.annexes(annexes)
	parts, err := docxParts(title, number, `<w:document `+docxSpaces+`><w:body>`+d.String()+`</w:body></w:document>`)
	if err != nil {
		return err
	}
	zw := zip.NewWriter(w)
	for _, part := range parts {
		// The earliest time that a zip can state: no clock is asked.
		f, err := zw.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate,
			Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return err
		}
	}
	return zw.Close()
}

// Lengths in twentieths of a point.
const (
	paperShort   = 11906 // 210 mm
	paperLong    = 16838 // 297 mm
	marginTop    = 2098  // 37 mm
	marginBottom = 1984  // 35 mm
	marginLeft   = 1588  // 28 mm
	marginRight  = 1474  // 26 mm
	footDistance = 1304  // the number stands 7 mm below the text
	marginAnnex  = 850   // 15 mm: the annex has room for lines
	marginFoot   = 737   // 13 mm below it
	footAnnex    = 340
	point        = 20
	border       = 0.6 // of a row, in points
)

// document is word/document.xml being written.
type document struct{ strings.Builder }

// paragraph writes one paragraph in a style, its lines broken where they are.
func (d *document) paragraph(style string, lines ...string) {
	d.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	d.run(lines...)
	d.WriteString("</w:p>")
}

// run writes text; the hint keeps quotation marks in the Chinese face.
func (d *document) run(lines ...string) {
	for i, text := range lines {
		if text == "" {
			continue
		}
		d.WriteString(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>`)
		if i > 0 {
			d.WriteString(`<w:br/>`)
		}
		d.WriteString(`<w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r>`)
	}
}

func escaped(s string) string {
	var b strings.Builder
	// A strings.Builder does not fail.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// text is the notice before its annexes.
func (n *Notice) text() *document {
	var d document
	d.paragraph("Title", linesOf(n.Title, 38)...)
	d.paragraph("Notice", "")
	for _, p := range n.Body {
		d.paragraph("Notice", p)
	}
	d.paragraph("Notice", "")
	d.paragraph("Notice", "")
	for _, s := range calc.Filled(n.Unit, n.Date) {
		d.paragraph("Sign", s)
	}
	d.endSection(false)
	return &d
}

// endSection ends a part of the document. Its mark needs a paragraph; this one takes
// no room.
func (d *document) endSection(landscape bool) {
	d.WriteString(`<w:p><w:pPr><w:pStyle w:val="End"/>` + section(landscape) + `</w:pPr></w:p>`)
}

// annexes are tables, each in a section of its own.
func (d *document) annexes(all []Annex) {
	for i := range all {
		a := &all[i]
		if i > 0 {
			d.endSection(true)
		}
		d.paragraph("Annex", a.Label)
		d.paragraph("TableTitle", linesOf(a.Table.Title, 88)...)
		if a.Note != "" {
			for line := range strings.SplitSeq(a.Note, "\n") {
				d.paragraph("Cell", line)
			}
		}
		d.table(&a.Table)
	}
	d.WriteString(`<w:p><w:pPr><w:pStyle w:val="End"/></w:pPr></w:p>` + section(true))
}

// section is the paper of a part of the document; the annex lies across.
func section(landscape bool) string {
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, paperShort, paperLong)
	margins := [4]int{marginTop, marginRight, marginBottom, marginLeft}
	foot := footDistance
	if landscape {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, paperLong, paperShort)
		margins = [4]int{marginAnnex, marginAnnex, marginFoot, marginAnnex}
		foot = footAnnex
	}
	return `<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>` +
		`<w:type w:val="nextPage"/>` + size +
		fmt.Sprintf(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" `+
			`w:gutter="0"/>`,
			margins[0], margins[1], margins[2], margins[3], foot) +
		`</w:sectPr>`
}

// wide is what a column takes of the paper: the half characters of its text and
// one and a half for its margins.
func (c *Column) wide() int { return 2*c.Weight + 3 }

// widths shares the width of the text among the columns, without a rest.
func (t *Table) widths(room int) []int {
	all, used := 0, 0
	for i := range t.Columns {
		all += t.Columns[i].wide()
	}
	widths := make([]int, len(t.Columns))
	for i := range t.Columns {
		widths[i] = room * t.Columns[i].wide() / all
		used += widths[i]
	}
	widths[len(widths)-1] += room - used
	return widths
}

func (d *document) table(t *Table) {
	const room = paperLong - 2*marginAnnex
	widths := t.widths(room)
	d.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="` + strconv.Itoa(room) +
		`" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		d.WriteString(`<w:gridCol w:w="` + strconv.Itoa(w) + `"/>`)
	}
	d.WriteString(`</w:tblGrid>`)
	d.heading(t, widths)
	needs := t.needs(paperStretch)
	for _, p := range t.pages(needs) {
		for i := p.first; i < p.first+p.rows; i++ {
			c := cell{keep: i+1 < len(t.Rows) && t.Rows[i+1].Kind != AwardRow, newPage: i == p.first && i > 0}
			d.row(t, &t.Rows[i], widths, max(needs[i], p.tall)+border, c)
		}
	}
	d.WriteString(`</w:tbl>`)
}

// heading is the first row, repeated on every page.
func (d *document) heading(t *Table, widths []int) {
	d.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		d.cell(cell{lines: linesOf(c.Name, c.Weight), style: "CellHead", align: "center", width: widths[i], span: 1,
			keep: true})
	}
	d.WriteString(`</w:tr>`)
}

// row writes one row of a height in points; like says which cells stay on the
// page of the next row and which begin one.
func (d *document) row(t *Table, r *Row, widths []int, tall float64, like cell) {
	d.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="` + strconv.Itoa(int(tall*point)) + `"/></w:trPr>`)
	for i, text := range r.Cells {
		c := like
		c.lines, c.style, c.align, c.width, c.span = []string{text}, "Cell", string(t.Columns[i].Align), widths[i], 1
		c.newPage = like.newPage && i == 0
		if r.Kind != AwardRow {
			c.style = "CellSum"
			if i > 0 && i < t.amountColumn() {
				continue
			}
		}
		if r.Kind != AwardRow && i == 0 {
			c.align, c.span, c.width = "left", t.amountColumn(), 0
			for _, w := range widths[:c.span] {
				c.width += w
			}
		}
		d.cell(c)
	}
	d.WriteString(`</w:tr>`)
}

// cell is one cell of the document's table.
type cell struct {
	lines        []string
	style, align string
	width, span  int
	keep         bool // on the page of the next row
	newPage      bool
}

func (d *document) cell(c cell) {
	d.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(c.width) + `" w:type="dxa"/>`)
	if c.span > 1 {
		d.WriteString(`<w:gridSpan w:val="` + strconv.Itoa(c.span) + `"/>`)
	}
	d.WriteString(`<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="` + c.style + `"/>`)
	if c.keep {
		d.WriteString(`<w:keepNext/>`)
	}
	if c.newPage {
		d.WriteString(`<w:pageBreakBefore/>`)
	}
	d.WriteString(`<w:jc w:val="` + c.align + `"/></w:pPr>`)
	d.run(c.lines...)
	d.WriteString(`</w:p></w:tc>`)
}
