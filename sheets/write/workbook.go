package write

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"jiangbu/sheets"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Workbook is a workbook being made. Everything around the cells (widths, panes,
// filters, charts, page setup) is set on File; the cells themselves are
// streamed by a [SheetWriter] into the finished file, so that any number of rows takes
// the same memory and an amount keeps its exact digits. excelize's own stream
// can do neither: it knows numbers only as int and float64, and it puts the
// parts in a random order.
//
// The same calls give the same bytes: parts in a fixed order, fixed times.
type Workbook struct {
	File   *excelize.File
	Styles StyleIDs
	fills  map[string]*fill // by part

	// Link is how a link leads to a submitted file from where the workbook will
	// lie, "" where none can; nil where the files lie beside it.
	Link func(file string) string
}

// fill is a sheet whose cells a writer writes.
type fill struct {
	sheet  string
	rows   func(*SheetWriter)
	open   *StyleIDs    // the styles without borders, where grid lines stand for them
	digest *sheetDigest // once it is written
}

// fixedTime is the date that stands in every file of ours: no clock is asked.
const fixedTime = "2024-01-01T00:00:00Z"

// NewWorkbook begins a workbook with these sheets, in this order.
func NewWorkbook(title string, names ...string) (*Workbook, error) {
	return newWorkbook("", title, names)
}

// NewOutput begins a workbook that tells what it is (奖补报告, 对账, 公示) wherever
// it turns up again, so that nobody takes it for a submission.
func NewOutput(kind, title string, names ...string) (*Workbook, error) {
	return newWorkbook(kind, title, names)
}

func newWorkbook(kind, title string, names []string) (*Workbook, error) {
	d := &Workbook{File: excelize.NewFile(), fills: map[string]*fill{}}
	for i, name := range names {
		if err := d.addSheet(i, name); err != nil {
			return nil, fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	props := &excelize.DocProperties{Creator: sheets.Program, LastModifiedBy: sheets.Program, Category: kind,
		Title: title, Created: fixedTime, Modified: fixedTime, Language: "zh-CN"}
	if err := d.File.SetDocProps(props); err != nil {
		return nil, fmt.Errorf("document properties: %w", err)
	}
	var err error
	d.Styles, err = NewStyleIDs(d.File)
	return d, err
}

func (d *Workbook) addSheet(i int, name string) error {
	if i == 0 {
		return d.File.SetSheetName("Sheet1", name)
	}
	_, err := d.File.NewSheet(name)
	return err
}

// Fill gives a sheet its cells: last is its last cell ("N120"), rows writes
// them from the top down when the workbook is written.
func (d *Workbook) Fill(sheet, last string, rows func(*SheetWriter)) error {
	_, err := d.fill(sheet, last, rows)
	return err
}

// FillOnGrid is Fill for a sheet to look things up in: the grid lines that every
// program draws stand for borders, in print too, and its empty cells, of which
// such a sheet has most, are not written at all.
func (d *Workbook) FillOnGrid(sheet, last string, rows func(*SheetWriter)) error {
	f, err := d.fill(sheet, last, rows)
	if err != nil {
		return err
	}
	f.open, err = borderlessStyles(d.File, d.Styles)
	return err
}

func (d *Workbook) fill(sheet, last string, rows func(*SheetWriter)) (*fill, error) {
	i, err := d.File.GetSheetIndex(sheet)
	if err != nil || i < 0 {
		return nil, fmt.Errorf("no sheet %q to fill", sheet)
	}
	if err := d.File.SetSheetDimension(sheet, "A1:"+last); err != nil {
		return nil, fmt.Errorf("dimension of %q: %w", sheet, err)
	}
	f := &fill{sheet: sheet, rows: rows}
	d.fills[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = f
	return f, nil
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
func (d *Workbook) Write(w io.Writer) error {
	defer d.File.Close()
	all := parts{}
	d.File.SetZipWriter(func(io.Writer) excelize.ZipWriter { return all })
	if err := d.File.Write(io.Discard); err != nil {
		return fmt.Errorf("workbook frame: %w", err)
	}
	table := d.table(all)
	buffered := bufio.NewWriterSize(w, 256<<10) // a zip writer's own is a 64th of that
	zw := newPacker(buffered)
	for _, name := range slices.SortedFunc(maps.Keys(all), partOrder) {
		part := sortContentTypes(name, all[name].Bytes())
		if table != nil {
			var err error
			if part, err = announceShared(name, part); err != nil {
				return fmt.Errorf("part %s: %w", name, err)
			}
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
	if err := zw.Close(); err != nil {
		return err
	}
	return buffered.Flush()
}

// table begins the table of shared texts; nil where excelize has one already.
func (d *Workbook) table(all parts) *sharedTexts {
	if all[sharedPart] != nil {
		return nil
	}
	return &sharedTexts{number: map[string]sharedText{}}
}

// partOrder puts the list of contents first, as readers that stream expect.
func partOrder(a, b string) int {
	first := func(s string) int {
		return max(1-strings.Count(s, "[Content_Types]"), 0)
	}
	return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a, b))
}

var contentDefault = regexp.MustCompile(`<Default [^>]*></Default>`)

// sortContentTypes puts the default content types in order: beside a chart, excelize
// writes them in the order of a map, another one each time.
func sortContentTypes(name string, part []byte) []byte {
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
	return zw.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate,
		Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

// writePart writes one part; a sheet's rows go between the halves of its frame.
func (d *Workbook) writePart(zw *zip.Writer, name string, frame []byte, table *sharedTexts) error {
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
	p := d.sheetWriter(out, f, table)
	if p.grid {
		if tail, err = patched(tail, "<printOptions ", `<printOptions gridLines="true" `); err != nil {
			return err
		}
	}
	// excelize marks a sheet with filter buttons as one whose rows are filtered.
	if bytes.Contains(head, []byte("filterMode")) {
		if head, err = patched(head, ` filterMode="true"`, ""); err != nil {
			return err
		}
	}
	p.digest = &sheetDigest{}
	p.raw(string(head))
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
	f.digest = p.digest
	f.digest.links, f.digest.targets = p.links, p.targets
	return writeTargets(zw, name, p)
}

// sheetWriter is the writer that fills a sheet.
func (d *Workbook) sheetWriter(out io.Writer, f *fill, table *sharedTexts) *SheetWriter {
	styles := &d.Styles
	if f.open != nil {
		styles = f.open
	}
	p := newSheetWriter(out, styles, table)
	p.grid, p.link = f.open != nil, d.Link
	return p
}
