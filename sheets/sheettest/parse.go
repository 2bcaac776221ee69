package sheettest

import (
	"fmt"
	"strconv"
	"strings"
)

// workbook is the notation, read.
type workbook struct {
	date1904 bool
	sheets   []*sheet
}

type sheet struct {
	name       string
	state      string // "", "hidden" or "veryHidden"
	merges     []string
	hiddenRows [][2]int
	hiddenCols [][2]int
	rows       [][]cell
}

// parse reads the notation; its errors name the line.
func parse(src string) (*workbook, error) {
	w := &workbook{}
	var at *sheet
	for i, line := range strings.Split(src, "\n") {
		line = strings.TrimSuffix(line, "\r")
		var err error
		switch name, isName := strings.CutPrefix(line, "# "); {
		case isName:
			at = &sheet{name: name}
			w.sheets = append(w.sheets, at)
		case line == "#date1904":
			w.date1904 = true
		case at == nil && line == "":
		case at == nil:
			err = fmt.Errorf("a row stands before the first sheet")
		case isDirective(line):
			err = at.direct(line)
		default:
			at.rows = append(at.rows, parseRow(line))
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	for _, s := range w.sheets {
		s.trim()
	}
	return w, nil
}

func parseRow(line string) []cell {
	if line == "" {
		return nil
	}
	var row []cell
	for _, s := range strings.Split(line, "\t") {
		row = append(row, parseCell(s))
	}
	return row
}

// trim drops the empty rows at the end.
func (s *sheet) trim() {
	for len(s.rows) > 0 && len(s.rows[len(s.rows)-1]) == 0 {
		s.rows = s.rows[:len(s.rows)-1]
	}
}

// direct applies one directive to the sheet.
func (s *sheet) direct(line string) error {
	f := strings.Fields(line)
	switch {
	case f[0] == "#merge" && len(f) == 2:
		s.merges = append(s.merges, f[1])
	case line == "#hide sheet":
		s.state = "hidden"
	case line == "#hide sheet very":
		s.state = "veryHidden"
	case len(f) == 3 && f[1] == "row":
		return addSpan(&s.hiddenRows, f[2], strconv.Atoi)
	case len(f) == 3 && f[1] == "col":
		return addSpan(&s.hiddenCols, f[2], columnNumber)
	default:
		return fmt.Errorf("unknown directive %q", line)
	}
	return nil
}

// addSpan reads "5" or "5-7".
func addSpan(to *[][2]int, span string, number func(string) (int, error)) error {
	first, last, ok := strings.Cut(span, "-")
	if !ok {
		last = first
	}
	a, err := number(first)
	if err != nil {
		return err
	}
	b, err := number(last)
	if err != nil {
		return err
	}
	*to = append(*to, [2]int{a, b})
	return nil
}

// columnNumber reads column letters: A is 1.
func columnNumber(s string) (int, error) {
	n := 0
	for _, c := range s {
		if c < 'A' || c > 'Z' || n > 16384 {
			return 0, fmt.Errorf("%q is not a column", s)
		}
		n = n*26 + int(c-'A') + 1
	}
	return n, nil
}
