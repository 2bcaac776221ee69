package calc

import (
	"fmt"

	"jiangbu/calc/money"
)

// Rule is one line of the rule book: an item at one level, in words that a
// lawyer can hold against the document.
type Rule struct {
	Clause  string // 三
	Item    string // 星级上云企业
	ID      string // cloud-star
	Level   string // 五星级; "" where the item has no levels
	Form    string // 定额, 按件计算, 按实际费用, 按比例, 按核定金额
	Amount  string // 最高10万元, 每个产品1万元, 实际费用，最高2万元, 费用的60%, 核定金额
	Payee   string // 企业, 第三方机构 …
	Cap     string // 每家企业每年最高10万元; "" where the item has none
	Track   string // 星级上云：每家企业一项
	Local   string // 限本市注册, 不限本地
	Office  string // 责任处室
	Example string // 设备投资额100万元，奖补12万元；不足100万元不予奖补
}

var formWords = map[Form]string{
	FormFixed: "定额", FormEach: "按件计算", FormCost: "按实际费用", FormRate: "按比例", FormApproved: "按核定金额",
}

// RuleBook lists what the policy pays, one line an item and level, in the
// order of the policy. Readings are not applied: the book is the document's.
func (p *Policy) RuleBook() []Rule {
	var rules []Rule
	for i := range p.Items {
		it := &p.Items[i]
		awards := it.Awards
		if len(awards) == 0 {
			awards = []Award{{}}
		}
		rules = append(rules, Mapped(awards, it.rule)...)
	}
	return rules
}

func (it *Item) rule(a Award) Rule {
	r := Rule{Clause: it.Clause, Item: it.Name, ID: it.ID, Level: a.Level, Form: formWords[it.Form],
		Amount: it.amountWords(a), Payee: it.Payee, Track: it.Track + "：" + it.keyWords(), Local: "限本市注册",
		Office: it.Office, Example: it.example(a)}
	if it.Outside {
		r.Local = "不限本地"
	}
	if !it.Cap.IsZero() {
		r.Cap = "每家企业每年最高" + it.Cap.Words()
	}
	return r
}

// amountWords says how much is paid, in the manner of the form.
func (it *Item) amountWords(a Award) string {
	words := it.mostWords(a)
	if !a.Floor.IsZero() {
		words = it.BaseName() + a.Floor.Words() + "及以上的，" + words
	}
	return words
}

func (it *Item) mostWords(a Award) string {
	switch it.Form {
	case FormEach:
		return "每个" + it.Counted + a.Amount.Words()
	case FormCost:
		return "实际" + it.BaseName() + "，最高" + a.Amount.Words()
	case FormRate:
		words := it.BaseName() + "的" + a.Rate.String()
		if !a.Ceiling.IsZero() {
			words += "，每个" + it.Counted + "最高" + a.Ceiling.Words()
		}
		return words
	case FormApproved:
		return "核定金额"
	}
	return "最高" + a.Amount.Words()
}

// keyWords says within what only the highest is paid.
func (it *Item) keyWords() string {
	switch it.Key {
	case KeySubject:
		return "每个" + it.Counted + "一项"
	case KeyCompanySubject:
		return "每家单位每个" + it.Counted + "一项"
	}
	return "每家企业一项"
}

// example works the rule out for figures that show its edges.
func (it *Item) example(a Award) string {
	switch it.Form {
	case FormEach:
		return it.exampleEach(a)
	case FormCost:
		return it.exampleOf(a, money.YuanOfDecimal(a.Amount.Decimal().Shift(-1))) + "；" +
			it.exampleOf(a, a.Amount.Add(a.Amount))
	case FormRate:
		base := a.Floor
		if base.IsZero() {
			base = money.YuanOf(10000)
		}
		text := it.exampleOf(a, base)
		if limit := it.tightest(a); !limit.IsZero() { // a hundred times the limit is beyond it for any share from 1%
			text += "；" + it.exampleOf(a, money.YuanOfDecimal(limit.Decimal().Shift(2)))
		}
		if !a.Floor.IsZero() {
			text += "；不足" + a.Floor.Words() + "不予奖补"
		}
		return text
	case FormApproved:
		return "核定多少，奖补多少"
	}
	return "一项" + a.Amount.Words()
}

// tightest is the lowest ceiling over one record, nothing where there is none.
func (it *Item) tightest(a Award) money.Yuan {
	switch {
	case a.Ceiling.IsZero():
		return it.Cap
	case it.Cap.IsZero():
		return a.Ceiling
	}
	return a.Ceiling.Min(it.Cap)
}

func (it *Item) exampleOf(a Award, base money.Yuan) string {
	y, limit := base, a.Amount
	if it.Form == FormRate {
		y, limit = base.Share(a.Rate), it.tightest(a)
	}
	if !limit.IsZero() {
		y = y.Min(limit)
	}
	return it.BaseName() + base.Words() + "，奖补" + y.Words()
}

// exampleEach counts up to one more than the company's cap lets through.
func (it *Item) exampleEach(a Award) string {
	n, sum := 0, money.Yuan{}
	for sum.Cmp(it.Cap) <= 0 && n < 1000 && !a.Amount.IsZero() {
		n, sum = n+1, sum.Add(a.Amount)
	}
	return fmt.Sprintf("1个%s%s；%d个%s%s（上限）", it.Counted, a.Amount.Words(), n, it.Counted, it.Cap.Words())
}
