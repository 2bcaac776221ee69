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
	"未入账", "尚未", "暂缓", "暂不", "暂停", "暂未", "不予拨付", "不予支付", "不再拨付", "不再支付", "停止拨付", "停止支付", "终止拨付", "放弃",
	"冻结", "申请退款", "挂账", "未清算", "取消拨付", "取消支付", "取消奖补", "取消资格", "取消发放",
}

// notPaidForms say it in the forms that people make of a denial and a word for
// paying, of a failure, and of the treasury that has the money again.
var notPaidForms = []*regexp.Regexp{
	regexp.MustCompile(`(?:未|没有?|不|无法|待|拟|暂缓|缓|停止?|终止|中止|欠|下年|明年|次年|来年)(?:再|予|能|完成|进行)?` +
		`(?:支付|拨付|拨款|付款|兑付|兑现|发放|划转|划拨|打款|转账|汇款|到账|拨|付)`),
	regexp.MustCompile(`(?:未|没有?|待|暂缓|不)下达|(?:未|没有)(?:支付|拨付)?成功`),
	regexp.MustCompile(`(?:支付|拨付|付款|打款|转账|划款|划转|汇款|处理|交易|入账|清算)(?:失败|不成功|未成功|异常)`),
	regexp.MustCompile(`(?:缴回|交回|退回|上缴|收回|转回|划回|缴入)(?:至|到)?(?:市|县|区|本级|同级)?(?:国库|财政)`),
	regexp.MustCompile(`(?:指标|额度|资金|存量)(?:已|被)?(?:收回|注销|取消|作废|缴回|上缴)|(?:收回|注销|取消|作废)(?:指标|额度|存量)|财政(?:已)?收回`),
}

// doubts say of a row whose sum may have left or not, unless it says beside them
// that it did.
var doubts = regexp.MustCompile(`(?:审核|复核|审批|公示|支付|办理|处理|流程|付款|拨付|清算)中|走流程|正在(?:办理|支付|审批|审核|处理|拨付)|` +
	`待(?:审|核|定|确认|研究|复核|查|提供)|等待|不符合|不具备|在途|吊销|注销|暂扣|扣留|暂存|暂挂|结转下年|撤回|驳回|拒绝|不通过|未通过|退单|核减|未到位|(?:额度|指标)未用`)

// notPaidAlone mean the same only where they are the whole status or close a
// remark's sentence: 凭证作废，已重开 is about a voucher.
var notPaidAlone = []string{"作废", "取消", "失败", "已取消", "已作废", "撤销", "已撤销", "挂起", "退库", "否", "未", "无", "×", "N", "NO",
	"计划拨付", "计划支付", "待发", "缓发", "欠发", "停发", "已收回", "已上缴"}

// stillToBePaid finds what waits for something before it is paid:
// 待企业开票后支付.
var stillToBePaid = regexp.MustCompile(`待[^,，。;；、()已]{1,12}后?(?:支付|拨付|拨款|付款|发放|兑现|划转)`)

// theRest finds what says of another sum than that of the row that it was not
// paid: 余1万元待拨, 其余下年拨付, 尚有尾款未付.
var theRest = regexp.MustCompile(`(?:(?:尚|还)有|尚?余|其余|剩余|余款|尾款|余额|差额|不足部分)[^,，。;；()]{0,12}` +
	`(?:待|未|暂缓|缓|下年|次年|后续|另行)[^,，。;；()]{0,4}`)

// aboutTheRow stands before the word that cancels a row.
var aboutTheRow = regexp.MustCompile(`^(?:此|本|该)(?:行|笔|条|项|款)已?`)

// paidWords are what a status says of money that left.
var paidWords = []string{
	"已支付", "已清算", "已拨付", "已拨", "已付", "已到账", "到账", "已发放", "已兑现", "已划转", "已转账", "已打款", "已入账", "支付成功", "拨付成功", "交易成功",
	"付讫", "已划拨", "拨付到位", "支付到位", "资金到位", "已到位", "已回单", "已记账",
	"成功", "已完成", "完成", "办结", "已办结", "正常", "是", "√", "支付完毕", "拨付完毕", "全额拨付", "足额拨付", "补拨", "重新拨付", "重新支付", "重拨", "再次拨付",
}

// paidAlone mean it where they are the whole status: what kind of business a row
// is, or which side of an account.
var paidAlone = []string{"拨付", "支付", "支出", "付款", "拨款", "借", "借方", "转出", "付", "到位", "Y", "YES"}

// stateOf reads a status, or a remark, which may say nothing of it. The word
// is the one that it rests on.
func stateOf(text string, isStatus bool) (s state, word string) {
	folded := written.Fold(text)
	if folded == "" || written.IsBlank(text) && !isStatus {
		return statePaid, ""
	}
	if !isStatus {
		folded = theRest.ReplaceAllString(withoutReturns(folded), "")
	}
	folded = strings.ReplaceAll(folded, "中心", "") // 国库支付中心
	not, rest := cutWords(folded, append(formsIn(folded), notPaidWords...))
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
	case paid == "" && doubts.MatchString(folded):
		return stateUnclear, doubts.FindString(folded)
	case slices.Contains(paidAlone, folded):
		return statePaid, ""
	case paid == "" && isStatus && !written.IsBlank(text) && !saysReturned(text) && !isIncome(text):
		return stateUnclear, written.Display(text)
	}
	return statePaid, ""
}

// SaysUnpaid tells of a text beside the payments that it says of some that they
// were not paid, may not have been, or came back.
func SaysUnpaid(text string) bool {
	s, _ := stateOf(text, false)
	return s != statePaid || saysReturned(text)
}

// SaysNotPaid tells of a text that it says plainly that something was not paid.
func SaysNotPaid(text string) bool {
	s, _ := stateOf(text, false)
	return s == stateNotPaid
}

// formsIn are the words of notPaidForms in a text.
func formsIn(text string) (words []string) {
	for _, form := range notPaidForms {
		words = append(words, form.FindAllString(text, -1)...)
	}
	return words
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
	if s == stateUnclear && !p.Returned.IsZero() && doubts.MatchString(word) {
		s = statePaid // 账户已注销 beside what came back says why it did
	}
	if p.Bounced && s == statePaid && saysPart(r) {
		s, word, at = stateUnclear, "部分", r.at(LedgerRemark)
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
