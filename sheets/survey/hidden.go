package survey

import (
	"strconv"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// hiddenBlock is a run of hidden lines with something to read in them.
type hiddenBlock struct{ from, to int }

// hide follows the hidden lines; one finding stands for each run of them.
func (s *sheetReader) hide(l table.Line, k table.Kind) {
	if !l.Hidden {
		s.closeHidden()
		return
	}
	if k != table.Record && k != table.Unread {
		return
	}
	if s.hidden.from == 0 {
		s.hidden.from = l.Number
	}
	s.hidden.to = l.Number
}

// closeHidden reports the run of hidden lines that ends here. At the end of a
// hidden sheet it reports the sheet.
func (s *sheetReader) closeHidden() {
	if s.hidden.from == 0 {
		return
	}
	at := s.ref
	at.Row = s.hidden.from
	what := "第" + strconv.Itoa(s.hidden.from) + "行"
	if s.hidden.to > s.hidden.from {
		what = "第" + strconv.Itoa(s.hidden.from) + "至" + strconv.Itoa(s.hidden.to) + "行"
	}
	s.findings.Add("table/hidden", at, what)
	s.hidden = hiddenBlock{}
}

// hiddenSheet reports a sheet that nobody sees and that was read.
func (s *sheetReader) hiddenSheet() {
	if s.sheet.Visibility != sheets.Visible && s.account.Records > 0 {
		s.findings.Add("table/hidden", s.ref, "工作表“"+s.sheet.Name+"”")
	}
}

// hiddenColumns reports the hidden columns that are read, one finding for each
// run of them.
func (s *sheetReader) hiddenColumns() {
	for _, r := range s.sheet.HiddenCols {
		first, last := 0, 0
		for _, slot := range s.lay.slots {
			col := s.lay.table.Columns[slot.field].Col
			if col < r.Left || col > r.Right {
				continue
			}
			if first == 0 || col < first {
				first = col
			}
			last = max(last, col)
		}
		if first == 0 {
			continue
		}
		at := s.ref
		at.Row, at.Col = s.lay.table.Bottom, first
		what := calc.ColumnName(first) + "列"
		if last > first {
			what = calc.ColumnName(first) + "至" + calc.ColumnName(last) + "列"
		}
		s.findings.Add("table/hidden", at, what)
	}
}
