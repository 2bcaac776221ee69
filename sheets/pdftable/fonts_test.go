package pdftable_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets/pdftable"
	"jiangbu/sheets/sheettest"
)

// replaced puts another text into a document, with blanks to the same length, so
// that all that follows stands where it did.
func replaced(t *testing.T, data []byte, old, text string) []byte {
	t.Helper()
	if len(text) > len(old) || bytes.Count(data, []byte(old)) == 0 {
		t.Fatalf("%q cannot stand for %q", text, old)
	}
	return bytes.Replace(data, []byte(old), []byte(text+strings.Repeat(" ", len(old)-len(text))), 1)
}

// said is what a document says, or why it is refused.
func said(data []byte) string {
	doc, fault := pdftable.Read(data)
	if fault != nil {
		return fault.Error()
	}
	return shown(doc)
}

// song is the font of the documents of sheettest.
const song = "/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0" +
	"/DW 1000/W[32[500]48 57 500]>>]"

// The second character stands in a column so narrow that it leaves it where the
// width of the first, or of the blanks between the two, is another.
func TestWhatFollowsACharacterStandsWhereTheFontSays(t *testing.T) {
	const narrow = "50 500 400 50 re S 100 500 m 100 550 l S 107 500 m 107 550 l S "
	const eight = "<0031002000200020002000200020002000207532>"
	ucs2 := func(widths string) string {
		return "/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<<" + widths + ">>]"
	}
	euc := func(name string) string {
		return "/Subtype/Type0/Encoding/" + name + "/DescendantFonts[<</W[32[500]]>>]"
	}
	const latin = "/Subtype/TrueType/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 49/Widths[500 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 "
	for _, c := range []struct{ name, font, text, want string }{
		{"a range of characters of one width", song, eight, "2:1 | 3:甲\n"},
		{"the last of a range is in it", ucs2("/DW 1000/W[32[500]48 49 500]"), eight, "2:1 | 3:甲\n"},
		{"what follows it is not", ucs2("/DW 1000/W[32[500]47 48 500]"), eight, "2:1 | 3: | 4:甲\n"},
		{"widths one by one", ucs2("/W[48[9 500 9]32[500]]"), eight, "2:1 | 3:甲\n"},
		{"a width of nothing is one", ucs2("/W[49[4500]32[0]]"), "<0031002000207532>", "2:1 | 3:甲\n"},
		{"the usual width where none is told", ucs2("/DW 500"), eight, "2:1 | 3:甲\n"},
		{"one with decimals", ucs2("/DW 500.0"), eight, "2:1 | 3:甲\n"},
		{"a whole em where not even that is told", ucs2("/W[32[500]]"),
			"<003100200020002000200020002000207532>", "2:1 | 3:甲\n"},
		{"a range that ends before it begins, and one without end", ucs2("/W[32[500]9 8 1 49 999999999 500]"), eight,
			"2:1 | 3:甲\n"},
		{"a font of one byte a character", latin + "500]", "(1        1)", "2:1 | 3:1\n"},
		{"which tells another width", latin + "1000]", "(1       1)", "2:1 | 3:1\n"},
		{"or none of this one", latin + "0]", "(1        1)", "2:1 | 3:1\n"},
		{"or none at all", "/Subtype/TrueType/Encoding/WinAnsiEncoding", "(1        1)", "2:1 | 3:1\n"},
		{"words are parted where blanks are one byte", latin + "500]", "5 Tw (1    1)", "2:1 | 3:1\n"},
		{"and not where they are two", song, "5 Tw " + eight, "2:1 | 3:甲\n"},
		{"GBK has characters of one byte, half as wide, and of two", euc("GBK-EUC-H"), "<312020202020202020BCD7>",
			"2:1 | 3:甲\n"},
		{"from 81", euc("GBK-EUC-H"), "<3120202020202020208140>", "2:1 | 3:丂\n"},
		{"to FE", euc("GBKp-EUC-H"), "<312020202020202020FE50>", "2:1 | 3:⺁\n"},
		{"control characters are no text", song, "<000A00310020002000200020002000207532>", "2:1 | 3:甲\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := said(replaced(t, sheettest.PDFContent(narrow+"BT /F1 10 Tf 55 520 Td "+c.text+" Tj ET"), song,
				c.font))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestAPageIsReadAsItIsShown(t *testing.T) {
	const page, above = "/MediaBox[0 0 595 842]", "/MediaBox[0 0 612 792]"
	for _, c := range []struct{ name, where, turned, draw, want string }{
		{"upright", page, "/Rotate 0", "", asTwoRows},
		{"a quarter", page, "/Rotate 90", "0 1 -1 0 0 0 cm ", asTwoRows},
		{"half", page, "/Rotate 180", "-1 0 0 -1 0 0 cm ", asTwoRows},
		{"three quarters", page, "/Rotate 270", "0 -1 1 0 0 0 cm ", asTwoRows},
		{"a quarter back", page, "/Rotate -90", "0 -1 1 0 0 0 cm ", asTwoRows},
		{"a quarter, as the group of its pages says", above, "/Rotate 90", "0 1 -1 0 0 0 cm ", asTwoRows},
		{"turned though it says nothing", page, "", "0 1 -1 0 0 0 cm ", "2:甲 | 3:乙\n2:1 | 3:2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := said(replaced(t, sheettest.PDFContent(c.draw+grid("S")+twoRows), c.where, c.turned))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	parts := replaced(t, sheettest.PDFContent(grid("S"), twoRows), page+"/Contents 8 0 R", "/Contents[8 0 R 10 0 R]")
	if diff := cmp.Diff(asTwoRows+"--\n1:1甲\n1:2乙\n", said(parts)); diff != "" {
		t.Errorf("operators in two parts (-want +got)\n%s", diff)
	}
}
