package table

import (
	"strconv"

	"jiangbu/calc"
)

// hiddenLines is a run of hidden lines with something to read in them.
type hiddenLines struct{ from, to int }

// hide follows the hidden lines; one finding stands for each run of them.
func (r *Reader) hide(l Line, k Kind) {
	if !l.Hidden {
		r.closeHidden()
		return
	}
	if k != Record && k != Unread {
		return
	}
	if r.hidden.from == 0 {
		r.hidden.from = l.Number
	}
	r.hidden.to = l.Number
}

// closeHidden reports the run of hidden lines that ends here.
func (r *Reader) closeHidden() {
	if r.hidden.from == 0 {
		return
	}
	what := "第" + strconv.Itoa(r.hidden.from) + "行"
	if r.hidden.to > r.hidden.from {
		what = "第" + strconv.Itoa(r.hidden.from) + "至" + strconv.Itoa(r.hidden.to) + "行"
	}
	r.Findings.Add("table/hidden", r.At(calc.Cell{Row: r.hidden.from}), what)
	r.hidden = hiddenLines{}
}

// hiddenColumns reports the hidden columns that are read, one finding for each
// run of them.
func (r *Reader) hiddenColumns() {
	for _, run := range r.Sheet.HiddenCols {
		first, last := 0, 0
		for i, c := range r.Body.table.Columns {
			if c.Col < run.Left || c.Col > run.Right || r.Body.roles[i] <= RoleIgnored {
				continue
			}
			if first == 0 || c.Col < first {
				first = c.Col
			}
			last = max(last, c.Col)
		}
		if first == 0 {
			continue
		}
		what := calc.ColumnName(first) + "列"
		if last > first {
			what = calc.ColumnName(first) + "至" + calc.ColumnName(last) + "列"
		}
		r.Findings.Add("table/hidden", r.At(calc.Cell{Row: r.Body.table.Bottom, Col: first}), what)
	}
}
