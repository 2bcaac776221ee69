package pdftable_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets/pdftable"
	"jiangbu/sheets/sheettest"
)

// shown writes a document as text: cells as column:text, /n behind those that
// reach down.
func shown(doc *pdftable.Document) string {
	var b strings.Builder
	for i, p := range doc.Pages {
		if i > 0 {
			b.WriteString("--\n")
		}
		for _, row := range p.Rows {
			for k, c := range row {
				if k > 0 {
					b.WriteString(" | ")
				}
				b.WriteString(string(rune('0'+c.Col)) + ":" + strings.ReplaceAll(c.Text, "\n", "/"))
				if c.Rows > 1 {
					b.WriteString(" [" + string(rune('0'+c.Rows)) + "]")
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// grid draws lines: a frame from (50, 500) to (450, 600), two rows high, with
// an edge at 100; how says with which operators.
func grid(how string) string {
	lines := [][4]string{{"50", "500", "450", "500"}, {"50", "550", "450", "550"}, {"50", "600", "450", "600"},
		{"50", "500", "50", "600"}, {"100", "500", "100", "600"}, {"450", "500", "450", "600"}}
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l[0] + " " + l[1] + " m " + l[2] + " " + l[3] + " l " + how + "\n")
	}
	return b.String()
}

const twoRows = "BT /F1 12 Tf 60 570 Td <0031> Tj ET BT /F1 12 Tf 110 570 Td <7532> Tj ET BT /F1 12 Tf 60 520 Td <0032> Tj ET BT /F1 12 Tf 110 520 Td <4E59> Tj ET\n"

func TestRuledTablesAreRead(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"bars around every cell, a title, a wrapped cell, a page number on a second page",
			sheettest.PDF("附件1\n序号\t名称\n1\t甲公司有限\\n公司", "2\t乙公司\n— 2 —"),
			"1:附件1\n2:序号 | 3:名称\n2:1 | 3:甲公司有限/公司\n--\n2:2 | 3:乙公司\n1:— 2 —\n"},
		{"lines that are stroked", sheettest.PDFContent(grid("S") + twoRows), "2:1 | 3:甲\n2:2 | 3:乙\n"},
		{"one rectangle stroked, with lines in it",
			sheettest.PDFContent("50 500 400 100 re S 50 550 m 450 550 l S 100 500 m 100 600 l S\n" + twoRows),
			"2:1 | 3:甲\n2:2 | 3:乙\n"},
		{"a cell that reaches down over two rows",
			sheettest.PDFContent("50 500 400 100 re S 100 550 m 450 550 l S 100 500 m 100 600 l S " +
				"BT /F1 12 Tf 60 545 Td <6C5F> Tj ET BT /F1 12 Tf 110 570 Td <7532> Tj ET BT /F1 12 Tf 110 520 Td <4E59> Tj ET"),
			"2:江 [2] | 3:甲\n3:乙\n"},
		{"the serial number stands between the two lines of its name",
			sheettest.PDFContent("50 500 400 50 re S 100 500 m 100 550 l S " +
				"BT /F1 12 Tf 110 530 Td <7532> Tj ET BT /F1 12 Tf 60 522 Td <0037> Tj ET BT /F1 12 Tf 110 514 Td <4E59> Tj ET"),
			"2:7 | 3:甲/乙\n"},
		{"one text with blanks over an edge is parted where the edge is",
			sheettest.PDFContent("50 500 400 50 re S 100 500 m 100 550 l S BT /F1 10 Tf 80 520 Td <0031002000200020753275324E59> Tj ET"),
			"2:1 | 3:甲甲乙\n"},
		{"text drawn out of order, and moved by adjustments",
			sheettest.PDFContent("50 500 400 50 re S 100 500 m 100 550 l S BT /F1 10 Tf 130 520 Td <4E59> Tj -20 0 Td [<7532> -500 <7533>] TJ ET"),
			"3:甲申乙\n"},
		{"a page moved and scaled, within what is saved",
			sheettest.PDFContent("q 2 0 0 2 10 10 cm 25 250 200 25 re S 50 250 m 50 275 l S BT /F1 6 Tf 30 260 Td <0031> Tj ET BT /F1 6 Tf 60 260 Td <7532> Tj ET Q"),
			"2:1 | 3:甲\n"},
		{"a drawing on the page, with text of its own",
			sheettest.PDFContent("0 0 400 50 re S 5 0 m 5 50 l S /X1 Do"), "3:图形\n"},
		{"a drawing stands where its own matrix moves it, and the page goes on as before",
			sheettest.PDFContent("0 15 400 35 re S 11 15 m 11 50 l S /X1 Do BT /F1 10 Tf 2 20 Td <0031> Tj ET"),
			"2:1 | 3:图形\n"},
		{"lines that only clip, and the ground of cells, are no edges",
			sheettest.PDFContent(grid("S") + "50 500 250 100 re W n 50 500 200 50 re f 250 500 m 250 600 l n\n" +
				twoRows), "2:1 | 3:甲\n2:2 | 3:乙\n"},
		{"hidden text is none", sheettest.PDFContent(grid("S") + twoRows + "BT 3 Tr /F1 12 Tf 130 520 Td <4E59> Tj ET"),
			"2:1 | 3:甲\n2:2 | 3:乙\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, fault := pdftable.Read(tt.data)
			if fault != nil {
				t.Fatal(fault)
			}
			if diff := cmp.Diff(tt.want, shown(doc)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWhatCannotBeReadWholeIsRefused(t *testing.T) {
	good := sheettest.PDF("序号\t名称\n1\t甲公司")
	unmapped := bytes.Replace(good, []byte("UniGB-UCS2-H"), []byte("Identity-H  "), 1)
	locked := bytes.Replace(good, []byte("/Root 1 0 R"),
		[]byte("/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O(00000000000000000000000000000000)/U(00000000000000000000000000000000)>>"), 1)
	tests := []struct {
		name string
		data []byte
		want pdftable.Fault
	}{
		{"a page that is a picture", sheettest.PDF("序号\t名称\n1\t甲公司", "#picture"),
			pdftable.Fault{Kind: pdftable.Scanned, Page: 2}},
		{"a table without lines", sheettest.PDF("序号 名称\n1 甲公司"), pdftable.Fault{Kind: pdftable.Unruled}},
		{"a font that does not tell its characters", unmapped, pdftable.Fault{Kind: pdftable.Unmapped, Page: 1}},
		{"a password", locked, pdftable.Fault{Kind: pdftable.Locked}},
		{"text that runs over the edge of its table",
			sheettest.PDFContent(grid("S") + twoRows + "BT /F1 12 Tf 440 520 Td <753275327532> Tj ET"),
			pdftable.Fault{Kind: pdftable.Spilled, Page: 1}},
		{"a text that is written on over an edge into the next cell",
			sheettest.PDFContent("50 500 400 50 re S 100 500 m 100 550 l S BT /F1 10 Tf 80 520 Td <00310032753275324E59> Tj ET"),
			pdftable.Fault{Kind: pdftable.Spilled, Page: 1}},
		{"a last column without an edge",
			sheettest.PDFContent(grid("S") + twoRows + "BT /F1 12 Tf 500 570 Td <7532> Tj ET"),
			pdftable.Fault{Kind: pdftable.Spilled, Page: 1}},
		{"operators without end", sheettest.PDFContent(strings.Repeat(" ", 65<<20)),
			pdftable.Fault{Kind: pdftable.TooLarge, Page: 1}},
		{"a tree of pages that leads back to itself",
			bytes.Replace(good, []byte("Kids[7 0 R]"), []byte("Kids[2 0 R]"), 1),
			pdftable.Fault{Kind: pdftable.Broken}},
		{"fewer pages than the tree counts", bytes.Replace(good, []byte("/Count 1/"), []byte("/Count 2/"), 1),
			pdftable.Fault{Kind: pdftable.Broken}},
		{"half a file", good[:len(good)/2], pdftable.Fault{Kind: pdftable.Broken}},
		{"a drawing that shows itself", sheettest.PDFContent("/X2 Do"),
			pdftable.Fault{Kind: pdftable.TooLarge, Page: 1}},
		{"an operator without its operands", sheettest.PDFContent("BT /F1 Tf ET"),
			pdftable.Fault{Kind: pdftable.Broken, Page: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, fault := pdftable.Read(tt.data)
			if fault == nil {
				t.Fatalf("read as\n%s", shown(doc))
			}
			if diff := cmp.Diff(tt.want, *fault); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A page that is blank is no scan: many documents end with one.
func TestABlankPageIsNoScan(t *testing.T) {
	if _, fault := pdftable.Read(sheettest.PDF("序号\t名称\n1\t甲公司", "")); fault != nil {
		t.Error(fault)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sheettest.PDF("序号\t名称\n1\t甲公司"))
	f.Add(sheettest.PDFContent("q /X1 Do Q BT /F1 10 Tf [<7532> 5] TJ ET"))
	f.Fuzz(func(t *testing.T, data []byte) { pdftable.Read(data) })
}
