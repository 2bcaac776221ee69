package report

import (
	"strings"

	"jiangbu/calc"
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
	offices := map[[2]string]string{}
	rd.holdSums(s, offices)
	rd.giveOffices(offices)
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
	return &sums{byCode: map[string]money.Yuan{}, byDistrict: map[string]money.Yuan{}, byClause: map[[3]string]money.Yuan{}}
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
	y, district, clause := s.part, clean(s.group.district), [3]string{clean(s.group.clause), clean(s.group.item), clean(s.group.level)}
	s.total, s.part = s.total.Add(y), money.Yuan{}
	s.byDistrict[district] = s.byDistrict[district].Add(y)
	s.byClause[clause] = s.byClause[clause].Add(y)
}

// holdSums holds the sheets of totals against the sums of the awards, and
// notes the 责任处室 of each clause and item.
func (rd *reader) holdSums(s *sums, offices map[[2]string]string) {
	rd.sumTable(SheetCompanies, []string{"单位名称", "统一社会信用代码", "奖补金额(元)"}, "奖补金额(元)", s.total, func(t *tableRow) (money.Yuan, bool) {
		code := t.text("统一社会信用代码")
		return s.byCode[code], code != ""
	})
	rd.sumTable(SheetDistricts, []string{"县区", "合计(元)"}, "合计(元)", s.total, func(t *tableRow) (money.Yuan, bool) {
		name := t.text("县区")
		return s.byDistrict[strings.TrimPrefix(name, unnamed)], name != ""
	})
	rd.sumTable(SheetClauses, []string{"条款", "奖补事项", "级别", "责任处室", "拨付对象", "奖补金额(元)"}, "奖补金额(元)", s.total, func(t *tableRow) (money.Yuan, bool) {
		clause := [3]string{t.text("条款"), t.text("奖补事项"), t.text("级别")}
		if office := t.text("责任处室"); office != "" {
			offices[[2]string{clause[0], clause[1]}] = office
		}
		return s.byClause[clause], true
	})
}

// sumTable holds the lines of one sheet, and its total, against their sums.
func (rd *reader) sumTable(sheet string, want []string, head string, total money.Yuan, of func(*tableRow) (money.Yuan, bool)) {
	if rd.broken {
		return
	}
	rd.table(sheet, want, func(t *tableRow) {
		sum, known := of(t)
		if t.cell(head).IsEmpty() || !known {
			return
		}
		if y := t.money(head); !y.Equal(sum) {
			rd.bad("report/total", t.at(head), sheet+"的"+head, y.String(), sum.String())
		}
	}, func(t *tableRow) { t.holdTotal(head, total) })
}

// giveOffices gives the awards their 责任处室, which 奖补明细 does not print.
func (rd *reader) giveOffices(offices map[[2]string]string) {
	for _, list := range [][]calc.AwardLine{rd.out.Awards, rd.out.Removed} {
		for i := range list {
			list[i].Office = offices[[2]string{list[i].Clause, list[i].ItemName}]
		}
	}
}
