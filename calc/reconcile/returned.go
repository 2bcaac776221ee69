package reconcile

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// back is how people say that money came back, and sum how they write how much.
const (
	back = `(?:退回|退汇|退款|退还|退缴|冲减|冲回|扣回|缴回|交回|追回|返还|收回|上缴)`
	sum  = `([0-9][0-9,.]*(?:万元|亿元|元|万)|[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟点]+(?:万元|元|万)整?)`
	bare = `([0-9][0-9,.]*)`
)

// returnedForms find how much a remark says came back: 退回5万元, 5万元已退回,
// 多拨5万元，已退回, and 退回5 in the unit of the sum paid.
var returnedForms = []*regexp.Regexp{
	regexp.MustCompile(back + `[^0-9零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟,，。;；]{0,8}` + sum),
	regexp.MustCompile(`多[拨付支][^0-9,，。;；]{0,4}` + sum + `[,，]?[现已均]*` + back),
	regexp.MustCompile(sum + `[^0-9,，。;；]{0,4}` + back),
	regexp.MustCompile(back + `[^0-9,，。;；]{0,3}` + bare + `(?:$|[^0-9年月日号笔家项次个批])`),
}

// notYet finds what is still to come back, or never did: 应退回5万元, 未退回.
var notYet = regexp.MustCompile(`(?:未|无|没有?|不|待|应|需|拟|须|将|要求|责令|督促)(?:予|要|再|当|其)?` + back + `[^,，。;；]*`)

// datesIn finds days and document numbers, whose digits are no sums.
var datesIn = regexp.MustCompile(`20[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?|` +
	`20[0-9]{2}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?|\(20[0-9]{2}\)[0-9]*号?`)

// settledWords are a remark without days and without what did not come back.
func settledWords(remark string) string {
	return datesIn.ReplaceAllString(notYet.ReplaceAllString(written.Fold(remark), ""), "")
}

// returnedIn is the sum that a remark says came back, in the unit that it
// names, else in the unit of the sum paid; ok is false where it names none.
func returnedIn(remark string, unit money.Unit) (y money.Yuan, ok bool) {
	text := settledWords(remark)
	for _, form := range returnedForms {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		a, err := money.ParseAmount(m[1])
		if err != nil {
			continue
		}
		if a.Unit != money.UnitNone {
			unit = a.Unit
		}
		y, fault := a.Yuan(unit, money.UnitNone)
		return y, fault == "" || fault == money.AssumedYuan
	}
	return y, false
}

// withoutReturns is a folded remark without the sums that it says came back: they
// say nothing of the rest.
func withoutReturns(folded string) string {
	for _, form := range returnedForms {
		folded = form.ReplaceAllString(folded, "")
	}
	return folded
}

// saysReturned tells whether a remark says that the money came back, and not
// that it was paid again since.
func saysReturned(remark string) bool {
	s := settledWords(remark)
	return calc.ContainsAny(s, []string{"退回", "退汇", "退款", "退票", "退还", "退缴", "冲销", "冲减", "冲回", "冲正", "冲账", "抹账",
		"红冲", "冲红", "扣回", "缴回",
		"交回", "追回", "返还"}) != "" &&
		calc.ContainsAny(s, []string{"重新", "重拨", "再次", "再拨", "补拨", "补付", "未退", "无退", "没有退", "不退"}) == ""
}

// isIncome tells of a status that it is the side of an account on which money
// comes in.
func isIncome(status string) bool {
	return slices.Contains([]string{"贷", "贷方", "收入", "收", "转入", "收款"}, written.Fold(status))
}

// saysPart tells of a row that it says that a part came back, and not how much.
func saysPart(r *Row) bool {
	return strings.Contains(r.Cells[LedgerRemark].Text+r.Cells[LedgerState].Text+r.Cells[LedgerUse].Text, "部分")
}

// readReturn reads a remark that says that money came back: the part that it
// names, else the whole.
func (p *Payment) readReturn(remark string, unit money.Unit) {
	part, named := returnedIn(remark, unit)
	if named && part.Sign() > 0 && !part.Equal(p.Paid) {
		p.Returned = part
		return
	}
	p.Bounced = true
}

// checkReturns points out what came back and was never paid: more than all
// that a company was paid, or from a company that was paid nothing.
func (rec *Reconciliation) checkReturns() {
	for i := range rec.Lines {
		l := &rec.Lines[i]
		if l.Returned.Cmp(l.Paid) <= 0 {
			continue
		}
		for _, j := range slices.Backward(l.Payments) {
			if p := &rec.Payments[j]; !p.Returned.IsZero() {
				rec.Findings.Add("ledger/return-over", p.Ref, l.Company, l.Returned.String(), l.Paid.String())
				break
			}
		}
	}
}
