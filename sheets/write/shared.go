package write

import (
	"archive/zip"
	"bytes"
	"fmt"
	"jiangbu/sheets"
	"strconv"
)

// sharedTexts are the texts of a workbook's cells that stand once in a table
// of their own (xl/sharedStrings.xml) while the cells name their numbers. A
// name that comes back in thousands of rows is then written, packed and read
// once. Texts that hardly ever come back stay in their cells: the table is in
// memory, here and in every program that opens the file.
type sharedTexts struct {
	number map[string]sharedText
	texts  []string
	size   int // bytes of all of them
}

// sharedText is a text as it stands in a table or in a cell: its number, its
// shape and the digest of what it reads as, worked out once for all cells that
// show it.
type sharedText struct {
	number int // notShared for one that stands in its cell
	digest uint64
	textShape
}

const notShared = -1

// The bounds of the table; what comes later stays in its cells.
const (
	maxSharedTexts = 1 << 18
	maxSharedBytes = 24 << 20
)

// repeats counts how often the texts of one column came back.
type repeats struct{ seen, fresh int }

// rare tells whether most texts of a column were new ones.
func (r repeats) rare() bool { return r.fresh > 2048 && 2*r.fresh > r.seen }

// shared finds a text in the table. The texts of a column that hardly ever come
// back stand in their cells. What a cell takes of the text is returned with it.
func (p *SheetWriter) shared(c *columnState, s string) (string, sharedText) {
	if p.table == nil || c.rare() {
		return inItsCell(s)
	}
	c.seen++
	if t, known := p.table.number[s]; known {
		return s, t
	}
	c.fresh++
	return p.table.add(s)
}

// inItsCell is a text that stands in its cell, as far as that takes it.
func inItsCell(s string) (string, sharedText) {
	t := sharedText{notShared, 0, shapeOf(s)}
	if t.plain && len(s) <= MaxCellText {
		t.digest = digestOf(s)
		return s, t
	}
	s = fitCell(s)
	return s, sharedText{notShared, digestOf(CellText(s)), shapeOf(s)}
}

// add gives a text the next number, if the table has room.
func (t *sharedTexts) add(s string) (string, sharedText) {
	s, n := inItsCell(s)
	if before, known := t.number[s]; known {
		return s, before
	}
	if len(t.texts) == maxSharedTexts || t.size+len(s) > maxSharedBytes {
		return s, n
	}
	n.number = len(t.texts)
	t.number[s], t.texts, t.size = n, append(t.texts, s), t.size+len(s)
	return s, n
}

// The names by which the table is found.
const (
	sharedPart = "xl/sharedStrings.xml"
	sharedType = `<Override PartName="/` + sharedPart +
		`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`
	sharedRelated = `<Relationship Id="rIdTexts" Target="/` + sharedPart +
		`" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>`
)

// announceShared names the table in the parts that list all parts.
func announceShared(name string, part []byte) ([]byte, error) {
	switch name {
	case "[Content_Types].xml":
		return patched(part, "</Types>", sharedType)
	case "xl/_rels/workbook.xml.rels":
		return patched(part, "</Relationships>", sharedRelated)
	}
	return part, nil
}

// patched puts a text in the place of another in a part that excelize wrote.
// Where the other is not there once, excelize writes otherwise than it did.
func patched(part []byte, old, by string) ([]byte, error) {
	if n := bytes.Count(part, []byte(old)); n != 1 {
		return nil, fmt.Errorf("excelize wrote %q %d times", old, n)
	}
	return bytes.Replace(part, []byte(old), []byte(by), 1), nil
}

// write writes the table as a part.
func (t *sharedTexts) write(zw *zip.Writer) error {
	out, err := create(zw, sharedPart)
	if err != nil {
		return err
	}
	p := newSheetWriter(out, new(StyleIDs), nil)
	p.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<sst xmlns="` + sheets.MainTransitional +
		`" uniqueCount="` + strconv.Itoa(len(t.texts)) + `">`)
	for _, s := range t.texts {
		p.raw(`<si>`)
		p.textElement(s, shapeOf(s))
		p.raw(`</si>`)
		p.spillMuch()
	}
	p.raw(`</sst>`)
	return p.flush()
}

// textElement writes a text as <t>. Blanks that a reader might drop are marked
// to be kept.
func (p *SheetWriter) textElement(s string, shape textShape) {
	if shape.spaced {
		p.raw(`<t xml:space="preserve">`)
	} else {
		p.raw(`<t>`)
	}
	if shape.plain {
		p.raw(s)
	} else {
		p.escape(s)
	}
	p.raw(`</t>`)
}
