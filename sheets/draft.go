package sheets

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// Draft is a workbook being made. Everything around the cells (widths, panes,
// filters, charts, page setup) is set on File; the cells themselves are
// streamed by a [Pen] into the finished file, so that any number of rows takes
// the same memory and an amount keeps its exact digits. excelize's own stream
// can do neither: it knows numbers only as int and float64, and it puts the
// parts in a random order.
//
// The same calls give the same bytes: parts in a fixed order, fixed times.
type Draft struct {
	File  *excelize.File
	Looks Looks
	fills map[string]fill // by part
}

type fill struct {
	sheet string
	rows  func(*Pen)
}

// born is the date that stands in every file of ours: no clock is asked.
const born = "2024-01-01T00:00:00Z"

// NewDraft begins a workbook with these sheets, in this order.
func NewDraft(title string, names ...string) (*Draft, error) {
	d := &Draft{File: excelize.NewFile(), fills: map[string]fill{}}
	for i, name := range names {
		if err := d.addSheet(i, name); err != nil {
			return nil, fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	props := &excelize.DocProperties{Creator: "jiangbu", LastModifiedBy: "jiangbu", Title: title, Created: born, Modified: born, Language: "zh-CN"}
	if err := d.File.SetDocProps(props); err != nil {
		return nil, fmt.Errorf("document properties: %w", err)
	}
	var err error
	d.Looks, err = NewLooks(d.File)
	return d, err
}

func (d *Draft) addSheet(i int, name string) error {
	if i == 0 {
		return d.File.SetSheetName("Sheet1", name)
	}
	_, err := d.File.NewSheet(name)
	return err
}

// Fill gives a sheet its cells: last is its last cell ("N120"), rows writes
// them from the top down when the workbook is written.
func (d *Draft) Fill(sheet, last string, rows func(*Pen)) error {
	i, err := d.File.GetSheetIndex(sheet)
	if err != nil || i < 0 {
		return fmt.Errorf("no sheet %q to fill", sheet)
	}
	if err := d.File.SetSheetDimension(sheet, "A1:"+last); err != nil {
		return fmt.Errorf("dimension of %q: %w", sheet, err)
	}
	d.fills[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = fill{sheet, rows}
	return nil
}

// parts collects what excelize would write, so that the draft can write it in
// an order of its own.
type parts map[string]*bytes.Buffer

func (p parts) Create(name string) (io.Writer, error) {
	p[name] = new(bytes.Buffer)
	return p[name], nil
}
func (p parts) AddFS(fs.FS) error { return nil }
func (p parts) Close() error      { return nil }

// Write writes the workbook, once, and closes the draft.
func (d *Draft) Write(w io.Writer) error {
	defer d.File.Close()
	all := parts{}
	d.File.SetZipWriter(func(io.Writer) excelize.ZipWriter { return all })
	if err := d.File.Write(io.Discard); err != nil {
		return fmt.Errorf("workbook frame: %w", err)
	}
	table := d.table(all)
	zw := zip.NewWriter(w)
	// The quickest level: of a large report the fifth would take off a fifth of
	// the size and add as much to the time of the whole run as reading does.
	zw.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestSpeed) })
	for _, name := range slices.SortedFunc(maps.Keys(all), partOrder) {
		part := settled(name, all[name].Bytes())
		if table != nil {
			part = announceShared(name, part)
		}
		if err := d.writePart(zw, name, part, table); err != nil {
			return fmt.Errorf("part %s: %w", name, err)
		}
	}
	if table != nil {
		if err := table.write(zw); err != nil {
			return fmt.Errorf("part %s: %w", sharedPart, err)
		}
	}
	return zw.Close()
}

// table begins the table of shared texts; nil where excelize has one already.
func (d *Draft) table(all parts) *sharedTexts {
	if all[sharedPart] != nil {
		return nil
	}
	return &sharedTexts{number: map[string]int{}}
}

// partOrder puts the list of contents first, as readers that stream expect.
func partOrder(a, b string) int {
	first := func(s string) int {
		return max(1-strings.Count(s, "[Content_Types]"), 0)
	}
	return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a, b))
}

var contentDefault = regexp.MustCompile(`<Default [^>]*></Default>`)

// settled puts the default content types in order: beside a chart, excelize
// writes them in the order of a map, another one each time.
func settled(name string, part []byte) []byte {
	if name != "[Content_Types].xml" {
		return part
	}
	sorted := contentDefault.FindAll(part, -1)
	slices.SortFunc(sorted, bytes.Compare)
	next := 0
	return contentDefault.ReplaceAllFunc(part, func([]byte) []byte {
		next++
		return sorted[next-1]
	})
}

// create starts a part whose time is the earliest that a zip can state.
func create(zw *zip.Writer, name string) (io.Writer, error) {
	return zw.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

// writePart writes one part; a sheet's rows go between the halves of its frame.
func (d *Draft) writePart(zw *zip.Writer, name string, frame []byte, table *sharedTexts) error {
	out, err := create(zw, name)
	if err != nil {
		return err
	}
	f, ok := d.fills[name]
	if !ok {
		_, err = out.Write(frame)
		return err
	}
	head, tail, ok := bytes.Cut(frame, []byte("<sheetData></sheetData>"))
	if !ok {
		return fmt.Errorf("cells were set on sheet %q beside its rows", f.sheet)
	}
	p := newPen(out, &d.Looks, table)
	// excelize marks a sheet with filter buttons as one whose rows are filtered.
	p.raw(strings.Replace(string(head), ` filterMode="true"`, "", 1))
	p.raw("<sheetData>")
	f.rows(p)
	p.endRow()
	p.raw("</sheetData>")
	before, after := cutForLinks(tail)
	p.raw(string(before))
	p.writeLinks()
	p.raw(string(after))
	if err := p.flush(); err != nil {
		return err
	}
	return writeTargets(zw, name, p)
}

// cutForLinks finds where the schema wants the links: behind the validations,
// before the page.
func cutForLinks(tail []byte) (before, after []byte) {
	for _, mark := range []string{"<printOptions", "<pageMargins", "<pageSetup", "<headerFooter", "<drawing", "</worksheet>"} {
		if i := bytes.Index(tail, []byte(mark)); i >= 0 {
			return tail[:i], tail[i:]
		}
	}
	return tail, nil
}

// writeTargets writes the list of the files that a sheet's links lead to.
func writeTargets(zw *zip.Writer, sheetPart string, p *Pen) error {
	if len(p.targets) == 0 {
		return nil
	}
	dir, base, _ := cutLast(sheetPart, "/")
	out, err := create(zw, dir+"/_rels/"+base+".rels")
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, target := range p.targets {
		b.WriteString(`<Relationship Id="file` + strconv.Itoa(i+1) + `" TargetMode="External" Target="` + escapeAttr(target) +
			`" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>`)
	}
	b.WriteString(`</Relationships>`)
	_, err = io.WriteString(out, b.String())
	return err
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
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

// CanLink tells whether a submitted file can be led to from a report that lies
// beside it.
func CanLink(file string) bool { return linkTarget(file) != "" }
