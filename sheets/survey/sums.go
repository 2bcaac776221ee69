package survey

import (
	"cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// sums follows the amounts of a table, so that the sender's own totals can be
// checked.
type sums struct {
	*table.Sums
	slots []slot
	upto  int // rows that are added up; the others wait until a total asks
}

// newSums begins the sums of a table.
func (s *sheetReader) newSums() sums {
	out, lay := sums{upto: len(s.reader.rows)}, s.lay
	form := table.SumForm{Name: lay.at[calc.ColCompany], CatchUp: s.catchUp, Companies: s.companies,
		Amount: func(i int, c calc.Cell) (money.Yuan, bool) { return s.amount(c, s.sums.slots[i]) }}
	for _, slot := range s.lay.slots {
		if isAmount(slot.column) {
			out.slots = append(out.slots, slot)
			form.Columns = append(form.Columns, slot.field)
		}
	}
	form.Report = func(d table.Difference) { s.reportSum(d, lay, out.slots) }
	out.Sums = table.NewSums(form)
	return out
}

// catchUp adds up the rows since it was last asked. The rows that a wide sheet
// makes of one line count once.
func (s *sheetReader) catchUp() {
	rows := s.reader.rows
	for ; s.sums.upto < len(rows); s.sums.upto++ {
		row := &rows[s.sums.upto]
		if s.sums.upto > 0 && rows[s.sums.upto-1].Ref() == row.Ref() {
			continue
		}
		s.sums.Line()
		for i, slot := range s.sums.slots {
			if f := row.Field(slot.column); f.Col != 0 {
				y, ok := s.amount(f.Cell(), slot)
				s.sums.Add(i, y, ok)
			}
		}
	}
}

// amount reads a cell as money; what says that there is nothing is nothing.
// Numbers without any unit are added up as they stand: the total has none,
// either.
func (s *sheetReader) amount(c calc.Cell, slot slot) (money.Yuan, bool) {
	unit := s.Around.Unit
	if unit == money.UnitNone && slot.unit == money.UnitNone {
		unit = money.UnitYuan
	}
	y, findings := standard.ReadAmount(c, slot.column.String(), slot.unit, unit, s.Ref)
	if findings.Worst() != "" {
		return money.Yuan{}, false
	}
	if y == nil {
		return money.Yuan{}, true
	}
	return *y, true
}

// reportSum says what a total or a section states otherwise than its lines.
func (s *sheetReader) reportSum(d table.Difference, lay *layout, slots []slot) {
	title, unit := "", ""
	if d.Column != table.CountColumn {
		slot := slots[d.Column]
		title = lay.table.Columns[slot.field].Text + "“" + d.Label + "”"
		if slot.unit != money.UnitNone || s.Around.Unit != money.UnitNone {
			unit = "元"
		}
	}
	s.Differs(d, title, unit)
}

// companies counts the companies of the last n lines that became rows.
func (s *sheetReader) companies(n int) int {
	seen := map[string]bool{}
	lines, line := 0, int32(-1)
	for i := len(s.reader.rows) - 1; i >= 0; i-- {
		row := &s.reader.rows[i]
		if row.Number != line {
			lines, line = lines+1, row.Number
		}
		if lines > n {
			break
		}
		seen[cmp.Or(row.Text(calc.ColCreditCode), table.Fold(row.Text(calc.ColCompany)))] = true
	}
	return len(seen)
}
