package pdftable

import (
	"cmp"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// font tells the characters and the widths of what a text shows. The answers
// are kept: the library looks each of them up from the beginning.
type font struct {
	pdf     pdf.Font
	decoder pdf.TextEncoding
	coding  coding
	texts   map[string]string
	widths  map[int]float64 // of a composite font, by character id, in thousandths
	usual   float64
}

// coding is how the bytes of a text make codes.
type coding uint8

const (
	oneByte  coding = iota
	twoBytes        // a character id or UCS-2
	gbk             // one or two bytes
)

func newFont(f pdf.Font) *font {
	own := &font{pdf: f, decoder: f.Encoder(), texts: map[string]string{}, usual: 500}
	if f.V.Key("Subtype").Name() != "Type0" {
		return own
	}
	own.coding, own.usual, own.widths = twoBytes, 1000, map[int]float64{}
	if name := f.V.Key("Encoding").Name(); strings.HasPrefix(name, "GB") && !strings.Contains(name, "UCS2") {
		own.coding = gbk
	}
	below := f.V.Key("DescendantFonts").Index(0)
	if w := below.Key("DW"); w.Kind() == pdf.Integer || w.Kind() == pdf.Real {
		own.usual = w.Float64()
	}
	own.learnWidths(below.Key("W"))
	return own
}

// maxCharacter is the largest character id.
const maxCharacter = 65535

// learnWidths reads the widths of a composite font: "first [w w w]" and
// "first last w".
func (f *font) learnWidths(w pdf.Value) {
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for k := range list.Len() {
				f.widths[first+k] = list.Index(k).Float64()
			}
			i += 2
			continue
		}
		last := min(int(w.Index(i+1).Int64()), maxCharacter)
		for c := max(first, 0); c <= last; c++ {
			f.widths[c] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// cut takes the first code off a text.
func (f *font) cut(s string) (code, rest string) {
	n := 1
	if f.coding == twoBytes || f.coding == gbk && s[0] >= 0x81 && s[0] < 0xFF {
		n = min(2, len(s))
	}
	return s[:n], s[n:]
}

// text is the characters that a code shows, U+FFFD where the font does not say.
func (f *font) text(code string) string {
	text, known := f.texts[code]
	if known {
		return text
	}
	if f.coding == gbk {
		text, _ = simplifiedchinese.GB18030.NewDecoder().String(code)
	} else {
		text = f.decoder.Decode(code)
	}
	text = strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, text)
	f.texts[code] = text
	return text
}

// width is how far a code moves on, in thousandths of the size. The codes of GBK
// are no character ids: there one byte is half a character wide.
func (f *font) width(code string) float64 {
	switch {
	case f.coding == oneByte:
		return cmp.Or(f.pdf.Width(int(code[0])), f.usual)
	case f.coding == gbk && len(code) == 1:
		return f.usual / 2
	case f.coding == twoBytes && len(code) == 2:
		if w, ok := f.widths[int(code[0])<<8|int(code[1])]; ok {
			return w
		}
	}
	return f.usual
}
