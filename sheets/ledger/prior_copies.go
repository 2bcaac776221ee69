package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// bareAward is a line that names no item, in a table that has no room for one: a
// sum by company, or an award of nobody knows what.
type bareAward struct {
	calc.Prior
	table int // of the workbook
}

// nobodysSum keeps a line of a table that names no company.
func (r *priorSheet) nobodysSum(l table.Line) bool {
	at := r.at(l, priorAmount)
	y, ok := r.stated(0, r.cell(l, priorAmount))
	r.Sums.Line()
	r.Sums.Add(0, y, ok)
	r.bare = append(r.bare, bareAward{calc.Prior{Ref: at, Amount: y}, r.begun})
	return true
}

// isBare tells of the lines of a table that nothing in or above it names an item.
func (r *priorSheet) isBare() bool {
	if r.field[priorItem] > 0 || len(r.wide) > 0 {
		return false
	}
	text, _ := r.titled()
	return text == ""
}

// leaveSums sets aside the tables without items whose lines are the sums by
// company of all others, or of those of one year. One that is neither is asked
// about; where there are no others, each of its lines is.
func (r *priorReader) leaveSums() {
	for sums := range calc.Runs(r.bare, func(a, b *bareAward) bool { return a.table == b.table }) {
		r.leaveSum(sums)
	}
}

func (r *priorReader) leaveSum(sums []bareAward) {
	n, sheet := len(sums), sums[0].Ref.Sheet
	if sums[0].namesNobody() {
		sums = wholeOf(sums)
	}
	if len(r.lines) == 0 {
		r.askItems(sums)
		return
	}
	years := []int{0}
	for _, l := range r.lines {
		years = append(years, l.Year)
	}
	slices.Sort(years)
	for _, year := range slices.Compact(years) {
		if _, _, differs := r.differs(sums, year); !differs {
			r.findings.Add("prior/summary", calc.Ref{File: r.file, Sheet: sheet}, sheet, strconv.Itoa(n))
			leaveOut(r.accounts, sheet, n)
			return
		}
	}
	b, have, _ := r.differs(sums, 0)
	r.findings.Add("prior/summary-differs", b.Ref, b.name(), b.Amount.String(), have.String())
}

// askItems asks what lines without items, and without others that they could be
// the sums of, are for.
func (r *priorReader) askItems(lines []bareAward) {
	for _, b := range lines {
		if at := b.Ref.At(0); b.namesNobody() {
			r.findings.Add("table/missing-column", at, "单位名称")
		} else {
			r.findings.Add("prior/item", at, b.name(), "没有填写")
		}
	}
}

// namesNobody tells of a line that it is of a table without companies.
func (b *bareAward) namesNobody() bool { return b.Company == "" && b.CreditCode == "" }

func (b *bareAward) name() string { return cmp.Or(b.Company, b.CreditCode, "合计") }

// wholeOf is the sum of the lines of a table without companies.
func wholeOf(lines []bareAward) []bareAward {
	whole := lines[0]
	whole.Amount = money.Sum(lines, func(b *bareAward) money.Yuan { return b.Amount })
	return []bareAward{whole}
}

// differs is the first line that is not the sum of what its company was awarded,
// or everybody where it names none, in a year or, for 0, in all.
func (r *priorReader) differs(sums []bareAward, year int) (line bareAward, have money.Yuan, is bool) {
	for _, b := range sums {
		have = money.Yuan{}
		for _, l := range r.lines {
			if (year == 0 || l.Year == year) && (b.namesNobody() || sameBody(&b.Prior, &l)) {
				have = have.Add(l.Amount)
			}
		}
		if !have.Equal(b.Amount) {
			return b, have, true
		}
	}
	return line, have, false
}

// sameBody tells whether two lines are about one company: by its code, or by its
// name where one of them has none.
func sameBody(a, b *calc.Prior) bool {
	if a.CreditCode != "" && b.CreditCode != "" {
		return a.CreditCode == b.CreditCode
	}
	return written.CompanyKey(a.Company) == written.CompanyKey(b.Company)
}

// leaveCopies leaves out the sheets whose awards are those of a sheet before.
func (r *priorReader) leaveCopies() {
	type copied struct{ sheet, years string }
	seen := map[string]copied{} // by what a sheet says
	var kept []calc.Prior
	for awards := range calc.Runs(r.awards, func(a, b *calc.Prior) bool { return a.Ref.Sheet == b.Ref.Sheet }) {
		sheet, years := awards[0].Ref.Sheet, ""
		var says []string
		for _, a := range awards {
			if a.Year > 0 {
				years += strconv.Itoa(a.Year)
			}
			a.Ref, a.Year = calc.Ref{}, 0
			says = append(says, fmt.Sprintf("%+v", a))
		}
		slices.Sort(says)
		key := fmt.Sprint(says)
		if before, twice := seen[key]; twice && (years == "" || before.years == "" || years == before.years) {
			r.findings.Add("table/copy", calc.Ref{File: r.file, Sheet: sheet}, sheet, strconv.Itoa(len(awards)),
				before.sheet)
			leaveOut(r.accounts, sheet, len(awards))
		} else {
			seen[key] = copied{sheet, years}
			kept = append(kept, awards...)
		}
	}
	r.awards = kept
}
