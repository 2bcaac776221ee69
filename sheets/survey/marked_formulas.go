package survey

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// cellFormula is a formula as a worksheet part states it. Our reader takes
// only its result; a copy must keep the formula too.
type cellFormula struct {
	Type   string `xml:"t,attr"`
	Ref    string `xml:"ref,attr"`
	Shared string `xml:"si,attr"`
	Text   string `xml:",chardata"`
}

// formulasIn are the formulas of a workbook, by part and cell.
func formulasIn(data []byte) (map[string]cellFormula, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	all := map[string]cellFormula{}
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		part, err := partOf(f)
		if err == nil {
			err = readFormulas(bytes.NewReader(part), f.Name, all)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return all, nil
}

func readFormulas(r io.Reader, part string, all map[string]cellFormula) error {
	d, cell := xml.NewDecoder(r), ""
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "c":
			cell = ""
			for _, a := range start.Attr {
				if a.Name.Local == "r" {
					cell = a.Value
				}
			}
		case "f":
			var f cellFormula
			if err := d.DecodeElement(&f, &start); err != nil {
				return err
			}
			all[part+"!"+cell] = f
		}
	}
}

// verifyFormulas makes sure that the copy has every formula as it was.
func (m *marking) verifyFormulas(data []byte) error {
	if m.rebuilt {
		return nil
	}
	want, err := formulasIn(m.data)
	if err != nil {
		return err
	}
	got, err := formulasIn(data)
	if err != nil {
		return err
	}
	for at, f := range want {
		if got[at] != f {
			return fmt.Errorf("the formula at %s was changed", at)
		}
	}
	return nil
}
