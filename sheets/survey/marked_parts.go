package survey

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
)

// verifyParts makes sure that every part of a copy that is not the submission's
// own, byte for byte, is XML that any program takes: a library that reads part
// of a file by its names writes what it did not understand with prefixes that
// nothing declares, or with attributes twice.
func (m *marking) verifyParts(data []byte) error {
	own := map[string][]byte{}
	if z, err := zip.NewReader(bytes.NewReader(m.data), int64(len(m.data))); err == nil && !m.rebuilt {
		for _, f := range z.File {
			if isMarkup(f.Name) {
				own[f.Name], _ = partOf(f) // what cannot be read is nobody's own
			}
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if !isMarkup(f.Name) {
			continue
		}
		text, err := partOf(f)
		if err != nil {
			return err
		}
		if before, kept := own[f.Name]; kept && bytes.Equal(before, text) {
			continue
		}
		if err := wellFormed(text); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

func isMarkup(name string) bool {
	return slices.Contains([]string{".xml", ".rels", ".vml"}, path.Ext(name))
}

func partOf(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, maxLoaded))
}

// wellFormed reads XML to its end: elements that close in turn, one around all,
// prefixes that are declared where they are used, no attribute twice.
func wellFormed(text []byte) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	spaces := map[string]bool{"": true, xmlSpace: true, "xmlns": true}
	roots, depth := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && roots == 1 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				roots++
			}
			if err := admitNames(t, spaces); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
		}
		if roots > 1 {
			return errors.New("two elements around all")
		}
	}
}

// xmlSpace is what the prefix xml stands for, which nobody declares.
const xmlSpace = "http://www.w3.org/XML/1998/namespace"

// admitNames tells whether the prefixes of an element are declared and none of its
// attributes stands twice. The reader leaves a prefix that is not declared in the
// place of the space that it should stand for; spaces are those declared so far.
func admitNames(t xml.StartElement, spaces map[string]bool) error {
	seen := map[xml.Name]bool{}
	for _, a := range t.Attr {
		if seen[a.Name] {
			return fmt.Errorf("<%s> has %s twice", t.Name.Local, a.Name.Local)
		}
		seen[a.Name] = true
		if a.Name.Space == "xmlns" || a.Name == (xml.Name{Local: "xmlns"}) {
			spaces[a.Value] = true
		}
	}
	seen[t.Name] = true
	for name := range seen {
		if !spaces[name.Space] {
			return fmt.Errorf("prefix %s is not declared", name.Space)
		}
	}
	return nil
}
