package report

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets/write"
)

// field is one column over records, all that is known of it: its heading, how
// its cells look, its width, what it says of a record, what its total is, what
// may be typed in, and how 认定记录 is read back by it. The same field stands in
// every sheet that says the same of a record; [field.as] gives it another
// heading, [field.wide] another width.
type field struct {
	head     string
	style    write.Style
	min, max int
	put      func(b *book, w *write.SheetWriter, s write.Style, at spot)
	total    func(b *book, w *write.SheetWriter, sum string, records []int) // nil for none
	allow    *write.Allowed
	get      func(t *tableRow, head string, r *Record) // nil where nothing rests on it
}

// spot is a line of a sheet, from 0, and the record that it is about.
type spot struct{ line, record int }

func (f field) as(head string) field { f.head = head; return f }

func (f field) wide(least, most int) field { f.min, f.max = least, most; return f }

// unsummed is the field without its total.
func (f field) unsummed() field { f.total = nil; return f }

// said is a field of text that the book says of a record.
func said(head string, s write.Style, of func(b *book, record int) string,
	get func(*tableRow, string, *Record)) field {
	return field{head: head, style: s, get: get, put: func(b *book, w *write.SheetWriter, s write.Style, at spot) {
		w.Text(s, of(b, at.record))
	}}
}

// words is a field of text.
func words(head string, s write.Style, of func(*calc.Record, *calc.Decision) string,
	get func(*tableRow, string, *Record)) field {
	return said(head, s, func(b *book, record int) string { return of(b.record(record)) }, get)
}

// ofRecord is a text of the record, and ofDecision one of the decision, that is
// read back as it is written.
func ofRecord(head string, s write.Style, text func(*calc.Record) *string) field {
	return words(head, s, func(r *calc.Record, _ *calc.Decision) string { return *text(r) },
		func(t *tableRow, head string, r *Record) { *text(&r.Record) = t.kept(head) })
}

func ofDecision(head string, s write.Style, text func(*calc.Decision) *string) field {
	return words(head, s, func(_ *calc.Record, d *calc.Decision) string { return *text(d) },
		func(t *tableRow, head string, r *Record) { *text(&r.Decision) = t.kept(head) })
}

// yuan is a field of amounts, nil for an empty cell.
func yuan(head string, of func(*calc.Record, *calc.Decision) *money.Yuan, get func(*tableRow, string, *Record)) field {
	return field{head: head, style: write.StyleMoney, get: get,
		put: func(b *book, w *write.SheetWriter, s write.Style, at spot) {
			w.MoneyOf(s, of(b.record(at.record)))
		}}
}

// summed gives a field of amounts its total.
func (f field) summed(of func(*calc.Record, *calc.Decision) *money.Yuan) field {
	f.total = func(b *book, w *write.SheetWriter, sum string, records []int) {
		var all money.Yuan
		for _, i := range records {
			if y := of(b.record(i)); y != nil {
				all = all.Add(*y)
			}
		}
		w.MoneyFormula(write.StyleTotalMoney, sum, all)
	}
	return f
}

// stated is an amount that the row states, read back as it is written.
func stated(head string, of func(*calc.Record) **money.Yuan) field {
	return yuan(head, func(r *calc.Record, _ *calc.Decision) *money.Yuan { return *of(r) },
		func(t *tableRow, head string, r *Record) { *of(&r.Record) = t.moneyOr(head) })
}

// day is a field of dates, in the precision in which they were given.
func day(head string, of func(*calc.Record) *written.Date) field {
	return words(head, write.StyleCentre, func(r *calc.Record, _ *calc.Decision) string { return of(r).String() },
		func(t *tableRow, head string, r *Record) { *of(&r.Record) = t.date(head) })
}

// fieldSerial numbers the lines.
var fieldSerial = field{head: "序号", style: write.StyleCount, min: 4, max: 8,
	put: func(_ *book, w *write.SheetWriter, s write.Style, at spot) {
		w.Count(s, at.line+1)
	}}

// counted gives a field a number of records for its total: 3 条.
func (f field) counted(count func(b *book, records []int) int) field {
	f.total = func(b *book, w *write.SheetWriter, _ string, records []int) {
		w.Text(write.StyleTotal, countWords(count(b, records)))
	}
	return f
}

// recordList makes the list of a sheet of records.
func (b *book) recordList(form write.List, records []int, fields []field) *write.List {
	l := b.list(form)
	l.Lines = len(records)
	for _, f := range fields {
		c := write.ListColumn{Head: f.head, Style: f.style, Min: f.min, Max: f.max, Allow: f.allow,
			Cell: func(w *write.SheetWriter, s write.Style, n int) { f.put(b, w, s, spot{n, records[n]}) }}
		if f.total != nil {
			c.Total = func(w *write.SheetWriter, sum string) { f.total(b, w, sum, records) }
		}
		l.Columns = append(l.Columns, c)
	}
	return l
}
