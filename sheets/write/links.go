package write

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"

	"jiangbu/calc"
)

// link is a cell that leads to a place.
type link struct {
	row, col     int32
	target       int32 // the file's number
	toRow, toCol int32
	sheet        string
}

// maxLinks keeps a sheet under the 65,530 links that Excel opens.
const maxLinks = 60000

// Reference writes the words for a place of a submitted file, as a link to it where
// that is a cell of a file which can lie beside ours.
func (p *SheetWriter) Reference(words string, to calc.Ref) {
	target := 0
	if to.Row > 0 {
		target = p.targetOf(to.File)
	}
	if target == 0 {
		p.Text(StyleWrap, words)
		return
	}
	p.Text(StyleLink, words)
	if p.widths == nil && len(p.links) < maxLinks {
		p.links = append(p.links, link{int32(p.row), int32(p.col), int32(target), int32(to.Row), int32(to.Col),
			to.Sheet})
	}
}

// location is the place in the file, "" for its front.
func (l *link) location() string {
	if l.sheet == "" {
		return ""
	}
	return QuoteSheet(l.sheet) + "!" + columnName(int(max(l.toCol, 1))) + strconv.Itoa(int(l.toRow))
}

func (p *SheetWriter) targetOf(file string) int {
	n, known := p.target[file]
	if !known {
		to := file
		if p.link != nil {
			to = p.link(file)
		}
		if t := linkTarget(to); t != "" {
			p.targets = append(p.targets, t)
			n = len(p.targets)
		}
		p.target[file] = n
	}
	return n
}

func (p *SheetWriter) writeLinks() {
	if len(p.links) == 0 {
		return
	}
	p.raw(`<hyperlinks>`)
	for _, l := range p.links {
		p.raw(`<hyperlink ref="` + columnName(int(l.col)))
		p.number(int(l.row))
		p.raw(`" r:id="file`)
		p.number(int(l.target))
		if l.sheet != "" {
			p.raw(`" location="` + escapeAttr(l.location()))
		}
		p.raw(`"/>`)
		p.spillMuch()
	}
	p.raw(`</hyperlinks>`)
}

// cutForLinks finds where the schema wants the links: behind the validations,
// before the page.
func cutForLinks(tail []byte) (before, after []byte) {
	for _, mark := range []string{"<printOptions", "<pageMargins", "<pageSetup", "<headerFooter", "<drawing",
		"</worksheet>"} {
		if i := bytes.Index(tail, []byte(mark)); i >= 0 {
			return tail[:i], tail[i:]
		}
	}
	return tail, nil
}

// writeTargets writes the list of the files that a sheet's links lead to.
func writeTargets(zw *zip.Writer, sheetPart string, p *SheetWriter) error {
	if len(p.targets) == 0 {
		return nil
	}
	out, err := create(zw, path.Dir(sheetPart)+"/_rels/"+path.Base(sheetPart)+".rels")
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, target := range p.targets {
		b.WriteString(`<Relationship Id="file` + strconv.Itoa(i+1) + `" TargetMode="External" Target="` +
			escapeAttr(target) +
			`" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>`)
	}
	b.WriteString(`</Relationships>`)
	_, err = io.WriteString(out, b.String())
	return err
}

// linkTarget is a relative file as a link states it, "" where it cannot be
// one.
func linkTarget(file string) string {
	if file == "" || strings.HasPrefix(file, "/") || strings.ContainsAny(file, ":\\") {
		return ""
	}
	segments := strings.Split(file, "/")
	for i, s := range segments {
		segments[i] = url.PathEscape(s)
	}
	return strings.Join(segments, "/")
}
