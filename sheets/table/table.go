package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// Table is a header that was found: what each column under it means. Begin
// with [Words.Tables].
type Table struct {
	Sheet   *sheets.Sheet
	Top     int // the first and the last line of the header
	Bottom  int
	Columns []Column // in the order of the sheet

	Left, Right int  // of tables side by side: the columns of the sheet that are its own; 0 where it stands alone
	Beside      int  // how many stand left of it
	Other       bool // its headings are not those of the table left of it

	index []int16 // sheet column -> Columns, -1 for none
}

// All are the columns of a table.
func (t *Table) All() []*Column { return Pointers(t.Columns) }

// Pointers leads to columns, so that they can be given their meaning.
func Pointers(columns []Column) []*Column {
	all := make([]*Column, len(columns))
	for i := range columns {
		all[i] = &columns[i]
	}
	return all
}

// Column is one column that has a heading.
type Column struct {
	Col     int
	Text    string // the heading, one line
	Group   string // the headings above it from the top, with strokes between: 节能诊断/诊断机构
	Unit    money.Unit
	Heading *Heading // nil for an unknown heading
	ID      int      // what the column means, after Settle; 0 for nothing
	Row     int      // where Text stands
}

// Told is the heading with its place: F3 天气.
func (c *Column) Told() string { return calc.ColumnName(c.Col) + strconv.Itoa(c.Row) + " " + c.Path() }

// Cell is the heading as a cell, with those above it.
func (c *Column) Cell() calc.Cell {
	return calc.Cell{Kind: calc.CellText, Row: c.Row, Col: c.Col, Text: c.Path()}
}

// Path is the heading with those above it: 认定情况/级别.
func (c *Column) Path() string {
	if c.Group == "" {
		return c.Text
	}
	return c.Group + "/" + c.Text
}

// Line is one line of a sheet that was searched for tables. The slices
// are only valid until the next line.
type Line struct {
	sheets.Line
	Table  *Table      // nil above the first header
	Header int         // how many lines the header takes that ends here; 0 for other lines
	Repeat bool        // the header says the same as the one before (a page break)
	Fields []calc.Cell // by Table.Columns, a merged value taken from its first cell; nil for headers
}

// Merged tells whether field i stands in a line above and reaches down here by
// a merge.
func (l *Line) Merged(i int) bool { return l.Fields[i].Row != 0 && l.Fields[i].Row != l.Number }

// maxHeader is the most lines that a header takes.
const maxHeader = 3

// Tables streams the lines of a sheet and says of each in which table it
// stands. It keeps no more than a header's lines at a time. The findings are
// those of [Sheet.Rows].
func (w *Words) Tables(s *sheets.Sheet, yield func(Line) bool) calc.Findings {
	sc := scanner{words: w, sheet: s, yield: yield, merges: newMergeWalk(s.Merges)}
	findings := s.Rows(func(l sheets.Line) bool { sc.line(l); return !sc.stopped })
	sc.closeHeader()
	sc.giveBeside()
	return findings
}

// scanner walks a sheet: lines above, a header being put together, its rows.
type scanner struct {
	words   *Words
	sheet   *sheets.Sheet
	yield   func(Line) bool
	merges  *mergeWalk
	stopped bool

	above  []headerLine // up to two lines that may hold group headings
	header []headerLine // the header being put together
	whole  *Table       // what the header says
	table  *Table       // the first table of it
	beside []*besideTable
	before headerLine // of tables side by side: the last line that said one thing only
	fields []calc.Cell
}

// headerLine is a copy of a line that may belong to a header.
type headerLine struct {
	sheets.Line
	cells []calc.Cell
}

