package survey

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestASheetFormattedFarBelowItsRowsKeepsItsDress formats rows below those of a
// submission (the last is row 7) and looks at where the sheet of its copy ends.
func TestASheetFormattedFarBelowItsRowsKeepsItsDress(t *testing.T) {
	p := policies(t)["lyg-2024"]
	for _, c := range []struct {
		name    string
		below   string
		last    int // row of the copy
		rebuilt bool
		says    bool // that rows were left out
	}{
		{"as many rows as are kept", emptyRows(7, 7+keptEmpty, ""), 7 + keptEmpty, false, false},
		{"one more", emptyRows(7, 8+keptEmpty, ""), 7 + keptEmpty, false, true},
		{"to the last row of a sheet", emptyRows(7, 1<<20, ""), 7 + keptEmpty, false, true},
		{"cells, not only rows", emptyRows(7, 100_000, `<c r="A%[1]d" s="1"/><c r="B%[1]d" s="1"></c>`), 7 + keptEmpty,
			false,
			true},
		{"a value below many", emptyRows(7, 3000, "") + `<row r="3001"><c r="I3001"><v>1</v></c></row>`, 3001, false,
			false},
		{"a hidden row below many", emptyRows(7, 3000, "") + `<row r="3001" hidden="1"/>`, 3001, false, false},
		{"a value below too many to load", emptyRows(7, 1<<20-1, "") +
			`<row r="1048576"><c r="I1048576"><v>1</v></c></row>`,
			1 << 20, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := dressed(t, built(t, faulty), "xl/worksheets/sheet1.xml", func(s string) string {
				return strings.Replace(s, "</sheetData>", c.below+"</sheetData>", 1)
			})
			m := marked(t, p, data)
			if m.Rebuilt != c.rebuilt || m.Muted {
				t.Fatalf("rebuilt %v, muted %v", m.Rebuilt, m.Muted)
			}
			text := partNamed(t, m.Data, "xl/worksheets/sheet1.xml")
			if got := strings.Count(text, "<row "); !c.rebuilt &&
				!strings.Contains(text, fmt.Sprintf(`<row r="%d"`, c.last)) ||
				strings.Contains(text, fmt.Sprintf(`<row r="%d"`, c.last+1)) {
				t.Errorf("%d rows, the last is not %d", got, c.last)
			}
			list, err := openForm(t, m.Data).GetCellValue(foundSheetName, "A3")
			if err != nil {
				t.Fatal(err)
			}
			if says := strings.Contains(list, "空行超过"); says != c.says {
				t.Error(list)
			}
		})
	}
}

// emptyRows are formatted rows behind one up to another, with cells.
func emptyRows(after, last int, cells string) string {
	var b strings.Builder
	for n := after + 1; n <= last; n++ {
		row := fmt.Sprintf(`<row r="%d" ht="20" customHeight="1">`, n)
		if cells != "" {
			row += fmt.Sprintf(cells, n)
		}
		b.WriteString(row + "</row>")
	}
	return b.String()
}

func partNamed(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == name {
			text, err := partOf(f)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	t.Fatal("no part " + name)
	return ""
}
