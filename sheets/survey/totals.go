package survey

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// totals follows the amounts of a table, so that the sender's own totals can
// be checked.
type totals struct {
	columns []amountColumn
	count   [2]int // records: of the whole table, since the last subtotal
	upto    int    // rows that are added up; the others wait until a total asks
	open    []claimedTotal
	leads   bool // a total of this table stood above its lines
}

// The two spans of a sum.
const (
	wholeTable = iota
	sinceSubtotal
)

// amountColumn is the running sum of one column of amounts.
type amountColumn struct {
	slot slot
	sum  [2]money.Yuan
	bad  [2]bool // an amount could not be read, so that nothing can be checked
}

// claimedTotal is a total that does not equal the lines above it; it may stand
// above its lines instead.
type claimedTotal struct {
	column int
	cell   calc.Cell
	label  string
	sent   money.Yuan
	above  money.Yuan // the sum that it was compared with
	before money.Yuan // of the whole table when it was met
	sub    bool
}

func newTotals(l *layout, rows int) totals {
	t := totals{upto: rows}
	for _, s := range l.slots {
		if isAmount(s.column) {
			t.columns = append(t.columns, amountColumn{slot: s})
		}
	}
	return t
}

// catchUp adds up the rows since it was last asked. The rows that a wide sheet
// makes of one line count once.
func (t *totals) catchUp(s *sheetReader) {
	rows := s.reader.rows
	for ; t.upto < len(rows); t.upto++ {
		if t.upto > 0 && rows[t.upto-1].Ref() == rows[t.upto].Ref() {
			continue
		}
		for span := range t.count {
			t.count[span]++
		}
		for i := range t.columns {
			t.columns[i].add(s, &rows[t.upto])
		}
	}
}

func (c *amountColumn) add(s *sheetReader, row *calc.Row) {
	f := row.Field(c.slot.column)
	if f.Col == 0 || c.bad[wholeTable] {
		return
	}
	y, ok := s.amount(f.Cell(), c.slot)
	for span := range c.sum {
		c.bad[span] = c.bad[span] || !ok
		c.sum[span] = c.sum[span].Add(y)
	}
}

// amount reads a cell as money; what says that there is nothing is nothing.
// Numbers without any unit are added up as they stand: the total has none,
// either.
func (s *sheetReader) amount(c calc.Cell, slot slot) (money.Yuan, bool) {
	unit := s.around.unit
	if unit == money.UnitNone && slot.unit == money.UnitNone {
		unit = money.UnitYuan
	}
	y, findings := standard.ReadAmount(c, slot.column.String(), slot.unit, unit, s.ref)
	if findings.Worst() != "" {
		return money.Yuan{}, false
	}
	if y == nil {
		return money.Yuan{}, true
	}
	return *y, true
}

// section begins a new block of subtotals.
func (t *totals) section(s *sheetReader) {
	t.catchUp(s)
	t.count[sinceSubtotal] = 0
	for i := range t.columns {
		t.columns[i].sum[sinceSubtotal] = money.Yuan{}
		t.columns[i].bad[sinceSubtotal] = false
	}
}

// check compares a total line with the records.
func (t *totals) check(s *sheetReader, l table.Line) {
	t.catchUp(s)
	label, _ := totalCell(l)
	sub := containsAny(label, subtotals)
	t.settleOpen(s, sub)
	for i := range t.columns {
		t.checkColumn(s, l, i, label, sub)
	}
	t.checkCount(s, l, label, sub)
	if sub {
		t.section(s)
	}
}

func (t *totals) checkColumn(s *sheetReader, l table.Line, i int, label string, sub bool) {
	c := &t.columns[i]
	cell := l.Fields[c.slot.field]
	if table.IsBlank(cell.Text) || l.Merged(c.slot.field) || cell.Kind == calc.CellText && isTotalText(cell.Text) {
		return
	}
	sent, ok := s.amount(cell, c.slot)
	if !ok || c.bad[wholeTable] {
		return
	}
	if sent.Equal(c.sum[sinceSubtotal]) || !sub && sent.Equal(c.sum[wholeTable]) {
		return
	}
	above := c.sum[wholeTable]
	if sub {
		above = c.sum[sinceSubtotal]
	}
	t.open = append(t.open, claimedTotal{i, cell, label, sent, above, c.sum[wholeTable], sub})
}

