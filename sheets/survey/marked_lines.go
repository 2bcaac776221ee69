package survey

import (
	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// missing names the column that a finding about a whole line misses: there the
// mark goes, since there the clerk has to write.
var missing = map[calc.Code]calc.Column{
	"cell/company-missing":     calc.ColCompany,
	"cell/credit-code-missing": calc.ColCreditCode,
	"cell/date-missing":        calc.ColRecognised,
	"cell/district":            calc.ColDistrict,
	"cell/item":                calc.ColItem,
	"cell/level":               calc.ColLevel,
	"cell/nature-missing":      calc.ColNature,
	"record/approval-missing":  calc.ColApproved,
	"record/base-missing":      calc.ColBase,
	"record/subject-missing":   calc.ColSubject,
}

// sheetLines is what the marks of whole lines need to know of a sheet.
type sheetLines struct {
	first  map[int]int // by line: the first column that shows something
	tables []tableColumns
}

// tableColumns are the columns of a table by meaning, 0 for those it lacks.
type tableColumns struct {
	bottom int // the last line of the header
	at     [calc.NumColumns]int
}

// column is where the mark of a finding about a whole line goes.
func (s *sheetLines) column(f calc.Finding) int {
	if s == nil {
		return 1
	}
	for i := len(s.tables) - 1; i >= 0; i-- {
		if t := &s.tables[i]; t.bottom < f.Ref.Row {
			if c := missing[f.Code]; t.at[c] > 0 {
				return t.at[c]
			}
			break
		}
	}
	return max(s.first[f.Ref.Row], 1)
}

// wholeLines reads the sheets on which findings are about whole lines.
func (m *marking) wholeLines() map[string]*sheetLines {
	wanted := map[string]*sheetLines{}
	for _, f := range m.findings {
		if f.Ref.Row > 0 && f.Ref.Col == 0 {
			if wanted[f.Ref.Sheet] == nil {
				wanted[f.Ref.Sheet] = &sheetLines{first: map[int]int{}}
			}
			wanted[f.Ref.Sheet].first[f.Ref.Row] = 0
		}
	}
	nothing := standard.NewVocabulary(&calc.Policy{})
	for _, s := range m.book.Sheets {
		if lines := wanted[s.Name]; lines != nil {
			words.Tables(s, func(l table.Line) bool { lines.read(l, nothing); return true })
		}
	}
	return wanted
}

func (s *sheetLines) read(l table.Line, v *standard.Vocabulary) {
	if _, ok := s.first[l.Number]; ok {
		s.first[l.Number] = firstShown(l.Cells)
	}
	if l.Header == 0 || l.Repeat {
		return
	}
	t := tableColumns{bottom: l.Table.Bottom}
	lay, _ := newLayout(l.Table, v, "")
	for c, i := range lay.at {
		if i != none {
			t.at[c] = l.Table.Columns[i].Col
		}
	}
	s.tables = append(s.tables, t)
}

func firstShown(cells []calc.Cell) int {
	for _, c := range cells {
		if !table.IsBlank(c.Text) {
			return c.Col
		}
	}
	return 0
}
