package notice

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets"
)

// headingsWithin is how far down the headings are looked for.
const headingsWithin = 20

// lines reads the lines under the first line of a sheet that has all the
// headings, by heading, with cells that are empty; above gets each line before it. It tells whether there
// were headings.
func lines(s *sheets.Sheet, headings []string, above func(string),
	each func(row int, cells map[string]calc.Cell)) (found bool, fs calc.Findings) {
	var columns map[int]string
	fs = s.Rows(func(l sheets.Line) bool {
		if columns == nil {
			if columns = columnsOf(l, headings); columns == nil && len(l.Cells) > 0 {
				above(l.Cells[0].Text)
			}
			return columns != nil || l.Number < headingsWithin
		}
		cells, filled := map[string]calc.Cell{}, false
		for col, head := range columns {
			cells[head] = calc.Cell{Col: col}
		}
		for _, c := range l.Cells {
			c.Text = strings.TrimSpace(c.Text)
			if head, ok := columns[c.Col]; ok && c.Text != "" {
				cells[head], filled = c, true
			}
		}
		if filled {
			each(l.Number, cells)
		}
		return true
	})
	return columns != nil, fs
}

// columnsOf are the headings of a line by their columns, nil where one that is
// wanted is not among them.
func columnsOf(l sheets.Line, wanted []string) map[int]string {
	columns, there := map[int]string{}, map[string]bool{}
	for _, c := range l.Cells {
		head := strings.Join(strings.Fields(c.Text), "")
		columns[c.Col], there[head] = head, true
	}
	for _, head := range wanted {
		if !there[head] {
			return nil
		}
	}
	return columns
}

var registerPeriod = regexp.MustCompile(`公示期：(\S+) 至 (\S+)（(\d+) 个工作日）`)

// ReadRegister reads a register back. A workbook without its table gives nil. A
// line that was begun is an objection; what of it is not understood is a
// finding, as are those that [Register.check] holds against the notice.
func ReadRegister(book *sheets.Book) (*Register, calc.Findings) {
	var fs calc.Findings
	for _, s := range book.Sheets {
		r := &Register{File: book.File}
		found, more := lines(s, []string{headReceived, headSerial, headCompany, headKind, headState}, r.period,
			func(row int, cells map[string]calc.Cell) {
				at := calc.Ref{File: book.File, Sheet: s.Name, Row: row}
				r.Objections = append(r.Objections, readObjection(&fs, at, cells, written.EpochOf(s.Date1904)))
			})
		if fs = append(fs, more...); found {
			return r, fs
		}
	}
	fs.Add("objection/no-table", calc.Ref{File: book.File})
	return nil, fs
}

// period reads the period from the note above the table.
func (r *Register) period(text string) {
	m := registerPeriod.FindStringSubmatch(text)
	if m == nil {
		return
	}
	from, err1 := written.ParseDay(m[1])
	to, err2 := written.ParseDay(m[2])
	if days, err3 := strconv.Atoi(m[3]); err1 == nil && err2 == nil && err3 == nil {
		r.From, r.To, r.Days = from, to, days
	}
}

// readObjection reads one line.
func readObjection(fs *calc.Findings, at calc.Ref, cells map[string]calc.Cell, epoch written.Epoch) Objection {
	o := Objection{Ref: at, Company: plain(cells[headCompany].Text), Kind: plain(cells[headKind].Text),
		Content: cells[headContent].Text, Handling: plain(cells[headHandling].Text), Ground: cells[headGround].Text,
		Document: cells[headDocument].Text, columns: map[string]int{}}
	for head, c := range cells {
		o.columns[head] = c.Col
	}
	var ok bool
	if o.Serials, ok = serialsIn(cells[headSerial].Text); !ok {
		o.misnumbered = true
		fs.Add("objection/unknown-line", o.at(headSerial), cells[headSerial].Text)
	}
	state := strings.Join(strings.Fields(cells[headState].Text), "")
	switch o.State = ObjectionState(cmp.Or(state, string(ObjectionOpen))); o.State {
	case ObjectionOpen, ObjectionRejected, ObjectionUpheld:
	default:
		fs.Add("objection/state", o.at(headState), state)
	}
	if d := written.ParseDateFrom(cells[headReceived].Text, epoch); d.Reason == "" && d.Date.Day > 0 {
		o.Received = d.Date
	} else {
		fs.Add("objection/date", o.at(headReceived), cells[headReceived].Text)
	}
	return o
}

var serialSeparators = regexp.MustCompile(`[、,，;；\s]+`)

// serialsIn reads the numbers of lines: 7, 第7号, 7、9. It tells whether it
// understood them; of no text there are none.
func serialsIn(text string) ([]int, bool) {
	var all []int
	for _, part := range serialSeparators.Split(written.Plain(text), -1) {
		digits := strings.TrimRight(strings.TrimLeft(part, "第序号"), "号项")
		if digits == "" && part == "" {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSuffix(digits, ".0"))
		if err != nil || n < 1 {
			return nil, false
		}
		all = append(all, n)
	}
	return all, true
}
