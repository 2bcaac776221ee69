package sheettest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// PDF makes a document of ruled tables. A page is text: a line with tabs is a
// row of the table, in which \n wraps a cell; any other line stands outside of
// it. A line "#picture" puts a picture on the page.
func PDF(pages ...string) []byte {
	contents := make([]string, len(pages))
	for i, p := range pages {
		contents[i] = pageContent(p)
	}
	return PDFContent(contents...)
}

// The measures of a page, in points.
const (
	pdfLeft, pdfTop, pdfWide, pdfHigh, pdfSize = 50, 780, 160, 40, 12
)

// pageContent draws a page from the top down.
func pageContent(page string) string {
	var b strings.Builder
	y := pdfTop
	for line := range strings.Lines(strings.TrimSpace(page)) {
		line = strings.TrimRight(line, "\n")
		switch cells := strings.Split(line, "\t"); {
		case line == "#picture":
			b.WriteString("/I1 Do\n")
		case len(cells) == 1:
			fmt.Fprintf(&b, "BT /F1 %d Tf %d %d Td %s Tj ET\n", pdfSize, pdfLeft, y-20, pdfText(line))
		default:
			drawRow(&b, y, cells)
		}
		y -= pdfHigh
	}
	return b.String()
}

// drawRow draws the cells of a row below y, with bars around each.
func drawRow(b *strings.Builder, y int, cells []string) {
	for i, c := range cells {
		x := pdfLeft + i*pdfWide
		fmt.Fprintf(b, "%d %d %d 0.5 re f %d %d %d 0.5 re f\n", x, y, pdfWide, x, y-pdfHigh, pdfWide)
		fmt.Fprintf(b, "%d %d 0.5 %d re f %d %d 0.5 %d re f\n", x, y-pdfHigh, pdfHigh, x+pdfWide, y-pdfHigh, pdfHigh)
		for k, part := range strings.Split(c, `\n`) {
			fmt.Fprintf(b, "BT /F1 %d Tf %d %d Td %s Tj ET\n", pdfSize, x+5, y-16-k*16, pdfText(part))
		}
	}
}

// pdfText is a text as UCS-2 in hexadecimal digits.
func pdfText(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return "<" + b.String() + ">"
}

// PDFContent makes a document whose pages show these operators. The font F1
// takes UCS-2, I1 is a picture, X1 a drawing that shows the characters 图形 and X2
// one that shows itself.
func PDFContent(contents ...string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/DW 1000/W[32[500]48 57 500]>>]>>",
		pdfStream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x"),
		pdfStream("/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Matrix[1 0 0 1 10 20]/Resources<</Font<</F1 3 0 R>>>>",
			"BT /F1 10 Tf 0 0 Td "+pdfText("图形")+" Tj ET"),
		pdfStream("/Type/XObject/Subtype/Form/Resources<</XObject<</X2 6 0 R>>>>", "/X2 Do")}
	var kids []string
	for _, c := range contents {
		kids = append(kids, fmt.Sprint(len(objects)+1, " 0 R"))
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 "+
			"R/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R/X1 5 0 R/X2 6 0 R>>>>>>", len(objects)+2), pdfStream("", c))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/MediaBox[0 0 612 792]/Count %d/Kids[%s]>>", len(contents),
		strings.Join(kids, " "))
	return pdfFile(objects)
}

func pdfStream(head, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", head, len(content), content)
}

// pdfFile writes objects with the table of where they stand.
func pdfFile(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}
