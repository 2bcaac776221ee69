package survey

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/write"
)

// rebuild writes a workbook of nothing but the values of another, whatever
// format it had: texts, numbers with their digits, dates as they read, merges.
func rebuild(b *sheets.Book) ([]byte, error) {
	names := copyNames(b)
	d, err := write.NewWorkbook(b.File, names...)
	if err != nil {
		return nil, err
	}
	for i, s := range b.Sheets {
		last, widths := measureSheet(s)
		for c, w := range widths {
			if err := d.File.SetColWidth(names[i], calc.ColumnName(c+1), calc.ColumnName(c+1), w); err != nil {
				return nil, err
			}
		}
		for _, m := range sortedRanges(s.Merges) {
			from, to := calc.Ref{Row: m.Top, Col: m.Left}.Cell(), calc.Ref{Row: m.Bottom, Col: m.Right}.Cell()
			if err := d.File.MergeCell(names[i], from, to); err != nil {
				return nil, err
			}
		}
		if err := d.Fill(names[i], last, func(p *write.SheetWriter) { drawSheet(p, s) }); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err = d.Write(&out)
	return out.Bytes(), err
}

// measureSheet finds the last cell of a sheet and the widths of its columns.
func measureSheet(s *sheets.Sheet) (last string, widths []float64) {
	row, measured := 1, 0
	s.Rows(func(l sheets.Line) bool {
		row = l.Number
		for _, c := range l.Cells {
			for len(widths) < c.Col {
				widths = append(widths, 8)
			}
			if measured > 0 { // the first line is the title
				widths[c.Col-1] = max(widths[c.Col-1], float64(min(write.DisplayWidth(c.Text)+2, 40)))
			}
		}
		measured++
		return true
	})
	return calc.Ref{Row: row, Col: max(len(widths), 1)}.Cell(), widths
}

func drawSheet(p *write.SheetWriter, s *sheets.Sheet) {
	s.Rows(func(l sheets.Line) bool {
		p.Row(l.Number)
		for _, c := range l.Cells {
			p.Skip(c.Col - 1 - p.Column())
			switch {
			case c.Kind == calc.CellNumber:
				p.Digits(write.StylePlain, c.Text)
			case c.Kind == calc.CellNoValue || c.Kind == calc.CellStale:
				p.Blank(write.StylePlain)
			default:
				p.Text(write.StylePlain, c.Text)
			}
		}
		return true
	})
}

// copyNames are names for the sheets of a book that every program takes: at
// most 31 units, none of the signs that references are made with, each once.
func copyNames(b *sheets.Book) []string {
	names := make([]string, len(b.Sheets))
	taken := map[string]bool{}
	for i, s := range b.Sheets {
		name := sheetName(s.Name)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = short(sheetName(s.Name), 26) + "(" + strconv.Itoa(n) + ")"
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

const maxSheetName = 31

func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, write.CellText(name))
	name = strings.Trim(name, "'")
	if strings.TrimSpace(name) == "" {
		name = "Sheet"
	}
	if len(utf16.Encode([]rune(name))) > maxSheetName {
		name = short(name, maxSheetName)
	}
	return name
}
