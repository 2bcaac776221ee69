package sheets

import (
	"strings"

	"jiangbu/calc"
)

// readCSV reads a text file whose fields are divided by commas, semicolons or
// tabs (RFC 4180, and Excel's habits). All cells are text: what was typed. A
// row is a record, as Excel counts them, so that a quoted line break does not
// shift the numbers.
func readCSV(file string, data []byte) ([]*Sheet, *refusal) {
	text, r := decodeText(data)
	if r != nil {
		return nil, r
	}
	c := csvReader{rest: text}
	if first, rest, ok := strings.Cut(text, "\n"); ok && isSeparator(strings.TrimRight(first, "\r")) {
		c.comma, c.rest = first[len("sep=")], rest
	} else {
		c.comma = separatorOf(text)
	}
	return c.sheet(sheetName(file))
}

// isSeparator tells whether a first line only names the separator, as Excel
// understands it: sep=;
func isSeparator(line string) bool {
	return len(line) == 5 && strings.EqualFold(line[:4], "sep=") && strings.IndexByte(",;\t|", line[4]) >= 0
}

// separatorOf finds the separator by which the first records have the same
// number of fields, as many as possible.
func separatorOf(text string) byte {
	best, most := byte(','), 0
	for _, comma := range []byte(",;\t") {
		c := csvReader{rest: text, comma: comma}
		times := map[int]int{}
		for range 50 {
			fields, ok := c.record()
			if !ok {
				break
			}
			times[len(fields)]++
		}
		for n, t := range times {
			if score := (n - 1) * t * t; score > most {
				best, most = comma, score
			}
		}
	}
	return best
}

// csvReader takes records off the front of a text.
type csvReader struct {
	rest   string
	comma  byte
	broken bool // a quote is never closed
	long   bool // a field is longer than any cell
	fields []string
	buf    []byte
}

// record is the next record; its fields are valid until the next one.
func (c *csvReader) record() (fields []string, ok bool) {
	if c.rest == "" {
		return nil, false
	}
	c.fields = c.fields[:0]
	for {
		c.fields = append(c.fields, c.field())
		switch {
		case c.rest == "", c.long, len(c.fields) > maxCol: // check refuses it
			return c.fields, true
		case c.rest[0] == c.comma:
			if c.rest = c.rest[1:]; c.rest == "" {
				return append(c.fields, ""), true
			}
		default:
			c.rest = strings.TrimPrefix(strings.TrimPrefix(c.rest, "\r"), "\n")
			return c.fields, true
		}
	}
}

// field takes one field and stops at its separator or line end. A quote counts
// only at the front of a field.
func (c *csvReader) field() string {
	if !strings.HasPrefix(c.rest, `"`) {
		return c.bare()
	}
	c.rest = c.rest[1:]
	c.buf = c.buf[:0]
	for {
		i := strings.IndexByte(c.rest, '"')
		if i < 0 {
			c.broken = true
			c.buf = append(c.buf, c.rest...)
			c.rest = ""
			return string(c.buf)
		}
		c.buf = append(c.buf, c.rest[:i]...)
		c.rest = c.rest[i+1:]
		if c.long = len(c.buf) > 4*maxText; c.long {
			return string(c.buf)
		}
		if !strings.HasPrefix(c.rest, `"`) {
			break
		}
		c.buf = append(c.buf, '"')
		c.rest = c.rest[1:]
	}
	return string(append(c.buf, c.bare()...)) // what follows the quote belongs to it
}

// bare takes what stands up to the next separator or line end.
func (c *csvReader) bare() string {
	i := strings.IndexAny(c.rest, string([]byte{c.comma, '\r', '\n'}))
	if i < 0 {
		i = len(c.rest)
	}
	s := c.rest[:i]
	c.rest = c.rest[i:]
	return s
}

// sheet reads all records.
func (c *csvReader) sheet(name string) ([]*Sheet, *refusal) {
	log, out := newRowLog()
	for row := 1; ; row++ {
		fields, ok := c.record()
		if !ok {
			break
		}
		if r := c.check(row, fields); r != nil {
			return nil, r.in(name)
		}
		out.beginRow(row, false)
		for i, f := range fields {
			text, formula := unguarded(f)
			out.text(i+1, calc.CellText, formula, []byte(text))
		}
		out.endRow()
	}
	out.end()
	return []*Sheet{{Name: name, rows: log.rows}}, nil
}

// check holds a record against the limits of a sheet.
func (c *csvReader) check(row int, fields []string) *refusal {
	var r *refusal
	switch {
	case c.broken:
		r = unreadable("这一行有引号没有配对，其后的内容无法分行")
	case row > maxRow:
		r = tooLarge("超过 %d 行", maxRow)
	case len(fields) > maxCol:
		r = tooLarge("一行超过 %d 列", maxCol)
	default:
		for i, f := range fields {
			if tooLong([]byte(f)) {
				r = tooLarge("一格超过 %d 字", maxText)
				r.col = i + 1
			}
		}
	}
	if r != nil {
		r.row = row
	}
	return r
}

// unguarded takes the wrapping off ="0012", by which programs keep Excel from
// taking digits for a number.
func unguarded(field string) (text string, tag byte) {
	if len(field) >= 3 && strings.HasPrefix(field, `="`) && strings.HasSuffix(field, `"`) &&
		strings.Count(field, `"`) == 2 {
		return field[2 : len(field)-1], tagFormula
	}
	return field, 0
}
