package calc

import "jiangbu/calc/money"

// Rule is one line of the rule book: an item at one level, in words that a
// lawyer can hold against the document.
type Rule struct {
	Clause  string // 三
	Item    string // 星级上云企业
	ID      string // cloud-star
	Level   string // 五星级; "" where the item has no levels
	Form    string // 定额, 按件计算, 按实际费用, 按比例, 按核定金额
	Amount  string // 最高10万元, 每个产品1万元, 实际费用，最高2万元, 费用的60%, 核定金额
	Counted string // 企业, 产品, 园区 …
	Payee   string // 企业, 第三方机构 …
	Cap     string // 每家企业每年最高10万元; "" where the item has none
	Track   string // 星级上云：每家企业一项
	Local   string // 限本市注册, 不限本地
	Office  string // 责任处室
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
		for _, a := range awards {
			rules = append(rules, it.rule(a))
		}
	}
	return rules
}

func (it *Item) rule(a Award) Rule {
	r := Rule{Clause: it.Clause, Item: it.Name, ID: it.ID, Level: a.Level, Form: formWords[it.Form], Amount: it.amountWords(a.Amount),
		Counted: it.Counted, Payee: it.Payee, Track: it.Track + "：" + it.keyWords(), Local: "限本市注册", Office: it.Office}
	if it.Outside {
		r.Local = "不限本地"
	}
	if !it.Cap.IsZero() {
		r.Cap = "每家企业每年最高" + it.Cap.Words()
	}
	return r
}

// amountWords says how much is paid, in the manner of the form.
func (it *Item) amountWords(y money.Yuan) string {
	switch it.Form {
	case FormEach:
		return "每个" + it.Counted + y.Words()
	case FormCost:
		return "实际费用，最高" + y.Words()
	case FormRate:
		return "费用的" + it.Rate.String()
	case FormApproved:
		return "核定金额"
	}
	return "最高" + y.Words()
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