func (sc *scanner) line(l sheets.Line) {
	if len(sc.header) > 0 {
		if sc.continues(l) {
			sc.header = append(sc.header, keepLine(l, nil))
			return
		}
		if !sc.regroups(l) {
			sc.closeHeader()
		}
	}
	if sc.stopped {
		return
	}
	light := !looksLikeData(l.Cells)
	if light && sc.opens(l) {
		sc.header = append(sc.header, keepLine(l, nil))
		return
	}
	if light || sc.table == nil && saysYears(l.Cells) {
		sc.remember(l)
	}
	sc.emit(l)
}

// regroups takes an open header for headings of groups where the next line is a
// header itself: 第一批 | 第二批 above 单位名称 | 金额 | 单位名称 | 金额.
func (sc *scanner) regroups(l sheets.Line) bool {
	last := sc.header[len(sc.header)-1].Number
	if l.Number != last+1 || looksLikeData(l.Cells) || !sc.opens(l) {
		return false
	}
	lines := sc.header
	sc.header = nil
	for _, g := range lines {
		sc.remember(g.Line)
		sc.emit(g.Line)
	}
	return true
}

// keepLine copies a line beyond the call that gave it.
func keepLine(l sheets.Line, room []calc.Cell) headerLine {
	cells := append(room[:0], l.Cells...)
	l.Cells = cells
	return headerLine{l, cells}
}

// remember keeps the two lines last seen, in memory used again and again.
func (sc *scanner) remember(l sheets.Line) {
	if len(sc.above) < maxHeader-1 {
		sc.above = append(sc.above, keepLine(l, nil))
		return
	}
	first := sc.above[0]
	copy(sc.above, sc.above[1:])
	sc.above[len(sc.above)-1] = keepLine(l, first.cells)
}

func (sc *scanner) emit(l sheets.Line) {
	if len(sc.beside) > 0 {
		l = sc.wait(l, 0)
	}
	out := Line{Line: l, Table: sc.table}
	if sc.table != nil {
		reach := sc.merges.at(l)
		if len(l.Cells) == 0 {
			return
		}
		out.Fields = sc.table.resolve(l, reach, sc.fields)
	}
	sc.give(out)
}

func (sc *scanner) give(l Line) {
	if !sc.stopped && !sc.yield(l) {
		sc.stopped = true
	}
}

// resolve lays a line's cells under the columns of the table and fills in what
// reaches down from merged cells.
func (t *Table) resolve(l sheets.Line, merged []reach, fields []calc.Cell) []calc.Cell {
	clear(fields)
	for _, c := range l.Cells {
		if c.Col < len(t.index) && !c.IsEmpty() {
			if i := t.index[c.Col]; i >= 0 {
				fields[i] = c
			}
		}
	}
	for _, a := range merged {
		if a.col < len(t.index) && a.anchor.Row > t.Bottom {
			if i := t.index[a.col]; i >= 0 && fields[i].IsEmpty() {
				fields[i] = a.anchor
			}
		}
	}
	return fields
}

// opens tells whether a header begins with this line: two headings that are
// read (or one, and further ones that the caller knows), two of them side by
// side, or the last of them with nothing behind it, so that a line of labels and
// values is none.
func (sc *scanner) opens(l sheets.Line) bool {
	read, known, pairs, before := 0, 0, 0, false
	seen, values := 0, 0
	for _, c := range l.Cells {
		if IsBlank(c.Text) {
			continue
		}
		seen++
		h := sc.lookup(c.Text)
		is := h != nil || read+known > 0 && sc.words.also(c.Text)
		switch {
		case h != nil && h.ID != Ignored:
			read++
		case is:
			known++
		}
		if is && before {
			pairs++
		}
		if !is && endsInAny(Fold(c.Text), companyEnds) {
			values++
		}
		before = is
	}
	apart := before && read >= 2 && values == 0 // headings that nobody knows between them
	return (pairs > 0 || apart) && (read >= 2 || read == 1 && known > 0 && read+known == seen)
}

// lookup is thorough above the first table and quick within one.
func (sc *scanner) lookup(text string) *Heading {
	if sc.table != nil {
		return sc.words.exact(text)
	}
	h, _ := sc.words.Find("", text)
	return h
}

