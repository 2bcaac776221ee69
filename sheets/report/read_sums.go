package report

import (
	"strings"

	"jiangbu/calc"
)

// readSums holds the totals of the other sheets against the lines of 奖补明细:
// formulas that somebody overwrote, or that were not calculated anew.
func (rd *reader) readSums() {
	by := rd.sums()
	total := by[""]
	rd.sumTable(SheetCompanies, []string{"单位名称", "统一社会信用代码", "奖补金额(元)"}, "奖补金额(元)", total, func(t *tableRow) (calc.Yuan, bool) {
		code := t.text("统一社会信用代码")
		return by["code "+code], code != ""
	})
	rd.sumTable(SheetDistricts, []string{"县区", "合计(元)"}, "合计(元)", total, func(t *tableRow) (calc.Yuan, bool) {
		name := t.text("县区")
		return by["district "+strings.TrimPrefix(name, unnamed)], name != ""
	})
	rd.sumTable(SheetClauses, []string{"条款", "奖补事项", "级别", "责任处室", "拨付对象", "奖补金额(元)"}, "奖补金额(元)", total, func(t *tableRow) (calc.Yuan, bool) {
		rd.offices(t)
		return by["clause "+placeKey(t.text("条款"), t.text("奖补事项"), t.text("级别"))], true
	})
}

// sums adds the awards up as the other sheets do.
func (rd *reader) sums() map[string]calc.Yuan {
	by := map[string]calc.Yuan{}
	for i := range rd.out.Awards {
		l := &rd.out.Awards[i]
		for _, k := range []string{"", "code " + l.CreditCode, "district " + l.District, "clause " + placeKey(l.Clause, l.ItemName, l.Level)} {
			by[k] = by[k].Add(l.Amount)
		}
	}
	return by
}

// sumTable holds the lines of one sheet, and its total, against their sums.
func (rd *reader) sumTable(sheet string, want []string, head string, total calc.Yuan, of func(*tableRow) (calc.Yuan, bool)) {
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

// offices gives the awards of one line of 条款汇总 their 责任处室, which
// 奖补明细 does not print.
func (rd *reader) offices(t *tableRow) {
	office := t.text("责任处室")
	if office == "" {
		return
	}
	clause, item := t.text("条款"), t.text("奖补事项")
	for _, list := range [][]calc.AwardLine{rd.out.Awards, rd.out.Removed} {
		for i := range list {
			if list[i].Clause == clause && list[i].ItemName == item {
				list[i].Office = office
			}
		}
	}
}