func isTotalText(text string) bool { _, ok := totalLabel(text); return ok }

// settleOpen looks at the totals that did not equal the lines above them: one
// that equals the lines below it, up to here, stands above its lines.
func (t *totals) settleOpen(s *sheetReader, sub bool) {
	var still []claimedTotal
	for _, o := range t.open {
		below := t.columns[o.column].sum[wholeTable].Sub(o.before)
		switch {
		case o.sent.Equal(below) && !below.IsZero():
			t.leads = true
		case !o.sub && sub:
			still = append(still, o)
		default:
			if t.leads {
				o.above = below
			}
			s.reportTotal(t, o)
		}
	}
	t.open = still
}

func (s *sheetReader) reportTotal(t *totals, o claimedTotal) {
	at := s.ref
	at.Row, at.Col = o.cell.Row, o.cell.Col
	slot := t.columns[o.column].slot
	what := s.lay.table.Columns[slot.field].Text + "“" + o.label + "”"
	unit := ""
	if slot.unit != money.UnitNone || s.around.unit != money.UnitNone {
		unit = "元"
	}
	s.findings.Add("table/control-total", at, what, o.sent.String()+unit, o.above.String()+unit, o.sent.Sub(o.above).String()+unit)
}

// end settles what is open at the end of the table.
func (t *totals) end(s *sheetReader) {
	if len(t.open) > 0 {
		t.catchUp(s)
		t.settleOpen(s, false)
	}
}

// checkCount compares 共计5家 with the records and with the companies.
func (t *totals) checkCount(s *sheetReader, l table.Line, label string, sub bool) {
	n, cell, ok := s.claimedCount(l)
	if !ok {
		return
	}
	spans := []int{sinceSubtotal}
	if !sub {
		spans = append(spans, wholeTable)
	}
	for _, span := range spans {
		if n == t.count[span] || n == s.companies(t.count[span]) {
			return
		}
	}
	at := s.ref
	at.Row, at.Col = cell.Row, cell.Col
	have := t.count[spans[len(spans)-1]]
	s.findings.Add("table/control-total", at, "数量“"+label+"”", strconv.Itoa(n), strconv.Itoa(have), strconv.Itoa(n-have))
}

// claimedCount reads a number of records or companies in a total line: 共计5家
// in any text, or a bare number under the company.
func (s *sheetReader) claimedCount(l table.Line) (n int, cell calc.Cell, ok bool) {
	for _, c := range l.Cells {
		if c.Kind == calc.CellText {
			if n, ok := countIn(table.Fold(c.Text)); ok {
				return n, c, true
			}
		}
	}
	if i := s.lay.at[calc.ColCompany]; i != none && l.Fields[i].Row == l.Number {
		if n, ok := bareNumber(l.Fields[i]); ok {
			return n, l.Fields[i], true
		}
	}
	return 0, calc.Cell{}, false
}

// countIn finds the number before 家, 户, 个, 项 or 条.
func countIn(s string) (n int, ok bool) {
	for _, unit := range [...]string{"家", "户", "项", "条", "个"} {
		i := strings.Index(s, unit)
		if i <= 0 || !startsWithDigit(s[i-1:]) {
			continue
		}
		from := i
		for from > 0 && startsWithDigit(s[from-1:]) {
			from--
		}
		if n, err := strconv.Atoi(s[from:i]); err == nil && (from == 0 || s[from-1] != '.') {
			return n, true
		}
	}
	return 0, false
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
		name := row.Text(calc.ColCreditCode)
		if name == "" {
			name = table.Fold(row.Text(calc.ColCompany))
		}
		seen[name] = true
	}
	return len(seen)
}
