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
	var open []element
	roots := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) == 0 {
				roots++
			}
			e, err := begin(t, open)
			if err != nil {
				return err
			}
			open = append(open, e)
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1].name != t.Name {
				return fmt.Errorf("</%s> closes nothing", t.Name.Local)
			}
			open = open[:len(open)-1]
		}
	}
	if roots != 1 || len(open) > 0 {
		return fmt.Errorf("%d elements around all, %d open at the end", roots, len(open))
	}
	return nil
}

// element is one that is open, with the prefixes that it declares.
type element struct {
	name     xml.Name
	prefixes []string
}

// begin opens an element in those around it.
func begin(t xml.StartElement, around []element) (element, error) {
	e := element{name: t.Name}
	seen := map[xml.Name]bool{}
	for _, a := range t.Attr {
		if seen[a.Name] {
			return e, fmt.Errorf("<%s> has %s twice", t.Name.Local, a.Name.Local)
		}
		seen[a.Name] = true
		if a.Name.Space == "xmlns" {
			e.prefixes = append(e.prefixes, a.Name.Local)
		}
	}
	around = append(slices.Clip(around), e)
	for name := range seen {
		if name.Space != "xmlns" && !declared(name.Space, around) {
			return e, fmt.Errorf("prefix %s is not declared", name.Space)
		}
	}
	if !declared(t.Name.Space, around) {
		return e, fmt.Errorf("prefix %s is not declared", t.Name.Space)
	}
	return e, nil
}

// declared tells whether a prefix is known where it stands.
func declared(prefix string, around []element) bool {
	return prefix == "" || prefix == "xml" ||
		slices.ContainsFunc(around, func(e element) bool { return slices.Contains(e.prefixes, prefix) })
}
