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
	var says []map[string]bool // by sheet, nil where it is a copy
	oneSheet := func(i int) bool { return records[from+i].Source.Sheet == records[from+i-1].Source.Sheet }
	for start, end := range runs(to-from, oneSheet) {
		spans, says = append(spans, sheetSpan{from + start, from + end}), append(says, map[string]bool{})
		for i := from + start; i < from+end; i++ {
			says[len(says)-1][statement(&records[i])] = true
		}
	}
	for _, n := range hiddenFirst(records, spans) {
		s, own := spans[n], says[n]
		says[n] = nil
		of := slices.IndexFunc(says, func(other map[string]bool) bool { return containsAll(other, own) })
		if of < 0 {
			says[n] = own
			continue
		}
		copies = append(copies, s)
		at := records[s.from].Source
		at.Row = 0
		told.Add("table/copy", at, at.Sheet, strconv.Itoa(s.to-s.from), records[spans[of].from].Source.Sheet)
	}
	return copies
}

func containsAll(set, part map[string]bool) bool {
	for s := range part {
		if !set[s] {
			return false
		}
	}
	return true
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

// statement is all that a record says: its key, what the text around its table
// adds, the sender's claim, and what is wrong with it.
func statement(r *calc.Record) string {
	parts := []string{r.Key, r.Item, r.Level, strconv.Itoa(r.LabelYear), r.Row.Text(calc.ColClaimed)}
	for _, f := range r.Findings {
		parts = append(parts, string(f.Code))
	}
	return strings.Join(parts, "\x00")
}