// continues tells whether the line is a further line of the open header: a
// merge reaches down into it, or its cells are headings under groups.
func (sc *scanner) continues(l sheets.Line) bool {
	if len(sc.header) >= maxHeader {
		return false
	}
	top, last := sc.header[0].Number, sc.header[len(sc.header)-1]
	for _, m := range sc.sheet.Merges {
		if m.Top >= top && m.Top <= last.Number && m.Bottom >= l.Number && m.Bottom < top+maxHeader {
			return true
		}
	}
	return l.Number == last.Number+1 && !looksLikeData(l.Cells) && sc.refines(last, l)
}

// refines tells whether every cell of the line is a heading that stands under
// a group or under nothing.
func (sc *scanner) refines(last headerLine, l sheets.Line) bool {
	found := 0
	for _, c := range l.Cells {
		if IsBlank(c.Text) {
			continue
		}
		above := cellAt(last.cells, c.Col)
		if h, _ := sc.words.Find("", above.Text); h != nil && !sc.spans(above) {
			return false
		}
		group := cmp.Or(above.Text, cellBefore(last.cells, c.Col).Text)
		if h, _ := sc.words.Find(group, c.Text); h != nil || sc.words.also(c.Text) {
			found++
			continue
		}
		return false
	}
	return found > 0
}

// spans tells whether a cell is merged over several columns.
func (sc *scanner) spans(c calc.Cell) bool {
	m := mergeFrom(sc.sheet.Merges, c)
	return m.Right > m.Left
}

// closeHeader makes the table of the header's lines and hands it on.
func (sc *scanner) closeHeader() {
	if len(sc.header) == 0 {
		return
	}
	lines := sc.header
	t := buildTable(sc.words, sc.sheet, sc.groupLines(), lines)
	last := lines[len(lines)-1]
	out := Line{Line: last.Line, Header: len(lines), Repeat: sc.whole != nil && sameColumns(sc.whole, t)}
	if out.Repeat {
		sc.table.Bottom = t.Bottom
	} else {
		sc.giveBeside()
		sc.begin(t)
	}
	if len(sc.beside) > 0 {
		out.Line = sc.wait(out.Line, out.Header)
	}
	out.Table, sc.header, sc.above = sc.table, nil, nil
	sc.give(out)
}

// groupLines are the lines right above the header that can hold headings of
// groups: several cells, no label with a value.
func (sc *scanner) groupLines() []headerLine {
	next, from := sc.header[0].Number, len(sc.above)
	for from > 0 && maxHeader-len(sc.header) > len(sc.above)-from {
		l := sc.above[from-1]
		if l.Number != next-1 || !holdsGroups(l.cells) {
			break
		}
		from, next = from-1, l.Number
	}
	return sc.above[from:]
}

func holdsGroups(cells []calc.Cell) bool {
	n := 0
	for _, c := range cells {
		if strings.ContainsAny(c.Text, ":：") {
			return false
		}
		if !IsBlank(c.Text) {
			n++
		}
	}
	return n >= 2
}

func sameColumns(a, b *Table) bool {
	return slices.EqualFunc(a.Columns, b.Columns, func(x, y Column) bool {
		return x.Col == y.Col && Fold(x.Text) == Fold(y.Text) && Fold(x.Group) == Fold(y.Group)
	})
}

func cellAt(cells []calc.Cell, col int) calc.Cell {
	i, ok := slices.BinarySearchFunc(cells, col, func(c calc.Cell, col int) int { return cmp.Compare(c.Col, col) })
	if !ok {
		return calc.Cell{}
	}
	return cells[i]
}

// cellBefore is the last cell left of col that shows something.
func cellBefore(cells []calc.Cell, col int) calc.Cell {
	var found calc.Cell
	for _, c := range cells {
		if c.Col < col && !IsBlank(c.Text) {
			found = c
		}
	}
	return found
}
