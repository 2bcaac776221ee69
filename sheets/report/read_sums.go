package report

import (
	"strings"

	"jiangbu/calc/money"
)

// readSums holds the totals of the other sheets against the lines of 奖补明细:
// formulas that somebody overwrote, or that were not calculated anew.
func (rd *reader) readSums() {
	s := newSums()
	for i := range rd.out.Awards {
		l := &rd.out.Awards[i]
		s.add(l.CreditCode, sumGroup{l.District, l.Clause, l.ItemName, l.Level}, l.Amount)
	}
	s.end()
	rd.holdSums(s)
}

// sums are the awards added up as the other sheets do. Awards of one group
// follow each other, and their names are only looked at where a group ends.
type sums struct {
	total              money.Yuan
	byCode, byDistrict map[string]money.Yuan
	byClause           map[[3]string]money.Yuan // by clause, item and level as printed

	group sumGroup
	part  money.Yuan // of the group, not yet in the others
}

// sumGroup is what awards that follow each other have in common.
type sumGroup struct{ district, clause, item, level string }

func newSums() *sums {
	return &sums{byCode: map[string]money.Yuan{}, byDistrict: map[string]money.Yuan{},
		byClause: map[[3]string]money.Yuan{}}
}

func (s *sums) add(code string, g sumGroup, y money.Yuan) {
	if g != s.group {
		s.end()
		s.group = g
	}
	s.part = s.part.Add(y)
	code = clean(code)
	s.byCode[code] = s.byCode[code].Add(y)
}

// end adds the last group.
func (s *sums) end() {
	y, district, clause := s.part, clean(s.group.district),
		[3]string{clean(s.group.clause), clean(s.group.item), clean(s.group.level)}
	s.total, s.part = s.total.Add(y), money.Yuan{}
	s.byDistrict[district] = s.byDistrict[district].Add(y)
	s.byClause[clause] = s.byClause[clause].Add(y)
}

// sumTable is a sheet of sums: its headings that must be there, the heading of
// the sum, and what the awards of a line come to, false where nobody can tell.
type sumTable struct {
	heads []string
	head  string
	of    func(*sums, *tableRow) (money.Yuan, bool)
}

var sumTables = map[string]sumTable{
	SheetCompanies: {[]string{headCompany, headCode, headAmount}, headAmount,
		func(s *sums, t *tableRow) (money.Yuan, bool) {
			code := t.text(headCode)
			return s.byCode[code], code != ""
		}},
	SheetDistricts: {[]string{headDistrict, headSum}, headSum, func(s *sums, t *tableRow) (money.Yuan, bool) {
		name := t.text(headDistrict)
		return s.byDistrict[strings.TrimPrefix(name, unnamed)], name != ""
	}},
	SheetClauses: {[]string{headClause, headItemName, headLevel, headOffice, headPayee, headAmount}, headAmount,
		func(s *sums, t *tableRow) (money.Yuan, bool) {
			return s.byClause[[3]string{t.text(headClause), t.text(headItemName), t.text(headLevel)}], true
		}},
}

// holdSums holds the sheets of sums against those of the awards.
func (rd *reader) holdSums(s *sums) {
	for _, name := range []string{SheetCompanies, SheetDistricts, SheetClauses} {
		if rd.broken {
			return
		}
		table := sumTables[name]
		rd.table(name, table.heads, func(t *tableRow) {
			sum, known := table.of(s, t)
			if t.cell(table.head).IsEmpty() || !known {
				return
			}
			if y := t.money(table.head); !y.Equal(sum) {
				rd.bad("report/total", t.at(table.head), name+"的"+table.head, y.Grouped(), sum.Grouped())
			}
		}, func(t *tableRow) { t.holdTotal(table.head, s.total) })
	}
}
