package sheets_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// open opens a file that must be read without a finding.
func open(t testing.TB, path string) *sheets.Book {
	t.Helper()
	book, findings, err := sheets.Open(sheets.Input{Path: path, File: filepath.Base(path)})
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 || book == nil {
		t.Fatalf("%s: %v", path, findings)
	}
	return book
}

// cellsOf is every cell of a book by sheet and address.
func cellsOf(book *sheets.Book) map[string]calc.Cell {
	got := map[string]calc.Cell{}
	for _, s := range book.Sheets {
		s.Rows(func(l sheets.Line) bool {
			for _, c := range l.Cells {
				got[s.Name+"!"+calc.Ref{Row: c.Row, Col: c.Col}.Cell()] = c
			}
			return true
		})
	}
	return got
}

// excelizeCells is what the library's raw rows give, non-empty cells only.
func excelizeCells(t testing.TB, path string) map[string]string {
	t.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := map[string]string{}
	for _, name := range f.GetSheetList() {
		rows, err := f.Rows(name)
		if err != nil {
			t.Fatal(err)
		}
		for r := 1; rows.Next(); r++ {
			cols, err := rows.Columns()
			if err != nil {
				t.Fatal(err)
			}
			for i, v := range cols {
				if v != "" {
					want[name+"!"+calc.Ref{Row: r, Col: i + 1}.Cell()] = v
				}
			}
		}
	}
	return want
}

// The classes in which the two readers may differ on a clean file: a boolean
// is TRUE or FALSE here and 1 or 0 there; a formula without a value is a cell
// here and nothing there; a date is written out here and a serial there (the
// test of dates compares those).
func comparable(got map[string]calc.Cell) map[string]string {
	plain := map[string]string{}
	for at, c := range got {
		switch {
		case c.Kind == calc.CellBool:
			plain[at] = map[string]string{"TRUE": "1", "FALSE": "0"}[c.Text]
		case c.Kind != calc.CellNoValue:
			plain[at] = c.Text
		}
	}
	return plain
}

var texts = []string{
	"连云港某某新材料有限公司", "a<b & \"c\" > 'd'", " 前后有空格 ", "一行\n两行", "tab\there", "𠮷野家", "é", "=1+1",
	"913207000676274307", "００１", "x_y_z", "]]>", "&amp;", "100%", "'", "\u00a0nbsp\u3000", "_x", "A",
}

// randomCell puts something into a cell in one of the ways that the library has.
func randomCell(f *excelize.File, rng *rand.Rand, sheet, at string) error {
	switch rng.IntN(10) {
	case 0, 1, 2:
		return f.SetCellStr(sheet, at, texts[rng.IntN(len(texts))])
	case 3:
		return f.SetCellDefault(sheet, at, fmt.Sprintf("%d.%02d", rng.IntN(1e6), rng.IntN(100)))
	case 4:
		return f.SetCellInt(sheet, at, rng.Int64()-1<<62)
	case 5:
		return f.SetCellFloat(sheet, at, rng.NormFloat64()*1e6, -1, 64)
	case 6:
		return f.SetCellBool(sheet, at, rng.IntN(2) == 0)
	case 7:
		return f.SetCellFormula(sheet, at, "SUM(A1:A2)&\"<\"")
	case 8:
		return f.SetCellRichText(sheet, at,
			[]excelize.RichTextRun{{Text: texts[rng.IntN(len(texts))]}, {Text: "后", Font: &excelize.Font{Bold: true}}})
	}
	return nil
}

func randomWorkbook(t *testing.T, seed uint64) string {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 1))
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: 4})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Sheet1", "摸排 & <表>"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for row := 1; row < 60; row += 1 + rng.IntN(3) {
			for col := 1; col < 30; col += 1 + rng.IntN(4) {
				at := calc.Ref{Row: row, Col: col}.Cell()
				if err := randomCell(f, rng, name, at); err != nil {
					t.Fatal(err)
				}
				if rng.IntN(4) == 0 {
					if err := f.SetCellStyle(name, at, at, style); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	path := filepath.Join(t.TempDir(), "random.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheReaderAgreesWithTheLibraryOnCleanFiles(t *testing.T) {
	for seed := range uint64(20) {
		path := randomWorkbook(t, seed)
		want := excelizeCells(t, path)
		got := comparable(cellsOf(open(t, path)))
		if diff := cmp.Diff(want, got); diff != "" || len(want) < 100 {
			t.Fatalf("seed %d, %d cells (-excelize +ours):\n%s", seed, len(want), diff)
		}
	}
}

func TestTheReaderAgreesWithTheLibraryOnStreamedFiles(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for r := range 3000 {
		row := []any{texts[r%len(texts)], r, nil, excelize.Cell{Formula: "A1", Value: r}, r%2 == 0, float64(r) / 7}
		if err := w.SetRow(fmt.Sprintf("B%d", r*2+1), row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "stream.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(excelizeCells(t, path), comparable(cellsOf(open(t, path)))); diff != "" {
		t.Error(diff)
	}
}
