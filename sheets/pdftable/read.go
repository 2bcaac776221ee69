package pdftable

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"
)

// What a document may ask of us: more than the longest list that was found.
const (
	maxPages  = 2000
	maxGlyphs = 4_000_000
	maxRules  = 20_000 // of one page
	maxDepth  = 8      // of drawings within drawings

	maxContent = 64 << 20 // bytes of operators of one page, inflated
)

// Read reads a document that is in memory. The fault says why it is refused:
// it is read whole or not at all.
func Read(data []byte) (doc *Document, fault *Fault) {
	page := 0
	defer func() {
		// The library panics on what it does not understand.
		if x := recover(); x != nil {
			doc, fault = nil, &Fault{Broken, page}
			if f, ok := x.(*Fault); ok {
				fault = &Fault{f.Kind, max(f.Page, page)}
			}
		}
	}()
	r, fault := open(data)
	if fault != nil {
		return nil, fault
	}
	var drawings []*drawing
	glyphs := 0
	for page = 1; page <= r.NumPage(); page++ {
		d := draw(r.Page(page))
		glyphs += len(d.glyphs)
		if fault := d.fault(page, glyphs); fault != nil {
			return nil, fault
		}
		drawings = append(drawings, d)
	}
	return assemble(drawings)
}

func open(data []byte) (*pdf.Reader, *Fault) {
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, &Fault{Kind: Locked}
	case err != nil || r.NumPage() < 1:
		return nil, &Fault{Kind: Broken}
	case r.NumPage() > maxPages:
		return nil, &Fault{Kind: TooLarge}
	}
	return r, nil
}

// fault is why a page cannot be used.
func (d *drawing) fault(page, glyphs int) *Fault {
	switch {
	case glyphs > maxGlyphs || len(d.across)+len(d.down) > maxRules:
		return &Fault{TooLarge, page}
	case len(d.glyphs) == 0 && d.pictures > 0:
		return &Fault{Scanned, page}
	case slices.ContainsFunc(d.glyphs, func(g glyph) bool { return strings.ContainsRune(g.text, '\uFFFD') }):
		return &Fault{Unmapped, page}
	}
	return nil
}
