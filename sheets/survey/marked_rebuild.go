package survey

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/write"
)

// rebuild writes a workbook of nothing but the values of another, whatever
// format it had: texts, numbers with their digits, dates, truth values, errors,
// merges and the widths of columns.
func rebuild(b *sheets.Book) ([]byte, error) {
	names := copyNames(b)
	d, err := write.NewWorkbook(b.File, names...)
	if err != nil {
		return nil, err
	}
	for i, s := range b.Sheets {
		last, widths := measureSheet(s)
		for c, w := range widths {
			column := calc.ColumnName(c + 1)
			err = errors.Join(err, d.File.SetColWidth(names[i], column, column, w))
		}
		for _, m := range sortedRanges(s.Merges) {
			from, to := calc.Ref{Row: m.Top, Col: m.Left}.Cell(), calc.Ref{Row: m.Bottom, Col: m.Right}.Cell()
			err = errors.Join(err, d.File.MergeCell(names[i], from, to))
		}
		err = errors.Join(err, d.Fill(names[i], last, func(p *write.SheetWriter) { drawSheet(p, s) }))
	}
	var out bytes.Buffer
	err = errors.Join(err, d.Write(&out))
	return out.Bytes(), err
}

// measureSheet finds the last cell of a sheet and the widths of its columns:
// their own, else what their texts need.
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
	for _, w := range s.Widths {
		for c := w.Left; c <= min(w.Right, len(widths)); c++ {
			widths[c-1] = w.Characters
		}
	}
	return calc.Ref{Row: row, Col: max(len(widths), 1)}.Cell(), widths
}

func drawSheet(p *write.SheetWriter, s *sheets.Sheet) {
	s.Rows(func(l sheets.Line) bool {
		p.Row(l.Number)
		for _, c := range l.Cells {
			p.Skip(c.Col - 1 - p.Column())
			drawCell(p, c)
		}
		return true
	})
}

func drawCell(p *write.SheetWriter, c calc.Cell) {
	switch keptKind(c) {
	case calc.CellNumber:
		p.Digits(write.StylePlain, c.Text)
	case calc.CellDate:
		serial, _ := serialOf(c.Text)
		p.Digits(dateStyle(c.Text), serial)
	case calc.CellBool:
		p.Bool(write.StylePlain, c.Text == "TRUE")
	case calc.CellError:
		p.ErrorValue(write.StylePlain, c.Text)
	case calc.CellNoValue:
		p.Blank(write.StylePlain)
	default:
		p.Text(write.StylePlain, c.Text)
	}
}

func dateStyle(iso string) write.Style {
	if len(iso) > len(time.DateOnly) {
		return write.StyleDateTime
	}
	return write.StyleDate
}

// firstSerial is the first day that all programs count alike, 1900-03-01.
const firstSerial = 61

// serialOf is a date, with its time of day where it has one, as a workbook
// stores it.
func serialOf(iso string) (serial string, ok bool) {
	at, err := time.Parse(time.DateTime[:min(len(iso), len(time.DateTime))], iso)
	if err != nil {
		return "", false
	}
	days := serialDay(at.Date())
	seconds := at.Hour()*3600 + at.Minute()*60 + at.Second()
	digits := decimal.New(int64(days), 0).Add(decimal.New(int64(seconds), 0).DivRound(decimal.New(24*3600, 0), 9))
	return digits.String(), days >= firstSerial
}

// errorValues are those that a workbook may store.
var errorValues = []string{"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}

// keptKind is the kind that a cell has in a rebuilt copy: its own, text where a
// workbook cannot store it so, none where nobody knows its value.
func keptKind(c calc.Cell) calc.CellKind {
	switch c.Kind {
	case calc.CellNumber, calc.CellBool, calc.CellNoValue:
		return c.Kind
	case calc.CellStale:
		return calc.CellNoValue
	case calc.CellDate:
		if _, ok := serialOf(c.Text); ok {
			return calc.CellDate
		}
	case calc.CellError:
		if slices.Contains(errorValues, c.Text) {
			return calc.CellError
		}
	}
	return calc.CellText
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
	return short(name, maxSheetName)
}
