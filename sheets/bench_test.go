package sheets_test

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// bigWorkbook writes a survey of rows x 12 cells with shared strings and gives
// its path.
func bigWorkbook(b *testing.B, rows int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "big.xlsx")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	parts, err := sheettest.Parts("# 摸排表\n")
	if err != nil {
		b.Fatal(err)
	}
	z := zip.NewWriter(f)
	for _, p := range parts {
		w, err := z.Create(p.Name)
		if err != nil {
			b.Fatal(err)
		}
		switch p.Name {
		case "xl/sharedStrings.xml":
			bigStrings(w, rows)
		case "xl/worksheets/sheet1.xml":
			bigRows(w, rows)
		default:
			io.WriteString(w, p.Content)
		}
	}
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

const mainNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// bigStrings: six texts that repeat and two that each row has of its own.
func bigStrings(w io.Writer, rows int) {
	fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><sst %s>`, mainNS)
	for i := range 100 {
		fmt.Fprintf(w, `<si><t>绿色工厂（第%d批）</t></si>`, i)
	}
	for i := range rows {
		fmt.Fprintf(w, `<si><t>连云港第%d新材料科技有限公司</t></si><si><t>9132070%011d</t></si>`, i, i)
	}
	io.WriteString(w, `</sst>`)
}

func bigRows(w io.Writer, rows int) {
	fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><worksheet %s><dimension ref="A1"/><sheetData>`, mainNS)
	var line []byte
	for i := range rows {
		r := i + 1
		line = fmt.Appendf(line[:0], `<row r="%d" spans="1:12">`, r)
		for col := range 12 {
			ref := calc.ColumnName(col+1) + strconv.Itoa(r)
			switch {
			case col == 0:
				line = fmt.Appendf(line, `<c r="%s" s="1"><v>%d</v></c>`, ref, 40000+i%5000)
			case col < 3:
				line = fmt.Appendf(line, `<c r="%s" t="s"><v>%d</v></c>`, ref, 100+2*i+col-1)
			case col < 9:
				line = fmt.Appendf(line, `<c r="%s" s="0" t="s"><v>%d</v></c>`, ref, (i*7+col)%100)
			default:
				line = fmt.Appendf(line, `<c r="%s"><v>%d.%02d</v></c>`, ref, i*37%1000000, i%100)
			}
		}
		w.Write(append(line, "</row>"...))
	}
	io.WriteString(w, `</sheetData></worksheet>`)
}

func benchRows() int {
	if testing.Short() {
		return 20_000
	}
	return 200_000
}

// BenchmarkRead compares reading with only inflating the same parts and with
// the library that we write with, in one run on one file. Each line has its
// processor time and how many times the line before it that is (x-before): of
// sheets at most 3, of excelize at least 10.
func BenchmarkRead(b *testing.B) {
	path := bigWorkbook(b, benchRows())
	before := 0.0
	run := func(name string, op func()) {
		var ms float64
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			ms = reportCPU(b, func() {
				for b.Loop() {
					op()
				}
			})
			if before > 0 && ms > 0 {
				b.ReportMetric(ms/before, "x-before")
			}
		})
		before = ms
	}
	run("inflate", func() { inflateAll(b, path) })
	run("sheets", func() {
		if n := readAll(b, path); n != benchRows()*12 {
			b.Fatalf("%d cells", n)
		}
	})
	run("excelize", func() { excelizeAll(b, path) })
}

func inflateAll(b *testing.B, path string) {
	z, err := zip.OpenReader(path)
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	z.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			b.Fatal(err)
		}
		r.Close()
	}
}

func readAll(b *testing.B, path string) int {
	book, findings, err := sheets.Open(sheets.Input{Path: path})
	if err != nil || len(findings) > 0 {
		b.Fatal(findings, err)
	}
	n := 0
	for _, s := range book.Sheets {
		s.Rows(func(l sheets.Line) bool { n += len(l.Cells); return true })
	}
	return n
}

func excelizeAll(b *testing.B, path string) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("摸排表")
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
}
