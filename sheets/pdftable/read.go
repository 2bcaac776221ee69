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
	maxTree   = 32     // of pages within groups of pages

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
	for i, p := range pages(r) {
		page = i + 1
		d := draw(p)
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

// pages are the leaves of the tree of pages. A tree that leads back to itself,
// or has other pages than it counts, is broken: the library would go round in it
// for ever.
func pages(r *pdf.Reader) (all []pdf.Page) {
	nodes := 0
	var walk func(v pdf.Value, depth int)
	walk = func(v pdf.Value, depth int) {
		if nodes++; nodes > 2*maxPages || depth > maxTree {
			panic(&Fault{Kind: Broken})
		}
		switch v.Key("Type").Name() {
		case "Page":
			all = append(all, pdf.Page{V: v})
		case "Pages":
			for i := range v.Key("Kids").Len() {
				walk(v.Key("Kids").Index(i), depth+1)
			}
		}
	}
	walk(r.Trailer().Key("Root").Key("Pages"), 0)
	if len(all) != r.NumPage() {
		panic(&Fault{Kind: Broken})
	}
	return all
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
