package reconcile

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// state is what a ledger says of a payment beside its sum.
type state uint8

// The states. A row that says nothing is paid; one that says both, or what
// nobody knows, is asked about.
const (
	statePaid state = iota
	stateNotPaid
	stateUnclear
)

// notPaidWords say that the sum of a row never left, or came back to the
// treasury: as a status, or within a remark.
var notPaidWords = []string{
	"未支付", "未拨付", "未拨", "未付", "未到账", "未发放", "未兑现", "未划转", "未转账", "未打款", "未入账", "没有支付", "没有拨付",
	"待支付", "待拨付", "待拨", "待付", "待发放", "待兑现", "待划转", "待打款", "拟拨付", "拟支付", "尚未", "暂缓", "缓拨", "缓付", "暂不", "暂停", "暂未",
	"不予拨付", "不予支付", "不再拨付", "不再支付", "停止拨付", "停止支付", "停拨", "停付", "终止拨付", "放弃",
	"支付失败", "拨付失败", "付款失败", "转账失败", "划款失败", "交易失败", "支付不成功", "冻结", "缴回国库", "交回国库", "退回国库", "上缴国库", "收回国库",
	"申请退款", "挂账", "未清算", "注销未拨", "取消拨付", "取消支付", "取消奖补", "取消资格", "取消发放", "指标收回", "资金收回",
}

// notPaidAlone mean the same only where they are the whole status or close a
// remark's sentence: 凭证作废，已重开 is about a voucher.
var notPaidAlone = []string{"作废", "取消", "失败", "已取消", "已作废", "撤销", "已撤销", "挂起", "退库", "否", "未", "无", "×"}

// stillToBePaid finds what waits for something before it is paid:
// 待企业开票后支付.
var stillToBePaid = regexp.MustCompile(`待[^,，。;；、()已]{1,12}后?(?:支付|拨付|拨款|付款|发放|兑现|划转)`)

// theRest finds what says of another sum than that of the row that it was not
// paid: 余1万元待拨, 其余下年拨付, 尚有尾款未付.
var theRest = regexp.MustCompile(`(?:(?:尚|还)有|尚?余|其余|剩余|余款|尾款|余额|差额)[^,，。;；()]{0,12}(?:待|未|暂缓|缓|下年|次年|后续|另行)[^,，。;；()]{0,4}`)

// aboutTheRow stands before the word that cancels a row.
var aboutTheRow = regexp.MustCompile(`^(?:此|本|该)(?:行|笔|条|项|款)已?`)

// paidWords are what a status says of money that left.
var paidWords = []string{
	"已支付", "已清算", "已拨付", "已拨", "已付", "已到账", "到账", "已发放", "已兑现", "已划转", "已转账", "已打款", "已入账", "支付成功", "拨付成功", "交易成功",
	"成功", "已完成", "完成", "办结", "已办结", "正常", "是", "√", "支付完毕", "拨付完毕", "全额拨付", "足额拨付", "补拨", "重新拨付", "重新支付", "重拨", "再次拨付",
}

// stateOf reads a status, or a remark, which may say nothing of it. The word
// is the one that it rests on.
func stateOf(text string, isStatus bool) (s state, word string) {
	folded := written.Fold(text)
	if folded == "" || written.IsBlank(text) && !isStatus {
		return statePaid, ""
	}
	if !isStatus {
		folded = theRest.ReplaceAllString(folded, "")
	}
	not, rest := cutWords(folded, notPaidWords)
	if m := stillToBePaid.FindString(folded); not == "" && m != "" {
		not, rest = m, strings.ReplaceAll(rest, m, "")
	}
	paid, _ := cutWords(rest, paidWords)
	if alone := aloneIn(folded); not == "" && (paid == "" || !written.IsBlank(alone)) { // 已支付，备注：无
		not = alone
	}
	switch {
	case not != "" && paid != "":
		return stateUnclear, not + "、" + paid
	case not != "":
		return stateNotPaid, not
	case paid == "" && strings.Contains(folded, "在途"):
		return stateUnclear, "在途"
	case paid == "" && isStatus && !written.IsBlank(text) && !saysReturned(text):
		return stateUnclear, written.Display(text)
	}
	return statePaid, ""
}

// cutWords finds the longest word of a list in a text, and gives the text
// without any of them.
func cutWords(text string, words []string) (found, rest string) {
	for _, w := range words {
		if strings.Contains(text, w) && len(w) > len(found) {
			found = w
		}
	}
	for _, w := range words {
		text = strings.ReplaceAll(text, w, "")
	}
	return found, text
}

// aloneIn is the word of notPaidAlone that makes up a sentence of the text.
func aloneIn(text string) string {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，,。;；:：、()", r) }) {
		if slices.Contains(notPaidAlone, aboutTheRow.ReplaceAllString(part, "")) {
			return part
		}
	}
	return ""
}

// readState sets a row aside that says it was not paid, and asks about one
// that says what nobody knows. What is set aside meets no award.
func readState(r *Row, p *Payment, fs *calc.Findings) {
	status := r.Cells[LedgerState]
	s, word := stateOf(status.Text, true)
	at := r.at(LedgerState)
	if s == statePaid {
		for _, c := range []Column{LedgerRemark, LedgerUse} {
			if said, w := stateOf(r.Cells[c].Text, false); said != statePaid {
				s, word, at = said, w, r.at(c)
				break
			}
		}
	}
	if s == statePaid || p.Paid.IsZero() {
		return
	}
	p.setAside()
	code := calc.Code("ledger/not-paid")
	if s == stateUnclear {
		code = "ledger/state-unclear"
	}
	fs.Add(code, at, p.NotPaid.String(), public(word))
}

// setAside takes a payment that was not paid out of the sums; it meets no award.
func (p *Payment) setAside() {
	p.NotPaid, p.Paid, p.Returned, p.Bounced = p.Paid, money.Yuan{}, money.Yuan{}, false
}

// returnedSum finds how much a remark says came back: 退回5万元.
var returnedSum = regexp.MustCompile(`(?:退回|退汇|退款|退还|冲减|冲回|扣回|缴回)[^0-9零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{0,3}` +
	`([0-9][0-9,.]*(?:万元|亿元|元|万)?|[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟点]+(?:万元|元|万)整?)`)

// returnedIn is the sum that a remark says came back, in the unit that it
// names, else in the unit of the sum paid; ok is false where it names none.
func returnedIn(remark string, unit money.Unit) (y money.Yuan, ok bool) {
	m := returnedSum.FindStringSubmatch(written.Fold(remark))
	if m == nil {
		return y, false
	}
	a, err := money.ParseAmount(m[1])
	if err != nil {
		return y, false
	}
	if a.Unit != money.UnitNone {
		unit = a.Unit
	}
	y, fault := a.Yuan(unit, money.UnitNone)
	return y, fault == "" || fault == money.AssumedYuan
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
