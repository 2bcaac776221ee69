package standard

import (
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
)

// sheetSpan is where the records of one sheet stand.
type sheetSpan struct{ from, to int }

// leaveOutCopies takes out the records of sheets that say nothing but what
// another sheet of their workbook says, cell for cell: copies that somebody
// kept beside the sheet, hidden or not. Each is told.
func leaveOutCopies(records []calc.Record, keys []string) ([]calc.Record, []string, calc.Findings) {
	var told calc.Findings
	var out []sheetSpan
	oneFile := func(i int) bool { return records[i].Source.File == records[i-1].Source.File }
	for from, to := range runs(len(records), oneFile) {
		if records[from].Source.Sheet != records[to-1].Source.Sheet {
			out = append(out, copiesAmong(records, from, to, &told)...)
		}
	}
	slices.SortFunc(out, func(x, y sheetSpan) int { return y.from - x.from })
	for _, s := range out {
		records, keys = slices.Delete(records, s.from, s.to), slices.Delete(keys, s.from, s.to)
	}
	return records, keys, told
}

// copiesAmong finds the copies among the sheets of one workbook. Of two equal
// sheets the hidden one is the copy, else the later one.
func copiesAmong(records []calc.Record, from, to int, told *calc.Findings) (copies []sheetSpan) {
	var spans []sheetSpan
	oneSheet := func(i int) bool { return records[from+i].Source.Sheet == records[from+i-1].Source.Sheet }
	for start, end := range runs(to-from, oneSheet) {
		spans = append(spans, sheetSpan{from + start, from + end})
	}
	in := map[string][]int{} // what a record says -> the sheets that say so
	for n, s := range spans {
		for i := s.from; i < s.to; i++ {
			if key := statement(&records[i]); !slices.Contains(in[key], n) {
				in[key] = append(in[key], n)
			}
		}
	}
	gone := make([]bool, len(spans))
	for _, n := range hiddenFirst(records, spans) {
		s := spans[n]
		if of := containing(records, s, n, in, gone); of >= 0 {
			gone[n], copies = true, append(copies, s)
			at := records[s.from].Source
			at.Row = 0
			told.Add("table/copy", at, at.Sheet, strconv.Itoa(s.to-s.from), records[spans[of].from].Source.Sheet)
		}
	}
	return copies
}

// hiddenFirst orders sheets by how soon they are taken for copies: those that
// nobody sees, then the later ones.
func hiddenFirst(records []calc.Record, spans []sheetSpan) (order []int) {
	for _, hidden := range [...]bool{true, false} {
		for n, s := range slices.Backward(spans) {
			if records[s.from].Row.Hidden == hidden {
				order = append(order, n)
			}
		}
	}
	return order
}

// containing is the first sheet, of those that are left, that says all that
// sheet n says; -1 for none.
func containing(records []calc.Record, s sheetSpan, n int, in map[string][]int, gone []bool) int {
	left := slices.Clone(in[statement(&records[s.from])])
	for i := s.from; i < s.to && len(left) > 0; i++ {
		also := in[statement(&records[i])]
		left = slices.DeleteFunc(left, func(m int) bool { return m == n || gone[m] || !slices.Contains(also, m) })
	}
	if len(left) == 0 {
		return -1
	}
	return left[0]
}

// statement is all that a record says: its key, what the text around its table
// adds, the sender's claim, and what is wrong with it.
func statement(r *calc.Record) string {
	parts := []string{r.Key, r.Item, r.Level, strconv.Itoa(r.LabelYear), r.Row.Text(calc.ColClaimed)}
	for _, f := range r.Findings {
		parts = append(parts, string(f.Code))
	}
	return strings.Join(parts, "\x00")
}
